import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AreaEnds,
  areaSplit,
  countSplit,
  differenceIn,
  ravallionHuppiSplit,
  sharesAndRates,
} from '../../../src/calc/poverty/change.ts'
import { Exact } from '../../../src/model/exact.ts'
import type { Baseline, Indicator, Measurement } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Area } from '../../../src/model/plan.ts'
import type { Split } from '../../../src/model/poverty-rate.ts'
import {
  argsOf,
  baseline,
  baselineCounts,
  codesOf,
  counts,
  lineOf,
  observed,
  ratio,
  reportOf,
  targetOf,
  textOf,
} from '../../support/calc.ts'
import { area, figure, indicator, number, period, plan } from '../../support/report.ts'

const unstated: Measurement = { standard: null, measured: null, method: null }

/** The line of a poverty rate that began at `start`, and the problems. */
function changed(start: Baseline, result: Observation, given: Partial<Indicator> = {}) {
  // As a baseline is read: what it does not state itself is the indicator's.
  const standard = start.standard ?? given.standard ?? null
  return changedAsRead({ ...start, standard, measured: start.measured ?? given.measured ?? null }, result, given)
}

function changedAsRead(start: Baseline, result: Observation, given: Partial<Indicator> = {}) {
  const read = { ...start, method: start.method ?? given.method ?? null }
  const poverty = indicator('poverty', { type: 'poverty-rate', baseline: read, ...given })
  const { report, problems } = reportOf(plan('plan', { period: period('2017'), indicators: [poverty] }), [result])
  const line = lineOf(report, 'poverty')
  if (!line.change) throw new RangeError('no change')
  return { line, change: line.change, problems }
}

const from = (value: string | null, given: Partial<Baseline> = {}) =>
  baseline(value, { period: period('2016'), ...given })
const to = (value: string | null, given: Partial<Observation> = {}) => observed('poverty', '2017', value, given)

describe('Hà Nam, 4.24% to 3.28%, 2,527 households fewer', () => {
  const haNam = () =>
    changed(from('4.24'), to('3.28', { counts: counts({ poor_change: '-2527' }) }), {
      target: targetOf('reduce_by 0.8'),
      standard: '2016-2020',
    })

  it('is a fall of 0.96 points and of 22.64 per cent, where 0.8 points were planned: 120%', () => {
    const { line, change, problems } = haNam()
    expect(textOf(change.absolute)).toBe('-0.96')
    expect(textOf(change.relative)).toBe(textOf(ratio('-96/4.24')))
    expect(change.relative?.toFixed(2)).toBe('-22.64')
    expect(change.planned?.map(textOf)).toEqual(['-0.8'])
    expect(textOf(line.achievement)).toBe('1.2')
    expect(line).toMatchObject({ verdict: 'exceeded', favourable: true })
    expect(textOf(line.variance)).toBe('-0.16')
    expect(problems).toEqual([])
  })

  it('may be anything from 118.75% to 121.25%, given the rounding of both rates', () => {
    const { low, high } = haNam().line.achievementInterval ?? {}
    expect([textOf(low), textOf(high)]).toEqual(['1.1875', '1.2125'])
  })

  it('implies 263,229 households, more than 260,515.46 and less than 266,000', () => {
    const { change } = haNam()
    expect(change.impliedBase?.value.toFixed(0)).toBe('263229')
    expect(textOf(change.impliedBase?.value)).toBe(textOf(ratio('252700/0.96')))
    expect(change.impliedBase?.interval).toMatchObject({ lowOpen: true, highOpen: true })
    expect(textOf(change.impliedBase?.interval.low)).toBe(textOf(ratio('252700/0.97')))
    expect(textOf(change.impliedBase?.interval.high)).toBe('266000')
  })

  it('is of the years and the standard that were stated', () => {
    const { change } = haNam()
    expect(change.from).toMatchObject({ period: { text: '2016' }, printedDecimals: 2, standard: '2016-2020' })
    expect(change.to).toMatchObject({ period: { text: '2017' }, printedDecimals: 2, standard: '2016-2020' })
    expect(textOf(change.poor)).toBe('-2527')
    expect(change.reportedPoorChange?.text).toBe('-2527')
  })
})

