import { describe, expect, it } from 'vitest'
import type { ClaimExpression, ClaimedThing } from '../../../src/model/claim.ts'
import { expressionText } from '../../../src/render/explain/expression.ts'
import { formatOf } from '../../../src/render/figure/format.ts'
import { type ClaimText, judgementOf } from '../../support/claim.ts'

const format = formatOf('en', true, 'half-up')

function written(expression: ClaimExpression | null): string | null {
  if (!expression) return null
  const { symbols, figures } = expressionText(expression, (role) => role, format)
  return `${symbols} = ${figures}`
}

describe('what was calculated is carried with the finding', () => {
  it.each<readonly [string, ClaimText, string]>([
    ['at least', { actual: '18923', target: '16000' }, 'actual ÷ target = 18,923 ÷ 16,000'],
    [
      'at most',
      { direction: 'at_most', actual: '6.5', target: '8' },
      '1 + (target − actual) ÷ target = 1 + (8 − 6.5) ÷ 8',
    ],
    [
      'at least, below zero',
      { actual: '-100', target: '-500' },
      '1 + (actual − target) ÷ |target| = 1 + ((−100) − (−500)) ÷ |−500|',
    ],
    ['a planned cut', { from: '4.24', to: '3.28', target: '0.8' }, '(from − to) ÷ target = (4.24 − 3.28) ÷ 0.8'],
    ['the end of a range', { actual: '70', target: '80..90' }, 'actual ÷ lowEnd = 70 ÷ 80'],
    // The same number by every formula: it is the one that is stated.
    [
      'inverse',
      { actual: '100', target: '100', direction: 'at_most', formula: 'inverse' },
      'target ÷ actual = 100 ÷ 100',
    ],
    [
      'level',
      { actual: '7%', target: '7%', formula: 'level' },
      '(100 + actual) ÷ (100 + target) = (100 + 7) ÷ (100 + 7)',
    ],
    [
      'progress',
      { baseline: '5.2', actual: '3.87', target: '4.05', formula: 'progress' },
      '(actual − baseline) ÷ (target − baseline) = (3.87 − 5.2) ÷ (4.05 − 5.2)',
    ],
    [
      'a share of a baseline',
      { from: '16', to: '12', target: '20%', direction: 'reduce_by' },
      '(from − to) ÷ (target × from) = (16 − 12) ÷ (20% × 16)',
    ],
  ])('%s', (_, figures, expected) => {
    expect(written(judgementOf({ ...figures, completion: '100%' }, 'completion').derivation)).toBe(expected)
  })

  it.each<readonly [ClaimedThing, ClaimText, string]>([
    ['exceedsBy', { actual: '5887', target: '5005', exceeds_by: '17.62%' }, 'actual ÷ target − 1 = 5,887 ÷ 5,005 − 1'],
    ['exceedsBy', { actual: '113.06', target: '109.19', exceeds_by: '3.87' }, 'actual − target = 113.06 − 109.19'],
    ['change', { from: '4.24%', to: '3.28%', change: '-0.96pp' }, 'to − from = 3.28 − 4.24'],
    [
      'relativeChange',
      { from: '4.24', to: '3.28', relative_change: '-22.6%' },
      '(to − from) ÷ from = (3.28 − 4.24) ÷ 4.24',
    ],
    ['rate', { numerator: '2669', denominator: '5338', rate: '50%' }, 'numerator ÷ denominator = 2,669 ÷ 5,338'],
    ['growth', { previous: '200', actual: '210', growth: '5%' }, '(actual − previous) ÷ previous = (210 − 200) ÷ 200'],
    ['total', { parts: '2674 2673', total: '5347' }, 'sumOfParts = 2,674 + 2,673'],
    [
      'base',
      { from: '4.24%', to: '3.28%', poor_change: '-2527' },
      'poor_change ÷ ((to − from) ÷ 100) = (−2,527) ÷ ((3.28 − 4.24) ÷ 100)',
    ],
  ])('%s: %o', (what, figures, expected) => {
    expect(written(judgementOf(figures, what).derivation)).toBe(expected)
  })

  it('is none where bounds or ranges leave no one number', () => {
    expect(judgementOf({ actual: '>61', target: '60', completion: '102%' }).derivation).toBeNull()
  })

  it.each<readonly [ClaimText, readonly string[] | undefined]>([
    [
      { actual: '18923', completion: '118%' },
      ['actual ÷ completion = 18,923 ÷ 118.5%', 'actual ÷ completion = 18,923 ÷ 117.5%'],
    ],
    [
      { from: '4.24', to: '3.28', completion: '120%' },
      ['(from − to) ÷ completion = (4.235 − 3.285) ÷ 120.5%', '(from − to) ÷ completion = (4.245 − 3.275) ÷ 119.5%'],
    ],
    [
      { direction: 'at_most', actual: '3.1', completion: '122%' },
      ['actual ÷ (2 − completion) = 3.05 ÷ (2 − 121.5%)', 'actual ÷ (2 − completion) = 3.15 ÷ (2 − 122.5%)'],
    ],
    [
      { actual: '77587', exceeds_by: '587' },
      ['actual − exceeds_by = 77,587 − 587.5', 'actual − exceeds_by = 77,587 − 586.5'],
    ],
    [{ actual: '79', completion: '>118%' }, undefined],
  ])('the ends of the targets that fit are those of the same formula: %o', (figures, expected) => {
    const { impliedTarget } = judgementOf(figures)
    expect(impliedTarget?.bounds?.map(written)).toEqual(expected)
  })
})
