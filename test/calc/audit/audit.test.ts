import { describe, expect, it } from 'vitest'
import { audited } from '../../../src/calc/audit/audit.ts'
import type { ClaimedThing, ClaimVerdict } from '../../../src/model/claim.ts'
import type { Unit } from '../../../src/model/unit.ts'
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

describe('what a figure is in', () => {
  it.each<readonly [ClaimText, ClaimedThing, Unit]>([
    [{ target: '16000', actual: '18923', completion: '118%' }, 'completion', 'percent'],
    // A ratio where no mark says per cent.
    [{ target: '16000', actual: '18880', completion: '1.18' }, 'completion', 'number'],
    [{ target: '5005', actual: '5887', exceeds_by: '17.62%' }, 'exceedsBy', 'percent'],
    [{ target: '109.19', actual: '113.06', exceeds_by: '3.87' }, 'exceedsBy', 'number'],
    [{ target: '50%', actual: '52%', exceeds_by: '2pp' }, 'exceedsBy', 'points'],
    [{ from: '4.24%', to: '3.28%', change: '-0.96pp' }, 'change', 'points'],
    [{ from: '4.24', to: '3.28', change: '-0.96pp' }, 'change', 'points'],
    [{ from: '600', to: '700', change: '100' }, 'change', 'number'],
    [{ from: '600', to: '700', change: '16.67%' }, 'change', 'percent'],
    [{ from: '600', to: '700', relative_change: '16.67%' }, 'relativeChange', 'percent'],
    [{ previous: '600', actual: '700', growth: '16.67%' }, 'growth', 'percent'],
    [{ numerator: '1', denominator: '4', rate: '25%' }, 'rate', 'percent'],
    [{ numerator: '1', denominator: '4', rate: '0.25' }, 'rate', 'number'],
    [{ from: '9000', to: '8000', poor_change: '-1000' }, 'poorChange', 'number'],
    [{ total: '33', parts: '12 21' }, 'total', 'number'],
    [{ total: '33%', parts: '12% 21%' }, 'total', 'percent'],
    // Where nothing can be computed it is in what it was printed in, or what such a figure is in.
    [{ actual: '1562', exceeds_by: '56%' }, 'exceedsBy', 'percent'],
    [{ actual: '5', exceeds_by: '1.5' }, 'exceedsBy', 'percent'],
    [{ completion: '118' }, 'completion', 'percent'],
    [{ change: '-0.96pp' }, 'change', 'points'],
    [{ change: '-5' }, 'change', 'number'],
    [{ poor_change: '-2527' }, 'poorChange', 'number'],
    [{ rate: '5', numerator: '1' }, 'rate', 'percent'],
    [{ growth: '5', actual: '1' }, 'growth', 'percent'],
    [{ relative_change: '5', from: '1' }, 'relativeChange', 'percent'],
    [{ total: '5' }, 'total', 'number'],
  ])('%o: %s in %s', (written, what, unit) => {
    expect(judgementOf(written, what).unit).toBe(unit)
  })

  it.each<readonly [ClaimText, Unit]>([
    [{ actual: '18923', target: '16000', completion: '118%' }, 'number'],
    [{ actual: '52%', target: '50', completion: '104%' }, 'percent'],
    [{ to: '52%', target: '50', direction: 'at_least', completion: '104%' }, 'percent'],
    [{ actual: '52', target: '50', unit: 'per cent', completion: '104%' }, 'percent'],
    [{ actual: '52', target: '50', unit: 'percent', completion: '104%' }, 'percent'],
    [{ actual: '52', target: '50', unit: 'phần trăm', completion: '104%' }, 'percent'],
    [{ from: '4.24%', to: '3.28%', target: '0.8', completion: '120%' }, 'points'],
    [{ from: '4.24%', to: '3.28%', target: '0.9..1', completion: '100%' }, 'points'],
    [{ from: '500', to: '450', target: '50', direction: 'reduce_by', completion: '100%' }, 'number'],
    [{ from: '500', to: '450', target: '40..50', direction: 'reduce_by', completion: '100%' }, 'number'],
  ])('the target of %o in %s', (written, unit) => {
    expect(judgementOf(written, 'completion').targetUnit).toBe(unit)
  })
})
