import type { Place } from './figure.ts'
import type { IndicatorType } from './indicator.ts'
import type { Notation } from './notation.ts'
import type { SourceFailure } from './source.ts'
import type { Suggestion } from './suggestion.ts'

/** `en: 16,250`: one notation and the number it would read, as plain decimal text. */
export interface Reading {
  readonly notation: Notation
  readonly number: string
}

/** A column that nothing reads, in which two rows differ that are about the same, what stands there, and what takes it. */
export interface ColumnApart {
  readonly column: string
  readonly text: string
  readonly takes: 'area' | 'period' | 'where' | { readonly breakdown: string }
}

/**
 * Every problem, by family (a page of docs/problems each): its severity, and the facts that `render` words; numbers are
 * plain decimal text. A problem with a `why` has words for each of its reasons. An error makes something unreadable and
 * stops what depends on it; a warning doubts a fact that is readable and stays in the calculation.
 */
export const problemFamilies = {
  files: {
    'nothing-to-do': error<{
      why:
        | 'no-folder'
        | 'no-files'
        | 'no-plan'
        | 'nothing-to-check'
        | 'no-poverty-rate'
        | 'no-chain'
        | 'no-claims'
        | 'nothing-claimed'
        /** Of prose: no figure of it is held against a plan or an earlier one. */
        | 'no-statements'
        /** Nothing that a document can be drafted from. */
        | 'no-draft'
        /** Of a table: no row names columns of indicators and of figures. */
        | 'no-head'
        /** No plan holds the reporting period that was asked for. */
        | 'no-plan-of-period'
      where: string
    }>(),
    unreadable: error<{
      why:
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
      detail: string
    }>(),
    'too-large': error<{ bytes: number; limit: number }>(),
    'not-utf8': error<{ byte: number }>(),
    'empty-file': error(),
    /** A Word document. */
    'bad-document': error<{ why: 'not-a-zip' | 'encrypted' | 'too-large' | 'broken' }>(),
    /** `?` stands where a draft leaves something to a person. */
    'left-open': error<{ key: string }>(),
    'too-many': error<{
      why: /** Plans that the results of one document answer. */
        | 'plans'
        /** Plans each of which follows the one before. */
        | 'plans-in-a-row'
        /** Breakdowns of one plan: each doubles the ways in which a figure is a part. */
        | 'breakdowns'
        /** Indicators times areas, of all plans that are read together. */
        | 'lines'
        /** Documents of one policy file, or of one file of sources. */
        | 'policies'
        | 'sources'
      limit: number
    }>(),
    /** `found` is the format that it says it has; null where it says none. */
    'not-a-report': error<{ found: string | null; detail: string | null; expected: string }>(),
  },
  yaml: {
    'yaml-syntax': error<{
      why:
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
      detail: string
    }>(),
    'yaml-refused': error<{ why: 'tag' | 'merge-key'; written: string }>(),
    'too-deep': error<{ limit: number }>(),
    'alias-bomb': error<{ limit: number }>(),
    /** In characters. */
    'text-too-long': error<{ length: number; limit: number }>(),
  },
  keys: {
    'unknown-key': error<{ key: string; suggestion: Suggestion }>(),
    'missing-key': error<{ key: string; of: string }>(),
    'duplicate-key': error<{ key: string; first: Place }>(),
    'duplicate-id': error<{
      id: string
      what: 'plan' | 'indicator' | 'area' | 'group' | 'section' | 'state' | 'provider' | 'claim' | 'mapping'
      first: Place
    }>(),
    /** `expected` is one of the phrases declared here, or a list of the words that may stand. */
    'bad-value': error<{ written: string; expected: ExpectedPhrase | readonly string[]; suggestion: Suggestion }>(),
    'key-not-for-type': error<{ key: string; type: IndicatorType }>(),
  },
  tables: {
    'table-syntax': error<{
      why:
        | 'empty'
        /** Nothing stands in the row that is said to hold the names of the columns. */
        | 'no-head'
        /** JSON lines without a single object. */
        | 'no-objects'
        | 'open-quote'
        /** Something else than the end of the cell follows the quote that closes it. */
        | 'after-quote'
        /** A quote inside a cell that is not in quotes. */
        | 'stray-quote'
      row?: number
    }>(),
    'ragged-row': error<{ cells: number; columns: number }>(),
    'duplicate-column': error<{ column: string; first: Place }>(),
    /**
     * `option`: what says it for all rows; null: nothing but a column can. `tables`: those that lack it, where it is asked for
     * elsewhere; `suggestion` and `columns` are of the first of them.
     */
    'missing-column': error<{
      column: string
      tables: readonly string[]
      suggestion: string | null
      columns: readonly string[]
      option: string | null
      /** Rows that may hold the names of the columns, one or two, and what stands there. */
      heads: readonly { readonly rows: readonly number[]; readonly names: readonly string[] }[]
      /** The sheets of a workbook of which the first was read, since none was named. */
      sheets: readonly string[]
    }>(),
    'unknown-column': error<{ column: string; suggestion: string }>(),
    'bad-table': error<{
      why:
        | 'two-indicators'
        | 'two-values'
        /** Margins of error of which nobody says how sure they are. */
        | 'no-confidence'
        | 'two-periods'
        | 'two-areas'
        | 'two-conditions'
        | 'wide'
        /** Beside levels, which go by the order of rows. */
        | 'order'
        /** A key that files of this format cannot have. */
        | 'format'
        /** `path` and `source`. */
        | 'two-places'
        /** Beside a form, whose columns are known. */
        | 'form'
      written: string
    }>(),
    /** What a sheet or a file is called says no period or area by the pattern that it should have; null: by any. */
    'unread-name': error<{
      name: string
      from: 'sheet' | 'file'
      pattern: string | null
      tells: 'period' | 'area'
      why: 'no-match' | 'no-year'
    }>(),
    /** `plans`: the ids of those that were read. */
    'plan-not-stated': error<{ plans: readonly string[]; table: string }>(),
    /** Of a breakdown `field` is its id, and `isGroup` is true. */
    /** `isShared`: it is the name of several. */
    'unknown-code': error<{ written: string; column: string; field: string; isGroup?: true; isShared?: true }>(),
    'missing-area': error<{ column: string; said: 'keys' | 'options' }>(),
    'ambiguous-date': error<{ written: string }>(),
    /**
     * `wanted` is the sheet that was asked for; `sheets` are those that there are. `tables`: the
     * workbooks that are meant, where the problem stands elsewhere; `sheets` are of the first of them.
     */
    'bad-workbook': error<{
      tables: readonly string[]
      why:
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
      wanted: string | null
      sheets: readonly string[]
    }>(),
    'not-json': error<{ why: 'not-closed' | 'not-an-object' | 'not-an-array' | 'twice' | 'other' }>(),
    'rows-refused': error<{
      refused: number
      rows: number
      shown: number
      /** Rows that may be left out; null: none. */
      allowed: string | null
    }>(),
    'rows-left-out': warning<{ refused: number; rows: number; shown: number }>(),
    /** Rows of a register that are equal to one before them. */
    'equal-rows': warning<{ rows: number }>(),
    /** What counts though a spreadsheet does not show it: the name of the sheet, names of columns, numbers of rows. */
    'hidden-cells': warning<{ why: 'sheet' | 'columns' | 'rows'; count: number; which: string }>(),
    'cannot-be-summed': error<{ indicator: string; type: IndicatorType; rows: number }>(),
    /** `detail`: the package that is missing, a folder for temporary files, the ending that a name should have, or what the engine says. */
    'table-not-read': error<{
      why:
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
        /** A plan is in one table. */
        | 'several-plans'
        /** What is packed, or Parquet, holds results. */
        | 'packed-plan'
      detail: string
      /** The version that is installed, or what the engine said when it did not start. */
      found?: string
      /** Where rows that were read and refused are not all there are. */
      rows?: { readonly read: number; readonly refused: number; readonly all: number }
    }>(),
    'path-outside': error<{ path: string; folder: string }>(),
    /** A password, or what looks like one, in a file of sources; `variable` may hold it. */
    'secret-in-file': error<{ key: string; variable: string }>(),
    /** `source` as tables call it; `detail`: the package that is missing, a file, what the server says. */
    'source-not-read': error<{
      why:
        | SourceFailure
        /** No file names sources. */
        | 'no-sources'
        /** A server elsewhere is not asked without TLS. */
        | 'no-tls'
        /** A column holds binary floats, or moments whose day depends on the time zone: `detail` is its type. */
        | 'float'
        | 'instant'
      source: string
      detail: string
      column?: string
    }>(),
    /** Placed at the first duplicate not listed; `shown` duplicates are listed. */
    'more-duplicates': error<{ shown: number }>(),
  },
  numbers: {
    'ambiguous-number': error<{
      written: string
      readings: readonly Reading[]
      /** In a table, whose notation is said on the command line. */
      table?: true
    }>(),
    'not-a-number': error<{
      written: string
      notation: Notation | null
      /** Another notation in which it is a number, and only one. */
      fits?: Notation | null
      why:
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
        | 'other'
      /** In a table, whose mapping may say how its numbers are written. */
      table?: true
    }>(),
    /** Of what a comma was meant to be a part. */
    'comma-in-braces': error<{ why: 'number' | 'text'; written: string }>(),
    'percent-or-points': error<{ written: string; number: string }>(),
    /** `percent`: what it is in per cent if it is a ratio, written as it was. */
    'percent-or-ratio': error<{ written: string; percent: string }>(),
    'low-tolerance': warning<{ written: string; slack: string }>(),
    'unit-mismatch': error<{
      written: string
      found: 'percent' | 'points'
      expected: 'number' | 'percent' | 'points'
    }>(),
    /** A number of a claim that its own sentence does not hold. */
    'not-in-text': warning<{ key: string; written: string }>(),
    /** A rate as written, which may be so many per cent or a fraction of 1, and what is ten times above it and more. */
    'fraction-or-percent': warning<{
      of: 'table' | 'results' | 'plan'
      indicator: string
      written: string
      percent: string
      asFraction: string
      against: 'target' | 'baseline' | 'actual'
      value: string
    }>(),
  },
  plans: {
    'bad-period': error<{
      written: string
      /** It names no year, and nothing else does. */
      lacksYear?: true
    }>(),
    'bad-target': error<{
      why:
        | 'two-kinds'
        | 'no-kind'
        | 'not-above-zero'
        | 'range-order'
        | 'range-ends'
        | 'task-needs-done'
        | 'done-needs-task'
        | 'date-needs-by'
        | 'by-needs-date'
        | 'per-year'
        | 'direction-conflict'
        /** A number with the sign of a bound. */
        | 'bound'
        | 'hidden'
      written: string
    }>(),
    'direction-not-stated': error<{ written: string; type: IndicatorType }>(),
    'no-baseline': error<{ indicator: string; needs: 'target' | 'formula' }>(),
    'bad-phasing': error<{
      why: 'sum' | 'falls' | 'last' | 'end' | 'outside' | 'order' | 'mixed' | 'sign' | 'year' | 'both' | 'last-year'
      found: string
      /** What they have to come to: `100%`, or the target. */
      whole: string
    }>(),
    'no-profile': warning<{ indicator: string; period: string }>(),
    'follows-no-earlier': warning<{
      plan: string
      period: string
      /** The plan named in `follows`. */
      follows: string
      followsPeriod: string
    }>(),
    'target-behind-baseline': warning<{ indicator: string; target: string; baseline: string }>(),
    'parts-do-not-sum': warning<{ indicator: string; what: 'targets' | 'actuals'; whole: string; parts: string }>(),
    'area-targets-do-not-sum': warning<{
      indicator: string
      /** The area whose own areas do not sum to it; null: the plan. */
      area: string | null
      target: string
      sum: string
    }>(),
  },
  results: {
    'unknown-plan': error<{ plan: string; suggestion: Suggestion }>(),
    'unknown-indicator': error<{ indicator: string; plan: string; suggestion: Suggestion }>(),
    'unknown-area': error<{ area: string; plan: string; suggestion: Suggestion }>(),
    /** `group` is null: the plan has no such breakdown. */
    'unknown-group': error<{ plan: string; breakdown: string; group: string | null; suggestion: Suggestion }>(),
    /** `known`: the ids of those that the indicator has; empty: it names none. */
    'unknown-provider': error<{
      indicator: string
      why: 'unknown' | 'not-stated' | 'none-named'
      provider: string
      known: readonly string[]
      suggestion: Suggestion
    }>(),
    'period-outside-plan': error<{
      period: string
      plan: string
      planPeriod: string
      /** Some of it lies inside, as a year does where a plan begins in April. */
      isPartly?: true
      /** It is said to be of the year before the plan. */
      isYearBefore?: boolean
    }>(),
    'basis-not-stated': error<{ period: string; planPeriod: string }>(),
    'duplicate-observation': error<{
      indicator: string
      area: string | null
      period: string
      first: Place
      apart?: readonly ColumnApart[]
    }>(),
    'overlapping-periods': error<{
      indicator: string
      /** Increments that would count a time twice, or two figures of what stands on one day. */
      why: 'increments' | 'one-day'
      period: string
      other: string
      first: Place
      apart?: readonly ColumnApart[]
    }>(),
    'cumulative-disagrees': warning<{ indicator: string; stated: string; computed: string }>(),
    'falling-cumulative': warning<{ indicator: string; from: string; to: string; first: Place }>(),
    'part-exceeds-whole': warning<{
      /** `rate`: numerator and denominator of one; `minority`: some of the same households. */
      what: 'targets' | 'actuals' | 'rate' | 'minority'
      part: string
      whole: string
      partValue: string
      wholeValue: string
    }>(),
    /** `by`: the breakdown whose groups come to the sum; without it areas do. */
    /** `column`: the one of a form in which it is so. */
    'total-disagrees': warning<{ indicator: string; reported: string; sum: string; by?: string; column?: string }>(),
    'published-disagrees': warning<{ indicator: string; published: string; computed: string }>(),
  },
  poverty: {
    /** Bounds of how many households each of two rates can be of, outwards to whole ones; equal where they were counted. */
    /** `computed` is the product, both to the decimals printed or four. */
    'mpi-disagrees': warning<{
      indicator: string
      printed: string
      computed: string
      headcount: string
      intensity: string
    }>(),
    'households-disagree': warning<{
      period: string | null
      indicator: string
      low: string
      high: string
      other: string
      otherLow: string
      otherHigh: string
    }>(),
    'rate-disagrees': warning<{
      indicator: string
      printed: string
      computed: string
      numerator: string
      denominator: string
    }>(),
    /** `first`: where the number at the end of the year before stands. */
    'start-disagrees': warning<{ indicator: string; start: string; end: string; first: Place }>(),
    'movements-do-not-balance': warning<{
      indicator: string
      start: string
      end: string
      expected: string
      by: string
    }>(),
    'poor-change-disagrees': warning<{ indicator: string; stated: string; computed: string }>(),
    'not-comparable': warning<{
      indicator: string
      what: 'standard' | 'measured' | 'method'
      from: string
      to: string
    }>(),
    /** Of baseline and actual only the other one, or its indicator, names its standard. */
    'standard-not-stated': warning<{ indicator: string; side: 'baseline' | 'actual'; standard: string }>(),
  },
}

