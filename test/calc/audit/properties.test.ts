import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audited } from '../../../src/calc/audit/audit.ts'
import { holds } from '../../../src/calc/audit/values.ts'
import { claimDirections, claimedThings, claimFigureKeys, claimVerdicts } from '../../../src/model/claim.ts'
import { Exact } from '../../../src/model/exact.ts'
import { formulaNames } from '../../../src/model/indicator.ts'
import { type ClaimText, claimOf, judgementOf } from '../../support/claim.ts'

const whole = fc.integer({ min: 1, max: 99_999 })
const decimals = fc.integer({ min: 0, max: 3 })

/** As a careful office would: calculated exactly, rounded half-up once. */
const inPercent = (numerator: number, denominator: number, places: number, offset = 0) =>
  Exact.of(BigInt(numerator) * 100n, BigInt(denominator))
    .plus(Exact.of(BigInt(offset)))
    .toFixed(places)

describe('a figure that is calculated and rounded half-up', () => {
  const claims: readonly (readonly [string, (a: number, b: number, places: number) => ClaimText])[] = [
    ['completion', (a, t, n) => ({ actual: `${a}`, target: `${t}`, completion: `${inPercent(a, t, n)}%` })],
    [
      'completion of a ceiling',
      (a, t, n) => {
        const completion = `${inPercent(2 * t - a, t, n)}%`
        return { direction: 'at_most', actual: `${a}`, target: `${t}`, completion }
      },
    ],
    ['excess', (a, t, n) => ({ actual: `${a}`, target: `${t}`, exceeds_by: `${inPercent(a - t, t, n)}%` })],
    ['rate', (a, b, n) => ({ numerator: `${a}`, denominator: `${b}`, rate: `${inPercent(a, b, n)}%` })],
    ['growth', (a, b, n) => ({ actual: `${a}`, previous: `${b}`, growth: `${inPercent(a, b, n, -100)}%` })],
    ['relative change', (a, b, n) => ({ to: `${a}`, from: `${b}`, relative_change: `${inPercent(a - b, b, n)}%` })],
    ['change', (a, b) => ({ to: `${a}`, from: `${b}`, change: `${a - b}` })],
    ['total', (a, b) => ({ parts: `${a} ${b}`, total: `${a + b}` })],
  ]

  it.each(claims)('is consistent: %s', (_, claim) => {
    fc.assert(
      fc.property(whole, whole, decimals, (a, b, places) => {
        expect(judgementOf(claim(a, b, places)).verdict).toBe('consistent')
      }),
      { numRuns: 60 },
    )
  })

  it('is not, once it is off by more than a unit of its last digit', () => {
    fc.assert(
      fc.property(whole, whole, decimals, fc.integer({ min: 2, max: 9 }), (a, b, places, units) => {
        const printed = Exact.parse(inPercent(a, b, places)).plus(Exact.of(BigInt(units), 10n ** BigInt(places)))
        const { verdict } = judgementOf({ numerator: `${a}`, denominator: `${b}`, rate: `${printed.toFixed(places)}%` })
        expect(verdict).toBe('inconsistent')
      }),
      { numRuns: 60 },
    )
  })
})

it('a figure is within rounding just when some unrounded actual gives it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: -40, max: 40 }),
      (tenths, target, off) => {
        const actual = Exact.of(BigInt(tenths), 10n)
        // Printed to two decimals, in hundredths of a per cent.
        const center = Exact.parse(
          actual
            .times(Exact.HUNDRED)
            .dividedBy(Exact.of(BigInt(target)))
            .toFixed(2),
        )
        const printed = center.plus(Exact.of(BigInt(off), 100n))
        fc.pre(printed.sign > 0)
        // [printed − 0.005, printed + 0.005) meets [actual − 0.05, actual + 0.05) × 100/target, by multiplying out.
        const share = (value: Exact) => value.times(Exact.HUNDRED).dividedBy(Exact.of(BigInt(target)))
        const half = Exact.of(1n, 200n)
        const isReached =
          share(actual.minus(Exact.of(1n, 20n))).isBelow(printed.plus(half)) &&
          printed.minus(half).isBelow(share(actual.plus(Exact.of(1n, 20n))))
        const { verdict } = judgementOf({
          direction: 'at_least',
          actual: actual.toFixed(1),
          target: `${target}`,
          completion: `${printed.toFixed(2)}%`,
        })
        expect(verdict.startsWith('consistent')).toBe(isReached)
      },
    ),
    { numRuns: 200 },
  )
})

describe('any claim at all', () => {
  const number = fc.oneof(
    fc.constantFrom('0', '0.0', '1', '-1', '100', '-100', '0.96', '-0.96'),
    fc.integer({ min: -99_999, max: 99_999 }).map(String),
    fc.integer({ min: -9999, max: 9999 }).map((hundredths) => Exact.of(BigInt(hundredths), 100n).toFixed(2)),
  )
  const printed = fc.oneof(
    number,
    number.map((text) => `${text}%`),
    number.map((text) => `${text}pp`),
    fc.tuple(fc.constantFrom('~', '<', '>'), number).map(([sign, text]) => sign + text),
    fc.tuple(number, number).map(([low, high]) => `${low}..${high}`),
  )
  const keys = fc.record(Object.fromEntries(claimFigureKeys.map((key) => [key, printed])), { requiredKeys: [] })
  const rest = fc.record(
    {
      direction: fc.constantFrom(...claimDirections),
      formula: fc.constantFrom(...formulaNames),
      verdict: fc.constantFrom('met' as const, 'exceeded' as const, 'missed' as const),
      unit: fc.constantFrom('%', '% growth', 'hộ'),
      text: fc.constantFrom('tăng trưởng', 'đạt'),
      parts: fc.array(printed, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
      rounded: fc.subarray([...claimFigureKeys]),
    },
    { requiredKeys: [] },
  )

  it('is judged, once for each thing that it says, in one order', () => {
    fc.assert(
      fc.property(keys, rest, (figures, others) => {
        const [found] = audited([claimOf({ ...figures, ...others } as ClaimText)])
        const judgements = found?.judgements ?? []
        const order = judgements.map(({ what }) => claimedThings.indexOf(what))
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b))
        const worst = Math.max(-1, ...judgements.map(({ verdict }) => claimVerdicts.indexOf(verdict)))
        expect(found?.worst ?? null).toBe(claimVerdicts[worst] ?? null)
        for (const { what, verdict, slip, why, computed, interval, impliedTarget } of judgements) {
          if (slip) expect(verdict).toBe('inconsistent')
          expect(impliedTarget !== null).toBe(verdict === 'implied' && what !== 'base')
          if (impliedTarget?.roundest) expect(holds([impliedTarget], impliedTarget.roundest)).toBe(true)
          if (computed instanceof Exact && interval) expect(holds([interval], computed)).toBe(true)
          expect(why.kind).toBeTruthy()
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is judged the same in thousands', () => {
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 200 }), fc.boolean(), (a, t, completion, isCeiling) => {
        const direction = isCeiling ? 'at_most' : 'at_least'
        const judged = (unit: string) => {
          const claim: ClaimText = {
            direction,
            actual: a + unit,
            target: t + unit,
            completion: `${completion}%`,
          }
          const { verdict, computed } = judgementOf(claim)
          return [verdict, String(computed)]
        }
        expect(judged('000')).toEqual(judged(''))
      }),
      { numRuns: 40 },
    )
  })
})
