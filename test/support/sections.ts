/**
 * The plain-text form of scenarios: free text, then sections, each under a line of its own:
 *
 *     ==== file plans/plan.yaml ====
 *     ==== file odd.yaml (escaped) ====
 *     ==== file big.yaml (67108865 bytes) ====
 *
 * A plain body is what stands there. In an escaped one `\e` is ESC, `\t`, `\r` and `\\` are what they usually are,
 * `\xff` is one byte, `\u{202e}` one character, and a backslash at the end of a line joins it with the next.
 * A section of so many bytes has no body: zeros, that take no room on the disk.
 */
export interface Section {
  readonly name: string
  /** What follows the name: a path. */
  readonly argument: string
  /** The bytes, or how many zeros. */
  readonly content: Buffer | number
}

export interface SectionFile {
  readonly preamble: string
  readonly sections: readonly Section[]
}

export function sectionFileOf(text: string): SectionFile {
  const [preamble = '', ...rest] = text.split(/^(?===== .* ====$)/m)
  // A file without a preamble begins with its first section.
  return HEADER.test(preamble)
    ? { preamble: '', sections: [preamble, ...rest].map(sectionOf) }
    : { preamble, sections: rest.map(sectionOf) }
}

export function textOf({ preamble, sections }: SectionFile): string {
  return preamble + sections.map(sectionText).join('')
}

export function section(name: string, content: string, argument = ''): Section {
  return { name, argument, content: Buffer.from(content) }
}

const HEADER = /^==== (\S+)(?: (.+?))?(?: \((?:(escaped)|(\d+) bytes)\))? ====\n/

function sectionOf(text: string): Section {
  const [header, name, argument = '', escaped, bytes] = HEADER.exec(text) ?? []
  if (header === undefined || name === undefined) throw new Error(`not the header of a section: ${text.split('\n')[0]}`)
  const body = text.slice(header.length)
  if (bytes !== undefined) return { name, argument, content: Number(bytes) }
  return { name, argument, content: escaped ? unescaped(body) : Buffer.from(body) }
}

function sectionText({ name, argument, content }: Section): string {
  const title = argument ? `${name} ${argument}` : name
  if (typeof content === 'number') return `==== ${title} (${content} bytes) ====\n`
  const plain = content.toString()
  return canStandPlain(content, plain)
    ? `==== ${title} ====\n${plain}`
    : `==== ${title} (escaped) ====\n${escapedText(content)}`
}

/** What an eye cannot tell apart: control and format characters, spaces but the usual, marks that combine (NFD). */
const UNSEEN = /(?![\n ])[\p{Cc}\p{Cf}\p{Z}\p{M}]/gu

function canStandPlain(content: Buffer, plain: string): boolean {
  const endsALine = plain === '' || plain.endsWith('\n')
  const looksLikeHeader = /^==== .* ====$/m.test(plain)
  const unseen = plain.search(UNSEEN) >= 0
  return endsALine && !looksLikeHeader && !unseen && Buffer.from(plain).equals(content)
}

function escapedText(content: Buffer): string {
  const text = content.toString()
  // Bytes that are no text are shown as bytes, all of them.
  if (!Buffer.from(text).equals(content)) return `${[...content].map(byteEscape).join('')}\\\n`
  const body = text
    .replaceAll('\\', '\\\\')
    .replaceAll(/^==== /gm, '\\x3d=== ')
    .replace(UNSEEN, (character) => NAMED_ESCAPES[character] ?? characterEscape(character))
  return body.endsWith('\n') ? body : `${body}\\\n`
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\r': '\\r', '\x1b': '\\e' }

function byteEscape(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`
}

function characterEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

function unescaped(body: string): Buffer {
  const pieces = body.split(/(\\(?:x[0-9a-f]{2}|u\{[0-9a-f]+\}|.|\n))/)
  return Buffer.concat(pieces.map((piece, index) => (index % 2 === 0 ? Buffer.from(piece) : bytesOfEscape(piece))))
}

function bytesOfEscape(written: string): Buffer {
  const code = written.slice(1)
  if (code === '\n') return Buffer.alloc(0)
  if (/^x./.test(code)) return Buffer.of(Number.parseInt(code.slice(1), 16))
  if (/^u./.test(code)) return Buffer.from(String.fromCodePoint(Number.parseInt(code.slice(2, -1), 16)))
  const character = { e: '\x1b', t: '\t', r: '\r', '\\': '\\' }[code]
  if (character === undefined) throw new Error(`unknown escape: ${written}`)
  return Buffer.from(character)
}
