import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import type { Observation, ObservationStatus } from '../../model/observation.ts'
import { keyOfSpan as keyOf, type Period } from '../../model/period.ts'
import { worstStatus } from './reported.ts'
import { type Pieces, totalFigure } from './running-total.ts'

/** What a flow came to over a span. */
export interface SpanValue {
  readonly value: Exact
  /** The worst of the figures that give it. */
  readonly status: ObservationStatus | null
  /** The figure that ends with the span. */
  readonly newest: Observation
  /** Of the one figure that says it, and not of several. */
  readonly isReported: boolean
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
 * What a flow came to over any span that its figures give exactly: by the one that covers it, else by the difference of
 * running totals, else by increments that tile it. A stated running total goes before the sum of increments.
 */
export function spanValues(start: number, pieces: Pieces): (span: Span) => SpanValue | null {
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
    if (first === last) return { value: only, status: newest.status, newest, isReported: true }
    const status = worstStatus(increments.slice(first, last + 1).map((increment) => increment.status))
    return { value: Exact.sum(values.slice(first, last + 1)), status, newest, isReported: false }
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
    if (figure) values.set(keyOf(span), { value: figure.value, status: newest.status, newest, isReported: true })
  }
  for (const increment of increments) put(increment.period, increment, increment.value)
  for (const total of totals) put({ start, end: total.period.end }, total, totalFigure(total))
  return values
}

function stepsOf(start: number, { totals, increments }: Pieces): ReadonlyMap<number, readonly Step[]> {
  const steps = new Map<number, Step[]>()
  const add = (from: number, step: Step) => {
    const known = steps.get(from)
    if (known) known.push(step)
    else steps.set(from, [step])
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
  return { value: last.value.minus(first.value), status, newest, isReported: false }
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
