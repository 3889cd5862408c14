import { closeSync, openSync, readSync, symlinkSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { CsvRecord, CsvStructure } from '../engine/csv-structure.ts'
import { type Engine, EngineFailure, type EngineQuery, type EngineTable } from '../engine/engine.ts'
import { type Problem, problem } from '../model/problem.ts'
import type { TableMapping } from '../model/table.ts'
import { type CsvTable, csvHeader, csvRow, type Delimiter, type TableRow } from '../read/csv-rows.ts'
import { columnIndexes } from '../read/table-columns.ts'
import type { RowGroup, TableRead } from '../read/table-results.ts'
import { rowReader } from '../read/table-row.ts'
import { unknownRow } from '../read/table-rows.ts'
import { type ReadSums, readSums } from '../read/table-sums.ts'

/** A table that an engine reads. */
export interface LargeTable {
  /** As shown to users. */
  readonly path: string
  /** Where it lies, or a copy of it that can be read as it is. */
  readonly absolute: string
  readonly format: 'csv' | 'parquet'
}

/** What reading large tables takes. */
export interface Surroundings {
  /** An engine that may open these paths and nothing else. */
  readonly engineFor: (paths: readonly string[]) => Promise<Engine>
  /** A folder for copies. */
  readonly folder: string
  readonly mappingOf: (header: CsvTable['header']) => {
    readonly mapping: TableMapping | null
    readonly problems: readonly Problem[]
  }
  /** Refused rows that are told of one by one; null: all of them. */
  readonly mostShown: number | null
  /** Is told how much has been read, from 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** As the reader of small tables says it, with the mapping it was read by and the lines that problems stand in. */
export interface LargeRead extends TableRead {
  readonly mapping: TableMapping | null
  readonly lines: ReadonlyMap<number, string>
}

/** Reads a table of any size: what an engine adds up, and what is wrong with rows that it could not. */
export async function largeTableRead(table: LargeTable, around: Surroundings): Promise<LargeRead> {
  try {
    return await (table.format === 'parquet' ? parquetRead(table, around) : csvRead(table, around))
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error
    return failed([engineProblem(error, table)])
  }
}

/** Longer headers than this are none. */
const MOST_OF_HEADER = 1024 * 1024

async function csvRead(table: LargeTable, around: Surroundings): Promise<LargeRead> {
  const { path, absolute } = table
  const { header, delimiter, problems } = csvHeader(path, beginningOf(absolute, MOST_OF_HEADER))
  const { mapping, indexes, problems: unmapped } = problems.length > 0 ? noMapping(problems) : mapped(header, around)
  if (!mapping || unmapped.length > 0) return failed(unmapped, mapping)
  const shape = { delimiter, columns: header.length }
  const { csvRecords, csvStructure } = await import('../engine/csv-structure.ts')

  const safe = safePath(absolute, around.folder)
  const copy = join(around.folder, 'regular.csv')
  const engine = await around.engineFor([safe, copy])
  try {
    const source: EngineTable = {
      path: safe,
      format: 'csv',
      delimiter,
      columns: header.map(({ text }) => text),
      numberColumns: new Set(),
    }
    const query: EngineQuery = { mapping, indexes }
    const { size } = await statOf(absolute)
    const shares = { scan: 0, engine: 0 }
    const told = (part: Partial<typeof shares>) => {
      Object.assign(shares, part)
      around.onProgress(Math.min(shares.scan, shares.engine))
    }
    const stopTelling = each(250, () => told({ engine: engine.progress() ?? shares.engine }))
    const counting = csvStructure(absolute, shape, 'count', (bytes) => told({ scan: bytes / size }))
    const adding = engine.sums(source, query)
    // Both are waited for, whichever fails.
    const [counted, added] = await Promise.allSettled([counting, adding])
    stopTelling()
    if (counted.status === 'rejected') throw counted.reason
    const structure = counted.value
    const fault = await structureProblem(table, structure)
    if (fault) return failed([fault], mapping)

    const regular = structure.isRegular ? source : { ...source, path: copy }
    if (!structure.isRegular) await writeRegularCopy(absolute, shape, copy)
    else if (added.status === 'rejected') throw added.reason
    const sums = structure.isRegular && added.status === 'fulfilled' ? added.value : await engine.sums(regular, query)

    // What was counted fast is counted with care where it does not agree.
    const rows = sums.rows === structure.rows ? structure : await csvStructure(absolute, shape, 'ragged')
    const { ragged } = rows
    if (sums.rows + ragged.length !== rows.rows) {
      const counted = { read: sums.rows, refused: ragged.length, all: rows.rows }
      return failed(
        [problem('table-not-read', wholeOf(path), { why: 'rows-lost', detail: '', rows: counted })],
        mapping,
      )
    }
    const read = readSums(sums, mapping, { file: path, indexes, numberColumns: source.numberColumns })
    const bad = await badRows(engine, regular, query, read, around.mostShown)
    const repeated = await repeatedRows(engine, regular, query, read)
    const records = await csvRecords(absolute, shape, numbersInFile([...bad, ...repeated], ragged, around.mostShown))
    const reader = rowReader(indexes, mapping)
    return {
      ...together(read, records, reader, (record) => rowOf(record, path, shape), ragged.length),
      rows: rows.rows,
      mapping,
    }
  } finally {
    engine.close()
  }
}

async function parquetRead(table: LargeTable, around: Surroundings): Promise<LargeRead> {
  const { path, absolute } = table
  const safe = safePath(absolute, around.folder)
  const engine = await around.engineFor([safe])
  try {
    const { columns, numberColumns } = await engine.columns(safe)
    const header = columns.map((text, column) => ({ text: text.normalize('NFC'), at: rowPlace(path, 1, column) }))
    const { mapping, indexes, problems } = mapped(header, around)
    if (!mapping || problems.length > 0) return failed(problems, mapping)
    const source: EngineTable = { path: safe, format: 'parquet', delimiter: ',', columns, numberColumns }
    const query: EngineQuery = { mapping, indexes }
    const stopTelling = each(250, () => around.onProgress(engine.progress() ?? 0))
    const sums = await engine.sums(source, query).finally(stopTelling)
    const read = readSums(sums, mapping, { file: path, indexes, numberColumns })
    const numbers = [
      ...(await badRows(engine, source, query, read, around.mostShown)),
      ...(await repeatedRows(engine, source, query, read)),
    ].sort((a, b) => a - b)
    const distinct = [...new Set(numbers)]
    const texts = await engine.rowTexts(source, distinct)
    const rows = distinct.map((number, index) => parquetRow(path, number, texts[index] ?? [], numberColumns))
    return {
      ...together(read, rows, rowReader(indexes, mapping), (row) => ({ row, line: null }), 0),
      rows: sums.rows,
      mapping,
    }
  } finally {
    engine.close()
  }
}

function mapped(header: CsvTable['header'], around: Surroundings) {
  const { mapping, problems } = around.mappingOf(header)
  if (!mapping) return { mapping, indexes: new Map<string, number>(), problems }
  const found = columnIndexes(header, mapping)
  return { mapping, indexes: found.indexes, problems: [...problems, ...found.problems] }
}

function noMapping(problems: readonly Problem[]) {
  return { mapping: null, indexes: new Map<string, number>(), problems }
}

/** Numbers of refused rows, among those that could be taken apart into cells. */
async function badRows(
  engine: Engine,
  table: EngineTable,
  query: EngineQuery,
  { badKeys, badCells, morePoorThanAll, refused }: ReadSums,
  most: number | null,
): Promise<readonly number[]> {
  if (refused.length === 0) return []
  return engine.rowNumbers(table, query, { keys: badKeys, cells: badCells, morePoorThanAll, most })
}

/** More repeated results than these nobody corrects one by one. */
const MOST_REPEATED = 20

async function repeatedRows(engine: Engine, table: EngineTable, query: EngineQuery, { repeated }: ReadSums) {
  return repeated.length === 0 ? [] : engine.repeatedRows(table, query, repeated.slice(0, MOST_REPEATED))
}

/** Numbers among all rows of the file, ragged ones too, ascending; of the ragged ones as many as are shown. */
function numbersInFile(accepted: readonly number[], ragged: readonly number[], most: number | null): readonly number[] {
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
function together<Found>(
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

function rowOf(
  { bytes, line }: CsvRecord,
  path: string,
  shape: { readonly delimiter: Delimiter; readonly columns: number },
): FoundRow {
  const text = new TextDecoder().decode(bytes)
  return { row: csvRow(path, text, line, shape), line: { number: line, text } }
}

/** Its line is the number of the row: the file has no others. */
function parquetRow(
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

function rowPlace(file: string, line: number, column: number) {
  return { file, line, column: column + 1, length: 0 }
}

/** What keeps a file from being a table at all. */
async function structureProblem(
  { path, absolute }: LargeTable,
  { quoteFault, badByte }: CsvStructure,
): Promise<Problem | null> {
  if (badByte !== null && (!quoteFault || badByte <= quoteFault.byte)) {
    const { line, column } = await placeOfByte(absolute, badByte)
    return problem('not-utf8', { file: path, line, column, length: 1 }, { byte: badByte })
  }
  if (!quoteFault) return null
  const { line, column } = await placeOfByte(absolute, quoteFault.byte)
  return problem('table-syntax', { file: path, line, column, length: 1 }, { why: quoteFault.why })
}

/** Counts the lines before a byte, and the characters before it in its line. */
async function placeOfByte(path: string, byte: number): Promise<{ readonly line: number; readonly column: number }> {
  const file = await open(path)
  try {
    let line = 1
    let before = ''
    const decoder = new TextDecoder()
    const chunk = Buffer.alloc(1024 * 1024)
    for (let at = 0; at < byte; ) {
      const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, byte - at), at)
      if (bytesRead === 0) break
      at += bytesRead
      const lines = (before + decoder.decode(chunk.subarray(0, bytesRead), { stream: true })).split(
        /\r\n|\n|\r(?!\n|$)/,
      )
      line += lines.length - 1
      before = lines.at(-1) ?? ''
    }
    // Bytes that begin a character and do not end it are shown as one.
    return { line, column: (before + decoder.decode()).length + 1 }
  } finally {
    await file.close()
  }
}

async function writeRegularCopy(
  path: string,
  shape: { delimiter: string; columns: number },
  to: string,
): Promise<void> {
  const { regularCopy } = await import('../engine/csv-structure.ts')
  const file = await open(to, 'w')
  try {
    await regularCopy(path, shape, (bytes) => file.write(bytes))
  } finally {
    await file.close()
  }
}

async function statOf(path: string) {
  const file = await open(path)
  try {
    return await file.stat()
  } finally {
    await file.close()
  }
}

/** In a name that an engine could take for a pattern, the file is known to it by a link of ours. */
function safePath(absolute: string, folder: string): string {
  if (/^[\w/.:\\ -]+$/.test(absolute)) return absolute
  const link = join(folder, `table-${linkNumber++}`)
  symlinkSync(absolute, link)
  return link
}

let linkNumber = 0

function beginningOf(path: string, most: number): Uint8Array {
  const descriptor = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(most)
    return bytes.subarray(0, readSync(descriptor, bytes, 0, most, 0))
  } finally {
    closeSync(descriptor)
  }
}

function each(milliseconds: number, act: () => void): () => void {
  const timer = setInterval(act, milliseconds)
  return () => clearInterval(timer)
}

function failed(problems: readonly Problem[], mapping: TableMapping | null = null): LargeRead {
  return { groups: [], refused: [], refusals: [], rows: 0, problems, mapping, lines: new Map() }
}

function wholeOf(file: string) {
  return { file, line: 1, column: 1, length: 0 }
}

function engineProblem({ why, message }: EngineFailure, { path, format }: LargeTable): Problem {
  const at = wholeOf(path)
  // What an engine says begins with the sort of its error, and names the file as it was given to it.
  const [said = ''] = message.replace(/^[\w ]+ Error: /, '').split('\n', 1)
  const detail = said.replace(/(['"])[^'"]*[/\\][^'"]*\1/g, `$1${path.replaceAll('$', '$$$$')}$1`)
  if (why === 'missing') return problem('table-not-read', at, { why: 'no-engine', detail: ENGINE_PACKAGE })
  if (why !== 'unreadable') return problem('table-not-read', at, { why, detail })
  return format === 'parquet'
    ? problem('table-not-read', at, { why: 'not-parquet', detail })
    : problem('unreadable', at, { why: 'other', detail })
}

/** As package.json names it. */
const ENGINE_PACKAGE = '@duckdb/node-api@1.5.6-r.1'