describe('a change', () => {
  it('of a rate from zero has no relative size', () => {
    const { change } = changed(from('0'), to('1.5'))
    expect(textOf(change.absolute)).toBe('1.5')
    expect(change.relative).toBeNull()
  })

  it('plans a range with its signs', () => {
    const planned = (target: string) =>
      changed(from('10'), to('9'), { target: targetOf(target) }).change.planned?.map(textOf)
    expect(planned('reduce_by 1..1.5')).toEqual(['-1', '-1.5'])
    expect(planned('increase_by 1..1.5')).toEqual(['1', '1.5'])
    expect(planned('at_most 9')).toBeUndefined()
  })

  it('is there for every type with a baseline, also without a target', () => {
    const { line, change } = changed(from('8'), to('10'), { type: 'level' })
    expect(line.verdict).toBeNull()
    expect(textOf(change.absolute)).toBe('2')
    expect(textOf(change.relative)).toBe('25')
  })

  it('is not there while nothing was reported', () => {
    const poverty = indicator('poverty', { type: 'poverty-rate', baseline: from('4.24') })
    expect(lineOf(reportOf(plan('plan', { indicators: [poverty] }), []).report, 'poverty').change).toBeNull()
  })

  it('is not there without a rate to begin with', () => {
    const poverty = indicator('poverty', { type: 'poverty-rate', baseline: from(null, { poor: figure('5') }) })
    const { report } = reportOf(plan('plan', { indicators: [poverty] }), [observed('poverty', '2018', '3')])
    expect(lineOf(report, 'poverty').change).toBeNull()
  })

  it('of counts is exact, of printed rates as exact as they were printed', () => {
    const { change } = changed(from('9', { poor: figure('9'), households: figure('100') }), to('8'))
    expect(change.from.printedDecimals).toBeNull()
    expect(change.to.printedDecimals).toBeNull()
    expect(changed(from('9.0'), to('8.00')).change).toMatchObject({
      from: { printedDecimals: 1 },
      to: { printedDecimals: 2 },
    })
  })
})

describe('the number of households that both changes imply', () => {
  const impliedBy = (start: Baseline, end: Observation) => changed(start, end).change.impliedBase
  const poorChange = (value: string) => ({ counts: counts({ poor_change: value }) })

  it('holds for rises as well', () => {
    // 100 more at 1 point more: 10,000; from 100/1.1% (open) to 100/0.9%.
    const base = impliedBy(from('2.0'), to('3.0', poorChange('100')))
    expect(textOf(base?.value)).toBe('10000')
    expect(textOf(base?.interval.low)).toBe(textOf(ratio('10000/1.1')))
    expect(textOf(base?.interval.high)).toBe(textOf(ratio('10000/0.9')))
    expect(base?.interval).toMatchObject({ lowOpen: true, highOpen: true })
  })

  it('is implied also where the poor are known at one end', () => {
    const base = impliedBy(from('4.24', { poor: figure('9000') }), to('3.28', poorChange('-2527')))
    expect(base?.value.toFixed(0)).toBe('263229')
    const other = impliedBy(from('4.24'), to('3.28', { counts: counts({ poor: '9000', poor_change: '-2527' }) }))
    expect(other?.value.toFixed(0)).toBe('263229')
  })

  it('keeps the open end where it belongs when one end is exact', () => {
    // 3.275 to 3.285 less 4: (−0.725, … −0.715) with 3.275 itself: 100·100/0.725 belongs, 10,000/0.715 does not.
    const base = impliedBy(from('4'), to('3.28', poorChange('-100')))
    expect(base?.interval).toMatchObject({ lowOpen: false, highOpen: true })
    // 3.28 less 2, 1.275 to 1.285: the larger change is the open one, and gives the lower number.
    expect(impliedBy(from('2'), to('3.28', poorChange('100')))?.interval).toMatchObject({
      lowOpen: true,
      highOpen: false,
    })
  })

  it.each<[string, Baseline, Observation]>([
    [
      'where the poor are known at both ends, which need not be of one number of households',
      from('4.24', { poor: figure('100') }),
      to('3.28', { counts: counts({ poor: '80' }) }),
    ],
    ['without a change in poor households', from('4.24'), to('3.28')],
    ['where the rate did not change', from('4.24'), to('4.24', poorChange('-5'))],
    ['where one rose and the other fell', from('4.24'), to('3.28', poorChange('5'))],
    ['where rounding leaves open which way the rate went', from('4.2'), to('4.1', poorChange('-5'))],
    [
      'where households are known',
      from('4.24'),
      to('3.28', { counts: counts({ poor_change: '-5', households: '900' }) }),
    ],
    ['where households were known', from('4.24', { households: figure('900') }), to('3.28', poorChange('-5'))],
  ])('is none %s', (_, start, end) => {
    expect(impliedBy(start, end)).toBeNull()
  })
})

