import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import type { Indicator } from '../../model/indicator.ts'
import { pushTo } from '../../model/lists.ts'
import { type Observation, type ObservationStatus, observationStatuses } from '../../model/observation.ts'
import { commonGrain, grainCount, keyOfSpan as keyOf, overlaps, type Period, periodFrom } from '../../model/period.ts'
import type { Plan } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { Input, Partial } from '../../model/report.ts'
import { nothingReported, observedInput, type Reported, withoutRows, worstStatus } from './reported.ts'

/**
 * Totals since the plan's start, and increments of their own period, both in order of time. One row of a monthly form is in
 * both lists, and so is one figure that starts with the plan.
 */
interface Pieces {
  readonly totals: readonly Observation[]
  readonly increments: readonly Observation[]
}

/** The figure of a total; that of an increment is its `value`. */
const totalFigure = ({ cumulative, value }: Observation): Figure | null => cumulative ?? value

const totalOf = (observation: Observation): Exact => totalFigure(observation)?.value ?? Exact.ZERO
const incrementOf = ({ value }: Observation): Exact => value?.value ?? Exact.ZERO

/** A period, a total, or the total before the two, that what was done cannot come to unless some of it was undone. */
const isBelowZero = ({ value, cumulative }: Observation): boolean =>
  [value?.value, cumulative?.value, value && cumulative?.value.minus(value.value)].some((each) => each && each.sign < 0)

/** Of a count: the latest total to date and the increments after it (CALCULATION §5), and what contradicts them. */
export function runningTotal(
  plan: Plan,
  indicator: Indicator,
  best: readonly Observation[],
  problems: Problem[],
): Reported {
  const { totals, increments } = piecesOf(plan, best, problems)
  const falls = fallsAmong(totals)
  // Whoever says that it can fall need not be told that it did.
  if (!indicator.canFall) for (const [before, total] of falls) problems.push(falling(indicator, before, total))
  checkAgreement(plan, indicator, totals, increments, problems)

  const base = totals.at(-1)
  const after = base ? increments.filter(({ period }) => period.end > base.period.end) : increments
  checkOverlaps(indicator, after, base, problems)
  const newest = after.at(-1) ?? base
  if (!newest) return nothingReported
  const used = base ? [base, ...after] : after
  let actual = base ? totalOf(base) : Exact.ZERO
  for (const increment of after) actual = actual.plus(incrementOf(increment))
  const [only] = used
  const simple = used.length === 1 && (!base || totalFigure(base) === only?.value)
  return {
    ...nothingReported,
    actual,
    origin: simple ? 'reported' : 'accumulated',
    period: totalPeriod(plan, newest),
    status: worstStatus(used.map(({ status }) => status)),
    partial: gaps(plan.period.start, newest.period.end, coveredBy(plan, base, after)) ?? withoutRows(used),
    hasFallen: falls.length > 0 || increments.some(isBelowZero) || totals.some(isBelowZero),
    newest,
    inputs: inputsFrom(used, base),
  }
}

/** The totals and increments that observations are; one that does not say which, and must, is a problem. */
export function piecesOf(plan: Plan, best: readonly Observation[], problems: Problem[]): Pieces {
  const totals: Observation[] = []
  const increments: Observation[] = []
  for (const observation of best) {
    const { value, cumulative, period, basis } = observation
    const startsWithPlan = period.start === plan.period.start
    if (cumulative || (value && (startsWithPlan || basis === 'cumulative'))) totals.push(observation)
    if (!value) continue
    if (startsWithPlan || cumulative || basis === 'increment') increments.push(observation)
    else if (basis === null) {
      problems.push(problem('basis-not-stated', value.at, { period: period.text, planPeriod: plan.period.text }))
    }
  }
  return { totals, increments }
}

function coveredBy(plan: Plan, base: Observation | undefined, after: readonly Observation[]) {
  const covered: Pick<Period, 'start' | 'end'>[] = after.map(({ period }) => period)
  if (base) covered.push({ start: plan.period.start, end: base.period.end })
  return covered
}

function totalPeriod(plan: Plan, newest: Observation): Period {
  const { period } = newest
  return period.start === plan.period.start ? period : periodFrom(plan.period.start, period.end)
}

/** A function by itself, so that it keeps nothing but what it needs. */
function inputsFrom(used: readonly Observation[], base: Observation | undefined): Reported['inputs'] {
  return () => {
    const inputs: Input[] = []
    for (const observation of used) {
      const { value, cumulative, basis } = observation
      const figure = observation === base ? totalFigure(observation) : value
      const isTotal = figure === cumulative || basis === 'cumulative'
      if (figure) inputs.push(observedInput(isTotal ? 'cumulative' : 'actual', figure, observation))
    }
    return inputs
  }
}

