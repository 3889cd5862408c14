import { describe, expect, it } from 'vitest'
import { plannedChange } from '../../src/calc/achievement.ts'
import { type Expecting, expectationOf, phasedShare } from '../../src/calc/expectation.ts'
import type { Indicator, Phasing } from '../../src/model/indicator.ts'
import { ratio, targetOf, textOf } from '../support/calc.ts'
import { day, indicator, number, percent, period } from '../support/report.ts'

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
}

function expectation({ target: text, actual, baseline, tolerance, asOf, type = 'count', phasing = quarterly }: Case) {
  const { target } = targetOf(text)
  const from = baseline === undefined ? null : number(baseline)
  const expecting: Expecting = {
    indicator: indicator('it', { type, phasing }),
    target,
    actual: number(actual),
    baseline: from,
    planned:
      target.kind === 'reduce_by' || target.kind === 'increase_by' ? plannedChange(target, from, period('2018')) : null,
    period: period('2018'),
    asOf: day(asOf ?? '2018-06-30'),
    tolerance: tolerance === undefined ? null : percent(tolerance),
  }
  const found = expectationOf(expecting)
  return found && [textOf(found.expected), textOf(found.pace), found.onTrack, textOf(found.forecast)]
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

describe('nothing is expected', () => {
  it.each<[string, Case]>([
    ['without a phasing', { target: 'at_least 40', actual: '1', phasing: null }],
    ['where phasing is switched off', { target: 'at_least 40', actual: '1', phasing: 'none' }],
    ['of a range', { target: 'between 30..40 up', actual: '1' }],
    ['of a change by a range', { target: 'reduce_by 1..2', actual: '1', baseline: '10' }],
    ['of a rate without a baseline', { type: 'rate', target: 'at_least 60', actual: '55' }],
    ['of a change without a baseline', { target: 'increase_by 2', actual: '55' }],
    ['of a task', { type: 'task', target: 'done', actual: '0' }],
  ])('%s', (_, given) => {
    expect(expectation(given)).toBeNull()
  })
})
