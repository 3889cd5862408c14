import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import { type Indicator, isChangeTarget, unitOf } from '../../model/indicator.ts'
import type { Observation } from '../../model/observation.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { MatchedPlan } from './match.ts'

/** A rate that a table gives, without a mark that says what it is. */
interface UnmarkedRate {
  readonly figure: Figure
  readonly indicator: Indicator
}

/** So many times the largest rate of a table, a target or baseline is no figure of the same kind. */
const TIMES = Exact.of(10n)

/**
 * Tables that may give rates as fractions of 1, 0.12 for 12%, and do not say so: all of their rates are between 0 and 1, and a
 * target or baseline is at least ten times above the largest. A table is told of once, by the first such rate.
 */
export function fractionDoubts(plans: readonly Pick<MatchedPlan, 'plan' | 'observations'>[]): readonly Problem[] {
  const byFile = new Map<string, UnmarkedRate[]>()
  for (const { plan, observations } of plans) {
    for (const indicator of plan.indicators) {
      if (unitOf(indicator.type) !== 'percent') continue
      for (const rows of observations.get(indicator.id)?.values() ?? []) {
        for (const row of rows) addTo(byFile, row, indicator)
      }
    }
  }
  return [...byFile.values()].flatMap((rates) => doubtAbout(rates) ?? [])
}

function addTo(byFile: Map<string, UnmarkedRate[]>, { fractions, value }: Observation, indicator: Indicator): void {
  if (fractions !== null || value?.mark !== 'none') return
  const { file, sheet = '' } = value.at
  const table = JSON.stringify([file, sheet])
  const rates = byFile.get(table)
  if (rates) rates.push({ figure: value, indicator })
  else byFile.set(table, [{ figure: value, indicator }])
}

function doubtAbout(rates: readonly UnmarkedRate[]): Problem | null {
  let largest = Exact.ZERO
  for (const { figure } of rates) {
    if (figure.value.sign < 0) return null
    if (figure.value.isAbove(largest)) largest = figure.value
  }
  if (largest.isZero || largest.isAbove(Exact.ONE)) return null
  const limit = largest.times(TIMES)
  const doubtful = rates.flatMap(({ figure, indicator }) => {
    const against = figure.value.isZero ? null : farAbove(limit, indicator)
    return against ? [{ figure, indicator, against }] : []
  })
  const [first] = doubtful.sort((a, b) => {
    return a.figure.at.line - b.figure.at.line || a.figure.at.column - b.figure.at.column
  })
  if (!first) return null
  const { figure, indicator, against } = first
  return problem('fraction-or-percent', figure.at, {
    indicator: indicator.id,
    written: figure.text,
    percent: figure.value.toDecimal(),
    asFraction: figure.value.times(Exact.HUNDRED).toDecimal(),
    against: against.what,
    value: against.value.toDecimal(),
  })
}

function farAbove(limit: Exact, { target, baseline }: Indicator) {
  const isFar = (value: Exact | null | undefined) => value && value.compare(limit) >= 0
  const stated = target && targetValue(target.target)
  if (stated && isFar(stated)) return { what: 'target', value: stated } as const
  const started = baseline?.value?.value
  return started && isFar(started) ? ({ what: 'baseline', value: started } as const) : null
}

/** The figure that is aimed at; null: it is no figure, or a change. */
function targetValue(target: NonNullable<Indicator['target']>['target']): Exact | null {
  if (target.kind === 'done' || isChangeTarget(target)) return null
  return target.kind === 'between' ? target.range.high : target.value
}
