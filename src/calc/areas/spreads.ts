import type { Indicator } from '../../model/indicator.ts'
import type { Observation } from '../../model/observation.ts'
import { periodFrom } from '../../model/period.ts'
import type { Plan } from '../../model/plan.ts'
import { firstError, type Problem } from '../../model/problem.ts'
import { rateOnSharedBase } from '../poverty/same-base.ts'
import { type Accumulated, bestOfEachPeriod, outdoneByBetter } from '../results/accumulate.ts'
import { derivedRate } from '../results/counts.ts'
import { type MatchedPlan, rowsUpTo } from '../results/match.ts'
import { nothingReported, type Reported } from '../results/reported.ts'
import { piecesOf } from '../results/running-total.ts'
import { type Span, type SpanValue, spanValues } from '../results/span-values.ts'
import { type AreasBelow, formerIds, type Spread, spreadOverAreas } from './areas.ts'
import { observationsWithFormer, reportedIn, reportedWithFormer } from './former-areas.ts'

/** What is known of each indicator that no error keeps out; derived rates last, as they rest on the others. */
export function spreadsOf(
  match: MatchedPlan,
  below: AreasBelow,
  asOf: number | null,
  broken: Map<string, Problem | null>,
  problems: Problem[],
): ReadonlyMap<string, Spread> {
  const { plan } = match
  const spreads = new Map<string, Spread>()
  const seriesIn = seriesByArea(plan)
  for (const indicator of plan.indicators) {
    if (broken.has(indicator.id)) continue
    const before = problems.length
    const cells = cellsOf(match, seriesIn, indicator, asOf, problems)
    if (cells) spreads.set(indicator.id, spreadOverAreas(below, indicator, cells, problems))
    else broken.set(indicator.id, firstError(problems.slice(before)))
  }
  // Rates on the households of another rate rest on that one.
  const derived = plan.indicators.filter(({ rateOf }) => rateOf)
  for (const indicator of [
    ...derived.filter(hasOwnDenominator),
    ...derived.filter((each) => !hasOwnDenominator(each)),
  ]) {
    if (broken.has(indicator.id)) continue
    const { numerator, denominator } = derivedFrom(indicator)
    const [above, below] = [spreads.get(numerator), spreads.get(denominator)]
    const before = problems.length
    const spread = derivedSpread(indicator, spreads.get(indicator.id), above, below, problems)
    if (spread) spreads.set(indicator.id, spread)
    else {
      // What it rests on is broken.
      const because = broken.get(numerator) ?? broken.get(denominator) ?? firstError(problems.slice(before))
      broken.set(indicator.id, because)
      spreads.delete(indicator.id)
    }
  }
  return spreads
}

/** By area id, the whole under null; null when an error makes the indicator unreadable. */
function cellsOf(
  match: MatchedPlan,
  seriesIn: SeriesIn,
  indicator: Indicator,
  asOf: number | null,
  problems: Problem[],
) {
  const cells = new Map<string | null, Reported>()
  const byArea: ReadonlyMap<string | null, readonly Observation[]> = match.observations.get(indicator.id) ?? new Map()
  let readable = true
  for (const [area, rows] of byArea) {
    const { reported, problems: found } = seriesIn(area).reported(indicator, rowsUpTo(asOf, rows, match))
    for (const each of found) problems.push(each)
    if (found.some(({ severity }) => severity === 'error')) readable = false
    cells.set(area, reported)
  }
  return readable ? cells : null
}

/** How the observations of one area, or of the whole, come to one figure. */
export interface Series {
  /** The first day that it can report on. */
  readonly start: number
  readonly reported: (indicator: Indicator, observations: readonly Observation[]) => Accumulated
  /** What they come to over any span, for what adds up over time. */
  readonly overSpans: (indicator: Indicator, observations: readonly Observation[]) => (span: Span) => SpanValue | null
}

export type SeriesIn = (area: string | null) => Series

/** Of the whole under null. An area cannot report what was before it, unless former areas did. */
export function seriesByArea(plan: Plan): SeriesIn {
  const areas = new Map(plan.areas.map((area) => [area.id, area]))
  const ids = new Set(areas.keys())
  return (id) => {
    const area = id === null ? undefined : areas.get(id)
    const formers = area ? formerIds(area, ids) : []
    if (area && formers.length > 0) {
      return {
        start: plan.period.start,
        reported: (indicator, rows) => reportedWithFormer(plan, indicator, area, formers, rows),
        overSpans: (indicator, rows) =>
          overSpansOf(plan, indicator, observationsWithFormer(plan, indicator, area, formers, rows)),
      }
    }
    const isLater = area && area.from !== null && area.from > plan.period.start
    const during = isLater ? { ...plan, period: periodFrom(area.from ?? 0, plan.period.end) } : plan
    return {
      start: during.period.start,
      reported: (indicator, rows) => reportedIn(during, indicator, rows),
      overSpans: (indicator, rows) => overSpansOf(during, indicator, rows),
    }
  }
}

function overSpansOf(plan: Plan, indicator: Indicator, observations: readonly Observation[]) {
  const { best } = bestOfEachPeriod(indicator, observations, [])
  return spanValues(plan.period.start, piecesOf(plan, outdoneByBetter(plan, best).stand, []))
}

function hasOwnDenominator({ rateOf }: Indicator): boolean {
  return rateOf !== null && rateOf.denominator !== null
}

/** The ids of what a rate is derived from: its denominator, or the rate whose households it shares. */
export function derivedFrom({ rateOf, sameBaseAs }: Indicator): { numerator: string; denominator: string } {
  return { numerator: rateOf?.numerator ?? '', denominator: rateOf?.denominator ?? sameBaseAs ?? '' }
}

/** A rate from what is known of its numerator and denominator; null where one of the three is kept out. */
export function derivedSpread(
  indicator: Indicator,
  own: Spread | null | undefined,
  numerator: Spread | null | undefined,
  denominator: Spread | null | undefined,
  problems: Problem[],
): Spread | null {
  if (!own || !numerator || !denominator) return null
  const rate = hasOwnDenominator(indicator) ? derivedRate : rateOnSharedBase
  const whole = coverTheSameAreas(numerator, denominator)
    ? rate(indicator, own.whole, numerator.whole, denominator.whole, problems)
    : own.whole
  const byArea = new Map(own.byArea)
  for (const [area, reported] of numerator.byArea) {
    const households = denominator.byArea.get(area)
    if (households) {
      byArea.set(area, rate(indicator, own.byArea.get(area) ?? nothingReported, reported, households, problems))
    }
  }
  return { whole, byArea }
}

/** Sums over some of the areas are shares of one another only where these are the same, at the same dates. */
function coverTheSameAreas(a: Spread, b: Spread): boolean {
  if (a.whole.partial?.of !== 'areas' && b.whole.partial?.of !== 'areas') return true
  if (a.byArea.size !== b.byArea.size) return false
  return [...a.byArea].every(([area, { period }]) => b.byArea.get(area)?.period?.end === period?.end)
}
