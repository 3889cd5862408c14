import type { Exact } from '../../model/exact.ts'
import type { Mark } from '../../model/figure.ts'
import type { Notation } from '../../model/notation.ts'
import { isFault, numberFrom } from '../number/number-text.ts'
import type { Token } from './tokens.ts'

/** A number of a text that may be a figure, with what is written around it. */
export interface Numeral {
  /** The number, of a range its lower end; as written, without marks and words. */
  readonly digits: string
  readonly high: string | null
  readonly mark: Mark
  readonly value: Exact
  readonly highValue: Exact | null
  readonly decimals: number
  readonly sign: '' | '-'
  readonly currency: string
  /** Ten to this power, of `million`; and the word. */
  readonly power: number
  readonly magnitude: string
  readonly isTimes: boolean
  readonly perYear: boolean
  /** `66/112` */
  readonly denominator: { readonly digits: string; readonly value: Exact } | null
  /** How many tokens it takes. */
  readonly count: number
}

const CURRENCIES = new Set(
  `rs rm usd us eur gbp vnd sh shs kes ksh kshs ugx ushs tzs tshs inr php aud cad nzd sgd hkd jpy cny krw thb idr myr pkr
  lkr npr bdt tk zar ngn ghs zmw etb`.split(/\s+/),
)
const CURRENCY_SIGNS = new Set(['$', '€', '£', '₫', '¥', '₹', '₱'])

const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['nghìn tỷ', 12],
  ['nghìn tỉ', 12],
  ['ngàn tỷ', 12],
  ['ngàn tỉ', 12],
  ['triệu tỷ', 15],
  ['tỷ', 9],
  ['tỉ', 9],
  ['triệu', 6],
  ['nghìn', 3],
  ['ngàn', 3],
  ['lakh crore', 12],
  ['crore', 7],
  ['lakh', 5],
  ['trillion', 12],
  ['billion', 9],
  ['million', 6],
  ['thousand', 3],
  ['bn', 9],
  ['mn', 6],
])

/** Words behind `tỷ` that make a rate of it. */
const RATE_WORDS = new Set(['lệ', 'suất', 'trọng', 'số', 'giá'])

/** Currencies, a sign, a number, what else belongs to it: as `letterOf` has them. */
const SHAPE = /^(C*)([-+−]?)(N)(%?)(?:([-–])(N)(%?))?(M?U?)((?:\/[WN])?)$/
const ZERO_FIRST = /^0\d/

/**
 * The number that begins at `index`: alone in its run of signs, so that dates, codes and telephone numbers are none. null:
 * it is no figure; a fault: it may be one and cannot be read in this notation.
 */
export function numeralAt(tokens: readonly Token[], index: number, notation: Notation): Numeral | 'unreadable' | null {
  const run = runAround(tokens, index)
  const shape = SHAPE.exec(run.shape)
  // `04` is of a date or a list.
  if (!shape || run.numberAt(shape) !== index || ZERO_FIRST.test(tokens[index]?.text ?? '')) return null
  const [, currencies = '', sign = '', , percent = '', dash = '', , highPercent = '', , per = ''] = shape
  const at = (offset: number) => tokens[index + offset]
  const first = at(0)
  if (!first) return null
  let next = 1 + percent.length
  const highAt = dash ? next + 1 : null
  if (highAt !== null) next = highAt + 1 + highPercent.length
  // `0,6 - 1,0%`, `từ 5 đến 10%`: the dash or the word stands apart.
  const apart = highAt === null ? apartRange(tokens, index + next) : null
  const highToken = highAt === null ? (apart ? tokens[apart.at] : undefined) : at(highAt)
  if (apart) next = apart.at - index + 1
  let hasPercent = percent !== '' || highPercent !== ''
  if (apart && at(next)?.text === '%') {
    hasPercent = true
    next++
  }
  const isFraction = per.startsWith('/N')
  const [low, high] = [numberFrom(first.text, notation), highToken && numberFrom(highToken.text, notation)]
  if (isFault(low) || (high && isFault(high))) return 'unreadable'
  if (high && !low.value.isBelow(high.value)) return null
  const mark = markAt(tokens, index + next, hasPercent)
  next += mark.count
  const magnitude = magnitudeAt(tokens, index + next)
  next += magnitude.count
  const isTimes = mark.mark === 'none' && ['lần', 'times'].includes(at(next)?.lower ?? '')
  if (isTimes) next++
  const denominatorToken = isFraction ? at(next + 1) : undefined
  const denominator = denominatorToken && numberFrom(denominatorToken.text, notation)
  if (isFraction && (!denominator || isFault(denominator) || !low.value.isBelow(denominator.value))) return null
  const isPer = per === '/W' || at(next)?.text === '/'
  const perYear = isPer && ['năm', 'year'].includes(at(next + 1)?.lower ?? '')
  if (isFraction) next += 2
  return {
    digits: first.text,
    high: highToken?.text ?? null,
    mark: mark.mark,
    value: low.value,
    highValue: high ? high.value : null,
    decimals: high ? Math.max(low.decimals, high.decimals) : low.decimals,
    sign: sign === '-' || sign === '−' ? '-' : '',
    currency: currencies === '' ? '' : run.currency,
    power: magnitude.power,
    magnitude: magnitude.text,
    isTimes,
    perYear,
    denominator:
      denominatorToken && denominator && !isFault(denominator)
        ? { digits: denominatorToken.text, value: denominator.value }
        : null,
    count: next + (perYear ? 2 : 0),
  }
}

