import type { Cell, NamedRange, WriteSheet } from 'hucre'
import { safeText } from '../figure/safe-text.ts'
import type { XlsxCell } from './cells.ts'

/** A column: its head, how many characters wide it is, and what it holds of a row. */
export interface XlsxColumn<Row> {
  readonly key: string
  readonly head: string
  readonly width: number
  readonly cell: (row: Row, place: CellPlace) => XlsxCell
  /** Left out where no row has anything in it. */
  readonly isOptional?: boolean
}

/** What stands around the rows where a sheet is printed. */
export interface Printed {
  readonly title: string
  readonly foot: string
  /** The head of the last column that is printed; null: all are. */
  readonly last: string | null
  readonly isPrinted?: boolean
}

/** A sheet, and the names that a workbook gives to what of it is printed. */
export interface PrintedSheet {
  readonly sheet: WriteSheet
  readonly names: readonly NamedRange[]
}

/** Where a cell stands, for formulas that speak of others in its row. */
export interface CellPlace {
  /** Counted from 1, as spreadsheets do. */
  readonly row: number
  /** The letter of the column with this key. */
  readonly letterOf: (key: string) => string
}

/**
 * A sheet of rows under a head that stays in sight, filters on every column, text wrapped and at the top. On paper, A4
 * across, it has the columns to the last printed one under the same head on each page.
 */
export function sheetOf<Row>(
  name: string,
  all: readonly XlsxColumn<Row>[],
  rows: readonly Row[],
  { title, foot, last, isPrinted = true }: Printed,
): PrintedSheet {
  const columns = all.filter(
    ({ isOptional, cell }) => !isOptional || rows.some((row) => cell(row, noPlace).value !== null),
  )
  const letters = new Map(columns.map(({ key }, index) => [key, letterOf(index)]))
  const heights = new Map([[0, { height: heightOf(columns.map(({ head, width }) => linesOf(head, width))) }]])
  const cells = rows.map((row, index) => {
    const place: CellPlace = { row: index + 2, letterOf: (key) => letters.get(key) ?? 'A' }
    const inRow = columns.map(({ cell }) => cell(row, place))
    const lines = inRow.map(({ value }, at) =>
      typeof value === 'string' ? linesOf(value, columns[at]?.width ?? 1) : 1,
    )
    heights.set(index + 1, { height: heightOf(lines) })
    return inRow
  })
  const printed = columns.findIndex(({ head }) => head === last)
  const end = letterOf(columns.length - 1)
  return {
    sheet: {
      name,
      columns: columns.map(({ width }) => ({ width })),
      cells: new SheetCells(
        columns.map(({ head }) => head),
        cells,
      ),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${end}${rows.length + 1}` },
      rowDefs: heights,
      pageSetup: pageOf(),
      headerFooter: { oddHeader: `&L&B${inHeader(title)}`, oddFooter: `&L${inHeader(name)}&R${foot}` },
    },
    // Of what is not printed an empty cell beside it is, which no program prints.
    names: isPrinted
      ? printNames(name, `$A$1:$${printed < 0 ? end : letterOf(printed)}$${rows.length + 1}`, '$1:$1')
      : printNames(name, `$${letterOf(columns.length + 1)}$1`, null),
  }
}

/** A4 across, as wide as the paper. */
export const pageOf = () =>
  ({ orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }) as const

/** What of a sheet is printed, and the rows that stand on each page. */
export function printNames(name: string, area: string, titles: string | null): readonly NamedRange[] {
  // In quotes, which a name with blanks in it needs.
  const nameOf = (what: string, range: string) => ({ name: `_xlnm.${what}`, range: `'${name}'!${range}`, scope: name })
  return [nameOf('Print_Area', area), ...(titles === null ? [] : [nameOf('Print_Titles', titles)])]
}

/** The cells of a sheet as the library goes through them, each made on the way: there may be a million. */
class SheetCells extends Map<string, Partial<Cell>> {
  readonly #heads: readonly string[]
  readonly #rows: readonly (readonly XlsxCell[])[]

  constructor(heads: readonly string[], rows: readonly (readonly XlsxCell[])[]) {
    super()
    this.#heads = heads
    this.#rows = rows
  }

  override *[Symbol.iterator](): MapIterator<[string, Partial<Cell>]> {
    for (const [column, value] of this.#heads.entries()) yield [`0,${column}`, { value, style: HEAD_STYLE }]
    const styles = new Map<string | undefined, Cell['style']>()
    for (const [index, row] of this.#rows.entries()) {
      for (const [column, { value, format, formula }] of row.entries()) {
        if (value === null) continue
        const style = styles.get(format) ?? { alignment: TEXT_ALIGNMENT, ...(format && { numFmt: format }) }
        styles.set(format, style)
        yield [`${index + 1},${column}`, { value, style, ...(formula && { formula, formulaResult: value }) }]
      }
    }
  }
}

const TEXT_ALIGNMENT = { vertical: 'top', wrapText: true } as const

const noPlace: CellPlace = { row: 1, letterOf: () => 'A' }

/** An ampersand begins a code there; digits behind one would be a size, and 255 signs are the most. */
function inHeader(text: string): string {
  const shown = safeText(text)
  return ` ${(shown.length > 100 ? `${shown.slice(0, 99)}…` : shown).replaceAll('&', '&&')}`
}

export const HEAD_STYLE = {
  font: { name: 'Calibri', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF0F3' } },
  alignment: { vertical: 'center', wrapText: true },
  border: { bottom: { style: 'thin' } },
} as const

/** Spreadsheets fit the height of a row to its text only while somebody types: a file has to say it. */
export const heightOf = (lines: readonly number[]): number =>
  Math.min(lines.reduce((most, each) => Math.max(most, each), 1) * POINTS_OF_LINE + 2, MOST_POINTS)
export const linesOf = (text: string, width: number): number => Math.ceil(text.length / (width * 0.92))

const POINTS_OF_LINE = 15
const MOST_POINTS = 409

export function letterOf(index: number): string {
  const first = Math.floor(index / 26)
  return (first > 0 ? letterOf(first - 1) : '') + String.fromCharCode(65 + (index % 26))
}
