import { describe, expect, it } from 'vitest'
import { type Expecting, expectationOf, phasedShare, requiredRate } from '../../../src/calc/target/expectation.ts'
import { type Indicator, isChangeTarget, type Phasing } from '../../../src/model/indicator.ts'
import { plannedChange } from '../../../src/model/target.ts'
import { ratio, targetOf, textOf } from '../../support/calc.ts'
import { day, indicator, number, percent, period } from '../../support/report.ts'

const quarterly: Phasing = [
  { period: period('2018-Q1'), share: percent('20') },
  { period: period('2018-Q2'), share: percent('45') },
  { period: period('2018-Q3'), share: percent('75') },
  { period: period('2018-Q4'), share: percent('100') },
]

interface Case extends Partial<Pick<Indicator, 'type' | 'phasing'>> {
  readonly target: string
  readonly actual: string
  readonly baseline?: string
  readonly tolerance?: string
  readonly asOf?: string
  readonly reached?: string
  readonly span?: string
}

function expectation({ tolerance, asOf = '2018-06-30', reached = asOf, span = '2018', ...given }: Case) {
  const { type = 'count', phasing = quarterly } = given
  const expecting: Expecting = {
    indicator: indicator('it', { type, phasing }),
    ...termsOf(given),
    period: period('2018'),
    span: period(span),
    asOf: day(asOf),
    reached: day(reached),
    tolerance: tolerance === undefined ? null : percent(tolerance),
    since: null,
  }
  const found = expectationOf(expecting)
  return (
    found && [textOf(found.expected.value), textOf(found.pace?.value), found.onTrack, textOf(found.forecast?.value)]
  )
}

function termsOf({ target: text, actual, baseline }: Pick<Case, 'target' | 'actual' | 'baseline'>) {
  const { target } = targetOf(text)
  if (target.kind === 'done') throw new RangeError('a task expects nothing')
  const from = baseline === undefined ? null : number(baseline)
  const planned = isChangeTarget(target) ? plannedChange(target, from, period('2018')) : null
  return { target, actual: number(actual), baseline: from, planned }
}

describe('the share of a plan expected by a day', () => {
  it.each([
    ['linear', '2017-12-31', '0'],
    ['linear', '2018-01-01', '1/365'],
    // The 183rd day of 365.
    ['linear', '2018-07-02', '183/365'],
    ['linear', '2018-12-31', '1'],
    ['linear', '2019-06-30', '1'],
    ['milestones', '2017-12-01', '0'],
    ['milestones', '2018-03-31', '0.2'],
    // Half of the 90 days of the first quarter.
    ['milestones', '2018-02-14', '0.1'],
    // 1 of the 91 days in which the share grows from 20 to 45: 0.2 + 0.25/91.
    ['milestones', '2018-04-01', '18.45/91'],
    ['milestones', '2018-06-30', '0.45'],
    ['milestones', '2018-12-31', '1'],
  ])('%s on %s: %s', (how, asOf, expected) => {
    const phasing = how === 'linear' ? how : quarterly
    expect(textOf(phasedShare(phasing, period('2018'), day(asOf)))).toBe(textOf(ratio(expected)))
  })
})

describe('a count', () => {
  it.each<[string, Case, unknown]>([
    // 45% of 16,000 is 7,200; 7,920 is 110% of that, and at this rate 17,600 by the end.
    ['is ahead', { target: 'at_least 16000', actual: '7920' }, ['7200', '1.1', true, '17600']],
    ['is just on track', { target: 'at_least 16000', actual: '7200' }, ['7200', '1', true, '16000']],
    [
      'is behind',
      { target: 'at_least 16000', actual: '7199' },
      ['7200', textOf(ratio('7199/7200')), false, textOf(ratio('7199/0.45'))],
    ],
    ['stays under its ceiling', { target: 'at_most 40', actual: '18' }, ['18', '1', true, '40']],
    [
      'is over its ceiling to date',
      { target: 'at_most 40', actual: '19' },
      ['18', textOf(ratio('19/18')), false, textOf(ratio('19/0.45'))],
    ],
    // 100 increased by 20 is 120, 45% of it 54; reduced by 20 it is 80, and 36.
    [
      'grows on the former period',
      { target: 'increase_by 20', actual: '54', baseline: '100' },
      ['54', '1', true, '120'],
    ],
    [
      'falls on the former period',
      { target: 'reduce_by 20', actual: '37', baseline: '100' },
      ['36', textOf(ratio('37/36')), false, textOf(ratio('37/0.45'))],
    ],
    [
      'is expected by days',
      { target: 'at_least 365', actual: '183', phasing: 'linear', asOf: '2018-07-02' },
      ['183', '1', true, '365'],
    ],
    [
      'has no pace before anything is expected',
      { target: 'at_least 40', actual: '1', asOf: '2017-12-31' },
      ['0', null, true, null],
    ],
    ['has no pace towards zero', { target: 'at_most 0', actual: '0' }, ['0', null, true, '0']],
  ])('%s', (_, given, expected) => {
    expect(expectation(given)).toEqual(expected)
  })
})

