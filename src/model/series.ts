import type { Exact } from './exact.ts'
import type { Indicator } from './indicator.ts'
import type { Area } from './plan.ts'
import type { Change, ChangeEnd } from './poverty-rate.ts'
import type { Partial } from './report.ts'

/** A poverty rate from year to year, in one plan of several years or through plans that follow one another. */
export interface PovertySeries {
  readonly indicator: Indicator
  readonly area: Area | null
  /** In order of time, at least two: one a year, and two of a day on which the rate is known under two standards. */
  readonly points: readonly SeriesPoint[]
}

export interface SeriesPoint {
  /** The id of the plan that it is a baseline or a result of. */
  readonly plan: string
  readonly end: ChangeEnd
  readonly partial: Partial | null
  /** What an earlier plan reported for the same day under the same standard, where that was another figure. */
  readonly restated: Exact | null
  /** In what it differs from the points before it, so that a new stretch begins and nothing is subtracted across. */
  readonly differsIn: Change['differsIn']
  /** From the point before it; null at the start of a stretch. */
  readonly sinceLast: SeriesChange | null
  /** From the first point of its stretch; null at its start. */
  readonly sinceFirst: SeriesChange | null
}

/** From one point of a stretch to a later one. */
export interface SeriesChange {
  /** Percentage points. */
  readonly absolute: Exact
  /** Per cent of the earlier one; null where that is zero. */
  readonly relative: Exact | null
  /** How many whole years lie between; null where they are none. */
  readonly years: number | null
  /** Percentage points a year, over these years. */
  readonly perYear: Exact | null
  /** Change in the number of poor households or persons. */
  readonly poor: Exact | null
  /** What the plans between the two planned together, signed; null where one of them planned nothing up to this day. */
  readonly planned: Change['planned']
  /** `absolute` / `planned`, 1 is 100%; null without a single planned change, or where that is zero. */
  readonly achievement: Exact | null
}
