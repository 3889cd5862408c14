import { describe, expect, it } from 'vitest'
import type { ClaimVerdict } from '../../../src/model/claim.ts'
import { textOf } from '../../support/calc.ts'
import { type ClaimText, judgementOf, notated } from '../../support/claim.ts'

type Row = readonly [string, ClaimText, ClaimVerdict, string | null]

/** What is found about the only thing that is claimed, and what it is computed to. */
function found(written: ClaimText) {
  const { verdict, computed } = judgementOf(written)
  return [verdict, textOf(computed)]
}

describe('a completion is calculated by the formula that is usual for its target', () => {
  it.each<Row>([
    ['at least', { target: '16000', actual: '18923', completion: '118.27%' }, 'consistent', '118.26875'],
    ['at most', { direction: 'at_most', target: '3', actual: '2', completion: '133.3%' }, 'consistent', '400/3'],
    ['below', { target: '<4', actual: '3.1', completion: '122.5%' }, 'consistent', '122.5'],
    ['above', { target: '>1200', actual: '1500', completion: '125%' }, 'consistent', '125'],
    ['below zero', { direction: 'at_most', target: '-50', actual: '-100', completion: '200%' }, 'consistent', '200'],
    ['below zero', { target: '-500', actual: '-100', completion: '180%' }, 'consistent', '180'],
    ['negative', { direction: 'at_most', target: '50', actual: '200', completion: '-200%' }, 'consistent', '-200'],
    ['inside a range', { target: '60..62', actual: '61', completion: '100%' }, 'consistent', '100'],
    ['at its end', { target: '60..62', actual: '62', completion: '100%' }, 'consistent', '100'],
    ['below it', { target: '80..90', actual: '70', completion: '87.5%' }, 'consistent', '87.5'],
    ['above it', { target: '80..90', actual: '92', completion: '102.2%' }, 'consistent', '920/9'],
    [
      'a range that is better below',
      { direction: 'at_most', target: '7..8', actual: '6.5', completion: '107%' },
      'consistent',
      '750/7',
    ],
    [
      'a range that is worse above',
      { direction: 'below', target: '7..8', actual: '9', completion: '87.5%' },
      'consistent',
      '87.5',
    ],
    ['from and to', { from: '4.24', to: '3.28', target: '0.8', completion: '120%' }, 'consistent', '120'],
    // Two rates beside an actual of its own are no change of it.
    [
      'beside a change',
      { from: '4.24', to: '3.28', actual: '18923', target: '16000', completion: '118.27%' },
      'consistent',
      '118.26875',
    ],
    // What is said of the target goes before what two figures may mean: 80 is 10 below the most, 90.
    [
      'two figures under a ceiling',
      { direction: 'at_most', from: '100', to: '80', target: '90', completion: '111.1%' },
      'consistent',
      '1000/9',
    ],
    // 20 of 40 that were to go.
    [
      'from a baseline to what it came to',
      { direction: 'reduce_by', baseline: '100', to: '80', target: '40', completion: '50%' },
      'consistent',
      '50',
    ],
    [
      'from where it started to the actual',
      { direction: 'reduce_by', from: '100', actual: '80', target: '40', completion: '50%' },
      'consistent',
      '50',
    ],
    [
      'a change beside the actual',
      { direction: 'reduce_by', actual: '80', change: '-20', target: '40', completion: '50%' },
      'consistent',
      '50',
    ],
    // A change that has decimals may be one of rates, and its plan in points.
    [
      'a change of what may be rates',
      { direction: 'reduce_by', change: '-0.96', target: '0.8%', completion: '120%' },
      'consistent',
      '120',
    ],
    ['what it came to alone', { to: '52', target: '50', completion: '104%' }, 'consistent', '104'],
    ['from and to, a rise', { from: '88.1', to: '89.3', target: '1', completion: '120%' }, 'consistent', '120'],
    ['a plan with its sign', { from: '4.24', to: '3.28', target: '-0.8', completion: '120%' }, 'consistent', '120'],
    ['the wrong way', { from: '3', to: '4', target: '-0.5', completion: '-200%' }, 'consistent', '-200'],
    ['a change alone', { change: '-0.96', target: '0.8', completion: '120%' }, 'consistent', '120'],
    [
      'a reduction from a baseline',
      { direction: 'reduce_by', baseline: '3.28', actual: '2.73', target: '0.3', completion: '183.3%' },
      'consistent',
      '550/3',
    ],
    [
      'a reduction that is itself printed',
      { direction: 'reduce_by', actual: '5887', target: '5005', completion: '117.62%' },
      'consistent',
      '16820/143',
    ],
    [
      'a range of reductions',
      { direction: 'reduce_by', actual: '1.8', target: '1..1.5', completion: '120%' },
      'consistent',
      '120',
    ],
    [
      'short of a range of reductions',
      { direction: 'reduce_by', actual: '0.8', target: '1..1.5', completion: '80%' },
      'consistent',
      '80',
    ],
    [
      'an increase',
      { direction: 'increase_by', baseline: '50', actual: '62', target: '10', completion: '120%' },
      'consistent',
      '120',
    ],
    [
      'households, where the rates stand beside',
      { direction: 'reduce_by', from: '7.57%', to: '6.06%', actual: '5887', target: '5005', completion: '117.62%' },
      'consistent',
      '16820/143',
    ],
  ])('%s', (_, written, ...expected) => {
    expect(found(written)).toEqual(expected)
  })

  it('tells which formula that is', () => {
    const formula = (written: ClaimText) => judgementOf({ ...written, completion: '100%' }).formula
    expect(formula({ target: '5', actual: '5' })).toBe('attainment')
    expect(formula({ target: '5..6', actual: '5' })).toBe('range')
    expect(formula({ from: '4', to: '3', target: '1' })).toBe('change')
    expect(formula({ from: '4', to: '3', target: '1..2' })).toBe('range')
    expect(formula({ target: '5', actual: '5', formula: 'ratio' })).toBe('ratio')
  })
})

