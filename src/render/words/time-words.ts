import type { Language } from '../../model/figure.ts'
import type { Grain } from '../../model/period.ts'
import { timeEn } from './time-en.ts'
import { timeVi } from './time-vi.ts'
import type { Counted } from './words.ts'

/** How what is expected to date came about. */
export type ExpectationBasis = 'unstated' | 'linear' | 'shares'

/** Words of what time and place add to a report. Numbers, dates and periods come in already written. */
export interface TimeWords {
  readonly columns: Readonly<
    Record<
      | 'responsible'
      | 'originalTarget'
      | 'originalCompletion'
      | 'expected'
      | 'pace'
      | 'published'
      | 'rank'
      | 'shortfallShare'
      | 'area',
      string
    >
  >
  /** What is held against what, above the tables. */
  readonly head: {
    readonly planPeriod: (period: string) => string
    readonly reportingPeriod: (period: string) => string
    readonly originalTargets: string
  }
  /** Heads of two figures below each other, the second in parentheses. */
  readonly folded: Readonly<Record<'target' | 'completion' | 'expected' | 'rank', string>>
  readonly completionAndPublished: string
  /** What was reached in one such period alone; `null` where they differ. */
  readonly inPeriod: (grain: Grain | null) => string
  /** The total, beside what was reached in the period; whether it began with a calendar year. */
  readonly toDate: (inYear: boolean) => string
  readonly onLastYear: (wholeYear: boolean) => string
  readonly steps: Readonly<Record<Grain, string>>
  readonly differs: string
  /** The whole that areas are of: of numbers that add up, and of rates. */
  readonly areas: (counted: Counted) => string
  readonly total: string
  readonly overall: string

  readonly notes: {
    readonly expectation: Readonly<Record<ExpectationBasis, string>>
    readonly ceilingPace: string
    /** `head`: that of the column. */
    readonly onLastYear: (head: string, period: string) => string
    readonly partialOther: (coverage: string) => string
    readonly otherIsZero: string
    readonly othersDiffer: (what: string) => string
    readonly rank: string
    readonly shortfallShare: string
  }
  /** What the signs in the bars mean. */
  readonly barLegend: (expected: string, target: string) => string

  readonly earlier: {
    readonly title: string
    readonly change: string
    readonly previous: string
    readonly lastYear: string
    readonly toDate: string
    readonly toDateLastYear: string
  }

  readonly outlook: {
    readonly title: (end: string) => string
    readonly forecast: string
    readonly required: string
    readonly reached: string
    readonly needs: (amount: string, per: Grain, left: number, leftText: string) => string
    readonly leaves: (amount: string, per: Grain, left: number, leftText: string) => string
    readonly note: string
    readonly over: string
    readonly none: string
  }

  readonly explain: {
    readonly steps: Readonly<
      Record<'pace' | 'forecast' | 'required' | 'inPeriod' | 'previous' | 'original' | 'published', string>
    >
    readonly daysPassed: (passed: string, all: string) => string
    readonly stated: (share: string) => string
    readonly basis: Readonly<Record<ExpectationBasis, string>>
    readonly inOf: (period: string) => string
    readonly ofPlan: (period: string, plan: string) => string
    readonly published: (printed: string) => string
    readonly agrees: string
    readonly disagrees: string
    readonly cannotTell: string
  }
}

export function timeWordsOf(lang: Language): TimeWords {
  return lang === 'vi' ? timeVi : timeEn
}
