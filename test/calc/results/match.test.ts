import { describe, expect, it } from 'vitest'
import { matched, newestOf, type ReadInputs } from '../../../src/calc/results/match.ts'
import type { Figure, Place } from '../../../src/model/figure.ts'
import type { IndicatorType } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { argsOf, codesOf, counts, observed, placeAt, targetOf, taskState, textOf } from '../../support/calc.ts'
import { area, figure, indicator, name, period, place, plan, source } from '../../support/report.ts'

const of2018 = plan('plan', {
  areas: [area('phu-ly', { was: ['ha-nam-town'] }), area('duy-tien')],
  indicators: [indicator('jobs'), indicator('poverty', { type: 'poverty-rate' })],
})
const of2019 = plan('next', { period: period('2019'), indicators: [indicator('jobs')] })

function match(observations: readonly Observation[], given: Partial<ReadInputs> = {}) {
  return matched({ plans: [of2018], observations, references: [], unreadResults: [], unreadPlans: [], ...given })
}

/** What was placed, as plan/indicator/area. */
function placesOf({ plans }: ReturnType<typeof match>): readonly string[] {
  return plans.flatMap(({ plan: { id }, observations }) =>
    [...observations].flatMap(([it, byArea]) =>
      [...byArea].flatMap(([where, rows]) => rows.map(() => [id, it, where ?? 'whole'].join('/'))),
    ),
  )
}

const brokenIn = ({ plans }: ReturnType<typeof match>) => plans.map(({ broken }) => [...broken.keys()])

describe('a result', () => {
  it('belongs to the indicator and area that it names, or to the whole', () => {
    const found = match([
      observed('jobs', '2018', '5'),
      observed('jobs', '2018-Q1', '1'),
      observed('jobs', '2018', '3', { area: 'duy-tien' }),
    ])
    expect(placesOf(found)).toEqual(['plan/jobs/whole', 'plan/jobs/whole', 'plan/jobs/duy-tien'])
    expect(found.problems).toEqual([])
    expect(brokenIn(found)).toEqual([[]])
  })

  it('may name an area as it was called before', () => {
    expect(placesOf(match([observed('jobs', '2018', '3', { area: 'ha-nam-town' })]))).toEqual(['plan/jobs/phu-ly'])
  })

  it('of an area that still is there is not taken for what came after it', () => {
    const areas = [area('old'), area('new', { was: ['old'] })]
    const found = match([observed('jobs', '2018', '3', { area: 'old' })], { plans: [{ ...of2018, areas }] })
    expect(placesOf(found)).toEqual(['plan/jobs/old'])
  })

  it('answers each plan that it names, knows it and holds its period', () => {
    const plans = [of2018, of2019]
    const both = { plans: ['plan', 'next'] }
    const answered = (row: Observation) => {
      const found = match([row], { plans })
      expect(found.problems).toEqual([])
      return placesOf(found)
    }
    expect(answered(observed('jobs', '2019', '5', both))).toEqual(['next/jobs/whole'])
    expect(answered(observed('poverty', '2018', '5', both))).toEqual(['plan/poverty/whole'])
    const twoYears = plan('two', { period: period('2018/2019'), indicators: [indicator('jobs')] })
    const found = match([observed('jobs', '2018', '5', { plans: ['plan', 'two'] })], { plans: [of2018, twoYears] })
    expect(placesOf(found)).toEqual(['plan/jobs/whole', 'two/jobs/whole'])
  })
})

