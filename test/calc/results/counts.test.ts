import { describe, expect, it } from 'vitest'
import { agreesWithinRounding } from '../../../src/calc/results/counts.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { baselineValue, rateOf } from '../../../src/model/target.ts'
import {
  argsOf,
  baseline,
  baselineCounts,
  codesOf,
  counts,
  lineOf,
  observed,
  reportOf,
  textOf,
} from '../../support/calc.ts'
import { area, figure, indicator, number, plan, threshold } from '../../support/report.ts'

/** Bắc Giang: 38,386 poor of 432,487 households, 8.8756…%. */
const bacGiang = counts({ poor: '38386', households: '432487' })
const poverty = indicator('poverty', { type: 'poverty-rate', target: threshold('at_most', '9') })

const povertyOf = (given: Partial<Observation>, value: string | null = null) =>
  reportOf(plan('plan', { indicators: [poverty] }), [observed('poverty', '2018', value, given)])

describe('a rate of counts', () => {
  it('is a share in per cent, and none of nothing', () => {
    expect(textOf(rateOf(number('1'), number('8')))).toBe('12.5')
    expect(textOf(rateOf(number('0'), number('8')))).toBe('0')
    expect(rateOf(number('1'), number('0'))).toBeNull()
    expect(rateOf(null, number('8'))).toBeNull()
    expect(rateOf(number('1'), null)).toBeNull()
  })

  it('a baseline is what its counts say, else what was printed, else unknown', () => {
    const printed = figure('8.9')
    expect(textOf(baselineValue(baseline('8.9', { poor: figure('9'), households: figure('100') })))).toBe('9')
    expect(textOf(baselineValue(baseline('8.9', { poor: figure('9') })))).toBe('8.9')
    expect(textOf(baselineValue(baseline('8.9', { poor: figure('0'), households: figure('0') })))).toBe('8.9')
    expect(baselineValue(baseline(null, { households: printed }))).toBeNull()
    expect(baselineValue(null)).toBeNull()
  })
})

describe('a printed rate agrees with its counts within half a unit of its last digit', () => {
  it.each([
    ['8.88', '8.875', true],
    ['8.88', '8.885', true],
    ['8.88', '8.8749', false],
    ['8.88', '8.8851', false],
    ['9', '8.5', true],
    ['9', '9.5', true],
    ['9', '9.51', false],
    ['9', '8.49', false],
  ])('%s and %s: %s', (printed, exact, expected) => {
    expect(agreesWithinRounding(figure(printed), number(exact))).toBe(expected)
  })
})

describe('a poverty rate with its counts', () => {
  it('is calculated from them, and says so', () => {
    const { report, problems } = povertyOf({ counts: bacGiang }, '8.88')
    const line = lineOf(report, 'poverty')
    expect(textOf(line.actual)).toBe(textOf(number('3838600').dividedBy(number('432487'))))
    expect(line.origin).toBe('counts')
    expect(line.inputs.map(({ field, text }) => `${field} ${text}`)).toEqual([
      'target ',
      'actual 8.88',
      'poor 38386',
      'households 432487',
    ])
    expect(problems).toEqual([])
  })

  it('contradicts a printed rate beyond rounding', () => {
    // 63,379 of 412,204 are 15.3756…%, printed as 15.40%.
    const { report, problems } = povertyOf({ counts: counts({ poor: '63379', households: '412204' }) }, '15.40')
    expect(argsOf(problems, 'rate-disagrees')).toEqual({
      indicator: 'poverty',
      printed: '15.40',
      computed: '15.38',
      numerator: '63379',
      denominator: '412204',
    })
    expect(lineOf(report, 'poverty').origin).toBe('counts')
  })

  it('contradicts a rate printed without decimals, and is told with two', () => {
    const { problems } = povertyOf({ counts: counts({ poor: '1', households: '8' }) }, '14')
    expect(argsOf(problems, 'rate-disagrees')).toMatchObject({ printed: '14', computed: '12.50' })
  })

  it.each([
    ['of no households', counts({ poor: '0', households: '0' })],
    ['without the households', counts({ poor: '5' })],
  ])('%s is as printed', (_, given) => {
    const { report } = povertyOf({ counts: given }, '8.88')
    expect(lineOf(report, 'poverty')).toMatchObject({ origin: 'reported' })
    expect(textOf(lineOf(report, 'poverty').actual)).toBe('8.88')
  })

  it('warns of a baseline whose printed rate is not that of its counts, once', () => {
    const start = baseline('8.98', { poor: figure('38386'), households: figure('432487') })
    const { problems } = reportOf(plan('plan', { indicators: [{ ...poverty, baseline: start }] }), [])
    expect(codesOf(problems)).toEqual(['rate-disagrees'])
    expect(argsOf(problems, 'rate-disagrees')).toMatchObject({ printed: '8.98', computed: '8.88' })
  })

  it('warns of the baseline of an area as well', () => {
    const start = baseline('8.98', { poor: figure('38386'), households: figure('432487') })
    const areas = [area('lowland')]
    const indicators = [{ ...poverty, baselinesByArea: new Map([['lowland', start]]) }]
    expect(codesOf(reportOf(plan('plan', { areas, indicators }), []).problems)).toEqual(['rate-disagrees'])
  })

  it('says nothing of a baseline that is given by its counts alone, or by its rate alone', () => {
    for (const start of [baselineCounts('38386', '432487'), baseline('8.98')]) {
      const { problems } = reportOf(plan('plan', { indicators: [{ ...poverty, baseline: start }] }), [])
      expect(problems).toEqual([])
    }
  })
})

