import { Exact } from '../../model/exact.ts'
import { safeText } from '../figure/safe-text.ts'
import type { Figure } from '../view/document.ts'

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
export function textCell(written: string): XlsxCell {
  if (written === '') return empty
  // What a line of a table keeps together is an ordinary blank in a cell.
  const shown = written
    .split('\n')
    .map((line) => safeText(line.replaceAll('\u00a0', ' ')))
    .join('\n')
  return { value: shown.length > LONGEST_TEXT ? `${shown.slice(0, LONGEST_TEXT - 1)}…` : shown }
}

/**
 * A number that shows what is printed of it, in the notation of whoever opens the file; a percentage is one to
 * spreadsheets too: 3.28% is 0.0328.
 *
 * Spreadsheets round half-up; under another mode the cell holds what is printed, since no format could show it. So it
 * does at a tie, which the binary fraction of a spreadsheet may lie just below. `quotient`: the cells that it is the
 * quotient of, as a live formula, rounded by the spreadsheet where it would otherwise have to show a tie.
 */
export function figureCell({ value, printed, mark }: Figure, quotient: string | null = null): XlsxCell {
  if (!value) return empty
  const text = printed(value)
  const decimals = decimalsIn(text)
  const isTie = value.minus(Exact.parse(text)).abs().equals(Exact.halfUnit(decimals))
  const held = value.toFixed(decimals) === text && !isTie ? value : Exact.parse(text)
  const formula = quotient && (isTie ? `ROUND(${quotient},${decimals + 2})` : quotient)
  return {
    ...asNumber(mark === '%' ? held.dividedBy(Exact.HUNDRED) : held),
    format: formatCode(decimals, mark ?? ''),
    ...(formula && { formula }),
  }
}

/** Spreadsheets hold 15 digits: a number of more is written as text, so that no digit is lost. */
function asNumber(value: Exact): XlsxCell {
  const digits = value.toDecimal().replace(/^-?0*\.?0*|\./g, '')
  return { value: value.decimals !== undefined && digits.length > 15 ? value.toDecimal() : Number(value.toDecimal(20)) }
}

function formatCode(decimals: number, mark: string): string {
  return `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}${mark}`
}

const decimalsIn = (plain: string): number => plain.split('.')[1]?.length ?? 0
