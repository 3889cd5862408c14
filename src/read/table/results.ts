import type { Exact } from '../../model/exact.ts'
import type { Figure, Place, Source } from '../../model/figure.ts'
import type { Measurement } from '../../model/indicator.ts'
import {
  type Basis,
  type Observation,
  type ObservationStatus,
  type PovertyCount,
  povertyCounts,
  type ReportedState,
} from '../../model/observation.ts'
import { type Period, sameSpan } from '../../model/period.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { type PassedOver, SKIP, type TableFigure, type TableMapping } from '../../model/table.ts'
import { REACH } from '../number/figures.ts'
import type { UnreadResult } from '../results/actuals.ts'
import type { RefusedRow } from './grid.ts'

/** What a row is about; null: not stated. */
export interface RowKey extends Measurement {
  readonly indicator: string | null
  readonly area: string | null
  readonly period: Period | null
  /** As written. */
  readonly provider: string | null
  readonly basis: Basis | null
  readonly status: ObservationStatus
  /** Of the year before that which the row says. */
  readonly isYearBefore?: true
}

/** A figure of one row, or the sum of those of several. */
export interface RowFigure {
  readonly value: Exact
  /** How many were written; of a sum how many it has. */
  readonly decimals: number
  /** As written; null: a sum. */
  readonly text: string | null
  readonly at: Place
  /** Of how many rows. */
  readonly count: number
  /** There where one cell holds a day. */
  readonly isDay?: true
}

/** Rows that are about the same. */
export interface RowGroup {
  readonly key: RowKey
  readonly state: string | null
  /** What stands at its values: `%`, the sign of a currency, or nothing. */
  readonly mark: string
  /** All of them, also those in which nothing stands. */
  readonly rows: number
  readonly figures: ReadonlyMap<TableFigure, RowFigure>
  /** null: none, or not the same in all rows. */
  readonly source: string | null
  readonly note: string | null
  /** Where the first of them names its indicator, area and period. */
  readonly at: Place
  readonly areaAt: Place | null
  readonly periodAt: Place | null
}

/** What is known of rows that could not be read. */
export interface RefusedRows {
  /** null: not known. */
  readonly indicator: string | null
  /** undefined: not known. */
  readonly area: string | null | undefined
  /** null: not known. */
  readonly period: Period | null
  readonly rows: number
}

export interface EqualRows {
  readonly count: number
  readonly at: Place
}

/** What became of the rows of a table. */
export interface TableRead {
  /** Of a large table they are made anew whenever they are gone through. */
  readonly groups: Iterable<RowGroup>
  readonly refused: readonly RefusedRows[]
  /** The refused rows, in their order; of a large table it may be only the first ones. */
  readonly refusals: readonly RefusedRow[]
  /** Rows of a register that are equal to one before them, and the first of these; null: none, or it is no register. */
  readonly equalRows: EqualRows | null
  /** Warnings of what counts though a spreadsheet does not show it. */
  readonly hidden?: readonly Problem[]
  /** All rows below the header, those passed over among them. */
  readonly rows: number
  readonly passed: PassedOver
  /** Why the table could not be read at all. */
  readonly problems: readonly Problem[]
}

export function refusedCount({ refused }: Pick<TableRead, 'refused'>): number {
  return refused.reduce((sum, { rows }) => sum + rows, 0)
}

/** The results that the rows of a table come to; those that a refused row belongs to, or may, say so. */
export function observationsFrom(
  { groups, refused }: Pick<TableRead, 'groups' | 'refused'>,
  mapping: TableMapping,
): readonly Observation[] {
  const lost = lostRows(refused)
  const observations: Observation[] = []
  for (const group of groups) {
    const observation = observationFrom(group, mapping, lost)
    if (observation) observations.push(observation)
  }
  return observations
}

/** The results that are not whole without the rows that were refused. */
export function unreadResultsFrom(refused: readonly RefusedRows[], mapping: TableMapping): readonly UnreadResult[] {
  const indicators = new Set(
    refused.flatMap(({ indicator }) => (indicator === null ? indicatorsOf(mapping) : [indicator])),
  )
  return [...indicators].map((indicator) => ({ plans: mapping.plans, indicator, because: null }))
}

/** The results that a table which cannot be read may hold. */
export function unreadResultsOf(mapping: TableMapping): readonly UnreadResult[] {
  return indicatorsOf(mapping).map((indicator) => ({ plans: mapping.plans, indicator, because: null }))
}

/** null: any. */
function indicatorsOf({ stated, codes, values }: TableMapping): readonly (string | null)[] {
  if (stated.indicator !== null) return [stated.indicator]
  const ofColumns = values.flatMap(({ indicator }) => indicator ?? [])
  if (ofColumns.length > 0) return ofColumns
  return codes.indicator && !mayBeNamed(codes.indicator) ? [...codes.indicator.values()] : [null]
}

function mayBeNamed(codes: ReadonlyMap<string, string>): boolean {
  return [...codes.values()].includes(SKIP)
}

