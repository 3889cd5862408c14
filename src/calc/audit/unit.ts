import type { Claim, ClaimedThing, PrintedNumber } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import type { Unit } from '../../model/unit.ts'

/** What is printed, where nothing can be calculated: what its mark says, else what the thing is usually in. */
export function printedUnit(what: ClaimedThing, printed: PrintedNumber | null): Unit {
  const mark = printed?.figure.mark ?? 'none'
  if (mark !== 'none') return mark
  return ['completion', 'exceedsBy', 'relativeChange', 'growth', 'rate'].includes(what) ? 'percent' : 'number'
}

/** What a difference of two of a claim's numbers is in. */
export function differenceUnit(claim: Claim, printed: PrintedNumber): Unit {
  return printed.figure.mark === 'points' || isOfRates(claim) ? 'points' : 'number'
}

export function isPercentUnit(unit: Claim['unit']): boolean {
  return unit !== null && [unit.vi, unit.en].some((name) => /%|per ?cent|phần trăm/iu.test(name))
}

/** Rates change by points, all else by numbers: a mark or the unit says so, else what numbers may be rates. */
export function isOfRates({ figures, unit }: Claim): boolean {
  const ends = [figures.from ?? figures.baseline, figures.to ?? figures.actual].flatMap((end) => end?.figure ?? [])
  const change = figures.change?.figure
  if (ends.some(({ mark }) => mark !== 'none') || change?.mark === 'points' || isPercentUnit(unit)) return true
  return mayBeRates(change ? [...ends, change] : ends)
}

/** None is beyond 100 and some has decimals, since nobody counts in decimals, or is called per cent. */
export function mayBeRates(figures: readonly Figure[]): boolean {
  const areSmall = figures.every(({ value }) => !value.abs().isAbove(Exact.HUNDRED))
  return areSmall && figures.some(({ decimals, mark }) => decimals > 0 || mark === 'percent')
}
