import { describe, expect, it } from 'vitest'
import type { Expression } from '../../../src/model/derivation.ts'
import type { Indicator, Revision } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Plan } from '../../../src/model/plan.ts'
import type { LineRole, TargetChoice } from '../../../src/model/report.ts'
import {
  baseline,
  baselineCounts,
  counts,
  lineOf,
  observed,
  ratio,
  reportOf,
  targetOf,
  taskState,
  textOf,
} from '../../support/calc.ts'
import { area, day, indicator, percent, plan } from '../../support/report.ts'

interface Held extends Partial<Omit<Indicator, 'target'>> {
  readonly target?: string
  readonly asOf?: string | null
  readonly targets?: TargetChoice
  readonly plan?: Partial<Plan>
}

function held(rows: readonly Observation[], { target, asOf = null, targets, plan: planned, ...given }: Held = {}) {
  const it = indicator('it', { ...given, target: target === undefined ? null : targetOf(target) })
  return lineOf(
    reportOf(plan('plan', { ...planned, indicators: [it] }), rows, asOf, { ...(targets && { targets }) }).report,
    'it',
  )
}

const row = (of: string, value: string | null, given: Partial<Observation> = {}) => observed('it', of, value, given)

describe('a running count', () => {
  it.each([
    // 90 of 365 days: 9.86 of 40 by then.
    ['5 deaths of at most 40 in the first quarter', 'at_most 40', '5', 'on-track', 'open'],
    ['10 deaths of at most 40 in the first quarter', 'at_most 40', '10', 'behind', 'open'],
    ['41 deaths of at most 40 in the first quarter', 'at_most 40', '41', 'missed', 'missed'],
    ['9 of at least 40 in the first quarter', 'at_least 40', '9', 'behind', 'open'],
    ['39 of at least 40 in the first quarter', 'at_least 40', '39', 'on-track', 'open'],
    ['40 of at least 40 in the first quarter', 'at_least 40', '40', 'met', 'met'],
  ])('%s: %s, %s', (_, target, value, byDays, withoutPhasing) => {
    expect(held([row('2018-Q1', value)], { target }).verdict).toBe(byDays)
    expect(held([row('2018-Q1', value)], { target, phasing: 'none' }).verdict).toBe(withoutPhasing)
  })

  it('tells what is still required, and nothing of what is reached', () => {
    // 1,200 − 300 in nine months.
    const { required } = held([row('2018-Q1', '300')], { target: 'at_least 1200' })
    expect([textOf(required?.value), required?.per, required?.left]).toEqual(['100', 'months', 9])
    expect(held([row('2018-Q1', '1200')], { target: 'at_least 1200' }).required).toBeNull()
    expect(held([row('2018', '300')], { target: 'at_least 1200' }).required).toBeNull()
  })

  it('of which a quarter is missing is neither carried on nor is the rest of it known', () => {
    const rows = [row('2018-Q1', '200'), row('2018-Q3', '300', { basis: 'increment' })]
    const line = held(rows, { target: 'at_least 1200' })
    expect([line.forecast, line.required]).toEqual([null, null])
    expect(line.verdict).toBe('behind')
  })

  it('of which a quarter is missing does not cover the period', () => {
    const rows = [row('2018-H1', '20'), row('2018-Q4', '10', { basis: 'increment' })]
    expect(held(rows, { target: 'at_least 40' })).toMatchObject({
      verdict: 'not-reported',
      partial: { of: 'quarters', reported: 3, expected: 4 },
    })
    expect(held(rows, { target: 'at_least 30' }).verdict).toBe('met')
  })
})

