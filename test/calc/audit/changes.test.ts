import { describe, expect, it } from 'vitest'
import type { ClaimVerdict } from '../../../src/model/claim.ts'
import { textOf } from '../../support/calc.ts'
import { type ClaimText, judgementOf, judgementsOf, notated } from '../../support/claim.ts'

type Row = readonly [ClaimText, ClaimVerdict, string | null]

function found(written: ClaimText, what: Parameters<typeof judgementOf>[1]) {
  const { verdict, computed } = judgementOf(written, what)
  return [verdict, textOf(computed)]
}

describe('a change between two figures', () => {
  it.each<Row>([
    [{ from: '4.24%', to: '3.28%', change: '-0.96pp' }, 'consistent', '-0.96'],
    [{ from: '4.24%', to: '3.28%', change: '-0.96' }, 'consistent', '-0.96'],
    [{ baseline: '4.24%', actual: '3.28%', change: '-0.96pp' }, 'consistent', '-0.96'],
    // Points called per cent; a percentage says per cent of something by itself.
    [{ from: '4.24%', to: '3.28%', change: '-0.96%' }, 'wording', '-0.96'],
    [{ from: '4.24', to: '3.28', change: '-0.96%', unit: '%' }, 'wording', '-0.96'],
    [{ from: '4.24', to: '3.28', change: '-0.96%' }, 'wording', '-0.96'],
    [{ from: '4.24%', to: '3.28%', change: '-22.6%' }, 'consistent', '-1200/53'],
    [{ from: '4.24%', to: '3.28%', change: '-22.6pp' }, 'wording', '-0.96'],
    [{ from: '4.24%', to: '3.28%', change: '-22.6' }, 'inconsistent', '-0.96'],
    [{ from: '600', to: '700', change: '100' }, 'consistent', '100'],
    [{ from: '600', to: '700', change: '16.7%' }, 'consistent', '50/3'],
    [{ from: '600', to: '700', change: '100%' }, 'inconsistent', '50/3'],
    [{ from: '10', to: '8', change: '-2%' }, 'wording', '-2'],
    [{ from: '101', to: '99', change: '-2%' }, 'consistent', '-200/101'],
    [{ from: '200', to: '198', change: '-2%' }, 'inconsistent', '-1'],
    // (−0.97, −0.95): each rate may be half a hundredth off.
    [{ from: '4.24%', to: '3.28%', change: '-0.97pp' }, 'consistent-within-rounding', '-0.96'],
    [{ from: '4.24%', to: '3.28%', change: '-0.98pp' }, 'inconsistent', '-0.96'],
    // By its size where it is called a reduction.
    [{ direction: 'reduce_by', from: '4.24%', to: '3.28%', change: '0.96pp' }, 'consistent', '0.96'],
    [{ direction: 'reduce_by', from: '4.24%', to: '3.28%', change: '0.96%' }, 'wording', '-0.96'],
    [{ from: '4.24%', to: '3.28%', change: '0.96pp' }, 'inconsistent', '-0.96'],
    [{ change: '-0.96pp' }, 'undecided', null],
  ])('%o: %s', (written, ...expected) => {
    expect(found(written, 'change')).toEqual(expected)
  })

  it.each<readonly [ClaimText, string]>([
    [{ from: '4.24%', to: '3.28%', change: '-0.96%' }, 'points-as-percent'],
    [{ from: '4.24%', to: '3.28%', change: '-22.6pp' }, 'percent-as-points'],
  ])('is worded wrong: %o, %s', (written, kind) => {
    expect(judgementOf(written).why).toEqual({ kind })
  })

  it.each<readonly [ClaimText, readonly string[]]>([
    // What it is printed for is judged; there is nothing to hold it against itself.
    [{ change: '-0.96pp', target: '0.8', completion: '120%' }, ['completion']],
    [{ direction: 'reduce_by', change: '1.1pp', target: '1..1.5', verdict: 'met' }, ['verdict']],
    [{ change: '-0.96pp', poor_change: '-2527' }, ['base']],
    [{ poor_change: '-2527', target: '2000', completion: '126%' }, ['completion']],
    [{ change: '-0.96pp', target: '0.8' }, ['change']],
    [{ poor_change: '-2527', target: '2000' }, ['poorChange']],
  ])('that is printed to calculate with is not judged by itself: %o', (written, things) => {
    expect(judgementsOf(written).map(({ what }) => what)).toEqual(things)
  })

  it('says what would decide it', () => {
    expect(judgementOf({ change: '-0.96pp' }).why).toEqual({ kind: 'not-printed', needed: [['from', 'to']] })
    expect(judgementOf({ poor_change: '-2527' }).why).toEqual({ kind: 'not-printed', needed: [['from', 'to']] })
    expect(judgementOf({ rate: '5%', numerator: '1' }).why).toEqual({
      kind: 'not-printed',
      needed: [['numerator', 'denominator']],
    })
    expect(judgementOf({ growth: '5%', actual: '1' }).why).toEqual({
      kind: 'not-printed',
      needed: [['previous', 'actual']],
    })
    expect(judgementOf({ relative_change: '5%', from: '1' }).why).toEqual({
      kind: 'not-printed',
      needed: [['from', 'to']],
    })
    expect(judgementOf({ total: '5' }).why).toEqual({ kind: 'not-printed', needed: [['parts']] })
    const bound = judgementOf({ from: '4', to: '>3', change: '-0.5' })
    expect([bound.verdict, bound.why]).toEqual(['undecided', { kind: 'not-exact', keys: ['to'] }])
  })
})

