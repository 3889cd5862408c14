import { Exact } from '../model/exact.ts'
import type { Baseline, Indicator, Measurement, Target } from '../model/indicator.ts'
import type { Change, ChangeEnd, Interval, Movements, Split } from '../model/poverty-rate.ts'
import type { PlannedChange } from './achievement.ts'
import { baselineValue, rateOf } from './counts.ts'
import { intervalDifference, point, printedInterval } from './interval.ts'
import type { Moved, Reported } from './reported.ts'

const HALF = Exact.of(1n, 2n)

export interface Changing {
  readonly indicator: Indicator
  readonly baseline: Baseline
  readonly reported: Reported
  /** Signed as the target means it; null without a change target. */
  readonly planned: PlannedChange | null
  /** Both ends of every area, where every area has both. */
  readonly areas: readonly AreaEnds[] | null
}

/** One area at both ends of a change. */
export interface AreaEnds {
  readonly from: { readonly poor: Exact; readonly households: Exact }
  readonly to: { readonly poor: Exact; readonly households: Exact }
}

/** The change from the baseline to the actual (CALCULATION §6); null while one of them is not known. */
export function changeOf({ indicator, baseline, reported, planned, areas }: Changing): Change | null {
  const start = baselineValue(baseline)
  const end = reported.actual
  if (!start || !end) return null
  const from = baselineEnd(indicator, baseline, start)
  const to = reportedEnd(indicator, reported, end)
  const differsIn = differenceIn(from, to)
  const absolute = differsIn ? null : end.minus(start)
  const reportedPoorChange = reported.newest?.counts.poor_change ?? null
  const [poorBefore, poorAfter] = differsIn ? [null, null] : [from.poor, to.poor]
  const poor = poorBefore && poorAfter ? poorAfter.minus(poorBefore) : (reportedPoorChange?.value ?? null)
  return {
    from,
    to,
    differsIn,
    absolute,
    relative: absolute && !start.isZero ? absolute.times(Exact.HUNDRED).dividedBy(start.abs()) : null,
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

/** A baseline as the start of a change; `value` is its own, from its counts where both are known. */
export function baselineEnd(indicator: Indicator, baseline: Baseline, value: Exact): ChangeEnd {
  const counts = { poor: baseline.poor?.value ?? null, households: baseline.households?.value ?? null }
  return endOf(baseline, indicator, value, baseline.value?.decimals ?? 0, counts)
}

/** What was reported as the end of a change; `value` is its actual. */
export function reportedEnd(indicator: Indicator, reported: Reported, value: Exact): ChangeEnd {
  const { newest, numerator, denominator } = reported
  const counts = { poor: numerator, households: denominator }
  return {
    ...endOf(newest ?? indicator, indicator, value, newest?.value?.decimals ?? 0, counts),
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

/**
 * Shapley decomposition of a rate A/N in percentage points: the number of poor at the mean of both bases, and
 * the base at the mean of both numbers of poor. The two sum to the change with no residual.
 */
export function countSplit(from: AreaEnds['from'], to: AreaEnds['to']): Split {
  const perFrom = Exact.ONE.dividedBy(from.households)
  const perTo = Exact.ONE.dividedBy(to.households)
  const inPoints = (share: Exact) => share.times(HALF).times(Exact.HUNDRED)
  return {
    kind: 'counts',
    countEffect: inPoints(perFrom.plus(perTo).times(to.poor.minus(from.poor))),
    baseEffect: inPoints(from.poor.plus(to.poor).times(perTo.minus(perFrom))),
  }
}

/** One area at both ends: its share of all households, 1 is all of them, and its rate in per cent. */
export interface SharesAndRates {
  readonly share: { readonly from: Exact; readonly to: Exact }
  readonly rate: { readonly from: Exact; readonly to: Exact }
}

/**
 * Change inside the areas at the mean of their shares, and the shift of households between areas at the mean
 * distance of their rates from the total's; percentage points that sum to the change of the total exactly.
 */
export function areaSplit(areas: readonly SharesAndRates[]): Extract<Split, { kind: 'areas' }> {
  const mean = totalRates(areas)
  let within = Exact.ZERO
  let shift = Exact.ZERO
  for (const { share, rate } of areas) {
    within = within.plus(HALF.times(share.from.plus(share.to)).times(rate.to.minus(rate.from)))
    const distance = rate.from.plus(rate.to).minus(mean.from).minus(mean.to)
    shift = shift.plus(HALF.times(distance).times(share.to.minus(share.from)))
  }
  return { kind: 'areas', within, shift }
}

/**
 * Ravallion and Huppi: change inside the areas at the shares of the start, shift between them at the rates of the start,
 * and the interaction of both, which is above zero where households moved to areas whose rates rose.
 */
export function ravallionHuppiSplit(areas: readonly SharesAndRates[]): Extract<Split, { kind: 'ravallion-huppi' }> {
  let within = Exact.ZERO
  let shift = Exact.ZERO
  let interaction = Exact.ZERO
  for (const { share, rate } of areas) {
    const [moved, changed] = [share.to.minus(share.from), rate.to.minus(rate.from)]
    within = within.plus(share.from.times(changed))
    shift = shift.plus(rate.from.times(moved))
    interaction = interaction.plus(moved.times(changed))
  }
  return { kind: 'ravallion-huppi', within, shift, interaction }
}

function totalRates(areas: readonly SharesAndRates[]): SharesAndRates['rate'] {
  return {
    from: Exact.sum(areas.map(({ share, rate }) => share.from.times(rate.from))),
    to: Exact.sum(areas.map(({ share, rate }) => share.to.times(rate.to))),
  }
}

/** From the counts of areas; null where an area, or all of them, have no households to take a share of. */
export function sharesAndRates(areas: readonly AreaEnds[]): readonly SharesAndRates[] | null {
  const all = { from: total(areas.map(({ from }) => from)), to: total(areas.map(({ to }) => to)) }
  if (all.from.households.isZero || all.to.households.isZero) return null
  const found: SharesAndRates[] = []
  for (const { from, to } of areas) {
    const rate = { from: rateOf(from.poor, from.households), to: rateOf(to.poor, to.households) }
    if (!rate.from || !rate.to) return null
    found.push({
      share: {
        from: from.households.dividedBy(all.from.households),
        to: to.households.dividedBy(all.to.households),
      },
      rate: { from: rate.from, to: rate.to },
    })
  }
  return found
}

function total(counts: readonly { poor: Exact; households: Exact }[]) {
  return {
    poor: Exact.sum(counts.map(({ poor }) => poor)),
    households: Exact.sum(counts.map(({ households }) => households)),
  }
}

type Counts = Pick<ChangeEnd, 'poor' | 'households'>

function endOf(
  stated: Measurement & { readonly period?: ChangeEnd['period'] },
  indicator: Indicator,
  value: Exact,
  decimals: number,
  counts: Counts,
): ChangeEnd {
  return {
    period: stated.period ?? null,
    value,
    printedDecimals: rateOf(counts.poor, counts.households) || decimals === 0 ? null : decimals,
    ...counts,
    ...measurementOf(stated, indicator),
  }
}

/** Every kind of dash is one dash: 2016–2020 is 2016-2020. */
function standardKey(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s*[\u2010-\u2015\u2212-]\s*/g, '-')
    .trim()
    .toLowerCase()
}

function splitsOf(from: ChangeEnd, to: ChangeEnd, areas: readonly AreaEnds[] | null): readonly Split[] {
  const splits: Split[] = []
  const [a, b] = [countsOf(from), countsOf(to)]
  if (a && b) splits.push(countSplit(a, b))
  const byArea = areas && areas.length > 1 && sumsTo(areas, a, b) ? sharesAndRates(areas) : null
  if (byArea) splits.push(areaSplit(byArea), ravallionHuppiSplit(byArea))
  return splits
}

/** The areas explain the change of the total only where their counts are the total's. */
function sumsTo(areas: readonly AreaEnds[], from: AreaEnds['from'] | null, to: AreaEnds['to'] | null): boolean {
  const matches = (counts: { poor: Exact; households: Exact }, whole: AreaEnds['from'] | null) =>
    whole !== null && counts.poor.equals(whole.poor) && counts.households.equals(whole.households)
  return matches(total(areas.map((area) => area.from)), from) && matches(total(areas.map((area) => area.to)), to)
}

function countsOf({ poor, households }: Counts): AreaEnds['from'] | null {
  return poor && households && !households.isZero ? { poor, households } : null
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
