import { describe, expect, it } from 'vitest'
import { checked } from '../../../src/calc/check/check.ts'
import { calculated } from '../../../src/calc/report/report.ts'
import type { EarlierLine, PolicyFile, StatedRule } from '../../../src/model/check.ts'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Plan } from '../../../src/model/plan.ts'
import { asked, baseline, calculationOf, counts, observed, targetOf, taskState, textOf } from '../../support/calc.ts'
import { area, indicator, number, period, plan } from '../../support/report.ts'

const none: PolicyFile = { indicators: new Map() }
const percent = (text: string) => number(text).dividedBy(number('100'))
const own = (id: string, rule: Partial<StatedRule>): PolicyFile['indicators'] =>
  new Map([[id, { severity: null, min: null, at: null, ...rule }]])

interface Given {
  readonly flags?: Partial<PolicyFile>
  readonly earlier?: readonly EarlierLine[]
  readonly warnings?: number
  readonly asOf?: string
}

/** Of the plan `plan`, 2018, as of its end. */
function check(indicators: readonly Indicator[], observations: readonly Observation[], given: Given = {}) {
  const { flags = {}, earlier = null, warnings = 0, asOf = '2018-12-31' } = given
  const { report } = calculationOf(plan('plan', { indicators }), observations, asOf)
  return checked(report, { flags: { ...none, ...flags }, file: null }, earlier, warnings)
}

const brief = ({ findings }: ReturnType<typeof check>['result']) =>
  findings.map(({ indicator: id, rule, expected, found }) => [id, rule, textOf(expected), textOf(found)])

const jobs = indicator('jobs', { target: targetOf('at_least 16000') })

describe('what breaks the policy', () => {
  it.each([
    ['at_least 16000', '15995', '16000', '15995'],
    ['at_most 40', '41', '40', '41'],
    // The nearer end of a range, which the variance counts from.
    ['between 80..90', '92', '90', '92'],
    ['between 80..90', '70', '80', '70'],
  ])('%s, actual %s: missed, with what was asked for and what was found', (target, actual, expected, found) => {
    const of = indicator('i', { target: targetOf(target) })
    expect(brief(check([of], [observed('i', '2018', actual)]).result)).toEqual([['i', 'missed', expected, found]])
  })

  it('a reduction that falls short was to end at the baseline less the reduction', () => {
    const of = indicator('r', { type: 'rate', target: targetOf('reduce_by 0.3'), baseline: baseline('3.28') })
    expect(brief(check([of], [observed('r', '2018', '3.1')]).result)).toEqual([['r', 'missed', '2.98', '3.1']])
  })

  it('a task that is not done', () => {
    const of = indicator('t', { type: 'task', target: targetOf('done') })
    const rows = [observed('t', '2018', null, { state: taskState('in-progress') })]
    expect(brief(check([of], rows).result)).toEqual([['t', 'missed', 'met', 'missed']])
  })

  it('nothing reported, and reporting that stopped in March', () => {
    expect(brief(check([jobs], []).result)).toEqual([['jobs', 'not-reported', '16000', 'not-reported']])
    const stopped = check([jobs], [observed('jobs', '2018-Q1', '4000')]).result
    expect(brief(stopped)).toEqual([['jobs', 'not-reported', '16000', '4000']])
  })

  it('behind what its phasing expects to date', () => {
    const of = indicator('jobs', { target: targetOf('at_least 3650'), phasing: 'linear' })
    // 59 of 365 days: 590 are expected.
    const { result } = check([of], [observed('jobs', '2018-01/2018-02', '500')], { asOf: '2018-02-28' })
    expect(brief(result)).toEqual([['jobs', 'behind', '590', '500']])
  })

  it('a reduction or a range of which nothing is reported: the reduction has an end, a range has two', () => {
    const cut = indicator('r', { type: 'rate', target: targetOf('reduce_by 0.3'), baseline: baseline('3.28') })
    const range = indicator('range', { target: targetOf('between 80..90') })
    expect(brief(check([cut, range], []).result)).toEqual([
      ['r', 'not-reported', '2.98', 'not-reported'],
      ['range', 'not-reported', null, 'not-reported'],
    ])
  })

  it('a rate on the wrong side of its target in June, where that is asked for', () => {
    const rate = (id: string, target: string) => indicator(id, { type: 'rate', target: targetOf(target) })
    const rows = [observed('poverty', '2018-H1', '9.9'), observed('insured', '2018-H1', '86.1')]
    const inJune = (flags: Partial<PolicyFile>) =>
      brief(
        check([rate('poverty', 'at_most 3'), rate('insured', 'at_least 85')], rows, { flags, asOf: '2018-06-30' })
          .result,
      )
    expect(inJune({})).toEqual([])
    expect(inJune({ failOn: ['off-target'] })).toEqual([['poverty', 'off-target', '3', '9.9']])
  })

  it('nothing that is met, exceeded, open or without a target', () => {
    const indicators = [jobs, indicator('open', { target: targetOf('at_least 5') }), indicator('followed')]
    const rows = [
      observed('jobs', '2018-Q1', '16000'),
      observed('open', '2018-Q1', '4'),
      observed('followed', '2018-Q1', '1'),
    ]
    const { result, problems } = check(indicators, rows, { asOf: '2018-03-31' })
    expect([result.findings, result.broken, result.checked, problems]).toEqual([[], false, 2, []])
  })
})

