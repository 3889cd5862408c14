import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { argsOf, baseline, codesOf, counts, lineOf, observed, placeAt, reportOf, targetOf } from '../../support/calc.ts'
import { area, figure, indicator, plan } from '../../support/report.ts'

function problemsOf(row: Observation, given: Partial<Indicator>) {
  return reportOf(plan('plan', { indicators: [indicator('it', given)] }), [row]).problems
}

const published = (value: string, printed: string, given: Partial<Observation> = {}) =>
  observed('it', '2018', value, { published: { ...figure(printed), at: placeAt(4) }, ...given })

describe('the percentage that was printed about a result', () => {
  const jobs = { target: targetOf('at_least 16000') }

  it.each([
    // 118.26875%
    ['118', true],
    ['118.3', true],
    ['118.27', true],
    // Cut off instead of rounded, as some do.
    ['118.26', true],
    ['118.25', false],
    ['119', false],
    ['117', false],
    ['118.5', false],
  ])('%s%% of 18,923 of 16,000 agrees: %s', (printed, agrees) => {
    const expected = agrees ? [] : ['published-disagrees']
    expect(codesOf(problemsOf(published('18923', printed), jobs))).toEqual(expected)
  })

  it.each([
    ['0.5', true],
    ['1', true],
    ['0', true],
    ['0.4', false],
  ])('half a unit of its last digit may have been rounded either way: %s%% of 1 of 200: %s', (printed, agrees) => {
    const problems = problemsOf(published('1', printed), { target: targetOf('at_least 200') })
    expect(codesOf(problems)).toEqual(agrees ? [] : ['published-disagrees'])
  })

  it('is told with what it calculates to', () => {
    const problems = problemsOf(published('18923', '119'), jobs)
    expect(problems).toMatchObject([{ at: placeAt(4) }])
    expect(argsOf(problems, 'published-disagrees')).toEqual({ indicator: 'it', published: '119', computed: '118.27' })
    expect(argsOf(problemsOf(published('18923', '119.000'), jobs), 'published-disagrees')).toMatchObject({
      published: '119.000',
      computed: '118.269',
    })
  })

  it.each([
    // 4.24 to 3.28 of 0.8: 118.75 to 121.25.
    ['118.75', true],
    ['121.25', true],
    ['121', true],
    ['122', false],
    ['118.2', false],
    ['121.4', false],
  ])('may be anything that the rounding of both rates allows: %s%%, %s', (printed, agrees) => {
    const given = { type: 'poverty-rate', target: targetOf('reduce_by 0.8'), baseline: baseline('4.24') } as const
    expect(codesOf(problemsOf(published('3.28', printed), given))).toEqual(agrees ? [] : ['published-disagrees'])
  })

  it('stands in the line with whether it agrees', () => {
    const lineOfIt = (row: Observation, given: Partial<Indicator>) =>
      lineOf(reportOf(plan('plan', { indicators: [indicator('it', given)] }), [row]).report, 'it')
    const agrees = (printed: string, given: Partial<Indicator>) =>
      lineOfIt(published('18923', printed), given).published?.agrees
    expect(agrees('118', jobs)).toBe(true)
    expect(agrees('119', jobs)).toBe(false)
    expect(agrees('119', { target: targetOf('at_most 0') })).toBeNull()
    expect(lineOfIt(published('18923', '119'), jobs).published?.figure.text).toBe('119')
    expect(lineOfIt(observed('it', '2018', '18923'), jobs).published).toBeNull()
  })

  it.each([
    // 69.7 was 69.65 to 69.75 of 72: 96.736 to 96.875.
    ['96.74', true],
    ['96.87', true],
    ['96.73', false],
    ['96.88', false],
  ])('decimals of any figure tell how it was rounded: %s%% of 69.7 of 72, %s', (printed, agrees) => {
    const problems = problemsOf(published('69.7', printed), { type: 'level', target: targetOf('at_least 72') })
    expect(codesOf(problems)).toEqual(agrees ? [] : ['published-disagrees'])
  })

  it('is not judged where nothing can be calculated', () => {
    expect(problemsOf(published('5', '100'), { target: targetOf('at_most 0') })).toEqual([])
    expect(problemsOf(published('5', '100'), {})).toEqual([])
  })
})

