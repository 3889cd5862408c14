import type { Exact } from './exact.ts'
import type { Figure } from './figure.ts'
import type { Indicator, Measurement, MpiParts } from './indicator.ts'
import type { Period } from './period.ts'
import type { Area } from './plan.ts'

/** One end of a change: a rate or number at a time, with the counts behind it where they are known. */
export interface ChangeEnd extends Measurement {
  readonly period: Period | null
  readonly value: Exact
  /** Decimals as printed, which say how far it may be off; null where the counts give it exactly. */
  readonly printedDecimals: number | null
  readonly poor: Exact | null
  readonly households: Exact | null
  /** Of a survey, in percentage points; absent: none is stated. */
  readonly standardError?: Exact
  /** What a multidimensional index is the product of; absent: not known. */
  readonly mpi?: MpiParts
}

/** How a change between two surveys stands to their errors. */
export interface Significance {
  /** Change / √(se₀² + se₁²), to 12 decimals. */
  readonly z: Exact
  /** Whether the change is significant at 95%. */
  readonly isSignificant: boolean
}

/** Bounds of a number that is known only as printed. */
export interface Interval {
  readonly low: Exact
  readonly lowOpen: boolean
  readonly high: Exact
  readonly highOpen: boolean
}

/** The change of a rate or index taken apart into effects that sum to it exactly; percentage points, of an index its own unit. */
export type Split =
  /** Shapley: the number of poor at an unchanged number of households, and the reverse. */
  | { readonly kind: 'counts'; readonly countEffect: Exact; readonly baseEffect: Exact }
  /** Shapley: more or fewer poor, and more or less deprived ones. */
  | { readonly kind: 'mpi'; readonly headcountEffect: Exact; readonly intensityEffect: Exact }
  /** Change inside the areas, and households moving between areas of different rates. */
  | { readonly kind: 'areas'; readonly within: Exact; readonly shift: Exact }
  /** The same at the shares and rates of the start, and what comes of both changing together. */
  | { readonly kind: 'ravallion-huppi'; readonly within: Exact; readonly shift: Exact; readonly interaction: Exact }

/** A number that follows from printed ones, and between what it lies given how they were rounded. */
export interface Estimate {
  readonly value: Exact
  readonly interval: Interval
}

/** What the rates of exactly two areas and of the whole imply where nobody counted: shares of all households. */
export interface ImpliedShares {
  /** The area with the higher rate; the other one has the rest. */
  readonly area: Area
  /** 1 is all households. */
  readonly from: Estimate
  readonly to: Estimate
  /** The change split by area as with known shares; percentage points. */
  readonly within: Estimate
  readonly shift: Estimate
}

/** A rate beside another one of the same households: near-poor beside poor. */
export interface SharedBase {
  /** The other one. */
  readonly indicator: Indicator
  /** The two actuals together, in per cent; null where they are not of one time and one measurement. */
  readonly rate: Exact | null
  readonly poor: Exact | null
  /** How many households both actuals can be rates of; null where that is not known. */
  readonly households: Interval | null
}

/** Poor households at the end = at the start − escaped + relapsed + newly poor + other. */
export interface Movements {
  readonly start: Exact | null
  readonly escaped: Exact | null
  readonly relapsed: Exact | null
  readonly newlyPoor: Exact | null
  readonly other: Exact | null
  readonly end: Exact | null
  /** `end` minus what the movements give: zero when they balance; null when something is not known. */
  readonly gap: Exact | null
}

/** In what two rates may differ, so that they are not subtracted. */
export const measurementKeys = ['standard', 'measured', 'method'] as const satisfies readonly (keyof Measurement)[]

/** From a baseline to an actual. */
export interface Change {
  readonly from: ChangeEnd
  readonly to: ChangeEnd
  /** In what the ends differ, so that they are not subtracted; null: comparable. */
  readonly differsIn: (typeof measurementKeys)[number] | null
  /** In percentage points for rates, else in the unit; null when the ends are not comparable. */
  readonly absolute: Exact | null
  /** Per cent of `from`; null for growth, when `from` is not above zero, or the ends are not comparable. */
  readonly relative: Exact | null
  /** There where `from` is so small that `relative` says little. */
  readonly tinyBase?: true
  /** Signed: a planned cut of 0.3 is −0.3; null without a change target. A range keeps its lower end first. */
  readonly planned: readonly [Exact] | readonly [Exact, Exact] | null
  /** Absent: an end has no standard error. */
  readonly significance?: Significance
  /** Change in the number of poor households or persons. */
  readonly poor: Exact | null
  /** `poor_change` as it was reported, where it was. */
  readonly reportedPoorChange: Figure | null
  readonly splits: readonly Split[]
  readonly movements: Movements | null
  /** Households that the change in points and the change in poor households imply, were their number unchanged. */
  readonly impliedBase: Estimate | null
  /** Of a whole with exactly two areas of which only rates are known; null else. */
  readonly impliedShares: ImpliedShares | null
  readonly sharedBase: SharedBase | null
}
