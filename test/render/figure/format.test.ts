import { describe, expect, it } from 'vitest'
import type { IndicatorType, Target } from '../../../src/model/indicator.ts'
import {
  differenceText,
  formatOf,
  inSigns,
  relativeText,
  targetText,
  valueText,
} from '../../../src/render/figure/format.ts'
import { between, changeBy, done, number, threshold } from '../../support/report.ts'

const vi = formatOf('vi', true, 'half-up')
const en = formatOf('en', true, 'half-up')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('targetText', () => {
  const perYear: Target = { kind: 'reduce_by', by: number('0.3'), ofBaseline: false, perYear: true }
  const share: Target = { kind: 'increase_by', by: number('5'), ofBaseline: true, perYear: false }
  const cases: [target: Target, type: IndicatorType, vi: string, en: string][] = [
    [threshold('at_least', '16250').target, 'count', '≥ 16.250', '≥ 16,250'],
    [threshold('at_most', '3.81').target, 'rate', '≤ 3,81%', '≤ 3.81%'],
    [threshold('below', '7.6').target, 'rate', '< 7,6%', '< 7.6%'],
    [threshold('above', '-50').target, 'count', '> −50', '> −50'],
    [changeBy('reduce_by', '0.3').target, 'poverty-rate', 'giảm 0,3 điểm %', 'reduce by 0.3 pp'],
    [changeBy('reduce_by', '1', '1.5').target, 'poverty-rate', 'giảm 1–1,5 điểm %', 'reduce by 1–1.5 pp'],
    [changeBy('reduce_by', '5005').target, 'stock', 'giảm 5.005', 'reduce by 5,005'],
    [share, 'level', 'tăng 5% so với gốc', 'increase by 5% of baseline'],
    [between('6.6', '6.8', 'up').target, 'growth', '6,6–6,8%', '6.6–6.8%'],
    [between('-2', '3', null).target, 'count', '−2 – 3', '−2 – 3'],
    [done.target, 'task', 'hoàn thành', 'done'],
  ]
  it.each(cases)('says what is aimed at and which way: %#', (target, type, inVietnamese, inEnglish) => {
    expect(plain(targetText(target, type, vi))).toBe(inVietnamese)
    expect(plain(targetText(target, type, en))).toBe(inEnglish)
  })

  it('says "a year" only in plans of several years', () => {
    expect(plain(targetText(perYear, 'rate', en, 1))).toBe('reduce by 0.3 pp')
    expect(plain(targetText(perYear, 'rate', en, 5))).toBe('reduce by 0.3 pp a year')
    expect(plain(targetText(perYear, 'rate', vi, 5))).toBe('giảm 0,3 điểm % mỗi năm')
  })
})

describe('figures in words', () => {
  it('marks per cent and percentage points differently', () => {
    expect(valueText(number('3.28'), 'rate', en)).toBe('3.28%')
    expect(plain(differenceText(number('-0.96'), 'rate', en))).toBe('−0.96 pp')
    expect(plain(differenceText(number('-0.96'), 'rate', vi))).toBe('−0,96 điểm %')
    expect(relativeText(number('-22.641509433962'), en)).toBe('−22.64%')
    expect(differenceText(number('2923'), 'count', vi)).toBe('+2.923')
  })

  it('keeps the decimals that a rate was printed with', () => {
    expect(valueText(number('3.3'), 'rate', en, [], 2)).toBe('3.30%')
  })

  it('prints a rate without end apart from the target that it misses', () => {
    const rate = number('1142.99').dividedBy(number('300'))
    expect(valueText(rate, 'rate', en)).toBe('3.81%')
    expect(valueText(rate, 'rate', en, [number('3.81')])).toBe('3.80997%')
  })

  it('has an ASCII form for every sign of its own', () => {
    expect(inSigns('≥ ≤ − – → ÷ · ± ≈', false)).toBe('>= <= - - -> / | +/- ~')
    expect(inSigns('Tỷ lệ', false)).toBe('Tỷ lệ')
  })
})
