import { describe, expect, it } from 'vitest'
import { calculated } from '../../../src/calc/report/report.ts'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Plan } from '../../../src/model/plan.ts'
import type { PovertySeries } from '../../../src/model/series.ts'
import { baseline, baselineCounts, counts, observed, targetOf, textOf } from '../../support/calc.ts'
import { area, day, figure, indicator, number, period, plan } from '../../support/report.ts'

const rate = (given: Partial<Indicator>): Indicator => indicator('rate', { type: 'poverty-rate', ...given })

const planOf = (id: string, of: string, given: Partial<Indicator>, more: Partial<Plan> = {}): Plan =>
  plan(id, { period: period(of), indicators: [rate(given)], ...more })

const result = (of: string, value: string | null, to: string, given: Partial<Observation> = {}) =>
  observed('rate', of, value, { plans: [to], ...given })

function seriesOf(
  plans: readonly Plan[],
  observations: readonly Observation[],
  of: string,
  inArea: string | null = null,
  asOf: string | null = null,
): PovertySeries | undefined {
  const inputs = { plans, observations, references: [], unreadResults: [], unreadPlans: [] }
  const { report } = calculated(inputs, { asOf: asOf === null ? null : day(asOf), period: null, targets: 'revised' })
  const found = report.plans.find((each) => each.plan.id === of)
  return found?.series.find((series) => (series.area?.id ?? null) === inArea)
}

/** What stands in one column of a series, a text or null each. */
const column = (series: PovertySeries | undefined, of: (point: PovertySeries['points'][number]) => unknown) =>
  series?.points.map(of)

const from = (value: string, of: string, standard: string | null = null) =>
  baseline(value, { period: period(of), standard })

