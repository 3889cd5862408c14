import { type Expression, literal, minus, operand, over, plus, sizeOf } from '../../model/derivation.ts'
import { Exact, type RoundingMode } from '../../model/exact.ts'
import {
  type FormulaName,
  formulasFor,
  type IndicatorType,
  isChangeTarget,
  type Target,
} from '../../model/indicator.ts'
import type { Interval } from '../../model/poverty-rate.ts'
import type { LineRole, UndefinedReason } from '../../model/report.ts'
import { changeTowards, endTarget, higherIsBetter, type PlannedChange } from '../../model/target.ts'

/** What an achievement is calculated from. */
export interface Terms {
  readonly target: Exclude<Target, { kind: 'done' }>
  readonly actual: Exact
  /** null: none is known. */
  readonly baseline: Exact | null
  /** Planned change of a change target, above zero, in the unit: one number or the ends of its range. */
  readonly planned: PlannedChange | null
}

/** How it is calculated, 1 is 100%; never capped. */
export type Achievement = Expression<LineRole> | UndefinedReason

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
  const [a, t] = [operand('actual', actual), operand('target', end)]
  switch (formula) {
    case 'attainment':
      return attainment(a, t, higherIsBetter(target))
    case 'progress': {
      if (!baseline) return 'no-baseline'
      if (end.equals(baseline)) return 'target-equals-baseline'
      return progressShare(a, operand('baseline', baseline), t)
    }
    case 'level':
      return quotient(plus(HUNDRED, a), plus(HUNDRED, t), 'zero-target')
    case 'ratio':
      return quotient(a, t, 'zero-target')
    case 'inverse':
      return quotient(t, a, 'zero-actual')
  }
}

const [ONE, HUNDRED] = [literal(Exact.ONE), literal(Exact.HUNDRED)]

type Part = Expression<LineRole>

const attainment = (a: Part, t: Part, upwards: boolean): Achievement =>
  t.value.isZero ? 'zero-target' : attainedShare(a, t, upwards)

/**
 * 1 + (a − t)/│t│ where more is better, 1 − (a − t)/│t│ where less is: a/t and 2 − a/t above zero, and of the
 * right side also for targets below zero (Infor CPM, rules for increasing and decreasing values). `t` is not zero.
 */
export function attainedShare<Role extends string>(
  a: Expression<Role>,
  t: Expression<Role>,
  upwards: boolean,
): Expression<Role> {
  if (t.value.sign > 0) return upwards ? over(a, t) : plus(ONE, over(minus(t, a), t))
  const excess = over(minus(a, t), sizeOf(t))
  return upwards ? plus(ONE, excess) : minus(ONE, excess)
}

/** (a − b)/(t − b); `t` is not `b`. */
export const progressShare = <Role extends string>(
  a: Expression<Role>,
  b: Expression<Role>,
  t: Expression<Role>,
): Expression<Role> => over(minus(a, b), minus(t, b))

function changeAchievement({ target, actual, baseline, planned }: Terms): Achievement {
  if (!isChangeTarget(target) || !baseline || !planned) return 'no-baseline'
  const [a, b] = [operand('actual', actual), operand('baseline', baseline)]
  return target.kind === 'reduce_by'
    ? quotient(minus(b, a), operand('plannedReduction', planned[0]), 'target-equals-baseline')
    : quotient(minus(a, b), operand('plannedIncrease', planned[0]), 'target-equals-baseline')
}

/** 1 inside a range, outside it against the nearer bound. */
function rangeAchievement({ target, actual, baseline, planned }: Terms): Achievement {
  if (isChangeTarget(target)) {
    if (!baseline || planned?.length !== 2) return 'no-baseline'
    const [low, high] = [operand('lowEnd', planned[0]), operand('highEnd', planned[1])]
    const change = operand('change', changeTowards(target, baseline, actual))
    if (change.value.isBelow(low.value)) return quotient(change, low, 'zero-target')
    return change.value.isAbove(high.value) ? quotient(change, high, 'zero-target') : ONE
  }
  if (target.kind !== 'between') return 'no-baseline'
  const { low, high } = target.range
  const a = operand('actual', actual)
  if (actual.isBelow(low)) return attainment(a, operand('lowEnd', low), target.direction !== 'down')
  return actual.isAbove(high) ? attainment(a, operand('highEnd', high), target.direction === 'up') : ONE
}

