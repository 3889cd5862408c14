import { type Problem, problem } from '../../model/problem.ts'
import { composed } from '../../model/text.ts'
import { type PlaceOf, placeOfByte, placesIn } from '../document/position.ts'
import { decodedText } from '../document/utf8.ts'
import { noTable, type RefusedRow, type Table, type TableCell, type TableRow } from './grid.ts'

/** A value of one object, as text: of a string what it says, of anything else its tokens. */
export interface JsonCell {
  readonly name: string
  readonly text: string
  readonly isNumber: boolean
  /** Offsets in the line. */
  readonly start: number
  readonly end: number
}

/** Why a line holds no object of its own. */
export interface JsonFault {
  readonly why: 'not-closed' | 'not-an-object' | 'not-an-array' | 'twice' | 'other'
  readonly start: number
}

/**
 * Reads a table of JSON lines: one object a line, whose keys are the names of the columns. Number tokens are kept as
 * they are written, and never pass through a binary float. Empty lines are passed over.
 */
export function jsonLinesTable(file: string, bytes: Uint8Array): Table {
  return tableOf(file, bytes, (text, { add, refuse }) => {
    for (const [index, line] of text.split(/\r\n|[\n\r]/).entries()) {
      if (isBlank(line)) continue
      const place = placesInLine(file, index + 1)
      const cells = jsonCellsIn(line)
      if (isCells(cells)) add(line, cells, place, 0)
      else refuse(line, notJson(cells, place))
    }
  })
}

/** Reads a table of JSON that is one array of objects, as programs that answer requests give it; or JSON lines. */
export function jsonArrayTable(file: string, bytes: Uint8Array): Table {
  return tableOf(file, bytes, (text, { add, refuse }) => {
    const place = placesIn(file, text.replace(/\r(?!\n)/g, '\n'))
    const fail = (fault: JsonFault) => refuse('', notJson(fault, place))
    let at = afterBlanks(text, 0)
    if (text[at] !== '[') return fail({ why: 'not-an-array', start: at })
    at = afterBlanks(text, at + 1)
    while (text[at] !== ']') {
      const found = objectAt(text, at)
      if ('why' in found) return fail(found)
      add(text.slice(at, found.end), found.cells, place, at)
      at = afterBlanks(text, found.end)
      if (text[at] !== ',' && text[at] !== ']') return fail(faultAt(text, at))
      if (text[at] === ',') at = afterBlanks(text, at + 1)
    }
    const end = afterBlanks(text, at + 1)
    return end < text.length ? fail({ why: 'other', start: end }) : undefined
  })
}

interface JsonRows {
  readonly add: (line: string, cells: readonly JsonCell[], place: PlaceOf, start: number) => void
  readonly refuse: (line: string, why: Problem) => void
}

/** What `read` finds in a text; an array that breaks off is none. */
function tableOf(file: string, bytes: Uint8Array, read: (text: string, found: JsonRows) => void): Table {
  const decoded = decodedText(bytes)
  if ('badByte' in decoded) {
    return noTable(problem('not-utf8', placeOfByte(file, bytes, decoded.badByte), { byte: decoded.badByte }))
  }
  const columns = new Map<string, number>()
  const rows: TableRow[] = []
  const raggedRows: RefusedRow[] = []
  const header: TableCell[] = []
  read(decoded.text, {
    add: (line, cells, place, start) => {
      for (const cell of cells) {
        if (columns.has(cell.name)) continue
        columns.set(cell.name, columns.size)
        header.push({ text: cell.name, at: place(cell.start, cell.end) })
      }
      rows.push(rowFrom(line, cells, columns, place, start))
    },
    refuse: (text, why) => raggedRows.push({ problems: [why], text }),
  })
  if (rows.length === 0 && raggedRows.length === 0) {
    return noTable(problem('table-syntax', { file, line: 1, column: 1, length: 1 }, { why: 'no-objects' }))
  }
  const faults = raggedRows.filter(({ text }) => text === '')
  // Without a single row nothing says what the columns are.
  const untold = rows.length === 0 || faults.length > 0 ? raggedRows.slice(0, MOST_TOLD) : []
  return { header, rows, problems: untold.flatMap((row) => row.problems), raggedRows, blankRows: 0, firstRows: [] }
}

/** Lines that are told of where none can be read. */
export const MOST_TOLD = 20

/** One line of a file of which only some lines are read; of its values those that have a column. */
export function jsonRow(
  file: string,
  line: string,
  number: number,
  columns: ReadonlyMap<string, number>,
): TableRow | RefusedRow {
  const place = placesInLine(file, number)
  const cells = jsonCellsIn(line)
  if (!isCells(cells)) return { problems: [notJson(cells, place)], text: line }
  const known = cells.filter(({ name }) => columns.has(name))
  return rowFrom(line, known, columns, place)
}

/** Such lines are no rows. */
export function isBlank(line: string): boolean {
  return line[0] !== '{' && line.trim() === ''
}

function placesInLine(file: string, line: number): PlaceOf {
  return (start, end) => ({ file, line, column: start + 1, length: end - start })
}

function notJson({ why, start }: JsonFault, place: PlaceOf): Problem {
  return problem('not-json', place(start, start + 1), { why })
}

export function isCells(found: readonly JsonCell[] | JsonFault): found is readonly JsonCell[] {
  return 'length' in found
}

