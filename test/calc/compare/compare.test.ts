import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedPlans } from '../../../src/calc/compare/compare.ts'
import { calculated } from '../../../src/calc/report/report.ts'
import type { ComparedPlans, ComparedYear, Relation } from '../../../src/model/compare.ts'
import { Exact } from '../../../src/model/exact.ts'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Plan } from '../../../src/model/plan.ts'
import { asked, baseline, counts, observed, ratio, targetOf, taskState } from '../../support/calc.ts'
import { area, figure, indicator, number, period, plan } from '../../support/report.ts'

/** The plan of a year, which follows that of the year before. */
function planOf(year: number, indicators: readonly Indicator[], given: Partial<Plan> = {}): Plan {
  return plan(`p${year}`, { period: period(String(year)), follows: `p${year - 1}`, indicators, ...given })
}

const resultOf = (id: string, year: number, value: string | null, given: Partial<Observation> = {}) =>
  observed(id, String(year), value, { plans: [`p${year}`], ...given })

function comparedOf(plans: readonly Plan[], observations: readonly Observation[], of: string | null = null) {
  const inputs = { plans, observations, references: [], unreadResults: [], unreadPlans: [] }
  return comparedPlans(calculated(inputs, asked({ asOf: of === null ? null : period(of).end })).report)
}

/** The years of an indicator in the only comparison. */
function yearsOf({ chains }: ComparedPlans, id: string, of: string | null = null): readonly ComparedYear[] {
  const [chain] = chains
  const row = chain?.rows.find(({ indicator: { id: found }, area: in_ }) => found === id && (in_?.id ?? null) === of)
  if (!row || chains.length > 1) throw new RangeError(`${chains.length} comparisons, and ${id} in ${of}`)
  return row.years
}

function lastOf(compared: ComparedPlans, id: string, of: string | null = null): ComparedYear {
  const last = yearsOf(compared, id, of).at(-1)
  if (!last) throw new RangeError('no year')
  return last
}

const percentOf = (relation: Relation | null) => relation?.ratio?.times(Exact.HUNDRED).toFixed(2) ?? null
const differenceOf = (relation: Relation | null) => relation?.difference?.toString() ?? null
const ids = ({ chains }: ComparedPlans) => chains.map(({ plans }) => plans.map((report) => report.plan.id))

describe('the plan of Hà Nam for 2018 against the results of 2017 (Báo Dân sinh)', () => {
  const count = (id: string, target: string) => indicator(id, { target: targetOf(`at_least ${target}`) })
  const rate = (target: string, from: string, year: number) =>
    indicator('poverty-rate', {
      type: 'poverty-rate',
      target: targetOf(target),
      baseline: baseline(from, { period: period(String(year - 1)) }),
    })
  const compared = comparedOf(
    [
      planOf(2017, [
        count('jobs', '16000'),
        count('labour-export', '1050'),
        count('enrolment', '17000'),
        rate('reduce_by 0.8', '4.24', 2017),
      ]),
      planOf(2018, [
        count('jobs', '16250'),
        count('labour-export', '1000'),
        count('enrolment', '20500'),
        rate('reduce_by 0.3 per year', '3.28', 2018),
      ]),
    ],
    [
      resultOf('jobs', 2017, '18923'),
      resultOf('labour-export', 2017, '1124'),
      resultOf('enrolment', 2017, '20234'),
      resultOf('poverty-rate', 2017, '3.28'),
      resultOf('poverty-rate', 2018, '2.73'),
    ],
  )

  it.each([
    ['jobs', '85.87'],
    ['labour-export', '88.97'],
    ['enrolment', '101.31'],
  ])('%s is %s% of what 2017 reached', (id, percentage) => {
    const year = lastOf(compared, id)
    expect(percentOf(year.plannedOnPrevious)).toBe(percentage)
    expect([year.actualOnPlanned, year.actualOnPrevious, year.identity]).toEqual([null, null, null])
  })

  it('holds poverty rates against each other in points, which add up', () => {
    const year = lastOf(compared, 'poverty-rate')
    expect(year.planned?.toString()).toBe('2.98')
    expect([year.plannedOnPrevious, year.actualOnPlanned, year.actualOnPrevious].map(differenceOf)).toEqual([
      '-0.3',
      '-0.25',
      '-0.55',
    ])
    expect(year.actualOnPrevious?.ratio).toBeNull()
    expect(year.identity).toBe('sum')
  })

  it('takes the baseline for what no plan is there to tell', () => {
    const [first] = yearsOf(compared, 'poverty-rate')
    expect(first?.previous).toMatchObject({ origin: 'baseline', value: number('4.24'), period: period('2016') })
    expect(differenceOf(first?.actualOnPrevious ?? null)).toBe('-0.96')
    expect(yearsOf(compared, 'jobs')[0]?.previous).toBeNull()
  })
})

