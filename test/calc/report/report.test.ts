import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculated, narrowed } from '../../../src/calc/report/report.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { verdicts } from '../../../src/model/report.ts'
import {
  argsOf,
  asked,
  baseline,
  calculationOf,
  codesOf,
  lineOf,
  observed,
  placeAt,
  reportOf,
  targetOf,
  textOf,
} from '../../support/calc.ts'
import { area, day, indicator, period, place, plan, threshold } from '../../support/report.ts'

const jobs = indicator('jobs', { target: threshold('at_least', '16000'), parts: ['export'] })
const abroad = indicator('export', { target: threshold('at_least', '1050'), parent: 'jobs' })
const enrolment = indicator('enrolment', { target: threshold('at_least', '17000') })
const haNam = plan('plan', { period: period('2017'), indicators: [jobs, abroad, enrolment] })
const results = [
  observed('jobs', '2017', '18923'),
  observed('export', '2017', '1124'),
  observed('enrolment', '2017', '20234'),
]

const nothingElse = { references: [], unreadResults: [], unreadPlans: [] } as const

it('Hà Nam 2017 is as published: 118.26875%, 107.0476…%, 119.0235…%, all exceeded', () => {
  const { report, problems } = reportOf(haNam, results)
  expect(problems).toEqual([])
  expect(report.lines.map(({ achievement, verdict }) => [achievement?.toFixed(6), verdict])).toEqual([
    ['1.182688', 'exceeded'],
    ['1.070476', 'exceeded'],
    ['1.190235', 'exceeded'],
  ])
  expect(report.summary).toEqual({ ...noVerdicts(), exceeded: 3 })
})

describe('the summary', () => {
  it('counts totals by verdict, not areas, and not what has no target', () => {
    const indicators = [
      indicator('met', {
        target: targetOf('at_least 5'),
        targetsByArea: new Map([['a', targetOf('at_least 4')]]),
      }),
      indicator('missed', { target: targetOf('at_most 4') }),
      indicator('silent', { target: targetOf('at_least 1') }),
      indicator('followed'),
    ]
    const rows = ['met', 'missed', 'followed'].map((id) => observed(id, '2018', '5'))
    const areas = [observed('met', '2018', '5', { area: 'a' })]
    const { report } = reportOf(plan('plan', { areas: [area('a')], indicators }), [...rows, ...areas])
    expect(report.summary).toEqual({ ...noVerdicts(), met: 1, missed: 1, 'not-reported': 1 })
  })
})

describe('plans with more lines than can be held, 500,000', () => {
  const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index}`)
  const byArea = (id: string) => indicator(id, { targetsByArea: new Map([['a0', targetOf('at_least 1')]]) })
  const areas = numbered('a', 1000).map((id) => area(id))

  it('are left out whole with an error, however few figures there are', () => {
    const { report, problems } = reportOf(plan('large', { areas, indicators: numbered('i', 500).map(byArea) }), [])
    expect(argsOf(problems, 'too-many')).toEqual({ why: 'lines', limit: 500_000 })
    expect([report.lines, report.leftOut.length]).toEqual([[], 500])
    expect(report.leftOutBecause.get('i0')).toBe(problems[0])
    expect(report.summary).toEqual(noVerdicts())
    const both = (id: string) => ({ ...byArea(id), baselinesByArea: new Map([['a0', baseline('1')]]) })
    expect(codesOf(reportOf(plan('large', { areas, indicators: numbered('i', 500).map(both) }), []).problems)).toEqual([
      'too-many',
    ])
  })

  it('are those of all plans together', () => {
    const large = plan('large', { areas: areas.slice(0, 999), indicators: numbered('i', 500).map(byArea) })
    const { report, problems } = calculated(
      { plans: [plan('small', { indicators: [indicator('one')] }), large], observations: [], ...nothingElse },
      asked(),
    )
    // 500 × (1 + 999) and one more.
    expect(codesOf(problems)).toEqual(['too-many'])
    expect(report.plans.map(({ lines }) => lines.length)).toEqual([1, 0])
  })

  it('have a line an area only where something is said of areas, as a rate has whose numbers were reported by area', () => {
    const quiet = numbered('i', 600).map((id) => indicator(id))
    expect(reportOf(plan('wide', { areas, indicators: quiet }), []).problems).toEqual([])
    const rateOf = { numerator: 'n', denominator: 'd' }
    const rates = numbered('i', 500).map((id) => indicator(id, { type: 'rate', rateOf }))
    const indicators = [...rates, indicator('n'), indicator('d')]
    const inArea = (id: string) => observed(id, '2018', '1', { area: 'a0' })
    const problemsOf = (rows: readonly Observation[]) =>
      codesOf(reportOf(plan('plan', { areas, indicators }), rows).problems)
    expect(problemsOf([])).toEqual([])
    expect(problemsOf([inArea('n')])).toEqual(['too-many'])
    expect(problemsOf([inArea('d')])).toEqual(['too-many'])
  })
})

it('120 plans in a row follow one another, and the next begins anew', () => {
  const row = Array.from({ length: 121 }, (_, index) => {
    const month = `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    const at = placeAt(index + 1)
    return plan(`p${index}`, { period: period(month), follows: index > 0 ? `p${index - 1}` : null, followsAt: at })
  })
  const { problems } = calculated({ plans: row, observations: [], ...nothingElse }, asked())
  const args = { why: 'plans-in-a-row', limit: 120 }
  expect(problems).toMatchObject([{ code: 'too-many', at: placeAt(121), args }])
})

