import { describe, expect, it } from 'vitest'
import { policyInForce, policyProblems, ruleFor } from '../../../src/calc/check/check.ts'
import type { FailingVerdict, PolicyFile, Rule, StatedRule } from '../../../src/model/check.ts'
import type { Policy } from '../../../src/model/plan.ts'
import { indicator, line, number, place, plan, planReport } from '../../support/report.ts'

const nothing: PolicyFile = { indicators: new Map() }
const all: readonly FailingVerdict[] = ['missed', 'behind', 'not-reported']
const withoutMissed: readonly FailingVerdict[] = ['behind', 'not-reported']

const stated = (given: Partial<StatedRule>): StatedRule => ({ severity: null, min: null, at: null, ...given })
const percent = (text: string) => number(text).dividedBy(number('100'))
const shown = ({ severity, min, failOn }: Rule) => ({ severity, min: min?.toString() ?? null, failOn })

describe('without a policy file', () => {
  const inForce = (policy: Policy, flags: Partial<PolicyFile> = {}, given = {}) =>
    policyInForce(planReport(plan('p', { policy }), [line(indicator('jobs', given))]), {
      flags: { ...nothing, ...flags },
      file: null,
    })

  it('all three verdicts fail, any number of warnings passes, and no achievement is asked for', () => {
    const { general, maxWarnings, indicators, refused, plan: id } = inForce({})
    expect(shown(general)).toEqual({ severity: 'error', min: null, failOn: all })
    expect([maxWarnings, indicators.size, refused, id]).toEqual([null, 0, [], 'p'])
  })

  it('an achievement that is asked for takes the place of missed, unless it is said what to fail on', () => {
    expect(shown(inForce({ min: percent('95') }).general)).toEqual({
      severity: 'error',
      min: '0.95',
      failOn: withoutMissed,
    })
    const both = inForce({ min: percent('95'), failOn: ['missed'] })
    expect(shown(both.general)).toEqual({ severity: 'error', min: '0.95', failOn: ['missed'] })
  })

  it('flags win over the policy of the plan, key by key', () => {
    const { general, maxWarnings } = inForce(
      { min: percent('95'), failOn: all, maxWarnings: 3 },
      { failOn: ['behind'], maxWarnings: 0 },
    )
    expect([shown(general), maxWarnings]).toEqual([{ severity: 'error', min: '0.95', failOn: ['behind'] }, 0])
    expect(inForce({ min: percent('95') }, { min: percent('80') }).general.min?.toString()).toBe('0.8')
  })

  it('an indicator has a rule of its own where another achievement is asked of it, or any', () => {
    const both = { min: percent('95'), failOn: ['missed'] } as const
    expect(inForce(both, {}, { min: percent('95.0') }).indicators.size).toBe(0)
    const own = inForce({ failOn: ['missed'] }, {}, { min: percent('90') })
    expect([own.general.min, ruleFor(own, 'jobs').min?.toString()]).toEqual([null, '0.9'])
  })

  it('what is said of one indicator wins over what is said of all, and a flag of one over its plan', () => {
    const own = inForce({}, { min: percent('100') }, { min: percent('90'), severity: 'warn' })
    expect(shown(ruleFor(own, 'jobs'))).toEqual({ severity: 'warn', min: '0.9', failOn: withoutMissed })
    expect(ruleFor(own, 'other')).toBe(own.general)
    const flag = { indicators: new Map([['jobs', stated({ min: percent('97') })]]) }
    expect(ruleFor(inForce({}, flag, { min: percent('90') }), 'jobs').min?.toString()).toBe('0.97')
  })
})

