import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact } from '../../src/model/exact.ts'
import { BAR_WIDTH, bar } from '../../src/render/bar.ts'
import { percent } from '../support/report.ts'

describe('bar', () => {
  it('marks the target at eight cells and goes on beyond it to 150%', () => {
    expect(bar(percent('50'), true)).toBe('████    │')
    expect(bar(percent('100'), true)).toBe('████████│')
    expect(bar(percent('118.26875'), true)).toBe('████████│█▍')
    expect(bar(percent('150'), true)).toBe('████████│████')
    expect(bar(percent('183.3'), true)).toBe('████████│███»')
  })

  it('is empty at zero and below, but not above zero', () => {
    expect(bar(percent('0'), true)).toBe('        │')
    expect(bar(percent('-40'), true)).toBe('        │')
    expect(bar(percent('0.01'), true)).toBe('▏       │')
  })

  it('never touches the target from below, nor hides what passed it', () => {
    expect(bar(percent('99.96875'), true)).toBe('███████▉│')
    expect(bar(percent('100.001'), true)).toBe('████████│▏')
  })

  it('has an ASCII form with the same meaning', () => {
    expect(bar(percent('99.96875'), false)).toBe('=======-|')
    expect(bar(percent('118.26875'), false)).toBe('========|=')
    expect(bar(percent('183.3'), false)).toBe('========|===>')
  })

  it('fits its column and shows the target reached exactly when it is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -3000n, max: 3000n }), fc.boolean(), (thousandths, unicode) => {
        const drawn = bar(Exact.of(thousandths, 1000n), unicode)
        expect(drawn.length).toBeLessThanOrEqual(BAR_WIDTH)
        expect(/^[█=]{8}[│|]/.test(drawn)).toBe(thousandths >= 1000n)
        expect(/[│|]./.test(drawn)).toBe(thousandths > 1000n)
      }),
    )
  })
})
