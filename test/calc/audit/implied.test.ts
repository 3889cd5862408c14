import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundestIn } from '../../../src/calc/audit/implied.ts'
import { Exact } from '../../../src/model/exact.ts'
import { ratio, textOf } from '../../support/calc.ts'
import { type ClaimText, judgementOf, notated } from '../../support/claim.ts'

function implied(written: ClaimText) {
  const { impliedTarget } = judgementOf(written)
  return [notated(impliedTarget), textOf(impliedTarget?.roundest ?? null)]
}

describe('the target that was not printed', () => {
  it.each<readonly [ClaimText, string, string | null]>([
    // 1562/1.565 to 1562/1.555.
    [{ actual: '1562', exceeds_by: '56%' }, '(312400/313, 312400/311]', '1000'],
    [{ actual: '20096', completion: '100.48%' }, '(401920000/20097, 401920000/20095]', '20000'],
    [{ actual: '981', completion: '57.71%' }, '(19620000/11543, 6540000/3847]', '1700'],
    [{ actual: '29802', completion: '86.38%' }, '(198680000/5759, 23841600/691]', '34500'],
    // [69.65, 69.75) over (0.9685, 0.9695).
    [{ actual: '69.7', completion: '96.9%' }, '(139300/1939, 139500/1937)', '72'],
    [{ actual: '-100', direction: 'at_most', completion: '200%' }, '[-20000/399, -20000/401)', '-50'],
    // 2 − 3.1/t in [1.215, 1.225), 3.05 to 3.15.
    [{ direction: 'at_most', actual: '3.1', completion: '122%' }, '[610/157, 630/155)', '4'],
    [{ formula: 'ratio', actual: '3', completion: '75%' }, '(600/151, 600/149]', '4'],
    [{ formula: 'ratio', actual: '-3', completion: '75%' }, '[-600/149, -600/151)', '-4'],
    [{ formula: 'inverse', actual: '4', completion: '75%' }, '[2.98, 3.02)', '3'],
    // 102.75 to 102.85 over 1.0005 to 1.0015.
    [{ formula: 'level', actual: '2.8', completion: '100.1%' }, '(5200/2003, 5600/2001)', '2.7'],
    // 5 + (8 − 5)/p.
    [{ formula: 'progress', baseline: '5', actual: '8', completion: '60%' }, '(1205/121, 1195/119]', '10'],
    [{ from: '88.1', to: '89.3', completion: '120%' }, '(220/241, 260/239)', '1'],
    [{ formula: 'progress', from: '88.1', to: '89.3', completion: '120%' }, '(220/241, 260/239)', '1'],
    [{ change: '-0.96', completion: '120%' }, '(191/241, 193/239)', '0.8'],
    [{ actual: '89.3%', exceeds_by: '1.2pp' }, '(88, 88.2)', '88.1'],
    [{ actual: '89.3', exceeds_by: '1.2pp' }, '(88, 88.2)', '88.1'],
    [{ direction: 'at_most', actual: '3', exceeds_by: '0.9pp' }, '[3.85, 3.95)', '3.9'],
    [{ direction: 'reduce_by', actual: '3', exceeds_by: '0.9pp' }, '(2.05, 2.15]', '2.1'],
    // A bound says nothing of how round the plan is, and without one there is no middle.
    [{ actual: '18923', completion: '>100%' }, '(0, 18923)', null],
    [{ actual: '18923', completion: '<100%' }, '(18923, ∞)', null],
    [{ actual: '>100', completion: '100%' }, '(20000/201, ∞)', null],
    [{ actual: '3', completion: '0%' }, '(600, ∞)', null],
    [{ actual: '18923', completion: '~120%' }, '(75692/5, 378460/23]', '16000'],
  ])('%o', (written, interval, roundest) => {
    const [found, number] = implied(written)
    expect(found).toBe(notatedText(interval))
    expect(number).toBe(roundest)
  })

  it.each<ClaimText>([
    { actual: '18923', completion: '-118%' },
    { actual: '0', completion: '50%' },
    { formula: 'ratio', actual: '0', completion: '50%' },
    { from: '3', to: '4', direction: 'reduce_by', completion: '50%' },
    { from: '3', to: '3', completion: '50%' },
    { direction: 'reduce_by', actual: '1', exceeds_by: '2pp' },
  ])('may be none, which is inconsistent: %o', (written) => {
    expect(judgementOf(written)).toMatchObject({ verdict: 'inconsistent', why: { kind: 'no-target-fits' } })
  })

  it.each<ClaimText>([
    { actual: '0', completion: '0%' },
    { actual: '0', completion: '200%' },
    { formula: 'ratio', actual: '0', completion: '0%' },
    { formula: 'progress', baseline: '5', actual: '5', completion: '0%' },
    { from: '3', to: '3', completion: '0%' },
  ])('may be any, which leaves it undecided: %o', (written) => {
    expect(judgementOf(written)).toMatchObject({ verdict: 'undecided', why: { kind: 'any-target-fits' } })
  })

  it('of growth is told as a level, too', () => {
    const { impliedTarget, why } = judgementOf({ actual: '7.02', completion: '97.4%', unit: '% tăng trưởng' })
    expect(textOf(impliedTarget?.roundest)).toBe('7.2')
    // 107.015 to 107.025 over 0.9735 to 0.9745.
    expect(why.kind === 'implied' && why.others.map(({ target, ...other }) => [other, notated(target)])).toEqual([
      [{ meant: 'level' }, '(19130/1949, 6450/649)'],
    ])
    const { why: stated } = judgementOf({ actual: '7.02', completion: '97.4%', unit: '% growth', formula: 'ratio' })
    expect(stated).toEqual({ kind: 'implied', others: [] })
  })

  it.each<readonly [string, ClaimText, string, readonly (readonly [string, string])[]]>([
    // 113.06 − 3.87; 113.06 of 103.87%.
    [
      'in the unit where no mark says per cent',
      { actual: '113.06', exceeds_by: '3.87' },
      '109.19',
      [['percent', '108.85']],
    ],
    // Of 5 − 8 there is no plan: 5 of 108%.
    [
      'in per cent where it would leave less than nothing',
      { actual: '5', exceeds_by: '8.0' },
      '4.63',
      [['number', '-3']],
    ],
    ['of rates in per cent or points', { actual: '52%', exceeds_by: '4%' }, '50', [['points', '48']]],
    [
      'of what is in per cent by its unit as well',
      { actual: '52', unit: '%', exceeds_by: '4%' },
      '50',
      [['points', '48']],
    ],
    ['in points where these are printed', { actual: '89.3%', exceeds_by: '1.2pp' }, '88.1', []],
    ['of numbers in per cent', { actual: '1562', exceeds_by: '56%' }, '1000', []],
  ])('is meant %s', (_, written, roundest, others) => {
    const { why, impliedTarget } = judgementOf(written)
    expect(textOf(impliedTarget?.roundest)).toBe(roundest)
    expect(why.kind === 'implied' && why.others.map(({ target, meant }) => [meant, textOf(target.roundest)])).toEqual(
      others,
    )
  })

  it('of an excess beyond 100% is told as a completion, too', () => {
    const { why, impliedTarget } = judgementOf({ actual: '5887', exceeds_by: '117.62%' })
    expect(textOf(impliedTarget?.roundest)).toBe('2705.2')
    expect(
      why.kind === 'implied' && why.others.map(({ target, ...other }) => [other, textOf(target.roundest)]),
    ).toEqual([[{ meant: 'of-plan' }, '5005']])
    const { why: half } = judgementOf({ actual: '1562', exceeds_by: '56%' })
    expect(half).toEqual({ kind: 'implied', others: [] })
  })
})

