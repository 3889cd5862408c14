import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { LineDerivation } from '../../../src/model/report.ts'
import { expressionText } from '../../../src/render/explain/expression.ts'
import { formatOf } from '../../../src/render/figure/format.ts'
import { baseline, lineOf, observed, reportOf, targetOf, textOf } from '../../support/calc.ts'
import { indicator, number, period, plan } from '../../support/report.ts'

const format = formatOf('en', true, 'half-up')

function worked(target: string, value: string, given: Partial<Indicator> = {}, of = '2018', asOf = '2018-12-31') {
  const it = indicator('it', { target: targetOf(target), ...given })
  return lineOf(reportOf(plan('plan', { indicators: [it] }), [observed('it', of, value)], asOf).report, 'it').derivation
}

function written(derivation: LineDerivation, key: Exclude<keyof LineDerivation, 'atExpected'>): string | null {
  const expression = derivation[key]
  if (!expression) return null
  const { symbols, figures } = expressionText(expression, (role) => role, format)
  return `${symbols} = ${figures}`
}

describe('how a completion came about names each number', () => {
  const from = (value: string) => ({ type: 'rate', baseline: baseline(value) }) as const

  it.each<[string, string, Partial<Indicator>, string]>([
    ['at_least 16000', '18923', {}, 'actual ÷ target = 18,923 ÷ 16,000'],
    ['at_most 4', '3', from('5'), '1 + (target − actual) ÷ target = 1 + (4 − 3) ÷ 4'],
    ['reduce_by 0.8', '3.28', from('4.24'), '(baseline − actual) ÷ plannedReduction = (4.24 − 3.28) ÷ 0.8'],
    ['increase_by 2', '43', from('40'), '(actual − baseline) ÷ plannedIncrease = (43 − 40) ÷ 2'],
    ['reduce_by 1..1.5', '9.5', from('10'), 'change ÷ lowEnd = 0.5 ÷ 1'],
    ['reduce_by 1..1.5', '8', from('10'), 'change ÷ highEnd = 2 ÷ 1.5'],
    ['between 80..90', '70', from('60'), 'actual ÷ lowEnd = 70 ÷ 80'],
    ['between 80..90 up', '95', from('60'), 'actual ÷ highEnd = 95 ÷ 90'],
    [
      'at_most 4.05',
      '3.87',
      { ...from('5.2'), formula: 'progress' },
      '(actual − baseline) ÷ (target − baseline) = (3.87 − 5.2) ÷ (4.05 − 5.2)',
    ],
  ])('%s, actual %s', (target, value, given, expected) => {
    expect(written(worked(target, value, given), 'achievement')).toBe(expected)
  })

  it.each([
    ['at_least 16000', '18923', 'actual − target = 18,923 − 16,000'],
    ['between 80..90', '70', 'actual − lowEnd = 70 − 80'],
    ['between 80..90', '92', 'actual − highEnd = 92 − 90'],
  ])('and so does the variance from %s of %s', (target, value, expected) => {
    expect(written(worked(target, value), 'variance')).toBe(expected)
  })
})

describe('how a figure of a plan that runs came about names each number', () => {
  // As of the 59th of 365 days.
  const february = ['2018-01/2018-02', '2018-02-28'] as const

  it('expected, pace, forecast and what is still required', () => {
    const derivation = worked('at_least 3650', '500', { phasing: 'linear' }, ...february)
    expect(derivation.expected?.value.toString()).toBe('590')
    expect(written(derivation, 'expected')).toBe('target × (daysPassed ÷ days) = 3,650 × (59 ÷ 365)')
    expect(written(derivation, 'pace')).toBe('actual ÷ expected = 500 ÷ 590')
    expect(written(derivation, 'forecast')).toBe('actual ÷ (daysPassed ÷ days) = 500 ÷ (59 ÷ 365)')
    expect(written(derivation, 'required')).toBe('(target − actual) ÷ timeLeft = (3,650 − 500) ÷ 10')
  })

  it('a forecast is of the days up to the figure, and not of those after it', () => {
    // As of the end of June: 90 days gave 4,000, and 365 give 16,222.
    const derivation = worked('at_least 16000', '4000', {}, '2018-Q1', '2018-06-30')
    expect(derivation.forecast?.value.toFixed(0)).toBe('16222')
  })

  it('a share that a plan states is one', () => {
    const phasing = [
      { period: period('2018-01/2018-02'), share: number('0.2') },
      { period: period('2018-03/2018-12'), share: number('1') },
    ]
    expect(written(worked('at_least 1000', '500', { phasing }, ...february), 'expected')).toBe(
      'target × share = 1,000 × 20%',
    )
    const rate = { type: 'rate', baseline: baseline('40'), phasing } as const
    const cut = worked('reduce_by 5', '39.5', rate, ...february)
    expect(written(cut, 'expected')).toBe('baseline + (target − baseline) × share = 40 + (35 − 40) × 20%')
    expect(written(cut, 'pace')).toBe('(actual − baseline) ÷ (expected − baseline) = (39.5 − 40) ÷ (39 − 40)')
    expect(written(worked('at_most 35', '39.5', rate, ...february), 'pace')).toBe('actual ÷ expected = 39.5 ÷ 39')
  })

  it('what is used up of a ceiling, or of the most of a range; of nothing no part is', () => {
    expect(written(worked('at_most 40', '10', {}, ...february), 'used')).toBe('actual ÷ target = 10 ÷ 40')
    expect(written(worked('between 20..40 down', '10', {}, ...february), 'used')).toBe('actual ÷ target = 10 ÷ 40')
    expect(worked('at_most 0', '0', {}, ...february).used).toBeNull()
  })

  it('what is expected is so much of the target itself, but for the inverse, which has no bounds', () => {
    const expected = (target: string, given: Partial<Indicator> = {}) =>
      textOf(worked(target, '500', { phasing: 'linear', ...given }, ...february).atExpected)
    expect(expected('at_least 3650', { formula: 'ratio' })).toBe(textOf(number('59').dividedBy(number('365'))))
    expect(expected('at_least 3650', { formula: 'inverse' })).toBeNull()
    const none = { type: 'rate', baseline: baseline('600'), phasing: 'none' } as const
    expect(expected('at_most 400', none)).toBeNull()
  })
})

describe('the share of the way from the baseline to a threshold', () => {
  it.each(['attainment', 'ratio', 'inverse'] as const)('stands beside the %s', (formula) => {
    const balance = (start: string) =>
      worked('at_least 5', '2.5', { type: 'level', baseline: baseline(start), formula })
    // From −5 to 2.5 are 7.5 of 10.
    expect(textOf(balance('-5').progress?.value)).toBe('0.75')
    expect(textOf(balance('0').progress?.value)).toBe('0.5')
    // Of a change it is only beside what ends on the other side of zero: from −2 up by 5, 4.5 of 5.
    const rise = (start: string) =>
      worked('increase_by 5', '2.5', { type: 'level', baseline: baseline(start), formula }).progress
    expect(textOf(rise('-2')?.value)).toBe('0.9')
    expect(rise('1')).toBeNull()
  })
})
