import { changeKinds, thresholdKinds } from './indicator.ts'

/** How a claim's target is meant; `at_least` where nothing is said. */
export const claimDirections = [...thresholdKinds, 'between', ...changeKinds] as const

/** The words that publications judge with, as they are printed. */
export const claimWords = ['met', 'exceeded', 'missed', 'đạt', 'vượt', 'không đạt', 'Đạt', 'Vượt', 'Không đạt'] as const

/** What one claim may say, each of which is judged for itself. */
export const claimedThings = [
  'completion',
  'exceedsBy',
  'change',
  'relativeChange',
  'poorChange',
  'rate',
  'total',
  'growth',
  'base',
  'verdict',
] as const

/** What is found about a claimed figure (CALCULATION §7), the best first. */
export const claimVerdicts = [
  'consistent',
  'consistent-truncated',
  'consistent-half-even',
  'consistent-within-rounding',
  'implied',
  'undefined',
  'undecided',
  'wording',
  'other-formula',
  'inconsistent',
] as const

/** The single slip that would make a wrong figure right. */
export const claimSlips = ['swapped-digits', 'decimal-shift', 'swapped-inputs'] as const