describe('what answers no plan is a problem', () => {
  it('an unknown plan, with the one that was meant', () => {
    const at = placeAt(2)
    const found = match([], {
      references: [
        { plan: 'pln', at },
        { plan: 'plan', at: place },
      ],
    })
    expect(found.problems).toMatchObject([{ code: 'unknown-plan', at, args: { plan: 'pln', suggestion: 'plan' } }])
  })

  it('not where that plan could not be read: it has problems of its own', () => {
    const rows = [
      observed('jobs', '2018', '5', { plans: ['other'] }),
      observed('nothing', '2018', '5', { plans: ['plan', 'other'] }),
    ]
    const found = match(rows, { references: [{ plan: 'other', at: place }], unreadPlans: ['other'] })
    expect(found.problems).toEqual([])
  })

  it('two plans of one id: the first stands', () => {
    const [first, second] = [placeAt(1), placeAt(2)]
    const plans = [
      { ...of2018, at: first },
      { ...of2018, at: second, indicators: [] },
    ]
    const found = match([], { plans })
    expect(found.problems).toMatchObject([
      { code: 'duplicate-id', at: second, args: { id: 'plan', what: 'plan', first } },
    ])
    expect(found.plans.map(({ plan }) => plan.indicators.length)).toEqual([2])
  })

  it('an unknown indicator, with the one that was meant, or those there are', () => {
    const at = placeAt(3)
    const found = match([observed('job', '2018', '5', { at })])
    expect(found.problems).toMatchObject([
      { code: 'unknown-indicator', at, args: { indicator: 'job', plan: 'plan', suggestion: 'jobs' } },
    ])
    expect(argsOf(match([observed('xyz', '2018', '5')]).problems, 'unknown-indicator')).toMatchObject({
      suggestion: expect.arrayContaining(['jobs']),
    })
  })

  it('not where that indicator could not be read, which may also be the one that was meant', () => {
    const plans = [{ ...of2018, unread: ['beds'] }]
    const found = match([observed('beds', '2018', '5')], { plans })
    expect(found.problems).toEqual([])
    expect(brokenIn(found)).toEqual([['beds']])
    const both = match([observed('beds', '2018', '5', { plans: ['next', 'plan'] })], { plans: [...plans, of2019] })
    expect(both.problems).toEqual([])
    expect(argsOf(match([observed('bed', '2018', '5')], { plans }).problems, 'unknown-indicator')).toMatchObject({
      suggestion: 'beds',
    })
  })

  it('an unknown area, with the one that was meant', () => {
    const at = placeAt(4)
    const found = match([observed('jobs', '2018', '5', { area: 'duy-tein', at })])
    expect(found.problems).toMatchObject([
      { code: 'unknown-area', at, args: { area: 'duy-tein', plan: 'plan', suggestion: 'duy-tien' } },
    ])
    expect(brokenIn(found)).toEqual([['jobs']])
  })

  it.each(['2017', '2019', '2018/2019', '2017-12-31/2018-01-01'])('a period outside the plan’s: %s', (of) => {
    const at = placeAt(5)
    const found = match([observed('jobs', of, '5', { at })])
    expect(found.problems).toMatchObject([
      { code: 'period-outside-plan', at, args: { period: of, plan: 'plan', planPeriod: '2018' } },
    ])
    expect(brokenIn(found)).toEqual([['jobs']])
    expect(placesOf(found)).toEqual([])
  })
})

it('a period outside is told of the plans that know its indicator, and of no other', () => {
  const found = match([observed('poverty', '2020', '5', { plans: ['next', 'plan'] })], { plans: [of2019, of2018] })
  expect(found.problems).toMatchObject([{ code: 'period-outside-plan', args: { plan: 'plan' } }])
  expect(brokenIn(found)).toEqual([[], ['poverty']])
})

it('an indicator that several problems keep out is told of with the first', () => {
  const rows = [observed('jobs', '2017', '5'), observed('jobs', '2018', '5', { area: 'nowhere' })]
  const found = match(rows)
  expect(codesOf(found.problems)).toEqual(['period-outside-plan', 'unknown-area'])
  expect(found.plans[0]?.broken.get('jobs')).toBe(found.problems[0])
})

it('results are in order of time, in whatever order they are written, and the newest tells the day of the report', () => {
  const rows = ['2018-Q3', '2018-Q1', '2018-H1', '2018-Q2'].map((of) => observed('jobs', of, '5'))
  const found = match([...rows, observed('poverty', '2018-Q3', '5'), observed('poverty', '2018-Q1', '5')])
  const [held] = found.plans
  if (!held) throw new RangeError('no plan')
  const texts = held.observations
    .get('jobs')
    ?.get(null)
    ?.map(({ period: { text } }) => text)
  expect(texts).toEqual(['2018-Q1', '2018-Q2', '2018-H1', '2018-Q3'])
  expect([held.newestEnd, newestOf(held, held.newestEnd)]).toEqual([period('2018-Q3').end, 'jobs'])
  const later = match([...rows, observed('poverty', '2018-10', '5'), observed('poverty', '2018-Q2', '5')]).plans[0]
  expect(later && newestOf(later, later.newestEnd)).toBe('poverty')
  const inOneArea = match([observed('jobs', '2018-Q4', '1', { area: 'duy-tien' }), ...rows]).plans[0]
  expect(inOneArea && newestOf(inOneArea, inOneArea.newestEnd)).toBe('jobs')
})

