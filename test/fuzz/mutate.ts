import { entriesOf, type FuzzCase, zip } from './cases.ts'

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What has been hard on somebody: numbers, periods, words of YAML, JSON, CSV, XML and Unicode. */
const ODD_NUMBERS =
  `0 -1 1e9 1e400 -0 .5 5. 1.2.3 007 99999999999999999999999999 0.000000000000001 1/3 100% -5% 1.000 1,000
  16.250 ~4 <7 60-62 90-80 NaN Infinity .inf 0x1f ٣ 123456789012345678901234567890123456789012345678901234567890`.split(
    /\s+/,
  )
const ODD_WORDS =
  `2018 2018-02-30 2018-13 2018-Q5 2018-H1 2018/2020 2018/2019/2020 0000 9999-12-31 2018-12 T13/2018 null ~ true
  done none whole __proto__ constructor toString *a`.split(/\s+/)
const ODD = [
  ...ODD_NUMBERS,
  ...ODD_WORDS,
  ...['&a ', '<<: ', '!!set ', '- ', ': ', '? ', '| \n', '>-\n', '{', '}', '[', ']', ',', '"', "'", '#', '%'],
  ...['---\n', '...\n', '\t', '\r', '\n\n', '<', '>', '&', '&#0;', '&amp;', ']]>', '<!--', '<![CDATA[', '</', '\0'],
  ...['\x1b[31m', '\x7f', '\u0085', '\u2028', '\ufeff', '\u202e', '\uffff', '\u0301', '\ud83d\ude00', '=1+1', '@'],
  ...['\\', '\\u0000', '`', '|', '*', '_', '$', '${', 'id: ', 'kind: plan\n', 'target: ', 'between: [1, 2]'],
  ...['reduce_by: ', 'areas: ', 'of_which: ', 'period: ', 'type: ', 'đạt ', 'vượt ', 'kế hoạch', 'giảm ', 'từ '],
  ...['xuống còn ', 'trong đó ', ' of the target', 'exceeding ', 'from ', ' to '],
]

const FORMATS = 'table markdown html xlsx json csv junit text sdmx-csv iati-xml github sarif'.split(' ')
const COMMANDS = [
  'report',
  'poverty',
  'check',
  'validate',
  'compare',
  'audit',
  'audit --unread',
  'audit --explain',
  'draft',
]

/** A case that differs from `from` in one file, and often in its command. */
export function mutated(from: FuzzCase, others: readonly FuzzCase[], random: () => number): FuzzCase {
  const below = (count: number) => Math.floor(random() * count)
  const drawn = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item
  const files = [...from.files]
  const [path, bytes] = drawn(files)
  const [, other] = drawn([...drawn(others).files])
  const changes = 1 + below(4)
  let content = bytes
  for (let change = 0; change < changes; change++) content = changed(content, other, below, drawn)
  return { command: commandLike(from.command), files: new Map(files).set(path, content) }

  function commandLike(command: string): string {
    const [, word = '', rest = ''] = /^pva (\S+)([\s\S]*)$/.exec(command) ?? []
    const base = COMMANDS.includes(word) && random() < 0.3 ? `pva ${drawn(COMMANDS)}${rest}` : command
    if (random() < 0.4) return base
    const format = drawn(FORMATS)
    const options = [
      ` -f ${format}${format === 'xlsx' ? ' -o out.xlsx' : ''}`,
      ...(random() < 0.3 ? [' --lang vi'] : []),
    ]
    return base + options.join('')
  }
}

type Below = (count: number) => number
type Drawn = <Item>(items: readonly Item[]) => Item

function changed(bytes: Buffer, other: Buffer, below: Below, drawn: Drawn): Buffer {
  const entries = below(10) > 0 && bytes.toString('latin1', 0, 2) === 'PK' ? entriesOf(bytes) : null
  if (!entries || entries.length === 0) return changedBytes(bytes, other, below, drawn)
  const at = below(entries.length)
  return zip(
    entries.map((entry, index) =>
      index === at ? { name: entry.name, content: changedBytes(entry.content, other, below, drawn) } : entry,
    ),
  )
}

function changedBytes(bytes: Buffer, other: Buffer, below: Below, drawn: Drawn): Buffer {
  const at = below(bytes.length + 1)
  const until = Math.min(bytes.length, at + 1 + below(below(4) === 0 ? 200 : 12))
  const with_ = (...middle: readonly (string | Uint8Array)[]) =>
    Buffer.concat([bytes.subarray(0, at), ...middle.map((each) => Buffer.from(each as string)), bytes.subarray(until)])
  const piece = bytes.subarray(at, until)
  switch (below(18)) {
    case 0:
      return with_()
    case 1:
      return with_(drawn(ODD))
    case 2:
      return with_(piece, drawn(ODD))
    case 3:
      return with_(piece, piece)
    case 4: {
      const begin = below(other.length + 1)
      return with_(piece, other.subarray(begin, begin + 1 + below(80)))
    }
    case 5:
      return with_(Buffer.of(below(256)))
    case 6:
      return withOther(bytes, NUMBER, () => drawn(ODD), below)
    case 7:
      return withLines(bytes, below)
    case 8:
      return with_(piece, drawn(ODD).repeat(1 + below(below(50) === 0 ? 20_000 : 30)))
    case 9:
    case 10:
      return withOther(bytes, /[^\s,:;{}[\]"'<>|]+/g, () => drawn(below(2) === 0 ? ODD_WORDS : wordsOf(other)), below)
    default:
      return withOther(bytes, NUMBER, () => (below(2) === 0 ? drawn(ODD_NUMBERS) : String(below(2e6) / 100)), below)
  }
}

const NUMBER = /\d[\d.,%]*/g
const wordsOf = (bytes: Buffer) => bytes.toString('latin1').match(/[\w-]+/g) ?? ['']

/** With another text in place of one of those that `pattern` finds: what is around it stays as it is, and is read. */
function withOther(bytes: Buffer, pattern: RegExp, other: () => string, below: Below): Buffer {
  const found = [...bytes.toString('latin1').matchAll(pattern)]
  if (found.length === 0) return bytes
  const { 0: text, index } = found[below(found.length)] as RegExpExecArray
  return Buffer.concat([bytes.subarray(0, index), Buffer.from(other()), bytes.subarray(index + text.length)])
}

/** A line moved, doubled or left out. */
function withLines(bytes: Buffer, below: Below): Buffer {
  const lines = bytes.toString('latin1').split('\n')
  const [line = ''] = lines.splice(below(lines.length), below(3) === 0 ? 0 : 1)
  if (below(2) === 0) lines.splice(below(lines.length + 1), 0, line)
  return Buffer.from(lines.join('\n'), 'latin1')
}
