import type { Source } from '../../model/figure.ts'
import { type Baseline, type boundsOf, type IndicatorType, type Measurement, unitOf } from '../../model/indicator.ts'
import { civilDate, type Period } from '../../model/period.ts'
import { periodAt, sourceAt, textAt, wordAt } from '../document/fields.ts'
import { report, type Scope } from '../document/scope.ts'
import { MapNode } from '../document/tree.ts'
import {
  figureAt,
  mpiAt,
  reportMorePoorThanAll,
  reportNegative,
  reportOutOf,
  standardErrorAt,
} from '../number/figures.ts'

export interface BaselineContext {
  readonly type: IndicatorType
  readonly bounds: ReturnType<typeof boundsOf>
  /** The indicator's: it holds for the baseline unless that says otherwise. */
  readonly measurement: Measurement
  /** The plan's; null: it could not be read. */
  readonly planPeriod: Period | null
  readonly source: Source | null
  readonly scope: Scope
}

export interface Baselines {
  /** null: not stated, for the whole. */
  readonly whole: Baseline | null
  readonly byArea: ReadonlyMap<string, Baseline>
}

/** The baselines that stand in a `baseline` map. */
export function baselinesFrom(map: MapNode, context: BaselineContext): Baselines {
  const period = periodAt(map, 'period')
  const measurement = measurementOf(map, measurementAround(period, context))
  const inner = { ...context, measurement, source: sourceAt(map, 'source') ?? context.source }
  const areas = map.get('areas')
  const byArea = new Map<string, Baseline>()
  if (areas instanceof MapNode) {
    for (const [area, { value }] of areas.entries) {
      const found = value instanceof MapNode ? figuresOf(value, inner) : null
      if (found) byArea.set(area, { ...measurement, ...found, period })
    }
  }
  const whole = figuresOf(map, inner, areas !== undefined)
  return { whole: whole && { ...measurement, ...whole, period }, byArea }
}

/**
 * What a baseline takes over from its indicator. The standard of 2022-2025 is that of a baseline of 2021, from which it was
 * brought in, and of none before. A baseline without a time is that of the day before the plan.
 */
function measurementAround(period: Period | null, { measurement, planPeriod }: BaselineContext): Measurement {
  const first = firstYear(measurement.standard)
  const day = period?.end ?? (planPeriod && planPeriod.start - 1)
  const isBefore = first !== null && day !== null && civilDate(day).year < first - 1
  return isBefore ? { ...measurement, standard: null } : measurement
}

/** The first year of a standard that is named by its years, `2022-2025`; null for any other name. */
function firstYear(standard: string | null): number | null {
  const [, first] = /(?<!\d)(\d{4})\s*[-\u2010-\u2015\u2212]\s*\d{4}(?!\d)/.exec(standard ?? '') ?? []
  return first === undefined ? null : Number(first)
}

/** What is written in `map`, else what holds around it. */
export function measurementOf(map: MapNode, around: Measurement): Measurement {
  return {
    standard: textAt(map, 'standard') ?? around.standard,
    measured: wordAt(map, 'measured', ['households', 'persons']) ?? around.measured,
    method: textAt(map, 'method') ?? around.method,
  }
}

/** Whether a change can be counted from it. */
export function givesValue(baseline: Baseline | null | undefined): boolean {
  return Boolean(baseline && (baseline.value || baseline.mpi || (baseline.poor && baseline.households)))
}

type BaselineFigures = Pick<Baseline, 'value' | 'poor' | 'households' | 'standardError' | 'mpi' | 'at'>

function figuresOf(map: MapNode, context: BaselineContext, mayBeEmpty = false): BaselineFigures | null {
  const { type, bounds, source, scope } = context
  const unit = bounds === 'index-0-1' ? null : unitOf(type) === 'number' ? 'number' : 'percent'
  reportMisplacedKeys(map, context)
  const key = map.entries.has('rate') ? 'rate' : 'value'
  const value = figureAt(map, key, unit, source, scope)
  const poor = figureAt(map, 'poor', 'number', source, scope)
  const households = figureAt(map, 'households', 'number', source, scope)
  reportOutOf(bounds, value, scope)
  reportNegative(poor, scope)
  reportNegative(households, scope)
  reportMorePoorThanAll(poor, households, scope)

  const standardError = standardErrorAt(map, scope)
  const mpi = mpiAt(map, source, scope)
  const at = map.entries.get(key)?.value.at ?? map.entries.get('poor')?.value.at ?? map.at
  if (['value', 'rate', 'poor', 'households', 'mpi'].some((each) => map.entries.has(each))) {
    return { value, poor, households, ...(standardError && { standardError }), ...(mpi && { mpi }), at }
  }
  if (!mayBeEmpty) {
    const missing = type === 'poverty-rate' ? 'rate' : 'value'
    report(scope, 'missing-key', { ...map.at, length: 1 }, { key: missing, of: 'baseline' })
  }
  return null
}

function reportMisplacedKeys(map: MapNode, { type, scope }: BaselineContext): void {
  const rate = map.entries.get('rate')
  const value = map.entries.get('value')
  if (rate && unitOf(type) === 'number') report(scope, 'key-not-for-type', rate.keyAt, { key: 'rate', type })
  // They are two names of one key.
  if (rate && value) report(scope, 'duplicate-key', value.keyAt, { key: 'value', first: rate.keyAt })
  for (const key of ['se', 'ci']) {
    const entry = map.entries.get(key)
    if (entry && type !== 'rate' && type !== 'poverty-rate') {
      report(scope, 'key-not-for-type', entry.keyAt, { key, type })
    }
  }
  const mpi = map.entries.get('mpi')
  if (mpi && type !== 'index') report(scope, 'key-not-for-type', mpi.keyAt, { key: 'mpi', type })
  for (const key of ['poor', 'households']) {
    const entry = map.entries.get(key)
    if (entry && type !== 'poverty-rate') report(scope, 'key-not-for-type', entry.keyAt, { key, type })
  }
}
