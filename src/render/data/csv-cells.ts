import type { Exact } from '../../model/exact.ts'
import { machineNumber, machinePercentage } from '../figure/machine-number.ts'
import { safeText } from '../figure/safe-text.ts'

/** A column of a table whose rows are made of `Values`. */
export type CsvColumn<Values extends readonly unknown[]> = readonly [name: string, cell: (...values: Values) => string]

/** A header and the rows, with LF line ends: every spreadsheet reads them, and a diff shows them well. */
export function csvText<Values extends readonly unknown[]>(
  columns: readonly CsvColumn<Values>[],
  rows: readonly Values[],
): string {
  const lines = [columns.map(([name]) => name).join(',')]
  for (const row of rows) lines.push(columns.map(([, cell]) => cell(...row)).join(','))
  return `${lines.join('\n')}\n`
}

export function number(value: Exact | null | undefined): string {
  return value ? machineNumber(value) : ''
}

export function percentage(ratio: Exact | null | undefined): string {
  return ratio ? machinePercentage(ratio) : ''
}

/** An id, period or word of ours, or a whole number: none of them can hold a comma, a quote or a formula. */
export function word(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

/** Text of an input; what a spreadsheet would run as a formula gets an apostrophe before it. */
export function text(written: string | null | undefined): string {
  if (!written) return ''
  const shown = safeText(RUN_BY_SPREADSHEETS.test(written) ? `'${written}` : written).replace(
    RUN_BEHIND_SEMICOLON,
    "$1'",
  )
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

/** The full-width forms are run by spreadsheets of East Asian locales. */
const RUN_BY_SPREADSHEETS = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** Where commas are for decimals, a spreadsheet takes a semicolon for the start of a new cell. */
const RUN_BEHIND_SEMICOLON = /(;\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g
