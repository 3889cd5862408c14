import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { existingAreas } from '../../../src/calc/areas/areas.ts'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Area } from '../../../src/model/plan.ts'
import {
  argsOf,
  baselineCounts,
  codesOf,
  counts,
  lineOf,
  observed,
  placeAt,
  reportOf,
  textOf,
} from '../../support/calc.ts'
import { area, day, figure, indicator, period, plan, threshold } from '../../support/report.ts'

const three = [area('a'), area('b'), area('c')]

function held(observations: readonly Observation[], given: Partial<Indicator> = {}, areas: readonly Area[] = three) {
  return reportOf(plan('plan', { areas, indicators: [indicator('it', given)] }), observations)
}

const inArea = (id: string, value: string | null, of = '2018', given: Partial<Observation> = {}) =>
  observed('it', of, value, { area: id, ...given })
const whole = (value: string | null, of = '2018', given: Partial<Observation> = {}) => observed('it', of, value, given)
const allThree = [inArea('a', '10'), inArea('b', '20'), inArea('c', '30')]

describe('what adds up over areas', () => {
  it.each(['count', 'stock'] as const)('a %s is the sum of its areas', (type) => {
    const { report, problems } = held(allThree, { type })
    expect(textOf(lineOf(report, 'it').actual)).toBe('60')
    expect(lineOf(report, 'it')).toMatchObject({ origin: 'areas', partial: null, actualPeriod: { text: '2018' } })
    expect(report.lines.map(({ area }) => area?.id ?? null)).toEqual([null, 'a', 'b', 'c'])
    expect(problems).toEqual([])
  })

  it.each(['level', 'rate', 'growth'] as const)('a %s is never added: only a reported total', (type) => {
    const { report } = held(allThree, { type, target: threshold('at_least', '1') })
    expect(lineOf(report, 'it')).toMatchObject({ actual: null, verdict: 'not-reported', partial: null })
    expect(textOf(lineOf(report, 'it', 'b').actual)).toBe('20')
    const { report: withTotal, problems } = held([...allThree, whole('25')], { type })
    expect(textOf(lineOf(withTotal, 'it').actual)).toBe('25')
    expect(problems).toEqual([])
  })

  it('a poverty rate is the sum of the poor of the sum of the households', () => {
    // 6% and 20% are together 1,900 of 20,000.
    const { report } = held(
      [
        inArea('a', null, '2018', { counts: counts({ poor: '900', households: '15000' }) }),
        inArea('b', '20', '2018', { counts: counts({ poor: '1000', households: '5000' }) }),
      ],
      { type: 'poverty-rate' },
      three.slice(0, 2),
    )
    expect(textOf(lineOf(report, 'it').actual)).toBe('9.5')
    expect(lineOf(report, 'it')).toMatchObject({ origin: 'areas', partial: null })
    expect(lineOf(report, 'it').inputs.map(({ field, text }) => `${field} ${text}`)).toEqual([
      'poor 900',
      'households 15000',
      'actual 20',
      'poor 1000',
      'households 5000',
    ])
  })

  it.each<[string, Partial<Observation>]>([
    ['known only as printed', {}],
    ['without the households', { counts: counts({ poor: '900' }) }],
    ['without the poor', { counts: counts({ households: '15000' }) }],
  ])('a poverty rate %s adds to nothing', (_, given) => {
    const { report } = held(
      [
        inArea('a', '6', '2018', given),
        inArea('b', '20', '2018', { counts: counts({ poor: '1000', households: '5000' }) }),
      ],
      { type: 'poverty-rate' },
    )
    expect(textOf(lineOf(report, 'it').actual)).toBe('20')
    expect(lineOf(report, 'it').partial).toEqual({ of: 'areas', reported: 1, expected: 3 })
  })

  it('the status is the worst of the areas, the inputs are all of theirs, each with its area', () => {
    const { report } = held([...allThree.slice(0, 2), inArea('c', '30', '2018', { status: 'provisional' })])
    const line = lineOf(report, 'it')
    expect(line.status).toBe('provisional')
    expect(line.inputs.map(({ area, text }) => `${area} ${text}`)).toEqual(['a 10', 'b 20', 'c 30'])
  })
})

