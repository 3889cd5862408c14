import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact } from '../../../src/model/exact.ts'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Area } from '../../../src/model/plan.ts'
import type { ImpliedShares } from '../../../src/model/poverty-rate.ts'
import { baseline, baselineCounts, counts, lineOf, observed, reportOf } from '../../support/calc.ts'
import { area, indicator, number, period, plan } from '../../support/report.ts'

const two = [area('lowland'), area('mountain')]

/** Rates of the whole, of the lowland and of the mountain, at the start and at the end. */
function implied(
  start: readonly [string, string, string],
  end: readonly [string, string, string],
  given: Partial<Indicator> = {},
  areas: readonly Area[] = two,
  more: readonly Observation[] = [],
): ImpliedShares | null {
  const at = (value: string) => baseline(value, { period: period('2018') })
  const baselinesByArea = new Map([
    ['lowland', at(start[1])],
    ['mountain', at(start[2])],
  ])
  const rate = indicator('rate', { type: 'poverty-rate', baseline: at(start[0]), baselinesByArea, ...given })
  const rows = [
    observed('rate', '2019', end[0]),
    observed('rate', '2019', end[1], { area: 'lowland' }),
    observed('rate', '2019', end[2], { area: 'mountain' }),
    ...more,
  ]
  const { report } = reportOf(plan('plan', { period: period('2019'), areas, indicators: [rate] }), rows)
  return lineOf(report, 'rate').change?.impliedShares ?? null
}

const points = (value: Exact | undefined, decimals = 4) => value?.toFixed(decimals)

