import type {
  ClaimInputKey,
  ClaimReason,
  Correction,
  ImpliedTarget,
  Judgement,
  OtherComputed,
  OtherReading,
  PrintedNumber,
  Reach,
  Slip,
} from '../../../model/claim.ts'
import { Exact } from '../../../model/exact.ts'
import type { Figure } from '../../../model/figure.ts'
import { type Unit, unitOfMark } from '../../../model/unit.ts'
import { type Format, GLUE } from '../../figure/format.ts'
import { machineNumber } from '../../figure/machine-number.ts'
import { inNotation, roundedApart } from '../../figure/number.ts'
import { safeText } from '../../figure/safe-text.ts'
import type { AuditWords } from '../../words/audit-en.ts'
import { auditWordsOf } from '../../words/words.ts'

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
  return withUnit(bareText(figure, format), unitOfMark(figure.mark), format)
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
function numberText(value: Exact, places: number, apartFrom: readonly Exact[], { notation, mode }: Format): string {
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

/** What a reason is put into words with. */
interface Telling {
  readonly judgement: Judgement
  readonly format: Format
  readonly say: AuditWords
  readonly unit: Unit
  /** null: a word was printed. */
  readonly printed: PrintedNumber | null
  readonly decimals: number | null
}

/** Why a verdict was given, as one line of plain text; empty where there is nothing to say. */
export function reasonText(judgement: Judgement, format: Format, decimals: number | null): string {
  const say = auditWordsOf(format.words.lang)
  const printed = 'word' in judgement.claimed ? null : judgement.claimed
  const { unit } = judgement
  return reasonIn(judgement.why, { judgement, format, say, unit, printed, decimals })
}

function reasonIn(why: ClaimReason, telling: Telling): string {
  const { say, judgement, format } = telling
  const words = say.why
  switch (why.kind) {
    case 'fits':
      return fitText(telling)
    case 'rounded-otherwise':
      return judgement.verdict === 'consistent-half-even'
        ? words.halvesToEven(asPrinted(why.halfUp, telling))
        : words.cutOff(asPrinted(why.halfUp, telling))
    case 'inputs-rounded':
      return words.inputsRounded(named(why.keys, say), possibleText(telling))
    case 'taken-as-rounded':
      return words.takenAsRounded(named(why.keys, say), possibleText(telling))
    case 'implied':
      return impliedText(why.others, telling)
    case 'not-defined':
      return say.undefinedReasons[why.reason]
    case 'not-printed':
      return words.decidedBy(why.needed.map((keys) => named(keys, say)))
    case 'not-exact':
      return joined([words.notExact(named(why.keys, say)), possibleText(telling)])
    case 'any-target-fits':
      return words.anyTargetFits
    case 'no-target-fits':
      return words.noTargetFits
    case 'off-by-100':
      return offBy100Text(why.meant, telling)
    case 'points-as-percent':
      return words.pointsAsPercent
    case 'percent-as-points':
      return words.percentAsPoints
    case 'other-formula':
      return words.otherFormula(
        judgement.formula === null ? '' : format.words.formulas[judgement.formula],
        format.words.formulas[why.usual],
        why.usualComputed && shown(why.usualComputed, telling),
      )
    case 'differs':
      return joined([
        differenceIn(why.by, telling),
        ...(why.other ? [otherText(why.other, telling)] : []),
        ...(why.slip ? [slipText(why.slip, telling)] : []),
      ])
    case 'other-outcome':
      return words.figuresSay(why.outcomes.map((outcome) => say.outcomes[outcome]))
    case 'points-or-percent': {
      const outcomes = (all: typeof why.inPoints) => all.map((outcome) => say.outcomes[outcome])
      return words.pointsOrPercent(outcomes(why.inPoints), outcomes(why.inPercent))
    }
    case 'one-base':
      return judgement.verdict === 'implied'
        ? words.baseIfUnchanged(shownComputed(telling), possibleText(telling))
        : words.oneBase(shownComputed(telling), possibleText(telling))
    case 'base-changed': {
      const about = (reach: Parameters<typeof reachText>[0] | null) =>
        reach && reachText(reach, 'N', 'number', format, 0)
      return words.baseChanged(about(why.from), about(why.to))
    }
    case 'no-base':
      return joined([words.noBase, ...(why.slip ? [slipText(why.slip, telling)] : [])])
    case 'direction-not-stated':
      return words.directionNotStated
  }
}

function fitText({ say, judgement, printed, format }: Telling): string {
  const { computed } = judgement
  if (!printed || typeof computed === 'string') return say.why.outcomeFits
  if (!computed) return say.why.holdsForAll
  if (printed.form !== 'number') return say.why.inside
  const fit = computed.equals(printed.figure.value) ? say.why.exactly : say.why.rounds(claimedText(judgement, format))
  return isRatio(judgement) ? `${fit}, ${say.why.asRatio}` : fit
}

function impliedText(others: readonly OtherReading[], telling: Telling): string {
  const { format, say } = telling
  const { impliedTarget, targetUnit } = telling.judgement
  if (!impliedTarget) return ''
  const { roundest, interval } = impliedTexts(impliedTarget, targetUnit, format)
  return joined([say.why.impliedTarget(roundest, interval), ...otherTargetTexts(others, targetUnit, format)])
}

/** Targets that would fit as well, were the percentage meant otherwise. */
export function otherTargetTexts(others: readonly OtherReading[], unit: Unit, format: Format): readonly string[] {
  const { why } = auditWordsOf(format.words.lang)
  return others.map(({ meant, target }) => {
    const texts = impliedTexts(target, unit, format)
    const reading =
      meant === 'of-plan'
        ? why.readOffBy100
        : isUnit(meant)
          ? why.readIn[meant]
          : why.readBy(format.words.formulas[meant])
    return why.otherTarget(reading, texts.roundest, texts.interval)
  })
}

function isUnit(meant: OtherReading['meant']): meant is Unit {
  return meant === 'percent' || meant === 'points' || meant === 'number'
}

/** Usually per cent, it is the number itself: 3 for 1,500 of 500. */
function isRatio({ what, unit }: Judgement): boolean {
  return unit === 'number' && ['completion', 'rate', 'growth', 'relativeChange'].includes(what)
}

/** What comes out where an unmarked number is meant in the other way. */
function otherText({ computed, unit }: OtherComputed, { say, judgement, format, decimals }: Telling): string {
  const reading = judgement.what === 'exceedsBy' ? say.why.readIn[unit] : say.why.asRatio
  return say.why.otherwise(reading, computedText(computed, { ...judgement, unit }, format, decimals))
}

function offBy100Text(meant: Extract<ClaimReason, { kind: 'off-by-100' }>['meant'], telling: Telling): string {
  const { say, judgement, format } = telling
  const printed = claimedText(judgement, format)
  const computed = shownComputed(telling)
  if (meant === 'of-plan') return say.why.meantOfPlan(printed, computed)
  return meant === 'beyond-plan' ? say.why.meantBeyondPlan(printed, computed) : say.why.meantOfStart(printed, computed)
}

/** How far off, and where the inputs are no exact numbers what they allow. */
function differenceIn(by: Exact | null, telling: Telling): string {
  const { say, judgement, format, unit, printed, decimals } = telling
  if (!by) return judgement.interval ? say.why.outside(possibleText(telling)) : ''
  // A difference of two percentages is in points.
  const inUnit = unit === 'number' ? 'number' : 'points'
  const places = decimals ?? Math.max(2, (printed?.figure.decimals ?? 0) + 2)
  const amount = withUnit(numberText(by.abs(), places, [Exact.ZERO], format), inUnit, format)
  const differs = by.sign > 0 ? say.why.tooHigh(amount) : say.why.tooLow(amount)
  return joined([differs, ...(judgement.interval ? [possibleText(telling)] : [])])
}

function slipText({ kind, corrections }: Slip, { say, format }: Telling): string {
  const [first] = corrections
  if (kind === 'swapped-inputs') return say.why.swappedInputs(corrections.map(({ key }) => say.inputs[key]))
  if (kind === 'decimal-shift')
    return say.why.shiftedDecimals(corrections.map((each) => correctedText(each, say, format)))
  if (!first) return ''
  return say.why.swappedDigits(
    say.inputs[first.key],
    printedText(first.printed, format),
    correctedNumber(first, format),
  )
}

function correctedText(correction: Correction, say: AuditWords, format: Format): string {
  return `${say.inputs[correction.key]} ${correctedNumber(correction, format)}`
}

function correctedNumber({ corrected, decimals, figure: { mark } }: Correction, format: Format): string {
  return withUnit(inNotation(corrected.toFixed(decimals), format.notation), unitOfMark(mark), format)
}

const possibleText = ({ judgement, format }: Telling): string => intervalText(judgement, format)

/** Rounded as the printed figure is. */
function asPrinted(value: Exact, { printed, unit, format }: Telling): string {
  return withUnit(inNotation(value.toFixed(printed?.figure.decimals ?? 0), format.notation), unit, format)
}

function shownComputed(telling: Telling): string {
  const { computed } = telling.judgement
  return computed && typeof computed !== 'string' ? shown(computed, telling) : ''
}

function shown(value: Exact, { judgement, format, decimals }: Telling): string {
  return computedText(value, judgement, format, decimals)
}

const named = (keys: readonly ClaimInputKey[], say: AuditWords): readonly string[] => keys.map((key) => say.inputs[key])
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ')
