import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accumulated, reachesEnd } from '../../../src/calc/results/accumulate.ts'
import { Exact } from '../../../src/model/exact.ts'
import type { Place } from '../../../src/model/figure.ts'
import type { IndicatorType } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { ProblemCode } from '../../../src/model/problem.ts'
import { argsOf, codesOf, counts, observed, placeAt, taskState, textOf } from '../../support/calc.ts'
import { figure, indicator, period, plan } from '../../support/report.ts'

const of2018 = plan('plan')

function heldTogether(observations: readonly Observation[], type: IndicatorType = 'count') {
  const { reported, problems } = accumulated(of2018, indicator('it', { type }), observations)
  return { reported: { ...reported, inputs: reported.inputs() }, problems }
}

const row = (of: string, value: string | null, given: Partial<Observation> = {}) => observed('it', of, value, given)
const increment = (of: string, value: string, given: Partial<Observation> = {}) =>
  row(of, value, { basis: 'increment', ...given })
const cumulative = (of: string, value: string) => row(of, value, { basis: 'cumulative' })
/** A row of a monthly form, with the month and the year to date. */
const both = (of: string, value: string, toDate: string) => row(of, value, { cumulative: figure(toDate) })

/** The running total and the problems. */
function totalOf(observations: readonly Observation[]): { total: string | null; codes: readonly ProblemCode[] } {
  const { reported, problems } = heldTogether(observations)
  return { total: textOf(reported.actual), codes: codesOf(problems) }
}

describe('a count adds up over time', () => {
  it.each<[string, readonly Observation[], string | null]>([
    ['nothing reported is nothing, not zero', [], null],
    ['a reported zero is zero', [row('2018', '0')], '0'],
    ['a figure of the whole period', [row('2018', '18923')], '18923'],
    ['a figure from the start of the plan is the running total', [row('2018-Q1', '100'), row('2018-H1', '250')], '250'],
    ['increments come on top of it', [row('2018-Q1', '100'), increment('2018-Q2', '50')], '150'],
    ['increments before the latest total are in it', [increment('2018-Q2', '50'), cumulative('2018-Q3', '400')], '400'],
    ['a total says what all before it came to', [cumulative('2018-Q2', '250'), increment('2018-Q3', '60')], '310'],
    ['a monthly form gives both', [both('2018-01', '10', '10'), both('2018-02', '5', '15')], '15'],
    ['or the total alone', [row('2018-02', null, { cumulative: figure('15') })], '15'],
    ['fractions and negatives too', [row('2018-Q1', '2.5'), increment('2018-Q2', '-0.7')], '1.8'],
  ])('%s', (_, observations, expected) => {
    expect(totalOf(observations)).toEqual({ total: expected, codes: [] })
  })

  it('its period runs from the start of the plan, its status is the worst that was used', () => {
    const { reported } = heldTogether([
      row('2018-Q1', '100', { status: 'estimate' }),
      increment('2018-Q2', '50', { status: 'provisional' }),
      increment('2018-Q3', '50'),
    ])
    expect(reported.period).toEqual(period('2018-01/2018-09'))
    expect(reported.status).toBe('estimate')
    expect(reported.origin).toBe('accumulated')
    expect(reported.newest?.period.text).toBe('2018-Q3')
    expect(reported.inputs.map(({ field, text }) => `${field} ${text}`)).toEqual([
      'actual 100',
      'actual 50',
      'actual 50',
    ])
  })

  it('keeps the period as written where it starts with the plan', () => {
    expect(heldTogether([row('2018-01/2018-06', '1')]).reported.period?.text).toBe('2018-01/2018-06')
  })

  it('tells a figure as it was reported from one that was added up or is to date', () => {
    const of = (each: Observation) => {
      const { origin, inputs } = heldTogether([each]).reported
      return [origin, ...inputs.map(({ field }) => field)]
    }
    expect(of(row('2018', '7'))).toEqual(['reported', 'actual'])
    expect(of(cumulative('2018-Q3', '7'))).toEqual(['reported', 'cumulative'])
    expect(of(both('2018-03', '2', '7'))).toEqual(['accumulated', 'cumulative'])
  })
})

