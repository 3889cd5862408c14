import { composed } from '../../model/text.ts'

/**
 * Text of an input file made fit for a terminal: one line in NFC, in which nothing acts on the terminal and
 * nothing is invisible.
 *
 * Tabs and line breaks become a space each. Every other control character, bidi control, zero-width or
 * otherwise ignorable character, line or paragraph separator, lone surrogate and noncharacter (U+FFFF) is written out as
 * `\u{1b}`: who reads the table sees that it is there, and it can neither recolour, reorder nor hide anything.
 *
 * So is the second of two colons or two hashes. What runs in a pipeline reads its log: `::error::` and `##[error]`
 * are commands to GitHub, `##vso[…]` to Azure, and a name could stand at the start of a line.
 */
export const safeText = (text: string): string => visibleText(composed(text))

/** As `safeText`, but not composed: the name of a file is only found as it was written. */
export function visibleText(text: string): string {
  return UNSAFE.test(text) ? text.replace(/[\t\n\r]/g, ' ').replace(ALL_UNSAFE, escaped) : text
}

const UNSAFE_SIGNS =
  '[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Noncharacter_Code_Point}\\p{Bidi_Control}\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb]|(?<=:):|(?<=#)#'
const UNSAFE = new RegExp(UNSAFE_SIGNS, 'u')
const ALL_UNSAFE = new RegExp(UNSAFE_SIGNS, 'gu')
const escaped = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16)}}`

/** Columns that `text`, which holds no escape codes, takes in a terminal. */
export function displayWidth(text: string): number {
  if (ONE_COLUMN_EACH.test(text)) return text.length
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** Latin with its Vietnamese letters, Greek, Cyrillic, the usual dashes and marks: nearly every name there is. */
const ONE_COLUMN_EACH =
  /^[\x20-\x7e\xa0-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u205f\u20a0-\u20cf\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc]*$/

/** 0 for what sits on the character before it, 2 for East Asian wide and emoji, else 1. */
function characterWidth(character: string): 0 | 1 | 2 {
  if (/^[\p{Mn}\p{Me}\u1160-\u11ff]/u.test(character)) return 0
  if (/^\p{Emoji_Presentation}/u.test(character)) return 2
  const code = character.codePointAt(0) ?? 0
  return WIDE.some(([first, last]) => first <= code && code <= last) ? 2 : 1
}

/** Blocks that are wide or fullwidth in Unicode's East Asian Width, runs of neighbours taken together. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
]

/**
 * Lines of at most `width` columns, broken between words; a word longer than a line is broken behind its hyphens,
 * else inside, so that nothing is lost. No line is empty unless the text is.
 */
export function wrappedText(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let lineWidth = 0
  for (const { word, joint } of text.split(' ').flatMap((part) => partsOf(part, width))) {
    const wordWidth = displayWidth(word)
    if (line !== '' && lineWidth + joint.length + wordWidth <= width) {
      line += joint + word
      lineWidth += joint.length + wordWidth
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = wordWidth <= width ? [word] : brokenWord(word, width)
    line = pieces.pop() ?? ''
    for (const added of pieces) lines.push(added)
    lineWidth = displayWidth(line)
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

/** What a word may be parted into, each with what joins it to the part before. */
function partsOf(word: string, width: number): readonly { readonly word: string; readonly joint: '' | ' ' }[] {
  if (word === '') return []
  const parts = displayWidth(word) > width ? word.split(/(?<=\p{L}-)(?=\p{L})/u) : [word]
  return parts.map((part, index) => ({ word: part, joint: index === 0 ? ' ' : '' }))
}

function brokenWord(word: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let pieceWidth = 0
  for (const character of word) {
    const added = characterWidth(character)
    if (pieceWidth + added > width && piece !== '') {
      pieces.push(piece)
      piece = ''
      pieceWidth = 0
    }
    piece += character
    pieceWidth += added
  }
  return [...pieces, piece]
}
