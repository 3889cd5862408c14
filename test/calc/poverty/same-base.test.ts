import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { argsOf, baseline, codesOf, counts, lineOf, observed, reportOf, textOf } from '../../support/calc.ts'
import { figure, indicator, period, plan } from '../../support/report.ts'

const at = (value: string, of = '2018') => baseline(value, { period: period(of) })

// Quảng Nam: 25,650 poor at 6.06% and 10,922 near-poor at 2.58% in 2019, 31,537 at 7.57% and 13,841 at 3.32% in 2018.
const poor = (given: Partial<Indicator> = {}) =>
  indicator('poor', {
    type: 'poverty-rate',
    measured: 'households',
    baseline: { ...at('7.57'), poor: figure('31537') },
    ...given,
  })
const near = (given: Partial<Indicator> = {}) =>
  indicator('near', {
    type: 'rate',
    sameBaseAs: 'poor',
    rateOf: { numerator: 'near-households', denominator: null },
    baseline: at('3.32'),
    ...given,
  })
const nearHouseholds = indicator('near-households', { type: 'stock', baseline: at('13841') })

const poorResult = (given: Parameters<typeof counts>[0] = { poor: '25650' }, value: string | null = '6.06') =>
  observed('poor', '2019', value, { counts: counts(given) })

function held(results: readonly Observation[], indicators: readonly Indicator[] = [poor(), near(), nearHouseholds]) {
  return reportOf(plan('plan', { period: period('2019'), indicators }), results)
}

const rows = (households: string, rate: string | null = '2.58') => [
  ...(rate === null ? [] : [observed('near', '2019', rate)]),
  observed('near-households', '2019', households),
]

describe('a rate of the same households as the poverty rate', () => {
  const { report, problems } = held([poorResult(), ...rows('10922')])
  const { change } = lineOf(report, 'near')

  it('has the number that it is a rate of at both ends', () => {
    expect(problems).toEqual([])
    expect(textOf(change?.from.poor)).toBe('13841')
    expect(textOf(change?.to.poor)).toBe('10922')
    expect(textOf(change?.poor)).toBe('-2919')
    expect(textOf(lineOf(report, 'near').actual)).toBe('2.58')
  })

  it('stands beside it: both together, and how many households both can be rates of', () => {
    expect(change?.sharedBase?.indicator.id).toBe('poor')
    expect(textOf(change?.sharedBase?.rate)).toBe('8.64')
    expect(textOf(change?.sharedBase?.poor)).toBe('36572')
    // 25,650 at 6.055% to 6.065% are 422,918.4 to 423,616.8 households, inside the 422,514.5 to 424,155.3 of 10,922.
    expect(change?.sharedBase?.households?.low.toFixed(1)).toBe('422918.4')
    expect(change?.sharedBase?.households?.high.toFixed(1)).toBe('423616.8')
    expect(lineOf(report, 'poor').change?.sharedBase).toBeNull()
  })

  it('that implies another number of households is warned of, with both', () => {
    const found = held([poorResult(), ...rows('11922')]).problems
    // 11,922 at 2.575% to 2.585%.
    expect(argsOf(found, 'households-disagree')).toEqual({
      period: '2019',
      indicator: 'near',
      low: '461199',
      high: '462991',
      other: 'poor',
      otherLow: '422918',
      otherHigh: '423617',
    })
  })

  it('that implied another number at the start as well', () => {
    const stock = { ...nearHouseholds, baseline: at('14841') }
    const found = held([poorResult(), ...rows('10922')], [poor(), near(), stock]).problems
    expect(argsOf(found, 'households-disagree')).toMatchObject({ period: '2018' })
  })

  it('is calculated from them where they were counted', () => {
    const counted = poorResult({ poor: '25650', households: '423200' }, null)
    const exact = held([counted, ...rows('10922', null)])
    expect(lineOf(exact.report, 'near').actual?.toFixed(6)).toBe('2.580813')
    expect(lineOf(exact.report, 'near').origin).toBe('counts')
    expect(lineOf(exact.report, 'near').inputs.map(({ field, text }) => `${field} ${text}`)).toEqual([
      'baseline 3.32',
      'baseline-poor 13841',
      'numerator 10922',
      'denominator 423200',
    ])
    expect(exact.problems).toEqual([])
    expect(codesOf(held([counted, ...rows('11922')]).problems)).toContain('rate-disagrees')
  })

  it('is not put together with one of another time, standard or unit', () => {
    const older = held([observed('poor', '2019-06', '6.06', { counts: counts({ poor: '25650' }) }), ...rows('10922')])
    expect(lineOf(older.report, 'near').change?.sharedBase).toMatchObject({ rate: null, households: null })
    const persons = held([poorResult(), ...rows('11922')], [poor(), near({ measured: 'persons' }), nearHouseholds])
    expect(lineOf(persons.report, 'near').change?.sharedBase).toMatchObject({ rate: null })
    expect(codesOf(persons.problems)).not.toContain('households-disagree')
  })

  it('without its number is only put beside it', () => {
    const { report: bare, problems: none } = held([poorResult(), observed('near', '2019', '2.58')])
    expect(none).toEqual([])
    expect(textOf(lineOf(bare, 'near').change?.sharedBase?.rate)).toBe('8.64')
    expect(lineOf(bare, 'near').change?.sharedBase).toMatchObject({ poor: null, households: null })
  })
})
