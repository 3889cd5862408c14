import type { PreviousOrigin, RatioGap, ReasonToStandAlone, RelationObstacle } from '../../model/compare.ts'
import type { Language } from '../../model/figure.ts'
import { compareEn } from './compare-en.ts'
import { compareVi } from './compare-vi.ts'

/** The words of `compare` in one language. Times come in as a column's head names them: `2018`. */
export interface CompareWords {
  /** `plan`: the title of the newest one. */
  readonly title: (plan: string, first: string, last: string) => string
  readonly indicator: string
  readonly target: (time: string) => string
  readonly actual: (time: string) => string
  readonly targetOnPrevious: (time: string, previous: string) => string
  readonly actualOnTarget: (time: string) => string
  readonly completion: (time: string) => string
  readonly actualOnPrevious: (time: string, previous: string) => string
  /** Stands for the time before the first plan. */
  readonly before: string
  /** What the heads shorten; null: nothing. */
  readonly abbreviations: string | null
  /** How the columns hang together; below the tables. */
  readonly product: string
  readonly sum: string
  /** Where the completion stands below what the actual is to the target. */
  readonly brackets: string
  readonly blank: string
  readonly notes: CompareNotes
  readonly alone: Readonly<Record<ReasonToStandAlone, (plan: string, follows: string) => string>>
}

export interface CompareNotes {
  /** Where the figure of the year before comes from, if it is not the result of the plan that is followed. */
  readonly previous: Readonly<Record<Exclude<PreviousOrigin, 'result'>, (figure: string) => string>>
  readonly otherBaseline: (baseline: string, result: string) => string
  readonly range: string
  /** Of a figure that has not the unit of its row. */
  readonly unit: (unit: string) => string
  readonly obstacles: Readonly<Record<RelationObstacle, string>>
  /** Why a difference stands where others have a percentage. */
  readonly ratioGaps: Readonly<Record<RatioGap, string>>
}

export function compareWordsOf(lang: Language): CompareWords {
  return lang === 'vi' ? compareVi : compareEn
}
