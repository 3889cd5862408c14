import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CsvStructure } from '../../engine/csv-structure.ts'
import { type Engine, EngineFailure, type EngineTable, LONGEST_ROW } from '../../engine/engine.ts'
import { parquetFault } from '../../engine/parquet-ends.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { TableMapping } from '../../model/table.ts'
import { composed } from '../../model/text.ts'
import { columnIndexes, columnsOf, type Head } from '../../read/table/columns.ts'
import { csvHeader, type HeaderLines } from '../../read/table/csv.ts'
import { MOST_TOLD } from '../../read/table/json-lines.ts'
import { passedOver } from '../../read/table/rows.ts'
import type { Progress, Reached } from '../output/progress.ts'
import {
  csvStandingRow,
  type LargeRead,
  lineAmong,
  type Placing,
  parquetPlaces,
  parquetStandingRow,
  type StandingRow,
} from './found-rows.ts'
import { beginningOf, bytesOf, lineAtByte, safePath, whileUnchanged } from './large-files.ts'
import { polled, queryOf, type RefusedRowsAsked, readTogether } from './large-sums.ts'
import { temporaryFile } from './temporary-file.ts'

/** A table that an engine reads. */
export interface LargeTable {
  /** As shown to users. */
  readonly path: string
  /** Where it lies, or a copy of it that can be read as it is. */
  readonly absolute: string
  readonly format: 'csv' | 'jsonl' | 'parquet'
  /** The lines of CSV that hold the names of its columns. */
  readonly header: HeaderLines
}

/** What reading large tables takes. */
export interface Surroundings {
  /** An engine that may open these paths and nothing else. */
  readonly engineFor: (paths: readonly string[]) => Promise<Engine>
  /** A folder for copies. */
  readonly folder: string
  readonly mappingOf: (head: Head) => {
    readonly mapping: TableMapping | null
    readonly problems: readonly Problem[]
  }
  /** The table is small enough to be read row by row, where the engine has no answer. */
  readonly isBounded: boolean
  /** Names of columns that the mapping may ask for. */
  readonly names: readonly string[]
  /** Whether it is told of rows that are equal. */
  readonly isRegister: boolean
  /** What stands where its first row does; more of it where that is needed anyhow. */
  readonly placing: Placing
  readonly refused: RefusedRowsAsked
  /** Does work that may take time, and says how far it has come. */
  readonly during: Progress['during']
}

/**
 * Reads a table of any size: what an engine adds up, and what is wrong with rows that it could not. It is gone through
 * several times, so that nothing holds of one that is written to meanwhile.
 */
export async function largeTableRead(table: LargeTable, around: Surroundings): Promise<LargeRead> {
  return whileUnchanged(table.absolute, () => READERS[table.format](table, around))
}

/** Longer headers than this are none. */
const MOST_OF_HEADER = 1024 * 1024

