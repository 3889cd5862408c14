import Fraction from 'fraction.js'

/** How a figure is rounded when it is printed. `half-up` takes ties away from zero. */
export const roundingModes = ['half-up', 'half-even', 'truncate'] as const
export type RoundingMode = (typeof roundingModes)[number]

/**
 * An exact rational number. Arithmetic never rounds; only `toFixed` does, when a figure is printed.
 *
 * A binary float cannot be turned into one: numbers enter as decimal text, whole numbers as `bigint`.
 */
export class Exact {
  static readonly ZERO = new Exact(new Fraction(0n, 1n))
  static readonly ONE = Exact.of(1n)
  static readonly HUNDRED = Exact.of(100n)

  private constructor(private readonly fraction: Fraction) {}

  static of(numerator: bigint, denominator = 1n): Exact {
    if (denominator === 0n) throw new RangeError('a fraction needs a denominator other than zero')
    return new Exact(new Fraction(numerator, denominator))
  }

  /** Reads plain decimal text (`-0.96`); throws a RangeError on anything else. */
  static parse(text: string): Exact {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
    if (!match) throw new RangeError(`not a plain decimal number: ${text}`)
    const [, sign, whole = '', decimals = ''] = match
    const digits = BigInt(whole + decimals)
    return Exact.of(sign === '-' ? -digits : digits, 10n ** BigInt(decimals.length))
  }

  static sum(numbers: Iterable<Exact>): Exact {
    let total = Exact.ZERO
    for (const number of numbers) total = total.plus(number)
    return total
  }

  get numerator(): bigint {
    return this.fraction.s * this.fraction.n
  }

  /** Always positive; the fraction is in lowest terms. */
  get denominator(): bigint {
    return this.fraction.d
  }

  get sign(): -1 | 0 | 1 {
    return this.fraction.n === 0n ? 0 : this.fraction.s < 0n ? -1 : 1
  }

  get isZero(): boolean {
    return this.sign === 0
  }

  get isInteger(): boolean {
    return this.denominator === 1n
  }

  plus(other: Exact): Exact {
    return new Exact(this.fraction.add(other.fraction))
  }

  minus(other: Exact): Exact {
    return new Exact(this.fraction.sub(other.fraction))
  }

  times(other: Exact): Exact {
    return new Exact(this.fraction.mul(other.fraction))
  }

  /** Throws a RangeError when `divisor` is zero: whoever divides decides first what that means. */
  dividedBy(divisor: Exact): Exact {
    if (divisor.isZero) throw new RangeError('division by zero')
    return new Exact(this.fraction.div(divisor.fraction))
  }

  negated(): Exact {
    return new Exact(this.fraction.neg())
  }

  abs(): Exact {
    return new Exact(this.fraction.abs())
  }

  /** −1 below `other`, 0 equal, 1 above. */
  compare(other: Exact): -1 | 0 | 1 {
    // Multiplied out, since a difference would be brought to lowest terms for nothing.
    const [mine, others] = [this.numerator * other.denominator, other.numerator * this.denominator]
    return mine < others ? -1 : mine > others ? 1 : 0
  }

  equals(other: Exact): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator
  }

  isBelow(other: Exact): boolean {
    return this.compare(other) < 0
  }

  isAbove(other: Exact): boolean {
    return this.compare(other) > 0
  }

  /** How many decimals write this number in full; `undefined` when they never end (a third). */
  get decimals(): number | undefined {
    let rest = this.denominator
    let twos = 0
    let fives = 0
    for (; rest % 2n === 0n; rest /= 2n) twos++
    for (; rest % 5n === 0n; rest /= 5n) fives++
    return rest === 1n ? Math.max(twos, fives) : undefined
  }

  /** Plain decimal text with `decimals` places, rounded by `mode`. Zero has no sign: never `-0.0`. */
  toFixed(decimals: number, mode: RoundingMode = 'half-up'): string {
    const scaled = this.numerator * 10n ** BigInt(decimals)
    const rounded = roundedQuotient(scaled < 0n ? -scaled : scaled, this.denominator, mode)
    const digits = rounded.toString().padStart(decimals + 1, '0')
    const whole = digits.slice(0, digits.length - decimals)
    const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`
    return this.sign < 0 && rounded !== 0n ? `-${text}` : text
  }

  /** The whole decimal text where it ends, else `fallback` places rounded half-up. */
  toDecimal(fallback = 12): string {
    return this.toFixed(this.decimals ?? fallback)
  }

  /** For messages of failed tests and debuggers: `118.26875`, `1/3`. */
  toString(): string {
    return this.decimals === undefined ? `${this.numerator}/${this.denominator}` : this.toDecimal()
  }
}

function roundedQuotient(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor
  const twiceRest = (dividend % divisor) * 2n
  if (mode === 'truncate' || twiceRest < divisor) return quotient
  if (twiceRest > divisor || mode === 'half-up') return quotient + 1n
  return quotient % 2n === 0n ? quotient : quotient + 1n
}