describe('a ceiling that a running count may still pass', () => {
  it.each([
    ['0 of at most 12 after six months', 'at_most 12', '0', '0'],
    ['200 of at most 300 after six months', 'at_most 300', '200', '2/3'],
    ['below 40', 'below 40', '10', '0.25'],
    // From 50 down to 40: 18 are 45% of what there may be.
    ['a planned reduction', 'reduce_by 10', '18', '0.45'],
    ['a planned reduction by a range', 'reduce_by 5..10', '18', '18/45'],
    ['a range that is better below', 'between 30..40 down', '10', '0.25'],
  ])('has no completion, only what is used up: %s', (_, target, value, used) => {
    const line = held([row('2018-H1', value)], { target, baseline: baseline('50') })
    expect(line).toMatchObject({ achievement: null, undefinedReason: 'running-ceiling' })
    expect(textOf(line.used)).toBe(textOf(ratio(used)))
  })

  it('has one once it is broken, or the plan is over', () => {
    const broken = held([row('2018-Q1', '41')], { target: 'at_most 40' })
    expect([textOf(broken.achievement), broken.used]).toEqual(['0.975', null])
    const over = held([row('2018', '200')], { target: 'at_most 300' })
    expect([textOf(over.achievement), over.used]).toEqual([textOf(ratio('4/3')), null])
  })

  it('is no matter of floors, nor of what does not add up', () => {
    expect(textOf(held([row('2018-H1', '600')], { target: 'at_least 1200' }).achievement)).toBe('0.5')
    expect(textOf(held([row('2018-H1', '2')], { type: 'rate', target: 'at_most 3' }).achievement)).toBe('4/3')
  })
})

describe('a count that may fall', () => {
  const [q1, q2] = [row('2018-Q1', '120'), row('2018-Q2', '-60', { basis: 'increment' })]

  it('is not final before the end, where the plan says so or a figure below zero was seen', () => {
    expect(held([q1], { target: 'at_least 100' }).verdict).toBe('exceeded')
    expect(held([q1], { target: 'at_least 100', canFall: true }).verdict).toBe('on-track')
    const back = row('2018-Q2', '-10', { basis: 'increment' })
    expect(held([q1, back], { target: 'at_least 100' }).verdict).toBe('on-track')
    expect(textOf(held([q1, q2], { target: 'at_least 100' }).actual)).toBe('60')
  })

  it('in one area keeps the whole running', () => {
    const areas = [area('a'), area('b')]
    const rows = [
      row('2018-Q1', '120', { area: 'a' }),
      row('2018-Q2', '-10', { area: 'a', basis: 'increment' }),
      row('2018-H1', '50', { area: 'b' }),
    ]
    expect(held(rows, { target: 'at_least 100', plan: { areas } }).verdict).toBe('on-track')
  })

  it('stays one where its areas go on from an older total that fell', () => {
    const total = [row('2018-Q1', '120'), row('2018-04', '-10', { basis: 'increment' })]
    const areas = [area('a'), area('b')]
    const newer = [row('2018-H1', '70', { area: 'a' }), row('2018-H1', '50', { area: 'b' })]
    const line = held([...total, ...newer], { target: 'at_least 100', plan: { areas } })
    expect([textOf(line.actual), line.verdict]).toEqual(['120', 'on-track'])
  })
})

it('a plan that is over has no forecast, also where its newest figure is older', () => {
  const line = held([row('2018-H1', '560')], { target: 'at_least 1200', phasing: 'linear', asOf: '2019-01-15' })
  expect([textOf(line.expected), line.forecast]).toEqual(['1200', null])
})

describe('a target on the other side of zero than its baseline', () => {
  it('has the share of the way beside an attainment that says little: −10 to 0 of 5', () => {
    const line = held([row('2018', '0')], { type: 'level', target: 'at_least 5', baseline: baseline('-10') })
    expect([textOf(line.achievement), textOf(line.progress)]).toEqual(['0', '2/3'])
  })

  it('is so of every threshold: 1 to 3 of 5 is half of the way; not where progress is what is asked for', () => {
    const given = { type: 'level', target: 'at_least 5', baseline: baseline('1') } as const
    expect(textOf(held([row('2018', '3')], given).progress)).toBe('0.5')
    expect(held([row('2018', '0')], { ...given, baseline: baseline('-10'), formula: 'progress' }).progress).toBeNull()
  })
})

