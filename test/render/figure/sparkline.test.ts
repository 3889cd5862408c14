import { describe, expect, it } from 'vitest'
import { sparkline } from '../../../src/render/figure/sparkline.ts'
import { number } from '../../support/report.ts'

const drawn = (figures: readonly (string | null)[], unicode = true) =>
  sparkline(
    figures.map((figure) => (figure === null ? null : number(figure))),
    unicode,
  )

describe('sparkline', () => {
  it('is the higher the more, from zero to the highest', () => {
    expect(drawn(['0', '100', '200', '300', '400', '500', '600'])).toBe('▁▂▃▄▅▆▇')
    expect(drawn(['300', '600'])).toBe('▄▇')
  })

  it('leaves a gap for what is not known, which zero is not', () => {
    expect(drawn(['600', null, '0', '600'])).toBe('▇ ▁▇')
    expect(drawn([null, '600', null])).toBe(' ▇')
  })

  it('never shows as zero what is more', () => {
    expect(drawn(['0', '1', '1000000'])).toBe('▁▂▇')
  })

  it('goes up from the lowest where figures lie below zero', () => {
    expect(drawn(['-300', '0', '300'])).toBe('▁▄▇')
  })

  it('is flat where nothing was reached at all, and empty of nothing', () => {
    expect(drawn(['0', '0'])).toBe('▁▁')
    expect(drawn([])).toBe('')
  })

  it('has an ASCII form with the same meaning', () => {
    expect(drawn(['0', '100', null, '300', '600'], false)).toBe('.: =#')
  })
})