/** Fractions of the table in the form in which numbers are told. */
function notatedText(interval: string): string {
  return interval.replace(/-?[\d./]+/g, (number) => (number.includes('/') ? String(ratio(number)) : number))
}

/** An independent count over candidates: a target fits when the completion it gives is printed the same. */
describe('an implied interval', () => {
  const printedBy = (actual: bigint, target: Exact, decimals: number, lowerIsBetter: boolean) => {
    const share = Exact.of(actual).dividedBy(target)
    const completion = lowerIsBetter ? Exact.of(2n).minus(share) : share
    return completion.times(Exact.HUNDRED).toFixed(decimals)
  }

  it('holds exactly the targets that reproduce the printed figure', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 1 }),
        fc.boolean(),
        (actual, target, decimals, lowerIsBetter) => {
          const printed = printedBy(BigInt(actual), Exact.of(BigInt(target)), decimals, lowerIsBetter)
          const direction = lowerIsBetter ? 'at_most' : 'at_least'
          const written: ClaimText = { direction, actual: String(actual), completion: `${printed}%` }
          const { impliedTarget, verdict } = judgementOf(written)
          expect(verdict).toBe('implied')
          const { low, lowOpen, high, highOpen } = impliedTarget ?? {}
          for (let halves = 1n; halves <= 900n; halves += 7n) {
            for (const candidate of [Exact.of(halves, 2n), Exact.of(BigInt(target) * 200n + halves - 450n, 200n)]) {
              if (candidate.sign <= 0) continue
              const isAbove = !low || candidate.isAbove(low) || (!lowOpen && candidate.equals(low))
              const isBelow = !high || candidate.isBelow(high) || (!highOpen && candidate.equals(high))
              const fits = printedBy(BigInt(actual), candidate, decimals, lowerIsBetter) === printed
              expect(isAbove && isBelow).toBe(fits)
            }
          }
          // The ends themselves.
          for (const [end, open] of [
            [low, lowOpen],
            [high, highOpen],
          ] as const) {
            if (!end?.sign) continue
            expect(printedBy(BigInt(actual), end, decimals, lowerIsBetter) === printed).toBe(!open)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the roundest number', () => {
  const inside = (low: string, high: string, lowOpen = false, highOpen = false) =>
    textOf(roundestIn({ low: ratio(low), lowOpen, high: ratio(high), highOpen }))

  it.each([
    ['15968.78', '16104.68', '16000'],
    ['1045.58', '1055.40', '1050'],
    ['16932.22', '17075.11', '17000'],
    ['0.788', '0.8117', '0.8'],
    ['95', '105', '100'],
    ['8', '13', '10'],
    // 10 is as round as 9, and the middle is nearer to it; 6 is nearer to 5.75 than 10.
    ['8.5', '10.5', '9'],
    ['0.5', '11', '6'],
    ['0.5', '500', '300'],
    ['101', '109', '105'],
    ['101', '108', '104'],
    ['11.2', '11.8', '11.5'],
    ['-16104.68', '-15968.78', '-16000'],
    ['-3', '5', '0'],
    ['0', '5', '0'],
    ['7', '7', '7'],
    ['0.00123', '0.00129', '0.00126'],
  ])('from %s to %s is %s', (low, high, expected) => {
    expect(inside(low, high)).toBe(expected)
  })

  it('is inside: an open end is not', () => {
    expect(inside('15000', '16000', true, false)).toBe('16000')
    expect(inside('16000', '16100', true, true)).toBe('16050')
    expect(inside('0', '5', true, true)).toBe('2')
    // 2.5 lies as near to 2 as to 3.
    expect(inside('1.5', '3.5')).toBe('2')
    expect(inside('2', '3', true, false)).toBe('3')
    expect(inside('-3', '-2', false, true)).toBe('-3')
  })

  it('has no like without a middle', () => {
    expect(roundestIn({ low: Exact.ONE, lowOpen: true, high: null, highOpen: true })).toBeNull()
    expect(roundestIn({ low: null, lowOpen: true, high: Exact.ONE, highOpen: true })).toBeNull()
    expect(inside('1/3', '1/3')).toBeNull()
  })

  it('has no more digits than any other number inside, and none of as few is nearer the middle', () => {
    const digits = (n: bigint) => n.toString().replace(/0+$/, '').length
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 3000n }), fc.bigInt({ min: 0n, max: 300n }), (low, width) => {
        const high = low + width
        const best = roundestIn({ low: Exact.of(low), lowOpen: false, high: Exact.of(high), highOpen: false })
        // All whole numbers, and tenths where a whole one may not be the nearest.
        for (let tenths = low * 10n; tenths <= high * 10n; tenths++) {
          const candidate = Exact.of(tenths, 10n)
          const [mine, other] = [digits((best ?? Exact.ZERO).times(Exact.of(10n)).numerator), digits(tenths)]
          expect(other >= mine).toBe(true)
          const middle = Exact.of(low + high, 2n)
          const distance = (n: Exact) => n.minus(middle).abs()
          if (other === mine && best) expect(distance(candidate).isBelow(distance(best))).toBe(false)
        }
      }),
      { numRuns: 40 },
    )
  })
})