describe('with a policy file', () => {
  const file: PolicyFile = {
    min: percent('90'),
    failOn: ['missed', 'behind'],
    maxWarnings: 2,
    indicators: new Map([['deaths', stated({ severity: 'warn' })]]),
  }
  const inForce = (policy: Policy, given = {}, flags: Partial<PolicyFile> = {}, asked: PolicyFile = file) => {
    const indicators = [indicator('jobs', given), indicator('deaths')]
    return policyInForce(
      planReport(
        plan('p', { policy }),
        indicators.map((each) => line(each)),
      ),
      { flags: { ...nothing, ...flags }, file: asked },
    )
  }

  it('the file stands where the plan says nothing', () => {
    const policy = inForce({})
    expect(shown(policy.general)).toEqual({ severity: 'error', min: '0.9', failOn: ['missed', 'behind'] })
    expect([policy.maxWarnings, [...policy.indicators.keys()]]).toEqual([2, ['deaths']])
    expect(ruleFor(policy, 'deaths').severity).toBe('warn')
  })

  it('a plan may ask for more', () => {
    const asked = { min: percent('95'), failOn: ['missed', 'behind', 'not-reported'], maxWarnings: 0 } as const
    const policy = inForce(asked, { min: percent('99') })
    expect(shown(policy.general)).toEqual({ severity: 'error', min: '0.95', failOn: all })
    expect([policy.maxWarnings, ruleFor(policy, 'jobs').min?.toString(), policy.refused]).toEqual([0, '0.99', []])
    const lenient = { ...file, indicators: new Map([['jobs', stated({ severity: 'warn' })]]) }
    expect(ruleFor(inForce({}, { severity: 'error' }, {}, lenient), 'jobs').severity).toBe('error')
    // The plan’s own minimum for all counts for an indicator that the file lets off lightly, too.
    expect(ruleFor(policy, 'deaths').min?.toString()).toBe('0.95')
  })

  it('a plan may not ask for less: what would loosen the file is refused by name and does not count', () => {
    const policy = inForce(
      { min: percent('50'), failOn: ['missed'], maxWarnings: 9 },
      { severity: 'off', min: percent('10') },
    )
    expect(shown(policy.general)).toEqual({ severity: 'error', min: '0.9', failOn: ['missed', 'behind'] })
    expect(policy.maxWarnings).toBe(2)
    expect(shown(ruleFor(policy, 'jobs'))).toEqual(shown(policy.general))
    expect(policy.refused).toEqual([
      { indicator: null, key: 'min' },
      { indicator: null, key: 'fail-on' },
      { indicator: null, key: 'max-warnings' },
      { indicator: 'jobs', key: 'severity' },
      { indicator: 'jobs', key: 'min' },
    ])
  })

  it('the same as the file says is not less', () => {
    const policy = inForce({ min: percent('90'), failOn: ['behind', 'missed'], maxWarnings: 2 }, { severity: 'error' })
    expect(policy.refused).toEqual([])
  })

  it('a limit that the file does not set is the plan’s to set', () => {
    expect(inForce({ maxWarnings: 9 }, {}, {}, nothing)).toMatchObject({ maxWarnings: 9, refused: [] })
    expect(inForce({}, {}, {}, nothing).maxWarnings).toBeNull()
  })

  it('flags come from the pipeline as the file does, and win over it', () => {
    const flags = { min: percent('80'), indicators: new Map([['deaths', stated({ min: percent('70') })]]) }
    const policy = inForce({}, {}, flags)
    expect(policy.general.min?.toString()).toBe('0.8')
    // The flag says nothing of the severity, which stays that of the file.
    expect(ruleFor(policy, 'deaths')).toMatchObject({ severity: 'warn' })
    expect(ruleFor(policy, 'deaths').min?.toString()).toBe('0.7')
  })
})

describe('an indicator that no plan has', () => {
  const plans = [plan('a', { indicators: [indicator('jobs')], unread: ['poverty-rate'] }), plan('b')]
  const named = (id: string, at = place) => ({ indicators: new Map([[id, stated({ at })]]) })

  it('is a problem where the policy names it, with what may have been meant', () => {
    const [found, ...more] = policyProblems(plans, { flags: nothing, file: named('job') })
    expect(more).toEqual([])
    expect(found).toMatchObject({ code: 'unknown-indicator', at: place })
    expect(found?.args).toEqual({ indicator: 'job', plan: 'a, b', suggestion: 'jobs' })
  })

  it('is one on the command line, too', () => {
    expect(policyProblems(plans, { flags: named('job'), file: null })).toHaveLength(1)
  })

  it.each(['jobs', 'poverty-rate'])('%s is there, though perhaps it could not be read', (id) => {
    expect(policyProblems(plans, { flags: named(id), file: named(id) })).toEqual([])
  })
})