describe('the rates of two areas and of the whole', () => {
  // Quảng Nam: 7.57% → 6.06%, lowland 3.19% → 2.42%, mountain 25.39% → 20.85%.
  const quangNam = implied(['7.57', '3.19', '25.39'], ['6.06', '2.42', '20.85'])

  it('imply the shares of the areas: Quảng Nam, 19.73% and 19.75% in the mountains', () => {
    expect(quangNam?.area.id).toBe('mountain')
    expect(points(quangNam?.from.value.times(Exact.HUNDRED), 2)).toBe('19.73')
    expect(points(quangNam?.to.value.times(Exact.HUNDRED), 2)).toBe('19.75')
  })

  it('leave them as open as their rounding does', () => {
    // (7.565 − 3.195) / (25.395 − 3.195) and (7.575 − 3.185) / (25.385 − 3.185).
    const { low, high } = quangNam?.from.interval ?? {}
    expect(low?.equals(number('437').dividedBy(number('2220')))).toBe(true)
    expect(high?.equals(number('439').dividedBy(number('2220')))).toBe(true)
  })

  it('split the change as known shares would, exactly', () => {
    expect(Exact.sum([quangNam?.within.value ?? Exact.ONE, quangNam?.shift.value ?? Exact.ONE]).toString()).toBe(
      '-1.51',
    )
    // ½(0.19730 + 0.19750)(−4.54) + ½(0.80270 + 0.80250)(−0.77).
    expect(points(quangNam?.within.value)).toBe('-1.5142')
    expect(points(quangNam?.shift.value)).toBe('0.0042')
  })

  it('contain what any rates would give that are printed so', () => {
    const within = (text: string) =>
      fc.integer({ min: -4999, max: 4999 }).map((off) => number(text).plus(Exact.of(BigInt(off), 1000000n)))
    const rates = fc.tuple(...['7.57', '3.19', '25.39', '6.06', '2.42', '20.85'].map(within))
    fc.assert(
      fc.property(rates, (drawn) => {
        const [p0, l0, m0, p1, l1, m1] = drawn as [Exact, Exact, Exact, Exact, Exact, Exact]
        const s0 = p0.minus(l0).dividedBy(m0.minus(l0))
        const s1 = p1.minus(l1).dividedBy(m1.minus(l1))
        const half = (value: Exact) => value.dividedBy(Exact.of(2n))
        const mean = half(s0.plus(s1))
        const inside = mean.times(m1.minus(m0)).plus(Exact.ONE.minus(mean).times(l1.minus(l0)))
        const moved = p1.minus(p0).minus(inside)
        const lies = (value: Exact, of: ImpliedShares['from'] | undefined) =>
          of && !value.isBelow(of.interval.low) && !value.isAbove(of.interval.high)
        expect(lies(s0, quangNam?.from)).toBe(true)
        expect(lies(s1, quangNam?.to)).toBe(true)
        expect(lies(inside, quangNam?.within)).toBe(true)
        expect(lies(moved, quangNam?.shift)).toBe(true)
      }),
    )
  })

  it('imply nothing where their rounding leaves open which is higher, or the whole lies outside', () => {
    expect(implied(['7.57', '7.57', '25.39'], ['6.06', '2.42', '20.85'])).toBeNull()
    expect(implied(['2.57', '3.19', '25.39'], ['6.06', '2.42', '20.85'])).toBeNull()
    expect(implied(['7.57', '3.19', '25.39'], ['6.06', '20.85', '2.42'])).toBeNull()
  })

  it('imply nothing of three areas, or where one was measured otherwise or at another time', () => {
    const three = [...two, area('islands')]
    expect(implied(['7.57', '3.19', '25.39'], ['6.06', '2.42', '20.85'], {}, three)).toBeNull()
    const islands = observed('rate', '2019', '9', { area: 'islands' })
    expect(implied(['7.57', '3.19', '25.39'], ['6.06', '2.42', '20.85'], {}, three, [islands])).toBeNull()
    const baselinesByArea = new Map([
      ['lowland', baseline('3.19', { period: period('2017') })],
      ['mountain', baseline('25.39', { period: period('2018') })],
    ])
    expect(implied(['7.57', '3.19', '25.39'], ['6.06', '2.42', '20.85'], { baselinesByArea })).toBeNull()
  })

  it('imply the same with areas below one of them', () => {
    const nested = [...two, area('commune', { parent: 'mountain' })]
    const inCommune = observed('rate', '2019', '30', { area: 'commune' })
    const found = implied(['7.57', '3.19', '25.39'], ['6.06', '2.42', '20.85'], {}, nested, [inCommune])
    expect(points(found?.from.value.times(Exact.HUNDRED), 2)).toBe('19.73')
  })

  it.each(['lowland', 'mountain'])('imply nothing where the %s is not known at the start', (unknown) => {
    const known = new Map([
      ['lowland', baseline('3.19', { period: period('2018') })],
      ['mountain', baseline('25.39', { period: period('2018') })],
    ])
    known.delete(unknown)
    expect(implied(['7.57', '3.19', '25.39'], ['6.06', '2.42', '20.85'], { baselinesByArea: known })).toBeNull()
  })

  it('imply nothing where one was measured otherwise, or was not yet known at the end', () => {
    const at = (value: string, measured: 'persons' | 'households') =>
      baseline(value, { period: period('2018'), measured })
    const of = (given: Parameters<typeof observed>[3]) => {
      const rate = indicator('rate', {
        type: 'poverty-rate',
        baseline: at('7.57', 'households'),
        baselinesByArea: new Map([
          ['lowland', at('3.19', given?.measured ?? 'households')],
          ['mountain', at('25.39', 'households')],
        ]),
      })
      const rows = [
        observed('rate', '2019', '6.06', { measured: 'households' }),
        observed('rate', '2019', '2.42', { area: 'lowland', measured: 'households', ...given }),
        observed('rate', '2019', '20.85', { area: 'mountain', measured: 'households' }),
      ]
      const { report } = reportOf(plan('plan', { period: period('2019'), areas: two, indicators: [rate] }), rows)
      return lineOf(report, 'rate').change?.impliedShares
    }
    expect(of({})?.area.id).toBe('mountain')
    expect(of({ measured: 'persons' })).toBeNull()
    expect(of({ period: period('2019-H1') })).toBeNull()
    expect(of({ value: null, counts: counts({ poor: '2420', households: '100000' }) })).toBeNull()
  })

  it('imply nothing where one was measured otherwise at one end alone, or the areas at both ends', () => {
    const of = (start: readonly (string | null)[], end: readonly (string | null)[]) => {
      const at = (value: string, standard: string | null = null) =>
        baseline(value, { period: period('2018'), standard })
      const rate = indicator('rate', {
        type: 'poverty-rate',
        baseline: at('7.57', start[0]),
        baselinesByArea: new Map([
          ['lowland', at('3.19', start[1])],
          ['mountain', at('25.39', start[2])],
        ]),
      })
      const rows = ['6.06', '2.42', '20.85'].map((value, index) =>
        observed('rate', '2019', value, {
          area: [null, 'lowland', 'mountain'][index] ?? null,
          standard: end[index] ?? null,
        }),
      )
      const { report } = reportOf(plan('plan', { period: period('2019'), areas: two, indicators: [rate] }), rows)
      return lineOf(report, 'rate').change?.impliedShares?.area.id ?? null
    }
    expect(of(['new', 'new', 'new'], ['new', 'new', 'new'])).toBe('mountain')
    expect(of(['new', 'old', 'new'], ['new', 'new', 'new'])).toBeNull()
    expect(of(['new', 'new', 'new'], ['new', 'new', 'old'])).toBeNull()
    expect(of([null, 'old', 'old'], [null, 'new', 'new'])).toBeNull()
    expect(of(['old', null, null], ['new', null, null])).toBeNull()
  })

  it('imply nothing where counts tell the shares', () => {
    const counted = (id: string, poor: string, households: string) =>
      observed('rate', '2018', null, { area: id, counts: counts({ poor, households }) })
    const baselinesByArea = new Map([
      ['a', baselineCounts('900', '15000')],
      ['b', baselineCounts('1000', '5000')],
    ])
    const rate = indicator('rate', {
      type: 'poverty-rate',
      baseline: baselineCounts('1900', '20000'),
      baselinesByArea,
    })
    const rows = [counted('a', '700', '14000'), counted('b', '1050', '6000')]
    const { report } = reportOf(plan('plan', { areas: [area('a'), area('b')], indicators: [rate] }), rows)
    const { change } = lineOf(report, 'rate')
    expect(change?.splits.map(({ kind }) => kind)).toEqual(['counts', 'areas', 'ravallion-huppi'])
    expect(change?.impliedShares).toBeNull()
  })

  const countedIn2018 = (poor: string, households: string) => ({
    ...baselineCounts(poor, households),
    period: period('2018'),
  })

  it('imply nothing where the households of one area were counted, though they split nothing', () => {
    // 3,190 of 100,000 are 3.19%.
    const baselinesByArea = new Map([
      ['lowland', countedIn2018('3190', '100000')],
      ['mountain', baseline('25.39', { period: period('2018') })],
    ])
    expect(implied(['7.57', '3.19', '25.39'], ['6.06', '2.42', '20.85'], { baselinesByArea })).toBeNull()
  })

  it('imply the shares where only the whole was counted', () => {
    // 757 of 10,000 are 7.57%, and (7.57 − 3.19) / (25.39 − 3.19) = 4.38 / 22.2.
    const counted = { baseline: countedIn2018('757', '10000') }
    const shares = implied(['7.57', '3.19', '25.39'], ['6.06', '2.42', '20.85'], counted)
    expect(shares?.from.value.equals(number('4.38').dividedBy(number('22.2')))).toBe(true)
  })
})
