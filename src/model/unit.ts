import type { Exact } from './exact.ts'

/** A rate is in per cent, a difference of two rates in percentage points, everything else is a number of its own unit. */
export type Unit = 'number' | 'percent' | 'points'

/** A number that knows what it counts, so that per cent and percentage points cannot be mixed up. */
export interface Amount<U extends Unit = Unit> {
  readonly unit: U
  readonly value: Exact
}

/** What a difference of two amounts is counted in: 4.24% to 3.28% is −0.96 percentage points. */
export type DifferenceUnit<U extends Unit> = U extends 'percent' ? 'points' : U

export function differenceUnit<U extends Unit>(unit: U): DifferenceUnit<U> {
  return (unit === 'percent' ? 'points' : unit) as DifferenceUnit<U>
}

export const amount = <U extends Unit>(unit: U, value: Exact): Amount<U> => ({ unit, value })

/** `from` and `to` are of one unit by type; rates give percentage points. */
export function difference<U extends Unit>(from: Amount<U>, to: Amount<NoInfer<U>>): Amount<DifferenceUnit<U>> {
  return amount(differenceUnit(from.unit), to.value.minus(from.value))
}
