import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import { addsUpOverAreas, type Indicator } from '../../model/indicator.ts'
import { type Observation, type PovertyCount, povertyCounts } from '../../model/observation.ts'
import { contains, periodFrom } from '../../model/period.ts'
import { type Area, type Plan, partsOfCell } from '../../model/plan.ts'
import { firstError, type Problem } from '../../model/problem.ts'
import type { Input, Partial } from '../../model/report.ts'
import { accumulatedOver } from '../../model/target.ts'
import { differenceIn } from '../poverty/change.ts'
import { rateOnSharedBase } from '../poverty/same-base.ts'
import { type Accumulated, accumulated, bestOfEachPeriod, outdoneByBetter } from '../results/accumulate.ts'
import { derivedRate, withOwnCounts } from '../results/counts.ts'
import { type MatchedPlan, rowsUpTo } from '../results/match.ts'
import { fieldOfCount, nothingReported, observedInput, type Reported, worstStatus } from '../results/reported.ts'
import { piecesOf, type Span, type SpanValue, spanValues } from '../results/running-total.ts'
import { type AreasBelow, formerIds, type Spread, spreadOverAreas } from './areas.ts'

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
    const { reported, problems: found } = seriesIn(area).reported(indicator, rowsUpTo(asOf, rows, match), asOf)
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
  /** As of a day, which says the year of what does not accumulate. */
  readonly reported: (indicator: Indicator, observations: readonly Observation[], day: number | null) => Accumulated
  /** What they come to over any span, for what adds up over time. */
  readonly overSpans: (indicator: Indicator, observations: readonly Observation[]) => OverSpans
}

type OverSpans = (span: Span) => SpanValue | null

type SeriesIn = (area: string | null) => Series

/** Of the whole under null. An area cannot report what was before it, unless former areas did. */
export function seriesByArea(plan: Plan): SeriesIn {
  const areas = new Map(plan.areas.map((area) => [area.id, area]))
  const ids = new Set(areas.keys())
  return (id) => {
    const area = areas.get(partsOfCell(id).area ?? '')
    const formers = area ? formerIds(area, ids) : []
    if (area && formers.length > 0) {
      return {
        start: plan.period.start,
        reported: (indicator, all, day) => {
          const { over, rows } = accumulatedRows(plan, indicator, all, day)
          return reportedWithFormer(over, indicator, area, formers, rows)
        },
        overSpans: (indicator, rows) =>
          overSpansOf(plan, indicator, observationsWithFormer(plan, indicator, area, formers, rows)),
      }
    }
    const isLater = area && area.from !== null && area.from > plan.period.start
    const during = isLater ? { ...plan, period: periodFrom(area.from ?? 0, plan.period.end) } : plan
    return {
      start: during.period.start,
      reported: (indicator, all, day) => {
        const { over, rows } = accumulatedRows(during, indicator, all, day)
        return reportedIn(over, indicator, rows)
      },
      overSpans: (indicator, rows) => overSpansOf(during, indicator, rows),
    }
  }
}

function overSpansOf(plan: Plan, indicator: Indicator, observations: readonly Observation[]): OverSpans {
  if (!indicator.accumulates) {
    return (span) => {
      const { over, rows } = accumulatedRows(plan, indicator, observations, span.start)
      return overSpansOf(over, { ...indicator, accumulates: true }, rows)(span)
    }
  }
  const { best } = bestOfEachPeriod(indicator, observations, [])
  return spanValues(plan.period.start, piecesOf(plan, outdoneByBetter(plan, best).stand, []))
}

/** What is added up to a figure of a day, and the plan as it is over that time. */
function accumulatedRows(plan: Plan, indicator: Indicator, rows: readonly Observation[], day: number | null) {
  if (indicator.accumulates) return { over: plan, rows }
  const period = accumulatedOver(indicator, plan.period, day)
  return { over: { ...plan, period }, rows: rows.filter((row) => contains(period, row.period)) }
}

const hasOwnDenominator = ({ rateOf }: Indicator): boolean => rateOf !== null && rateOf.denominator !== null

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
  const isOfSome = ({ whole }: Spread) => whole.partial?.of === 'areas' || whole.partial?.of === 'groups'
  if (!isOfSome(a) && !isOfSome(b)) return true
  if (a.byArea.size !== b.byArea.size) return false
  return [...a.byArea].every(([area, { period }]) => b.byArea.get(area)?.period?.end === period?.end)
}

