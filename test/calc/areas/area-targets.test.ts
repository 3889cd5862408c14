import { describe, expect, it } from 'vitest'
import { areaTargetProblems } from '../../../src/calc/report/problems.ts'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Area, Plan } from '../../../src/model/plan.ts'
import type { Problem } from '../../../src/model/problem.ts'
import { baseline, targetOf } from '../../support/calc.ts'
import { area, day, indicator, plan } from '../../support/report.ts'

const two = [area('a'), area('b')]

function found(
  target: string | null,
  targets: Readonly<Record<string, string>>,
  given: Partial<Indicator> = {},
  areas: readonly Area[] = two,
): readonly Problem['args'][] {
  const of: Plan = plan('plan', {
    areas,
    indicators: [
      indicator('it', {
        target: target === null ? null : targetOf(target),
        targetsByArea: new Map(Object.entries(targets).map(([id, text]) => [id, targetOf(text)])),
        ...given,
      }),
    ],
  })
  return areaTargetProblems(of).map(({ code, args }) => {
    expect(code).toBe('area-targets-do-not-sum')
    return args
  })
}

describe('targets of areas', () => {
  it('that do not sum to the target of the plan are told of with both sums', () => {
    expect(found('at_least 9000', { a: 'at_least 5500', b: 'at_least 3600' })).toEqual([
      { indicator: 'it', area: null, target: '9000', sum: '9100' },
    ])
    expect(found('at_least 9000', { a: 'at_least 5500', b: 'at_least 3500' })).toEqual([])
  })

  it('are no parts of a target while an area has none, or one of another kind', () => {
    expect(found('at_least 9000', { a: 'at_least 5500' })).toEqual([])
    expect(found('at_least 9000', { a: 'at_least 5500', b: 'at_most 1' })).toEqual([])
    expect(found('at_most 9000', { a: 'at_least 5500', b: 'at_least 1' })).toEqual([])
    expect(found(null, { a: 'at_least 5500', b: 'at_least 1' })).toEqual([])
  })

  it.each(['level', 'rate', 'poverty-rate', 'growth'] as const)('of a %s are never added', (type) => {
    expect(found('at_most 3', { a: 'at_most 2', b: 'at_most 2' }, { type })).toEqual([])
  })

  it('in an area are held against its own', () => {
    const areas = [area('a'), area('a1', { parent: 'a' }), area('a2', { parent: 'a' }), area('b')]
    const targets = { a: 'at_least 5', a1: 'at_least 2', a2: 'at_least 2', b: 'at_least 5' }
    expect(found('at_least 10', targets, {}, areas)).toEqual([{ indicator: 'it', area: 'a', target: '5', sum: '4' }])
  })

  it('in an area that has none itself are held against nothing', () => {
    const areas = [area('a'), area('a1', { parent: 'a' }), area('a2', { parent: 'a' })]
    expect(found('at_least 10', { a1: 'at_least 2', a2: 'at_least 2' }, {}, areas)).toEqual([])
  })

  it('of a flow are those of all areas there were, of a stock those of the areas at the end', () => {
    const areas = [area('a', { until: day('2018-06-30') }), area('b', { from: day('2018-07-01') })]
    const targets = { a: 'at_least 4', b: 'at_least 6' }
    expect(found('at_least 10', targets, {}, areas)).toEqual([])
    expect(found('at_least 10', targets, { type: 'stock' }, areas)).toMatchObject([{ sum: '6' }])
  })

  it('may sum to the first target or to the one that replaced it', () => {
    const revisions = [{ ...targetOf('at_least 12'), date: day('2018-07-01'), decision: null }]
    expect(found('at_least 10', { a: 'at_least 4', b: 'at_least 6' }, { revisions })).toEqual([])
    expect(found('at_least 10', { a: 'at_least 4', b: 'at_least 8' }, { revisions })).toEqual([])
    expect(found('at_least 10', { a: 'at_least 4', b: 'at_least 7' }, { revisions })).toMatchObject([
      { target: '12', sum: '11' },
    ])
  })

  it('are not those of a target of another kind that was replaced', () => {
    const revisions = [{ ...targetOf('at_least 12'), date: day('2018-07-01'), decision: null }]
    expect(found('at_most 10', { a: 'at_least 4', b: 'at_least 6' }, { revisions })).toMatchObject([
      { target: '12', sum: '10' },
    ])
  })

  it('are compared as the changes that they plan, and as both ends of a range', () => {
    const baselinesByArea = new Map([
      ['a', baseline('200')],
      ['b', baseline('600')],
    ])
    const stock = { type: 'stock', baseline: baseline('800'), baselinesByArea } as const
    // 5% of 200 and of 600 are 40 together.
    expect(found('reduce_by 40', { a: 'reduce_by 5%', b: 'reduce_by 5%' }, stock)).toEqual([])
    expect(found('reduce_by 41', { a: 'reduce_by 5%', b: 'reduce_by 5%' }, stock)).toMatchObject([{ sum: '40' }])
    // 5% of the 800 of the whole.
    expect(found('reduce_by 5%', { a: 'reduce_by 15', b: 'reduce_by 25' }, stock)).toEqual([])
    expect(found('between 10..20', { a: 'between 4..9', b: 'between 6..12' })).toMatchObject([
      { target: '20', sum: '21' },
    ])
  })
})
