import type { Exact } from './exact.ts'
import type { Figure, Name, Place, Source } from './figure.ts'
import { changeKinds, type FormulaName, thresholdKinds } from './indicator.ts'
import type { Interval } from './poverty-rate.ts'

/** How a claim's target is meant; `at_least` where nothing is said. */
export const claimDirections = [...thresholdKinds, 'between', ...changeKinds] as const
export type ClaimDirection = (typeof claimDirections)[number]

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
export type ClaimedThing = (typeof claimedThings)[number]

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
export type ClaimVerdict = (typeof claimVerdicts)[number]

/** The single slip that would make a wrong figure right. */
export const claimSlips = ['swapped-digits', 'decimal-shift', 'swapped-inputs'] as const
export type ClaimSlip = (typeof claimSlips)[number]

/** The keys of a claim that hold one printed number each. */
export const claimFigureKeys = [
  'baseline',
  'from',
  'to',
  'target',
  'actual',
  'completion',
  'exceeds_by',
  'change',
  'relative_change',
  'poor_change',
  'numerator',
  'denominator',
  'rate',
  'total',
  'previous',
  'growth',
] as const
export type ClaimFigureKey = (typeof claimFigureKeys)[number]

/**
 * A number as it was printed: by itself, about it (`~4`), above or below it (`>1200`, `<7.6`: the bound is outside), or
 * somewhere from `figure` to `high` (`6.6-6.8`: both ends inside).
 */
export type PrintedNumber =
  | {
      readonly form: 'number' | 'about' | 'above' | 'below'
      readonly figure: Figure
      readonly text: string
      readonly at: Place
    }
  | {
      readonly form: 'range'
      readonly figure: Figure
      readonly high: Figure
      readonly text: string
      readonly at: Place
    }

/** A word that a publication judges with. */
export interface PrintedWord {
  readonly word: 'met' | 'exceeded' | 'missed'
  readonly text: string
  readonly at: Place
}

/** A printed sentence, turned into fields. */
export interface Claim {
  /** null: it has none, and is known by its place. */
  readonly id: string | null
  /** The sentence itself. */
  readonly text: string | null
  readonly figures: Readonly<Partial<Record<ClaimFigureKey, PrintedNumber>>>
  /** The printed parts of `total`. */
  readonly parts: readonly PrintedNumber[]
  readonly unit: Name | null
  /** null: not stated. */
  readonly direction: ClaimDirection | null
  /** How the percentage is said to be calculated; null: not stated. */
  readonly formula: FormulaName | null
  readonly verdict: PrintedWord | null
  /** Keys whose numbers are rounded although they look exact. */
  readonly rounded: ReadonlySet<ClaimFigureKey>
  readonly source: Source | null
  readonly at: Place
}

/** The targets that fit a printed percentage, and the one among them with the fewest significant digits. */
export interface ImpliedTarget extends Interval {
  readonly roundest: Exact
}

/** One claimed thing, judged. Numbers are in the terms of what was printed: per cent for percentages, points for changes of rates. */
export interface Judgement {
  readonly what: ClaimedThing
  readonly verdict: ClaimVerdict
  /** What was printed. */
  readonly claimed: PrintedNumber | PrintedWord
  /** What the printed inputs come to; a word for a verdict in words; null: it cannot be calculated. */
  readonly computed: Exact | PrintedWord['word'] | null
  /** The formula that gives `computed`; null: none of the named ones is needed. */
  readonly formula: FormulaName | null
  /** What may be computed, given that inputs are rounded; null: they are exact. */
  readonly interval: Interval | null
  readonly impliedTarget: ImpliedTarget | null
  readonly slip: ClaimSlip | null
}