describe('a tolerance relaxes what is expected', () => {
  it.each<[string, string, string, boolean]>([
    // 95% of 7,200 is 6,840.
    ['at_least 16000', '6840', '95', true],
    ['at_least 16000', '6839', '95', false],
    // 18/0.9 is 20.
    ['at_most 40', '20', '90', true],
    ['at_most 40', '21', '90', false],
    // −900 to date: a floor of −900/0.9 = −1,000, a ceiling of −900 × 0.9 = −810.
    ['at_least -2000', '-1000', '90', true],
    ['at_least -2000', '-1001', '90', false],
    ['at_most -2000', '-810', '90', true],
    ['at_most -2000', '-809', '90', false],
  ])('%s, %s by June, %s%: on track %s', (target, actual, tolerance, expected) => {
    expect(expectation({ target, actual, tolerance })?.[2]).toBe(expected)
  })

  it('of a planned change: pace from 90% on', () => {
    // 45% of 2 points are due, 0.9, and 90% of that is 0.81.
    const given = { type: 'rate', target: 'reduce_by 2', baseline: '10', tolerance: '90' } as const
    expect(expectation({ ...given, actual: '9.19' })?.[2]).toBe(true)
    expect(expectation({ ...given, actual: '9.191' })?.[2]).toBe(false)
  })
})

describe('what does not add up goes from the baseline to the target', () => {
  it.each<[string, Case, unknown]>([
    // 45% of the way from 50 to 60 is 54.5.
    ['a floor', { type: 'rate', target: 'at_least 60', baseline: '50', actual: '54.5' }, ['54.5', '1', true, null]],
    [
      'short of it',
      { type: 'stock', target: 'at_least 60', baseline: '50', actual: '54' },
      ['54.5', textOf(ratio('540/545')), false, null],
    ],
    // 45% of the way from 10 down to 8 is 9.1.
    ['a ceiling', { type: 'rate', target: 'at_most 8', baseline: '10', actual: '9.1' }, ['9.1', '1', true, null]],
    [
      'above it',
      { type: 'rate', target: 'at_most 8', baseline: '10', actual: '9.2' },
      ['9.1', textOf(ratio('92/91')), false, null],
    ],
    // 0.9 of the 2 planned are due.
    ['a reduction', { type: 'rate', target: 'reduce_by 2', baseline: '10', actual: '8.2' }, ['9.1', '2', true, null]],
    [
      'a reduction behind',
      { type: 'rate', target: 'reduce_by 2', baseline: '10', actual: '9.55' },
      ['9.1', '0.5', false, null],
    ],
    [
      'an increase',
      { type: 'level', target: 'increase_by 2', baseline: '10', actual: '10.9' },
      ['10.9', '1', true, null],
    ],
    [
      'a fall where an increase was planned',
      { type: 'level', target: 'increase_by 2', baseline: '10', actual: '9.1' },
      ['10.9', '-1', false, null],
    ],
    [
      'nothing due yet',
      { type: 'rate', target: 'reduce_by 2', baseline: '10', actual: '10', asOf: '2017-12-31' },
      ['10', null, true, null],
    ],
  ])('%s', (_, given, expected) => {
    expect(expectation(given)).toEqual(expected)
  })
})

describe('a count that nobody phased', () => {
  const given: Case = { target: 'at_least 365', actual: '181', phasing: null }

  it('is expected by days while the plan runs', () => {
    // 181 of 365 days by the end of June.
    expect(expectation(given)).toEqual(['181', '1', true, '365'])
    expect(expectation({ ...given, asOf: '2018-12-30' })).toEqual([
      '364',
      textOf(ratio('181/364')),
      false,
      textOf(ratio('66065/364')),
    ])
  })

  it('is expected from the day on which its area begins, and by the day on which it ends', () => {
    // 30 of the 184 days from July, of 184: 30 by 30 July.
    const later: Case = { target: 'at_least 184', actual: '15', phasing: null, asOf: '2018-07-30' }
    expect(expectation({ ...later, span: '2018-07/2018-12' })).toEqual(['30', '0.5', false, '92'])
    expect(expectation({ ...given, target: 'at_least 181', span: '2018-01/2018-07', asOf: '2018-06-30' })?.[0]).toBe(
      textOf(ratio('32761/212')),
    )
    expect(expectation({ ...given, span: '2018-H1' })).toBeNull()
  })
})

it('shares are those of the whole plan also in an area that begins later', () => {
  expect(expectation({ target: 'at_least 100', actual: '45', span: '2018-04/2018-12' })?.[0]).toBe('45')
  // Half of the first quarter has passed, whether or not the area was there.
  const given: Case = { target: 'at_least 100', actual: '5', asOf: '2018-02-14', span: '2018-02/2018-12' }
  expect(expectation(given)?.[0]).toBe('10')
})

