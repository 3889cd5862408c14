import type { Observation } from '../model/observation.ts'
import { type Problem, type ProblemSeverity, problem } from '../model/problem.ts'
import { closest } from '../model/suggestion.ts'
import type { TableMapping } from '../model/table.ts'
import type { UnreadResult } from '../read/actuals.ts'
import type { CsvTable } from '../read/csv-rows.ts'
import type { TableOptions } from '../read/table-columns.ts'
import type { TableRequest } from '../read/table-mapping.ts'
import {
  observationsFrom,
  refusedCount,
  type TableRead,
  unreadResultsFrom,
  unreadResultsOf,
} from '../read/table-results.ts'
import type { Inflate } from '../read/xlsx/zip.ts'
import { contentOf, type FoundFile } from './files.ts'
import { namedTable, requestedTables, statsOf, type TableFile } from './table-files.ts'
import { mayLeaveOut, type TableFlags } from './table-options.ts'
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
  readonly paths: readonly string[]
}

/** Refused rows that are told of one by one. */
const MOST_SHOWN = 20

/** Reads the tables of results that were asked for. */
export async function readTables(asked: AskedTables, flags: TableFlags, world: World): Promise<ReadTables> {
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
  const outcomes: Outcome[] = []
  for (const table of tables) outcomes.push(await outcomeOf(table, options, asked.plans, flags))
  return {
    observations: outcomes.flatMap(({ observations }) => observations),
    unreadResults: [...unreadResults, ...outcomes.flatMap((outcome) => outcome.unreadResults)],
    problems: [...problems, ...outcomes.flatMap((outcome) => outcome.problems)],
    refusals: outcomes.flatMap(({ refusals }) => refusals),
    contents: new Map(outcomes.flatMap(({ path, content }) => (content ? [[path, content]] : []))),
    paths: tables.map(({ absolute }) => absolute),
  }
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
  readonly content: Uint8Array | null
}

async function outcomeOf(
  table: TableFile,
  options: TableOptions,
  plans: readonly string[],
  flags: TableFlags,
): Promise<Outcome> {
  const failed = (problems: readonly Problem[], content: Uint8Array | null): Outcome => {
    const unreadResults = table.mapping ? unreadResultsOf(table.mapping) : [{ plans: options.plans, indicator: null }]
    return { path: table.path, content, observations: [], unreadResults, problems, refusals: [] }
  }
  const content = tableContent(table)
  if ('code' in content) return failed([content], null)
  const text = await tableText(table, content)
  const { mapping, problems } = await mappingOf(table, text, options, plans)
  if (!mapping) return failed(problems, content)
  const { tableRead } = await import('../read/table-rows.ts')
  const read = tableRead(text, mapping)
  if (read.problems.length > 0) return failed(read.problems, content)
  return { path: table.path, content, ...resultsOf(read, mapping, table.path, flags) }
}

function tableContent(table: TableFile): Uint8Array | Problem {
  const stats = statsOf(table.absolute)
  const at = table.namedAt ?? { file: table.path, line: 1, column: 1, length: 0 }
  if (stats && !stats.isFile()) {
    return problem('unreadable', at, { why: stats.isDirectory() ? 'is-folder' : 'not-regular', detail: table.path })
  }
  return contentOf({ path: table.path, absolute: table.absolute, named: true })
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
async function mappingOf(
  table: TableFile,
  { header, problems }: CsvTable,
  options: TableOptions,
  plans: readonly string[],
): Promise<{ readonly mapping: TableMapping | null; readonly problems: readonly Problem[] }> {
  if (table.mapping || problems.length > 0) return { mapping: table.mapping, problems }
  const { mappingByNames } = await import('../read/table-columns.ts')
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
