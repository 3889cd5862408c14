import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact, type RoundingMode } from '../../src/model/exact.ts'

/** Whole numbers above zero that a binary float just holds, or just does not; and such whose products are like that. */
const nearTheBound = fc.oneof(
  fc.bigInt(2n ** 53n - 20n, 2n ** 53n + 20n),
  fc.bigInt(94_906_265n - 20n, 94_906_265n + 20n),
  fc.bigInt(2n ** 26n - 2n, 2n ** 27n + 2n),
)
/** Numerators of up to about 40 digits, and small ones so that ties and zeros come up. */
const numerators = fc.oneof(
  fc.bigInt(-(10n ** 40n), 10n ** 40n),
  fc.bigInt(-200n, 200n),
  nearTheBound,
  nearTheBound.map((number) => -number),
)
const denominators = fc.oneof(
  fc.bigInt(1n, 10n ** 20n),
  fc.bigInt(1n, 16n),
  fc.constantFrom(2n, 10n, 20n, 200n, 2000n),
  nearTheBound,
)
const exacts = fc.tuple(numerators, denominators).map(([numerator, denominator]) => Exact.of(numerator, denominator))
const nonZeros = exacts.filter((number) => !number.isZero)
const modes = fc.constantFrom<RoundingMode>('half-up', 'half-even', 'truncate')
const places = fc.integer({ min: 0, max: 20 })

// Functions, so that a fault in the code under test fails the tests and not their collection.
const half = () => Exact.of(1n, 2n)
const third = () => Exact.of(1n, 3n)

describe('arithmetic is exact', () => {
  it('addition and multiplication commute, associate and distribute', () => {
    fc.assert(
      fc.property(exacts, exacts, exacts, (a, b, c) => {
        expectSame(a.plus(b), b.plus(a))
        expectSame(a.times(b), b.times(a))
        expectSame(a.plus(b).plus(c), a.plus(b.plus(c)))
        expectSame(a.times(b).times(c), a.times(b.times(c)))
        expectSame(a.times(b.plus(c)), a.times(b).plus(a.times(c)))
      }),
    )
  })

  it('what is added can be taken away, what is multiplied divided', () => {
    fc.assert(
      fc.property(exacts, nonZeros, (a, b) => {
        expectSame(a.plus(b).minus(b), a)
        expectSame(a.times(b).dividedBy(b), a)
        expectSame(a.minus(a), Exact.ZERO)
        expectSame(b.dividedBy(b), Exact.ONE)
        expectSame(a.plus(Exact.ZERO), a)
        expectSame(a.times(Exact.ONE), a)
      }),
    )
  })

  it('is what whole numbers say, crosswise', () => {
    fc.assert(
      fc.property(numerators, denominators, numerators, denominators, (n, d, m, e) => {
        const [a, b] = [Exact.of(n, d), Exact.of(m, e)]
        expectRatio(a.plus(b), n * e + m * d, d * e)
        expectRatio(a.minus(b), n * e - m * d, d * e)
        expectRatio(a.times(b), n * m, d * e)
        if (m !== 0n) expectRatio(a.dividedBy(b), n * e, d * m)
      }),
    )
  })

  it('whole numbers that floats hold, and those that they do not, are one kind', () => {
    fc.assert(
      fc.property(nearTheBound, nearTheBound, nearTheBound, (a, b, c) => {
        const back = Exact.of(a * b, c)
          .times(Exact.of(c))
          .dividedBy(Exact.of(b))
        expect(back).toEqual(Exact.of(a))
        expect(Exact.of(a).plus(Exact.of(b)).minus(Exact.of(b))).toEqual(Exact.parse(String(a)))
        expect(Exact.of(a).plus(Exact.of(b)).toDecimal()).toBe(String(a + b))
        expect(Exact.of(-a, c).times(Exact.ZERO)).toEqual(Exact.ZERO)
      }),
      { numRuns: 500 },
    )
    expect(
      Exact.of(2n ** 53n - 1n)
        .plus(Exact.ONE)
        .plus(Exact.ONE)
        .toDecimal(),
    ).toBe('9007199254740993')
  })

  it('a planned cut of 0.3 points from 3.28 to 2.98 is 0.3, not 0.2999…', () => {
    expect(Exact.parse('3.28').minus(Exact.parse('2.98')).equals(Exact.parse('0.3'))).toBe(true)
  })

  it('keeps all of 40 digits', () => {
    const big = Exact.parse('1234567890123456789012345678901234567890')
    expect(big.plus(Exact.ONE).toDecimal()).toBe('1234567890123456789012345678901234567891')
    expect(big.times(big).dividedBy(big).toDecimal()).toBe('1234567890123456789012345678901234567890')
    const small = Exact.parse('-0.0000000000000000000000000000000000000001')
    expect(small.toDecimal()).toBe('-0.0000000000000000000000000000000000000001')
  })

  it('sums in any order, and nothing is 0', () => {
    fc.assert(
      fc.property(fc.array(exacts, { maxLength: 8 }), (numbers) => {
        expectSame(Exact.sum(numbers), Exact.sum(numbers.toReversed()))
        expectSame(Exact.sum([...numbers, half()]), Exact.sum(numbers).plus(half()))
      }),
    )
    expectSame(Exact.sum([]), Exact.ZERO)
  })

  it('has no division by zero', () => {
    expect(() => half().dividedBy(Exact.ZERO)).toThrow(new RangeError('division by zero'))
    expect(() => half().dividedBy(half().minus(half()))).toThrow(RangeError)
    expect(() => Exact.of(1n, 0n)).toThrow(new RangeError('a fraction needs a denominator other than zero'))
  })
})