async function csvRead(table: LargeTable, around: Surroundings): Promise<LargeRead> {
  const { path, absolute } = table
  const head = beginningOf(absolute, MOST_OF_HEADER)
  const { header, shape, problems, isOneLine, firstRows } = csvHeader(path, head, table.header)
  const lineOf = lineIn(head)
  const {
    mapping,
    indexes,
    problems: unmapped,
  } = problems.length > 0 ? noMapping(problems) : mapped({ header, firstRows }, around)
  const { csvRecords, csvStructure } = await import('../../engine/csv-structure.ts')
  if (!mapping || unmapped.length > 0) {
    // What is no text, or has no rows, has no columns either.
    const size = await bytesOf(absolute)
    const structure = await around.during('reading', size, (reached) =>
      csvStructure(absolute, shape, 'count', (bytes) => reached(bytes / size)),
    )
    const fault = await structureProblem(table, structure)
    return fault ? faulty(fault, mapping) : { ...failed(unmapped, mapping), lineOf }
  }

  const safe = safePath(absolute, around.folder)
  const copy = join(around.folder, `regular-${copies++}.csv`)
  const engine = await around.engineFor([safe, copy])
  try {
    const source: EngineTable = {
      path: safe,
      format: 'csv',
      delimiter: shape.delimiter,
      columns: header.map(({ text }) => text),
      numberColumns: new Set(),
      isMarked: false,
    }
    const query = queryOf({ mapping, indexes }, around.placing)
    const size = await bytesOf(absolute)
    const [counted, added] = await around.during('reading', size, (reached) =>
      readTwice(
        engine,
        (told, isStopped) => csvStructure(absolute, shape, 'count', (bytes) => told(bytes / size), isStopped),
        () => engine.sums(source, query),
        reached,
      ),
    )
    if (added.status === 'rejected' && !mayBeOfStructure(added.reason)) throw added.reason
    if (counted.status === 'rejected') throw counted.reason
    const structure = counted.value
    const fault = await structureProblem(table, structure)
    if (fault) return faulty(fault, mapping)

    // An engine may take a line break in the header for the end of its line.
    const isRegular = structure.isRegular && isOneLine
    const regular = isRegular ? source : { ...source, path: copy }
    if (!isRegular) {
      await around.during('copying', size, (reached) =>
        writeRegularCopy(absolute, shape, copy, (bytes) => reached(bytes / size)),
      )
    } else if (added.status === 'rejected') throw added.reason
    const sums =
      isRegular && added.status === 'fulfilled'
        ? added.value
        : await around.during('reading', size, (reached) => polled(engine, reached, () => engine.sums(regular, query)))

    // What was counted fast is counted with care where it does not agree.
    const rows = sums.rows === structure.rows ? structure : await csvStructure(absolute, shape, 'ragged')
    const { ragged, wordless } = rows
    if (sums.rows + ragged.length !== rows.rows) {
      const counted = { read: sums.rows, refused: ragged.length, all: rows.rows }
      return { ...failed([rowsLost(path, counted, rows.longRow)], mapping), lineOf }
    }
    async function* found(numbers: readonly number[]) {
      for await (const records of csvRecords(absolute, shape, numbers)) {
        yield records.map((record) => csvStandingRow(path, record, shape))
      }
    }
    const blank: number[] = []
    for await (const some of found(wordless)) for (const { row, number } of some) if (!row()) blank.push(number)
    const opened = { path, table: regular, mapping, indexes, rows: rows.rows, ragged, blank, found, placesOf: null }
    const read = await readTogether(engine, opened, sums, around)
    return { ...read, lineOf: (line) => read.lineOf(line) ?? lineOf(line) }
  } finally {
    engine.close()
  }
}

/** Of a file whose rows are found by their numbers. */
const ROWS_AT_ONCE = 20_000

/** Of files that the engine does not read as they are. */
let copies = 0

async function parquetRead(table: LargeTable, around: Surroundings): Promise<LargeRead> {
  const { path, absolute } = table
  const fault = await parquetFault(absolute)
  if (fault) throw new EngineFailure(fault === 'not-parquet' ? fault : `parquet-${fault}`)
  const safe = safePath(absolute, around.folder)
  const engine = await around.engineFor([safe])
  try {
    const { columns, numberColumns, rows } = await engine.columns(safe)
    const header = columns.map((text, column) => ({
      text: composed(text),
      at: parquetPlaces(path, 1).cell(column),
    }))
    const { mapping, indexes, problems } = mapped({ header, firstRows: [] }, around)
    if (!mapping || problems.length > 0) return failed(problems, mapping)
    const source: EngineTable = {
      path: safe,
      format: 'parquet',
      delimiter: ',',
      columns,
      numberColumns,
      isMarked: false,
    }
    const sums = await around.during('reading', await bytesOf(absolute), (reached) =>
      polled(engine, reached, () => engine.sums(source, queryOf({ mapping, indexes }, around.placing))),
    )
    if (sums.rows !== rows) return failed([rowsLost(path, { read: sums.rows, refused: 0, all: rows }, null)], mapping)
    async function* found(numbers: readonly number[]) {
      for (let from = 0; from < numbers.length; from += ROWS_AT_ONCE) {
        const some = numbers.slice(from, from + ROWS_AT_ONCE)
        const texts = await engine.rowTexts(source, some)
        yield some.map((number, index) => parquetStandingRow(path, number, texts[index] ?? [], numberColumns))
      }
    }
    const placesOf = (number: number) => parquetPlaces(path, number)
    const opened = { path, table: source, mapping, indexes, rows: sums.rows, ragged: [], blank: [], found, placesOf }
    return await readTogether(engine, opened, sums, around)
  } finally {
    engine.close()
  }
}