describe('a formula that is stated is judged by', () => {
  const rate = { direction: 'at_most', baseline: '5.20', target: '4.05', actual: '3.87' } as const

  it.each<Row>([
    ['attainment', { ...rate, formula: 'attainment', completion: '104.44%' }, 'consistent', '940/9'],
    ['progress', { ...rate, formula: 'progress', completion: '115.65%' }, 'consistent', '2660/23'],
    ['ratio', { ...rate, formula: 'ratio', completion: '95.56%' }, 'consistent', '860/9'],
    ['inverse', { ...rate, formula: 'inverse', completion: '104.65%' }, 'consistent', '4500/43'],
    ['level', { target: '2.7', actual: '2.8', formula: 'level', completion: '100.1%' }, 'consistent', '102800/1027'],
    // Attainment would give it.
    ['ratio', { ...rate, formula: 'ratio', completion: '104.44%' }, 'other-formula', '940/9'],
    [
      'progress of a planned change, which is the change itself',
      { formula: 'progress', from: '4.24', to: '3.28', target: '0.8', completion: '120%' },
      'consistent',
      '120',
    ],
    [
      'attainment of where a planned change was to end',
      // 4.24 − 0.8 = 3.44; 2 − 3.28/3.44.
      { formula: 'attainment', from: '4.24', to: '3.28', target: '0.8', completion: '104.65%' },
      'consistent',
      '4500/43',
    ],
  ])('%s', (_, written, ...expected) => {
    expect(found(written)).toEqual(expected)
  })

  it.each<readonly [string, ClaimText]>([
    ['zero-target', { target: '0', actual: '5' }],
    ['zero-target', { target: '0', actual: '5', formula: 'ratio' }],
    ['zero-target', { target: '-100', actual: '5', formula: 'level' }],
    ['zero-target', { target: '0..5', actual: '-1' }],
    ['zero-target', { from: '4', to: '3', target: '0' }],
    ['zero-actual', { target: '5', actual: '0', formula: 'inverse' }],
    ['no-baseline', { target: '5', actual: '4', formula: 'progress' }],
    ['no-baseline', { target: '5', to: '4', direction: 'reduce_by' }],
    ['no-baseline', { to: '4', direction: 'reduce_by' }],
    ['no-baseline', { actual: '4', formula: 'progress' }],
    ['no-baseline', { direction: 'reduce_by', target: '5', actual: '4', formula: 'attainment' }],
    ['target-equals-baseline', { baseline: '5', target: '5', actual: '4', formula: 'progress' }],
    ['formula-does-not-fit', { target: '5', actual: '4', formula: 'change' }],
    ['formula-does-not-fit', { target: '5', actual: '4', formula: 'range' }],
    ['formula-does-not-fit', { target: '5..6', actual: '4', formula: 'attainment' }],
    ['formula-does-not-fit', { from: '4', to: '3', target: '1', formula: 'range' }],
    ['formula-does-not-fit', { from: '4', to: '3', target: '1..2', formula: 'change' }],
    ['formula-does-not-fit', { direction: 'increase_by', from: '4', to: '3', target: '-1' }],
  ])('undefined, %s: %o', (reason, written) => {
    const { verdict, why, computed } = judgementOf({ ...written, completion: '120%' }, 'completion')
    expect([verdict, why, computed]).toEqual(['undefined', { kind: 'not-defined', reason }, null])
  })
})

