import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { achievement, type Terms, usualFormula } from '../../../src/calc/target/achievement.ts'
import { Exact } from '../../../src/model/exact.ts'
import type { ChangeTarget, FormulaName } from '../../../src/model/indicator.ts'
import { plannedChange } from '../../../src/model/target.ts'
import { ratio, targetOf, textOf } from '../../support/calc.ts'
import { number, period } from '../../support/report.ts'

/** In per cent, as CALCULATION §3 prints it. */
function percentageOf(formula: FormulaName, targetText: string, actual: string, baseline: string | null = null) {
  const target = targetOf(targetText).target as Terms['target']
  const from = baseline === null ? null : number(baseline)
  const planned = 'by' in target ? plannedChange(target, from, period('2018')) : null
  const found = achievement(formula, { target, actual: number(actual), baseline: from, planned })
  return textOf(typeof found === 'string' ? found : found.value.times(Exact.HUNDRED))
}

/** A percentage as decimal text or as a fraction, or the reason why there is none. */
const written = (expected: string) => (/^[-\d]/.test(expected) ? textOf(ratio(expected)) : expected)

describe('attainment', () => {
  it.each([
    // Hà Nam 2017: 118.26875%, 107.0476…% and 119.0235…%.
    ['at_least 16000', '18923', '118.26875'],
    ['at_least 1050', '1124', '112400/1050'],
    ['at_least 17000', '20234', '2023400/17000'],
    ['at_least 100', '0', '0'],
    ['at_least 100', '-50', '-50'],
    ['above 7.6', '7.6', '100'],
    // At most 3, actual 2: 133.3…%.
    ['at_most 3', '2', '400/3'],
    ['at_most 50', '200', '-200'],
    ['below 50', '0', '200'],
    ['at_most -50', '-100', '200'],
    ['at_least -500', '-100', '180'],
    ['at_least -500', '-600', '80'],
  ])('%s, actual %s: %s%', (target, actual, expected) => {
    expect(percentageOf('attainment', target, actual)).toBe(written(expected))
  })

  it.each(['at_least 0', 'at_most 0', 'above 0', 'below 0'])('is undefined for %s', (target) => {
    expect(percentageOf('attainment', target, '5')).toBe('zero-target')
    expect(percentageOf('attainment', target, '0')).toBe('zero-target')
  })

  it('of a change target holds the actual against where the change would have led', () => {
    // 10 reduced by 2 is 8; 1 − (6 − 8)/8 = 125%. 10 increased by 2 is 12; 9/12 = 75%.
    expect(percentageOf('attainment', 'reduce_by 2', '6', '10')).toBe('125')
    expect(percentageOf('attainment', 'increase_by 2', '9', '10')).toBe('75')
  })
})

describe('change', () => {
  it.each([
    ['reduce_by 0.8', '4.24', '3.28', '120'],
    // 183.3…%
    ['reduce_by 0.3', '3.28', '2.73', '550/3'],
    // In binary floats 3.28 − 2.98 falls short of 0.3.
    ['reduce_by 0.3', '3.28', '2.98', '100'],
    ['reduce_by 0.3', '3.28', '3.38', '-100/3'],
    ['increase_by 4', '47', '50', '75'],
  ])('%s, %s to %s: %s%', (target, from, to, expected) => {
    expect(percentageOf('change', target, to, from)).toBe(written(expected))
  })

  it('is undefined without a baseline', () => {
    expect(percentageOf('change', 'reduce_by 0.3', '2.73')).toBe('no-baseline')
  })

  it('is undefined where a percentage of a baseline of zero is planned', () => {
    expect(percentageOf('change', 'reduce_by 5%', '1', '0')).toBe('target-equals-baseline')
  })
})

describe('range', () => {
  it.each([
    ['between 80..90 up', '80', '100'],
    ['between 80..90 up', '85', '100'],
    ['between 80..90 up', '90', '100'],
    // 102.2…%
    ['between 80..90 up', '92', '9200/90'],
    ['between 80..90 up', '70', '87.5'],
    // 2 − 70/80 and 2 − 99/90.
    ['between 80..90 down', '70', '112.5'],
    ['between 80..90 down', '99', '90'],
    ['between 80..90', '70', '87.5'],
    ['between 80..90', '99', '90'],
  ])('%s, actual %s: %s%', (target, actual, expected) => {
    expect(percentageOf('range', target, actual)).toBe(written(expected))
  })

  it.each([
    ['9', '100'],
    ['8.5', '100'],
    ['8.9', '100'],
    ['9.5', '50'],
    ['7', '200'],
    ['10.5', '-50'],
  ])('reduce_by 1..1.5 from 10, actual %s: %s%', (actual, expected) => {
    expect(percentageOf('range', 'reduce_by 1..1.5', actual, '10')).toBe(expected)
  })

  it('is undefined outside against a bound of zero, and 100% inside all the same', () => {
    expect(percentageOf('range', 'between 0..5 up', '-1')).toBe('zero-target')
    expect(percentageOf('range', 'between -5..0 up', '1')).toBe('zero-target')
    expect(percentageOf('range', 'between 0..5 up', '0')).toBe('100')
  })

  it('is undefined outside a planned change of zero, a percentage of a baseline of zero', () => {
    expect(percentageOf('range', 'increase_by 5..10%', '-1', '0')).toBe('zero-target')
    expect(percentageOf('range', 'increase_by 5..10%', '1', '0')).toBe('zero-target')
  })

  it('of changes is undefined without a baseline', () => {
    expect(percentageOf('range', 'reduce_by 1..1.5', '9')).toBe('no-baseline')
  })
})

