import type { Claim, ClaimRole, ImpliedTarget, OtherReading, PrintedNumber, Reach } from '../../model/claim.ts'
import * as by from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import type { FormulaName } from '../../model/indicator.ts'
import { type Aim, aimOf, isOfChange, isPercentUnit, type Terms, termKeysOf, termsOf, usedKeys } from './aim.ts'
import { isGrowth, mainMethod } from './completion.ts'
import { type Finding, nothingComputed, notPrinted, undefinedFinding } from './finding.ts'
import { type Reader, readerOf, valuesPrintedAs } from './printed.ts'
import { always, calculated, difference, HUNDRED, product, quotient, type Reading, sum, TWO } from './reading.ts'
import {
  aboveZero,
  belowZero,
  dividedBy,
  holds,
  hullOf,
  isOnlyZero,
  minus,
  only,
  onlyOne,
  plus,
  type Values,
} from './values.ts'

/** The target was not printed: what it must have been. */
export function impliedFinding(claim: Claim, key: 'completion' | 'exceeds_by', printed: PrintedNumber): Finding {
  const aim = aimOf(claim)
  const { actual, achieved } = termsOf(claim)
  const isChange = isOfChange(aim)
  const keys = usedKeys(claim)
  if (!(isChange ? achieved : actual)) {
    return isChange && actual ? undefinedFinding('no-baseline', 'change', keys) : notPrinted(['actual', 'target'])
  }
  const { formula } = mainMethod(claim, aim)
  const isExcess = key === 'exceeds_by'
  const printedAs = valuesPrintedAs(printed, claim.rounded.has(key))
  const impliedAs = (meant: FormulaName, isMeantAsExcess: boolean): Found | null =>
    impliedBy(claim, printed, completionPrinted(printed, printedAs, isMeantAsExcess), (terms, completion) =>
      targetsOf(meant, terms, completion),
    )
  const percent = impliedAs(formula, isExcess)
  const found = { meant: 'percent', formula, found: percent } as const
  const ways = isExcess ? waysOfExcess(claim, printed, printedAs, found) : [found]
  const [main, ...others] = ways
  if (!main?.found) {
    return formula === 'progress' && !termKeysOf(claim).baseline
      ? undefinedFinding('no-baseline', formula, keys)
      : notPrinted(['target'])
  }
  const isLevel = !claim.formula && aim.kind === 'threshold' && isGrowth(claim)
  const isOffBy100 = isExcess && printed.figure.mark === 'percent' && !printed.figure.value.isBelow(Exact.HUNDRED)
  return findingBy(main.found, nothingComputed(main.formula, keys), [
    ...others.flatMap((each) => otherReading(each.meant, each.found)),
    ...(isLevel ? otherReading('level', impliedAs('level', isExcess)) : []),
    ...(isOffBy100 ? otherReading('of-plan', impliedAs(formula, false)) : []),
  ])
}

/** What an excess may be meant in, and the targets that it then leaves. */
interface Way {
  readonly meant: 'percent' | 'points' | 'number'
  readonly formula: FormulaName | null
  readonly found: Found | null
}

/**
 * In the unit where no mark says per cent, unless only a plan of nothing or less would do; of rates per cent may stand for
 * points.
 */
function waysOfExcess(claim: Claim, printed: PrintedNumber, printedAs: Values, percent: Way): readonly Way[] {
  const { mark, value, decimals } = printed.figure
  const { actual, to } = claim.figures
  const isOfRates = isPercentUnit(claim.unit) || (actual ?? to)?.figure.mark === 'percent'
  if (mark === 'percent' && !isOfRates) return [percent]
  const from = printed.form === 'number' ? by.operand('exceeds_by' as const, value, { decimals }) : null
  const excess = { ...always(printedAs, from), stands: printed.form === 'number' ? only(value) : printedAs }
  const found = impliedBy(claim, printed, excess, targetsShortBy)
  const absolute: Way = { meant: isOfRates || mark === 'points' ? 'points' : 'number', formula: null, found }
  if (mark === 'points') return [absolute]
  const isNothing = typeof found === 'object' && found?.high?.sign !== 1 && value.sign > 0
  return mark === 'percent' || isNothing ? [percent, absolute] : [absolute, percent]
}

/** The targets that a printed figure leaves: none, any of them (the actual is zero), or these. */
type Found = 'none' | 'any' | ImpliedTarget

