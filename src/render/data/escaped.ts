import { safeText } from '../figure/safe-text.ts'

/**
 * What a terminal would act on, and JSON.stringify leaves as it is: DEL, C1 controls, line separators, bidi marks; and
 * the second of two hashes, which begin a command to whatever reads the log of a pipeline (`##[error]`).
 */
const UNSAFE = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<=#)#/
const ALL_UNSAFE = new RegExp(UNSAFE, 'g')

/** JSON of what holds no exact number, indented by two spaces. */
export function jsonString(value: unknown): string {
  const json = JSON.stringify(value, null, 2)
  return UNSAFE.test(json) ? json.replace(ALL_UNSAFE, escaped) : json
}

function escaped(unsafe: string): string {
  return `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Ids, numbers and periods: nothing in them is quoted or run. */
const PLAIN = /^[a-z0-9][\w./-]*$/i

/** A cell of CSV; what a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvCell(written: string): string {
  if (written === '' || PLAIN.test(written)) return written
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