const { files, yaml, keys, tables, numbers, plans, results, poverty } = problemFamilies

export const problemSeverities = {
  ...files,
  ...yaml,
  ...keys,
  ...tables,
  ...numbers,
  ...plans,
  ...results,
  ...poverty,
}

/** A severity that carries the type of the facts: there is no such property. */
type Carrying<Severity, Facts> = Severity & { readonly facts?: Facts }

function error<Facts = object>(): Carrying<'error', Facts> {
  return 'error'
}

function warning<Facts>(): Carrying<'warning', Facts> {
  return 'warning'
}

export type ProblemArguments = {
  readonly [Code in ProblemCode]: (typeof problemSeverities)[Code] extends Carrying<string, infer Facts>
    ? Readonly<Facts>
    : never
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
  /** Two or more states of a plan's own. */
  | 'states'
  | 'not-negative'
  | 'rate-0-100'
  | 'index-0-1'
  | 'above-zero'
  /** Two numbers, the lower one first. */
  | 'rising-range'
  /** What stands between groups of digits: not what stands before decimals. */
  | 'group-sign'
  | 'decimal-sign'
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
  | 'provider-of-indicator'
  | 'section-before'
  | 'area-of-plan'
  /** The word that tables say for all areas together. */
  | 'id-but-whole'
  /** Of a breakdown or a group: none that means something else in tables. */
  | 'id-but-ours'
  /** An indicator of type count or stock, of which the plan has none. */
  | 'countable-indicator'
  /** Another indicator, of type poverty-rate. */
  | 'poverty-rate-of-plan'
  /** The id of a document of `kind: mapping` that is read with this one. */
  | 'mapping'

export type ProblemCode = keyof typeof problemSeverities
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

export function problem<Code extends ProblemCode>(code: Code, at: Place | null, args: ProblemArguments[Code]): Problem {
  // One constructor for a union over its own codes: the compiler cannot see that the pair belongs together.
  return { code, severity: problemSeverities[code], at, args } as unknown as Problem
}

/** The first that makes something unreadable; null where none does. */
export function firstError(problems: readonly Problem[]): Problem | null {
  return problems.find(({ severity }) => severity === 'error') ?? null
}

/** By file, sheet, line and column, those without a place last; the same problem only once. */
export function sortedProblems(problems: readonly Problem[]): readonly Problem[] {
  const sorted = [...problems].sort(byPlace)
  const seen = new Set<string>()
  return sorted.filter((found, index) => {
    const isFirst = !isAlike(sorted[index - 1], found)
    // Most stand alone in their place, and writing out what a problem says costs more than all the sorting.
    if (isFirst && !isAlike(found, sorted[index + 1])) return true
    if (isFirst) seen.clear()
    // How much of a line is meant is not told, so that it makes no difference.
    const text = JSON.stringify(found, (key, value) => (key === 'length' ? undefined : value))
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
  const [sheet = '', other = ''] = [a.at.sheet, b.at.sheet]
  if (sheet !== other) return sheet < other ? -1 : 1
  return a.at.line - b.at.line || a.at.column - b.at.column || (a.code < b.code ? -1 : Number(a.code > b.code))
}
