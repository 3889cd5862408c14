import type { ClaimedThing, ClaimInputKey, ClaimUndefinedReason, ClaimVerdict, PrintedWord } from '../../model/claim.ts'
import type { RoundingMode } from '../../model/exact.ts'
import type { Language } from '../../model/figure.ts'
import type { Unit } from '../../model/unit.ts'
import { auditEn } from './audit-en.ts'
import { auditVi } from './audit-vi.ts'
import type { Counted } from './words.ts'

/** The words of `audit` in one language. Figures, names and places come in already written. */
export interface AuditWords {
  readonly columns: Readonly<Record<'claim' | 'what' | 'printed' | 'computed' | 'verdict' | 'why' | 'place', string>>
  readonly things: Readonly<Record<ClaimedThing, string>>
  readonly verdicts: Readonly<Record<ClaimVerdict, string>>
  /** A verdict in the middle of a sentence: `3 consistent`. */
  readonly verdictCounts: Readonly<Record<ClaimVerdict, string>>
  /** What a number of a claim is called in a sentence. */
  readonly inputs: Readonly<Record<ClaimInputKey, string>>
  readonly outcomes: Readonly<Record<PrintedWord['word'], string>>
  readonly undefinedReasons: Readonly<Record<ClaimUndefinedReason, string>>
  /** A claim that says nothing that could be judged. */
  readonly nothingClaimed: string
  readonly quoted: (sentence: string) => string
  readonly and: (items: readonly string[]) => string
  readonly or: (items: readonly string[]) => string
  readonly why: ReasonWords
  readonly summary: SummaryWords
  readonly sheet: SheetWords
}

export interface ReasonWords {
  readonly exactly: string
  /** Behind how it fits: no mark says per cent, and the number is the ratio. */
  readonly asRatio: string
  readonly rounds: (printed: string) => string
  readonly inside: string
  readonly outcomeFits: string
  readonly holdsForAll: string
  readonly cutOff: (halfUp: string) => string
  readonly halvesToEven: (halfUp: string) => string
  readonly inputsRounded: (keys: readonly string[], possible: string) => string
  readonly takenAsRounded: (keys: readonly string[], possible: string) => string
  readonly impliedTarget: (roundest: string | null, interval: string) => string
  readonly otherTarget: (reading: string, roundest: string | null, interval: string) => string
  readonly readBy: (formula: string) => string
  readonly readOffBy100: string
  readonly readIn: Readonly<Record<Unit, string>>
  readonly pointsOrPercent: (inPoints: readonly string[], inPercent: readonly string[]) => string
  readonly decidedBy: (sets: readonly (readonly string[])[]) => string
  readonly notExact: (keys: readonly string[]) => string
  readonly directionNotStated: string
  readonly anyTargetFits: string
  readonly noTargetFits: string
  readonly meantOfPlan: (printed: string, computed: string) => string
  readonly meantBeyondPlan: (printed: string, computed: string) => string
  readonly meantOfStart: (printed: string, computed: string) => string
  readonly pointsAsPercent: string
  readonly percentAsPoints: string
  readonly otherFormula: (formula: string, usual: string, usualComputed: string | null) => string
  readonly tooHigh: (by: string) => string
  readonly tooLow: (by: string) => string
  readonly otherwise: (reading: string, computed: string) => string
  readonly outside: (interval: string) => string
  readonly swappedDigits: (key: string, printed: string, corrected: string) => string
  /** The decimal mark of any one of these may have been shifted. */
  readonly shiftedDecimals: (corrected: readonly string[]) => string
  readonly swappedInputs: (keys: readonly string[]) => string
  readonly figuresSay: (outcomes: readonly string[]) => string
  readonly oneBase: (base: string, interval: string) => string
  readonly baseChanged: (from: string | null, to: string | null) => string
  readonly baseIfUnchanged: (base: string, interval: string) => string
  readonly noBase: string
}

export interface SummaryWords {
  readonly figures: (counted: Counted) => string
  readonly claims: (counted: Counted) => string
  /** Behind the number of claims. */
  readonly inClaims: (figures: string, claims: string) => string
  readonly leftOut: (counted: Counted) => string
}

/** What a sheet says that a table does not. */
export interface SheetWords {
  readonly source: string
  readonly steps: Readonly<Record<'printed' | 'formula' | 'interval' | 'rounding' | 'target' | 'verdict', string>>
  readonly readAs: (number: string) => string
  readonly isExact: string
  readonly mayBe: (interval: string) => string
  readonly roundedTo: (mode: RoundingMode, decimals: number, result: string) => string
  readonly roundest: (number: string) => string
  readonly sumOfParts: string
  readonly lowEnd: string
  readonly highEnd: string
}

export function auditWordsOf(lang: Language): AuditWords {
  return lang === 'vi' ? auditVi : auditEn
}
