import { describe, expect, it } from 'vitest'
import { audited } from '../../../src/calc/audit/audit.ts'
import type { ClaimVerdict } from '../../../src/model/claim.ts'
import { textOf } from '../../support/calc.ts'
import { type ClaimText, claimOf, judgementOf, judgementsOf, notated } from '../../support/claim.ts'

describe('the five sentences about Hà Nam in 2017', () => {
  it.each([
    ['18,923 workers, 118%', { actual: '18923', completion: '118%' }, '(3784600/237, 756920/47]', '16000'],
    ['1,124 sent abroad, 107%', { actual: '1124', completion: '107%' }, '(44960/43, 224800/213]', '1050'],
    ['20,234 trained, 119%', { actual: '20234', completion: '119%' }, '(4046800/239, 4046800/237]', '17000'],
    // (0.95/1.205, 0.97/1.195): each rate is off by half a hundredth at most.
    ['4.24% to 3.28%, 120%', { from: '4.24%', to: '3.28%', completion: '120%' }, '(190/241, 194/239)', '0.8'],
  ])('%s, imply the plan', (_, written, interval, roundest) => {
    const { verdict, impliedTarget, computed } = judgementOf(written, 'completion')
    expect(verdict).toBe('implied')
    expect(notated(impliedTarget)).toBe(interval)
    expect(textOf(impliedTarget?.roundest)).toBe(roundest)
    expect(computed).toBeNull()
  })

  it('−0.96% is −0.96 points, and with 2,527 households implies one base of about 263,229', () => {
    const judged = judgementsOf({ from: '4.24%', to: '3.28%', change: '-0.96%', poor_change: '-2527' })
    expect(judged.map(({ what, verdict }) => [what, verdict])).toEqual([
      ['change', 'wording'],
      ['base', 'implied'],
    ])
    const [change, base] = judged
    expect(change?.why.kind).toBe('points-as-percent')
    expect(textOf(change?.computed)).toBe('-0.96')
    // 2,527 / 0.96%; 2,527 / 0.97% = 260,515.46 and 2,527 / 0.95% = 266,000, neither reached.
    expect(textOf(base?.computed)).toBe('1579375/6')
    expect(notated(base?.interval ?? null)).toBe('(25270000/97, 266000)')
  })

  it('what is worst about a sentence is told of it', () => {
    const poverty = { from: '4.24%', to: '3.28%', change: '-0.96%', poor_change: '-2527', completion: '120%' }
    const worst = (written: ClaimText) => audited([claimOf(written)])[0]?.worst
    expect(worst(poverty)).toBe('wording')
    expect(worst({ ...poverty, change: '-0.99pp' })).toBe('inconsistent')
    expect(worst({ actual: '18923', completion: '118%' })).toBe('implied')
    expect(worst({ actual: '18923' })).toBeNull()
  })
})

type Row = readonly [string, ClaimText, ClaimVerdict]

describe('each verdict', () => {
  it.each<Row>([
    ['is undefined with a target of zero', { target: '0', actual: '1', completion: '0%' }, 'undefined'],
    ['is implied where no target was printed', { actual: '1562', exceeds_by: '56%' }, 'implied'],
    ['is consistent when rounded half-up', { target: '16000', actual: '18923', completion: '118%' }, 'consistent'],
    // 99.96875
    ['is consistent-truncated', { target: '16000', actual: '15995', completion: '99.96%' }, 'consistent-truncated'],
    // 12.5 goes to the even side, 13.5 would not.
    ['is consistent-half-even', { target: '200', actual: '25', completion: '12%' }, 'consistent-half-even'],
    ['is not half-even at an odd figure', { target: '200', actual: '27', completion: '13%' }, 'consistent-truncated'],
    // 3.28 of 3 is 109.33; 3.285 would be 109.5.
    [
      'is consistent-within-rounding',
      { target: '3', actual: '3.28', completion: '109.4%' },
      'consistent-within-rounding',
    ],
    ['is wording when off by 100', { target: '5005', actual: '5887', exceeds_by: '117.62%' }, 'wording'],
    [
      'is other-formula when another one gives it',
      { direction: 'at_most', target: '4.05', actual: '3.87', completion: '95.56%' },
      'other-formula',
    ],
    ['is undecided where a bound leaves both', { target: '4', actual: '>4', completion: '110%' }, 'undecided'],
    ['is inconsistent else', { target: '80..90', actual: '92', completion: '113%' }, 'inconsistent'],
  ])('%s', (_, written, verdict) => {
    expect(judgementOf(written).verdict).toBe(verdict)
  })
})
