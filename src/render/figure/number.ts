import { Exact, type RoundingMode } from '../../model/exact.ts'
import type { Language } from '../../model/figure.ts'

/** How numbers look: the language's own notation, and a real minus where the output can hold one. */
export interface Notation {
  readonly lang: Language
  /** false: ASCII only, with a hyphen for a minus. */
  readonly unicode: boolean
}

export interface Rounding {
  readonly decimals: number
  readonly mode: RoundingMode
}

/** No figure is worth more decimals than these when it has to be kept apart from another. */
const MOST_DECIMALS = 60

/**
 * Rounded plain decimal text with the fewest decimals, `decimals` or more, that keep an unequal `value` apart
 * from each of `apartFrom`: 99.96875 at 1 decimal is `99.97`, never `100.0` (CALCULATION §1).
 */
export function roundedApart(value: Exact, { decimals, mode }: Rounding, apartFrom: readonly Exact[]): string {
  const others = apartFrom.filter((other) => !other.equals(value))
  for (let places = decimals; places < MOST_DECIMALS; places++) {
    const text = value.toFixed(places, mode)
    const printed = Exact.parse(text)
    if (!others.some((other) => other.equals(printed))) return text
  }
  return value.toFixed(MOST_DECIMALS, mode)
}

/** Plain decimal text in the notation of a language: `16250` is `16,250` or `16.250`. */
export function inNotation(plain: string, { lang, unicode }: Notation): string {
  const [whole = '', decimals] = plain.replace('-', '').split('.')
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.']
  const threes = whole.padStart(Math.ceil(whole.length / 3) * 3).match(/.{3}/g) ?? []
  const grouped = threes.join(group).trimStart()
  const sign = plain.startsWith('-') ? (unicode ? '−' : '-') : ''
  return sign + grouped + (decimals === undefined ? '' : point + decimals)
}

/**
 * Plain decimal text of a figure: in full, with `decimals` at least, where its decimals end within the six that a reader
 * can hold; else rounded, and kept apart from the figures it is compared with.
 */
export function plainNumber(
  value: Exact,
  mode: RoundingMode = 'half-up',
  apartFrom: readonly Exact[] = [],
  decimals = 0,
): string {
  const full = value.decimals
  if (full !== undefined && (full <= 6 || full < decimals)) return value.toFixed(Math.max(full, decimals))
  return roundedApart(value, { decimals: 2, mode }, apartFrom)
}

/** The same in the notation of a language. */
export function formatNumber(
  value: Exact,
  notation: Notation,
  mode: RoundingMode = 'half-up',
  apartFrom: readonly Exact[] = [],
): string {
  return inNotation(plainNumber(value, mode, apartFrom), notation)
}

/** A ratio as a percentage without its sign: 1.1826875 is `118.3`; never 100 unless it is. */
export function formatPercentage(ratio: Exact, rounding: Rounding, notation: Notation): string {
  return inNotation(roundedApart(ratio.times(Exact.HUNDRED), rounding, [Exact.HUNDRED, Exact.ZERO]), notation)
}

/** A change or variance with its sign, also when above zero: `+2,923`, `−0.96`; never 0 unless it is. */
export function formatSigned(value: Exact, notation: Notation, rounding?: Rounding): string {
  const text = rounding
    ? inNotation(roundedApart(value, rounding, [Exact.ZERO]), notation)
    : formatNumber(value, notation, 'half-up', [Exact.ZERO])
  return value.sign > 0 ? `+${text}` : text
}
