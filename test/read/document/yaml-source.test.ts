import { describe, expect, it } from 'vitest'
import { ListNode, MapNode, type Node, Scalar } from '../../../src/read/document/tree.ts'
import { readYaml } from '../../../src/read/document/yaml-source.ts'

function root(text: string, json = false): Node {
  const { documents } = readYaml('f', text, json)
  const [document] = documents
  if (!document?.root || document.problems.length > 0) throw new Error(JSON.stringify(document))
  return document.root
}

/** The tree as plain data. */
function plain(node: Node | null | undefined): unknown {
  if (node instanceof Scalar) return node.text
  if (node instanceof ListNode) return node.items.map(plain)
  if (node instanceof MapNode)
    return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]))
  return node
}

function problems(text: string): readonly string[] {
  const source = readYaml('f', text, false)
  return [...source.problems, ...source.documents.flatMap((document) => document.problems)].map(
    ({ code, at }) => `${at?.line}:${at?.column} ${code}`,
  )
}

function place(node: Node | undefined): string {
  return node ? `${node.at.line}:${node.at.column}+${node.at.length}` : ''
}

describe('YAML', () => {
  it('stays text: no, sexagesimals, octals, dates, numbers', () => {
    const text = 'a: no\nb: 1:30\nc: 0o17\nd: 2018-07-01\ne: 16.250\nf: 9007199254740993\ng: true\nh: 1e3\n'
    expect(plain(root(text))).toEqual({
      a: 'no',
      b: '1:30',
      c: '0o17',
      d: '2018-07-01',
      e: '16.250',
      f: '9007199254740993',
      g: 'true',
      h: '1e3',
    })
  })

  it('is the same with and without quotes', () => {
    const map = root('a: 16.250\nb: "16.250"\nc: \'16.250\'\nd: "~"\ne: ~\nf:\n') as MapNode
    expect(plain(map)).toMatchObject({ a: '16.250', b: '16.250', c: '16.250' })
    expect(['d', 'e', 'f', 'a'].map((key) => (map.get(key) as Scalar).isNull)).toEqual([true, true, true, false])
  })

  it('tells where each value and key stands', () => {
    const map = root('kind: plan\nnested:\n  - key: "16.250"  # so many\n  -  3\nempty:\n') as MapNode
    expect(place(map.get('kind'))).toBe('1:7+4')
    const list = map.get('nested') as ListNode
    const [first, second] = list.items
    expect(place((first as MapNode).get('key'))).toBe('3:10+8')
    expect((first as MapNode).entries.get('key')?.keyAt).toEqual({ file: 'f', line: 3, column: 5, length: 3 })
    expect(place(second)).toBe('4:6+1')
    expect(map.get('empty')?.at).toMatchObject({ line: 5, length: 1 })
  })

  it.each([
    ['\n', 'line feeds'],
    ['\r\n', 'carriage returns and line feeds'],
    ['\r', 'carriage returns alone'],
  ])('has its lines ended by %j', (end) => {
    const map = root(['a: 1', 'b:', '  - x', '  - y', ''].join(end)) as MapNode
    expect(plain(map)).toEqual({ a: '1', b: ['x', 'y'] })
    expect(place((map.get('b') as ListNode).items[1])).toBe('4:5+1')
  })

  it('is composed to NFC, with places of the text as it was', () => {
    const map = root('tên: { a: Hà }'.normalize('NFD')) as MapNode
    expect([...map.entries.keys()]).toEqual(['tên'.normalize('NFC')])
    const inner = map.get('tên'.normalize('NFC')) as MapNode
    expect(inner.get('a')).toMatchObject({ text: 'Hà'.normalize('NFC'), at: { column: 12, length: 3 } })
  })

  it('may hold several documents, empty ones too', () => {
    const { documents } = readYaml('f', '---\na: 1\n---\n---\nb: 2\n', false)
    expect(documents.map((document) => plain(document.root))).toEqual([{ a: '1' }, null, { b: '2' }])
  })

  it('shares what an alias stands for, with the place where it was written', () => {
    const map = root('a: &x { v: 1 }\nb: *x\nc: &y 5\nd: *y\n') as MapNode
    expect(map.get('b')).toBe(map.get('a'))
    expect(place(map.get('d'))).toBe('3:7+1')
  })

  it('has keys such as __proto__ like any other', () => {
    const map = root('__proto__: 1\nconstructor: 2\ntoString: 3\n') as MapNode
    expect([...map.entries.keys()]).toEqual(['__proto__', 'constructor', 'toString'])
  })

  it('is only as long as its first line where it runs over several', () => {
    const map = root('a: |\n  one\n  two\nb: "x\n  y"\n') as MapNode
    expect(map.get('a')).toMatchObject({ text: 'one\ntwo\n' })
    expect(map.get('b')).toMatchObject({ text: 'x y', at: { line: 4, column: 4, length: 2 } })
  })
})

