import { Exact } from '../model/exact.ts'
import {
  type FormulaName,
  type Indicator,
  isChangeTarget,
  type Revision,
  type StatedTarget,
  type Target,
  unitOf,
} from '../model/indicator.ts'
import type { Area, Plan } from '../model/plan.ts'
import type { Change, Interval } from '../model/poverty-rate.ts'
import type { Problem } from '../model/problem.ts'
import type { CompletionLine, UndefinedReason, Verdict } from '../model/report.ts'
import { reachesEnd } from './accumulate.ts'
import {
  achievement,
  endTarget,
  higherIsBetter,
  type PlannedChange,
  plannedChange,
  type Terms,
  usualFormula,
} from './achievement.ts'
import { baselineValue } from './counts.ts'
import { type Expectation, expectationOf } from './expectation.ts'
import { inputsOf } from './inputs.ts'
import { achievementInterval, isPoint, point, printedInterval } from './interval.ts'
import { lineProblems } from './line-problems.ts'
import { type AreaEnds, changeOf, differenceIn, endInterval } from './poverty-change.ts'
import type { Reported } from './reported.ts'
import { taskVerdict, verdictOf } from './verdict.ts'

/** What one line is made from. */
export interface LineParts {
  readonly plan: Plan
  readonly indicator: Indicator
  readonly area: Area | null
  readonly reported: Reported
  /** Day number; null when nothing was reported at all. */
  readonly asOf: number | null
  readonly areaEnds: readonly AreaEnds[] | null
}

/** One indicator, in the whole or in one area, held against its target. */
export function completionLine(parts: LineParts, problems: Problem[]): CompletionLine {
  const { plan, indicator, area, reported } = parts
  const { target, original } = targetInForce(parts)
  const baseline = area ? (indicator.baselinesByArea.get(area.id) ?? null) : indicator.baseline
  const from = baselineValue(baseline)
  const planned = target && isChangeTarget(target.target) ? plannedChange(target.target, from, plan.period) : null
  const change = baseline
    ? changeOf({ indicator, baseline, reported, planned: signed(target?.target, planned), areas: parts.areaEnds })
    : null
  const judged = judgement(parts, target?.target ?? null, from, planned, change)
  const line: CompletionLine = {
    indicator,
    area,
    target,
    originalTarget: original,
    actual: reported.actual,
    origin: reported.origin,
    state: reported.state,
    actualPeriod: reported.period,
    status: reported.status,
    partial: reported.partial,
    ...judged,
    original: null,
    inPeriod: null,
    lastYear: null,
    previous: null,
    increments: [],
    rank: null,
    shortfallShare: null,
    published: null,
    change,
    inputs: inputsOf(target, original, baseline, reported),
    superseded: reported.superseded,
  }
  problems.push(...lineProblems(line, reported))
  return line
}

type Judged = Pick<
  CompletionLine,
  | 'variance'
  | 'favourable'
  | 'formula'
  | 'achievement'
  | 'achievementInterval'
  | 'undefinedReason'
  | 'verdict'
  | 'expected'
  | 'pace'
  | 'forecast'
  | 'required'
>

function judgement(
  parts: LineParts,
  target: Target | null,
  baseline: Exact | null,
  planned: PlannedChange | null,
  change: Change | null,
): Judged {
  const { plan, indicator, reported, asOf } = parts
  const over = asOf !== null && asOf >= plan.period.end
  const complete = reported.period !== null && reachesEnd(plan, reported.period) && reported.partial === null
  if (!target) return unjudged(null, null)
  if (target.kind === 'done') {
    return unjudged(reported.state ? taskVerdict(reported.state, complete, over) : 'not-reported', null)
  }
  const { actual } = reported
  if (!actual) return unjudged('not-reported', null)
  if (!isComparable(indicator, reported, target, change)) return unjudged('not-comparable', 'not-comparable')
  if (isChangeTarget(target) && (!baseline || !planned)) return unjudged('not-comparable', 'no-baseline')

  // A threshold can be compared all the same, only not from a baseline of another standard.
  const terms: Terms = { target, actual, baseline: change?.differsIn ? null : baseline, planned }
  const formula = indicator.formula ?? usualFormula(target, indicator.type)
  const isAcross = formula === 'progress' && change?.differsIn
  const achieved = isAcross ? 'not-comparable' : formula ? achievement(formula, terms) : 'no-number'
  const expectation = asOf === null ? null : expectationFor(parts, asOf, terms)
  const variance = varianceOf(terms)
  return {
    variance,
    favourable: variance.isZero ? null : isFavourable(target, variance),
    formula,
    achievement: typeof achieved === 'string' ? null : achieved,
    achievementInterval:
      formula && typeof achieved !== 'string' ? intervalOf(indicator, formula, terms, reported, change) : null,
    undefinedReason: typeof achieved === 'string' ? achieved : null,
    verdict: verdictOf({ ...terms, type: indicator.type, complete, over, onTrack: expectation?.onTrack ?? null }),
    expected: expectation?.expected ?? null,
    pace: expectation?.pace ?? null,
    forecast: expectation?.forecast ?? null,
    required: null,
  }
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
    expected: null,
    pace: null,
    forecast: null,
    required: null,
  }
}

function targetInForce({ indicator, area, asOf }: LineParts): {
  target: StatedTarget | null
  original: StatedTarget | null
} {
  if (area) return { target: indicator.targetsByArea.get(area.id) ?? null, original: null }
  let newest: Revision | null = null
  for (const revision of indicator.revisions) {
    const decided = asOf !== null && revision.date <= asOf
    if (decided && (!newest || revision.date >= newest.date)) newest = revision
  }
  return newest ? { target: newest, original: indicator.target } : { target: indicator.target, original: null }
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

function signed(target: Target | undefined, planned: PlannedChange | null): PlannedChange | null {
  if (target?.kind !== 'reduce_by' || !planned) return planned
  return planned.length === 1 ? [planned[0].negated()] : [planned[0].negated(), planned[1].negated()]
}

function expectationFor({ plan, indicator }: LineParts, asOf: number, terms: Terms): Expectation | null {
  const tolerance = indicator.tolerance ?? plan.tolerance
  return expectationOf({ indicator, ...terms, period: plan.period, asOf, tolerance })
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
