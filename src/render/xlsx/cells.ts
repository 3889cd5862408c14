import { Exact } from '../../model/exact.ts'
import { type Rounding, roundedApart } from '../figure/number.ts'
import { safeText } from '../figure/safe-text.ts'

/** What a cell holds, how it is shown, and the live formula behind it where there is one. */
export interface XlsxCell {
  readonly value: string | number | null
  readonly format?: string
  readonly formula?: string
}

/** Excel takes no longer text: a file that holds one is broken to it. */
const LONGEST_TEXT = 32_767

const empty: XlsxCell = { value: null }

/** Text of an input or of ours; a cell of text is never run as a formula, whatever it begins with. */
export function text(written: string | null | undefined): XlsxCell {
  if (!written) return empty
  // What a line of a table keeps together is an ordinary blank in a cell.
  const shown = safeText(written.replaceAll('\u00a0', ' '))
  return { value: shown.length > LONGEST_TEXT ? `${shown.slice(0, LONGEST_TEXT - 1)}…` : shown }
}

export function count(value: number): XlsxCell {
  return { value }
}

/**
 * A number that shows what is `printed` of it, plain decimal text, with `mark` behind it, in the notation of whoever opens
 * the file. Spreadsheets round half-up; where that would show something else the cell holds what is printed.
 */
export function number(
  value: Exact | null | undefined,
  printed: (value: Exact) => string,
  mark: '' | '%' | `" ${string}"` = '',
): XlsxCell {
  if (!value) return empty
  const text = printed(value)
  const decimals = decimalsIn(text)
  const held = value.toFixed(decimals) === text ? value : Exact.parse(text)
  return { ...asNumber(mark === '%' ? held.dividedBy(Exact.HUNDRED) : held), format: formatCode(decimals, mark) }
}

/**
 * A ratio as a percentage: 1.1826875 in a cell that shows 118.3%.
 *
 * It shows what the table prints, with as many more decimals as keep 99.97% apart from 100% (CALCULATION §1).
 * Spreadsheets round half-up; under another mode the cell holds what is printed, since no format could show it. So it
 * does at a tie, which the binary fraction of a spreadsheet may lie just below.
 */
export function percentage(
  ratio: Exact | null | undefined,
  rounding: Rounding,
  apartFrom: readonly Exact[] = APART_FROM,
): XlsxCell {
  if (!ratio) return empty
  const { printed, decimals, isTie } = printedPercentage(ratio, rounding, apartFrom)
  const isHalfUp = printed === ratio.times(Exact.HUNDRED).toFixed(decimals)
  const held = isHalfUp && !isTie ? ratio : Exact.parse(printed).dividedBy(Exact.HUNDRED)
  return { value: Number(held.toDecimal(20)), format: formatCode(decimals, '%') }
}

/** The formula of a percentage, rounded by the spreadsheet where it would otherwise have to show a tie. */
export function shownPercentage(formula: string, ratio: Exact, rounding: Rounding): string {
  const { decimals, isTie } = printedPercentage(ratio, rounding, APART_FROM)
  return isTie ? `ROUND(${formula},${decimals + 2})` : formula
}

/** What a completion must not be shown as, unless it is. */
const APART_FROM = [Exact.HUNDRED, Exact.ZERO]

function printedPercentage(ratio: Exact, rounding: Rounding, apartFrom: readonly Exact[]) {
  const percent = ratio.times(Exact.HUNDRED)
  const printed = roundedApart(percent, rounding, apartFrom)
  const decimals = decimalsIn(printed)
  const half = Exact.of(1n, 2n * 10n ** BigInt(decimals))
  return { printed, decimals, isTie: percent.minus(Exact.parse(printed)).abs().equals(half) }
}

/** Spreadsheets hold 15 digits: a number of more is written as text, so that no digit is lost. */
function asNumber(value: Exact): XlsxCell {
  const digits = value.toDecimal().replace(/^-?0*\.?0*|\./g, '')
  return { value: value.decimals !== undefined && digits.length > 15 ? value.toDecimal() : Number(value.toDecimal(20)) }
}

function formatCode(decimals: number, mark: string): string {
  return `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}${mark}`
}

function decimalsIn(plain: string): number {
  return plain.split('.')[1]?.length ?? 0
}
