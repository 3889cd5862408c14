import type {
  Claim,
  ClaimFigureKey,
  ClaimInput,
  ClaimInputKey,
  ClaimVerdict,
  PrintedNumber,
} from '../../model/claim.ts'
import { operand } from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import { printedInterval, roundedInterval } from '../target/achievement.ts'
import type { Reading } from './reading.ts'
import { beyond, holds, hullOf, isWithin, meet, only, onlyOne, type Values } from './values.ts'

/**
 * How printed numbers are taken: as they stand (4.24 is 4.24), or as what they may have been before they were rounded
 * (4.24 is [4.235, 4.245)); `rounded` takes what counts as exact as rounded too, where it may be. Bounds and ranges are
 * what they are in all; `compared` takes round numbers as rounded, all others as they stand, as words of judgement do.
 */
export type View = 'as-it-stands' | 'unrounded' | 'rounded' | 'compared'

/** The four verdicts of a figure that can be right, the best first. */
export type Agreement = Extract<
  ClaimVerdict,
  'consistent' | 'consistent-truncated' | 'consistent-half-even' | 'consistent-within-rounding'
>

/** The printed number under a key; null where it was not printed. */
export type Reader = (key: ClaimFigureKey) => Reading | null

export function readerOf(claim: Claim, stands: View = 'as-it-stands'): Reader {
  return (key) => {
    const printed = claim.figures[key]
    return printed ? readingOf(claim, key, printed, stands) : null
  }
}

/** Each part as printed. */
export function partsOf(claim: Claim): readonly Reading[] {
  return claim.parts.map((part) => readingOf(claim, 'parts', part, 'as-it-stands'))
}

function readingOf(claim: Claim, key: ClaimInputKey, printed: PrintedNumber, stands: View): Reading {
  const { value, decimals } = printed.figure
  const seen = (view: View) => printedValues(claim, key, printed, view)
  const from = isBoundOrRange(printed) ? null : operand(key, value, { decimals })
  return { stands: seen(stands), reach: seen('unrounded'), rounded: seen('rounded'), from }
}

/** Whether a printed number leaves no one number to calculate with. */
export function isBoundOrRange({ form }: PrintedNumber): boolean {
  return form === 'above' || form === 'below' || form === 'range'
}

/** Every printed number under these keys, with all that it may stand for. */
export function inputsOf(
  claim: Claim,
  keys: readonly ClaimInputKey[],
  view: View = 'unrounded',
): readonly ClaimInput[] {
  return keys.flatMap((key) => {
    const all = key === 'parts' ? claim.parts : [claim.figures[key]].filter((figure) => figure !== undefined)
    return all.flatMap((printed) => {
      const reach = hullOf(printedValues(claim, key, printed, view))
      return reach ? [{ key, printed, reach }] : []
    })
  })
}

/** A target is exact unless marked; of what was measured, decimals tell the rounding (CALCULATION §7). */
function printedValues(claim: Claim, key: ClaimInputKey, printed: PrintedNumber, view: View): Values {
  const { figure, form } = printed
  if (form === 'above' || form === 'below') return beyond(figure.value, form)
  if (form === 'range') return span(figure.value, printed.high.value)
  if (view === 'as-it-stands' || (view === 'compared' && form === 'number')) return only(figure.value)
  if (form === 'about') return aboutValues(figure)
  if (key !== 'parts' && claim.rounded.has(key)) return figure.decimals === 0 ? aboutValues(figure) : unrounded(figure)
  const step = view === 'rounded' && claim.steps.get(key)
  if (step) return inSteps(figure.value, step)
  if (key === 'target' && !(view === 'rounded' && isMeasured(claim))) return only(figure.value)
  return [printedInterval(figure.value, figure.decimals)]
}

/** What was counted is exact, and then its target is too. */
function isMeasured({ figures, rounded, steps }: Claim): boolean {
  const keys = (['actual', 'from', 'to', 'change'] as const).filter((key) => figures[key])
  return keys.some((key) => rounded.has(key) || steps.has(key) || (figures[key]?.figure.decimals ?? 0) > 0)
}

const unrounded = ({ value, decimals }: Figure): Values => [roundedInterval(value, decimals, 'half-up')]

/** The values for which a figure may be printed as it was, were it rounded half-up; about, all that it is about. */
export function valuesPrintedAs(printed: PrintedNumber, isRounded: boolean): Values {
  const { figure, form } = printed
  if (form === 'above' || form === 'below') return beyond(figure.value, form)
  if (form === 'range') {
    const [low, high] = [figure, printed.high].map(({ value, decimals }) => roundedInterval(value, decimals, 'half-up'))
    return low && high ? [{ ...high, low: low.low, lowOpen: low.lowOpen }] : []
  }
  if (form === 'about' || (isRounded && figure.decimals === 0)) return aboutValues(figure)
  return unrounded(figure)
}

/**
 * How a printed figure agrees with what was calculated, by the first rows of CALCULATION §7; `possible` where bounds and
 * ranges leave it open; null where it cannot be.
 */
export function agreement(
  printed: PrintedNumber,
  { stands, reach }: Pick<Reading, 'stands' | 'reach'>,
  isRounded = false,
): Agreement | 'possible' | null {
  const accepted = valuesPrintedAs(printed, isRounded)
  const computed = onlyOne(stands)
  if (!computed) {
    if (isWithin(reach, accepted)) return 'consistent'
    return meet(reach, accepted) ? 'possible' : null
  }
  if (holds(accepted, computed)) return 'consistent'
  if (printed.form === 'number') {
    const { value, decimals } = printed.figure
    // First, since whatever fits it and not half-up is a tie that truncating gives as well.
    if (holds([roundedInterval(value, decimals, 'half-even')], computed)) return 'consistent-half-even'
    if (holds([roundedInterval(value, decimals, 'truncate')], computed)) return 'consistent-truncated'
  }
  return meet(reach, accepted) ? 'consistent-within-rounding' : null
}

/** As `agreement`, of a plain figure. */
export function figureAgrees(figure: Figure, reading: Pick<Reading, 'stands' | 'reach'>): Agreement | null {
  const found = agreement({ form: 'number', figure, text: figure.text, at: figure.at }, reading)
  return found === 'possible' ? null : found
}

/** Half a unit of the last digit that is not zero: ~4 is [3.5, 4.5), ~1200 is [1150, 1250). */
function aboutValues({ value, decimals }: Figure): Values {
  let step = Exact.ONE.dividedBy(Exact.of(10n ** BigInt(decimals)))
  if (!value.isZero) {
    const ten = Exact.of(10n)
    while (value.dividedBy(step.times(ten)).isInteger) step = step.times(ten)
  }
  return inSteps(value, step)
}

/** Half a step to either side. */
function inSteps(value: Exact, step: Exact): Values {
  const interval = roundedInterval(value.dividedBy(step), 0, 'half-up')
  return [{ ...interval, low: interval.low.times(step), high: interval.high.times(step) }]
}

/** The ends of a range, in whichever order they were printed. */
function span(low: Exact, high: Exact): Values {
  return low.isAbove(high) ? span(high, low) : [{ low, lowOpen: false, high, highOpen: false }]
}
