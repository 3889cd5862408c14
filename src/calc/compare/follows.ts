import type { ReasonToStandAlone } from '../../model/compare.ts'
import type { Area, Plan } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { MatchedPlan } from '../results/match.ts'

/** Ten years of months. Each plan tells of all before it, so that what there is to tell grows with their square. */
const LONGEST_ROW = 120

/** The plans, of which no more follow one another than can be told of: beyond that one begins anew. */
export function withoutEndlessRows(plans: readonly MatchedPlan[], problems: Problem[]): readonly MatchedPlan[] {
  const byId = new Map(plans.map((match) => [match.plan.id, match]))
  const lengths = new Map<MatchedPlan, number>()
  const cut = new Set<MatchedPlan>()
  for (const match of [...plans].sort((a, b) => a.plan.period.start - b.plan.period.start)) {
    const before = planBefore(match, byId)
    const length = typeof before === 'object' ? (lengths.get(before) ?? 0) + 1 : 1
    if (length > LONGEST_ROW) {
      cut.add(match)
      const { followsAt, at } = match.plan
      problems.push(problem('too-many', followsAt ?? at, { why: 'plans-in-a-row', limit: LONGEST_ROW }))
    }
    lengths.set(match, cut.has(match) ? 1 : length)
  }
  return cut.size === 0
    ? plans
    : plans.map((match) => (cut.has(match) ? { ...match, plan: { ...match.plan, follows: null } } : match))
}

/** Each plan with the one that it follows; one that is no earlier plan is a problem. */
export function followedPlans(
  plans: readonly MatchedPlan[],
  problems: Problem[],
): ReadonlyMap<MatchedPlan, MatchedPlan> {
  const byId = new Map(plans.map((match) => [match.plan.id, match]))
  const followed = new Map<MatchedPlan, MatchedPlan>()
  for (const match of plans) {
    const before = planBefore(match, byId)
    if (typeof before === 'object') followed.set(match, before)
    else if (before === 'not-before') for (const added of followsNoEarlier(match, byId)) problems.push(added)
  }
  return followed
}

/**
 * The plan that another follows, or why there is none: it must have been read, and be over before the other begins, so
 * that no plans form a ring. Nothing else links two plans: the same id in another province is another thing.
 */
export function planBefore<Of extends { readonly plan: Plan }>(
  { plan }: Of,
  byId: ReadonlyMap<string, Of>,
): Of | ReasonToStandAlone {
  if (plan.follows === null) return 'follows-none'
  const earlier = byId.get(plan.follows)
  if (!earlier) return 'not-given'
  return earlier.plan.period.end < plan.period.start ? earlier : 'not-before'
}

function followsNoEarlier({ plan }: MatchedPlan, byId: ReadonlyMap<string, MatchedPlan>): readonly Problem[] {
  const named = byId.get(plan.follows ?? '')?.plan
  if (!named) return []
  const args = { plan: plan.id, period: plan.period.text, follows: named.id, followsPeriod: named.period.text }
  return [problem('follows-no-earlier', plan.followsAt ?? plan.at, args)]
}

/** By the id of an area: the ids that it, or what it was made of, had in the plan before. */
export type EarlierAreas = ReadonlyMap<string, readonly string[]>

/**
 * What the areas of a plan were in the plan before it, by `id` and `was`. One whose id is still there is not taken for
 * what came after it.
 */
export function areasBefore(now: readonly Area[], before: readonly Area[]): EarlierAreas {
  const there = new Set(before.map(({ id }) => id))
  const still = new Set(now.map(({ id }) => id))
  const earlier = new Map<string, readonly string[]>()
  for (const { id, was } of now) {
    const gone = was.filter((former) => there.has(former) && !still.has(former))
    const ids = there.has(id) ? [id, ...gone] : gone
    if (ids.length > 0) earlier.set(id, ids)
  }
  return earlier
}
