import { describe, expect, it } from 'vitest'
import { formulasFor } from '../../src/model/indicator.ts'
import { yearsOf } from '../../src/model/period.ts'
import { accumulatedOver, endOfLine, periodTargetsAround, rangeOf, targetOn } from '../../src/model/target.ts'
import { baseline, lineOf, observed, reportOf, targetOf, taskState, textOf } from '../support/calc.ts'
import { day, indicator, number, period, plan } from '../support/report.ts'

describe('what a target of a line comes to', () => {
  const endOf = (target: string | null) => {
    const it = indicator('it', {
      type: target === 'done' ? 'task' : 'rate',
      target: target === null ? null : targetOf(target),
      baseline: target === 'done' ? null : baseline('10'),
    })
    const row = observed(
      'it',
      '2018',
      target === 'done' ? null : '9',
      target === 'done' ? { state: taskState('done') } : {},
    )
    return textOf(endOfLine(lineOf(reportOf(plan('plan', { indicators: [it] }), [row]).report, 'it')))
  }

  it.each([
    ['at_most 8', '8'],
    ['reduce_by 0.3', '9.7'],
    ['increase_by 0.3', '10.3'],
    ['reduce_by 1..1.5', null],
    ['between 8..9', null],
    ['done', null],
    [null, null],
  ])('%s: %s', (target, end) => {
    expect(endOf(target)).toBe(end)
  })
})

describe('the values that meet a target', () => {
  const meeting = (target: string, planned: readonly string[] | null) => {
    const range = rangeOf(
      targetOf(target).target,
      number('10'),
      planned && (planned.map(number) as [ReturnType<typeof number>]),
    )
    return range && [textOf(range.low), textOf(range.high)]
  }

  it('are those of a range, or those that a range of changes leads to', () => {
    expect(meeting('between 8..9', null)).toEqual(['8', '9'])
    expect(meeting('reduce_by 1..1.5', ['1', '1.5'])).toEqual(['8.5', '9'])
    expect(meeting('increase_by 1..1.5', ['1', '1.5'])).toEqual(['11', '11.5'])
    expect(meeting('reduce_by 1', ['1'])).toBeNull()
    expect(meeting('at_most 8', null)).toBeNull()
    expect(rangeOf(targetOf('reduce_by 1..1.5').target, null, null)).toBeNull()
  })
})

describe('the formulas that can be asked for, the usual one first', () => {
  const others = ['progress', 'ratio', 'inverse']

  it.each([
    ['at_least 1', 'count', ['attainment', ...others]],
    ['at_most 1', 'growth', ['attainment', ...others, 'level']],
    ['reduce_by 1', 'rate', ['change', 'attainment', ...others]],
    ['increase_by 1', 'growth', ['change', 'attainment', ...others, 'level']],
    ['reduce_by 1..2', 'rate', ['range']],
    ['between 1..2', 'growth', ['range']],
    ['done', 'task', []],
  ] as const)('%s of a %s: %j', (target, type, formulas) => {
    expect(formulasFor(targetOf(target).target, type)).toEqual(formulas)
  })
})

describe('targets of parts of a plan', () => {
  const of = (text: string) => ({ ...targetOf('at_least 10'), period: period(text) })
  const first = [of('2018'), of('2019')]
  const revised = [of('2018'), of('2019')]

  it.each([
    ['2018-01-01', 0, null],
    ['2018-12-31', 0, null],
    ['2019-01-01', 1, 0],
    ['2021-06-30', 1, 0],
    [null, 1, 0],
  ] as const)('are in force up to the end of their part: %s', (on, inForce, before) => {
    expect(targetOn(first, on === null ? null : day(on))).toEqual({
      inForce: first[inForce],
      before: before === null ? null : first[before],
    })
    expect(targetOn([], on === null ? null : day(on))).toEqual({ inForce: null, before: null })
  })

  it('stand among those that were stated with them', () => {
    const revision = { ...targetOf('at_least 20'), date: day('2018-07-01'), decision: null, targetsByPeriod: revised }
    const bare = { ...targetOf('at_least 20'), date: day('2018-08-01'), decision: null }
    const it = indicator('it', { targetsByPeriod: first, revisions: [bare, revision] })
    expect(periodTargetsAround(it, first[0] ?? null)).toBe(first)
    expect(periodTargetsAround(it, revised[1] ?? null)).toBe(revised)
    expect([periodTargetsAround(it, bare), periodTargetsAround(it, null)]).toEqual([[], []])
  })
})

describe('what begins again each year', () => {
  const over = (of: string, on: string | null, accumulates = false) =>
    accumulatedOver(indicator('it', { accumulates }), period(of), on === null ? null : day(on)).text

  it('is added up over the year of a day, the last one where there is none', () => {
    expect([over('2017/2019', '2017-01-01'), over('2017/2019', '2018-12-31')]).toEqual(['2017', '2018'])
    expect([over('2017/2019', null), over('2017/2019', '2025-01-01')]).toEqual(['2019', '2019'])
    expect(over('2018-04/2020-03', '2018-12-31')).toBe('2018-04/2019-03')
    expect(over('2017/2019', '2018-12-31', true)).toBe('2017/2019')
  })

  it('has the years of its plan, which has none where these are not whole', () => {
    const texts = (of: string) => yearsOf(period(of)).map(({ text }) => text)
    expect([texts('2018'), texts('2017-07/2018-03')]).toEqual([['2018'], ['2017-07/2018-03']])
    expect(texts('2018-04/2020-03')).toEqual(['2018-04/2019-03', '2019-04/2020-03'])
  })
})
