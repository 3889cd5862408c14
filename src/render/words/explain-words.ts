import type { RoundingMode } from '../../model/exact.ts'
import type { Language } from '../../model/figure.ts'
import type { InputField, LineRole } from '../../model/report.ts'
import { explainEn } from './explain-en.ts'
import { explainVi } from './explain-vi.ts'

/** The words of a derivation. Numbers, dates and periods come in already written in the language's notation. */
export interface ExplainWords {
  readonly inputs: string
  readonly calculation: string
  readonly inputNames: Readonly<Record<InputField, string>>
  readonly columns: Readonly<Record<'input' | 'written' | 'readAs' | 'period' | 'place' | 'source', string>>
  readonly readAs: (number: string) => string
  readonly noInputs: string

  /** Labels of the steps. */
  readonly steps: Readonly<
    Record<
      | 'target'
      | 'planned'
      | 'actual'
      | 'change'
      | 'poor'
      | 'base'
      | 'split'
      | 'movements'
      | 'variance'
      | 'completion'
      | 'rounding'
      | 'printed'
      | 'expected'
      | 'verdict'
      | 'note',
      string
    >
  >

  /** What stands in a formula for a number. */
  readonly symbols: Readonly<Record<LineRole, string>>

  readonly range: (low: string, high: string) => string
  readonly noTarget: string
  /** An area may lack what the whole has. */
  readonly noTargetHere: string
  /** Each planned change of a year, times their number. */
  readonly years: (count: string) => string
  readonly ofBaseline: (percent: string, baseline: string) => string
  readonly sumOf: (count: string) => string
  readonly sinceStart: (period: string) => string
  readonly partial: (coverage: string) => string
  /** The period is over and some of it is missing. */
  readonly partialAtEnd: (coverage: string) => string
  readonly replaced: (status: string, number: string) => string
  readonly relative: (percent: string) => string
  readonly relativeOfZero: string
  readonly reportedChange: (number: string) => string
  readonly baseBounds: (low: string, lowOpen: boolean, high: string, highOpen: boolean) => string
  readonly unchangedBase: string
  readonly countSplit: (poor: string, households: string, total: string) => string
  readonly areaSplit: (within: string, shift: string, total: string) => string
  readonly movementGap: (reported: string, gap: string) => string
  readonly movementBalance: string
  readonly favourable: string
  readonly unfavourable: string
  readonly insideRange: string
  readonly undefined: (reason: string) => string
  /** `4.24% is known as 4.24 ± 0.005` */
  /** Of a ceiling that may still be passed: `200 ÷ 300 = 66.6…%`. */
  readonly usedUp: (calculation: string) => string
  readonly acrossZero: (calculation: string) => string
  readonly standsFor: (printed: string, value: string, half: string) => string
  readonly bounds: (low: string, lowOpen: boolean, high: string, highOpen: boolean) => string
  readonly undecidedByRounding: string
  readonly roundedTo: (mode: RoundingMode, decimals: number) => string
  readonly keptApart: (asked: string, exact: string) => string
  readonly tolerance: (share: string) => string
  /** Of the target that a revision set; either part may be unknown. */
  readonly summedRows: (count: string) => string
  readonly revised: (date: string, decision: string | null) => string
  readonly onlyBeyond: string
  readonly settledEarly: (end: string) => string
  readonly stillRunning: (end: string) => string
  readonly endNotReported: (period: string, end: string) => string
  readonly nothingReported: string
  readonly state: (state: string) => string
}

export function explainWordsOf(lang: Language): ExplainWords {
  return lang === 'vi' ? explainVi : explainEn
}
