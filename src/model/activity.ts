import type { Name } from './figure.ts'

/** What an activity file of IATI says of results, as it is written there. */
export interface Activity {
  readonly id: string
  readonly title: Name
  /** Areas by their `ref`. */
  readonly locations: ReadonlyMap<string, Name>
  readonly indicators: readonly ActivityIndicator[]
}

export interface ActivityIndicator {
  readonly title: Name
  /** The title of the result that it stands in. */
  readonly result: Name
  /** `1` numbers, `2` per cent, `5` words. */
  readonly measure: string
  /** null: not stated. */
  readonly ascending: boolean | null
  readonly figures: readonly ActivityFigure[]
}

export interface ActivityFigure {
  readonly kind: 'baseline' | 'target' | 'actual'
  /** Day numbers; of a baseline the year, or the day that stands beside it. */
  readonly start: number
  readonly end: number
  /** null: none is stated. */
  readonly value: string | null
  /** The area, by its `ref`; null: the whole. */
  readonly location: string | null
  /** `sex: female`; empty: of all. */
  readonly dimensions: string
  readonly comment: string
  /** Where it stands among its like: `result 1, indicator 2, period 1`. */
  readonly place: string
}
