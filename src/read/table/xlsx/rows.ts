import type { Place } from '../../../model/figure.ts'
import { type Problem, type ProblemArguments, problem } from '../../../model/problem.ts'
import type { NamedColumn } from '../../../model/table.ts'
import { type HeaderLines, isHeadless } from '../csv.ts'
import { columnNames, MOST_FIRST_ROWS, noTable, type Table, type TableRow } from '../grid.ts'
import { MOST_CELLS, type Sheet, type SheetRow, sheetIn, sheetNames } from './workbook.ts'
import type { Inflate } from './zip.ts'

/**
 * Reads the first sheet of an Excel workbook, or the one of that name, as a table. The names of the columns stand in these
 * rows of it, else in the first that is not empty. Places count rows as lines and columns as the sheet does: `D7` is line
 * 7, column 4.
 *
 * Numbers are what was typed, whatever the notation of the file; days are days; text is read as text of any table is.
 */
export function workbookTable(
  file: string,
  bytes: Uint8Array,
  { sheet: wanted, skipsHidden }: { readonly sheet: NamedColumn | null; readonly skipsHidden: boolean },
  inflate: Inflate,
  lines: HeaderLines = null,
): Table {
  const sheet = sheetIn(bytes, wanted?.name ?? null, inflate, skipsHidden)
  if (typeof sheet === 'string') {
    const at = (sheet === 'no-sheet' ? wanted?.at : null) ?? { file, line: 1, column: 1, length: 0 }
    const sheets = sheet === 'no-sheet' ? sheetNames(bytes, inflate) : []
    return noTable(badWorkbook(at, { why: sheet, wanted: wanted?.name ?? null, sheets }))
  }
  const place = placesIn(file, sheet.name)
  const isNameless = isHeadless(lines)
  const [first, last] = lines ? [lines[0], lines.at(-1)] : [sheet.rows[0]?.number, sheet.rows[0]?.number]
  const fillings = mergedTexts(sheet, last ?? 0)
  if (!fillings) return noTable(badWorkbook(place(1, 0), { why: 'too-many-cells', wanted: null, sheets: [] }))
  const firstRows = sheet.rows.slice(0, MOST_FIRST_ROWS).map(({ number, cells }) => ({ number, texts: textsOf(cells) }))
  const head = sheet.rows.filter(({ number }) => number >= (first ?? 0) && number <= (last ?? 0))
  const rowOf = (row: SheetRow) => rowFrom(row, fillings.get(row.number), place)
  if (head.length === 0 && !(isNameless && sheet.rows.length > 0)) {
    const empty = { why: 'empty' } as const
    const noHead = { why: 'no-head', row: first ?? 1 } as const
    return { ...noTable(problem('table-syntax', place(1, 0), sheet.rows.length === 0 ? empty : noHead)), firstRows }
  }
  const below = sheet.rows.filter(({ number }) => number > (last ?? 0))
  return {
    header: isNameless ? lettered(below, place) : columnNames(head.map(rowOf)),
    rows: below.map(rowOf),
    problems: [],
    hidden: { sheet: sheet.isHidden ? sheet.name : null, columns: sheet.hiddenColumns },
    raggedRows: [],
    blankRows: 0,
    firstRows,
    sheets: wanted === null ? sheetNames(bytes, inflate).filter((name) => name !== sheet.name) : [],
  }
}

/** Columns without names. */
function lettered(rows: readonly SheetRow[], place: PlaceOfCell): Table['header'] {
  const width = rows.reduce((most, { cells }) => Math.max(most, (cells.at(-1)?.column ?? -1) + 1), 0)
  return Array.from({ length: width }, (_, column) => ({ text: '', at: place(rows[0]?.number ?? 1, column) }))
}

type PlaceOfCell = (row: number, column: number) => Place

function placesIn(file: string, sheet: string): PlaceOfCell {
  return (row, column) => ({ file, line: row, column: column + 1, length: 1, sheet })
}

/**
 * What merged cells say in the cells that are not their first, by row and by column; null: of too many cells. Those that
 * reach out of the names of the columns, whose last row is `head`, say nothing of rows.
 */
function mergedTexts({ rows, merged }: Sheet, head: number): ReadonlyMap<number, Map<number, string>> | null {
  const fillings = new Map<number, Map<number, string>>()
  if (merged.length === 0) return fillings
  const numbers = rows.map(({ number }) => number).sort((a, b) => a - b)
  let widest = 0
  for (const { cells } of rows) for (const { column } of cells) widest = Math.max(widest, column)
  let count = 0
  for (const { top, left, bottom, right, text } of merged) {
    const until = top <= head ? Math.min(bottom, head) : bottom
    for (let at = firstFrom(numbers, top); at < numbers.length && (numbers[at] as number) <= until; at++) {
      const row = numbers[at] as number
      const filling = fillings.get(row) ?? new Map<number, string>()
      fillings.set(row, filling)
      for (let column = left; column <= Math.min(right, widest); column++) {
        if (++count > MOST_CELLS) return null
        filling.set(column, text)
      }
    }
  }
  return fillings
}

function firstFrom(ascending: readonly number[], least: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Without what is empty: a cell may stand far to the right in each of thousands of rows. */
function textsOf(cells: SheetRow['cells']): readonly string[] {
  const texts: string[] = []
  for (const { column, text } of cells) texts[column] = text
  return texts
}

function rowFrom({ number, cells, isHidden }: SheetRow, merged: TableRow['merged'], place: PlaceOfCell): TableRow {
  const texts = textsOf(cells)
  return {
    texts,
    isHidden,
    stored: new Set(cells.flatMap(({ column, isNumber }) => (isNumber ? [column] : []))),
    ...(merged && { merged }),
    get line() {
      const own = cells.map(({ column, text }) => [column, text] as const)
      // Cells that are merged with a filled one hold what it says.
      return JSON.stringify(merged ? [...new Map([...merged, ...own])].sort(([a], [b]) => a - b) : own)
    },
    at: () => place(number, cells[0]?.column ?? 0),
    text: () => cells.map(({ text }) => text).join('\t'),
    cell: (column) => ({ text: texts[column] ?? '', at: place(number, column) }),
  }
}

function badWorkbook(at: Place, args: Omit<ProblemArguments['bad-workbook'], 'tables'>): Problem {
  return problem('bad-workbook', at, { ...args, tables: [] })
}
