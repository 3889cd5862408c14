import { Exact } from '../model/exact.ts'
import type { Figure } from '../model/figure.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Observation } from '../model/observation.ts'
import { commonGrain, grainCount, overlaps, type Period, periodFrom } from '../model/period.ts'
import type { Plan } from '../model/plan.ts'
import { type Problem, problem } from '../model/problem.ts'
import type { Input, Partial } from '../model/report.ts'
import { nothingReported, observedInput, type Reported, withoutRows, worstStatus } from './reported.ts'

/** A total since the plan's start, or an increment of its own period, or both from one row of a monthly form. */
export interface Piece {
  readonly observation: Observation
  readonly figure: Figure
}

/** Both in order of time. One figure that starts with the plan is in both lists. */
export interface Pieces {
  readonly totals: readonly Piece[]
  readonly increments: readonly Piece[]
}

/** Of a count: the latest total to date and the increments after it (CALCULATION §5), and what contradicts them. */
export function runningTotal(
  plan: Plan,
  indicator: Indicator,
  best: readonly Observation[],
  problems: Problem[],
): Reported {
  const { totals, increments } = piecesOf(plan, best, problems)
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
    partial:
      gaps(plan.period.start, newest.period.end, covered) ?? withoutRows(used.map(({ observation }) => observation)),
    newest,
    inputs: used.map(inputOf),
  }
}

/** The totals and increments that observations are; one that does not say which, and must, is a problem. */
export function piecesOf(plan: Plan, best: readonly Observation[], problems: Problem[]): Pieces {
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
  return { totals, increments }
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
  const others = increments.filter(({ figure }) => !asTotals.has(figure))
  let seen = 0
  totals.forEach((piece, index) => {
    const before = totals[index - 1]
    const start = before ? before.observation.period.end + 1 : plan.period.start
    const end = piece.observation.period.end
    const from = seen
    while ((others[seen]?.observation.period.end ?? Infinity) <= end) seen++
    const between = others.slice(from, seen).filter(({ observation }) => observation.period.start >= start)
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

/** Stands at the figure that is written later. */
export function overlapping(indicator: Indicator, one: Observation, other: Observation): Problem {
  const [first, second] = isWrittenBefore(one, other) ? [one, other] : [other, one]
  return problem('overlapping-periods', second.periodAt ?? second.at, {
    indicator: indicator.id,
    what: indicator.type === 'count' ? 'increments' : 'one-day',
    period: second.period.text,
    other: first.period.text,
    first: first.periodAt ?? first.at,
  })
}

function isWrittenBefore({ at: one }: Observation, { at: other }: Observation): boolean {
  if (one.file !== other.file) return one.file < other.file
  return one.line < other.line || (one.line === other.line && one.column < other.column)
}
