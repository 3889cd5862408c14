import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { EngineFailure } from '../engine/engine.ts'
import type { Observation } from '../model/observation.ts'
import { type Problem, type ProblemSeverity, problem } from '../model/problem.ts'
import { closest } from '../model/suggestion.ts'
import type { TableMapping } from '../model/table.ts'
import type { UnreadResult } from '../read/actuals.ts'
import type { CsvTable } from '../read/csv-rows.ts'
import { mappingByNames, type TableOptions } from '../read/table-columns.ts'
import type { TableRequest } from '../read/table-mapping.ts'
import {
  observationsFrom,
  refusedCount,
  type TableRead,
  unreadResultsFrom,
  unreadResultsOf,
} from '../read/table-results.ts'
import type { Inflate } from '../read/xlsx/zip.ts'
import { engineProblem } from './engine-problem.ts'
import { contentOf, type FoundFile, unreadable } from './files.ts'
import type { LargeRead } from './found-rows.ts'
import { type Progress, progressOn } from './progress.ts'
import { endingOfNoText, isUtf16, namedTable, requestedTables, statsOf, type TableFile } from './table-files.ts'
import { mayLeaveOut, type TableFlags } from './table-options.ts'
import { type Workplace, workplace } from './workplace.ts'
import type { World } from './world.ts'

/** The tables that files and command line name. */
export interface AskedTables {
  /** Named on the command line. */
  readonly named: readonly FoundFile[]
  /** Taken in by documents. */
  readonly requests: readonly TableRequest[]
  readonly absoluteOf: (file: string) => string
  /** Ids of the plans that were found, also of those that could not be read. */
  readonly plans: readonly string[]
}

/** What all tables together come to. */
export interface ReadTables {
  readonly observations: readonly Observation[]
  readonly unreadResults: readonly UnreadResult[]
  readonly problems: readonly Problem[]
  /** What is wrong with each row that was refused, all of them. */
  readonly refusals: readonly Problem[]
  readonly contents: ReadonlyMap<string, Uint8Array>
  /** Lines that problems stand in, of tables that were not held. */
  readonly lines: ReadonlyMap<string, LineOf>
  /** Where the tables lie that were not held. */
  readonly large: ReadonlyMap<string, string>
  readonly paths: readonly string[]
  /** Tables whose sums stand nowhere yet: where their rows are costs a reading of its own. */
  readonly unplaced: ReadonlySet<string>
  /** The same with these tables read anew, so that everything in them has its place. */
  readonly placed: (tables: ReadonlySet<string>) => Promise<ReadTables>
}

export type LineOf = (line: number) => string | undefined

/** What an engine may use, where nothing is said. */
const DEFAULT_MEMORY = '1GB'

/** Refused rows that are told of one by one. */
const MOST_SHOWN = 20

/** Reads the tables of results that were asked for; with `isPlaced` sums stand where the first of their rows does. */
export async function readTables(
  asked: AskedTables,
  flags: TableFlags,
  world: World,
  isPlaced: boolean,
): Promise<ReadTables> {
  const problems: Problem[] = []
  const tables = asked.named.map(namedTable)
  const unreadResults: UnreadResult[] = []
  for (const request of asked.requests) {
    const found = await requestedTables(request, asked.absoluteOf, world.cwd, flags.root)
    tables.push(...found.tables)
    problems.push(...found.problems)
    if (found.problems.length > 0) unreadResults.push(...unreadResultsOf(request.mapping))
  }
  const options = tableOptions(asked, flags)
  if (asked.named.length > 0) problems.push(...unknownPlans(options.plans, asked.plans))
  const outcomes = async (before: readonly Outcome[], isAsked: (path: string) => boolean) => {
    const read: Outcome[] = []
    let work: Workplace | null = null
    const sharing: Sharing = {
      options,
      plans: asked.plans,
      flags,
      work: () => {
        work ??= workplace(world)
        return work
      },
      progress: progressOn(world, flags),
    }
    try {
      for (const [index, table] of tables.entries()) {
        const known = before[index]
        const isKnown = known !== undefined && (known.isPlaced || !isAsked(table.path))
        read.push(isKnown ? known : await outcomeOf(table, sharing, isAsked(table.path)))
      }
    } finally {
      // It is made while tables are read, which the compiler cannot see.
      ;(work as Workplace | null)?.leave()
    }
    return read
  }
  const together = (read: readonly Outcome[]): ReadTables => ({
    observations: read.flatMap(({ observations }) => observations),
    unreadResults: [...unreadResults, ...read.flatMap((outcome) => outcome.unreadResults)],
    problems: [...problems, ...read.flatMap((outcome) => outcome.problems)],
    refusals: read.flatMap(({ refusals }) => refusals),
    contents: new Map(read.flatMap(({ path, content }) => (content ? [[path, content]] : []))),
    lines: linesByTable(read),
    large: new Map(
      tables
        .filter(({ isPacked }, index) => isPacked || read[index]?.content === null)
        .map(({ path, absolute }) => [path, absolute]),
    ),
    paths: tables.map(({ absolute }) => absolute),
    unplaced: new Set(read.flatMap((outcome) => (outcome.isPlaced ? [] : [outcome.path]))),
    placed: async (paths) => together(await outcomes(read, (path) => paths.has(path))),
  })
  return together(await outcomes([], () => isPlaced))
}