async function jsonLinesRead({ path, absolute }: LargeTable, around: Surroundings): Promise<LargeRead> {
  const { jsonLinesAt, jsonLinesCopy } = await import('./json-lines-copy.ts')
  const names = [...new Set(around.names)]
  const indexes = new Map(names.map((name, column) => [name, column]))
  const copy = join(around.folder, `lines-${copies++}.csv`)
  const engine = await around.engineFor([copy])
  try {
    const size = await bytesOf(absolute)
    const { header, rows, ragged, longRow, badByte } = await around.during('reading', size, (reached) =>
      jsonLinesCopy(absolute, path, { keys: names, isCompared: around.isRegister }, copy, (bytes) =>
        reached(bytes / size),
      ),
    )
    const lineOf = lineIn(beginningOf(absolute, MOST_OF_HEADER))
    const empty = problem('table-syntax', { file: path, line: 1, column: 1, length: 1 }, { why: 'no-objects' })
    const fault = await structureProblem({ path, absolute }, { badByte, quoteFault: null })
    if (fault) return faulty(fault, null)
    if (rows === 0) return { ...failed([empty]), lineOf }
    const found = (numbers: readonly number[]) => jsonLinesAt(absolute, path, indexes, numbers)
    if (ragged.length === rows) {
      const first: StandingRow[] = []
      for await (const some of found(ragged.slice(0, MOST_TOLD))) for (const added of some) first.push(added)
      const problems = first
        .flatMap(({ row }) => [row()])
        .flatMap((row) => (row && 'problems' in row ? row.problems : []))
      return { ...failed(problems), lineOf: lineAmong([first]) }
    }
    const { mapping, problems } = mapped({ header, firstRows: [] }, around)
    if (!mapping || problems.length > 0) return { ...failed(problems, mapping), lineOf }
    const table: EngineTable = {
      path: copy,
      format: 'csv',
      delimiter: ',',
      columns: [...names, ''],
      numberColumns: new Set(),
      isMarked: true,
    }
    const sums = await around.during('adding-up', null, (reached) =>
      polled(engine, reached, () => engine.sums(table, queryOf({ mapping, indexes }, around.placing))),
    )
    if (sums.rows + ragged.length !== rows) {
      const counted = { read: sums.rows, refused: ragged.length, all: rows }
      return { ...failed([rowsLost(path, counted, longRow)], mapping), lineOf }
    }
    const opened = { path, table, mapping, indexes, rows, ragged, blank: [], found, placesOf: null }
    const read = await readTogether(engine, opened, sums, around)
    return { ...read, lineOf: (line) => read.lineOf(line) ?? lineOf(line) }
  } finally {
    engine.close()
    await rm(copy, { force: true })
  }
}

const READERS = { csv: csvRead, jsonl: jsonLinesRead, parquet: parquetRead }

function mapped(head: Head, around: Surroundings) {
  const { mapping, problems } = around.mappingOf(head)
  if (!mapping) return { mapping, indexes: new Map<string, number>(), problems }
  const found = columnIndexes(head, columnsOf(mapping))
  return { mapping, indexes: found.indexes, problems: [...problems, ...found.problems] }
}

