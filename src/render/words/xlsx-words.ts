import type { Language } from '../../model/figure.ts'
import { xlsxEn } from './xlsx-en.ts'
import { xlsxVi } from './xlsx-vi.ts'

/** Names of sheets and heads of columns that no other format has, since one figure has one name; Excel allows 31 characters for a sheet. */
export interface XlsxWords {
  readonly sheets: Readonly<Record<'completion' | 'poverty' | 'areas' | 'inputs' | 'problems', string>>
  readonly plan: string
  readonly area: string
  readonly section: string
  readonly targetAsStated: string
  readonly completionFormula: string
  readonly completionExact: string
  readonly formula: string
  readonly figuresOf: string
  readonly status: string
  readonly published: string
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
