import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Area } from '../../../src/model/plan.ts'
import { baselineCounts, codesOf, counts, lineOf, observed, reportOf, textOf } from '../../support/calc.ts'
import { area, day, figure, indicator, plan } from '../../support/report.ts'

/** From July on one district, which had been two. */
const merged = area('new', { was: ['a', 'b'], from: day('2018-07-01') })
const other = area('other')

function held(rows: readonly Observation[], given: Partial<Indicator> = {}, areas: readonly Area[] = [merged, other]) {
  return reportOf(plan('plan', { areas, indicators: [indicator('it', given)] }), rows)
}

const increment = { basis: 'increment' } as const
const row = (id: string, of: string, value: string | null, given: Partial<Observation> = {}) =>
  observed('it', of, value, { area: id, ...increment, ...given })

describe('districts that merge', () => {
  it('go on in one flow: what the former ones reported and what it reports itself', () => {
    const { report, problems } = held([
      row('a', '2018-Q1', '10'),
      row('b', '2018-Q1', '5'),
      row('a', '2018-Q2', '20'),
      row('b', '2018-Q2', '7'),
      row('new', '2018-Q3', '40'),
      row('other', '2018-01/2018-09', '100'),
    ])
    expect(problems).toEqual([])
    const line = lineOf(report, 'it', 'new')
    expect(textOf(line.actual)).toBe('82')
    expect(line).toMatchObject({ partial: null, actualPeriod: { text: '2018-01/2018-09' } })
    expect(line.inputs.map(({ text }) => text)).toEqual(['10', '5', '20', '7', '40'])
    expect(textOf(lineOf(report, 'it').actual)).toBe('182')
    expect(lineOf(report, 'it').partial).toBeNull()
  })

  it('have a total that starts with the year, which needs nothing added', () => {
    const rows = [row('a', '2018-H1', '30'), row('b', '2018-H1', '12')]
    const total = row('new', '2018-Q3', null, { basis: null, cumulative: figure('82'), value: figure('40') })
    expect(textOf(lineOf(held([...rows, total]).report, 'it', 'new').actual)).toBe('82')
    expect(held([...rows, total]).problems).toEqual([])
    const wrong = { ...total, cumulative: figure('40') }
    expect(codesOf(held([...rows, wrong]).problems)).toContain('cumulative-disagrees')
  })

  it('are partial while one of them has not reported', () => {
    const { report } = held([row('a', '2018-Q1', '10'), row('other', '2018-Q1', '1')])
    expect(lineOf(report, 'it', 'new')).toMatchObject({ partial: { of: 'areas', reported: 1, expected: 2 } })
    expect(textOf(lineOf(report, 'it', 'new').actual)).toBe('10')
    expect(lineOf(report, 'it').partial).toEqual({ of: 'areas', reported: 1, expected: 2 })
  })

  it('may have reported at different times, each whole', () => {
    const rows = [row('a', '2018-Q1', '10'), row('a', '2018-Q2', '20'), row('b', '2018-H1', '12')]
    const { report, problems } = held([...rows, row('new', '2018-Q3', '40')])
    expect(problems).toEqual([])
    expect(textOf(lineOf(report, 'it', 'new').actual)).toBe('82')
    expect(lineOf(report, 'it', 'new').partial).toBeNull()
  })

  it('that have not both come as far stay partial under what comes later', () => {
    const rows = [row('a', '2018-H1', '30'), row('b', '2018-Q1', '5'), row('new', '2018-Q3', '40')]
    const line = lineOf(held(rows).report, 'it', 'new')
    expect(textOf(line.actual)).toBe('75')
    expect(line.partial).toEqual({ of: 'areas', reported: 1, expected: 2 })
  })

  it('are one number of a stock at a date', () => {
    const stock = { type: 'stock' } as const
    const rows = [row('a', '2018-Q1', '10'), row('b', '2018-Q1', '5')]
    expect(textOf(lineOf(held(rows, stock).report, 'it', 'new').actual)).toBe('15')
    expect(textOf(lineOf(held([...rows, row('new', '2018-Q3', '14')], stock).report, 'it', 'new').actual)).toBe('14')
  })

  it('are one poverty rate of the poor of both', () => {
    const rate = (id: string, poor: string, households: string, escaped: string) =>
      row(id, '2018-H1', '9.99', { counts: counts({ poor, households, escaped }) })
    const rows = [rate('a', '900', '15000', '100'), rate('b', '1000', '5000', '50')]
    const baselinesByArea = new Map([['new', baselineCounts('2050', '20000')]])
    const { report } = held(rows, { type: 'poverty-rate', baselinesByArea })
    const line = lineOf(report, 'it', 'new')
    expect(textOf(line.actual)).toBe('9.5')
    // 2,050 − 150 = 1,900.
    expect(textOf(line.change?.movements?.gap)).toBe('0')
    expect(line.inputs.map(({ field, text }) => `${field} ${text}`)).toEqual([
      'baseline-poor 2050',
      'baseline-households 20000',
      'poor 900',
      'poor 1000',
      'households 15000',
      'households 5000',
      'escaped 100',
      'escaped 50',
    ])
  })

  it.each(['level', 'rate', 'growth'] as const)('have no %s in common', (type) => {
    const rows = [row('a', '2018-H1', '30'), row('b', '2018-H1', '12')]
    expect(lineOf(held([...rows, row('other', '2018-H1', '1')], { type }).report, 'it', 'new').actual).toBeNull()
    expect(textOf(lineOf(held([...rows, row('new', '2018', '20')], { type }).report, 'it', 'new').actual)).toBe('20')
  })

  it('of which one kept its id are told apart by the day', () => {
    const grown = area('a', { was: ['a', 'b'], from: day('2018-07-01') })
    const rows = [row('a', '2018-H1', '30'), row('b', '2018-H1', '12'), row('a', '2018-Q3', '40')]
    expect(textOf(lineOf(held(rows, {}, [grown]).report, 'it', 'a').actual)).toBe('82')
  })

  it('and report one figure twice have a duplicate', () => {
    const rows = [row('a', '2018-Q1', '10'), row('a', '2018-Q1', '11'), row('b', '2018-Q1', '5')]
    expect(codesOf(held(rows).problems)).toEqual(['duplicate-observation'])
    const uneven = [...rows, row('b', '2018-Q2', '5')]
    expect(codesOf(held(uneven).problems)).toEqual(['duplicate-observation'])
  })

  it('keep provisional figures that final ones replaced', () => {
    const rows = [
      row('a', '2018-Q1', '10'),
      row('a', '2018-Q1', '9', { status: 'provisional' }),
      row('b', '2018-Q1', '5', { status: 'provisional' }),
    ]
    const line = lineOf(held(rows).report, 'it', 'new')
    expect(textOf(line.actual)).toBe('15')
    expect(line.status).toBe('provisional')
    expect(line.superseded.map(({ value }) => value?.text)).toEqual(['9'])
  })

  it('come to the same whatever the order of their results', () => {
    const rows = [
      row('a', '2018-Q1', '10'),
      row('b', '2018-Q1', '5'),
      row('a', '2018-Q2', '20'),
      row('b', '2018-Q2', '7'),
      row('new', '2018-Q3', '40'),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(textOf(lineOf(held(shuffled).report, 'it', 'new').actual)).toBe('82')
      }),
    )
  })
})

describe('a district that was renamed', () => {
  const renamed = area('town', { was: ['district'], from: day('2018-07-01') })

  it('has one series', () => {
    const rows = [row('district', '2018-H1', '30', { basis: null }), row('town', '2018-Q3', '12')]
    const { report, problems } = held(rows, {}, [renamed])
    expect(problems).toEqual([])
    expect(textOf(lineOf(report, 'it', 'town').actual)).toBe('42')
    expect(lineOf(report, 'it')).toMatchObject({ partial: null, actualPeriod: { text: '2018-01/2018-09' } })
  })

  it('cannot report one month under both names', () => {
    const rows = [row('district', '2018-Q1', '30'), row('town', '2018-Q1', '12')]
    expect(codesOf(held(rows, {}, [renamed]).problems)).toEqual(['duplicate-observation'])
  })
})
