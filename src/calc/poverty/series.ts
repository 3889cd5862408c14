import { Exact } from '../../model/exact.ts'
import {
  type Baseline,
  type Indicator,
  isChangeTarget,
  isPovertyRate,
  type Measurement,
  type StatedTarget,
} from '../../model/indicator.ts'
import { civilDate, parseDay, wholeYears } from '../../model/period.ts'
import type { Plan } from '../../model/plan.ts'
import type { Change, ChangeEnd } from '../../model/poverty-rate.ts'
import { type CompletionLine, lineKey } from '../../model/report.ts'
import type { PovertySeries, SeriesChange, SeriesPoint } from '../../model/series.ts'
import { baselineValue, type PlannedChange, periodTargetsAround, plannedChange } from '../../model/target.ts'
import type { Spread } from '../areas/areas.ts'
import { planBefore } from '../compare/follows.ts'
import { nothingReported } from '../results/reported.ts'
import { intervalsMeet } from '../target/achievement.ts'
import { phasedShare } from '../target/expectation.ts'
import { baselineEnd, differenceIn, endInterval, reportedEnd, signedAs } from './change.ts'

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

/** What one plan knows of each of its poverty rates over time. */
export interface PlanRates {
  readonly plan: Plan
  /** By `lineKey`. */
  readonly byLine: ReadonlyMap<string, RateInPlan>
}

interface RateInPlan {
  readonly baseline: Dated | null
  /** One a year, in order of time. */
  readonly results: readonly Dated[]
}

interface Dated extends Pick<SeriesPoint, 'plan' | 'end' | 'partial' | 'restated'> {
  /** Day number of its end. */
  readonly day: number
  /** That of the baseline which a result counts from; null for baselines, and where there is none. */
  readonly baseDay: number | null
  /** What was planned from that day up to this one, signed. */
  readonly planned: Change['planned']
}

/** Day numbers, both included. */
export interface Days {
  readonly start: number
  readonly end: number
}

/**
 * The baseline of every poverty rate in a plan, and its newest figure in each year. The lines and `spreads` are those of
 * the report, made as of `asOf`; `spreadsIn` says what was reported on one year of several.
 */
export function planRates(
  plan: Plan,
  lines: readonly CompletionLine[],
  asOf: number | null,
  spreads: ReadonlyMap<string, Spread>,
  spreadsIn: (year: Days) => ReadonlyMap<string, Spread>,
): PlanRates {
  const rates = lines.filter(({ indicator }) => isPovertyRate(indicator))
  const years = rates.length === 0 || asOf === null ? [] : yearsUpTo(plan, Math.min(asOf, plan.period.end))
  const inYears = years.length > 1 ? years.map(spreadsIn) : [spreads]
  const byLine = new Map<string, RateInPlan>()
  for (const { indicator, area, target } of rates) {
    const stated = area ? (indicator.baselinesByArea.get(area.id) ?? null) : indicator.baseline
    const baseline = stated && baselinePoint(plan, stated)
    const results = years.flatMap((_, index): Dated[] => {
      const spread = inYears[index]?.get(indicator.id)
      const reported = (area ? spread?.byArea.get(area.id) : spread?.whole) ?? nothingReported
      const { actual, period, partial } = reported
      if (!actual || !period) return []
      const aim = { plan, indicator, target, from: baselineValue(stated) }
      return [
        {
          plan: plan.id,
          end: reportedEnd(indicator, reported, actual),
          partial,
          restated: null,
          day: period.end,
          baseDay: baseline?.day ?? null,
          planned: plannedUpTo(aim, period.end),
        },
      ]
    })
    byLine.set(lineKey(indicator.id, area?.id ?? null), { baseline, results })
  }
  return { plan, byLine }
}

/** The calendar years of a plan, each up to its last day or, the last of them, up to `day`. */
function yearsUpTo({ period }: Plan, day: number): readonly Days[] {
  const years: Days[] = []
  for (let start = period.start; start <= day; start = (years.at(-1)?.end ?? day) + 1) {
    const year = String(civilDate(start).year).padStart(4, '0')
    years.push({ start, end: Math.min(parseDay(`${year}-12-31`) ?? day, day) })
  }
  return years
}

/** A baseline that does not say when it was measured is taken to be that of the day before the plan. */
function baselinePoint(plan: Plan, baseline: Baseline): Dated | null {
  const value = baselineValue(baseline)
  if (!value) return null
  return {
    plan: plan.id,
    end: baselineEnd(baseline, value),
    partial: null,
    restated: null,
    day: baseline.period?.end ?? plan.period.start - 1,
    baseDay: null,
    planned: null,
  }
}

interface Aim {
  readonly plan: Plan
  readonly indicator: Indicator
  readonly target: StatedTarget | null
  readonly from: Exact | null
}

/**
 * The change planned from the baseline up to a day: all of it at the end of the plan; before that the share that its
 * phasing expects, or so many years of a change that is planned for each year. null where the plan says nothing, and of
 * thresholds: whoever is below a ceiling did not plan to rise to it.
 */
function plannedUpTo({ plan, indicator, target: stated, from }: Aim, day: number): Change['planned'] {
  const target = stated?.target
  if (!target || !isChangeTarget(target)) return null
  const all = from && signedAs(target, plannedChange(target, from, plan.period))
  if (!all) return null
  const ofPart = periodTargetsAround(indicator, stated).find(({ period }) => period.end === day)?.target
  if (ofPart && isChangeTarget(ofPart)) return signedAs(ofPart, plannedChange(ofPart, from, plan.period))
  if (day >= plan.period.end) return all
  const { phasing } = indicator
  const elapsed = wholeYears({ start: plan.period.start, end: day, text: '' })
  const years = wholeYears(plan.period)
  if (phasing !== null) return phasing === 'none' ? null : times(all, phasedShare(phasing, plan.period, day))
  if (!target.perYear || !elapsed || !years) return null
  return times(all, Exact.of(BigInt(elapsed), BigInt(years)))
}

function times(planned: PlannedChange, share: Exact): PlannedChange {
  const [low, high] = planned
  return high ? [low.times(share), high.times(share)] : [low.times(share)]
}
