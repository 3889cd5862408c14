import { Exact } from '../../model/exact.ts'
import { isPovertyRate, type Measurement } from '../../model/indicator.ts'
import { wholeYears } from '../../model/period.ts'
import type { Plan } from '../../model/plan.ts'
import type { Change, ChangeEnd } from '../../model/poverty-rate.ts'
import type { CompletionLine } from '../../model/report.ts'
import type { PovertySeries, SeriesChange, SeriesPoint } from '../../model/series.ts'
import type { PlannedChange } from '../../model/target.ts'
import { planBefore } from '../compare/follows.ts'
import { intervalsMeet } from '../target/interval.ts'
import { differenceIn, endInterval } from './change.ts'
import { type Dated, lineKey, type PlanRates } from './rates-over-time.ts'

/**
 * The poverty rates among the lines of a plan from year to year, continued from the plans that it follows
 * (CALCULATION §6). A point under another standard than those before it begins a new stretch.
 */
export function povertySeries(
  plan: Plan,
  lines: readonly CompletionLine[],
  ratesOf: ReadonlyMap<string, PlanRates>,
): readonly PovertySeries[] {
  const rates = lines.filter(({ indicator }) => isPovertyRate(indicator))
  const chain = rates.length === 0 ? [] : plansUpTo(plan, ratesOf)
  return rates.flatMap(({ indicator, area }) => {
    const points = joinedPoints(chain, indicator.id, area?.id ?? null)
    return points.length > 1 ? [{ indicator, area, points: inStretches(points) }] : []
  })
}

/** A plan and those that it follows, itself first. */
function plansUpTo(plan: Plan, ratesOf: ReadonlyMap<string, PlanRates>): readonly PlanRates[] {
  const chain: PlanRates[] = []
  let next = ratesOf.get(plan.id)
  while (next) {
    chain.push(next)
    const before = planBefore(next, ratesOf)
    next = typeof before === 'object' ? before : undefined
  }
  return chain
}

/** The points of one rate through a chain of plans in order of time, each day under each standard once. */
function joinedPoints(chain: readonly PlanRates[], indicator: string, area: string | null): readonly Dated[] {
  const known: (readonly Dated[])[] = []
  let id = area
  for (const [index, { plan, byLine }] of chain.entries()) {
    if (area !== null && index > 0) id = idBefore(chain[index - 1]?.plan, id, plan)
    if (area !== null && id === null) break
    const rate = byLine.get(lineKey(indicator, id))
    if (rate) known.unshift(rate.baseline ? [rate.baseline, ...rate.results] : rate.results)
  }
  const points: Dated[] = []
  for (const point of known.flat()) {
    const twin = points.findIndex(({ day, end }) => day === point.day && !differenceIn(end, point.end))
    const earlier = points[twin]
    if (earlier) points[twin] = asOne(earlier, point)
    else points.push(point)
  }
  return points.sort((a, b) => a.day - b.day)
}

/** An area as the plan before called it: by the same id, or by the only one that it had before and that is there. */
function idBefore(plan: Plan | undefined, id: string | null, before: Plan): string | null {
  const ids = new Set(before.areas.map((area) => area.id))
  if (id === null || ids.has(id)) return id
  const [only, ...others] = (plan?.areas.find((area) => area.id === id)?.was ?? []).filter((former) => ids.has(former))
  return only !== undefined && others.length === 0 ? only : null
}

/**
 * One point of a result and of the baseline that a later plan made of it: the figure that says more, where both can be
 * the same; else that of the later plan, which restates it.
 */
function asOne(earlier: Dated, later: Dated): Dated {
  const counting = later.baseDay === null ? earlier : later
  const agree = intervalsMeet(endInterval(earlier.end), endInterval(later.end))
  const { end, partial } = agree && detailOf(earlier.end) >= detailOf(later.end) ? earlier : later
  return { ...counting, end, partial, restated: agree ? earlier.restated : earlier.end.value }
}

/** How exactly a rate is known: from its counts, else by its decimals. */
function detailOf({ poor, households, printedDecimals }: ChangeEnd): number {
  return poor && households ? Infinity : (printedDecimals ?? 0) + (poor || households ? 0.5 : 0)
}

/** The points of one stretch that came before. */
interface Stretch extends Measurement {
  readonly points: readonly (Dated & { readonly plannedSinceFirst: Change['planned'] | 'nothing' })[]
}

function inStretches(points: readonly Dated[]): readonly SeriesPoint[] {
  let stretch: Stretch | null = null
  return points.map((dated) => {
    const { plan, end, partial, restated } = dated
    const differsIn: Change['differsIn'] = stretch && differenceIn(stretch, end)
    const before: Stretch | null = differsIn ? null : stretch
    const plannedSinceFirst = before ? plannedFromFirst(dated, before) : 'nothing'
    const [first, last] = [before?.points[0], before?.points.at(-1)]
    stretch = {
      // What one point does not state is what the others of its stretch state.
      standard: end.standard ?? before?.standard ?? null,
      measured: end.measured ?? before?.measured ?? null,
      method: end.method ?? before?.method ?? null,
      points: [...(before?.points ?? []), { ...dated, plannedSinceFirst }],
    }
    return {
      plan,
      end,
      partial,
      restated,
      differsIn,
      sinceLast: last ? changeBetween(last, dated, plannedFromLast(last, dated)) : null,
      sinceFirst: first
        ? changeBetween(first, dated, plannedSinceFirst === 'nothing' ? null : plannedSinceFirst)
        : null,
    }
  })
}

/** What the plans planned from the start of a stretch, each from its own baseline; null where that is not in it. */
function plannedFromFirst({ baseDay, planned }: Dated, { points }: Stretch): Change['planned'] {
  const base = points.find(({ day }) => day === baseDay)
  if (!base?.plannedSinceFirst || !planned) return null
  return base.plannedSinceFirst === 'nothing' ? planned : sum(base.plannedSinceFirst, planned)
}

function plannedFromLast(last: Dated, { plan, baseDay, planned }: Dated): Change['planned'] {
  if (last.day === baseDay) return planned
  if (last.plan !== plan || !last.planned || !planned || last.planned.length !== planned.length) return null
  const [low, high] = last.planned
  return sum(planned, high ? [low.negated(), high.negated()] : [low.negated()])
}

/** A single change counts at both ends of a range. */
function sum(a: PlannedChange, b: PlannedChange): PlannedChange {
  if (a.length === 1 && b.length === 1) return [a[0].plus(b[0])]
  return [a[0].plus(b[0]), (a[1] ?? a[0]).plus(b[1] ?? b[0])]
}

function changeBetween(from: Dated, to: Dated, planned: Change['planned']): SeriesChange {
  const absolute = to.end.value.minus(from.end.value)
  const years = wholeYears({ start: from.day + 1, end: to.day, text: '' }) || null
  const only = planned?.length === 1 ? planned[0] : null
  return {
    absolute,
    relative: from.end.value.isZero ? null : absolute.times(Exact.HUNDRED).dividedBy(from.end.value),
    years,
    perYear: years === null ? null : absolute.dividedBy(Exact.of(BigInt(years))),
    poor: from.end.poor && to.end.poor ? to.end.poor.minus(from.end.poor) : null,
    planned,
    achievement: only && !only.isZero ? absolute.dividedBy(only) : null,
  }
}
