import type {
  Claim,
  ClaimFigureKey,
  ClaimInput,
  ClaimInputKey,
  ClaimVerdict,
  PrintedNumber,
} from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import { printedInterval, roundedInterval } from '../target/interval.ts'
import { beyond, holds, hullOf, isWithin, meet, only, onlyOne, type Values } from './values.ts'

/**
 * How printed numbers are taken: as they stand (4.24 is 4.24), or as what they may have been before they were rounded
 * (4.24 is [4.235, 4.245)). Bounds and ranges are what they are in both; `compared` takes round numbers as rounded,
 * all others as they stand, as words of judgement do.
 */
export type View = 'as-it-stands' | 'unrounded' | 'compared'

/** A figure calculated from printed numbers: from them as they stand, and from all that they may stand for. */
export interface Reading {
  readonly stands: Values
  readonly reach: Values
}

/** The four verdicts of a figure that can be right, the best first. */
export type Agreement = Extract<
  ClaimVerdict,
  'consistent' | 'consistent-truncated' | 'consistent-half-even' | 'consistent-within-rounding'
>

/** The printed number under a key; null where it was not printed. */
export function valuesOf(claim: Claim, key: ClaimFigureKey, view: View): Values | null {
  const printed = claim.figures[key]
  return printed ? printedValues(printed, view, exactnessOf(claim, key)) : null
}

/** Each part as printed. */
export function partsOf(claim: Claim, view: View): readonly Values[] {
  return claim.parts.map((part) => printedValues(part, view, 'by-decimals'))
}

/** Whether a printed number leaves no one number to calculate with. */
export function isBoundOrRange({ form }: PrintedNumber): boolean {
  return form === 'above' || form === 'below' || form === 'range'
}

/** Every printed number under these keys, with all that it may stand for. */
export function inputsOf(claim: Claim, keys: readonly ClaimInputKey[]): readonly ClaimInput[] {
  return keys.flatMap((key) => {
    const printed = key === 'parts' ? claim.parts : [claim.figures[key]].filter((figure) => figure !== undefined)
    const exactness = key === 'parts' ? 'by-decimals' : exactnessOf(claim, key)
    return printed.flatMap((one) => {
      const reach = hullOf(printedValues(one, 'unrounded', exactness))
      return reach ? [{ key, printed: one, reach }] : []
    })
  })
}

/** A target is exact unless marked; of what was measured, decimals tell the rounding (CALCULATION §7). */
function exactnessOf(claim: Claim, key: ClaimFigureKey): Exactness {
  if (claim.rounded.has(key)) return 'rounded'
  return key === 'target' ? 'exact' : 'by-decimals'
}

type Exactness = 'exact' | 'by-decimals' | 'rounded'

function printedValues(printed: PrintedNumber, view: View, exactness: Exactness): Values {
  const { figure, form } = printed
  if (form === 'above' || form === 'below') return beyond(figure.value, form)
  if (form === 'range') return span(figure.value, printed.high.value)
  if (view === 'as-it-stands' || (view === 'compared' && form === 'number')) return only(figure.value)
  if (form === 'about') return aboutValues(figure)
  if (exactness === 'exact') return only(figure.value)
  if (exactness === 'rounded' && figure.decimals === 0) return aboutValues(figure)
  return [printedInterval(figure.value, figure.decimals)]
}

/** The values for which a figure may be printed as it was, were it rounded half-up; about, all that it is about. */
export function valuesPrintedAs(printed: PrintedNumber, isRounded: boolean): Values {
  const { figure, form } = printed
  if (form === 'above' || form === 'below') return beyond(figure.value, form)
  if (form === 'range') {
    const [low, high] = [figure, printed.high].map(({ value, decimals }) => roundedInterval(value, decimals, 'half-up'))
    return low && high ? [{ ...high, low: low.low, lowOpen: low.lowOpen }] : []
  }
  if (form === 'about' || (isRounded && figure.decimals === 0)) return aboutValues(figure)
  return [roundedInterval(figure.value, figure.decimals, 'half-up')]
}

/**
 * How a printed figure agrees with what was calculated, by the first rows of CALCULATION §7; `possible` where bounds and
 * ranges leave it open; null where it cannot be.
 */
export function agreement(printed: PrintedNumber, reading: Reading, isRounded = false): Agreement | 'possible' | null {
  const accepted = valuesPrintedAs(printed, isRounded)
  const computed = onlyOne(reading.stands)
  if (!computed) {
    if (isWithin(reading.reach, accepted)) return 'consistent'
    return meet(reading.reach, accepted) ? 'possible' : null
  }
  if (holds(accepted, computed)) return 'consistent'
  if (printed.form === 'number') {
    const { value, decimals } = printed.figure
    // First, since whatever fits it and not half-up is a tie that truncating gives as well.
    if (holds([roundedInterval(value, decimals, 'half-even')], computed)) return 'consistent-half-even'
    if (holds([roundedInterval(value, decimals, 'truncate')], computed)) return 'consistent-truncated'
  }
  return meet(reading.reach, accepted) ? 'consistent-within-rounding' : null
}

/** As `agreement`, of a plain figure. */
export function figureAgrees(figure: Figure, reading: Reading): Agreement | null {
  const found = agreement({ form: 'number', figure, text: figure.text, at: figure.at }, reading)
  return found === 'possible' ? null : found
}

/** Half a unit of the last digit that is not zero: ~4 is [3.5, 4.5), ~1200 is [1150, 1250). */
function aboutValues({ value, decimals }: Figure): Values {
  let unit = Exact.ONE.dividedBy(Exact.of(10n ** BigInt(decimals)))
  if (!value.isZero) {
    const ten = Exact.of(10n)
    while (value.dividedBy(unit.times(ten)).isInteger) unit = unit.times(ten)
  }
  const interval = roundedInterval(value.dividedBy(unit), 0, 'half-up')
  return [{ ...interval, low: interval.low.times(unit), high: interval.high.times(unit) }]
}

/** The ends of a range, in whichever order they were printed. */
function span(low: Exact, high: Exact): Values {
  return low.isAbove(high) ? span(high, low) : [{ low, lowOpen: false, high, highOpen: false }]
}
