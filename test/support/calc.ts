import { type Calculation, calculated } from '../../src/calc/report/report.ts'
import { Exact } from '../../src/model/exact.ts'
import type { Place } from '../../src/model/figure.ts'
import type { Baseline, StatedTarget, ThresholdKind } from '../../src/model/indicator.ts'
import type { Observation, PovertyCount, ReportedState } from '../../src/model/observation.ts'
import type { Plan } from '../../src/model/plan.ts'
import { type Problem, type ProblemCode, problem } from '../../src/model/problem.ts'
import type { Asked, CompletionLine, PlanReport } from '../../src/model/report.ts'
import { between, day, done, figure, number, period, place, stated, threshold } from './report.ts'

/*
 * Builders of what the calculation is given, beside those of plans and indicators in report.ts, and short ways to
 * read what it gives back.
 */

/** `4/3` or `1.1826875`, for expectations that no decimals end. */
export function ratio(text: string): Exact {
  const [numerator = '', denominator] = text.split('/')
  return denominator === undefined ? number(numerator) : number(numerator).dividedBy(number(denominator))
}

/**
 * A target in one line, so that tables of tests can name it: `at_least 16000`, `reduce_by 0.3 per year`, `reduce_by 5%`,
 * `increase_by 1..1.5`, `between 80..90 up`, `done`.
 */
export function targetOf(text: string): StatedTarget {
  const [kind, numbers = '', aside] = text.split(' ')
  const ofBaseline = numbers.endsWith('%')
  const [low = '', high] = numbers.replace('%', '').split('..')
  const by = () => (high === undefined ? number(low) : { low: number(low), high: number(high) })
  switch (kind) {
    case 'done':
      return done
    case 'between':
      return between(low, high ?? '', aside === 'up' || aside === 'down' ? aside : null)
    case 'reduce_by':
    case 'increase_by':
      return stated({ kind, by: by(), ofBaseline, perYear: aside === 'per' })
    default:
      return threshold(kind as ThresholdKind, low)
  }
}

/** A place of its own, for problems that name two. */
export const placeAt = (line: number): Place => ({ ...place, file: 'results.yaml', line })

/** A result of the plan `plan`, final, of the whole, unless `given` says otherwise. */
export function observed(
  indicator: string,
  of: string,
  value: string | null,
  given: Partial<Observation> = {},
): Observation {
  return {
    plans: ['plan'],
    indicator,
    area: null,
    period: period(of),
    basis: null,
    status: 'final',
    value: value === null ? null : figure(value),
    cumulative: null,
    counts: {},
    state: null,
    published: null,
    standard: null,
    measured: null,
    method: null,
    note: null,
    source: null,
    at: place,
    ...given,
  }
}

export const counts = (given: Partial<Record<PovertyCount, string>>): Observation['counts'] =>
  Object.fromEntries(Object.entries(given).map(([key, text]) => [key, figure(text)]))

export const taskState = (text: string, at = place): ReportedState => ({
  text,
  at,
  asNumber: problem('not-a-number', at, { written: text, notation: null, why: 'no-result' }),
})

export function baseline(value: string | null, given: Partial<Baseline> = {}): Baseline {
  return {
    period: period('2017'),
    value: value === null ? null : figure(value),
    poor: null,
    households: null,
    standard: null,
    measured: null,
    method: null,
    at: place,
    ...given,
  }
}

/** A baseline known by its counts alone. */
export const baselineCounts = (poor: string, households: string): Baseline =>
  baseline(null, { poor: figure(poor), households: figure(households) })

/** The report of the only plan, and all problems. */
export function reportOf(
  plan: Plan,
  observations: readonly Observation[],
  asOf: string | null = null,
  other: Partial<Asked> = {},
) {
  const { report, problems } = calculationOf(plan, observations, asOf, other)
  const [only] = report.plans
  if (!only) throw new RangeError('no plan')
  return { report: only, problems }
}

export function calculationOf(
  plan: Plan,
  observations: readonly Observation[],
  asOf: string | null,
  other: Partial<Asked> = {},
): Calculation {
  return calculated(
    { plans: [plan], observations, references: [], unreadResults: [], unreadPlans: [] },
    asked({ asOf: asOf === null ? null : day(asOf), ...other }),
  )
}

export const asked = (given: Partial<Asked> = {}): Asked => ({ asOf: null, period: null, targets: 'revised', ...given })

/** The line of an indicator in the whole, or in one area. */
export function lineOf({ lines }: PlanReport, indicator: string, area: string | null = null): CompletionLine {
  const found = lines.find((line) => line.indicator.id === indicator && (line.area?.id ?? null) === area)
  if (!found) throw new RangeError(`no line of ${indicator} in ${area ?? 'the whole'}`)
  return found
}

export const codesOf = (problems: readonly Problem[]): readonly ProblemCode[] => problems.map(({ code }) => code)

/** The facts of the only problem with this code. */
export function argsOf(problems: readonly Problem[], code: ProblemCode): Problem['args'] {
  const found = problems.filter((problem) => problem.code === code)
  if (found.length !== 1 || !found[0]) throw new RangeError(`${found.length} problems ${code}`)
  return found[0].args
}

/** As decimal text, or as a fraction where no decimals end; null stays null. */
export const textOf = (value: Exact | string | null | undefined): string | null =>
  value instanceof Exact ? value.toString() : (value ?? null)
