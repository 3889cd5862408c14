import { type Expression, minus, operand, over } from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import {
  type DoneTarget,
  type FormulaName,
  type Indicator,
  type IndicatorType,
  isChangeTarget,
  placeOfState,
  type State,
  type StatedTarget,
  type Target,
  unitOf,
} from '../../model/indicator.ts'
import type { Period } from '../../model/period.ts'
import type { Plan } from '../../model/plan.ts'
import type { Change, Interval } from '../../model/poverty-rate.ts'
import {
  finalVerdicts,
  type LineDerivation,
  type LineJudgement,
  type LineRole,
  type OtherJudgement,
  type TargetSide,
  type UndefinedReason,
  type Verdict,
} from '../../model/report.ts'
import {
  changeTowards,
  endTarget,
  higherIsBetter,
  type PlannedChange,
  plannedChange,
  rangeOf,
} from '../../model/target.ts'
import { differenceIn, endInterval } from '../poverty/change.ts'
import { reachesEnd } from '../results/accumulate.ts'
import type { Reported } from '../results/reported.ts'
import {
  type Achievement,
  achievement,
  achievementInterval,
  isPoint,
  point,
  printedInterval,
  type Terms,
  usualFormula,
} from './achievement.ts'
import { type Expectation, expectationOf, requiredRate, type Since } from './expectation.ts'

/** What a target is held against. */
export interface Case {
  readonly plan: Plan
  readonly indicator: Indicator
  /** The part of the plan's period in which there is something to reach: all of it, or as long as an area exists. */
  readonly span: Period
  readonly reported: Reported
  readonly baseline: Exact | null
  readonly change: Change | null
  /** Where a target of a part of the plan counts from; null: the target is of all of it, or of a year for itself. */
  readonly since: Since | null
  /** Day number; null when nothing was reported at all. */
  readonly asOf: number | null
}

/** What a target makes of a line, and how that was calculated. */
export interface Judged extends LineJudgement {
  readonly derivation: LineDerivation
}

