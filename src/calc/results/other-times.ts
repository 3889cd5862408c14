import { type Indicator, isTinyBase } from '../../model/indicator.ts'
import {
  areEquallyLong,
  commonGrain,
  contains,
  type Grain,
  grains,
  type Period,
  partsOf,
  periodBefore,
  sameSpan,
  yearBefore,
} from '../../model/period.ts'
import type { Area, Plan } from '../../model/plan.ts'
import type { Comparison, CompletionLine, Increment, PeriodFigure } from '../../model/report.ts'
import { areasBelow, spreadOverAreas } from '../areas/areas.ts'
import { isSameUnit } from '../compare/compare.ts'
import type { EarlierAreas } from '../compare/follows.ts'
import { differenceBetween, hasRelativeChange, measurementOf } from '../poverty/change.ts'
import type { PlanFigures } from './plan-figures.ts'
import { nothingReported, type Reported } from './reported.ts'

export type OtherTimes = Pick<CompletionLine, 'inPeriod' | 'lastYear' | 'previous' | 'increments'>

/** What is known of the time before a report, and of the parts of its own. */
export interface KnownTimes {
  readonly own: PlanFigures
  /** Of the plan that this one follows; null: none is given. */
  readonly before: PlanFigures | null
  /** What the areas of this plan were in that one. */
  readonly areasThen: EarlierAreas
  /** The reporting period that was asked for; null: that of the newest figure. */
  readonly asked: Period | null
}

export interface LineOf {
  readonly indicator: Indicator
  readonly area: Area | null
  readonly reported: Reported
}

const none: OtherTimes = { inPeriod: null, lastYear: null, previous: null, increments: [] }

/** An actual beside other times: the same months a year before, the period before, and the parts that it is made of (CALCULATION §5). */
export function otherTimes(line: LineOf, times: KnownTimes): OtherTimes {
  const { reported, indicator } = line
  if (!reported.actual || !reported.period || indicator.type === 'date') return none
  const period = reported.period
  const lastYear = comparison(line, reported, yearBefore(period), times, 'over')
  if (indicator.type !== 'count') {
    return { ...none, lastYear, previous: lastFigureBefore(line, period, lastYear, times) }
  }
  return { ...none, lastYear, inPeriod: inPeriod(line, period, times), increments: increments(line, period, times) }
}

/** What a flow came to in the reporting period alone; null where it is all that was reported, or cannot be told. */
function inPeriod(line: LineOf, total: Period, times: KnownTimes): PeriodFigure | null {
  const period = times.asked ?? reportingPeriod(line, total, times.own)
  if (!period || period.start <= total.start) return null
  const reported = times.own.alone(line.indicator.id, line.area?.id ?? null, period)
  if (!reported?.actual || !reported.status) return null
  const [lastYears, before] = [yearBefore(period), periodBefore(period)]
  return {
    period,
    value: reported.actual,
    status: reported.status,
    partial: reported.partial,
    lastYear: comparison(line, reported, lastYears, times, 'alone'),
    // Of a year the one before is that of last year.
    previous: sameSpan(before, lastYears) ? null : comparison(line, reported, before, times, 'alone'),
  }
}

/** That of the newest figure where it starts after the plan: of what ends on its day the longest, also where areas report in different steps. */
function reportingPeriod(line: LineOf, total: Period, figures: PlanFigures): Period | null {
  let longest: Period | null = null
  for (const period of periodsOf(line, figures)) {
    const isPart = period.end === total.end && period.start > total.start
    if (isPart && (!longest || period.start < longest.start)) longest = period
  }
  return longest
}

/** The periods that a line rests on: its own, or, where it was added up, those of all areas. */
function periodsOf({ indicator, area, reported }: LineOf, { periods }: PlanFigures): readonly Period[] {
  const own = periods(indicator.id, area?.id ?? null)
  const isSum = own.length === 0 || reported.origin === 'areas'
  return isSum ? periods(indicator.id) : own
}

/** The newest figure before a period, of a period as long; null where it is the one of the year before. */
function lastFigureBefore(
  line: LineOf,
  period: Period,
  lastYear: Comparison | null,
  times: KnownTimes,
): Comparison | null {
  for (const figures of [times.own, times.before]) {
    let newest: Period | null = null
    for (const other of figures?.periods(line.indicator.id) ?? []) {
      const isBefore = other.end < period.start && areEquallyLong(other, period)
      if (isBefore && (!newest || other.end > newest.end)) newest = other
    }
    if (newest) {
      const isLastYears = lastYear !== null && sameSpan(newest, lastYear.period)
      return isLastYears ? null : comparison(line, line.reported, newest, times, 'over')
    }
  }
  return null
}

