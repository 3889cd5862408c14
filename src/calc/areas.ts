import { Exact } from '../model/exact.ts'
import { addsUpOverAreas, type Indicator } from '../model/indicator.ts'
import type { Period } from '../model/period.ts'
import type { Area, Plan } from '../model/plan.ts'
import { type Problem, problem } from '../model/problem.ts'
import { agreesWithinRounding, placeOf, rateOf } from './counts.ts'
import { nothingReported, type Reported, worstStatus } from './reported.ts'

/** One indicator in the whole and in each area that something is known of. */
export interface Spread {
  readonly whole: Reported
  readonly byArea: ReadonlyMap<string, Reported>
}

/** The areas of a plan that exist in a period. */
export function existingAreas(plan: Plan, period: Period): readonly Area[] {
  return plan.areas.filter(
    ({ from, until }) => (from === null || from <= period.end) && (until === null || until >= period.start),
  )
}

/**
 * The whole as it was reported, else added up from the areas where the type adds up, marked as partial while
 * an area is missing (CALCULATION §4). A reported total stands; areas that do not sum to it are a problem.
 */
export function spreadOverAreas(
  plan: Plan,
  indicator: Indicator,
  cells: ReadonlyMap<string | null, Reported>,
  problems: Problem[],
): Spread {
  const own = cells.get(null) ?? nothingReported
  const byArea = new Map<string, Reported>()
  for (const [area, reported] of cells) if (area !== null) byArea.set(area, reported)
  if (byArea.size === 0) return { whole: own, byArea }

  const areas = existingAreas(plan, plan.period)
  const sum = sumOver(null, areas, byArea, indicator)
  if (!sum) return { whole: own, byArea }
  if (!own.actual) return { whole: { ...sum, superseded: own.superseded }, byArea }
  if (!sum.partial && sum.period?.end === own.period?.end) problems.push(...disagreement(indicator, own, sum))
  return { whole: own, byArea }
}

/** The sum over the areas right below `parent`; an area that was not reported itself is the sum of those below it. */
function sumOver(
  parent: string | null,
  areas: readonly Area[],
  byArea: Map<string, Reported>,
  indicator: Indicator,
): Reported | null {
  const members = areas.filter((area) => area.parent === parent)
  const known: Reported[] = []
  for (const { id } of members) {
    const reported = byArea.get(id) ?? sumOver(id, areas, byArea, indicator)
    if (!reported || !isAddable(reported, indicator)) continue
    byArea.set(id, reported)
    known.push(reported)
  }
  return known.length === 0 ? null : summed(known, members.length, indicator)
}

function isAddable(reported: Reported, { type }: Indicator): boolean {
  if (type === 'poverty-rate') return reported.numerator !== null && reported.denominator !== null
  return addsUpOverAreas(type) && reported.actual !== null
}

function summed(known: readonly Reported[], members: number, { type }: Indicator): Reported {
  const newest = known.reduce((a, b) => ((b.period?.end ?? 0) > (a.period?.end ?? 0) ? b : a))
  const upToDate = known.filter(({ period, partial }) => period?.end === newest.period?.end && !partial).length
  const isRate = type === 'poverty-rate'
  const numerator = isRate ? sumOf(known.map((reported) => reported.numerator)) : null
  const denominator = isRate ? sumOf(known.map((reported) => reported.denominator)) : null
  return {
    ...nothingReported,
    actual: isRate ? rateOf(numerator, denominator) : sumOf(known.map(({ actual }) => actual)),
    origin: 'areas',
    period: newest.period,
    status: worstStatus(known.map(({ status }) => status)),
    partial: upToDate < members ? { of: 'areas', reported: upToDate, expected: members } : null,
    newest: newest.newest,
    numerator,
    denominator,
    inputs: known.flatMap(({ inputs }) => inputs),
  }
}

function sumOf(values: readonly (Exact | null)[]): Exact {
  return Exact.sum(values.filter((value) => value !== null))
}

function disagreement(indicator: Indicator, own: Reported, sum: Reported): readonly Problem[] {
  const at = placeOf(own)
  if (indicator.type !== 'poverty-rate') {
    if (!own.actual || !sum.actual || own.actual.equals(sum.actual)) return []
    const [reported, total] = [own.actual.toDecimal(), sum.actual.toDecimal()]
    return [problem('total-disagrees', at, { indicator: indicator.id, reported, sum: total })]
  }
  if (own.numerator && own.denominator && sum.numerator) {
    if (own.numerator.equals(sum.numerator)) return []
    const [reported, total] = [own.numerator.toDecimal(), sum.numerator.toDecimal()]
    return [problem('total-disagrees', at, { indicator: indicator.id, reported, sum: total })]
  }
  const printed = own.newest?.value
  if (!printed || !sum.actual || !sum.numerator || !sum.denominator || agreesWithinRounding(printed, sum.actual))
    return []
  return [
    problem('rate-disagrees', printed.at, {
      indicator: indicator.id,
      printed: printed.value.toFixed(printed.decimals),
      computed: sum.actual.toFixed(Math.max(printed.decimals, 2)),
      numerator: sum.numerator.toDecimal(),
      denominator: sum.denominator.toDecimal(),
    }),
  ]
}