/** The achievement and the verdict under a target, and what is expected of it to date (CALCULATION §2, 3, 5). */
export function judgement(given: Case, target: Target | null): Judged {
  const { indicator, span, reported, baseline, change, asOf } = given
  const isOver = asOf !== null && asOf >= span.end
  const complete = reported.period !== null && reachesEnd(span, reported.period) && reported.partial === null
  if (!target || indicator.type === 'text') return unjudged(null, null)
  if (target.kind === 'done') {
    const { state } = reported
    return unjudged(state ? taskVerdict(isDone(state, target, indicator), complete, isOver) : 'not-reported', null)
  }
  const terms = termsIn(given, target)
  if (!terms) return unjudged('not-reported', null)
  if (!isComparable(indicator, reported, target, change)) return unjudged('not-comparable', 'not-comparable')
  if (isChangeTarget(target) && (!baseline || !terms.planned)) return unjudged('not-comparable', 'no-baseline')

  const formula = indicator.formula ?? usualFormula(target, indicator.type)
  const expectation = asOf === null ? null : expectationFor(given, asOf, terms)
  const onTrack = expectation?.onTrack ?? null
  const canFall = indicator.canFall || reported.hasFallen
  const ground: Standing = { ...terms, type: indicator.type, canFall, complete, over: isOver, onTrack }
  const verdict = verdictOf(ground)
  // A figure that is still on its way up to a ceiling would read as a success: nothing used up would be 200%.
  const isOnItsWay = indicator.type === 'count' && !higherIsBetter(target) && !finalVerdicts.has(verdict)
  const isAcross = formula === 'progress' && change?.differsIn
  const achieved: Achievement = isOnItsWay
    ? 'running-ceiling'
    : isAcross
      ? 'not-comparable'
      : formula
        ? achievement(formula, terms)
        : 'no-number'
  const isKnown = typeof achieved !== 'string'
  // What is missing from a partial total is not zero: nothing is told of the rest.
  const required = asOf === null || reported.partial ? null : requiredRate(indicator, terms, span, asOf)
  const derivation: LineDerivation = {
    variance: varianceOf(terms),
    achievement: isKnown ? achieved : null,
    used: isOnItsWay ? usedUp(terms) : null,
    progress: isKnown && formula ? progressBeside(formula, terms) : null,
    expected: expectation?.expected ?? null,
    pace: expectation?.pace ?? null,
    forecast: reported.partial ? null : (expectation?.forecast ?? null),
    required: required?.derivation ?? null,
    atExpected: isKnown && expectation && formula ? atExpected(formula, terms, expectation.expected.value) : null,
  }
  const variance = derivation.variance?.value ?? Exact.ZERO
  return {
    variance,
    favourable: variance.isZero ? null : isFavourable(target, variance),
    formula,
    achievement: derivation.achievement?.value ?? null,
    achievementInterval: formula && isKnown ? intervalOf(indicator, formula, terms, reported, change) : null,
    undefinedReason: isKnown ? null : achieved,
    used: derivation.used?.value ?? null,
    progress: derivation.progress?.value ?? null,
    verdict,
    standing: sideOf(ground, verdict),
    expected: derivation.expected?.value ?? null,
    pace: derivation.pace?.value ?? null,
    forecast: derivation.forecast?.value ?? null,
    required: required?.rate ?? null,
    derivation,
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
  const { variance, favourable, formula, achievement, undefinedReason, verdict, derivation } = judgement(
    given,
    stated.target,
  )
  return { target: stated, variance, favourable, formula, achievement, undefinedReason, verdict, derivation }
}

/** What a change target plans from the baseline; null for any other. */
export function plannedIn({ plan, baseline }: Pick<Case, 'plan' | 'baseline'>, target: Target | null) {
  return target && isChangeTarget(target) ? plannedChange(target, baseline, plan.period) : null
}

const nothingCalculated: LineDerivation = {
  variance: null,
  achievement: null,
  used: null,
  progress: null,
  expected: null,
  pace: null,
  forecast: null,
  required: null,
  atExpected: null,
}

const unjudged = (verdict: Verdict | null, undefinedReason: UndefinedReason | null): Judged => ({
  variance: null,
  favourable: null,
  achievement: null,
  used: null,
  progress: null,
  expected: null,
  pace: null,
  forecast: null,
  formula: null,
  achievementInterval: null,
  undefinedReason,
  verdict,
  standing: null,
  required: null,
  derivation: nothingCalculated,
})

/** A change target needs both ends under one standard, a threshold the actual under the indicator's own. */
function isComparable(indicator: Indicator, reported: Reported, target: Target, change: Change | null): boolean {
  if (reported.newest && differenceIn(indicator, reported.newest)) return false
  return !isChangeTarget(target) || !change?.differsIn
}

/**
 * Actual − target: in the unit, percentage points for rates. For change targets the change − the planned change,
 * both signed, so that below zero is to the good for a reduction. Ranges count from their nearer end; inside is 0.
 */
function varianceOf({ target, actual, baseline, planned }: Terms): Expression<LineRole> | null {
  const end = endTarget(target, baseline, planned)
  const a = operand('actual', actual)
  if (end) return minus(a, operand('target', end))
  const range = rangeOf(target, baseline, planned)
  if (range && actual.isBelow(range.low)) return minus(a, operand('lowEnd', range.low))
  return range && actual.isAbove(range.high) ? minus(a, operand('highEnd', range.high)) : null
}

/** a / t of a ceiling, or of the most that a range allows; null where that is not above zero. */
function usedUp({ target, actual, baseline, planned }: Terms): Expression<LineRole> | null {
  const ceiling = endTarget(target, baseline, planned) ?? rangeOf(target, baseline, planned)?.high
  return ceiling && ceiling.sign > 0 ? over(operand('actual', actual), operand('target', ceiling)) : null
}

/** The share of the way from the baseline to a threshold, or to the other side of zero, beside what is no share of it. */
function progressBeside(formula: FormulaName, terms: Terms): Expression<LineRole> | null {
  const { target, baseline, planned } = terms
  const end = endTarget(target, baseline, planned)
  if (formula === 'progress' || formula === 'change' || !baseline || !end) return null
  if (isChangeTarget(target) && baseline.sign * end.sign >= 0) return null
  const progress = achievement('progress', terms)
  return typeof progress === 'string' ? null : progress
}

/** What the achievement would be, were the actual what is expected; null where it rises faster and faster. */
export function atExpected(formula: FormulaName, terms: Terms, expected: Exact): Exact | null {
  const there = formula === 'inverse' ? 'zero-actual' : achievement(formula, { ...terms, actual: expected })
  return typeof there === 'string' ? null : there.value
}

function isFavourable(target: Target, variance: Exact): boolean {
  if (target.kind === 'between' && target.direction === null) return false
  return higherIsBetter(target) === variance.sign > 0
}

function expectationFor(
  { plan, indicator, span, reported, since }: Case,
  asOf: number,
  terms: Terms,
): Expectation | null {
  return expectationOf({
    indicator,
    ...terms,
    period: plan.period,
    span,
    asOf,
    reached: reported.period?.end ?? asOf,
    tolerance: indicator.tolerance ?? plan.tolerance,
    since,
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

/** What a verdict is given on. */
export interface Standing {
  readonly type: IndicatorType
  /** Whether a count may fall: no outcome of it stands before the end. */
  readonly canFall: boolean
  readonly target: Exclude<Target, { kind: 'done' }>
  readonly actual: Exact
  readonly baseline: Exact | null
  readonly planned: PlannedChange | null
  /** The figure covers the plan's whole period, in all its areas and parts of the period. */
  readonly complete: boolean
  /** The plan's period is over as of the report. */
  readonly over: boolean
  /** Whether the expectation to date is kept; null: nothing is expected. */
  readonly onTrack: boolean | null
}

type Outcome = 'exceeded' | 'met' | 'missed'

/** The verdict by exact comparison (CALCULATION §2); it does not depend on the achievement. */
export function verdictOf(standing: Standing): Verdict {
  const outcome = outcomeOf(standing)
  // What is done on a day stays done on it.
  if (standing.complete || standing.target.kind === 'by' || isSettledEarly(standing, outcome)) return outcome
  if (standing.over) return 'not-reported'
  if (standing.onTrack === null) return 'open'
  return standing.onTrack ? 'on-track' : 'behind'
}

/** Whether the newest figure is on the right side of the target; null for a total that has still to get there. */
function sideOf(standing: Standing, verdict: Verdict): TargetSide | null {
  if (standing.type === 'count' && !finalVerdicts.has(verdict)) return null
  return outcomeOf(standing) === 'missed' ? 'off-target' : 'on-target'
}

/** A state of the plan's own meets its target from the one named on: what is in force was adopted before. */
const isDone = (state: State, target: DoneTarget, indicator: Indicator): boolean =>
  target.state ? placeOfState(indicator, state) >= placeOfState(indicator, target.state) : state === 'done'

/** What is done is met; anything else is missed once the state is that of the plan's end. */
export function taskVerdict(isMet: boolean, complete: boolean, over: boolean): Verdict {
  if (isMet) return 'met'
  if (complete) return 'missed'
  return over ? 'not-reported' : 'open'
}

function outcomeOf({ target, actual, baseline, planned }: Standing): Outcome {
  if (isChangeTarget(target)) {
    if (!baseline || !planned) throw new Error('a change target is compared only where its baseline is known')
    const change = changeTowards(target, baseline, actual)
    return beyondRange(change, planned[0], planned.at(-1) ?? planned[0])
  }
  switch (target.kind) {
    case 'at_least':
      return beyondRange(actual, target.value, target.value)
    case 'at_most':
      return beyondRange(target.value, actual, actual)
    case 'by':
      return actual.isAbove(target.value) ? 'missed' : 'met'
    case 'above':
      return actual.isAbove(target.value) ? 'exceeded' : 'missed'
    case 'below':
      return actual.isBelow(target.value) ? 'exceeded' : 'missed'
    case 'between':
      return betweenOutcome(actual, target)
  }
}

/** Short of `low` is missed, above `high` exceeded, from one to the other met. */
function beyondRange(reached: Exact, low: Exact, high: Exact): Outcome {
  if (reached.isBelow(low)) return 'missed'
  return reached.isAbove(high) ? 'exceeded' : 'met'
}

function betweenOutcome(actual: Exact, { range, direction }: Extract<Target, { kind: 'between' }>): Outcome {
  if (actual.isBelow(range.low)) return direction === 'down' ? 'exceeded' : 'missed'
  if (actual.isAbove(range.high)) return direction === 'up' ? 'exceeded' : 'missed'
  return 'met'
}

/**
 * Most flows only grow, so that some outcomes stand before the period ends: a floor that is reached stays
 * reached, a ceiling that is broken stays broken.
 */
function isSettledEarly({ type, canFall, target, actual }: Standing, outcome: Outcome): boolean {
  if (type !== 'count' || canFall) return false
  if (target.kind === 'between' && target.direction !== 'up') return actual.isAbove(target.range.high)
  return higherIsBetter(target) ? outcome !== 'missed' : outcome === 'missed'
}
