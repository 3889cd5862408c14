import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { CsvStructure } from '../engine/csv-structure.ts'
import { type Engine, EngineFailure, type EngineQuery, type EngineTable } from '../engine/engine.ts'
import { type Problem, problem } from '../model/problem.ts'
import type { TableMapping } from '../model/table.ts'
import { type CsvTable, csvHeader } from '../read/csv-rows.ts'
import { columnIndexes } from '../read/table-columns.ts'
import { rowReader } from '../read/table-row.ts'
import { type ReadSums, readSums } from '../read/table-sums.ts'
import { type LargeRead, numbersInFile, parquetRow, rowOf, rowPlace, together } from './found-rows.ts'
import { beginningOf, bytesOf, placeOfByte, safePath } from './large-files.ts'

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
    const size = await bytesOf(absolute)
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
