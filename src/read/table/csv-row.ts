import type { Place } from '../../model/figure.ts'
import { problem } from '../../model/problem.ts'
import { composed } from '../../model/text.ts'
import { placesIn } from '../document/position.ts'
import { closingQuote, type Delimiter, type RefusedRow, type TableRow } from './csv-rows.ts'

/*
 * Single rows of a table that was gone through before: it is known where each begins and ends, and that its quotes are
 * as they should be.
 */

export interface CsvShape {
  readonly delimiter: Delimiter
  /** How many the header has. */
  readonly columns: number
}

/** One row: its text, and in which line of the file it begins. */
export function csvRow(
  file: string,
  text: string,
  line: number,
  { delimiter, columns }: CsvShape,
): TableRow | RefusedRow {
  const ends = endsOfCells(text, delimiter)
  const all = ends.map((end, index) => cellText(text.slice(startOf(ends, index), end)))
  const texts = isEmptyEnd(all, ends, columns) ? all.slice(0, columns) : all
  const place = (start: number, end: number) => placeIn(file, text, line, start, end)
  const at = () => place(0, 1)
  if (texts.length !== columns) {
    return { problems: [problem('ragged-row', at(), { cells: texts.length, columns })], text }
  }
  return {
    texts,
    at,
    cell: (column) => ({ text: texts[column] ?? '', at: place(startOf(ends, column), ends[column] ?? 0) }),
    text: () => text,
  }
}

/** Where one cell of such a row stands. */
export function csvCellPlace(file: string, text: string, line: number, delimiter: Delimiter, column: number): Place {
  let start = 0
  for (let before = 0; before < column; before++) start = endOfCell(text, start, delimiter) + 1
  return placeIn(file, text, line, start, endOfCell(text, start, delimiter))
}

function endsOfCells(text: string, delimiter: Delimiter): readonly number[] {
  const ends: number[] = []
  for (let end = -1; end < text.length; ) {
    end = endOfCell(text, end + 1, delimiter)
    ends.push(end)
  }
  return ends
}

function startOf(ends: readonly number[], column: number): number {
  return column === 0 ? 0 : (ends[column - 1] ?? 0) + 1
}

function endOfCell(text: string, start: number, delimiter: Delimiter): number {
  const close = text[start] === '"' ? closingQuote(text, start) : null
  if (close !== null) return close + 1
  const end = text.indexOf(delimiter, start)
  return end < 0 ? text.length : end
}

function cellText(written: string): string {
  const text = written[0] === '"' ? written.slice(1, -1).replaceAll('""', '"') : written
  return composed(text)
}

/** Separators behind the last column, with nothing between them, are no cells. */
function isEmptyEnd(texts: readonly string[], ends: readonly number[], columns: number): boolean {
  const behind = (ends.at(-1) ?? 0) - (ends[columns - 1] ?? 0)
  return texts.length > columns && behind === texts.length - columns
}

function placeIn(file: string, text: string, line: number, start: number, end: number): Place {
  if (!/[\r\n]/.test(text)) {
    return { file, line, column: start + 1, length: Math.max(1, text.slice(start, end).trimEnd().length) }
  }
  const at = placesIn(file, text.replace(/\r(?!\n)/g, '\n'))(start, end)
  return { ...at, line: at.line + line - 1 }
}
