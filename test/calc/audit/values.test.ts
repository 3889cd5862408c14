import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  common,
  dividedBy,
  holds,
  hullOf,
  isWithin,
  meet,
  minus,
  negated,
  only,
  onlyOne,
  plus,
  times,
  together,
  type Values,
} from '../../../src/calc/audit/values.ts'
import type { Reach } from '../../../src/model/claim.ts'
import { Exact } from '../../../src/model/exact.ts'
import { ratio } from '../../support/calc.ts'
import { notated } from '../../support/claim.ts'

/** `[1, 2)`, `(−∞, 3]`, and several of them. */
function values(text: string): Values {
  return [...text.matchAll(/([[(])(\S+), (\S+)([\])])/g)].map(([, open, low = '', high = '', close]) => ({
    low: low === '−∞' ? null : ratio(low),
    lowOpen: open === '(',
    high: high === '∞' ? null : ratio(high),
    highOpen: close === ')',
  }))
}

const text = (set: Values) => set.map(notated).join(' ')

describe('numbers that lie anywhere in spans', () => {
  it.each([
    ['plus', plus, '[1, 2)', '(3, 4]', '(4, 6)'],
    ['plus', plus, '[1, ∞)', '[1, 2]', '[2, ∞)'],
    ['minus', minus, '[1, 2)', '[3, 4]', '[-3, -1)'],
    ['minus', minus, '(−∞, 2]', '(3, 4]', '(−∞, -1)'],
    ['times', times, '[2, 3)', '[4, 5]', '[8, 15)'],
    ['times', times, '[-2, 3)', '[4, 5]', '[-10, 15)'],
    ['times', times, '[-2, 3)', '(-5, 4]', '(-15, 12)'],
    ['times', times, '(-2, -1]', '(-5, -4]', '[4, 10)'],
    ['times', times, '(0, 1)', '[2, ∞)', '(0, ∞)'],
    ['times', times, '[0, 1)', '[2, ∞)', '[0, ∞)'],
    ['times', times, '[0, 0]', '(−∞, ∞)', '[0, 0]'],
    ['dividedBy', dividedBy, '[1, 2)', '(4, 8]', '[0.125, 0.5)'],
    ['dividedBy', dividedBy, '[1, 2]', '(0, 4]', '[0.25, ∞)'],
    // On either side of zero: nothing between −1 and 1/2 is reached.
    ['dividedBy', dividedBy, '[1, 2]', '[-1, 2]', '(−∞, -1] [0.5, ∞)'],
    ['dividedBy', dividedBy, '[-1, 2]', '[-1, 2]', '(−∞, ∞)'],
    ['dividedBy', dividedBy, '[1, 2]', '[4, ∞)', '(0, 0.5]'],
    ['dividedBy', dividedBy, '[0, 2]', '[4, ∞)', '[0, 0.5]'],
    ['dividedBy', dividedBy, '[1, 2]', '[0, 0]', ''],
    ['common', common, '[1, 3)', '(2, 4]', '(2, 3)'],
    ['common', common, '[1, 2)', '[2, 4]', ''],
    ['common', common, '[1, 2]', '[2, 4]', '[2, 2]'],
    ['common', common, '(−∞, 2]', '(1, ∞)', '(1, 2]'],
    ['common', common, '[1, 2] [3, 4]', '[2, 3]', '[2, 2] [3, 3]'],
    ['together', together, '[1, 2)', '[2, 3]', '[1, 3]'],
    ['together', together, '[1, 2)', '(2, 3]', '[1, 2) (2, 3]'],
    ['together', together, '[1, 5]', '(2, 3]', '[1, 5]'],
    ['together', together, '(1, 2]', '[1, 2)', '[1, 2]'],
    ['together', together, '[3, ∞)', '(−∞, 2]', '(−∞, 2] [3, ∞)'],
  ] as const)('%s', (_, operation, a, b, expected) => {
    expect(text(operation(values(a), values(b)))).toBe(expected)
  })

  it('are told from each other', () => {
    expect(text(negated(values('[1, 2) (3, ∞)')))).toBe('(−∞, -3) (-2, -1]')
    expect(onlyOne(only(Exact.ONE))?.toString()).toBe('1')
    expect(onlyOne(values('[1, 2]'))).toBeNull()
    expect(onlyOne(values('[1, 1] [2, 2]'))).toBeNull()
    expect(onlyOne([])).toBeNull()
    expect(notated(hullOf(values('[1, 2) (3, ∞)')))).toBe('[1, ∞)')
    expect(hullOf([])).toBeNull()
    expect(isWithin(values('[1, 2)'), values('[1, 2)'))).toBe(true)
    expect(isWithin(values('[1, 2]'), values('[1, 2)'))).toBe(false)
    expect(isWithin(values('[1, 2) (3, 4)'), values('[1, 2]'))).toBe(false)
    expect(isWithin([], values('[1, 2]'))).toBe(false)
    expect(meet(values('[1, 2)'), values('[2, 3]'))).toBe(false)
    expect(holds(values('[1, 2)'), Exact.of(2n))).toBe(false)
    expect(holds(values('[1, 2)'), Exact.ONE)).toBe(true)
  })
})

const anyEnd = fc.option(fc.integer({ min: -3, max: 3 }), { freq: 6 })
const anySpan = fc
  .record({ a: anyEnd, b: anyEnd, lowOpen: fc.boolean(), highOpen: fc.boolean() })
  .map(({ a, b, lowOpen, highOpen }): Reach => {
    const isTurned = a !== null && b !== null && a > b
    const [low, high] = isTurned ? [b, a] : [a, b]
    const isPoint = low !== null && low === high
    return {
      low: low === null ? null : Exact.of(BigInt(low)),
      lowOpen: low === null || (!isPoint && lowOpen),
      high: high === null ? null : Exact.of(BigInt(high)),
      highOpen: high === null || (!isPoint && highOpen),
    }
  })

const NEAR = Exact.of(1n, 1000n)
const FAR = Exact.of(1000n)

/** Numbers at and next to the ends, next to zero and far out, as far as they are inside. */
function samplesOf(span: Reach): readonly Exact[] {
  const { low, high } = span
  const ends = [low ?? FAR.negated(), high ?? FAR, Exact.ZERO]
  const near = ends.flatMap((end) => [end, end.plus(NEAR), end.minus(NEAR)])
  return near.filter((number) => holds([span], number))
}

describe('what is calculated from any two spans', () => {
  const operations = [
    ['plus', plus, (x: Exact, y: Exact) => x.plus(y)],
    ['minus', minus, (x: Exact, y: Exact) => x.minus(y)],
    ['times', times, (x: Exact, y: Exact) => x.times(y)],
    ['dividedBy', dividedBy, (x: Exact, y: Exact) => (y.isZero ? null : x.dividedBy(y))],
  ] as const

  it.each(operations)('%s: holds every result, and ends where results do', (_, ofSets, ofNumbers) => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const set = ofSets([a], [b])
        const results = samplesOf(a).flatMap((x) => samplesOf(b).flatMap((y) => ofNumbers(x, y) ?? []))
        expect(results.every((result) => holds(set, result))).toBe(true)
        for (const { low, lowOpen, high, highOpen } of set) {
          for (const [end, open] of [
            [low, lowOpen],
            [high, highOpen],
          ] as const) {
            if (!end) continue
            const isReached = results.some((result) => result.equals(end))
            const isNeared = results.some((result) => result.minus(end).abs().isBelow(Exact.of(1n, 50n)))
            // A closed end is some result, an open one is none but has results next to it.
            expect(open ? !isReached && isNeared : isReached).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
