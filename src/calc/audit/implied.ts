import type { ImpliedTarget, PrintedNumber } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { FormulaName } from '../../model/indicator.ts'
import type { Terms } from './aim.ts'
import { valuesPrintedAs } from './printed.ts'
import { roundestIn } from './roundest.ts'
import {
  aboveZero,
  belowZero,
  dividedBy,
  holds,
  hullOf,
  isOnlyZero,
  minus,
  only,
  plus,
  times,
  type Values,
} from './values.ts'

const ONE = only(Exact.ONE)
const TWO = only(Exact.of(2n))
const HUNDRED = only(Exact.HUNDRED)

/** The targets that a printed percentage leaves: none, any of them (the actual is zero), or these. */
export type Implied = 'none' | 'any' | ImpliedTarget

/**
 * The targets for which the formula gives a completion that is printed like this; null where the formula needs more than
 * was printed. Of targets above and below zero, those on the side of the actual, where there are any: a plan for 18,923
 * workers was not one for fewer than none.
 */
export function impliedBy(
  formula: FormulaName,
  terms: Terms,
  completion: Values,
  printed: PrintedNumber,
): Implied | null {
  const targets = targetsOf(formula, terms, completion)
  if (!targets) return null
  if (targets === 'any') return 'any'
  const reach = hullOf(targets)
  if (!reach) return 'none'
  const isBound = printed.form === 'above' || printed.form === 'below'
  return { ...reach, roundest: isBound ? null : roundestIn(reach) }
}

/** As printed, 1 is 100%: what is in excess has the plan added. */
export function completionPrinted(printed: PrintedNumber, isRounded: boolean, isExcess: boolean): Values {
  const share = dividedBy(valuesPrintedAs(printed, isRounded), HUNDRED)
  return isExcess ? plus(share, ONE) : share
}

function targetsOf(formula: FormulaName, terms: Terms, completion: Values): Values | 'any' | null {
  const { aim, actual, baseline, achieved } = terms
  if (aim.kind === 'change') {
    if (!achieved || (formula !== 'change' && formula !== 'progress')) return null
    return isOnlyZero(achieved) ? anyOrNone(completion, [Exact.ZERO]) : aboveZero(dividedBy(achieved, completion))
  }
  if (aim.kind !== 'threshold' || !actual) return null
  switch (formula) {
    case 'attainment':
      return attainmentTargets(actual, completion, aim.lowerIsBetter)
    case 'ratio':
      return isOnlyZero(actual) ? anyOrNone(completion, [Exact.ZERO]) : dividedBy(actual, completion)
    case 'inverse':
      return times(actual, completion)
    case 'level':
      return minus(dividedBy(plus(HUNDRED, actual), completion), HUNDRED)
    case 'progress':
      return baseline && progressTargets(actual, baseline, completion)
    default:
      return null
  }
}

function attainmentTargets(actual: Values, completion: Values, lowerIsBetter: boolean): Values | 'any' {
  const beyondTwo = minus(TWO, completion)
  // An actual of zero is 0% of every target above it and 200% of every one below, or the reverse.
  if (isOnlyZero(actual)) return anyOrNone(completion, [Exact.ZERO, Exact.of(2n)])
  const positive = aboveZero(dividedBy(actual, lowerIsBetter ? beyondTwo : completion))
  const negative = belowZero(dividedBy(actual, lowerIsBetter ? completion : beyondTwo))
  const [likely, other] = belowZero(actual).length > 0 ? [negative, positive] : [positive, negative]
  return likely.length > 0 ? likely : other
}

/** b + (a − b)/p; where the baseline is rounded it is taken as wider than it is, never as narrower. */
function progressTargets(actual: Values, baseline: Values, completion: Values): Values | 'any' {
  const way = minus(actual, baseline)
  return isOnlyZero(way) ? anyOrNone(completion, [Exact.ZERO]) : plus(baseline, dividedBy(way, completion))
}

/** Where a completion does not depend on the target, any target gives it, or none does. */
function anyOrNone(completion: Values, given: readonly Exact[]): Values | 'any' {
  return given.some((value) => holds(completion, value)) ? 'any' : []
}