describe('a gap makes the running total partial', () => {
  it.each<[string, readonly Observation[], object | null]>([
    [
      'Q1 and Q3 without Q2: 2 of 3 quarters',
      [row('2018-Q1', '100'), increment('2018-Q3', '50')],
      { of: 'quarters', reported: 2, expected: 3 },
    ],
    [
      'March without January and February: 1 of 3 months',
      [increment('2018-03', '5')],
      { of: 'months', reported: 1, expected: 3 },
    ],
    [
      'after a total to date',
      [cumulative('2018-02', '15'), increment('2018-04', '5')],
      { of: 'months', reported: 3, expected: 4 },
    ],
    ['H2 alone: 1 of 2 halves', [increment('2018-H2', '5')], { of: 'halves', reported: 1, expected: 2 }],
    [
      'days where months do not fit',
      [row('2018-01-01/2018-01-10', '5'), increment('2018-01-12/2018-01-20', '5')],
      { of: 'days', reported: 19, expected: 20 },
    ],
    ['none where the quarters follow each other', [row('2018-Q1', '1'), increment('2018-Q2', '1')], null],
    ['none before a total to date', [row('2018-01', '1'), cumulative('2018-Q3', '9')], null],
  ])('%s', (_, observations, expected) => {
    expect(heldTogether(observations).reported.partial).toEqual(expected)
  })
})

describe('what contradicts itself', () => {
  it.each<[string, readonly Observation[], ProblemCode[]]>([
    ['a later figure that does not say what it counts', [row('2018-Q2', '50')], ['basis-not-stated']],
    ['a total that falls', [row('2018-Q1', '100'), row('2018-H1', '90')], ['falling-cumulative']],
    ['two totals for one day', [cumulative('2018-Q2', '250'), row('2018-H1', '240')], ['cumulative-disagrees']],
    ['a total that stays', [row('2018-Q1', '100'), row('2018-H1', '100')], []],
    ['a total to date that its increments do not give', [both('2018-01', '10', '11')], ['cumulative-disagrees']],
    [
      'a total to date that the one before and an increment do not give',
      [both('2018-01', '10', '10'), both('2018-02', '5', '16')],
      ['cumulative-disagrees'],
    ],
    [
      'a total of increments that do not sum to it',
      [row('2018-Q1', '100'), increment('2018-Q2', '50'), row('2018-H1', '160')],
      ['cumulative-disagrees'],
    ],
    [
      'a total of several increments that do not sum to it',
      [row('2018-01', '10'), increment('2018-02', '5'), increment('2018-03', '3'), row('2018-Q1', '20')],
      ['cumulative-disagrees'],
    ],
    ['nothing where a month is missing between', [both('2018-01', '10', '10'), both('2018-03', '5', '99')], []],
    ['nothing where the first months are missing', [both('2018-02', '5', '99')], []],
    [
      'nothing where a month is covered twice between',
      [row('2018-01', '10'), increment('2018-02/2018-03', '5'), increment('2018-03', '3'), row('2018-Q1', '15')],
      [],
    ],
    [
      'increments that overlap',
      [row('2018-01', '1'), increment('2018-02/2018-04', '5'), increment('2018-04/2018-05', '5')],
      ['overlapping-periods'],
    ],
    [
      'an increment that begins on the last day of a total',
      [row('2018-01-01/2018-01-10', '100'), increment('2018-01-10/2018-01-20', '5')],
      ['overlapping-periods'],
    ],
    ['the same period twice', [row('2018', '5'), row('2018', '5')], ['duplicate-observation']],
    ['the same days under another name', [row('2018', '5'), row('2018-01/2018-12', '6')], ['duplicate-observation']],
  ])('%s', (_, observations, expected) => {
    expect(totalOf(observations).codes).toEqual(expected)
  })

  it('says what it found', () => {
    const problemsOf = (observations: readonly Observation[]) => heldTogether(observations).problems
    expect(
      argsOf(problemsOf([both('2018-01', '10', '10'), both('2018-02', '5', '16')]), 'cumulative-disagrees'),
    ).toEqual({ indicator: 'it', stated: '16', computed: '15' })
    const [before, after] = [placeAt(1), placeAt(2)]
    const valueAt = (value: string, at = before) => ({ value: { ...figure(value), at } })
    expect(
      argsOf(problemsOf([row('2018-Q1', null, valueAt('100')), row('2018-H1', '90')]), 'falling-cumulative'),
    ).toEqual({ indicator: 'it', from: '100', to: '90', first: before })
    expect(argsOf(problemsOf([row('2018-Q2', '50')]), 'basis-not-stated')).toEqual({
      period: '2018-Q2',
      planPeriod: '2018',
    })
    const overlap = [row('2018-Q1', '1', { at: before }), increment('2018-03/2018-04', '5', { at: after })]
    expect(problemsOf(overlap)).toMatchObject([
      { at: after, args: { indicator: 'it', period: '2018-03/2018-04', other: '2018-Q1', first: before } },
    ])
    const increments = [
      increment('2018-01', '1', { at: before }),
      increment('2018-01-31/2018-02-28', '5', { at: after }),
    ]
    expect(problemsOf([...increments].reverse())).toMatchObject([
      { at: after, args: { period: '2018-01-31/2018-02-28', other: '2018-01', first: before } },
    ])
    expect(problemsOf([row('2018', '5', { at: before }), row('2018', '6', { at: after })])).toMatchObject([
      { at: after, args: { indicator: 'it', area: null, period: '2018', first: before } },
    ])
  })
})

