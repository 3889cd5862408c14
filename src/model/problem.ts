import type { Place } from './figure.ts'
import type { IndicatorType } from './indicator.ts'

/** `en: 16,250`: one notation and the number it would read, as plain decimal text. */
export interface Reading {
  readonly notation: 'plain' | 'vi' | 'en'
  readonly number: string
}

/** Facts about each problem; the words are made in `render`. Numbers are plain decimal text. */
export interface ProblemArguments {
  // Files
  'nothing-to-do': {
    readonly why:
      | 'no-folder'
      | 'no-files'
      | 'no-plan'
      | 'nothing-to-check'
      | 'no-poverty-rate'
      | 'no-chain'
      | 'no-claims'
      | 'nothing-claimed'
      /** No plan holds the reporting period that was asked for. */
      | 'no-plan-of-period'
    readonly where: string
  }
  unreadable: {
    readonly why:
      | 'missing'
      | 'no-permission'
      | 'not-a-file'
      | 'is-folder'
      | 'not-regular'
      /** Its name says that it is packed, and it is not. */
      | 'not-packed'
      /** It is packed, and ends before its end. */
      | 'broken-off'
      | 'damaged'
      | 'no-match'
      | 'other'
    readonly detail: string
  }
  'too-large': { readonly bytes: number; readonly limit: number }
  'not-utf8': { readonly byte: number }
  'empty-file': Record<never, never>
  'yaml-syntax': {
    readonly why:
      | 'open-quote'
      | 'open-bracket'
      | 'second-colon'
      | 'no-colon'
      | 'tab'
      | 'first-character'
      | 'unknown-alias'
      | 'control-character'
      | 'other'
    /** The character, alias or words that it is about; of `other` what the parser says. */
    readonly detail: string
  }
  'yaml-refused': { readonly what: 'tag' | 'merge-key'; readonly written: string }
  'too-deep': { readonly limit: number }
  'alias-bomb': { readonly limit: number }
  'too-many': {
    readonly what: /** Plans that the results of one document answer. */
      | 'plans'
      /** Plans each of which follows the one before. */
      | 'plans-in-a-row'
      /** Indicators times areas, of all plans that are read together. */
      | 'lines'
      /** Documents of one policy file. */
      | 'policies'
    readonly limit: number
  }

  // Structure
  'unknown-key': {
    readonly key: string
    readonly suggestion: string | null
    readonly allowed: readonly string[]
    /** A column of a table. */
    readonly table?: true
  }
  'missing-key': { readonly key: string; readonly of: string }
  'duplicate-key': { readonly key: string; readonly first: Place }
  'duplicate-id': {
    readonly id: string
    readonly what: 'plan' | 'indicator' | 'area' | 'section' | 'claim'
    readonly first: Place
  }
  /** `expected` is one of the phrases declared here, or a list of the words that may stand. */
  'bad-value': {
    readonly written: string
    readonly expected: ExpectedPhrase | readonly string[]
    readonly suggestion: string | null
  }
  'key-not-for-type': { readonly key: string; readonly type: IndicatorType }

