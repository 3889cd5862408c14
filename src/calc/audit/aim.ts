import type { Claim, ClaimedThing, ClaimFigureKey, ClaimInputKey, ClaimRole, PrintedNumber } from '../../model/claim.ts'
import * as by from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import type { Unit } from '../../model/unit.ts'
import { type Reader, readerOf } from './printed.ts'
import { always, calculated, difference, opposite, type Reading } from './reading.ts'
import { aboveZero, belowZero, beyond, dividedBy, negated, only, times, together, type Values } from './values.ts'

/** How a claim's target is meant: a value to reach, a range to end in, or a change (in one number or a range) to make. */
export interface Aim {
  readonly kind: 'threshold' | 'range' | 'change' | 'change-range'
  readonly lowerIsBetter: boolean
  /** The target itself is not good enough: `above` and `below`. */
  readonly strict: boolean
  /** false: nothing says so, it is what is usual. */
  readonly stated: boolean
}

/** Whether it is a change that was planned, and no value to end at. */
export const isOfChange = ({ kind }: Aim): boolean => kind === 'change' || kind === 'change-range'

/** What a completion is calculated from; null: not printed. */
export interface Terms {
  readonly aim: Aim
  readonly actual: Reading | null
  readonly baseline: Reading | null
  /** One number, or the lower end of a range; a planned change is above zero. */
  readonly target: Reading | null
  readonly high: Reading | null
  /** Towards the target of a change. */
  readonly achieved: Reading | null
  /** A planned change as a share of the baseline, where it is one; `target` is what it comes to. */
  readonly share: Reading | null
}

/** What a planned change in per cent is: points of a rate, or a share of the baseline. */
type ChangeMeaning = 'points' | 'share'

/** The keys that a claim's completion rests on. */
interface TermKeys {
  readonly actual: ClaimFigureKey | null
  readonly baseline: ClaimFigureKey | null
  /** Where there is no baseline: the change itself as printed. */
  readonly change: ClaimFigureKey | null
}

/**
 * A target marked as a bound, or called above or below, is a threshold; a range one to end in; a change is what is called
 * so, or what is printed by `from` and `to`, or by its size alone, without a direction. Else it is at least.
 */
export function aimOf(claim: Claim): Aim {
  const { direction, figures } = claim
  const { target } = figures
  const isRange = target?.form === 'range'
  if (direction === 'reduce_by' || direction === 'increase_by') {
    const kind = isRange ? 'change-range' : 'change'
    return { kind, lowerIsBetter: direction === 'reduce_by', strict: target?.form === 'above', stated: true }
  }
  const isBound = target?.form === 'below' || target?.form === 'above'
  if (isBound) return { kind: 'threshold', lowerIsBetter: target.form === 'below', strict: true, stated: true }
  const falls = direction === null && isUndirectedChange(claim) ? isFall(claim) : null
  if (falls !== null) {
    return { kind: isRange ? 'change-range' : 'change', lowerIsBetter: falls, strict: false, stated: false }
  }
  const lowerIsBetter = direction === 'at_most' || direction === 'below'
  const stated = direction !== null && direction !== 'between'
  if (isRange) return { kind: 'range', lowerIsBetter, strict: false, stated }
  return { kind: 'threshold', lowerIsBetter, strict: direction === 'above' || direction === 'below', stated }
}

export function termKeysOf(claim: Claim): TermKeys {
  const { figures } = claim
  const first = (...keys: readonly ClaimFigureKey[]) => keys.find((key) => figures[key]) ?? null
  if (!figures.actual) return { actual: first('to'), baseline: first('from', 'baseline'), change: changeKey(claim) }
  const baseline = figures.baseline || figures.to ? first('baseline') : first('from')
  // What is printed between `from` and `to` is of those, not of the actual.
  const change = figures.change && !figures.from && !figures.to ? 'change' : 'actual'
  return { actual: 'actual', baseline, change }
}

/** The keys that are used, of those that are printed. */
export function usedKeys(claim: Claim): readonly ClaimInputKey[] {
  const { actual, baseline, change } = termKeysOf(claim)
  const target = claim.figures.target ? (['target'] as const) : []
  if (isOfChange(aimOf(claim)) && !(actual && baseline)) return change ? [change, ...target] : target
  return [...(baseline ? [baseline] : []), ...(actual ? [actual] : []), ...target]
}

/**
 * How a planned change in per cent may be meant, the likelier first: of a count it is a share of the baseline, as plans
 * read it; of a rate these are points, where there are so many, else a share of it; of numbers that may be either, both.
 */
export function meaningsOf(claim: Claim): readonly ChangeMeaning[] {
  const { figures, direction } = claim
  const { target } = figures
  const keys = termKeysOf(claim)
  const baseline = keys.baseline && figures[keys.baseline]?.figure
  const isPercent = isOfChange(aimOf(claim)) && target?.figure.mark === 'percent'
  if (!isPercent || !keys.actual || !baseline) return ['points']
  const ends = [baseline, figures[keys.actual]?.figure ?? baseline]
  if (!isMarked(claim) && (claim.unit !== null || !mayBeRates(ends))) return ['share']
  const isTooMany = direction === 'reduce_by' && target.figure.value.abs().isAbove(baseline.value)
  return isTooMany ? ['share', 'points'] : ['points', 'share']
}

/** Whether a change that is printed by its size alone was planned as a share of what nobody printed. */
export function lacksBaseline(claim: Claim): boolean {
  const { actual, baseline, change } = termKeysOf(claim)
  const size = change && claim.figures[change]?.figure
  const isPercent = isOfChange(aimOf(claim)) && claim.figures.target?.figure.mark === 'percent'
  if (!isPercent || (actual && baseline) || !size) return false
  return size.mark === 'none' && !isPercentUnit(claim.unit) && !mayBeRates([size])
}