describe('figures that overlap', () => {
  const early = (at: Place) => increment('2018-01', '1', { at })
  const late = (at: Place) => increment('2018-01-31/2018-02-28', '5', { at })
  const at = (file: string, line: number, column: number): Place => ({ file, line, column, length: 1 })

  it.each([
    ['by column', at('a', 1, 1), at('a', 1, 2)],
    ['by line', at('a', 1, 2), at('a', 2, 1)],
    ['by file', at('a', 2, 2), at('b', 1, 1)],
  ])('are told at the one that is written later, %s', (_, first, second) => {
    expect(heldTogether([early(first), late(second)]).problems).toMatchObject([
      { at: second, args: { period: '2018-01-31/2018-02-28', other: '2018-01', first } },
    ])
    expect(heldTogether([early(second), late(first)]).problems).toMatchObject([
      { at: second, args: { period: '2018-01', other: '2018-01-31/2018-02-28', first } },
    ])
  })

  it('count a time twice, or stand for one day', () => {
    expect(
      argsOf(heldTogether([early(at('a', 1, 1)), late(at('a', 2, 1))]).problems, 'overlapping-periods'),
    ).toMatchObject({
      why: 'increments',
    })
    const stocks = [row('2018-Q4', '5'), row('2018', '6')]
    expect(argsOf(heldTogether(stocks, 'stock').problems, 'overlapping-periods')).toMatchObject({ why: 'one-day' })
  })
})