describe('how a figure was calculated', () => {
  it.each<[string, string, Held, string]>([
    // By an equal value each of these could be another formula.
    ['at_least 100', '100', { formula: 'inverse' }, 'target/actual'],
    ['at_least 100', '100', { formula: 'ratio' }, 'actual/target'],
    ['at_least 7', '7', { type: 'growth', formula: 'level' }, '(100+actual)/(100+target)'],
  ])('is carried along: %s, %s', (target, value, given, formula) => {
    const { achievement } = held([row('2018', value)], { target, ...given }).derivation
    expect(achievement && symbolsOf(achievement)).toBe(formula)
  })

  it('gives the figures of the line', () => {
    const line = held([row('2018-H1', '560')], { target: 'at_least 1200' })
    const { derivation } = line
    for (const key of ['achievement', 'variance', 'expected', 'pace', 'forecast'] as const) {
      expect(textOf(derivation[key]?.value)).toBe(textOf(line[key]))
    }
    expect(textOf(derivation.required?.value)).toBe(textOf(line.required?.value))
  })

  it('counts the days of an area that came in the middle of the plan', () => {
    const areas = [area('new', { from: day('2018-07-01') })]
    const rows = [row('2018-07', '50', { area: 'new' })]
    const it = indicator('it', { targetsByArea: new Map([['new', targetOf('at_least 184')]]) })
    const line = lineOf(reportOf(plan('plan', { indicators: [it], areas }), rows).report, 'it', 'new')
    // 31 of the 184 days from July on.
    expect(line.derivation.expected && symbolsOf(line.derivation.expected)).toBe('target*(daysPassed/days)')
    expect(textOf(line.expected)).toBe('31')
  })
})

/** A calculation by its names: `actual/target`. */
function symbolsOf(calculated: Expression<LineRole>): string {
  switch (calculated.kind) {
    case 'operand':
    case 'sum':
      return calculated.role
    case 'literal':
      return calculated.value.toDecimal()
    case 'negated':
    case 'size':
      return `${calculated.kind}(${symbolsOf(calculated.of)})`
    default: {
      const within = (part: Expression<LineRole>) => ('left' in part ? `(${symbolsOf(part)})` : symbolsOf(part))
      const signs = { plus: '+', minus: '-', times: '*', over: '/' }
      return within(calculated.left) + signs[calculated.kind] + within(calculated.right)
    }
  }
}

describe('as of a day', () => {
  it('after the plan, what was last reported before its end is shown and not judged', () => {
    const line = held([row('2018-Q3', '5')], { type: 'stock', target: 'at_least 3', asOf: '2019-02-01' })
    expect(line).toMatchObject({ verdict: 'not-reported', actualPeriod: { text: '2018-Q3' } })
    expect(textOf(line.actual)).toBe('5')
  })

  it('on the last day of the plan, its period is over', () => {
    expect(held([row('2018-Q3', '5')], { type: 'stock', target: 'at_least 3', asOf: '2018-12-31' }).verdict).toBe(
      'not-reported',
    )
    expect(held([row('2018-Q3', '5')], { type: 'stock', target: 'at_least 3', asOf: '2018-12-30' }).verdict).toBe(
      'open',
    )
  })

  it('what ends later does not count yet', () => {
    const rows = [row('2018-Q1', '5'), row('2018-H1', '9')]
    expect(textOf(held(rows, { asOf: '2018-06-29' }).actual)).toBe('5')
    expect(textOf(held(rows, { asOf: '2018-06-30' }).actual)).toBe('9')
    expect(held(rows, { asOf: '2018-03-30', target: 'at_least 9' })).toMatchObject({
      actual: null,
      verdict: 'not-reported',
    })
  })
})

describe('nothing reported', () => {
  it('is not zero: it has no percentage, and its own verdict', () => {
    expect(held([], { target: 'at_most 40', baseline: baseline('50') })).toMatchObject({
      actual: null,
      variance: null,
      favourable: null,
      achievement: null,
      formula: null,
      undefinedReason: null,
      change: null,
      verdict: 'not-reported',
    })
  })

  it('of a task is not reported either', () => {
    expect(held([], { type: 'task', target: 'done' }).verdict).toBe('not-reported')
  })

  it('without a target there is no verdict', () => {
    expect(held([])).toMatchObject({ verdict: null })
    expect(held([row('2018', '5')])).toMatchObject({ verdict: null, achievement: null, variance: null, formula: null })
  })
})

describe('a task', () => {
  it.each([
    ['2018', 'done', 'met'],
    ['2018', 'in-progress', 'missed'],
    ['2018-Q1', 'in-progress', 'open'],
    ['2018-Q1', 'done', 'met'],
  ] as const)('in %s %s: %s', (of, state, expected) => {
    const line = held([row(of, null, { state: taskState(state) })], { type: 'task', target: 'done' })
    expect(line).toMatchObject({ verdict: expected, state, achievement: null, undefinedReason: null })
  })
})

