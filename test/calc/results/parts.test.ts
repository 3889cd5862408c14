import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { argsOf, codesOf, lineOf, observed, placeAt, reportOf, textOf } from '../../support/calc.ts'
import { area, figure, indicator, plan, threshold } from '../../support/report.ts'

function problemsOf(
  observations: readonly Observation[],
  whole: Partial<Indicator> = {},
  part: Partial<Indicator> = {},
) {
  const indicators = [
    indicator('jobs', { parts: ['export', 'home'], ...whole }),
    indicator('export', { parent: 'jobs', ...part }),
    indicator('home', { parent: 'jobs', ...part }),
  ]
  return reportOf(plan('plan', { indicators, areas: [area('north'), area('south')] }), observations).problems
}

const jobs = (value: string, of = '2018', given: Partial<Observation> = {}) => observed('jobs', of, value, given)
const parts = (abroad: string, home: string | null, of = '2018', given: Partial<Observation> = {}) => [
  observed('export', of, abroad, given),
  ...(home === null ? [] : [observed('home', of, home, given)]),
]

it('parts are inside the whole and never added to it', () => {
  // Hà Nam 2017: of 18,923 new jobs 1,124 were abroad.
  const indicators = [
    indicator('jobs', { parts: ['export'], target: threshold('at_least', '16000') }),
    indicator('export', { parent: 'jobs' }),
  ]
  const { report, problems } = reportOf(plan('plan', { indicators }), [
    jobs('18923'),
    observed('export', '2018', '1124'),
  ])
  expect(textOf(lineOf(report, 'jobs').actual)).toBe('18923')
  expect(textOf(lineOf(report, 'jobs').achievement)).toBe('1.1826875')
  expect(problems).toEqual([])
})

describe('a part larger than its whole', () => {
  it('is a problem, at the part', () => {
    const at = placeAt(7)
    const problems = problemsOf([jobs('100'), observed('export', '2018', null, { value: { ...figure('101'), at } })])
    expect(problems).toMatchObject([
      { code: 'part-exceeds-whole', at, args: { part: 'export', whole: 'jobs', partValue: '101', wholeValue: '100' } },
    ])
  })

  it('is told at its figure, not at its target', () => {
    const at = placeAt(7)
    const rows = [jobs('100'), observed('export', '2018', null, { value: { ...figure('101'), at } })]
    expect(problemsOf(rows, {}, { target: threshold('at_least', '1') })).toMatchObject([{ at }])
  })

  it('is told where its running total stands', () => {
    const at = placeAt(8)
    const toDate = { cumulative: { ...figure('101'), at } }
    expect(problemsOf([jobs('100'), observed('export', '2018', null, toDate)])).toMatchObject([{ at }])
  })

  it('is found in areas, also while the total is partial', () => {
    const north = { area: 'north' }
    expect(codesOf(problemsOf([jobs('100', '2018', north), ...parts('101', null, '2018', north)]))).toEqual([
      'part-exceeds-whole',
    ])
  })

  it.each<[string, readonly Observation[], Partial<Indicator>, Partial<Indicator>]>([
    ['of the same size', [jobs('100'), ...parts('100', null)], {}, {}],
    ['of another period', [jobs('100', '2018-Q1'), ...parts('101', null, '2018-H1')], {}, {}],
    [
      'of another area',
      [jobs('100', '2018', { area: 'north' }), ...parts('101', null, '2018', { area: 'south' })],
      {},
      {},
    ],
    [
      'of a whole with a gap',
      [jobs('60', '2018-Q1'), jobs('40', '2018-Q3', { basis: 'increment' }), ...parts('101', null, '2018-01/2018-09')],
      {},
      {},
    ],
    ['where nothing was reported of the whole', parts('101', null), {}, {}],
    [
      'of rates, which are shares of different things',
      [jobs('10'), ...parts('20', null)],
      { type: 'rate' },
      { type: 'rate' },
    ],
    ['of another type', [jobs('10'), ...parts('20', null)], {}, { type: 'rate' }],
  ])('is none %s', (_, observations, whole, part) => {
    expect(problemsOf(observations, whole, part)).toEqual([])
  })
})

describe('parts that are said to be all of the whole', () => {
  const all = { exhaustive: true }

  it('must sum to it', () => {
    const at = placeAt(3)
    const whole = observed('jobs', '2018', null, { value: { ...figure('100'), at } })
    const problems = problemsOf([whole, ...parts('60', '39')], all)
    expect(problems).toMatchObject([{ code: 'parts-do-not-sum', at }])
    expect(argsOf(problems, 'parts-do-not-sum')).toEqual({
      indicator: 'jobs',
      what: 'actuals',
      whole: '100',
      parts: '99',
    })
  })

  it.each<[string, readonly Observation[], Partial<Indicator>]>([
    ['that do', [jobs('100'), ...parts('60', '40')], all],
    ['of which one is not reported', [jobs('100'), ...parts('60', null)], all],
    ['that are not said to be all of it', [jobs('100'), ...parts('60', '39')], {}],
    [
      'of which one is of another period',
      [jobs('100'), observed('export', '2018', '60'), observed('home', '2018-Q1', '39')],
      all,
    ],
    ['of other periods', [jobs('100', '2018-H1'), ...parts('60', '39', '2018-Q1')], all],
    ['of a whole that was not reported', parts('60', '39'), all],
    [
      'of a whole with a gap',
      [jobs('60', '2018-Q1'), jobs('40', '2018-Q3', { basis: 'increment' }), ...parts('60', '39', '2018-01/2018-09')],
      all,
    ],
    ['of parts with a gap', [jobs('100', '2018-H1'), ...parts('60', '39', '2018-Q2', { basis: 'increment' })], all],
  ])('are no problem: %s', (_, observations, whole) => {
    expect(problemsOf(observations, whole)).toEqual([])
  })

  it('are not held to it where none are named', () => {
    expect(problemsOf([jobs('100')], { ...all, parts: [] })).toEqual([])
  })

  it('are not held to it while one of them could not be read', () => {
    const whole = indicator('jobs', { parts: ['export', 'home'], exhaustive: true })
    const of2018 = plan('plan', { indicators: [whole, indicator('export', { parent: 'jobs' })], unread: ['home'] })
    expect(reportOf(of2018, [jobs('100'), ...parts('60', null)]).problems).toEqual([])
  })
})
