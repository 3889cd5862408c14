import { Exact } from './exact.ts'
import {
  type Baseline,
  type ChangeTarget,
  type Indicator,
  isChangeTarget,
  isRange,
  mpiOf,
  type PeriodTarget,
  type Range,
  type StatedTarget,
  type Target,
} from './indicator.ts'
import { type Period, wholeYears, yearsOf } from './period.ts'
import type { CompletionLine } from './report.ts'

/** Above zero, in the unit or in percentage points: one number, or the ends of its range. */
export type PlannedChange = readonly [Exact] | readonly [Exact, Exact]

/** The change that a change target plans, in the unit or in percentage points; null without its baseline or its years. */
export function plannedChange(target: ChangeTarget, baseline: Exact | null, period: Period): PlannedChange | null {
  const years = target.perYear ? wholeYears(period) : 1
  if (years === undefined) return null
  const scale = (by: Exact): Exact | null => {
    const total = by.times(Exact.of(BigInt(years)))
    if (!target.ofBaseline) return total
    return baseline ? total.times(baseline.abs()).dividedBy(Exact.HUNDRED) : null
  }
  if (!isRange(target.by)) {
    const change = scale(target.by)
    return change && [change]
  }
  const low = scale(target.by.low)
  const high = scale(target.by.high)
  return low && high && [low, high]
}

/** Whether more than the target is better than the target. Ranges without a direction have no such side. */
export function higherIsBetter(target: Target): boolean {
  switch (target.kind) {
    case 'at_least':
    case 'above':
    case 'increase_by':
    case 'done':
      return true
    case 'between':
      return target.direction !== 'down'
    case 'at_most':
    case 'below':
    case 'by':
    case 'reduce_by':
      return false
  }
}

/** The change towards a change target: above zero is the planned way. */
export function changeTowards(target: ChangeTarget, baseline: Exact, actual: Exact): Exact {
  return target.kind === 'reduce_by' ? baseline.minus(actual) : actual.minus(baseline)
}

/** The value that a target comes to: its threshold, or the baseline changed as planned; null for ranges. */
export function endTarget(target: Target, baseline: Exact | null, planned: PlannedChange | null): Exact | null {
  if (target.kind === 'done' || target.kind === 'between') return null
  if (!isChangeTarget(target)) return target.value
  if (!baseline || !planned || planned.length === 2) return null
  return target.kind === 'reduce_by' ? baseline.minus(planned[0]) : baseline.plus(planned[0])
}

/** The same of a line; null also without a target. */
export function endOfLine({ target, change }: CompletionLine): Exact | null {
  if (!target || target.target.kind === 'done') return null
  const [first, last] = (change?.planned ?? []).map((by) => by.abs())
  const planned: PlannedChange | null = first ? (last ? [first, last] : [first]) : null
  return endTarget(target.target, change?.from.value ?? null, planned)
}

/** Whether baseline and target lie on different sides of zero, so that their quotient says little of the way. */
export function isAcrossZero(line: CompletionLine): boolean {
  return (line.change?.from.value.sign ?? 0) * (endOfLine(line)?.sign ?? 0) < 0
}

/** The values that meet a range, or that a planned range of changes leads to; null for any other target. */
export function rangeOf(target: Target, baseline: Exact | null, planned: PlannedChange | null): Range | null {
  if (target.kind === 'between') return target.range
  if (!isChangeTarget(target) || !baseline || planned?.length !== 2) return null
  const [less, more] = planned
  return target.kind === 'reduce_by'
    ? { low: baseline.minus(more), high: baseline.minus(less) }
    : { low: baseline.plus(less), high: baseline.plus(more) }
}

/** The target of a part of the plan that is in force on a day, and the one before it; the last one where no day is known. */
export function targetOn(targets: readonly PeriodTarget[], day: number | null) {
  const found = targets.findIndex(({ period }) => day !== null && day <= period.end)
  const index = found === -1 ? targets.length - 1 : found
  return { inForce: targets[index] ?? null, before: targets[index - 1] ?? null }
}

/** The targets of parts of the plan among which a target in force stands: the first ones, or those of a revision. */
export function periodTargetsAround({ targetsByPeriod, revisions }: Indicator, target: StatedTarget | null) {
  const all = [targetsByPeriod, ...revisions.map((revision) => revision.targetsByPeriod ?? [])]
  return all.find((each) => each.some((one) => one === target)) ?? []
}

/** The time over which a figure of a day is added up: the whole period of its plan, or the year of what does not accumulate. */
export function accumulatedOver({ accumulates }: Indicator, period: Period, day: number | null): Period {
  if (accumulates) return period
  const years = yearsOf(period)
  return years.find((year) => day !== null && year.start <= day && day <= year.end) ?? years.at(-1) ?? period
}

/** What a line counts from: the baseline of its area, or of the indicator; null: none is stated. */
export function baselineOf({ indicator, area }: Pick<CompletionLine, 'indicator' | 'area'>): Baseline | null {
  return area ? (indicator.baselinesByArea.get(area.id) ?? null) : indicator.baseline
}

/** A rate in per cent from its counts; null without both, or where there is nothing to take a share of. */
export function rateOf(numerator: Exact | null, denominator: Exact | null): Exact | null {
  if (!numerator || !denominator || denominator.isZero) return null
  return numerator.times(Exact.HUNDRED).dividedBy(denominator)
}

/** A baseline's value: from its counts or headcount and intensity where both are known, else as printed; null where there is neither. */
export function baselineValue(baseline: Baseline | null): Exact | null {
  if (!baseline) return null
  const { mpi } = baseline
  if (mpi) return mpiOf({ headcount: mpi.headcount.value, intensity: mpi.intensity.value })
  return rateOf(baseline.poor?.value ?? null, baseline.households?.value ?? null) ?? baseline.value?.value ?? null
}
