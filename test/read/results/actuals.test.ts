import { describe, expect, it } from 'vitest'
import { actualsText, onlyObservation, placed, read } from '../support.ts'

describe('a result in short', () => {
  it('is its figure', () => {
    expect(onlyObservation('results:\n  jobs: 18.923', 'numbers: vi')).toMatchObject({
      plans: ['p'],
      indicator: 'jobs',
      area: null,
      period: { text: '2018' },
      basis: null,
      status: 'final',
      value: { text: '18.923', decimals: 0, mark: 'none', at: { line: 6, column: 9, length: 6 } },
      at: { line: 6, column: 3, length: 4 },
    })
  })

  it.each(['done', 'in-progress', 'not-started'])('is %s for a task', (state) => {
    expect(onlyObservation(`results: { t: ${state} }`)).toMatchObject({ value: null, state: { text: state } })
  })

  it.each(['', '~', 'null', '{}', '{ value: }', '{ value: ~, note: not yet }', '{ status: estimate }'])(
    '%j is not reported, which is neither zero nor a problem',
    (written) => {
      const { observations, unreadResults, problems } = read(actualsText(`results:\n  jobs: ${written}`))
      expect([observations, unreadResults, problems]).toEqual([[], [], []])
    },
  )

  it('of zero is reported', () => {
    expect(onlyObservation('results: { jobs: 0 }').value?.value.isZero).toBe(true)
  })

  it('has all of its keys read', () => {
    const found = onlyObservation(
      [
        'results:',
        '  poverty:',
        '    rate: 2.73%',
        '    poor: 10',
        '    households: 400',
        '    poor_change: -3',
        '    escaped: 5',
        '    relapsed: 1',
        '    new: 2',
        '    other: −1',
        '    standard: 2016-2020',
        '    measured: households',
        '    method: survey',
        '    status: provisional',
        '    basis: cumulative',
        '    area: a',
        '    period: 2018-H1',
        '    published: 120%',
        '    cumulative: 7',
        '    source: { title: Yearbook, page: p. 21 }',
        '    note: Remark',
      ].join('\n'),
    )
    expect(found).toMatchObject({
      standard: '2016-2020',
      measured: 'households',
      method: 'survey',
      status: 'provisional',
      basis: 'cumulative',
      area: 'a',
      period: { text: '2018-H1' },
      source: { title: { vi: 'Yearbook' }, page: 'p. 21', url: null },
      note: { en: 'Remark' },
      published: { mark: 'percent' },
      value: { mark: 'percent', decimals: 2, source: { page: 'p. 21' } },
    })
    const counts = Object.entries(found.counts).map(([key, figure]) => [key, String(figure?.value)])
    expect(Object.fromEntries(counts)).toEqual({
      poor: '10',
      households: '400',
      poor_change: '-3',
      escaped: '5',
      relapsed: '1',
      new: '2',
      other: '-1',
    })
  })

  it.each([
    ['jobs: [1, 2]', '6:9 bad-value'],
    ['jobs: { value: 1, valeu: 2 }', '6:21 unknown-key'],
    ['jobs: { value: 1, rate: 2 }', '6:21 duplicate-key'],
    ['jobs: { value: 1,5 }', '6:18 comma-in-braces'],
    ['jobs: { value: 1, status: rough }', '6:29 bad-value'],
    ['jobs: { value: 1, period: 2018-Q5 }', '6:29 bad-period'],
    ['jobs: { value: 1, poor: 5% }', '6:27 unit-mismatch'],
    ['jobs: { value: 1, escaped: -5 }', '6:30 bad-value'],
    ['jobs: { value: 1, poor: 5, households: 4 }', '6:27 bad-value'],
    ['jobs: { rate: 3 pp }', '6:17 unit-mismatch'],
    ['jobs: { value: 1, published: 3 pp }', '6:32 unit-mismatch'],
    ['jobs: { value: 1, __proto__: 3 }', '6:21 unknown-key'],
  ])('%s could not be read, and does not pass for not reported', (row, expected) => {
    const { observations, unreadResults, problems } = read(actualsText(`results:\n  ${row}\n  other: 5`, 'area: a'))
    expect(placed(problems)).toEqual([expected])
    expect(unreadResults).toMatchObject([{ plans: ['p'], indicator: 'jobs', because: problems[0] }])
    expect(observations.map(({ indicator }) => indicator)).toEqual(['other'])
  })

  it.each([
    ['1,5,0', 'not-a-number'],
    ['16.250', 'ambiguous-number'],
    ['n/a', 'not-a-number'],
    ['2 of 3 laws', 'not-a-number'],
    ['khoảng 5', 'not-a-number'],
  ])(
    '%s is kept for whoever knows whether it may be words, with what is wrong with it as a number',
    (written, code) => {
      const { state, value } = onlyObservation(`results:\n  jobs: ${written}`, 'area: a')
      expect([value, state?.text, placed(state ? [state.asNumber] : [])]).toEqual([null, written, [`6:9 ${code}`]])
    },
  )

  it('that stands twice is doubtful both times', () => {
    const { observations, unreadResults, problems } = read(actualsText('results:\n  jobs: 1\n  other: 2\n  jobs: 3'))
    expect(placed(problems)).toEqual(['8:3 duplicate-key'])
    expect(unreadResults).toMatchObject([{ plans: ['p'], indicator: 'jobs', because: problems[0] }])
    expect(observations.map(({ indicator }) => indicator)).toEqual(['other'])
  })

  it('of an indicator with any name is kept for whoever knows the plan', () => {
    const { observations } = read(actualsText('results: { __proto__: 1, constructor: 2, Việc làm: 3 }'))
    expect(observations.map(({ indicator }) => indicator)).toEqual(['__proto__', 'constructor', 'Việc làm'])
  })
})

