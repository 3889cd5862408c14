import { Exact } from '../../model/exact.ts'
import { type Indicator, isChangeTarget, type Phasing, type Target } from '../../model/indicator.ts'
import { commonGrain, grainCount, type Period } from '../../model/period.ts'
import type { RequiredRate } from '../../model/report.ts'
import { changeTowards, endTarget, higherIsBetter, type PlannedChange, type Terms } from './achievement.ts'

/** What should have been reached by the date of the report, and how the actual compares. */
export interface Expectation {
  readonly expected: Exact
  /** Actual of the expected, for change targets change of the change expected; 1 is on the day, null where that is zero. */
  readonly pace: Exact | null
  readonly onTrack: boolean
  /** The actual carried on at the same rate to the end of the plan; null where nothing of the plan has passed, or for what does not add up. */
  readonly forecast: Exact | null
}

export interface Expecting {
  readonly indicator: Indicator
  readonly target: Target
  readonly actual: Exact
  readonly baseline: Exact | null
  readonly planned: PlannedChange | null
  /** The plan's, over which shares are stated. */
  readonly period: Period
  /** The part of it in which there is something to reach: all of it, or as long as an area exists. */
  readonly span: Period
  /** Day number. */
  readonly asOf: number
  /** Day number of the end of the newest figure. */
  readonly reached: number
  readonly tolerance: Exact | null
}

/** The expectation by the phasing, for counts linear by days while nothing else is stated (CALCULATION §5); null without one, and for ranges. */
export function expectationOf(expecting: Expecting): Expectation | null {
  const { indicator, target, actual, baseline, planned, asOf, reached, span } = expecting
  const over = asOf >= span.end
  const phasing = phasingOf(indicator, over)
  if (phasing === null || phasing === 'none') return null
  const end = endTarget(target, baseline, planned)
  if (!end) return null
  const shareOn = (day: number) => phasedShare(phasing, phasing === 'linear' ? span : expecting.period, day)
  const share = shareOn(asOf)
  const tolerance = expecting.tolerance ?? Exact.ONE
  if (indicator.type === 'count') {
    const expected = end.times(share)
    // A figure says nothing of the days after it.
    const behindIt = over ? share : shareOn(reached)
    return {
      expected,
      pace: paceOf(actual, expected),
      onTrack: isOnTrack(actual, expected, higherIsBetter(target), tolerance),
      forecast: behindIt.isZero ? null : actual.dividedBy(behindIt),
    }
  }
  if (!baseline) return null
  const due = end.minus(baseline).times(share)
  const expected = baseline.plus(due)
  if (!isChangeTarget(target)) {
    const onTrack = isOnTrack(actual, expected, higherIsBetter(target), tolerance)
    return { expected, pace: paceOf(actual, expected), onTrack, forecast: null }
  }
  const change = changeTowards(target, baseline, actual)
  const onTrack = !change.isBelow(due.abs().times(tolerance))
  return { expected, pace: paceOf(change, due.abs()), onTrack, forecast: null }
}

/** Once the time is over, what nobody phased is not expected "to date" any more: there is the target itself. */
function phasingOf({ phasing, type }: Indicator, over: boolean): Phasing | null {
  return phasing ?? (type === 'count' && !over ? 'linear' : null)
}

/**
 * What a floor still needs, or what a ceiling still leaves, for each month left, or for each day where these are no
 * whole months: (t − a) / time left. null for what does not add up, for ranges, where time says nothing (`phasing: none`),
 * and where nothing is left of the target or of the time.
 */
export function requiredRate(
  { type, phasing }: Indicator,
  { target, actual, baseline, planned }: Terms,
  span: Period,
  asOf: number,
): RequiredRate | null {
  const end = endTarget(target, baseline, planned)
  if (type !== 'count' || phasing === 'none' || !end || asOf >= span.end) return null
  const rest = end.minus(actual)
  if (rest.sign <= 0) return null
  const time = { start: Math.max(asOf + 1, span.start), end: span.end }
  const per = commonGrain([time]) === 'days' ? 'days' : 'months'
  const left = grainCount(time, per)
  return { value: rest.dividedBy(Exact.of(BigInt(left))), per, left }
}

function paceOf(reached: Exact, expected: Exact): Exact | null {
  return expected.isZero ? null : reached.dividedBy(expected)
}

/**
 * A floor is kept from `tolerance` of the expected figure on, a ceiling up to the expected figure over `tolerance`;
 * below zero the other way round, so that a tolerance always relaxes.
 */
function isOnTrack(actual: Exact, expected: Exact, upwards: boolean, tolerance: Exact): boolean {
  const isShrunk = upwards === expected.sign >= 0
  const bound = isShrunk ? expected.times(tolerance) : expected.dividedBy(tolerance)
  return upwards ? !actual.isBelow(bound) : !actual.isAbove(bound)
}

/** Share of the plan expected by the end of a day, 1 the whole of it; even by days between milestones. */
export function phasedShare(phasing: Exclude<Phasing, 'none'>, period: Period, day: number): Exact {
  if (day >= period.end) return Exact.ONE
  const milestones = phasing === 'linear' ? [{ period, share: Exact.ONE }] : phasing
  const index = firstReaching(milestones, day)
  const [next, before] = [milestones[index], milestones[index - 1]]
  const from = before?.share ?? Exact.ZERO
  if (!next) return from
  const start = before?.period.end ?? period.start - 1
  return from.plus(next.share.minus(from).times(elapsed(start, next.period.end, day)))
}

/** Index of the first milestone that ends on a day or after it; they stand in order. */
function firstReaching(milestones: readonly { readonly period: Period }[], day: number): number {
  let [low, high] = [0, milestones.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((milestones[middle]?.period.end ?? day) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** Part of the days from the end of `start` to the end of `end` that have passed by the end of `day`. */
function elapsed(start: number, end: number, day: number): Exact {
  return day <= start ? Exact.ZERO : Exact.of(BigInt(day - start), BigInt(end - start))
}