describe('numerator and denominator', () => {
  it('are in lowest terms, the denominator above zero', () => {
    fc.assert(
      fc.property(numerators, denominators, (numerator, denominator) => {
        for (const number of [Exact.of(numerator, denominator), Exact.of(-numerator, -denominator)]) {
          expect(number.denominator > 0n).toBe(true)
          expect(greatestCommonDivisor(number.numerator, number.denominator)).toBe(1n)
          expect(number.numerator * denominator).toBe(numerator * number.denominator)
        }
      }),
    )
  })

  it('of whole numbers are themselves over one', () => {
    expect([Exact.of(-16250n).numerator, Exact.of(-16250n).denominator]).toEqual([-16250n, 1n])
    expect([Exact.ZERO.numerator, Exact.ZERO.denominator]).toEqual([0n, 1n])
    expect([Exact.ONE.numerator, Exact.HUNDRED.numerator]).toEqual([1n, 100n])
  })

  it('of an integer only when nothing is left over', () => {
    expect(Exact.of(6n, 3n).isInteger).toBe(true)
    expect(Exact.of(-6n, 4n).isInteger).toBe(false)
    expect(Exact.ZERO.isInteger).toBe(true)
  })
})

describe('order', () => {
  it('is that of the cross products', () => {
    fc.assert(
      fc.property(numerators, denominators, numerators, denominators, (n, d, m, e) => {
        const [a, b] = [Exact.of(n, d), Exact.of(m, e)]
        const [left, right] = [n * e, m * d]
        expect(a.compare(b)).toBe(left < right ? -1 : left > right ? 1 : 0)
        expect(a.isBelow(b)).toBe(left < right)
        expect(a.isAbove(b)).toBe(left > right)
        expect(a.equals(b)).toBe(left === right)
      }),
    )
  })

  it('a number is neither below nor above itself, written in whatever terms', () => {
    expect(half().equals(Exact.of(50n, 100n))).toBe(true)
    expect(half().isBelow(Exact.of(50n, 100n))).toBe(false)
    expect(half().isAbove(Exact.of(50n, 100n))).toBe(false)
  })

  it('tells numbers apart that a binary float cannot', () => {
    expect(Exact.parse('9007199254740993').isAbove(Exact.parse('9007199254740992'))).toBe(true)
    expect(Exact.parse('0.30000000000000000001').isAbove(Exact.parse('0.3'))).toBe(true)
  })
})

describe('sign', () => {
  it.each([
    ['-0.01', -1],
    ['0', 0],
    ['-0', 0],
    ['0.000', 0],
    ['0.01', 1],
  ])('of %s is %i', (text, sign) => {
    const number = Exact.parse(text)
    expect(number.sign).toBe(sign)
    expect(number.isZero).toBe(sign === 0)
  })

  it('is turned round by negating, dropped by abs', () => {
    fc.assert(
      fc.property(exacts, (number) => {
        expectSame(number.negated().plus(number), Exact.ZERO)
        expect(number.negated().sign).toBe(number.isZero ? 0 : -number.sign)
        expectSame(number.abs(), number.sign < 0 ? number.negated() : number)
      }),
    )
    expect(Exact.ZERO.negated().sign).toBe(0)
    expect(Exact.ZERO.negated().toDecimal()).toBe('0')
  })
})

