import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseFailure } from '../../engine/database.ts'
import { EngineFailure, OrderOfRows } from '../../engine/engine.ts'
import { type ColumnApart, type Problem, type ProblemSeverity, problem } from '../../model/problem.ts'
import type { InputFile } from '../../model/report.ts'
import { type PassedOver, type TableMapping, tableFields } from '../../model/table.ts'
import type { UnreadResult } from '../../read/results/actuals.ts'
import { columnsOf, type Head, mappingByNames, type TableOptions } from '../../read/table/columns.ts'
import type { TableRow } from '../../read/table/grid.ts'
import { refusedCount, type TableRead, unreadResultsFrom, unreadResultsOf } from '../../read/table/results.ts'
import { mayLeaveOut, type TableFlags } from '../help/table-options.ts'
import { contentOf, unreadable } from '../input/files.ts'
import type { Progress } from '../output/progress.ts'
import { databaseProblem, engineProblem } from './engine-problem.ts'
import type { LargeRead, Placing } from './found-rows.ts'
import { whileUnchanged } from './large-files.ts'
import type { LargeTable } from './large-tables.ts'
import type { RejectsOfTable } from './rejects.ts'
import type { Sources } from './sources.ts'
import { endingOfNoText, isUtf16, statsOf, type TableFile } from './table-files.ts'
import { tableText } from './table-text.ts'
import type { Workplace } from './workplace.ts'

export type LineOf = (line: number) => string | undefined

/** What one table comes to. */
export interface Outcome {
  readonly path: string
  /** What its rows say, and how they are read; null: it could not be read. */
  readonly read: { readonly groups: TableRead['groups']; readonly refused: TableRead['refused'] } | null
  readonly mapping: TableMapping | null
  readonly unreadResults: readonly UnreadResult[]
  readonly problems: readonly Problem[]
  /** null: it was too large to be held. */
  readonly content: Uint8Array | null
  readonly lineOf: LineOf
  /** What tells the rows apart that begin in these lines. */
  readonly apart: (one: number, other: number) => readonly ColumnApart[]
  /** Whether all that it holds has its place. */
  readonly isPlaced: boolean
  /** All rows of the table, and what became of them; null: it could not be read. */
  readonly counts: RowCounts | null
  /** With what tables it is one register. */
  readonly register: object
  /** Where it was read that is no file. */
  readonly input?: InputFile
}

export interface RowCounts {
  readonly rows: number
  readonly refused: number
  readonly passed: PassedOver
}

/** What all tables of a command share. */
export interface Sharing {
  readonly options: TableOptions
  readonly plans: readonly string[]
  readonly flags: TableFlags
  readonly work: () => Promise<Workplace>
  readonly sources: () => Promise<Sources>
  readonly progress: Progress
  /** Takes all refused rows of the table; null: nobody asks for more than are told of. */
  readonly rejects: RejectsOfTable | null
}

type Failed = (problems: readonly Problem[], content?: Uint8Array | null, lineOf?: LineOf) => Outcome

/** Reads one table, by its cells or by an engine. */
export async function outcomeOf(table: TableFile, sharing: Sharing, placing: Placing): Promise<Outcome> {
  const failed: Failed = (problems, content = null, lineOf = noLine) => {
    const { plans } = sharing.options
    const unreadResults = table.mapping ? unreadResultsOf(table.mapping) : [{ plans, indicator: null, because: null }]
    const nothing = {
      read: null,
      mapping: null,
      lineOf,
      apart: () => [],
      isPlaced: true,
      counts: null,
      register: table,
    }
    return { path: table.path, content, unreadResults, problems, ...nothing }
  }
  try {
    if (table.format === 'database') return await outcomeByDatabase(table, sharing, failed)
    const opened = await openedTable(table, sharing)
    if ('code' in opened) return failed([opened])
    try {
      const fault = noText(opened)
      if (fault) return failed([fault])
      return await outcomeOfOpened(table, opened, sharing, placing, failed)
    } finally {
      if (opened.absolute !== table.absolute) rmSync(opened.absolute, { force: true })
    }
  } catch (error) {
    if (error instanceof EngineFailure) return failed([engineProblem(error, table)])
    if (error instanceof DatabaseFailure) return failed([databaseProblem(error, table)])
    if (error instanceof Error && 'syscall' in error) return failed([unreadable(table.path, error)])
    throw error
  }
}

async function outcomeOfOpened(
  table: TableFile,
  opened: TableFile,
  sharing: Sharing,
  placing: Placing,
  failed: Failed,
): Promise<Outcome> {
  const held = () => contentOf({ path: table.path, absolute: opened.absolute, named: true })
  const content = isForEngine(opened) && isLarge(opened) ? null : held()
  if (content && 'code' in content) return failed([content])
  if (content && !(isForEngine(opened) && hasManyRows(content))) {
    return outcomeByCells(table, opened, content, sharing, failed)
  }
  try {
    return await outcomeByEngine(table, opened as EngineFile, sharing, placing, failed)
  } catch (error) {
    if (!(error instanceof OrderOfRows || (isWithoutEngine(error) && isBounded(opened)))) throw error
    const whole = content ?? held()
    if ('code' in whole) return failed([whole])
    return outcomeByCells(table, opened, whole, sharing, failed)
  }
}

