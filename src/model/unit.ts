import type { Mark } from './figure.ts'

/** A rate is in per cent, a difference of two rates in percentage points, everything else is a number of its own unit. */
export type Unit = 'number' | 'percent' | 'points'

/** What a number is in by the mark behind it. */
export const unitOfMark = (mark: Mark): Unit => (mark === 'none' ? 'number' : mark)
