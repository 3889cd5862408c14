import type { Exact } from '../../model/exact.ts'
import { isChangeTarget, type Target } from '../../model/indicator.ts'
import type { CompletionLine } from '../../model/report.ts'

export interface EndTerms {
  readonly baseline: Exact | null
  /** Planned change, above zero, in the unit; both ends of a range. */
  readonly planned: readonly Exact[]
}

/** The value that a target comes to: its threshold, or the baseline changed as planned; null for ranges. */
export function endOf(target: Target, { baseline, planned }: EndTerms): Exact | null {
  if (target.kind === 'done' || target.kind === 'between') return null
  if (!isChangeTarget(target)) return target.value
  const [by, more] = planned
  if (!baseline || !by || more) return null
  return target.kind === 'reduce_by' ? baseline.minus(by) : baseline.plus(by)
}

/** The same of a line; null also without a target. */
export function endOfLine({ target, change }: CompletionLine): Exact | null {
  if (!target) return null
  const planned = (change?.planned ?? []).map((by) => by.abs())
  return endOf(target.target, { baseline: change?.from.value ?? null, planned })
}

/** Whether more is better, or less; of ranges: beyond the upper end. */
export function isUpwards(target: Target): boolean {
  return !(target.kind === 'at_most' || target.kind === 'below' || target.kind === 'reduce_by')
}