describe('the variance is actual − target, favourable by direction', () => {
  it.each([
    ['at_least 16000', null, '18923', '2923', true],
    ['at_least 27', null, '26.5', '-0.5', false],
    ['at_most 4.05', null, '3.87', '-0.18', true],
    ['at_most 4.05', null, '4.06', '0.01', false],
    ['above 7.6', null, '7.6', '0', null],
    // −0.96 where −0.8 was planned; 1 up where 4 up were planned.
    ['reduce_by 0.8', '4.24', '3.28', '-0.16', true],
    ['reduce_by 0.3', '3.28', '2.98', '0', null],
    ['increase_by 4', '47', '48', '-3', false],
    ['reduce_by 5%', '240', '230', '2', false],
    ['between 6.6..6.8 up', null, '6.7', '0', null],
    ['between 6.6..6.8 up', null, '6.9', '0.1', true],
    ['between 6.6..6.8 up', null, '6.5', '-0.1', false],
    ['between 6.6..6.8 down', null, '6.9', '0.1', false],
    ['between 6.6..6.8 down', null, '6.5', '-0.1', true],
    ['between 6.6..6.8', null, '6.9', '0.1', false],
    ['between 6.6..6.8', null, '6.5', '-0.1', false],
    // 8.5 to 9 was planned, 11 to 11.5 the other way.
    ['reduce_by 1..1.5', '10', '8.8', '0', null],
    ['reduce_by 1..1.5', '10', '8.4', '-0.1', true],
    ['reduce_by 1..1.5', '10', '9.2', '0.2', false],
    ['increase_by 1..1.5', '10', '11.6', '0.1', true],
    ['increase_by 1..1.5', '10', '10.9', '-0.1', false],
  ])('%s from %s, actual %s: %s', (target, from, actual, variance, favourable) => {
    const line = held([row('2018', actual)], { type: 'level', target, baseline: from === null ? null : baseline(from) })
    expect([textOf(line.variance), line.favourable]).toEqual([variance, favourable])
  })
})

describe('the achievement', () => {
  it('is by the usual formula, or by the one asked for', () => {
    const given = { type: 'rate', target: 'at_most 4.05', baseline: baseline('5.20') } as const
    expect(held([row('2018', '3.87')], given)).toMatchObject({ formula: 'attainment' })
    const asked = held([row('2018', '3.87')], { ...given, formula: 'progress' })
    expect(asked.formula).toBe('progress')
    // 1.33/1.15 is 115.65…%.
    expect(asked.achievement?.toFixed(4)).toBe('1.1565')
  })

  it('of a zero target is undefined, and the verdict is there all the same', () => {
    expect(held([row('2018', '0')], { target: 'at_most 0' })).toMatchObject({
      achievement: null,
      undefinedReason: 'zero-target',
      verdict: 'met',
      formula: 'attainment',
    })
  })

  it('of a change without a baseline cannot be judged', () => {
    expect(held([row('2018', '5')], { target: 'reduce_by 5' })).toMatchObject({
      verdict: 'not-comparable',
      undefinedReason: 'no-baseline',
    })
  })

  it('3.28 to 2.98 with 0.3 planned is exactly 100%', () => {
    const line = held([row('2018', '2.98')], {
      type: 'poverty-rate',
      target: 'reduce_by 0.3',
      baseline: baseline('3.28'),
    })
    expect([textOf(line.achievement), line.verdict]).toEqual(['1', 'met'])
  })

  it('counts the planned change for each year of the plan', () => {
    const given = { type: 'rate', target: 'reduce_by 0.3 per year', baseline: baseline('5') } as const
    const line = held([row('2018', '3.5')], {
      ...given,
      plan: { period: { ...plan('x').period, start: day('2014-01-01') } },
    })
    expect(line.change?.planned?.map(textOf)).toEqual(['-1.5'])
    expect(line.verdict).toBe('met')
  })
})

