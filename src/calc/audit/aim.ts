import type { Claim, ClaimFigureKey, ClaimInputKey } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import { type View, valuesOf } from './printed.ts'
import { minus, negated, only, type Values } from './values.ts'

/** How a claim's target is meant: a value to reach, a range to end in, or a change (in one number or a range) to make. */
export interface Aim {
  readonly kind: 'threshold' | 'range' | 'change' | 'change-range'
  readonly lowerIsBetter: boolean
  /** The target itself is not good enough: `above` and `below`. */
  readonly strict: boolean
  /** false: nothing says so, it is what is usual. */
  readonly stated: boolean
}

/** What a completion is calculated from; null: not printed. */
export interface Terms {
  readonly aim: Aim
  readonly actual: Values | null
  readonly baseline: Values | null
  /** One number, or the lower end of a range; a planned change is above zero. */
  readonly target: Values | null
  readonly high: Values | null
  /** Towards the target of a change. */
  readonly achieved: Values | null
}

/** The keys that a claim's completion rests on. */
export interface TermKeys {
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
  const { kind } = aimOf(claim)
  const target = claim.figures.target ? (['target'] as const) : []
  const isChange = kind === 'change' || kind === 'change-range'
  if (isChange && !(actual && baseline)) return change ? [change, ...target] : target
  return [...(baseline ? [baseline] : []), ...(actual ? [actual] : []), ...target]
}

export function termsOf(claim: Claim, view: View): Terms {
  const aim = aimOf(claim)
  const keys = termKeysOf(claim)
  const values = (key: ClaimFigureKey | null) => key && valuesOf(claim, key, view)
  const [actual, baseline] = [values(keys.actual), values(keys.baseline)]
  const isChange = aim.kind === 'change' || aim.kind === 'change-range'
  const [target, high] = targetValues(claim, aim, isChange, view)
  return { aim, actual, baseline, target, high, achieved: isChange ? achievedIn(claim, aim, keys, view) : null }
}

function achievedIn(claim: Claim, aim: Aim, keys: TermKeys, view: View): Values | null {
  const values = (key: ClaimFigureKey | null) => key && valuesOf(claim, key, view)
  const [actual, baseline, change] = [values(keys.actual), values(keys.baseline), values(keys.change)]
  if (actual && baseline) return aim.lowerIsBetter ? minus(baseline, actual) : minus(actual, baseline)
  if (!change) return null
  // "Reduced by 0.96" is printed with its sign or, where it is called a reduction, without it.
  const isNegative = signOf(claim, keys.change) < 0
  return aim.lowerIsBetter && isNegative ? negated(change) : change
}

/** A planned reduction is a size, also where it is printed with its sign. */
function targetValues(claim: Claim, aim: Aim, isChange: boolean, view: View): readonly [Values | null, Values | null] {
  const { target } = claim.figures
  if (!target) return [null, null]
  const flips = isChange && aim.lowerIsBetter && target.figure.value.sign < 0
  if (target.form === 'range') {
    const ends = [target.figure.value, target.high.value].map((end) => only(flips ? end.negated() : end))
    const [low = null, high = null] = flips ? ends.reverse() : ends
    return [low, high]
  }
  // Which side of a bound is aimed at is the aim's to say; the bound itself is a number. A change below one may be any.
  if (target.form === 'above' || (target.form === 'below' && !isChange)) return [only(target.figure.value), null]
  const values = valuesOf(claim, 'target', view)
  return [values && flips ? negated(values) : values, null]
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
