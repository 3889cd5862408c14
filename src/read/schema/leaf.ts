import * as v from 'valibot'
import { decimalSigns, groupSigns, notations } from '../../model/notation.ts'
import { confidenceLevels } from '../../model/observation.ts'
import { parseDay, parsePeriod } from '../../model/period.ts'
import type { ExpectedPhrase } from '../../model/problem.ts'
import { Scalar } from '../document/tree.ts'

/**
 * What the text of a leaf has to be. It travels as metadata of the leaf's schema, so that the same schema can be
 * checked here and be turned into JSON Schema.
 */
export interface LeafRule {
  readonly kind:
    | 'text'
    /** What a cell holds, which may be nothing. */
    | 'cell'
    | 'id'
    /** An id that is looked up elsewhere, which knows better what may have been meant. */
    | 'reference'
    | 'number'
    | 'percentage'
    /** A percentage whose sign may be left out from 2 on. */
    | 'completion'
    | 'result'
    /** A number as printed, which may be a range, a bound or about. */
    | 'claimed-number'
    | 'words'
    /** One of some signs. */
    | 'sign'
    | 'words-or-number'
    /** Several of some words, with blanks or commas between. */
    | 'word-list'
    | 'period'
    | 'words-or-period'
    | 'date'
    | 'url'
    | 'whole-number'
    | 'yes-or-no'
  /** What a message says that it should have been. */
  readonly expected: ExpectedPhrase | readonly string[]
  /** The words that may stand, where these are all or some of it. */
  readonly words: readonly string[]
  /** The greatest whole number. */
  readonly most: number | null
  readonly accepts: (text: string) => boolean
}

export type LeafSchema = v.GenericSchema<Scalar, Scalar>

/** What an editor shows and offers besides the description. */
export interface LeafHints {
  readonly examples?: readonly (string | number)[]
  /** What counts where the key is left out. */
  readonly default?: string | number | boolean
}

/** The rule of a leaf's schema; undefined for maps, lists and what holds them. */
export function leafRule(schema: v.GenericSchema): LeafRule | undefined {
  return v.getMetadata(schema)['rule'] as LeafRule | undefined
}

/** Keys of a map of which one has to be there, where nothing but the map itself says which. */
export function neededKeys(schema: v.GenericSchema): readonly string[] {
  const { needsOneOf, toldWithShape } = v.getMetadata(schema)
  return toldWithShape ? (needsOneOf as readonly string[]) : []
}

/** Keys of a map of which no two may have the same value. */
export const keysThatDiffer = (schema: v.GenericSchema): readonly string[] =>
  (v.getMetadata(schema)['differ'] ?? []) as readonly string[]

/** What a map is called in messages. */
export const mapName = (schema: v.GenericSchema): string => String(v.getMetadata(schema)['name'] ?? '')

const SPAN = String.raw`\d{4}(?:-(?:H[12]|Q[1-4]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?`

/** What a period looks like. Which days there are, and which end comes first, only the calendar knows. */
export const periodPattern = new RegExp(`^${SPAN}(?:/${SPAN})?$`)

export const idPattern = /^[a-z0-9][a-z0-9_-]{0,63}$/

export function textLeaf(description: string, hints?: LeafHints): LeafSchema {
  return leaf({ kind: 'text', expected: 'text', accepts: (text) => text.trim() !== '' }, description, hints)
}

/** The text of a cell of a table; `""` is an empty one. */
export function cellLeaf(description: string, hints?: LeafHints): LeafSchema {
  return leaf({ kind: 'cell', expected: 'text', accepts: always }, description, hints)
}

export const STANDARDS = ['2016-2020', '2021-2025']

export function idLeaf(description: string, hints?: LeafHints): LeafSchema {
  return leaf({ kind: 'id', expected: 'id', accepts: (text) => idPattern.test(text) }, description, hints)
}

/** The key of a map by ids: keys are plain text, not leaves, and looked up where the ids are known. */
export const idKey = (of: 'indicator' | 'area' | 'breakdown') =>
  v.pipe(v.string(), v.title(of), v.description(`The id of ${of === 'breakdown' ? 'a' : 'an'} ${of}.`))

export function periodKey(description: string) {
  return v.pipe(v.string(), v.regex(periodPattern), v.title('period'), v.description(description))
}

export function referenceLeaf(description: string, hints?: LeafHints): LeafSchema {
  return leaf({ kind: 'reference', expected: 'id', accepts: (text) => text !== '' }, description, hints)
}