describe('one period reported more than once', () => {
  const rows = [
    row('2018', '3', { status: 'estimate' }),
    row('2018', '2', { status: 'provisional' }),
    row('2018', '1', { status: 'final' }),
  ]

  it('final goes before provisional and that before an estimate, the others are superseded, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 3 }), (shuffled) => {
        const { reported, problems } = heldTogether(shuffled)
        expect(problems).toEqual([])
        expect(textOf(reported.actual)).toBe('1')
        expect(reported.status).toBe('final')
        expect(reported.superseded.map(({ status }) => status)).toEqual(['provisional', 'estimate'])
      }),
    )
  })

  it('what is superseded of a level is listed in order of time too', () => {
    const early = [row('2018-Q1', '3', { status: 'estimate' }), row('2018-Q1', '2')]
    const { superseded } = heldTogether([...rows, ...early], 'level').reported
    expect(superseded.map(({ period: { text } }) => text)).toEqual(['2018-Q1', '2018', '2018'])
  })

  it('what is superseded is listed in order of time', () => {
    const early = [row('2018-Q1', '3', { status: 'estimate' }), row('2018-Q1', '2')]
    const of = (all: readonly Observation[]) =>
      heldTogether(all).reported.superseded.map(({ period: { text } }) => text)
    expect(of([...rows, ...early])).toEqual(['2018-Q1', '2018', '2018'])
    expect(of([...early, ...rows])).toEqual(['2018-Q1', '2018', '2018'])
  })

  describe('over other spans', () => {
    const estimate = (of: string, value: string, given: Partial<Observation> = {}) =>
      row(of, value, { status: 'estimate', ...given })
    const months = [row('2018-01', '80'), increment('2018-02', '70'), increment('2018-03', '100')]

    it.each<[string, readonly Observation[], string, readonly string[]]>([
      [
        'an estimated total gives way to final months that are all of it',
        [estimate('2018-Q1', '260'), ...months],
        '250',
        ['260'],
      ],
      [
        'also where more has come since',
        [estimate('2018-Q1', '260'), ...months, increment('2018-04', '90')],
        '340',
        ['260'],
      ],
      ['not while one of the months is missing', [estimate('2018-Q1', '260'), ...months.slice(0, 2)], '260', []],
      [
        'an estimated quarter gives way to its months',
        [
          ...months,
          estimate('2018-Q2', '300', { basis: 'increment' }),
          ...['04', '05', '06'].map((month) => increment(`2018-${month}`, '95')),
        ],
        '535',
        ['300'],
      ],
      [
        'and to the difference of final totals',
        [row('2018-Q1', '250'), estimate('2018-Q2', '300', { basis: 'increment' }), row('2018-H1', '535')],
        '535',
        ['300'],
      ],
      [
        'an estimate of a form gives way where both its figures are known better',
        [
          ...months.slice(0, 2),
          estimate('2018-03', '110', { basis: 'increment', cumulative: figure('260') }),
          row('2018-Q1', '250'),
        ],
        '250',
        ['110'],
      ],
      [
        'but not where only its month is known better',
        [
          increment('2018-02', '70'),
          increment('2018-02/2018-03', '170'),
          estimate('2018-03', '110', { basis: 'increment', cumulative: figure('260') }),
        ],
        '260',
        [],
      ],
      [
        'a provisional figure goes before an estimate, and a final one before both',
        [estimate('2018-Q1', '260'), row('2018-01/2018-03', '255', { status: 'provisional' }), ...months],
        '250',
        ['260', '255'],
      ],
      [
        'estimated months do not give way to one another',
        months.map((each) => ({ ...each, status: 'estimate' as const })),
        '250',
        [],
      ],
    ])('%s', (_, rows, total, superseded) => {
      const { reported, problems } = heldTogether(rows)
      expect(codesOf(problems)).toEqual([])
      expect(textOf(reported.actual)).toBe(total)
      expect(reported.superseded.map(({ value }) => value?.text)).toEqual(superseded)
    })

    it('what they replace is listed in order of time, with what better figures of one span replaced', () => {
      const rows = [estimate('2018-Q1', '260'), ...months, increment('2018-04', '90'), estimate('2018-04', '95')]
      const early = [increment('2018-01', '81', { status: 'provisional' })]
      expect(heldTogether([...rows, ...early]).reported.superseded.map(({ value }) => value?.text)).toEqual([
        '81',
        '260',
        '95',
      ])
    })

    it('one that does not say whether it is a total is asked about, whatever else is known', () => {
      expect(codesOf(heldTogether([...months, estimate('2018-Q2', '300')]).problems)).toEqual(['basis-not-stated'])
    })

    it('what is of one status contradicts itself', () => {
      const rows = [estimate('2018-Q1', '260'), ...months.map((each) => ({ ...each, status: 'estimate' as const }))]
      expect(codesOf(heldTogether(rows).problems)).toEqual(['cumulative-disagrees'])
    })
  })

  it('an estimate alone stays an estimate', () => {
    expect(heldTogether(rows.slice(0, 1)).reported).toMatchObject({ status: 'estimate', superseded: [] })
  })
})

