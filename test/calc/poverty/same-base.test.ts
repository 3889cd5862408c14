import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import {
  argsOf,
  baseline,
  baselineCounts,
  codesOf,
  counts,
  lineOf,
  observed,
  placeAt,
  reportOf,
  textOf,
} from '../../support/calc.ts'
import { area, figure, indicator, number, period, plan } from '../../support/report.ts'

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
  observed('near-households', '2019', households, { value: { ...figure(households), at: placeAt(7) } }),
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
    expect(found[0]?.at).toEqual(placeAt(7))
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
    const stock = { ...nearHouseholds, baseline: { ...at('14841'), value: { ...figure('14841'), at: placeAt(3) } } }
    const found = held([poorResult(), ...rows('10922')], [poor(), near(), stock]).problems
    expect(found[0]?.at).toEqual(placeAt(3))
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

  it('has its number among what it comes from, where the rate itself was printed', () => {
    expect(lineOf(report, 'near').inputs.map(({ field, text }) => `${field} ${text}`)).toEqual([
      'baseline 3.32',
      'baseline-poor 13841',
      'actual 2.58',
      'numerator 10922',
    ])
  })

  it('takes the households of a base that is calculated from other indicators', () => {
    const base = indicator('poor', { type: 'rate', rateOf: { numerator: 'poor-households', denominator: 'all' } })
    const indicators = [base, indicator('poor-households', { type: 'stock' }), indicator('all', { type: 'stock' })]
    const found = held(
      [observed('poor-households', '2019', '25650'), observed('all', '2019', '423200'), ...rows('10922', null)],
      [...indicators, near(), nearHouseholds],
    )
    expect(lineOf(found.report, 'near').actual?.toFixed(6)).toBe('2.580813')
    expect(
      lineOf(found.report, 'near')
        .inputs.map(({ field, text }) => `${field} ${text}`)
        .slice(2),
    ).toEqual(['numerator 10922', 'denominator 423200'])
  })

  it('takes no number and no households of another date', () => {
    const counted = { counts: counts({ poor: '25650', households: '423200' }) }
    const june = held([observed('poor', '2019-06', null, counted), ...rows('10922')])
    expect([textOf(lineOf(june.report, 'near').actual), lineOf(june.report, 'near').origin]).toEqual([
      '2.58',
      'reported',
    ])
    expect(textOf(lineOf(june.report, 'near').change?.to.poor)).toBe('10922')
    const late = held([poorResult(), observed('near', '2019-06', '2.6'), observed('near-households', '2019', '10922')])
    expect(textOf(lineOf(late.report, 'near').actual)).toBe('2.6')
    expect(lineOf(late.report, 'near').change?.to.poor).toBeNull()
    const older = { ...nearHouseholds, baseline: at('13841', '2017') }
    const earlier = held([poorResult(), ...rows('10922')], [poor(), near(), older])
    expect(lineOf(earlier.report, 'near').change?.from.poor).toBeNull()
  })

  it('has the households that were counted at the start, those of its own time alone', () => {
    const startOf = (base: Indicator) =>
      lineOf(held([poorResult(), ...rows('10922')], [base, near(), nearHouseholds]).report, 'near').change?.from
    const counted = (of: string) => poor({ baseline: { ...baselineCounts('31537', '416605'), period: period(of) } })
    expect(textOf(startOf(counted('2018'))?.households)).toBe('416605')
    // 13,841 of 416,605.
    expect(startOf(counted('2018'))?.value.toFixed(4)).toBe('3.3223')
    expect(startOf(counted('2017'))).toMatchObject({ households: null, value: number('3.32') })
  })

  it('stands beside the poverty rate of its own area', () => {
    const inMountain = (value: string) => new Map([['mountain', at(value)]])
    const indicators = [
      poor({ baselinesByArea: inMountain('25.39') }),
      near({ baselinesByArea: inMountain('9.5') }),
      { ...nearHouseholds, baselinesByArea: inMountain('7000') },
    ]
    const inArea = (id: string, value: string) => observed(id, '2019', value, { area: 'mountain' })
    const areas = [inArea('poor', '20.85'), inArea('near', '8.15'), inArea('near-households', '6000')]
    const found = reportOf(plan('plan', { period: period('2019'), areas: [area('mountain')], indicators }), [
      poorResult(),
      ...rows('10922'),
      ...areas,
    ])
    const inMountains = lineOf(found.report, 'near', 'mountain').change
    expect(textOf(inMountains?.sharedBase?.rate)).toBe('29')
    expect([textOf(inMountains?.from.poor), textOf(inMountains?.to.poor)]).toEqual(['7000', '6000'])
    expect(textOf(lineOf(found.report, 'near').change?.sharedBase?.rate)).toBe('8.64')
  })

  it('of 0.00% implies no number of households', () => {
    const found = held([poorResult(), ...rows('12', '0.00')])
    expect(lineOf(found.report, 'near').change?.sharedBase?.households).toBeNull()
    expect(codesOf(found.problems)).not.toContain('households-disagree')
  })

  it('of nobody implies none either', () => {
    expect(lineOf(held([poorResult(), ...rows('0', '0')]).report, 'near').change?.sharedBase?.households).toBeNull()
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
