import { resolve } from 'node:path'
import { checked, nothingChecked } from '../../calc/check/check.ts'
import {
  type CheckResult,
  type EarlierLine,
  type FailingVerdict,
  failingVerdicts,
  type PolicyFile,
  usualFailures,
} from '../../model/check.ts'
import { Exact } from '../../model/exact.ts'
import { type Problem, sortedProblems } from '../../model/problem.ts'
import type { Report } from '../../model/report.ts'
import type { FileToRead } from '../../read/input.ts'
import { mayBeRatio } from '../../read/number/number-text.ts'
import { readPolicy } from '../../read/plan/policy.ts'
import { readEarlierReport } from '../../read/results/earlier-report.ts'
import { exitCode } from '../exit-code.ts'
import type { HelpWords } from '../help/en.ts'
import { option, wordsOf } from '../help/option.ts'
import { askedBy, type CommonFlags, commonOptions, planOption, timeOptions } from '../help/options.ts'
import { tableOptions } from '../help/table-options.ts'
import { contentOf } from '../input/files.ts'
import { type Loaded, loaded, withInput } from '../input/load.ts'
import { deliveredIn, formatsOf } from '../output/formats.ts'
import type { World } from '../world.ts'
import { type CommandDefinition, filesArgument } from './command.ts'

export interface CheckFlags extends CommonFlags {
  readonly policy?: string
  readonly against?: string
  readonly min?: readonly StatedMin[]
  readonly failOn?: readonly FailingVerdict[]
  readonly maxWarnings?: number
}

/** `--min 95%` of all, `--min jobs=95%` of one indicator. */
interface StatedMin {
  /** null: of all. */
  readonly indicator: string | null
  /** 1 is 100%. */
  readonly min: Exact
}

interface Checked {
  readonly result: CheckResult
  readonly report: Report
}

const formats = formatsOf<Checked, CheckFlags>(
  async ({ result }) => {
    // With half a policy, or with no plan to hold against it, a gate has no result to tell.
    if (result.policies.length === 0) return null
    const { checkDocument } = await import('../../render/view/check/check.ts')
    return (look) => checkDocument(result, look)
  },
  {
    json: async ({ result }, told) =>
      (await import('../../render/data/check.ts')).renderCheckJson(result, await told.all()),
    csv: async ({ result }) => (await import('../../render/data/check.ts')).renderCheckCsv(result),
    junit: async ({ result, report }, told) => {
      // Cases that nothing was held against would pass.
      const held = result.policies.length > 0 ? report : { plans: [] }
      return (await import('../../render/pipeline/cases.ts')).renderCheckJunit(result, held, told)
    },
    github: async ({ result }, told) =>
      (await import('../../render/pipeline/github.ts')).renderCheckGithub(result, told.problems, told),
    sarif: async ({ result }, told) =>
      (await import('../../render/pipeline/sarif.ts')).renderCheckSarif(result, told.problems, await told.all()),
  },
)

/** `pva check`: the gate. As of today, so that it notices when reporting stops, unless a reporting period is asked for. */
export const command: CommandDefinition<[readonly string[]], CheckFlags> = {
  arguments: (say) => [filesArgument(say)],
  options: (say) => [
    ...commonOptions(say, formats.keys(), { asOf: say.options.today }),
    ...timeOptions(say),
    planOption(say),
    ...tableOptions(say),
    option('--policy <file>', say.options.policy, { completes: 'files' }),
    option('--against <report>', say.options.against, { completes: 'files' }),
    option<readonly StatedMin[]>('--min <percent>', say.options.min, { read: minIn, why: whyNoMin }),
    option('--fail-on <verdicts>', say.options.failOn(usualFailures.join(',')), {
      read: wordsOf(failingVerdicts),
      why: ({ oneOrMore }) => oneOrMore(failingVerdicts.join(',')),
      completes: failingVerdicts,
      isList: true,
    }),
    option<number>('--max-warnings <count>', say.options.maxWarnings, {
      read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
      why: ({ count }) => count,
    }),
  ],
  notes: ({ notes }) => notes.exitCodesOfCheck,
  run: async ([files], flags, world) => {
    const asked = askedBy(flags.period ? flags : { ...flags, asOf: flags.asOf ?? 'today' }, world)
    const load = await loaded(files, asked, world, flags)
    const gated = held(load, flags, world)
    // Where a figure of a large table stands is looked for when there is something to say of it.
    const isNowhere = gated.result.findings.some(({ at }) => at && load.unplaced.has(at.file))
    const { result, all } = isNowhere ? held(await load.placed(), flags, world) : gated
    const otherwise = result.broken ? exitCode.broken : exitCode.done
    return deliveredIn(formats, { result, report: all.report }, all, flags, world, otherwise)
  },
}