/** A number in the file's notation, which is read where the notation and the unit are known. */
export function numberLeaf(description: string, hints?: LeafHints): LeafSchema {
  return leaf({ kind: 'number', expected: 'number', accepts: always }, description, hints)
}

/** A number with a percent sign, `95%`. */
export function percentageLeaf(description: string, hints: LeafHints = { examples: ['95%', '100%'] }): LeafSchema {
  return leaf({ kind: 'percentage', expected: 'percentage', accepts: always }, description, hints)
}

/** The completion that is asked for, `95%`; a number below 2 needs its sign. */
export function completionLeaf(description: string): LeafSchema {
  return leaf({ kind: 'completion', expected: 'percentage', accepts: always }, description, {
    examples: ['95%', '100%'],
  })
}

/** A number or one of some words. */
export function wordsOrNumberLeaf(words: readonly string[], description: string, hints?: LeafHints): LeafSchema {
  return leaf({ kind: 'words-or-number', expected: 'number', words, accepts: always }, description, hints)
}

/** What was reported: a number, the state of a task, or nothing yet. */
export function resultLeaf(words: readonly string[], description: string, hints?: LeafHints): LeafSchema {
  return leaf({ kind: 'result', expected: 'number', words, accepts: always }, description, hints)
}

/** A number as it was printed: exact, about (`~4`), a bound (`<7.6`) or a range (`6.6-6.8`); left empty, not printed. */
export function claimedNumberLeaf(description: string, hints?: LeafHints): LeafSchema {
  return leaf({ kind: 'claimed-number', expected: 'number', accepts: always }, description, hints)
}

export function wordsLeaf(words: readonly string[], description: string, hints?: LeafHints): LeafSchema {
  return leaf({ kind: 'words', expected: words, words, accepts: (text) => words.includes(text) }, description, hints)
}

function signLeaf(expected: 'group-sign' | 'decimal-sign', words: readonly string[], description: string): LeafSchema {
  return leaf({ kind: 'sign', expected, words, accepts: (text) => words.includes(text) }, description)
}

/** Several words, with blanks or commas between. */
export function wordListLeaf(words: readonly string[], description: string, hints?: LeafHints): LeafSchema {
  const accepts = (text: string) => wordsIn(text).length > 0 && wordsIn(text).every((word) => words.includes(word))
  return leaf({ kind: 'word-list', expected: words, words, accepts }, description, hints)
}

export const wordsIn = (text: string): readonly string[] => text.split(/[\s,]+/).filter((word) => word !== '')
const PERIODS = ['2018', '2018-Q1', '2018-01/2018-09']

/** `2018`, `2018-H1`, `2018-Q1`, `2018-03`, `2018-01/2018-09`, `2016/2020`. */
export function periodLeaf(description: string, hints: LeafHints = { examples: PERIODS }): LeafSchema {
  return leaf(
    { kind: 'period', expected: 'text', accepts: (text) => parsePeriod(text) !== undefined },
    description,
    hints,
  )
}

/** A period, or one of some words. */
export function wordsOrPeriodLeaf(words: readonly string[], description: string): LeafSchema {
  const accepts = (text: string) => words.includes(text) || parsePeriod(text) !== undefined
  return leaf({ kind: 'words-or-period', expected: 'text', words, accepts }, description, {
    examples: [...words, ...PERIODS],
  })
}

export function dateLeaf(
  description: string,
  hints: LeafHints = { examples: ['2018-07-01', '2018-12-31'] },
): LeafSchema {
  return leaf({ kind: 'date', expected: 'date', accepts: (text) => parseDay(text) !== undefined }, description, hints)
}

function urlLeaf(description: string, hints?: LeafHints): LeafSchema {
  return leaf({ kind: 'url', expected: 'url', accepts: isWebAddress }, description, hints)
}

export function wholeNumberLeaf(most: number | null, description: string, hints?: LeafHints): LeafSchema {
  const expected = most === null ? 'whole-number' : 'whole-number-0-20'
  const accepts = (text: string) => /^(?:0|[1-9]\d{0,8})$/.test(text) && Number(text) <= (most ?? Infinity)
  return leaf({ kind: 'whole-number', expected, most, accepts }, description, hints)
}

export function yesOrNoLeaf(description: string, hints?: LeafHints): LeafSchema {
  const words = ['true', 'false']
  return leaf(
    { kind: 'yes-or-no', expected: 'yes-or-no', words, accepts: (text) => words.includes(text) },
    description,
    hints,
  )
}