describe('a plan of several years', () => {
  // 1 point a year planned from 9.88% at the end of 2015.
  const five = planOf('five', '2016/2020', {
    standard: '2016-2020',
    target: targetOf('reduce_by 1 per year'),
    baseline: from('9.88', '2015', '2016-2020'),
  })
  const rows = [
    result('2016', '8.23', 'five'),
    result('2017', '6.70', 'five'),
    result('2018', '5.23', 'five'),
    result('2020', '2.75', 'five'),
  ]
  const series = seriesOf([five], rows, 'five')

  it('has a point for its baseline and for each year that was reported', () => {
    expect(column(series, ({ end }) => end.period?.text)).toEqual(['2015', '2016', '2017', '2018', '2020'])
    expect(column(series, ({ end }) => textOf(end.value))).toEqual(['9.88', '8.23', '6.7', '5.23', '2.75'])
  })

  it('has the change since the point before, a year and in all', () => {
    expect(column(series, ({ sinceLast }) => textOf(sinceLast?.absolute))).toEqual([
      null,
      '-1.65',
      '-1.53',
      '-1.47',
      '-2.48',
    ])
    // Two years lie between 2018 and 2020.
    expect(column(series, ({ sinceLast }) => textOf(sinceLast?.perYear))).toEqual([
      null,
      '-1.65',
      '-1.53',
      '-1.47',
      '-1.24',
    ])
    expect(column(series, ({ sinceFirst }) => textOf(sinceFirst?.absolute))).toEqual([
      null,
      '-1.65',
      '-3.18',
      '-4.65',
      '-7.13',
    ])
    expect(column(series, ({ sinceFirst }) => sinceFirst?.years)).toEqual([undefined, 1, 2, 3, 5])
  })

  it('holds the sum of the changes against the sum of what was planned for each year', () => {
    expect(column(series, ({ sinceFirst }) => textOf(sinceFirst?.planned?.[0]))).toEqual([null, '-1', '-2', '-3', '-5'])
    expect(column(series, ({ sinceFirst }) => textOf(sinceFirst?.achievement))).toEqual([
      null,
      '1.65',
      '1.59',
      '1.55',
      '1.426',
    ])
    expect(column(series, ({ sinceLast }) => textOf(sinceLast?.planned?.[0]))).toEqual([null, '-1', '-1', '-1', '-2'])
  })

  it('says nothing of years that are not over as of the report', () => {
    const upTo2017 = seriesOf([five], rows, 'five', null, '2017-12-31')
    expect(column(upTo2017, ({ end }) => end.period?.text)).toEqual(['2015', '2016', '2017'])
  })

  it('takes the newest figure of each year', () => {
    const months = [result('2016-06', '9', 'five'), result('2016-12', '8.2', 'five'), result('2017-03', '8', 'five')]
    const found = seriesOf([five], months, 'five')
    expect(column(found, ({ end }) => end.period?.text)).toEqual(['2015', '2016-12', '2017-03'])
    expect(column(found, ({ sinceLast }) => sinceLast?.years)).toEqual([undefined, 1, null])
    // A share of a year's cut is nothing that the plan stated.
    expect(column(found, ({ sinceFirst }) => textOf(sinceFirst?.planned?.[0]))).toEqual([null, '-1', null])
  })

  it('has one planned change at its end where none is planned for each year, or as it is phased', () => {
    const inAll = { ...five, indicators: [rate({ target: targetOf('reduce_by 5'), baseline: from('9.88', '2015') })] }
    const planned = (of: Plan) =>
      column(seriesOf([of], rows, 'five'), ({ sinceFirst }) => textOf(sinceFirst?.planned?.[0]))
    expect(planned(inAll)).toEqual([null, null, null, null, '-5'])
    const phasing = [
      { period: period('2016/2018'), share: number('0.7') },
      { period: period('2019/2020'), share: number('1') },
    ]
    const phased = { ...five, indicators: [{ ...inAll.indicators[0], phasing } as Indicator] }
    expect(planned(phased)?.slice(3)).toEqual(['-3.5', '-5'])
    const unphased = { ...five, indicators: [{ ...inAll.indicators[0], phasing: 'none' } as Indicator] }
    expect(planned(unphased)).toEqual([null, null, null, null, '-5'])
  })

  // At most 5 from 4, which fell to 3: of a rise of 1 that nobody planned the fall would be −100%.
  it.each([
    ['4', 'at_most 5'],
    ['9.88', 'at_most 4'],
    ['4', 'at_least 5'],
  ])('has none of a threshold, as its change has none: from %s %s', (start, target) => {
    const held = { ...five, indicators: [rate({ target: targetOf(target), baseline: from(start, '2015') })] }
    const found = seriesOf([held], [result('2020', '3', 'five')], 'five')
    expect(column(found, ({ sinceLast }) => sinceLast?.planned)).toEqual([undefined, null])
    expect(column(found, ({ sinceFirst }) => sinceFirst?.achievement)).toEqual([undefined, null])
  })

  it('keeps both ends of a range that is planned for each year', () => {
    const range = {
      ...five,
      indicators: [rate({ target: targetOf('reduce_by 1..1.5 per year'), baseline: from('9.88', '2015') })],
    }
    const found = seriesOf([range], rows, 'five')
    expect(column(found, ({ sinceFirst }) => sinceFirst?.planned?.map(textOf))?.at(-1)).toEqual(['-5', '-7.5'])
    expect(column(found, ({ sinceFirst }) => sinceFirst?.achievement)?.at(-1)).toBeNull()
  })
})

