import { describe, expect, it } from 'vitest'
import { formulasFor } from '../../src/model/indicator.ts'
import { endOfLine, rangeOf } from '../../src/model/target.ts'
import { baseline, lineOf, observed, reportOf, targetOf, taskState, textOf } from '../support/calc.ts'
import { indicator, number, plan } from '../support/report.ts'

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
