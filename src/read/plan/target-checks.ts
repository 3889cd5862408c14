import { Exact } from '../../model/exact.ts'
import {
  addsUpOverAreas,
  type Baseline,
  type Indicator,
  isChangeTarget,
  type Range,
  type StatedTarget,
  type Target,
} from '../../model/indicator.ts'
import type { Period } from '../../model/period.ts'
import { baselineValue, endTarget, higherIsBetter, plannedChange, rangeOf } from '../../model/target.ts'
import { report, type Scope } from '../document/scope.ts'
import type { Baselines } from './baseline.ts'

type Targets = Pick<Indicator, 'target' | 'targetsByArea' | 'targetsByPeriod' | 'revisions'>

/** Warns of targets that would be met by doing worse than at the start: at least 64 from 70. */
export function reportTargetsBehindBaseline(
  indicator: string,
  { target, targetsByArea, targetsByPeriod, revisions }: Targets,
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
  // The last target of a period is that of the plan.
  for (const stated of [...(target ? [target] : []), ...targetsByPeriod.slice(0, -1), ...revisions])
    check(stated, whole)
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

const summableTarget = (target: Target) => (target.kind === 'at_least' || target.kind === 'at_most' ? target : null)

/** Warns of targets of parts that are above those of their wholes: 12 of 10, in the whole or in one area. */
export function reportPartsAboveTheirWhole(indicators: readonly Indicator[], period: Period, scope: Scope): void {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  for (const part of indicators) {
    const whole = byId.get(part.parent ?? '')
    // What falls elsewhere may outweigh what a part of it is to bring.
    if (!whole || whole.type !== part.type || !addsUpOverAreas(part.type) || whole.canFall) continue
    for (const area of [null, ...part.targetsByArea.keys()]) {
      const [target, around] = [targetIn(part, area), targetIn(whole, area)]
      if (!target || !around || isRoomOfFloor(target.target, around.target)) continue
      const least = endsOf(target.target, baselineIn(part, area), period)?.low
      const most = endsOf(around.target, baselineIn(whole, area), period)?.high
      if (!least || !most || !least.isAbove(most)) continue
      const values = { partValue: least.toDecimal(), wholeValue: most.toDecimal() }
      report(scope, 'part-exceeds-whole', target.at, { what: 'targets', part: part.id, whole: whole.id, ...values })
    }
  }
}

/** The target of the whole after all revisions, or that of an area. */
function targetIn({ target, revisions, targetsByArea }: Indicator, area: string | null): StatedTarget | null {
  return (area === null ? (revisions.at(-1) ?? target) : targetsByArea.get(area)) ?? null
}

function baselineIn({ baseline, baselinesByArea }: Indicator, area: string | null): Exact | null {
  const found = area === null ? baseline : baselinesByArea.get(area)
  return found ? baselineValue(found) : null
}

/** "At most 12" of "at least 10" asks for nothing that cannot be. */
const isRoomOfFloor = (part: Target, whole: Target) => higherIsBetter(whole) && !higherIsBetter(part)

/** The least and the most that a target comes to; null where that is not known. */
function endsOf(target: Target, baseline: Exact | null, period: Period): Range | null {
  const planned = isChangeTarget(target) ? plannedChange(target, baseline, period) : null
  const end = endTarget(target, baseline, planned)
  return end ? { low: end, high: end } : rangeOf(target, baseline, planned)
}