describe('what was printed may be rounded', () => {
  it.each<readonly [ClaimText, string, ClaimVerdict]>([
    // The actual is [3.275, 3.285): 109.1666… to 109.5, which does not belong.
    [{ target: '3', actual: '3.28' }, '109.6%', 'inconsistent'],
    [{ target: '3', actual: '3.28' }, '109.4%', 'consistent-within-rounding'],
    [{ target: '3', actual: '3.28' }, '109.49%', 'consistent-within-rounding'],
    [{ target: '3', actual: '3.28' }, '109.50%', 'consistent-within-rounding'],
    [{ target: '3', actual: '3.28' }, '109.51%', 'inconsistent'],
    [{ target: '3', actual: '3.28' }, '109.167%', 'consistent-within-rounding'],
    [{ target: '3', actual: '3.28' }, '109.166%', 'inconsistent'],
    // [3.5, 4.5) of 4: 87.5 to 112.5.
    [{ target: '4', actual: '~4' }, '112%', 'consistent-within-rounding'],
    [{ direction: 'at_least', target: '4', actual: '~4' }, '113%', 'inconsistent'],
    [{ target: '4', actual: '~4' }, '88%', 'consistent-within-rounding'],
    // [1150, 1250) of 1000.
    [{ target: '1000', actual: '~1200' }, '115%', 'consistent-within-rounding'],
    [{ target: '1000', actual: '~1200' }, '114%', 'inconsistent'],
    // An integer is exact, a target too, unless they are named as rounded.
    [{ target: '7000', actual: '5800' }, '83.5%', 'inconsistent'],
    [{ target: '7000', actual: '5800', rounded: ['actual'] }, '83.5%', 'consistent-within-rounding'],
    [{ target: '1.1', actual: '2' }, '180%', 'inconsistent'],
    [{ target: '1.1', actual: '2', rounded: ['target'] }, '180%', 'consistent-within-rounding'],
    [{ target: '~1.1', actual: '2' }, '180%', 'consistent-within-rounding'],
    // −3.28 is (−3.285, −3.275]: of at least −3 it is 90.5 to 90.8333….
    [{ target: '-3', actual: '-3.28' }, '90.50%', 'consistent-within-rounding'],
    [{ target: '-3', actual: '-3.28' }, '90.49%', 'inconsistent'],
    // From [4.235, 4.245) to [3.275, 3.285): 118.75 to 121.25.
    [{ from: '4.24', to: '3.28', target: '0.8' }, '121%', 'consistent-within-rounding'],
    // The plan of 0.8 points may have been rounded too: 0.95/0.85 to 0.97/0.75, 111.76 to 129.33.
    [{ from: '4.24', to: '3.28', target: '0.8' }, '122%', 'consistent-within-rounding'],
    [{ from: '4.24', to: '3.28', target: '0.8' }, '130%', 'inconsistent'],
  ])('%o printed %s: %s', (written, completion, verdict) => {
    expect(judgementOf({ ...written, completion }).verdict).toBe(verdict)
  })

  it('tells between what the figure may be, and whose rounding it is', () => {
    const { interval, why, computed } = judgementOf({ target: '0.8', from: '4.24', to: '3', completion: '155.2%' })
    expect(notated(interval)).toBe('[154.375, 155.625)')
    expect(why).toEqual({ kind: 'inputs-rounded', keys: ['from'] })
    expect(textOf(computed)).toBe('155')
    expect(judgementOf({ target: '16000', actual: '18923', completion: '118%' }).interval).toBeNull()
  })

  it('lists what it was calculated from, and what that may stand for', () => {
    const { inputs } = judgementOf(
      { target: '0.8', from: '4.24', to: '3', change: '-1.24', completion: '155%' },
      'completion',
    )
    expect(inputs.map(({ key, printed, reach }) => [key, printed.text, notated(reach)])).toEqual([
      ['from', '4.24', '[4.235, 4.245)'],
      ['to', '3', '[3, 3]'],
      ['target', '0.8', '[0.8, 0.8]'],
    ])
  })

  it('progress, whose baseline counts twice, ends at its corners', () => {
    const progress = { formula: 'progress', baseline: '5.0', actual: '8', target: '10', rounded: ['target'] } as const
    // b in [4.95, 5.05), t in [5, 15): 10 is about 10, and t may be b, so that anything may be.
    expect(judgementOf({ ...progress, completion: '9000%' }).verdict).toBe('consistent-within-rounding')
    // t in [9.5, 10.5) written as ~10.0 is the same; of ~11: [10.5, 11.5), (8 − 5.05)/(11.5 − 5.05) to (8 − 4.95)/(10.5 − 4.95).
    const near = { ...progress, target: '11', completion: '50%' }
    expect(notated(judgementOf(near).interval)).toBe('(5900/129, 6100/111]')
    // One target, though the baseline is rounded: 1 + (8 − 11)/(11 − b).
    expect(notated(judgementOf({ ...near, rounded: [] }).interval)).toBe('(5900/119, 6100/121]')
  })
})

