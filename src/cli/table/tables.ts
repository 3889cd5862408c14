import type { Observation } from '../../model/observation.ts'
import type { Plan } from '../../model/plan.ts'
import { firstError, type Problem, problem } from '../../model/problem.ts'
import type { InputFile } from '../../model/report.ts'
import { suggestionFor } from '../../model/suggestion.ts'
import type { UnreadResult } from '../../read/results/actuals.ts'
import type { TableOptions } from '../../read/table/columns.ts'
import { knownNames } from '../../read/table/known.ts'
import type { TableRequest } from '../../read/table/mapping.ts'
import { observationsFrom, unreadResultsOf } from '../../read/table/results.ts'
import { asOneRegister } from '../../read/table/rows.ts'
import type { TableFlags } from '../help/table-options.ts'
import { type FoundFile, realPath } from '../input/files.ts'
import { presentation } from '../output/presentation.ts'
import { progressOn } from '../output/progress.ts'
import type { World } from '../world.ts'
import type { Placing } from './found-rows.ts'
import type { Rejects } from './rejects.ts'
import { partsOf } from './sheets.ts'
import type { Sources } from './sources.ts'
import { namedTable, requestedTables, type TableFile } from './table-files.ts'
import { type LineOf, type Outcome, outcomeOf, type RowCounts, type Sharing } from './table-outcome.ts'
import { type ApartIn, problemsOfTables } from './table-problems.ts'
import { type Workplace, workplace } from './workplace.ts'

/** The tables that files and command line name. */
export interface AskedTables {
  /** Named on the command line. */
  readonly named: readonly FoundFile[]
  /** Taken in by documents. */
  readonly requests: readonly TableRequest[]
  readonly absoluteOf: (file: string) => string
  /** Ids of the plans that were found, also of those that could not be read. */
  readonly plans: readonly string[]
  /** Those that could be read. */
  readonly readPlans: readonly Plan[]
}

export interface TableCounts extends RowCounts {
  readonly table: string
}

/** What all tables together come to. */
export interface ReadTables {
  readonly observations: readonly Observation[]
  readonly unreadResults: readonly UnreadResult[]
  readonly problems: readonly Problem[]
  /** All rows that were refused; null: nobody asks for them. */
  readonly rejects: Rejects | null
  readonly contents: ReadonlyMap<string, Uint8Array>
  /** Lines that problems stand in, of tables that were not held. */
  readonly lines: ReadonlyMap<string, LineOf>
  /** What tells rows of a table apart. */
  readonly apart: ApartIn
  /** Where the tables lie that were not held. */
  readonly large: ReadonlyMap<string, string>
  /** Those that are no files. */
  readonly databases: readonly InputFile[]
  readonly paths: readonly string[]
  /** What became of the rows of each table that could be read. */
  readonly counts: readonly TableCounts[]
  /** Tables whose sums stand nowhere yet: where their rows are costs a reading of its own. */
  readonly unplaced: ReadonlySet<string>
  /** The same with these tables read anew, so that everything in them has its place. */
  readonly placed: (tables: ReadonlySet<string>) => Promise<ReadTables>
}