describe('plans that follow one another', () => {
  // Hà Nam: 4.24% at the end of 2016, 3.28% of 2017, 2.73% of 2018; cuts of 0.8 and 0.3 points planned.
  const first = planOf('of-2017', '2017', { target: targetOf('reduce_by 0.8'), baseline: from('4.24', '2016') })
  const second = planOf(
    'of-2018',
    '2018',
    { target: targetOf('reduce_by 0.3'), baseline: from('3.28', '2017') },
    { follows: 'of-2017' },
  )
  const rows = [result('2017', '3.28', 'of-2017'), result('2018', '2.73', 'of-2018')]

  it('are one series, in which a result and the baseline made of it are one point', () => {
    const series = seriesOf([first, second], rows, 'of-2018')
    expect(column(series, ({ end }) => end.period?.text)).toEqual(['2016', '2017', '2018'])
    expect(column(series, ({ plan: id }) => id)).toEqual(['of-2017', 'of-2017', 'of-2018'])
    expect(column(series, ({ sinceFirst }) => textOf(sinceFirst?.absolute))).toEqual([null, '-0.96', '-1.51'])
    expect(column(series, ({ sinceLast }) => textOf(sinceLast?.planned?.[0]))).toEqual([null, '-0.8', '-0.3'])
    expect(column(series, ({ sinceFirst }) => textOf(sinceFirst?.planned?.[0]))).toEqual([null, '-0.8', '-1.1'])
    expect(seriesOf([second, first], rows, 'of-2018')).toEqual(series)
    expect(column(seriesOf([first, second], rows, 'of-2017'), ({ end }) => end.period?.text)).toEqual(['2016', '2017'])
  })

  it('keep the figure that says more, and name one that was restated', () => {
    const counted = { counts: counts({ poor: '328', households: '10000' }) }
    const exact = seriesOf([first, second], [result('2017', null, 'of-2017', counted), ...rows.slice(1)], 'of-2018')
    expect(exact?.points[1]?.end.poor?.toString()).toBe('328')
    expect(exact?.points[1]?.restated).toBeNull()
    const other = seriesOf([first, second], [result('2017', '3.30', 'of-2017'), ...rows.slice(1)], 'of-2018')
    expect(textOf(other?.points[1]?.end.value)).toBe('3.28')
    expect(textOf(other?.points[1]?.restated)).toBe('3.3')
    expect(column(other, ({ sinceFirst }) => textOf(sinceFirst?.absolute))).toEqual([null, '-0.96', '-1.51'])
  })

  it('plan in all what each of them plans, as a range where one plans a range', () => {
    const range = {
      ...second,
      indicators: [rate({ target: targetOf('reduce_by 0.3..0.5'), baseline: from('3.28', '2017') })],
    }
    const planned = (plans: readonly Plan[]) =>
      column(seriesOf(plans, rows, 'of-2018'), ({ sinceFirst }) => sinceFirst?.planned?.map(textOf))?.at(-1)
    expect(planned([first, range])).toEqual(['-1.1', '-1.3'])
    const cut = { target: targetOf('reduce_by 0.8..1'), baseline: from('4.24', '2016') }
    expect(planned([planOf('of-2017', '2017', cut), second])).toEqual(['-1.1', '-1.3'])
  })

  it('plan nothing since the year before where a plan counts from an earlier one', () => {
    const since2016 = { target: targetOf('reduce_by 1.5'), baseline: from('4.24', '2016') }
    const series = seriesOf([first, { ...second, indicators: [rate(since2016)] }], rows, 'of-2018')
    expect(column(series, ({ sinceLast }) => textOf(sinceLast?.planned?.[0]))).toEqual([null, '-0.8', null])
    expect(column(series, ({ sinceFirst }) => textOf(sinceFirst?.planned?.[0]))).toEqual([null, '-0.8', '-1.5'])
  })

  it('keep of two that agree the one with more digits, or with the number of poor', () => {
    const pointOf2017 = (told: Partial<Observation>, start: Parameters<typeof baseline>) => {
      const next = {
        ...second,
        indicators: [rate({ baseline: baseline(start[0], { period: period('2017'), ...start[1] }) })],
      }
      return seriesOf([first, next], [result('2017', null, 'of-2017', told), ...rows.slice(1)], 'of-2018')?.points[1]
    }
    const value = (text: string) => ({ value: figure(text) })
    const poor = counts({ poor: '8600' })
    const rounded = pointOf2017(value('3.3'), ['3.28'])
    expect([textOf(rounded?.end.value), rounded?.restated]).toEqual(['3.28', null])
    expect(textOf(pointOf2017({ ...value('3.3'), counts: poor }, ['3.28'])?.end.value)).toBe('3.28')
    expect(textOf(pointOf2017({ ...value('3.28'), counts: poor }, ['3.28'])?.end.poor)).toBe('8600')
    expect(textOf(pointOf2017(value('3.28'), ['3.28', { poor: figure('8600') }])?.end.poor)).toBe('8600')
  })

  it('go on over one that has no such rate, in order of time whichever plan tells of it', () => {
    const without = plan('of-2017', { period: period('2017'), follows: 'of-2016' })
    const before = planOf('of-2016', '2016', {})
    const series = seriesOf([before, without, second], [result('2016', '4.24', 'of-2016'), ...rows.slice(1)], 'of-2018')
    expect(column(series, ({ end }) => textOf(end.value))).toEqual(['4.24', '3.28', '2.73'])
    // The plan of 2018 counts from the end of 2016.
    const since2016 = { ...second, indicators: [rate({ baseline: from('4.24', '2016') })] }
    const found = seriesOf([planOf('of-2017', '2017', {}), since2016], rows, 'of-2018')
    expect(column(found, ({ end }) => end.period?.text)).toEqual(['2016', '2017', '2018'])
  })

  it('are no series with one point', () => {
    expect(seriesOf([planOf('of-2017', '2017', {})], rows.slice(0, 1), 'of-2017')).toBeUndefined()
  })

  it('count from the day before the plan where the baseline says no time, else from that time', () => {
    const yearsSince = (given: Partial<Indicator>) =>
      column(
        seriesOf([planOf('of-2018', '2018', given)], rows.slice(1), 'of-2018'),
        ({ sinceLast }) => sinceLast?.years,
      )
    expect(yearsSince({ baseline: baseline('3.28', { period: null }) })).toEqual([undefined, 1])
    expect(yearsSince({ baseline: from('9.88', '2015') })).toEqual([undefined, 3])
  })

  it('in a circle, or after one that is not there, are a series of those that are there and earlier', () => {
    const circle = { ...first, follows: 'of-2018' }
    expect(column(seriesOf([circle, second], rows, 'of-2018'), ({ end }) => end.period?.text)).toEqual([
      '2016',
      '2017',
      '2018',
    ])
    expect(column(seriesOf([circle, second], rows, 'of-2017'), ({ end }) => end.period?.text)).toEqual(['2016', '2017'])
    expect(seriesOf([second], rows.slice(1), 'of-2018')?.points).toHaveLength(2)
  })

  it('plan nothing in all where one of them planned nothing', () => {
    const silent = planOf('of-2017', '2017', { baseline: from('4.24', '2016') })
    const series = seriesOf([silent, second], rows, 'of-2018')
    expect(column(series, ({ sinceFirst }) => sinceFirst?.planned)).toEqual([undefined, null, null])
    expect(column(series, ({ sinceLast }) => textOf(sinceLast?.planned?.[0]))).toEqual([null, null, '-0.3'])
  })
})