  // Tables
  'table-syntax': {
    readonly why:
      | 'empty'
      /** JSON lines without a single object. */
      | 'no-objects'
      | 'open-quote'
      /** Something else than the end of the cell follows the quote that closes it. */
      | 'after-quote'
      /** A quote inside a cell that is not in quotes. */
      | 'stray-quote'
  }
  'ragged-row': { readonly cells: number; readonly columns: number }
  'duplicate-column': { readonly column: string; readonly first: Place }
  /** `option`: what says it for all rows; null: nothing but a column can. */
  'missing-column': {
    readonly column: string
    readonly suggestion: string | null
    readonly columns: readonly string[]
    readonly option: string | null
  }
  'unknown-column': { readonly column: string; readonly suggestion: string }
  'bad-table': {
    readonly why: 'two-indicators' | 'two-values' | 'two-periods' | 'two-areas' | 'wide'
    readonly written: string
  }
  /** `plans`: the ids of those that were read. */
  'plan-not-stated': { readonly plans: readonly string[] }
  'unknown-code': { readonly written: string; readonly column: string; readonly field: 'indicator' | 'area' }
  'ambiguous-date': { readonly written: string }
  /** `wanted` is the sheet that was asked for; `sheets` are those that there are; `row` may name the columns. */
  'bad-workbook': {
    readonly why:
      | 'not-a-zip'
      /** As it was written before 2007. */
      | 'old-format'
      | 'encrypted'
      | 'too-large'
      | 'broken'
      | 'no-sheet'
      /** A cell beyond the last row or column that there can be. */
      | 'too-far'
      | 'too-many-cells'
      /** A title stands above the names of the columns. */
      | 'title'
    readonly wanted: string | null
    readonly sheets: readonly string[]
    readonly row: number | null
  }
  'not-json': { readonly detail: 'not-closed' | 'not-an-object' | 'twice' | 'other' }
  'rows-refused': {
    readonly refused: number
    readonly rows: number
    readonly shown: number
    /** Rows that may be left out; null: none. */
    readonly allowed: string | null
  }
  'rows-left-out': { readonly refused: number; readonly rows: number; readonly shown: number }
  'cannot-be-summed': { readonly indicator: string; readonly type: IndicatorType; readonly rows: number }
  /** `detail`: the package that is missing, a folder for temporary files, the ending that a name should have, or what the engine says. */
  'table-not-read': {
    readonly why:
      | 'no-engine'
      /** It is installed, and does not start. */
      | 'engine-broken'
      /** Another version of it is installed. */
      | 'engine-version'
      /** Its contents say that it should end in `detail`. */
      | 'other-format'
      | 'not-parquet'
      | 'parquet-encrypted'
      | 'parquet-broken-off'
      /** Its parts do not agree about how many rows there are. */
      | 'parquet-rows'
      | 'parquet-other'
      | 'memory'
      | 'disk'
      | 'temporary-missing'
      | 'temporary-refused'
      | 'too-many-groups'
      | 'rows-lost'
      /** Of more than `detail` bytes. */
      | 'row-too-long'
      /** It is not what it was when reading began. */
      | 'changed'
    readonly detail: string
    /** The version that is installed, or what the engine said when it did not start. */
    readonly found?: string
    /** Where rows that were read and refused are not all there are. */
    readonly rows?: { readonly read: number; readonly refused: number; readonly all: number }
  }
  'path-outside': { readonly path: string; readonly folder: string }
  /** Stands where the next result stands that a table gives again: `shown` of them were told of. */
  'more-duplicates': { readonly shown: number }

  // Numbers
  'ambiguous-number': {
    readonly written: string
    readonly readings: readonly Reading[]
    /** In a table, whose notation is said on the command line. */
    readonly table?: true
  }
  'not-a-number': {
    readonly written: string
    readonly notation: 'plain' | 'vi' | 'en' | null
    readonly why:
      | 'groups'
      | 'spaces'
      | 'exponent'
      | 'leading-zero'
      | 'too-long'
      | 'digits'
      /** A number with words around it. */
      | 'words'
      /** Neither a number nor the state of a task, where either may stand. */
      | 'no-result'
      /** Neither a number nor a range, a bound or about one, where a claim says what was printed. */
      | 'printed'
      /** More digits or decimals than are read from tables. */
      | 'table-digits'
      | 'other'
  }
  'comma-in-braces': { readonly written: string }
  'percent-or-points': { readonly written: string; readonly number: string }
  /** `percent`: what it is in per cent if it is a ratio, written as it was. */
  'percent-or-ratio': { readonly written: string; readonly percent: string }
  'low-tolerance': { readonly written: string; readonly slack: string }
  'unit-mismatch': {
    readonly written: string
    readonly found: 'percent' | 'points'
    readonly expected: 'number' | 'percent' | 'points'
  }

  // Plan
  'bad-period': { readonly written: string }
  'bad-target': {
    readonly why:
      | 'two-kinds'
      | 'no-kind'
      | 'not-above-zero'
      | 'range-order'
      | 'range-ends'
      | 'task-needs-done'
      | 'done-needs-task'
      | 'per-year'
      | 'direction-conflict'
    readonly written: string
  }
  'direction-not-stated': { readonly written: string; readonly type: IndicatorType }
  'no-baseline': { readonly indicator: string; readonly needs: 'target' | 'formula' }
  'bad-phasing': {
    readonly why: 'sum' | 'falls' | 'last' | 'end' | 'outside' | 'order' | 'mixed'
    readonly found: string
  }
  'follows-no-earlier': {
    readonly plan: string
    readonly period: string
    /** The plan named in `follows`. */
    readonly follows: string
    readonly followsPeriod: string
  }
  'target-behind-baseline': { readonly indicator: string; readonly target: string; readonly baseline: string }
  'parts-do-not-sum': {
    readonly indicator: string
    readonly what: 'targets' | 'actuals'
    readonly whole: string
    readonly parts: string
  }