describe('a report narrowed to some lines', () => {
  const only = (id: string) =>
    narrowed(
      { plans: [reportOf(haNam, results).report] },
      (line) => line.indicator.id === id,
      () => false,
    )

  it('has these alone, and counts these alone', () => {
    const [found] = only('jobs').plans
    expect(found?.lines.map(({ indicator: { id } }) => id)).toEqual(['jobs'])
    expect(found?.summary).toEqual({ ...noVerdicts(), exceeded: 1 })
    expect(found?.plan.id).toBe('plan')
  })

  it('leaves out plans that have none of them', () => {
    expect(only('beds').plans).toEqual([])
  })

  it('has the series of its lines, and what a problem keeps out of what is asked for', () => {
    const since = { baseline: baseline('9'), baselinesByArea: new Map([['a', baseline('8')]]) }
    const rate = (id: string) => indicator(id, { type: 'poverty-rate', ...since })
    const of2018 = plan('plan', { areas: [area('a')], indicators: [rate('r'), rate('s')], unread: ['beds', 'other'] })
    const rows = ['r', 's'].flatMap((id) => [observed(id, '2018', '7'), observed(id, '2018', '6', { area: 'a' })])
    const { report } = reportOf(of2018, rows)
    const seriesOf = (asksFor: Parameters<typeof narrowed>[1]) =>
      narrowed({ plans: [report] }, asksFor, (id) => id === 'beds').plans.map(({ series, leftOut }) => [
        series.map(({ indicator: { id }, area: in_ }) => [id, in_?.id ?? null]),
        leftOut,
      ])
    expect(seriesOf((line) => line.indicator.id === 'r' && line.area !== null)).toEqual([[[['r', 'a']], ['beds']]])
    expect(seriesOf((line) => line.indicator.id === 's' && line.area === null)).toEqual([[[['s', null]], ['beds']]])
    expect(seriesOf(() => false)).toEqual([[[], ['beds']]])
  })
})

describe('as of', () => {
  it('is the end of the newest period reported on that plan', () => {
    const rows = [observed('jobs', '2017-Q3', '5', { basis: 'cumulative' }), observed('export', '2017-H1', '5')]
    expect(reportOf(haNam, rows).report.asOf).toBe(day('2017-09-30'))
    expect(reportOf(haNam, [...rows].reverse()).report.asOf).toBe(day('2017-09-30'))
  })

  it('names the indicator that it is from, and none where it was asked', () => {
    const rows = [observed('jobs', '2017-H1', '5', { basis: 'cumulative' }), observed('export', '2017-Q3', '5')]
    expect(reportOf(haNam, rows).report.asOfFrom).toBe('export')
    expect(reportOf(haNam, rows, '2018-03-01').report.asOfFrom).toBeNull()
    expect(reportOf(haNam, rows, null, { period: period('2017-H1') }).report).toMatchObject({
      asOf: day('2017-06-30'),
      asOfFrom: null,
    })
  })

  it('is what was asked, if it was', () => {
    expect(reportOf(haNam, results, '2018-03-01').report.asOf).toBe(day('2018-03-01'))
  })

  it('is no day while nothing was reported', () => {
    const { report } = reportOf(haNam, [])
    expect(report.asOf).toBeNull()
    expect(report.summary).toEqual({ ...noVerdicts(), 'not-reported': 3 })
  })

  it('is each plan’s own', () => {
    const of2018 = plan('next', { indicators: [enrolment] })
    const rows = [...results, observed('enrolment', '2018-Q1', '5', { plans: ['next'] })]
    const { report } = calculated({ plans: [haNam, of2018], observations: rows, ...nothingElse }, asked())
    expect(report.plans.map(({ plan: { id }, asOf }) => [id, asOf])).toEqual([
      ['plan', day('2017-12-31')],
      ['next', day('2018-03-31')],
    ])
  })
})

