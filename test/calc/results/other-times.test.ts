import { describe, expect, it } from 'vitest'
import { calculated } from '../../../src/calc/report/report.ts'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { parseAskedPeriod, partsOf } from '../../../src/model/period.ts'
import type { Plan } from '../../../src/model/plan.ts'
import type { Comparison, CompletionLine } from '../../../src/model/report.ts'
import { asked, codesOf, counts, lineOf, observed, targetOf, textOf } from '../../support/calc.ts'
import { area, day, figure, indicator, name, period, plan } from '../../support/report.ts'

/* A province by month over two years, made up; every expectation is worked out by hand. */

const in2017 = [80, 70, 90, 100, 110, 120, 95, 105, 100, 110, 120, 130]
const in2018 = [90, 75, 95, 110, 115, 130]

interface Held {
  readonly it?: Partial<Indicator>
  readonly earlier?: Partial<Indicator>
  readonly now?: Partial<Plan>
  readonly before?: Partial<Plan>
  readonly period?: string
  readonly asOf?: string
}

/** Two plans, of which the later follows the earlier; rows of both, the earlier ones under its id. */
function reportedOf(rows: readonly Observation[], earlier: readonly Observation[], given: Held = {}) {
  const it = indicator('it', { target: targetOf('at_least 1300'), ...given.it })
  const now = plan('plan', { follows: 'before', indicators: [it], ...given.now })
  const before = plan('before', {
    period: period('2017'),
    indicators: [{ ...it, target: null, ...given.earlier }],
    ...given.before,
  })
  const inputs = {
    plans: [now, before],
    observations: [...rows, ...earlier.map((row) => ({ ...row, plans: ['before'] }))],
    references: [],
    unreadResults: [],
    unreadPlans: [],
  }
  const stated = given.period === undefined ? null : (parseAskedPeriod(given.period) ?? null)
  const asOf = given.asOf === undefined ? null : day(given.asOf)
  return calculated(inputs, asked({ period: stated, asOf }))
}

function held(
  rows: readonly Observation[],
  earlier: readonly Observation[] = [],
  given: Held = {},
  of: string | null = null,
) {
  const found = reportedOf(rows, earlier, given).report.plans.find(({ plan: { id } }) => id === 'plan')
  if (!found) throw new RangeError('the plan is not reported on')
  return lineOf(found, 'it', of)
}

const increments = (year: string, values: readonly number[], given: Partial<Observation> = {}) =>
  partsOf(period(year), 'months')
    .slice(0, values.length)
    .map(({ text }, index) => observed('it', text, String(values[index]), { basis: 'increment', ...given }))
const row = (of: string, value: string, given: Partial<Observation> = {}) => observed('it', of, value, given)

function compared(comparison: Comparison | null | undefined) {
  if (!comparison) return null
  const { plan: of, period: span, value, absolute, relative } = comparison
  return [of, span.text, textOf(value), textOf(absolute), relative?.times(figure('100').value).toFixed(2) ?? null]
}

function inPeriodOf({ inPeriod }: CompletionLine) {
  return inPeriod && [inPeriod.period.text, textOf(inPeriod.value)]
}

