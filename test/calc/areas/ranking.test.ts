import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact } from '../../../src/model/exact.ts'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Area } from '../../../src/model/plan.ts'
import { baseline, counts, lineOf, observed, reportOf, targetOf, textOf } from '../../support/calc.ts'
import { area, indicator, plan } from '../../support/report.ts'

const four = ['a', 'b', 'c', 'd'].map((id) => area(id))

function held(
  targets: Readonly<Record<string, string>>,
  actuals: Readonly<Record<string, string>>,
  given: Partial<Indicator> = {},
  areas: readonly Area[] = four,
) {
  const targetsByArea = new Map(Object.entries(targets).map(([id, target]) => [id, targetOf(target)]))
  const rows = Object.entries(actuals).map(([id, value]) => observed('it', '2018', value, { area: id }))
  return linesOf(rows, { targetsByArea, ...given }, areas)
}

function linesOf(rows: readonly Observation[], given: Partial<Indicator>, areas: readonly Area[] = four) {
  return reportOf(plan('plan', { areas, indicators: [indicator('it', given)] }), rows).report
}

const each100 = { a: 'at_least 100', b: 'at_least 100', c: 'at_least 100', d: 'at_least 100' }

describe('the place of an area', () => {
  it('is by achievement among the areas beside it, the highest first', () => {
    const report = held({ ...each100, b: 'at_least 50' }, { a: '90', b: '80', c: '120', d: '10' })
    expect(['b', 'c', 'a', 'd'].map((id) => lineOf(report, 'it', id).rank)).toEqual(
      [1, 2, 3, 4].map((place) => ({ place, of: 4 })),
    )
    expect(lineOf(report, 'it').rank).toBeNull()
  })

  it('is shared by exactly equal ones, and the next is counted after all of them', () => {
    // 1 of 3 is 100 of 300, which no rounded percentage could tell from 0.3333.
    const report = held(
      { a: 'at_least 3', b: 'at_least 300', c: 'at_least 10000', d: 'at_least 1' },
      { a: '1', b: '100', c: '3333', d: '1' },
    )
    expect(['d', 'a', 'b', 'c'].map((id) => lineOf(report, 'it', id).rank?.place)).toEqual([1, 2, 2, 4])
  })

  it('is none without an achievement, and such an area is not counted', () => {
    const report = held({ a: 'at_least 10', b: 'at_least 0', d: 'at_least 10' }, { a: '5', b: '5', c: '5' })
    expect(lineOf(report, 'it', 'a').rank).toEqual({ place: 1, of: 1 })
    expect(['b', 'c', 'd'].map((id) => lineOf(report, 'it', id).rank)).toEqual([null, null, null])
  })

  it('is among the areas of one area, not of all', () => {
    const areas = [area('north'), area('n1', { parent: 'north' }), area('n2', { parent: 'north' }), area('south')]
    const targets = { north: 'at_least 4', n1: 'at_least 2', n2: 'at_least 2', south: 'at_least 2' }
    const report = held(targets, { n1: '1', n2: '2', south: '2' }, {}, areas)
    expect(lineOf(report, 'it', 'n2').rank).toEqual({ place: 1, of: 2 })
    expect(lineOf(report, 'it', 'n1').rank).toEqual({ place: 2, of: 2 })
    // 3 of 4 in the north.
    expect(lineOf(report, 'it', 'south').rank).toEqual({ place: 1, of: 2 })
    expect(lineOf(report, 'it', 'north').rank).toEqual({ place: 2, of: 2 })
  })
})

