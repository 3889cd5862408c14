import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact } from '../../../src/model/exact.ts'
import { type Notation, notations, usualNotations } from '../../../src/model/notation.ts'
import { isFault, jsonNumberFrom, numberFrom } from '../../../src/read/number/number-text.ts'

/** `value`, its mark where it has one, or why it is no number. */
function reading(text: string, notation: Notation | null = null): string {
  const read = numberFrom(text, notation)
  if (!isFault(read)) return `${read.value}${read.mark === 'none' ? '' : ` ${read.mark}`}`
  if (read.code === 'not-a-number') return read.args.why
  return read.args.readings.map(({ notation: each, number }) => `${each}:${number}`).join(' ')
}

describe('a number in a declared notation', () => {
  it.each<[string, Notation, string]>([
    ['16250', 'plain', '16250'],
    ['0.96', 'plain', '0.96'],
    ['-1', 'plain', '-1'],
    ['16_250', 'plain', '16250'],
    ['16.250', 'plain', '16.25'],
    ['1_234_567.5', 'plain', '1234567.5'],
    ['16.250', 'vi', '16250'],
    ['0,96', 'vi', '0.96'],
    ['1.234.567,5', 'vi', '1234567.5'],
    ['16,250', 'en', '16250'],
    ['0.96', 'en', '0.96'],
    ['1,234,567.5', 'en', '1234567.5'],
    ['16 250,5', 'vi', '16250.5'],
    ['16\u00a0250.5', 'en', '16250.5'],
    ['16\u202f250,5', 'si', '16250.5'],
    ['1.234', 'si', '1.234'],
    ['1’234’567.5', 'ch', '1234567.5'],
    ['12,34,567.89', 'in', '1234567.89'],
    ['16\u00a0250,5', '{ group: " ", decimal: "," }', '16250.5'],
    ['16’250,5', `{ group: "'", decimal: "," }`, '16250.5'],
    ['16.250,5', '{ group: ".", decimal: "," }', '16250.5'],
    ['16250,5', '{ group: "", decimal: "," }', '16250.5'],
    ['+5', 'plain', '5'],
    ['−0,96', 'vi', '-0.96'],
    ['-0', 'plain', '0'],
    ['0', 'vi', '0'],
    ['0.000', 'en', '0'],
    ['9'.repeat(40), 'plain', '9'.repeat(40)],
  ])('%s in %s is %s', (text, notation, value) => {
    expect(reading(text, notation)).toBe(value)
  })

  it.each<[string, Notation, string]>([
    ['3.28', 'vi', 'groups'],
    ['1.2345', 'vi', 'groups'],
    ['1234.567', 'vi', 'groups'],
    ['0,96', 'en', 'leading-zero'],
    ['1,25', 'en', 'groups'],
    ['1,2,3', 'en', 'groups'],
    ['16_25', 'plain', 'groups'],
    ['16_250', 'vi', 'groups'],
    ['16 250', 'plain', 'spaces'],
    ['1 234.567', 'vi', 'spaces'],
    ['1.234 567', 'vi', 'spaces'],
    ['1,00,000', 'en', 'groups'],
    ['1.234,5', '{ group: " ", decimal: "," }', 'groups'],
    ['1234.5', '{ group: " ", decimal: "," }', 'groups'],
    ['1 234', '{ group: ".", decimal: "," }', 'spaces'],
    ["1'234", '{ group: "", decimal: "," }', 'groups'],
    ['1.234.567', 'si', 'groups'],
    ['0.125', 'vi', 'leading-zero'],
    ['007', 'plain', 'leading-zero'],
    ['-01.5', 'plain', 'leading-zero'],
    ['1e3', 'plain', 'exponent'],
    ['1.5E+3', 'en', 'exponent'],
    ['١٢', 'plain', 'digits'],
    ['１２', 'plain', 'digits'],
    ['9'.repeat(41), 'plain', 'too-long'],
    ['.5', 'plain', 'other'],
    ['5.', 'plain', 'other'],
    ['', 'plain', 'other'],
    ['--5', 'plain', 'other'],
    ['0x1F', 'plain', 'other'],
    ['Infinity', 'plain', 'other'],
    ['5 workers', 'plain', 'words'],
    ['1:30', 'plain', 'other'],
  ])('%s in %s is none: %s', (text, notation, why) => {
    expect(reading(text, notation)).toBe(why)
  })
})

