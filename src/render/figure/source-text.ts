import type { Language, Source } from '../../model/figure.ts'
import { wordsOf } from '../words/words.ts'

/** Where a figure was published, on one line: `Niên giám thống kê Hà Nam 2018, tr. 21, 2019-06-30, https://…`. */
export function sourceText(source: Source, lang: Language): string {
  const page = source.page === null ? null : wordsOf(lang).head.page(source.page)
  return [source.title[lang], page, source.date, source.url].filter((part) => part !== null).join(', ')
}