function quotient(dividend: Part, divisor: Part, whenZero: UndefinedReason): Achievement {
  return divisor.value.isZero ? whenZero : over(dividend, divisor)
}

const HALF = Exact.of(1n, 2n)

/** A value that is known exactly. */
export const point = (value: Exact): Interval => ({ low: value, lowOpen: false, high: value, highOpen: false })

export const isPoint = ({ low, high }: Interval): boolean => low.equals(high)

/**
 * The values that a figure printed with decimals may stand for, rounded half-up and away from zero: 0.96 is
 * [0.955, 0.965), −0.96 is (−0.965, −0.955], 0.00 is (−0.005, 0.005). A whole number is exact (CALCULATION §7).
 */
export function printedInterval(value: Exact, decimals: number): Interval {
  return decimals === 0 ? point(value) : roundedInterval(value, decimals, 'half-up')
}

/** The values that are printed as `value` when they are rounded to so many decimals in this mode, whole numbers too. */
export function roundedInterval(value: Exact, decimals: number, mode: RoundingMode): Interval {
  const unit = Exact.ONE.dividedBy(Exact.of(10n ** BigInt(decimals)))
  const half = unit.times(HALF)
  if (mode === 'half-even') {
    const isOdd = value.dividedBy(unit).numerator % 2n !== 0n
    return { low: value.minus(half), lowOpen: isOdd, high: value.plus(half), highOpen: isOdd }
  }
  const [inwards, outwards] = mode === 'truncate' ? [Exact.ZERO, unit] : [half, half]
  const [below, above] =
    value.sign > 0 ? [inwards, outwards] : value.sign < 0 ? [outwards, inwards] : [outwards, outwards]
  return {
    low: value.minus(below),
    lowOpen: value.sign <= 0,
    high: value.plus(above),
    highOpen: value.sign >= 0,
  }
}

/** `from` minus `to`, each anywhere in its interval. */
export function intervalDifference(from: Interval, to: Interval): Interval {
  return {
    low: from.low.minus(to.high),
    lowOpen: from.lowOpen || to.highOpen,
    high: from.high.minus(to.low),
    highOpen: from.highOpen || to.lowOpen,
  }
}

/**
 * What an achievement may be, given that the actual and the baseline lie anywhere in their intervals; null
 * where it has no bounds. Every formula rises or falls throughout in each of the two, so its ends are at corners;
 * but for ranges, which rise to the 100% inside and may fall again behind it.
 */
export function achievementInterval(
  formula: FormulaName,
  terms: Terms,
  actual: Interval,
  baseline: Interval | null,
): Interval | null {
  if (hasSingularity(formula, terms, actual, baseline)) return null
  const corners = ends(actual).flatMap((a) => (baseline ? ends(baseline) : [null]).map((b) => ({ a, b })))
  let bounds: Interval | null = formula === 'range' && mayLieInside(terms, actual, baseline) ? point(Exact.ONE) : null
  for (const { a, b } of corners) {
    const value = achievement(formula, { ...terms, actual: a.value, baseline: b?.value ?? terms.baseline })
    if (typeof value === 'string') return null
    bounds = widened(bounds, value.value, a.open || b?.open === true)
  }
  return bounds
}

/**
 * The values of a function whose arguments lie anywhere in their intervals, given that it rises or falls throughout in
 * each of them, whatever the others are: its ends are then at corners.
 */
