import { Exact } from '../../model/exact.ts'
import type { Mark } from '../../model/figure.ts'
import { type Notation, notations, notationWith, signsOf, usualNotations } from '../../model/notation.ts'
import type { ProblemArguments, Reading } from '../../model/problem.ts'

/** A number as it was written, exactly. */
export interface WrittenNumber {
  readonly value: Exact
  readonly mark: Mark
  /** How many decimals were written. */
  readonly decimals: number
}

/** Why a text is no number, or more than one. */
export type NumberFault =
  | { readonly code: 'not-a-number'; readonly args: ProblemArguments['not-a-number'] }
  | { readonly code: 'ambiguous-number'; readonly args: ProblemArguments['ambiguous-number'] }

const MOST_DIGITS = 40

/**
 * Reads a number from its text in the declared notation; null: none was declared, and what two notations read
 * differently is ambiguous. Never rounds, never guesses.
 */
export function numberFrom(text: string, notation: Notation | null): WrittenNumber | NumberFault {
  const { sign, body, mark } = takenApart(text)
  const readings = (notation === null ? usualNotations : [notation]).flatMap((each) => {
    // Blanks between groups are read where it is declared what else may stand between digits.
    const digits = notation === null && /\s/.test(body) ? undefined : digitsIn(body, each)
    return digits && digits.count <= MOST_DIGITS ? [{ notation: each, ...written(sign, digits, mark) }] : []
  })
  const [first, ...others] = readings
  if (!first) {
    const why = hasWordsAround(text) ? 'words' : whyNoNumber(body, notation)
    return { code: 'not-a-number', args: { written: text, notation, why, fits: onlyNotationOf(body) } }
  }
  const agreed = others.every(({ value }) => value.equals(first.value))
  // Without a notation a number has to be plain: `0,96` is only one number, but not to everyone.
  if (notation !== null || (agreed && first.notation === 'plain')) return first
  return { code: 'ambiguous-number', args: { written: text, readings: distinctReadings(readings) } }
}

/** Reads a number token of JSON, whose notation is JSON's own: a point, and exponents. */
export function jsonNumberFrom(text: string): WrittenNumber | NumberFault {
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text)
  if (!match) return { code: 'not-a-number', args: { written: text, notation: null, why: whyNoNumber(text, null) } }
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match
  const exponent = Number(exponentText)
  if (whole.length + fraction.length + Math.abs(exponent) > MOST_DIGITS) {
    return { code: 'not-a-number', args: { written: text, notation: null, why: 'too-long' } }
  }
  const power = Exact.of(10n ** BigInt(Math.abs(exponent)))
  const mantissa = Exact.parse(sign + whole + (fraction && `.${fraction}`))
  const value = exponent < 0 ? mantissa.dividedBy(power) : mantissa.times(power)
  return { value, mark: 'none', decimals: Math.max(0, fraction.length - exponent) }
}

/** A number as a program stores it, whatever the notation of the file; a workbook can mark it as per cent. */
export function storedNumberFrom(text: string): WrittenNumber | NumberFault {
  return text.endsWith('%') ? numberFrom(text, 'plain') : jsonNumberFrom(text)
}

/**
 * Reads what a program wrote of a binary float: `6.8e+02`, `91.370000000000005`. More than 15 digits stand for the shortest
 * decimal that is the same float; with as many or fewer every decimal is itself (IEEE 754, `DBL_DIG`).
 */
export function programNumberFrom(text: string): WrittenNumber | NumberFault {
  const plain = text.replace(/^\+/, '')
  if (!/^-?\d{1,40}(?:\.\d{1,40})?(?:[eE][-+]?\d{1,3})?$/.test(plain)) return numberFrom(text, 'plain')
  const isShort = !/e/i.test(plain) && plain.replace(/\D/g, '').length <= 15
  return isShort ? numberFrom(plain, 'plain') : jsonNumberFrom(String(Number(plain)))
}

export const isFault = (read: WrittenNumber | NumberFault): read is NumberFault => 'code' in read

/** Whether a number without a sign may be a ratio, 0.95 for 95%, where a percentage belongs. */
export const mayBeRatio = (value: Exact): boolean => value.sign > 0 && value.isBelow(LEAST_PERCENTAGE)

const LEAST_PERCENTAGE = Exact.of(2n)

interface Parts {
  readonly sign: string
  readonly body: string
  readonly mark: Mark
}

