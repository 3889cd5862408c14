import { Exact } from '../../model/exact.ts'
import {
  type ChangeTarget,
  type FormulaName,
  formulasFor,
  type IndicatorType,
  isChangeTarget,
  isRange,
  type Target,
} from '../../model/indicator.ts'
import { type Period, wholeYears } from '../../model/period.ts'
import type { UndefinedReason } from '../../model/report.ts'

/** What an achievement is calculated from. */
export interface Terms {
  readonly target: Exclude<Target, { kind: 'done' }>
  readonly actual: Exact
  /** null: none is known. */
  readonly baseline: Exact | null
  /** Planned change of a change target, above zero, in the unit: one number or the ends of its range. */
  readonly planned: PlannedChange | null
}

export type PlannedChange = readonly [Exact] | readonly [Exact, Exact]

/** 1 is 100%; never capped. */
export type Achievement = Exact | UndefinedReason

/** The formula that is usual for a target where the plan asks for none (CALCULATION §3). */
export function usualFormula(target: Target, type: IndicatorType): FormulaName | null {
  return formulasFor(target, type)[0] ?? null
}

/**
 * How much of a target was achieved, or why that is undefined.
 *
 * `a` actual, `t` target, `b` baseline, `d` planned change; see docs/formulas.md.
 */
export function achievement(formula: FormulaName, terms: Terms): Achievement {
  const { target, actual, baseline, planned } = terms
  if (formula === 'range') return rangeAchievement(terms)
  if (formula === 'change') return changeAchievement(terms)
  const end = endTarget(target, baseline, planned)
  if (!end) return 'no-baseline'
  switch (formula) {
    case 'attainment':
      return attainment(actual, end, higherIsBetter(target))
    case 'progress':
      if (!baseline) return 'no-baseline'
      return quotient(actual.minus(baseline), end.minus(baseline), 'target-equals-baseline')
    case 'level':
      return quotient(Exact.HUNDRED.plus(actual), Exact.HUNDRED.plus(end), 'zero-target')
    case 'ratio':
      return quotient(actual, end, 'zero-target')
    case 'inverse':
      return quotient(end, actual, 'zero-actual')
  }
}

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

/**
 * 1 + (a − t)/│t│ where more is better, 1 − (a − t)/│t│ where less is: a/t and 2 − a/t above zero, and of the
 * right side also for targets below zero (Infor CPM, rules for increasing and decreasing values).
 */
function attainment(actual: Exact, target: Exact, upwards: boolean): Achievement {
  if (target.isZero) return 'zero-target'
  const excess = actual.minus(target).dividedBy(target.abs())
  return upwards ? Exact.ONE.plus(excess) : Exact.ONE.minus(excess)
}

function changeAchievement({ target, actual, baseline, planned }: Terms): Achievement {
  if (!isChangeTarget(target) || !baseline || !planned) return 'no-baseline'
  return quotient(changeTowards(target, baseline, actual), planned[0], 'target-equals-baseline')
}

/** 1 inside a range, outside it against the nearer bound. */
function rangeAchievement({ target, actual, baseline, planned }: Terms): Achievement {
  if (isChangeTarget(target)) {
    if (!baseline || planned?.length !== 2) return 'no-baseline'
    const [low, high] = planned
    const change = changeTowards(target, baseline, actual)
    if (change.isBelow(low)) return quotient(change, low, 'zero-target')
    return change.isAbove(high) ? quotient(change, high, 'zero-target') : Exact.ONE
  }
  if (target.kind !== 'between') return 'no-baseline'
  const { low, high } = target.range
  if (actual.isBelow(low)) return attainment(actual, low, target.direction !== 'down')
  return actual.isAbove(high) ? attainment(actual, high, target.direction === 'up') : Exact.ONE
}

function quotient(dividend: Exact, divisor: Exact, whenZero: UndefinedReason): Achievement {
  return divisor.isZero ? whenZero : dividend.dividedBy(divisor)
}
