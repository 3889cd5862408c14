import type { Absence, ComparedYear, PreviousFigure, Relation } from '../../model/compare.ts'
import { Exact } from '../../model/exact.ts'
import { addsUpOverAreas, type Baseline, isChangeTarget, type Measurement } from '../../model/indicator.ts'
import type { Plan } from '../../model/plan.ts'
import type { CompletionLine } from '../../model/report.ts'
import { baselineOf, endTarget, plannedChange } from '../../model/target.ts'
import { differenceBetween } from '../poverty/change.ts'
import { baselineValue } from '../results/counts.ts'
import { worstStatus } from '../results/reported.ts'
import { relationOf } from './relation.ts'

/** What one year of a row is made from. */
export interface YearParts {
  readonly line: CompletionLine | null
  readonly absent: Absence | null
  readonly plan: Plan
  /** null: the first of the plans. */
  readonly before: YearBefore | null
}

export interface YearBefore {
  readonly plan: Plan
  readonly line: CompletionLine | null
  /** The lines of the areas that the one of this year was made of, where they are not one; null: one without a line. */
  readonly parts: readonly (CompletionLine | null)[]
}

/** Target and actual of one year held against each other and against the result of the year before. */
export function comparedYear({ line, absent, plan, before }: YearParts): ComparedYear {
  const previous = line ? previousFigure(line, plan, before) : resultOf(before?.line ?? null)
  if (!line) return { line, absent, planned: null, previous, ...unrelated }
  const planned = plannedValue(line, plan)
  const { indicator, actual } = line
  const aim = planned && { indicator, value: planned, measurement: plannedUnder(line), period: plan.period }
  const reached = actual && { indicator, value: actual, measurement: line.measurement, period: line.actualPeriod }
  const earlier = previous && {
    indicator: previous.line?.indicator ?? indicator,
    value: previous.value,
    measurement: previous.measurement,
    period: previous.period,
  }
  const plannedOnPrevious = aim && earlier && relationOf(aim, earlier)
  // As in every report, what was reached so far is held against all that is to be reached.
  const actualOnPlanned = reached && aim && relationOf({ ...reached, period: null }, aim)
  const actualOnPrevious = reached && earlier && relationOf(reached, earlier)
  const identity = identityOf(plannedOnPrevious, actualOnPlanned, actualOnPrevious)
  return { line, absent, planned, previous, plannedOnPrevious, actualOnPlanned, actualOnPrevious, identity }
}

const unrelated = { plannedOnPrevious: null, actualOnPlanned: null, actualOnPrevious: null, identity: null } as const

function identityOf(...relations: readonly (Relation | null)[]): ComparedYear['identity'] {
  if (relations.every((relation) => relation?.ratio)) return 'product'
  return relations.every((relation) => relation?.difference) ? 'sum' : null
}

/** The value that a target comes to; null: a range, a task, none, or a change from a baseline that is not known. */
function plannedValue(line: CompletionLine, plan: Plan): Exact | null {
  const target = line.target?.target
  if (!target) return null
  const from = baselineValue(baselineOf(line))
  return endTarget(target, from, isChangeTarget(target) ? plannedChange(target, from, plan.period) : null)
}

/** A planned change leads to a value under what its baseline was measured under. */
function plannedUnder(line: CompletionLine): Measurement {
  const isChange = line.target && isChangeTarget(line.target.target)
  return (isChange ? baselineOf(line) : null) ?? line.indicator
}

/**
 * The result of the plan that is followed; where there is none, or none under the same standard, what the plan itself
 * says of that time. A plan restates the year before when a new standard comes in.
 */
function previousFigure(line: CompletionLine, plan: Plan, before: YearBefore | null): PreviousFigure | null {
  const baseline = baselineOf(line)
  const stated = baseline && isOfTheTimeBefore(baseline, plan, before) ? baselineFigure(baseline) : null
  const result = resultOf(before?.line ?? null) ?? mergedResult(before?.parts ?? [])
  if (!result) return stated
  const isOtherwise = (figure: PreviousFigure) => differenceBetween(figure.measurement, line.measurement) !== null
  if (stated && isOtherwise(result) && !isOtherwise(stated)) return { ...stated, origin: 'restated' }
  const differs = stated && baseline && !agrees(result.value, stated.value, baseline)
  return differs ? { ...result, otherBaseline: stated.value } : result
}

/** A baseline of another time than the plan before says nothing about its result; one of no stated time neither. */
function isOfTheTimeBefore({ period }: Baseline, plan: Plan, before: YearBefore | null): boolean {
  return period !== null && period.end === (before ? before.plan.period.end : plan.period.start - 1)
}

/** A rate that counts give is printed as its baseline within half a unit of the last digit. */
function agrees(result: Exact, stated: Exact, { value }: Baseline): boolean {
  if (result.equals(stated)) return true
  const isPrinted = value !== null && value.decimals > 0 && value.value.equals(stated)
  return (
    isPrinted &&
    !result
      .minus(stated)
      .abs()
      .isAbove(Exact.of(1n, 2n * 10n ** BigInt(value.decimals)))
  )
}

function baselineFigure(baseline: Baseline): PreviousFigure | null {
  const value = baselineValue(baseline)
  const decimals = baseline.value?.value.equals(value ?? Exact.ZERO) ? baseline.value.decimals : 0
  return value && { ...bare, origin: 'baseline', value, decimals, period: baseline.period, measurement: baseline }
}

const bare = { decimals: 0, status: null, partial: null, line: null, otherBaseline: null } as const

function resultOf(line: CompletionLine | null): PreviousFigure | null {
  if (!line?.actual) return null
  const { actual, actualPeriod, status, partial, measurement } = line
  return { ...bare, origin: 'result', value: actual, period: actualPeriod, status, partial, measurement, line }
}

/** Flows and stocks of areas that became one; null while one of them has none, and for what is not added over areas. */
function mergedResult(parts: readonly (CompletionLine | null)[]): PreviousFigure | null {
  const [first = null] = parts
  if (!first || !addsUpOverAreas(first.indicator.type)) return null
  const results = parts.map(resultOf)
  const known = results.filter((result) => result !== null)
  if (known.length < parts.length) return null
  const isOneTime = known.every(({ period }) => period?.end === first.actualPeriod?.end)
  if (!isOneTime) return null
  return {
    ...bare,
    origin: 'merged-areas',
    value: Exact.sum(known.map(({ value }) => value)),
    period: first.actualPeriod,
    status: worstStatus(known.map(({ status }) => status)),
    partial: known.find(({ partial }) => partial)?.partial ?? null,
    measurement: first.measurement,
  }
}