describe('on request', () => {
  it.each([
    // Baseline 5.20, at most 4.05, actual 3.87: 104.44…%, 115.65…%, 95.55…%.
    ['attainment', 'at_most 4.05', '3.87', '5.20', '42300/405'],
    ['progress', 'at_most 4.05', '3.87', '5.20', '13300/115'],
    ['ratio', 'at_most 4.05', '3.87', '5.20', '38700/405'],
    ['inverse', 'at_most 4.05', '3.87', '5.20', '40500/387'],
    ['progress', 'at_least 60', '55', '40', '75'],
    ['progress', 'at_least 60', '35', '40', '-25'],
    ['progress', 'at_least 60', '61', '60', 'target-equals-baseline'],
    ['progress', 'at_least 60', '61', null, 'no-baseline'],
    ['progress', 'reduce_by 0.8', '3.28', '4.24', '120'],
    // Growth of 2.8 planned as 2.7: 102.8/102.7 = 100.097…%.
    ['level', 'at_least 2.7', '2.8', null, '10280/102.7'],
    ['level', 'at_least -100', '2.8', null, 'zero-target'],
    ['ratio', 'at_least 0', '5', null, 'zero-target'],
    ['ratio', 'reduce_by 2', '6', null, 'no-baseline'],
    ['inverse', 'at_most 3', '0', null, 'zero-actual'],
    ['inverse', 'at_most 0', '3', null, '0'],
  ] as const)('%s: %s, actual %s, baseline %s: %s', (formula, target, actual, from, expected) => {
    expect(percentageOf(formula, target, actual, from)).toBe(written(expected))
  })
})

it.each([
  ['at_least 1', 'attainment'],
  ['at_most 1', 'attainment'],
  ['above 1', 'attainment'],
  ['below 1', 'attainment'],
  ['reduce_by 1', 'change'],
  ['increase_by 1', 'change'],
  ['reduce_by 1..2', 'range'],
  ['between 1..2', 'range'],
  ['done', null],
])('the usual formula of %s is %s', (target, expected) => {
  expect(usualFormula(targetOf(target).target, 'count')).toBe(expected)
})

describe('the planned change', () => {
  it.each([
    ['is what is written', 'reduce_by 0.3', null, '2018', ['0.3']],
    ['counts for each year of the plan', 'reduce_by 0.3 per year', null, '2016/2020', ['1.5']],
    ['counts once in a plan of a year', 'reduce_by 0.3 per year', null, '2018', ['0.3']],
    ['has no number of years in part of one', 'reduce_by 0.3 per year', null, '2018-H1', null],
    ['may be per cent of the baseline', 'reduce_by 5%', '240', '2018', ['12']],
    ['is above zero below zero too', 'reduce_by 5%', '-240', '2018', ['12']],
    ['is per cent of nothing without a baseline', 'reduce_by 5%', null, '2018', null],
    ['may be a range', 'increase_by 5..10%', '240', '2018', ['12', '24']],
    ['is no range of per cent without a baseline', 'increase_by 5..10%', null, '2018', null],
  ])('%s', (_, target, from, plan, expected) => {
    const baseline = from === null ? null : number(from)
    const planned = plannedChange(targetOf(target).target as ChangeTarget, baseline, period(plan))
    expect(planned?.map(textOf) ?? null).toEqual(expected)
  })
})

it('above zero, attainment is a/t for a floor and 2 − a/t for a ceiling', () => {
  const positive = fc.bigInt(1n, 10n ** 12n)
  fc.assert(
    fc.property(positive, fc.bigInt(-(10n ** 12n), 10n ** 12n), (target, actual) => {
      const terms = { actual: Exact.of(actual), baseline: null, planned: null }
      const value = Exact.of(target)
      const attained = (kind: 'at_least' | 'at_most') => {
        const found = achievement('attainment', { ...terms, target: { kind, value } })
        return typeof found === 'string' ? found : textOf(found.value)
      }
      expect(attained('at_least')).toBe(textOf(Exact.of(actual, target)))
      expect(attained('at_most')).toBe(textOf(Exact.of(2n * target - actual, target)))
    }),
  )
})
