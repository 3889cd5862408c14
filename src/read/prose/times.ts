import { parsePeriod, periodFrom } from '../../model/period.ts'
import type { Token } from './tokens.ts'

/** A time that is named at a token, with the period that it is where it says which; how many tokens it takes. */
export interface NamedTime {
  readonly period: string | null
  readonly count: number
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const ORDINALS = ['first', 'second', 'third', 'fourth']
const ROMAN = ['i', 'ii', 'iii', 'iv']
const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const BEFORE_YEAR = new Set('in by of for from since until during year fy and to between'.split(' '))
const BEGINS = new Set(['năm', 'quý', 'tháng', ...MONTHS, ...ORDINALS])

/** `năm 2017`, `quý 3/2025`, `6 tháng đầu năm 2018`, `May 2011`, `the second quarter of 2016`, `2016-2020`. */
export function timeAt(tokens: readonly Token[], index: number): NamedTime | null {
  const token = tokens[index]
  const lower = (offset: number) => tokens[index + offset]?.lower ?? ''
  if (token?.kind === 'number') return months(tokens, index) ?? years(tokens, index)
  if (token?.kind !== 'word' || !BEGINS.has(token.lower)) return null
  if (token.lower === 'năm' && yearOf(tokens[index + 1])) return years(tokens, index + 1, 1)
  if (token.lower === 'quý' || token.lower === 'tháng') {
    const number = ROMAN.indexOf(lower(1)) + 1 || Number(/^\d{1,2}$/.test(lower(1)) ? lower(1) : 0)
    if (number === 0) return null
    const [year, count] = yearBehind(tokens, index + 2)
    const part = token.lower === 'quý' ? `Q${number}` : String(number).padStart(2, '0')
    return { period: periodText(year && `${year}-${part}`), count: 2 + count }
  }
  const month = MONTHS.indexOf(token.lower) + 1
  if (month > 0 && /^\p{Lu}/u.test(token.text)) {
    const day = /^\d{1,2}$/.test(lower(1)) ? 1 : 0
    const comma = day === 1 && lower(2) === ',' ? 1 : 0
    const year = yearOf(tokens[index + 1 + day + comma])
    if (token.lower === 'may' && !year && day === 0 && !BEFORE_YEAR.has(lower(-1))) return null
    return {
      period: periodText(year && `${year}-${String(month).padStart(2, '0')}`),
      count: 1 + day + (year ? 1 + comma : 0),
    }
  }
  const ordinal = ORDINALS.indexOf(token.lower) + 1
  if (ordinal === 0) return null
  if (lower(1) === 'quarter' || lower(1) === 'half') {
    const of = lower(2) === 'of' ? 1 : 0
    const year = yearOf(tokens[index + 2 + of])
    return {
      period: periodText(year && `${year}-${lower(1) === 'half' ? 'H' : 'Q'}${ordinal}`),
      count: year ? 3 + of : 2,
    }
  }
  const count = COUNTS.indexOf(lower(1)) + 1 || Number(/^\d{1,2}$/.test(lower(1)) ? lower(1) : 0)
  if (ordinal !== 1 || count === 0 || lower(2) !== 'months') return null
  const of = lower(3) === 'of' ? 1 : 0
  const year = yearOf(tokens[index + 3 + of])
  return { period: firstMonths(year, count), count: year ? 4 + of : 3 }
}

/** `9 tháng năm 2020`, `6 tháng đầu năm 2021`, `9 tháng`. */
function months(tokens: readonly Token[], index: number): NamedTime | null {
  const lower = (offset: number) => tokens[index + offset]?.lower ?? ''
  if (!/^(?:[1-9]|1[0-2])$/.test(lower(0)) || lower(1) !== 'tháng' || lower(-1) === 'ngày') return null
  const first = lower(2) === 'đầu' ? 1 : 0
  const [year, count] = yearBehind(tokens, index + 2 + first)
  const isNamed = lower(2 + first) === 'năm'
  return { period: firstMonths(year, Number(lower(0))), count: 2 + first + (count || (first === 1 && isNamed ? 1 : 0)) }
}

/** `2018`, `2016-2020`, `2016/2020`; a year alone counts where a word before it says that it is one, or nothing is counted. */
function years(tokens: readonly Token[], index: number, before = 0): NamedTime | null {
  const year = yearOf(tokens[index])
  if (!year) return null
  const [sign, last] = [tokens[index + 1], yearOf(tokens[index + 2])]
  if (last && sign && /^[-–/]$/.test(sign.text)) return { period: periodText(`${year}/${last}`), count: before + 3 }
  return { period: before > 0 || BEFORE_YEAR.has(tokens[index - 1]?.lower ?? '') ? year : null, count: before + 1 }
}

function yearOf(token: Token | undefined): string | null {
  return token !== undefined && /^(?:19|20)\d\d$/.test(token.text) ? token.text : null
}

/** `/2018`, `năm 2018`, `2018`, and how many tokens that is. */
function yearBehind(tokens: readonly Token[], index: number): readonly [string | null, number] {
  const isLinked = ['/', 'năm', '-', '.'].includes(tokens[index]?.lower ?? '')
  const year = yearOf(tokens[index + (isLinked ? 1 : 0)])
  return year ? [year, isLinked ? 2 : 1] : [null, 0]
}

function firstMonths(year: string | null, count: number): string | null {
  return periodText(year && count >= 1 && count <= 12 ? `${year}-01/${year}-${String(count).padStart(2, '0')}` : null)
}

/** In its shortest form; null: there is none. */
function periodText(text: string | null): string | null {
  const period = text === null ? undefined : parsePeriod(text)
  return period ? periodFrom(period.start, period.end).text : null
}
