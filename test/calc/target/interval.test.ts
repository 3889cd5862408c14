import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  achievement,
  achievementInterval,
  commonInterval,
  cornerInterval,
  intervalDifference,
  intervalsMeet,
  isPoint,
  point,
  printedInterval,
  type Terms,
} from '../../../src/calc/target/achievement.ts'
import { Exact } from '../../../src/model/exact.ts'
import type { FormulaName } from '../../../src/model/indicator.ts'
import type { Interval } from '../../../src/model/poverty-rate.ts'
import { ratio, targetOf, textOf } from '../../support/calc.ts'
import { number } from '../../support/report.ts'

/** In the notation of mathematics: a round bracket is a bound that does not belong to it. */
function notated(interval: Interval | null): string | null {
  if (!interval) return null
  const { low, lowOpen, high, highOpen } = interval
  return `${lowOpen ? '(' : '['}${low}, ${high}${highOpen ? ')' : ']'}`
}

const printed = (text: string) => printedInterval(number(text), text.split('.')[1]?.length ?? 0)

describe('a printed figure', () => {
  it.each([
    ['0.96', '[0.955, 0.965)'],
    ['-0.96', '(-0.965, -0.955]'],
    ['3.0', '[2.95, 3.05)'],
    // Half a unit away from zero is rounded away from it, on either side.
    ['0.00', '(-0.005, 0.005)'],
    ['4', '[4, 4]'],
  ])('%s may stand for %s', (text, expected) => {
    expect(notated(printed(text))).toBe(expected)
  })

  it('without decimals is exact', () => {
    expect(isPoint(printed('4'))).toBe(true)
    expect(isPoint(printed('4.0'))).toBe(false)
    expect(isPoint(point(number('4.2')))).toBe(true)
  })
})

it('the difference of two rounded figures reaches from one pair of ends to the other', () => {
  // 3.28 − 4.24: 3.275 − 4.245 = −0.97 and 3.285 − 4.235 = −0.95, each with one end that does not belong.
  expect(notated(intervalDifference(printed('3.28'), printed('4.24')))).toBe('(-0.97, -0.95)')
  expect(notated(intervalDifference(point(number('4')), printed('3.28')))).toBe('(0.715, 0.725]')
  expect(notated(intervalDifference(printed('3.28'), point(number('4'))))).toBe('[-0.725, -0.715)')
})

describe('what two figures have in common', () => {
  // [2.95, 3.05), [3.05, 3.15) and (−3.05, −2.95].
  it('is nothing where only one of them may be where they touch', () => {
    expect(intervalsMeet(printed('3.0'), printed('3.1'))).toBe(false)
    expect(intervalsMeet(printed('3.1'), printed('3.0'))).toBe(false)
    expect(intervalsMeet(printed('3.0'), point(number('3.05')))).toBe(false)
    expect(intervalsMeet(printed('3.1'), point(number('3.05')))).toBe(true)
    expect(intervalsMeet(printed('-3.1'), point(number('-3.05')))).toBe(true)
  })

  it.each([
    ['3.0', '3.00', '[2.995, 3.005)'],
    ['3.0', '3.05', '[3.045, 3.05)'],
    ['3.05', '3.0', '[3.045, 3.05)'],
    ['2.95', '3.0', '[2.95, 2.955)'],
    ['0.0', '0.00', '(-0.005, 0.005)'],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(notated(commonInterval(printed(one), printed(other)))).toBe(expected)
  })

  it('has an end where both have it', () => {
    const to = (low: string, lowOpen: boolean, high: string, highOpen: boolean) => ({
      low: number(low),
      lowOpen,
      high: number(high),
      highOpen,
    })
    const closed = to('1', false, '2', false)
    expect(notated(commonInterval(closed, to('1', true, '2', true)))).toBe('(1, 2)')
    expect(notated(commonInterval(to('1', true, '2', true), closed))).toBe('(1, 2)')
    expect(notated(commonInterval(closed, closed))).toBe('[1, 2]')
  })
})

it('a function of several rounded figures has an end that belongs to it where all of theirs do', () => {
  const sum = (a: Interval, b: Interval) => notated(cornerInterval({ a, b }, (values) => values.a.plus(values.b)))
  expect(sum(printed('3.0'), printed('1.0'))).toBe('[3.9, 4.1)')
  // [2.95, 3.05) and (−1.05, −0.95].
  expect(sum(printed('3.0'), printed('-1.0'))).toBe('(1.9, 2.1)')
  expect(sum(printed('3.0'), point(number('1')))).toBe('[3.95, 4.05)')
  expect(sum(point(number('2')), point(number('1')))).toBe('[3, 3]')
})

