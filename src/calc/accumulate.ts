import { Exact } from '../model/exact.ts'
import type { Figure } from '../model/figure.ts'
import type { Indicator, IndicatorType } from '../model/indicator.ts'
import { type Observation, type ObservationStatus, observationStatuses } from '../model/observation.ts'
import { commonGrain, grainCount, overlaps, type Period, periodFrom } from '../model/period.ts'
import type { Plan } from '../model/plan.ts'
import { type Problem, problem } from '../model/problem.ts'
import type { Input, Partial } from '../model/report.ts'
import { nothingReported, observedInput, type Reported, worstStatus } from './reported.ts'

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
  const reported =
    indicator.type === 'count' ? runningTotal(plan, indicator, best, problems) : newestFigure(indicator, best, problems)
  return { reported: { ...reported, superseded }, problems }
}

/** One observation a period: a final figure replaces a provisional one, and that an estimate. Both lists in order of time. */
function bestOfEachPeriod(indicator: Indicator, observations: readonly Observation[], problems: Problem[]) {
  const bySpan = new Map<string, Observation[]>()
  for (const observation of observations) {
    const span = `${observation.period.start}/${observation.period.end}`
    const same = bySpan.get(span)
    if (same) same.push(observation)
    else bySpan.set(span, [observation])
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
    superseded.push(...others)
  }
  return { best: best.sort(byEnd), superseded: superseded.sort(byEnd) }
}

/** What ends first comes first, and of what ends on one day the shorter. */
function byEnd(a: Observation, b: Observation): number {
  return a.period.end - b.period.end || b.period.start - a.period.start
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
  const rival = best.find((other) => other.period.end === newest.period.end && differs(other, newest))
  if (rival && atOneMoment.has(indicator.type)) problems.push(overlapping(indicator, newest, rival))
  return {
    ...nothingReported,
    actual: newest.value?.value ?? null,
    state: newest.state?.value ?? null,
    origin: newest.value ? 'reported' : null,
    numerator: newest.counts.poor?.value ?? null,
    denominator: newest.counts.households?.value ?? null,
    period: newest.period,
    status: newest.status,
    newest,
    inputs: newest.value ? [observedInput('actual', newest.value, newest)] : [],
  }
}

function saysAnything({ value, state, counts }: Observation): boolean {
  return value !== null || state !== null || (counts.poor !== undefined && counts.households !== undefined)
}

/** Whether both say something of the same thing, and not the same. */
function differs(a: Observation, b: Observation): boolean {
  const unequal = (one: Figure | null | undefined, other: Figure | null | undefined) =>
    one && other ? !one.value.equals(other.value) : false
  const [one, other] = [a.counts, b.counts]
  if (unequal(a.value, b.value) || unequal(one.poor, other.poor) || unequal(one.households, other.households)) {
    return true
  }
  return a.state !== null && b.state !== null && a.state.value !== b.state.value
}

function overlapping(indicator: Indicator, later: Observation, earlier: Observation): Problem {
  return problem('overlapping-periods', later.at, {
    indicator: indicator.id,
    period: later.period.text,
    other: earlier.period.text,
    first: earlier.at,
  })
}

/** A total since the plan's start, or an increment of its own period, or both from one row of a monthly form. */
interface Piece {
  readonly observation: Observation
  readonly figure: Figure
}

function runningTotal(plan: Plan, indicator: Indicator, best: readonly Observation[], problems: Problem[]): Reported {
  const totals: Piece[] = []
  const increments: Piece[] = []
  for (const observation of best) {
    const { value, cumulative, period, basis } = observation
    if (cumulative) totals.push({ observation, figure: cumulative })
    if (!value) continue
    const startsWithPlan = period.start === plan.period.start
    if (startsWithPlan && !cumulative) totals.push({ observation, figure: value })
    else if (basis === 'cumulative' && !cumulative) totals.push({ observation, figure: value })
    if (startsWithPlan || cumulative || basis === 'increment') increments.push({ observation, figure: value })
    else if (basis === null) {
      problems.push(problem('basis-not-stated', value.at, { period: period.text, planPeriod: plan.period.text }))
    }
  }
  checkFalling(indicator, totals, problems)
  checkAgreement(plan, indicator, totals, increments, problems)

  const base = totals.at(-1)
  const after = increments.filter(({ observation }) => !base || observation.period.end > base.observation.period.end)
  checkOverlaps(indicator, after, base, problems)
  const used = base ? [base, ...after] : after
  const newest = used.at(-1)?.observation
  if (!newest) return nothingReported
  const covered: Pick<Period, 'start' | 'end'>[] = after.map(({ observation }) => observation.period)
  if (base) covered.unshift({ start: plan.period.start, end: base.observation.period.end })
  const [only] = used
  const simple = used.length === 1 && only?.figure === only?.observation.value
  return {
    ...nothingReported,
    actual: Exact.sum(used.map(({ figure }) => figure.value)),
    origin: simple ? 'reported' : 'accumulated',
    period: totalPeriod(plan, newest),
    status: worstStatus(used.map(({ observation }) => observation.status)),
    partial: gaps(plan.period.start, newest.period.end, covered),
    newest,
    inputs: used.map(inputOf),
  }
}

