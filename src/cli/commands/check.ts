import { checked } from '../../calc/check.ts'
import type { CheckResult, EarlierLine, FailingVerdict, PolicyFile } from '../../model/check.ts'
import type { Exact } from '../../model/exact.ts'
import { type Problem, sortedProblems } from '../../model/problem.ts'
import { readEarlierReport } from '../../read/earlier-report.ts'
import { readPolicy } from '../../read/policy.ts'
import { delivered, resultPresentation } from '../deliver.ts'
import { exitCode } from '../exit-code.ts'
import { namedFile } from '../files.ts'
import { hasErrors, type Loaded, loaded } from '../load.ts'
import { asOfDay, type CommonFlags } from '../options.ts'
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

/** `pva check`: the gate. As of today, so that it notices when reporting stops. */
export async function check(files: readonly string[], flags: CheckFlags, world: World): Promise<number> {
  const load = await loaded(files, asOfDay(flags.asOf ?? 'today', world), world)
  const extra: Problem[] = []
  const file = flags.policy === undefined ? null : policyIn(flags.policy, world, extra)
  const earlier = flags.against === undefined ? null : earlierIn(flags.against, world, extra)
  const warnings = load.problems.filter(({ severity }) => severity === 'warning').length
  const { result, problems } = checked(load.report, { flags: flagPolicy(flags), file }, earlier, warnings)
  const all: Loaded = { ...load, problems: sortedProblems([...load.problems, ...extra, ...problems]) }
  const otherwise = result.broken ? exitCode.broken : exitCode.done
  return delivered(await rendered(result, all, flags, world), all, flags, world, otherwise)
}

async function rendered(result: CheckResult, load: Loaded, flags: CheckFlags, world: World): Promise<string> {
  const { lang, ...look } = resultPresentation(flags, world)
  const { problems } = load
  switch (flags.format) {
    case 'json': {
      const { renderCheckJson } = await import('../../render/check-json.ts')
      const inputs = await load.inputFiles()
      return renderCheckJson(result, { problems, complete: !hasErrors(problems), inputs, lang })
    }
    case 'csv': {
      const { renderCheckCsv } = await import('../../render/check-csv.ts')
      return renderCheckCsv(result)
    }
    case 'markdown': {
      const { renderCheckMarkdown } = await import('../../render/check-markdown.ts')
      return renderCheckMarkdown(result, { lang })
    }
    case 'junit': {
      const { renderCheckJunit } = await import('../../render/check-junit.ts')
      return renderCheckJunit(result, load.report, { problems, lang })
    }
    case 'github': {
      const { renderCheckGithub } = await import('../../render/github.ts')
      return renderCheckGithub(result, problems, { lang })
    }
    default: {
      const { renderCheck } = await import('../../render/check.ts')
      return renderCheck(result, { lang, ...look, quiet: flags.quiet === true })
    }
  }
}

/** A policy that cannot be read is a problem; the check then runs without it and ends as wrong. */
function policyIn(path: string, world: World, problems: Problem[]): PolicyFile | null {
  const content = namedFile(path, world.cwd)
  if ('code' in content) {
    problems.push(content)
    return null
  }
  const read = readPolicy({ path, bytes: content, named: true })
  problems.push(...read.problems)
  return read.policy
}

function earlierIn(path: string, world: World, problems: Problem[]): readonly EarlierLine[] | null {
  const content = namedFile(path, world.cwd)
  const read = 'code' in content ? content : readEarlierReport({ path, bytes: content, named: true })
  if (!('code' in read)) return read
  problems.push(read)
  return null
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
