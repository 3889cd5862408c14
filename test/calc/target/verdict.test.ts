import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { achievement } from '../../../src/calc/target/achievement.ts'
import { type Standing, taskVerdict, verdictOf } from '../../../src/calc/target/judgement.ts'
import { Exact } from '../../../src/model/exact.ts'
import { type IndicatorType, indicatorTypes } from '../../../src/model/indicator.ts'
import { plannedChange } from '../../../src/model/target.ts'
import { lineOf, observed, reportOf, targetOf } from '../../support/calc.ts'
import { indicator, number, period, plan } from '../../support/report.ts'

function standing(targetText: string, actual: string, given: Partial<Standing> = {}): Standing {
  const target = targetOf(targetText).target as Standing['target']
  const planned = 'by' in target ? plannedChange(target, given.baseline ?? null, period('2018')) : null
  return {
    type: 'level',
    canFall: false,
    target,
    actual: number(actual),
    baseline: null,
    planned,
    complete: true,
    over: true,
    onTrack: null,
    ...given,
  }
}

const running = { complete: false, over: false } as const

describe('a figure of the whole period', () => {
  it.each([
    ['at_least 16000', '15999.9', 'missed'],
    ['at_least 16000', '16000', 'met'],
    ['at_least 16000', '16000.1', 'exceeded'],
    ['at_most 3.81', '3.82', 'missed'],
    ['at_most 3.81', '3.81', 'met'],
    ['at_most 3.81', '3.8', 'exceeded'],
    ['above 7.6', '7.6', 'missed'],
    ['above 7.6', '7.61', 'exceeded'],
    ['above 7.6', '7.5', 'missed'],
    ['below 7.6', '7.6', 'missed'],
    ['below 7.6', '7.59', 'exceeded'],
    ['below 7.6', '7.7', 'missed'],
    // The verdict is right also where the achievement is undefined.
    ['at_least 0', '-1', 'missed'],
    ['at_least 0', '0', 'met'],
    ['at_most 0', '0', 'met'],
    ['at_most 0', '1', 'missed'],
    ['below 0', '-1', 'exceeded'],
    ['at_most -50', '-100', 'exceeded'],
    ['between 6.6..6.8 up', '6.59', 'missed'],
    ['between 6.6..6.8 up', '6.6', 'met'],
    ['between 6.6..6.8 up', '6.8', 'met'],
    ['between 6.6..6.8 up', '6.81', 'exceeded'],
    ['between 6.6..6.8 down', '6.59', 'exceeded'],
    ['between 6.6..6.8 down', '6.81', 'missed'],
    ['between 6.6..6.8 down', '6.8', 'met'],
    ['between 6.6..6.8', '6.59', 'missed'],
    ['between 6.6..6.8', '6.7', 'met'],
    ['between 6.6..6.8', '6.81', 'missed'],
  ])('%s, actual %s: %s', (target, actual, expected) => {
    expect(verdictOf(standing(target, actual))).toBe(expected)
  })

  it.each([
    // 3.28 − 2.98 is exactly the 0.3 that were planned.
    ['reduce_by 0.3', '3.28', '2.98', 'met'],
    ['reduce_by 0.3', '3.28', '2.73', 'exceeded'],
    ['reduce_by 0.3', '3.28', '2.981', 'missed'],
    ['reduce_by 5%', '240', '228', 'met'],
    ['increase_by 4', '47', '51', 'met'],
    ['increase_by 4', '47', '51.1', 'exceeded'],
    ['increase_by 4', '47', '46', 'missed'],
    ['reduce_by 1..1.5', '10', '9.1', 'missed'],
    ['reduce_by 1..1.5', '10', '9', 'met'],
    ['reduce_by 1..1.5', '10', '8.5', 'met'],
    ['reduce_by 1..1.5', '10', '8.4', 'exceeded'],
  ])('%s from %s, actual %s: %s', (target, from, actual, expected) => {
    expect(verdictOf(standing(target, actual, { baseline: number(from) }))).toBe(expected)
  })
})