describe('the reporting period', () => {
  it.each<[string, readonly Observation[], string | null, unknown]>([
    ['is the month of the newest figure', increments('2018', in2018), null, ['2018-06', '130']],
    ['is that of a monthly form', [row('2018-06', '130', { cumulative: figure('615') })], null, ['2018-06', '130']],
    [
      'is the quarter that a running total ends',
      [row('2018-Q1', '260'), row('2018-Q2', '615', { basis: 'cumulative' })],
      null,
      ['2018-Q2', '355'],
    ],
    ['is none beside a total alone', [row('2018-Q2', '615', { basis: 'cumulative' })], null, null],
    ['is none of a total since the start', [row('2018-Q1', '260'), row('2018-H1', '615')], null, null],
    ['is what was asked for', increments('2018', in2018), '2018-Q2', ['2018-Q2', '355']],
    [
      'asked for, may lie between totals',
      [row('2018-Q1', '260'), row('2018-H1', '615')],
      '2018-Q2',
      ['2018-Q2', '355'],
    ],
    ['asked for from the start repeats the total', increments('2018', in2018), '2018-H1', null],
    ['asked for as first months too', increments('2018', in2018), '6m', null],
    ['asked for and not reported is not known', increments('2018', in2018.slice(0, 5)), '2018-Q2', null],
    [
      'asked for and passed by a gap is known',
      [row('2018-05', '115', { basis: 'increment' })],
      '2018-05',
      ['2018-05', '115'],
    ],
  ])('%s', (_, rows, stated, expected) => {
    expect(inPeriodOf(held(rows, [], stated === null ? {} : { period: stated }))).toEqual(expected)
  })

  it('has its status, and is beside the period before and the same of last year', () => {
    const estimate = [...increments('2018', in2018.slice(0, 5)), ...increments('2018', in2018).slice(5)].map((each) =>
      each.period.text === '2018-06' ? { ...each, status: 'estimate' as const } : each,
    )
    const { inPeriod } = held(estimate, increments('2017', in2017))
    expect(inPeriod).toMatchObject({ status: 'estimate', partial: null })
    // 130 where 120 and 115 were: 10 of 120, 15 of 115.
    expect(compared(inPeriod?.lastYear)).toEqual(['before', '2017-06', '120', '10', '8.33'])
    expect(compared(inPeriod?.previous)).toEqual(['plan', '2018-05', '115', '15', '13.04'])
  })

  it('is beside no period with a gap, which a total since the start may have', () => {
    const rows = [
      row('2018-01', '90'),
      ...increments('2018', in2018).slice(2, 6),
      row('2018-H2', '700', { basis: 'increment' }),
    ]
    const { inPeriod, actual } = held(rows, [], { period: '2018-H2' })
    // 90 + 95 + 110 + 115 + 130 without February, and 700.
    expect([textOf(actual), inPeriodOf(held(rows, [], { period: '2018-H2' }))]).toEqual(['1240', ['2018-H2', '700']])
    expect(inPeriod?.previous).toBeNull()
  })

  it('ends with the total of its line, whatever areas reported of a later day', () => {
    const rows = [...increments('2018', in2018), row('2018-Q3', '200', { basis: 'increment', area: 'a' })]
    const areas = [area('a'), area('b')]
    expect(inPeriodOf(held(rows, [], { now: { areas } }))).toEqual(['2018-06', '130'])
  })

  it('of an area is not subtracted from a period of which it was there for a part', () => {
    const inA = increments('2018', [0, 0, 172, 16, 211], { area: 'a' }).slice(2)
    const of = (from: string | null) => {
      const areas = [area('a', { from: from === null ? null : day(from) })]
      const rows = from === null ? [...increments('2018', [0, 100], { area: 'a' }), ...inA] : inA
      return compared(held(rows, [], { now: { areas }, period: '2018-04/2018-05' }, 'a').inPeriod?.previous)
    }
    // 227 of two months beside 172 of one; from the start on, beside 100 + 172 = 272 of two.
    expect(of('2018-03-01')).toEqual(['plan', '2018-03', '172', null, null])
    expect(of(null)).toEqual(['plan', '2018-02/2018-03', '272', '-45', '-16.54'])
  })

  it('of January is beside December of the plan that is followed', () => {
    const rows = [row('2018-02', '75', { basis: 'increment' }), row('2018-01', '90')]
    const { inPeriod } = held(rows, increments('2017', in2017), { period: '2018-02' })
    expect(compared(inPeriod?.previous)).toEqual(['plan', '2018-01', '90', '-15', '-16.67'])
    const quarter = held(increments('2018', in2018.slice(0, 3)), increments('2017', in2017), {
      period: '2018-02/2018-03',
    })
    // 75 + 95 beside December and January, which lie in two plans.
    expect(inPeriodOf(quarter)).toEqual(['2018-02/2018-03', '170'])
    expect(quarter.inPeriod?.previous).toBeNull()
  })

  it('makes a report as of its end, and knows nothing later', () => {
    const rows = increments('2018', in2018)
    const { report } = reportedOf(rows, [], { period: '2018-Q1' })
    expect(report.plans[0]).toMatchObject({ asOf: day('2018-03-31'), period: { text: '2018-Q1' } })
    expect(textOf(held(rows, [], { period: '2018-Q1' }).actual)).toBe('260')
    // The total of the half-year would tell what the second quarter was.
    const later = [row('2018-Q1', '260'), row('2018-H1', '615'), row('2018-05/2018-06', '245', { basis: 'increment' })]
    expect(held(later, [], { period: '2018-04' }).inPeriod).toBeNull()
    expect(inPeriodOf(held(later, [], { asOf: '2018-06-30' }))).toEqual(['2018-05/2018-06', '245'])
  })

  it('of a year is beside the year before once', () => {
    const years = [row('2016', '900'), row('2017', '1000', { basis: 'increment' })]
    const { inPeriod } = held(years, [], { now: { period: period('2016/2020') } })
    expect(compared(inPeriod?.lastYear)?.slice(1, 4)).toEqual(['2016', '900', '100'])
    expect(inPeriod?.previous).toBeNull()
  })

  it('leaves out plans that do not hold it, and compares with them all the same', () => {
    const { report, outside } = reportedOf(increments('2018', in2018), increments('2017', in2017), {
      period: '2018-Q2',
    })
    expect(outside).toEqual(['before'])
    expect(report.plans.map(({ plan: { id } }) => id)).toEqual(['plan'])
    const found = report.plans[0]
    // 570 in the first half of 2017.
    expect(compared(found && lineOf(found, 'it').lastYear)).toEqual(['before', '2017-H1', '570', '45', '7.89'])
  })

  it('of a count that begins again each year does not reach into the year before', () => {
    const totals = [row('2017-12', '100'), row('2018-01', '10'), row('2018-02', '30')]
    const rows = totals.map((each) => ({ ...each, basis: 'cumulative' as const }))
    const line = held(rows, [], { now: { period: period('2017/2018') }, it: { accumulates: false } })
    expect([textOf(line.actual), inPeriodOf(line)]).toEqual(['30', ['2018-02', '20']])
    expect(compared(line.inPeriod?.previous)?.slice(1, 4)).toEqual(['2018-01', '10', '10'])
  })

  it('of the first months is that of each plan', () => {
    const { report, outside } = reportedOf(increments('2018', in2018), increments('2017', in2017), { period: '6m' })
    expect(outside).toEqual([])
    expect(report.plans.map((each) => [each.period?.text, textOf(lineOf(each, 'it').actual)])).toEqual([
      ['2018-H1', '615'],
      ['2017-H1', '570'],
    ])
  })

  it('longer than a plan is outside of it', () => {
    const { report, outside } = reportedOf(increments('2018', in2018), [], { period: '13m' })
    expect([report.plans, outside]).toEqual([[], ['plan', 'before']])
  })
})