describe('the period of a sum', () => {
  it('is that of the newest figure, as written', () => {
    const rows = [inArea('a', '1', '2018-Q4'), inArea('b', '1', '2018'), inArea('c', '1', '2018-H1')]
    expect(lineOf(held(rows, { type: 'stock' }).report, 'it').actualPeriod?.text).toBe('2018-Q4')
    const months = ['a', 'b', 'c'].map((id) => inArea(id, '1', '2018-01/2018-12'))
    expect(lineOf(held(months).report, 'it').actualPeriod?.text).toBe('2018-01/2018-12')
  })
})

describe('an area that has not reported', () => {
  it('makes the sum partial: 9 of 11 areas', () => {
    const eleven = Array.from({ length: 11 }, (_, index) => area(`a${index}`))
    const nine = eleven.slice(0, 9).map(({ id }) => inArea(id, '1'))
    const { report } = held(nine, { target: threshold('at_least', '20') }, eleven)
    expect(lineOf(report, 'it')).toMatchObject({
      partial: { of: 'areas', reported: 9, expected: 11 },
      verdict: 'not-reported',
    })
    expect(textOf(lineOf(report, 'it').actual)).toBe('9')
    expect(report.lines).toHaveLength(12)
  })

  it('is shown, and not as zero', () => {
    const { report } = held(allThree.slice(0, 2), { targetsByArea: new Map([['c', threshold('at_least', '5')]]) })
    expect(lineOf(report, 'it', 'c')).toMatchObject({ actual: null, verdict: 'not-reported' })
    expect(lineOf(report, 'it', 'a')).toMatchObject({ verdict: null })
  })

  it('up to the newest date counts as missing', () => {
    const { report } = held([inArea('a', '10', '2018-H1'), inArea('b', '20', '2018-H1'), inArea('c', '5', '2018-Q1')])
    expect(lineOf(report, 'it')).toMatchObject({
      partial: { of: 'areas', reported: 2, expected: 3 },
      actualPeriod: { text: '2018-H1' },
    })
    expect(textOf(lineOf(report, 'it').actual)).toBe('35')
  })

  it('in part counts as missing', () => {
    const later = { basis: 'increment' } as const
    const { report } = held([
      inArea('a', '1', '2018-H1'),
      inArea('b', '1', '2018-H1'),
      inArea('c', '1', '2018-Q2', later),
    ])
    expect(lineOf(report, 'it').partial).toEqual({ of: 'areas', reported: 2, expected: 3 })
  })

  it('says nothing of its figure', () => {
    const silent = inArea('c', null, '2018', { published: figure('5') })
    const { report } = held([...allThree.slice(0, 2), silent], { type: 'stock' })
    expect(lineOf(report, 'it').partial).toEqual({ of: 'areas', reported: 2, expected: 3 })
  })

  it('is all of them where areas are only planned', () => {
    const targetsByArea = new Map([['a', threshold('at_least', '5')]])
    expect(held([whole('3')], { targetsByArea }).report.lines).toHaveLength(4)
    expect(
      held([whole('3')], { baselinesByArea: new Map([['a', baselineCounts('1', '2')]]) }).report.lines,
    ).toHaveLength(4)
    expect(held([whole('3')]).report.lines).toHaveLength(1)
  })
})