describe('how a figure was rounded', () => {
  it.each<readonly [ClaimText, string, ClaimVerdict]>([
    [{ target: '200', actual: '25' }, '13%', 'consistent'],
    [{ target: '200', actual: '25' }, '12%', 'consistent-half-even'],
    [{ target: '200', actual: '27' }, '14%', 'consistent'],
    [{ target: '200', actual: '27' }, '13%', 'consistent-truncated'],
    [{ target: '16000', actual: '15995' }, '99%', 'consistent-truncated'],
    [{ target: '16000', actual: '15995' }, '100%', 'consistent'],
    [{ target: '16000', actual: '15995' }, '98%', 'inconsistent'],
    // Away from zero on either side of it: −12.5 is −13, or −12 when truncated or to the even side.
    [{ target: '200', actual: '-25' }, '-13%', 'consistent'],
    [{ target: '200', actual: '-25' }, '-12%', 'consistent-half-even'],
    [{ target: '1000', actual: '-4' }, '0%', 'consistent'],
    [{ target: '1000', actual: '9' }, '0%', 'consistent-truncated'],
    [{ target: '1000', actual: '-9' }, '0%', 'consistent-truncated'],
    [{ target: '1000', actual: '10' }, '0%', 'inconsistent'],
  ])('%o as %s: %s', (written, completion, verdict) => {
    expect(judgementOf({ ...written, completion }).verdict).toBe(verdict)
  })

  it('is told with what half-up would have printed', () => {
    const { why } = judgementOf({ target: '16000', actual: '15995', completion: '99%' })
    expect(why.kind === 'rounded-otherwise' && textOf(why.halfUp)).toBe('100')
  })
})

describe('a figure that is printed as a bound, a range or about', () => {
  it.each<readonly [string, ClaimVerdict]>([
    ['>118%', 'consistent'],
    ['>118.26875%', 'inconsistent'],
    ['<119%', 'consistent'],
    // 18% is below 118% as well, but nobody said so.
    ['<118%', 'inconsistent'],
    ['>120%', 'inconsistent'],
    ['118..119%', 'consistent'],
    // As printed, 118.3 begins at 118.25.
    ['118.3..119%', 'consistent'],
    ['118.4..119%', 'inconsistent'],
    ['~120%', 'consistent'],
    ['~110%', 'inconsistent'],
  ])('%s for 118.26875: %s', (completion, verdict) => {
    expect(judgementOf({ target: '16000', actual: '18923', completion }).verdict).toBe(verdict)
  })

  it('is as far off as its rounding where it is named as rounded', () => {
    const claimed = { target: '16000', actual: '18923', completion: '120%' } as const
    expect(judgementOf(claimed).verdict).toBe('inconsistent')
    expect(judgementOf({ ...claimed, rounded: ['completion'] }).verdict).toBe('consistent')
  })

  it('has no difference, being no one number', () => {
    const { why } = judgementOf({ target: '16000', actual: '18923', completion: '<118%' })
    expect(why).toEqual({ kind: 'differs', by: null, slip: null, other: null })
  })
})

describe('bounds and ranges among what it is calculated from', () => {
  it.each<readonly [ClaimText, string, ClaimVerdict]>([
    // 61/60 to 62/60: 101.67 to 103.33.
    [{ target: '60', actual: '61..62' }, '102%', 'undecided'],
    [{ target: '60', actual: '61..62' }, '104%', 'inconsistent'],
    [{ target: '60', actual: '61..62' }, '>100%', 'consistent'],
    [{ target: '60', actual: '61..62' }, '101.7..103.3%', 'consistent'],
    [{ target: '60', actual: '61..62' }, '102..103%', 'consistent'],
    [{ target: '60', actual: '61..62' }, '102.0..103.0%', 'undecided'],
    [{ target: '1200', actual: '>1200' }, '100%', 'undecided'],
    [{ target: '1200', actual: '>1200' }, '99%', 'inconsistent'],
    [{ target: '1200', actual: '<1200' }, '99%', 'undecided'],
    [{ target: '1200', actual: '<1200' }, '101%', 'inconsistent'],
  ])('%o printed %s: %s', (written, completion, verdict) => {
    expect(judgementOf({ ...written, completion }).verdict).toBe(verdict)
  })

  it('leave no one computed number, only between what it lies', () => {
    const { computed, interval, why } = judgementOf({ target: '60', actual: '>61', completion: '102%' })
    expect(computed).toBeNull()
    expect(notated(interval)).toBe('(305/3, ∞)')
    expect(why).toEqual({ kind: 'not-exact', keys: ['actual'] })
  })

  it('a target that is a range is nothing that is not known', () => {
    const { why } = judgementOf({ target: '60..61', actual: '>61', completion: '102%' })
    expect(why).toEqual({ kind: 'not-exact', keys: ['actual'] })
  })
})

