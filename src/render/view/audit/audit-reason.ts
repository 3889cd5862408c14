import type {
  ClaimInputKey,
  ClaimReason,
  Correction,
  Judgement,
  OtherComputed,
  OtherReading,
  PrintedNumber,
  Slip,
} from '../../../model/claim.ts'
import { Exact } from '../../../model/exact.ts'
import type { Unit } from '../../../model/unit.ts'
import type { Format } from '../../figure/format.ts'
import { inNotation } from '../../figure/number.ts'
import type { AuditWords } from '../../words/audit-en.ts'
import { auditWordsOf } from '../../words/words.ts'
import {
  claimedText,
  computedText,
  impliedTexts,
  intervalText,
  numberText,
  printedText,
  reachText,
  withUnit,
} from './audit-figures.ts'

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
  const unit = mark === 'percent' ? 'percent' : mark === 'points' ? 'points' : 'number'
  return withUnit(inNotation(corrected.toFixed(decimals), format.notation), unit, format)
}

function possibleText({ judgement, format }: Telling): string {
  return intervalText(judgement, format)
}

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

function named(keys: readonly ClaimInputKey[], say: AuditWords): readonly string[] {
  return keys.map((key) => say.inputs[key])
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ')
}