/** A table may be taken in twice, with rows found again each time. */
function linesByTable(outcomes: readonly Outcome[]): ReadonlyMap<string, LineOf> {
  const byTable = new Map<string, LineOf>()
  for (const { path, lineOf } of outcomes) {
    const before = byTable.get(path)
    byTable.set(path, before ? (line) => before(line) ?? lineOf(line) : lineOf)
  }
  return byTable
}

/** What the command line says of the tables that it names. */
function tableOptions({ plans }: AskedTables, flags: TableFlags): TableOptions {
  return {
    plans: flags.tablePlan ?? (plans.length === 1 ? plans : []),
    notation: flags.numbers ?? null,
    isRegister: flags.rows === 'register',
    period: flags.tablePeriod ?? null,
    basis: flags.basis ?? null,
  }
}

function unknownPlans(stated: readonly string[], known: readonly string[]): readonly Problem[] {
  return stated
    .filter((plan) => !known.includes(plan))
    .map((plan) => problem('unknown-plan', null, { plan, suggestion: closest(plan, known) }))
}

/** What one table comes to. */
interface Outcome extends Pick<ReadTables, 'observations' | 'unreadResults' | 'problems' | 'refusals'> {
  readonly path: string
  /** null: it was too large to be held. */
  readonly content: Uint8Array | null
  readonly lineOf: LineOf
  /** Whether all that it holds has its place. */
  readonly isPlaced: boolean
}

/** What all tables of a command share. */
interface Sharing {
  readonly options: TableOptions
  readonly plans: readonly string[]
  readonly flags: TableFlags
  readonly work: () => Workplace
  readonly progress: Progress
}

type Failed = (problems: readonly Problem[], content?: Uint8Array | null, lineOf?: LineOf) => Outcome

async function outcomeOf(table: TableFile, sharing: Sharing, isPlaced: boolean): Promise<Outcome> {
  const failed: Failed = (problems, content = null, lineOf = noLine) => {
    const { plans } = sharing.options
    const unreadResults = table.mapping ? unreadResultsOf(table.mapping) : [{ plans, indicator: null }]
    const nothing = { observations: [], refusals: [], lineOf, isPlaced: true }
    return { path: table.path, content, unreadResults, problems, ...nothing }
  }
  try {
    const opened = await openedTable(table, sharing)
    if ('code' in opened) return failed([opened])
    try {
      const fault = noText(opened)
      if (fault) return failed([fault])
      return await outcomeOfOpened(table, opened, sharing, isPlaced, failed)
    } finally {
      if (opened.absolute !== table.absolute) rmSync(opened.absolute, { force: true })
    }
  } catch (error) {
    if (error instanceof EngineFailure) return failed([engineProblem(error, table)])
    if (error instanceof Error && 'syscall' in error) return failed([unreadable(table.path, error)])
    throw error
  }
}

async function outcomeOfOpened(
  table: TableFile,
  opened: TableFile,
  sharing: Sharing,
  isPlaced: boolean,
  failed: Failed,
): Promise<Outcome> {
  const { flags } = sharing
  const content = isLarge(opened) ? null : contentOf({ path: table.path, absolute: opened.absolute, named: true })
  if (content && 'code' in content) return failed([content])
  if (!content || (isForEngine(opened) && hasManyRows(content))) {
    const read = await readLarge(opened, sharing, isPlaced)
    if (!read.mapping || read.problems.length > 0) return failed(read.problems, null, read.lineOf)
    const results = resultsOf(read, read.mapping, table.path, flags)
    return { path: table.path, content: null, lineOf: read.lineOf, isPlaced: read.isPlaced, ...results }
  }
  const text = await tableText(opened, content)
  const { mapping, problems } =
    text.problems.length > 0 ? { mapping: null, problems: text.problems } : mappingOf(table, text.header, sharing)
  if (!mapping) return failed(problems, content)
  const { tableRead } = await import('../read/table-rows.ts')
  const read = tableRead(text, mapping)
  if (read.problems.length > 0) return failed(read.problems, content)
  const results = resultsOf(read, mapping, table.path, flags)
  return { path: table.path, content, lineOf: noLine, isPlaced: true, ...results }
}

const noLine: LineOf = () => undefined

/** From so many bytes or rows on it pays to load an engine. */
const LARGE_BYTES = 8 * 1024 * 1024
const LARGE_ROWS = 100_000

function isLarge(table: TableFile): boolean {
  if (table.format === 'parquet') return true
  return isForEngine(table) && (statsOf(table.absolute)?.size ?? 0) >= LARGE_BYTES
}

/** JSON lines are not for engines: these read their numbers as binary floats. */
function isForEngine({ absolute, format }: TableFile): boolean {
  return format === 'parquet' || (format === 'csv' && !isUtf16(absolute))
}

