import type { Claim, ImpliedTarget, OtherReading, PrintedNumber } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { FormulaName } from '../../model/indicator.ts'
import { type Terms, termKeysOf, usedKeys } from './aim.ts'
import { type Finding, nothingComputed, notPrinted, undefinedFinding } from './finding.ts'
import { isGrowth, mainMethod } from './formulas.ts'
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

/** The target was not printed: what it must have been. */
export function impliedFinding(
  claim: Claim,
  key: 'completion' | 'exceeds_by',
  printed: PrintedNumber,
  terms: Terms,
): Finding {
  const { aim, actual, achieved } = terms
  const isChange = aim.kind === 'change' || aim.kind === 'change-range'
  if (!(isChange ? achieved : actual)) {
    return isChange && actual
      ? undefinedFinding('no-baseline', 'change', usedKeys(claim))
      : notPrinted(['actual', 'target'])
  }
  const keys = usedKeys(claim)
  const isExcess = key === 'exceeds_by'
  if (isExcess && printed.figure.mark === 'points') {
    const targets = targetsShortBy(terms, valuesPrintedAs(printed, claim.rounded.has(key)))
    return findingBy(impliedIn(targets, printed), nothingComputed(null, keys), [])
  }
  const { formula } = mainMethod(claim, aim)
  const impliedAs = (meant: FormulaName, isMeantAsExcess: boolean): Implied | null => {
    const completion = completionPrinted(printed, claim.rounded.has(key), isMeantAsExcess)
    const targets = targetsOf(meant, terms, completion)
    return targets && impliedIn(targets, printed)
  }
  const implied = impliedAs(formula, isExcess)
  if (!implied) {
    return formula === 'progress' && !termKeysOf(claim).baseline
      ? undefinedFinding('no-baseline', formula, keys)
      : notPrinted(['target'])
  }
  const isLevel = !claim.formula && aim.kind === 'threshold' && isGrowth(claim)
  const isOffBy100 = isExcess && !printed.figure.value.isBelow(Exact.HUNDRED)
  return findingBy(implied, nothingComputed(formula, keys), [
    ...(isLevel ? otherReading('level', false, impliedAs('level', isExcess)) : []),
    ...(isOffBy100 ? otherReading(formula, true, impliedAs(formula, false)) : []),
  ])
}

/** The targets that a printed percentage leaves: none, any of them (the actual is zero), or these. */
type Implied = 'none' | 'any' | ImpliedTarget

function findingBy(
  implied: Implied,
  result: ReturnType<typeof nothingComputed>,
  others: readonly OtherReading[],
): Finding {
  if (implied === 'none') return { ...result, verdict: 'inconsistent', why: { kind: 'no-target-fits' } }
  if (implied === 'any') return { ...result, verdict: 'undecided', why: { kind: 'any-target-fits' } }
  return { ...result, verdict: 'implied', why: { kind: 'implied', others }, impliedTarget: implied }
}

function otherReading(formula: FormulaName, offBy100: boolean, target: Implied | null): readonly OtherReading[] {
  return target && typeof target !== 'string' ? [{ formula, offBy100, target }] : []
}

/** A bound says nothing of how round the number behind it is. */
function impliedIn(targets: Values | 'any', printed: PrintedNumber): Implied {
  if (targets === 'any') return 'any'
  const reach = hullOf(targets)
  if (!reach) return 'none'
  const isBound = printed.form === 'above' || printed.form === 'below'
  return { ...reach, roundest: isBound ? null : roundestIn(reach) }
}

/** "1.2 points beyond the plan": the plan itself, that far to the worse side. */
function targetsShortBy({ aim, actual, achieved }: Terms, excess: Values): Values {
  if (aim.kind === 'change') return aboveZero(minus(achieved ?? [], excess))
  return aim.lowerIsBetter ? plus(actual ?? [], excess) : minus(actual ?? [], excess)
}

/** As printed, 1 is 100%: what is in excess has the plan added. */
function completionPrinted(printed: PrintedNumber, isRounded: boolean, isExcess: boolean): Values {
  const share = dividedBy(valuesPrintedAs(printed, isRounded), HUNDRED)
  return isExcess ? plus(share, ONE) : share
}

/**
 * The targets for which the formula gives this completion; null where it needs more than was printed. Of targets above
 * and below zero, those on the side of the actual where there are any: a plan for 18,923 workers was not one for fewer
 * than none.
 */
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
      return isOnlyZero(actual)
        ? anyOrNone(completion, [Exact.ZERO])
        : onSideOf(actual, aboveZero(dividedBy(actual, completion)), belowZero(dividedBy(actual, completion)))
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
  return onSideOf(actual, positive, negative)
}

function onSideOf(actual: Values, positive: Values, negative: Values): Values {
  const isNegative = belowZero(actual).length > 0 && aboveZero(actual).length === 0
  const [likely, other] = isNegative ? [negative, positive] : [positive, negative]
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