function takenApart(text: string): Parts {
  // The greedy middle is given back sign by sign, once: no text makes more steps than a few times its length.
  const [, sign = '', body = '', behind = ''] = /^([-−+]?)(.*[^\p{L}\s%])?(.*)$/su.exec(text.trim()) ?? []
  const ending = behind.trimStart()
  const mark = marks.get(ending.toLowerCase().replace(/\s+/g, ' '))
  // What is no mark stays in the body, which then is no number.
  return { sign: sign === '+' || sign === '' ? '' : '-', body: mark ? body : body + ending, mark: mark ?? 'none' }
}

const marks: ReadonlyMap<string, Mark> = new Map([
  ['', 'none'],
  ['%', 'percent'],
  ['pp', 'points'],
  ['điểm %', 'points'],
  ['điểm phần trăm', 'points'],
  ['percentage point', 'points'],
  ['percentage points', 'points'],
])

interface Digits {
  readonly whole: string
  readonly decimals: string
  readonly count: number
}

const shapes = new Map<Notation, RegExp>()

/**
 * Groups are groups of three, set apart by one sign throughout, and a number does not begin with a zero unless that is all
 * of its whole part.
 */
function shapeOf(notation: Notation): RegExp {
  const { groups, decimals, isIndian } = signsOf(notation)
  const others = isIndian
    ? `|[1-9]\\d?(?:[${groups}]\\d\\d)*[${groups}]\\d{3}`
    : groups && `|[1-9]\\d{0,2}(?:([${groups}])\\d{3})(?:\\2\\d{3})*`
  return new RegExp(`^(0|[1-9]\\d*${others})(?:[${decimals}](\\d+))?$`)
}

function digitsIn(body: string, notation: Notation): Digits | undefined {
  const shape = shapes.get(notation) ?? shapeOf(notation)
  shapes.set(notation, shape)
  const match = shape.exec(body)
  if (!match) return undefined
  const whole = (match[1] ?? '').replace(/\D/g, '')
  const decimals = match.at(-1) ?? ''
  return { whole, decimals, count: whole.length + decimals.length }
}

function written(sign: string, { whole, decimals }: Digits, mark: Mark): WrittenNumber {
  return { value: Exact.parse(sign + whole + (decimals && `.${decimals}`)), mark, decimals: decimals.length }
}

/** One for each number that it may be, in its first notation. */
function distinctReadings(readings: readonly (WrittenNumber & { readonly notation: Notation })[]): readonly Reading[] {
  const byNumber = new Map<string, Reading>()
  for (const { notation, value } of readings) {
    const number = value.toDecimal()
    if (!byNumber.has(number)) byNumber.set(number, { notation, number })
  }
  return [...byNumber.values()]
}

/** A notation in which a text is a number, the same one in all of those in which it is one; null: there is none. */
function onlyNotationOf(body: string): Notation | null {
  const named = /\s/.test(body) ? (['si', ...notations] as const) : notations
  const readings = [...named, ...UNNAMED].flatMap((notation) => {
    const digits = digitsIn(body, notation)
    return digits ? [{ notation, number: `${digits.whole}.${digits.decimals}` }] : []
  })
  const [first] = readings
  return first && readings.every(({ number }) => number === first.number) ? first.notation : null
}

/** A pair of signs that has no name. */
const UNNAMED = [notationWith("'", ',')].filter((each) => each !== null)

/** `khoảng 300`, `12 người`: a number, and beside it words that are no mark. */
const hasWordsAround = (text: string): boolean => /(?:^|\s)\d[\d.,_]*%?(?:\s|$)/.test(text) && /\p{L}/u.test(text)

function whyNoNumber(body: string, notation: Notation | null): ProblemArguments['not-a-number']['why'] {
  if (/\p{Nd}/u.test(body.replace(/[0-9]/g, ''))) return 'digits'
  if (/^[\d.,_]+e[-−+]?\d+$/i.test(body)) return 'exponent'
  if (!/^\d(?:[\d.,_\s'’]*\d)?$/.test(body)) return 'other'
  if (/^0\d/.test(body) || (body[0] === '0' && notation && signsOf(notation).groups.includes(body[1] ?? ' '))) {
    return 'leading-zero'
  }
  if (body.replace(/\D/g, '').length > MOST_DIGITS) return 'too-long'
  return /\s/.test(body) ? 'spaces' : 'groups'
}