describe('a report names where its figures were published', () => {
  const from = source(name('Statistical office'))
  const sourced = { ...figure('5'), source: from }

  it.each<[string, Partial<Observation>, boolean]>([
    ['of a row', { source: from }, true],
    ['of a figure', { value: sourced }, true],
    ['of a running total', { cumulative: sourced }, true],
    ['not where none says so', {}, false],
  ])('%s', (_, given, expected) => {
    const rows = [observed('jobs', '2018-Q1', '5'), observed('jobs', '2018-Q2', '5', given)]
    expect(match(rows).plans[0]?.hasSources).toBe(expected)
    expect(match(rows.toReversed()).plans[0]?.hasSources).toBe(expected)
  })

  it('of the number of households', () => {
    const ofCounts = (poor: Figure) =>
      match([observed('poverty', '2018', '5', { counts: { poor, households: figure('100') } })]).plans[0]?.hasSources
    expect([ofCounts(sourced), ofCounts(figure('5'))]).toEqual([true, false])
  })
})

describe('a rate given as a fraction of 1', () => {
  const at = (line: number, column: number): Place => ({ ...place, file: 'table.csv', line, column })
  const rates = (types: readonly (readonly [id: string, type: IndicatorType, target: string])[]) =>
    plan('plan', { indicators: types.map(([id, type, aim]) => indicator(id, { type, target: targetOf(aim) })) })
  const cell = (id: string, text: string, where: Place) =>
    observed(id, '2018', null, { value: { ...figure(text), at: where }, fractions: null })
  const doubts = (aims: Parameters<typeof rates>[0], rows: readonly Observation[]) =>
    matched({ plans: [rates(aims)], observations: rows, references: [], unreadResults: [], unreadPlans: [] }).problems

  it('is 100 times as much per cent, with two decimals less, and other numbers stay as they are', () => {
    const stated = (id: string, text: string) => observed(id, '2018', text, { fractions: true })
    const found = match([stated('jobs', '0.5'), stated('poverty', '0.1234')]).plans[0]?.observations
    const value = (id: string) => found?.get(id)?.get(null)?.[0]?.value
    expect([value('jobs'), value('poverty')].map((it) => [textOf(it?.value), it?.decimals])).toEqual([
      ['0.5', 1],
      ['12.34', 2],
    ])
    const tenths = match([stated('poverty', '0.5')])
      .plans[0]?.observations.get('poverty')
      ?.get(null)?.[0]?.value
    expect(tenths?.decimals).toBe(0)
  })

  it('is asked about at the first in the table, with the figure it is held against', () => {
    const aims = [
      ['a', 'rate', 'at_least 90'],
      ['b', 'rate', 'between 80..95'],
    ] as const
    const [first, second] = [at(2, 3), at(3, 1)]
    const asked = { of: 'table', against: 'target', written: '0.9', percent: '0.9', asFraction: '90' }
    for (const rows of [
      [cell('a', '0.8', second), cell('b', '0.9', first)],
      [cell('a', '0.8', at(2, 9)), cell('b', '0.9', first)],
    ]) {
      expect(doubts(aims, rows)).toMatchObject([{ at: first, args: { ...asked, indicator: 'b', value: '95' } }])
    }
    expect(doubts(aims, [cell('a', '0.9', first), cell('b', '0.8', second)])).toMatchObject([
      { at: first, args: { ...asked, indicator: 'a', value: '90' } },
    ])
  })

  it('is not where a rate of the table is above 1 or below 0, in whatever order; beside a zero it is', () => {
    const aims = [
      ['a', 'rate', 'at_least 90'],
      ['b', 'growth', 'at_least 6'],
    ] as const
    const codes = (a: string, b: string) => codesOf(doubts(aims, [cell('a', a, at(2, 1)), cell('b', b, at(3, 1))]))
    expect([codes('1.5', '0.5'), codes('0.5', '1.5'), codes('0.5', '-0.2')]).toEqual([[], [], []])
    expect(codes('0.5', '0')).toEqual(['fraction-or-percent'])
  })
})

describe('a result that could not be read', () => {
  it('keeps its indicator out of the plans that it names', () => {
    const found = match([], {
      plans: [of2018, of2019],
      unreadResults: [{ plans: ['plan', 'no-such-plan'], indicator: 'jobs', because: null }],
    })
    expect(brokenIn(found)).toEqual([['jobs'], []])
    expect(found.problems).toEqual([])
  })

  it('keeps all indicators of the plan out where nothing says which it is', () => {
    const found = match([], { unreadResults: [{ plans: ['plan'], indicator: null, because: null }] })
    expect(brokenIn(found)).toEqual([['jobs', 'poverty']])
  })
})

