import type { CsvRecord } from '../../engine/csv-structure.ts'
import type { Place } from '../../model/figure.ts'
import type { ColumnApart } from '../../model/problem.ts'
import type { TableMapping } from '../../model/table.ts'
import { composed } from '../../model/text.ts'
import { type CsvShape, csvCellPlaces, csvRow } from '../../read/table/csv.ts'
import type { RefusedRow, TableRow } from '../../read/table/grid.ts'
import type { RowGroup, TableRead } from '../../read/table/results.ts'
import type { rowReader } from '../../read/table/row.ts'
import type { RowPlaces } from '../../read/table/summed-rows.ts'

/** As the reader of small tables says it, with the mapping it was read by and the lines that problems stand in. */
export interface LargeRead extends TableRead {
  readonly mapping: TableMapping | null
  readonly lineOf: (line: number) => string | undefined
  /** What tells the rows apart that begin in these lines, where these were found again. */
  readonly apart: (one: number, other: number) => readonly ColumnApart[]
  /** Whether all that a problem may be about stands where its first row does. */
  readonly isPlaced: boolean
}

/** What stands where the first of its rows does, and not at its file: nothing, figures, or all that a problem may be about. */
export type Placing = 'none' | 'figures' | 'rows'

/** A row that was found again. */
export interface StandingRow {
  /** Counted from 1 among all rows of the file. */
  readonly number: number
  readonly places: RowPlaces
  /** Its cells, or why it has none; null: nothing stands in it. */
  readonly row: () => TableRow | RefusedRow | null
  /** Where it begins, and its text, which may run over several lines; null: the file has no lines. */
  readonly line: { readonly number: number; readonly text: string } | null
}

/** Tells the number among all rows of a file of one among those that could be taken apart; `ragged` are the others, ascending. */
export function numberInFile(ragged: readonly number[]): (accepted: number) => number {
  // How many that could be taken apart stand before each of the others.
  const before = ragged.map((number, index) => number - index - 1)
  return (accepted) => accepted + indexIn(before, accepted)
}

/**
 * Where cells of these columns stand, in rows of these numbers, which ascend: as numbers alone, since there may be a million
 * of them. Cells of other columns stand where their row does.
 */
export function keptPlaces(file: string, numbers: readonly number[], columns: readonly number[]) {
  const perRow = 3 * (columns.length + 1)
  const kept = new Uint32Array(numbers.length * perRow)
  return {
    keep: ({ number, places }: StandingRow) => {
      const of = indexIn(numbers, number) * perRow
      for (const [index, { line, column, length }] of [places.at(), ...columns.map(places.cell)].entries()) {
        kept.set([line, column, length], of + 3 * index)
      }
    },
    placesOf: (number: number): RowPlaces => {
      const of = indexIn(numbers, number) * perRow
      const place = (at: number): Place => {
        const [line = 1, column = 1, length = 0] = kept.subarray(at, at + 3)
        return { file, line, column, length }
      }
      return { at: () => place(of), cell: (column) => place(of + 3 * (columns.indexOf(column) + 1)) }
    },
  }
}

/** How many of these numbers, which ascend, are below one. */
function indexIn(ascending: readonly number[], number: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return low
}

/** What a row says that was found again; null: it is passed over. */
export function readingOf(
  { row }: StandingRow,
  reader: ReturnType<typeof rowReader>,
): { readonly groups: readonly RowGroup[] } | RefusedRow | null {
  const cells = row()
  if (cells === null || 'problems' in cells) return cells
  const read = reader(cells)
  if ('passed' in read) return null
  return 'problems' in read ? { problems: read.problems, text: cells.text() } : read
}

/** The line of a file that one of these rows runs over. */
export function lineAmong(rows: readonly (readonly StandingRow[])[]): (line: number) => string | undefined {
  const inOrder = rows.map((each) => [...each].sort((a, b) => (a.line?.number ?? 0) - (b.line?.number ?? 0)))
  return (line) => {
    for (const each of inOrder) {
      const found = lastFrom(each, line)
      const text = found?.text.split(/\r\n|[\n\r]/)[line - found.number]
      if (text !== undefined) return text
    }
    return undefined
  }
}

/** The row among these that begins in a line. */
export function rowAmong(rows: readonly (readonly StandingRow[])[]): (line: number) => TableRow | null {
  return (line) => {
    const found =
      rows
        .flat()
        .find((row) => row.places.at().line === line)
        ?.row() ?? null
    return found && 'texts' in found ? found : null
  }
}

/** The last row that begins in this line or before. */
function lastFrom(rows: readonly StandingRow[], line: number): StandingRow['line'] {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.line?.number ?? 0) <= line) low = middle + 1
    else high = middle
  }
  return rows[low - 1]?.line ?? null
}

export function csvStandingRow(path: string, { number, line, text }: CsvRecord, shape: CsvShape): StandingRow {
  let cells: RowPlaces['cell'] | null = null
  return {
    number,
    places: {
      at: () => ({ file: path, line, column: 1, length: 1 }),
      cell: (column) => {
        cells ??= csvCellPlaces(path, text, line, shape.delimiter)
        return cells(column)
      },
    },
    row: () => csvRow(path, text, line, shape),
    line: { number: line, text },
  }
}

/** Its line is the number of the row: the file has no others. */
export function parquetStandingRow(
  path: string,
  number: number,
  texts: readonly string[],
  stored: ReadonlySet<number>,
): StandingRow {
  const places = parquetPlaces(path, number)
  return {
    number,
    places,
    row: () => ({
      texts: texts.map(composed),
      stored,
      at: places.at,
      cell: (column) => ({ text: texts[column] ?? '', at: places.cell(column) }),
      text: () => texts.join('\t'),
    }),
    line: null,
  }
}

export function parquetPlaces(file: string, line: number): RowPlaces {
  const cell = (column: number): Place => ({ file, line, column: column + 1, length: 0 })
  return { at: () => cell(0), cell }
}