it('the shortfall of a rate is in what it is a rate of, and that of a level in nothing that adds up', () => {
  const two = four.slice(0, 2)
  const targetsByArea = new Map(two.map(({ id }) => [id, targetOf('at_least 50')]))
  const rate = indicator('it', { type: 'rate', rateOf: { numerator: 'n', denominator: 'd' }, targetsByArea })
  const count = (id: string, of: string, value: string) => observed(id, '2018', value, { area: of })
  // 40 of 100 lack 10, 80 of 200 lack 20.
  const rows = [count('n', 'a', '40'), count('d', 'a', '100'), count('n', 'b', '80'), count('d', 'b', '200')]
  const indicators = [rate, indicator('n', { type: 'stock' }), indicator('d', { type: 'stock' })]
  const { report } = reportOf(plan('plan', { areas: two, indicators }), rows)
  expect(two.map(({ id }) => lineOf(report, 'it', id).shortfallShare?.toFixed(4))).toEqual(['0.3333', '0.6667'])
  const levels = [observed('it', '2018', '40', { area: 'a' }), observed('it', '2018', '30', { area: 'b' })]
  expect(lineOf(linesOf(levels, { type: 'level', targetsByArea }, two), 'it', 'a').shortfallShare).toBeNull()
})

describe('the share of the shortfall', () => {
  it('is what an area lacks of what all lack that fall short; more elsewhere makes up for nothing', () => {
    const report = held(each100, { a: '40', b: '80', c: '250', d: '100' })
    expect(four.map(({ id }) => textOf(lineOf(report, 'it', id).shortfallShare))).toEqual(['0.75', '0.25', null, null])
  })

  it('counts above a ceiling, and what is missing of a cut', () => {
    const ceilings = held({ a: 'at_most 10', b: 'at_most 10' }, { a: '13', b: '11' })
    expect(textOf(lineOf(ceilings, 'it', 'a').shortfallShare)).toBe('0.75')
    const baselinesByArea = new Map(['a', 'b'].map((id) => [id, baseline('100')]))
    const cuts = held(
      { a: 'reduce_by 20', b: 'reduce_by 20' },
      { a: '81', b: '82' },
      { type: 'stock', baselinesByArea },
    )
    expect(textOf(lineOf(cuts, 'it', 'b').shortfallShare)).toBe('2/3')
  })

  it('of rates weighs each by its households', () => {
    // 1 point of 10,000 is 100 households, 2 points of 15,000 are 300.
    const rows = [
      observed('it', '2018', null, { area: 'a', counts: counts({ poor: '600', households: '10000' }) }),
      observed('it', '2018', null, { area: 'b', counts: counts({ poor: '1050', households: '15000' }) }),
    ]
    const targetsByArea = new Map(['a', 'b'].map((id) => [id, targetOf('at_most 5')]))
    const report = linesOf(rows, { type: 'poverty-rate', targetsByArea })
    expect(textOf(lineOf(report, 'it', 'a').shortfallShare)).toBe('0.25')
    expect(textOf(lineOf(report, 'it', 'b').shortfallShare)).toBe('0.75')
  })

  it('of rates of no households is none', () => {
    const none = observed('it', '2018', '6', { area: 'a', counts: counts({ poor: '0', households: '0' }) })
    const targetsByArea = new Map([['a', targetOf('at_most 5')]])
    const line = lineOf(linesOf([none], { type: 'poverty-rate', targetsByArea }), 'it', 'a')
    expect([textOf(line.actual), line.shortfallShare]).toEqual(['6', null])
  })

  it.each(['poverty-rate', 'rate', 'level', 'growth'] as const)('of a %s without its counts is not known', (type) => {
    const report = held({ a: 'at_least 10', b: 'at_least 10' }, { a: '9', b: '8' }, { type })
    expect(lineOf(report, 'it', 'a').shortfallShare).toBeNull()
    expect(lineOf(report, 'it', 'a').rank).toEqual({ place: 1, of: 2 })
  })

  it('of all areas that fall short sums to exactly 1', () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 })), {
      minLength: 4,
      maxLength: 4,
    })
    fc.assert(
      fc.property(values, (pairs) => {
        const of = (at: 0 | 1, prefix: string) =>
          Object.fromEntries(four.map(({ id }, index) => [id, `${prefix}${pairs[index]?.[at] ?? 0}`]))
        const report = held(of(0, 'at_least '), of(1, ''))
        const shares = four.flatMap(({ id }) => lineOf(report, 'it', id).shortfallShare ?? [])
        const short = pairs.filter(([target, actual]) => actual < target).length
        expect(shares).toHaveLength(short)
        if (short > 0) expect(Exact.sum(shares).equals(Exact.ONE)).toBe(true)
      }),
    )
  })
})
