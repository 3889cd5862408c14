import { type Expression, literal, minus, operand, over, plus, sizeOf } from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import {
  type FormulaName,
  formulasFor,
  type IndicatorType,
  isChangeTarget,
  type Target,
} from '../../model/indicator.ts'
import type { LineRole, UndefinedReason } from '../../model/report.ts'
import { changeTowards, endTarget, higherIsBetter, type PlannedChange } from '../../model/target.ts'

/** What an achievement is calculated from. */
export interface Terms {
  readonly target: Exclude<Target, { kind: 'done' }>
  readonly actual: Exact
  /** null: none is known. */
  readonly baseline: Exact | null
  /** Planned change of a change target, above zero, in the unit: one number or the ends of its range. */
  readonly planned: PlannedChange | null
}

/** How it is calculated, 1 is 100%; never capped. */
export type Achievement = Expression<LineRole> | UndefinedReason

/** The formula that is usual for a target where the plan asks for none (CALCULATION §3). */
export function usualFormula(target: Target, type: IndicatorType): FormulaName | null {
  return formulasFor(target, type)[0] ?? null
}

/**
 * How much of a target was achieved, or why that is undefined.
 *
 * `a` actual, `t` target, `b` baseline, `d` planned change; see docs/formulas.md.
 */
export function achievement(formula: FormulaName, terms: Terms): Achievement {
  const { target, actual, baseline, planned } = terms
  if (formula === 'range') return rangeAchievement(terms)
  if (formula === 'change') return changeAchievement(terms)
  const end = endTarget(target, baseline, planned)
  if (!end) return 'no-baseline'
  const [a, t] = [operand('actual', actual), operand('target', end)]
  switch (formula) {
    case 'attainment':
      return attainment(a, t, higherIsBetter(target))
    case 'progress': {
      if (!baseline) return 'no-baseline'
      const b = operand('baseline', baseline)
      return quotient(minus(a, b), minus(t, b), 'target-equals-baseline')
    }
    case 'level':
      return quotient(plus(HUNDRED, a), plus(HUNDRED, t), 'zero-target')
    case 'ratio':
      return quotient(a, t, 'zero-target')
    case 'inverse':
      return quotient(t, a, 'zero-actual')
  }
}

const [ONE, HUNDRED] = [literal(Exact.ONE), literal(Exact.HUNDRED)]

type Part = Expression<LineRole>

/**
 * 1 + (a − t)/│t│ where more is better, 1 − (a − t)/│t│ where less is: a/t and 2 − a/t above zero, and of the
 * right side also for targets below zero (Infor CPM, rules for increasing and decreasing values).
 */
function attainment(a: Part, t: Part, upwards: boolean): Achievement {
  if (t.value.isZero) return 'zero-target'
  if (t.value.sign > 0) return upwards ? over(a, t) : plus(ONE, over(minus(t, a), t))
  const excess = over(minus(a, t), sizeOf(t))
  return upwards ? plus(ONE, excess) : minus(ONE, excess)
}

function changeAchievement({ target, actual, baseline, planned }: Terms): Achievement {
  if (!isChangeTarget(target) || !baseline || !planned) return 'no-baseline'
  const [a, b] = [operand('actual', actual), operand('baseline', baseline)]
  return target.kind === 'reduce_by'
    ? quotient(minus(b, a), operand('plannedReduction', planned[0]), 'target-equals-baseline')
    : quotient(minus(a, b), operand('plannedIncrease', planned[0]), 'target-equals-baseline')
}

/** 1 inside a range, outside it against the nearer bound. */
function rangeAchievement({ target, actual, baseline, planned }: Terms): Achievement {
  if (isChangeTarget(target)) {
    if (!baseline || planned?.length !== 2) return 'no-baseline'
    const [low, high] = [operand('lowEnd', planned[0]), operand('highEnd', planned[1])]
    const change = operand('change', changeTowards(target, baseline, actual))
    if (change.value.isBelow(low.value)) return quotient(change, low, 'zero-target')
    return change.value.isAbove(high.value) ? quotient(change, high, 'zero-target') : ONE
  }
  if (target.kind !== 'between') return 'no-baseline'
  const { low, high } = target.range
  const a = operand('actual', actual)
  if (actual.isBelow(low)) return attainment(a, operand('lowEnd', low), target.direction !== 'down')
  return actual.isAbove(high) ? attainment(a, operand('highEnd', high), target.direction === 'up') : ONE
}

function quotient(dividend: Part, divisor: Part, whenZero: UndefinedReason): Achievement {
  return divisor.value.isZero ? whenZero : over(dividend, divisor)
}
