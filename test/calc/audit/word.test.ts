import { describe, expect, it } from 'vitest'
import type { ClaimVerdict, PrintedWord } from '../../../src/model/claim.ts'
import { type ClaimText, judgementOf } from '../../support/claim.ts'

type Word = PrintedWord['word']

/** Which of the three words hold. */
function holding(written: ClaimText): readonly Word[] {
  const words: readonly Word[] = ['exceeded', 'met', 'missed']
  return words.filter((verdict) => judgementOf({ ...written, verdict }, 'verdict').verdict === 'consistent')
}

describe('a verdict in words', () => {
  it.each<readonly [string, ClaimText, readonly Word[]]>([
    ['beyond the target it is exceeded, and met', { target: '27', actual: '27.5' }, ['exceeded', 'met']],
    ['at the target it is met', { target: '41.85', actual: '41.85' }, ['met']],
    ['short of it it is missed', { target: '6.8', actual: '2' }, ['missed']],
    ['below a ceiling', { direction: 'at_most', target: '~4', actual: '2.79' }, ['exceeded', 'met']],
    ['at a ceiling', { direction: 'at_most', target: '4', actual: '4' }, ['met']],
    ['beyond a ceiling', { target: '<4', actual: '4.39' }, ['missed']],
    ['below a strict bound', { target: '<4', actual: '3.1' }, ['exceeded', 'met']],
    ['at a strict bound it is missed', { target: '<7.6', actual: '7.6' }, ['missed']],
    ['at a strict bound in words', { direction: 'below', target: '7.6', actual: '7.6' }, ['missed']],
    ['at a strict floor', { direction: 'above', target: '7.6', actual: '7.6' }, ['missed']],
    ['above a strict floor', { target: '>7.6', actual: '7.7' }, ['exceeded', 'met']],
    ['beyond a range', { target: '6.6..6.8', actual: '7.02' }, ['exceeded', 'met']],
    ['inside a range it is not exceeded', { target: '33..34', actual: '33.9' }, ['met']],
    ['at the end of a range', { target: '33..34', actual: '34' }, ['met']],
    ['at the beginning of a range', { target: '33..34', actual: '33' }, ['met']],
    ['short of a range', { target: '33..34', actual: '32.9' }, ['missed']],
    ['below a range that is better below', { direction: 'at_most', target: '7..8', actual: '6' }, ['exceeded', 'met']],
    ['above a range that is better below', { direction: 'at_most', target: '7..8', actual: '9' }, ['missed']],
    ['a range inside a range', { target: '60..62', actual: '61..62' }, ['met']],
    ['inside a range of reductions', { direction: 'reduce_by', target: '1..1.5', actual: '1.1' }, ['met']],
    ['beyond it', { direction: 'reduce_by', target: '1..1.5', actual: '1.6' }, ['exceeded', 'met']],
    ['a fall inside a range', { from: '10', to: '8.9', target: '1..1.5' }, ['met']],
    ['a fall beyond it', { from: '10', to: '8', target: '1..1.5' }, ['exceeded', 'met']],
    ['a fall short of it', { from: '10', to: '9.5', target: '1..1.5' }, ['missed']],
    ['a planned reduction', { from: '4.24', to: '3.28', target: '0.8' }, ['exceeded', 'met']],
    // 0.96 as they stand, though the rates are rounded.
    ['a reduction that is just reached', { from: '4.24', to: '3.28', target: '0.96' }, ['met']],
    ['a reduction that is not reached', { from: '4.24', to: '3.28', target: '1' }, ['missed']],
    ['a bound beyond the target', { direction: 'reduce_by', target: '4', actual: '>4' }, ['exceeded', 'met']],
    ['reduced by more than a bound', { direction: 'reduce_by', target: '>4', actual: '4.1' }, ['exceeded', 'met']],
    ['reduced by a bound', { direction: 'reduce_by', target: '>4', actual: '4' }, ['missed']],
    ['an increase', { direction: 'increase_by', from: '50', to: '60', target: '10' }, ['met']],
    // Not printed, only how much of it.
    ['by the percentage', { completion: '118%' }, ['exceeded', 'met']],
    ['by a percentage of 100', { actual: '5', completion: '100%' }, ['met']],
    ['by a percentage below', { completion: '99.9%' }, ['missed']],
    ['by the excess', { exceeds_by: '18%' }, ['exceeded', 'met']],
    ['by an excess of nothing', { exceeds_by: '0%' }, ['met']],
    ['by the values where there are any', { target: '10', actual: '9', completion: '118%' }, ['missed']],
  ])('%s', (_, written, words) => {
    expect(holding(written)).toEqual(words)
  })

  it.each<readonly [ClaimText, Word, ClaimVerdict, readonly string[]]>([
    // [23.5, 24.5) reaches below 24.
    [{ target: '24..24.5', actual: '~24' }, 'met', 'undecided', ['actual']],
    [{ target: '24..24.5', actual: '~24' }, 'missed', 'undecided', ['actual']],
    [{ target: '24..24.5', actual: '~24' }, 'exceeded', 'inconsistent', []],
    [{ direction: 'at_most', target: '~4', actual: '4.2' }, 'met', 'undecided', ['target']],
    [{ target: '4', actual: '>3' }, 'met', 'undecided', ['actual']],
    [{ target: '4', actual: '<4' }, 'met', 'inconsistent', []],
    [{ target: '62', actual: '61..62' }, 'met', 'undecided', ['actual']],
    [{ completion: '~100%' }, 'met', 'undecided', ['completion']],
    [{ target: '<4', actual: '~4' }, 'met', 'undecided', ['actual']],
  ])('where the printed values leave it open: %o %s is %s', (written, verdict, expected, keys) => {
    const found = judgementOf({ ...written, verdict }, 'verdict')
    expect(found.verdict).toBe(expected)
    if (expected === 'undecided') expect(found.why).toEqual({ kind: 'not-exact', keys })
  })

  it('tells the outcome, or all that are possible', () => {
    const exceeded = judgementOf({ direction: 'reduce_by', target: '1..1.5', actual: '1.1', verdict: 'exceeded' })
    expect(exceeded).toMatchObject({ computed: 'met', why: { kind: 'other-outcome', outcomes: ['met'] }, slip: null })
    const open = judgementOf({ target: '24..24.5', actual: '~24', verdict: 'exceeded' })
    expect(open).toMatchObject({ computed: null, why: { kind: 'other-outcome', outcomes: ['met', 'missed'] } })
    const right = judgementOf({ target: '27', actual: '27.5', verdict: 'met' })
    expect(right).toMatchObject({ computed: 'exceeded', why: { kind: 'fits' }, formula: null })
  })

  it('says what it would take', () => {
    const needed = [['actual', 'target'], ['completion']]
    expect(judgementOf({ actual: '5', verdict: 'met' })).toMatchObject({
      verdict: 'undecided',
      why: { kind: 'not-printed', needed },
    })
  })
})
