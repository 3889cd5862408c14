import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionFileOf, textOf } from './support/sections.ts'

describe('the text form of scenarios', () => {
  it('gives back any bytes that it was given, and shows nothing but what can be seen', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'ệ', 'ê\u0323', ' ', '\n', '\t', '\\', '\x1b', '\u202e', '==== x ====\n'),
    })
    const contents = fc.oneof(texts.map(Buffer.from), fc.uint8Array().map(Buffer.from), fc.nat())
    fc.assert(
      fc.property(fc.array(contents), (all) => {
        const sections = all.map((content, index) => ({ name: 'file', argument: `${index}.yaml`, content }))
        const text = textOf({ preamble: '# Title\n', sections })
        expect(sectionFileOf(text)).toEqual({ preamble: '# Title\n', sections })
        expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|\p{M}/u)
      }),
    )
  })

  it('reads escapes as the bytes that they name', () => {
    const text = '==== file a (escaped) ====\n\\e[1m\\xff\\u{202e}\\\\\\\ne\n==== file b (3 bytes) ====\n'
    const [escaped, zeros] = sectionFileOf(text).sections
    expect(escaped?.content).toEqual(
      Buffer.concat([Buffer.from('\x1b[1m'), Buffer.of(0xff), Buffer.from('\u202e\\e\n')]),
    )
    expect(zeros?.content).toBe(3)
  })
})
