import { type Indicator, isPovertyRate, othersOf, providedId } from '../../model/indicator.ts'
import { contains, type Period, periodIn } from '../../model/period.ts'
import { type Area, isShownBy, type Plan } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import {
  type Asked,
  type CompletionLine,
  lineKey,
  type PlanReport,
  type Report,
  type Verdict,
  verdicts,
} from '../../model/report.ts'
import { type AreasBelow, areasBelow, existingAreas, type Spread } from '../areas/areas.ts'
import { targetsOfReported } from '../areas/like-for-like.ts'
import { rankingOf } from '../areas/ranking.ts'
import { spreadsOf } from '../areas/spreads.ts'
import { areasBefore, followedPlans, withoutEndlessRows } from '../compare/follows.ts'
import type { AreaEnds } from '../poverty/change.ts'
import { withImpliedShares } from '../poverty/change.ts'
import { withSharedBaselines, withSharedBases } from '../poverty/same-base.ts'
import { type Days, type PlanRates, planRates, povertySeries } from '../poverty/series.ts'
import { baselineDisagreement } from '../results/counts.ts'
import { type MatchedPlan, matched, newestOf, newestUpTo, type ReadInputs } from '../results/match.ts'
import type { KnownTimes } from '../results/other-times.ts'
import { planFigures } from '../results/plan-figures.ts'
import { withProfiles } from '../results/profile.ts'
import { nothingReported } from '../results/reported.ts'
import { besideLine, completionLine } from './line.ts'
import { areaTargetProblems, partProblems } from './problems.ts'

export interface Calculation {
  readonly report: Report
  readonly problems: readonly Problem[]
  /** Ids of plans whose period does not hold the one that was asked for. */
  readonly outside: readonly string[]
}

/** Every plan held against its observations. There is no clock in the calculation: the day is asked for, or that of the newest figure. */
export function calculated(inputs: ReadInputs, asked: Asked): Calculation {
  const { plans: written, problems } = matched(inputs)
  const found: Problem[] = [...problems]
  const plans = withoutEndlessRows(written, found)
  const rates = new Map<string, PlanRates>()
  const room: Room = { lines: MOST_LINES }
  const followed = followedPlans(plans, found)
  const before = new Set(followed.values())
  const reports: PlanReport[] = []
  const outside: string[] = []
  for (const match of plans) {
    const follows = followed.get(match) ?? match.earlier ?? null
    const period = asked.period && periodIn(match.plan.period, asked.period)
    const isAsked = asked.plans?.includes(match.plan.id) ?? true
    if (isAsked && (!period || contains(match.plan.period, period))) {
      reports.push(planReport(match, follows, { ...asked, period }, rates, room, found))
      continue
    }
    if (isAsked) outside.push(match.plan.id)
    // Its rates are the first points of the series of those that follow it.
    if (before.has(match)) planReport(match, follows, { ...asked, period: null }, rates, room, [])
  }
  const withSeries = reports.map((report) => ({ ...report, series: povertySeries(report.plan, report.lines, rates) }))
  return { report: { plans: withSeries }, problems: found, outside }
}

/** Lines of all plans together: each is held in memory with all that it was calculated from. */
const MOST_LINES = 500_000

/** How many more there may be. */
interface Room {
  lines: number
}

/**
 * The lines of a report that are asked for, with the summary of just these; plans that have none of them fall out, unless
 * a problem keeps out what is asked for.
 */
export function narrowed(
  { plans }: Report,
  isAskedFor: (line: CompletionLine) => boolean,
  isLeftOutAskedFor: (id: string, plan: Plan) => boolean,
): Report {
  const kept = plans.map((report) => {
    const lines = report.lines.filter(isAskedFor)
    const keys = new Set(lines.map(({ indicator, area }) => lineKey(indicator.id, area?.id ?? null)))
    const series = report.series.filter(({ indicator, area }) => keys.has(lineKey(indicator.id, area?.id ?? null)))
    const leftOut = report.leftOut.filter((id) => isLeftOutAskedFor(id, report.plan))
    return { ...report, lines, series, leftOut, summary: summaryOf(lines) }
  })
  return { plans: kept.filter(({ lines, leftOut }) => lines.length + leftOut.length > 0) }
}