describe('a reported total stands beside the sum of areas', () => {
  it('and is used where they differ, which is a problem', () => {
    const at = placeAt(9)
    const { report, problems } = held([...allThree, whole(null, '2018', { value: { ...figure('61'), at } })])
    expect(textOf(lineOf(report, 'it').actual)).toBe('61')
    expect(lineOf(report, 'it')).toMatchObject({ origin: 'reported', partial: null })
    expect(problems).toMatchObject([{ code: 'total-disagrees', at }])
    expect(argsOf(problems, 'total-disagrees')).toEqual({ indicator: 'it', reported: '61', sum: '60' })
  })

  it.each<[string, readonly Observation[]]>([
    ['that are equal', [...allThree, whole('60')]],
    ['of which one is missing', [...allThree.slice(1), whole('60')]],
    ['of another date', [...allThree, whole('50', '2018-01/2018-11')]],
    [
      'of a total with a gap',
      [
        ...['a', 'b', 'c'].map((id) => inArea(id, '10', '2018-01/2018-09')),
        whole('10', '2018-Q1'),
        whole('10', '2018-Q3', { basis: 'increment' }),
      ],
    ],
  ])('and is not contradicted by areas %s', (_, observations) => {
    expect(held(observations).problems).toEqual([])
  })

  it('but not before areas that have all reported a later day', () => {
    const older = whole('50', '2018-01/2018-11')
    const { report, problems } = held([...allThree, older])
    expect(problems).toEqual([])
    expect(textOf(lineOf(report, 'it').actual)).toBe('60')
    expect(lineOf(report, 'it')).toMatchObject({ origin: 'areas', actualPeriod: { text: '2018' } })
    // While one has not, the total says more than a sum without it.
    const missing = held([...allThree.slice(1), older])
    expect(textOf(lineOf(missing.report, 'it').actual)).toBe('50')
  })

  it('of areas in areas, at every level', () => {
    const areas = [area('north'), area('n1', { parent: 'north' }), area('n2', { parent: 'north' }), area('south')]
    const below = [inArea('n1', '1'), inArea('n2', '2')]
    const complete = [...below, inArea('south', '4')]

    const summed = held(complete, {}, areas)
    expect(textOf(lineOf(summed.report, 'it').actual)).toBe('7')
    expect(textOf(lineOf(summed.report, 'it', 'north').actual)).toBe('3')
    expect(lineOf(summed.report, 'it', 'north').origin).toBe('areas')

    const differing = held([...complete, inArea('north', '5')], {}, areas)
    expect(textOf(lineOf(differing.report, 'it').actual)).toBe('9')
    expect(argsOf(differing.problems, 'total-disagrees')).toEqual({ indicator: 'it', reported: '5', sum: '3' })

    const missing = held([inArea('n1', '1'), inArea('south', '4')], {}, areas)
    expect(lineOf(missing.report, 'it', 'north').partial).toEqual({ of: 'areas', reported: 1, expected: 2 })
    expect(lineOf(missing.report, 'it').partial).toEqual({ of: 'areas', reported: 1, expected: 2 })
  })

  const rates = { type: 'poverty-rate' } as const
  const poorIn = (id: string, poor: string) => inArea(id, null, '2018', { counts: counts({ poor, households: '100' }) })

  it('and may fall again where its areas have fallen: a floor that it has reached is not settled', () => {
    const running = { basis: 'cumulative' } as const
    const rows = [inArea('a', '40', '2018-H1', running), inArea('b', '20', '2018-H1', running), whole('60', '2018-H1')]
    const verdictOf = (observations: readonly Observation[]) =>
      lineOf(held(observations, { target: threshold('at_least', '60') }, three.slice(0, 2)).report, 'it').verdict
    expect(verdictOf(rows)).toBe('met')
    expect(verdictOf([inArea('a', '45', '2018-Q1', running), ...rows])).toBe('on-track')
  })

  it('of a poverty rate: the poor moved as they did in all areas together, once all have reported', () => {
    const started = new Map(['a', 'b'].map((id) => [id, baselineCounts('100', '1000')]))
    const given = { type: 'poverty-rate', baseline: baselineCounts('200', '2000'), baselinesByArea: started } as const
    const left = (id: string, poor: string, escaped: string) =>
      inArea(id, null, '2018', { counts: counts({ poor, households: '1000', escaped }) })
    const movementsOf = (rows: readonly Observation[]) =>
      lineOf(held(rows, given, three.slice(0, 2)).report, 'it').change?.movements ?? null
    const both = movementsOf([left('a', '90', '10'), left('b', '80', '20')])
    expect([textOf(both?.escaped), both?.relapsed, textOf(both?.gap)]).toEqual(['30', null, '0'])
    expect(movementsOf([left('a', '90', '10')])).toBeNull()
  })

  it('of a poverty rate: by the poor where both count them', () => {
    const total = whole(null, '2018', { counts: counts({ poor: '31', households: '300' }) })
    const { problems } = held([poorIn('a', '5'), poorIn('b', '10'), poorIn('c', '15'), total], rates)
    expect(argsOf(problems, 'total-disagrees')).toEqual({ indicator: 'it', reported: '31', sum: '30' })
  })

  it('of a poverty rate: equal numbers of poor are no problem, whatever was printed', () => {
    const total = whole('10.0', '2018', { counts: counts({ poor: '30', households: '300' }) })
    expect(held([poorIn('a', '5'), poorIn('b', '10'), poorIn('c', '15'), total], rates).problems).toEqual([])
  })

  it('of a poverty rate: by the rate, within its rounding, where the total was only printed', () => {
    // 31 of 300: 10.333…%.
    const areas = [poorIn('a', '5'), poorIn('b', '10'), poorIn('c', '16')]
    expect(held([...areas, whole('10.3')], rates).problems).toEqual([])
    expect(held([...areas, whole(null, '2018', { published: figure('5') })], rates).problems).toEqual([])
    expect(argsOf(held([...areas, whole('10.4')], rates).problems, 'rate-disagrees')).toEqual({
      indicator: 'it',
      printed: '10.4',
      computed: '10.33',
      numerator: '31',
      denominator: '300',
    })
  })
})