describe('what an indicator of its type cannot have is a problem', () => {
  const problemsOf = (type: IndicatorType, given: Partial<Observation>, value: string | null = null) => {
    const plans = [plan('plan', { indicators: [indicator('it', { type })] })]
    const found = match([observed('it', '2018', value, given)], { plans })
    expect(brokenIn(found)).toEqual([found.problems.length > 0 ? ['it'] : []])
    expect(placesOf(found)).toHaveLength(found.problems.length > 0 ? 0 : 1)
    return found.problems
  }
  const marked = (text: string, mark: 'percent' | 'points') => ({ ...figure(text), mark, text: `${text} ${mark}` })

  it.each(['stock', 'level', 'rate', 'poverty-rate', 'growth', 'task'] as const)('a running total of a %s', (type) => {
    expect(argsOf(problemsOf(type, { cumulative: figure('5') }), 'key-not-for-type')).toEqual({
      key: 'cumulative',
      type,
    })
  })

  it.each(['count', 'stock', 'level', 'rate', 'growth', 'task'] as const)('households of a %s', (type) => {
    expect(argsOf(problemsOf(type, { counts: counts({ poor: '5' }) }), 'key-not-for-type')).toEqual({
      key: 'poor',
      type,
    })
  })

  it('a number of a task, a state of a number', () => {
    expect(argsOf(problemsOf('task', {}, '5'), 'bad-value')).toEqual({
      written: '5',
      expected: ['done', 'in-progress', 'not-started'],
      suggestion: null,
    })
    expect(argsOf(problemsOf('count', { state: taskState('done') }), 'not-a-number')).toEqual({
      written: 'done',
      notation: null,
      why: 'no-result',
    })
  })

  it.each<[IndicatorType, Partial<Observation>, object]>([
    ['count', { value: marked('5', 'percent') }, { written: '5 percent', found: 'percent', expected: 'number' }],
    ['count', { cumulative: marked('5', 'percent') }, { written: '5 percent', found: 'percent', expected: 'number' }],
    ['level', { value: marked('5', 'points') }, { written: '5 points', found: 'points', expected: 'number' }],
    ['rate', { value: marked('5', 'points') }, { written: '5 points', found: 'points', expected: 'percent' }],
  ])('a mark that is not of the unit of a %s', (type, given, expected) => {
    expect(argsOf(problemsOf(type, given), 'unit-mismatch')).toEqual(expected)
  })

  it.each(['-0.1', '100.1'])('a poverty rate of %s', (value) => {
    expect(argsOf(problemsOf('poverty-rate', {}, value), 'bad-value')).toMatchObject({ expected: 'rate-0-100' })
  })

  it('a rate of −4 of what is a part of a whole', () => {
    const rate = indicator('it', { type: 'rate', rateOf: { numerator: 'n', denominator: 'd' } })
    const found = match([observed('it', '2018', '-4')], { plans: [plan('plan', { indicators: [rate] })] })
    expect(argsOf(found.problems, 'bad-value')).toMatchObject({ written: '-4', expected: 'rate-0-100' })
  })

  it.each<[IndicatorType, Partial<Observation>]>([
    ['count', { value: figure('-5'), cumulative: figure('-5') }],
    ['rate', { value: marked('105', 'percent') }],
    ['growth', { value: figure('-5') }],
    ['poverty-rate', { value: marked('0', 'percent'), counts: counts({ poor: '0', households: '5' }) }],
    ['poverty-rate', { value: figure('100') }],
    ['task', { state: taskState('in-progress') }],
  ])('but not what it can: %s %o', (type, given) => {
    expect(problemsOf(type, given)).toEqual([])
  })

  it('a percentage of a task is no state, whatever its mark', () => {
    expect(codesOf(problemsOf('task', { value: marked('5', 'percent') }))).toEqual(['bad-value'])
  })

  it('all of them at once', () => {
    const found = problemsOf('rate', { cumulative: figure('5'), counts: counts({ poor: '5', new: '1' }) })
    expect(codesOf(found)).toEqual(['key-not-for-type', 'key-not-for-type', 'key-not-for-type'])
  })
})