describe('results in rows', () => {
  it('have any period and area', () => {
    const { observations, problems } = read(
      actualsText(
        [
          'observations:',
          '  - { indicator: jobs, period: 2018-Q1, area: x, value: 5, basis: increment }',
          '  - { indicator: jobs, value: 6 }',
          '  - { indicator: task, value: done }',
          '  - { indicator: none, value: }',
        ].join('\n'),
        'area: a',
      ),
    )
    expect(problems).toEqual([])
    expect(observations).toMatchObject([
      { period: { text: '2018-Q1' }, area: 'x', basis: 'increment', at: { line: 6, column: 18 } },
      { period: { text: '2018' }, area: 'a', basis: null },
      { state: { text: 'done' } },
    ])
  })

  it.each([
    ['{ value: 5 }', '6:5 missing-key', []],
    ['{ indicator: , value: 5 }', '6:18 bad-value', []],
    ['jobs', '6:5 bad-value', []],
  ])('%s could not be read', (row, expected, unread) => {
    const { observations, unreadResults, problems } = read(actualsText(`observations:\n  - ${row}`))
    expect(placed(problems)).toEqual([expected])
    expect(observations).toEqual([])
    expect(unreadResults.map(({ indicator }) => indicator)).toEqual(unread)
  })
})

describe('a document of results', () => {
  it('may answer several plans', () => {
    const { observations, references } = read('kind: actuals\nplan: [a, b]\nperiod: 2018\nresults: { jobs: 1 }\n')
    expect(observations[0]?.plans).toEqual(['a', 'b'])
    expect(references).toMatchObject([
      { plan: 'a', at: { line: 2, column: 8 } },
      { plan: 'b', at: { line: 2, column: 11 } },
    ])
  })

  it('needs a period, or one in every row', () => {
    const short = read('kind: actuals\nplan: p\nresults:\n  jobs: 1\n  none:\n  own: { value: 1, period: 2018 }\n')
    expect(placed(short.problems)).toEqual(['4:3 missing-key'])
    expect(short.observations.map(({ indicator }) => indicator)).toEqual(['own'])
    const long = read('kind: actuals\nplan: p\nobservations:\n  - { indicator: jobs, value: 1 }\n')
    expect(long.problems).toMatchObject([{ code: 'missing-key', args: { key: 'period', of: 'observation' } }])
  })

  it.each([
    ['plan: p\nperiod: 2018\n', '1:1 missing-key'],
    ['period: 2018\nresults: { jobs: 1 }\n', '1:1 missing-key'],
    ['plan: p\nperiod: 2018-02-30\nresults: { jobs: 1 }\n', '3:9 bad-period'],
    ['plan: p\nperiod: 2018\nstatus: firm\nresults: { jobs: 1 }\n', '4:9 bad-value'],
    ['plan: p\nperiod: 2018\nresults: [jobs]\n', '4:10 bad-value'],
    ['plan: p\nperiod: 2018\nresult: { jobs: 1 }\nresults: { jobs: 1 }\n', '4:1 unknown-key'],
    ['plan: p\nperiod: 2018\nnumbers: vn\nresults: { jobs: "16.250" }\n', '4:10 bad-value'],
  ])('%j gives no results, but says which there are', (rest, expected) => {
    const { observations, unreadResults, problems } = read(`kind: actuals\n${rest}`)
    expect(placed(problems)).toEqual([expected])
    expect(observations).toEqual([])
    expect(unreadResults.map(({ indicator }) => indicator)).toEqual(rest.includes('jobs:') ? ['jobs'] : [])
  })
})
