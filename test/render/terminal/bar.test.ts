import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact } from '../../../src/model/exact.ts'
import { bar } from '../../../src/render/terminal/bar.ts'
import { percent } from '../../support/report.ts'

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
        expect(drawn.length).toBeLessThanOrEqual(13)
        expect(/^[█=]{8}[│|]/.test(drawn)).toBe(thousandths >= 1000n)
        expect(/[│|]./.test(drawn)).toBe(thousandths > 1000n)
      }),
    )
  })

  it('puts a second mark where it should be by now', () => {
    expect(bar(percent('30'), true, percent('50'))).toBe('██▍ ┊    │')
    expect(bar(percent('60'), true, percent('50'))).toBe('████┊▊   │')
    expect(bar(percent('30'), false, percent('50'))).toBe('==  :    |')
    expect(bar(percent('118.26875'), true, percent('75'))).toBe('██████┊██│█▍')
    expect(bar(percent('160'), true, percent('125'))).toBe('████████│██┊█»')
  })

  it('has no second mark where that is off the scale, or nothing is expected', () => {
    expect(bar(percent('187.5'), true, percent('175.34'))).toBe('████████│███»')
    expect(bar(percent('30'), true, null)).toBe('██▍     │')
  })

  it('stops before the second mark exactly when less was reached than expected', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1500n }),
        fc.bigInt({ min: 0n, max: 1500n }),
        fc.boolean(),
        (reached, due, unicode) => {
          const drawn = bar(Exact.of(reached, 1000n), unicode, Exact.of(due, 1000n))
          const [before = '', after] = drawn.replace(/[│|]/, '').split(/[┊:]/)
          expect(drawn.length).toBeLessThanOrEqual(14)
          expect(after).toBeDefined()
          if (reached >= due) expect(before).toMatch(/^[█=]*$/)
          else expect(before).toMatch(/[^█=]$/)
          if (reached < due) expect(after?.trim()).toBe('')
        },
      ),
    )
  })
})
