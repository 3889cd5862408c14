import type { Language } from '../../model/figure.ts'
import { povertyEn } from './poverty-en.ts'
import { povertyVi } from './poverty-vi.ts'

/** What stands below the poverty table of areas, and of rates beside the poverty rate. Figures come in already written. */
export interface PovertyWords {
  readonly splitRavallionHuppi: (total: string, within: string, shift: string, interaction: string) => string
  /** Where a part of a split was rounded the other way. */
  readonly adjusted: string
  /** Shares of all households that the rates of two areas imply, at the start and at the end. */
  readonly impliedShares: (area: string, from: Span & Dated, to: Span & Dated) => string
  readonly impliedSplit: (total: string, within: Span, shift: Span) => string
  /** Two rates of the same households; what is not known is null. */
  readonly together: (rates: {
    readonly name: string
    readonly rate: string
    readonly poor: string | null
    readonly low: string | null
    readonly high: string | null
    readonly persons: boolean
  }) => string
  readonly movements: {
    readonly title: string
    readonly columns: Readonly<
      Record<'area' | 'start' | 'escaped' | 'relapsed' | 'newlyPoor' | 'other' | 'end' | 'gap', string>
    >
  }
}

/** A figure and between what it lies. */
export interface Span {
  readonly value: string
  readonly low: string
  readonly high: string
}

export interface Dated {
  readonly period: string
}

export function povertyWordsOf(lang: Language): PovertyWords {
  return lang === 'vi' ? povertyVi : povertyEn
}
