import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import { type Indicator, isChangeTarget, unitOf } from '../../model/indicator.ts'
import { type Problem, type ProblemArguments, problem } from '../../model/problem.ts'
import type { MatchedPlan } from './match.ts'

type Doubt = ProblemArguments['fraction-or-percent']

/** A rate without a mark that says what it is, and the figures that it is held against. */
interface UnmarkedRate extends Pick<Figure, 'value' | 'text' | 'at'> {
  readonly indicator: Indicator
  readonly others: readonly { readonly what: Doubt['against']; readonly value: Exact }[]
}

/** So many times the largest rate of a table, a target or baseline is no figure of the same kind. */
const TIMES = Exact.of(10n)

/**
 * Tables and files of results that may give rates as fractions of 1, 0.12 for 12%, and do not say so: all of their rates are
 * between 0 and 1, and a target or baseline is at least ten times above the largest. Likewise the targets of a plan, and its
 * results. Each is told of once, by the first such rate.
 */
export function fractionDoubts(plans: readonly Pick<MatchedPlan, 'plan' | 'observations'>[]): readonly Problem[] {
  const groups = new Map<string, { readonly of: Doubt['of']; readonly rates: UnmarkedRate[] }>()
  const add = (of: Doubt['of'], rate: UnmarkedRate) => {
    const { file, sheet = '' } = rate.at
    const key = JSON.stringify([of, file, sheet])
    const group = groups.get(key) ?? { of, rates: [] }
    groups.set(key, group)
    group.rates.push(rate)
  }
  for (const { plan, observations } of plans) {
    for (const indicator of plan.indicators) {
      if (unitOf(indicator.type) !== 'percent') continue
      const { target: stated, baseline } = indicator
      const target = stated && targetValue(stated.target)
      const started = baseline?.value?.value
      const aims = [
        ...(target ? [{ what: 'target', value: target } as const] : []),
        ...(started ? [{ what: 'baseline', value: started } as const] : []),
      ]
      const actuals: UnmarkedRate['others'][number][] = []
      for (const rows of observations.get(indicator.id)?.values() ?? []) {
        for (const { value, fractions } of rows) {
          if (value) actuals.push({ what: 'actual', value: value.value })
          if (value?.mark !== 'none' || typeof fractions === 'boolean') continue
          add(fractions === null ? 'table' : 'results', { ...value, indicator, others: aims })
        }
      }
      if (!stated || !target || stated.text.includes('%')) continue
      add('plan', { value: target, text: stated.text, at: stated.at, indicator, others: actuals })
    }
  }
  return [...groups.values()].flatMap(({ of, rates }) => doubtAbout(rates, of) ?? [])
}

function doubtAbout(rates: readonly UnmarkedRate[], of: Doubt['of']): Problem | null {
  let largest = Exact.ZERO
  for (const { value } of rates) {
    if (value.sign < 0) return null
    if (value.isAbove(largest)) largest = value
  }
  if (largest.isZero || largest.isAbove(Exact.ONE)) return null
  const limit = largest.times(TIMES)
  const doubtful = rates.flatMap((rate) => {
    const against = rate.value.isZero ? undefined : rate.others.find(({ value }) => value.compare(limit) >= 0)
    return against ? [{ ...rate, against }] : []
  })
  const [first] = doubtful.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
  if (!first) return null
  const { value, text, at, indicator, against } = first
  return problem('fraction-or-percent', at, {
    of,
    indicator: indicator.id,
    written: text,
    percent: value.toDecimal(),
    asFraction: value.times(Exact.HUNDRED).toDecimal(),
    against: against.what,
    value: against.value.toDecimal(),
  })
}

/** The figure that is aimed at; null: it is no figure, or a change. */
function targetValue(target: NonNullable<Indicator['target']>['target']): Exact | null {
  if (target.kind === 'done' || isChangeTarget(target)) return null
  return target.kind === 'between' ? target.range.high : target.value
}
