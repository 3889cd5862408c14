import { Exact } from '../../model/exact.ts'
import { withoutTrailing } from '../../model/text.ts'
import { roundedApart } from './number.ts'

/** Decimals of a machine-readable number whose digits never end. */
const DECIMALS = 12

/**
 * A number for programs: `.` for the decimals, no groups, digit for digit; one that never ends is rounded half-up
 * to 12 decimals, or to as many more as keep it apart from zero and from each of `apartFrom` (CALCULATION §1).
 */
export function machineNumber(value: Exact, apartFrom: readonly Exact[] = []): string {
  const decimals = value.decimals
  if (decimals !== undefined) return value.toFixed(decimals)
  const rounded = roundedApart(value, { decimals: DECIMALS, mode: 'half-up' }, [Exact.ZERO, ...apartFrom])
  return withoutTrailing(withoutTrailing(rounded, '0'), '.')
}

/** A ratio as a percentage: 1.1826875 is `118.26875`; never `100` unless it is. */
export const machinePercentage = (ratio: Exact): string => machineNumber(ratio.times(Exact.HUNDRED), [Exact.HUNDRED])
