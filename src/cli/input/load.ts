import { type Calculation, calculated } from '../../calc/report/report.ts'
import { firstError, type Problem, problem, sortedProblems } from '../../model/problem.ts'
import type { Asked, InputFile } from '../../model/report.ts'
import { suggestionsAmong } from '../../model/suggestion.ts'
import { type FileToRead, joined, type ReadFile, readInput, withShared } from '../../read/input.ts'
import type { TableFlags } from '../help/table-options.ts'
import type { Placing } from '../table/found-rows.ts'
import type { Rejects } from '../table/rejects.ts'
import { isTable } from '../table/table-files.ts'
import { filesIn, toldOnce, withColumnsApart } from '../table/table-problems.ts'
import type { AskedTables, ReadTables } from '../table/tables.ts'
import type { World } from '../world.ts'
import { CannotReadAgain, contentOf, contentOfStdin, type FoundFile, foundFiles, realPath, STDIN } from './files.ts'

/** Where plans are looked for when no file is named. */
export const DEFAULT_FOLDER = 'plans'

/** What was read, by the paths that users see. */
interface Inputs {
  readonly contents: ReadonlyMap<string, Uint8Array>
  /** Absolute paths of the inputs: results are never written onto them. */
  readonly inputPaths: readonly string[]
  /** A line of an input file, for the excerpt under a problem. */
  readonly excerpt: (file: string, line: number) => string | undefined
  readonly notHeld: NotHeld
  readonly inputCount: number
  readonly inputFiles: () => Promise<readonly InputFile[]>
}

/** What was found out about the inputs of any command. */
export interface ReadInputs extends Inputs {
  /** Sorted, none twice. */
  readonly problems: readonly Problem[]
  /** Files found in folders that are of no kind of ours. */
  readonly skipped: number
  /** Tables found in folders that nobody named. */
  readonly passedTables: readonly string[]
  /** Tables that were not read, since the document that names them has errors. */
  readonly lostTables?: readonly LostTable[]
  /** What became of the rows of tables. */
  readonly rowCounts?: ReadTables['counts']
  /** All rows of tables that could not be read; null: nobody asks for them. */
  readonly rejects?: Rejects | null
  /** Ids of plans that are not reported on, since they do not hold the reporting period that was asked for. */
  readonly outside?: readonly string[]
}

export interface LostTable {
  readonly table: string
  readonly document: string
}

/** Everything that was read and calculated, with every problem found on the way. */
export interface Loaded extends Calculation, ReadInputs {
  readonly problems: readonly Problem[]
  readonly outside: readonly string[]
  /** Large tables whose sums have no place yet. */
  readonly unplaced: ReadonlySet<string>
  /** The same with a place for all that was read. */
  readonly placed: () => Promise<Loaded>
}

/** What a command makes of what it loads. */
export interface Purpose {
  /** Without a plan there is nothing to do, but for whoever only wants to know what is wrong with `any` of our files. */
  readonly needs?: 'plan' | 'any'
  /** Whether the result says where figures stand. */
  readonly showsPlaces?: boolean
}

/** Reads the files that the arguments stand for and calculates what is asked. */
export async function loaded(
  args: readonly string[],
  asked: Asked,
  world: World,
  flags: TableFlags,
  purpose?: Purpose,
): Promise<Loaded> {
  return (await readyToCalculate(args, world, flags, purpose))(asked)
}