describe('wording', () => {
  it.each<readonly [ClaimText, string, string]>([
    [{ target: '5005', actual: '5887', exceeds_by: '117.62%' }, 'of-plan', '2520/143'],
    [{ target: '16000', actual: '18923', completion: '18%' }, 'beyond-plan', '118.26875'],
    // Only cut off, or only within the rounding of the actual.
    [{ target: '16000', actual: '15995', exceeds_by: '99.96%' }, 'of-plan', '-0.03125'],
    [{ target: '3', actual: '3.28', exceeds_by: '109.4%' }, 'of-plan', '28/3'],
  ])('off by 100: %o', (written, meant, computed) => {
    const found = judgementOf(written)
    expect([found.verdict, found.why, textOf(found.computed)]).toEqual([
      'wording',
      { kind: 'off-by-100', meant },
      computed,
    ])
  })

  it('an excess is right by itself, in per cent, in points and in the unit', () => {
    const verdict = (written: ClaimText) => judgementOf(written).verdict
    expect(verdict({ target: '1000', actual: '1562', exceeds_by: '56%' })).toBe('consistent')
    expect(verdict({ target: '88.1%', actual: '89.3%', exceeds_by: '1.2pp' })).toBe('consistent')
    expect(verdict({ target: '16000', actual: '18923', exceeds_by: '2923' })).toBe('consistent')
    expect(verdict({ direction: 'at_most', target: '4.0%', actual: '3.1%', exceeds_by: '0.9pp' })).toBe('consistent')
    expect(verdict({ direction: 'reduce_by', target: '5005', actual: '5887', exceeds_by: '882' })).toBe('consistent')
    // Nothing is a percentage of zero, but more than it.
    expect(verdict({ target: '0', actual: '5', exceeds_by: '5' })).toBe('consistent')
    expect(verdict({ target: '0', actual: '5', exceeds_by: '5%' })).toBe('undefined')
  })

  it('an excess over a range has no one number in the unit', () => {
    const found = (written: ClaimText) => judgementOf(written).verdict
    // 99 is 110% of 90; the change of 15 is 150% of 10. Neither is beyond one target by so many.
    const range = { target: '80..90', actual: '99' }
    expect([found({ ...range, exceeds_by: '10%' }), found({ ...range, exceeds_by: '19' })]).toEqual([
      'consistent',
      'inconsistent',
    ])
    const change = { direction: 'increase_by', from: '100', to: '115', target: '5..10' } as const
    expect([found({ ...change, exceeds_by: '50%' }), found({ ...change, exceeds_by: '110' })]).toEqual([
      'consistent',
      'inconsistent',
    ])
  })

  it('an excess in points is explained by no other formula', () => {
    // (5.20 − 3.87)/(5.20 − 4.05) is 115.65%.
    const ceiling = { direction: 'at_most', baseline: '5.20%', target: '4.05%', actual: '3.87%' } as const
    expect(judgementOf({ ...ceiling, exceeds_by: '15.65%' }).verdict).toBe('other-formula')
    expect(judgementOf({ ...ceiling, exceeds_by: '15.65pp' }).verdict).toBe('inconsistent')
  })

  it('an excess in points is no excess in per cent', () => {
    const rates = { target: '88.1%', actual: '89.3%', exceeds_by: '1.2%' }
    expect(judgementOf(rates)).toMatchObject({ verdict: 'wording', why: { kind: 'points-as-percent' } })
    expect(judgementOf({ target: '16000', actual: '18923', exceeds_by: '2923%' }).verdict).toBe('inconsistent')
    expect(judgementOf({ ...rates, target: '88.1', unit: '%' }).verdict).toBe('wording')
    // (89.25 − 88.15)/88.15 is 1.248%: 1.2 within rounding, 1.1 is not.
    expect(judgementOf({ ...rates, target: '88.1', exceeds_by: '1.1%' }).verdict).toBe('inconsistent')
  })
})