/** The report with the lines of areas or of the groups of a breakdown beside those of the whole. */
export function shownBy({ plans }: Report, by: string | undefined): Report {
  return {
    plans: plans.map((report) => ({ ...report, lines: report.lines.filter(({ area }) => isShownBy(area, by)) })),
  }
}

function planReport(
  { plan: written, ...matched }: MatchedPlan,
  before: MatchedPlan | null,
  { asOf: until, lag = null, period, targets }: Omit<Asked, 'period'> & { readonly period: Period | null },
  rates: Map<string, PlanRates>,
  room: Room,
  problems: Problem[],
): PlanReport {
  const plan = withSharedBaselines(written)
  const match = { ...matched, plan }
  const newest = newestUpTo(match, until ?? period?.end ?? null)
  // A figure that may still come is not missed yet.
  const day = lag === null || until === null ? until : Math.max(until - lag, newest ?? until - lag)
  const asOf = day ?? period?.end ?? newest
  const broken = new Map(match.broken)
  const areas = existingAreas(plan, plan.period)
  const below = areasBelow(areas, plan.breakdowns)
  const ids = [...plan.indicators.map(({ id }) => id), ...plan.unread]
  const isNewest = lag === null ? day === null && period === null : day === newest
  const asOfFrom = isNewest ? newestOf(match, newest) : null
  const head = { plan, asOf, asOfFrom, period, targets, hasSources: match.hasSources }
  const groups = plan.breakdowns.reduce((sum, each) => sum + each.groups.length, 0)
  if (!takesRoom(match, areas.length + groups, room)) {
    const tooMany = problem('too-many', plan.at, { why: 'lines', limit: MOST_LINES })
    problems.push(tooMany)
    const leftOutBecause = new Map(ids.map((id) => [id, tooMany]))
    return { ...head, lines: [], summary: summaryOf([]), leftOut: ids, leftOutBecause, series: [] }
  }
  const others = othersBeside(match, below, asOf, broken, problems)
  const spreads = spreadsOf(match, below, asOf, broken, problems)
  if (match.earlier) {
    const { plan: then, newestEnd } = match.earlier
    spreadsOf(
      match.earlier,
      areasBelow(existingAreas(then, then.period), then.breakdowns),
      newestEnd,
      new Map(broken),
      problems,
    )
  }
  const times: KnownTimes = {
    own: planFigures(match, asOf, (id) => broken.has(id)),
    before: before && planFigures(before, day ?? Infinity, null),
    areasThen: areasBefore(plan.areas, before?.plan.areas ?? []),
    asked: period,
  }
  const phased = withProfiles(plan, times, problems)
  const lines: CompletionLine[] = []
  for (const indicator of phased.indicators) {
    const spread = spreads.get(indicator.id)
    if (!spread) continue
    for (const baseline of [indicator.baseline, ...indicator.baselinesByArea.values()]) {
      if (baseline) for (const added of baselineDisagreement(indicator, baseline)) problems.push(added)
    }
    const given = othersOf(indicator).map((other) => ({ indicator: other, spread: others.get(other.id) }))
    const lineOf = (of: Indicator, from: Spread, area: Area | null) => {
      const reported = area ? (from.byArea.get(area.id) ?? nothingReported) : from.whole
      const areaEnds = area ? null : endsOfAreas(areas, below, of, from)
      return completionLine({ plan: phased, indicator: of, area, reported, asOf, targets, times, areaEnds }, problems)
    }
    const line = (area: Area | null) => {
      const judged = lineOf(indicator, spread, area)
      const beside = given.map((each) => each.spread && lineOf(each.indicator, each.spread, area))
      judged.otherProviders = besideLine(judged, beside)
      return judged
    }
    const spoken = [spread, ...given.flatMap((each) => each.spread ?? [])]
    const own = [line(null), ...areasToShow(areas, plan, indicator, spoken).map(line)]
    const { ranks, shortfallShares } = rankingOf(own, ({ id }) => spread.byArea.get(id)?.denominator ?? null)
    for (const [each, target] of targetsOfReported(own, below)) each.partialTarget = target
    for (const each of own) {
      each.rank = ranks.get(each) ?? null
      each.shortfallShare = shortfallShares.get(each) ?? null
    }
    for (const each of withImpliedShares(own)) lines.push(each)
  }
  const complete = withSharedBases(lines, problems)
  for (const found of [...partProblems(lines), ...areaTargetProblems(plan)]) problems.push(found)
  const spreadsIn = (year: Days) => spreadsOf(ratesIn(match, year), below, year.end, new Map(broken), [])
  rates.set(plan.id, planRates(plan, complete, asOf, spreads, spreadsIn))
  const leftOut = ids.filter((id) => broken.has(id))
  return {
    ...head,
    plan: phased,
    lines: complete,
    summary: summaryOf(complete),
    leftOut,
    leftOutBecause: broken,
    series: [],
  }
}

