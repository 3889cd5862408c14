import type { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import type { Observation, ObservationStatus, PovertyCount, TaskState } from '../../model/observation.ts'
import type { Period } from '../../model/period.ts'
import type { ActualOrigin, Input, InputField, Partial } from '../../model/report.ts'

/** What is known of one indicator in the whole or in one area, as of the report. */
export interface Reported {
  readonly actual: Exact | null
  readonly state: TaskState | null
  readonly origin: ActualOrigin | null
  /** From the plan's start for what adds up, else the newest figure's own. */
  readonly period: Period | null
  /** The worst of the figures used. */
  readonly status: ObservationStatus | null
  readonly partial: Partial | null
  /** Whether a running total has fallen, so that it may again. */
  readonly hasFallen: boolean
  /** The newest observation used, which carries the standard and the counts; null where none was. */
  readonly newest: Observation | null
  /** Poor and households of a poverty rate, or what `rate_of` names; both or neither are used. */
  readonly numerator: Exact | null
  readonly denominator: Exact | null
  /** Of a poverty rate: households that left and joined the poor; null where none of it was reported. */
  readonly moved: Moved | null
  /** What it was calculated from, put together when it is asked for: few reports show the inputs of thousands of areas. */
  readonly inputs: () => readonly Input[]
  readonly superseded: readonly Observation[]
}

/** Only what was reported; a movement that was not is absent. */
export type Moved = Readonly<{ [movement in (typeof movementKeys)[number]]?: Exact }>
export const movementKeys = ['escaped', 'relapsed', 'new', 'other'] as const satisfies readonly PovertyCount[]

const noInputs: Reported['inputs'] = () => []

export const nothingReported: Reported = {
  actual: null,
  state: null,
  origin: null,
  period: null,
  status: null,
  partial: null,
  hasFallen: false,
  newest: null,
  numerator: null,
  denominator: null,
  moved: null,
  inputs: noInputs,
  superseded: [],
}

/** Final over provisional over estimate. */
const statusRank: Readonly<Record<ObservationStatus, number>> = { final: 0, provisional: 1, estimate: 2 }

export function isBetter(status: ObservationStatus, other: ObservationStatus): boolean {
  return statusRank[status] < statusRank[other]
}

export function worstStatus(statuses: readonly (ObservationStatus | null)[]): ObservationStatus | null {
  let worst: ObservationStatus | null = null
  for (const status of statuses) if (status && (!worst || statusRank[status] > statusRank[worst])) worst = status
  return worst
}

export function observedInput(field: InputField, figure: Figure, observation: Observation): Input {
  const { period, area, status, note, rows } = observation
  const input = {
    field,
    text: figure.text,
    at: figure.at,
    source: figure.source ?? observation.source,
    period,
    area,
    status,
    figure,
    note,
  }
  return rows ? Object.assign(input, { rows: rows.reported }) : input
}

/** Rows that sums were made without, and that belong to them or may; null: none. */
export function withoutRows(observations: readonly Observation[]): Partial | null {
  let [reported, expected] = [0, 0]
  for (const { rows } of observations) {
    if (!rows) continue
    reported += rows.reported
    expected += rows.expected
  }
  return reported < expected ? { of: 'rows', reported, expected } : null
}