function totalPeriod(plan: Plan, newest: Observation): Period {
  const { period } = newest
  return period.start === plan.period.start ? period : periodFrom(plan.period.start, period.end)
}

function inputOf({ observation, figure }: Piece): Input {
  const isTotal = figure === observation.cumulative || observation.basis === 'cumulative'
  return observedInput(isTotal ? 'cumulative' : 'actual', figure, observation)
}

function checkFalling(indicator: Indicator, totals: readonly Piece[], problems: Problem[]): void {
  totals.forEach((piece, index) => {
    const before = totals[index - 1]
    const isLater = before && before.observation.period.end < piece.observation.period.end
    if (!isLater || !before.figure.value.isAbove(piece.figure.value)) return
    problems.push(
      problem('falling-cumulative', piece.figure.at, {
        indicator: indicator.id,
        from: before.figure.value.toDecimal(),
        to: piece.figure.value.toDecimal(),
        first: before.figure.at,
      }),
    )
  })
}

/** A running total must be the one before it plus the increments between, where these leave no gap. */
function checkAgreement(
  plan: Plan,
  indicator: Indicator,
  totals: readonly Piece[],
  increments: readonly Piece[],
  problems: Problem[],
): void {
  const asTotals = new Set(totals.map(({ figure }) => figure))
  totals.forEach((piece, index) => {
    const before = totals[index - 1]
    const start = before ? before.observation.period.end + 1 : plan.period.start
    const end = piece.observation.period.end
    const between = increments.filter(({ observation, figure }) => {
      const inside = observation.period.start >= start && observation.period.end <= end
      return inside && !asTotals.has(figure)
    })
    let next = start
    for (const { observation } of between) if (observation.period.start === next) next = observation.period.end + 1
    const tiles = next === end + 1 && isWithoutOverlap(between)
    if (!tiles) return
    const sum = Exact.sum([...(before ? [before.figure.value] : []), ...between.map(({ figure }) => figure.value)])
    if (sum.equals(piece.figure.value)) return
    problems.push(
      problem('cumulative-disagrees', piece.figure.at, {
        indicator: indicator.id,
        stated: piece.figure.value.toDecimal(),
        computed: sum.toDecimal(),
      }),
    )
  })
}

function isWithoutOverlap(pieces: readonly Piece[]): boolean {
  return pieces.every(({ observation }, index) => {
    const before = pieces[index - 1]
    return !before || before.observation.period.end < observation.period.start
  })
}

function checkOverlaps(
  indicator: Indicator,
  after: readonly Piece[],
  base: Piece | undefined,
  problems: Problem[],
): void {
  after.forEach(({ observation }, index) => {
    const before = after[index - 1]?.observation
    if (before && overlaps(before.period, observation.period))
      problems.push(overlapping(indicator, observation, before))
    else if (base && observation.period.start <= base.observation.period.end) {
      problems.push(overlapping(indicator, observation, base.observation))
    }
  })
}

/** "2 of 3 quarters": what of the span up to the newest figure is covered; null when all of it is. */
function gaps(start: number, end: number, covered: readonly Pick<Period, 'start' | 'end'>[]): Partial | null {
  const grain = commonGrain([...covered, { start, end }])
  const expected = grainCount({ start, end }, grain)
  let reported = 0
  for (const span of covered) reported += grainCount(span, grain)
  return reported < expected ? { of: grain, reported, expected } : null
}

/** Whether a figure of this period says all there is to say about the plan's period. */
export function reachesEnd(plan: Plan, period: Period): boolean {
  return period.end === plan.period.end
}
