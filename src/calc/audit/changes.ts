import type { Claim, ClaimFigureKey, ClaimReason } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import { usedKeys } from './aim.ts'
import { type Asked, type Attempt, attempt, notPrinted, undefinedFinding } from './finding.ts'
import { isPercentUnit } from './formulas.ts'
import { type Reading, type View, valuesOf } from './printed.ts'
import {
  aboveZero,
  belowZero,
  dividedBy,
  isOnlyZero,
  minus,
  negated,
  only,
  plus,
  times,
  together,
  type Values,
} from './values.ts'

const ONE = only(Exact.ONE)
const HUNDRED = only(Exact.HUNDRED)

/** What a change is printed between. */
export interface Ends {
  readonly from: ClaimFigureKey
  readonly to: ClaimFigureKey
}

/** `from` and `to`, else the baseline and the actual. */
export function endsOf(claim: Claim): Ends | null {
  return endsAmong(claim, ['from', 'baseline'], ['to', 'actual'])
}

/** What growth is printed on, and what grew. */
export function growthEndsOf(claim: Claim): Ends | null {
  return endsAmong(claim, ['previous', 'from', 'baseline'], ['actual', 'to', 'total', 'numerator'])
}

/**
 * Rates change by points, all else by numbers: a mark or the unit says so, else that none is beyond 100 and some has
 * decimals, since nobody counts in decimals, or that the change is called per cent.
 */
export function isOfRates({ figures, unit }: Claim): boolean {
  const ends = [figures.from ?? figures.baseline, figures.to ?? figures.actual].flatMap((end) => end?.figure ?? [])
  const change = figures.change?.figure
  if (ends.some(({ mark }) => mark !== 'none') || change?.mark === 'points' || isPercentUnit(unit)) return true
  const all = change ? [...ends, change] : ends
  const mayBeRates = all.every(({ value }) => !value.abs().isAbove(Exact.HUNDRED))
  return mayBeRates && (change?.mark === 'percent' || all.some(({ decimals }) => decimals > 0))
}

/** The change between two figures: in points or numbers, and in per cent of the first where it is called per cent. */
export function askedOfChange(claim: Claim): Asked {
  const printed = claim.figures.change
  if (!printed) return null
  const ends = endsOf(claim)
  if (!ends) return isUsedElsewhere(claim, 'change') ? null : notPrinted(['from', 'to'])
  const absolute = readingOf(claim, ends, changeBetween)
  const relative = readingOf(claim, ends, relativeChange)
  const isRates = isOfRates(claim)
  const meant = (reading: Reading) => signed(claim, 'change', attempt(reading))
  const worded = (reading: Reading, kind: 'points-as-percent' | 'percent-as-points') =>
    signed(claim, 'change', { ...attempt(reading), as: 'wording', why: { kind } })
  const { mark } = printed.figure
  // Per cent of something is what a percentage says by itself.
  const [main, attempts] =
    mark !== 'percent'
      ? [absolute, [...meant(absolute), ...(mark === 'points' ? worded(relative, 'percent-as-points') : [])]]
      : isRates
        ? [absolute, [...meant(relative), ...worded(absolute, 'points-as-percent')]]
        : [relative, meant(relative)]
  const question = { key: 'change', printed, keys: [ends.from, ends.to], formula: null, mirrored: null } as const
  return { ...question, main, attempts }
}

/** In per cent of where it started. */
export function askedOfRelativeChange(claim: Claim): Asked {
  return askedOfRelative(claim, 'relative_change', endsOf(claim), ['from', 'to'])
}

export function askedOfGrowth(claim: Claim): Asked {
  return askedOfRelative(claim, 'growth', growthEndsOf(claim), ['previous', 'actual'])
}