describe('a new standard', () => {
  const old = planOf('old', '2011/2015', { standard: '2011–2015', baseline: from('12.6', '2010', '2011–2015') })
  const young = planOf(
    'young',
    '2016/2020',
    { standard: '2016-2020', baseline: from('9.88', '2015', '2016-2020'), target: targetOf('reduce_by 1 per year') },
    { follows: 'old' },
  )
  const rows = [
    result('2014', '5.97', 'old'),
    result('2015', '4.25', 'old'),
    result('2016', '8.23', 'young'),
    result('2017', '6.7', 'young'),
  ]
  const series = seriesOf([old, young], rows, 'young')

  it('begins a new stretch, in which nothing is subtracted from the one before', () => {
    expect(column(series, ({ end }) => `${end.period?.text} ${textOf(end.value)}`)).toEqual([
      '2010 12.6',
      '2014 5.97',
      '2015 4.25',
      '2015 9.88',
      '2016 8.23',
      '2017 6.7',
    ])
    expect(column(series, ({ differsIn }) => differsIn)).toEqual([null, null, null, 'standard', null, null])
    expect(column(series, ({ sinceLast }) => textOf(sinceLast?.absolute))).toEqual([
      null,
      '-6.63',
      '-1.72',
      null,
      '-1.65',
      '-1.53',
    ])
    expect(column(series, ({ sinceFirst }) => textOf(sinceFirst?.absolute))).toEqual([
      null,
      '-6.63',
      '-8.35',
      null,
      '-1.65',
      '-3.18',
    ])
    // 1 point a year from the baseline of the new stretch on.
    expect(series?.points.at(-1)?.sinceFirst?.planned?.map(textOf)).toEqual(['-2'])
    expect(series?.points[1]?.sinceLast?.perYear?.toString()).toBe('-1.6575')
  })

  it('within a plan breaks it as well, also where one point between does not name its standard', () => {
    const changing = planOf('p', '2016/2018', { baseline: from('9', '2015', '2016-2020') })
    const within = [
      result('2016', '8', 'p'),
      result('2017', '7', 'p', { standard: '2022-2025' }),
      result('2018', '6', 'p'),
    ]
    const found = seriesOf([changing], within, 'p')
    expect(column(found, ({ differsIn }) => differsIn)).toEqual([null, null, 'standard', null])
    expect(column(found, ({ sinceLast }) => textOf(sinceLast?.absolute))).toEqual([null, '-1', null, '-1'])
  })
})

