/** How a figure is rounded when it is printed. `half-up` takes ties away from zero. */
export const roundingModes = ['half-up', 'half-even', 'truncate'] as const
export type RoundingMode = (typeof roundingModes)[number]

/** A safe integer, or any whole number. */
type Whole = number | bigint

/**
 * An exact rational number. Arithmetic never rounds; only `toFixed` does, when a figure is printed.
 *
 * A binary float cannot be turned into one: numbers enter as decimal text, whole numbers as `bigint`.
 *
 * Inside, numerator and denominator are safe integers, whole numbers below 2^53 that a float holds exactly and a processor
 * calculates with many times as fast as with `bigint`. Nearly all figures are as small. Each result is held against that
 * bound, and calculated with `bigint` where it, or anything on the way to it, lies beyond.
 */
export class Exact {
  static readonly ZERO = new Exact(0, 1)
  static readonly ONE = new Exact(1, 1)
  static readonly HUNDRED = new Exact(100, 1)

  /** In lowest terms, `below` above zero; never −0. Both are safe integers, or bigints where one of them is not safe. */
  private constructor(
    private readonly above: Whole,
    private readonly below: Whole,
  ) {}

  static of(numerator: bigint, denominator = 1n): Exact {
    if (denominator === 0n) throw new RangeError('a fraction needs a denominator other than zero')
    return denominator < 0n ? Exact.large(-numerator, -denominator) : Exact.large(numerator, denominator)
  }