/** Read cell by cell, larger ones would take minutes, and more memory than many machines give to a program. */
const MOST_WITHOUT_ENGINE = 32 * 1024 * 1024

const isBounded = (table: TableFile) => table.format !== 'parquet' && bytesOf(table) <= MOST_WITHOUT_ENGINE

function isWithoutEngine(error: unknown): boolean {
  return error instanceof EngineFailure && ['missing', 'broken', 'version'].includes(error.why)
}

async function outcomeByEngine(
  table: TableFile,
  opened: EngineFile,
  sharing: Sharing,
  placing: Placing,
  failed: Failed,
): Promise<Outcome> {
  const read = await readLarge(opened, sharing, placing)
  if (!read.mapping || read.problems.length > 0) return failed(read.problems, null, read.lineOf)
  const results = resultsOf(read, read.mapping, table, sharing.flags)
  const { lineOf, apart } = read
  return { path: table.path, content: null, lineOf, apart, isPlaced: read.isPlaced, ...results }
}

async function outcomeByDatabase(table: TableFile, sharing: Sharing, failed: Failed): Promise<Outcome> {
  const { databaseTableRead } = await import('./database-tables.ts')
  const read = await databaseTableRead(table, await sharing.sources(), {
    refused: { most: MOST_SHOWN, all: sharing.rejects?.add ?? null },
    during: sharing.progress.during,
  })
  if (!read.mapping || read.problems.length > 0) return failed(read.problems, null, read.lineOf)
  const results = resultsOf(read, read.mapping, table, sharing.flags)
  return {
    path: table.path,
    content: null,
    lineOf: read.lineOf,
    apart: read.apart,
    isPlaced: true,
    ...(read.input && { input: read.input }),
    ...results,
  }
}

async function outcomeByCells(
  table: TableFile,
  opened: TableFile,
  content: Uint8Array,
  sharing: Sharing,
  failed: Failed,
): Promise<Outcome> {
  const text = await tableText(opened, content)
  const { mapping, problems } =
    text.problems.length > 0 ? { mapping: null, problems: text.problems } : mappingOf(table, text, sharing)
  if (!mapping) return failed(problems, content)
  const { tableRead } = await import('../../read/table/rows.ts')
  const read = tableRead(text, mapping)
  if (read.problems.length > 0) return failed(read.problems, content)
  if (read.refusals.length > 0) await sharing.rejects?.add(read.refusals)
  const results = resultsOf(read, mapping, table, sharing.flags)
  const { columnsApart } = await import('../../read/table/unmapped.ts')
  let rows: ReadonlyMap<number, TableRow> | null = null
  const apart = (...lines: readonly number[]) => {
    rows ??= new Map(text.rows.map((row) => [row.at().line, row]))
    const [one, other] = lines.map((line) => rows?.get(line))
    return one && other ? columnsApart(text.header, one, other, mapping) : []
  }
  const lineOf = linesIn(content, table.encoding)
  return { path: table.path, content, lineOf, apart, isPlaced: true, ...results }
}

/** What an engine may use, where nothing is said. */
const DEFAULT_MEMORY = '1GB'

/** Refused rows that are told of one by one. */
const MOST_SHOWN = 20

const noLine: LineOf = () => undefined

/** The lines of a text whose encoding its bytes do not tell. */
function linesIn(content: Uint8Array, encoding: TableFile['encoding']): LineOf {
  if (encoding === null) return noLine
  const lines = new TextDecoder(encoding).decode(content).split(/\r\n|[\n\r]/)
  return (line) => lines[line - 1]
}

/** From so many bytes or rows on it pays to load an engine. */
const LARGE_BYTES = 8 * 1024 * 1024
const LARGE_ROWS = 100_000

function isLarge(table: EngineFile): boolean {
  return table.format === 'parquet' || bytesOf(table) >= LARGE_BYTES
}

function bytesOf({ absolute }: TableFile): number {
  return statsOf(absolute)?.size ?? 0
}

/** A table that may be of any size. */
type EngineFile = TableFile & { readonly format: LargeTable['format'] }

/** Workbooks are bounded, and read as a whole, as is what no engine understands. */
function isForEngine(table: TableFile): table is EngineFile {
  if (table.mapping && table.mapping.levels.length > 0) return false
  return table.format !== 'xlsx' && table.format !== 'json' && table.format !== 'database'
}

function hasManyRows(content: Uint8Array): boolean {
  let rows = 0
  for (let at = content.indexOf(0x0a); at >= 0; at = content.indexOf(0x0a, at + 1))
    if (++rows >= LARGE_ROWS) return true
  return false
}