/** The signs, words and numbers without a blank between, in letters; a currency may stand before a blank. */
function runAround(tokens: readonly Token[], index: number) {
  const joins = (left: Token | undefined, right: Token | undefined) =>
    left !== undefined && right !== undefined && left.end === right.start && isInRun(left) && isInRun(right)
  let start = index
  while (start > 0 && index - start < LONGEST_RUN && joins(tokens[start - 1], tokens[start])) start--
  // `15.530 ha/22.366 ha`: another number behind a unit.
  if (index - start === 2 && tokens[start + 1]?.text === '/' && tokens[start - 1]?.kind === 'number') start = index
  let end = index + 1
  while (end < tokens.length && end - index < LONGEST_RUN && joins(tokens[end - 1], tokens[end])) end++
  // A full stop or a colon at the end is none of it; nor is a dash of a list at the start.
  while (end - 1 > index && ".:'’°&@".includes(tokens[end - 1]?.text ?? ' ')) end--
  let shape = ''
  let currency = ''
  for (let at = start; at < end; at++) {
    const token = tokens[at] as Token
    shape += letterOf(token, at > start ? tokens[at - 1] : undefined)
    if (isCurrency(token)) currency += token.text
  }
  let before = start - 1
  while (before >= 0 && start - before <= 2 && isCurrency(tokens[before])) {
    const text = tokens[before]?.text ?? ''
    shape = `C${shape}`
    currency = `${text}${currency}`
    before--
  }
  if (shape.startsWith('C') && tokens[before + 2]?.text === '.') before++
  const first = before + 1
  return {
    shape,
    currency,
    numberAt: ([, currencies = '', sign = '']: RegExpExecArray) => first + currencies.length + sign.length,
  }
}

const LONGEST_RUN = 8

function isInRun({ kind, text }: Token): boolean {
  return kind !== 'sign' || "%+-–−/.:_#@=&°'’$€£₫¥₹₱".includes(text)
}

function letterOf({ kind, text, lower }: Token, before: Token | undefined): string {
  if (kind === 'number') return 'N'
  if (kind === 'sign') return CURRENCY_SIGNS.has(text) ? 'C' : text
  if (CURRENCIES.has(lower)) return 'C'
  if (before?.text === '/') return /^\p{Lu}{2}/u.test(text) ? 'X' : 'W'
  if (MAGNITUDES.has(lower)) return 'M'
  return before?.kind === 'number' && GLUED.test(text) && !ENDINGS.has(text) ? 'U' : 'X'
}

/** `8.300ha`; not `20th`, `10am`, `5G`. */
const GLUED = /^\p{Ll}{2,}$/u
const ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'am', 'pm', 'hrs', 'min'])

/** Whether a token is the currency of the number behind it, which holds it. */
export function isCurrencyOf(tokens: readonly Token[], index: number): boolean {
  if (!isCurrency(tokens[index])) return false
  const next = tokens[index + 1]?.text === '.' ? index + 2 : index + 1
  return tokens[next]?.kind === 'number' || isCurrencyOf(tokens, next)
}

function isCurrency(token: Token | undefined): boolean {
  return token !== undefined && (CURRENCIES.has(token.lower) || CURRENCY_SIGNS.has(token.text))
}

/** Where the upper end of a range stands, behind a dash or a word between blanks. */
function apartRange(tokens: readonly Token[], index: number): { readonly at: number } | null {
  const [dash, high] = [tokens[index], tokens[index + 1]]
  if (high?.kind !== 'number' || !dash || dash.start === tokens[index - 1]?.end) return null
  const isRange = ['-', '–'].includes(dash.text) || (dash.lower === 'đến' && isFrom(tokens, index - 2))
  return isRange && high.start > dash.end ? { at: index + 1 } : null
}

