import { resolve } from 'node:path'
import { checked, nothingChecked } from '../../calc/check/check.ts'
import type { CheckResult, EarlierLine, FailingVerdict, PolicyFile } from '../../model/check.ts'
import type { Exact } from '../../model/exact.ts'
import { type Problem, sortedProblems } from '../../model/problem.ts'
import type { FileToRead } from '../../read/document/input.ts'
import { readPolicy } from '../../read/plan/policy.ts'
import { readEarlierReport } from '../../read/results/earlier-report.ts'
import { exitCode } from '../exit-code.ts'
import { askedBy, type CommonFlags } from '../help/options.ts'
import { contentOf } from '../input/files.ts'
import { hasErrors, type Loaded, loaded, withInput } from '../input/load.ts'
import { delivered, resultPresentation } from '../output/deliver.ts'
import { documentText, isBinaryForTerminal, isForPeople, refusedOnTerminal } from '../output/document.ts'
import type { World } from '../world.ts'

export interface CheckFlags extends CommonFlags {
  readonly policy?: string
  readonly against?: string
  readonly min?: readonly StatedMin[]
  readonly failOn?: readonly FailingVerdict[]
  readonly maxWarnings?: number
}

/** `--min 95%` of all, `--min jobs=95%` of one indicator. */
export interface StatedMin {
  /** null: of all. */
  readonly indicator: string | null
  /** 1 is 100%. */
  readonly min: Exact
}

/** `pva check`: the gate. As of today, so that it notices when reporting stops, unless a reporting period is asked for. */
export async function check(files: readonly string[], flags: CheckFlags, world: World): Promise<number> {
  if (isBinaryForTerminal(flags, world)) return refusedOnTerminal(flags, world)
  const asked = askedBy(flags.period ? flags : { ...flags, asOf: flags.asOf ?? 'today' }, world)
  const load = await loaded(files, asked, world, flags)
  const gated = held(load, flags, world)
  // Where a figure of a large table stands is looked for when there is something to say of it.
  const isNowhere = gated.result.findings.some(({ at }) => at && load.unplaced.has(at.file))
  const { result, all } = isNowhere ? held(await load.placed(), flags, world) : gated
  const otherwise = result.broken ? exitCode.broken : exitCode.done
  // With half a policy, or with no plan to hold against it, a gate has no result to tell.
  const text =
    isForPeople(flags.format) && result.policies.length === 0 ? '' : await rendered(result, all, flags, world)
  return delivered(text, all, flags, world, otherwise)
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

async function rendered(
  result: CheckResult,
  load: Loaded,
  flags: CheckFlags,
  world: World,
): Promise<string | Uint8Array> {
  const { lang } = resultPresentation(flags, world)
  const { problems } = load
  const { format } = flags
  if (isForPeople(format)) {
    const { checkDocument } = await import('../../render/view/check/check.ts')
    return documentText((look) => checkDocument(result, look), format, load, flags, world)
  }
  switch (format) {
    case 'json': {
      const { renderCheckJson } = await import('../../render/data/check.ts')
      const inputs = await load.inputFiles()
      return renderCheckJson(result, { problems, complete: !hasErrors(problems), inputs, lang })
    }
    case 'csv': {
      const { renderCheckCsv } = await import('../../render/data/check.ts')
      return renderCheckCsv(result)
    }
    case 'junit': {
      const { renderCheckJunit } = await import('../../render/pipeline/check-junit.ts')
      // Cases that nothing was held against would pass.
      const report = result.policies.length > 0 ? load.report : { plans: [] }
      return renderCheckJunit(result, report, { problems, lang })
    }
    case 'sarif': {
      const { renderCheckSarif } = await import('../../render/pipeline/sarif.ts')
      return renderCheckSarif(result, problems, { lang, version: PVA_VERSION, inputs: await load.inputFiles() })
    }
    default: {
      const { renderCheckGithub } = await import('../../render/pipeline/github.ts')
      return renderCheckGithub(result, problems, { lang })
    }
  }
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
