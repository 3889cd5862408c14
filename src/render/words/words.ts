import type { Language } from '../../model/figure.ts'
import type { FormulaName, Measurement } from '../../model/indicator.ts'
import type { ObservationStatus, TaskState } from '../../model/observation.ts'
import type { CivilDate } from '../../model/period.ts'
import type { Partial, UndefinedReason } from '../../model/report.ts'
import type { ShownVerdict } from '../figure/verdict-text.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

/** The words of one language. Numbers and dates come in already written in that language's notation. */
export interface Words {
  readonly lang: Language
  readonly columns: Readonly<
    Record<'no' | 'indicator' | 'unit' | 'target' | 'actual' | 'variance' | 'completion' | 'verdict', string>
  >
  /** Columns of the poverty table. */
  readonly poverty: Readonly<
    Record<
      | 'title'
      | 'from'
      | 'to'
      | 'change'
      | 'relativeChange'
      | 'planned'
      | 'completion'
      | 'verdict'
      | 'indicator'
      | 'poorHouseholds'
      | 'poorPersons'
      | 'households'
      | 'persons',
      string
    >
  >
  readonly verdicts: Readonly<Record<ShownVerdict, string>>
  /** A verdict in the middle of a sentence: `4 exceeded`. */
  readonly verdictCounts: Readonly<Record<ShownVerdict, string>>
  /** `exceeded` against an at-most or below target, where "exceeded" alone reads as a breach. */
  readonly exceededCeiling: string
  /** Followed without a target. */
  readonly noTarget: string
  readonly statuses: Readonly<Record<ObservationStatus, string>>
  /** `final figures`, for the head of a report. */
  readonly figuresOf: Readonly<Record<ObservationStatus, string>>
  readonly taskStates: Readonly<Record<TaskState, string>>
  readonly taskTarget: string
  readonly formulas: Readonly<Record<FormulaName, string>>
  readonly undefinedReasons: Readonly<Record<UndefinedReason, string>>
  readonly measured: Readonly<Record<NonNullable<Measurement['measured']>, string>>

  /** Behind a number of percentage points: `pp`. */
  readonly points: string
  readonly notReported: string
  readonly ofWhich: string
  readonly target: TargetWords
  readonly date: (date: CivilDate) => string
  readonly period: PeriodWords
  readonly head: HeadWords
  readonly notes: NoteWords
  /** Expected to date and the pace towards it. */
  readonly expected: (expected: string, pace: string | null) => string
  /** Of a ceiling: what should not be passed yet, and how much of it is used. */
  readonly ceilingToDate: (expected: string, used: string | null) => string
  readonly summary: SummaryWords
  readonly change: ChangeWords
}

/** Targets as phrases; each number already carries its own mark. */
export interface TargetWords {
  readonly atLeast: (number: string) => string
  readonly atMost: (number: string) => string
  readonly above: (number: string) => string
  readonly below: (number: string) => string
  readonly reduceBy: (number: string) => string
  readonly increaseBy: (number: string) => string
  readonly ofBaseline: (number: string) => string
  readonly perYear: (phrase: string) => string
}

export interface PeriodWords {
  readonly year: (year: number) => string
  readonly years: (first: number, last: number) => string
  readonly half: (half: 1 | 2, year: number) => string
  readonly quarter: (quarter: 1 | 2 | 3 | 4, year: number) => string
  readonly month: (month: number, year: number) => string
  readonly months: (first: number, last: number, year: number) => string
  /** Anything else, between two written dates. */
  readonly between: (first: string, last: string) => string
}

export interface HeadWords {
  readonly period: string
  readonly asOf: (date: string) => string
  readonly source: string
  /** Sources of targets and of results, where they differ. */
  readonly targetSource: string
  readonly resultSource: string
  readonly moreSources: (number: string) => string
  readonly note: string
  readonly page: (page: string) => string
  /** No figure has been reported yet. */
  readonly noFigures: string
  readonly noIndicators: string
  readonly noPlans: string
}

/** Footnotes. */
export interface NoteWords {
  readonly ceiling: string
  readonly negativeTarget: string
  readonly negativeCeiling: string
  readonly attainmentOfChange: string
  readonly reduction: string
  readonly increase: string
  readonly range: string
  readonly changeRange: string
  readonly progress: (baseline: string | null) => string
  readonly level: string
  readonly ratio: string
  readonly inverse: string
  readonly undefined: (reason: string) => string
  readonly partial: (coverage: string) => string
  readonly estimate: string
  readonly provisional: string
  readonly superseded: (status: string, number: string) => string
  readonly revised: (original: string, date: string | null, decision: string | null) => string
  readonly moreDecimals: string
  readonly lastFigure: (period: string) => string
  /** A figure of another time than the report's. */
  readonly figureOf: (period: string) => string
  /** A formula with its figures behind it. */
  readonly worked: (formula: string, from: string, to: string, change: string, planned: string) => string
  /** Stands for a period that is not known. */
  readonly baselinePeriod: string
  readonly oneEndPrinted: (period: string) => string
  readonly notComparable: (what: string, from: string, to: string) => string
  readonly notComparableWhat: Readonly<Record<keyof Measurement, string>>
  readonly notStated: string
  readonly coverage: Readonly<Record<Partial['of'], (reported: string, expected: string) => string>>
}

export interface SummaryWords {
  /** What was held against its target: `13 indicators and 6 tasks`; a number is null where there are none. */
  readonly counted: (indicators: Counted | null, tasks: Counted | null) => string
  readonly noTarget: (number: string) => string
  /** `items`: each with why, semicolons between. */
  readonly leftOut: (counted: Counted, items: string) => string
  /** The code of a problem, and its place; empty where it has none. */
  readonly because: (problem: string, place: string) => string
}

/** A count and how it is written. */
export interface Counted {
  readonly count: number
  readonly text: string
}

/** What stands below the poverty table. */
export interface ChangeWords {
  readonly impliedBase: (poor: string, points: string, base: string, low: string, high: string) => string
  readonly splitCounts: (total: string, count: string, base: string) => string
  readonly splitAreas: (total: string, within: string, shift: string) => string
  /** The sum itself, `11,143 at the start − 3,000 escaped = …`, comes in as parts. */
  readonly movements: (sum: string) => string
  readonly start: (number: string) => string
  readonly escaped: (number: string) => string
  readonly relapsed: (number: string) => string
  readonly newlyPoor: (number: string) => string
  readonly other: (number: string) => string
  readonly end: (number: string) => string
  readonly gap: (number: string) => string
  readonly brokenSeries: (from: string, to: string) => string
  readonly standard: (standard: string) => string
  /** Between what the completion lies, given that the rates are rounded. */
  readonly interval: (low: string, high: string) => string
  readonly none: string
}

/** The words of a language. */
export function wordsOf(lang: Language): Words {
  return lang === 'vi' ? vi : en
}
