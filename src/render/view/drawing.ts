import type { Exact } from '../../model/exact.ts'
import type { Notation } from '../figure/number.ts'
import type { Tone } from '../figure/verdict-text.ts'

/** Numbers drawn beside the figures that say the same. `label`: all that it shows, in words. */
export type Drawing = Progress | Steps | Move | Course

/** How far something has come towards a target. */
export interface Progress {
  readonly kind: 'progress'
  /** 1 is 100%; null: no bar. */
  readonly achievement: Exact | null
  /** What the achievement would be, were the actual what is expected to date; null: no mark. */
  readonly expected: Exact | null
  /** The figures themselves; null: they cannot be drawn against each other. */
  readonly bullet: Bullet | null
  readonly tone: Tone
  readonly notation: Notation
  readonly label: string
}

/** What a bullet chart shows, all of one unit. */
export interface Bullet {
  readonly actual: Exact
  /** One mark; of a range both ends. */
  readonly target: readonly [Exact] | readonly [Exact, Exact]
  readonly expected: Exact | null
}

/** A sign for each figure; null: not known. */
export interface Steps {
  readonly kind: 'steps'
  readonly steps: readonly (Exact | null)[]
}

/** From where to where a rate went, with the ends that were planned, on an axis that all of one table share. */
export interface Move {
  readonly kind: 'move'
  readonly from: Exact
  readonly to: Exact
  readonly planned: readonly Exact[]
  readonly axis: readonly Exact[]
  readonly tone: Tone
  readonly notation: Notation
  readonly label: string
}

/** Figures over time. */
export interface Course {
  readonly kind: 'course'
  readonly points: readonly { readonly label: string; readonly value: Exact | null; readonly startsAnew?: boolean }[]
  readonly target: Exact | null
  readonly notation: Notation
  readonly label: string
}