describe('the same months of last year', () => {
  it('a running total is beside that to the same day', () => {
    // 80 + 70 + 90 + 100 + 110 + 120 = 570; 45 of it.
    const line = held(increments('2018', in2018), increments('2017', in2017))
    expect(compared(line.lastYear)).toEqual(['before', '2017-H1', '570', '45', '7.89'])
    expect(line.previous).toBeNull()
  })

  it('a whole year beside the whole year before', () => {
    expect(compared(held([row('2018', '1353')], [row('2017', '1230')]).lastYear)).toEqual([
      'before',
      '2017',
      '1230',
      '123',
      '10.00',
    ])
  })

  it('says what of last year is missing', () => {
    const [, ...withoutJanuary] = increments('2017', in2017)
    expect(held(increments('2018', in2018), withoutJanuary).lastYear).toMatchObject({
      partial: { of: 'months', reported: 5, expected: 6 },
    })
  })

  it.each<[string, readonly Observation[], Held]>([
    ['nothing of last year reaches that day', increments('2017', in2017.slice(0, 5)), {}],
    ['last year was counted in other steps', [row('2017-Q1', '240'), row('2017-01/2017-09', '870')], {}],
    ['no plan is followed', increments('2017', in2017), { now: { follows: null } }],
    ['the plan that is followed is not there', increments('2017', in2017), { now: { follows: 'another' } }],
    ['it was another thing then', increments('2017', in2017), { earlier: { type: 'stock' } }],
    [
      'it was counted in another unit',
      increments('2017', in2017),
      { it: { unit: name('tấn', 'tonnes') }, earlier: { unit: name('nghìn tấn', 'thousand tonnes') } },
    ],
    ['it had another id', increments('2017', in2017), { earlier: { id: 'other' } }],
    ['last year has an error', [...increments('2017', in2017), row('2017-05', '1', { basis: 'increment' })], {}],
    [
      'the plan before ended earlier',
      increments('2017', in2017).slice(0, 3),
      { before: { period: period('2017-Q1') } },
    ],
  ])('is not known where %s', (_, earlier, given) => {
    const line = held(increments('2018', in2018), earlier, given)
    expect([line.lastYear, line.inPeriod?.lastYear ?? null]).toEqual([null, null])
  })

  it('is known where last year has a warning', () => {
    const earlier = [row('2017-Q1', '250'), row('2017-H1', '240')]
    const { problems } = reportedOf(increments('2018', in2018), earlier)
    expect(codesOf(problems)).toEqual(['falling-cumulative'])
    expect(compared(held(increments('2018', in2018), earlier).lastYear)?.[2]).toBe('240')
  })

  it('takes units for one that agree in one language', () => {
    const given = { it: { unit: name('lao động', 'workers') }, earlier: { unit: name('Lao  động', 'labourers') } }
    expect(held([row('2018', '5')], [row('2017', '4')], given).lastYear).not.toBeNull()
  })

  it('comes from the plan itself where that spans years', () => {
    const given: Held = { now: { period: period('2016/2020') }, it: { type: 'stock' } }
    const rows = [row('2017-06', '280'), row('2018-06', '300')]
    expect(compared(held(rows, [row('2017-06', '1')], given).lastYear)).toEqual([
      'plan',
      '2017-06',
      '280',
      '20',
      '7.14',
    ])
  })

  it('of a running total over years is none, but what its last months brought has one', () => {
    const given: Held = { now: { period: period('2017/2018') }, before: { period: period('2016') } }
    const line = held([...increments('2017', in2017), ...increments('2018', in2018)], [], given)
    expect(textOf(line.actual)).toBe('1845')
    expect(line.lastYear).toBeNull()
    expect(compared(line.inPeriod?.lastYear)).toEqual(['plan', '2017-06', '120', '10', '8.33'])
  })

  it('February is beside February', () => {
    const now = { period: period('2020') }
    const before = { period: period('2019') }
    const rows = [row('2020-01/2020-02', '165')]
    expect(compared(held(rows, [row('2019-01/2019-02', '150')], { now, before }).lastYear)?.slice(1, 3)).toEqual([
      '2019-01/2019-02',
      '150',
    ])
    const stock = { now, before, it: { type: 'stock' } } as const
    expect(compared(held([row('2020-02-29', '5')], [row('2019-02-28', '4')], stock).lastYear)?.[2]).toBe('4')
  })

  it('a change from zero or below has no percentage, and one of growth neither', () => {
    expect(compared(held([row('2018', '5')], [row('2017', '0')]).lastYear)).toEqual(['before', '2017', '0', '5', null])
    expect(compared(held([row('2018', '-30')], [row('2017', '-40')]).lastYear)).toEqual([
      'before',
      '2017',
      '-40',
      '10',
      null,
    ])
    const growth: Held = { it: { type: 'growth', target: targetOf('at_least 3') } }
    expect(compared(held([row('2018', '3')], [row('2017', '2')], growth).lastYear)).toEqual([
      'before',
      '2017',
      '2',
      '1',
      null,
    ])
  })

  it('counts to the day that was asked for', () => {
    const line = held(increments('2018', in2018), increments('2017', in2017), { asOf: '2018-03-31' })
    expect(compared(line.lastYear)).toEqual(['before', '2017-Q1', '240', '20', '8.33'])
  })
})