  /** Reads plain decimal text (`-0.96`); throws a RangeError on anything else. */
  static parse(text: string): Exact {
    if (!PLAIN_DECIMAL.test(text)) throw new RangeError(`not a plain decimal number: ${text}`)
    const point = text.indexOf('.')
    const decimals = point < 0 ? 0 : text.length - point - 1
    const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1)
    return digits.length <= SAFE_DIGITS
      ? Exact.small(Number(digits), tenTo(decimals))
      : Exact.large(BigInt(digits), 10n ** BigInt(decimals))
  }

  /** As far as rounding to so many decimals may lead: 0.005 for two. */
  static halfUnit(decimals: number): Exact {
    return Exact.of(1n, 2n * 10n ** BigInt(decimals))
  }

  static sum(numbers: Iterable<Exact>): Exact {
    let total = Exact.ZERO
    for (const number of numbers) total = total.plus(number)
    return total
  }

  /** Of two safe integers, the denominator above zero. */
  private static small(numerator: number, denominator: number): Exact {
    if (numerator === 0) return Exact.ZERO
    let [divisor, rest] = [Math.abs(numerator), denominator]
    while (rest !== 0) [divisor, rest] = [rest, divisor % rest]
    return new Exact(numerator / divisor, denominator / divisor)
  }

  /** Of any two whole numbers, the denominator above zero. */
  private static large(numerator: bigint, denominator: bigint): Exact {
    let [divisor, rest] = [numerator < 0n ? -numerator : numerator, denominator]
    while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
    const [above, below] = [numerator / divisor, denominator / divisor]
    const [a, b] = [Number(above), Number(below)]
    return areSafe(a, b) ? new Exact(a, b) : new Exact(above, below)
  }

  /** a/b + c/d */
  private static sumOf(a: Whole, b: Whole, c: Whole, d: Whole): Exact {
    // Of what is beyond the bound no product is within it, but with 0.
    const [ad, cb, bd] = [Number(a) * Number(d), Number(c) * Number(b), Number(b) * Number(d)]
    if (areSafe(ad, cb) && areSafe(ad + cb, bd)) return Exact.small(ad + cb, bd)
    return Exact.large(BigInt(a) * BigInt(d) + BigInt(c) * BigInt(b), BigInt(b) * BigInt(d))
  }

  get numerator(): bigint {
    return BigInt(this.above)
  }

  /** Always positive; the fraction is in lowest terms. */
  get denominator(): bigint {
    return BigInt(this.below)
  }

  get sign(): -1 | 0 | 1 {
    return this.above < 0 ? -1 : this.above > 0 ? 1 : 0
  }

  get isZero(): boolean {
    return this.above === 0
  }

  get isInteger(): boolean {
    return this.below === 1 || this.below === 1n
  }

  /** The greatest whole number that is not above it. */
  get floor(): bigint {
    const whole = this.numerator / this.denominator
    return this.sign < 0 && !this.isInteger ? whole - 1n : whole
  }

  /** The least whole number that is not below it. */
  get ceiling(): bigint {
    return -this.negated().floor
  }

  plus(other: Exact): Exact {
    return Exact.sumOf(this.above, this.below, other.above, other.below)
  }

  minus(other: Exact): Exact {
    return Exact.sumOf(this.above, this.below, -other.above, other.below)
  }

  times(other: Exact): Exact {
    const [above, below] = [Number(this.above) * Number(other.above), Number(this.below) * Number(other.below)]
    if (areSafe(above, below)) return Exact.small(above, below)
    return Exact.large(this.numerator * other.numerator, this.denominator * other.denominator)
  }

  /** Throws a RangeError when `divisor` is zero: whoever divides decides first what that means. */
  dividedBy(divisor: Exact): Exact {
    if (divisor.isZero) throw new RangeError('division by zero')
    const { above, below } = divisor
    return this.times(above < 0 ? new Exact(-below, -above) : new Exact(below, above))
  }

  negated(): Exact {
    return this.isZero ? this : new Exact(-this.above, this.below)
  }

  abs(): Exact {
    return this.sign < 0 ? this.negated() : this
  }

  /** −1 below `other`, 0 equal, 1 above. */
  compare(other: Exact): -1 | 0 | 1 {
    // Multiplied out, since a difference would be brought to lowest terms for nothing.
    const [one, two] = [Number(this.above) * Number(other.below), Number(other.above) * Number(this.below)]
    if (areSafe(one, two)) return order(one, two)
    return order(this.numerator * other.denominator, other.numerator * this.denominator)
  }

  equals(other: Exact): boolean {
    return this.above === other.above && this.below === other.below
  }

  isBelow(other: Exact): boolean {
    return this.compare(other) < 0
  }

  isAbove(other: Exact): boolean {
    return this.compare(other) > 0
  }

  /** How many decimals write this number in full; `undefined` when they never end (a third). */
  get decimals(): number | undefined {
    if (this.isInteger) return 0
    let rest = this.denominator
    let twos = 0
    let fives = 0
    for (; rest % 2n === 0n; rest /= 2n) twos++
    for (; rest % 5n === 0n; rest /= 5n) fives++
    return rest === 1n ? Math.max(twos, fives) : undefined
  }

  /** Plain decimal text with `decimals` places, rounded by `mode`. Zero has no sign: never `-0.0`. */
  toFixed(decimals: number, mode: RoundingMode = 'half-up'): string {
    const digits = this.isInteger ? null : this.roundedDigits(decimals, mode)
    if (digits === null) return decimals === 0 ? String(this.above) : `${this.above}.${'0'.repeat(decimals)}`
    const padded = digits.padStart(decimals + 1, '0')
    const whole = padded.slice(0, padded.length - decimals)
    const text = decimals === 0 ? whole : `${whole}.${padded.slice(-decimals)}`
    return this.sign < 0 && digits !== '0' ? `-${text}` : text
  }

  /** The size of this number in units of the last of `decimals` places. */
  private roundedDigits(decimals: number, mode: RoundingMode): string {
    return roundedQuotient(this.abs().numerator * 10n ** BigInt(decimals), this.denominator, mode).toString()
  }

  /** The whole decimal text where it ends, else `fallback` places rounded half-up. */
  toDecimal(fallback = 12): string {
    return this.toFixed(this.decimals ?? fallback)
  }

  /** For messages of failed tests and debuggers: `118.26875`, `1/3`. */
  toString(): string {
    return this.decimals === undefined ? `${this.above}/${this.below}` : this.toDecimal()
  }
}

const PLAIN_DECIMAL = /^-?\d+(?:\.\d+)?$/

/** Every whole number of so many digits is a safe integer. */
const SAFE_DIGITS = 15

const TENS: number[] = [1]
for (let power = 1; power <= SAFE_DIGITS; power++) TENS.push((TENS[power - 1] ?? 0) * 10)

/** 10^power, or more than is safe. */
const tenTo = (power: number): number => TENS[power] ?? Infinity

/** Whether both are whole numbers that floats hold exactly. A product or sum that is not stays beyond the bound when it is rounded. */
const areSafe = (one: number, other: number): boolean => Number.isSafeInteger(one) && Number.isSafeInteger(other)

const order = (a: Whole, b: Whole): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

function roundedQuotient(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor
  const twiceRest = (dividend % divisor) * 2n
  if (mode === 'truncate' || twiceRest < divisor) return quotient
  if (twiceRest > divisor || mode === 'half-up') return quotient + 1n
  return quotient % 2n === 0n ? quotient : quotient + 1n
}
