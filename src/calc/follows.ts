import { type Problem, problem } from '../model/problem.ts'
import type { MatchedPlan } from './match.ts'

/**
 * Each plan with the one that it follows, where that was read and is over before this one begins. Nothing else links
 * two plans: the same id in another province is another thing.
 */
export function followedPlans(
  plans: readonly MatchedPlan[],
  problems: Problem[],
): ReadonlyMap<MatchedPlan, MatchedPlan> {
  const byId = new Map(plans.map((match) => [match.plan.id, match]))
  const followed = new Map<MatchedPlan, MatchedPlan>()
  for (const match of plans) {
    const { id, follows, followsAt, period, at } = match.plan
    const before = follows === null ? undefined : byId.get(follows)
    if (!before) continue
    if (before.plan.period.end < period.start) followed.set(match, before)
    else {
      const args = { plan: id, period: period.text, follows: before.plan.id, followsPeriod: before.plan.period.text }
      problems.push(problem('follows-no-earlier', followsAt ?? at, args))
    }
  }
  return followed
}
