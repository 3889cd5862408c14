import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth, safeText, wrappedText } from '../../../src/render/figure/safe-text.ts'

describe('safeText', () => {
  it('writes out what would act on a terminal or hide in it', () => {
    expect(safeText('a\u001b[31mb')).toBe('a\\u{1b}[31mb')
    expect(safeText('\u202eevil\u202c')).toBe('\\u{202e}evil\\u{202c}')
    expect(safeText('\u2066a\u2069 \u200e\u200f\u061c')).toBe('\\u{2066}a\\u{2069} \\u{200e}\\u{200f}\\u{61c}')
    expect(safeText('zero\u200bwidth\u200d\ufeff')).toBe('zero\\u{200b}width\\u{200d}\\u{feff}')
    expect(safeText('a\u2028b\u2029c\u0085d\u009b')).toBe('a\\u{2028}b\\u{2029}c\\u{85}d\\u{9b}')
    expect(safeText('\u{e0041}\ud800')).toBe('\\u{e0041}\\u{d800}')
  })

  it('makes tabs and line breaks blanks, so that a text stays on its line', () => {
    expect(safeText('two\nlines\tand a tab\r')).toBe('two lines and a tab ')
  })

  it('writes out what would be a command in the log of a pipeline, and leaves single colons and hashes', () => {
    expect(safeText('::error::x')).toBe(':\\u{3a}error:\\u{3a}x')
    expect(safeText('##[error]x ##vso[task]')).toBe('#\\u{23}[error]x #\\u{23}vso[task]')
    expect(safeText('Đạt: 1:2 #3, https://example.com/#a')).toBe('Đạt: 1:2 #3, https://example.com/#a')
  })

  it('composes letters and leaves every script readable', () => {
    expect(safeText('Vie\u0302\u0323t')).toBe('Việt')
    expect(safeText('Tỷ lệ hộ nghèo · 貧困率 · נתון · 🙂')).toBe('Tỷ lệ hộ nghèo · 貧困率 · נתון · 🙂')
  })

  it('never lets through a control, bidi, zero-width or separator character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(safeText(text)).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b-\u200f\u2060-\u206f\ufeff]/u,
        )
      }),
    )
  })
})

describe('displayWidth', () => {
  it('counts letters with their marks once, East Asian and emoji twice', () => {
    expect(displayWidth('Tỷ lệ hộ nghèo')).toBe(14)
    expect(displayWidth('Ty\u0309 le\u0323\u0302')).toBe(5)
    expect(displayWidth('貧困率')).toBe(6)
    expect(displayWidth('ｱ')).toBe(1)
    expect(displayWidth('한국')).toBe(4)
    expect(displayWidth('🙂!')).toBe(3)
    expect(displayWidth('שָׁלוֹם')).toBe(4)
    expect(displayWidth('≥ 16,250 −0.96 ████│▌')).toBe(21)
  })
})

describe('wrappedText', () => {
  it('breaks between words, and inside a word only when a line cannot hold it', () => {
    expect(wrappedText('Giải quyết việc làm mới', 10)).toEqual(['Giải quyết', 'việc làm', 'mới'])
    expect(wrappedText('abcdefghij kl', 4)).toEqual(['abcd', 'efgh', 'ij', 'kl'])
    expect(wrappedText('', 4)).toEqual([''])
  })

  it('loses no character but blanks and never passes the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }).map(safeText), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrappedText(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