export function cornerInterval<Names extends string>(
  intervals: Readonly<Record<Names, Interval>>,
  of: (values: Readonly<Record<Names, Exact>>) => Exact,
): Interval {
  let corners: { values: Partial<Record<Names, Exact>>; open: boolean }[] = [{ values: {}, open: false }]
  for (const [name, interval] of Object.entries<Interval>(intervals)) {
    corners = corners.flatMap(({ values, open }) =>
      ends(interval).map((end) => ({ values: { ...values, [name]: end.value }, open: open || end.open })),
    )
  }
  let bounds: Interval | null = null
  for (const { values, open } of corners) bounds = widened(bounds, of(values as Record<Names, Exact>), open)
  if (!bounds) throw new RangeError('no corners')
  return bounds
}

/** Whether the two have a value in common. */
export const intervalsMeet = (a: Interval, b: Interval): boolean => !isWhollyBelow(a, b) && !isWhollyBelow(b, a)

/** Whether every value of `a` is below every value of `b`. */
export function isWhollyBelow(a: Interval, b: Interval): boolean {
  const order = a.high.compare(b.low)
  return order < 0 || (order === 0 && (a.highOpen || b.lowOpen))
}

/** What two intervals that meet have in common. */
export function commonInterval(a: Interval, b: Interval): Interval {
  const [low, lowOpen] = a.low.isAbove(b.low) ? [a.low, a.lowOpen] : [b.low, b.lowOpen]
  const [high, highOpen] = a.high.isBelow(b.high) ? [a.high, a.highOpen] : [b.high, b.highOpen]
  const equalLow = a.low.equals(b.low)
  const equalHigh = a.high.equals(b.high)
  return {
    low,
    lowOpen: equalLow ? a.lowOpen || b.lowOpen : lowOpen,
    high,
    highOpen: equalHigh ? a.highOpen || b.highOpen : highOpen,
  }
}

interface End {
  readonly value: Exact
  readonly open: boolean
}

function ends(interval: Interval): readonly End[] {
  const low = { value: interval.low, open: interval.lowOpen }
  return isPoint(interval) ? [low] : [low, { value: interval.high, open: interval.highOpen }]
}

function widened(bounds: Interval | null, value: Exact, open: boolean): Interval {
  if (!bounds) return { low: value, lowOpen: open, high: value, highOpen: open }
  let { low, lowOpen, high, highOpen } = bounds
  if (value.equals(low)) lowOpen = lowOpen && open
  else if (value.isBelow(low)) [low, lowOpen] = [value, open]
  if (value.equals(high)) highOpen = highOpen && open
  else if (value.isAbove(high)) [high, highOpen] = [value, open]
  return { low, lowOpen, high, highOpen }
}

/** Whether some of the actuals, or of the changes from the baselines, lie in the target's range. */
function mayLieInside({ target, planned }: Terms, actual: Interval, baseline: Interval | null): boolean {
  if (target.kind === 'between') return meet(actual, target.range.low, target.range.high)
  if (!baseline || planned?.length !== 2) return false
  const [from, to] = target.kind === 'reduce_by' ? [baseline, actual] : [actual, baseline]
  return meet(intervalDifference(from, to), ...planned)
}

function meet({ low, lowOpen, high, highOpen }: Interval, from: Exact, to: Exact): boolean {
  const [below, above] = [high.compare(from), low.compare(to)]
  return (highOpen ? below > 0 : below >= 0) && (lowOpen ? above < 0 : above <= 0)
}

/** Whether a divisor may be zero inside the intervals. */
function hasSingularity(formula: FormulaName, terms: Terms, actual: Interval, baseline: Interval | null): boolean {
  const { target } = terms
  if (formula === 'inverse') return !isPoint(actual) && actual.low.sign * actual.high.sign <= 0
  if (!baseline || isPoint(baseline)) return false
  const divisors = ends(baseline).map((b) => {
    const end = endTarget(target, b.value, terms.planned)
    if (!end) return 1
    if (formula === 'progress') return end.minus(b.value).sign
    if (formula === 'level') return Exact.HUNDRED.plus(end).sign
    return formula === 'change' ? 1 : end.sign
  })
  return divisors.some((sign) => sign !== divisors[0])
}
