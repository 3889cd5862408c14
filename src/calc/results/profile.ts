import type { Indicator, Milestone } from '../../model/indicator.ts'
import { contains, partsOf, periodFrom, yearBefore } from '../../model/period.ts'
import type { Plan } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { isSameThing, type KnownTimes } from './other-times.ts'

type Profile = Pick<Indicator, 'phasing' | 'profile'>

/**
 * The plan with each target that is to be spread as last year by the running totals at the ends of months then, of the whole
 * of that year. Where that is not known, or not above zero, nothing is expected before the end, and a problem says so.
 */
export function withProfiles(plan: Plan, { before }: KnownTimes, problems: Problem[]): Plan {
  if (!plan.indicators.some(({ lastYearOf }) => lastYearOf)) return plan
  const lastYear = yearBefore(plan.period)
  const byId = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]))
  const profiles = new Map<string, Profile | null>()
  const indicators = plan.indicators.map((indicator) => {
    const { lastYearOf } = indicator
    const stating = lastYearOf && byId.get(lastYearOf)
    if (!stating) return indicator
    if (!profiles.has(lastYearOf)) profiles.set(lastYearOf, profileOf(stating))
    return { ...indicator, ...profiles.get(lastYearOf) }
  })
  return { ...plan, indicators }

  function profileOf(indicator: Indicator): Profile | null {
    const { id, at } = indicator
    const then = before && contains(before.plan.period, lastYear) ? before.indicator(id) : undefined
    const reachedBy = (end: number) => {
      const isThen = then && isSameThing(indicator, then)
      const reported = isThen ? before?.alone(id, null, { start: lastYear.start, end }) : null
      return reported && !reported.partial ? reported.actual : null
    }
    const total = reachedBy(lastYear.end)
    if (!total || total.sign <= 0) {
      problems.push(problem('no-profile', at, { indicator: id, period: lastYear.text }))
      return null
    }
    const { start, end } = plan.period
    const ends = [...partsOf(plan.period, 'months').flatMap((month) => (month.end < end ? month.end : [])), end]
    const phasing = ends.flatMap((day): Milestone[] => {
      const period = periodFrom(start, day)
      const reached = reachedBy(yearBefore(period).end)
      return reached ? [{ period, share: reached.dividedBy(total) }] : []
    })
    return { phasing, profile: { period: lastYear, total } }
  }
}