/** The steps of a running total: of the finest grain in which all are known, else of the finest in which at least two are. */
function increments(line: LineOf, total: Period, { own }: KnownTimes): readonly Increment[] {
  const { indicator, area } = line
  const periods = periodsOf(line, own)
  let withGaps: readonly Increment[] | null = null
  for (const grain of grainsBetween(commonGrain([total, ...periods]), commonGrain([total]))) {
    const steps = partsOf(total, grain).map((period): Increment => {
      return { period, value: own.valueAlone(indicator.id, area?.id ?? null, period) }
    })
    const known = steps.filter(({ value }) => value !== null).length
    if (known < 2) continue
    if (known === steps.length) return steps
    withGaps ??= steps
  }
  return withGaps ?? []
}

/** From the finest to the coarsest; what is reported by days may still give months. None where the total ends inside one. */
function grainsBetween(finest: Grain, coarsest: Grain): readonly Exclude<Grain, 'days'>[] {
  const between = grains.slice(grains.indexOf(coarsest), grains.indexOf(finest) + 1).reverse()
  return between.filter((grain) => grain !== 'days')
}

interface OtherFigure {
  readonly plan: string
  readonly indicator: Indicator
  readonly reported: Reported
}

/** Which figures of other times are asked for: those since a plan's start, or of their period alone. */
type Asked = 'over' | 'alone'

function comparison(
  line: LineOf,
  reported: Reported,
  period: Period,
  times: KnownTimes,
  asked: Asked,
): Comparison | null {
  const other = otherFigure(line, period, times, asked)
  const value = other?.reported.actual
  if (!other || !value || !reported.actual) return null
  const differsIn = differenceBetween(
    measurementOf(reported.newest, line.indicator),
    measurementOf(other.reported.newest, other.indicator),
  )
  const over = other.reported.period ?? period
  // An area that was there for a part of one of them has no like to like.
  const isLike = line.indicator.type !== 'count' || !reported.period || areEquallyLong(reported.period, over)
  const absolute = differsIn || !isLike ? null : reported.actual.minus(value)
  const { type } = line.indicator
  const relative = absolute && hasRelativeChange(type, value) ? absolute.dividedBy(value) : null
  const isRounded = other.reported.origin === 'reported' && other.reported.newest?.value?.decimals
  return {
    plan: other.plan,
    period: over,
    value,
    partial: other.reported.partial,
    differsIn,
    absolute,
    relative,
    ...(relative && isTinyBase(type, value, isRounded || null) && { tinyBase: true as const }),
  }
}

/** The figure of a period from the plan itself, where it is that long, else from the one that it follows. */
function otherFigure(
  line: LineOf,
  period: Period,
  { own, before, areasThen }: KnownTimes,
  asked: Asked,
): OtherFigure | null {
  const { indicator, area } = line
  if (contains(own.plan.period, period)) {
    const reported = own[asked](indicator.id, area?.id ?? null, period)
    return reported && { plan: own.plan.id, indicator, reported }
  }
  if (!before || !contains(before.plan.period, period)) return null
  const then = before.indicator(indicator.id)
  if (!then || !isSameThing(indicator, then)) return null
  const reportedIn = (id: string | null) => before[asked](then.id, id, period)
  const reported = area ? figureOfAreas(areasThen.get(area.id) ?? [], then, reportedIn, before.plan) : reportedIn(null)
  return reported && { plan: before.plan.id, indicator: then, reported }
}

/** Of one area as it was reported; of several that became one, their sum, where they can be added up. */
function figureOfAreas(
  ids: readonly string[],
  indicator: Indicator,
  reportedIn: (area: string) => Reported | null,
  { areas }: Plan,
): Reported | null {
  const [only] = ids
  if (only !== undefined && ids.length === 1) return reportedIn(only)
  const members = areas.filter(({ id }) => ids.includes(id)).map((area) => ({ ...area, parent: null }))
  const cells = new Map(members.flatMap(({ id }) => [[id, reportedIn(id) ?? nothingReported] as const]))
  return members.length > 0 ? spreadOverAreas(areasBelow(members, []), indicator, cells, []).whole : null
}

/** What bears one id in two plans is compared only where it is counted alike. */
export const isSameThing = (a: Indicator, b: Indicator): boolean => a.type === b.type && isSameUnit(a, b)