describe('a total from areas is of no one area', () => {
  const start = new Map(['a', 'b'].map((id) => [id, baselineCounts('20', '100')]))
  const given: Partial<Indicator> = {
    type: 'poverty-rate',
    target: threshold('at_most', '9'),
    baseline: baselineCounts('40', '200'),
    baselinesByArea: start,
  }
  const figures = (poor: string) => counts({ poor, households: '100', poor_change: '-5', escaped: '5' })
  const rows = [
    inArea('a', null, '2018', { counts: figures('15'), published: figure('33') }),
    inArea('b', null, '2018', { counts: figures('15'), published: figure('33') }),
  ]

  it('so that its movements are the sum of theirs, and what was printed about it is not theirs', () => {
    const { report, problems } = held(rows, given, three.slice(0, 2))
    expect(problems).toEqual([])
    const line = lineOf(report, 'it')
    expect(line.change).toMatchObject({ reportedPoorChange: null })
    // 40 − (5 + 5) = 30.
    expect(textOf(line.change?.movements?.escaped)).toBe('10')
    expect(textOf(line.change?.movements?.gap)).toBe('0')
    expect(textOf(line.change?.poor)).toBe('-10')
    expect(lineOf(report, 'it', 'a').change?.movements).toMatchObject({ escaped: { sign: 1 } })
  })

  it('and has no movements while one area has not said how its poor moved', () => {
    const silent = inArea('b', null, '2018', { counts: counts({ poor: '15', households: '100' }) })
    const { report } = held([...rows.slice(0, 1), silent], given, three.slice(0, 2))
    expect(lineOf(report, 'it').change?.movements).toBeNull()
  })

  it('and has those that were reported of the whole', () => {
    const total = whole(null, '2018', { counts: counts({ escaped: '12', new: '2' }) })
    const { report, problems } = held([...rows, total], given, three.slice(0, 2))
    // 40 − 12 + 2 = 30.
    expect(textOf(lineOf(report, 'it').change?.movements?.gap)).toBe('0')
    expect(codesOf(problems)).not.toContain('movements-do-not-balance')
    const other = whole(null, '2018', { counts: counts({ escaped: '12' }) })
    const unbalanced = held([...rows, other], given, three.slice(0, 2)).problems
    expect(argsOf(unbalanced, 'movements-do-not-balance')).toMatchObject({ end: '30', expected: '28', by: '2' })
  })

  it('and is not comparable where an area was measured otherwise', () => {
    const other = inArea('b', null, '2018', { counts: figures('15'), standard: '2022-2025' })
    const { report } = held([...rows.slice(0, 1), other], { ...given, standard: '2016-2020' }, three.slice(0, 2))
    expect(lineOf(report, 'it').verdict).toBe('not-comparable')
    expect(lineOf(report, 'it', 'a').verdict).not.toBe('not-comparable')
  })
})