/** Reads the files that the arguments stand for, for any calculation. */
export async function readyToCalculate(
  args: readonly string[],
  world: World,
  flags: TableFlags,
  { needs = 'plan', showsPlaces = false }: Purpose = {},
): Promise<(asked: Asked) => Promise<Loaded>> {
  // Tables of claims cost the reader of tables, which only those need who want to know what is wrong with them.
  const claims = needs === 'any' ? await import('../table/claims-tables.ts') : null
  const { parts, problems, apart, tablesInFolders, absoluteOf, ...files } = await withPlanTables(
    await readFiles(
      args,
      world,
      (file) => claims?.readWithClaims(file, flags.numbers ?? null) ?? readInput(file),
      (file) => isTable(file) && !claims?.isTableOfClaims(file),
    ),
    world,
    flags.root,
  )
  const all = <T>(of: (part: ReadFile) => readonly T[]): readonly T[] => parts.flatMap(of)
  const plans = all(({ plans }) => plans)
  const requests = all(({ tables }) => tables)
  const ids = [...plans.map(({ id }) => id), ...all(({ unreadPlans }) => unreadPlans)]
  const namedBy = await lostTablesOf(
    all(({ lostTables }) => lostTables),
    absoluteOf,
    world,
  )
  const documentOf = ({ absolute }: FoundFile) => namedBy.get(realPath(absolute))
  const others = apart.filter((table) => !documentOf(table))
  const lostTables = [...apart, ...tablesInFolders].flatMap((table) => {
    const document = documentOf(table)
    return document === undefined ? [] : [{ table: table.path, document }]
  })
  const named = { named: others, requests, absoluteOf, plans: [...new Set(ids)], readPlans: plans }
  const withTables = async (tables: ReadTables, asked: Asked): Promise<Loaded> => {
    const calculation = calculated(
      {
        plans,
        observations: [...all(({ observations }) => observations), ...tables.observations],
        references: all(({ references }) => references),
        unreadResults: [...all(({ unreadResults }) => unreadResults), ...tables.unreadResults],
        unreadPlans: all(({ unreadPlans }) => unreadPlans),
      },
      asked,
    )
    const nowhere = filesIn(calculation.problems, tables.unplaced)
    if (nowhere.size > 0) return withTables(await tables.placed(nowhere), asked)
    const { report, outside } = calculation
    const isTable = (file: string) => tables.contents.has(file) || tables.large.has(file)
    const found = toldOnce(calculation.problems, isTable).map((each) => withColumnsApart(each, tables.apart))
    const allProblems = [...problems, ...all((part) => part.problems), ...tables.problems, ...found]
    const suggest = suggestionsAmong(() => named.plans)
    for (const plan of asked.plans ?? []) {
      if (!named.plans.includes(plan))
        allProblems.push(problem('unknown-plan', null, { plan, suggestion: suggest(plan) }))
    }
    if (asked.period && report.plans.length === 0 && outside.length > 0) {
      allProblems.push(problem('nothing-to-do', null, { why: 'no-plan-of-period', where: asked.period.text }))
    }
    const hasClaims = claims !== null && parts.some(({ claimDocuments }) => claimDocuments > 0)
    if (plans.length === 0 && !hasClaims && !firstError(allProblems)) {
      const why = apart.length === 0 && parts.every(({ skipped }) => skipped) ? 'no-files' : 'no-plan'
      allProblems.push(problem('nothing-to-do', null, { why, where: args.join(' ') || DEFAULT_FOLDER }))
    }
    return {
      report,
      outside: report.plans.length > 0 ? outside : [],
      problems: sortedProblems(allProblems),
      skipped: parts.filter(({ skipped }) => skipped).length,
      passedTables: unread(tablesInFolders, new Set([...tables.paths, ...namedBy.keys()])),
      lostTables: lostTables.filter(({ table }) => !tables.contents.has(table) && !tables.large.has(table)),
      rejects: tables.rejects,
      rowCounts: tables.counts,
      unplaced: tables.unplaced,
      placed: async () => withTables(await tables.placed(tables.unplaced), asked),
      ...inputsOf(new Map([...files.contents, ...tables.contents]), [...files.inputPaths, ...tables.paths], tables),
    }
  }
  const tables = await tablesOf(named, flags, world, showsPlaces ? 'figures' : 'none')
  return (asked) => withTables(tables, asked)
}

/** What `read` makes of each file that the arguments stand for, and the problems with those that cannot be opened. */
export async function readFiles<Part>(
  args: readonly string[],
  world: World,
  read: (file: FileToRead) => Part,
  isApart: (file: FoundFile) => boolean = () => false,
  also: RegExp | null = null,
): Promise<ReadParts<Part>> {
  const found = await foundFiles(args.length > 0 ? args : [DEFAULT_FOLDER], world.cwd, also)
  const problems: Problem[] = args.length > 0 ? [...found.problems] : found.problems.map(asMissingFolder)
  const contents = new Map<string, Uint8Array>()
  const parts: Part[] = []
  const apart = found.files.filter(isApart)
  for (const file of found.files) {
    if (apart.includes(file)) continue
    const content = file.path === STDIN ? await contentOfStdin(world.stdin) : contentOf(file)
    if ('code' in content) problems.push(content)
    else {
      contents.set(file.path, content)
      parts.push(read({ path: file.path, bytes: content, named: file.named }))
    }
  }
  const paths = found.files.map(({ absolute }) => absolute)
  const absolutes = new Map(found.files.map(({ path, absolute }) => [path, absolute]))
  const absoluteOf = (file: string) => absolutes.get(file) ?? file
  return { parts, problems, apart, tablesInFolders: found.tables, absoluteOf, ...inputsOf(contents, paths) }
}

/** With what waited for what other files share, and the plans whose indicators stand in tables. */
export async function withPlanTables<Part extends ReadFile>(
  { parts: unshared, ...found }: ReadParts<Part>,
  world: World,
  root?: string,
): Promise<ReadParts<Part>> {
  const read = { ...found, parts: withShared(unshared) }
  if (read.parts.every(({ planTables }) => planTables.length === 0)) return read
  const { plansInTables } = await import('../table/plan-tables.ts')
  const contents = new Map(read.contents)
  const paths: string[] = []
  const parts: Part[] = []
  for (const part of read.parts) {
    const tables = await plansInTables(part.planTables, read.absoluteOf, world.cwd, root)
    for (const [path, content] of tables.contents) contents.set(path, content)
    for (const path of tables.paths) paths.push(path)
    parts.push({ ...part, ...joined([part, ...tables.read]), skipped: part.skipped })
  }
  const isRead = ({ absolute }: FoundFile) => paths.includes(realPath(absolute))
  const tablesInFolders = read.tablesInFolders.filter((table) => !isRead(table))
  const apart = read.apart.filter((table) => !isRead(table))
  return { ...read, parts, apart, tablesInFolders, ...inputsOf(contents, [...read.inputPaths, ...paths]) }
}

