import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import {
  type Baseline,
  type Indicator,
  type IndicatorType,
  isTinyBase,
  type Measurement,
  type MpiParts,
  mpiOf,
  type Target,
} from '../../model/indicator.ts'
import type {
  Change,
  ChangeEnd,
  Estimate,
  ImpliedShares,
  Interval,
  Movements,
  Split,
} from '../../model/poverty-rate.ts'
import { type CompletionLine, lineWith } from '../../model/report.ts'
import type { PlannedChange } from '../../model/target.ts'
import { baselineValue, rateOf } from '../../model/target.ts'
import { composed } from '../../model/text.ts'
import type { Moved, Reported } from '../results/reported.ts'
import { cornerInterval, intervalDifference, isWhollyBelow, point, printedInterval } from '../target/achievement.ts'

interface Changing {
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
  const isTiny =
    isTinyBase(indicator.type, start, from.printedDecimals) || (from.poor && isTinyBase('count', from.poor, null))
  const relative =
    absolute && hasRelativeChange(indicator.type, start) ? absolute.times(Exact.HUNDRED).dividedBy(start) : null
  const poor = poorBefore && poorAfter ? poorAfter.minus(poorBefore) : (reportedPoorChange?.value ?? null)
  return {
    from,
    to,
    differsIn,
    absolute,
    relative,
    ...(relative && isTiny && { tinyBase: true as const }),
    planned,
    ...significanceOf(from, to, absolute),
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
export const hasRelativeChange = (type: IndicatorType, start: Exact): boolean => type !== 'growth' && start.sign > 0

/** A baseline as the start of a change; `value` is its own, from its counts where both are known. */
export function baselineEnd(baseline: Baseline, value: Exact): ChangeEnd {
  const counts = { poor: baseline.poor?.value ?? null, households: baseline.households?.value ?? null }
  const { standardError, mpi } = baseline
  return {
    ...endOf(baseline, value, baseline.value?.decimals ?? 0, counts, mpi),
    ...(standardError && { standardError }),
  }
}

/** What was reported as the end of a change; `value` is its actual. */
export function reportedEnd(indicator: Indicator, reported: Reported, value: Exact): ChangeEnd {
  const { newest, numerator, denominator } = reported
  const counts = { poor: numerator, households: denominator }
  return {
    ...endOf(measurementOf(newest, indicator), value, newest?.value?.decimals ?? 0, counts, newest?.mpi),
    period: reported.period,
    ...(reported.origin === 'reported' && newest?.standardError && { standardError: newest.standardError }),
  }
}

/** Where │z│ begins to be significant at 95%, both sides of the normal distribution. */
const SIGNIFICANT = Exact.parse('1.959964')

/** z = Δ / √(se₀² + se₁²) of a change between two surveys; nothing where an end has no standard error. */
function significanceOf({ standardError: a }: ChangeEnd, { standardError: b }: ChangeEnd, change: Exact | null) {
  if (!a || !b || !change) return {}
  const square = change.times(change).dividedBy(a.times(a).plus(b.times(b)))
  const size = squareRoot(square)
  const isSignificant = !square.isBelow(SIGNIFICANT.times(SIGNIFICANT))
  return { significance: { z: change.sign < 0 ? size.negated() : size, isSignificant } }
}

/** Cut off at 12 decimals. */
function squareRoot(value: Exact): Exact {
  const unit = 10n ** 12n
  const square = (value.numerator * unit * unit) / value.denominator
  // Newton's method, from above (Cohen, A Course in Computational Algebraic Number Theory, 1.7.1).
  let root = BigInt(Math.ceil(Math.sqrt(Number(square)))) + 1n
  for (let next = root; ; root = next) {
    next = (root + square / root) / 2n
    if (next >= root) return Exact.of(root, unit)
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
  mpi: MpiParts<Figure> | undefined,
): ChangeEnd {
  return {
    period,
    value,
    printedDecimals: mpi || rateOf(counts.poor, counts.households) || decimals === 0 ? null : decimals,
    ...counts,
    ...(mpi && { mpi: { headcount: mpi.headcount.value, intensity: mpi.intensity.value } }),
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

/** How the poor moved where no rate is known at both ends, so that there is no change of it; null: nothing is known of them. */
export function movementsWithoutRates({ poor }: Baseline, { moved, newest }: Reported): Movements | null {
  const [start, end] = [poor?.value ?? null, newest?.counts.poor?.value ?? null]
  return (start || moved) && end ? movementsOf(moved ?? {}, start, end) : null
}

/** Poor at the end = poor at the start − escaped + relapsed + newly poor + other. */
function movementsOf(moved: Moved, start: Exact | null, end: Exact | null): Movements {
  const { escaped = null, relapsed = null, new: newlyPoor = null, other = null } = moved
  const isMoved = Object.keys(moved).length > 0
  const joined = Exact.sum([relapsed, newlyPoor, other].flatMap((value) => value ?? []))
  const net = joined.minus(escaped ?? Exact.ZERO)
  return {
    start,
    escaped,
    relapsed,
    newlyPoor,
    other,
    end,
    gap: isMoved && start && end ? end.minus(start.plus(net)) : null,
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

const HALF = Exact.of(1n, 2n)

/** One area at both ends of a change. */
export interface AreaEnds {
  readonly from: { readonly poor: Exact; readonly households: Exact }
  readonly to: { readonly poor: Exact; readonly households: Exact }
}

/** Every way to take a change apart that the known counts allow (CALCULATION §6). */
function splitsOf(from: ChangeEnd, to: ChangeEnd, areas: readonly AreaEnds[] | null): readonly Split[] {
  const splits: Split[] = []
  const [a, b] = [countsOf(from), countsOf(to)]
  if (a && b) splits.push(countSplit(a, b))
  if (from.mpi && to.mpi) splits.push(mpiSplit(from.mpi, to.mpi))
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

function countsOf({ poor, households }: Pick<ChangeEnd, 'poor' | 'households'>): AreaEnds['from'] | null {
  return poor && households && !households.isZero ? { poor, households } : null
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

/** Shapley decomposition of H × A: each factor's change at the mean of the other; in the unit of the index, with no residual. */
function mpiSplit(from: MpiParts, to: MpiParts): Split {
  const effect = (changed: keyof MpiParts, other: keyof MpiParts) =>
    HALF.times(mpiOf({ headcount: to[changed].minus(from[changed]), intensity: from[other].plus(to[other]) }))
  return {
    kind: 'mpi',
    headcountEffect: effect('headcount', 'intensity'),
    intensityEffect: effect('intensity', 'headcount'),
  }
}

/** One area at both ends: its share of all households, 1 is all of them, and its rate in per cent. */
interface SharesAndRates {
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

/** The lines of one indicator; the whole says what its rates and those of exactly two areas imply. */
export function withImpliedShares(lines: readonly CompletionLine[]): readonly CompletionLine[] {
  const [whole, ...areas] = lines
  const [one, other, ...more] = areas.filter(({ area }) => area?.parent === null && !area.of)
  if (!whole?.change || !one || !other || more.length > 0) return lines
  const impliedShares = impliedSharesOf(whole, [one, other])
  return impliedShares ? [lineWith(whole, { change: { ...whole.change, impliedShares } }), ...areas] : lines
}

type Ends<T> = Readonly<Record<(typeof ends)[number], T>>
/** Of the whole, of the area with the lower and of that with the higher rate: at the start and at the end. */
const ends = ['whole0', 'low0', 'high0', 'whole1', 'low1', 'high1'] as const

/**
 * With P the rate of the whole and two areas, the higher rate M has the share (P − L) / (M − L) of all households.
 *
 * Shares and split rise or fall throughout in each of the rates as long as L < P < M at both ends, so that their bounds
 * are at the corners; null where the rounding of the rates leaves that open, and where the households of an area were
 * counted: its share is then a matter of counts.
 */
function impliedSharesOf(
  whole: CompletionLine,
  areas: readonly [CompletionLine, CompletionLine],
): ImpliedShares | null {
  const [one, other] = areas
  const change = whole.change
  if (!change || !one.change || !other.change || whole.partial) return null
  const isCounted = ({ from, to }: Change) => from.households !== null || to.households !== null
  if (isCounted(one.change) || isCounted(other.change)) return null
  const [low, high] = one.change.from.value.isBelow(other.change.from.value) ? [one, other] : [other, one]
  if (!low.change || !high.change || !high.area || !areOfOneKind(change, [low.change, high.change])) return null
  const intervals: Ends<Interval> = {
    whole0: endInterval(change.from),
    low0: endInterval(low.change.from),
    high0: endInterval(high.change.from),
    whole1: endInterval(change.to),
    low1: endInterval(low.change.to),
    high1: endInterval(high.change.to),
  }
  const isBetween =
    isWhollyBelow(intervals.low0, intervals.whole0) &&
    isWhollyBelow(intervals.whole0, intervals.high0) &&
    isWhollyBelow(intervals.low1, intervals.whole1) &&
    isWhollyBelow(intervals.whole1, intervals.high1)
  if (!isBetween) return null
  const printed: Ends<Exact> = {
    whole0: change.from.value,
    low0: low.change.from.value,
    high0: high.change.from.value,
    whole1: change.to.value,
    low1: low.change.to.value,
    high1: high.change.to.value,
  }
  const estimate = (of: (rates: Ends<Exact>) => Exact): Estimate => ({
    value: of(printed),
    interval: cornerInterval(intervals, of),
  })
  return {
    area: high.area,
    from: estimate(shareFrom),
    to: estimate(shareTo),
    within: estimate((rates) => splitOf(rates).within),
    shift: estimate((rates) => splitOf(rates).shift),
  }
}

/** One time and one measurement at each end, all of them known. */
function areOfOneKind(whole: Change, areas: readonly Change[]): boolean {
  return areas.every(({ from, to, differsIn }) => {
    const sameTimes = from.period?.end === whole.from.period?.end && to.period?.end === whole.to.period?.end
    const sameKind = differenceIn(from, whole.from) === null && differenceIn(to, whole.to) === null
    return sameTimes && sameKind && differsIn === null && whole.differsIn === null
  })
}

const shareFrom = ({ whole0, low0, high0 }: Ends<Exact>): Exact => whole0.minus(low0).dividedBy(high0.minus(low0))
const shareTo = ({ whole1, low1, high1 }: Ends<Exact>): Exact => whole1.minus(low1).dividedBy(high1.minus(low1))

function splitOf(rates: Ends<Exact>) {
  const [from, to] = [shareFrom(rates), shareTo(rates)]
  return areaSplit([
    { share: { from, to }, rate: { from: rates.high0, to: rates.high1 } },
    {
      share: { from: Exact.ONE.minus(from), to: Exact.ONE.minus(to) },
      rate: { from: rates.low0, to: rates.low1 },
    },
  ])
}