describe('YAML that is refused', () => {
  it.each([
    ['a: !!str 5', '1:4 yaml-refused'],
    ['a: !x 5', '1:4 yaml-refused'],
    ['!x\na: 5', '1:1 yaml-refused'],
    ['a: [1, 2', '1:4 yaml-syntax'],
    ['a: *nowhere', '1:4 yaml-syntax'],
    ['a: b: c', '1:4 yaml-syntax'],
    ['a: 1\u0000', '1:5 yaml-syntax'],
    ['a: \u001b[31m', '1:4 yaml-syntax'],
  ])('%j: %s', (text, expected) => {
    expect(problems(text)).toEqual([expected])
  })

  it('says in one line what the parser found', () => {
    const { documents } = readYaml('f', 'a: "x\nb: 1\n', false)
    const [problem] = documents[0]?.problems ?? []
    expect(problem?.code).toBe('yaml-syntax')
    expect(JSON.stringify(problem?.args)).not.toContain('\\n')
  })

  it('has merge keys, which belong to their map', () => {
    const map = root('a: &x { v: 1 }\nb: { <<: *x }\n') as MapNode
    const inner = map.get('b') as MapNode
    expect(inner.problems).toMatchObject([{ code: 'yaml-refused', at: { line: 2, column: 6 } }])
  })

  it('has keys written twice, with the place of the first', () => {
    const map = root('a: 1\nb: 2\n"a": 3\n') as MapNode
    expect(map.problems).toMatchObject([
      { code: 'duplicate-key', at: { line: 3, column: 1 }, args: { key: 'a', first: { line: 1, column: 1 } } },
    ])
    expect(plain(map)).toEqual({ a: '1', b: '2' })
  })

  it('leaves the other documents of a file whole', () => {
    const { documents } = readYaml('f', 'a: [1\n---\nb: 2\n', false)
    expect(documents.map((document) => document.problems.length)).toEqual([1, 0])
  })
})

describe('a decimal comma between braces', () => {
  it.each([
    ['{ reduce_by: 0,3 }', '0,3', 14],
    ['{ a: 1, b: -0,96%, c: 2 }', '-0,96%', 12],
    ['{ value: 16,250,000 }', '16,250,000', 10],
  ])('%s is one problem', (text, written, column) => {
    const map = root(text) as MapNode
    const found = [...map.entries.values()].filter(({ value }) => 'problem' in value)
    expect(found.map(({ value }) => value)).toMatchObject([
      { problem: { code: 'comma-in-braces', at: { column, length: written.length }, args: { written } } },
    ])
    expect([...map.entries.keys()].some((key) => /^\d/.test(key))).toBe(false)
  })

  it('is not there where a space or a value follows', () => {
    expect(plain(root('{ a: 1, 2: x }'))).toEqual({ a: '1', 2: 'x' })
    expect(plain(root('{ a: "0,3", b: 1 }'))).toEqual({ a: '0,3', b: '1' })
  })
})

describe('JSON', () => {
  it('has numbers that are tokens, and texts that are not', () => {
    const map = root('{\n\t"a": 1e3,\n\t"b": "1e3",\n\t"c": null\n}\n', true) as MapNode
    expect(map.get('a')).toMatchObject({ text: '1e3', jsonNumber: true, at: { line: 2, column: 7 } })
    expect(map.get('b')).toMatchObject({ text: '1e3', jsonNumber: false })
    expect((map.get('c') as Scalar).isNull).toBe(true)
  })

  it('may be written in one line, with escapes', () => {
    expect(plain(root('{"a":{"b":[1,2]},"c":"H\\u00e0 \\ud83d\\ude00 \\/"}', true))).toEqual({
      a: { b: ['1', '2'] },
      c: 'Hà 😀 /',
    })
  })
})

describe('a file made to do harm', () => {
  const megabyte = 1_000_000

  it.each([
    ['brackets', '['.repeat(megabyte), '1:65'],
    ['braces', '{a: '.repeat(megabyte / 4), '1:257'],
    ['dashes', '- '.repeat(megabyte / 2), '1:129'],
    ['question marks', '? '.repeat(megabyte / 2), '1:129'],
    ['colons', 'a: '.repeat(megabyte / 3), '1:194'],
    ['steps', Array.from({ length: 1400 }, (_, step) => `${' '.repeat(step)}a:`).join('\n'), '65:66'],
  ])('of a megabyte of %s is too deep, and is not gone through', (_, text, at) => {
    expect(problems(text)).toEqual([`${at} too-deep`])
  })

  it('may be 64 levels deep, not 65', () => {
    expect(problems('['.repeat(64) + ']'.repeat(64))).toEqual([])
    expect(problems('['.repeat(65) + ']'.repeat(65))).toEqual(['1:65 too-deep'])
  })

  it('repeats itself by aliases without being expanded', () => {
    const levels = Array.from({ length: 20 }, (_, level) => {
      const items = Array.from({ length: 9 }, () => (level === 0 ? 'lol' : `*a${level - 1}`))
      return `a${level}: &a${level} [${items.join(', ')}]`
    })
    expect(problems(levels.join('\n'))).toMatchObject([expect.stringContaining('alias-bomb')])
  })

  it('stands for itself', () => {
    expect(problems('a: &x [*x]')).toEqual(['1:8 alias-bomb'])
    expect(problems('&x a: &y { b: *y }')).toEqual(['1:15 alias-bomb'])
  })

  it('has every key a thousand times', () => {
    expect((root('a: 1\n'.repeat(20_000)) as MapNode).problems).toHaveLength(19_999)
  })

  it('is a row of stray brackets', () => {
    expect(problems(']'.repeat(100_000))).toEqual(['1:1 yaml-syntax'])
  })
})

describe('a file that is full of slips', () => {
  it('keeps every document that can be read', () => {
    const { documents } = readYaml('f', `${'---\n]\n'.repeat(150)}---\nkind: plan\n`, false)
    expect(plain(documents.at(-1)?.root)).toEqual({ kind: 'plan' })
  })

  it.each(['[,,,,', '"\n', '---\n]\n'])(
    'takes no time to speak of for two hundred thousand characters of %j',
    (flood) => {
      const text = flood.repeat(200_000 / flood.length)
      expect(() => readYaml('f', text, false)).not.toThrow()
    },
    30_000,
  )
})
