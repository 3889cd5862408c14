import type { Reach } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import { holds } from './values.ts'

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
