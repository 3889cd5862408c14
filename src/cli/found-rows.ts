import type { CsvRecord } from '../engine/csv-structure.ts'
import type { Problem } from '../model/problem.ts'
import type { TableMapping } from '../model/table.ts'
import { csvRow, type Delimiter, type TableRow } from '../read/csv-rows.ts'
import type { RowGroup, TableRead } from '../read/table-results.ts'
import type { rowReader } from '../read/table-row.ts'
import { unknownRow } from '../read/table-rows.ts'
import type { ReadSums } from '../read/table-sums.ts'

/** As the reader of small tables says it, with the mapping it was read by and the lines that problems stand in. */
export interface LargeRead extends TableRead {
  readonly mapping: TableMapping | null
  readonly lines: ReadonlyMap<number, string>
}

/** Numbers among all rows of the file, ragged ones too, ascending; of the ragged ones as many as are shown. */
export function numbersInFile(
  accepted: readonly number[],
  ragged: readonly number[],
  most: number | null,
): readonly number[] {
  const numbers: number[] = []
  let before = 0
  for (const number of [...new Set(accepted)].sort((a, b) => a - b)) {
    while (before < ragged.length && (ragged[before] as number) <= number + before) before++
    numbers.push(number + before)
  }
  return [...numbers, ...ragged.slice(0, most ?? ragged.length)].sort((a, b) => a - b)
}

interface FoundRow {
  readonly row: TableRow | Problem
  readonly line: { readonly number: number; readonly text: string } | null
}

/** What the engine summed, with what the rows say that were found again. */
export function together<Found>(
  { groups, refused }: ReadSums,
  found: readonly Found[],
  reader: ReturnType<typeof rowReader>,
  rowIn: (found: Found) => FoundRow,
  ragged: number,
): Omit<LargeRead, 'rows' | 'mapping'> {
  const refusals: (readonly Problem[])[] = []
  const single: RowGroup[] = []
  const lines = new Map<number, string>()
  for (const each of found) {
    const { row, line } = rowIn(each)
    if (line) for (const [index, text] of line.text.split(/\r\n|[\n\r]/).entries()) lines.set(line.number + index, text)
    const read = 'code' in row ? { problems: [row] } : reader(row)
    if (read === null) continue
    if ('problems' in read) refusals.push(read.problems)
    else single.push(...read.groups)
  }
  const unknown = ragged > 0 ? [{ ...unknownRow, rows: ragged }] : []
  return { groups: [...groups, ...single], refused: [...refused, ...unknown], refusals, lines, problems: [] }
}

export function rowOf(
  { bytes, line }: CsvRecord,
  path: string,
  shape: { readonly delimiter: Delimiter; readonly columns: number },
): FoundRow {
  const text = new TextDecoder().decode(bytes)
  return { row: csvRow(path, text, line, shape), line: { number: line, text } }
}

/** Its line is the number of the row: the file has no others. */
export function parquetRow(
  path: string,
  number: number,
  texts: readonly string[],
  plainNumbers: ReadonlySet<number>,
): TableRow {
  return {
    texts: texts.map((text) => text.normalize('NFC')),
    plainNumbers,
    at: () => rowPlace(path, number, 0),
    cell: (column) => ({ text: texts[column] ?? '', at: rowPlace(path, number, column) }),
  }
}

export function rowPlace(file: string, line: number, column: number) {
  return { file, line, column: column + 1, length: 0 }
}