describe('other formulas', () => {
  const ceiling = { direction: 'at_most', baseline: '5.20', target: '4.05', actual: '3.87' } as const

  it.each<readonly [string, ClaimText]>([
    ['progress', { ...ceiling, completion: '115.65%' }],
    ['ratio', { ...ceiling, completion: '95.56%' }],
    ['inverse', { ...ceiling, completion: '104.65%' }],
    ['level', { target: '2.7', actual: '2.8', unit: '% growth', completion: '100.1%' }],
    ['level', { target: '2.7%', actual: '2.8%', text: 'Tăng trưởng đạt 2,8%', completion: '100.1%' }],
    ['ratio', { target: '-500', actual: '-100', completion: '20%' }],
    ['attainment', { from: '4.24', to: '3.28', target: '3.44', completion: '104.65%' }],
    // (4.24 − 3.28)/(4.24 − 3.44)
    ['progress', { from: '4.24', to: '3.28', target: '3.44', completion: '120%' }],
    ['range', { from: '4.24', to: '3.28', target: '3.2..3.5', completion: '100%' }],
  ])('%s gives it: %o', (formula, written) => {
    const found = judgementOf(written)
    expect([found.verdict, found.formula, found.why.kind]).toEqual(['other-formula', formula, 'other-formula'])
  })

  it('are told beside what the usual one gives', () => {
    const { why, computed } = judgementOf({ ...ceiling, completion: '95.56%' })
    expect(textOf(computed)).toBe('860/9')
    expect(why).toMatchObject({ usual: 'attainment' })
    expect(why.kind === 'other-formula' && textOf(why.usualComputed)).toBe('940/9')
  })

  // 4.24 less 0.8 is 3.44: 2 − 3.28/3.44, 3.28/3.44 and 3.44/3.28.
  it.each([
    ['104.65%', 'attainment'],
    ['95.35%', 'ratio'],
    ['104.88%', 'inverse'],
  ] as const)('of a planned cut is of where it was to end: %s is the %s', (completion, formula) => {
    const cut = { direction: 'reduce_by', baseline: '4.24', actual: '3.28', target: '0.8' } as const
    const found = judgementOf({ ...cut, completion })
    expect([found.verdict, found.formula]).toEqual(['other-formula', formula])
    // A rise is no ceiling, and has no inverse: 41 of 42.
    const rise = { direction: 'increase_by', baseline: '40', actual: '41', target: '2', completion: '102.44%' } as const
    expect(judgementOf(rise).verdict).toBe('inconsistent')
  })

  it.each<readonly [string, ClaimText]>([
    ['level is for growth only', { target: '2.70', actual: '2.80', completion: '100.1%' }],
    ['level needs a percentage, too', { target: '2.70', actual: '2.80', text: 'growth', completion: '100.1%' }],
    [
      'inverse is where lower is better only',
      { direction: 'at_least', target: '80', actual: '64', completion: '125%' },
    ],
    ['progress needs a baseline', { direction: 'at_most', target: '4.05', actual: '3.87', completion: '115.65%' }],
    // 80 is twice 40, but 40 were to go, and nobody planned to end there.
    [
      'a change that is called so is nothing to end at',
      { direction: 'reduce_by', from: '100', to: '80', target: '40', completion: '200%' },
    ],
    ['a range has no other', { target: '80..90', actual: '92', completion: '115%' }],
  ])('%s', (_, written) => {
    expect(judgementOf(written).verdict).toBe('inconsistent')
  })
})

describe('a side that nothing is said of', () => {
  it.each<ClaimText>([
    { target: '4.05', actual: '3.87', completion: '104.44%' },
    { direction: 'between', target: '80..90', actual: '100', completion: '88.9%' },
    { target: '7..8', actual: '6.5', completion: '107%' },
  ])('leaves it undecided where the other one gives the figure: %o', (written) => {
    expect(judgementOf(written)).toMatchObject({ verdict: 'undecided', why: { kind: 'direction-not-stated' } })
  })

  it.each<ClaimText>([
    { direction: 'at_least', target: '4.05', actual: '3.87', completion: '104.44%' },
    { direction: 'at_least', target: '7..8', actual: '6.5', completion: '107%' },
    { target: '>4.05', actual: '3.87', completion: '104.44%' },
    { formula: 'ratio', target: '-4.05', actual: '3.87', completion: '104.44%' },
    { from: '4', to: '3', target: '4', completion: '175%' },
  ])('is none where it is said: %o', (written) => {
    expect(judgementOf(written).verdict).toBe('inconsistent')
  })
})

describe('what is not printed', () => {
  it.each<readonly [ClaimText, readonly (readonly string[])[]]>([
    [{ completion: '118%' }, [['actual', 'target']]],
    [{ target: '16000', completion: '118%' }, [['actual']]],
    [{ direction: 'reduce_by', target: '0.8', completion: '118%' }, [['from', 'to'], ['change']]],
    [{ direction: 'reduce_by', completion: '118%' }, [['actual', 'target']]],
    [{ formula: 'range', actual: '5', completion: '118%' }, [['target']]],
  ])('would decide it: %o', (written, needed) => {
    expect(judgementOf(written)).toMatchObject({ verdict: 'undecided', why: { kind: 'not-printed', needed } })
  })
})

