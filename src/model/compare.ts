import type { Exact } from './exact.ts'
import type { Indicator, Measurement } from './indicator.ts'
import type { ObservationStatus } from './observation.ts'
import type { Period } from './period.ts'
import type { Area, Plan, Section } from './plan.ts'
import { measurementKeys } from './poverty-rate.ts'
import type { CompletionLine, Partial, PlanReport } from './report.ts'

/** Plans beside the plans that they follow, and the plans that stand alone. */
export interface ComparedPlans {
  /** Every "follows" is in exactly one of them. */
  readonly chains: readonly PlanChain[]
  readonly alone: readonly LonePlan[]
}

/** Plans of which each follows the one before. */
export interface PlanChain {
  /** Two or more, the oldest first. */
  readonly plans: readonly PlanReport[]
  /** In the order of the newest plan; what only older plans have stands behind what it stood behind there. */
  readonly rows: readonly ComparedRow[]
}

export const reasonsToStandAlone = [
  /** It follows no plan, and none follows it. */
  'follows-none',
  /** The plan that it follows was not read. */
  'not-given',
  /** The plan that it follows does not end before it begins. */
  'not-before',
] as const
export type ReasonToStandAlone = (typeof reasonsToStandAlone)[number]

export interface LonePlan {
  readonly plan: Plan
  readonly why: ReasonToStandAlone
}

/** One indicator, in the whole or in one area, over the years. */
export interface ComparedRow {
  /** As the newest plan has it that has it at all. */
  readonly indicator: Indicator
  readonly area: Area | null
  readonly section: Section | null
  /** How many wholes it is a part of. */
  readonly depth: number
  /** One for each plan. */
  readonly years: readonly ComparedYear[]
}

export const absences = ['not-in-plan', 'left-out'] as const
export type Absence = (typeof absences)[number]

/** What a row has in one year, and how that stands to the result of the year before. */
export interface ComparedYear {
  /** null: see `absent`. */
  readonly line: CompletionLine | null
  /** Why there is no line: the plan has no such indicator or area, or a problem kept it out. */
  readonly absent: Absence | null
  /** The value that the target comes to: its threshold, or the baseline changed as planned; null: ranges, tasks, none. */
  readonly planned: Exact | null
  /** The result of the year before; null: not known. */
  readonly previous: PreviousFigure | null
  /** Planned by previous. */
  readonly plannedOnPrevious: Relation | null
  /** Actual by planned. */
  readonly actualOnPlanned: Relation | null
  /** Actual by previous. */
  readonly actualOnPrevious: Relation | null
  /**
   * What makes `actualOnPrevious` of the other two, exactly: the product of the ratios, or the sum of the differences
   * where ratios are not taken; null where one of the three is not known.
   */
  readonly identity: 'product' | 'sum' | null
}

export const previousOrigins = [
  /** The actual of the plan that is followed. */
  'result',
  /** The plan's own baseline, where the plan before was not read or has no result. */
  'baseline',
  /** The plan's own baseline, where the result of that time was measured under something else. */
  'restated',
  /** The results of the areas that an area was made of. */
  'merged-areas',
] as const
export type PreviousOrigin = (typeof previousOrigins)[number]

export interface PreviousFigure {
  readonly origin: PreviousOrigin
  readonly value: Exact
  /** With how many it was printed at least; 0 where that is not known. */
  readonly decimals: number
  readonly period: Period | null
  readonly status: ObservationStatus | null
  readonly partial: Partial | null
  readonly measurement: Measurement
  /** The line that it was reached in; null: a baseline, or several areas. */
  readonly line: CompletionLine | null
  /** The plan's own baseline for the same time, where that is another figure. */
  readonly otherBaseline: Exact | null
}

/** In what two figures may differ, so that they are not compared. */
export const relationObstacles = [
  ...measurementKeys,
  'type',
  'unit',
  /** What adds up, over times of different length. */
  'length',
] as const
export type RelationObstacle = (typeof relationObstacles)[number]

export const ratioGaps = ['zero', 'negative'] as const
/** Why there is a difference and no ratio, although the figures are no percentages. */
export type RatioGap = (typeof ratioGaps)[number]

/** How one figure stands to another. */
export interface Relation {
  /** In what the two differ; then there is neither difference nor ratio. null: comparable. */
  readonly differsIn: RelationObstacle | null
  /** The one − the other: in the unit, percentage points for rates. */
  readonly difference: Exact | null
  /** The one ÷ the other, 1 is 100%; null for percentages, whose ratio is easily taken for a difference. */
  readonly ratio: Exact | null
  /** What the other is, that it is not divided by. */
  readonly ratioGap: RatioGap | null
}
