import { Exact } from '../../model/exact.ts'
import type { Baseline, Indicator, IndicatorType, Measurement, Target } from '../../model/indicator.ts'
import type { Change, ChangeEnd, Interval, Movements } from '../../model/poverty-rate.ts'
import type { PlannedChange } from '../../model/target.ts'
import { composed } from '../../model/text.ts'
import { baselineValue, rateOf } from '../results/counts.ts'
import type { Moved, Reported } from '../results/reported.ts'
import { intervalDifference, point, printedInterval } from '../target/interval.ts'
import { type AreaEnds, splitsOf } from './splits.ts'

export interface Changing {
  readonly indicator: Indicator
  readonly baseline: Baseline
  readonly reported: Reported
  /** Signed as the target means it; null without a change target. */
  readonly planned: PlannedChange | null
  /** Both ends of every area, where every area has both. */
  readonly areas: readonly AreaEnds[] | null
}

/** The change from the baseline to the actual (CALCULATION §6); null while one of them is not known. */
export function changeOf({ indicator, baseline, reported, planned, areas }: Changing): Change | null {
  const start = baselineValue(baseline)
  const end = reported.actual
  if (!start || !end) return null
  const from = baselineEnd(baseline, start)
  const to = reportedEnd(indicator, reported, end)
  const differsIn = differenceBetween(from, to)
  const absolute = differsIn ? null : end.minus(start)
  const reportedPoorChange = reported.newest?.counts.poor_change ?? null
  const [poorBefore, poorAfter] = differsIn ? [null, null] : [from.poor, to.poor]
  const poor = poorBefore && poorAfter ? poorAfter.minus(poorBefore) : (reportedPoorChange?.value ?? null)
  return {
    from,
    to,
    differsIn,
    absolute,
    relative:
      absolute && hasRelativeChange(indicator.type, start) ? absolute.times(Exact.HUNDRED).dividedBy(start) : null,
    planned,
    poor,
    reportedPoorChange,
    splits: differsIn ? [] : splitsOf(from, to, areas),
    movements: reported.moved && movementsOf(reported.moved, poorBefore, poorAfter),
    impliedBase: absolute ? impliedBaseOf(from, to, absolute, poor) : null,
    impliedShares: null,
    sharedBase: null,
  }
}

/**
 * Whether a change can be said in per cent of where it began: of nothing and of a loss there is no share, and per cent of a
 * growth are taken for its points.
 */
export function hasRelativeChange(type: IndicatorType, start: Exact): boolean {
  return type !== 'growth' && start.sign > 0
}

/** A baseline as the start of a change; `value` is its own, from its counts where both are known. */
export function baselineEnd(baseline: Baseline, value: Exact): ChangeEnd {
  const counts = { poor: baseline.poor?.value ?? null, households: baseline.households?.value ?? null }
  return endOf(baseline, value, baseline.value?.decimals ?? 0, counts)
}

/** What was reported as the end of a change; `value` is its actual. */
export function reportedEnd(indicator: Indicator, reported: Reported, value: Exact): ChangeEnd {
  const { newest, numerator, denominator } = reported
  const counts = { poor: numerator, households: denominator }
  return {
    ...endOf(measurementOf(newest, indicator), value, newest?.value?.decimals ?? 0, counts),
    period: reported.period,
  }
}

/** A planned change with the sign that it has as a change: a cut is below zero. A range keeps its lower end first. */
export function signedAs(target: Target | undefined, planned: PlannedChange | null): PlannedChange | null {
  if (target?.kind !== 'reduce_by' || !planned) return planned
  return planned.length === 1 ? [planned[0].negated()] : [planned[0].negated(), planned[1].negated()]
}

/** In what two measurements are stated to differ; what is not stated on one side is taken as the same. */
export function differenceIn(a: Measurement, b: Measurement): 'standard' | 'measured' | 'method' | null {
  if (a.standard !== null && b.standard !== null && standardKey(a.standard) !== standardKey(b.standard))
    return 'standard'
  if (a.measured !== null && b.measured !== null && a.measured !== b.measured) return 'measured'
  if (a.method !== null && b.method !== null && standardKey(a.method) !== standardKey(b.method)) return 'method'
  return null
}

/** In what two figures differ, or may: a standard that only one of them is under need not be that of the other. */
export function differenceBetween(a: Measurement, b: Measurement): ReturnType<typeof differenceIn> {
  return (a.standard === null) === (b.standard === null) ? differenceIn(a, b) : 'standard'
}

/** What a figure is measured under: as stated with it, else as its indicator has it. */
export function measurementOf(stated: Measurement | null, indicator: Measurement): Measurement {
  return {
    standard: stated?.standard ?? indicator.standard,
    measured: stated?.measured ?? indicator.measured,
    method: stated?.method ?? indicator.method,
  }
}

/** The interval of values that one end of a change may have. */
export function endInterval(end: ChangeEnd): Interval {
  return end.printedDecimals === null ? point(end.value) : printedInterval(end.value, end.printedDecimals)
}

type Counts = Pick<ChangeEnd, 'poor' | 'households'>

function endOf(
  { period = null, standard, measured, method }: Measurement & { readonly period?: ChangeEnd['period'] },
  value: Exact,
  decimals: number,
  counts: Counts,
): ChangeEnd {
  return {
    period,
    value,
    printedDecimals: rateOf(counts.poor, counts.households) || decimals === 0 ? null : decimals,
    ...counts,
    standard,
    measured,
    method,
  }
}

/** Every kind of dash is one dash: 2016–2020 is 2016-2020. */
function standardKey(text: string): string {
  return composed(text)
    .split(/[\u2010-\u2015\u2212-]/)
    .map((part) => part.trim())
    .join('-')
    .toLowerCase()
}

/** Poor at the end = poor at the start − escaped + relapsed + newly poor + other. */
function movementsOf(moved: Moved, start: Exact | null, end: Exact | null): Movements {
  const { escaped = null, relapsed = null, new: newlyPoor = null, other = null } = moved
  const joined = Exact.sum([relapsed, newlyPoor, other].flatMap((value) => value ?? []))
  const net = joined.minus(escaped ?? Exact.ZERO)
  return {
    start,
    escaped,
    relapsed,
    newlyPoor,
    other,
    end,
    gap: start && end ? end.minus(start.plus(net)) : null,
  }
}

/**
 * The number of households at which the change in poor households is the change in points, were that number
 * the same at both ends, and its bounds given that both rates are rounded. null where it has none, where a number of
 * households is known, or where the poor are known at both ends: their rates then tell each end's own number.
 */
function impliedBaseOf(from: ChangeEnd, to: ChangeEnd, absolute: Exact, poor: Exact | null): Change['impliedBase'] {
  const isKnown = from.households !== null || to.households !== null || (from.poor !== null && to.poor !== null)
  if (!poor || isKnown || absolute.isZero || poor.sign !== absolute.sign) return null
  const points = intervalDifference(endInterval(to), endInterval(from))
  if (points.low.sign * points.high.sign <= 0) return null
  const households = (change: Exact) => poor.times(Exact.HUNDRED).dividedBy(change)
  const [low, high] = absolute.sign > 0 ? [points.high, points.low] : [points.low, points.high]
  const [lowOpen, highOpen] = absolute.sign > 0 ? [points.highOpen, points.lowOpen] : [points.lowOpen, points.highOpen]
  return { value: households(absolute), interval: { low: households(low), lowOpen, high: households(high), highOpen } }
}
