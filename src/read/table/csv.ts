import type { Place } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { Encoding } from '../../model/table.ts'
import { composed } from '../../model/text.ts'
import { type PlaceOf, placeOfByte, placesIn } from '../document/position.ts'
import { decodedText } from '../document/utf8.ts'
import {
  columnNames,
  type FirstRow,
  isDrawn,
  MOST_FIRST_ROWS,
  noTable,
  type RefusedRow,
  type Table,
  type TableRow,
} from './grid.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** How a table of text is made. */
export interface CsvShape {
  readonly delimiter: Delimiter
  /** How many the header has. */
  readonly columns: number
  /** The line in which the last row of the header begins. */
  readonly headLine: number
}

/** The lines that hold the names of the columns; null: the first that is not empty. */
export type HeaderLines = readonly number[] | null

/** No row holds the names of the columns. */
export const isHeadless = (lines: HeaderLines): boolean => lines?.length === 1 && lines[0] === 0

/**
 * Reads a table of text: CSV as RFC 4180 has it, with `,`, `;`, tab or `|` between the cells, in UTF-8 or in the UTF-16
 * that spreadsheets write. Empty lines are passed over. Every cell knows its place in the file.
 */
export function csvTable(
  file: string,
  bytes: Uint8Array,
  lines: HeaderLines = null,
  encoding: Encoding | null = null,
): Table {
  const decoded = encoding ? { text: new TextDecoder(encoding).decode(bytes) } : decodedTable(bytes)
  if ('badByte' in decoded) {
    return noTable(problem('not-utf8', placeOfByte(file, bytes, decoded.badByte), { byte: decoded.badByte }))
  }
  const csv = textOf(file, decoded.text, lines)
  const head = headOf(csv, lines)
  if ('code' in head) return { ...noTable(head), firstRows: firstRowsOf(csv) }
  const { header, shape } = head
  const rows: TableRow[] = []
  const raggedRows: RefusedRow[] = []
  let blankRows = 0
  for (let at = head.end; ; ) {
    const record = recordAt(csv.text, at, csv.delimiter)
    if (record === null) break
    if ('why' in record)
      return noTable(problem('table-syntax', csv.placeOf(record.start, record.end), { why: record.why }))
    at = record.end
    const row = rowFrom(record, csv.text, csv.placeOf, shape.columns)
    if (!('problems' in row)) rows.push(row)
    else if (record.texts.every(isDrawn)) blankRows++
    else raggedRows.push(row)
  }
  return { header, rows, problems: [], raggedRows, blankRows, firstRows: firstRowsOf(csv) }
}

/** The header of a table of which only the beginning is at hand, and how its rows are made. */
export function csvHeader(file: string, head: Uint8Array, lines: HeaderLines = null) {
  // What the piece breaks off in is no fault of the file.
  const csv = textOf(file, new TextDecoder().decode(head), lines)
  const found = headOf(csv, lines)
  const firstRows = firstRowsOf(csv)
  if ('code' in found) {
    const shape: CsvShape = { delimiter: csv.delimiter, columns: 0, headLine: 1 }
    return { header: [], shape, problems: [found], isOneLine: true, firstRows }
  }
  return { ...found, problems: [], firstRows }
}

/** One row of a table that was gone through before: its text, and in which line of the file it begins; null: it says nothing. */
export function csvRow(file: string, text: string, line: number, shape: CsvShape): TableRow | RefusedRow | null {
  const record = recordAt(text, 0, shape.delimiter)
  if (record === null || 'why' in record) throw new RangeError('this row was taken apart before')
  const row = rowFrom(record, text, placesBelow(file, text, line), shape.columns)
  return 'problems' in row && record.texts.every(isDrawn) ? null : row
}

/** Where one cell of such a row stands. */
export function csvCellPlaces(
  file: string,
  text: string,
  line: number,
  delimiter: Delimiter,
): (column: number) => Place {
  const record = recordAt(text, 0, delimiter)
  const { ends, start } = record && 'ends' in record ? record : { ends: [], start: 0 }
  const placeOf = placesBelow(file, text, line)
  return (column) => placeOf(startOfCell(ends, column, start), ends[column] ?? start)
}