describe('rates that were measured differently are never subtracted', () => {
  it.each([
    ['standard', { standard: '2016-2020' }, { standard: '2022-2025' }, 'standard'],
    ['unit', { measured: 'households' }, { measured: 'persons' }, 'measured'],
    ['method', { method: 'survey' }, { method: 'register' }, 'method'],
    ['dashes', { standard: '2016–2020' }, { standard: '2016-2020' }, null],
    ['other dashes, spaces and case', { standard: 'Chuẩn 2016 — 2020' }, { standard: ' chuẩn 2016−2020' }, null],
    [
      'the same',
      { standard: 'a', measured: 'persons', method: 'b' },
      { standard: 'a', measured: 'persons', method: 'b' },
      null,
    ],
    ['one not stated', { standard: '2016-2020', measured: 'persons', method: 'survey' }, {}, null],
    ['one not stated, the other way', {}, { standard: '2016-2020', measured: 'persons', method: 'survey' }, null],
  ] as const)('%s', (_, a, b, expected) => {
    expect(differenceIn({ ...unstated, ...a }, { ...unstated, ...b })).toBe(expected)
  })

  it.each(['standard', 'measured', 'method'] as const)(
    'the %s of a result is the indicator’s unless it says so',
    (key) => {
      const [own, other] = key === 'measured' ? (['persons', 'households'] as const) : (['b', 'a'] as const)
      const { change } = changed(from('9', { [key]: other }), to('4'), { [key]: own })
      expect(change).toMatchObject({ differsIn: key, from: { [key]: other }, to: { [key]: own } })
      expect(changed(from('9'), to('4', { [key]: own }), { [key]: own }).change.differsIn).toBeNull()
    },
  )

  it('the verdict is not comparable, and a problem names both', () => {
    const start = from('9.88', { standard: '2011-2015' })
    const { line, change, problems } = changed(start, to('4.24'), {
      target: targetOf('reduce_by 1'),
      standard: '2016-2020',
    })
    expect(line).toMatchObject({
      verdict: 'not-comparable',
      undefinedReason: 'not-comparable',
      achievement: null,
      variance: null,
      formula: null,
    })
    expect(change).toMatchObject({
      differsIn: 'standard',
      absolute: null,
      relative: null,
      impliedBase: null,
      splits: [],
    })
    expect(argsOf(problems, 'not-comparable')).toEqual({
      indicator: 'poverty',
      what: 'standard',
      from: '2011-2015',
      to: '2016-2020',
    })
  })

  it('neither are their numbers of poor', () => {
    const start = from(null, { poor: figure('30'), households: figure('100'), standard: '2011-2015' })
    const end = to(null, { counts: counts({ poor: '10', households: '100', escaped: '3' }) })
    const { change, problems } = changed(start, end, { standard: '2016-2020' })
    expect(change).toMatchObject({ poor: null, splits: [], movements: { gap: null } })
    expect(codesOf(problems)).toEqual(['not-comparable'])
  })

  it('nor is the way between them measured, on request', () => {
    const start = from('9.88', { standard: '2011-2015' })
    const given = { target: targetOf('at_most 4.5'), standard: '2016-2020', formula: 'progress' } as const
    const { line } = changed(start, to('4.24'), given)
    expect(line).toMatchObject({ achievement: null, undefinedReason: 'not-comparable', verdict: 'exceeded' })
    expect(changed(start, to('4.24'), { ...given, phasing: 'linear' }).line.expected).toBeNull()
  })

  it.each([
    ['the baseline', {}, { standard: '2022-2025' }, {}, 'baseline'],
    ['the result', { standard: '2022-2025' }, {}, {}, 'actual'],
    ['a baseline that is too old for the standard of its indicator', {}, {}, { standard: '2022-2025' }, 'baseline'],
  ] as const)('a standard that only one side is under is asked for: %s names none', (_, start, result, given, side) => {
    const target = targetOf('reduce_by 1')
    const { line, change, problems } = changedAsRead(from('9.88', start), to('4.24', result), { target, ...given })
    expect(change).toMatchObject({ differsIn: 'standard', absolute: null })
    expect(line).toMatchObject({ verdict: 'not-comparable', achievement: null })
    expect(codesOf(problems)).toEqual(['standard-not-stated'])
    expect(argsOf(problems, 'standard-not-stated')).toEqual({ indicator: 'poverty', side, standard: '2022-2025' })
  })

  it('nothing is asked where no side names one', () => {
    const { change, problems } = changedAsRead(from('9.88'), to('4.24'))
    expect(textOf(change.absolute)).toBe('-5.64')
    expect(problems).toEqual([])
  })

  it('a ceiling is held against an actual of its own standard alone', () => {
    const start = from('9.88', { standard: '2011-2015' })
    const { line } = changed(start, to('4.24'), { target: targetOf('at_most 4.5'), standard: '2016-2020' })
    expect(line).toMatchObject({ verdict: 'exceeded', formula: 'attainment', undefinedReason: null })
    // 2 − 4.24/4.5
    expect(textOf(line.achievement)).toBe(textOf(ratio('4.76/4.5')))
    const other = changed(from('5'), to('4.24', { standard: '2022-2025' }), {
      target: targetOf('at_most 4.5'),
      standard: '2016-2020',
    })
    expect(other.line.verdict).toBe('not-comparable')
    expect(argsOf(other.problems, 'not-comparable')).toMatchObject({ from: '2016-2020', to: '2022-2025' })
  })
})

