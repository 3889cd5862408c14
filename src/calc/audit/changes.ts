import type { Claim, ClaimFigureKey, ClaimReason } from '../../model/claim.ts'
import { usedKeys } from './aim.ts'
import { type Asked, type Attempt, attempt, notPrinted, orAsRatio, undefinedFinding } from './finding.ts'
import { readerOf } from './printed.ts'
import {
  always,
  difference,
  inPercent,
  isNothing,
  ONE,
  opposite,
  quotient,
  type Reading,
  relative,
  sum,
} from './reading.ts'
import { differenceUnit, isOfRates } from './unit.ts'

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

/** The change between two figures: in points or numbers, and in per cent of the first where it is called per cent. */
export function askedOfChange(claim: Claim): Asked {
  const printed = claim.figures.change
  if (!printed) return null
  const ends = endsOf(claim)
  if (!ends) return isUsedElsewhere(claim, 'change') ? null : notPrinted(['from', 'to'])
  const [from, to] = readEnds(claim, ends)
  const absolute = attempt(difference(to, from), differenceUnit(claim, printed))
  const ofStart = attempt(inPercent(relative(to, from)), 'percent')
  const isRates = isOfRates(claim)
  const meant = (each: Attempt) => signed(claim, 'change', each)
  const worded = (each: Attempt, kind: 'points-as-percent' | 'percent-as-points') =>
    signed(claim, 'change', { ...each, as: 'wording', why: { kind } })
  const { mark } = printed.figure
  // Per cent of something is what a percentage says by itself.
  const [main, attempts] =
    mark !== 'percent'
      ? [absolute, [...meant(absolute), ...(mark === 'points' ? worded(ofStart, 'percent-as-points') : [])]]
      : isRates
        ? [absolute, [...meant(ofStart), ...worded(absolute, 'points-as-percent')]]
        : [ofStart, meant(ofStart)]
  return { key: 'change', printed, keys: [ends.from, ends.to], main, attempts }
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
  const [from, to] = readEnds(claim, ends)
  const main = attempt(difference(to, from), 'number')
  return { key: 'poor_change', printed, keys: [ends.from, ends.to], main, attempts: signed(claim, 'poor_change', main) }
}

/** The rate of a numerator and a denominator: in per cent or, where no mark says so, the ratio that an average is. */
export function askedOfRate(claim: Claim): Asked {
  const printed = claim.figures.rate
  if (!printed) return null
  const read = readerOf(claim)
  const [numerator, denominator] = [read('numerator'), read('denominator')]
  const keys = ['numerator', 'denominator'] as const
  if (!numerator || !denominator) return notPrinted(keys)
  if (isNothing(denominator)) return undefinedFinding('zero-denominator', null, keys)
  return { key: 'rate', printed, keys, ...orAsRatio(printed, quotient(numerator, denominator)) }
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
  const [from, to] = readEnds(claim, ends)
  if (isNothing(from)) return undefinedFinding('zero-start', null, keys)
  const share = relative(to, from)
  const why: ClaimReason = { kind: 'off-by-100', meant: 'of-start' }
  const ofStart: Attempt = { ...attempt(inPercent(sum(share, ONE)), 'percent'), as: 'wording', why }
  const { attempts, ...asked } = orAsRatio(printed, share)
  return { key, printed, keys, ...asked, attempts: [...attempts.flatMap((each) => signed(claim, key, each)), ofStart] }
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
  return isSize ? [meant, { ...meant, reading: opposite(meant.reading) }] : [meant]
}

function readEnds(claim: Claim, { from, to }: Ends): readonly [Reading, Reading] {
  const read = readerOf(claim)
  const none = always([], null)
  return [read(from) ?? none, read(to) ?? none]
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
