import type { Exact } from './exact.ts'
import type { Figure, Name, Place, Source } from './figure.ts'
import type { Measurement, MpiParts } from './indicator.ts'
import type { Period } from './period.ts'
import type { Problem } from './problem.ts'
import type { SummedRows } from './table.ts'

/** SDMX OBS_STATUS A, P and E. */
export const observationStatuses = ['final', 'provisional', 'estimate'] as const
export type ObservationStatus = (typeof observationStatuses)[number]

/** Whether a figure that starts after the plan counts its own period only, or all since the plan's start. */
export const bases = ['increment', 'cumulative'] as const
export type Basis = (typeof bases)[number]

/** Of confidence intervals of surveys. */
export const confidenceLevels = ['90%', '95%', '99%'] as const
export type ConfidenceLevel = (typeof confidenceLevels)[number]

export const taskStates = ['done', 'in-progress', 'not-started'] as const
export type TaskState = (typeof taskStates)[number]

/** Counts that a poverty-rate observation may carry besides the rate itself. */
export const povertyCounts = ['poor', 'households', 'poor_change', 'escaped', 'relapsed', 'new', 'other'] as const
export type PovertyCount = (typeof povertyCounts)[number]

export interface ReportedState {
  readonly text: string
  readonly at: Place
  /** What is wrong with it where a number should stand. */
  readonly asNumber: Problem
}

export interface StatedProvider {
  readonly text: string
  readonly at: Place
  /** The document says it of all its results, also of those that have one provider only. */
  readonly isOfAll?: true
}

/** What was reported for one indicator, one period and one area. */
export interface Observation extends Measurement {
  /** The plans that it answers. */
  readonly plans: readonly string[]
  readonly indicator: string
  readonly area: string | null
  /** Where the area is named, in the row or for the whole document. */
  readonly areaAt?: Place | undefined
  /** Where groups are named. */
  readonly groupsAt?: Place
  readonly period: Period
  /** Where the period is named, in the row or for the whole document. */
  readonly periodAt?: Place | undefined
  readonly basis: Basis | null
  readonly status: ObservationStatus
  /** The figure itself: `value`, or `rate` of a poverty rate. */
  readonly value: Figure | null
  /** The running total since the plan's start, where a form gives both. */
  readonly cumulative: Figure | null
  readonly counts: Readonly<Partial<Record<PovertyCount, Figure>>>
  /** What is no number: the state of a task, or a text. Which of them it may be, its indicator says. */
  readonly state: ReportedState | null
  /** The percentage that was printed about it. */
  readonly published: Figure | null
  /** Who gives it, by id or name; absent: not stated. */
  readonly provider?: StatedProvider | undefined
  /** Of a survey, in percentage points; absent: none is stated. */
  readonly standardError?: Exact
  /** Of a table: the cell that says it. */
  readonly standardErrorAt?: Place
  /** Of a multidimensional index; absent: none is stated. */
  readonly mpi?: MpiParts<Figure>
  /** Of a row of a table that has only one of its two parts. */
  readonly halfMpi?: { readonly part: Figure; readonly lacks: 'mpi_headcount' | 'mpi_intensity' }
  readonly note: Name | null
  readonly source: Source | null
  /**
   * Of a table: whether unmarked values of rates are fractions of 1 (true), per cent (false), or nobody says (null). There is
   * none in a document.
   */
  readonly fractions?: boolean | null
  /**
   * It answers no plan of its own, and is what this year is held against: it stands in a column of the year before, or
   * where all results are of that year.
   */
  readonly isYearBefore?: 'column' | 'all'
  /** Where it is a sum of rows of a table. */
  readonly rows?: SummedRows | undefined
  /** Where its indicator is named: the key of a short form, the value of a long one. */
  readonly at: Place
}

/** A plan that some file of results speaks of: kept to tell a result without a plan. */
export interface PlanReference {
  readonly plan: string
  readonly at: Place
}
