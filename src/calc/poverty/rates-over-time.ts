import { Exact } from '../../model/exact.ts'
import { type Baseline, type Indicator, isChangeTarget, isPovertyRate, type Target } from '../../model/indicator.ts'
import { civilDate, parseDay, wholeYears } from '../../model/period.ts'
import type { Plan } from '../../model/plan.ts'
import type { Change } from '../../model/poverty-rate.ts'
import type { CompletionLine } from '../../model/report.ts'
import type { SeriesPoint } from '../../model/series.ts'
import { type PlannedChange, plannedChange } from '../../model/target.ts'
import type { Spread } from '../areas/areas.ts'
import { baselineValue } from '../results/counts.ts'
import { nothingReported } from '../results/reported.ts'
import { phasedShare } from '../target/expectation.ts'
import { baselineEnd, reportedEnd, signedAs } from './change.ts'

/** What one plan knows of each of its poverty rates over time. */
export interface PlanRates {
  readonly plan: Plan
  /** By `lineKey`. */
  readonly byLine: ReadonlyMap<string, RateInPlan>
}

export interface RateInPlan {
  readonly baseline: Dated | null
  /** One a year, in order of time. */
  readonly results: readonly Dated[]
}

export interface Dated extends Pick<SeriesPoint, 'plan' | 'end' | 'partial' | 'restated'> {
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

/** Id of an indicator and of an area; null: the whole. */
export function lineKey(indicator: string, area: string | null): string {
  return `${indicator}\n${area ?? ''}`
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
      const aim = { plan, indicator, target: target?.target ?? null, from: baselineValue(stated) }
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
  readonly target: Target | null
  readonly from: Exact | null
}

/**
 * The change planned from the baseline up to a day: all of it at the end of the plan; before that the share that its
 * phasing expects, or so many years of a change that is planned for each year. null where the plan says nothing, and of
 * thresholds: whoever is below a ceiling did not plan to rise to it.
 */
function plannedUpTo({ plan, indicator, target, from }: Aim, day: number): Change['planned'] {
  if (!target || !isChangeTarget(target)) return null
  const all = from && signedAs(target, plannedChange(target, from, plan.period))
  if (!all) return null
  if (day >= plan.period.end) return all
  const { phasing } = indicator
  const elapsed = wholeYears({ start: plan.period.start, end: day, text: '' })
  const years = wholeYears(plan.period)
  if (phasing !== null) {
    return phasing === 'none' ? null : times(all, phasedShare(phasing, plan.period, day))
  }
  if (!target.perYear || !elapsed || !years) return null
  return times(all, Exact.of(BigInt(elapsed), BigInt(years)))
}

function times(planned: PlannedChange, share: Exact): PlannedChange {
  const [low, high] = planned
  return high ? [low.times(share), high.times(share)] : [low.times(share)]
}
