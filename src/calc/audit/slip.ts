import type {
  Claim,
  ClaimedThing,
  ClaimFigureKey,
  ClaimInputKey,
  Correction,
  PrintedNumber,
  Slip,
} from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import { termKeysOf } from './aim.ts'
import { endsOf, growthEndsOf } from './figures.ts'

/** A claim as it would be without one slip. */
interface Corrected {
  readonly claim: Claim
  readonly corrections: readonly Correction[]
}

/** A number that may be printed wrong, and the claim with another one in its place. */
interface Spot {
  readonly key: ClaimInputKey
  readonly printed: PrintedNumber
  readonly figure: Figure
  readonly claimWith: (figure: Figure) => Claim
}

interface Written {
  readonly value: Exact
  readonly decimals: number
}

/**
 * The single slip that would make a wrong figure right; null where none would, or more than one. Swapped digits are told
 * where one number alone can have them. A shifted decimal is one slip wherever it happened, since a percentage does not
 * tell: 1,892.3 of 16,000 and 18,923 of 160,000 are the same.
 */
export function slipOf(
  claim: Claim,
  what: ClaimedThing,
  keys: readonly ClaimInputKey[],
  isRight: (claim: Claim) => boolean,
): Slip | null {
  const right = (candidates: readonly Corrected[]) => candidates.filter((each) => isRight(each.claim))
  const spots = keys.flatMap((key) => spotsUnder(claim, key))
  const swapped = right(spots.flatMap((spot) => correctedBy(spot, withSwappedDigits)))
  const shifted = right(spots.flatMap((spot) => correctedBy(spot, withShiftedDecimal)))
  const exchanged = right(exchangedInputs(claim, what))
  const isOne = [swapped, shifted, exchanged].filter(({ length }) => length > 0).length === 1
  if (!isOne) return null
  const corrections = [...swapped, ...shifted, ...exchanged].flatMap((each) => each.corrections)
  if (exchanged.length > 0) return { kind: 'swapped-inputs', corrections }
  if (swapped.length > 0) return swapped.length === 1 ? { kind: 'swapped-digits', corrections } : null
  const places = new Set(corrections.map(({ figure }) => figure))
  return places.size === corrections.length ? { kind: 'decimal-shift', corrections } : null
}

function correctedBy(spot: Spot, others: (written: Written) => readonly Written[]): readonly Corrected[] {
  const { key, printed, figure } = spot
  return others(figure)
    .filter(({ value }) => !value.equals(figure.value))
    .map((written) => ({
      claim: spot.claimWith({ ...figure, ...written }),
      corrections: [{ key, printed, figure, corrected: written.value, decimals: written.decimals }],
    }))
}

/** Every number with two neighbouring digits swapped that is still written as a number. */
function withSwappedDigits({ value, decimals }: Written): readonly Written[] {
  const scale = Exact.of(10n ** BigInt(decimals))
  const digits = value
    .abs()
    .times(scale)
    .toFixed(0)
    .padStart(decimals + 1, '0')
  const wholeDigits = digits.length - decimals
  const swaps = [...digits.slice(1)].map(
    (digit, at) => digits.slice(0, at) + digit + digits.charAt(at) + digits.slice(at + 2),
  )
  return swaps
    .filter((swap) => wholeDigits === 1 || !swap.startsWith('0'))
    .map((swap) => {
      const size = Exact.parse(swap).dividedBy(scale)
      return { value: value.sign < 0 ? size.negated() : size, decimals }
    })
}

/** One or two places to either side; three where the mark of thousands may have been taken for that of decimals, or the reverse. */
function withShiftedDecimal(written: Written): readonly Written[] {
  const { value, decimals } = written
  const isThousands = decimals === 0 && !value.abs().isBelow(Exact.of(1000n))
  const up = decimals === 3 ? [1, 2, 3] : [1, 2]
  const down = isThousands ? [1, 2, 3] : [1, 2]
  return [
    ...up.map((places) => ({ value: value.times(power(places)), decimals: Math.max(0, decimals - places) })),
    ...down.map((places) => ({ value: value.dividedBy(power(places)), decimals: decimals + places })),
  ]
}

const power = (places: number): Exact => Exact.of(10n ** BigInt(places))

/** What is divided by what, or taken from what, the other way round. */
function exchangedInputs(claim: Claim, what: ClaimedThing): readonly Corrected[] {
  const pair = inputPair(claim, what)
  const [one, other] = pair?.map((key) => claim.figures[key]) ?? []
  if (!pair || !one || !other || one.figure.value.equals(other.figure.value)) return []
  const [oneKey, otherKey] = pair
  const figures = { ...claim.figures, [oneKey]: other, [otherKey]: one }
  const corrections = [
    { key: oneKey, printed: one, figure: one.figure, ...writtenIn(other) },
    { key: otherKey, printed: other, figure: other.figure, ...writtenIn(one) },
  ]
  return [{ claim: { ...claim, figures }, corrections }]
}

function writtenIn({ figure }: PrintedNumber): Pick<Correction, 'corrected' | 'decimals'> {
  return { corrected: figure.value, decimals: figure.decimals }
}

function inputPair(claim: Claim, what: ClaimedThing): readonly [ClaimFigureKey, ClaimFigureKey] | null {
  switch (what) {
    case 'completion':
    case 'exceedsBy': {
      const { actual } = termKeysOf(claim)
      return actual && ['target', actual]
    }
    case 'rate':
      return ['numerator', 'denominator']
    case 'change':
    case 'relativeChange':
    case 'poorChange':
    case 'growth': {
      const ends = what === 'growth' ? growthEndsOf(claim) : endsOf(claim)
      return ends && [ends.from, ends.to]
    }
    case 'base':
    case 'total':
    case 'verdict':
      return null
  }
}

/** A number by itself or about it, and either end of a range; a bound is of no exact size. */
function spotsUnder(claim: Claim, key: ClaimInputKey): readonly Spot[] {
  if (key === 'parts') {
    return claim.parts.flatMap((part, index) =>
      spotsIn(key, part, (printed) => ({ ...claim, parts: claim.parts.with(index, printed) })),
    )
  }
  const printed = claim.figures[key]
  if (!printed) return []
  return spotsIn(key, printed, (other) => ({ ...claim, figures: { ...claim.figures, [key]: other } }))
}

function spotsIn(
  key: ClaimInputKey,
  printed: PrintedNumber,
  claimWith: (printed: PrintedNumber) => Claim,
): readonly Spot[] {
  if (printed.form === 'above' || printed.form === 'below') return []
  const spot = {
    key,
    printed,
    figure: printed.figure,
    claimWith: (figure: Figure) => claimWith({ ...printed, figure }),
  }
  if (printed.form !== 'range') return [spot]
  return [spot, { key, printed, figure: printed.high, claimWith: (high: Figure) => claimWith({ ...printed, high }) }]
}
