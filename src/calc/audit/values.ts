import type { Reach } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'

/**
 * A set of numbers: spans apart from each other, in rising order. What may be calculated from numbers that each lie
 * anywhere in such a set, every one of them used once, is again such a set, with its open and closed ends known exactly.
 */
export type Values = readonly Reach[]

const ABOVE_ZERO: Reach = { low: Exact.ZERO, lowOpen: true, high: null, highOpen: true }
const BELOW_ZERO: Reach = { low: null, lowOpen: true, high: Exact.ZERO, highOpen: true }
const NONE: Values = []

export const only = (value: Exact): Values => [{ low: value, lowOpen: false, high: value, highOpen: false }]

/** The numbers beyond `value`, without it. */
export function beyond(value: Exact, side: 'above' | 'below'): Values {
  return side === 'above'
    ? [{ low: value, lowOpen: true, high: null, highOpen: true }]
    : [{ low: null, lowOpen: true, high: value, highOpen: true }]
}

/** The one number in the set; null where there is none or more than one. */
export function onlyOne(values: Values): Exact | null {
  const [first, ...others] = values
  return first?.low && first.high && others.length === 0 && first.low.equals(first.high) ? first.low : null
}

export const isOnlyZero = (values: Values): boolean => onlyOne(values)?.isZero === true

/** From the lowest to the highest of them, gaps and all; null where there is none. */
export function hullOf(values: Values): Reach | null {
  const [first, last] = [values[0], values.at(-1)]
  return first && last ? { low: first.low, lowOpen: first.lowOpen, high: last.high, highOpen: last.highOpen } : null
}

export const negated = (values: Values): Values => values.map(mirrored).reverse()
export const plus = (a: Values, b: Values): Values => joined(ofPairs(a, b, sum))
export const minus = (a: Values, b: Values): Values => plus(a, negated(b))
export const times = (a: Values, b: Values): Values => joined(ofPairs(bySign(a), bySign(b), product))

/** Zero divides nothing: only what the other divisors give is in the set. */
export function dividedBy(a: Values, b: Values): Values {
  const reciprocals = bySign(b)
    .filter((span) => !isZero(span))
    .map((span) => (isAboveZero(span) ? reciprocal(span) : mirrored(reciprocal(mirrored(span)))))
  return times(a, joined(reciprocals))
}

/** What lies in both. */
export const common = (a: Values, b: Values): Values => joined(ofPairs(a, b, overlap))

export const aboveZero = (values: Values): Values =>
  values.every((span) => sideOf(span) === 1) ? values : common(values, [ABOVE_ZERO])
export const belowZero = (values: Values): Values =>
  values.every((span) => sideOf(span) === -1) ? values : common(values, [BELOW_ZERO])
export const together = (...sets: readonly Values[]): Values => joined(sets.flat())
export const meet = (a: Values, b: Values): boolean => common(a, b).length > 0
export const holds = (values: Values, value: Exact): boolean => meet(values, only(value))

/** Whether all of `inner`, and something at all, lies in `outer`. */
export function isWithin(inner: Values, outer: Values): boolean {
  return inner.length > 0 && inner.every((span) => outer.some((around) => equals(overlap(span, around), span)))
}

const isZero = ({ low, high }: Reach): boolean => low?.isZero === true && high?.isZero === true
const isAboveZero = ({ low }: Reach): boolean => low !== null && low.sign >= 0
/** 0: it has zero inside or at one end. */
const sideOf = ({ low, high }: Reach): -1 | 0 | 1 => (low?.sign === 1 ? 1 : high?.sign === -1 ? -1 : 0)

function mirrored({ low, lowOpen, high, highOpen }: Reach): Reach {
  return { low: high?.negated() ?? null, lowOpen: highOpen, high: low?.negated() ?? null, highOpen: lowOpen }
}

/** Each span taken apart into what is below zero, zero, and what is above it. */
function bySign(values: Values): Values {
  if (values.every((span) => sideOf(span) !== 0)) return values
  return [...belowZero(values), ...common(values, only(Exact.ZERO)), ...aboveZero(values)]
}

