import type { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import type { Baseline, State, StatedTarget } from '../../model/indicator.ts'
import { type Observation, type ObservationStatus, type PovertyCount, povertyCounts } from '../../model/observation.ts'
import type { Period } from '../../model/period.ts'
import type { Area } from '../../model/plan.ts'
import type { ActualOrigin, Input, InputField, Partial } from '../../model/report.ts'

/** What is known of one indicator in the whole or in one area, as of the report. */
export interface Reported {
  readonly actual: Exact | null
  readonly state: State | null
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

/** Every value that a line was calculated from, with its place: the target first, then the baseline, then the results. */
export function inputsOf(
  target: StatedTarget | null,
  original: StatedTarget | null,
  baseline: Baseline | null,
  reported: Reported,
  area: Area | null,
): readonly Input[] {
  const inputs: Input[] = []
  const of = area?.id ?? null
  if (target) inputs.push(targetInput('target', target, of))
  if (original) inputs.push(targetInput('original-target', original, of))
  if (baseline) for (const added of baselineInputs(baseline, of)) inputs.push(added)
  const observed = reported.inputs()
  for (const input of observed) inputs.push(input)
  for (const added of [...stateInput(reported), ...otherCounts(reported, observed)]) inputs.push(added)
  for (const observation of reported.superseded) {
    const figure = observation.value ?? observation.cumulative
    if (figure) inputs.push(observedInput('superseded', figure, observation))
  }
  return inputs
}

function targetInput(field: InputField, { text, at, source, period }: StatedTarget, area: string | null): Input {
  return { field, text, at, source, period: period ?? null, area, status: null, figure: null, note: null }
}

function baselineInputs({ value, poor, households, mpi, period }: Baseline, area: string | null): readonly Input[] {
  const input = (field: InputField, figure: Figure | null): readonly Input[] =>
    figure
      ? [
          {
            field,
            text: figure.text,
            at: figure.at,
            source: figure.source,
            period,
            area,
            status: null,
            figure,
            note: null,
          },
        ]
      : []
  return [
    ...input('baseline', value),
    ...input('baseline-poor', poor),
    ...input('baseline-households', households),
    ...input('baseline-headcount', mpi?.headcount ?? null),
    ...input('baseline-intensity', mpi?.intensity ?? null),
  ]
}

function stateInput({ newest, state }: Reported): readonly Input[] {
  const said = newest?.state ?? newest?.value
  if (!newest || !said || !state) return []
  const { text, at } = said
  const { source, period, area, status, note } = newest
  return [{ field: 'actual', text, at, source, period, area, status, figure: null, note }]
}

export const fieldOfCount: Readonly<Record<PovertyCount, InputField>> = {
  poor: 'poor',
  households: 'households',
  poor_change: 'poor-change',
  escaped: 'escaped',
  relapsed: 'relapsed',
  new: 'new',
  other: 'other',
}

/** Counts that were reported with a rate and are not among its inputs already. */
function otherCounts({ newest }: Reported, inputs: readonly Input[]): readonly Input[] {
  if (!newest) return []
  return povertyCounts.flatMap((count) => {
    const figure = newest.counts[count]
    const isMissing = figure && !inputs.some((input) => input.figure === figure)
    return isMissing ? [observedInput(fieldOfCount[count], figure, newest)] : []
  })
}