describe('rates', () => {
  const poverty: Held = { it: { type: 'poverty-rate', standard: '2016-2020', target: targetOf('at_most 3.5') } }

  it('are compared in points', () => {
    // 3.28 − 4.24, which is 22.64% less.
    expect(compared(held([row('2018', '3.28')], [row('2017', '4.24')], poverty).lastYear)).toEqual([
      'before',
      '2017',
      '4.24',
      '-0.96',
      '-22.64',
    ])
  })

  it.each<[string, Held, Partial<Observation>, string]>([
    ['standard', { earlier: { standard: '2011-2015' } }, {}, 'standard'],
    ['standard of the figure', {}, { standard: '2011-2015' }, 'standard'],
    ['unit', { it: { ...poverty.it, measured: 'households' }, earlier: { measured: 'persons' } }, {}, 'measured'],
    ['method', { it: { ...poverty.it, method: 'survey' }, earlier: { method: 'census' } }, {}, 'method'],
  ])('under another %s are shown and not subtracted', (_, given, measured, differsIn) => {
    const { lastYear } = held([row('2018', '3.28')], [row('2017', '8.1', measured)], { ...poverty, ...given })
    expect(lastYear).toMatchObject({ differsIn, absolute: null, relative: null })
    expect(textOf(lastYear?.value)).toBe('8.1')
  })

  it('of a quarter are not those of the year that ends with it', () => {
    const growth: Held = { it: { type: 'growth', target: targetOf('at_least 6') } }
    const line = held([row('2018-Q2', '6.5')], [row('2017-H1', '6')], growth)
    expect(line.lastYear).toBeNull()
    expect(compared(held([row('2018-Q2', '6.5')], [row('2017-Q2', '6')], growth).lastYear)?.[3]).toBe('0.5')
  })

  it('from counts are compared by their counts', () => {
    const now = row('2018', '0', { value: null, counts: counts({ poor: '300', households: '10000' }) })
    const then = row('2017', '0', { value: null, counts: counts({ poor: '400', households: '10000' }) })
    expect(compared(held([now], [then], poverty).lastYear)?.slice(2, 4)).toEqual(['4', '-1'])
  })
})

