import { CsvError, parse } from 'csv-parse/sync'
import type { Place } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { composed } from '../../model/text.ts'
import { type PlaceOf, placeOfByte, placesIn } from '../document/position.ts'
import { decodedText } from '../document/utf8.ts'

/** The text of one cell without its quotes, in Unicode's composed form (NFC), and where it stands. */
export interface TableCell {
  readonly text: string
  readonly at: Place
}

/** One row, of as many cells as there are columns. */
export interface TableRow {
  readonly texts: readonly string[]
  /** Columns whose cells hold numbers as JSON or a workbook stores them, whatever the notation of the file. */
  readonly jsonNumbers?: ReadonlySet<number>
  /** Columns that are stored as numbers, and so are in plain notation whatever is said of text. */
  readonly plainNumbers?: ReadonlySet<number>
  /**
   * What stands in empty cells of a workbook that are merged with a filled one, by column. It says what the row is about; a
   * figure is that of the first row alone.
   */
  readonly merged?: ReadonlyMap<number, string>
  /** A spreadsheet does not show it. */
  readonly isHidden?: boolean
  /** Of JSON lines the line: rows are equal where these are, others where their texts are. */
  readonly line?: string
  /** Where it begins. */
  readonly at: () => Place
  readonly cell: (column: number) => TableCell
  /** As it stands in the file; its cells with tabs between them where the file is no text. */
  readonly text: () => string
}

/** A row that cannot be read, and why. */
export interface RefusedRow {
  readonly problems: readonly Problem[]
  /** As it stands in the file. */
  readonly text: string
}

export interface CsvTable {
  /** Names of the columns, as the first row gives them; empty where there is no table. */
  readonly header: readonly TableCell[]
  /** The rows below the header, in their order, without those that have other than as many cells. */
  readonly rows: readonly TableRow[]
  readonly delimiter: Delimiter
  /** Why the file is no table; then there are no rows. */
  readonly problems: readonly Problem[]
  /** What a spreadsheet does not show: its name where it is the sheet itself, and places of columns. */
  readonly hidden?: { readonly sheet: string | null; readonly columns: ReadonlySet<number> }
  /** Those that have too few or too many cells. */
  readonly raggedRows: readonly RefusedRow[]
}

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/**
 * Reads a table of text: CSV as RFC 4180 has it, with `,`, `;`, tab or `|` between the cells, in UTF-8 or in the UTF-16
 * that spreadsheets write. Empty lines are passed over. Every cell knows its place in the file.
 */
export function csvTable(file: string, bytes: Uint8Array): CsvTable {
  const decoded = decodedTable(bytes)
  if ('badByte' in decoded) {
    return noTable(problem('not-utf8', placeOfByte(file, bytes, decoded.badByte), { byte: decoded.badByte }))
  }
  const { text } = decoded
  // Of the same length, so that no place moves.
  const placeOf = placesIn(file, text.replace(/\r(?!\n)/g, '\n'))
  const delimiter = /\.(?:tsv|tab)(?:\.gz)?$/i.test(file) ? '\t' : sniffedDelimiter(text)
  const { records, fault } = recordsIn(text, delimiter)
  const columns = records[0]?.texts.length ?? 0
  const [header, ...rows] = records.map((record) => {
    return rowFrom(withoutEmptyEnd(record, columns, text, delimiter), { text, delimiter, placeOf })
  })
  if (fault) return noTable(quoteProblem(fault, placeOf), delimiter)
  if (!header) return noTable(problem('table-syntax', placeOf(0, 1), { why: 'empty' }), delimiter)
  return {
    header: header.texts.map((_, column) => header.cell(column)),
    rows: rows.filter(({ texts }) => texts.length === columns),
    delimiter,
    problems: [],
    raggedRows: rows
      .filter(({ texts }) => texts.length !== columns)
      .map((row) => ({
        problems: [problem('ragged-row', row.at(), { cells: row.texts.length, columns })],
        text: row.text(),
      })),
  }
}

/** The header of a table of which only the beginning is at hand. */
export function csvHeader(file: string, head: Uint8Array): Pick<CsvTable, 'header' | 'delimiter' | 'problems'> {
  // What the piece breaks off in is no fault of the file.
  const text = new TextDecoder().decode(head)
  const delimiter = /\.(?:tsv|tab)(?:\.gz)?$/i.test(file) ? '\t' : sniffedDelimiter(text)
  const { records, fault } = recordsIn(text, delimiter, 1)
  const placeOf = placesIn(file, text.replace(/\r(?!\n)/g, '\n'))
  const [record] = records
  if (!record) {
    const why = fault ? quoteProblem(fault, placeOf) : problem('table-syntax', placeOf(0, 1), { why: 'empty' })
    return { header: [], delimiter, problems: [why] }
  }
  const { texts, cell } = rowFrom(record, { text, delimiter, placeOf })
  return { header: texts.map((_, column) => cell(column)), delimiter, problems: [] }
}

/** In which column each name stands; a name that stands over several columns is a problem, one that is absent is not. */
export function columnsNamed(
  header: readonly TableCell[],
  names: Iterable<string>,
): { readonly columns: ReadonlyMap<string, number>; readonly problems: readonly Problem[] } {
  const columns = new Map<string, number>()
  const problems: Problem[] = []
  for (const name of names) {
    const found = header.flatMap(({ text }, column) => (text === name ? [column] : []))
    const [first, ...others] = found
    if (first === undefined) continue
    columns.set(name, first)
    for (const other of others) {
      const [one, again] = [header[first], header[other]]
      if (one && again) problems.push(problem('duplicate-column', again.at, { column: name, first: one.at }))
    }
  }
  return { columns, problems }
}