describe('a rate derived from two other indicators', () => {
  const derived = indicator('rate', {
    type: 'rate',
    target: threshold('at_most', '9'),
    rateOf: { numerator: 'poor', denominator: 'households' },
  })
  const areas = [area('lowland'), area('mountain')]
  const of2018 = plan('plan', {
    areas,
    // The rate stands before what it is derived from.
    indicators: [derived, indicator('poor', { type: 'stock' }), indicator('households', { type: 'stock' })],
  })
  const both = (of: string, poor: string, households: string, given: Partial<Observation> = {}) => [
    observed('poor', of, poor, given),
    observed('households', of, households, given),
  ]
  const rateLine = (observations: readonly Observation[], where: string | null = null) =>
    lineOf(reportOf(of2018, observations).report, 'rate', where)

  it('is the share of the one in the other, with both as inputs', () => {
    const line = rateLine(both('2018', '8', '100'))
    expect(line).toMatchObject({
      origin: 'counts',
      verdict: 'exceeded',
      status: 'final',
      actualPeriod: { text: '2018' },
    })
    expect(textOf(line.actual)).toBe('8')
    expect(line.inputs.map(({ field, text }) => `${field} ${text}`)).toEqual([
      'target ',
      'numerator 8',
      'denominator 100',
    ])
  })

  it('is never an average: it comes from the sums over areas', () => {
    // 6% and 20%, together 1,900 of 20,000: 9.5%.
    const observations = [
      ...both('2018', '900', '15000', { area: 'lowland' }),
      ...both('2018', '1000', '5000', { area: 'mountain' }),
    ]
    expect(textOf(rateLine(observations).actual)).toBe('9.5')
    expect(textOf(rateLine(observations, 'lowland').actual)).toBe('6')
    expect(textOf(rateLine(observations, 'mountain').actual)).toBe('20')
  })

  it('is partial where an area is missing from both', () => {
    const line = rateLine(both('2018', '900', '15000', { area: 'lowland' }))
    expect(line.partial).toEqual({ of: 'areas', reported: 1, expected: 2 })
    expect(textOf(line.actual)).toBe('6')
  })

  it('changes from its baseline, and is as good as the worse of its counts', () => {
    const indicators = [{ ...derived, baseline: baseline('9') }, ...of2018.indicators.slice(1)]
    const rows = [observed('poor', '2018', '8'), observed('households', '2018', '100', { status: 'estimate' })]
    const line = lineOf(reportOf({ ...of2018, indicators }, rows).report, 'rate')
    expect(line.status).toBe('estimate')
    expect(textOf(line.change?.absolute)).toBe('-1')
  })

  it('is partial where one of the two has a gap', () => {
    const indicators = [derived, indicator('poor'), indicator('households', { type: 'stock' })]
    const rows = [
      observed('poor', '2018-Q1', '4'),
      observed('poor', '2018-Q3', '4', { basis: 'increment' }),
      observed('households', '2018-Q3', '100'),
    ]
    expect(lineOf(reportOf(plan('plan', { indicators }), rows).report, 'rate').partial).toEqual({
      of: 'quarters',
      reported: 2,
      expected: 3,
    })
  })

  it('is not taken where the two are not of the same areas', () => {
    const observations = [
      ...both('2018', '900', '15000', { area: 'lowland' }),
      observed('households', '2018', '5000', { area: 'mountain' }),
    ]
    expect(rateLine(observations)).toMatchObject({ actual: null, verdict: 'not-reported' })
    const crossed = [
      observed('poor', '2018', '900', { area: 'lowland' }),
      observed('households', '2018', '5000', { area: 'mountain' }),
    ]
    expect(rateLine(crossed).actual).toBeNull()
    const totalOfOne = [observed('poor', '2018', '1900'), observed('households', '2018', '5000', { area: 'mountain' })]
    expect(rateLine(totalOfOne).actual).toBeNull()
  })

  it('is not taken where one area is behind in one of the two', () => {
    const poorIn = (area: string, of: string) => observed('poor', of, '100', { area })
    const householdsIn = (area: string, of: string) => observed('households', of, '1000', { area })
    const households = [householdsIn('lowland', '2018'), householdsIn('mountain', '2018')]
    expect(rateLine([poorIn('lowland', '2018'), poorIn('mountain', '2018-H1'), ...households]).actual).toBeNull()
  })

  it('is taken of reported totals, whatever areas reported', () => {
    const observations = [...both('2018', '8', '100'), observed('poor', '2018', '5', { area: 'lowland' })]
    expect(textOf(rateLine(observations).actual)).toBe('8')
  })

  it('is not taken of two dates, nor of nothing', () => {
    const apart = [observed('poor', '2018-Q1', '8'), observed('households', '2018-Q2', '100')]
    expect(rateLine(apart).actual).toBeNull()
    expect(rateLine(both('2018', '0', '0')).actual).toBeNull()
    expect(rateLine([observed('poor', '2018', '8')]).actual).toBeNull()
  })

  it('wins over a printed rate, which must agree within its rounding', () => {
    const printed = (value: string) => reportOf(of2018, [...both('2018', '1', '8'), observed('rate', '2018', value)])
    expect(printed('12.5').problems).toEqual([])
    expect(textOf(lineOf(printed('12.5').report, 'rate').actual)).toBe('12.5')
    expect(textOf(lineOf(printed('12.4').report, 'rate').actual)).toBe('12.5')
    expect(argsOf(printed('12.4').problems, 'rate-disagrees')).toEqual({
      indicator: 'rate',
      printed: '12.4',
      computed: '12.50',
      numerator: '1',
      denominator: '8',
    })
  })

  it('does not contradict, nor rest on, a rate that was printed at another date', () => {
    const older = observed('rate', '2018-Q1', '99', { published: figure('1') })
    const { report, problems } = reportOf(of2018, [...both('2018', '1', '8'), older])
    expect(problems).toEqual([])
    expect(lineOf(report, 'rate').inputs.map(({ field }) => field)).toEqual(['target', 'numerator', 'denominator'])
  })

  it('is as printed where its counts are not there', () => {
    const line = rateLine([observed('rate', '2018', '12.4'), observed('poor', '2018', '8')])
    expect(line).toMatchObject({ origin: 'reported' })
    expect(textOf(line.actual)).toBe('12.4')
  })

  it('is left out with what it rests on', () => {
    const twice = [observed('poor', '2018', '8'), observed('poor', '2018', '9'), observed('households', '2018', '100')]
    const { report } = reportOf(of2018, twice)
    expect(report.leftOut).toEqual(['rate', 'poor'])
    expect(report.lines.map(({ indicator }) => indicator.id)).toEqual(['households'])
  })
})