/** Totals with the ones before them that they are below. */
function fallsAmong(totals: readonly Observation[]): readonly (readonly [Observation, Observation])[] {
  return totals.flatMap((total, index) => {
    const before = totals[index - 1]
    const isBelow = before && before.period.end < total.period.end && totalOf(before).isAbove(totalOf(total))
    return isBelow ? [[before, total] as const] : []
  })
}

function falling(indicator: Indicator, before: Observation, total: Observation): Problem {
  return problem('falling-cumulative', placeOfTotal(total), {
    indicator: indicator.id,
    from: totalOf(before).toDecimal(),
    to: totalOf(total).toDecimal(),
    first: placeOfTotal(before),
  })
}

const placeOfTotal = (total: Observation) => totalFigure(total)?.at ?? total.at

/** A running total must be the one before it plus the increments between, where these leave no gap. */
function checkAgreement(
  plan: Plan,
  indicator: Indicator,
  totals: readonly Observation[],
  increments: readonly Observation[],
  problems: Problem[],
): void {
  // Both are in order of their ends, so that one walk over the increments finds those before each total.
  let next = 0
  for (const [index, total] of totals.entries()) {
    const before = totals[index - 1]
    const start = before ? before.period.end + 1 : plan.period.start
    const { end } = total.period
    const between: Observation[] = []
    for (; next < increments.length; next++) {
      const increment = increments[next]
      if (!increment || increment.period.end > end) break
      // What is a total of its own is nothing beside it.
      const isTotal = increment.period.start === plan.period.start && increment.cumulative === null
      if (increment.period.start >= start && !isTotal) between.push(increment)
    }
    if (!tile(between, { start, end })) continue
    let sum = before ? totalOf(before) : Exact.ZERO
    for (const increment of between) sum = sum.plus(incrementOf(increment))
    if (sum.equals(totalOf(total))) continue
    problems.push(
      problem('cumulative-disagrees', placeOfTotal(total), {
        indicator: indicator.id,
        stated: totalOf(total).toDecimal(),
        computed: sum.toDecimal(),
      }),
    )
  }
}

/** Whether increments follow one another through a span without a gap, and do not overlap. */
function tile(increments: readonly Observation[], { start, end }: Pick<Period, 'start' | 'end'>): boolean {
  let next = start
  for (const { period } of increments) {
    if (period.start !== next) return false
    next = period.end + 1
  }
  return next === end + 1
}

function checkOverlaps(
  indicator: Indicator,
  after: readonly Observation[],
  base: Observation | undefined,
  problems: Problem[],
): void {
  for (const [index, observation] of after.entries()) {
    const before = after[index - 1]
    if (before && overlaps(before.period, observation.period)) {
      problems.push(overlapping(indicator, observation, before))
    } else if (base && observation.period.start <= base.period.end) {
      problems.push(overlapping(indicator, observation, base))
    }
  }
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
    why: indicator.type === 'count' ? 'increments' : 'one-day',
    period: second.period.text,
    other: first.period.text,
    first: first.periodAt ?? first.at,
  })
}

function isWrittenBefore({ at: one }: Observation, { at: other }: Observation): boolean {
  if (one.file !== other.file) return one.file < other.file
  return one.line < other.line || (one.line === other.line && one.column < other.column)
}

/** What a flow came to over a span. */
export interface SpanValue {
  readonly value: Exact
  /** The worst of the figures that give it. */
  readonly status: ObservationStatus | null
  /** The figure that ends with the span. */
  readonly newest: Observation
}

export type Span = Pick<Period, 'start' | 'end'>

/** What is known between two days from a figure: above zero from the start of its span, below zero from its end. */
interface Step {
  /** The first day after the span that is left or entered. */
  readonly to: number
  readonly value: Exact
  readonly observation: Observation
}

/** A day on which a span may begin, as far as it can be reached from another by known steps. */
interface Border {
  readonly root: number
  readonly depth: number
  /** From the root to this day. */
  readonly value: Exact
  /** The step that led here; null at the root. */
  readonly from: { readonly border: number; readonly observation: Observation } | null
}

/**
 * What a flow came to over any span that its figures give exactly, by the most certain ones that do: by the one that covers
 * it, else by the difference of running totals, else by increments that tile it. A stated running total goes before the sum
 * of increments.
 */
export function spanValues(start: number, { totals, increments }: Pieces): (span: Span) => SpanValue | null {
  const present = new Set([...totals, ...increments].map(({ status }) => status))
  const certain = observationStatuses.filter((status) => present.has(status))
  const known = certain.map((_, at) => {
    const isEnough = ({ status }: Observation) => !certain.slice(at + 1).includes(status)
    return spanValuesOfAll(start, { totals: totals.filter(isEnough), increments: increments.filter(isEnough) })
  })
  return (span) => {
    for (const over of known) {
      const found = over(span)
      if (found) return found
    }
    return null
  }
}