describe('a planned change in per cent', () => {
  const found = (written: ClaimText) => judgementOf(written).verdict

  it('of a count is of its baseline, as plans read it', () => {
    // 20% of 16 are 3.2; 4 of them is 125%. 7.5% of 200 is less than 10%.
    const fall = { from: '16', to: '12', target: '20%', direction: 'reduce_by' } as const
    expect(found({ ...fall, completion: '125%' })).toBe('consistent')
    expect(found({ ...fall, verdict: 'exceeded' })).toBe('consistent')
    expect(found({ ...fall, exceeds_by: '25%' })).toBe('consistent')
    expect(found({ ...fall, exceeds_by: '0.8' })).toBe('consistent')
    expect(found({ ...fall, completion: '20%' })).toBe('inconsistent')
    const rise = { from: '200', to: '215', target: '10%', direction: 'increase_by' } as const
    expect(judgementOf({ ...rise, verdict: 'exceeded' })).toMatchObject({ verdict: 'inconsistent', computed: 'missed' })
    expect(found({ ...rise, completion: '75%' })).toBe('consistent')
    expect(found({ from: '200', to: '215', target: '10%', verdict: 'exceeded' })).toBe('inconsistent')
    // 24 of 200 is 12%, inside 10 to 15.
    expect(found({ ...rise, to: '224', target: '10..15%', verdict: 'met' })).toBe('consistent')
    expect(found({ ...rise, to: '240', target: '10..15%', completion: '133.3%' })).toBe('consistent')
  })

  it('of a count needs the baseline', () => {
    const change = { direction: 'reduce_by', target: '20%', actual: '4' } as const
    const why = { kind: 'not-printed', needed: [['baseline']] }
    expect(judgementOf({ ...change, verdict: 'met' })).toMatchObject({ verdict: 'undecided', why })
    expect(judgementOf({ ...change, completion: '125%' })).toMatchObject({ verdict: 'undecided', why })
    expect(found({ ...change, actual: '4%', verdict: 'met' })).toBe('inconsistent')
    expect(found({ ...change, unit: '%', verdict: 'met' })).toBe('inconsistent')
  })

  it('of a rate is in points, and of the rate where points do not give the figure', () => {
    const rate = { from: '4.24%', to: '3.28%', direction: 'reduce_by' } as const
    expect(found({ ...rate, target: '0.8%', completion: '120%' })).toBe('consistent')
    expect(found({ ...rate, target: '0.8%', verdict: 'missed' })).toBe('inconsistent')
    // 0.96 is 22.64% of 4.24, which is 113.2% of 20%; 20 points would be more than there are.
    expect(found({ ...rate, target: '20%', completion: '113%' })).toBe('consistent')
    expect(found({ ...rate, target: '20%', verdict: 'exceeded' })).toBe('consistent')
  })

  it('of a rate is told as points, and as a share of it only where there are not so many points to lose', () => {
    const computed = (written: ClaimText) => textOf(judgementOf({ ...written, completion: '61%' }).computed)
    const rate = { from: '4.24%', to: '3.28%', direction: 'reduce_by' } as const
    // 0.96/0.8; 0.96/(20% of 4.24); 1/20, as a rate can rise by 20 points.
    expect(computed({ ...rate, target: '0.8%' })).toBe('120')
    expect(computed({ ...rate, target: '20%' })).toBe('6000/53')
    expect(computed({ from: '4.24%', to: '5.24%', direction: 'increase_by', target: '20%' })).toBe('5')
    expect(found({ ...rate, target: '20%', completion: '4.8%' })).toBe('consistent')
  })

  it('of what may be a rate or not is undecided where it makes a difference', () => {
    // 4.2 of 16.5 is 25.5%, beyond 20%; in points it is short of 20.
    const may = { from: '16.5', to: '12.3', target: '10%', direction: 'reduce_by' } as const
    expect(judgementOf({ ...may, verdict: 'exceeded' })).toMatchObject({
      verdict: 'undecided',
      why: { kind: 'points-or-percent', inPoints: ['missed'], inPercent: ['exceeded'] },
    })
    expect(found({ ...may, unit: 'nghìn tấn', verdict: 'exceeded' })).toBe('consistent')
    expect(found({ ...may, completion: '254.5%' })).toBe('consistent')
    expect(found({ ...may, completion: '42%' })).toBe('consistent')
  })
})

describe('a number that no mark tells what it is in', () => {
  it('of an excess is in the unit first, else in per cent', () => {
    const plan = { target: '109.19', actual: '113.06' }
    expect(judgementOf({ ...plan, exceeds_by: '3.87' })).toMatchObject({ verdict: 'consistent', unit: 'number' })
    expect(judgementOf({ ...plan, exceeds_by: '3.54' })).toMatchObject({ verdict: 'consistent', unit: 'percent' })
    expect(judgementOf({ ...plan, exceeds_by: '3.87', unit: '%' })).toMatchObject({ unit: 'points' })
    const { verdict, unit, computed, why } = judgementOf({ ...plan, exceeds_by: '5' })
    expect([verdict, unit, textOf(computed)]).toEqual(['inconsistent', 'number', '3.87'])
    expect(why).toMatchObject({ kind: 'differs', other: { unit: 'percent' } })
  })

  it('of a completion or rate may be the ratio', () => {
    const share = { numerator: '1500', denominator: '500' }
    expect(judgementOf({ ...share, rate: '3' })).toMatchObject({ verdict: 'consistent', unit: 'number' })
    expect(judgementOf({ ...share, rate: '300' })).toMatchObject({ verdict: 'consistent', unit: 'percent' })
    expect(judgementOf({ ...share, rate: '3%' })).toMatchObject({ verdict: 'inconsistent', unit: 'percent' })
    expect(judgementOf({ ...share, rate: '4' }).why).toMatchObject({ kind: 'differs', other: { unit: 'number' } })
    expect(judgementOf({ target: '16000', actual: '18923', completion: '1.18' }).verdict).toBe('consistent')
    expect(judgementOf({ target: '16000', actual: '18923', completion: '1.18%' }).verdict).toBe('inconsistent')
  })

  it('in points is no per cent', () => {
    // 1.36% more, and 1.2 points.
    const points = { target: '88.1%', actual: '89.3%', exceeds_by: '1.36pp' }
    expect(judgementOf(points)).toMatchObject({ verdict: 'wording', why: { kind: 'percent-as-points' } })
  })
})

