import { Exact } from '../../model/exact.ts'
import {
  type FormulaName,
  type Indicator,
  isChangeTarget,
  type StatedTarget,
  type Target,
  unitOf,
} from '../../model/indicator.ts'
import type { Period } from '../../model/period.ts'
import type { Plan } from '../../model/plan.ts'
import type { Change, Interval } from '../../model/poverty-rate.ts'
import type { CompletionLine, OtherJudgement, UndefinedReason, Verdict } from '../../model/report.ts'
import { differenceIn, endInterval } from '../poverty/change.ts'
import { reachesEnd } from '../results/accumulate.ts'
import type { Reported } from '../results/reported.ts'
import {
  achievement,
  endTarget,
  higherIsBetter,
  type PlannedChange,
  plannedChange,
  type Terms,
  usualFormula,
} from './achievement.ts'
import { type Expectation, expectationOf, requiredRate } from './expectation.ts'
import { achievementInterval, isPoint, point, printedInterval } from './interval.ts'
import { type Standing, sideOf, taskVerdict, verdictOf } from './verdict.ts'

/** What a target is held against. */
export interface Case {
  readonly plan: Plan
  readonly indicator: Indicator
  /** The part of the plan's period in which there is something to reach: all of it, or as long as an area exists. */
  readonly span: Period
  readonly reported: Reported
  readonly baseline: Exact | null
  readonly change: Change | null
  /** Day number; null when nothing was reported at all. */
  readonly asOf: number | null
}

/** What a target makes of a line. */
export type Judged = Pick<
  CompletionLine,
  | 'variance'
  | 'favourable'
  | 'formula'
  | 'achievement'
  | 'achievementInterval'
  | 'undefinedReason'
  | 'verdict'
  | 'standing'
  | 'expected'
  | 'pace'
  | 'forecast'
  | 'required'
>

/** The achievement and the verdict under a target, and what is expected of it to date (CALCULATION §2, 3, 5). */
export function judgement(given: Case, target: Target | null): Judged {
  const { indicator, span, reported, baseline, change, asOf } = given
  const over = asOf !== null && asOf >= span.end
  const complete = reported.period !== null && reachesEnd(span, reported.period) && reported.partial === null
  if (!target) return unjudged(null, null)
  if (target.kind === 'done') {
    return unjudged(reported.state ? taskVerdict(reported.state, complete, over) : 'not-reported', null)
  }
  const terms = termsIn(given, target)
  if (!terms) return unjudged('not-reported', null)
  if (!isComparable(indicator, reported, target, change)) return unjudged('not-comparable', 'not-comparable')
  if (isChangeTarget(target) && (!baseline || !terms.planned)) return unjudged('not-comparable', 'no-baseline')

  const formula = indicator.formula ?? usualFormula(target, indicator.type)
  const isAcross = formula === 'progress' && change?.differsIn
  const achieved = isAcross ? 'not-comparable' : formula ? achievement(formula, terms) : 'no-number'
  const expectation = asOf === null ? null : expectationFor(given, asOf, terms)
  const variance = varianceOf(terms)
  const ground: Standing = { ...terms, type: indicator.type, complete, over, onTrack: expectation?.onTrack ?? null }
  const verdict = verdictOf(ground)
  return {
    variance,
    favourable: variance.isZero ? null : isFavourable(target, variance),
    formula,
    achievement: typeof achieved === 'string' ? null : achieved,
    achievementInterval:
      formula && typeof achieved !== 'string' ? intervalOf(indicator, formula, terms, reported, change) : null,
    undefinedReason: typeof achieved === 'string' ? achieved : null,
    verdict,
    standing: sideOf(ground, verdict),
    expected: expectation?.expected ?? null,
    pace: expectation?.pace ?? null,
    // What is missing from a partial total is not zero: nothing is told of the rest.
    forecast: reported.partial ? null : (expectation?.forecast ?? null),
    required: asOf === null || reported.partial ? null : requiredRate(indicator, terms, span, asOf),
  }
}