describe('the last figure before, of what does not add up', () => {
  const beds: Held = { it: { type: 'stock', target: targetOf('at_least 300') } }

  it('is that of the period before, as long', () => {
    const rows = [row('2018-Q1', '290'), row('2018-04', '291'), row('2018-Q2', '295'), row('2018-H1', '295')]
    const quarters = rows.filter(({ period: { text } }) => text !== '2018-H1')
    expect(compared(held(quarters, [], beds).previous)).toEqual(['plan', '2018-Q1', '290', '5', '1.72'])
    expect(held(rows, [], beds).previous).toBeNull()
  })

  it('is the newest of them, in whatever order they are written', () => {
    const rows = [row('2018-05', '295'), row('2018-04', '291'), row('2018-02', '290')]
    expect(compared(held(rows, [], beds).previous)?.[1]).toBe('2018-04')
    expect(compared(held(rows.toReversed(), [], beds).previous)?.[1]).toBe('2018-04')
  })

  it('is the newest of the whole also where areas reported earlier ones', () => {
    const rows = [row('2018-04', '291'), row('2018-05', '295'), row('2018-02', '9', { area: 'a' })]
    expect(compared(held(rows, [], { ...beds, now: { areas: [area('a')] } }).previous)?.[1]).toBe('2018-04')
  })

  it('may be some time before', () => {
    expect(compared(held([row('2018-02', '290'), row('2018-05', '295')], [], beds).previous)?.[1]).toBe('2018-02')
  })

  it('may be of the plan that is followed', () => {
    const line = held([row('2018-01', '290')], [row('2017-01', '270'), row('2017-12', '280')], beds)
    expect(compared(line.previous)).toEqual(['before', '2017-12', '280', '10', '3.57'])
    expect(compared(line.lastYear)?.[2]).toBe('270')
  })

  it('is not repeated where it is that of last year', () => {
    const line = held([row('2018', '290')], [row('2017', '280')], beds)
    expect([compared(line.lastYear)?.[2], line.previous]).toEqual(['280', null])
  })

  it('counted on days is that of the day before it', () => {
    expect(compared(held([row('2018-03-31', '290'), row('2018-06-30', '295')], [], beds).previous)?.[1]).toBe(
      '2018-03-31',
    )
  })
})

