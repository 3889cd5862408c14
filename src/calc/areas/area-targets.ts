import { Exact } from '../../model/exact.ts'
import { addsUpOverAreas, type Baseline, type Indicator, isChangeTarget, type Target } from '../../model/indicator.ts'
import type { Area, Plan } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { plannedChange } from '../../model/target.ts'
import { baselineValue } from '../results/counts.ts'
import { areasBelow, existingAreas } from './areas.ts'

/**
 * Targets of areas that do not sum to the target of the whole, or of the area around them (CALCULATION §4). Only what
 * adds up over areas is compared, and only where every area of a level has a target, all of one kind.
 */
export function areaTargetProblems(plan: Plan): readonly Problem[] {
  const during = areasBelow(existingAreas(plan, plan.period))
  const atEnd = areasBelow(existingAreas(plan, { start: plan.period.end, end: plan.period.end }))
  return plan.indicators.flatMap((indicator) => {
    if (!addsUpOverAreas(indicator.type) || indicator.targetsByArea.size === 0) return []
    // A flow is that of all areas there were, a stock that of the areas there are at the end.
    const levels = indicator.type === 'count' ? during : atEnd
    return [...levels].flatMap(([around, areas]) => levelProblems(plan, indicator, around, areas))
  })
}

function levelProblems(
  plan: Plan,
  indicator: Indicator,
  around: string | null,
  areas: readonly Area[],
): readonly Problem[] {
  const [whole, ...revised] = wholeTargets(indicator, around).reverse()
  const amounts = (target: Target, area: string | null) =>
    amountsOf(target, area === null ? indicator.baseline : (indicator.baselinesByArea.get(area) ?? null), plan)
  const aims = areas.map(({ id }) => {
    const target = indicator.targetsByArea.get(id)?.target
    return target && target.kind === whole?.target.kind ? amounts(target, id) : null
  })
  const known = aims.filter((aim) => aim !== null)
  if (!whole || known.length < aims.length) return []
  const sums = (known[0] ?? []).map((_, end) => Exact.sum(known.flatMap((aim) => aim[end] ?? [])))
  const differing = (target: Target) => {
    const aim = amounts(target, around)
    return aim?.length === sums.length ? sums.findIndex((sum, end) => !aim[end]?.equals(sum)) : -1
  }
  // Areas keep the targets that they were given first, until somebody revises them as well.
  if (revised.some(({ target }) => target.kind === whole.target.kind && differing(target) === -1)) return []
  const end = differing(whole.target)
  const [target, sum] = [amounts(whole.target, around)?.[end], sums[end]]
  if (!target || !sum) return []
  const figures = { target: target.toDecimal(), sum: sum.toDecimal() }
  return [problem('area-targets-do-not-sum', whole.at, { indicator: indicator.id, area: around, ...figures })]
}

/** The target of the whole and what replaced it, or that of an area. */
function wholeTargets({ target, revisions, targetsByArea }: Indicator, area: string | null) {
  if (area === null) return target ? [target, ...revisions] : []
  const own = targetsByArea.get(area)
  return own ? [own] : []
}

/** What a target asks for in the unit, or the ends of its range; null where that cannot be told. */
function amountsOf(target: Target, baseline: Baseline | null, plan: Plan): readonly Exact[] | null {
  if (target.kind === 'done') return null
  if (target.kind === 'between') return [target.range.low, target.range.high]
  return isChangeTarget(target) ? plannedChange(target, baselineValue(baseline), plan.period) : [target.value]
}