function isFrom(tokens: readonly Token[], index: number): boolean {
  return [tokens[index], tokens[index - 1]].some((token) => token?.lower === 'từ')
}

function markAt(tokens: readonly Token[], index: number, hasPercent: boolean): { mark: Mark; count: number } {
  if (hasPercent) return { mark: 'percent', count: 0 }
  const [first, second, third] = [0, 1, 2].map((offset) => tokens[index + offset]?.lower ?? '')
  if (first === '%') return { mark: 'percent', count: 1 }
  if (first === 'percent' || first === 'pc') return { mark: 'percent', count: 1 }
  if (first === 'per' && second === 'cent') return { mark: 'percent', count: 2 }
  if (first === 'phần' && second === 'trăm') return { mark: 'percent', count: 2 }
  if (first === 'percentage' && /^points?$/.test(second ?? '')) return { mark: 'points', count: 2 }
  if (first === 'pp') return { mark: 'points', count: 1 }
  if (first === 'điểm' && second === '%') return { mark: 'points', count: 2 }
  if (first === 'điểm' && second === 'phần' && third === 'trăm') return { mark: 'points', count: 3 }
  return { mark: 'none', count: 0 }
}

function magnitudeAt(tokens: readonly Token[], index: number): { power: number; text: string; count: number } {
  const [first, second] = [tokens[index]?.lower ?? '', tokens[index + 1]?.lower ?? '']
  const both = MAGNITUDES.get(`${first} ${second}`)
  if (both !== undefined) return { power: both, text: `${first} ${second}`, count: 2 }
  const one = MAGNITUDES.get(first)
  if (one === undefined || RATE_WORDS.has(second)) return { power: 0, text: '', count: 0 }
  return { power: one, text: first, count: 1 }
}

/** How the numbers of a text are written; or a number that says that nobody can tell: `12.350`, or one of each notation. */
export function notationOf(
  texts: readonly string[],
): Notation | { readonly index: number; readonly start: number; readonly number: string } {
  const said = { vi: 0, en: 0 }
  const first: Partial<Record<'vi' | 'en' | 'unclear', { index: number; start: number; number: string }>> = {}
  texts.forEach((text, index) => {
    for (const { 0: number, index: start } of text.matchAll(/\d+(?:[.,]\d+)*/g)) {
      const [before, behind] = [text[start - 1] ?? '', text[start + number.length] ?? '']
      const isCode = /[\p{L}\d/_\-–:.,]/u.test(before) || /[\p{L}\d/_:]/u.test(behind)
      if (!/[.,]/.test(number) || number.length > LONGEST_NUMBER || isCode || isDate(number.split(/[.,]/))) continue
      const which = isSaid(number, '.', ',') ? 'vi' : isSaid(number, ',', '.') ? 'en' : 'unclear'
      first[which] ??= { index, start, number }
      if (which !== 'unclear') said[which]++
    }
  })
  if (said.vi > 0 && said.en > 0) {
    // One number with another mark among many is a slip, and is not read.
    const most = said.vi > said.en ? 'vi' : 'en'
    const [many, few] = [Math.max(said.vi, said.en), Math.min(said.vi, said.en)]
    return many >= CLEAR_MAJORITY * few ? most : (first[most === 'vi' ? 'en' : 'vi'] ?? most)
  }
  return said.vi > 0 ? 'vi' : said.en > 0 ? 'en' : (first.unclear ?? 'en')
}

const LONGEST_NUMBER = 60
const CLEAR_MAJORITY = 4

/** `18.923.500`, `4,24`, `18.923,5`: only one of both notations has such a number. */
function isSaid(number: string, group: string, decimal: string): boolean {
  const [whole = '', decimals, ...more] = number.split(decimal)
  if (more.length > 0) return false
  const groups = whole.split(group)
  const [first = '', ...others] = groups
  const areGroups =
    first.length <= 3 && others.every(({ length }) => length === 3) && !/^0/.test(first.slice(0, others.length))
  if (decimals === undefined) return others.length > 1 && areGroups
  if (decimals.includes(group)) return false
  return (
    (others.length === 0 || areGroups) &&
    (decimals.length !== 3 || others.length > 0 || first.length > 3 || first === '0')
  )
}

function isDate(groups: readonly string[]): boolean {
  return (
    groups.length >= 2 &&
    /^(?:19|20)\d\d$/.test(groups.at(-1) ?? '') &&
    groups.slice(0, -1).every(({ length }) => length <= 2)
  )
}