describe('a number in no declared notation', () => {
  it.each([
    ['16250', '16250'],
    ['3.28', '3.28'],
    ['0.125', '0.125'],
    ['1234.567', '1234.567'],
    ['16_250', '16250'],
    ['-0.96', '-0.96'],
  ])('%s is plain, since no notation reads another number', (text, value) => {
    expect(reading(text)).toBe(value)
  })

  it.each([
    ['16.250', 'plain:16.25 vi:16250'],
    ['16,250', 'vi:16.25 en:16250'],
    ['0,96', 'vi:0.96'],
    ['1.234.567', 'vi:1234567'],
    ['1.234,5', 'vi:1234.5'],
    ['-1,234.5', 'en:-1234.5'],
    ['12.000%', 'plain:12 vi:12000'],
  ])('%s is ambiguous', (text, readings) => {
    expect(reading(text)).toBe(readings)
  })
})

describe('the mark behind a number', () => {
  it.each([
    ['118%', '118 percent'],
    ['118 %', '118 percent'],
    ['0.3 pp', '0.3 points'],
    ['0.3pp', '0.3 points'],
    ['-0.3 điểm %', '-0.3 points'],
    ['0.3 Điểm phần trăm', '0.3 points'],
    ['1 percentage point', '1 points'],
    ['0.3 percentage  points', '0.3 points'],
  ])('%s', (text, value) => {
    expect(reading(text, 'plain')).toBe(value)
  })

  it.each([
    ['5 percent', 'words'],
    ['5%%', 'other'],
    ['% 5', 'other'],
    ['5 p', 'words'],
    ['5 điểm', 'words'],
  ])('%s is none: %s', (text, why) => {
    expect(reading(text, 'plain')).toBe(why)
  })
})

it('keeps how many decimals were written, zeros too', () => {
  expect(numberFrom('3,280', 'vi')).toMatchObject({ decimals: 3 })
  expect(numberFrom('16.250', 'vi')).toMatchObject({ decimals: 0 })
})

describe('a number token of JSON', () => {
  it.each([
    ['16.250', '16.25', 3],
    ['1e3', '1000', 0],
    ['1.25E-2', '0.0125', 4],
    ['-0.5e1', '-5', 0],
    ['9007199254740993', '9007199254740993', 0],
  ])('%s is exact', (text, value, decimals) => {
    const read = jsonNumberFrom(text)
    expect(isFault(read) ? read : [String(read.value), read.decimals]).toEqual([value, decimals])
  })

  it.each(['1e999', '01', '1.', '1_000', '-', '1e'])('%s is none', (text) => {
    expect(isFault(jsonNumberFrom(text))).toBe(true)
  })
})

describe('whatever the number', () => {
  const number = fc.record({
    digits: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    decimals: fc.integer({ min: 0, max: 12 }),
    negative: fc.boolean(),
    grouped: fc.boolean(),
  })

  it('what a notation writes, it reads back', () => {
    fc.assert(
      fc.property(number, fc.constantFrom(...notations), ({ digits, decimals, negative, grouped }, notation) => {
        const value = Exact.of(negative ? -digits : digits, 10n ** BigInt(decimals))
        const text = writtenIn(notation, value.toFixed(decimals), grouped)
        const read = numberFrom(text, notation)
        expect(isFault(read) ? read : read.value.equals(value)).toBe(true)
      }),
    )
  })

  it('undeclared, it is only what every notation that reads it agrees on', () => {
    const text = fc.stringMatching(/^-?\d{1,4}([.,_]\d{1,4}){0,3}%?$/)
    fc.assert(
      fc.property(text, (written) => {
        const undeclared = numberFrom(written, null)
        if (isFault(undeclared)) return
        for (const notation of notations) {
          const declared = numberFrom(written, notation)
          if (!isFault(declared)) expect(declared.value.equals(undeclared.value)).toBe(true)
        }
      }),
    )
  })

  it('text that one of the usual notations reads is never said to be no number', () => {
    const text = fc.stringMatching(/^-?\d{1,4}([.,_]\d{1,4}){0,3}%?$/)
    fc.assert(
      fc.property(text, fc.constantFrom(...usualNotations), (written, notation) => {
        if (isFault(numberFrom(written, notation))) return
        const undeclared = numberFrom(written, null)
        expect(isFault(undeclared) ? undeclared.code : 'ambiguous-number').toBe('ambiguous-number')
      }),
    )
  })

  it('any text at all is read or refused, without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(null, ...notations), (text, notation) => {
        numberFrom(text, notation)
        jsonNumberFrom(text)
      }),
    )
  })
})

function writtenIn(notation: (typeof notations)[number], plain: string, grouped: boolean): string {
  const [group, point] = {
    plain: ['_', '.'],
    vi: ['.', ','],
    en: [',', '.'],
    si: [' ', ','],
    ch: ['’', '.'],
    in: [',', '.'],
  }[notation]
  const [whole = '', decimals] = plain.split('.')
  const places = notation === 'in' ? /\B(?=(\d\d)*\d{3}$)/g : /\B(?=(\d{3})+$)/g
  const groups = grouped ? whole.replace(places, group ?? '') : whole
  return groups + (decimals === undefined ? '' : point + decimals)
}