describe('a relative change', () => {
  it.each<Row>([
    [{ from: '4.24%', to: '3.28%', relative_change: '-22.6%' }, 'consistent', '-1200/53'],
    [{ direction: 'reduce_by', from: '4.24%', to: '3.28%', relative_change: '22.6%' }, 'consistent', '1200/53'],
    [{ baseline: '600', actual: '700', relative_change: '16.67%' }, 'consistent', '50/3'],
    [{ from: '-4', to: '-3', relative_change: '25%' }, 'consistent', '25'],
    [{ from: '-4', to: '2', relative_change: '150%' }, 'consistent', '150'],
    [{ from: '600', to: '700', relative_change: '116.67%' }, 'wording', '50/3'],
    [{ from: '0', to: '3', relative_change: '100%' }, 'undefined', null],
    // (3.275/4.245, 3.285/4.235): −22.85 to −22.43.
    [{ from: '4.24', to: '3.28', relative_change: '-22.8%' }, 'consistent-within-rounding', '-1200/53'],
    [{ from: '4.24', to: '3.28', relative_change: '-22.9%' }, 'consistent-within-rounding', '-1200/53'],
    [{ from: '4.24', to: '3.28', relative_change: '-23.0%' }, 'inconsistent', '-1200/53'],
  ])('%o: %s', (written, ...expected) => {
    expect(found(written, 'relativeChange')).toEqual(expected)
  })
})

describe('growth', () => {
  it.each<Row>([
    [{ previous: '600', actual: '700', growth: '16.7%' }, 'consistent', '50/3'],
    [{ previous: '600', to: '700', growth: '16.7%' }, 'consistent', '50/3'],
    [{ previous: '600', total: '700', growth: '16.7%' }, 'consistent', '50/3'],
    [{ from: '600', to: '700', growth: '16.7%' }, 'consistent', '50/3'],
    [{ previous: '200', actual: '201.12', growth: '100.56%' }, 'wording', '0.56'],
    [{ previous: '200', actual: '154', growth: '77%' }, 'wording', '-23'],
    [{ previous: '0', actual: '1', growth: '100%' }, 'undefined', null],
    [{ previous: '600', actual: '700', growth: '17.6%' }, 'inconsistent', '50/3'],
  ])('%o: %s', (written, ...expected) => {
    expect(found(written, 'growth')).toEqual(expected)
  })

  it('on nothing has no percentage', () => {
    expect(judgementOf({ previous: '0', actual: '1', growth: '5%' }).why).toEqual({
      kind: 'not-defined',
      reason: 'zero-start',
    })
    expect(judgementOf({ previous: '200', actual: '201.12', growth: '100.56%' }).why).toEqual({
      kind: 'off-by-100',
      meant: 'of-start',
    })
  })

  it('of a total that has no parts leaves the total alone', () => {
    expect(judgementsOf({ previous: '600', total: '700', growth: '16.7%' }).map(({ what }) => what)).toEqual(['growth'])
  })
})