/**
 * What an area reported that several former ones became (CALCULATION §4). Their counts, stocks and numbers of poor are
 * added up and go on in its own figures; levels and printed rates of parts of its land are not its own. An area that
 * was only renamed has one former id, and one series.
 */
function reportedWithFormer(
  plan: Plan,
  indicator: Indicator,
  area: Area,
  formers: readonly string[],
  observations: readonly Observation[],
): Accumulated {
  const { own, joined } = seriesWithFormer(plan, indicator, area, formers, observations)
  if (!joined) return reportedIn(plan, indicator, own)
  const { reported, problems: found } = reportedIn(plan, indicator, [...joined.observations, ...own])
  const isJoined = ({ figure }: Input) => figure !== null && joined.inputs.has(figure)
  const newest = reported.newest && joined.observations.includes(reported.newest) ? reported.newest : null
  return {
    reported: {
      ...reported,
      origin: reported.origin === 'reported' && newest ? 'areas' : reported.origin,
      partial: reported.partial ?? (newest || reported.inputs().some(isJoined) ? joined.partial : null),
      newest: newest ? { ...newest, value: null, cumulative: null, counts: {} } : reported.newest,
      inputs: () => reported.inputs().flatMap((input) => (input.figure && joined.inputs.get(input.figure)) ?? [input]),
      superseded: [...reported.superseded, ...joined.superseded],
    },
    problems: [...joined.problems, ...found],
  }
}

/** The observations of such an area as one series: what its former ones reported together, and its own. */
function observationsWithFormer(
  plan: Plan,
  indicator: Indicator,
  area: Area,
  formers: readonly string[],
  observations: readonly Observation[],
): readonly Observation[] {
  const { own, joined } = seriesWithFormer(plan, indicator, area, formers, observations)
  return joined?.partial ? own : [...(joined?.observations ?? []), ...own]
}

function seriesWithFormer(
  plan: Plan,
  indicator: Indicator,
  area: Area,
  formers: readonly string[],
  observations: readonly Observation[],
): {
  readonly own: readonly Observation[]
  /** null: nothing of several areas is to be added up. */
  readonly joined: Joined | null
} {
  const byFormer = new Map(formers.map((id) => [id, [] as Observation[]]))
  const own: Observation[] = []
  for (const observation of observations) {
    const { area: written, period } = observation
    const isFormer = written !== area.id || (area.from !== null && period.end < area.from)
    const ofFormer = isFormer ? byFormer.get(written ?? '') : undefined
    if (ofFormer) ofFormer.push(observation)
    else own.push(observation)
  }
  if (formers.length < 2) return { own: observations, joined: null }
  if (!addsUpOverAreas(indicator.type) && indicator.type !== 'poverty-rate') return { own, joined: null }

  const problems: Problem[] = []
  const series = [...byFormer.values()]
  const best = series.map((rows) => bestOfEachPeriod(indicator, rows, problems))
  const rows = best.map((each) => each.best.filter(saysAFigure))
  const joined = coverTheSameSpans(rows)
    ? joinedBySpan(indicator, rows)
    : joinedToDate(plan, indicator, series, problems)
  return { own, joined: { ...joined, superseded: best.flatMap(({ superseded }) => superseded), problems } }
}

/** One that says none, only a note or a percentage, is as one that is missing. */
function saysAFigure({ value, cumulative, counts }: Observation): boolean {
  return value !== null || cumulative !== null || Object.keys(counts).length > 0
}

/** What the observations of one area, or of the whole, come to. */
function reportedIn(plan: Plan, indicator: Indicator, observations: readonly Observation[]): Accumulated {
  const { reported, problems } = accumulated(plan, indicator, observations)
  const found: Problem[] = []
  return { reported: withOwnCounts(reported, indicator, found), problems: [...problems, ...found] }
}

interface Joined extends AddedUp {
  readonly superseded: readonly Observation[]
  readonly problems: readonly Problem[]
}

interface AddedUp {
  readonly observations: readonly Observation[]
  /** What each figure of theirs was added up from. */
  readonly inputs: ReadonlyMap<Figure, readonly Input[]>
  readonly partial: Partial | null
}

const spanOf = ({ period }: Observation) => `${period.start}/${period.end}`

function coverTheSameSpans([first = [], ...others]: readonly (readonly Observation[])[]): boolean {
  const spans = new Set(first.map(spanOf))
  return others.every((rows) => rows.length === spans.size && rows.every((row) => spans.has(spanOf(row))))
}

