import type { Figure } from '../../model/figure.ts'
import { type Indicator, type IndicatorType, type State, stateOf } from '../../model/indicator.ts'
import { pushTo } from '../../model/lists.ts'
import { type Observation, type ObservationStatus, observationStatuses } from '../../model/observation.ts'
import type { Period } from '../../model/period.ts'
import type { Plan } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { byEnd } from './match.ts'
import { isBetter, nothingReported, observedInput, type Reported, withoutRows } from './reported.ts'
import { overlapping, piecesOf, runningTotal, spanValues } from './running-total.ts'

/** What the observations of one indicator in one area come to, and what is wrong with them. */
export interface Accumulated {
  readonly reported: Reported
  readonly problems: readonly Problem[]
}

/**
 * The newest figure, or for a count the running total since the plan's start (CALCULATION §5).
 *
 * Observations are of one indicator and one area, lie in the plan's period, and end by the date of the report.
 */
export function accumulated(plan: Plan, indicator: Indicator, observations: readonly Observation[]): Accumulated {
  if (observations.length === 0) return { reported: nothingReported, problems: [] }
  const problems: Problem[] = []
  const { best, superseded } = bestOfEachPeriod(indicator, observations, problems)
  if (indicator.type !== 'count') {
    return { reported: { ...newestFigure(indicator, best, problems), superseded: superseded.sort(byEnd) }, problems }
  }
  const { stand, outdone } = outdoneByBetter(plan, best)
  const reported = runningTotal(plan, indicator, stand, problems)
  return { reported: { ...reported, superseded: [...superseded, ...outdone].sort(byEnd) }, problems }
}

/** One observation a period: a final figure replaces a provisional one, and that an estimate. The best are in order of time. */
export function bestOfEachPeriod(
  indicator: Indicator,
  observations: readonly Observation[],
  problems: Problem[],
): { readonly best: readonly Observation[]; readonly superseded: Observation[] } {
  return areInOrderOnce(observations)
    ? { best: observations, superseded: [] }
    : bestOfRepeated(indicator, observations, problems)
}

/** Whether they are in order of time already, and each is of another period: as those of nearly all areas are. */
function areInOrderOnce(observations: readonly Observation[]): boolean {
  let before: Observation | null = null
  for (const each of observations) {
    if (before && byEnd(before, each) >= 0) return false
    before = each
  }
  return true
}

function bestOfRepeated(indicator: Indicator, observations: readonly Observation[], problems: Problem[]) {
  const bySpan = new Map<string, Observation[]>()
  for (const observation of observations) {
    const span = `${observation.period.start}/${observation.period.end}`
    pushTo(bySpan, span, observation)
  }
  const best: Observation[] = []
  const superseded: Observation[] = []
  for (const same of bySpan.values()) {
    const byStatus = new Map<ObservationStatus, Observation>()
    for (const observation of same) {
      const twin = byStatus.get(observation.status)
      if (twin) problems.push(duplicate(indicator, observation, twin))
      else byStatus.set(observation.status, observation)
    }
    const [chosen, ...others] = observationStatuses.flatMap((status) => byStatus.get(status) ?? [])
    if (chosen) best.push(chosen)
    for (const added of others) superseded.push(added)
  }
  return { best: best.sort(byEnd), superseded }
}

/**
 * An estimate of six months gives way to six months of final figures: of what adds up, a figure is superseded as well
 * where better ones give just its span.
 */
export function outdoneByBetter(plan: Plan, best: readonly Observation[]) {
  if (best.every(({ status }) => status === best[0]?.status)) return { stand: best, outdone: [] }
  const outdone = new Set<Observation>()
  for (const status of observationStatuses) {
    const doubtful = best.filter((observation) => observation.status === status)
    const better = best.filter((observation) => isBetter(observation.status, status) && !outdone.has(observation))
    if (doubtful.length === 0 || better.length === 0) continue
    const over = spanValues(plan.period.start, piecesOf(plan, better, []))
    for (const observation of doubtful) {
      const { totals, increments } = piecesOf(plan, [observation], [])
      const spans = [
        ...totals.map(() => ({ start: plan.period.start, end: observation.period.end })),
        ...increments.map(() => observation.period),
      ]
      if (spans.length > 0 && spans.every(over)) outdone.add(observation)
    }
  }
  return { stand: best.filter((observation) => !outdone.has(observation)), outdone: [...outdone] }
}

function duplicate(indicator: Indicator, observation: Observation, first: Observation): Problem {
  return problem('duplicate-observation', observation.at, {
    indicator: indicator.id,
    area: observation.area,
    period: observation.period.text,
    first: first.at,
  })
}

/**
 * What stands at one moment: figures of different periods for one day must be equal. A level, rate or growth of a
 * quarter may be another than that of the year that ends with it.
 */
const atOneMoment: ReadonlySet<IndicatorType> = new Set(['stock', 'poverty-rate', 'task'])

/** Stocks, levels, rates, growth and tasks: the newest, and of what ends on one day that of the longest period. */
function newestFigure(indicator: Indicator, best: readonly Observation[], problems: Problem[]): Reported {
  const newest = best.findLast(saysAnything) ?? best.at(-1)
  if (!newest) return nothingReported
  const rival = best.find((other) => other.period.end === newest.period.end && differs(other, newest, indicator))
  if (rival && atOneMoment.has(indicator.type)) problems.push(overlapping(indicator, newest, rival))
  return {
    ...nothingReported,
    actual: indicator.type === 'text' ? null : (newest.value?.value ?? null),
    state: stateIn(newest, indicator),
    origin: newest.value ? 'reported' : null,
    numerator: newest.counts.poor?.value ?? null,
    denominator: newest.counts.households?.value ?? null,
    period: newest.period,
    status: newest.status,
    partial: withoutRows([newest]),
    newest,
    inputs: () => (newest.value && indicator.type !== 'text' ? [observedInput('actual', newest.value, newest)] : []),
  }
}

function saysAnything({ value, state, counts, mpi }: Observation): boolean {
  return (
    value !== null ||
    mpi !== undefined ||
    state !== null ||
    (counts.poor !== undefined && counts.households !== undefined)
  )
}

/** Whether both say something of the same thing, and not the same. */
function differs(a: Observation, b: Observation, indicator: Indicator): boolean {
  const unequal = (one: Figure | null | undefined, other: Figure | null | undefined) =>
    one && other ? !one.value.equals(other.value) : false
  const [one, other] = [a.counts, b.counts]
  if (unequal(a.value, b.value) || unequal(one.poor, other.poor) || unequal(one.households, other.households)) {
    return true
  }
  return a.state !== null && b.state !== null && stateIn(a, indicator) !== stateIn(b, indicator)
}

/** The state that was reported, or the text; a text may look like a number or a day. */
function stateIn({ state, value }: Observation, indicator: Indicator): State | null {
  const said = state ?? (indicator.type === 'text' ? value : null)
  return (said && stateOf(indicator, said.text)) ?? null
}

/** Whether a figure of this period says all there is to say about a span: it holds what was reached by its last day. */
export const reachesEnd = (span: Period, period: Period): boolean => period.end >= span.end
