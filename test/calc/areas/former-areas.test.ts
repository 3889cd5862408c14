import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Area } from '../../../src/model/plan.ts'
import { baselineCounts, codesOf, counts, lineOf, observed, reportOf, targetOf, textOf } from '../../support/calc.ts'
import { area, day, figure, indicator, period, plan } from '../../support/report.ts'

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

  it('say what each sum was made of, by the worst of their statuses, whatever spans they reported', () => {
    const rows = [
      row('a', '2018-Q1', '10'),
      row('a', '2018-Q2', '20', { status: 'estimate' }),
      row('b', '2018-H1', '12', { status: 'provisional' }),
    ]
    const line = lineOf(held(rows).report, 'it', 'new')
    expect(line).toMatchObject({ status: 'estimate', actualPeriod: { text: '2018-H1' }, partial: null })
    expect(line.inputs.map(({ field, text, area: of }) => [field, text, of])).toEqual([
      ['actual', '10', 'a'],
      ['actual', '20', 'a'],
      ['actual', '12', 'b'],
    ])
    const running = (id: string, total: string) => row(id, '2018-H1', null, { basis: null, cumulative: figure(total) })
    const totals = lineOf(held([running('a', '30'), running('b', '12')]).report, 'it', 'new')
    expect(textOf(totals.actual)).toBe('42')
    expect(totals.inputs.map(({ field, text }) => [field, text])).toEqual([
      ['cumulative', '30'],
      ['cumulative', '12'],
    ])
  })

  it('are added up span by span only where all of them reported the same ones', () => {
    const three = area('new', { was: ['a', 'b', 'c'], from: day('2018-07-01') })
    const rows = [
      ...[row('a', '2018-Q1', '10'), row('a', '2018-Q2', '20'), row('b', '2018-Q1', '5'), row('b', '2018-Q2', '7')],
      row('c', '2018-H1', '12'),
    ]
    expect(textOf(lineOf(held(rows, {}, [three]).report, 'it', 'new').actual)).toBe('54')
    const running = row('b', '2018-H1', '12', { basis: 'cumulative' })
    const mixed = [row('a', '2018-Q1', '10'), row('a', '2018-Q2', '20'), row('b', '2018-Q1', '5'), running]
    expect(textOf(lineOf(held(mixed).report, 'it', 'new').actual)).toBe('42')
  })

  it('that count in different ways are asked about', () => {
    const rows = [row('a', '2018-Q1', '10'), row('a', '2018-Q2', '20'), row('b', '2018-Q1', '5')]
    const running = row('b', '2018-Q2', '12', { basis: 'cumulative' })
    expect(codesOf(held([...rows, running]).problems)).toEqual(['basis-not-stated'])
  })

  it('are the sum with no day stated as well, but for one that is still there', () => {
    const rows = [row('a', '2018-Q1', '10'), row('b', '2018-Q1', '5')]
    const undated = area('new', { was: ['a', 'b'] })
    expect(textOf(lineOf(held(rows, {}, [undated]).report, 'it', 'new').actual)).toBe('15')
    const { report } = held(rows, {}, [undated, area('b')])
    expect([textOf(lineOf(report, 'it', 'new').actual), textOf(lineOf(report, 'it', 'b').actual)]).toEqual(['10', '5'])
    expect(lineOf(report, 'it', 'new').partial).toBeNull()
  })

  it('that are still there do not make the new one older than it is', () => {
    const split = area('new', { was: ['b'], from: day('2018-07-01') })
    const { report } = held([row('b', '2018-Q1', '5')], {}, [split, area('b')])
    expect(lineOf(report, 'it')).toMatchObject({ partial: null })
  })

  it('have what is wrong with the figures of one of them told', () => {
    const rows = [
      row('a', '2018-H1', '30'),
      row('b', '2018-Q1', '5'),
      row('b', '2018-H1', '4', { basis: 'cumulative' }),
    ]
    expect(codesOf(held(rows).problems)).toEqual(['falling-cumulative'])
  })

  it('are partial while one of them names no figure, and nothing where none does', () => {
    const silent = (id: string, of: string) => row(id, of, null, { published: figure('5') })
    const line = lineOf(held([row('a', '2018-H1', '30'), silent('b', '2018-H1')]).report, 'it', 'new')
    expect([textOf(line.actual), line.partial]).toEqual(['30', { of: 'areas', reported: 1, expected: 2 }])
    const none = held([silent('a', '2018-Q1'), silent('b', '2018-H1')]).report
    expect(lineOf(none, 'it', 'new').actual).toBeNull()
  })

  it('have what they reached in a quarter', () => {
    const rows = [
      row('a', '2018-Q1', '10'),
      row('b', '2018-Q1', '5'),
      row('a', '2018-Q2', '20'),
      row('b', '2018-Q2', '7'),
    ]
    const it = indicator('it')
    const { report } = reportOf(plan('plan', { areas: [merged], indicators: [it] }), rows, null, {
      period: period('2018-Q2'),
    })
    expect(textOf(lineOf(report, 'it', 'new').inPeriod?.value)).toBe('27')
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
    expect(lineOf(held(rows, stock).report, 'it', 'new')).toMatchObject({ origin: 'areas' })
    const own = row('new', '2018-Q3', '14')
    const later = lineOf(held([...rows, own], stock).report, 'it', 'new')
    expect([textOf(later.actual), later.origin]).toEqual(['14', 'reported'])
    // Of another date in each: what is the newer one's, and no sum since the plan began.
    const uneven = lineOf(
      held([row('a', '2018-Q1', '9'), row('a', '2018-Q2', '10'), row('b', '2018-Q2', '5')], stock).report,
      'it',
      'new',
    )
    expect([textOf(uneven.actual), uneven.actualPeriod?.text, uneven.partial]).toEqual(['15', '2018-Q2', null])
    const late = lineOf(held([row('a', '2018-Q1', '10'), row('b', '2018-Q2', '5')], stock).report, 'it', 'new')
    expect([textOf(late.actual), late.actualPeriod?.text, late.partial?.reported]).toEqual(['15', '2018-Q2', 1])
    // A figure of its own needs none of theirs.
    expect(lineOf(held([row('a', '2018-Q1', '10'), own], stock).report, 'it', 'new').partial).toBeNull()
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

  it('are one poverty rate also where they reported at different times, and are not comparable where one was', () => {
    const rate = (id: string, of: string, poor: string, households: string, given: Partial<Observation> = {}) =>
      row(id, of, null, { counts: counts({ poor, households }), ...given })
    const second = [rate('a', '2018-H1', '900', '15000'), rate('b', '2018-H1', '1000', '5000', { status: 'estimate' })]
    const line = lineOf(
      held([rate('a', '2018-Q1', '950', '15000'), ...second], { type: 'poverty-rate' }).report,
      'it',
      'new',
    )
    expect(line).toMatchObject({ status: 'estimate', partial: null, actualPeriod: { text: '2018-H1' } })
    expect(textOf(line.actual)).toBe('9.5')
    expect(line.inputs.map(({ field, text }) => `${field} ${text}`)).toEqual([
      'poor 900',
      'poor 1000',
      'households 15000',
      'households 5000',
    ])
    const old = rate('b', '2018-H1', '1000', '5000', { standard: 'old' })
    const given = {
      type: 'poverty-rate',
      standard: 'new',
      targetsByArea: new Map([['new', targetOf('at_most 9')]]),
    } as const
    const apart = held([rate('a', '2018-H1', '900', '15000', { standard: 'new' }), old], given)
    expect(lineOf(apart.report, 'it', 'new').verdict).toBe('not-comparable')
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
    expect(lineOf(held(rows, {}, [grown]).report, 'it', 'a').partial).toBeNull()
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
