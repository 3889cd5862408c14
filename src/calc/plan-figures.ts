import type { Indicator, IndicatorType } from '../model/indicator.ts'
import type { Observation } from '../model/observation.ts'
import { type Period, periodFrom, sameSpan } from '../model/period.ts'
import type { Plan } from '../model/plan.ts'
import { areasBelow, existingAreas, type Spread, spreadOverAreas } from './areas.ts'
import type { MatchedPlan } from './match.ts'
import { nothingReported, type Reported } from './reported.ts'
import type { Span, SpanValue } from './span-values.ts'
import { derivedFrom, derivedSpread, seriesByArea } from './spreads.ts'

/** What was reported on a plan, for any span of it. */
export interface PlanFigures {
  readonly plan: Plan
  readonly indicator: (id: string) => Indicator | undefined
  /** What an indicator came to over exactly this span, or at its end; null where an error keeps it out. */
  readonly over: (indicator: string, span: Span) => Spread | null
  /** Every period that something was reported for, in the whole and in all areas, or in one of them, each once. */
  readonly periods: (indicator: string, area?: string | null) => readonly Period[]
}

/**
 * The figures of a plan up to a day. `isBroken` tells the indicators that an error keeps out; without it they are looked
 * for. Nothing is calculated before it is asked for, and nothing twice.
 */
export function planFigures(
  match: MatchedPlan,
  until: number | null,
  isBroken: ((indicator: string) => boolean) | null,
): PlanFigures {
  const { plan } = match
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]))
  const seriesIn = memo(seriesByArea(plan))
  const areas = new Map(plan.areas.map((area) => [area.id, area]))
  const belowIn = memo((key: string) => {
    const [start, end] = key.split('/').map(Number)
    return areasBelow(existingAreas(plan, { start: start ?? 0, end: end ?? 0 }))
  })
  const rowsOf = memo((id: string): ReadonlyMap<string | null, readonly Observation[]> => {
    const counted = ([area, rows]: readonly [string | null, readonly Observation[]]) =>
      [area, rows.filter(({ period }) => until !== null && period.end <= until)] as const
    return new Map([...(match.observations.get(id) ?? [])].map(counted).filter(([, rows]) => rows.length > 0))
  })
  const isKeptOut = memo((id: string): boolean => {
    const indicator = indicators.get(id)
    if (!indicator || match.broken.has(id)) return true
    if (isBroken) return isBroken(id)
    return [...rowsOf(id)].some(([area, rows]) =>
      seriesIn(area)
        .reported(indicator, rows)
        .problems.some(({ severity }) => severity === 'error'),
    )
  })
  const flowsOf = memo((id: string) =>
    memo((area: string | null): ((span: Span) => SpanValue | null) => {
      const indicator = indicators.get(id)
      return indicator ? seriesIn(area).overSpans(indicator, rowsOf(id).get(area) ?? []) : () => null
    }),
  )

  function cellOver(indicator: Indicator, area: string | null, span: Span): Reported {
    const rows = rowsOf(indicator.id).get(area) ?? []
    const series = seriesIn(area)
    if (indicator.type !== 'count')
      return series.reported(indicator, rows.filter(isOver(indicator.type, span))).reported
    // An area reports on the days on which it is there.
    const until = (area === null ? null : areas.get(area)?.until) ?? span.end
    const within = { start: Math.max(span.start, series.start), end: Math.min(span.end, until) }
    const exact = flowsOf(indicator.id)(area)(within)
    if (exact || within.start > series.start) return flowOver(exact, within)
    const { reported } = series.reported(
      indicator,
      rows.filter(({ period }) => period.end <= within.end),
    )
    // A total with gaps is better than none.
    return reported.period?.end === within.end ? reported : nothingReported
  }

  const spreads = memo((id: string) =>
    memo((key: string): Spread | null => {
      const indicator = indicators.get(id)
      if (!indicator || isKeptOut(id)) return null
      const [start = 0, end = 0] = key.split('/').map(Number)
      const span = { start, end }
      const cells = new Map([...rowsOf(id).keys()].map((area) => [area, cellOver(indicator, area, span)]))
      const own = spreadOverAreas(belowIn(key), indicator, cells, [])
      if (!indicator.rateOf) return own
      const { numerator, denominator } = derivedFrom(indicator)
      return derivedSpread(indicator, own, spreads(numerator)(key), spreads(denominator)(key), [])
    }),
  )

  return {
    plan,
    indicator: (id) => indicators.get(id),
    over: (id, { start, end }) => spreads(id)(`${start}/${end}`),
    periods: (id, area) => {
      const rows = area === undefined ? [...rowsOf(id).values()].flat() : (rowsOf(id).get(area) ?? [])
      return [...new Map(rows.map(({ period }) => [`${period.start}/${period.end}`, period])).values()]
    },
  }
}

/** What stands at a moment answers for every span that ends with it; a level or growth of a quarter is not that of a year. */
const atOneMoment: ReadonlySet<IndicatorType> = new Set(['stock', 'poverty-rate'])

function isOver(type: IndicatorType, span: Span): (observation: Observation) => boolean {
  return ({ period }) => (atOneMoment.has(type) ? period.end === span.end : sameSpan(period, { ...span, text: '' }))
}

function flowOver(found: SpanValue | null, { start, end }: Span): Reported {
  if (!found) return nothingReported
  const { value, status, newest, isReported } = found
  const origin = isReported ? 'reported' : 'accumulated'
  return { ...nothingReported, actual: value, origin, period: periodFrom(start, end), status, newest }
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
