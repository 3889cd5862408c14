import { Exact, type RoundingMode } from '../../model/exact.ts'
import type { Language } from '../../model/figure.ts'
import {
  type IndicatorType,
  isRange,
  MOST_VARIATION,
  type Range,
  type State,
  type Target,
  unitOf,
  variationOf,
} from '../../model/indicator.ts'
import type { CompletionLine } from '../../model/report.ts'
import type { Counted, Words } from '../words/en.ts'
import { wordsOf } from '../words/words.ts'
import { formatNumber, formatPercentage, inNotation, type Notation, plainNumber, roundedApart } from './number.ts'
import { dateText } from './period-text.ts'
import { safeText } from './safe-text.ts'

/** How the figures of one plan are written. */
export interface Format {
  readonly words: Words
  readonly notation: Notation
  readonly mode: RoundingMode
}

export function formatOf(lang: Language, unicode: boolean, mode: RoundingMode): Format {
  return { words: wordsOf(lang), notation: { lang, unicode }, mode }
}

/** Keeps what must not be parted at the end of a line; printed as an ordinary space. */
export const GLUE = '\u00a0'

/** Of a poverty rate that counts give, printed nowhere: as many as poverty rates are published with. */
export const DECIMALS_OF_COUNTED_RATES = 2

/** The state of a task, or what a text says. */
export const stateText = (state: State, { words }: Pick<Format, 'words'>): string =>
  typeof state === 'string' ? words.taskStates[state] : safeText(state[words.lang])

/** A value in its unit's notation: `16,250`, `3.28%`; `decimals` at least, where it was printed with so many. */
export function valueText(
  value: Exact,
  type: IndicatorType,
  format: Format,
  apartFrom: readonly Exact[] = [],
  decimals = 0,
): string {
  if (type === 'date') return dateText(dayOf(value), format.words).replaceAll(' ', GLUE)
  return inNotation(plainNumber(value, format.mode, apartFrom, decimals), format.notation) + percentOf(type)
}

/** A variance or change with its sign: `+2,923`, `−0.96 pp`; never 0 unless it is. */
export function differenceText(value: Exact, type: IndicatorType, format: Format, decimals = 0): string {
  if (type === 'date') {
    const days = counted(Math.abs(dayOf(value)), format)
    return value.sign > 0 ? format.words.target.late(days) : format.words.target.early(days)
  }
  const sign = value.sign > 0 ? '+' : ''
  return sign + amountText(value, type, format, decimals)
}

/** A whole number of days. */
export const dayOf = (value: Exact): number => Number(value.numerator)

/** An amount of change without a plus: `0.3 pp`, `250`. */
export function amountText(value: Exact, type: IndicatorType, format: Format, decimals = 0): string {
  return withPoints(inNotation(plainAmount(value, format.mode, decimals), format.notation), type, format)
}

/** Plain decimal text of a variance or change: never 0 unless it is. */
export function plainAmount(value: Exact, mode: RoundingMode, decimals = 0): string {
  return plainNumber(value, mode, [Exact.ZERO], decimals)
}

/** A ratio as a percentage, `118.3%`; never 100% or 0% unless it is. */
export function percentText(ratio: Exact, decimals: number, { mode, notation }: Format): string {
  return `${formatPercentage(ratio, { decimals, mode }, notation)}%`
}

/** That a rate is uncertain: nothing where it is not, or nobody says how much it is. */
export function variationNotes(rate: Exact | null, standardError: Exact | null | undefined, format: Format): string[] {
  const variation = variationOf(rate, standardError)
  return variation?.isAbove(MOST_VARIATION) ? [format.words.notes.variation(percentText(variation, 1, format))] : []
}

/** A ratio as a signed percentage of two decimals: `−22.64%`. */
export function relativeText(percent: Exact, format: Format): string {
  const text = inNotation(roundedApart(percent, { decimals: 2, mode: format.mode }, [Exact.ZERO]), format.notation)
  return `${percent.sign > 0 ? '+' : ''}${text}%`
}

/** A whole number: `16,250`. */
export function countText(count: number | bigint, { notation }: Pick<Format, 'notation'>): string {
  return inNotation(String(count), notation)
}

/** A number, and how it is written. */
export function counted(count: number, format: Pick<Format, 'notation'>): Counted {
  return { count, text: countText(count, format) }
}

/** What heads a column begins with a capital: `Tháng 6/2018`. */
export const capitalised = (head: string): string => head.charAt(0).toUpperCase() + head.slice(1)

/** What a line of a report is of: its area, or its indicator with the unit behind it. */
export function namedWithUnit({ indicator, area }: Pick<CompletionLine, 'indicator' | 'area'>, { words }: Format) {
  const unit = indicator.unit && !area ? ` (${safeText(indicator.unit[words.lang])})` : ''
  return safeText((area ?? indicator).name[words.lang]) + unit
}

/** A number is never parted from its unit, nor is "điểm %" itself. */
const withPoints = (number: string, type: IndicatorType, { words }: Format): string =>
  unitOf(type) === 'percent' ? [number, ...words.points.split(' ')].join(GLUE) : number

/** A target in words and signs: `≥ 16,250`, `≤ 3.81%`, `reduce by 0.3 pp`, `6.6–6.8%`. */
export function targetText(target: Target, type: IndicatorType, format: Format, years = 1): string {
  const { words } = format
  switch (target.kind) {
    case 'done':
      return target.state ? stateText(target.state, format) : words.taskTarget
    case 'between':
      return rangeText(target.range, (value) => formatNumber(value, format.notation, format.mode), percentOf(type))
    case 'at_least':
      return `≥${GLUE}${valueText(target.value, type, format)}`
    case 'at_most':
      return `≤${GLUE}${valueText(target.value, type, format)}`
    case 'above':
      return `>${GLUE}${valueText(target.value, type, format)}`
    case 'by':
      return words.target.by(valueText(target.value, 'date', format))
    case 'below':
      return `<${GLUE}${valueText(target.value, type, format)}`
    default: {
      const bare = (value: Exact) => formatNumber(value, format.notation, format.mode)
      const number = isRange(target.by) ? rangeText(target.by, bare, '') : bare(target.by)
      const amount = target.ofBaseline ? words.target.ofBaseline(`${number}%`) : withPoints(number, type, format)
      const phrase = target.kind === 'reduce_by' ? words.target.reduceBy(amount) : words.target.increaseBy(amount)
      return target.perYear && years > 1 ? words.target.perYear(phrase) : phrase
    }
  }
}

function rangeText({ low, high }: Range, bare: (value: Exact) => string, mark: string): string {
  const dash = low.sign < 0 ? `${GLUE}–${GLUE}` : '–'
  return bare(low) + dash + bare(high) + mark
}

const percentOf = (type: IndicatorType) => (unitOf(type) === 'percent' ? '%' : '')

/** Signs beyond ASCII that are ours, each with its stand-in, for terminals that cannot show them. */
const ASCII_SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '≥': '>=',
    '≤': '<=',
    '−': '-',
    '–': '-',
    '—': '-',
    '→': '->',
    '÷': '/',
    '·': '|',
    '±': '+/-',
    '×': 'x',
    '≈': '~',
    '…': '...',
  }),
)

/** `text` with the signs of this program in ASCII where the output cannot show others. Words keep their letters. */
export function inSigns(text: string, unicode: boolean): string {
  return unicode ? text : text.replace(/[≥≤−–—→÷·±×≈…]/g, (sign) => ASCII_SIGNS.get(sign) ?? sign)
}