describe('movements', () => {
  const start = from(null, { poor: figure('1900'), households: figure('20000') })
  const moved = (given: Parameters<typeof counts>[0]) =>
    changed(start, to(null, { counts: counts({ poor: '1750', households: '20000', ...given }) }))

  it('balance: start − escaped + relapsed + newly poor + other = end', () => {
    const { change, problems } = moved({ escaped: '310', relapsed: '40', new: '125', other: '-5' })
    expect(Object.entries(change.movements ?? {}).map(([key, value]) => `${key} ${textOf(value)}`)).toEqual([
      'start 1900',
      'escaped 310',
      'relapsed 40',
      'newlyPoor 125',
      'other -5',
      'end 1750',
      'gap 0',
    ])
    expect(problems).toEqual([])
  })

  it('do not balance, by how many', () => {
    const { change, problems } = moved({ escaped: '310', relapsed: '40', new: '125' })
    expect(textOf(change.movements?.gap)).toBe('-5')
    expect(argsOf(problems, 'movements-do-not-balance')).toEqual({
      indicator: 'poverty',
      start: '1900',
      end: '1750',
      expected: '1755',
      by: '-5',
    })
  })

  it.each(['escaped', 'relapsed', 'new', 'other'] as const)('%s alone is a movement', (key) => {
    expect(moved({ [key]: '1' }).change.movements).not.toBeNull()
  })

  it('are none where none was reported', () => {
    expect(moved({}).change.movements).toBeNull()
  })

  it('cannot be balanced without the numbers at both ends', () => {
    const { change, problems } = changed(from('9.5'), to('8.75', { counts: counts({ escaped: '310' }) }))
    expect(change.movements).toMatchObject({ start: null, end: null, gap: null, relapsed: null })
    expect(problems).toEqual([])
    const startOnly = changed(start, to('8.75', { counts: counts({ escaped: '310' }) })).change
    expect(startOnly.movements).toMatchObject({ end: null, gap: null })
    const endOnly = changed(from('9.5'), to('8.75', { counts: counts({ poor: '1750', escaped: '310' }) })).change
    expect(endOnly.movements).toMatchObject({ start: null, gap: null })
  })

  it('a change in poor households that the counts contradict is a problem', () => {
    expect(argsOf(moved({ poor_change: '-151' }).problems, 'poor-change-disagrees')).toEqual({
      indicator: 'poverty',
      stated: '-151',
      computed: '-150',
    })
    expect(moved({ poor_change: '-150' }).problems).toEqual([])
    expect(textOf(moved({ poor_change: '-151' }).change.poor)).toBe('-150')
  })
})

