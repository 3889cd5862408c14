import type { Indicator } from '../model/indicator.ts'
import type { Observation } from '../model/observation.ts'
import { periodFrom } from '../model/period.ts'
import type { Area, Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import {
  type Asked,
  type CompletionLine,
  type PlanReport,
  type Report,
  type Verdict,
  verdicts,
} from '../model/report.ts'
import type { Accumulated } from './accumulate.ts'
import { areaTargetProblems } from './area-targets.ts'
import { type AreasBelow, areasBelow, existingAreas, formerIds, type Spread, spreadOverAreas } from './areas.ts'
import { baselineDisagreement, derivedRate } from './counts.ts'
import { reportedIn, reportedWithFormer } from './former-areas.ts'
import { completionLine } from './line.ts'
import { type MatchedPlan, matched, type ReadInputs } from './match.ts'
import { partProblems } from './parts.ts'
import type { AreaEnds } from './poverty-change.ts'
import { rankedLines } from './ranking.ts'
import { type Days, lineKey, type PlanRates, planRates } from './rates-over-time.ts'
import { nothingReported, type Reported } from './reported.ts'
import { povertySeries } from './series.ts'

export interface Calculation {
  readonly report: Report
  readonly problems: readonly Problem[]
}

/** Every plan held against its observations. There is no clock in the calculation: the day is asked for, or that of the newest figure. */
export function calculated(inputs: ReadInputs, asked: Asked): Calculation {
  const { plans, problems } = matched(inputs)
  const found: Problem[] = [...problems]
  const rates = new Map<string, PlanRates>()
  const reports = plans.map((plan) => planReport(plan, asked, rates, found))
  const withSeries = reports.map((report) => ({ ...report, series: povertySeries(report.plan, report.lines, rates) }))
  return { report: { plans: withSeries }, problems: found }
}

/** The lines of a report that are asked for, with the summary of just these; plans that have none fall out. */
export function narrowed({ plans }: Report, isAskedFor: (line: CompletionLine) => boolean): Report {
  const kept = plans.map((plan) => {
    const lines = plan.lines.filter(isAskedFor)
    const keys = new Set(lines.map(({ indicator, area }) => lineKey(indicator.id, area?.id ?? null)))
    const series = plan.series.filter(({ indicator, area }) => keys.has(lineKey(indicator.id, area?.id ?? null)))
    return { ...plan, lines, series, summary: summaryOf(lines) }
  })
  return { plans: kept.filter(({ lines }) => lines.length > 0) }
}

function planReport(match: MatchedPlan, asked: Asked, rates: Map<string, PlanRates>, problems: Problem[]): PlanReport {
  const { plan } = match
  const { targets } = asked
  const asOf = asked.asOf ?? newestEnd(match)
  const broken = new Set(match.broken)
  const areas = existingAreas(plan, plan.period)
  const below = areasBelow(areas)
  const spreads = spreadsOf(match, below, asOf, broken, problems)
  const lines: CompletionLine[] = []
  for (const indicator of plan.indicators) {
    const spread = spreads.get(indicator.id)
    if (!spread) continue
    for (const baseline of [indicator.baseline, ...indicator.baselinesByArea.values()]) {
      if (baseline) problems.push(...baselineDisagreement(indicator, baseline))
    }
    const areaEnds = endsOfAreas(areas, below, indicator, spread)
    const line = (area: Area | null, reported: Reported) =>
      completionLine({ plan, indicator, area, reported, asOf, targets, areaEnds: area ? null : areaEnds }, problems)
    const own = [
      line(null, spread.whole),
      ...areasToShow(areas, indicator, spread).map((area) => line(area, spread.byArea.get(area.id) ?? nothingReported)),
    ]
    for (const each of rankedLines(own, ({ id }) => spread.byArea.get(id)?.denominator ?? null)) lines.push(each)
  }
  for (const found of [...partProblems(lines), ...areaTargetProblems(plan)]) problems.push(found)
  const spreadsIn = (year: Days) => spreadsOf(ratesIn(match, year), below, year.end, new Set(broken), [])
  rates.set(plan.id, planRates(plan, lines, asOf, spreads, spreadsIn))
  const written = [...plan.indicators.map(({ id }) => id), ...plan.unread]
  const leftOut = written.filter((id) => broken.has(id))
  return { plan, asOf, period: null, targets, lines, summary: summaryOf(lines), leftOut, series: [] }
}

/** The poverty rates of a plan and what they are calculated from, with what was reported on one year. */
function ratesIn({ plan, observations, ...match }: MatchedPlan, year: Days): MatchedPlan {
  const ids = new Set<string>()
  for (const { id, type, rateOf } of plan.indicators) {
    if (type !== 'poverty-rate') continue
    for (const each of rateOf ? [id, rateOf.numerator, rateOf.denominator] : [id]) ids.add(each)
  }
  const indicators = plan.indicators.filter(({ id }) => ids.has(id))
  const ofYear = indicators.map(({ id, type }) => {
    const byArea = [...(observations.get(id) ?? [])].map(([area, rows]) => {
      // A flow is counted from the start of the plan on.
      return [area, type === 'count' ? rows : rows.filter(({ period }) => period.end >= year.start)] as const
    })
    return [id, new Map(byArea)] as const
  })
  return { ...match, plan: { ...plan, indicators }, observations: new Map(ofYear) }
}

function newestEnd({ observations }: MatchedPlan): number | null {
  let newest: number | null = null
  for (const byArea of observations.values()) {
    for (const rows of byArea.values()) {
      for (const { period } of rows) if (newest === null || period.end > newest) newest = period.end
    }
  }
  return newest
}

/** What is known of each indicator that no error keeps out; derived rates last, as they rest on the others. */
function spreadsOf(
  match: MatchedPlan,
  below: AreasBelow,
  asOf: number | null,
  broken: Set<string>,
  problems: Problem[],
) {
  const { plan } = match
  const spreads = new Map<string, Spread>()
  const series = seriesByArea(plan)
  for (const indicator of plan.indicators) {
    if (broken.has(indicator.id)) continue
    const cells = cellsOf(match, series, indicator, asOf, problems)
    if (cells) spreads.set(indicator.id, spreadOverAreas(below, indicator, cells, problems))
    else broken.add(indicator.id)
  }
  for (const indicator of plan.indicators) {
    if (!indicator.rateOf || broken.has(indicator.id)) continue
    const spread = derivedSpread(indicator, spreads, problems)
    if (spread) spreads.set(indicator.id, spread)
    else {
      // What it rests on is broken.
      broken.add(indicator.id)
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
    const counted = rows.filter(({ period }) => asOf !== null && period.end <= asOf)
    const { reported, problems: found } = seriesIn(area)(indicator, counted)
    for (const each of found) problems.push(each)
    if (found.some(({ severity }) => severity === 'error')) readable = false
    cells.set(area, reported)
  }
  return readable ? cells : null
}

type SeriesIn = (area: string | null) => (indicator: Indicator, observations: readonly Observation[]) => Accumulated

/** How figures of an area come to one: it cannot report what was before it, unless former areas did. */
function seriesByArea(plan: Plan): SeriesIn {
  const areas = new Map(plan.areas.map((area) => [area.id, area]))
  const ids = new Set(areas.keys())
  return (id) => (indicator, observations) => {
    const area = id === null ? undefined : areas.get(id)
    if (!area) return reportedIn(plan, indicator, observations)
    const formers = formerIds(area, ids)
    if (formers.length > 0) return reportedWithFormer(plan, indicator, area, formers, observations)
    const isLater = area.from !== null && area.from > plan.period.start
    const during = isLater ? { ...plan, period: periodFrom(area.from ?? 0, plan.period.end) } : plan
    return reportedIn(during, indicator, observations)
  }
}

function derivedSpread(indicator: Indicator, spreads: ReadonlyMap<string, Spread>, problems: Problem[]): Spread | null {
  const own = spreads.get(indicator.id)
  const numerator = spreads.get(indicator.rateOf?.numerator ?? '')
  const denominator = spreads.get(indicator.rateOf?.denominator ?? '')
  if (!own || !numerator || !denominator) return null
  const whole = coverTheSameAreas(numerator, denominator)
    ? derivedRate(indicator, own.whole, numerator.whole, denominator.whole, problems)
    : own.whole
  const byArea = new Map(own.byArea)
  for (const [area, reported] of numerator.byArea) {
    const households = denominator.byArea.get(area)
    if (households) {
      byArea.set(area, derivedRate(indicator, own.byArea.get(area) ?? nothingReported, reported, households, problems))
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

/** All areas of the plan once one of them has a figure, target or baseline: a missing one must show. */
function areasToShow(areas: readonly Area[], indicator: Indicator, { byArea }: Spread): readonly Area[] {
  const spoken = byArea.size + indicator.targetsByArea.size + indicator.baselinesByArea.size > 0
  return spoken ? areas : []
}

/** Counts at both ends in every area without areas below it; null while one is missing. */
function endsOfAreas(
  areas: readonly Area[],
  below: AreasBelow,
  indicator: Indicator,
  { byArea }: Spread,
): readonly AreaEnds[] | null {
  if (indicator.baselinesByArea.size === 0) return null
  const leaves = areas.filter(({ id }) => !below.has(id))
  const ends: AreaEnds[] = []
  for (const { id } of leaves) {
    const from = indicator.baselinesByArea.get(id)
    const to = byArea.get(id)
    if (!from?.poor || !from.households || !to?.numerator || !to.denominator) return null
    ends.push({
      from: { poor: from.poor.value, households: from.households.value },
      to: { poor: to.numerator, households: to.denominator },
    })
  }
  return ends
}

function summaryOf(lines: readonly CompletionLine[]): Record<Verdict, number> {
  const summary = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>
  for (const { area, verdict } of lines) if (area === null && verdict) summary[verdict]++
  return summary
}
