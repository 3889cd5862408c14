import { type Problem, problem } from '../model/problem.ts'
import type { CsvTable, TableCell, TableRow } from './csv-rows.ts'
import { placeOfByte } from './position.ts'
import { decodedText } from './utf8.ts'

/** A value of one object, as text: of a string what it says, of anything else its tokens. */
interface JsonCell {
  readonly name: string
  readonly text: string
  readonly isNumber: boolean
  /** Offsets in the line. */
  readonly start: number
  readonly end: number
}

/** Why a line holds no object of its own. */
interface JsonFault {
  readonly why: 'not-closed' | 'not-an-object' | 'twice' | 'other'
  readonly start: number
}

/**
 * Reads a table of JSON lines: one object a line, whose keys are the names of the columns. Number tokens are kept as
 * they are written, and never pass through a binary float. Empty lines are passed over.
 */
export function jsonLinesTable(file: string, bytes: Uint8Array): CsvTable {
  const decoded = decodedText(bytes)
  if ('badByte' in decoded) {
    return withoutRows(problem('not-utf8', placeOfByte(file, bytes, decoded.badByte), { byte: decoded.badByte }))
  }
  const columns = new Map<string, number>()
  const rows: TableRow[] = []
  const raggedRows: Problem[] = []
  const header: TableCell[] = []
  for (const [index, line] of decoded.text.split(/\r\n|[\n\r]/).entries()) {
    if (line.trim() === '') continue
    const place = (start: number, end: number) => ({ file, line: index + 1, column: start + 1, length: end - start })
    const cells = jsonCellsIn(line)
    if (!isCells(cells)) {
      raggedRows.push(problem('not-json', place(cells.start, cells.start + 1), { detail: cells.why }))
      continue
    }
    for (const { name, start, end } of cells) {
      if (columns.has(name)) continue
      columns.set(name, columns.size)
      header.push({ text: name, at: place(start, end) })
    }
    rows.push(rowFrom(cells, columns, place))
  }
  if (rows.length === 0 && raggedRows.length === 0) {
    return withoutRows(problem('table-syntax', { file, line: 1, column: 1, length: 1 }, { why: 'no-objects' }))
  }
  // Without a single row nothing says what the columns are.
  const problems = rows.length === 0 ? raggedRows.slice(0, MOST_TOLD) : []
  return { header, rows, delimiter: ',', problems, raggedRows }
}

/** Lines that are told of where none can be read. */
const MOST_TOLD = 20

function isCells(found: readonly JsonCell[] | JsonFault): found is readonly JsonCell[] {
  return 'length' in found
}

/** The values of the object that a line holds, or what is wrong with it. */
function jsonCellsIn(line: string): readonly JsonCell[] | JsonFault {
  const cells: JsonCell[] = []
  const names = new Set<string>()
  let at = afterBlanks(line, 0)
  if (line[at] !== '{') return { why: 'not-an-object', start: at }
  at = afterBlanks(line, at + 1)
  if (line[at] === '}') return endOf(line, at + 1, cells)
  for (;;) {
    const key = tokenAt(line, at)
    if (!key || line[at] !== '"') return faultAt(line, at)
    const name = stringOf(key)?.normalize('NFC') ?? null
    if (name === null) return { why: 'other', start: at }
    if (names.has(name)) return { why: 'twice', start: at }
    names.add(name)
    at = afterBlanks(line, at + key.length)
    if (line[at] !== ':') return faultAt(line, at)
    at = afterBlanks(line, at + 1)
    const end = endOfValue(line, at, 0)
    if (end === null) return faultAt(line, at)
    const token = line.slice(at, end)
    const text = token[0] === '"' ? stringOf(token) : token === 'null' ? '' : token
    if (text === null) return { why: 'other', start: at }
    cells.push({ name, text: text.normalize('NFC'), isNumber: /^[-\d]/.test(token), start: at, end })
    at = afterBlanks(line, end)
    if (line[at] === '}') return endOf(line, at + 1, cells)
    if (line[at] !== ',') return faultAt(line, at)
    at = afterBlanks(line, at + 1)
  }
}

function endOf(line: string, at: number, cells: readonly JsonCell[]): readonly JsonCell[] | JsonFault {
  const end = afterBlanks(line, at)
  return end === line.length ? cells : { why: 'other', start: end }
}

function faultAt(line: string, start: number): JsonFault {
  return start >= line.length ? { why: 'not-closed', start: Math.max(0, line.length - 1) } : { why: 'other', start }
}

const BLANKS = /[ \t\n\r]*/y
const TOKEN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|true|false|null/y

function afterBlanks(line: string, at: number): number {
  BLANKS.lastIndex = at
  BLANKS.test(line)
  return BLANKS.lastIndex
}

function tokenAt(line: string, at: number): string | null {
  if (line[at] === '"') return stringTokenAt(line, at)
  TOKEN.lastIndex = at
  return TOKEN.exec(line)?.[0] ?? null
}

/** Not by a regular expression, whose stack a string of some megabytes would use up. */
function stringTokenAt(line: string, start: number): string | null {
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === '"') return line.slice(start, at + 1)
    if (line[at] === '\\') at++
  }
  return null
}

/** Deeper than any value that a table needs to pass over. */
const DEEPEST = 64

/** Behind a value, which may be a list or an object; null where it is none. */
function endOfValue(line: string, start: number, depth: number): number | null {
  const open = line[start]
  if (open !== '{' && open !== '[') {
    const token = tokenAt(line, start)
    return token === null ? null : start + token.length
  }
  if (depth >= DEEPEST) return null
  const close = open === '{' ? '}' : ']'
  let at = afterBlanks(line, start + 1)
  if (line[at] === close) return at + 1
  for (;;) {
    if (open === '{') {
      const key = line[at] === '"' ? tokenAt(line, at) : null
      if (key === null) return null
      at = afterBlanks(line, at + key.length)
      if (line[at] !== ':') return null
      at = afterBlanks(line, at + 1)
    }
    const end = endOfValue(line, at, depth + 1)
    if (end === null) return null
    at = afterBlanks(line, end)
    if (line[at] === close) return at + 1
    if (line[at] !== ',') return null
    at = afterBlanks(line, at + 1)
  }
}

/** What a string token says; null where its escapes are none. */
function stringOf(token: string): string | null {
  if (!token.includes('\\') && !hasControl(token)) return token.slice(1, -1)
  try {
    return JSON.parse(token) as string
  } catch {
    return null
  }
}

function hasControl(token: string): boolean {
  for (let at = 0; at < token.length; at++) if (token.charCodeAt(at) < 0x20) return true
  return false
}

function rowFrom(
  cells: readonly JsonCell[],
  columns: ReadonlyMap<string, number>,
  place: (start: number, end: number) => TableCell['at'],
): TableRow {
  const texts: string[] = []
  const jsonNumbers = new Set<number>()
  const byColumn = new Map<number, JsonCell>()
  for (const cell of cells) {
    const column = columns.get(cell.name) ?? 0
    texts[column] = cell.text
    byColumn.set(column, cell)
    if (cell.isNumber) jsonNumbers.add(column)
  }
  return {
    texts,
    jsonNumbers,
    at: () => place(0, 1),
    cell: (column) => {
      const found = byColumn.get(column)
      return found ? { text: found.text, at: place(found.start, found.end) } : { text: '', at: place(0, 1) }
    },
  }
}

function withoutRows(why: Problem): CsvTable {
  return { header: [], rows: [], delimiter: ',', problems: [why], raggedRows: [] }
}