describe('a target that was rounded itself', () => {
  it.each<readonly [ClaimText, ClaimVerdict]>([
    // 153.55/145.85 is 5.28% more.
    [{ target: '145.9', actual: '153.5', exceeds_by: '5.3%' }, 'consistent-within-rounding'],
    [{ target: '145.9', actual: '153.5', exceeds_by: '5.4%' }, 'inconsistent'],
    [{ target: '420.7', actual: '433.4', exceeds_by: '3.04%' }, 'consistent-within-rounding'],
    [{ target: '17.9', actual: '4.5137', completion: '25.3%' }, 'consistent-within-rounding'],
    // 1,455.5/1,520.5 is 95.73%.
    [{ target: '1521', actual: '1455', completion: '95.7%', unit: 'billion tenge' }, 'consistent'],
    [{ target: '121', actual: '115', completion: '95.5%', unit: 'tỷ đồng' }, 'consistent-within-rounding'],
    [
      { target: '121', actual: '115', completion: '95.5%', text: '115 tỷ đồng, bằng 95,5% của 121 tỷ' },
      'consistent-within-rounding',
    ],
    [{ target: '121', actual: '115', completion: '95.5%' }, 'inconsistent'],
    [
      { target: '12000000', actual: '11000000', completion: '90%', text: '11 million of 12 million' },
      'consistent-within-rounding',
    ],
    [{ target: '12000000', actual: '11000000', completion: '90%' }, 'inconsistent'],
    // What was counted is exact, and what is held against it.
    [{ target: '1.1', actual: '2', completion: '180%' }, 'inconsistent'],
    [{ target: '7000', actual: '5800', completion: '83.5%' }, 'inconsistent'],
  ])('%o: %s', (written, verdict) => {
    expect(judgementOf(written).verdict).toBe(verdict)
  })

  it('is told, and no slip is looked for', () => {
    const { why, slip, interval, inputs } = judgementOf({ target: '145.9', actual: '153.5', exceeds_by: '5.3%' })
    expect([why, slip]).toEqual([{ kind: 'taken-as-rounded', keys: ['target'] }, null])
    // 153.45/145.95 to 153.55/145.85, neither reached.
    expect(notated(interval)).toBe('(5000/973, 15400/2917)')
    expect(inputs.map(({ key, reach }) => [key, notated(reach)])).toContainEqual(['target', '[145.85, 145.95)'])
  })

  it('is not asked where another formula just gives the figure', () => {
    expect(judgementOf({ direction: 'at_most', target: '4.05', actual: '3.87', completion: '104.65%' }).formula).toBe(
      'inverse',
    )
  })
})

describe('points that are printed as per cent', () => {
  it('are told before decimals that were cut off', () => {
    // 1 point, and 1.818% more.
    const rates = { target: '55%', actual: '56%', exceeds_by: '1%' }
    expect(judgementOf(rates)).toMatchObject({ verdict: 'wording', why: { kind: 'points-as-percent' }, unit: 'points' })
    expect(judgementOf({ ...rates, exceeds_by: '1.8%' }).verdict).toBe('consistent')
    // 0.9 points are only about 1, and 1.64% may be cut off.
    expect(judgementOf({ ...rates, actual: '55.9%' }).verdict).toBe('consistent-truncated')
    expect(judgementOf({ from: '55%', to: '56%', change: '1%' }).verdict).toBe('wording')
  })

  it('imply a target of their own', () => {
    const { impliedTarget, why } = judgementOf({ actual: '56%', exceeds_by: '1%' })
    expect(textOf(impliedTarget?.roundest)).toBe('55.4')
    expect(notated(impliedTarget)).toBe('(1600/29, 11200/201]')
    expect(why.kind === 'implied' && why.others.map(({ meant, target }) => [meant, textOf(target.roundest)])).toEqual([
      ['points', '55'],
    ])
  })
})

describe('a target of which only a bound is printed', () => {
  it('leaves a completion open that another plan beyond the bound would give', () => {
    // 149,332 of 168,000 is 88.89%, of a little more 88.64%.
    const polio = { target: '>168000', actual: '149332' }
    expect(judgementOf({ ...polio, completion: '88.64%' })).toMatchObject({
      verdict: 'undecided',
      why: { kind: 'not-exact', keys: ['target'] },
    })
    expect(judgementOf({ ...polio, completion: '88.89%' }).verdict).toBe('consistent')
    expect(judgementOf({ ...polio, completion: '88.95%' }).verdict).toBe('inconsistent')
  })
})