/** Text of a table, which a spreadsheet may write as UTF-16 with a byte-order mark. */
function decodedTable(bytes: Uint8Array) {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) }
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) }
  return decodedText(bytes)
}

/** Rows that tell the delimiter. */
const SAMPLE_LINES = 20

/**
 * What stands between the cells: outside quotes it stands equally often in each of the first rows; among several such,
 * and where there is none, what stands most often in the header.
 */
function sniffedDelimiter(text: string): Delimiter {
  const lines = firstLinesWithoutQuoted(text)
  const [header = ''] = lines
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const count = header.split(delimiter).length - 1
    const isSteady = lines.every((line) => line.split(delimiter).length - 1 === count)
    const score = count === 0 ? 0 : count + (isSteady ? header.length : 0)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function firstLinesWithoutQuoted(text: string): readonly string[] {
  // A bounded part: a file of one long line is not gone through for its delimiter.
  const lines = text
    .slice(0, 65_536)
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]+/)
  return lines.filter((line) => line !== '').slice(0, SAMPLE_LINES)
}

interface CellRecord {
  readonly texts: readonly string[]
  /** Where its first cell begins, and its last one ends. */
  readonly start: number
  readonly end: number
}

interface QuoteFault {
  readonly why: 'open-quote' | 'after-quote' | 'stray-quote'
  readonly start: number
  readonly end: number
}

const LINE_BREAKS = ['\r\n', '\n', '\r']

/** All records, or those before the first quote that leaves it open where rows end. */
function recordsIn(text: string, delimiter: Delimiter, most?: number) {
  const records: CellRecord[] = []
  let next = 0
  const add = (texts: string[]) => {
    const start = afterLineBreaks(text, next)
    next = texts.reduce((at, cell) => endOfCell(text, at, cell) + 1, start) - 1
    records.push({ texts, start, end: next })
    return null
  }
  try {
    parse(text, {
      delimiter,
      record_delimiter: LINE_BREAKS,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: add,
      ...(most !== undefined && { to: most }),
    })
    return { records, fault: null }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { records, fault: firstQuoteFault(text, afterLineBreaks(text, next), delimiter) }
  }
}

/** Separators behind the last column, with nothing between them, are no cells. */
function withoutEmptyEnd(record: CellRecord, columns: number, text: string, delimiter: string): CellRecord {
  const { texts, start, end } = record
  if (texts.length <= columns || texts.slice(columns).some((cell) => cell !== '')) return record
  const kept = texts.slice(0, columns)
  const ends = [kept, texts].map((cells) => cells.reduce((at, cell) => endOfCell(text, at, cell) + 1, start) - 1)
  return text.slice(...ends) === delimiter.repeat(texts.length - columns) ? { texts: kept, start, end } : record
}

/** Where the record begins that ends before empty lines. */
function afterLineBreaks(text: string, from: number): number {
  let start = from
  while (text[start] === '\n' || text[start] === '\r') start++
  return start
}

/** Behind a cell that begins at `start` and holds `cell`: in quotes, each of its own quotes is doubled. */
function endOfCell(text: string, start: number, cell: string): number {
  if (text[start] !== '"') return start + cell.length
  return start + cell.length + 2 + (cell.includes('"') ? cell.split('"').length - 1 : 0)
}

/** What in the record that begins at `start` keeps it from being one. */
function firstQuoteFault(text: string, start: number, delimiter: Delimiter): QuoteFault {
  const ends = (at: number) => at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r'
  let at = start
  while (at < text.length) {
    if (text[at] === '"') {
      const close = closingQuote(text, at)
      if (close === null) return { why: 'open-quote', start: at, end: at + 1 }
      if (!ends(close + 1)) return { why: 'after-quote', start: close + 1, end: close + 2 }
      at = close + 1
    } else {
      for (; !ends(at); at++) if (text[at] === '"') return { why: 'stray-quote', start: at, end: at + 1 }
    }
    at++
  }
  throw new RangeError('there is nothing wrong with the quotes of this record')
}

/** Where the cell ends that a quote opens; null where it is not closed. */
export function closingQuote(text: string, open: number): number | null {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] !== '"') return at
    at++
  }
  return null
}

function quoteProblem({ why, start, end }: QuoteFault, placeOf: PlaceOf): Problem {
  return problem('table-syntax', placeOf(start, end), { why })
}

interface TableText {
  readonly text: string
  readonly delimiter: Delimiter
  readonly placeOf: PlaceOf
}

function rowFrom({ texts, start, end }: CellRecord, { text, placeOf }: TableText): TableRow {
  // Counted once for all cells of a row, and only where one of them is asked for.
  let starts: readonly number[] | null = null
  return {
    text: () => text.slice(start, end),
    texts: texts.map(composed),
    at: () => placeOf(start, start + 1),
    cell: (column) => {
      starts ??= startsOfCells(texts, text, start)
      const from = starts[column] ?? end
      const raw = texts[column] ?? ''
      return { text: composed(raw), at: placeOf(from, endOfCell(text, from, raw)) }
    },
  }
}

function startsOfCells(texts: readonly string[], text: string, start: number): readonly number[] {
  const starts = [start]
  for (const before of texts) starts.push(endOfCell(text, starts.at(-1) ?? start, before) + 1)
  return starts
}

function noTable(why: Problem, delimiter: Delimiter = ','): CsvTable {
  return { header: [], rows: [], delimiter, problems: [why], raggedRows: [] }
}
