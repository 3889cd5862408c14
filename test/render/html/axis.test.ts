import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact } from '../../../src/model/exact.ts'
import { axisAcross, axisOver } from '../../../src/render/html/axis.ts'
import { number } from '../../support/report.ts'

const en = { lang: 'en', unicode: true } as const
const vi = { lang: 'vi', unicode: true } as const
const breadth = { width: 180, inset: 6 }

const labels = (to: string, notation: typeof en | typeof vi = en) =>
  axisAcross([Exact.ZERO, number(to)], breadth, notation).ticks.map(({ label }) => label)

describe('the numbers below a chart', () => {
  it('are round, in the notation of the language', () => {
    expect(labels('21333')).toEqual(['0', '10,000', '20,000'])
    expect(labels('0.4', vi)).toEqual(['0', '0,1', '0,2', '0,3', '0,4'])
  })

  it('are fewer where they are long, so that they stand apart', () => {
    expect(labels('1646090520')).toEqual(['0', '1,000,000,000'])
    expect(labels('9'.repeat(40))).toEqual(['0'])
  })

  it('keep the decimals that tell them apart', () => {
    expect(labels('0.0000005')).toEqual(['0', '0.0000002', '0.0000004'])
  })

  it('are plain decimals and differ, whatever is drawn', () => {
    const figure = fc.tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 12 }))
    fc.assert(
      fc.property(figure, ([digits, decimals]) => {
        const value = Exact.of(digits, 10n ** BigInt(decimals))
        const { ticks, at } = axisOver([Exact.ZERO, value], [0, 100], 4, en)
        const texts = ticks.map(({ label }) => label)
        expect(new Set(texts).size).toBe(texts.length)
        for (const text of texts) expect(text).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d+)?$/)
        expect(at(value)).toBeGreaterThanOrEqual(0)
        expect(at(value)).toBeLessThanOrEqual(100)
      }),
    )
  })
})