function hasManyRows(content: Uint8Array): boolean {
  let rows = 0
  for (let at = content.indexOf(0x0a); at >= 0; at = content.indexOf(0x0a, at + 1))
    if (++rows >= LARGE_ROWS) return true
  return false
}

/** The table as it lies, or unpacked in a folder of ours; or why it is none. */
async function openedTable(table: TableFile, { work }: Sharing): Promise<TableFile | Problem> {
  const stats = statsOf(table.absolute)
  const at = table.namedAt ?? { file: table.path, line: 1, column: 1, length: 0 }
  if (stats && !stats.isFile()) {
    return problem('unreadable', at, { why: stats.isDirectory() ? 'is-folder' : 'not-regular', detail: table.path })
  }
  if (!table.isPacked) return table
  const { unpackedFile } = await import('./unpacked.ts')
  const unpacked = await unpackedFile(table.absolute, work().folder)
  return typeof unpacked === 'string' ? { ...table, absolute: unpacked } : problem('unreadable', at, unpacked)
}

/** Why what should be text is none. */
function noText({ path, absolute, format }: TableFile): Problem | null {
  const ending = format === 'csv' || format === 'jsonl' ? endingOfNoText(absolute) : null
  const at = { file: path, line: 1, column: 1, length: 0 }
  if (ending === null) return null
  const detail = ending === 'gz' ? `${/[^.]*$/.exec(path)?.[0]}.gz` : ending
  return problem('table-not-read', at, { why: 'other-format', detail })
}

async function readLarge(table: TableFile, sharing: Sharing, isPlaced: boolean): Promise<LargeRead> {
  const { largeTableRead } = await import('./large-tables.ts')
  const { duckdbEngine } = await import('../engine/duckdb.ts')
  const { flags, work, progress } = sharing
  const { folder } = work()
  const format = table.format === 'parquet' ? 'parquet' : 'csv'
  const stop = progress.started(table.path, statsOf(table.absolute)?.size ?? 0)
  try {
    return await largeTableRead(
      { path: table.path, absolute: table.absolute, format },
      {
        engineFor: (paths) =>
          duckdbEngine({ paths, memory: flags.memory ?? DEFAULT_MEMORY, folder: join(folder, 'spill') }),
        folder,
        mappingOf: (header) => mappingOf(table, header, sharing),
        isPlaced,
        mostShown: flags.rejects === undefined ? MOST_SHOWN : null,
        onProgress: progress.reached,
      },
    )
  } finally {
    stop()
  }
}

async function tableText({ path, format, sheet }: TableFile, content: Uint8Array): Promise<CsvTable> {
  if (format === 'xlsx') {
    const { workbookTable } = await import('../read/xlsx/rows.ts')
    return workbookTable(path, content, sheet, await inflate())
  }
  if (format === 'jsonl') {
    const { jsonLinesTable } = await import('../read/json-lines.ts')
    return jsonLinesTable(path, content)
  }
  const { csvTable } = await import('../read/csv-rows.ts')
  return csvTable(path, content)
}

/** Takes an entry of an archive apart, and stops where it is larger than it may be. */
async function inflate(): Promise<Inflate> {
  const { inflateRawSync } = await import('node:zlib')
  return (compressed, most) => {
    try {
      return inflateRawSync(compressed, { maxOutputLength: Math.max(most, 1) })
    } catch {
      return null
    }
  }
}

/** What a document says of the table, else what the names of its columns say. */
function mappingOf(
  table: TableFile,
  header: CsvTable['header'],
  { options, plans }: Sharing,
): { readonly mapping: TableMapping | null; readonly problems: readonly Problem[] } {
  if (table.mapping) return { mapping: table.mapping, problems: [] }
  const named = mappingByNames(header, options)
  if (options.plans.length > 0) return named
  const at = { file: table.path, line: 1, column: 1, length: 1 }
  return { mapping: null, problems: [problem('plan-not-stated', at, { plans }), ...named.problems] }
}

/** Refused rows stop what depends on them, unless so many may be left out. */
function resultsOf(read: TableRead, mapping: TableMapping, path: string, flags: TableFlags) {
  const refused = refusedCount(read)
  const leavesOut = mayLeaveOut(flags.allowRejects, refused, read.rows)
  const told = read.refusals.slice(0, MOST_SHOWN)
  const at = { file: path, line: 1, column: 1, length: 0 }
  const facts = { refused, rows: read.rows, shown: told.length }
  const summary = leavesOut
    ? problem('rows-left-out', at, facts)
    : problem('rows-refused', at, { ...facts, allowed: flags.allowRejects?.text ?? null })
  const severity: ProblemSeverity = leavesOut ? 'warning' : 'error'
  return {
    observations: observationsFrom(read, mapping),
    unreadResults: leavesOut ? [] : unreadResultsFrom(read.refused, mapping),
    problems: refused === 0 ? [] : [summary, ...told.flat().map((each) => ({ ...each, severity }))],
    refusals: read.refusals.flat(),
  }
}