describe('areas', () => {
  const areas = [area('a'), area('b')]
  const both = { now: { areas }, before: { areas } }
  const inA = (rows: readonly Observation[]) => rows.map((each) => ({ ...each, area: 'a' }))
  const inB = (rows: readonly Observation[]) => rows.map((each) => ({ ...each, area: 'b' }))

  it('sum to what the whole came to in the period, and last year', () => {
    const rows = [...inA(increments('2018', [10, 20, 30])), ...inB(increments('2018', [1, 2, 3]))]
    const earlier = [...inA(increments('2017', [5, 10, 15])), ...inB(increments('2017', [1, 1, 1]))]
    const whole = held(rows, earlier, both)
    expect(inPeriodOf(whole)).toEqual(['2018-03', '33'])
    expect(compared(whole.inPeriod?.lastYear)).toEqual(['before', '2017-03', '16', '17', '106.25'])
    expect(compared(whole.inPeriod?.previous)?.[2]).toBe('22')
    expect(compared(whole.lastYear)?.slice(2, 4)).toEqual(['33', '33'])
    const own = held(rows, earlier, both, 'b')
    expect(inPeriodOf(own)).toEqual(['2018-03', '3'])
    expect(compared(own.lastYear)?.slice(2, 4)).toEqual(['3', '3'])
  })

  it('one that has not reported the period makes it partial', () => {
    const rows = [...inA(increments('2018', [10, 20, 30])), ...inB(increments('2018', [1, 2]))]
    const { inPeriod } = held(rows, [], both)
    expect(textOf(inPeriod?.value)).toBe('30')
    expect(inPeriod?.partial).toEqual({ of: 'areas', reported: 1, expected: 2 })
  })

  it('that report in other steps are taken for the longest', () => {
    const rows = [...inA(increments('2018', in2018)), ...inB([row('2018-Q1', '9'), row('2018-H1', '20')])]
    expect(inPeriodOf(held(rows, [], both))).toEqual(['2018-06', '130'])
    const quarters = inB([row('2018-Q1', '9'), row('2018-Q2', '11', { basis: 'increment' })])
    const line = held([...inA(increments('2018', in2018)), ...quarters], [], both)
    expect(inPeriodOf(line)).toEqual(['2018-Q2', '366'])
    expect(inPeriodOf(held([...quarters, ...inA(increments('2018', in2018))], [], both))).toEqual(['2018-Q2', '366'])
    expect(inPeriodOf(held([...quarters, ...inA(increments('2018', in2018))], [], both, 'a'))).toEqual([
      '2018-06',
      '130',
    ])
    expect(line.inPeriod?.partial).toBeNull()
  })

  it('that came further than the whole tell what it reached in their newest month', () => {
    const rows = [row('2018-Q1', '260'), ...inA(increments('2018', in2018)), ...inB(increments('2018', in2018))]
    const whole = held(rows, [], both)
    expect([textOf(whole.actual), ...(inPeriodOf(whole) ?? [])]).toEqual(['1230', '2018-06', '260'])
  })

  it('of which one lies in another are added up there too, as long as that one is there', () => {
    const of = (until: number | null) => ({ areas: [area('d', { until }), area('c', { parent: 'd' }), area('b')] })
    const rows = [row('2018-01', '7', { area: 'c' }), row('2018-02', '9', { area: 'c', basis: 'increment' })]
    const district = held(rows, [], { now: of(null) }, 'd')
    expect([textOf(district.actual), ...(inPeriodOf(district) ?? [])]).toEqual(['16', '2018-02', '9'])
    expect(compared(district.inPeriod?.previous)?.[2]).toBe('7')
    const gone = held(rows, [], { now: of(day('2018-01-31')) }, 'd')
    expect(gone.inPeriod).toBeNull()
  })

  it('are found again under their former ids', () => {
    const now = { areas: [area('new', { was: ['old'] })] }
    const before = { areas: [area('old')] }
    const line = held(
      [row('2018', '12', { area: 'new' })],
      [row('2017', '10', { area: 'old' })],
      { now, before },
      'new',
    )
    expect(compared(line.lastYear)).toEqual(['before', '2017', '10', '2', '20.00'])
  })

  it('that were renamed are compared also in what is never added up', () => {
    const given: Held = {
      now: { areas: [area('new', { was: ['old'] })] },
      before: { areas: [area('old')] },
      it: { type: 'level', target: targetOf('at_least 5') },
    }
    const line = held([row('2018', '12', { area: 'new' })], [row('2017', '10', { area: 'old' })], given, 'new')
    expect(compared(line.lastYear)?.[2]).toBe('10')
  })

  it('that became one are compared together', () => {
    const now = { areas: [area('ab', { was: ['a', 'b'] })] }
    const earlier = [row('2017', '6', { area: 'a' }), row('2017', '4', { area: 'b' })]
    const rows = [row('2018', '12', { area: 'ab' })]
    expect(compared(held(rows, earlier, { now, before: { areas } }, 'ab').lastYear)?.slice(2, 4)).toEqual(['10', '2'])
    const half = held(rows, earlier.slice(0, 1), { now, before: { areas } }, 'ab').lastYear
    expect(half?.partial).toEqual({ of: 'areas', reported: 1, expected: 2 })
    const level: Held = { now, before: { areas }, it: { type: 'level', target: targetOf('at_least 5') } }
    expect(held(rows, earlier, level, 'ab').lastYear).toBeNull()
  })

  it('that took another in are compared with both', () => {
    const now = { areas: [area('a', { was: ['b'] })] }
    const earlier = [row('2017', '6', { area: 'a' }), row('2017', '4', { area: 'b' })]
    expect(
      compared(held([row('2018', '12', { area: 'a' })], earlier, { now, before: { areas } }, 'a').lastYear)?.[2],
    ).toBe('10')
  })

  it('that are new have no last year', () => {
    const now = { areas: [area('c')] }
    const line = held(
      [row('2018', '12', { area: 'c' })],
      [row('2017', '6', { area: 'a' })],
      { now, before: { areas } },
      'c',
    )
    expect(line.lastYear).toBeNull()
  })

  it('that begin while the plan runs have a total since then', () => {
    const now = { areas: [area('a', { from: day('2018-04-01') }), area('b')] }
    const rows = [
      ...inA([row('2018-04', '4'), row('2018-05', '5', { basis: 'increment' })]),
      ...inB(increments('2018', [1, 1, 1, 1, 1])),
    ]
    const own = held(rows, [], { now }, 'a')
    expect(inPeriodOf(own)).toEqual(['2018-05', '5'])
    expect(own.increments.map(({ value }) => textOf(value))).toEqual(['4', '5'])
    const whole = held(rows, [], { now })
    expect(inPeriodOf(whole)).toEqual(['2018-05', '6'])
    expect(compared(whole.inPeriod?.previous)?.[2]).toBe('5')
    // Until it is there it is not missing.
    expect(whole.increments.map(({ value }) => textOf(value))).toEqual(['1', '1', '1', '5', '6'])
  })

  it('that are gone have nothing in a month after it, whatever was written for it', () => {
    const now = { areas: [area('a', { until: day('2018-03-31') }), area('b')] }
    const rows = [...inA(increments('2018', [10, 20, 30, 4, 5])), ...inB(increments('2018', [1, 1, 1, 1, 1]))]
    expect(held(rows, [], { now, period: '2018-05' }, 'a').inPeriod).toBeNull()
    expect(inPeriodOf(held(rows, [], { now, period: '2018-03' }, 'a'))).toEqual(['2018-03', '30'])
  })
})

