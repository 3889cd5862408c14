import type { ImpliedTarget, Judgement, PrintedNumber, Reach } from '../../../model/claim.ts'
import { Exact } from '../../../model/exact.ts'
import type { Figure } from '../../../model/figure.ts'
import type { Unit } from '../../../model/unit.ts'
import { type Format, GLUE } from '../../figure/format.ts'
import { machineNumber } from '../../figure/machine-number.ts'
import { inNotation, roundedApart } from '../../figure/number.ts'
import { safeText } from '../../figure/safe-text.ts'

/** What was printed, in the notation of the output: `18,923`, `−0.96%`, `> 1,200`, `80–90%`; a word as it stands. */
export function claimedText({ claimed }: Pick<Judgement, 'claimed'>, format: Format): string {
  return 'word' in claimed ? safeText(claimed.text).replaceAll(' ', GLUE) : printedText(claimed, format)
}

export function printedText(printed: PrintedNumber, format: Format): string {
  const { figure, form } = printed
  switch (form) {
    case 'range': {
      const dash = figure.value.sign < 0 ? `${GLUE}–${GLUE}` : '–'
      return bareText(figure, format) + dash + figureText(printed.high, format)
    }
    case 'about':
      return `~${figureText(figure, format)}`
    case 'above':
      return `>${GLUE}${figureText(figure, format)}`
    case 'below':
      return `<${GLUE}${figureText(figure, format)}`
    default:
      return figureText(figure, format)
  }
}

function figureText(figure: Figure, format: Format): string {
  const mark = figure.mark === 'percent' ? 'percent' : figure.mark === 'points' ? 'points' : 'number'
  return withUnit(bareText(figure, format), mark, format)
}

function bareText({ value, decimals }: Figure, { notation }: Format): string {
  return inNotation(value.toFixed(decimals), notation)
}

/**
 * A computed number with two decimals more than were printed, or in full where that is less; never as printed unless it
 * is. Households are counted in whole numbers.
 */
export function computedText(
  value: Exact,
  { what, claimed, unit }: Pick<Judgement, 'what' | 'claimed' | 'unit'>,
  format: Format,
  decimals: number | null,
): string {
  const printed = 'word' in claimed || what === 'base' ? null : claimed.figure
  const places = decimals ?? (what === 'base' ? 0 : Math.max(2, (printed?.decimals ?? 0) + 2))
  return withUnit(numberText(value, places, printed ? [printed.value] : [], format), unit, format)
}

/** In full where its decimals end within `places`. */
export function numberText(
  value: Exact,
  places: number,
  apartFrom: readonly Exact[],
  { notation, mode }: Format,
): string {
  const full = value.decimals
  const plain =
    full !== undefined && full <= places
      ? value.toFixed(full)
      : roundedApart(value, { decimals: places, mode }, apartFrom)
  return inNotation(plain, notation)
}

export function withUnit(number: string, unit: Unit, { words, notation }: Format): string {
  if (unit === 'number') return number
  if (unit === 'percent') return `${number}%`
  return notation.lang === 'vi' ? `${number} ${words.points.replace(' ', GLUE)}` : number + GLUE + words.points
}

/** `15,968.78 < t ≤ 16,104.68`, `x > 118%`; with `=` where it is one number. */
export function reachText(reach: Reach, symbol: string, unit: Unit, format: Format, places = 2): string {
  const { low, lowOpen, high, highOpen } = reach
  if (low && high && low.equals(high)) return [symbol, '=', bound(low, high)].join(GLUE)
  const isMore = lowOpen ? '>' : '≥'
  const isLess = highOpen ? '<' : '≤'
  // Points are named once: two words in Vietnamese.
  const from = low && bound(low, high, high && unit === 'points' ? 'number' : unit)
  const to = high && bound(high, low)
  // A line may end behind the symbol, and nowhere else.
  if (from && to) return `${[from, lowOpen ? '<' : '≤', symbol].join(GLUE)} ${isLess}${GLUE}${to}`
  if (from) return [symbol, isMore, from].join(GLUE)
  return to ? [symbol, isLess, to].join(GLUE) : symbol

  function bound(value: Exact, other: Exact | null, of: Unit = unit): string {
    return withUnit(numberText(value, places, other ? [other] : [], format), of, format)
  }
}

/** What may be computed; empty where the inputs are exact. N stands for a number of households. */
export function intervalText({ what, interval, unit }: Judgement, format: Format): string {
  if (!interval) return ''
  return what === 'base'
    ? reachText(interval, 'N', unit, format, 0)
    : reachText(interval, 'x', unit, format, placesFor(interval))
}

/** The roundest target and the interval of all that fit. */
export function impliedTexts(
  implied: ImpliedTarget,
  unit: Unit,
  format: Format,
): { readonly roundest: string | null; readonly interval: string } {
  const { roundest } = implied
  const full = roundest && withUnit(numberText(roundest, 20, [], format), unit, format)
  return { roundest: full, interval: reachText(implied, 't', unit, format, placesFor(implied)) }
}

/** Two decimals, or as many as show how wide a narrow interval is: 0.788 < t ≤ 0.812. */
function placesFor({ low, high }: Reach): number {
  if (!low || !high || low.equals(high)) return 2
  const finest = high.minus(low).dividedBy(Exact.of(10n))
  let places = 2
  for (let unit = Exact.of(1n, 100n); places < 12 && unit.isAbove(finest); places++)
    unit = unit.dividedBy(Exact.of(10n))
  return places
}

/** What was printed, for programs: the number in plain notation, or as written where it is more or less than a number. */
export function claimedMachineText(claimed: Judgement['claimed']): string {
  return 'form' in claimed && claimed.form === 'number' ? machineNumber(claimed.figure.value) : claimed.text
}
