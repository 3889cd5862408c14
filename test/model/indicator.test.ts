import { describe, expect, it } from 'vitest'
import {
  addsUpOverAreas,
  boundIn,
  type IndicatorType,
  indicatorTypes,
  isPovertyRate,
  unitOf,
} from '../../src/model/indicator.ts'
import { indicator } from '../support/report.ts'

describe('indicator types', () => {
  it('that are in per cent are the rates and growth', () => {
    expect(indicatorTypes.filter((type) => unitOf(type) === 'percent')).toEqual(['rate', 'poverty-rate', 'growth'])
    expect(indicatorTypes.filter((type) => unitOf(type) === 'number')).toEqual([
      'count',
      'stock',
      'level',
      'index',
      'date',
      'task',
      'text',
    ])
  })

  it('that are poverty rates are those that are called so, and rates of the same households', () => {
    const of = (type: IndicatorType, sameBaseAs: string | null) => isPovertyRate(indicator('it', { type, sameBaseAs }))
    expect([of('poverty-rate', null), of('rate', 'poverty'), of('rate', null)]).toEqual([true, true, false])
  })

  it('that add up over areas are flows and stocks, never a level or a rate', () => {
    expect(indicatorTypes.filter(addsUpOverAreas)).toEqual(['count', 'stock'])
  })
})

it.each([
  ['≤ 3%', 'at_most', '3%'],
  ['<=3', 'at_most', '3'],
  ['<21%', 'below', '21%'],
  ['≥  90', 'at_least', '90'],
  ['>= 90', 'at_least', '90'],
  ['> 1.200', 'above', '1.200'],
])('%s is a bound as plans print it', (text, kind, number) => {
  expect(boundIn(text)).toEqual({ kind, number })
})

it.each(['3%', '<', '< x', 'under <3', '=3', ''])('"%s" is none', (text) => {
  expect(boundIn(text)).toBeNull()
})
