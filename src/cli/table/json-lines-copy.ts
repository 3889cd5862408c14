import { hash } from 'node:crypto'
import { chunksOf, utf8Scan } from '../../engine/csv-structure.ts'
import { LONGEST_ROW } from '../../engine/engine.ts'
import { BLANK_ROW, JSON_NUMBER, JSON_OTHER } from '../../model/table.ts'
import type { TableCell } from '../../read/table/grid.ts'
import { isBlank, isCells, type JsonCell, jsonCellsIn, jsonRow } from '../../read/table/json-lines.ts'
import type { StandingRow } from './found-rows.ts'
import { temporaryFile } from './temporary-file.ts'

/** What became of a file of JSON lines. */
export interface JsonLinesCopy {
  /** All keys, where they stand first. */
  readonly header: readonly TableCell[]
  readonly rows: number
  /** Lines that hold no object, by their number among those that are not empty. */
  readonly ragged: readonly number[]
  /** The line of the first row that is longer than an engine reads. */
  readonly longRow: number | null
  readonly badByte: number | null
}

/**
 * Writes JSON lines as a table of text that an engine can read, with a column for each of these keys. Cells are marked as
 * numbers or as anything else: numbers follow JSON, whatever the notation of the file, and never become floats. A last column
 * is the same for equal lines, where they are compared.
 */
export async function jsonLinesCopy(
  path: string,
  file: string,
  { keys, isCompared }: { readonly keys: readonly string[]; readonly isCompared: boolean },
  to: string,
  onBytes: (bytes: number) => void,
): Promise<JsonLinesCopy> {
  const columns = new Map(keys.map((key, column) => [key, column]))
  const header = new Map<string, TableCell>()
  const ragged: number[] = []
  let rows = 0
  const out = await temporaryFile(to)
  try {
    // The first line is passed over; a last column keeps a row of empty cells from being an empty line.
    const lines = [`header${','.repeat(keys.length)}`]
    let longRow: number | null = null
    const add = (cells: readonly string[], line: string, number: number, isBlank = false) => {
      const last = isBlank ? BLANK_ROW : isCompared ? hash('sha256', line, 'base64') : '.'
      const text = cells.length > 0 ? `${cells.join(',')},${last}` : last
      lines.push(text)
      // No character takes more than three bytes for each of its units.
      if (text.length * 3 >= LONGEST_ROW && Buffer.byteLength(text) >= LONGEST_ROW) longRow ??= number
    }
    const flush = async () => {
      if (lines.length > 0) await out.write(Buffer.from(`${lines.join('\n')}\n`))
      lines.length = 0
    }
    const quick = rowsAlike(columns)
    const encoding = utf8Scan()
    let number = 0
    let bytes = 0
    for await (const piece of linesOf(path, encoding)) {
      for (const line of piece.lines) {
        number++
        if (isBlank(line)) continue
        rows++
        const written = quick.written(line)
        // Where nothing is asked for, other keys tell whether anything stands there.
        if (written?.some((cell) => cell !== '')) {
          add(written, line, number)
          continue
        }
        const cells = jsonCellsIn(line)
        if (!isCells(cells)) {
          ragged.push(rows)
          continue
        }
        quick.learn(line, cells)
        for (const { name, start, end } of cells) {
          const at = { file, line: number, column: start + 1, length: end - start }
          if (!header.has(name)) header.set(name, { text: name, at })
        }
        add(
          writtenCells(cells, columns),
          line,
          number,
          cells.every(({ text }) => /^ *$/.test(text)),
        )
      }
      await flush()
      bytes += piece.bytes
      onBytes(bytes)
      if (encoding.badByte() !== null) break
    }
    const badByte = encoding.badByte()
    return { header: [...header.values()], rows, ragged, longRow, badByte }
  } finally {
    await out.close()
  }
}

/** More than so many forms of rows in one file have no form in common. */
const MOST_FORMS = 16

/**
 * Most rows are written as one before: with the same keys, blanks and nothing to escape. These are taken apart by one
 * pattern, several times as fast as by the grammar; what it does not fit is left to the grammar.
 */
