import type { Language } from '../../model/figure.ts'
import { seriesEn } from './series-en.ts'
import { seriesVi } from './series-vi.ts'

/** The words of poverty rates over the years. Figures, times and names come in already written. */
export interface SeriesWords {
  readonly title: string
  readonly columns: Readonly<
    Record<'time' | 'rate' | 'change' | 'sinceFirst' | 'planned' | 'completion' | 'poor' | 'poorPersons', string>
  >
  /** What the points below it are measured under. */
  readonly under: Readonly<Record<'standard' | 'measured' | 'method', (what: string) => string>>
  /** Where what is below differs from what is above. */
  readonly notComparable: (heading: string) => string
  readonly perYear: (points: string) => string
  /** The whole of a stretch in one sentence; what is not known is null. */
  readonly inAll: (stretch: {
    readonly name: string | null
    readonly from: string
    readonly to: string
    readonly absolute: string
    readonly relative: string | null
    readonly perYear: string | null
    readonly planned: string | null
    readonly completion: string | null
  }) => string
  /** No rate has figures of two times. */
  readonly none: string
  readonly restated: (value: string) => string
}

export function seriesWordsOf(lang: Language): SeriesWords {
  return lang === 'vi' ? seriesVi : seriesEn
}
