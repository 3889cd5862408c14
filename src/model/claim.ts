import type { Expression } from './derivation.ts'
import type { Exact } from './exact.ts'
import type { Figure, Name, Place, Source } from './figure.ts'
import { changeKinds, type FormulaName, thresholdKinds } from './indicator.ts'
import type { Unit } from './unit.ts'

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
  /** The steps of numbers that the unit or the sentence counts in thousands or more: what their last digit stands for. */
  readonly steps: ReadonlyMap<ClaimInputKey, Exact>
  readonly source: Source | null
  /** How a sentence was understood; absent: somebody turned it into fields. */
  readonly said?: SaidClaim
  readonly at: Place
}

/** What else a sentence says that was read as a claim. */
export interface SaidClaim {
  readonly subject: string
  /** As the calendar has it, `2018-01/2018-09`; null: not stated beside it. */
  readonly period: string | null
  /** What it is of an earlier figure that is not printed, as `2.3 times`. */
  readonly ratio: PrintedNumber | null
  /** It tells what is planned, and not what was done. */
  readonly isAim: boolean
  /** The target is meant for each year. */
  readonly perYear: boolean
  /** The claim of the same text that it tells a part of; null: none. */
  readonly whole: number | null
  /** Where figures that were read stand in `text`. */
  readonly marks: readonly { readonly start: number; readonly end: number }[]
  /** The indicator of a plan beside it that the target was taken from; null: it is printed, or there is none. */
  readonly targetOf: { readonly plan: string; readonly indicator: string } | null
}

/** What was found in prose, read or not. */
export interface ReadProse {
  readonly sentences: number
  readonly figures: number
  readonly read: number
  /** Figures that no claim holds, with their sentences; no more than so many. */
  readonly unread: readonly { readonly text: string; readonly sentence: string; readonly at: Place }[]
  /** What a plan asks for without a number. */
  readonly tasks: readonly { readonly text: string; readonly at: Place }[]
}

/** What a number may be; null: without a bound on that side, which then is open. */
export interface Reach {
  readonly low: Exact | null
  readonly lowOpen: boolean
  readonly high: Exact | null
  readonly highOpen: boolean
}

/** The targets that fit a printed percentage, and the one among them with the fewest significant digits. */
export interface ImpliedTarget extends Reach {
  /** How both ends were calculated, the lower one first; null: there is no bound on one side. */
  readonly bounds: readonly [ClaimExpression, ClaimExpression] | null
  /** The nearest the middle among equals; null: the targets have no bound on one side. */
  readonly roundest: Exact | null
}

/** Why a figure cannot be calculated from numbers that were printed. */
export const claimUndefinedReasons = [
  'zero-target',
  'zero-actual',
  'target-equals-baseline',
  'no-baseline',
  /** A relative change or growth on zero. */
  'zero-start',
  'zero-denominator',
  /** A formula was stated that needs another kind of target. */
  'formula-does-not-fit',
] as const
export type ClaimUndefinedReason = (typeof claimUndefinedReasons)[number]

/** A target that would fit as well, were the figure meant otherwise. */
export interface OtherReading {
  /** `of-plan`: "exceeded by 117%" is meant as "117% of the plan"; else as excess in per cent, in points or in the unit. */
  readonly meant: FormulaName | 'of-plan' | Unit
  readonly target: ImpliedTarget
}

/** What is calculated from an unmarked number or a percentage, were it meant otherwise. */
export interface OtherComputed {
  readonly computed: Exact
  readonly unit: Unit
}

/** One printed number, and what it would have to be. */
export interface Correction {
  readonly key: ClaimFigureKey | 'parts'
  readonly printed: PrintedNumber
  /** The number itself, or the end of the range that is meant. */
  readonly figure: Figure
  readonly corrected: Exact
  readonly decimals: number
}

/**
 * The slip that explains a wrong figure. A decimal shift may have happened in any one of `corrections`, since a
 * percentage does not tell which; swapped inputs are the two of them; swapped digits are in one.
 */
export interface Slip {
  readonly kind: ClaimSlip
  readonly corrections: readonly Correction[]
}

