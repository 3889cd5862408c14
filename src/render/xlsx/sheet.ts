import type { Cell, WriteSheet } from 'hucre'
import type { XlsxCell } from './cells.ts'

/** A column: its head, how many characters wide it is, and what it holds of a row. */
export interface XlsxColumn<Row> {
  readonly head: string
  readonly width: number
  readonly cell: (row: Row, place: CellPlace) => XlsxCell
}

/** Where a cell stands, for formulas that speak of others in its row. */
export interface CellPlace {
  /** Counted from 1, as spreadsheets do. */
  readonly row: number
  /** The letter of the column with this head. */
  readonly letterOf: (head: string) => string
}

/**
 * A sheet of rows under a head that stays in sight, filters on every column, text wrapped and at the top. On paper, A4
 * across, it has the first `printed` columns under the same head on each page.
 */
export function sheetOf<Row>(
  name: string,
  columns: readonly XlsxColumn<Row>[],
  rows: readonly Row[],
  printed = columns.length,
): WriteSheet {
  const letters = new Map(columns.map(({ head }, index) => [head, letterOf(index)]))
  const cells = new Map<string, Partial<Cell>>()
  const heights = new Map([[0, { height: heightOf(columns.map(({ head, width }) => linesOf(head, width))) }]])
  for (const [index, { head }] of columns.entries()) cells.set(`0,${index}`, { value: head, style: HEAD_STYLE })
  for (const [index, row] of rows.entries()) {
    const lines: number[] = []
    const place: CellPlace = { row: index + 2, letterOf: (head) => letters.get(head) ?? 'A' }
    for (const [column, { cell, width }] of columns.entries()) {
      const { value, format, formula } = cell(row, place)
      if (value === null) continue
      if (typeof value === 'string') lines.push(linesOf(value, width))
      cells.set(`${index + 1},${column}`, {
        value,
        style: { alignment: { vertical: 'top', wrapText: true }, ...(format && { numFmt: format }) },
        ...(formula && { formula, formulaResult: value }),
      })
    }
    heights.set(index + 1, { height: heightOf(lines) })
  }
  const last = letterOf(columns.length - 1)
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map(({ head }) => head), ...rows.map(() => columns.map(() => null))],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${rows.length + 1}` },
    rowDefs: heights,
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: `$A$1:$${letterOf(printed - 1)}$${rows.length + 1}`,
      printTitlesRow: '$1:$1',
    },
  }
}

const HEAD_STYLE = {
  font: { bold: true },
  alignment: { vertical: 'center', wrapText: true },
  border: { bottom: { style: 'thin' } },
} as const

/** Spreadsheets fit the height of a row to its text only while somebody types: a file has to say it. */
function heightOf(lines: readonly number[]): number {
  return Math.min(Math.max(1, ...lines) * POINTS_OF_LINE + 2, MOST_POINTS)
}

function linesOf(text: string, width: number): number {
  return Math.ceil(text.length / (width * 0.92))
}

const POINTS_OF_LINE = 15
const MOST_POINTS = 409

function letterOf(index: number): string {
  const first = Math.floor(index / 26)
  return (first > 0 ? letterOf(first - 1) : '') + String.fromCharCode(65 + (index % 26))
}
