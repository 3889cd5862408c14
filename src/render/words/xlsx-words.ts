import type { Language } from '../../model/figure.ts'
import { xlsxEn } from './xlsx-en.ts'
import { xlsxVi } from './xlsx-vi.ts'

/** Names of sheets and heads of columns that no other format has; Excel allows 31 characters for a sheet. */
export interface XlsxWords {
  readonly sheets: Readonly<
    Record<'completion' | 'poverty' | 'areas' | 'inputs' | 'problems' | 'told' | 'explanation', string>
  >
  readonly about: string
  readonly told: string
  readonly step: string
  readonly plan: string
  readonly area: string
  readonly section: string
  readonly targetAsStated: string
  readonly completionFormula: string
  readonly completionExact: string
  readonly originalTarget: string
  readonly inPeriod: string
  readonly lastYear: string
  readonly onLastYear: string
  readonly rank: string
  readonly shortfallShare: string
  readonly expected: string
  readonly pace: string
  readonly formula: string
  readonly figuresOf: string
  readonly status: string
  readonly published: string
  readonly responsible: string
  readonly note: string
  readonly poorFrom: string
  readonly poorTo: string
  readonly poorChange: string
  readonly households: (head: string) => string
  readonly standard: string
  /** At the foot of printed pages, with the codes for a page and for their number. */
  readonly page: string
  readonly input: Readonly<
    Record<'field' | 'written' | 'value' | 'period' | 'status' | 'file' | 'line' | 'column' | 'source', string>
  >
  readonly problem: Readonly<Record<'severity' | 'code' | 'message' | 'remedy' | 'file' | 'line' | 'column', string>>
}

export function xlsxWordsOf(lang: Language): XlsxWords {
  return lang === 'vi' ? xlsxVi : xlsxEn
}
