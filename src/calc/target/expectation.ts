import { type Expression, minus, operand, over, plus, times } from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import { type Indicator, isChangeTarget, type Phasing, type Target } from '../../model/indicator.ts'
import { commonGrain, dayCount, grainCount, type Period } from '../../model/period.ts'
import type { LineRole, RequiredRate } from '../../model/report.ts'
import { changeTowards, endTarget, higherIsBetter, type PlannedChange } from '../../model/target.ts'
import type { Terms } from './achievement.ts'

type Calculated = Expression<LineRole>

/** What should have been reached by the date of the report, and how the actual compares. */
export interface Expectation {
  readonly expected: Calculated
  /** Actual of the expected, for change targets change of the change expected; 1 is on the day, null where that is zero. */
  readonly pace: Calculated | null
  readonly onTrack: boolean
  /** The actual carried on at the same rate to the end of the plan; null where nothing of the plan has passed or is left, or for what does not add up. */
  readonly forecast: Calculated | null
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
  /** Of a target of a part of the plan: where it counts from; null: by the phasing. */
  readonly since: Since | null
}

/** The target of the part before, or where the plan began. */
export interface Since {
  /** Day number of its end. */
  readonly day: number
  /** null: not known. */
  readonly value: Exact | null
}

/** The expectation by the phasing, for counts linear by days while nothing else is stated (CALCULATION §5); null without one, and for ranges. */
export function expectationOf(expecting: Expecting): Expectation | null {
  const { indicator, target, actual, baseline, planned, asOf, reached, span, since } = expecting
  const isCount = indicator.type === 'count'
  const isOver = asOf >= span.end
  const end = endTarget(target, baseline, planned)
  const phasing = phasingOf(indicator, isOver)
  if (!end || (since ? isOver : phasing === null || phasing === 'none')) return null
  const [a, t] = [operand('actual', actual), operand('target', end)]
  const b = baseline && operand('baseline', baseline)
  const shareOn = (day: number) =>
    phasing === null || phasing === 'none'
      ? null
      : shareExpected(phasing, phasing === 'linear' ? span : expecting.period, day)
  const share = since ? null : shareOn(asOf)
  const due = share && (isCount ? t : b && minus(t, b))
  const expected = since ? expectedSince(since, t, span.end, asOf) : share && due && afterBaseline(times(due, share))
  if (!expected) return null

  const e = operand('expected', expected.value)
  const tolerance = expecting.tolerance ?? Exact.ONE
  const isKept = isOnTrack(actual, expected.value, higherIsBetter(target), tolerance)
  if (isCount) {
    return { expected, pace: quotient(a, e), onTrack: isKept, forecast: isOver ? null : forecastFrom() }
  }
  if (!isChangeTarget(target)) return { expected, pace: quotient(a, e), onTrack: isKept, forecast: null }
  if (!b) return null
  const change = changeTowards(target, b.value, actual)
  const onTrack = !change.isBelow(expected.value.minus(b.value).abs().times(tolerance))
  return { expected, pace: quotient(minus(a, b), minus(e, b)), onTrack, forecast: null }

  function afterBaseline(part: Calculated): Calculated | null {
    return isCount ? part : b && plus(b, part)
  }

  /** A figure says nothing of the days after it. */
  function forecastFrom(): Calculated | null {
    const behindIt = since
      ? reached > since.day
        ? expectedSince(since, t, span.end, reached)
        : null
      : shareOn(reached)
    const per = behindIt && quotient(a, since ? operand('expected', behindIt.value) : behindIt)
    return per && since ? times(per, t) : per
  }
}

/** From the target of the part before to that of this one, evenly by days; null where that is not known. */
function expectedSince({ day: start, value }: Since, t: Calculated, end: number, day: number): Calculated | null {
  if (!value) return null
  const passed = operand('daysPassed', Exact.of(BigInt(day - start)))
  const share = over(passed, operand('days', Exact.of(BigInt(end - start))))
  if (value.isZero) return times(t, share)
  const before = operand('before', value)
  return plus(before, times(minus(t, before), share))
}

/** Of evenly passing days how many of them have passed, else the share itself. */
function shareExpected(phasing: Exclude<Phasing, 'none'>, period: Period, day: number): Calculated {
  const share = phasedShare(phasing, period, day)
  if (phasing !== 'linear') return operand('share', share, { shown: 'percentage' })
  const days = Exact.of(BigInt(dayCount(period)))
  return over(operand('daysPassed', share.times(days)), operand('days', days))
}

/** Once the time is over, what nobody phased is not expected "to date" any more: there is the target itself. */
function phasingOf({ phasing, type }: Indicator, isOver: boolean): Phasing | null {
  return phasing ?? (type === 'count' && !isOver ? 'linear' : null)
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
): { readonly rate: RequiredRate; readonly derivation: Calculated } | null {
  const end = endTarget(target, baseline, planned)
  if (type !== 'count' || phasing === 'none' || !end || asOf >= span.end) return null
  if (!end.isAbove(actual)) return null
  const time = { start: Math.max(asOf + 1, span.start), end: span.end }
  const per = commonGrain([time]) === 'days' ? 'days' : 'months'
  const left = grainCount(time, per)
  const [t, a] = [operand('target', end), operand('actual', actual)]
  const derivation = over(minus(t, a), operand('timeLeft', Exact.of(BigInt(left))))
  return { rate: { value: derivation.value, per, left }, derivation }
}

function quotient(dividend: Calculated, divisor: Calculated): Calculated | null {
  return divisor.value.isZero ? null : over(dividend, divisor)
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