/** The poverty rates of a plan and what they are calculated from, with what was reported on one year. */
function ratesIn({ plan, observations, ...match }: MatchedPlan, year: Days): MatchedPlan {
  const ids = new Set<string>()
  for (const indicator of plan.indicators) {
    if (!isPovertyRate(indicator)) continue
    const { id, rateOf } = indicator
    for (const each of [id, rateOf?.numerator, rateOf?.denominator]) if (each) ids.add(each)
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

/** What those who do not judge report; what is wrong with it keeps the indicator out. */
function othersBeside(
  { plan, ...match }: MatchedPlan,
  below: AreasBelow,
  asOf: number | null,
  broken: Map<string, Problem | null>,
  problems: Problem[],
): ReadonlyMap<string, Spread> {
  const ids = new Map(
    plan.indicators.flatMap(({ id, ...each }) => othersOf({ id, ...each }).map((other) => [other, id])),
  )
  if (ids.size === 0) return new Map()
  const brokenOthers = new Map<string, Problem | null>()
  const spreads = spreadsOf(
    { ...match, plan: { ...plan, indicators: [...ids.keys()] } },
    below,
    asOf,
    brokenOthers,
    problems,
  )
  for (const [{ id }, judged] of ids) {
    const because = brokenOthers.get(id)
    if (because !== undefined && !broken.has(judged)) broken.set(judged, because)
  }
  return spreads
}

/** Takes the room that the lines of a plan need; false where there is not so much left. */
function takesRoom({ plan: { indicators }, observations }: MatchedPlan, areas: number, room: Room): boolean {
  const byArea = new Set<string>()
  for (const { targetsByArea, baselinesByArea, ...each } of indicators) {
    const { id } = each
    const ids = [id, ...(each.providers?.others.map((other) => providedId(id, other.id)) ?? [])]
    const reported = ids.some((of) => [...(observations.get(of)?.keys() ?? [])].some((area) => area !== null))
    if (reported || targetsByArea.size + baselinesByArea.size > 0) byArea.add(id)
  }
  for (const { id, rateOf } of indicators) {
    if (rateOf && (byArea.has(rateOf.numerator) || byArea.has(rateOf.denominator ?? ''))) byArea.add(id)
  }
  const lines = indicators.length + byArea.size * areas
  if (lines > room.lines) return false
  room.lines -= lines
  return true
}

/** All areas of the plan once one of them has a figure, target or baseline, and all groups: a missing one must show. */
function areasToShow(
  areas: readonly Area[],
  { breakdowns }: Plan,
  indicator: Indicator,
  spreads: readonly Spread[],
): readonly Area[] {
  const isSpokenOf = (all: readonly Area[]) => spreads.some(({ byArea }) => all.some(({ id }) => byArea.has(id)))
  const isOfAreas = indicator.targetsByArea.size + indicator.baselinesByArea.size > 0 || isSpokenOf(areas)
  return [
    ...(isOfAreas || (breakdowns.length === 0 && spreads.some(({ byArea }) => byArea.size > 0)) ? areas : []),
    ...breakdowns.flatMap(({ groups }) => (isSpokenOf(groups) ? groups : [])),
  ]
}

/** Counts at both ends in every area without areas below it; null while one is missing. */
function endsOfAreas(
  areas: readonly Area[],
  below: AreasBelow,
  indicator: Indicator,
  { byArea }: Spread,
): readonly AreaEnds[] | null {
  if (indicator.baselinesByArea.size === 0) return null
  const leaves = areas.filter(({ id }) => !below.areas.has(id))
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