interface ReadParts<Part> extends Inputs {
  readonly parts: readonly Part[]
  readonly problems: readonly Problem[]
  /** Files that were not opened, because someone else reads them. */
  readonly apart: readonly FoundFile[]
  /** Tables in folders, which are not among the files. */
  readonly tablesInFolders: readonly FoundFile[]
  /** Where a file lies that users see by its path. */
  readonly absoluteOf: (file: string) => string
}

async function tablesOf(asked: AskedTables, flags: TableFlags, world: World, placing: Placing): Promise<ReadTables> {
  if (asked.named.length + asked.requests.length === 0) return noTables
  const { readTables } = await import('../table/tables.ts')
  return readTables(asked, flags, world, placing)
}

async function lostTablesOf(lost: ReadFile['lostTables'], absoluteOf: (file: string) => string, world: World) {
  if (lost.length === 0) return new Map<string, string>()
  const { tablesNamedBy } = await import('../table/table-files.ts')
  return tablesNamedBy(lost, absoluteOf, world.cwd)
}

const noTables: ReadTables = {
  observations: [],
  unreadResults: [],
  problems: [],
  rejects: null,
  contents: new Map(),
  lines: new Map(),
  apart: () => [],
  large: new Map(),
  databases: [],
  paths: [],
  counts: [],
  unplaced: new Set(),
  placed: async () => noTables,
}

/** A file that a flag named was an input as well. */
export function withInput(load: Loaded, path: string, absolute: string, content: Uint8Array): Loaded {
  return {
    ...load,
    ...inputsOf(new Map([...load.contents, [path, content]]), [...load.inputPaths, absolute], load.notHeld),
  }
}

/** Tables that were not held: lines of them that problems stand in, and where they lie. */
type NotHeld = Pick<ReadTables, 'lines' | 'large' | 'databases'>

function inputsOf(
  contents: ReadonlyMap<string, Uint8Array>,
  inputPaths: readonly string[],
  notHeld: NotHeld = noTables,
): Inputs {
  return {
    contents,
    inputPaths,
    notHeld,
    excerpt: excerptsOf(contents, notHeld),
    inputCount: new Set([...contents.keys(), ...notHeld.large.keys()]).size + notHeld.databases.length,
    inputFiles: () => digests(contents, notHeld),
  }
}

function unread(tables: readonly FoundFile[], read: ReadonlySet<string>): readonly string[] {
  return tables.filter(({ absolute }) => !read.has(realPath(absolute))).map(({ path }) => path)
}

/** Nobody named the default folder, so that its absence is no unreadable file. */
function asMissingFolder(found: Problem): Problem {
  return problem('nothing-to-do', null, { why: 'no-folder', where: found.at?.file ?? DEFAULT_FOLDER })
}

function excerptsOf(contents: ReadonlyMap<string, Uint8Array>, notHeld: NotHeld): Loaded['excerpt'] {
  const lines = new Map<string, readonly string[]>()
  return (file, line) => {
    const content = contents.get(file)
    const told = notHeld.lines.get(file)?.(line)
    if (!content || told !== undefined) return told
    if (isPacked(content)) return undefined
    const split = lines.get(file) ?? new TextDecoder(encodingOf(content)).decode(content).split(/\r\n|[\n\r]/)
    lines.set(file, split)
    return split[line - 1]
  }
}

/** The bytes of a workbook are nothing that anyone could look at. */
function isPacked([first, second]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf)
}

/** A table that a spreadsheet wrote as UTF-16 begins with a byte-order mark. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

async function digests(
  contents: ReadonlyMap<string, Uint8Array>,
  { large, databases }: NotHeld,
): Promise<readonly InputFile[]> {
  const { createHash } = await import('node:crypto')
  const digestOf = (file: string, bytes: number, hash: import('node:crypto').Hash) => ({
    file,
    sha256: hash.digest('hex'),
    bytes,
  })
  const held = [...contents].filter(([file]) => !large.has(file))
  const digests = held.map(([file, bytes]) => digestOf(file, bytes.length, createHash('sha256').update(bytes)))
  for (const [file, absolute] of large) {
    const { createReadStream } = await import('node:fs')
    const hash = createHash('sha256')
    let length = 0
    try {
      for await (const chunk of createReadStream(absolute, { highWaterMark: 1024 * 1024 })) {
        hash.update(chunk as Uint8Array)
        length += (chunk as Uint8Array).length
      }
    } catch (error) {
      throw new CannotReadAgain(file, error)
    }
    digests.push(digestOf(file, length, hash))
  }
  return [...digests, ...databases]
}