function placesBelow(file: string, text: string, line: number): PlaceOf {
  const placeOf = placesIn(file, text.replace(/\r(?!\n)/g, '\n'))
  return (start, end) => {
    const at = placeOf(start, end)
    return { ...at, line: at.line + line - 1 }
  }
}

interface CsvText {
  readonly text: string
  readonly delimiter: Delimiter
  readonly placeOf: PlaceOf
  /** Where the table begins: behind a first line `sep=;`. */
  readonly start: number
}

function textOf(file: string, text: string, lines: HeaderLines): CsvText {
  // Of the same length, so that no place moves.
  const placeOf = placesIn(file, text.replace(/\r(?!\n)/g, '\n'))
  const [said = '', separator] = /^sep=([,;\t|])(?=[\r\n])/i.exec(text) ?? []
  if (separator !== undefined) return { text, delimiter: separator as Delimiter, placeOf, start: said.length }
  const isTabs = /\.(?:tsv|tab)(?:\.gz)?$/i.test(file)
  return {
    text,
    delimiter: isTabs ? '\t' : sniffedDelimiter(text, startOfLine(text, lines?.[0] ?? 1)),
    placeOf,
    start: 0,
  }
}

/** The names of the columns, and where the rows below begin; or why there are none. */
function headOf({ text, delimiter, placeOf, start }: CsvText, lines: HeaderLines) {
  const [first, last] = isHeadless(lines) ? [] : [lines?.[0], lines?.at(-1)]
  const rows: TableRow[] = []
  let headLine = 0
  let isOneLine = true
  for (let at = first === undefined ? start : startOfLine(text, first); ; ) {
    const record = recordAt(text, at, delimiter)
    if (record && 'why' in record)
      return problem('table-syntax', placeOf(record.start, record.end), { why: record.why })
    const line = record ? placeOf(record.start, record.start).line : Infinity
    if (rows.length === 0 && first === undefined && !record)
      return problem('table-syntax', placeOf(0, 1), { why: 'empty' })
    if (rows.length === 0 && first !== undefined && line !== first) {
      return problem('table-syntax', placeOf(0, 1), { why: 'no-head', row: first })
    }
    if (record && isHeadless(lines)) {
      const header = record.texts.map((_, column) => ({
        text: '',
        at: placeOf(record.ends[column - 1] ?? 0, record.start + 1),
      }))
      return { header, shape: { delimiter, columns: header.length, headLine: 0 }, end: start, isOneLine }
    }
    if (!record || (rows.length > 0 && line > (last ?? 0))) {
      const header = columnNames(rows)
      return { header, shape: { delimiter, columns: header.length, headLine }, end: at, isOneLine }
    }
    rows.push(rowFrom(record, text, placeOf, null) as TableRow)
    headLine = line
    isOneLine = !/[\r\n]/.test(text.slice(record.start, record.end))
    at = record.end
  }
}

function startOfLine(text: string, line: number): number {
  const ends = /\r\n|[\n\r]/g
  for (let before = 1; before < line; before++) if (!ends.test(text)) return text.length
  return line === 1 ? 0 : ends.lastIndex
}