describe('an achievement that is asked for', () => {
  const below = (actual: string, min: string, target = 'at_least 100') => {
    const of = indicator('i', { target: targetOf(target) })
    return brief(check([of], [observed('i', '2018', actual)], { flags: { min: percent(min) } }).result)
  }

  it('lets pass what reaches it, to the digit', () => {
    expect(below('95', '95')).toEqual([])
    expect(below('94.99', '95')).toEqual([['i', 'below-min', '0.95', '0.9499']])
  })

  it('is asked of what exceeds its target, too', () => {
    expect(below('107', '110')).toEqual([['i', 'below-min', '1.1', '1.07']])
  })

  it('is not asked of a running figure', () => {
    const { result } = check([jobs], [observed('jobs', '2018-Q1', '4000')], {
      flags: { min: percent('100') },
      asOf: '2018-03-31',
    })
    expect(result.findings).toEqual([])
  })

  it('does not let pass a missed target of zero, whose achievement is undefined', () => {
    expect(below('1', '50', 'at_most 0')).toEqual([['i', 'missed', '0', '1']])
    expect(below('0', '50', 'at_most 0')).toEqual([])
  })
})

describe('severities', () => {
  const silent = (severity: 'off' | 'warn' | 'error') =>
    indicator('quiet', { target: targetOf('at_least 1'), severity })
  const met = [observed('jobs', '2018', '16000')]

  it('off looks at nothing, warn tells and does not fail, error fails', () => {
    expect(check([jobs, silent('off')], met).result).toMatchObject({ checked: 1, findings: [], broken: false })
    expect(check([jobs, silent('warn')], met).result).toMatchObject({ warnings: 1, broken: false })
    expect(check([jobs, silent('error')], met).result).toMatchObject({ warnings: 0, broken: true })
  })

  it('findings and problems are counted together against the limit of warnings', () => {
    const limited = (maxWarnings: number) =>
      check([jobs, silent('warn')], met, { warnings: 2, flags: { maxWarnings } }).result
    expect(limited(3)).toMatchObject({ warnings: 3, broken: false })
    expect(limited(2)).toMatchObject({ warnings: 3, broken: true })
  })
})

describe('of several plans', () => {
  const checkAll = (plans: readonly Plan[], observations: readonly Observation[], maxWarnings?: number) =>
    checked(
      calculated({ plans, observations, references: [], unreadResults: [], unreadPlans: [] }, asked()).report,
      { flags: { ...none, ...(maxWarnings !== undefined && { maxWarnings }) }, file: null },
      null,
      1,
    )

  it('a gate with nothing left to look at is a problem, not a pass; without a plan there is no gate', () => {
    const off = indicator('jobs', { target: targetOf('at_least 1'), severity: 'off' })
    const plans = ['a', 'b'].map((id) => plan(id, { indicators: [off, indicator('followed')] }))
    expect(checkAll(plans, []).problems.map(({ code, args }) => [code, args])).toEqual([
      ['nothing-to-do', { why: 'nothing-to-check', where: 'a, b' }],
    ])
    expect(checkAll([], [])).toMatchObject({ result: { checked: 0, broken: false }, problems: [] })
  })

  it('one whose own limit of warnings is passed is enough', () => {
    const plans = [plan('a', { policy: { maxWarnings: 0 }, indicators: [jobs] }), plan('b')]
    const met = observed('jobs', '2018', '16000', { plans: ['a'] })
    expect(checkAll(plans, [met]).result).toMatchObject({ findings: [], warnings: 1, broken: true })
  })

  it('what an error keeps out of one is told of that one', () => {
    const plans = [plan('a', { indicators: [jobs], unread: ['kept-out'] }), plan('b', { indicators: [jobs] })]
    expect(checkAll(plans, []).result.leftOut.map((report) => report.plan.id)).toEqual(['a'])
  })
})

