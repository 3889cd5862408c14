import type { Language } from '../../model/figure.ts'
import { htmlEn } from './html-en.ts'
import { htmlVi } from './html-vi.ts'

/** What a page says beside its tables; numbers come in already written in the language's notation. */
export interface HtmlWords {
  /** Of a report on several plans, and small above the title of one. */
  readonly report: string
  readonly contents: string
  readonly summary: string
  readonly completion: string
  /** The column of the charts. */
  readonly chart: string
  /** Opens to how a figure came about. */
  readonly derivation: string
  readonly key: {
    readonly title: string
    readonly actual: string
    readonly target: string
    readonly expected: string
    readonly from: string
    readonly to: string
    readonly planned: string
  }
  /** What a chart shows, for who cannot see it. */
  readonly bullet: (actual: string, target: string, expected: string | null, completion: string) => string
  readonly dumbbell: (from: string, to: string, change: string, planned: string) => string
  /** A running total, step by step. */
  readonly course: {
    readonly title: string
    readonly period: string
    readonly step: string
    readonly total: string
    readonly label: (points: string) => string
  }
  /** A rate over the years. */
  readonly line: (name: string, points: string) => string
  readonly areas: (plan: string) => string
  readonly areasHint: string
  readonly area: string
  readonly total: string
  readonly problems: string
  readonly severities: { readonly error: string; readonly warning: string }
  readonly files: string
  readonly madeBy: (version: string) => string
}

export function htmlWordsOf(lang: Language): HtmlWords {
  return lang === 'vi' ? htmlVi : htmlEn
}