  // Results
  'unknown-plan': { readonly plan: string; readonly suggestion: string | null }
  'unknown-indicator': { readonly indicator: string; readonly plan: string; readonly suggestion: string | null }
  'unknown-area': { readonly area: string; readonly plan: string; readonly suggestion: string | null }
  'period-outside-plan': { readonly period: string; readonly plan: string; readonly planPeriod: string }
  'basis-not-stated': { readonly period: string; readonly planPeriod: string }
  'duplicate-observation': {
    readonly indicator: string
    readonly area: string | null
    readonly period: string
    readonly first: Place
  }
  'overlapping-periods': {
    readonly indicator: string
    /** Increments that would count a time twice, or two figures of what stands on one day. */
    readonly what: 'increments' | 'one-day'
    readonly period: string
    readonly other: string
    readonly first: Place
  }
  'cumulative-disagrees': { readonly indicator: string; readonly stated: string; readonly computed: string }
  'falling-cumulative': {
    readonly indicator: string
    readonly from: string
    readonly to: string
    readonly first: Place
  }
  'part-exceeds-whole': {
    readonly part: string
    readonly whole: string
    readonly partValue: string
    readonly wholeValue: string
  }
  'total-disagrees': { readonly indicator: string; readonly reported: string; readonly sum: string }
  'area-targets-do-not-sum': {
    readonly indicator: string
    /** The area whose own areas do not sum to it; null: the plan. */
    readonly area: string | null
    readonly target: string
    readonly sum: string
  }
  /** Bounds of how many households each of two rates can be of, outwards to whole ones; equal where they were counted. */
  'households-disagree': {
    readonly period: string | null
    readonly indicator: string
    readonly low: string
    readonly high: string
    readonly other: string
    readonly otherLow: string
    readonly otherHigh: string
  }
  'rate-disagrees': {
    readonly indicator: string
    readonly printed: string
    readonly computed: string
    readonly numerator: string
    readonly denominator: string
  }
  'movements-do-not-balance': {
    readonly indicator: string
    readonly start: string
    readonly end: string
    readonly expected: string
    readonly by: string
  }
  'poor-change-disagrees': { readonly indicator: string; readonly stated: string; readonly computed: string }
  'not-comparable': {
    readonly indicator: string
    readonly what: 'standard' | 'measured' | 'method'
    readonly from: string
    readonly to: string
  }
  /** `found` is the format that it says it has; null where it says none. */
  'not-a-report': { readonly found: string | null; readonly detail: string | null; readonly expected: string }
  'published-disagrees': { readonly indicator: string; readonly published: string; readonly computed: string }
}

/** What a value should have been, where it is not a list of words. */
export type ExpectedPhrase =
  | 'text'
  | 'map'
  | 'list'
  | 'text-or-map'
  | 'number-or-map'
  | 'id'
  | 'date'
  | 'url'
  | 'whole-number-0-20'
  | 'whole-number'
  | 'yes-or-no'
  | 'task-state'
  | 'not-negative'
  | 'rate-0-100'
  | 'above-zero'
  /** Two numbers, the lower one first. */
  | 'rising-range'
  | 'name'
  /** A bare number. */
  | 'number'
  /** A number with its sign, `95%`: 0.95 alone could be either. */
  | 'percentage'
  /** Poor households are some of all households. */
  | 'at-most-households'
  /** The parent of an area may not lie inside that area. */
  | 'area-outside'
  /** Some id stands there, and the plan has no section at all. */
  | 'section-of-plan'
  | 'area-of-plan'
  /** An indicator of type count or stock, of which the plan has none. */
  | 'countable-indicator'
  /** Another indicator, of type poverty-rate. */
  | 'poverty-rate-of-plan'

export type ProblemCode = keyof ProblemArguments
export type ProblemSeverity = 'error' | 'warning'