function findingBy(found: Found, result: ReturnType<typeof nothingComputed>, others: readonly OtherReading[]): Finding {
  if (found === 'none') return { ...result, verdict: 'inconsistent', why: { kind: 'no-target-fits' } }
  if (found === 'any') return { ...result, verdict: 'undecided', why: { kind: 'any-target-fits' } }
  return { ...result, verdict: 'implied', why: { kind: 'implied', others }, impliedTarget: found }
}

function otherReading(meant: OtherReading['meant'], target: Found | null): readonly OtherReading[] {
  return target && typeof target !== 'string' ? [{ meant, target }] : []
}

/** What a formula gives for the target, turned round. */
type Turned = (terms: Terms, claimed: Reading) => Reading | 'any' | null

/** A bound says nothing of how round the number behind it is. */
function impliedBy(claim: Claim, printed: PrintedNumber, claimed: Reading, turned: Turned): Found | null {
  const targets = turned(termsOf(claim), claimed)
  if (!targets || targets === 'any') return targets
  const reach = hullOf(targets.reach)
  if (!reach) return 'none'
  const isBound = printed.form === 'above' || printed.form === 'below'
  return { ...reach, roundest: isBound ? null : roundestIn(reach), bounds: boundsOf(claim, claimed, turned, reach) }
}

/** The same formula at each end of all that goes into it: its lowest and its highest result are the ends of the targets. */
function boundsOf(claim: Claim, claimed: Reading, turned: Turned, { low, high }: Reach): ImpliedTarget['bounds'] {
  const read = readerOf(claim)
  let readers: readonly Reader[] = [read]
  for (const key of new Set(Object.values(termKeysOf(claim)))) {
    const reading = key && read(key)
    if (!reading) continue
    readers = readers.flatMap((each) =>
      pointsAt(reading, key).map(
        (point): Reader =>
          (asked) =>
            asked === key ? point : each(asked),
      ),
    )
  }
  const role = claimed.from?.kind === 'operand' ? claimed.from : null
  const results = readers.flatMap((reader) =>
    pointsAt(claimed, role?.role ?? 'completion', role?.shown).flatMap((point) => {
      const found = turned(termsOf(claim, reader), point)
      return found && found !== 'any' && found.from ? [found.from] : []
    }),
  )
  const at = (end: Exact | null) => results.find(({ value }) => end?.equals(value))
  const [lowest, highest] = [at(low), at(high)]
  return lowest && highest ? [lowest, highest] : null
}

/** A number at either end of what it may be. */
function pointsAt({ reach }: Reading, role: ClaimRole, shown: 'number' | 'percentage' = 'number'): readonly Reading[] {
  const { low = null, high = null } = hullOf(reach) ?? {}
  const ends = low && high && !low.equals(high) ? [low, high] : low || high ? [low ?? high] : []
  return ends.flatMap((end) => (end ? [always(only(end), by.operand(role, end, { shown }))] : []))
}

/** "1.2 points beyond the plan": the plan itself, that far to the worse side. */
function targetsShortBy({ aim, actual, achieved }: Terms, excess: Reading): Reading | null {
  if (aim.kind === 'change')
    return achieved && calculated([achieved, excess], (d, x) => aboveZero(minus(d, x)), by.minus)
  return actual && (aim.lowerIsBetter ? sum(actual, excess) : difference(actual, excess))
}

/** As printed, 1 is 100%: what is in excess has the plan added. */
function completionPrinted({ form, figure }: PrintedNumber, printedAs: Values, isExcess: boolean): Reading {
  const share = (values: Values) => plus(dividedBy(values, HUNDRED.stands), only(isExcess ? Exact.ONE : Exact.ZERO))
  const stands = share(form === 'number' ? only(figure.value) : printedAs)
  const value = onlyOne(stands)
  const from = value && by.operand('completion' as const, value, { shown: 'percentage' })
  return { ...always(share(printedAs), from), stands }
}

/**
 * The targets for which the formula gives this completion; null where it needs more than was printed. Of targets above
 * and below zero, those on the side of the actual where there are any: a plan for 18,923 workers was not one for fewer
 * than none.
 */
