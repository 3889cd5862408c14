import { describe, expect, expectTypeOf, it } from 'vitest'
import { Exact } from '../../src/model/exact.ts'
import { addsUpOverAreas, indicatorTypes, unitOf } from '../../src/model/indicator.ts'
import { type Amount, amount, difference, differenceUnit } from '../../src/model/unit.ts'

describe('the difference of two rates', () => {
  const fall = () => difference(amount('percent', Exact.parse('4.24')), amount('percent', Exact.parse('3.28')))

  it('is in percentage points, from the first to the second: 4.24% to 3.28% is −0.96 points', () => {
    expect(fall().unit).toBe('points')
    expect(fall().value.toDecimal()).toBe('-0.96')
  })

  it('is in percentage points to the compiler too', () => {
    expectTypeOf(fall).returns.toEqualTypeOf<Amount<'points'>>()
    expectTypeOf(difference<'number'>).returns.toEqualTypeOf<Amount<'number'>>()
  })

  it('of differences stays in points, of other numbers in their own unit', () => {
    expect(differenceUnit('percent')).toBe('points')
    expect(differenceUnit('points')).toBe('points')
    expect(differenceUnit('number')).toBe('number')
  })
})

it('a per cent and a percentage point cannot be subtracted from each other', () => {
  const rate = amount('percent', Exact.parse('3.28'))
  const points = amount('points', Exact.parse('0.3'))
  // @ts-expect-error: the units differ
  difference(rate, points)
})

describe('indicator types', () => {
  it('that are in per cent are the rates and growth', () => {
    expect(indicatorTypes.filter((type) => unitOf(type) === 'percent')).toEqual(['rate', 'poverty-rate', 'growth'])
    expect(indicatorTypes.filter((type) => unitOf(type) === 'number')).toEqual(['count', 'stock', 'level', 'task'])
  })

  it('that add up over areas are flows and stocks, never a level or a rate', () => {
    expect(indicatorTypes.filter(addsUpOverAreas)).toEqual(['count', 'stock'])
  })
})