describe('areas that come and go', () => {
  const old = area('old', { until: day('2018-06-30') })
  const young = area('young', { from: day('2018-07-01') })
  const gone = area('gone', { until: day('2017-12-31') })
  const future = area('future', { from: day('2019-01-01') })

  it.each([
    ['2018', ['old', 'young']],
    ['2018-H1', ['old']],
    ['2018-H2', ['young']],
    ['2018-06-30', ['old']],
    ['2018-07-01', ['young']],
    ['2017', ['old', 'gone']],
  ])('exist in %s: %s', (of, expected) => {
    const areas = [old, young, gone, future]
    expect(existingAreas(plan('plan', { areas }), period(of)).map(({ id }) => id)).toEqual(expected)
  })

  it('a stock is that of the areas there are at its date', () => {
    const { report } = held([inArea('old', '100', '2018-H1'), inArea('young', '110')], { type: 'stock' }, [old, young])
    expect(textOf(lineOf(report, 'it').actual)).toBe('110')
    expect(lineOf(report, 'it').partial).toBeNull()
  })

  it('a flow is that of all areas there were', () => {
    const second = { basis: 'increment' } as const
    const rows = [inArea('old', '100', '2018-H1'), inArea('young', '110', '2018-H2', second)]
    const { report } = held(rows, {}, [old, young, future])
    expect(textOf(lineOf(report, 'it').actual)).toBe('210')
    expect(lineOf(report, 'it')).toMatchObject({ partial: null, actualPeriod: { text: '2018' } })
  })

  it('an area that was there before the plan reports from the start of the plan', () => {
    const longThere = area('a', { from: day('2017-01-01') })
    const { report, problems } = held([inArea('a', '1', '2018-Q1')], {}, [longThere])
    expect(problems).toEqual([])
    expect(lineOf(report, 'it', 'a').actualPeriod?.text).toBe('2018-Q1')
  })

  it('an area that is still to come is not missing', () => {
    const { report } = held([inArea('old', '100', '2018-Q1')], {}, [old, young])
    expect(lineOf(report, 'it').partial).toBeNull()
  })

  it('an area that was there and has not reported to its end is missing', () => {
    const rows = [inArea('old', '100', '2018-Q1'), inArea('young', '110', '2018-H2')]
    const { report, problems } = held(rows, {}, [old, young])
    expect(lineOf(report, 'it').partial).toEqual({ of: 'areas', reported: 1, expected: 2 })
    // It starts with the area, so that there is nothing to say of its basis.
    expect(problems).toEqual([])
  })
})

describe('whatever the areas report', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 3 })

  it('the order of results changes nothing', () => {
    const rows = [...allThree, whole('61'), inArea('a', '3', '2018-Q1'), whole('7', '2018-Q1')]
    const expected = JSON.stringify(held(rows).report, written)
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(JSON.stringify(held(shuffled).report, written)).toBe(expected)
      }),
    )
  })

  it('an area with zero changes no sum', () => {
    fc.assert(
      fc.property(values, (of) => {
        const rows = of.map((value, index) => inArea(three[index]?.id ?? '', String(value)))
        const without = lineOf(held(rows).report, 'it')
        const withZero = lineOf(held([...rows, inArea('d', '0')], {}, [...three, area('d')]).report, 'it')
        expect(textOf(withZero.actual)).toBe(textOf(without.actual))
        expect(textOf(without.actual)).toBe(String(of.reduce((sum, value) => sum + value, 0)))
      }),
    )
  })

  it('a scale of all numbers leaves the achievement', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 50 }), (of, target, scale) => {
        const achieved = (factor: number) => {
          const rows = of.map((value, index) => inArea(three[index]?.id ?? '', String(value * factor)))
          const { report } = held(rows, { target: threshold('at_least', String(target * factor)) })
          return textOf(lineOf(report, 'it').achievement)
        }
        expect(achieved(scale)).toBe(achieved(1))
      }),
    )
  })
})

const written = (_: string, value: unknown) =>
  typeof value === 'bigint' ? String(value) : value instanceof Map ? [...value] : value
