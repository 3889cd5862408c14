import { describe, expect, it } from 'vitest'
import { withPlanTargets } from '../../../src/calc/audit/plan-target.ts'
import type { Claim } from '../../../src/model/claim.ts'
import type { Indicator, StatedTarget } from '../../../src/model/indicator.ts'
import type { Plan } from '../../../src/model/plan.ts'
import { type ClaimText, claimOf } from '../../support/claim.ts'
import {
  between,
  changeBy,
  done,
  indicator,
  name,
  number,
  period,
  plan,
  stated,
  threshold,
} from '../../support/report.ts'

const jobs = indicator('jobs', { name: name('Việc làm mới', 'New jobs'), target: threshold('at_least', '16000') })
const plan2018 = plan('p', { period: period('2018'), indicators: [jobs] })

function said(written: ClaimText, subject: string, time: string | null = null): Claim {
  return { ...claimOf(written), said: { subject, period: time } as NonNullable<Claim['said']> }
}

const targetOf = (claim: Claim, plans: readonly Plan[]) => {
  const [found] = withPlanTargets([claim], plans)
  const target = found?.figures.target
  return target && found.said?.targetOf
    ? {
        ...found.said.targetOf,
        value: target.figure.value.toFixed(1),
        mark: target.figure.mark,
        form: target.form,
        direction: found.direction,
      }
    : null
}

const ofJobs = { plan: 'p', indicator: 'jobs', value: '16000.0', mark: 'none', form: 'number', direction: 'at_least' }

describe('a sentence that prints no target', () => {
  it.each(['New jobs', 'new JOBS', 'Việc làm mới', 'VIỆC LÀM MỚI', 'New “jobs”'])(
    'takes that of the plan by the whole name: %s',
    (subject) => {
      expect(targetOf(said({ actual: '18923' }, subject), [plan2018])).toEqual(ofJobs)
    },
  )

  it.each(['jobs', 'New jobs abroad', 'Newjobs', 'Other', '', '?'])('has none of another name: %s', (subject) => {
    expect(targetOf(said({ actual: '18923' }, subject), [plan2018])).toBeNull()
  })

  it.each([[{ change: '-0.96' }], [{ from: '4.24', to: '3.28' }]] as const)(
    'takes it for a change as well: %o',
    (written) => {
      expect(targetOf(said(written, 'New jobs'), [plan2018])).toEqual(ofJobs)
    },
  )

  it.each([[{ completion: '118%' }], [{ from: '4.24' }], [{ to: '3.28' }]] as const)(
    'has none to hold a target against: %o',
    (written) => {
      expect(targetOf(said(written, 'New jobs'), [plan2018])).toBeNull()
    },
  )

  it('keeps the target that it prints, and a claim that is no sentence keeps to itself', () => {
    const own = said({ actual: '18923', target: '17000' }, 'New jobs')
    const typed = claimOf({ actual: '18923' })
    expect(withPlanTargets([own, typed], [plan2018])).toEqual([own, typed])
    expect(withPlanTargets([own, typed], [])).toEqual([own, typed])
  })

  it('takes that of the period which it tells, and none where several plans fit', () => {
    const plan2017 = plan('q', {
      period: period('2017'),
      indicators: [{ ...jobs, target: threshold('at_least', '15000') }],
    })
    const plans = [plan2017, plan2018]
    expect(targetOf(said({ actual: '18923' }, 'New jobs', '2018-Q3'), plans)).toEqual(ofJobs)
    expect(targetOf(said({ actual: '18923' }, 'New jobs', '2017'), plans)).toMatchObject({
      plan: 'q',
      value: '15000.0',
    })
    expect(targetOf(said({ actual: '18923' }, 'New jobs', '2016'), plans)).toBeNull()
    expect(targetOf(said({ actual: '18923' }, 'New jobs'), plans)).toBeNull()
    // The same indicator in two plans, and two of one name in one plan.
    expect(targetOf(said({ actual: '1' }, 'New jobs'), [plan2018, { ...plan2018, id: 'r' }])).toBeNull()
    const twice = plan('t', { period: period('2018'), indicators: [jobs, { ...jobs, id: 'jobs-abroad' }] })
    expect(targetOf(said({ actual: '1' }, 'New jobs'), [twice])).toBeNull()
  })

  const type = (of: Indicator['type'], target: StatedTarget | null) =>
    targetOf(said({ actual: '3' }, 'New jobs'), [
      plan('p', { period: period('2018'), indicators: [{ ...jobs, type: of, target }] }),
    ])

  it.each([
    ['rate', threshold('at_most', '3'), { value: '3.0', mark: 'percent', direction: 'at_most' }],
    ['poverty-rate', threshold('at_most', '3'), { value: '3.0', mark: 'percent', direction: 'at_most' }],
    ['growth', threshold('above', '8.5'), { value: '8.5', mark: 'percent', direction: 'above' }],
    ['poverty-rate', changeBy('reduce_by', '0.3'), { value: '0.3', mark: 'points', direction: 'reduce_by' }],
    ['rate', changeBy('increase_by', '2'), { value: '2.0', mark: 'points', direction: 'increase_by' }],
    ['stock', changeBy('reduce_by', '500'), { value: '500.0', mark: 'none', direction: 'reduce_by' }],
    ['level', threshold('below', '12'), { value: '12.0', mark: 'none', direction: 'below' }],
  ] as const)('is of a %s in its unit', (of, target, expected) => {
    expect(type(of, target)).toMatchObject(expected)
  })

  it('is in per cent where a change is a share of the baseline', () => {
    const share = changeBy('reduce_by', '20')
    const ofBaseline = { ...share, target: { ...share.target, ofBaseline: true } } as StatedTarget
    expect(type('stock', ofBaseline)).toMatchObject({ value: '20.0', mark: 'percent' })
    expect(type('rate', ofBaseline)).toMatchObject({ value: '20.0', mark: 'percent' })
  })

  it.each([
    ['no target', null],
    ['a task', done],
    ['a range', between('6.6', '6.8', null)],
    ['a change that is a range', changeBy('reduce_by', '1', '1.5')],
    ['a day', stated({ kind: 'by', value: number('20180531') } as never)],
  ] as const)('has none of %s', (_, target) => {
    expect(type('count', target)).toBeNull()
  })
})
