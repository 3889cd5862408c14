import type { Language } from '../../model/figure.ts'
import { auditEn } from './audit-en.ts'
import { auditVi } from './audit-vi.ts'
import { checkEn } from './check-en.ts'
import { checkVi } from './check-vi.ts'
import { compareEn } from './compare-en.ts'
import { compareVi } from './compare-vi.ts'
import { en } from './en.ts'
import { explainEn } from './explain-en.ts'
import { explainVi } from './explain-vi.ts'
import { htmlEn } from './html-en.ts'
import { htmlVi } from './html-vi.ts'
import { povertyEn } from './poverty-en.ts'
import { povertyVi } from './poverty-vi.ts'
import { sentenceEn } from './sentence-en.ts'
import { sentenceVi } from './sentence-vi.ts'
import { seriesEn } from './series-en.ts'
import { seriesVi } from './series-vi.ts'
import { timeEn } from './time-en.ts'
import { timeVi } from './time-vi.ts'
import { vi } from './vi.ts'
import { xlsxEn } from './xlsx-en.ts'
import { xlsxVi } from './xlsx-vi.ts'

export const wordsOf = inEither(en, vi)
export const auditWordsOf = inEither(auditEn, auditVi)
export const checkWordsOf = inEither(checkEn, checkVi)
export const compareWordsOf = inEither(compareEn, compareVi)
export const explainWordsOf = inEither(explainEn, explainVi)
export const htmlWordsOf = inEither(htmlEn, htmlVi)
export const povertyWordsOf = inEither(povertyEn, povertyVi)
export const sentenceWordsOf = inEither(sentenceEn, sentenceVi)
export const seriesWordsOf = inEither(seriesEn, seriesVi)
export const timeWordsOf = inEither(timeEn, timeVi)
export const xlsxWordsOf = inEither(xlsxEn, xlsxVi)

/** The words of one subject, by language. */
function inEither<Words>(english: Words, vietnamese: Words): (lang: Language) => Words {
  return (lang) => (lang === 'vi' ? vietnamese : english)
}