function spanValuesOfAll(start: number, pieces: Pieces): (span: Span) => SpanValue | null {
  if (areOneRow(start, pieces)) return tiles(pieces.increments)
  const direct = directValues(start, pieces)
  let borders: ReadonlyMap<number, Border> | null = null
  return (span) => {
    const found = direct.get(keyOf(span))
    if (found) return found
    borders ??= bordersOf(start, stepsOf(start, pieces))
    return between(borders, span)
  }
}

/** Increments one behind the other, and no total that says more than the first of them: as nearly all registers are. */
function areOneRow(start: number, { totals, increments }: Pieces): boolean {
  const areIncrements = totals.every(({ cumulative, period }) => cumulative === null && period.start === start)
  return (
    areIncrements && increments.every(({ period }, at) => period.start > (increments[at - 1]?.period.end ?? -Infinity))
  )
}

/** By the increments, one behind the other, that a span consists of. */
function tiles(increments: readonly Observation[]): (span: Span) => SpanValue | null {
  // Days beside each other are searched much faster than days of observations that lie anywhere in memory.
  const starts = increments.map(({ period }) => period.start)
  const ends = increments.map(({ period }) => period.end)
  const values = increments.map(({ value }) => value?.value ?? Exact.ZERO)
  return ({ start, end }) => {
    const first = placeOf(start, starts)
    let last = first
    while ((ends[last] ?? end) < end && starts[last + 1] === (ends[last] ?? 0) + 1) last++
    if (first < 0 || ends[last] !== end) return null
    const newest = increments[last]
    const only = values[last]
    if (!newest || !only) return null
    if (first === last) return { value: only, status: newest.status, newest }
    const status = worstStatus(increments.slice(first, last + 1).map((increment) => increment.status))
    return { value: Exact.sum(values.slice(first, last + 1)), status, newest }
  }
}

/** Where a day stands among ascending ones; −1: nowhere. */
function placeOf(day: number, days: readonly number[]): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? day) < day) low = middle + 1
    else high = middle
  }
  return days[low] === day ? low : -1
}

function directValues(start: number, { totals, increments }: Pieces): ReadonlyMap<number, SpanValue> {
  const values = new Map<number, SpanValue>()
  const put = (span: Span, newest: Observation, figure: Figure | null) => {
    if (figure) values.set(keyOf(span), { value: figure.value, status: newest.status, newest })
  }
  for (const increment of increments) put(increment.period, increment, increment.value)
  for (const total of totals) put({ start, end: total.period.end }, total, totalFigure(total))
  return values
}

function stepsOf(start: number, { totals, increments }: Pieces): ReadonlyMap<number, readonly Step[]> {
  const steps = new Map<number, Step[]>()
  const add = (from: number, step: Step) => {
    pushTo(steps, from, step)
  }
  const both = (span: Span, observation: Observation, figure: Figure | null) => {
    if (!figure) return
    add(span.start, { to: span.end + 1, value: figure.value, observation })
    add(span.end + 1, { to: span.start, value: figure.value.negated(), observation })
  }
  for (const total of totals) both({ start, end: total.period.end }, total, totalFigure(total))
  for (const increment of increments) both(increment.period, increment, increment.value)
  return steps
}

/** Every border with the fewest steps to it from the start, or where none lead there from another border that they join. */
function bordersOf(start: number, steps: ReadonlyMap<number, readonly Step[]>): ReadonlyMap<number, Border> {
  const borders = new Map<number, Border>()
  for (const root of [start, ...steps.keys()]) {
    if (borders.has(root)) continue
    borders.set(root, { root, depth: 0, value: Exact.ZERO, from: null })
    const queue = [root]
    for (const day of queue) {
      const here = borders.get(day)
      if (!here) continue
      for (const { to, value, observation } of steps.get(day) ?? []) {
        if (borders.has(to)) continue
        const from = { border: day, observation }
        borders.set(to, { root, depth: here.depth + 1, value: here.value.plus(value), from })
        queue.push(to)
      }
    }
  }
  return borders
}

function between(borders: ReadonlyMap<number, Border>, { start, end }: Span): SpanValue | null {
  const first = borders.get(start)
  const last = borders.get(end + 1)
  if (!first || !last || first.root !== last.root) return null
  const used = observationsBetween(borders, start, end + 1)
  const newest = used.findLast(({ period }) => period.end === end) ?? used.at(-1)
  if (!newest) return null
  const status = worstStatus(used.map((observation) => observation.status))
  return { value: last.value.minus(first.value), status, newest }
}

/** The figures on the way between two borders of one root, up to where their ways from it part. */
function observationsBetween(borders: ReadonlyMap<number, Border>, from: number, to: number): readonly Observation[] {
  const used: Observation[] = []
  let [a, b] = [from, to]
  while (a !== b) {
    const [one, other] = [borders.get(a), borders.get(b)]
    if (!one || !other) break
    const deeper = one.depth > other.depth ? one : other
    if (!deeper.from) break
    used.push(deeper.from.observation)
    if (deeper === one) a = deeper.from.border
    else b = deeper.from.border
  }
  return used
}
