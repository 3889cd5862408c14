import { Exact } from '../../model/exact.ts'
import {
  isChangeTarget,
  isRange,
  type PeriodTarget,
  type Phasing,
  type StatedTarget,
  type Target,
  type ThresholdTarget,
} from '../../model/indicator.ts'
import { type Period, periodFrom, sameSpan, wholeYears, yearsOf } from '../../model/period.ts'
import { MapNode, Scalar, writtenOf } from '../document/tree.ts'
import { badPhasing, periodsIn } from './phasing.ts'
import { type TargetContext, targetLike } from './target.ts'

/** What the targets of the parts of a plan are read with. */
export interface PeriodContext extends TargetContext {
  /** How a count is spread over the plan, where `targets_by_period` says so. */
  readonly phasing: Phasing | null
  readonly accumulates: boolean
}

/**
 * The targets of parts of the plan that stand beside `target` in `map`, in order, the last one that of the whole plan; none
 * where the plan states none. Of what does not accumulate `target` is that of each year that has none of its own.
 */
export function targetsByPeriod(map: MapNode, target: StatedTarget, context: PeriodContext): readonly PeriodTarget[] {
  const { period: plan, scope, accumulates, type, phasing } = context
  const node = map.get('targets_by_period')
  if (!plan || target.target.kind === 'done') return []
  if (!accumulates) return targetsOfYears(map, target, plan, context)
  if (!(node instanceof MapNode)) return []
  if (map.entries.has('phasing')) {
    badPhasing('100%', scope)('both', 'phasing', map.entries.get('phasing')?.keyAt ?? map.at)
    return []
  }
  if (type === 'count' && 'value' in target.target && target.target.kind !== 'by')
    return runningTargets(node, target.target, target, phasing)
  const read = periodsIn(node, plan, scope).flatMap(({ period, value }) => {
    const like = targetLike(value, target.target, context)
    return like ? [{ ...like, period }] : []
  })
  const last = read.at(-1)
  if (!last || last.period.end < plan.end) {
    return [...read, { ...target, period: periodFrom((last?.period.end ?? plan.start - 1) + 1, plan.end) }]
  }
  if (!isSameTarget(last.target, target.target, plan)) badPhasing(target.text, scope)('last', last.text, last.at)
  return read
}

/** Whatever is written, of each period or running: the running totals that it comes to. */
function runningTargets(
  node: MapNode,
  { kind, value }: ThresholdTarget,
  target: StatedTarget,
  phasing: Phasing | null,
): readonly PeriodTarget[] {
  if (!Array.isArray(phasing)) return []
  return phasing.map(({ period, share }) => {
    const written = node.get(period.text)
    return {
      ...target,
      ...(written && { text: writtenOf(written), at: written.at }),
      target: { kind, value: value.times(share) },
      period,
    }
  })
}

function targetsOfYears(
  map: MapNode,
  target: StatedTarget,
  plan: Period,
  context: PeriodContext,
): readonly PeriodTarget[] {
  const bad = badPhasing('100%', context.scope)
  const node = map.get('targets_by_period')
  const years = yearsOf(plan)
  const written = node instanceof MapNode ? periodsIn(node, plan, context.scope) : []
  const own = written.flatMap(({ period, keyAt, value }) => {
    if (!years.some((year) => sameSpan(year, period))) bad('year', period.text, keyAt)
    const like = targetLike(value, target.target, context)
    return like ? [{ ...like, period }] : []
  })
  return years.map((period) => own.find((each) => sameSpan(each.period, period)) ?? { ...target, period })
}

function isSameTarget(a: Target, b: Target, plan: Period): boolean {
  const [one, other] = [amountsOf(a, plan), amountsOf(b, plan)]
  return a.kind === b.kind && one.every((amount, at) => amount.equals(other[at] ?? Exact.ZERO))
}

/** What a target asks for, over the whole plan. */
function amountsOf(target: Target, plan: Period): readonly Exact[] {
  if (target.kind === 'done') return []
  if (target.kind === 'between') return [target.range.low, target.range.high]
  if (!isChangeTarget(target)) return [target.value]
  const years = Exact.of(BigInt(target.perYear ? (wholeYears(plan) ?? 1) : 1))
  const ofBaseline = target.ofBaseline ? Exact.ONE : Exact.ZERO
  const by = isRange(target.by) ? [target.by.low, target.by.high] : [target.by]
  return [...by.map((each) => each.times(years)), ofBaseline]
}

/** Targets of periods that are figures alone, which say how a count is spread over the plan. */
export const figuresByPeriod = (map: MapNode): MapNode | null => {
  const node = map.get('targets_by_period')
  const isOfFigures =
    node instanceof MapNode && [...node.entries.values()].every(({ value }) => value instanceof Scalar)
  return isOfFigures ? node : null
}