describe('a rate of two others', () => {
  const share = indicator('it', {
    type: 'rate',
    target: targetOf('at_most 5'),
    rateOf: { numerator: 'poor', denominator: 'all' },
  })
  const indicators = [share, indicator('poor', { type: 'stock' }), indicator('all', { type: 'stock' })]
  const rowsOf = (of: string, poor: string, all: string) => [observed('poor', of, poor), observed('all', of, all)]

  it('is compared with that of the same date', () => {
    const given: Held = { now: { indicators }, before: { indicators } }
    const line = held(rowsOf('2018-06', '30', '1000'), [...rowsOf('2017-06', '40', '1000')], given)
    expect(compared(line.lastYear)).toEqual(['before', '2017-06', '4', '-1', '-25.00'])
    expect(held(rowsOf('2018-06', '30', '1000'), [observed('poor', '2017-06', '40')], given).lastYear).toBeNull()
  })
})

describe('the steps of a running total', () => {
  const stepsOf = (rows: readonly Observation[], given: Held = {}) =>
    held(rows, [], given).increments.map(({ period: span, value }) => `${span.text} ${textOf(value) ?? '–'}`)

  it.each<[string, readonly Observation[], readonly string[]]>([
    [
      'are months before quarters',
      increments('2018', in2018),
      ['2018-01 90', '2018-02 75', '2018-03 95', '2018-04 110', '2018-05 115', '2018-06 130'],
    ],
    ['are months', increments('2018', [90, 75, 95]), ['2018-01 90', '2018-02 75', '2018-03 95']],
    [
      'say what is missing',
      [row('2018-01', '90'), row('2018-03', '95', { basis: 'increment' })],
      ['2018-01 90', '2018-02 –', '2018-03 95'],
    ],
    [
      'are quarters',
      [row('2018-Q1', '260'), row('2018-H1', '615'), row('2018-01/2018-09', '900')],
      ['2018-Q1 260', '2018-Q2 355', '2018-Q3 285'],
    ],
    ['may be told by one form', [row('2018-02', '75', { cumulative: figure('165') })], ['2018-01 90', '2018-02 75']],
    [
      'are the finest that are known throughout',
      [...increments('2018', [90, 75, 95]), row('2018-H1', '615')],
      ['2018-Q1 260', '2018-Q2 355'],
    ],
    [
      'are the finest where there is a gap in all of them',
      [...increments('2018', [90, 75]), row('2018-04', '110', { basis: 'increment' })],
      ['2018-01 90', '2018-02 75', '2018-03 –', '2018-04 110'],
    ],
    ['are none of one figure', [row('2018-H1', '615')], []],
    ['are none where only one is known', [row('2018-01', '90'), row('2018-01/2018-05', '485')], []],
    ['are none over days', [row('2018-01-01/2018-01-10', '5'), row('2018-01-01/2018-01-20', '15')], []],
    ['are none of nothing', [], []],
  ])('%s', (_, rows, expected) => {
    expect(stepsOf(rows)).toEqual(expected)
  })

  it('are years where a plan spans them', () => {
    const rows = [
      row('2016', '5'),
      row('2017', '6', { basis: 'increment' }),
      row('2018', '18', { basis: 'cumulative' }),
    ]
    expect(stepsOf(rows, { now: { period: period('2016/2020') } })).toEqual(['2016 5', '2017 6', '2018 7'])
  })

  it('are none of what does not add up', () => {
    expect(stepsOf(increments('2018', [1, 2]), { it: { type: 'stock' } })).toEqual([])
  })

  it('of areas that report in other steps are the coarser ones', () => {
    const given: Held = { now: { areas: [area('a'), area('b')] } }
    const rows = [
      ...increments('2018', in2018, { area: 'a' }),
      row('2018-Q1', '10', { area: 'b' }),
      row('2018-H1', '30', { area: 'b' }),
    ]
    expect(stepsOf(rows, given)).toEqual(['2018-Q1 270', '2018-Q2 375'])
  })

  it('leave out what an area has not reported', () => {
    const given: Held = { now: { areas: [area('a'), area('b')] } }
    const rows = [...increments('2018', [1, 2, 3], { area: 'a' }), ...increments('2018', [1, 2], { area: 'b' })]
    expect(stepsOf(rows, given)).toEqual(['2018-01 2', '2018-02 4', '2018-03 –'])
  })
})

describe('a plan that follows', () => {
  const follows = (now: string, before: string, id = 'before') =>
    reportedOf([], [], { now: { period: period(now), follows: id }, before: { period: period(before) } })

  it.each([
    ['2018', '2017', []],
    ['2018', '2015/2017', []],
    ['2018', '2018', ['follows-no-earlier']],
    ['2018', '2019', ['follows-no-earlier']],
    ['2018', '2017-01/2018-01', ['follows-no-earlier']],
  ])('%s one of %s: %j', (now, before, expected) => {
    expect(codesOf(follows(now, before).problems)).toEqual(expected)
  })

  it('itself is told, with both ids', () => {
    expect(follows('2018', '2017', 'plan').problems).toMatchObject([
      { code: 'follows-no-earlier', severity: 'warning', args: { plan: 'plan', follows: 'plan' } },
    ])
  })

  it('nothing is not linked by equal ids of indicators', () => {
    const line = held([row('2018', '5')], [row('2017', '4')], { now: { follows: null } })
    expect([line.lastYear, line.previous]).toEqual([null, null])
  })
})
