import type { ComparedPlans, LonePlan, PlanChain, ReasonToStandAlone } from '../../model/compare.ts'
import type { PlanReport, Report } from '../../model/report.ts'
import { planBefore } from './follows.ts'
import { comparedRows } from './rows.ts'

/**
 * Plans beside the plans that they follow.
 *
 * Where several plans follow one, the first of them goes on with its chain and each other begins one with that plan, so
 * that every link is compared once.
 */
export function comparedPlans({ plans }: Report): ComparedPlans {
  const byId = new Map(plans.map((report) => [report.plan.id, report]))
  const before = new Map(plans.map((report) => [report, planBefore(report, byId)]))
  const after = new Map<PlanReport, PlanReport[]>()
  for (const report of plans) {
    const earlier = before.get(report)
    if (typeof earlier !== 'object') continue
    const followers = after.get(earlier)
    if (followers) followers.push(report)
    else after.set(earlier, [report])
  }
  const chains: PlanReport[][] = []
  for (const report of plans) {
    const earlier = before.get(report)
    const isFirst = typeof earlier !== 'object'
    if (isFirst && after.has(report)) chains.push(chainFrom([report], after))
    if (!isFirst && after.get(earlier)?.[0] !== report) chains.push(chainFrom([earlier, report], after))
  }
  const alone = plans.flatMap((plan) => lonePlan(plan, before.get(plan), after.has(plan)))
  return { chains: chains.map(chainOf), alone }
}

function chainFrom(begun: PlanReport[], after: ReadonlyMap<PlanReport, readonly PlanReport[]>): PlanReport[] {
  const chain = begun
  for (let next = lastFollower(chain, after); next; next = lastFollower(chain, after)) chain.push(next)
  return chain
}

function lastFollower(chain: readonly PlanReport[], after: ReadonlyMap<PlanReport, readonly PlanReport[]>) {
  const last = chain.at(-1)
  return last && after.get(last)?.[0]
}

function lonePlan({ plan }: PlanReport, before: PlanReport | ReasonToStandAlone | undefined, isFollowed: boolean) {
  if (typeof before !== 'string') return []
  // The first of a chain follows none, as it should; a plan that names one which is not there is told of all the same.
  const lone: LonePlan = { plan, why: before }
  return isFollowed && before === 'follows-none' ? [] : [lone]
}

function chainOf(plans: readonly PlanReport[]): PlanChain {
  return { plans, rows: comparedRows(plans) }
}