/** What may hold the names of the columns. */
function firstRowsOf({ text, delimiter, placeOf }: CsvText): readonly FirstRow[] {
  const rows: FirstRow[] = []
  for (let at = 0; rows.length < MOST_FIRST_ROWS; ) {
    const record = recordAt(text, at, delimiter)
    if (record === null || 'why' in record) break
    rows.push({ number: placeOf(record.start, record.start).line, texts: record.texts })
    at = record.end
  }
  return rows
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
 * What stands between the cells: outside quotes it stands equally often in each of the first rows, from that with the names
 * on; among several such, and where there is none, what stands most often in the first of them, else in all.
 */
function sniffedDelimiter(text: string, from: number): Delimiter {
  const lines = firstLinesWithoutQuoted(text.slice(from, from + SAMPLE))
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const [count = 0] = counts
    const isSteady = counts.every((each) => each === count)
    const inAll = counts.reduce((sum, each) => sum + each, 0)
    const score = count === 0 ? inAll / (inAll + 1) : count + (isSteady ? (lines[0] ?? '').length : 0)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** A bounded part: a file of one long line is not gone through for its delimiter. */
const SAMPLE = 65_536

function firstLinesWithoutQuoted(text: string): readonly string[] {
  const lines = text.replace(/"[^"]*"/g, '').split(/[\r\n]+/)
  return lines.filter((line) => line !== '').slice(0, SAMPLE_LINES)
}

/** One record of a text: offsets of where it begins and ends, and where each of its cells ends. */
interface CsvRecord {
  readonly texts: readonly string[]
  readonly ends: readonly number[]
  readonly start: number
  readonly end: number
}

/** What in a record keeps it from being one. */
interface QuoteFault {
  readonly why: 'open-quote' | 'after-quote' | 'stray-quote'
  readonly start: number
  readonly end: number
}

/** The first record from here on, which may be behind empty lines; null: there is none. */
function recordAt(text: string, from: number, delimiter: Delimiter): CsvRecord | QuoteFault | null {
  let start = from
  while (text[start] === '\n' || text[start] === '\r') start++
  if (start >= text.length) return null
  const separator = delimiter.charCodeAt(0)
  const isEnd = (at: number) => {
    const code = text.charCodeAt(at)
    return code === separator || code === 0x0a || code === 0x0d || at >= text.length
  }
  const texts: string[] = []
  const ends: number[] = []
  for (let at = start; ; ) {
    let end = at
    let cell: string
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at)
      if (close === null) return { why: 'open-quote', start: at, end: at + 1 }
      end = close + 1
      if (!isEnd(end)) return { why: 'after-quote', start: end, end: end + 1 }
      cell = text.slice(at + 1, close)
      if (cell.includes('"')) cell = cell.replaceAll('""', '"')
    } else {
      for (; !isEnd(end); end++) {
        if (text.charCodeAt(end) === QUOTE) return { why: 'stray-quote', start: end, end: end + 1 }
      }
      cell = text.slice(at, end)
    }
    texts.push(composed(cell))
    ends.push(end)
    if (text.charCodeAt(end) !== separator) return { texts, ends, start, end }
    at = end + 1
  }
}

const QUOTE = 0x22

/** Where the cell ends that a quote opens; null where it is not closed. */
function closingQuote(text: string, open: number): number | null {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return null
}

/** A row of so many cells, or why it is none; null: of as many as there are. */
function rowFrom(record: CsvRecord, text: string, placeOf: PlaceOf, columns: number | null): TableRow | RefusedRow {
  const { ends, start, end } = record
  const at = () => placeOf(start, start + 1)
  const texts = withoutEmptyEnd(record, columns ?? Infinity)
  if (columns !== null && texts.length !== columns) {
    const ragged: Problem = problem('ragged-row', at(), { cells: texts.length, columns })
    return { problems: [ragged], text: text.slice(start, end) }
  }
  return {
    texts,
    at,
    cell: (column) => ({
      text: texts[column] ?? '',
      at: placeOf(startOfCell(ends, column, start), ends[column] ?? end),
    }),
    text: () => text.slice(start, end),
  }
}

/** Separators behind the last column, with nothing between them, are no cells. */
function withoutEmptyEnd({ texts, ends }: CsvRecord, columns: number): readonly string[] {
  if (texts.length <= columns) return texts
  const behind = (ends.at(-1) ?? 0) - (ends[columns - 1] ?? 0)
  return behind === texts.length - columns ? texts.slice(0, columns) : texts
}

function startOfCell(ends: readonly number[], column: number, start: number): number {
  return column === 0 ? start : (ends[column - 1] ?? start - 1) + 1
}