describe('the interval of an achievement', () => {
  const bounds = (rows: readonly Observation[], given: Held) => {
    const { low, high } = held(rows, given).achievementInterval ?? {}
    return low && high ? [textOf(low), textOf(high)] : null
  }

  it('comes from the rounding of printed rates', () => {
    // 3.75 to 3.85 of at least 4.
    expect(bounds([row('2018', '3.8')], { type: 'rate', target: 'at_least 4' })).toEqual(['0.9375', '0.9625'])
    expect(bounds([row('2018', '3.8')], { type: 'growth', target: 'at_least 4' })).toEqual(['0.9375', '0.9625'])
    // 3.8 from 4.95 to 5.05: 1.15 to 1.25 of 1, when the actual is known by its counts.
    const byCounts = [row('2018', null, { counts: counts({ poor: '38', households: '1000' }) })]
    const given = { type: 'poverty-rate', target: 'reduce_by 1', baseline: baseline('5.0') } as const
    expect(bounds(byCounts, given)).toEqual(['1.15', '1.25'])
    // 5 from counts to 3.75 … 3.85.
    const start = baselineCounts('50', '1000')
    expect(bounds([row('2018', '3.8')], { ...given, baseline: start })).toEqual(['1.15', '1.25'])
  })

  it.each<[string, readonly Observation[], Held]>([
    ['whole numbers', [row('2018', '4')], { type: 'rate', target: 'at_least 5', baseline: baseline('3') }],
    ['what is no percentage', [row('2018', '3.8')], { type: 'level', target: 'at_least 4' }],
    ['a range that holds all that the figure may be', [row('2018', '3.8')], { type: 'rate', target: 'between 3..4' }],
    ['an undefined achievement', [row('2018', '3.8')], { type: 'rate', target: 'at_least 0' }],
    [
      'counts',
      [row('2018', '3.8', { counts: counts({ poor: '38', households: '1000' }) })],
      { type: 'poverty-rate', target: 'at_most 4' },
    ],
  ])('is none for %s', (_, rows, given) => {
    expect(bounds(rows, given)).toBeNull()
  })
})

describe('a phased plan', () => {
  const given: Held = { target: 'at_least 365', phasing: 'linear', asOf: '2018-07-02' }

  it('tells what is expected to date', () => {
    // 183 of 365 days.
    const line = held([row('2018-01-01/2018-07-02', '183')], given)
    expect([textOf(line.expected), textOf(line.pace), textOf(line.forecast)]).toEqual(['183', '1', '365'])
    expect(line.verdict).toBe('on-track')
    expect(held([row('2018-01-01/2018-07-02', '182')], given).verdict).toBe('behind')
  })

  it('is relaxed by the tolerance of the indicator, else by that of the plan', () => {
    const toleranceOf = (text: string | null) => (text === null ? null : percent(text))
    const verdict = (indicatorTolerance: string | null, planTolerance: string | null) =>
      held([row('2018-H1', '180')], {
        ...given,
        tolerance: toleranceOf(indicatorTolerance),
        plan: { tolerance: toleranceOf(planTolerance) },
      }).verdict
    // 180 of 183 are 98.4%.
    expect(verdict(null, null)).toBe('behind')
    expect(verdict('98', null)).toBe('on-track')
    expect(verdict(null, '98')).toBe('on-track')
    expect(verdict('99', '98')).toBe('behind')
  })

  it('has a final verdict at its end', () => {
    expect(held([row('2018', '364')], { ...given, asOf: null }).verdict).toBe('missed')
  })
})

describe('the target in force', () => {
  const revision = (date: string, target: string): Revision => ({
    ...targetOf(target),
    date: day(date),
    decision: null,
  })
  const revisions = [revision('2018-07-01', 'at_least 17000'), revision('2018-10-01', 'at_least 18000')]
  const given: Held = { target: 'at_least 16000', revisions }

  it.each([
    ['2018-06-30', 'at_least 16000', null],
    ['2018-07-01', 'at_least 17000', 'at_least 16000'],
    ['2018-12-31', 'at_least 18000', 'at_least 16000'],
  ])('as of %s is %s', (asOf, target, original) => {
    const line = held([row('2018-Q1', '16500')], { ...given, asOf })
    expect(line.target?.target).toEqual(targetOf(target).target)
    expect(line.originalTarget?.target ?? null).toEqual(original && targetOf(original).target)
  })

  it('is the last decided, in whatever order they are written', () => {
    const line = held([row('2018', '16500')], { ...given, revisions: [...revisions].reverse() })
    expect(line.target?.target).toEqual(targetOf('at_least 18000').target)
    expect(line.verdict).toBe('missed')
  })

  it('is the later written of two of one day', () => {
    const twice = [revision('2018-07-01', 'at_least 1'), revision('2018-07-01', 'at_least 2')]
    expect(held([row('2018', '5')], { ...given, revisions: twice }).target?.target).toEqual(
      targetOf('at_least 2').target,
    )
  })

  it('is the first one while nothing is reported', () => {
    expect(held([], given)).toMatchObject({
      target: { target: targetOf('at_least 16000').target },
      originalTarget: null,
    })
  })
})