describe('a change in the number of the poor', () => {
  it.each<Row>([
    [{ from: '31537', to: '25650', poor_change: '-5887' }, 'consistent', '-5887'],
    [{ direction: 'reduce_by', from: '31537', to: '25650', poor_change: '5887' }, 'consistent', '5887'],
    [{ from: '31537', to: '25650', poor_change: '-5878' }, 'inconsistent', '-5887'],
    [{ from: '~31500', to: '25650', poor_change: '-5887' }, 'consistent-within-rounding', '-5850'],
  ])('%o: %s', (written, ...expected) => {
    expect(found(written, 'poorChange')).toEqual(expected)
  })
})

describe('a rate of counts', () => {
  it.each<Row>([
    [{ numerator: '51085', denominator: '421820', rate: '12.11%' }, 'consistent', textOfRate('51085', '421820')],
    [{ numerator: '63379', denominator: '412204', rate: '15.40%' }, 'inconsistent', textOfRate('63379', '412204')],
    [{ numerator: '~63000', denominator: '412204', rate: '15.40%' }, 'consistent-within-rounding', null],
    [{ numerator: '5', denominator: '0', rate: '15.40%' }, 'undefined', null],
    [{ numerator: '>60000', denominator: '412204', rate: '15.40%' }, 'undecided', null],
    [{ numerator: '>70000', denominator: '412204', rate: '15.40%' }, 'inconsistent', null],
  ])('%o: %s', (written, verdict, computed) => {
    const judgement = judgementOf(written)
    expect(judgement.verdict).toBe(verdict)
    if (computed) expect(textOf(judgement.computed)).toBe(computed)
  })
})

function textOfRate(numerator: string, denominator: string): string | null {
  return textOf(judgementOf({ numerator, denominator, rate: '1%' }).computed)
}

describe('points and households', () => {
  it.each<readonly [ClaimText, ClaimVerdict, string]>([
    // Any two changes of one sign fit some number of households: it is implied, if it did not change.
    [{ from: '4.24%', to: '3.28%', poor_change: '-2527' }, 'implied', 'one-base'],
    [{ change: '-0.96pp', poor_change: '-2527' }, 'implied', 'one-base'],
    [{ change: '-0.96pp', poor_change: '-2527', numerator: '8634' }, 'implied', 'one-base'],
    [{ baseline: '4.24', actual: '3.28', poor_change: '-2527' }, 'implied', 'one-base'],
    // 2,527 of 263,000 are 0.9608 points; of 260,000 0.9719, which rates rounded to hundredths do not give.
    [{ from: '4.24%', to: '3.28%', poor_change: '-2527', denominator: '263000' }, 'consistent', 'one-base'],
    [{ from: '4.24%', to: '3.28%', poor_change: '-2527', denominator: '260000' }, 'undecided', 'base-changed'],
    [{ from: '4.24%', to: '3.28%', poor_change: '-25270', denominator: '263000' }, 'inconsistent', 'no-base'],
    // 3.28% of 263,229 are 8,634.
    [{ from: '4.24%', to: '3.28%', poor_change: '-2527', numerator: '8634' }, 'consistent', 'one-base'],
    [
      { from: '4.24%', to: '3.28%', poor_change: '-2527', numerator: '8634', denominator: '263229' },
      'consistent',
      'one-base',
    ],
    // Quảng Nam 2019: 31,537 of 416,605 and 25,650 of 423,267 households: 1.6% more of them.
    [{ from: '7.57%', to: '6.06%', poor_change: '-5887', numerator: '25650' }, 'undecided', 'base-changed'],
    [{ from: '7.57%', to: '6.06%', poor_change: '-15887', numerator: '25650' }, 'inconsistent', 'no-base'],
    // More poor, though the rate fell by a fifth, takes more households than a tenth more.
    [{ from: '4.24%', to: '3.28%', poor_change: '2527' }, 'inconsistent', 'no-base'],
    [{ from: '4.24%', to: '4.20%', poor_change: '2527' }, 'undecided', 'base-changed'],
    [{ from: '4.24%', to: '4.24%', poor_change: '0' }, 'implied', 'one-base'],
    [{ from: '4.24%', to: '4.20%', poor_change: '0' }, 'undecided', 'base-changed'],
    [{ from: '4.24%', to: '3.28%', poor_change: '0' }, 'inconsistent', 'no-base'],
    [{ change: '-0.96pp', poor_change: '2527' }, 'undecided', 'not-printed'],
  ])('%o: %s', (written, verdict, why) => {
    const base = judgementOf(written, 'base')
    expect([base.verdict, base.why.kind]).toEqual([verdict, why])
  })

  it('tell the households at both ends where they changed', () => {
    const { why, computed } = judgementOf(
      { from: '7.57%', to: '6.06%', poor_change: '-5887', numerator: '25650' },
      'base',
    )
    expect(textOf(computed)).toBe('58870000/151')
    // 31,537 of 7.565% to 7.575%, 25,650 of 6.055% to 6.065%.
    expect(why.kind === 'base-changed' && [notated(why.from), notated(why.to)]).toEqual([
      '(126148000/303, 630740000/1513]',
      '(513000000/1213, 513000000/1211]',
    ])
    const near = judgementOf({ from: '4.24%', to: '4.20%', poor_change: '2527' }, 'base')
    expect(near.why).toEqual({ kind: 'base-changed', from: null, to: null })
  })

  it('are compared with rates only: between two counts the change itself is judged', () => {
    expect(judgementsOf({ from: '31537', to: '25650', poor_change: '-5887' }).map(({ what }) => what)).toEqual([
      'poorChange',
    ])
    expect(judgementsOf({ from: '4.24', to: '3.28', poor_change: '-2527' }).map(({ what }) => what)).toEqual(['base'])
    expect(judgementsOf({ from: '10', to: '8', poor_change: '-2', unit: '%' }).map(({ what }) => what)).toEqual([
      'base',
    ])
    expect(judgementsOf({ from: '1200.5', to: '1100.5', poor_change: '-100' }).map(({ what }) => what)).toEqual([
      'poorChange',
    ])
  })

  it('rest on all that was printed of them', () => {
    const { inputs, claimed } = judgementOf(
      { from: '4.24%', to: '3.28%', poor_change: '-2527', denominator: '263000' },
      'base',
    )
    expect(inputs.map(({ key }) => key)).toEqual(['from', 'to', 'denominator'])
    expect('text' in claimed && claimed.text).toBe('-2527')
  })
})