/** Why a verdict was given, as data; the renderer has the words. In brackets: the verdicts that it goes with. */
export type ClaimReason =
  /** [consistent] Rounded half-up, or inside the printed range or bound; a word: the outcome is as printed. */
  | { readonly kind: 'fits' }
  /** [consistent-truncated, consistent-half-even] Rounded half-up it would be `halfUp`. */
  | { readonly kind: 'rounded-otherwise'; readonly halfUp: Exact }
  /** [consistent-within-rounding] The numbers under these keys were rounded before they were printed. */
  | { readonly kind: 'inputs-rounded'; readonly keys: readonly ClaimInputKey[] }
  /** [consistent-within-rounding] Only where the numbers under these keys, which count as exact, were rounded as printed. */
  | { readonly kind: 'taken-as-rounded'; readonly keys: readonly ClaimInputKey[] }
  /** [implied] */
  | { readonly kind: 'implied'; readonly others: readonly OtherReading[] }
  /** [undefined] */
  | { readonly kind: 'not-defined'; readonly reason: ClaimUndefinedReason }
  /** [undecided] The number would be decided by any one of these sets of keys, were they printed. */
  | { readonly kind: 'not-printed'; readonly needed: readonly (readonly ClaimInputKey[])[] }
  /** [undecided] These are bounds, ranges or, for words, about; exact numbers would decide it. */
  | { readonly kind: 'not-exact'; readonly keys: readonly ClaimInputKey[] }
  /** [undecided] It is right where the other side is better, and nothing says which side is; computed as usual. */
  | { readonly kind: 'direction-not-stated' }
  /** [undecided] Any target above (or below) zero fits: the actual is zero. */
  | { readonly kind: 'any-target-fits' }
  /** [inconsistent] No target gives this percentage. */
  | { readonly kind: 'no-target-fits' }
  /** [wording] The percentage is right as `meant`: of the plan, beyond the plan, or of the earlier figure. */
  | { readonly kind: 'off-by-100'; readonly meant: 'of-plan' | 'beyond-plan' | 'of-start' }
  /** [wording] */
  | { readonly kind: 'points-as-percent' | 'percent-as-points' }
  /** [other-formula] `formula` of the judgement gives it; the usual or stated one gives `usualComputed`. */
  | { readonly kind: 'other-formula'; readonly usual: FormulaName; readonly usualComputed: Exact | null }
  /** [undecided] A word; a change of so many per cent may be in points or of the start, which have these outcomes. */
  | {
      readonly kind: 'points-or-percent'
      readonly inPoints: readonly PrintedWord['word'][]
      readonly inPercent: readonly PrintedWord['word'][]
    }
  /** [inconsistent] Printed − computed, null where there is no one computed number; `other`: it fits neither. */
  | {
      readonly kind: 'differs'
      readonly by: Exact | null
      readonly slip: Slip | null
      readonly other: OtherComputed | null
    }
  /** [inconsistent] The outcomes that the printed numbers allow, the best first; the word is none of them. */
  | { readonly kind: 'other-outcome'; readonly outcomes: readonly PrintedWord['word'][] }
  /**
   * [consistent] Points, households and their number, or that of the poor, fit one number of households (`computed`,
   * `interval`); [implied] where neither was printed, they had this one if it did not change.
   */
  | { readonly kind: 'one-base' }
  /** [undecided] They fit only when the number of households changed, from and to about these; null: not known. */
  | { readonly kind: 'base-changed'; readonly from: Reach | null; readonly to: Reach | null }
  /** [inconsistent] No number of households that changes by at most a tenth fits both. */
  | { readonly kind: 'no-base'; readonly slip: Slip | null }

export type ClaimInputKey = ClaimFigureKey | 'parts'

/** What a number is in a calculation: a printed one, an end of a target that is a range, or the parts together. */
export type ClaimRole = ClaimInputKey | 'lowEnd' | 'highEnd' | 'sumOfParts'
export type ClaimExpression = Expression<ClaimRole>

/** A printed number that a judgement rests on, and what it may stand for. */
export interface ClaimInput {
  readonly key: ClaimInputKey
  readonly printed: PrintedNumber
  /** As printed: 0.96 is [0.955, 0.965); a number that counts as exact has equal ends. */
  readonly reach: Reach
}

/** One claimed thing, judged. Numbers are in the terms of what was printed: per cent for percentages, points for changes of rates. */
export interface Judgement {
  readonly what: ClaimedThing
  readonly verdict: ClaimVerdict
  readonly why: ClaimReason
  /** What was printed. */
  readonly claimed: PrintedNumber | PrintedWord
  /** What `computed` and `interval` are in. */
  readonly unit: Unit
  /** What the target of the claim is in. */
  readonly targetUnit: Unit
  /**
   * What the printed inputs come to; a word for a verdict in words; for `base` the number of households. null: it cannot
   * be calculated, or bounds and ranges leave no one number (see `interval`).
   */
  readonly computed: Exact | PrintedWord['word'] | null
  /** The formula that gives `computed`; null: none of the named ones is needed. */
  readonly formula: FormulaName | null
  /** How `computed` was calculated, per cent as a share; null: not from single numbers, or there is nothing to calculate. */
  readonly derivation: ClaimExpression | null
  /** What may be computed, given that inputs are rounded, bounds or ranges; null: they are exact. */
  readonly interval: Reach | null
  readonly impliedTarget: ImpliedTarget | null
  readonly slip: ClaimSlip | null
  /** What it was calculated from. */
  readonly inputs: readonly ClaimInput[]
}

/** A claim, and what is found about each thing that it says. */
export interface AuditedClaim {
  readonly claim: Claim
  /** In the order of `claimedThings`. */
  readonly judgements: readonly Judgement[]
  /** The last of their verdicts in the order of `claimVerdicts`; null: nothing is claimed. */
  readonly worst: ClaimVerdict | null
}
