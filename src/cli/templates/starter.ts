import type { Language } from '../../model/figure.ts'
import type { UsualNotation } from '../../model/notation.ts'
import { civilDate, commonGrain, formatDay, type Period, parsePeriod } from '../../model/period.ts'
import { inNotation } from '../../render/figure/number.ts'
import { periodText } from '../../render/figure/period-text.ts'
import { wordsOf } from '../../render/words/words.ts'
import { starterEn } from './starter-en.ts'
import { starterVi } from './starter-vi.ts'

export interface StarterChoice {
  readonly lang: Language
  readonly period: Period
  readonly numbers: UsualNotation
  /** Where an editor finds the schema of each file, from beside it; null: nowhere that holds for others too. */
  readonly schemas: { readonly plan: string; readonly actuals: string } | null
}

/** What the texts of both languages are filled with. */
export interface StarterFacts {
  readonly id: string
  readonly period: string
  /** `năm 2026`, `Q1 2026` */
  readonly periodName: string
  /** The period right before, where a baseline stands; null: it cannot be written. */
  readonly before: string | null
  readonly numbers: UsualNotation
  /** Plain decimal text in the notation of the files. */
  readonly number: (plain: string) => string
}

/** The texts of one language. */
export interface StarterTexts {
  readonly plan: (facts: StarterFacts) => string
  readonly actuals: (facts: StarterFacts) => string
}

export interface Starter {
  readonly plan: string
  readonly actuals: string
}

/** A plan and its results to start from: invented figures that say so, and remarks that teach the format. */
export function starter({ lang, period, numbers, schemas }: StarterChoice): Starter {
  const texts = lang === 'vi' ? starterVi : starterEn
  const facts: StarterFacts = {
    id: `plan-${period.text.toLowerCase().replaceAll('/', '-')}`,
    period: period.text,
    periodName: periodText(period, wordsOf(lang)),
    before: periodBefore(period),
    numbers,
    number: (plain) => (numbers === 'plain' ? plain : inNotation(plain, { lang: numbers, unicode: false })),
  }
  const schemaLine = (path: string | undefined) => (path ? `# yaml-language-server: $schema=${path}\n` : '')
  return {
    plan: schemaLine(schemas?.plan) + texts.plan(facts),
    actuals: schemaLine(schemas?.actuals) + texts.actuals(facts),
  }
}

/** Of the same grain: the year before a year, the quarter before a quarter. */
function periodBefore(period: Period): string | null {
  const lastDay = period.start - 1
  const { month } = civilDate(lastDay)
  const day = formatDay(lastDay)
  const year = day.slice(0, 4)
  const text = {
    years: year,
    halves: `${year}-H${Math.ceil(month / 6)}`,
    quarters: `${year}-Q${Math.ceil(month / 3)}`,
    months: day.slice(0, 7),
    days: day,
  }[commonGrain([period])]
  return parsePeriod(text) ? text : null
}