describe('a total of parts', () => {
  it.each<Row>([
    [{ total: '5347', parts: '840 1070 660 950 575 807 413 32' }, 'consistent', '5347'],
    [{ total: '5374', parts: '840 1070 660 950 575 807 413 32' }, 'inconsistent', '5347'],
    // 1.15 to 1.25, and twice 4.45 to 4.55: up to 10.35.
    [{ total: '10.3', parts: '1.2 4.5 4.5' }, 'consistent-within-rounding', '10.2'],
    [{ total: '10.4', parts: '1.2 4.5 4.5' }, 'inconsistent', '10.2'],
    [{ total: '100', parts: '33 33 33' }, 'inconsistent', '99'],
    [{ total: '~100', parts: '33 33 33' }, 'consistent', '99'],
    [{ total: '10', parts: '4 >5' }, 'undecided', null],
    [{ total: '8', parts: '4 >5' }, 'inconsistent', null],
    [{ total: '>9', parts: '4 >5' }, 'consistent', null],
    [{ total: '30', parts: '10..12 18..20' }, 'undecided', null],
    [{ total: '33', parts: '10..12 18..20' }, 'inconsistent', null],
    [{ total: '28..32', parts: '10..12 18..20' }, 'consistent', null],
    // Both ends are totals by themselves.
    [{ total: '27..32', parts: '10..12 18..20' }, 'inconsistent', null],
    [{ total: '28..33', parts: '10..12 18..20' }, 'inconsistent', null],
    [{ total: '29..33', parts: '10..12 19 2' }, 'inconsistent', null],
    [{ total: '31..33', parts: '10..12 19 2' }, 'consistent', null],
    [{ total: '31..33', parts: '10 20 2' }, 'consistent', '32'],
  ])('%o: %s', (written, ...expected) => {
    expect(found(written, 'total')).toEqual(expected)
  })

  it('of ranges is told from end to end, with what is wrong at the worse one', () => {
    const { interval, why, inputs } = judgementOf({ total: '28..35', parts: '10..12 18..20' })
    expect(notated(interval)).toBe('[28, 32]')
    expect(why.kind === 'differs' && textOf(why.by)).toBe('3')
    expect(inputs.map(({ key, printed, reach }) => [key, printed.text, notated(reach)])).toEqual([
      ['parts', '10..12', '[10, 12]'],
      ['parts', '18..20', '[18, 20]'],
    ])
    // The ends may each be rounded.
    expect(notated(judgementOf({ total: '28.0..32.0', parts: '10.0..12.0 18' }).interval)).toBe('[27.95, 30.05)')
  })
})