type LeafChoice = Pick<LeafRule, 'kind' | 'expected' | 'accepts'> & Partial<LeafRule>

function leaf(choice: LeafChoice, description: string, hints: LeafHints = {}): LeafSchema {
  const rule: LeafRule = { words: [], most: null, ...choice }
  return v.pipe(
    v.custom<Scalar>((node) => node instanceof Scalar && rule.accepts(node.text)),
    v.description(description),
    v.metadata({ rule, ...hints }),
  )
}

const always = (): boolean => true
const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text)

/** A map with these keys and no other, of which those `needed` have to be there. */
export function mapOf<Entries extends v.ObjectEntries>(needed: readonly (keyof Entries)[], entries: Entries) {
  const own = Object.entries(entries).map(([key, schema]) => [key, needed.includes(key) ? schema : v.optional(schema)])
  return v.strictObject(Object.fromEntries(own) as Record<keyof Entries & string, v.GenericSchema>)
}

export const listOf = (item: v.GenericSchema, description: string) => v.pipe(v.array(item), v.description(description))

/** One text for both languages, or one for each. */
export function nameSchema(description: string) {
  return v.pipe(
    v.union([
      textLeaf(description),
      v.pipe(
        mapOf([], {
          vi: textLeaf('In Vietnamese. Where it is left out, the English text stands for both.'),
          en: textLeaf('In English. Where it is left out, the Vietnamese text stands for both.'),
        }),
        v.title('text by language'),
        v.metadata({ name: 'name', needsOneOf: ['vi', 'en'], toldWithShape: true }),
      ),
    ]),
    v.description(`${description} One text, or one in each language: \`{ vi: …, en: … }\`.`),
  )
}

/** Where a figure was published. */
export function sourceSchema(description: string) {
  return v.pipe(
    v.union([
      textLeaf(description),
      v.pipe(
        mapOf(['title'], {
          title: nameSchema('What was published: a yearbook, a report, a decision, an article.'),
          url: urlLeaf('Where it can be read; begins with http:// or https://.', {
            examples: ['https://example.org/yearbook-2018.pdf'],
          }),
          page: textLeaf('The page or table, for example `21`.', { examples: [21, 'table 3'] }),
          date: dateLeaf('When it was published, for example `2018-12-31`.'),
        }),
        v.metadata({ name: 'source' }),
      ),
    ]),
    v.description(`${description} One text, or a map of title, url, page and date.`),
  )
}

/** How far the rate of a survey may be off. */
export const surveyEntries = {
  se: numberLeaf('The standard error of a rate of a survey, in percentage points, for example `0.21`.'),
  ci: v.pipe(
    mapOf(['from', 'to', 'level'], {
      from: numberLeaf('The lower end, in per cent.'),
      to: numberLeaf('The upper end, in per cent.'),
      level: wordsLeaf(confidenceLevels, 'How sure it is that the rate lies between them.'),
    }),
    v.description('The confidence interval of a rate of a survey: `{ from: 3.6, to: 4.4, level: 95% }`.'),
    v.metadata({ name: 'ci' }),
  ),
}

/** What a multidimensional index is the product of. */
export const mpiEntry = {
  mpi: v.pipe(
    mapOf(['headcount', 'intensity'], {
      headcount: numberLeaf('The share of the poor, in per cent, for example `12.5`.'),
      intensity: numberLeaf('The mean share of deprivations among the poor, in per cent, for example `41.2`.'),
    }),
    v.description('Of a multidimensional poverty index: it is their product. `{ headcount: 12.5, intensity: 41.2 }`.'),
    v.metadata({ name: 'mpi' }),
  ),
}

export function numbersSchema() {
  const description =
    'How numbers are written in this document: `plain` 16250.5, `vi` 16.250,5, `en` 16,250.5, `si` 16 250,5, `ch` 16’250.5, `in` 1,62,500; ' +
    'or the signs of groups and decimals, `{ group: " ", decimal: "," }`. Without it, a number that could be read in two ways is a problem.'
  const signs = mapOf(['decimal'], {
    group: signLeaf(
      'group-sign',
      groupSigns,
      'What stands between groups of three digits, one sign; nothing without it.',
    ),
    decimal: signLeaf('decimal-sign', decimalSigns, 'What stands before the decimals.'),
  })
  return v.pipe(
    v.union([
      wordsLeaf(notations, description),
      v.pipe(signs, v.title('signs'), v.metadata({ name: 'numbers', differ: ['group', 'decimal'] })),
    ]),
    v.description(description),
  )
}
