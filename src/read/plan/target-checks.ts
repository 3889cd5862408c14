import { Exact } from '../../model/exact.ts'
import type { Baseline, Indicator, StatedTarget, Target } from '../../model/indicator.ts'
import { addsUpOverAreas } from '../../model/indicator.ts'
import { report, type Scope } from '../document/scope.ts'
import type { Baselines } from './baseline.ts'

/** Warns of targets that would be met by doing worse than at the start: at least 64 from 70. */
export function reportTargetsBehindBaseline(
  indicator: string,
  { target, targetsByArea, revisions }: Pick<Indicator, 'target' | 'targetsByArea' | 'revisions'>,
  { whole, byArea }: Baselines,
  scope: Scope,
): void {
  const check = (stated: StatedTarget, start: Baseline | null | undefined) => {
    const from = start && baselineValue(start)
    const worse = from && endBehind(stated.target, from)
    if (!worse) return
    const figures = { target: worse.toDecimal(), baseline: from.toDecimal() }
    report(scope, 'target-behind-baseline', stated.at, { indicator, ...figures })
  }
  for (const stated of target ? [target, ...revisions] : revisions) check(stated, whole)
  for (const [area, stated] of targetsByArea) check(stated, byArea.get(area))
}

/** The bound of the target that lies on the wrong side of `from`, if one does. */
function endBehind(target: Target, from: Exact): Exact | null {
  switch (target.kind) {
    case 'at_least':
    case 'above':
      return target.value.isBelow(from) ? target.value : null
    case 'at_most':
    case 'below':
      return target.value.isAbove(from) ? target.value : null
    case 'between':
      if (target.direction === 'up') return target.range.high.isBelow(from) ? target.range.high : null
      if (target.direction === 'down') return target.range.low.isAbove(from) ? target.range.low : null
      return null
    default:
      return null
  }
}

/** Counts win over a printed rate. */
function baselineValue({ value, poor, households }: Baseline): Exact | null {
  if (poor && households && !households.value.isZero) {
    return poor.value.dividedBy(households.value).times(Exact.HUNDRED)
  }
  return value?.value ?? null
}

/** Warns where parts are said to be all of a whole, and their targets do not sum to its own. */
export function reportPartsThatDoNotSum(indicators: readonly Indicator[], scope: Scope): void {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  for (const { id, type, target: stated, parts, exhaustive } of indicators) {
    const whole = stated && summableTarget(stated.target)
    if (!exhaustive || !whole || parts.length === 0 || !addsUpOverAreas(type)) continue
    const targets = parts.map((part) => {
      const target = byId.get(part)?.target
      return target ? summableTarget(target.target) : null
    })
    const values = targets.flatMap((target) => (target?.kind === whole.kind ? [target.value] : []))
    if (values.length < targets.length) continue
    const sum = Exact.sum(values)
    if (sum.equals(whole.value)) continue
    const sums = { whole: whole.value.toDecimal(), parts: sum.toDecimal() }
    report(scope, 'parts-do-not-sum', stated.at, { indicator: id, what: 'targets', ...sums })
  }
}

function summableTarget(target: Target) {
  return target.kind === 'at_least' || target.kind === 'at_most' ? target : null
}