describe('a forecast', () => {
  it('carries on what was reached by the day of the figure, not by that of the report', () => {
    // 20% by March: 3,200 of them are 16,000 at the end, however long ago that was.
    const given: Case = { target: 'at_least 16000', actual: '3200', asOf: '2018-06-30', reached: '2018-03-31' }
    expect(expectation(given)).toEqual(['7200', textOf(ratio('3200/7200')), false, '16000'])
  })

  it('of a plan that is over is none', () => {
    const given: Case = { target: 'at_least 16000', actual: '3200', asOf: '2019-01-15', reached: '2018-03-31' }
    expect(expectation(given)).toEqual(['16000', '0.2', false, null])
  })
})

describe('the rate that is still required', () => {
  interface Required extends Pick<Case, 'target' | 'actual' | 'baseline' | 'type' | 'phasing' | 'asOf' | 'span'> {}
  function required({ asOf = '2018-06-30', span = '2018', type = 'count', phasing = null, ...given }: Required) {
    const found = requiredRate(indicator('it', { type, phasing }), termsOf(given), period(span), day(asOf))
    return found && [textOf(found.rate.value), found.rate.per, found.rate.left]
  }

  it.each<[string, Required, unknown]>([
    ['what a floor needs a month', { target: 'at_least 1200', actual: '540' }, ['110', 'months', 6]],
    [
      'a day, where a month has begun',
      { target: 'at_least 1200', actual: '600', asOf: '2018-12-16' },
      ['40', 'days', 15],
    ],
    ['in the last month', { target: 'at_least 1200', actual: '900', asOf: '2018-11-30' }, ['300', 'months', 1]],
    ['on the last day', { target: 'at_least 1200', actual: '900', asOf: '2018-12-30' }, ['300', 'days', 1]],
    [
      'over all of it before it begins',
      { target: 'at_least 1200', actual: '0', asOf: '2017-06-01' },
      ['100', 'months', 12],
    ],
    ['what a ceiling leaves a month', { target: 'at_most 40', actual: '22' }, ['3', 'months', 6]],
    ['what an increase still needs', { target: 'increase_by 20', baseline: '100', actual: '60' }, ['10', 'months', 6]],
    ['what a reduction leaves', { target: 'reduce_by 20', baseline: '100', actual: '50' }, ['5', 'months', 6]],
    [
      'where shares are stated too',
      { target: 'at_least 1200', actual: '540', phasing: quarterly },
      ['110', 'months', 6],
    ],
    ['until an area ends', { target: 'at_least 1200', actual: '540', span: '2018-01/2018-09' }, ['220', 'months', 3]],
  ])('%s', (_, given, expected) => {
    expect(required(given)).toEqual(expected)
  })

  it.each<[string, Required]>([
    ['of a target that is reached', { target: 'at_least 1200', actual: '1200' }],
    ['of a ceiling that is used up', { target: 'at_most 40', actual: '41' }],
    ['when the time is over', { target: 'at_least 1200', actual: '540', asOf: '2018-12-31' }],
    ['when the time of an area is over', { target: 'at_least 1200', actual: '540', span: '2018-H1' }],
    ['of what does not add up', { type: 'stock', target: 'at_least 1200', actual: '540' }],
    ['where time says nothing', { target: 'at_least 1200', actual: '540', phasing: 'none' }],
    ['of a range', { target: 'between 30..40 up', actual: '20' }],
    ['of a change without a baseline', { target: 'increase_by 20', actual: '20' }],
  ])('is none %s', (_, given) => {
    expect(required(given)).toBeNull()
  })
})

describe('nothing is expected', () => {
  it.each<[string, Case]>([
    ['where phasing is switched off', { target: 'at_least 40', actual: '1', phasing: 'none' }],
    [
      'of a stock that is not phased',
      { type: 'stock', target: 'at_least 40', baseline: '30', actual: '1', phasing: null },
    ],
    [
      'of a rate that is not phased',
      { type: 'rate', target: 'reduce_by 1', baseline: '5', actual: '4', phasing: null },
    ],
    // There is the target itself.
    [
      'of a plan that is over and not phased',
      { target: 'at_least 40', actual: '1', phasing: null, asOf: '2018-12-31' },
    ],
    ['of a range', { target: 'between 30..40 up', actual: '1' }],
    ['of a change by a range', { target: 'reduce_by 1..2', actual: '1', baseline: '10' }],
    ['of a rate without a baseline', { type: 'rate', target: 'at_least 60', actual: '55' }],
    ['of a change without a baseline', { target: 'increase_by 2', actual: '55' }],
  ])('%s', (_, given) => {
    expect(expectation(given)).toBeNull()
  })
})