describe('parse', () => {
  it('reads back every decimal that it writes', () => {
    fc.assert(
      fc.property(numerators, places, (digits, decimals) => {
        const number = Exact.of(digits, 10n ** BigInt(decimals))
        expectSame(Exact.parse(number.toDecimal()), number)
        expectSame(Exact.parse(number.toFixed(decimals)), number)
      }),
    )
  })

  it.each([
    ['16250', 16250n, 1n],
    ['-0.96', -24n, 25n],
    ['007.50', 15n, 2n],
    ['0.125', 1n, 8n],
  ])('reads %s', (text, numerator, denominator) => {
    expectRatio(Exact.parse(text), numerator, denominator)
  })

  it.each(['', '-', '.', '1.', '.5', '+1', '1,5', '1e3', '1.2.3', ' 1', '1 ', '--1', '−1', '٣', 'NaN', '1/2', '1\n'])(
    'refuses %j',
    (text) => {
      expect(() => Exact.parse(text)).toThrow(new RangeError(`not a plain decimal number: ${text}`))
    },
  )
})

describe('decimals', () => {
  it.each([
    ['1', 0],
    ['100', 0],
    ['0.5', 1],
    ['3.28', 2],
    ['0.125', 3],
    ['0.0016', 4],
    ['1.18268750', 7],
  ])('are as many as write %s in full: %i', (text, decimals) => {
    expect(Exact.parse(text).decimals).toBe(decimals)
  })

  it('are the larger of the powers of two and five in the denominator', () => {
    const power = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(power, power, (twos, fives) => {
        const number = Exact.of(1n, 2n ** BigInt(twos) * 5n ** BigInt(fives))
        expect(number.decimals).toBe(Math.max(twos, fives))
      }),
    )
  })

  it('never end when another prime is left over', () => {
    for (const denominator of [3n, 6n, 7n, 9n, 15n, 17n, 30n, 1100n]) {
      expect(Exact.of(1n, denominator).decimals).toBeUndefined()
    }
    expect(Exact.of(3n, 6n).decimals).toBe(1)
  })
})

