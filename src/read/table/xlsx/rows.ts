import type { Place } from '../../../model/figure.ts'
import { type Problem, type ProblemArguments, problem } from '../../../model/problem.ts'
import type { NamedColumn } from '../../../model/table.ts'
import type { CsvTable, TableRow } from '../csv-rows.ts'
import { MOST_CELLS, type Sheet, type SheetRow, sheetIn, sheetNames } from './workbook.ts'
import type { Inflate } from './zip.ts'

/**
 * Reads the first sheet of an Excel workbook, or the one of that name, as a table: its first row that is not empty holds
 * the names of the columns. Places count rows as lines and columns as the sheet does: `D7` is line 7, column 4.
 *
 * Numbers are what was typed, whatever the notation of the file; days are days; text is read as text of any table is.
 */
export function workbookTable(
  file: string,
  bytes: Uint8Array,
  { sheet: wanted, skipsHidden }: { readonly sheet: NamedColumn | null; readonly skipsHidden: boolean },
  inflate: Inflate,
): CsvTable {
  const sheet = sheetIn(bytes, wanted?.name ?? null, inflate, skipsHidden)
  if (typeof sheet === 'string') {
    const at = (sheet === 'no-sheet' ? wanted?.at : null) ?? { file, line: 1, column: 1, length: 0 }
    const sheets = sheet === 'no-sheet' ? sheetNames(bytes, inflate) : []
    return withoutRows(badWorkbook(at, { why: sheet, wanted: wanted?.name ?? null, sheets, row: null }))
  }
  const [head, ...below] = sheet.rows
  const place = placesIn(file, sheet.name)
  if (!head) return withoutRows(problem('table-syntax', place(1, 0), { why: 'empty' }))
  const fuller = rowBelowTitles(sheet.rows)
  if (fuller !== null) {
    const at = place(head.number, head.cells[0]?.column ?? 0)
    return withoutRows(badWorkbook(at, { why: 'title', wanted: null, sheets: [], row: fuller }))
  }
  const columns = head.cells.map(({ column }) => column)
  const fillings = mergedTexts(sheet, head, columns)
  if (!fillings)
    return withoutRows(badWorkbook(place(1, 0), { why: 'too-many-cells', wanted: null, sheets: [], row: null }))
  const fits = ({ cells }: SheetRow) => cells.every(({ column }) => columns.includes(column))
  return {
    header: head.cells.map(({ text, column }) => ({ text: text.trim(), at: place(head.number, column) })),
    rows: below.filter(fits).map((row) => rowFrom(row, columns, fillings.get(row.number), place)),
    delimiter: ',',
    problems: [],
    hidden: {
      sheet: sheet.isHidden ? sheet.name : null,
      columns: new Set(columns.flatMap((column, index) => (sheet.hiddenColumns.has(column) ? [index] : []))),
    },
    raggedRows: below
      .filter((row) => !fits(row))
      .map(({ number, cells }) => {
        const stray = cells.find(({ column }) => !columns.includes(column))
        const at = place(number, stray?.column ?? 0)
        return {
          problems: [problem('ragged-row', at, { cells: cells.length, columns: columns.length })],
          text: cells.map(({ text }) => text).join('\t'),
        }
      }),
  }
}

/**
 * Where a title stands above the names of columns, the row that may have them: the first of at least twice as many cells.
 * null: the first row has about as many as others.
 */
function rowBelowTitles([head, ...below]: readonly SheetRow[]): number | null {
  const wide = Math.max(2, (head?.cells.length ?? 0) * 2)
  return below.slice(0, MOST_TITLE_ROWS).find(({ cells }) => cells.length >= wide)?.number ?? null
}

const MOST_TITLE_ROWS = 20

type PlaceOfCell = (row: number, column: number) => Place

function placesIn(file: string, sheet: string): PlaceOfCell {
  return (row, column) => ({ file, line: row, column: column + 1, length: 1, sheet })
}

/**
 * What merged cells say in the rows below their first, by row and by place of the column; null: of too many cells. Those that
 * reach into the names of the columns say nothing of rows.
 */
function mergedTexts(
  { rows, merged }: Sheet,
  { number: head }: SheetRow,
  columns: readonly number[],
): ReadonlyMap<number, Map<number, string>> | null {
  const fillings = new Map<number, Map<number, string>>()
  const texts = new Map<number, ReadonlyMap<number, string>>()
  if (merged.length > 0) {
    for (const { number, cells } of rows) texts.set(number, new Map(cells.map(({ column, text }) => [column, text])))
  }
  const numbers = [...texts.keys()].sort((a, b) => a - b)
  const inOrder = columns.map((column, index) => ({ column, index })).sort((a, b) => a.column - b.column)
  const places = inOrder.map(({ column }) => column)
  let count = 0
  for (const { top, left, bottom, right } of merged) {
    const text = top > head ? texts.get(top)?.get(left) : undefined
    if (text === undefined) continue
    const within = inOrder.slice(firstFrom(places, left), firstFrom(places, right + 1))
    for (let at = firstFrom(numbers, top); at < numbers.length && (numbers[at] as number) <= bottom; at++) {
      count += within.length
      if (count > MOST_CELLS) return null
      const row = numbers[at] as number
      const filling = fillings.get(row) ?? new Map<number, string>()
      fillings.set(row, filling)
      for (const { index } of within) filling.set(index, text)
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

function rowFrom(
  { number, cells, isHidden }: SheetRow,
  columns: readonly number[],
  merged: ReadonlyMap<number, string> | undefined,
  place: PlaceOfCell,
): TableRow {
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]))
  const numbers = new Set<number>()
  const texts = columns.map((column, index) => {
    const cell = byColumn.get(column)
    if (cell?.isNumber) numbers.add(index)
    return cell?.text ?? ''
  })
  return {
    texts,
    jsonNumbers: numbers,
    isHidden,
    ...(merged && { merged }),
    at: () => place(number, columns[0] ?? 0),
    text: () => texts.join('\t'),
    cell: (index) => ({ text: texts[index] ?? '', at: place(number, columns[index] ?? 0) }),
  }
}

function badWorkbook(at: Place, args: Omit<ProblemArguments['bad-workbook'], 'tables'>): Problem {
  return problem('bad-workbook', at, { ...args, tables: [] })
}

function withoutRows(why: Problem): CsvTable {
  return { header: [], rows: [], delimiter: ',', problems: [why], raggedRows: [] }
}