describe('while the period runs', () => {
  it('a flow that reached its floor has reached it, one that broke its ceiling has broken it', () => {
    const verdicts = [
      ['at_least 40', '39', 'open'],
      ['at_least 40', '40', 'met'],
      ['at_least 40', '41', 'exceeded'],
      ['above 40', '40', 'open'],
      ['above 40', '41', 'exceeded'],
      // 5 deaths of at most 40 in January is open, 41 is missed.
      ['at_most 40', '5', 'open'],
      ['at_most 40', '40', 'open'],
      ['at_most 40', '41', 'missed'],
      ['below 40', '39', 'open'],
      ['below 40', '40', 'missed'],
      ['between 30..40 up', '29', 'open'],
      ['between 30..40 up', '30', 'met'],
      ['between 30..40 up', '41', 'exceeded'],
      ['between 30..40 down', '29', 'open'],
      ['between 30..40 down', '40', 'open'],
      ['between 30..40 down', '41', 'missed'],
      ['between 30..40', '30', 'open'],
      ['between 30..40', '40', 'open'],
      ['between 30..40', '41', 'missed'],
    ] as const
    for (const [target, actual, expected] of verdicts) {
      const verdict = verdictOf(standing(target, actual, { type: 'count', ...running }))
      expect([target, actual, verdict]).toEqual([target, actual, expected])
    }
  })

  it.each([
    // 100 in the former period: 95 is the ceiling, 105 the floor.
    ['reduce_by 5', '95', 'open'],
    ['reduce_by 5', '96', 'missed'],
    ['increase_by 5', '104', 'open'],
    ['increase_by 5', '105', 'met'],
    ['increase_by 5', '106', 'exceeded'],
    ['reduce_by 5..10', '90', 'open'],
    ['reduce_by 5..10', '96', 'missed'],
    ['increase_by 5..10', '107', 'met'],
  ])('a flow of 100 to %s stands at %s: %s', (target, actual, expected) => {
    const given = { type: 'count', baseline: number('100'), ...running } as const
    expect(verdictOf(standing(target, actual, given))).toBe(expected)
  })

  it.each(indicatorTypes.filter((type) => type !== 'count'))('a %s settles nothing early', (type) => {
    expect(verdictOf(standing('at_least 40', '41', { type, ...running }))).toBe('open')
    expect(verdictOf(standing('at_most 40', '41', { type, ...running }))).toBe('open')
    expect(verdictOf(standing('between 30..40', '41', { type, ...running }))).toBe('open')
  })

  it.each(['at_least 100', 'at_most 100', 'between 80..100', 'reduce_by 5'])(
    'a flow that may fall settles nothing early: 120, %s',
    (target) => {
      const given = { type: 'count', canFall: true, baseline: number('100'), ...running } as const
      expect(verdictOf(standing(target, '120', given))).toBe('open')
    },
  )

  it('an expectation tells on track from behind', () => {
    expect(verdictOf(standing('at_least 40', '10', { ...running, onTrack: true }))).toBe('on-track')
    expect(verdictOf(standing('at_least 40', '10', { ...running, onTrack: false }))).toBe('behind')
  })

  it('a floor that is reached early is no matter of expectation', () => {
    expect(verdictOf(standing('at_least 40', '40', { type: 'count', ...running, onTrack: false }))).toBe('met')
  })
})

describe('when the period is over and the newest figure does not reach its end', () => {
  const short = { complete: false, over: true, onTrack: true } as const

  it('nothing is known of its end', () => {
    expect(verdictOf(standing('at_least 40', '39', { type: 'count', ...short }))).toBe('not-reported')
    expect(verdictOf(standing('at_least 40', '41', { type: 'level', ...short }))).toBe('not-reported')
  })

  it('a flow that had reached its floor has met it', () => {
    expect(verdictOf(standing('at_least 40', '40', { type: 'count', ...short }))).toBe('met')
  })
})

describe('a task', () => {
  it.each([
    ['done', false, false, 'met'],
    ['done', false, true, 'met'],
    ['in-progress', false, false, 'open'],
    ['in-progress', true, true, 'missed'],
    ['not-started', true, false, 'missed'],
    ['not-started', false, true, 'not-reported'],
  ] as const)('that is %s, told at the end %s, plan over %s: %s', (state, complete, over, expected) => {
    expect(taskVerdict(state === 'done', complete, over)).toBe(expected)
  })
})

describe('the side of its target that a figure is on', () => {
  const sideIn = (type: IndicatorType, target: string, actual: string, of = '2018-H1') => {
    const it = indicator('it', { type, target: targetOf(target) })
    return lineOf(reportOf(plan('plan', { indicators: [it] }), [observed('it', of, actual)]).report, 'it').standing
  }

  it('is that of the newest figure, whatever the pace', () => {
    expect(sideIn('rate', 'at_most 3', '9.9')).toBe('off-target')
    expect(sideIn('rate', 'at_least 85', '86.1')).toBe('on-target')
  })

  it('is none of a total that has still to get there, and is once that is settled', () => {
    expect(sideIn('count', 'at_least 1000', '700')).toBeNull()
    expect(sideIn('count', 'at_least 1000', '1000')).toBe('on-target')
    expect(sideIn('count', 'at_least 1000', '700', '2018')).toBe('off-target')
  })
})

it('for targets above zero the verdict agrees with the achievement', () => {
  const kinds = fc.constantFrom('at_least', 'at_most')
  const positive = fc.integer({ min: 1, max: 1000 })
  fc.assert(
    fc.property(kinds, positive, fc.integer({ min: -1000, max: 3000 }), (kind, target, actual) => {
      const held = standing(`${kind} ${target}`, String(actual))
      const achieved = achievement('attainment', held)
      if (typeof achieved === 'string') throw new RangeError(`undefined: ${achieved}`)
      const expected = { [-1]: 'missed', 0: 'met', 1: 'exceeded' }[achieved.value.compare(Exact.ONE)]
      expect(verdictOf(held)).toBe(expected)
    }),
  )
})