it.each(['measured', 'method'] as const)(
  'another %s begins a new stretch, also after a point that does not name it',
  (key) => {
    const [one, other] = key === 'measured' ? (['households', 'persons'] as const) : (['census', 'survey'] as const)
    const changing = planOf('p', '2016/2018', { baseline: baseline('9', { period: period('2015'), [key]: one }) })
    const rows = [result('2016', '8', 'p'), result('2017', '7', 'p', { [key]: other }), result('2018', '6', 'p')]
    expect(column(seriesOf([changing], rows, 'p'), ({ differsIn }) => differsIn)).toEqual([null, null, key, null])
  },
)

describe('areas over the years', () => {
  const areas = [area('a'), area('b')]
  const baselinesByArea = new Map([
    ['a', { ...baselineCounts('900', '15000'), period: period('2017') }],
    ['b', { ...baselineCounts('1000', '5000'), period: period('2017') }],
  ])
  const two = planOf(
    'two',
    '2018/2019',
    { baseline: { ...baselineCounts('1900', '20000'), period: period('2017') }, baselinesByArea },
    { areas },
  )
  const row = (id: string, of: string, poor: string, households: string) =>
    result(of, null, 'two', { area: id, counts: counts({ poor, households }) })
  const rows = [
    row('a', '2018', '800', '15000'),
    row('b', '2018', '950', '5000'),
    row('a', '2019', '700', '14000'),
    row('b', '2019', '1050', '6000'),
  ]

  it('each have a series, and the whole has one of their counts in each year', () => {
    const whole = seriesOf([two], rows, 'two')
    expect(column(whole, ({ end }) => textOf(end.value))).toEqual(['9.5', '8.75', '8.75'])
    expect(column(whole, ({ sinceFirst }) => textOf(sinceFirst?.poor))).toEqual([null, '-150', '-150'])
    expect(column(seriesOf([two], rows, 'two', 'b'), ({ end }) => textOf(end.value))).toEqual(['20', '19', '17.5'])
  })

  it('make up the whole of a year in which only they reported, whatever was reported of the whole before', () => {
    const total = result('2018', '8.7', 'two', { status: 'final' })
    const whole = seriesOf([two], [...rows.slice(2), total], 'two')
    expect(column(whole, ({ end }) => textOf(end.value))).toEqual(['9.5', '8.7', '8.75'])
  })

  it('say in which year one of them is missing', () => {
    const whole = seriesOf([two], rows.slice(0, 3), 'two')
    expect(column(whole, ({ partial }) => partial)).toEqual([null, null, { of: 'areas', reported: 1, expected: 2 }])
  })

  it('that were renamed go on from the plan before', () => {
    const renamed = planOf(
      'next',
      '2020',
      { baselinesByArea: new Map([['town', { ...baselineCounts('700', '14000'), period: period('2019') }]]) },
      { areas: [area('b'), area('town', { was: ['long-gone', 'a'] })], follows: 'two' },
    )
    const next = result('2020', null, 'next', { area: 'town', counts: counts({ poor: '560', households: '14000' }) })
    const town = seriesOf([two, renamed], [...rows, next], 'next', 'town')
    expect(column(town, ({ end }) => end.period?.text)).toEqual(['2017', '2018', '2019', '2020'])
    // 900 of 15,000; 800 of 15,000; 700 and 560 of 14,000.
    expect(column(town, ({ end }) => end.value.toFixed(2))).toEqual(['6.00', '5.33', '5.00', '4.00'])
  })

  it('go on under the same id', () => {
    const next = planOf('next', '2020', {}, { areas, follows: 'two' })
    const row = result('2020', '15', 'next', { area: 'b' })
    expect(column(seriesOf([two, next], [...rows, row], 'next', 'b'), ({ end }) => textOf(end.value))).toEqual([
      '20',
      '19',
      '17.5',
      '15',
    ])
  })

  it.each([
    ['new', []],
    ['two that became one', ['a', 'b']],
  ])('that are %s begin with their own figures, and not with those of the whole', (_, was) => {
    const started = new Map([['town', { ...baselineCounts('700', '14000'), period: period('2019') }]])
    const next = planOf(
      'next',
      '2020',
      { baselinesByArea: started },
      { areas: [area('other'), area('town', { was })], follows: 'two' },
    )
    const row = result('2020', '4', 'next', { area: 'town' })
    const town = seriesOf([two, next], [...rows, row], 'next', 'town')
    expect(column(town, ({ end }) => textOf(end.value))).toEqual(['5', '4'])
  })
})