/** The values of the object that a line holds, or what is wrong with it. */
export function jsonCellsIn(line: string): readonly JsonCell[] | JsonFault {
  const found = objectAt(line, afterBlanks(line, 0))
  if ('why' in found) return found
  const end = afterBlanks(line, found.end)
  return end === line.length ? found.cells : { why: 'other', start: end }
}

/** The values of the object that begins here, and where it ends. */
function objectAt(
  line: string,
  start: number,
): { readonly cells: readonly JsonCell[]; readonly end: number } | JsonFault {
  const cells: JsonCell[] = []
  const names = new Set<string>()
  if (line[start] !== '{') return { why: 'not-an-object', start }
  let at = afterBlanks(line, start + 1)
  if (line[at] === '}') return { cells, end: at + 1 }
  for (;;) {
    const endOfKey = line[at] === '"' ? endOfString(line, at) : null
    if (endOfKey === null) return faultAt(line, at)
    const name = stringOf(line, at, endOfKey)
    if (name === null) return { why: 'other', start: at }
    if (names.has(name)) return { why: 'twice', start: at }
    names.add(name)
    at = afterBlanks(line, endOfKey)
    if (line[at] !== ':') return faultAt(line, at)
    at = afterBlanks(line, at + 1)
    const end = endOfValue(line, at, 0)
    if (end === null) return faultAt(line, at)
    const text = textOf(line, at, end)
    if (text === null) return { why: 'other', start: at }
    cells.push({ name, text, isNumber: isNumberAt(line, at), start: at, end })
    at = afterBlanks(line, end)
    if (line[at] === '}') return { cells, end: at + 1 }
    if (line[at] !== ',') return faultAt(line, at)
    at = afterBlanks(line, at + 1)
  }
}

function faultAt(line: string, start: number): JsonFault {
  return start >= line.length ? { why: 'not-closed', start: Math.max(0, line.length - 1) } : { why: 'other', start }
}

function afterBlanks(line: string, from: number): number {
  let at = from
  for (let each = line[at]; each === ' ' || each === '\t' || each === '\n' || each === '\r'; each = line[at]) at++
  return at
}

/**
 * Behind the quote that closes a string; null where none does. Not by a regular expression, whose stack a string of some
 * megabytes would use up.
 */
function endOfString(line: string, start: number): number | null {
  for (let close = line.indexOf('"', start + 1); close > 0; close = line.indexOf('"', close + 1)) {
    let escapes = 0
    while (line[close - 1 - escapes] === '\\') escapes++
    if (escapes % 2 === 0) return close + 1
  }
  return null
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/y

/** Behind a string, a number or a word of JSON; null where it is none. */
function endOfToken(line: string, start: number): number | null {
  if (line[start] === '"') return endOfString(line, start)
  if (isNumberAt(line, start)) {
    NUMBER.lastIndex = start
    return NUMBER.test(line) ? NUMBER.lastIndex : null
  }
  const word = ['true', 'false', 'null'].find((each) => line.startsWith(each, start))
  return word === undefined ? null : start + word.length
}

function isNumberAt(line: string, at: number): boolean {
  const code = line.charCodeAt(at)
  return code === 0x2d || (code >= 0x30 && code <= 0x39)
}

/** What a value says: nothing where it is null; null where it is a string whose escapes are none. */
function textOf(line: string, start: number, end: number): string | null {
  if (line[start] === '"') return stringOf(line, start, end)
  const token = line.slice(start, end)
  return token === 'null' ? '' : isNumberAt(line, start) ? token : normalized(token)
}

/** Without quotes and escapes, and without control characters, which have to be escaped. */
const SIMPLE = /^[ !#-[\]-~]*$/

/** What a string token says; null where its escapes are none. */
function stringOf(line: string, start: number, end: number): string | null {
  const inner = line.slice(start + 1, end - 1)
  if (SIMPLE.test(inner)) return inner
  try {
    return normalized(JSON.parse(line.slice(start, end)) as string)
  } catch {
    return null
  }
}

/** In Unicode's composed form. Escapes can write halves of characters, which no file can hold. */
function normalized(text: string): string {
  return composed(text.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/** Deeper than any value that a table needs to pass over. */
const DEEPEST = 64

/** Behind a value, which may be a list or an object; null where it is none. */
function endOfValue(line: string, start: number, depth: number): number | null {
  const open = line[start]
  if (open !== '{' && open !== '[') {
    return endOfToken(line, start)
  }
  if (depth >= DEEPEST) return null
  const close = open === '{' ? '}' : ']'
  let at = afterBlanks(line, start + 1)
  if (line[at] === close) return at + 1
  for (;;) {
    if (open === '{') {
      const endOfKey = line[at] === '"' ? endOfString(line, at) : null
      if (endOfKey === null) return null
      at = afterBlanks(line, endOfKey)
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

function rowFrom(
  line: string,
  cells: readonly JsonCell[],
  columns: ReadonlyMap<string, number>,
  place: PlaceOf,
  start = 0,
): TableRow {
  const texts: string[] = []
  const stored = new Set<number>()
  const byColumn = new Map<number, JsonCell>()
  for (const cell of cells) {
    const column = columns.get(cell.name) ?? 0
    texts[column] = cell.text
    byColumn.set(column, cell)
    if (cell.isNumber) stored.add(column)
  }
  const at = () => place(start, start + 1)
  return {
    texts,
    line,
    stored,
    text: () => line,
    at,
    cell: (column) => {
      const found = byColumn.get(column)
      return found ? { text: found.text, at: place(found.start, found.end) } : { text: '', at: at() }
    },
  }
}