describe('held against its first target as well', () => {
  const revisions = [{ ...targetOf('at_least 17000'), date: day('2018-07-01'), decision: '12/NQ-HĐND' }]
  const given: Held = { target: 'at_least 16250', revisions }

  it('a line whose target was revised has both judgements', () => {
    const line = held([row('2018', '16900')], given)
    expect(line).toMatchObject({ verdict: 'missed', original: { verdict: 'exceeded', favourable: true } })
    expect(line.original?.target.target).toEqual(targetOf('at_least 16250').target)
    expect(textOf(line.original?.variance)).toBe('650')
    // 16,900 of 16,250.
    expect(textOf(line.original?.achievement)).toBe('1.04')
    expect(line.original).toMatchObject({ formula: 'attainment', undefinedReason: null })
  })

  it('is not said of one that was not revised yet', () => {
    expect(held([row('2018-H1', '16900')], { ...given, asOf: '2018-06-30' }).original).toBeNull()
  })

  it('on request is the judgement, as if there were no revision', () => {
    const line = held([row('2018', '16900')], { ...given, targets: 'original' })
    expect(line).toMatchObject({ verdict: 'exceeded', originalTarget: null, original: null })
    expect(line.target?.target).toEqual(targetOf('at_least 16250').target)
  })

  it('a change from the baseline is planned anew', () => {
    const line = held([row('2018', '2.9')], {
      type: 'rate',
      target: 'reduce_by 0.3',
      baseline: baseline('3.2'),
      revisions: [{ ...targetOf('reduce_by 0.6'), date: day('2018-07-01'), decision: null }],
    })
    expect([textOf(line.achievement), line.verdict]).toEqual(['0.5', 'missed'])
    expect([textOf(line.original?.achievement), line.original?.verdict]).toEqual(['1', 'met'])
    expect(line.change?.planned?.map(textOf)).toEqual(['-0.6'])
  })
})

describe('an area that is there for a part of the plan', () => {
  const jobs = indicator('it', { targetsByArea: new Map([['a', targetOf('at_least 184')]]) })
  const lineIn = (
    given: Partial<Parameters<typeof area>[1]>,
    of: string,
    value: string,
    asOf: string | null = null,
  ) => {
    const held = plan('plan', { areas: [area('a', given), area('b')], indicators: [jobs] })
    const rows = [row(of, value, { area: 'a', basis: 'cumulative' }), row('2018-Q1', '1', { area: 'b' })]
    return lineOf(reportOf(held, rows, asOf).report, 'it', 'a')
  }

  it('is expected to have reached its target by its own days', () => {
    // July is 31 of the 184 days from July on.
    const line = lineIn({ from: day('2018-07-01') }, '2018-07', '31')
    expect([textOf(line.expected), line.verdict]).toEqual(['31', 'on-track'])
  })

  it('is judged when it is gone, by a figure of its last day', () => {
    expect(lineIn({ until: day('2018-06-30') }, '2018-H1', '183').verdict).toBe('missed')
    expect(lineIn({ until: day('2018-06-30') }, '2018-Q1', '183', '2018-06-30').verdict).toBe('not-reported')
    expect(lineIn({ until: day('2018-06-30') }, '2018-Q1', '183', '2018-06-29').verdict).toBe('on-track')
  })
})

describe('an area', () => {
  const it2 = indicator('it', {
    type: 'poverty-rate',
    target: targetOf('reduce_by 1'),
    targetsByArea: new Map([['a', targetOf('reduce_by 2')]]),
    baseline: baseline('9'),
    baselinesByArea: new Map([['a', baseline('8')]]),
    revisions: [{ ...targetOf('reduce_by 3'), date: day('2018-02-01'), decision: null }],
  })
  const of2018 = plan('plan', { areas: [area('a'), area('b')], indicators: [it2] })
  const { report } = reportOf(of2018, [row('2018', '6', { area: 'a' }), row('2018', '6', { area: 'b' })])

  it('has its own target and baseline, and no revision of the whole', () => {
    const line = lineOf(report, 'it', 'a')
    expect(line).toMatchObject({ verdict: 'met', originalTarget: null })
    expect(textOf(line.achievement)).toBe('1')
    expect(textOf(line.change?.absolute)).toBe('-2')
  })

  it('without them is followed and not judged', () => {
    expect(lineOf(report, 'it', 'b')).toMatchObject({ verdict: null, target: null, change: null })
  })
})