function rowsAlike(columns: ReadonlyMap<string, number>) {
  let form: { readonly pattern: RegExp; readonly places: readonly (number | undefined)[] } | null = null
  let forms = 0
  return {
    learn: (line: string, cells: readonly JsonCell[]) => {
      if (cells.length === 0 || forms >= MOST_FORMS) return
      forms++
      let pattern = ''
      let at = 0
      for (const { start, end } of cells) {
        pattern += `${line.slice(at, start).replace(/[^\w\s":]/g, '\\$&')}${ANY_VALUE}`
        at = end
      }
      const places = cells.map(({ name }) => columns.get(name))
      form = { pattern: new RegExp(`^${pattern}${line.slice(at).replace(/[^\w\s":]/g, '\\$&')}$`), places }
    },
    written: (line: string): readonly string[] | null => {
      const found = form?.pattern.exec(line)
      if (!form || !found) return null
      const written: string[] = new Array(columns.size).fill('')
      for (let index = 0; index < form.places.length; index++) {
        const column = form.places[index]
        if (column === undefined) continue
        const [text, number] = [found[index * 2 + 1], found[index * 2 + 2]]
        written[column] = number ? `${JSON_NUMBER}${number}` : text ? `${JSON_OTHER}${text}` : ''
      }
      return written
    },
  }
}

/** A string without quotes, escapes, commas and control characters; a number without an exponent; or null. */
const ANY_VALUE = String.raw`(?:"([^"\\,\x00-\x1f]*)"|(-?(?:0|[1-9]\d*)(?:\.\d+)?)|null)`

function writtenCells(cells: readonly JsonCell[], columns: ReadonlyMap<string, number>): readonly string[] {
  const written: string[] = new Array(columns.size).fill('')
  for (const cell of cells) {
    const column = columns.get(cell.name)
    if (column !== undefined) written[column] = writtenCell(cell)
  }
  return written
}

function writtenCell({ text, isNumber }: JsonCell): string {
  if (isNumber) return `${JSON_NUMBER}${text}`
  if (text === '') return ''
  return /[",\r\n]/.test(text) ? `"${JSON_OTHER}${text.replaceAll('"', '""')}"` : `${JSON_OTHER}${text}`
}

/** The lines of these numbers, counted among those that are not empty, piece by piece; `numbers` ascend. */
export async function* jsonLinesAt(
  path: string,
  file: string,
  columns: ReadonlyMap<string, number>,
  numbers: readonly number[],
): AsyncGenerator<readonly StandingRow[]> {
  let rows = 0
  let number = 0
  let next = 0
  for await (const { lines } of linesOf(path, utf8Scan())) {
    const found: StandingRow[] = []
    for (const line of lines) {
      number++
      if (isBlank(line) || ++rows !== numbers[next]) continue
      found.push(standingRow(file, line, number, rows, columns))
      next++
    }
    yield found
    if (next === numbers.length) return
  }
}

function standingRow(
  file: string,
  text: string,
  line: number,
  number: number,
  columns: ReadonlyMap<string, number>,
): StandingRow {
  const row = () => jsonRow(file, text, line, columns)
  const at = { file, line, column: 1, length: 1 }
  const cell = (column: number) => {
    const cells = row()
    return 'problems' in cells ? at : cells.cell(column).at
  }
  return { number, places: { at: () => at, cell }, row, line: { number: line, text } }
}

/** The lines of a file of any size, piece by piece. `encoding` is told of its bytes. */
async function* linesOf(path: string, encoding: ReturnType<typeof utf8Scan>) {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunksOf(path)) {
    encoding.feed(chunk)
    const text = rest + decoder.decode(chunk, { stream: true })
    // A carriage return at the end may be half of a line end.
    const lines = text.includes('\r') ? text.split(/\r\n|\n|\r(?!$)/) : text.split('\n')
    rest = lines.pop() ?? ''
    yield { lines, bytes: chunk.length }
  }
  encoding.end()
  yield { lines: (rest + decoder.decode()).split(/\r\n|[\n\r]/), bytes: 0 }
}