describe('toFixed', () => {
  it('is the whole-number formula of its mode', () => {
    fc.assert(
      fc.property(numerators, denominators, places, modes, (numerator, denominator, decimals, mode) => {
        const text = Exact.of(numerator, denominator).toFixed(decimals, mode)
        expect(text).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`))
        const shown = BigInt(text.replace('.', ''))
        expect(shown).toBe(roundedByFormula(numerator * 10n ** BigInt(decimals), denominator, mode))
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    // value, places, half-up, half-even, truncate
    ['0.5', 0, '1', '0', '0'],
    ['-0.5', 0, '-1', '0', '0'],
    ['1.5', 0, '2', '2', '1'],
    ['-1.5', 0, '-2', '-2', '-1'],
    ['2.5', 0, '3', '2', '2'],
    ['-2.5', 0, '-3', '-2', '-2'],
    ['0.125', 2, '0.13', '0.12', '0.12'],
    ['-0.135', 2, '-0.14', '-0.14', '-0.13'],
    ['0.1249', 2, '0.12', '0.12', '0.12'],
    ['0.1251', 2, '0.13', '0.13', '0.12'],
    ['-0.1251', 2, '-0.13', '-0.13', '-0.12'],
    ['9.995', 2, '10.00', '10.00', '9.99'],
    ['-99.95', 1, '-100.0', '-100.0', '-99.9'],
    ['118.26875', 1, '118.3', '118.3', '118.2'],
    ['118.26875', 4, '118.2688', '118.2688', '118.2687'],
    ['1.005', 2, '1.01', '1.00', '1.00'],
    ['0.05', 1, '0.1', '0.0', '0.0'],
  ])('rounds %s to %i places: %s half-up, %s half-even, %s truncated', (text, decimals, up, even, cut) => {
    const number = Exact.parse(text)
    expect(number.toFixed(decimals, 'half-up')).toBe(up)
    expect(number.toFixed(decimals, 'half-even')).toBe(even)
    expect(number.toFixed(decimals, 'truncate')).toBe(cut)
  })

  it('rounds half-up when no mode is named', () => {
    expect(Exact.parse('2.5').toFixed(0)).toBe('3')
  })

  it('treats both signs alike: ties go away from zero', () => {
    fc.assert(
      fc.property(nonZeros, places, modes, (number, decimals, mode) => {
        const positive = number.abs().toFixed(decimals, mode)
        const negative = number.abs().negated().toFixed(decimals, mode)
        expect(negative).toBe(/[1-9]/.test(positive) ? `-${positive}` : positive)
      }),
    )
  })

  it('never prints a zero with a sign', () => {
    fc.assert(
      fc.property(exacts, places, modes, (number, decimals, mode) => {
        expect(number.toFixed(decimals, mode)).not.toMatch(/^-0(\.0*)?$/)
      }),
    )
    expect(Exact.parse('-0.04').toFixed(1)).toBe('0.0')
    expect(Exact.parse('-0.05').toFixed(1)).toBe('-0.1')
    expect(Exact.parse('-0.4').toFixed(0)).toBe('0')
  })

  it('is off by no more than half a unit of the last place, a whole one when truncating', () => {
    fc.assert(
      fc.property(exacts, places, modes, (number, decimals, mode) => {
        const unit = Exact.of(1n, 10n ** BigInt(decimals))
        const error = Exact.parse(number.toFixed(decimals, mode)).minus(number).abs()
        const allowed = mode === 'truncate' ? unit : unit.times(half())
        expect(error.isAbove(allowed)).toBe(false)
      }),
    )
  })

  it('pads with zeros on both sides of the point', () => {
    expect(Exact.parse('3').toFixed(3)).toBe('3.000')
    expect(Exact.parse('0.007').toFixed(3)).toBe('0.007')
    expect(Exact.ZERO.toFixed(0)).toBe('0')
    expect(Exact.ZERO.toFixed(2)).toBe('0.00')
  })
})

describe('toDecimal', () => {
  it('writes all decimals where they end, else twelve', () => {
    expect(Exact.parse('118.26875').toDecimal()).toBe('118.26875')
    expect(third().toDecimal()).toBe('0.333333333333')
    expect(Exact.of(-2n, 3n).toDecimal()).toBe('-0.666666666667')
    expect(Exact.of(11240n, 105n).toDecimal()).toBe('107.047619047619')
    expect(third().toDecimal(3)).toBe('0.333')
    expect(Exact.parse('0.12345678901234').toDecimal(3)).toBe('0.12345678901234')
  })

  it('says in words of failed tests what the number is', () => {
    expect(String(third().negated())).toBe('-1/3')
    expect(String(Exact.parse('118.26875'))).toBe('118.26875')
  })
})

/** Independent of the code under test: floor division of twice the size, plus what the mode adds. */
function roundedByFormula(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const size = dividend < 0n ? -dividend : dividend
  const up = (2n * size + divisor) / (2n * divisor)
  const isTie = (2n * size + divisor) % (2n * divisor) === 0n
  const rounded = { 'half-up': up, 'half-even': isTie && up % 2n === 1n ? up - 1n : up, truncate: size / divisor }[mode]
  return dividend < 0n ? -rounded : rounded
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : greatestCommonDivisor(b, a % b)
}

function expectSame(found: Exact, expected: Exact): void {
  expectRatio(found, expected.numerator, expected.denominator)
}

function expectRatio(found: Exact, numerator: bigint, denominator: bigint): void {
  expect(found.numerator * denominator).toBe(numerator * found.denominator)
}

it('numbers beyond those that floats hold are rounded as all others', () => {
  // 2^53 is 9,007,199,254,740,992.
  const rounded = (text: string) =>
    (['half-up', 'half-even', 'truncate'] as const).map((mode) => Exact.parse(text).toFixed(0, mode).slice(-3))
  expect(rounded('9007199254740992.5')).toEqual(['993', '992', '992'])
  expect(rounded('9007199254740993.5')).toEqual(['994', '994', '993'])
  expect(rounded('9007199254740993.4')).toEqual(['993', '993', '993'])
  expect(rounded('9007199254740992.6')).toEqual(['993', '993', '992'])
})