/** In per cent, of figures as they were printed. */
function reachOf(formula: FormulaName, target: string, actual: string, baseline: string | null, planned?: string) {
  const terms: Terms = {
    target: targetOf(target).target as Terms['target'],
    actual: number(actual),
    baseline: baseline === null ? null : number(baseline),
    planned: planned === undefined ? null : (planned.split('..').map(number) as [Exact]),
  }
  const reach = achievementInterval(formula, terms, printed(actual), baseline === null ? null : printed(baseline))
  const percent = (value: Exact) => value.times(Exact.HUNDRED)
  return notated(reach && { ...reach, low: percent(reach.low), high: percent(reach.high) })
}

const fraction = (text: string) => textOf(ratio(text))

describe('what the rounding of its inputs leaves of an achievement', () => {
  it('4.24 to 3.28 of 0.8 planned: 118.75 to 121.25', () => {
    expect(reachOf('change', 'reduce_by 0.8', '3.28', '4.24', '0.8')).toBe('(118.75, 121.25)')
  })

  it('3.28 to 2.73 of 0.3 planned: 180 to 186.7', () => {
    expect(reachOf('change', 'reduce_by 0.3', '2.73', '3.28', '0.3')).toBe(`(180, ${fraction('56/0.3')})`)
  })

  it('a bound belongs where it belongs to the figures that reach it', () => {
    // 3.75 to 3.85 of at most 4: 2 − 3.75/4 = 106.25 belongs, 2 − 3.85/4 = 103.75 does not.
    expect(reachOf('attainment', 'at_most 4', '3.8', null)).toBe('(103.75, 106.25]')
    expect(reachOf('attainment', 'at_least 4', '3.8', null)).toBe('[93.75, 96.25)')
  })

  it('the baseline is of no account where the formula does not ask for it', () => {
    expect(reachOf('attainment', 'at_most 4', '3.8', '5.2')).toBe('(103.75, 106.25]')
    expect(reachOf('attainment', 'at_most 4', '3.8', '-5.2')).toBe('(103.75, 106.25]')
    expect(reachOf('attainment', 'at_least 4', '3.8', '5.2')).toBe('[93.75, 96.25)')
    expect(reachOf('attainment', 'at_least 4', '3.8', '-5.2')).toBe('[93.75, 96.25)')
  })

  it('is a point where nothing was rounded', () => {
    expect(reachOf('attainment', 'at_most 4', '3', '5')).toBe('[125, 125]')
  })

  it.each([
    // 79.95 to 80.05 of 80 to 90: 79.95/80 = 99.9375, and 80 is inside.
    ['between 80..90 up', '80.0', null, undefined, '[99.9375, 100]'],
    // Only what stays outside keeps away from 100: 79.95 belongs to 80.0 and not to 79.9.
    ['between 79.95..90 up', '79.9', null, undefined, `[${fraction('7985/79.95')}, 100)`],
    ['between 70..79.95 up', '80.0', null, undefined, `[100, ${fraction('8005/79.95')})`],
    ['between 70..79.85 down', '79.8', null, undefined, '[100, 100]'],
    // 0.95 to 1.05 around 1 to 1.02: 0.95 and 2 − 1.05/1.02 on the sides, 100 between them.
    ['between 1..1.02', '1.0', null, undefined, '[95, 100]'],
    // A cut of 0.95 to 1.05 of 1 to 1.5: 0.95 is reached by none of them, 1 by many.
    ['reduce_by 1..1.5', '9.0', '10', '1..1.5', '(95, 100]'],
    ['reduce_by 1..1.5', '9', '10.0', '1..1.5', '[95, 100]'],
    ['increase_by 1..1.5', '11.0', '10', '1..1.5', '[95, 100]'],
    // Below zero: −1.05 to −0.95 around −1.02 to −1, 1 − 0.03/1.02 and 1 − 0.05 on the sides.
    ['between -1.02..-1', '-1.0', null, undefined, '[95, 100]'],
    // And no figure is inside: 1 + (−90.05 + 80)/80 and 1 + (−89.95 + 80)/80; 89.95/80 and 90.05/80.
    ['between -80..-70 up', '-90.0', null, undefined, '(87.4375, 87.5625]'],
    ['between 70..80 up', '90.0', null, undefined, '[112.4375, 112.5625)'],
    ['between -80..-70 up', '-60.0', null, undefined, `(${fraction('79.95/0.7')}, ${fraction('80.05/0.7')}]`],
    ['increase_by 1.05..1.5', '11.0', '10', '1.05..1.5', `[${fraction('95/1.05')}, 100)`],
  ])('is 100 where figures may lie inside the range: %s, actual %s', (target, actual, from, by, expected) => {
    expect(reachOf('range', target, actual, from, by)).toBe(expected)
  })

  it.each([
    ['progress from a baseline that may be the target', 'progress', 'at_least 5', '5.2', '5.0'],
    ['inverse of an actual that may be zero', 'inverse', 'at_most 3', '0.0', null],
    ['an undefined achievement', 'attainment', 'at_most 0', '0.5', null],
  ] as const)('has no bounds: %s', (_, formula, target, actual, baseline) => {
    expect(reachOf(formula, target, actual, baseline)).toBeNull()
  })

  it.each([
    ['attainment', 'reduce_by 1', '2.0', '1.0', '1'],
    ['ratio', 'reduce_by 1', '2.0', '1.0', '1'],
    ['level', 'reduce_by 1', '2.0', '-99.0', '1'],
  ] as const)(
    'has no bounds: %s of a change that may lead to a divisor of zero',
    (formula, target, actual, from, by) => {
      expect(reachOf(formula, target, actual, from, by)).toBeNull()
    },
  )

  it.each([
    // While the divisor stays on one side of zero there are bounds: 1.95/1.05 and 2.05/0.95 of b − d from 0.95 to 1.05.
    ['ratio', 'reduce_by 1', '2.0', '2.0', '1', '19500/105', '20500/95'],
    // The planned change is a number of its own, wherever it leads: 0.4 and 0.6 of 1.
    ['change', 'reduce_by 1', '0.5', '1.0', '1', '40', '60'],
    // (100 + 1.95)/(100 + 1.05) and (100 + 2.05)/(100 + 0.95).
    ['level', 'reduce_by 1', '2.0', '2.0', '1', '1019500/10105', '1020500/10095'],
    // 100·(2.5)/(2.05) and /(1.95), of an actual printed in full.
    ['inverse', 'at_most 2.5', '2.0', null, undefined, '25000/205', '25000/195'],
    // (2.05 − 4.05)/(1 − 4.05) and (1.95 − 3.95)/(1 − 3.95) lie inside (2.05 − 3.95)/(1 − 3.95) and (1.95 − 4.05)/(1 − 4.05).
    ['progress', 'at_most 1', '2.0', '4.0', undefined, '19000/295', '21000/305'],
  ] as const)('%s of %s has bounds', (formula, target, actual, from, by, low, high) => {
    const found = reachOf(formula, target, actual, from, by) ?? ''
    expect(found.slice(1, -1).split(', ')).toEqual([fraction(low), fraction(high)])
  })

  it('holds the achievement of any figures that are printed so', () => {
    const cases = [
      ['change', 'reduce_by 0.8', ['0.8']],
      ['range', 'reduce_by 0.5..0.9', ['0.5', '0.9']],
      ['progress', 'at_most 1.5', null],
      ['attainment', 'at_most 3.4', null],
      ['ratio', 'at_least 3.4', null],
      ['inverse', 'at_most 3.4', null],
      ['level', 'at_least 3.4', null],
      ['range', 'between 3..3.4 down', null],
      ['range', 'between 3..3.4', null],
    ] as const
    const hundredths = fc.oneof(fc.integer({ min: 200, max: 600 }), fc.constantFrom(300, 340, 400, 450, 490))
    const offset = fc.integer({ min: -500, max: 499 })
    fc.assert(
      fc.property(fc.constantFrom(...cases), hundredths, hundredths, offset, offset, (given, a, b, da, db) => {
        const [formula, target, by] = given
        const exactly = (hundred: number, thousandths: number) =>
          Exact.of(BigInt(hundred * 1000 + thousandths), 100_000n)
        const terms: Terms = {
          target: targetOf(target).target as Terms['target'],
          actual: exactly(a, da),
          baseline: exactly(b, db),
          planned: by && (by.map(number) as [Exact]),
        }
        const [actual, baseline] = [printedInterval(exactly(a, 0), 2), printedInterval(exactly(b, 0), 2)]
        const reach = achievementInterval(formula, terms, actual, baseline)
        const found = achievement(formula, terms)
        if (!reach || typeof found === 'string') throw new RangeError('undefined')
        const { value } = found
        expect(reach.low.isAbove(value) || reach.high.isBelow(value)).toBe(false)
        expect((reach.lowOpen && reach.low.equals(value)) || (reach.highOpen && reach.high.equals(value))).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