/** The table as it lies, or unpacked in a folder of ours; or why it is none. */
async function openedTable(table: TableFile, { work, progress }: Sharing): Promise<TableFile | Problem> {
  const stats = statsOf(table.absolute)
  const at = table.namedAt ?? { file: table.path, line: 1, column: 1, length: 0 }
  if (stats && !stats.isFile()) {
    return problem('unreadable', at, { why: stats.isDirectory() ? 'is-folder' : 'not-regular', detail: table.path })
  }
  if (!table.isPacked) return table
  const { unpackedFile } = await import('./unpacked.ts')
  const { folder } = await work()
  const size = bytesOf(table)
  const unpacked = await progress.during('unpacking', size, (reached) =>
    unpackedFile(table.absolute, folder, (bytes) => reached(bytes / size)),
  )
  if (typeof unpacked === 'string') return { ...table, absolute: unpacked }
  // Its words name no file.
  return problem('unreadable', { file: table.path, line: 1, column: 1, length: 0 }, unpacked)
}

/** Why what should be text is none. */
function noText({ path, absolute, format }: TableFile): Problem | null {
  const ending = format === 'csv' || format === 'jsonl' ? endingOfNoText(absolute) : null
  const at = { file: path, line: 1, column: 1, length: 0 }
  if (ending === null) return null
  const detail = ending === 'gz' ? `${path.slice(path.lastIndexOf('.') + 1)}.gz` : ending
  return problem('table-not-read', at, { why: 'other-format', detail })
}

async function readLarge(table: EngineFile, sharing: Sharing, placing: Placing): Promise<LargeRead> {
  const { largeTableRead } = await import('./large-tables.ts')
  const { duckdbEngine } = await import('../../engine/duckdb.ts')
  const { flags, work, progress, rejects } = sharing
  const { folder } = await work()
  return largeTableRead(
    { path: table.path, absolute: await asUtf8(table, folder, progress), format: table.format, header: table.header },
    {
      engineFor: (paths) =>
        duckdbEngine({ paths, memory: flags.memory ?? DEFAULT_MEMORY, folder: join(folder, 'spill') }),
      folder,
      mappingOf: (head) => mappingOf(table, head, sharing),
      names: table.mapping ? columnsOf(table.mapping).map(({ name }) => name) : tableFields,
      isRegister: table.mapping?.isRegister ?? sharing.options.isRegister,
      placing,
      isBounded: isBounded(table),
      refused: { most: MOST_SHOWN, all: rejects?.add ?? null },
      during: progress.during,
    },
  )
}

async function asUtf8(table: TableFile, folder: string, progress: Progress): Promise<string> {
  const { absolute, format, encoding } = table
  if (format !== 'csv' || (encoding === null && !isUtf16(absolute))) return absolute
  const { utf8Copy } = await import('./utf8-copy.ts')
  const size = bytesOf(table)
  return progress.during('copying', size, (reached) =>
    whileUnchanged(absolute, () => utf8Copy(absolute, folder, encoding, (bytes) => reached(bytes / size))),
  )
}

/** What a document says of the table, else what the names of its columns say. */
function mappingOf(
  table: TableFile,
  head: Head,
  { options, plans }: Sharing,
): { readonly mapping: TableMapping | null; readonly problems: readonly Problem[] } {
  if (table.mapping) return { mapping: table.mapping, problems: [] }
  const named = mappingByNames(head, options)
  if (options.plans.length > 0) return named
  const at = { file: table.path, line: 1, column: 1, length: 1 }
  const unstated = problem('plan-not-stated', at, { plans, table: table.path })
  // Where there is no plan at all, how its columns are called is the smaller matter.
  return { mapping: null, problems: plans.length === 0 ? [unstated] : [unstated, ...named.problems] }
}

/** Refused rows stop what depends on them, unless so many may be left out. */
function resultsOf(read: TableRead, mapping: TableMapping, { path, request }: TableFile, flags: TableFlags) {
  const { equalRows } = read
  const refused = refusedCount(read)
  const leavesOut = mayLeaveOut(flags.allowRejects, refused, read.rows)
  const told = read.refusals.slice(0, MOST_SHOWN)
  const sheet = told[0]?.problems[0]?.at?.sheet
  const at = { file: path, line: 1, column: 1, length: 0, ...(sheet !== undefined && { sheet }) }
  const facts = { refused, rows: read.rows, shown: told.length }
  const summary = leavesOut
    ? problem('rows-left-out', at, facts)
    : problem('rows-refused', at, { ...facts, allowed: flags.allowRejects?.text ?? null })
  const severity: ProblemSeverity = leavesOut ? 'warning' : 'error'
  return {
    read: { groups: read.groups, refused: read.refused },
    mapping,
    counts: { rows: read.rows, refused, passed: read.passed },
    register: request ?? read,
    unreadResults: leavesOut ? [] : unreadResultsFrom(read.refused, mapping),
    problems: [
      ...(refused === 0
        ? []
        : [summary, ...told.flatMap((row) => row.problems).map((each) => ({ ...each, severity }))]),
      ...(read.hidden ?? []),
      ...(equalRows ? [problem('equal-rows', equalRows.at, { rows: equalRows.count })] : []),
    ],
  }
}