describe('a sum of the rows of a register', () => {
  const sum = (of: string, value: string, reported: number, expected: number) =>
    increment(of, value, { rows: { reported, expected } })

  it('is partial while rows that belong to it could not be read, of all figures that are used', () => {
    const { reported } = heldTogether([sum('2018-01', '10', 3, 3), sum('2018-02', '5', 2, 4)])
    expect(reported.partial).toEqual({ of: 'rows', reported: 5, expected: 7 })
    expect(heldTogether([sum('2018-01', '10', 3, 3), sum('2018-02', '5', 2, 2)]).reported.partial).toBeNull()
    expect(heldTogether([sum('2018-12', '10', 1, 2)], 'stock').reported.partial).toEqual({
      of: 'rows',
      reported: 1,
      expected: 2,
    })
  })

  it('is told with the number of its rows', () => {
    expect(heldTogether([sum('2018-01', '10', 3, 3)]).reported.inputs).toMatchObject([{ text: '10', rows: 3 }])
  })
})

it('a count that can fall is not told that its total has fallen', () => {
  const rows = [cumulative('2018-Q1', '100'), cumulative('2018-H1', '40')]
  const told = (canFall: boolean) => codesOf(accumulated(of2018, indicator('it', { canFall }), rows).problems)
  expect([told(false), told(true)]).toEqual([['falling-cumulative'], []])
})

it.each<[string, readonly Observation[], boolean]>([
  ['a period below zero', [increment('2018-02', '-5'), row('2018-01', '90')], true],
  ['a total below zero', [cumulative('2018-Q1', '-5')], true],
  // 12 by March of which 20 in March: −8 by February.
  ['the total before one below zero', [row('2018-03', '20', { cumulative: figure('12') })], true],
  ['none of them', [row('2018-03', '12', { cumulative: figure('20') }), increment('2018-04', '0')], false],
])('a count has fallen by %s', (_, rows, hasFallen) => {
  expect(heldTogether(rows).reported.hasFallen).toBe(hasFallen)
})

it('a total is held against the one before it and the increments between, whatever else overlaps them', () => {
  const rows = [cumulative('2018-Q1', '100'), increment('2018-03/2018-04', '60'), increment('2018-Q2', '150')]
  const { problems } = heldTogether([...rows, cumulative('2018-H1', '300')])
  expect(argsOf(problems, 'cumulative-disagrees')).toMatchObject({ stated: '300', computed: '250' })
})