describe('problems of a change stand where they were written', () => {
  const start = baseline('9.5', { poor: figure('1900'), households: figure('20000') })
  const given = { type: 'poverty-rate', baseline: start } as const
  const at = placeAt(6)
  const result = (more: Parameters<typeof counts>[0]) =>
    observed('it', '2018', null, {
      at: placeAt(5),
      counts: {
        ...counts({ households: '20000', ...more }),
        poor: { ...figure('1750'), at },
        ...(more.poor_change && { poor_change: { ...figure(more.poor_change), at: placeAt(7) } }),
      },
    })

  it('movements at the number of poor that they do not give', () => {
    expect(problemsOf(result({ escaped: '1' }), given)).toMatchObject([{ code: 'movements-do-not-balance', at }])
  })

  it('also where the rate was printed with them', () => {
    const row = { ...result({ escaped: '1' }), value: figure('8.75') }
    expect(problemsOf(row, given)).toMatchObject([{ code: 'movements-do-not-balance', at }])
  })

  it('movements once: what stands in an area is not told again of the sum, what the whole reports itself is', () => {
    const inArea = (of: string, more: Parameters<typeof counts>[0]) =>
      observed('it', '2018', null, { area: of, counts: counts({ households: '1000', ...more }) })
    const startOf = (poor: string, households: string) =>
      baseline(null, { poor: figure(poor), households: figure(households) })
    const poverty = indicator('it', {
      type: 'poverty-rate',
      baseline: startOf('200', '2000'),
      baselinesByArea: new Map(['a', 'b'].map((id) => [id, startOf('100', '1000')])),
    })
    const told = (rows: readonly Observation[]) =>
      reportOf(plan('plan', { areas: [area('a'), area('b')], indicators: [poverty] }), rows).problems.map(
        ({ code, args }) => ({ code, ...args }),
      )
    // 100 − 5 = 95 and not 90; 100 − 20 = 80.
    expect(told([inArea('a', { poor: '90', escaped: '5' }), inArea('b', { poor: '80', escaped: '20' })])).toMatchObject(
      [{ code: 'movements-do-not-balance', start: '100', end: '90', by: '-5' }],
    )
    // 200 − 26 = 174 and not 90 + 80.
    const whole = observed('it', '2018', null, { counts: counts({ escaped: '26' }) })
    expect(told([whole, inArea('a', { poor: '90' }), inArea('b', { poor: '80' })])).toMatchObject([
      { code: 'movements-do-not-balance', start: '200', end: '170', by: '-4' },
    ])
  })

  it('a change in poor households at itself', () => {
    expect(problemsOf(result({ poor_change: '-1' }), given)).toMatchObject([
      { code: 'poor-change-disagrees', at: placeAt(7) },
    ])
  })

  it('what cannot be compared at the result', () => {
    const row = { ...result({}), method: 'register' }
    expect(problemsOf(row, { ...given, method: 'survey' })).toMatchObject([
      { code: 'not-comparable', at: placeAt(5), args: { what: 'method', from: 'survey', to: 'register' } },
    ])
  })

  it('what cannot be compared is told without a baseline as well', () => {
    const row = observed('it', '2018', '4', { at: placeAt(5), standard: '2022-2025' })
    const target = targetOf('at_most 5')
    expect(problemsOf(row, { type: 'poverty-rate', standard: '2016-2020', target })).toMatchObject([
      { code: 'not-comparable', at: placeAt(5), args: { what: 'standard', from: '2016-2020', to: '2022-2025' } },
    ])
  })

  it('a standard that only the result is under at the baseline that states none', () => {
    const row = { ...result({}), standard: '2022-2025' }
    expect(problemsOf(row, { ...given, baseline: { ...start, at: placeAt(3) } })).toMatchObject([
      { code: 'standard-not-stated', at: placeAt(3), args: { side: 'baseline', standard: '2022-2025' } },
    ])
  })

  it('persons instead of households, whatever is said of standards', () => {
    const row = observed('it', '2018', '4', { at: placeAt(5), measured: 'persons' })
    const stated = { standard: '2022-2025', measured: 'households' } as const
    expect(problemsOf(row, { type: 'poverty-rate', ...stated, target: targetOf('at_most 5') })).toMatchObject([
      { code: 'not-comparable', args: { what: 'measured', from: 'households', to: 'persons' } },
    ])
  })

  it('the ends of a change are named before the indicator', () => {
    const row = { ...result({}), measured: 'persons' as const }
    const problems = problemsOf(row, {
      ...given,
      baseline: { ...start, measured: 'households' },
      measured: 'households',
    })
    expect(argsOf(problems, 'not-comparable')).toEqual({
      indicator: 'it',
      what: 'measured',
      from: 'households',
      to: 'persons',
    })
  })
})
