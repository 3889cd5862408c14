import { formatDay } from '../../../model/period.ts'
import { composed, withoutTrailing } from '../../../model/text.ts'

/** A cell as it is stored. */
export interface SheetCell {
  /** Counted from 0. */
  readonly column: number
  readonly text: string
  /** A number, in plain decimals; else text, a day or an error value. */
  readonly isNumber: boolean
}

/** What the number of a cell is meant as, and how many decimals it is shown with. */
export interface NumberFormat {
  readonly kind: 'number' | 'percent' | 'day' | 'month' | 'year'
  readonly decimals: number
}

/** What the cells of a workbook share. */
export interface CellContext {
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly startsIn1904: boolean
}

/** A cell as a spreadsheet shows it, with every digit that was typed. */
export function cellFrom(
  { column, type, style }: { column: number; type: string; style: number },
  stored: string,
  { strings, formats, startsIn1904 }: CellContext,
): SheetCell {
  const text = (written: string) => textCell(column, written)
  if (type === 's') return text(strings[wholeNumber(stored) ?? -1] ?? '')
  // Yes and no are no numbers, though they are stored as 1 and 0.
  if (type === 'b') return text(isTrue(stored) ? 'TRUE' : 'FALSE')
  if (type !== 'n' || stored === '') return text(stored)
  const { kind, decimals } = formats[style] ?? { kind: 'number', decimals: 0 }
  const plain = plainNumber(stored)
  if (plain === null) return text(stored)
  if (kind !== 'number' && kind !== 'percent') {
    return text(dayText(stored, startsIn1904)?.slice(0, SHOWN_OF_DAY[kind]) ?? stored)
  }
  const shown = kind === 'percent' ? `${withDecimals(timesHundred(plain), decimals)}%` : withDecimals(plain, decimals)
  return { column, text: shown, isNumber: true }
}

/** Characters that XML does not keep are written by their number, a carriage return as `_x000D_` (ECMA-376 Part 1, 22.9.2.19). */
export function textCell(column: number, written: string): SheetCell {
  const text = written.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return { column, text: composed(text), isNumber: false }
}

/** How much of `2018-12-31` a cell shows that shows a month or a year of it. */
const SHOWN_OF_DAY = { day: 10, month: 7, year: 4 } as const

/**
 * The number that was typed: spreadsheets keep binary floats and write 2.73 as 2.7300000000000004 or the like, with 17
 * digits. The shortest decimal text of the same float has the 15 digits that were typed.
 */
function plainNumber(stored: string): string | null {
  if (!/^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(stored)) return null
  const shortest = String(Number(stored))
  const [, sign = '', whole = '', decimals = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(shortest) ?? []
  if (whole === '') return null
  return shifted(sign, whole, decimals, Number(exponent ?? 0))
}

/** With the zeros that the sheet shows: 2.70 was printed to two decimals. No digit is taken away. */
function withDecimals(plain: string, least: number): string {
  const [whole = '', decimals = ''] = plain.split('.')
  const padded = decimals.padEnd(Math.min(least, MOST_SHOWN_DECIMALS), '0')
  return padded === '' ? whole : `${whole}.${padded}`
}

const MOST_SHOWN_DECIMALS = 6

function timesHundred(plain: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  return shifted(sign, whole, decimals, 2)
}

/** Plain decimal text of `whole.decimals` × 10^`places`. */
function shifted(sign: string, whole: string, decimals: string, places: number): string {
  const digits = whole + decimals
  const point = whole.length + places
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const after = withoutTrailing(padded.slice(at), '0')
  const text = after === '' ? before : `${before}.${after}`
  return text === '0' ? text : sign + text
}

/** A day as spreadsheets count them, from the end of 1899 or from 1904 on; a time of day is passed over. */
function dayText(stored: string, startsIn1904: boolean): string | null {
  const serial = Math.floor(Number(stored))
  // The 29 February 1900 that spreadsheets count never was.
  const days = startsIn1904 ? serial + 1462 : serial < 61 ? serial + 1 : serial
  if (!(days > 0 && days < 2_958_466)) return null
  return formatDay(days - 25_569)
}

/** Built-in formats by their numbers (ECMA-376 Part 1, 18.8.30), others by their code. */
export function numberFormatOf(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  if (id === 17) return { kind: 'month', decimals: 0 }
  if ((id >= 14 && id <= 16) || id === 22) return { kind: 'day', decimals: 0 }
  const code = codes.get(id) ?? BUILT_IN_CODES[id] ?? ''
  // Text in quotes, behind a backslash and in brackets is no part of the pattern; negatives have one of their own.
  const [pattern = ''] = code.replace(/"[^"]*"?|\\.|\[[^\]]*\]?/g, '').split(';')
  if (/d/i.test(pattern)) return { kind: 'day', decimals: 0 }
  if (/y/i.test(pattern)) return { kind: /m/i.test(pattern) ? 'month' : 'year', decimals: 0 }
  const decimals = /\.(0+)/.exec(pattern)?.[1]?.length ?? 0
  return { kind: pattern.includes('%') ? 'percent' : 'number', decimals }
}

const BUILT_IN_CODES: Readonly<Record<number, string>> = {
  2: '0.00',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  39: '#,##0.00',
  40: '#,##0.00',
}

export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** Of an attribute or a cell. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}