/** Reads the tables of results that were asked for; `placing` says what of large ones stands where its first row does. */
export async function readTables(
  asked: AskedTables,
  flags: TableFlags,
  world: World,
  placing: Placing,
): Promise<ReadTables> {
  const problems: Problem[] = []
  const requested: TableFile[] = []
  const unreadResults: UnreadResult[] = []
  for (const request of asked.requests) {
    const found = await requestedTables(request, asked.absoluteOf, world.cwd, flags.root)
    const faults = [...found.problems]
    for (const table of found.tables) {
      const parts = await partsOf(table, knownOf(asked, request.mapping.plans))
      for (const added of parts.tables) requested.push(added)
      for (const added of parts.problems) faults.push(added)
    }
    for (const added of faults) problems.push(added)
    if (faults.length > 0)
      for (const added of becauseOf(faults, unreadResultsOf(request.mapping))) unreadResults.push(added)
  }
  // One that a document takes in is what the document says, wherever else it is named.
  const takenIn = new Set(requested.map(({ absolute }) => absolute))
  const alone = asked.named.filter(({ absolute }) => !takenIn.has(realPath(absolute)))
  const tables = [...alone.map(namedTable), ...requested]
  const options = tableOptions(asked, flags)
  if (asked.named.length > 0) for (const added of unknownPlans(options.plans, asked.plans)) problems.push(added)
  const rejects = flags.rejects === undefined ? null : await rejectsFor(flags, world)
  const outcomeIn = async (table: TableFile, index: number, sharing: Omit<Sharing, 'rejects'>, placing: Placing) => {
    const refused = rejects?.of(index) ?? null
    try {
      return await outcomeOf(table, { ...sharing, rejects: refused }, placing)
    } finally {
      await refused?.close()
    }
  }
  const outcomes = async (placing: Placing, before: readonly Outcome[] = [], isAsked = (_: string) => true) => {
    const read: Outcome[] = []
    let work: Promise<Workplace> | null = null
    let sources: Promise<Sources> | null = null
    const progress = progressOn(world, flags)
    const sharing = {
      options,
      plans: asked.plans,
      flags,
      work: () => {
        work ??= workplace(world)
        return work
      },
      sources: () => {
        sources ??= import('./sources.ts').then(({ sourcesOf }) => sourcesOf(flags, world))
        return sources
      },
      progress,
    }
    try {
      for (const [index, table] of tables.entries()) {
        progress.begin(table.path, index + 1, tables.length)
        const known = before[index]
        const isKnown = known !== undefined && (known.isPlaced || !isAsked(table.path))
        read.push(isKnown ? known : await outcomeIn(table, index, sharing, placing))
      }
    } finally {
      progress.end()
      // It is made while tables are read, which the compiler cannot see. Where it could not be, tables say so.
      await (work as Promise<Workplace> | null)?.then(({ leave }) => leave()).catch(() => {})
    }
    return read
  }
  const together = (read: readonly Outcome[]): ReadTables => ({
    observations: observationsOf(read),
    unreadResults: [...unreadResults, ...read.flatMap((outcome) => becauseOf(outcome.problems, outcome.unreadResults))],
    problems: [...problems, ...problemsOfTables(read)],
    rejects,
    contents: new Map(read.flatMap(({ path, content }) => (content ? [[path, content]] : []))),
    lines: linesByTable(read),
    apart: (one, other) => {
      if (one.file !== other.file || one.sheet !== other.sheet) return []
      const isMeant = ({ path, sheet }: TableFile) => path === one.file && (!sheet || sheet.name === one.sheet)
      return read.flatMap((outcome, index) =>
        isMeant(tables[index] as TableFile) ? outcome.apart(one.line, other.line) : [],
      )
    },
    large: new Map(
      tables
        .filter(({ isPacked, format }, index) => isPacked || (format !== 'database' && read[index]?.content === null))
        .map(({ path, absolute }) => [path, absolute]),
    ),
    databases: read.flatMap(({ input }) => input ?? []),
    paths: tables.flatMap(({ format, absolute }) => (format === 'database' ? [] : [absolute])),
    counts: read.flatMap(({ path, counts }, index) => {
      const sheet = tables[index]?.sheet
      return counts ? [{ ...counts, table: sheet ? `${path}!${sheet.name}` : path }] : []
    }),
    unplaced: new Set(read.flatMap((outcome) => (outcome.isPlaced ? [] : [outcome.path]))),
    placed: async (paths) => together(await outcomes('rows', read, (path) => paths.has(path))),
  })
  return together(await outcomes(placing))
}

async function rejectsFor(flags: TableFlags, world: World): Promise<Rejects> {
  const { rejectsIn } = await import('./rejects.ts')
  return rejectsIn(presentation({ ...(flags.lang && { lang: flags.lang }) }, world, world.stderr).lang, world)
}

/** The files that one document names as a register are one; a table that is named by itself stands by itself. */
function observationsOf(outcomes: readonly Outcome[]): readonly Observation[] {
  const registers = new Map<object, NonNullable<Outcome['read']>[]>()
  for (const { read, register } of outcomes) {
    if (read) registers.set(register, [...(registers.get(register) ?? []), read])
  }
  return outcomes.flatMap(({ read, mapping, register }) => {
    if (!read || !mapping) return []
    if (!mapping.isRegister) return observationsFrom(read, mapping)
    const reads = registers.get(register) ?? []
    return reads[0] === read ? observationsFrom(asOneRegister(reads), mapping) : []
  })
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
function tableOptions(asked: AskedTables, flags: TableFlags): TableOptions {
  const plans = flags.tablePlan ?? (asked.plans.length === 1 ? asked.plans : [])
  return {
    plans,
    known: knownOf(asked, plans),
    notation: flags.numbers ?? null,
    isRegister: flags.rows === 'register',
    period: flags.tablePeriod ?? null,
    basis: flags.basis ?? null,
  }
}

/** What the plans call things that a table answers; null: none of them could be read. */
function knownOf({ readPlans }: AskedTables, plans: readonly string[]) {
  const meant = readPlans.filter(({ id }) => plans.includes(id))
  return meant.length > 0 ? knownNames(meant) : null
}

function unknownPlans(stated: readonly string[], known: readonly string[]): readonly Problem[] {
  return stated
    .filter((plan) => !known.includes(plan))
    .map((plan) => problem('unknown-plan', null, { plan, suggestion: suggestionFor(plan, known) }))
}

/** Of many rows that are refused, one problem tells the number. */
function becauseOf(problems: readonly Problem[], unread: readonly UnreadResult[]): readonly UnreadResult[] {
  const because = problems.find(({ code }) => code === 'rows-refused') ?? firstError(problems)
  return unread.map((each) => ({ ...each, because }))
}
