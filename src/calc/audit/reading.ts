import type { ClaimExpression } from '../../model/claim.ts'
import * as by from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import {
  aboveZero,
  belowZero,
  dividedBy,
  minus,
  negated,
  only,
  onlyOne,
  plus,
  times,
  together,
  type Values,
} from './values.ts'

/** A number of a calculation in each of the views of printed numbers, and how it was calculated. */
export interface Reading {
  /** From the printed numbers as they stand. */
  readonly stands: Values
  /** From all that they may stand for. */
  readonly reach: Values
  /** The same where targets, and whole numbers of thousands, were rounded as they are printed too. */
  readonly rounded: Values
  /** null: not from single numbers, or of none. */
  readonly from: ClaimExpression | null
}

type Each<Of extends readonly unknown[], T> = { [At in keyof Of]: T }

/** One formula: what it gives for sets of numbers, each of which it uses once, and how it is written. */
export function calculated<const Of extends readonly Reading[]>(
  of: Of,
  values: (...each: Each<Of, Values>) => Values,
  formula: (...each: Each<Of, ClaimExpression>) => ClaimExpression,
): Reading {
  const seen = (view: 'stands' | 'reach' | 'rounded') => values(...(of.map((each) => each[view]) as Each<Of, Values>))
  const stands = seen('stands')
  const parts = of.flatMap(({ from }) => from ?? [])
  const isSingle = parts.length === of.length && onlyOne(stands) !== null
  const from = isSingle ? formula(...(parts as Each<Of, ClaimExpression>)) : null
  return { stands, reach: seen('reach'), rounded: seen('rounded'), from }
}

/** The same whichever way it is looked at. */
export function always(values: Values, from: ClaimExpression | null): Reading {
  return { stands: values, reach: values, rounded: values, from }
}

const literal = (value: Exact): Reading => always(only(value), by.literal(value))

export const ONE = literal(Exact.ONE)
export const TWO = literal(Exact.of(2n))
export const HUNDRED = literal(Exact.HUNDRED)
export const sum = (a: Reading, b: Reading): Reading => calculated([a, b], plus, by.plus)
export const difference = (a: Reading, b: Reading): Reading => calculated([a, b], minus, by.minus)
export const product = (a: Reading, b: Reading): Reading => calculated([a, b], times, by.times)
export const quotient = (a: Reading, b: Reading): Reading => calculated([a, b], dividedBy, by.over)
export const opposite = (a: Reading): Reading => calculated([a], negated, by.negated)

/** Of a share, which stays what was calculated: 18,923 ÷ 16,000 is 118.26875%. */
export function inPercent({ stands, reach, rounded, from }: Reading): Reading {
  const hundredfold = (values: Values) => times(values, HUNDRED.stands)
  return { stands: hundredfold(stands), reach: hundredfold(reach), rounded: hundredfold(rounded), from }
}

/** Whether it may be nothing but zero, or nothing at all: it divides nothing. */
export function isNothing({ stands, reach }: Reading): boolean {
  return [stands, reach].some((values) => values.length === 0 || onlyOne(values)?.isZero === true)
}

/** (a − b)/│b│. */
export function relative(a: Reading, b: Reading): Reading {
  return calculated([a, b], relativeValues, (x, y) => by.over(by.minus(x, y), by.sizeOf(y)))
}

export function relativeValues(a: Values, b: Values): Values {
  const ofPositive = minus(dividedBy(a, aboveZero(b)), ONE.stands)
  const ofNegative = minus(ONE.stands, dividedBy(a, belowZero(b)))
  return together(ofPositive, ofNegative)
}