function noMapping(problems: readonly Problem[]) {
  return { mapping: null, indexes: new Map<string, number>(), problems }
}

/** What keeps a file from being a table at all, and the line in which it stands. */
async function structureProblem(
  { path, absolute }: Pick<LargeTable, 'path' | 'absolute'>,
  { quoteFault, badByte }: Pick<CsvStructure, 'quoteFault' | 'badByte'>,
) {
  const byte = badByte ?? quoteFault?.byte
  if (byte === undefined) return null
  const { line, column, text } = await lineAtByte(absolute, byte)
  const at = { file: path, line, column, length: 1 }
  const found =
    badByte === null && quoteFault
      ? problem('table-syntax', at, { why: quoteFault.why })
      : problem('not-utf8', at, { byte })
  return { problem: found, line, text }
}

/** The first lines of a file. */
function lineIn(head: Uint8Array): LargeRead['lineOf'] {
  let lines: readonly string[] | null = null
  return (line) => {
    lines ??= new TextDecoder().decode(head).split(/\r\n|[\n\r]/, MOST_HEADER_LINES)
    return lines[line - 1]
  }
}

/** A header that runs over more lines is shown by these. */
const MOST_HEADER_LINES = 100

async function writeRegularCopy(
  path: string,
  shape: { delimiter: string; columns: number; headLine: number },
  to: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { regularCopy } = await import('../../engine/csv-structure.ts')
  const file = await temporaryFile(to)
  try {
    let written = 0
    await regularCopy(path, shape, (bytes) => {
      written += bytes.length
      onBytes(written)
      return file.write(bytes)
    })
  } finally {
    await file.close()
  }
}

/** Whether an engine could read the same rows if they were written in another way. */
function mayBeOfStructure(error: unknown): boolean {
  return error instanceof EngineFailure && error.why === 'unreadable'
}

/** Rows are counted and added up side by side. Both are waited for; where one fails, the other one is stopped. */
async function readTwice<Counted extends CsvStructure, Added>(
  engine: Engine,
  count: (told: Reached, isStopped: () => boolean) => Promise<Counted>,
  add: () => Promise<Added>,
  reached: Reached,
) {
  const shares = { counted: 0, added: 0 }
  const tell = () => reached(Math.min(shares.counted, shares.added))
  let isFailed = false
  const counting = count(
    (share) => {
      shares.counted = share ?? shares.counted
      tell()
    },
    () => isFailed,
  ).then((structure) => {
    if (structure.quoteFault || structure.badByte !== null) engine.interrupt()
    return structure
  })
  const adding = polled(
    engine,
    (share) => {
      shares.added = share ?? shares.added
      tell()
    },
    add,
  ).catch((error: unknown) => {
    isFailed = !mayBeOfStructure(error)
    throw error
  })
  return Promise.allSettled([counting, adding])
}

function failed(problems: readonly Problem[], mapping: TableMapping | null = null): LargeRead {
  return {
    groups: [],
    refused: [],
    refusals: [],
    equalRows: null,
    rows: 0,
    passed: passedOver(),
    problems,
    mapping,
    lineOf: () => undefined,
    apart: () => [],
    isPlaced: true,
  }
}

function faulty(fault: { problem: Problem; line: number; text: string }, mapping: TableMapping | null): LargeRead {
  return { ...failed([fault.problem], mapping), lineOf: (line) => (line === fault.line ? fault.text : undefined) }
}

/** Where rows that were read and refused are not all there are; `longRow` is the line of one that is too long. */
function rowsLost(
  file: string,
  rows: { readonly read: number; readonly refused: number; readonly all: number },
  longRow: number | null,
): Problem {
  const why = longRow === null ? 'rows-lost' : 'row-too-long'
  const detail = longRow === null ? '' : String(LONGEST_ROW)
  return problem('table-not-read', { file, line: longRow ?? 1, column: 1, length: 0 }, { why, detail, rows })
}
