import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact } from '../../../src/model/exact.ts'
import { textOf } from '../../support/calc.ts'
import { type ClaimText, judgementOf } from '../../support/claim.ts'

/** The slip, and what would have to be what. */
function slipIn(written: ClaimText) {
  const { verdict, slip, why } = judgementOf(written)
  const found = 'slip' in why ? why.slip : null
  expect(found?.kind ?? null).toBe(slip)
  // It excuses nothing.
  if (slip) expect(verdict).toBe('inconsistent')
  return [
    slip,
    ...(found?.corrections ?? []).map((each) => `${each.key} ${each.figure.text} ${textOf(each.corrected)}`),
  ]
}

describe('the single slip that would make a figure right', () => {
  it.each<ClaimText>([
    // Swapped it is 100.99%, which would be cut off as well; 9.11 of 52.23 is 17.44.
    { baseline: '0', target: '41', actual: '40.6', completion: '100%', formula: 'progress' },
    { target: '52.32', actual: '9.11', completion: '17.43%' },
    { target: '455', actual: '42.731', completion: '93%' },
  ])('is none that needs a second one: %o', (written) => {
    expect(slipIn(written)).toEqual([null])
  })

  it.each<readonly [string, ClaimText, readonly (string | null)[]]>([
    [
      'digits swapped in a total',
      { total: '5374', parts: '840 1070 660 950 575 807 413 32' },
      ['swapped-digits', 'total 5374 5347'],
    ],
    ['in a part', { total: '1500', parts: '1002 480' }, ['swapped-digits', 'parts 1002 1020']],
    ['at an end of a range', { total: '28..23', parts: '10..12 18..20' }, ['swapped-digits', 'total 23 32']],
    [
      'in a percentage',
      { target: '16000', actual: '18923', completion: '181%' },
      ['swapped-digits', 'completion 181% 118'],
    ],
    [
      'in a numerator',
      { numerator: '51058', denominator: '42182', rate: '121.106%' },
      ['swapped-digits', 'numerator 51058 51085'],
    ],
    ['across the decimals', { from: '4.24', to: '2.38', change: '-0.96' }, ['swapped-digits', 'to 2.38 3.28']],
    ['below zero', { from: '90', to: '33', change: '-75' }, ['swapped-digits', 'change -75 -57']],
    [
      'target and actual swapped',
      { target: '18923', actual: '16000', completion: '118.27%' },
      ['swapped-inputs', 'target 18923 16000', 'actual 16000 18923'],
    ],
    [
      'numerator and denominator swapped',
      { numerator: '421820', denominator: '51085', rate: '12.11%' },
      ['swapped-inputs', 'numerator 421820 51085', 'denominator 51085 421820'],
    ],
    [
      'the ends swapped',
      { from: '3.28%', to: '4.24%', change: '-0.96pp' },
      ['swapped-inputs', 'from 3.28% 4.24', 'to 4.24% 3.28'],
    ],
    [
      'a decimal shifted, which may have been in any of the three',
      { target: '16000', actual: '18923', completion: '11.827%' },
      ['decimal-shift', 'actual 18923 1892.3', 'target 16000 160000', 'completion 11.827% 118.27'],
    ],
    ['thousands taken for decimals', { total: '1840', parts: '1.020 820' }, ['decimal-shift', 'parts 1.020 1020']],
    ['decimals taken for thousands', { total: '10.5', parts: '4250 6.25' }, ['decimal-shift', 'parts 4250 4.25']],
    [
      'target and actual of an excess swapped',
      { target: '5887', actual: '5005', exceeds_by: '17.62%' },
      ['swapped-inputs', 'target 5887 5005', 'actual 5005 5887'],
    ],
    [
      'the ends of a relative change swapped',
      { from: '700', to: '600', relative_change: '16.67%' },
      ['swapped-inputs', 'from 700 600', 'to 600 700'],
    ],
    [
      'the ends of a change in households swapped',
      { from: '9000', to: '8000', poor_change: '1000' },
      ['swapped-inputs', 'from 9000 8000', 'to 8000 9000'],
    ],
    [
      'this year and the year before swapped',
      { previous: '700', actual: '600', growth: '16.7%' },
      ['swapped-inputs', 'previous 700 600', 'actual 600 700'],
    ],
    ['digits below one swapped', { from: '0.15', to: '10', change: '9.49' }, ['swapped-digits', 'from 0.15 0.51']],
    // 0.425 and 1020 would be right, and no mark of thousands stands in 425 or 1.02.
    ['three places, where no mark of thousands can be meant', { total: '6.675', parts: '425 6.25' }, [null]],
    ['three places, where no mark of thousands can be meant', { total: '1840', parts: '1.02 820' }, [null]],
    ['nothing would', { target: '80..90', actual: '92', completion: '113%' }, [null]],
    ['nothing would', { numerator: '63379', denominator: '412204', rate: '15.40%' }, [null]],
    // 21 in place of either 12.
    ['two would', { total: '33', parts: '12 12' }, [null]],
    // 1 of 10, or 10%.
    ['one of each of two kinds would', { target: '10', actual: '1', completion: '1000%' }, [null]],
    ['a bound is no number to slip in', { target: '1000', actual: '<1200', completion: '160%' }, [null]],
    ['a right figure has none', { target: '16000', actual: '18923', completion: '118%' }, [null]],
    ['a wrong word has none', { target: '16000', actual: '18923', verdict: 'missed' }, [null]],
  ])('%s', (_, written, expected) => {
    expect(slipIn(written)).toEqual(expected)
  })

  it('points and households have one, too', () => {
    const { why, slip } = judgementOf(
      { from: '4.24%', to: '3.28%', poor_change: '-25270', denominator: '263000' },
      'base',
    )
    expect(slip).toBe('decimal-shift')
    expect(why.kind === 'no-base' && why.slip?.corrections.map(({ key }) => key)).toEqual([
      'denominator',
      'poor_change',
    ])
  })

  it('a number keeps its shape: none begins with a zero, and the number of decimals is told', () => {
    // 1020 of 1000 is 102; 0210 is no number, so that only the target can be shifted.
    const { why } = judgementOf({ target: '10000', actual: '1020', completion: '102.0%' })
    expect('slip' in why && why.slip?.corrections.map(({ key, decimals }) => [key, decimals])).toEqual([
      ['actual', 0],
      ['target', 1],
      ['completion', 2],
    ])
  })
})

