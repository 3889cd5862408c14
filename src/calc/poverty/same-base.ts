import { Exact } from '../../model/exact.ts'
import type { Baseline, Indicator } from '../../model/indicator.ts'
import type { Plan } from '../../model/plan.ts'
import type { ChangeEnd, Interval, SharedBase } from '../../model/poverty-rate.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { type CompletionLine, type Input, lineKey, lineWith } from '../../model/report.ts'
import { derivedRate } from '../results/counts.ts'
import type { Reported } from '../results/reported.ts'
import { commonInterval, intervalsMeet, point } from '../target/achievement.ts'
import { differenceIn, endInterval } from './change.ts'

/** Baselines of rates that share their households with another: the counts at the start come from those indicators. */
export function withSharedBaselines(plan: Plan): Plan {
  const byId = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]))
  const indicators = plan.indicators.map((indicator) => {
    const base = byId.get(indicator.sameBaseAs ?? '')
    const numerator = byId.get(indicator.rateOf?.numerator ?? '')
    if (!base || !numerator) return indicator
    const baselinesByArea = [...indicator.baselinesByArea].map(([area, baseline]) => {
      return [area, counted(baseline, numerator.baselinesByArea.get(area), base.baselinesByArea.get(area))] as const
    })
    const baseline = indicator.baseline && counted(indicator.baseline, numerator.baseline, base.baseline)
    return { ...indicator, baseline, baselinesByArea: new Map(baselinesByArea) }
  })
  return { ...plan, indicators }
}

function counted(own: Baseline, numerator: Baseline | null | undefined, base: Baseline | null | undefined): Baseline {
  const isOfOwnTime = (other: Baseline | null | undefined) => other?.period?.end === own.period?.end
  return {
    ...own,
    poor: own.poor ?? (isOfOwnTime(numerator) ? (numerator?.value ?? null) : null),
    households: own.households ?? (isOfOwnTime(base) ? (base?.households ?? null) : null),
  }
}

/**
 * A rate of the households of another one: calculated where these were counted for its date, else as printed, with
 * the number that it is a rate of.
 */
export function rateOnSharedBase(
  indicator: Indicator,
  printed: Reported,
  numerator: Reported,
  base: Reported,
  problems: Problem[],
): Reported {
  if (base.denominator && base.period?.end === numerator.period?.end) {
    const inputs = () => base.inputs().filter(({ field }) => field === 'households' || field === 'denominator')
    const denominator = { ...base, actual: base.denominator, inputs }
    return derivedRate(indicator, printed, numerator, denominator, problems)
  }
  if (!printed.actual || printed.period?.end !== numerator.period?.end) return printed
  const ofNumerator = () => numerator.inputs().map((input) => ({ ...input, field: 'numerator' as const }))
  return { ...printed, numerator: numerator.actual, inputs: () => [...printed.inputs(), ...ofNumerator()] }
}

/** Lines of rates that share their households with another, with what the two come to; warns where they cannot. */
export function withSharedBases(lines: readonly CompletionLine[], problems: Problem[]): readonly CompletionLine[] {
  if (!lines.some(({ indicator }) => indicator.sameBaseAs !== null)) return lines
  const byKey = new Map(lines.map((line) => [lineKey(line.indicator.id, line.area?.id ?? null), line]))
  return lines.map((line) => {
    const { change, indicator, area } = line
    const other = byKey.get(lineKey(indicator.sameBaseAs ?? '', area?.id ?? null))
    if (!change || !other?.change) return line
    for (const end of ['from', 'to'] as const) {
      for (const found of disagreement(line, change[end], other.indicator, other.change[end], end)) problems.push(found)
    }
    return lineWith(line, { change: { ...change, sharedBase: sharedBaseOf(other, change.to, other.change.to) } })
  })
}

function sharedBaseOf({ indicator }: CompletionLine, own: ChangeEnd, other: ChangeEnd): SharedBase {
  const isShared = areOfOneKind(own, other)
  const [a, b] = [householdsOf(own), householdsOf(other)]
  return {
    indicator,
    rate: isShared ? own.value.plus(other.value) : null,
    poor: isShared && own.poor && other.poor ? own.poor.plus(other.poor) : null,
    households: isShared && a && b && intervalsMeet(a, b) ? commonInterval(a, b) : null,
  }
}

function areOfOneKind(a: ChangeEnd, b: ChangeEnd): boolean {
  return a.period?.end === b.period?.end && differenceIn(a, b) === null
}

/** How many households there are: as counted, or as a number and its printed rate leave possible; null: unknown. */
function householdsOf(end: ChangeEnd): Interval | null {
  const { poor, households } = end
  if (households) return point(households)
  const { low, lowOpen, high, highOpen } = endInterval(end)
  if (!poor || low.sign <= 0) return null
  const all = poor.times(Exact.HUNDRED)
  return { low: all.dividedBy(high), lowOpen: highOpen, high: all.dividedBy(low), highOpen: lowOpen }
}

function disagreement(
  line: CompletionLine,
  own: ChangeEnd,
  other: Indicator,
  base: ChangeEnd,
  at: 'from' | 'to',
): readonly Problem[] {
  if (!areOfOneKind(own, base)) return []
  const [a, b] = [householdsOf(own), householdsOf(base)]
  if (!a || !b || intervalsMeet(a, b)) return []
  return [
    problem('households-disagree', placeOfCount(line, at), {
      period: own.period?.text ?? null,
      indicator: line.indicator.id,
      ...bounds(a),
      other: other.id,
      otherLow: bounds(b).low,
      otherHigh: bounds(b).high,
    }),
  ]
}

/** To whole households, outwards: what is possible is never shut out. */
const bounds = ({ low, high }: Interval) => ({ low: String(low.floor), high: String(high.ceiling) })

function placeOfCount({ inputs, indicator }: CompletionLine, at: 'from' | 'to') {
  const fields: readonly Input['field'][] =
    at === 'from' ? ['baseline-poor', 'baseline'] : ['numerator', 'poor', 'actual']
  const found = fields
    .map((field) => inputs.find((input) => input.field === field))
    .find((input) => input !== undefined)
  return found?.at ?? indicator.at
}