describe('an error keeps out what depends on it, and nothing else', () => {
  it('one of a result: its indicator', () => {
    const { report, problems } = reportOf(haNam, [...results, observed('jobs', '2017', '5')])
    expect(codesOf(problems)).toEqual(['duplicate-observation'])
    expect(report.leftOut).toEqual(['jobs'])
    expect(report.lines.map(({ indicator: { id } }) => id)).toEqual(['export', 'enrolment'])
  })

  it('one of an indicator that could not be read, in the order of the plan', () => {
    const { report } = reportOf({ ...haNam, unread: ['beds'] }, [...results, observed('export', '2018', '5')])
    expect(report.leftOut).toEqual(['export', 'beds'])
    expect(report.lines.map(({ indicator: { id } }) => id)).toEqual(['jobs', 'enrolment'])
  })

  it('each because of its own error, a rate because of that of what it is a rate of', () => {
    const indicators = [
      ...['x', 'n', 'd'].map((id) => indicator(id, { type: 'stock' })),
      indicator('rate', { type: 'rate', rateOf: { numerator: 'n', denominator: 'd' } }),
    ]
    const twice = (id: string) => [observed(id, '2018', '1'), observed(id, '2018', '2')]
    const becauseOf = (rows: readonly Observation[]) => {
      const { leftOut, leftOutBecause } = reportOf(plan('plan', { indicators }), rows).report
      return leftOut.map((id) => [id, { indicator: null, ...leftOutBecause.get(id)?.args }.indicator])
    }
    expect(becauseOf([...twice('x'), ...twice('n'), observed('d', '2018', '3')])).toEqual([
      ['x', 'x'],
      ['n', 'n'],
      ['rate', 'n'],
    ])
    expect(becauseOf([...twice('x'), ...twice('d'), observed('n', '2018', '3')])).toEqual([
      ['x', 'x'],
      ['d', 'd'],
      ['rate', 'd'],
    ])
  })

  it('not a warning', () => {
    const rows = [observed('jobs', '2017-Q1', '5'), observed('jobs', '2017-H1', '4')]
    const { report, problems } = reportOf(haNam, rows)
    expect(codesOf(problems)).toEqual(['falling-cumulative'])
    expect(report.leftOut).toEqual([])
    expect(textOf(lineOf(report, 'jobs').actual)).toBe('4')
  })

  it('one of an area: the whole indicator, which could not be added up', () => {
    const rows = [observed('jobs', '2017', '5'), observed('jobs', '2017-Q2', '5', { area: 'a' })]
    const { report, problems } = reportOf({ ...haNam, areas: [area('a')] }, rows)
    expect(codesOf(problems)).toEqual(['basis-not-stated'])
    expect(report.leftOut).toEqual(['jobs'])
  })
})

it('a plan outside the period that is asked for still begins the series of the plan that follows it', () => {
  const rate = indicator('r', { type: 'poverty-rate', target: targetOf('at_most 5') })
  const plans = [
    plan('p2017', { period: period('2017'), indicators: [rate] }),
    plan('p2018', { period: period('2018'), indicators: [rate], follows: 'p2017' }),
    plan('p2019', { period: period('2019'), indicators: [rate] }),
  ]
  const observations = [2017, 2018, 2019].map((year) =>
    observed('r', String(year), String(2024 - year), { plans: [`p${year}`] }),
  )
  const { report, outside, problems } = calculated(
    { plans, observations, ...nothingElse },
    asked({ period: period('2018') }),
  )
  expect([report.plans.map(({ plan: { id } }) => id), outside, problems]).toEqual([['p2018'], ['p2017', 'p2019'], []])
  const [series] = report.plans[0]?.series ?? []
  expect(series?.points.map(({ end }) => end.value.toString())).toEqual(['7', '6'])
})

it('what answers no plan is told beside the report', () => {
  const { report, problems } = calculationOf(haNam, [...results, observed('enrolmant', '2017', '5')], null)
  expect(problems).toMatchObject([{ code: 'unknown-indicator', at: place, args: { suggestion: 'enrolment' } }])
  expect(report.plans[0]?.summary.exceeded).toBe(3)
})

it('the order of results changes nothing', () => {
  const rows = [
    ...results,
    observed('enrolment', '2017', '20000', { status: 'estimate' }),
    observed('jobs', '2017-Q1', '4000'),
    observed('jobs', '2017-Q2', '4500', { basis: 'increment' }),
    observed('jobs', '2017-Q3', '9000', { basis: 'cumulative' }),
  ]
  const expected = reportOf(haNam, rows)
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(reportOf(haNam, shuffled)).toEqual(expected)
    }),
  )
})

const noVerdicts = () => Object.fromEntries(verdicts.map((verdict) => [verdict, 0]))