function sum(x: Reach, y: Reach): Reach {
  return {
    low: x.low && y.low && x.low.plus(y.low),
    lowOpen: x.lowOpen || y.lowOpen,
    high: x.high && y.high && x.high.plus(y.high),
    highOpen: x.highOpen || y.highOpen,
  }
}

/** Of two spans that each keep to one side of zero. */
function product(x: Reach, y: Reach): Reach {
  if (isZero(x)) return x
  if (isZero(y)) return y
  if (!isAboveZero(x)) return mirrored(product(mirrored(x), y))
  if (!isAboveZero(y)) return mirrored(product(x, mirrored(y)))
  return {
    low: (x.low ?? Exact.ZERO).times(y.low ?? Exact.ZERO),
    lowOpen: x.lowOpen || y.lowOpen,
    high: x.high && y.high && x.high.times(y.high),
    highOpen: x.highOpen || y.highOpen,
  }
}

/** Of a span above zero; next to zero it has no bound. */
function reciprocal({ low, lowOpen, high, highOpen }: Reach): Reach {
  return {
    low: high ? Exact.ONE.dividedBy(high) : Exact.ZERO,
    lowOpen: highOpen,
    high: low && !low.isZero ? Exact.ONE.dividedBy(low) : null,
    highOpen: lowOpen,
  }
}

function overlap(x: Reach, y: Reach): Reach | null {
  const lower = compareLow(x, y) >= 0 ? x : y
  const upper = compareHigh(x, y) <= 0 ? x : y
  const both = { low: lower.low, lowOpen: lower.lowOpen, high: upper.high, highOpen: upper.highOpen }
  return isEmpty(both) ? null : both
}

function isEmpty({ low, lowOpen, high, highOpen }: Reach): boolean {
  if (!low || !high) return false
  const order = low.compare(high)
  return order > 0 || (order === 0 && (lowOpen || highOpen))
}

const equals = (x: Reach | null, y: Reach): boolean => x !== null && compareLow(x, y) === 0 && compareHigh(x, y) === 0

/** By where they begin; an open end begins behind a closed one. */
function compareLow(x: Reach, y: Reach): number {
  if (!x.low || !y.low) return Number(x.low !== null) - Number(y.low !== null)
  return x.low.compare(y.low) || Number(x.lowOpen) - Number(y.lowOpen)
}

/** By where they end; an open end ends before a closed one. */
function compareHigh(x: Reach, y: Reach): number {
  if (!x.high || !y.high) return Number(y.high !== null) - Number(x.high !== null)
  return x.high.compare(y.high) || Number(y.highOpen) - Number(x.highOpen)
}

/** The same numbers, as spans apart from each other. */
function joined(spans: readonly Reach[]): Values {
  if (spans.length < 2) return spans
  const [first, ...rest] = spans.toSorted(compareLow)
  if (!first) return NONE
  const apart = [first]
  for (const span of rest) {
    const last = apart.at(-1) ?? first
    if (!reaches(last, span)) apart.push(span)
    else if (compareHigh(span, last) > 0) {
      apart[apart.length - 1] = { ...last, high: span.high, highOpen: span.highOpen }
    }
  }
  return apart
}

/** Whether no number lies between the end of one and the beginning of the next. */
function reaches(one: Reach, next: Reach): boolean {
  if (!one.high || !next.low) return true
  const order = one.high.compare(next.low)
  return order > 0 || (order === 0 && !(one.highOpen && next.lowOpen))
}

/** What each span of one makes with each of the other, where it makes anything. */
function ofPairs(a: Values, b: Values, made: (x: Reach, y: Reach) => Reach | null): readonly Reach[] {
  const all: Reach[] = []
  for (const x of a) {
    for (const y of b) {
      const one = made(x, y)
      if (one) all.push(one)
    }
  }
  return all
}
