import type { FailingVerdict, FindingRule } from '../../model/check.ts'
import type { Language } from '../../model/figure.ts'
import { checkEn } from './check-en.ts'
import { checkVi } from './check-vi.ts'
import type { Counted } from './words.ts'

/** The words of `check` in one language. Figures, names and places come in already written. */
export interface CheckWords {
  readonly columns: Readonly<
    Record<'plan' | 'indicator' | 'finding' | 'expected' | 'found' | 'difference' | 'place', string>
  >
  readonly rules: Readonly<Record<FindingRule, string>>
  /** A finding that is only warned of. */
  readonly asWarning: (rule: string) => string
  /** What was asked for and what is there; a part without a text is left out. */
  readonly compared: (parts: Compared) => string
  /** The same, where an earlier report is what it is held against. */
  readonly before: (parts: Compared) => string
  /** Behind the last figure of what is not reported to the end. */
  readonly lastFigure: (number: string) => string
  readonly policy: PolicyWords
  readonly summary: SummaryWords
}

export interface Compared {
  readonly expected: string
  readonly found: string
  readonly difference: string
}

export interface PolicyWords {
  readonly of: (plans: string) => string
  readonly failsOn: (verdicts: readonly FailingVerdict[]) => string
  readonly min: (percentage: string) => string
  readonly maxWarnings: (counted: Counted) => string
  /** What is asked of one indicator. */
  readonly off: string
  readonly warn: string
  readonly error: string
  readonly noMin: string
  readonly others: (number: string) => string
  /** What a plan asked for and the policy file did not let it. */
  readonly refused: (asked: string) => string
}

export interface SummaryWords {
  /** `days`: as of which; empty where none is known. */
  readonly checked: (counted: Counted, days: string) => string
  readonly errors: (counted: Counted) => string
  readonly warnings: (counted: Counted) => string
  /** How many warnings are let pass. */
  readonly atMost: (number: string) => string
  readonly clean: string
  readonly holds: string
  readonly broken: string
}

export function checkWordsOf(lang: Language): CheckWords {
  return lang === 'vi' ? checkVi : checkEn
}