/** Something the user should know of an input, as data. */
export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly code: Code
    readonly severity: ProblemSeverity
    /** null: about no place in a file. */
    readonly at: Place | null
    readonly args: ProblemArguments[Code]
  }
}[ProblemCode]

/**
 * Every problem there is. An error makes something unreadable and stops what depends on it; a warning doubts
 * a fact that is readable and stays in the calculation.
 */
export const problemSeverities: Readonly<Record<ProblemCode, ProblemSeverity>> = {
  'nothing-to-do': 'error',
  unreadable: 'error',
  'too-large': 'error',
  'not-utf8': 'error',
  'empty-file': 'error',
  'yaml-syntax': 'error',
  'yaml-refused': 'error',
  'too-deep': 'error',
  'alias-bomb': 'error',
  'too-many': 'error',
  'not-a-report': 'error',
  'unknown-key': 'error',
  'missing-key': 'error',
  'duplicate-key': 'error',
  'duplicate-id': 'error',
  'bad-value': 'error',
  'key-not-for-type': 'error',
  'table-syntax': 'error',
  'ragged-row': 'error',
  'duplicate-column': 'error',
  'missing-column': 'error',
  'unknown-column': 'error',
  'bad-table': 'error',
  'plan-not-stated': 'error',
  'unknown-code': 'error',
  'ambiguous-date': 'error',
  'bad-workbook': 'error',
  'not-json': 'error',
  'rows-refused': 'error',
  'rows-left-out': 'warning',
  'cannot-be-summed': 'error',
  'table-not-read': 'error',
  'path-outside': 'error',
  'more-duplicates': 'error',
  'ambiguous-number': 'error',
  'not-a-number': 'error',
  'comma-in-braces': 'error',
  'percent-or-points': 'error',
  'percent-or-ratio': 'error',
  'low-tolerance': 'warning',
  'unit-mismatch': 'error',
  'bad-period': 'error',
  'bad-target': 'error',
  'direction-not-stated': 'error',
  'no-baseline': 'error',
  'bad-phasing': 'error',
  'follows-no-earlier': 'warning',
  'target-behind-baseline': 'warning',
  'parts-do-not-sum': 'warning',
  'unknown-plan': 'error',
  'unknown-indicator': 'error',
  'unknown-area': 'error',
  'period-outside-plan': 'error',
  'basis-not-stated': 'error',
  'duplicate-observation': 'error',
  'overlapping-periods': 'error',
  'cumulative-disagrees': 'warning',
  'falling-cumulative': 'warning',
  'part-exceeds-whole': 'warning',
  'total-disagrees': 'warning',
  'area-targets-do-not-sum': 'warning',
  'households-disagree': 'warning',
  'rate-disagrees': 'warning',
  'movements-do-not-balance': 'warning',
  'poor-change-disagrees': 'warning',
  'not-comparable': 'warning',
  'published-disagrees': 'warning',
}

export function problem<Code extends ProblemCode>(code: Code, at: Place | null, args: ProblemArguments[Code]): Problem {
  // One constructor for a union over its own codes: the compiler cannot see that the pair belongs together.
  return { code, severity: problemSeverities[code], at, args } as unknown as Problem
}

/** The first that makes something unreadable; null where none does. */
export function firstError(problems: readonly Problem[]): Problem | null {
  return problems.find(({ severity }) => severity === 'error') ?? null
}

/** By file, line and column, those without a place last; the same problem only once. */
export function sortedProblems(problems: readonly Problem[]): readonly Problem[] {
  const sorted = [...problems].sort(byPlace)
  const seen = new Set<string>()
  return sorted.filter((found, index) => {
    const isFirst = !isAlike(sorted[index - 1], found)
    // Most stand alone in their place, and writing out what a problem says costs more than all the sorting.
    if (isFirst && !isAlike(found, sorted[index + 1])) return true
    if (isFirst) seen.clear()
    const text = JSON.stringify(found)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

function isAlike(a: Problem | undefined, b: Problem | undefined): boolean {
  return a !== undefined && b !== undefined && byPlace(a, b) === 0
}

function byPlace(a: Problem, b: Problem): number {
  if (!a.at || !b.at) return Number(a.at === null) - Number(b.at === null)
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1
  return a.at.line - b.at.line || a.at.column - b.at.column || (a.code < b.code ? -1 : Number(a.code > b.code))
}
