import { describe, expect, it } from 'vitest'
import { minus, negated, operand, operandIn, over, sizeOf, sumOf } from '../../src/model/derivation.ts'
import { cellOf } from '../../src/model/figure.ts'
import { nameOfCell } from '../../src/model/plan.ts'
import { composed, decomposed, idFromName, LONGEST_TEXT, withoutTrailing } from '../../src/model/text.ts'
import { area, number, place, plan } from '../support/report.ts'

describe('a place in a workbook', () => {
  it.each([
    [1, 'A3'],
    [26, 'Z3'],
    [27, 'AA3'],
    [52, 'AZ3'],
    [53, 'BA3'],
    [702, 'ZZ3'],
    [703, 'AAA3'],
  ])('in column %i of row 3 is %s, as spreadsheets call it', (column, cell) => {
    expect(cellOf({ ...place, sheet: 'T1', line: 3, column })).toBe(cell)
  })

  it('is a cell only there', () => {
    expect(cellOf({ ...place, line: 3, column: 1 })).toBeNull()
  })
})

it('an area of a plan is found by its id; the whole is none of them', () => {
  const province = plan('p', { areas: [area('a'), area('b')] })
  expect(nameOfCell(province, 'b')).toBe(province.areas[1]?.name)
  expect(nameOfCell(province, 'a')).toBe(province.areas[0]?.name)
  expect([nameOfCell(province, 'c'), nameOfCell(province, null)]).toEqual([undefined, undefined])
})

describe('text', () => {
  it.each([
    ['118.500', '0', '118.5'],
    ['1000', '0', '1'],
    ['118.', '.', '118'],
    ['000', '0', ''],
    ['', '0', ''],
    ['0.05', '0', '0.05'],
  ])('%s without the %s at its end is %s', (text, sign, rest) => {
    expect(withoutTrailing(text, sign)).toBe(rest)
  })

  it('is one text, whether marks stand on their letters or behind them, up to the longest that is read', () => {
    const marked = 'e\u0301'
    expect(composed(marked)).toBe('é')
    expect(composed(marked.repeat(LONGEST_TEXT / 2))).toBe('é'.repeat(LONGEST_TEXT / 2))
    expect(composed(marked.repeat(LONGEST_TEXT / 2 + 1))).toBe(marked.repeat(LONGEST_TEXT / 2 + 1))
  })
})

it('letters stand apart from their marks, up to the longest text that is read', () => {
  expect(decomposed('é')).toBe('e\u0301')
  expect(decomposed('é'.repeat(LONGEST_TEXT))).toBe('e\u0301'.repeat(LONGEST_TEXT))
  expect(decomposed('é'.repeat(LONGEST_TEXT + 1))).toBe('é'.repeat(LONGEST_TEXT + 1))
})

it.each([
  ['Tỷ lệ hộ nghèo', 'ty-le-ho-ngheo'],
  ['Đường  ĐẤT: 12 km', 'duong-dat-12-km'],
  ['…', ''],
  // 48 characters at most, of whole words.
  [`${'a'.repeat(23)} ${'b'.repeat(24)}`, `${'a'.repeat(23)}-${'b'.repeat(24)}`],
  [`${'a'.repeat(23)} ${'b'.repeat(25)}`, 'a'.repeat(23)],
])('the id of %s is %s', (text, id) => {
  expect(idFromName(text)).toBe(id)
})

it('a number is found in a calculation by its name, however deep it stands', () => {
  const [a, t, left] = [
    operand('actual', number('4000')),
    operand('target', number('16000')),
    operand('left', number('9')),
  ]
  const rate = over(minus(t, a), left)
  expect(['actual', 'target', 'left'].map((role) => operandIn(rate, role)?.toString())).toEqual(['4000', '16000', '9'])
  expect(operandIn(rate, 'expected')).toBeNull()
  expect(operandIn(negated(a), 'actual')).toBe(a.value)
  const below = operand('below', number('-3'))
  expect([operandIn(sizeOf(below), 'below'), sizeOf(below).value.toString()]).toEqual([below.value, '3'])
  const sum = sumOf('parts', [a, t])
  expect([operandIn(sum, 'parts')?.toString(), operandIn(sum, 'actual')]).toEqual(['20000', null])
})