/** The change in the number of the poor between two numbers; between two rates see `baseFinding`. */
export function askedOfPoorChange(claim: Claim): Asked {
  const printed = claim.figures.poor_change
  const ends = endsOf(claim)
  if (!printed || isOfRates(claim)) return null
  if (!ends) return isUsedElsewhere(claim, 'poor_change') ? null : notPrinted(['from', 'to'])
  const main = readingOf(claim, ends, changeBetween)
  const attempts = signed(claim, 'poor_change', attempt(main))
  const question = { key: 'poor_change', printed, keys: [ends.from, ends.to], formula: null, mirrored: null } as const
  return { ...question, main, attempts }
}

/** The rate of a numerator and a denominator, in per cent. */
export function askedOfRate(claim: Claim): Asked {
  const printed = claim.figures.rate
  const { numerator, denominator } = claim.figures
  if (!printed) return null
  if (!numerator || !denominator) return notPrinted(['numerator', 'denominator'])
  const ends: Ends = { from: 'denominator', to: 'numerator' }
  const keys = ['numerator', 'denominator'] as const
  if (denominator.figure.value.isZero && denominator.form === 'number') {
    return undefinedFinding('zero-denominator', null, keys)
  }
  const main = readingOf(claim, ends, (of, part) => times(dividedBy(part, of), HUNDRED))
  return { key: 'rate', printed, keys, main, formula: null, attempts: [attempt(main)], mirrored: null }
}

function askedOfRelative(
  claim: Claim,
  key: 'relative_change' | 'growth',
  ends: Ends | null,
  needed: readonly ClaimFigureKey[],
): Asked {
  const printed = claim.figures[key]
  if (!printed) return null
  if (!ends) return notPrinted(needed)
  const keys = [ends.from, ends.to]
  const start = valuesOf(claim, ends.from, 'as-it-stands')
  if (!start || isOnlyZero(start)) return undefinedFinding('zero-start', null, keys)
  const main = readingOf(claim, ends, relativeChange)
  const ofStart: Reading = { stands: plus(main.stands, HUNDRED), reach: plus(main.reach, HUNDRED) }
  const why: ClaimReason = { kind: 'off-by-100', meant: 'of-start' }
  const attempts = [...signed(claim, key, attempt(main)), { ...attempt(ofStart), as: 'wording' as const, why }]
  return { key, printed, keys, main, formula: null, attempts, mirrored: null }
}

/** A change is used for the completion, or the verdict, of a planned change, or for the base. */
function isUsedElsewhere(claim: Claim, key: 'change' | 'poor_change'): boolean {
  const { completion, exceeds_by, poor_change, change } = claim.figures
  if ((completion || exceeds_by || claim.verdict) && usedKeys(claim).includes(key)) return true
  return poor_change !== undefined && change !== undefined && isOfRates(claim)
}

/** A reduction may be printed by its size where the claim calls it one. */
function signed({ direction, figures }: Claim, key: ClaimFigureKey, meant: Attempt): readonly Attempt[] {
  const isSize = direction === 'reduce_by' && (figures[key]?.figure.value.sign ?? 0) > 0
  if (!isSize) return [meant]
  const { stands, reach } = meant.reading
  return [meant, { ...meant, reading: { stands: negated(stands), reach: negated(reach) } }]
}

function readingOf(claim: Claim, { from, to }: Ends, between: (from: Values, to: Values) => Values): Reading {
  const calculated = (view: View) => between(valuesOf(claim, from, view) ?? [], valuesOf(claim, to, view) ?? [])
  return { stands: calculated('as-it-stands'), reach: calculated('unrounded') }
}

function changeBetween(from: Values, to: Values): Values {
  return minus(to, from)
}

/** (to − from)/│from│ in per cent, each used once. */
function relativeChange(from: Values, to: Values): Values {
  const ofPositive = minus(dividedBy(to, aboveZero(from)), ONE)
  const ofNegative = minus(ONE, dividedBy(to, belowZero(from)))
  return times(together(ofPositive, ofNegative), HUNDRED)
}

function endsAmong(
  { figures }: Claim,
  starts: readonly ClaimFigureKey[],
  ends: readonly ClaimFigureKey[],
): Ends | null {
  const from = starts.find((key) => figures[key])
  const to = ends.find((key) => figures[key])
  return from && to ? { from, to } : null
}
