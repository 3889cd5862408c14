import { composed } from '../../model/text.ts'
import { lastBefore, type Passage } from './passage.ts'

/** A stretch of text, and where it begins in its passage and in the file. */
interface Stretch {
  readonly start: number
  readonly from: number
}

/** Elements whose content no reader of the page reads as prose; tables are read as tables, by whoever names them. */
const LEFT_OUT = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'svg',
  'table',
  'select',
  'textarea',
  'iframe',
])
/** Elements inside a line: all others end a paragraph. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** The paragraphs of a page, by its own tags, whatever is not closed; scripts, styles and tables are left out. */
export function htmlPassages(html: string): readonly Passage[] {
  const lines = lineStarts(html)
  const passages: Passage[] = []
  let text = ''
  let stretches: Stretch[] = []
  const flush = () => {
    if (text.trim() !== '') passages.push(passageOf(text, stretches, lines))
    text = ''
    stretches = []
  }
  const add = (piece: string, from: number) => {
    stretches.push({ start: text.length, from })
    text += piece
  }
  for (let at = 0; at < html.length; ) {
    const sign = html[at]
    if (sign === '<') {
      const tag = tagAt(html, at)
      at = tag.end
      if (tag.name === '') add('<', tag.end - 1)
      else if (LEFT_OUT.has(tag.name) && !tag.isEnd && !tag.isEmpty) {
        flush()
        at = endOf(html, at, tag.name)
      } else if (!INLINE.has(tag.name)) flush()
    } else if (sign === '&') {
      const { text: piece, end } = referenceAt(html, at)
      add(piece, at)
      at = end
    } else {
      const next = nextMarkup(html, at)
      add(html.slice(at, next), at)
      at = next
    }
  }
  flush()
  return passages
}

function nextMarkup(html: string, from: number): number {
  for (let at = from; at < html.length; at++) if (html[at] === '<' || html[at] === '&') return at
  return html.length
}

interface Tag {
  /** In small letters; empty: no tag begins here. */
  readonly name: string
  readonly isEnd: boolean
  readonly isEmpty: boolean
  readonly end: number
}

function tagAt(html: string, at: number): Tag {
  const none = { name: '', isEnd: false, isEmpty: false, end: at + 1 }
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4)
    return { ...none, name: 'b', end: end < 0 ? html.length : end + 3 }
  }
  const isEnd = html[at + 1] === '/'
  const start = at + (isEnd ? 2 : 1)
  const name = /^[!?]?[a-z][a-z0-9]{0,20}/i.exec(html.slice(start, start + 24))?.[0]
  if (!name) return none
  let quote = ''
  for (let end = start + name.length; end < html.length; end++) {
    const sign = html[end] ?? ''
    if (quote !== '') quote = sign === quote ? '' : quote
    else if ((sign === '"' || sign === "'") && html[end - 1] === '=') quote = sign
    else if (sign === '>') return { name: name.toLowerCase(), isEnd, isEmpty: html[end - 1] === '/', end: end + 1 }
  }
  return { ...none, name: 'b', end: html.length }
}

/** Behind the end of an element, in which others of its name may lie. */
function endOf(html: string, from: number, name: string): number {
  let depth = 1
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at)) {
    const tag = tagAt(html, at)
    at = tag.end
    if (tag.name !== name) continue
    if (!tag.isEnd) depth++
    else if (--depth === 0) return tag.end
  }
  return html.length
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['minus', '−'],
  ['pound', '£'],
  ['euro', '€'],
  ['yen', '¥'],
  ['Dstrok', 'Đ'],
  ['dstrok', 'đ'],
  ['ETH', 'Đ'],
  ['eth', 'đ'],
])
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
])

/** `&agrave;`, `&#224;`, `&#xe0;`; what is none stands as it is. */
function referenceAt(html: string, at: number): { readonly text: string; readonly end: number } {
  const [whole, name = ''] = /^&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,8});/.exec(html.slice(at, at + 12)) ?? []
  if (!whole) return { text: '&', end: at + 1 }
  const end = at + whole.length
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return {
      text: code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ' ',
      end,
    }
  }
  const accent = ACCENTS.get(name.slice(1))
  return { text: NAMED.get(name) ?? (accent ? composed(`${name.slice(0, 1)}${accent}`) : ' '), end }
}

function passageOf(text: string, stretches: readonly Stretch[], lines: readonly LineStart[]): Passage {
  return {
    text,
    place: (index) => {
      const { start, from } = lastBefore(stretches, index) ?? { start: 0, from: 0 }
      const offset = from + index - start
      const line = lastBefore(lines, offset) ?? { number: 1, start: 0 }
      return { line: line.number, column: offset - line.start + 1 }
    },
  }
}

interface LineStart {
  readonly number: number
  readonly start: number
}

function lineStarts(text: string): readonly LineStart[] {
  const starts = [{ number: 1, start: 0 }]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push({ number: starts.length + 1, start: at + 1 })
  }
  return starts
}