function observationFrom(group: RowGroup, mapping: TableMapping, lost: LostRows): Observation | null {
  const { key, state, figures, rows, at, areaAt, periodAt } = group
  const { indicator, area, period } = key
  if (indicator === null || period === null || (figures.size === 0 && !state)) return null
  const source = group.source === null ? mapping.stated.source : titled(group.source)
  // Of a form with a column of the month and one of the time since the plan began, rates take the second one.
  const isLatest = figures.has('cumulative') && mapping.known?.latest.has(indicator) === true
  const figure = (field: TableFigure) => figureFrom(figures.get(field), field, group, source)
  // A state or a text may be written in digits.
  const digits = mapping.known?.worded.has(indicator) ? (figures.get('value')?.text?.trim() ?? null) : null
  const expected = mapping.isRegister ? rows + lost(key) : 1
  // Put together key by key: there may be a million of them, and spreading one object into another takes longest.
  const observation: Writable<Observation> = {
    plans: mapping.plans,
    indicator,
    area,
    period,
    basis: key.basis,
    status: key.status,
    standard: key.standard,
    measured: key.measured,
    method: key.method,
    value: digits === null ? figure(isLatest ? 'cumulative' : 'value') : null,
    cumulative: isLatest ? null : figure('cumulative'),
    counts: countsOf(figures, figure),
    state: stateFrom(state ?? digits, at, mapping),
    published: figure('published'),
    note: rows > 1 || group.note === null ? null : { vi: group.note, en: group.note },
    source,
    at,
    // Present in each, also where undefined: keys that are put in later lie in a list of their own.
    fractions: mapping.fractions,
    provider: (key.provider === null ? mapping.stated.provider : { text: key.provider, at }) ?? undefined,
    areaAt: areaAt ?? undefined,
    periodAt: periodAt ?? undefined,
    rows: expected > 1 ? { reported: reportedRows(group), expected } : undefined,
  }
  const [error, margin] = [figures.get('standard_error'), figures.get('margin_of_error')]
  const stated = error ?? margin
  if (stated) observation.standardErrorAt = stated.at
  if (error) observation.standardError = error.value
  else if (margin && mapping.confidence) observation.standardError = margin.value.dividedBy(REACH[mapping.confidence])
  const [headcount, intensity] = [figure('mpi_headcount'), figure('mpi_intensity')]
  if (headcount && intensity) observation.mpi = { headcount, intensity }
  else if (headcount) observation.halfMpi = { part: headcount, lacks: 'mpi_intensity' }
  else if (intensity) observation.halfMpi = { part: intensity, lacks: 'mpi_headcount' }
  if (mapping.stated.isYearBefore) observation.isYearBefore = 'all'
  else if (key.isYearBefore) observation.isYearBefore = 'column'
  return observation
}

function stateFrom(text: string | null, at: Place, { notation }: TableMapping): ReportedState | null {
  if (text === null) return null
  const asNumber = { written: text, notation, why: 'no-result', table: true } as const
  return { text, at, asNumber: problem('not-a-number', at, asNumber) }
}

type Writable<Of> = { -readonly [Key in keyof Of]: Of[Key] }

const NO_COUNTS: Observation['counts'] = {}

function countsOf(
  figures: ReadonlyMap<TableFigure, unknown>,
  figure: (field: PovertyCount) => Figure | null,
): Observation['counts'] {
  if (!povertyCounts.some((field) => figures.has(field))) return NO_COUNTS
  const counts: { [field in PovertyCount]?: Figure } = {}
  for (const field of povertyCounts) {
    const found = figure(field)
    if (found) counts[field] = found
  }
  return counts
}

/** Rows in which each figure stands that stands in any. */
function reportedRows({ figures, rows }: RowGroup): number {
  let least = rows
  for (const { count } of figures.values()) least = Math.min(least, count)
  return least
}

function figureFrom(
  found: RowFigure | undefined,
  field: TableFigure,
  { mark: written }: RowGroup,
  source: Source | null,
): Figure | null {
  // What was printed about one row says nothing about several.
  if (!found || (field === 'published' && found.count > 1)) return null
  const { value, decimals, text, at, isDay } = found
  const mark = field === 'value' && written === '%' ? 'percent' : 'none'
  const figure: Figure = { value, decimals, mark, text: text ?? value.toDecimal(), at, source }
  return isDay ? { ...figure, isDay } : figure
}

function titled(text: string): Source {
  return { title: { vi: text, en: text }, url: null, page: null, date: null }
}

/** How many rows that could not be read belong to a key, or may. */
type LostRows = (key: RowKey) => number

function lostRows(refused: readonly RefusedRows[]): LostRows {
  if (refused.length === 0) return () => 0
  const ofKnownKey = new Map<string, number>()
  const ofIndicator = new Map<string | null, RefusedRows[]>()
  for (const each of refused) {
    const { indicator, area, period, rows } = each
    if (indicator !== null && area !== undefined && period) {
      const known = keyText(indicator, area, period)
      ofKnownKey.set(known, (ofKnownKey.get(known) ?? 0) + rows)
    } else {
      const same = ofIndicator.get(indicator)
      if (same) same.push(each)
      else ofIndicator.set(indicator, [each])
    }
  }
  return ({ indicator, area, period }) => {
    if (indicator === null || !period) return 0
    const possible = [...(ofIndicator.get(indicator) ?? []), ...(ofIndicator.get(null) ?? [])]
    const may = possible.filter((each) => {
      return (each.area === undefined || each.area === area) && (!each.period || sameSpan(each.period, period))
    })
    return may.reduce((sum, { rows }) => sum + rows, ofKnownKey.get(keyText(indicator, area, period)) ?? 0)
  }
}

function keyText(indicator: string, area: string | null, { start, end }: Period): string {
  return JSON.stringify([indicator, area, start, end])
}