it('a gate that names an indicator that is not there checks nothing: half a policy would let pass', () => {
  const { result, problems } = check([jobs], [], { flags: { indicators: own('job', { min: percent('95') }) } })
  expect(problems).toMatchObject([{ code: 'unknown-indicator', args: { indicator: 'job', suggestion: 'jobs' } }])
  expect(result).toMatchObject({ findings: [], policies: [], checked: 0 })
})

describe('against an earlier report', () => {
  const earlierLine = (given: Partial<EarlierLine> = {}): EarlierLine => ({
    plan: 'plan',
    indicator: 'jobs',
    area: null,
    verdict: 'exceeded',
    achievement: percent('118.26875'),
    actual: number('18923'),
    actualPeriod: period('2018'),
    ...given,
  })
  const worse = (actual: string, earlier: EarlierLine, of = jobs, given: Given = {}) =>
    brief(check([of], [observed('jobs', '2018', actual)], { earlier: [earlier], ...given }).result)

  it('the same figures are no regression', () => {
    expect(worse('18923', earlierLine())).toEqual([])
  })

  it('met and no longer met, revised for the worse, a lower achievement: each with both figures', () => {
    expect(worse('15200', earlierLine())).toEqual([
      ['jobs', 'missed', '16000', '15200'],
      ['jobs', 'no-longer-met', 'exceeded', 'missed'],
      ['jobs', 'revised', '18923', '15200'],
      ['jobs', 'achievement-fell', '1.1826875', '0.95'],
    ])
  })

  it('an achievement also falls when the target was raised', () => {
    const raised = indicator('jobs', { target: targetOf('at_least 18000') })
    expect(worse('18923', earlierLine(), raised).map(([, rule]) => rule)).toEqual(['achievement-fell'])
  })

  it('each area is held against itself, the whole against the whole', () => {
    const halves = [area('north'), area('south')]
    const rows = [
      observed('jobs', '2018', '9000', { area: 'north' }),
      observed('jobs', '2018', '8000', { area: 'south' }),
    ]
    const { report } = calculationOf(plan('plan', { indicators: [jobs], areas: halves }), rows, '2018-12-31')
    const earlier = [
      earlierLine({ actual: number('17000'), achievement: percent('106.25') }),
      earlierLine({ area: 'north', actual: number('9500'), achievement: null, verdict: null }),
      earlierLine({ area: 'south', actual: number('8000'), achievement: null, verdict: null }),
    ]
    const { result } = checked(report, { flags: none, file: null }, earlier, 0)
    expect(result.findings.map(({ area: of, rule, found }) => [of, rule, textOf(found)])).toEqual([
      ['north', 'revised', '9000'],
    ])
  })

  it('a first figure is no worse than none; none is worse than any, and is nothing else', () => {
    const silent = earlierLine({ verdict: 'not-reported', achievement: null, actual: null, actualPeriod: null })
    expect(worse('16000', silent)).toEqual([])
    expect(brief(check([jobs], [], { earlier: [earlierLine()] }).result)).toEqual([
      ['jobs', 'not-reported', '16000', 'not-reported'],
      ['jobs', 'no-longer-met', 'exceeded', 'not-reported'],
    ])
  })

  it('an actual or an achievement that the earlier report did not have did not fall', () => {
    expect(worse('16000', earlierLine({ actual: null, achievement: null }))).toEqual([])
  })

  it('an actual that never ends is compared as it was written, to 12 decimals', () => {
    // 1 of 3 is 33.333333333333…%.
    const rate = indicator('jobs', { type: 'poverty-rate', target: targetOf('at_most 40') })
    const third = observed('jobs', '2018', null, { counts: counts({ poor: '1', households: '3' }) })
    const since = (actual: string) =>
      brief(check([rate], [third], { earlier: [earlierLine({ actual: number(actual), achievement: null })] }).result)
    expect(since('33.333333333333')).toEqual([])
    expect(since('33.333333333332').map(([, rule]) => rule)).toEqual(['revised'])
  })

  it('better figures, and figures of another period, are none', () => {
    expect(worse('19000', earlierLine())).toEqual([])
    expect(worse('16000', earlierLine({ actualPeriod: period('2018-H1'), verdict: 'open' }))).toEqual([])
  })

  it('where less is better, more is worse', () => {
    const deaths = indicator('jobs', { target: targetOf('at_most 40') })
    const earlier = earlierLine({ actual: number('30'), achievement: percent('125'), verdict: 'exceeded' })
    expect(worse('35', earlier, deaths).map(([, rule]) => rule)).toEqual(['revised', 'achievement-fell'])
    expect(worse('29', earlier, deaths)).toEqual([])
  })

  it('numbers that never end are compared as the earlier report wrote them, to 12 decimals', () => {
    const abroad = indicator('jobs', { target: targetOf('at_least 1050') })
    // 1,124 of 1,050 is 107.047619047619047…%.
    const earlier = earlierLine({ actual: number('1124'), achievement: percent('107.047619047619') })
    expect(worse('1124', earlier, abroad)).toEqual([])
    const higher = earlierLine({ actual: number('1124'), achievement: percent('107.047619047620') })
    expect(worse('1124', higher, abroad).map(([, rule]) => rule)).toEqual(['achievement-fell'])
  })

  it.each([
    ['exceeded', '16000', []],
    ['not-reported', '15200', ['missed']],
    ['not-comparable', '15200', ['missed']],
    ['missed', '15200', ['missed']],
    ['behind', '15200', ['missed', 'verdict-worse']],
    ['open', '15200', ['missed', 'verdict-worse']],
    ['on-track', '15200', ['missed', 'verdict-worse']],
    ['met', '15200', ['missed', 'no-longer-met']],
  ] as const)('a verdict of %s and then %s of 16,000', (verdict, actual, rules) => {
    const earlier = earlierLine({ verdict, actualPeriod: period('2018-H1') })
    expect(worse(actual, earlier).map(([, rule]) => rule)).toEqual(rules)
  })

  it('a target that is gone is worse than any verdict', () => {
    const earlier = earlierLine({ verdict: 'on-track', actualPeriod: period('2018-H1') })
    expect(worse('18923', earlier, indicator('jobs')).map(([, rule]) => rule)).toEqual(['verdict-worse'])
  })

  it('an indicator, area or plan that vanished', () => {
    const gone = [
      earlierLine({ indicator: 'gone', verdict: 'met' }),
      earlierLine({ area: 'phu-ly' }),
      earlierLine({ plan: 'old' }),
    ]
    const { result } = check([jobs], [observed('jobs', '2018', '18923')], { earlier: gone })
    expect(result.findings.map(({ plan: of, indicator: id, area, rule }) => [of, id, area, rule])).toEqual([
      ['plan', 'gone', null, 'vanished'],
      ['plan', 'jobs', 'phu-ly', 'vanished'],
      ['old', 'jobs', null, 'vanished'],
    ])
    expect(result.findings[0]).toMatchObject({ expected: 'met', found: null, at: null, severity: 'error' })
    expect(result.broken).toBe(true)
  })

  it('what an error keeps out has not vanished: the error says so', () => {
    const twice = [observed('jobs', '2018', '1'), observed('jobs', '2018', '2')]
    const other = indicator('other', { target: targetOf('at_least 1') })
    const { result } = check([jobs, other], [...twice, observed('other', '2018', '1')], { earlier: [earlierLine()] })
    expect(result.findings).toEqual([])
  })

  it('an indicator that is off is not looked at, and one that only warns warns', () => {
    const off = indicator('jobs', { target: targetOf('at_least 16000'), severity: 'off' })
    expect(worse('1', earlierLine(), off)).toEqual([])
    const { result } = check([{ ...off, severity: 'warn' }], [observed('jobs', '2018', '17000')], {
      earlier: [earlierLine()],
    })
    expect(result.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['revised', 'warn'],
      ['achievement-fell', 'warn'],
    ])
  })
})

it('a rule for one indicator from the command line is asked of that one alone', () => {
  const other = indicator('other', { target: targetOf('at_least 100') })
  const rows = [observed('jobs', '2018', '15500'), observed('other', '2018', '96')]
  const { result } = check([jobs, other], rows, { flags: { indicators: own('jobs', { min: percent('95') }) } })
  expect(brief(result)).toEqual([['other', 'missed', '100', '96']])
})
