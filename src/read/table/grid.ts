import { columnLetters, type Place } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'

/** The text of one cell without its quotes, in Unicode's composed form (NFC), and where it stands. */
export interface TableCell {
  readonly text: string
  readonly at: Place
}

/** One row. What stands in cells that are not there is nothing. */
export interface TableRow {
  readonly texts: readonly string[]
  /** Columns whose cells are stored as numbers, in plain notation, whatever is said of text. */
  readonly stored?: ReadonlySet<number>
  /**
   * What stands in empty cells of a workbook that are merged with a filled one, by column. It says what the row is about; a
   * figure is that of the first row alone.
   */
  readonly merged?: ReadonlyMap<number, string>
  /** A spreadsheet does not show it. */
  readonly isHidden?: boolean
  /** Whether nothing but blanks stands in the row, where its texts are not all that it holds. */
  readonly isBlank?: boolean
  /** Of JSON the object: rows are equal where these are, others where their texts are. */
  readonly line?: string
  /** Where it begins. */
  readonly at: () => Place
  readonly cell: (column: number) => TableCell
  /** As it stands in the file; its cells with tabs between them where the file is no text. */
  readonly text: () => string
}

/** A line that is drawn, `---`, `====`, or nothing. */
export const isDrawn = (text: string): boolean => /^ *(?:([-–—=_*])\1{2,} *)?$/.test(text)

/** A row that cannot be read, and why. */
export interface RefusedRow {
  readonly problems: readonly Problem[]
  /** As it stands in the file. */
  readonly text: string
}

/** A table of which it is known how its columns are called. */
export interface Table {
  /** Names of the columns; empty where there is no table. */
  readonly header: readonly TableCell[]
  /** The rows below the header, in their order. */
  readonly rows: readonly TableRow[]
  /** Why the file is no table; then there are no rows. */
  readonly problems: readonly Problem[]
  /** Those that have too few or too many cells. */
  readonly raggedRows: readonly RefusedRow[]
  /** How many of these hold nothing but separators, blanks and lines that are drawn, and are not among them. */
  readonly blankRows: number
  /** The first rows of the file, which may hold the names of the columns; those of JSON and Parquet stand nowhere. */
  readonly firstRows: readonly FirstRow[]
  /** What a spreadsheet does not show: its name where it is the sheet itself, and places of columns. */
  readonly hidden?: { readonly sheet: string | null; readonly columns: ReadonlySet<number> }
  /** Other sheets of a workbook that may have been meant. */
  readonly sheets?: readonly string[]
}

/** The number of a row, as an editor or a spreadsheet counts, and what stands in it. */
export interface FirstRow {
  readonly number: number
  readonly texts: readonly string[]
}

export function noTable(why: Problem): Table {
  return { header: [], rows: [], problems: [why], raggedRows: [], blankRows: 0, firstRows: [] }
}

/** Rows of a file that may hold the names of the columns: further down nobody looks for them. */
export const MOST_FIRST_ROWS = 30

/** Between the parts of a name that stands in two rows, `2018 / Actual`. */
export const BETWEEN = ' / '

/**
 * The names of columns that stand in these rows, one below the other. What a row above the last one says holds for the
 * columns to the right of it as well: as far as its cells are merged, else up to the next that holds something.
 */
export function columnNames(rows: readonly TableRow[]): readonly TableCell[] {
  const width = rows.reduce((most, { texts }) => Math.max(most, texts.length), 0)
  const names = rows.map((row, index) => filledRight(row, width, index + 1 < rows.length))
  return Array.from({ length: width }, (_, column) => {
    const own = rows.filter(({ texts }) => spaced(texts[column] ?? '') !== '')
    const parts =
      own.length > 0 || rows.some(({ merged }) => merged?.get(column)) ? names.map((row) => row[column]) : []
    const text = [...new Set(parts.filter((part) => part !== undefined && part !== ''))].join(BETWEEN)
    return { text, at: (own.at(-1) ?? (rows.at(-1) as TableRow)).cell(column).at }
  })
}

function filledRight({ texts, merged }: TableRow, width: number, isUpper: boolean): readonly string[] {
  let before = ''
  return Array.from({ length: width }, (_, column) => {
    const text = spaced(texts[column] || merged?.get(column) || '')
    if (isUpper && !merged) before = text || before
    return text || before
  })
}

/** As a name is shown in one line. */
function spaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/**
 * In which column each name stands: of a head in two rows the lower name is enough where no other column has it, and a column
 * without a name is called by its letter. A name that stands over several columns is a problem, one that is absent is not.
 */
export function columnsNamed(
  header: readonly TableCell[],
  names: Iterable<string>,
): { readonly columns: ReadonlyMap<string, number>; readonly problems: readonly Problem[] } {
  const columns = new Map<string, number>()
  const problems: Problem[] = []
  const places = new Map<string, number[]>()
  for (const [column, { text }] of header.entries()) places.set(text, [...(places.get(text) ?? []), column])
  const lower = new Map<string, readonly number[]>()
  for (const [text, [column]] of places) {
    const part = text.split(BETWEEN).at(-1) ?? text
    if (part !== text && column !== undefined) lower.set(part, [...(lower.get(part) ?? []), column])
  }
  const byLower = (name: string) => (lower.get(name)?.length === 1 ? lower.get(name) : undefined)
  const byLetter = (name: string) => {
    const column = /^[A-Z]{1,3}$/.test(name) ? header.findIndex((_, index) => columnLetters(index + 1) === name) : -1
    return spaced(header[column]?.text ?? '-') === '' ? [column] : []
  }
  for (const name of names) {
    const named = places.get(name) ?? places.get(spaced(name)) ?? byLower(spaced(name)) ?? byLetter(name)
    const [first, ...others] = named
    if (first === undefined) continue
    columns.set(name, first)
    for (const other of others) {
      const [one, again] = [header[first], header[other]]
      if (one && again) problems.push(problem('duplicate-column', again.at, { column: name, first: one.at }))
    }
  }
  return { columns, problems }
}