/** Whether a mark or the unit says that a planned change is one of rates. */
export function isMarked(claim: Claim): boolean {
  const { actual, baseline } = termKeysOf(claim)
  const ends = [actual, baseline].flatMap((key) => (key && claim.figures[key]) ?? [])
  return isPercentUnit(claim.unit) || ends.some(({ figure }) => figure.mark !== 'none')
}

export function termsOf(claim: Claim, read: Reader = readerOf(claim), meaning = meaningsOf(claim)[0]): Terms {
  const aim = aimOf(claim)
  const keys = termKeysOf(claim)
  const [actual, baseline] = [keys.actual && read(keys.actual), keys.baseline && read(keys.baseline)]
  const achieved = isOfChange(aim) ? achievedIn(claim, aim, keys, read) : null
  const isShare = meaning === 'share' && baseline !== null
  const [low, high] = targetReadings(claim, aim, isShare ? shareOf : asPrinted, read)
  if (!isShare) return { aim, actual, baseline, target: low, high, achieved, share: null }
  const planned = (share: Reading | null) => share && partOf(baseline, share)
  return { aim, actual, baseline, target: planned(low), high: planned(high), achieved, share: low }
}

/** A percentage of a number below zero is of its size. */
function partOf(whole: Reading, share: Reading): Reading {
  const sizeOf = (values: Values) => together(aboveZero(values), negated(belowZero(values)))
  return calculated(
    [share, whole],
    (p, b) => times(p, sizeOf(b)),
    (p, b) => by.times(p, by.sizeOf(b)),
  )
}

function achievedIn(claim: Claim, aim: Aim, keys: TermKeys, read: Reader): Reading | null {
  const [actual, baseline] = [keys.actual && read(keys.actual), keys.baseline && read(keys.baseline)]
  if (actual && baseline) return aim.lowerIsBetter ? difference(baseline, actual) : difference(actual, baseline)
  const change = keys.change && read(keys.change)
  if (!change) return null
  // "Reduced by 0.96" is printed with its sign or, where it is called a reduction, without it.
  const isNegative = signOf(claim, keys.change) < 0
  return aim.lowerIsBetter && isNegative ? opposite(change) : change
}

type AsReading = (reading: Reading) => Reading

const asPrinted: AsReading = (reading) => reading

/** 20% as 0.2. */
const shareOf: AsReading = ({ stands, reach, rounded, from }) => {
  const hundredth = (values: Values) => dividedBy(values, only(Exact.HUNDRED))
  const isPlain = from?.kind === 'operand'
  return {
    stands: hundredth(stands),
    reach: hundredth(reach),
    rounded: hundredth(rounded),
    from: isPlain ? { ...from, value: from.value.dividedBy(Exact.HUNDRED), shown: 'percentage' } : null,
  }
}

/** A planned reduction is a size, also where it is printed with its sign. */
function targetReadings(
  claim: Claim,
  aim: Aim,
  as: AsReading,
  read: Reader,
): readonly [Reading | null, Reading | null] {
  const { target } = claim.figures
  if (!target) return [null, null]
  const flips = isOfChange(aim) && aim.lowerIsBetter && target.figure.value.sign < 0
  const towards = (reading: Reading) => (flips ? opposite(as(reading)) : as(reading))
  const end = (role: ClaimRole, { value, decimals }: Figure, rounded = only(value)) =>
    towards({ ...always(only(value), by.operand(role, value, { decimals })), rounded })
  if (target.form === 'range') {
    const [low, high] = flips ? [target.high, target.figure] : [target.figure, target.high]
    return [end('lowEnd', low), end('highEnd', high)]
  }
  // Which side of a bound is aimed at is the aim's to say, and the bound itself is a number, beyond which the plan may have
  // been. A change below one may be any.
  if (target.form === 'above' || (target.form === 'below' && !isOfChange(aim))) {
    const { value } = target.figure
    return [end('target', target.figure, together(only(value), beyond(value, target.form))), null]
  }
  const reading = read('target')
  return [reading && towards(reading), null]
}

function isUndirectedChange({ figures }: Claim): boolean {
  if (figures.actual || figures.baseline) return false
  return figures.from !== undefined && figures.to !== undefined
    ? true
    : !figures.to && (figures.change ?? figures.poor_change) !== undefined
}

/** Planned as a cut by its sign; else what happened tells. */
function isFall(claim: Claim): boolean {
  const { target, from, to } = claim.figures
  if (target && target.figure.value.sign < 0) return true
  if (from && to) return !to.figure.value.isAbove(from.figure.value)
  return signOf(claim, changeKey(claim)) < 0
}

function changeKey({ figures }: Claim): ClaimFigureKey | null {
  if (figures.change) return 'change'
  return figures.poor_change ? 'poor_change' : null
}

function signOf({ figures }: Claim, key: ClaimFigureKey | null): number {
  return ((key && figures[key]?.figure.value) ?? Exact.ZERO).sign
}

/** What the target of a claim is in, where it was not printed. */
export function targetUnit(claim: Claim): Unit {
  const { actual, to } = claim.figures
  if (isOfChange(aimOf(claim))) return isOfRates(claim) ? 'points' : 'number'
  return (actual ?? to)?.figure.mark === 'percent' || isPercentUnit(claim.unit) ? 'percent' : 'number'
}

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
function mayBeRates(figures: readonly Figure[]): boolean {
  const areSmall = figures.every(({ value }) => !value.abs().isAbove(Exact.HUNDRED))
  return areSmall && figures.some(({ decimals, mark }) => decimals > 0 || mark === 'percent')
}
