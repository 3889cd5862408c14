import { Exact } from '../../model/exact.ts'
import type { Indicator, IndicatorType } from '../../model/indicator.ts'
import type { Observation } from '../../model/observation.ts'
import { keyOfSpan, type Period, periodFrom, sameSpan } from '../../model/period.ts'
import type { Area, Plan } from '../../model/plan.ts'
import { type AreasBelow, areasBelow, existingAreas, type Spread, spreadIn, spreadOverAreas } from '../areas/areas.ts'
import { derivedFrom, derivedSpread, type Series, seriesByArea } from '../areas/spreads.ts'
import { type MatchedPlan, rowsUpTo } from './match.ts'
import { nothingReported, type Reported } from './reported.ts'
import type { Span, SpanValue } from './running-total.ts'

/** What was reported on a plan, for any span of it. */
export interface PlanFigures {
  readonly plan: Plan
  readonly indicator: (id: string) => Indicator | undefined
  /**
   * What an indicator came to over exactly this span, or at its end, in an area or, under null, in the whole; null where
   * an error keeps it out.
   */
  readonly over: (indicator: string, area: string | null, span: Span) => Reported | null
  /** The same of a flow in this span alone: nothing is reported where the figures do not give it without a gap. */
  readonly alone: (indicator: string, area: string | null, span: Span) => Reported | null
  /** The value of that, where no area is missing. */
  readonly valueAlone: (indicator: string, area: string | null, span: Span) => Exact | null
  /** Every period that something was reported for, in the whole and in all areas, or in one of them, each once. */
  readonly periods: (indicator: string, area?: string | null) => readonly Period[]
}

type RowsByArea = ReadonlyMap<string | null, readonly Observation[]>

/**
 * The figures of a plan up to a day. `isBroken` tells the indicators that an error keeps out; without it they are looked
 * for. Nothing is calculated before it is asked for, and what is asked for one area is calculated for that area alone.
 */
export function planFigures(
  match: MatchedPlan,
  until: number | null,
  isBroken: ((indicator: string) => boolean) | null,
): PlanFigures {
  const { plan } = match
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]))
  const seriesIn = memo(seriesByArea(plan))
  const areas = new Map<string | null, Area>(plan.areas.map((area) => [area.id, area]))
  const levels = memoBySpan((span) => levelsIn(plan, span))
  const rowsOf = memo((id: string) => reportedRows(match, id, until))
  const isKeptOut = memo((id: string): boolean => {
    const indicator = indicators.get(id)
    if (!indicator || match.broken.has(id)) return true
    if (isBroken) return isBroken(id)
    return [...rowsOf(id)].some(([area, rows]) =>
      seriesIn(area)
        .reported(indicator, rows, until)
        .problems.some(({ severity }) => severity === 'error'),
    )
  })
  // Lines come indicator by indicator: what is known of one is forgotten with the next.
  const seriesOf = latest((indicator: Indicator) =>
    memo((area: string | null): OwnFigures => {
      const rows = rowsOf(indicator.id).get(area) ?? []
      const series = seriesIn(area)
      const until = areas.get(area)?.until ?? null
      const flows = indicator.type === 'count' ? series.overSpans(indicator, rows) : () => null
      return { rows, series, until, flows }
    }),
  )

  /** An area reports on the days on which it is there. */
  const within = ({ series, until }: OwnFigures, span: Span): Span => ({
    start: Math.max(span.start, series.start),
    end: Math.min(span.end, until ?? span.end),
  })

  function ownOver(indicator: Indicator, area: string | null, span: Span, isAlone: boolean): Reported {
    const own = seriesOf(indicator)(area)
    const { rows, series, flows } = own
    if (indicator.type !== 'count')
      return series.reported(indicator, rows.filter(isOver(indicator.type, span)), span.end).reported
    const there = within(own, span)
    const exact = flows(there)
    if (exact || isAlone || there.start > series.start) return flowOver(exact, there)
    const { reported } = series.reported(
      indicator,
      rows.filter(({ period }) => period.end <= there.end),
      there.end,
    )
    // A total with gaps is better than none.
    return reported.period?.end === there.end ? reported : nothingReported
  }

  /** As the sum of areas is, but given up at the first that is missing: months of thousands of areas are asked for. */
  function valueAlone(indicator: Indicator, area: string | null, span: Span): Exact | null {
    const own = seriesOf(indicator)(area)
    const flow = own.flows(within(own, span))
    if (flow) return flow.value
    const { below, isBelowWhole } = levels(span)
    const values: Exact[] = []
    for (const { id } of (area === null || isBelowWhole(area) ? below.get(area) : null) ?? []) {
      const value = valueAlone(indicator, id, span)
      if (!value) return null
      values.push(value)
    }
    return values.length > 0 ? Exact.sum(values) : null
  }

  const figureOver = (isAlone: boolean) => (id: string, area: string | null, span: Span) => {
    const indicator = indicators.get(id)
    if (!indicator || isKeptOut(id)) return null
    if (indicator.rateOf) {
      const spread = spreads(id)(span)
      return (area === null ? spread?.whole : spread?.byArea.get(area)) ?? null
    }
    const own = (each: string | null) => ownOver(indicator, each, span, isAlone)
    const { below, isBelowWhole } = levels(span)
    return area === null || isBelowWhole(area) ? spreadIn(area, below, indicator, own) : own(area)
  }

  /** A derived rate rests on all areas of what it is derived from. */
  const spreads = memo((id: string) =>
    memoBySpan((span): Spread | null => {
      const indicator = indicators.get(id)
      if (!indicator || isKeptOut(id)) return null
      const cells = new Map([...rowsOf(id).keys()].map((area) => [area, ownOver(indicator, area, span, false)]))
      const own = spreadOverAreas(levels(span).below, indicator, cells, [])
      if (!indicator.rateOf) return own
      const { numerator, denominator } = derivedFrom(indicator)
      return derivedSpread(indicator, own, spreads(numerator)(span), spreads(denominator)(span), [])
    }),
  )

  const periodsOfAll = memo((id: string) => distinctPeriods(rowsOf(id).values()))

  return {
    plan,
    indicator: (id) => indicators.get(id),
    over: figureOver(false),
    alone: figureOver(true),
    valueAlone: (id, area, span) => {
      const indicator = indicators.get(id)
      return indicator && !isKeptOut(id) ? valueAlone(indicator, area, span) : null
    },
    periods: (id, area) => (area === undefined ? periodsOfAll(id) : distinctPeriods([rowsOf(id).get(area) ?? []])),
  }
}

