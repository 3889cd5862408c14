import { describe, expect, it } from 'vitest'
import { addsUpOverAreas, indicatorTypes, unitOf } from '../../src/model/indicator.ts'

describe('indicator types', () => {
  it('that are in per cent are the rates and growth', () => {
    expect(indicatorTypes.filter((type) => unitOf(type) === 'percent')).toEqual(['rate', 'poverty-rate', 'growth'])
    expect(indicatorTypes.filter((type) => unitOf(type) === 'number')).toEqual([
      'count',
      'stock',
      'level',
      'date',
      'task',
    ])
  })

  it('that add up over areas are flows and stocks, never a level or a rate', () => {
    expect(indicatorTypes.filter(addsUpOverAreas)).toEqual(['count', 'stock'])
  })
})