/** All that one slip makes of a claim, by text alone. */
describe('of figures that were right before two digits were swapped', () => {
  const swapsOf = (text: string) =>
    [...text.slice(1)]
      .map((_, at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2))
      .filter((swap) => swap !== text && !swap.startsWith('0'))

  it('the swap is found where it is the only slip that would be right', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 10, max: 99_999 }), { minLength: 2, maxLength: 4 }),
        fc.nat(),
        (parts, pick) => {
          const sum = (numbers: readonly string[]) => numbers.reduce((total, each) => total + BigInt(each), 0n)
          const right = sum(parts.map(String))
          const printedTotals = swapsOf(String(right))
          const total = printedTotals[pick % Math.max(1, printedTotals.length)]
          if (total === undefined) return
          const texts = parts.map(String)
          const shifts = (text: string) =>
            [10n, 100n, 1000n].flatMap((power) => [
              Exact.parse(text).times(Exact.of(power)),
              Exact.parse(text).dividedBy(Exact.of(power)),
            ])
          const fits = (numbers: readonly Exact[], printed: Exact) => Exact.sum(numbers).equals(printed)
          const exact = texts.map((text) => Exact.parse(text))
          const withPart = (index: number, part: Exact) => exact.map((each, at) => (at === index ? part : each))
          const swaps = [
            ...swapsOf(total).filter((swap) => fits(exact, Exact.parse(swap))),
            ...texts.flatMap((text, index) =>
              swapsOf(text).filter((swap) => fits(withPart(index, Exact.parse(swap)), Exact.parse(total))),
            ),
          ]
          const isShifted =
            shifts(total).some((shift) => fits(exact, shift)) ||
            texts.some((text, index) =>
              // Within half a unit of the total, since shifted decimals are rounded ones.
              shifts(text).some((shift) =>
                Exact.sum(withPart(index, shift)).minus(Exact.parse(total)).abs().isBelow(Exact.ONE),
              ),
            )
          fc.pre(!isShifted)
          const { slip } = judgementOf({ total, parts: texts.join(' ') })
          expect(slip).toBe(swaps.length === 1 ? 'swapped-digits' : null)
        },
      ),
      { numRuns: 150 },
    )
  })
})