describe('everything but a count is as the newest figure says', () => {
  it.each(['stock', 'level', 'rate', 'poverty-rate', 'growth'] as const)('%s', (type) => {
    const { reported, problems } = heldTogether([row('2018-Q3', '3'), row('2018-Q1', '9'), row('2018-Q2', '8')], type)
    expect(problems).toEqual([])
    expect(reported).toMatchObject({ origin: 'reported', period: period('2018-Q3'), status: 'final', partial: null })
    expect(textOf(reported.actual)).toBe('3')
    expect(reported.inputs.map(({ text }) => text)).toEqual(['3'])
  })

  it('a task is in its newest state', () => {
    const { reported } = heldTogether(
      [row('2018-Q2', null, { state: taskState('done') }), row('2018-Q1', null, { state: taskState('in-progress') })],
      'task',
    )
    expect(reported).toMatchObject({ state: 'done', actual: null, origin: null, inputs: [] })
  })

  const published = { published: figure('98') }

  it.each<[string, IndicatorType, Observation, Observation]>([
    ['that tells what was printed', 'stock', row('2018-Q1', '5'), row('2018-Q2', null, published)],
    ['that tells what was printed', 'count', row('2018-Q1', '5'), row('2018-Q2', null, published)],
    ['of poor alone', 'poverty-rate', row('2018-Q1', '5'), row('2018-Q2', null, { counts: counts({ poor: '5' }) })],
    [
      'of households',
      'poverty-rate',
      row('2018-Q1', '5'),
      row('2018-Q2', null, { counts: counts({ households: '5' }) }),
    ],
    ['of a task', 'task', row('2018-Q1', null, { state: taskState('done') }), row('2018-Q2', null, published)],
  ])('a row %s says nothing of a %s itself, and does not hide the one before', (_, type, ...rows) => {
    const { reported, problems } = heldTogether(rows, type)
    expect(reported.period).toEqual(period('2018-Q1'))
    expect([textOf(reported.actual), reported.state]).toEqual(type === 'task' ? [null, 'done'] : ['5', null])
    expect(problems).toEqual([])
  })

  it('counts of poor and households are a figure', () => {
    const newest = row('2018-Q2', null, { counts: counts({ poor: '5', households: '9' }) })
    expect(heldTogether([row('2018-Q1', '5'), newest], 'poverty-rate').reported.newest).toBe(newest)
  })

  it.each<[IndicatorType, Observation, Observation]>([
    ['stock', row('2018-Q4', '5'), row('2018', '6')],
    ['poverty-rate', row('2018-Q4', '5'), row('2018', '6')],
    [
      'poverty-rate',
      row('2018-Q4', null, { counts: counts({ poor: '5', households: '100' }) }),
      row('2018', null, { counts: counts({ poor: '6', households: '100' }) }),
    ],
    [
      'task',
      row('2018-Q4', null, { state: taskState('done') }),
      row('2018', null, { state: taskState('not-started') }),
    ],
  ])('a %s stands at one moment: two different figures for one day contradict each other', (type, ...rows) => {
    expect(codesOf(heldTogether(rows, type).problems)).toEqual(['overlapping-periods'])
  })

  it('two equal figures for one day do not', () => {
    expect(heldTogether([row('2018-Q4', '5.0'), row('2018', '5')], 'stock').problems).toEqual([])
  })

  it('nor do two that say different things', () => {
    const byCounts = row('2018', null, { counts: counts({ poor: '5', households: '100' }) })
    expect(heldTogether([row('2018-Q4', '5.0'), byCounts], 'poverty-rate').problems).toEqual([])
    const done = row('2018-Q4', null, { state: taskState('done') })
    expect(heldTogether([done, row('2018', null, published)], 'task').problems).toEqual([])
    expect(heldTogether([done, row('2018', null, { state: taskState('done') })], 'task').problems).toEqual([])
  })

  it.each(['level', 'rate', 'growth'] as const)('a %s of the quarter is another than that of the year', (type) => {
    const { reported, problems } = heldTogether([row('2018', '7.08'), row('2018-Q4', '7.31')], type)
    expect(problems).toEqual([])
    expect(textOf(reported.actual)).toBe('7.08')
  })
})

it('a period reaches the end of the plan where it ends with it', () => {
  expect(reachesEnd(of2018.period, period('2018-Q4'))).toBe(true)
  expect(reachesEnd(of2018.period, period('2018-01/2018-11'))).toBe(false)
})

describe('whatever is reported', () => {
  const values = fc.integer({ min: -1000, max: 1000 }).map(String)
  const quarters = fc
    .tuple(values, values, values, values)
    .map((of) => of.map((value, index) => increment(`2018-Q${index + 1}`, value, { at: placeAt(index + 1) })))

  it('the order of observations changes nothing', () => {
    const shuffled = fc
      .tuple(quarters, fc.constantFrom<IndicatorType>('count', 'stock', 'rate'))
      .chain(([rows, type]) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: 4 }), fc.constant(type)),
      )
    fc.assert(
      fc.property(shuffled, ([rows, inAnyOrder, type]) => {
        expect(heldTogether(inAnyOrder, type)).toEqual(heldTogether(rows, type))
      }),
    )
  })

  it('an increment of zero changes no total', () => {
    fc.assert(
      fc.property(quarters, (rows) => {
        const [first, second, third] = rows
        if (!first || !second || !third) return
        const without = heldTogether([first, second]).reported
        const withZero = heldTogether([first, second, increment('2018-Q3', '0')]).reported
        expect(textOf(withZero.actual)).toBe(textOf(without.actual))
      }),
    )
  })

  it('a running total is the sum of its increments', () => {
    fc.assert(
      fc.property(quarters.filter(isRising), (rows) => {
        const sum = Exact.sum(rows.flatMap(({ value }) => value?.value ?? []))
        expect(textOf(heldTogether(rows).reported.actual)).toBe(textOf(sum))
        expect(totalOf([...rows, row('2018', sum.toDecimal())])).toEqual({ total: textOf(sum), codes: [] })
      }),
    )
  })
})

const isRising = (rows: readonly Observation[]) => rows.every(({ value }) => value?.value.sign !== -1)