const MIN = /^(?:([a-z0-9][a-z0-9_-]{0,63})=)?(\d{1,9}(?:\.\d{1,9})?)(%?)$/

/** A percentage without its sign is taken where it can be no ratio. */
function minIn(text: string, before: readonly StatedMin[] = []): readonly StatedMin[] | undefined {
  const [, indicator = null, written = '', sign] = MIN.exec(text) ?? []
  if (sign === undefined) return undefined
  const percent = Exact.parse(written)
  if (sign === '' && (percent.isZero || mayBeRatio(percent))) return undefined
  return [...before, { indicator, min: percent.dividedBy(Exact.HUNDRED) }]
}

function whyNoMin({ min, percentOrRatio }: HelpWords['values'], text: string): string {
  const [, , written = '0'] = MIN.exec(text) ?? []
  const number = Exact.parse(written)
  return number.isZero ? min : percentOrRatio(written, number.times(Exact.HUNDRED).toDecimal())
}

/** What was loaded, held against policy and earlier report. */
function held(load: Loaded, flags: CheckFlags, world: World) {
  const warnings = load.problems.filter(({ severity }) => severity === 'warning').length
  const policy = named(flags.policy, load, world, readPolicyFile)
  const earlier = named(flags.against, policy.load, world, readEarlierLines)
  const gate = { flags: flagPolicy(flags), file: policy.read }
  const isWhole =
    (flags.policy === undefined || policy.read !== null) && (flags.against === undefined || earlier.read !== null)
  const { result, problems } = isWhole
    ? checked(load.report, gate, earlier.read, warnings)
    : { result: nothingChecked, problems: [] }
  const all: Loaded = { ...earlier.load, problems: sortedProblems([...earlier.load.problems, ...problems]) }
  return { result, all }
}

interface ReadOutcome<T> {
  readonly read: T | null
  readonly problems: readonly Problem[]
}

/** A file that a flag names; what cannot be read is a problem, and the check then ends as wrong without it. */
function named<T>(
  path: string | undefined,
  load: Loaded,
  world: World,
  read: (file: FileToRead) => ReadOutcome<T>,
): { readonly read: T | null; readonly load: Loaded } {
  if (path === undefined) return { read: null, load }
  const absolute = resolve(world.cwd, path)
  const content = contentOf({ path, absolute, named: true })
  if ('code' in content) return { read: null, load: { ...load, problems: [...load.problems, content] } }
  const outcome = read({ path, bytes: content, named: true })
  const withFile = withInput(load, path, absolute, content)
  return { read: outcome.read, load: { ...withFile, problems: [...load.problems, ...outcome.problems] } }
}

function readPolicyFile(file: FileToRead): ReadOutcome<PolicyFile> {
  const { policy, problems } = readPolicy(file)
  return { read: policy, problems }
}

function readEarlierLines(file: FileToRead): ReadOutcome<readonly EarlierLine[]> {
  const read = readEarlierReport(file)
  return 'code' in read ? { read: null, problems: [read] } : { read, problems: [] }
}

function flagPolicy({ min = [], failOn, maxWarnings }: CheckFlags): PolicyFile {
  const general = min.findLast(({ indicator }) => indicator === null)
  const own = min.flatMap(({ indicator, min: asked }) =>
    indicator === null ? [] : [[indicator, { severity: null, min: asked, at: null }] as const],
  )
  return {
    ...(general && { min: general.min }),
    ...(failOn && { failOn }),
    ...(maxWarnings !== undefined && { maxWarnings }),
    indicators: new Map(own),
  }
}