/** Month for month, where every former area reported every month. */
function joinedBySpan({ type }: Indicator, series: readonly (readonly Observation[])[]): AddedUp {
  const [first = []] = series
  const inputs = new Map<Figure, readonly Input[]>()
  const bySpan = series.map((each) => new Map(each.map((row) => [spanOf(row), row])))
  const observations = first.map((row) => {
    const rows = bySpan.flatMap((each) => each.get(spanOf(row)) ?? [])
    return sumOfObservations(row, rows, type === 'poverty-rate', inputs)
  })
  return { observations, inputs, partial: null }
}

/** One total to the newest date, where they reported at different times; partial while one has not come as far. */
function joinedToDate(
  plan: Plan,
  indicator: Indicator,
  series: readonly (readonly Observation[])[],
  problems: Problem[],
): AddedUp {
  const known = series.map((rows) => {
    const { reported, problems: found } = reportedIn(plan, indicator, rows)
    for (const added of found.filter(({ code }) => code !== 'duplicate-observation')) problems.push(added)
    return reported
  })
  const end = known.reduce((last, { period }) => Math.max(last, period?.end ?? 0), 0)
  const upToDate = known.filter(({ period, partial }) => period?.end === end && !partial).length
  const partial: Partial | null =
    upToDate < series.length ? { of: 'areas', reported: upToDate, expected: series.length } : null
  const inputs = new Map<Figure, readonly Input[]>()
  const newest = known.find(({ period }) => period?.end === end)?.newest
  if (!newest) return { observations: [], inputs, partial }
  const total = (values: readonly (Exact | null)[], from: readonly Input[]): Figure => {
    const figure = figureOf(Exact.sum(values.flatMap((value) => value ?? [])), newest)
    inputs.set(figure, from)
    return figure
  }
  const all = known.flatMap((each) => each.inputs())
  const rateCounts = (): Observation['counts'] => ({
    poor: total(
      known.map(({ numerator }) => numerator),
      all.filter(({ field }) => field === 'poor'),
    ),
    households: total(
      known.map(({ denominator }) => denominator),
      all.filter(({ field }) => field === 'households'),
    ),
  })
  const isRate = indicator.type === 'poverty-rate'
  const observation: Observation = {
    ...newest,
    period: indicator.type === 'count' ? periodFrom(plan.period.start, end) : newest.period,
    status: worstStatus(known.map(({ status }) => status)) ?? newest.status,
    value: isRate
      ? null
      : total(
          known.map(({ actual }) => actual),
          all,
        ),
    cumulative: null,
    counts: isRate ? rateCounts() : {},
    published: null,
  }
  return { observations: [observation], inputs, partial }
}

/** One observation for several of one span: figures that all of them have are added up, the others are not known. */
function sumOfObservations(
  first: Observation,
  rows: readonly Observation[],
  isRate: boolean,
  inputs: Map<Figure, readonly Input[]>,
): Observation {
  const sum = (field: Input['field'], of: (row: Observation) => Figure | null | undefined): Figure | null => {
    const found = rows.flatMap((row) => {
      const figure = of(row)
      return figure ? [{ row, figure }] : []
    })
    if (found.length < rows.length) return null
    const total = figureOf(Exact.sum(found.map(({ figure }) => figure.value)), first)
    inputs.set(
      total,
      found.map(({ row, figure }) => observedInput(field, figure, row)),
    )
    return total
  }
  const counts: { [count in PovertyCount]?: Figure } = {}
  for (const count of povertyCounts) {
    const total = sum(fieldOfCount[count], (row) => row.counts[count])
    if (total) counts[count] = total
  }
  const bases = new Set(rows.map(({ basis }) => basis))
  return {
    ...(rows.find((row) => differenceIn(first, row)) ?? first),
    basis: bases.size === 1 ? first.basis : null,
    status: worstStatus(rows.map(({ status }) => status)) ?? first.status,
    // A rate of several is none of theirs: it is calculated from the counts.
    value: isRate ? null : sum('actual', ({ value }) => value),
    cumulative: sum('cumulative', ({ cumulative }) => cumulative),
    counts,
    published: null,
  }
}

/** A figure that no file holds; what it was added up from takes its place among the inputs. */
function figureOf(value: Exact, { at, source }: Observation): Figure {
  return { value, mark: 'none', text: value.toDecimal(), decimals: value.decimals ?? 0, at, source }
}