/** What an achievement under a target is calculated from; null where no number was reported, or none is aimed at. */
export function termsIn(given: Case, target: Target | null): Terms | null {
  const { actual } = given.reported
  if (!actual || !target || target.kind === 'done') return null
  // A threshold can be compared all the same, only not from a baseline of another standard.
  const baseline = given.change?.differsIn ? null : given.baseline
  return { target, actual, baseline, planned: plannedIn(given, target) }
}

/** A line under another target than the one in force. */
export function otherJudgement(given: Case, stated: StatedTarget): OtherJudgement {
  const { variance, favourable, formula, achievement, undefinedReason, verdict } = judgement(given, stated.target)
  return { target: stated, variance, favourable, formula, achievement, undefinedReason, verdict }
}

/** What a change target plans from the baseline; null for any other. */
export function plannedIn({ plan, baseline }: Pick<Case, 'plan' | 'baseline'>, target: Target | null) {
  return target && isChangeTarget(target) ? plannedChange(target, baseline, plan.period) : null
}

function unjudged(verdict: Verdict | null, undefinedReason: UndefinedReason | null): Judged {
  return {
    variance: null,
    favourable: null,
    formula: null,
    achievement: null,
    achievementInterval: null,
    undefinedReason,
    verdict,
    standing: null,
    expected: null,
    pace: null,
    forecast: null,
    required: null,
  }
}

/** A change target needs both ends under one standard, a threshold the actual under the indicator's own. */
function isComparable(indicator: Indicator, reported: Reported, target: Target, change: Change | null): boolean {
  if (reported.newest && differenceIn(indicator, reported.newest)) return false
  return !isChangeTarget(target) || !change?.differsIn
}

/**
 * Actual − target: in the unit, percentage points for rates. For change targets the change − the planned change,
 * both signed, so that below zero is to the good for a reduction. Ranges count from their nearer end; inside is 0.
 */
function varianceOf({ target, actual, baseline, planned }: Terms): Exact {
  const end = endTarget(target, baseline, planned)
  if (end) return actual.minus(end)
  const range = target.kind === 'between' ? target.range : changedRange(target, baseline, planned)
  if (!range) return Exact.ZERO
  if (actual.isBelow(range.low)) return actual.minus(range.low)
  return actual.isAbove(range.high) ? actual.minus(range.high) : Exact.ZERO
}

/** The values that a planned range of changes leads to. */
function changedRange(target: Target, baseline: Exact | null, planned: PlannedChange | null) {
  if (!baseline || planned?.length !== 2) return null
  const [less, more] = planned
  return target.kind === 'reduce_by'
    ? { low: baseline.minus(more), high: baseline.minus(less) }
    : { low: baseline.plus(less), high: baseline.plus(more) }
}

function isFavourable(target: Target, variance: Exact): boolean {
  if (target.kind === 'between' && target.direction === null) return false
  return higherIsBetter(target) === variance.sign > 0
}

function expectationFor({ plan, indicator, span, reported }: Case, asOf: number, terms: Terms): Expectation | null {
  return expectationOf({
    indicator,
    ...terms,
    period: plan.period,
    span,
    asOf,
    reached: reported.period?.end ?? asOf,
    tolerance: indicator.tolerance ?? plan.tolerance,
  })
}

/** What the rounding of printed rates leaves open; null where nothing was rounded. */
function intervalOf(
  { type }: Indicator,
  formula: FormulaName,
  terms: Terms,
  reported: Reported,
  change: Change | null,
): Interval | null {
  if (unitOf(type) !== 'percent') return null
  const printed = reported.origin === 'reported' ? reported.newest?.value : null
  const actual = printed ? printedInterval(printed.value, printed.decimals) : point(terms.actual)
  const baseline = change ? endInterval(change.from) : null
  const interval = achievementInterval(formula, terms, actual, baseline)
  return interval && isPoint(interval) ? null : interval
}