describe('a change with counts at both ends', () => {
  const ends = (poor: string, households: string) => ({ poor: number(poor), households: number(households) })
  const effects = (split: Split | null | undefined) =>
    split?.kind === 'counts'
      ? [split.countEffect, split.baseEffect]
      : split && 'within' in split
        ? [split.within, split.shift]
        : []

  const known = (areas: readonly AreaEnds[]) => {
    const found = sharesAndRates(areas)
    if (!found) throw new RangeError('no shares')
    return found
  }

  it('is split into fewer poor and more households', () => {
    // ½(1/100 + 1/200)(8 − 10) = −1.5 points, ½(10 + 8)(1/200 − 1/100) = −4.5 points: 10% to 4%.
    expect(effects(countSplit(ends('10', '100'), ends('8', '200'))).map(textOf)).toEqual(['-1.5', '-4.5'])
  })

  it('Bắc Giang: −1.2914… and −0.0842… points', () => {
    const [poor, base] = effects(countSplit(ends('38386', '432487'), ends('32772', '436960')))
    expect([poor?.toFixed(4), base?.toFixed(4)]).toEqual(['-1.2914', '-0.0842'])
  })

  const lowland = { from: ends('900', '15000'), to: ends('700', '14000') }
  const mountain = { from: ends('1000', '5000'), to: ends('1050', '6000') }

  it('is split into change within areas and shift between them', () => {
    // Lowland 6% → 5%, share 75% → 70%; mountain 20% → 17.5%, 25% → 30%; both 9.5% → 8.75%:
    // within 0.725·(−1) + 0.275·(−2.5), shift ½(11 − 18.25)(−0.05) + ½(37.5 − 18.25)(0.05).
    expect(effects(areaSplit(known([lowland, mountain]))).map(textOf)).toEqual(['-1.4125', '0.6625'])
  })

  it('is not split by an area without households, at either end', () => {
    const empty = ends('0', '0')
    expect(sharesAndRates([lowland, { from: empty, to: ends('1', '2') }])).toBeNull()
    expect(sharesAndRates([lowland, { from: ends('1', '2'), to: empty }])).toBeNull()
    expect(sharesAndRates([{ from: empty, to: empty }])).toBeNull()
    expect(sharesAndRates([{ from: empty, to: ends('1', '2') }])).toBeNull()
    expect(sharesAndRates([{ from: ends('1', '2'), to: empty }])).toBeNull()
    expect(sharesAndRates([])).toBeNull()
  })

  it('is split by Ravallion and Huppi at the shares and rates of the start', () => {
    // 0.75·(−1) + 0.25·(−2.5), 6·(−0.05) + 20·0.05, (−1)(−0.05) + (−2.5)(0.05).
    const split = ravallionHuppiSplit(known([lowland, mountain]))
    expect([split.within, split.shift, split.interaction].map(textOf)).toEqual(['-1.375', '0.7', '-0.075'])
  })

  it('splits sum to the total change exactly, whatever the counts and areas', () => {
    const households = fc.bigInt(1n, 10n ** 9n)
    const counted = households.chain((all) =>
      fc.bigInt(0n, all).map((poor) => ({ poor: Exact.of(poor), households: Exact.of(all) })),
    )
    const someAreas = fc.array(fc.record<AreaEnds>({ from: counted, to: counted }), { minLength: 1, maxLength: 6 })
    const rateOf = (all: readonly AreaEnds['from'][]) =>
      Exact.sum(all.map(({ poor }) => poor))
        .times(Exact.HUNDRED)
        .dividedBy(Exact.sum(all.map((each) => each.households)))
    fc.assert(
      fc.property(someAreas, (areas) => {
        const change = rateOf(areas.map((each) => each.to)).minus(rateOf(areas.map((each) => each.from)))
        expect(textOf(Exact.sum(effects(areaSplit(known(areas)))))).toBe(textOf(change))
        const { within, shift, interaction } = ravallionHuppiSplit(known(areas))
        expect(textOf(Exact.sum([within, shift, interaction]))).toBe(textOf(change))
        const [one] = areas
        if (!one) return
        const own = rateOf([one.to]).minus(rateOf([one.from]))
        expect(textOf(Exact.sum(effects(countSplit(one.from, one.to))))).toBe(textOf(own))
      }),
    )
  })

  const areas = [area('lowland'), area('mountain')]
  const inArea = (id: string, poor: string, households: string) =>
    observed('poverty', '2017', null, { area: id, counts: counts({ poor, households }) })
  const start = from(null, { poor: figure('1900'), households: figure('20000') })
  const byArea = new Map([
    ['lowland', baselineCounts('900', '15000')],
    ['mountain', baselineCounts('1000', '5000')],
  ])
  const results = [inArea('lowland', '700', '14000'), inArea('mountain', '1050', '6000')]
  const splitsOf = (whole: Baseline, baselinesByArea: Indicator['baselinesByArea'], rows: readonly Observation[]) => {
    const poverty = indicator('poverty', { type: 'poverty-rate', baseline: whole, baselinesByArea })
    const { report } = reportOf(plan('plan', { period: period('2017'), areas, indicators: [poverty] }), rows)
    return report.lines.map(({ change }) => change?.splits.map(({ kind }) => kind) ?? null)
  }

  it('shows all splits for the total, that by counts for each area', () => {
    expect(splitsOf(start, byArea, results)).toEqual([['counts', 'areas', 'ravallion-huppi'], ['counts'], ['counts']])
  })

  it.each<[string, Baseline, Indicator['baselinesByArea'], readonly Observation[]]>([
    [
      'their counts are not the total’s at the start',
      from(null, { poor: figure('1901'), households: figure('20000') }),
      byArea,
      results,
    ],
    [
      'their households are not the total’s',
      from(null, { poor: figure('1900'), households: figure('20001') }),
      byArea,
      results,
    ],
    [
      'their counts are not the total’s at the end',
      start,
      byArea,
      [...results, observed('poverty', '2017', null, { counts: counts({ poor: '1751', households: '20000' }) })],
    ],
    ['an area has no baseline', start, new Map([...byArea].slice(0, 1)), results],
    ['an area has a printed baseline', start, new Map([...byArea, ['mountain', baseline('20')]]), results],
    ['an area has not reported', start, byArea, results.slice(0, 1)],
  ])('by areas is none where %s', (_, whole, baselines, rows) => {
    expect(splitsOf(whole, baselines, rows)[0]).toEqual(['counts'])
  })

  it('by areas are none where there is only one, or the total is only printed', () => {
    const of = (whole: Baseline, all: readonly Area[], rows: readonly Observation[]) => {
      const poverty = indicator('poverty', { type: 'poverty-rate', baseline: whole, baselinesByArea: byArea })
      const { report } = reportOf(plan('plan', { period: period('2017'), areas: all, indicators: [poverty] }), rows)
      return lineOf(report, 'poverty').change?.splits.map(({ kind }) => kind)
    }
    expect(of(baselineCounts('900', '15000'), areas.slice(0, 1), results.slice(0, 1))).toEqual(['counts'])
    expect(of(from('9.5'), areas, results)).toEqual([])
  })

  it('are none where one end has no households', () => {
    expect(changed(start, to('8.75', { counts: counts({ poor: '1750' }) })).change.splits).toEqual([])
  })

  it('are none where one end was only printed', () => {
    expect(changed(from('9.5'), to(null, { counts: counts({ poor: '1', households: '100' }) })).change.splits).toEqual(
      [],
    )
  })

  it('by areas takes the innermost of areas in areas', () => {
    const poverty = indicator('poverty', { type: 'poverty-rate', baseline: start, baselinesByArea: byArea })
    const nested = [area('province'), ...areas.map((each) => ({ ...each, parent: 'province' }))]
    const { report } = reportOf(plan('plan', { period: period('2017'), areas: nested, indicators: [poverty] }), results)
    expect(lineOf(report, 'poverty').change?.splits.map(effects)[1]?.map(textOf)).toEqual(['-1.4125', '0.6625'])
  })
})