describe('the identity', () => {
  const decimal = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.integer({ min: 0, max: 4 }))
  const text = decimal.map(([digits, decimals]) => Exact.of(digits, 10n ** BigInt(decimals)).toDecimal())
  const year = (id: Partial<Indicator>, target: string, previous: string, actual: string) =>
    lastOf(
      comparedOf(
        [
          planOf(2017, [indicator('i', { ...id, target: targetOf(target) })]),
          planOf(2018, [indicator('i', { ...id, target: targetOf(target) })]),
        ],
        [resultOf('i', 2017, previous), resultOf('i', 2018, actual)],
      ),
      'i',
    )

  it.each(['count', 'stock', 'level'] as const)('is a product of ratios for a %s, to the last digit', (type) => {
    fc.assert(
      fc.property(text, text, text, fc.constantFrom('at_least', 'at_most', 'above', 'below'), (t, p, a, kind) => {
        const { plannedOnPrevious, actualOnPlanned, actualOnPrevious, identity } = year({ type }, `${kind} ${t}`, p, a)
        const [one, two, three] = [plannedOnPrevious?.ratio, actualOnPlanned?.ratio, actualOnPrevious?.ratio]
        expect(identity).toBe('product')
        expect(one && two && three?.equals(one.times(two))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it.each(['rate', 'growth'] as const)('is a sum of points for a %s, to the last digit', (type) => {
    fc.assert(
      fc.property(text, text, text, (t, p, a) => {
        const { plannedOnPrevious, actualOnPlanned, actualOnPrevious, identity } = year({ type }, `at_most ${t}`, p, a)
        const [one, two] = [plannedOnPrevious?.difference, actualOnPlanned?.difference]
        expect(identity).toBe('sum')
        expect(one && two && actualOnPrevious?.difference?.equals(one.plus(two))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

describe('what is shown for each target', () => {
  const year = (given: Partial<Indicator>, previous: string, actual: string | null) =>
    lastOf(
      comparedOf(
        [
          planOf(2017, [indicator('i', { ...given, target: targetOf('at_least 1') })]),
          planOf(2018, [indicator('i', given)]),
        ],
        [resultOf('i', 2017, previous), ...(actual === null ? [] : [resultOf('i', 2018, actual)])],
      ),
      'i',
    )

  it('a change leads to a value, which is held against the year before', () => {
    const given = { target: targetOf('increase_by 5%'), baseline: baseline('200') }
    const { planned, plannedOnPrevious, actualOnPlanned } = year(given, '200', '231')
    expect(planned?.toString()).toBe('210')
    expect(percentOf(plannedOnPrevious)).toBe('105.00')
    expect(percentOf(actualOnPlanned)).toBe('110.00')
  })

  it('a range has no single figure, so that only actuals are held against each other', () => {
    const found = year({ target: targetOf('between 80..90 up') }, '80', '92')
    expect([found.planned, found.plannedOnPrevious, found.actualOnPlanned, found.identity]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(percentOf(found.actualOnPrevious)).toBe('115.00')
    expect(found.line?.achievement).toEqual(ratio('92/90'))
  })

  it('without a target only actuals are held against each other', () => {
    const found = year({ target: null }, '80', '92')
    expect([found.plannedOnPrevious, found.actualOnPlanned]).toEqual([null, null])
    expect(percentOf(found.actualOnPrevious)).toBe('115.00')
  })

  it('a ceiling is divided as it stands: its completion is another figure', () => {
    const found = year({ target: targetOf('at_most 40') }, '50', '35')
    expect(percentOf(found.actualOnPlanned)).toBe('87.50')
    expect(found.line?.achievement).toEqual(ratio('1.125'))
  })

  it('of 0 there is no share, and that of a loss would read the wrong way round', () => {
    const nothing = year({ target: targetOf('at_least 20') }, '0', '25')
    expect(nothing.plannedOnPrevious).toMatchObject({ ratio: null, ratioGap: 'zero', difference: number('20') })
    expect(nothing.actualOnPrevious).toMatchObject({ ratio: null, ratioGap: 'zero', difference: number('25') })
    expect([percentOf(nothing.actualOnPlanned), nothing.identity]).toEqual(['125.00', 'sum'])
    const loss = year({ target: targetOf('at_least -40') }, '-60', '10')
    expect(loss.plannedOnPrevious).toMatchObject({ ratio: null, ratioGap: 'negative', difference: number('20') })
    expect(loss.actualOnPlanned).toMatchObject({ ratio: null, ratioGap: 'negative', difference: number('50') })
    expect(loss.identity).toBe('sum')
  })

  it('a loss of this year is a share below zero of what was reached', () => {
    expect(percentOf(year({ target: targetOf('at_least 10') }, '20', '-5').actualOnPrevious)).toBe('-25.00')
  })

  it('a task has its states', () => {
    const law = indicator('law', { type: 'task', target: targetOf('done') })
    const done = resultOf('law', 2017, null, { state: taskState('done') })
    const [first, second] = yearsOf(comparedOf([planOf(2017, [law]), planOf(2018, [law])], [done]), 'law')
    expect([first?.line?.state, second?.line?.state]).toEqual(['done', null])
    expect([second?.previous, second?.plannedOnPrevious]).toEqual([null, null])
  })

  it('a revised target counts, as in a report', () => {
    const jobs = indicator('i', {
      target: targetOf('at_least 100'),
      revisions: [{ ...targetOf('at_least 120'), date: period('2018-07-01').start, decision: null }],
    })
    const plans = [planOf(2017, [indicator('i', { target: targetOf('at_least 90') })]), planOf(2018, [jobs])]
    const results = [resultOf('i', 2017, '100'), resultOf('i', 2018, '114')]
    expect(percentOf(lastOf(comparedOf(plans, results), 'i').plannedOnPrevious)).toBe('120.00')
    expect(percentOf(lastOf(comparedOf(plans, results, '2018-06-30'), 'i').plannedOnPrevious)).toBe('100.00')
  })
})

describe('what is not compared', () => {
  const between = (before: Partial<Indicator>, now: Partial<Indicator>, results: readonly Observation[]) =>
    lastOf(
      comparedOf(
        [
          planOf(2017, [indicator('i', { target: targetOf('at_least 10'), ...before })]),
          planOf(2018, [indicator('i', { target: targetOf('at_least 12'), ...now })]),
        ],
        results,
      ),
      'i',
    )
  const both = [resultOf('i', 2017, '10'), resultOf('i', 2018, '15')]
  const none = { difference: null, ratio: null, ratioGap: null }

  it.each([
    ['type', { type: 'count' }, { type: 'stock' }],
    ['unit', { unit: { vi: 'giường', en: 'beds' } }, { unit: { vi: 'phòng', en: 'rooms' } }],
    ['standard', { type: 'rate', standard: '2011-2015' }, { type: 'rate', standard: '2016–2020' }],
    ['measured', { type: 'rate', measured: 'households' }, { type: 'rate', measured: 'persons' }],
    ['method', { type: 'rate', method: 'census' }, { type: 'rate', method: 'survey' }],
  ] as const)('figures of another %s', (differsIn, before, now) => {
    const year = between(before, now, both)
    expect(year.plannedOnPrevious).toEqual({ differsIn, ...none })
    expect(year.actualOnPrevious).toEqual({ differsIn, ...none })
    expect(year.actualOnPlanned?.differsIn).toBeNull()
    expect(year.identity).toBeNull()
  })

  it('units that agree in one language agree, and dashes of standards are one', () => {
    const unit = { unit: { vi: 'Người', en: 'people' } }
    expect(percentOf(between(unit, { unit: { vi: 'người', en: 'persons' } }, both).actualOnPrevious)).toBe('150.00')
    expect(percentOf(between(unit, {}, both).actualOnPrevious)).toBe('150.00')
    const translated = { unit: { vi: 'lượt  người', en: 'People ' } }
    expect(percentOf(between(unit, translated, both).actualOnPrevious)).toBe('150.00')
    const standard = (text: string) => ({ type: 'rate', standard: text }) as const
    expect(between(standard('2016-2020'), standard('2016–2020'), both).actualOnPrevious?.differsIn).toBeNull()
  })

  it('an actual under another standard than the indicator’s', () => {
    const rate = { type: 'rate', standard: '2016-2020' } as const
    const results = [resultOf('i', 2017, '10'), resultOf('i', 2018, '15', { standard: '2021-2025' })]
    const year = between(rate, rate, results)
    expect([year.actualOnPlanned?.differsIn, year.actualOnPrevious?.differsIn]).toEqual(['standard', 'standard'])
    expect(year.plannedOnPrevious?.differsIn).toBeNull()
  })

  it('half a year of a count with a whole one; a stock stands on its day', () => {
    const half = [resultOf('i', 2017, '10'), observed('i', '2018-H1', '6', { plans: ['p2018'] })]
    const count = between({}, {}, half)
    expect(count.actualOnPrevious).toEqual({ differsIn: 'length', ...none })
    expect(percentOf(count.plannedOnPrevious)).toBe('120.00')
    expect(percentOf(count.actualOnPlanned)).toBe('50.00')
    expect(percentOf(between({ type: 'stock' }, { type: 'stock' }, half).actualOnPrevious)).toBe('60.00')
  })

  it('halves of two years are, leap year or not', () => {
    const i = indicator('i', { target: targetOf('at_least 10') })
    const results = [2019, 2020].map((year) => observed('i', `${year}-H1`, '5', { plans: [`p${year}`] }))
    const year = lastOf(comparedOf([planOf(2019, [i]), planOf(2020, [i])], results), 'i')
    expect(percentOf(year.actualOnPrevious)).toBe('100.00')
    expect(year.plannedOnPrevious?.differsIn).toBe('length')
  })

  it('days that do not fill months are as long between the same dates', () => {
    const span = (year: number) => `${year}-01-15/${year}-12-15`
    const i = indicator('i', { target: targetOf('at_least 10') })
    const plans = [2019, 2020].map((year) => planOf(year, [i], { period: period(span(year)) }))
    const results = [2019, 2020].map((year) => observed('i', span(year), '5', { plans: [`p${year}`] }))
    expect(percentOf(lastOf(comparedOf(plans, results), 'i').actualOnPrevious)).toBe('100.00')
  })

  it('quarters are equally long, days are by their number or by their dates', () => {
    const i = indicator('i', { target: targetOf('at_least 10') })
    const over = (before: string, now: string) => {
      const plans = [before, now].map((of, index) => planOf(2018 + index, [i], { period: period(of) }))
      const results = [before, now].map((of, index) => observed('i', of, '5', { plans: [`p${2018 + index}`] }))
      return lastOf(comparedOf(plans, results), 'i').actualOnPrevious?.differsIn
    }
    // 90 and 91 days.
    expect(over('2018-Q1', '2018-Q2')).toBeNull()
    expect(over('2018-01-05/2018-01-14', '2018-03-11/2018-03-20')).toBeNull()
    // 46 and 47 days, of which the second has 29 February.
    expect(over('2019-02-10/2019-03-27', '2020-02-10/2020-03-27')).toBeNull()
    expect(over('2018-01-05/2018-01-14', '2018-03-11/2018-03-22')).toBe('length')
  })

  it('a plan of five years with one of one', () => {
    const i = indicator('i', { target: targetOf('at_least 10') })
    const five = plan('p2017', { period: period('2013/2017'), indicators: [i] })
    const results = [observed('i', '2013/2017', '50', { plans: ['p2017'] })]
    expect(lastOf(comparedOf([five, planOf(2018, [i])], results), 'i').plannedOnPrevious?.differsIn).toBe('length')
  })
})

describe('the figure of the year before', () => {
  const rate = (given: Partial<Indicator>) =>
    indicator('r', { type: 'poverty-rate', standard: 'new', target: targetOf('reduce_by 1'), ...given })
  const from = (value: string, given = {}) => ({
    baseline: baseline(value, { period: period('2017'), standard: 'new', ...given }),
  })
  const of = (before: Indicator, now: Indicator, results: readonly Observation[]) =>
    lastOf(comparedOf([planOf(2017, [before]), planOf(2018, [now])], results), 'r')

  it('is the baseline where that plan has no result', () => {
    expect(of(rate(from('9')), rate(from('8.20')), []).previous).toMatchObject({
      origin: 'baseline',
      value: number('8.2'),
      decimals: 2,
    })
  })

  it('is the baseline that restates it under the new standard', () => {
    const year = of(rate({ ...from('6'), standard: 'old' }), rate(from('9.2')), [
      resultOf('r', 2017, '5.4'),
      resultOf('r', 2018, '8.0'),
    ])
    expect(year.previous).toMatchObject({ origin: 'restated', value: number('9.2'), otherBaseline: null })
    expect([year.plannedOnPrevious, year.actualOnPrevious].map(differenceOf)).toEqual(['-1', '-1.2'])
  })

  it('is the result where the baseline is another figure, which is told', () => {
    const year = of(rate(from('9')), rate(from('8.3')), [resultOf('r', 2017, '8.2')])
    expect(year.previous).toMatchObject({ origin: 'result', value: number('8.2'), otherBaseline: number('8.3') })
    expect(differenceOf(year.plannedOnPrevious)).toBe('-0.9')
  })

  it('agrees with a baseline that is printed of its counts', () => {
    const counted = resultOf('r', 2017, null, { counts: counts({ poor: '328', households: '10003' }) })
    expect(of(rate(from('4')), rate(from('3.28')), [counted]).previous?.otherBaseline).toBeNull()
    expect(of(rate(from('4')), rate(from('3.3')), [counted]).previous?.otherBaseline).toBeNull()
    expect(of(rate(from('4')), rate(from('3.29')), [counted]).previous?.otherBaseline).toEqual(number('3.29'))
  })

  it('agrees with what it is, and a whole number with nothing else', () => {
    const other = (start: Partial<Indicator>, given: Partial<Observation>) =>
      of(rate(from('4')), rate(start), [resultOf('r', 2017, null, given)]).previous?.otherBaseline ?? null
    const counted = { counts: counts({ poor: '328', households: '10003' }) }
    expect(other(from('9'), { value: figure('9') })).toBeNull()
    expect(other(from('3'), counted)).toEqual(number('3'))
    // 329 of 10,003 are 3.289%, whatever was printed beside them.
    const two = { poor: figure('329'), households: figure('10003') }
    expect(other(from('3.28', two), counted)?.toFixed(3)).toBe('3.289')
  })

  it('of an area is its own baseline', () => {
    const inArea = (value: string) => new Map([['a', baseline(value, { period: period('2017'), standard: 'new' })]])
    const areas = [area('a')]
    const plans = [planOf(2018, [rate({ ...from('9'), baselinesByArea: inArea('7.5') })], { areas })]
    const before = planOf(2017, [rate({})], { areas })
    const found = comparedOf([before, ...plans], [resultOf('r', 2018, '7', { area: 'a' })])
    expect(lastOf(found, 'r', 'a').previous).toMatchObject({ origin: 'baseline', value: number('7.5') })
  })

  it('is under what a planned change began with, and not what a ceiling is under', () => {
    const planned = (target: string) => {
      const now = rate({
        target: targetOf(target),
        baseline: baseline('9', { period: period('2017'), standard: 'old' }),
      })
      return of(rate({ standard: 'old' }), now, [resultOf('r', 2017, '9')]).plannedOnPrevious
    }
    expect(differenceOf(planned('reduce_by 1'))).toBe('-1')
    expect(planned('at_most 8')?.differsIn).toBe('standard')
  })

  it.each([
    ['another year', { period: period('2015') }],
    ['no stated time', { period: null }],
  ])('is no baseline of %s', (_, given) => {
    expect(of(rate(from('9')), rate(from('8.2', given)), []).previous).toBeNull()
  })
})

describe('chains of plans', () => {
  const i = indicator('jobs', { target: targetOf('at_least 10') })
  const at = (id: string, year: number, follows: string | null) =>
    plan(id, { period: period(String(year)), follows, indicators: [i] })
  const why = ({ alone }: ComparedPlans) => alone.map(({ plan: lone, why: reason }) => [lone.id, reason])

  it('are linked by `follows` alone: two provinces may use the same ids', () => {
    const found = comparedOf(
      [at('a1', 2017, null), at('b2', 2018, 'b1'), at('a2', 2018, 'a1'), at('b1', 2017, null)],
      [],
    )
    expect(ids(found)).toEqual([
      ['a1', 'a2'],
      ['b1', 'b2'],
    ])
    expect(found.alone).toEqual([])
  })

  it('have any number of years, in whatever order the plans come', () => {
    const plans = [at('a3', 2018, 'a2'), at('a1', 2016, null), at('a2', 2017, 'a1'), at('a4', 2019, 'a3')]
    expect(ids(comparedOf(plans, []))).toEqual([['a1', 'a2', 'a3', 'a4']])
    expect(ids(comparedOf(plans.toReversed(), []))).toEqual([['a1', 'a2', 'a3', 'a4']])
  })

  it('part where several plans follow one, and each link is compared once', () => {
    const plans = [at('a1', 2016, null), at('a2', 2017, 'a1'), at('local', 2018, 'a2'), at('central', 2018, 'a2')]
    expect(ids(comparedOf(plans, []))).toEqual([
      ['a1', 'a2', 'local'],
      ['a2', 'central'],
    ])
  })

  it('leave out plans that stand alone, and say why', () => {
    const plans = [at('a1', 2017, null), at('a2', 2018, 'a1'), at('c', 2018, null), at('d', 2018, 'gone')]
    expect(why(comparedOf(plans, []))).toEqual([
      ['c', 'follows-none'],
      ['d', 'not-given'],
    ])
  })

  it('say of their first plan that the one before it is not there', () => {
    const found = comparedOf([at('a1', 2017, 'a0'), at('a2', 2018, 'a1')], [])
    expect([ids(found), why(found)]).toEqual([[['a1', 'a2']], [['a1', 'not-given']]])
  })

  it('have no ring, no plan that follows itself, and none that follows a later one', () => {
    const ring = [at('a', 2017, 'c'), at('b', 2018, 'a'), at('c', 2019, 'b')]
    expect([ids(comparedOf(ring, [])), why(comparedOf(ring, []))]).toEqual([[['a', 'b', 'c']], [['a', 'not-before']]])
    expect(why(comparedOf([at('a', 2018, 'a')], []))).toEqual([['a', 'not-before']])
    const pair = [at('a', 2018, 'b'), at('b', 2018, 'a')]
    expect([ids(comparedOf(pair, [])), why(comparedOf(pair, [])).length]).toEqual([[], 2])
  })

  it('have no plan that begins on the day on which the one before it ends', () => {
    const spans = [at('a', 2017, null), { ...at('b', 2018, 'a'), period: period('2017-12-31/2018-12-31') }]
    expect(why(comparedOf(spans, []))).toEqual([
      ['a', 'follows-none'],
      ['b', 'not-before'],
    ])
  })

  it('of a thousand plans take no time to speak of', () => {
    const plans = Array.from({ length: 1000 }, (_, index) =>
      at(`p${index}`, 1000 + index, index ? `p${index - 1}` : null),
    )
    // 8 × 120 and 40: no more are told of together.
    expect(ids(comparedOf(plans, [])).map(({ length }) => length)).toEqual([...Array(8).fill(120), 40])
    expect(ids(comparedOf(plans.slice(0, 125).toReversed(), [])).map(({ length }) => length)).toEqual([5, 120])
  })
})

describe('rows', () => {
  const i = (id: string, given: Partial<Indicator> = {}) => indicator(id, { target: targetOf('at_least 10'), ...given })
  const rowsOf = ({ chains }: ComparedPlans) => chains[0]?.rows.map((row) => row.indicator.id)
  const sections = [
    { id: 's', name: { vi: 'S', en: 'S' } },
    { id: 't', name: { vi: 'T', en: 'T' } },
  ]

  it('stand as in the newest plan; what was dropped stands where it stood', () => {
    const old = [i('a'), i('gone'), i('b'), i('last'), i('c')]
    const found = comparedOf([planOf(2017, old), planOf(2018, [i('c'), i('a'), i('new'), i('b')])], [])
    expect(rowsOf(found)).toEqual(['c', 'a', 'gone', 'new', 'b', 'last'])
  })

  it('keep parts behind their whole and sections together', () => {
    const old = [
      i('a', { section: 's', parts: ['part', 'old-part'] }),
      i('part', { parent: 'a' }),
      i('old-part', { parent: 'a' }),
      i('old-s', { section: 's' }),
    ]
    const now = [i('a', { section: 's', parts: ['part'] }), i('part', { parent: 'a' }), i('b', { section: 't' })]
    const found = comparedOf([planOf(2017, old, { sections }), planOf(2018, now, { sections })], [])
    expect(rowsOf(found)).toEqual(['a', 'part', 'old-part', 'old-s', 'b'])
    expect(found.chains[0]?.rows.map(({ depth, section }) => [depth, section?.name.en ?? null])).toEqual([
      [0, 'S'],
      [1, null],
      [1, null],
      [0, 'S'],
      [0, 'T'],
    ])
  })

  it('have what was dropped last where what it stood behind is now a part of another', () => {
    const old = [i('a'), i('b', { parts: ['part'] }), i('part', { parent: 'b' }), i('part-too', { parent: 'b' })]
    const now = [i('part'), i('b', { parts: ['newer'] }), i('newer', { parent: 'b' }), i('a')]
    expect(rowsOf(comparedOf([planOf(2017, old), planOf(2018, now)], []))).toEqual([
      'part',
      'b',
      'newer',
      'part-too',
      'a',
    ])
  })

  it('have gaps where a plan has no such indicator, or an error keeps it out', () => {
    const plans = [planOf(2016, [i('a')]), planOf(2017, [i('b')], { unread: ['c'] }), planOf(2018, [i('a'), i('c')])]
    const found = comparedOf(plans, [resultOf('a', 2016, '10'), resultOf('a', 2018, '20')])
    const years = yearsOf(found, 'a')
    expect(years.map(({ absent }) => absent)).toEqual([null, 'not-in-plan', null])
    // What the year before did not have is not taken from further back.
    expect(years[2]?.previous).toBeNull()
    expect(yearsOf(found, 'c').map(({ absent }) => absent)).toEqual(['not-in-plan', 'left-out', null])
  })

  it('tell what a dropped indicator had reached', () => {
    const found = comparedOf([planOf(2017, [i('a')]), planOf(2018, [])], [resultOf('a', 2017, '10')])
    expect(lastOf(found, 'a')).toMatchObject({ line: null, absent: 'not-in-plan', previous: { value: number('10') } })
  })
})

describe('areas', () => {
  const jobs = indicator('jobs', { target: targetOf('at_least 10') })
  const inArea = (year: number, of: string, value: string | null, given: Partial<Observation> = {}) =>
    resultOf('jobs', year, value, { area: of, ...given })
  const of = (
    before: readonly string[],
    now: Plan['areas'],
    results: readonly Observation[],
    type: Indicator['type'] = 'count',
  ) => {
    const indicators = [{ ...jobs, type }]
    return comparedOf(
      [planOf(2017, indicators, { areas: before.map((id) => area(id)) }), planOf(2018, indicators, { areas: now })],
      results,
    )
  }

  it('are matched by id, and by what they were called', () => {
    const now = [area('phu-ly'), area('duy-tien-town', { was: ['duy-tien'] })]
    const found = of(['phu-ly', 'duy-tien'], now, [
      inArea(2017, 'phu-ly', '4'),
      inArea(2017, 'duy-tien', '5'),
      inArea(2018, 'phu-ly', '6'),
      inArea(2018, 'duy-tien-town', '10'),
    ])
    expect(percentOf(lastOf(found, 'jobs', 'phu-ly').actualOnPrevious)).toBe('150.00')
    expect(percentOf(lastOf(found, 'jobs', 'duy-tien-town').actualOnPrevious)).toBe('200.00')
    expect(found.chains[0]?.rows.map((row) => row.area?.id ?? null)).toEqual([null, 'phu-ly', 'duy-tien-town'])
  })

  it('that became one are added up, where they add up and all reported', () => {
    const one = [area('ab', { was: ['a', 'b'] })]
    const results = [inArea(2017, 'a', '4'), inArea(2017, 'b', '6', { status: 'estimate' }), inArea(2018, 'ab', '12')]
    const found = of(['a', 'b'], one, results)
    const year = lastOf(found, 'jobs', 'ab')
    expect(year.previous).toMatchObject({ origin: 'merged-areas', value: number('10'), status: 'estimate' })
    expect(percentOf(year.actualOnPrevious)).toBe('120.00')
    // Each of them has a row of its own, which ends.
    expect(yearsOf(found, 'jobs', 'a').map(({ absent }) => absent)).toEqual([null, 'not-in-plan'])
    expect(lastOf(of(['a', 'b'], one, results, 'level'), 'jobs', 'ab').previous).toBeNull()
    expect(lastOf(of(['a', 'b'], one, results.slice(1)), 'jobs', 'ab').previous).toBeNull()
    expect(lastOf(of(['a', 'b'], one, results.toSpliced(1, 1)), 'jobs', 'ab').previous).toBeNull()
    const inJune = { ...inArea(2017, 'b', '6'), period: period('2017-H1') }
    expect(lastOf(of(['a', 'b'], one, results.toSpliced(1, 1, inJune)), 'jobs', 'ab').previous).toBeNull()
  })

  it('that are still there are not taken for what came after them', () => {
    const now = [area('a'), area('b', { was: ['a'] })]
    const found = of(['a'], now, [inArea(2017, 'a', '10'), inArea(2018, 'a', '5'), inArea(2018, 'b', '5')])
    expect(percentOf(lastOf(found, 'jobs', 'a').actualOnPrevious)).toBe('50.00')
    expect(lastOf(found, 'jobs', 'b').previous).toBeNull()
  })

  it('keep their row over a year in which they have none, and over several names', () => {
    const indicators = [jobs]
    const plans = [
      planOf(2015, indicators, { areas: [area('a')] }),
      planOf(2016, indicators, { areas: [area('b', { was: ['a'] })] }),
      planOf(2017, indicators, { areas: [] }),
      planOf(2018, indicators, { areas: [area('b')] }),
    ]
    const found = comparedOf(plans, [inArea(2015, 'a', '1'), inArea(2016, 'b', '2'), inArea(2018, 'b', '4')])
    const years = yearsOf(found, 'jobs', 'b')
    expect(years.map(({ line }) => line?.actual?.toString() ?? null)).toEqual(['1', '2', null, '4'])
  })
})

it('takes partial sums and estimates as they are, and says so of both ends', () => {
  const jobs = indicator('jobs', { target: targetOf('at_least 10') })
  const areas = [area('a'), area('b')]
  const found = lastOf(
    comparedOf(
      [planOf(2017, [jobs], { areas }), planOf(2018, [jobs], { areas })],
      [resultOf('jobs', 2017, '4', { area: 'a' }), resultOf('jobs', 2018, '5', { status: 'provisional' })],
    ),
    'jobs',
  )
  expect(found.previous).toMatchObject({ partial: { of: 'areas', reported: 1, expected: 2 }, status: 'final' })
  expect(found.line?.status).toBe('provisional')
  expect(percentOf(found.actualOnPrevious)).toBe('125.00')
})