/** What an area, or the whole, reported itself. */
interface OwnFigures {
  readonly rows: readonly Observation[]
  readonly series: Series
  /** The last day on which it is there; null: not bounded. */
  readonly until: number | null
  /** Of what adds up over time. */
  readonly flows: (span: Span) => SpanValue | null
}

/** What areas reported up to a day, and the whole. */
function reportedRows(match: MatchedPlan, indicator: string, until: number | null): RowsByArea {
  const byArea = match.observations.get(indicator) ?? new Map<string | null, readonly Observation[]>()
  const reported = new Map<string | null, readonly Observation[]>()
  for (const [area, all] of byArea) {
    const rows = rowsUpTo(until, all, match)
    if (rows.length > 0) reported.set(area, rows)
  }
  return reported
}

/** The areas that exist in a span, one below the other. */
interface Levels {
  readonly below: AreasBelow
  /** Whether an area exists, and so do all that it lies in. */
  readonly isBelowWhole: (area: string) => boolean
}

function levelsIn(plan: Plan, span: Span): Levels {
  const existing = existingAreas(plan, span)
  const byId = new Map(existing.map((area) => [area.id, area]))
  const isBelowWhole = (id: string): boolean => {
    const area = byId.get(id)
    return area !== undefined && (area.parent === null || isBelowWhole(area.parent))
  }
  return { below: areasBelow(existing), isBelowWhole }
}

function distinctPeriods(rowsOfAreas: Iterable<readonly Observation[]>): readonly Period[] {
  const periods = new Map<number, Period>()
  for (const rows of rowsOfAreas) for (const { period } of rows) periods.set(keyOfSpan(period), period)
  return [...periods.values()]
}

/** What stands at a moment answers for every span that ends with it; a level or growth of a quarter is not that of a year. */
const atOneMoment: ReadonlySet<IndicatorType> = new Set(['stock', 'poverty-rate'])

function isOver(type: IndicatorType, span: Span): (observation: Observation) => boolean {
  return ({ period }) => (atOneMoment.has(type) ? period.end === span.end : sameSpan(period, span))
}

function flowOver(found: SpanValue | null, { start, end }: Span): Reported {
  if (!found) return nothingReported
  const { value, status, newest } = found
  return { ...nothingReported, actual: value, origin: 'accumulated', period: periodFrom(start, end), status, newest }
}

function memo<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = of(key)
    known.set(key, value)
    return value
  }
}

function memoBySpan<Value>(of: (span: Span) => Value): (span: Span) => Value {
  const known = new Map<number, Value>()
  return (span) => {
    const key = keyOfSpan(span)
    const found = known.get(key)
    if (found !== undefined) return found
    const value = of(span)
    known.set(key, value)
    return value
  }
}

/** Keeps what was asked for last. */
function latest<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
  let known: { readonly key: Key; readonly value: Value } | null = null
  return (key) => {
    if (known?.key !== key) known = { key, value: of(key) }
    return known.value
  }
}
