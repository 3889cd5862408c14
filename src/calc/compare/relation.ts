import type { Relation, RelationObstacle } from '../../model/compare.ts'
import type { Exact } from '../../model/exact.ts'
import { type Indicator, type Measurement, unitOf } from '../../model/indicator.ts'
import { civilDate, commonGrain, dayCount, grainCount, type Period } from '../../model/period.ts'
import { composed } from '../../model/text.ts'
import { differenceBetween } from '../poverty/change.ts'

/** A figure with what has to be the same in another for the two to be compared. */
export interface Comparable {
  readonly indicator: Indicator
  readonly value: Exact
  readonly measurement: Measurement
  /** What it covers; null: not known, or of no importance. */
  readonly period: Period | null
}

/**
 * How one figure stands to another: the difference, and for what is no percentage the ratio as well. A ratio needs a
 * figure above zero below it: of nothing there is no share, and that of a loss reads the wrong way round.
 */
export function relationOf(one: Comparable, other: Comparable): Relation {
  const differsIn = obstacleBetween(one, other)
  if (differsIn) return { differsIn, difference: null, ratio: null, ratioGap: null }
  const difference = one.value.minus(other.value)
  if (unitOf(one.indicator.type) === 'percent') return { differsIn, difference, ratio: null, ratioGap: null }
  if (other.value.sign > 0) {
    return { differsIn, difference, ratio: one.value.dividedBy(other.value), ratioGap: null }
  }
  return { differsIn, difference, ratio: null, ratioGap: other.value.isZero ? 'zero' : 'negative' }
}

function obstacleBetween(one: Comparable, other: Comparable): RelationObstacle | null {
  if (one.indicator.type !== other.indicator.type) return 'type'
  if (!isSameUnit(one.indicator, other.indicator)) return 'unit'
  const differing = differenceBetween(one.measurement, other.measurement)
  if (differing) return differing
  const addsUpOverTime = one.indicator.type === 'count'
  return addsUpOverTime && one.period && other.period && !isSameLength(one.period, other.period) ? 'length' : null
}

/** Units that agree in one language agree: the other may have been worded anew. One that is not stated may be any. */
export function isSameUnit({ unit: a }: Indicator, { unit: b }: Indicator): boolean {
  return !a || !b || wordKey(a.vi) === wordKey(b.vi) || wordKey(a.en) === wordKey(b.en)
}

function wordKey(text: string): string {
  return composed(text).trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Equally many years, months …, or between the same days of the calendar: February counts for one month in every year. */
function isSameLength(a: Period, b: Period): boolean {
  const grain = commonGrain([a, b])
  if (grain !== 'days') return grainCount(a, grain) === grainCount(b, grain)
  return dayCount(a) === dayCount(b) || calendarSpan(a) === calendarSpan(b)
}

function calendarSpan({ start, end }: Period): string {
  const [first, last] = [civilDate(start), civilDate(end)]
  return [first.month, first.dayOfMonth, last.month, last.dayOfMonth, last.year - first.year].join('/')
}