function targetsOf(formula: FormulaName, terms: Terms, completion: Reading): Reading | 'any' | null {
  const { aim, actual, baseline, achieved } = terms
  if (aim.kind === 'change' && (formula === 'change' || formula === 'progress')) {
    if (!achieved) return null
    return isOnlyZero(achieved.reach) ? anyOrNone(completion, [Exact.ZERO]) : towards(achieved, completion, aboveZero)
  }
  if (aim.kind !== 'threshold' || !actual) return null
  switch (formula) {
    case 'attainment':
      return attainmentTargets(actual, completion, aim)
    case 'ratio':
      if (isOnlyZero(actual.reach)) return anyOrNone(completion, [Exact.ZERO])
      return onSideOf(actual, (side) => towards(actual, completion, side))
    case 'inverse':
      return product(actual, completion)
    case 'level':
      return difference(quotient(sum(HUNDRED, actual), completion), HUNDRED)
    case 'progress':
      return baseline && progressTargets(actual, baseline, completion)
    default:
      return null
  }
}

function attainmentTargets(actual: Reading, completion: Reading, { lowerIsBetter }: Aim): Reading | 'any' {
  const beyondTwo = difference(TWO, completion)
  // An actual of zero is 0% of every target above it and 200% of every one below, or the reverse.
  if (isOnlyZero(actual.reach)) return anyOrNone(completion, [Exact.ZERO, Exact.of(2n)])
  return onSideOf(actual, (side) => {
    return towards(actual, lowerIsBetter === (side === aboveZero) ? beyondTwo : completion, side)
  })
}

function towards(dividend: Reading, divisor: Reading, side: (values: Values) => Values): Reading {
  return calculated([dividend, divisor], (a, b) => side(dividedBy(a, b)), by.over)
}

function onSideOf(actual: Reading, targetsOn: (side: (values: Values) => Values) => Reading): Reading {
  const isNegative = belowZero(actual.reach).length > 0 && aboveZero(actual.reach).length === 0
  const likely = targetsOn(isNegative ? belowZero : aboveZero)
  return likely.reach.length > 0 ? likely : targetsOn(isNegative ? aboveZero : belowZero)
}

/** b + (a − b)/p; where the baseline is rounded it is taken as wider than it is, never as narrower. */
function progressTargets(actual: Reading, baseline: Reading, completion: Reading): Reading | 'any' {
  const way = difference(actual, baseline)
  return isOnlyZero(way.reach) ? anyOrNone(completion, [Exact.ZERO]) : sum(baseline, quotient(way, completion))
}

/** Where a completion does not depend on the target, any target gives it, or none does. */
function anyOrNone(completion: Reading, given: readonly Exact[]): Reading | 'any' {
  return given.some((value) => holds(completion.reach, value)) ? 'any' : always([], null)
}

const HALF = Exact.of(1n, 2n)
/** More digits than anyone plans with. */
const MOST_DIGITS = 40

/**
 * The number inside with the fewest significant digits, the nearest the middle among equals, the smaller of two as near;
 * null where there is no middle, since one side has no bound. Zero has none, so that it comes first.
 */
export function roundestIn(reach: Reach): Exact | null {
  if (!reach.low || !reach.high) return null
  if (holds([reach], Exact.ZERO)) return Exact.ZERO
  const middle = reach.low.plus(reach.high).times(HALF)
  if (middle.sign < 0) {
    const { low, lowOpen, high, highOpen } = reach
    return (
      roundestIn({ low: high.negated(), lowOpen: highOpen, high: low.negated(), highOpen: lowOpen })?.negated() ?? null
    )
  }
  // The span lies around its middle evenly: if it holds a number of so many digits, it holds the next one below or above.
  for (let digits = 1; digits <= MOST_DIGITS; digits++) {
    const unit = power(magnitude(middle) - digits + 1)
    const below = unit.times(Exact.parse(middle.dividedBy(unit).toFixed(0, 'truncate')))
    const above = below.plus(unit)
    const [first, second = first] = [below, above].filter((number) => holds([reach], number))
    if (first && second) return second.minus(middle).isBelow(middle.minus(first)) ? second : first
  }
  return null
}

/** The power of ten of the first digit: 4 for 16,000, −1 for 0.8. */
function magnitude(number: Exact): number {
  const digits = (value: bigint) => value.toString().length
  const guess = digits(number.numerator) - digits(number.denominator)
  return number.isBelow(power(guess)) ? guess - 1 : guess
}

function power(exponent: number): Exact {
  const size = Exact.of(10n ** BigInt(Math.abs(exponent)))
  return exponent < 0 ? Exact.ONE.dividedBy(size) : size
}
