import { Exact } from '../../model/exact.ts'
import { formatDay } from '../../model/period.ts'
import { machineNumber, machinePercentage } from '../figure/machine-number.ts'
import { csvCell, jsonString } from './escaped.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** How values of one kind are written. */
export interface Kind<T> {
  readonly schema: JsonSchema
  /** `line`: the line break and indent where it stands. */
  readonly json: (value: T, line: string) => string
  /** What the names of its columns in CSV end in; none: it has no place there. */
  readonly columns: readonly string[]
  /** What stands in them, with commas between. */
  readonly cells: (value: T) => string
}

/** A number that is written already. */
export interface Digits {
  readonly digits: string
}

function leaf<T>(schema: JsonSchema, json: (value: T) => string, cell: (value: T) => string = json): Kind<T> {
  return { schema, json, columns: [''], cells: cell }
}

const digitsOf = (value: Exact | Digits) => (value instanceof Exact ? machineNumber(value) : value.digits)

export const text = leaf<string>({ type: 'string' }, jsonString, csvCell)
/** Digit for digit, through no binary float; to 12 decimals where they never end. */
export const number = leaf<Exact | Digits>({ type: 'number' }, digitsOf)
/** Of a ratio: 1.1826875 is 118.26875. */
export const percent = leaf<Exact>({ type: 'number' }, machinePercentage)
/** How many, from 0. */
export const tally = leaf<number>({ type: 'integer', minimum: 0 }, String)
/** A line, column or place, from 1. */
export const position = leaf<number>({ type: 'integer', minimum: 1 }, String)
export const yesOrNo = leaf<boolean>({ type: 'boolean' }, String)
/** Of a day number. */
export const day = leaf<number>(
  { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` },
  (value) => `"${formatDay(value)}"`,
  formatDay,
)
export const sha256 = leaf<string>({ type: 'string', pattern: '^[0-9a-f]{64}$' }, jsonString)
/** One of some words of the model. */
export const word = <Word extends string>(words: readonly Word[]) =>
  leaf<Word>({ type: 'string', enum: words }, jsonString, String)
/** One of some words, or a day as it is written: `2018-05-31`. */
export const wordOrDay = (words: readonly string[]) =>
  leaf<string>({ anyOf: [word(words).schema, day.schema] }, jsonString)
export const constant = (value: string) => leaf<unknown>({ const: value }, () => jsonString(value))
export const numberOr = <Other extends string>({ schema, json }: Kind<Other>) =>
  leaf<Exact | Digits | Other>(
    { anyOf: [number.schema, schema] },
    (value) => (typeof value === 'string' ? json(value, '') : digitsOf(value)),
    (value) => (typeof value === 'string' ? csvCell(value) : digitsOf(value)),
  )

/** `from`: numbers that it is compared with, which its rounding must not make it equal to. */
export function apart(value: Exact, from: readonly (Exact | null)[]): Digits
export function apart(value: Exact | null | undefined, from: readonly (Exact | null)[]): Digits | null
export function apart(value: Exact | null | undefined, from: readonly (Exact | null)[]): Digits | null {
  return value
    ? {
        digits: machineNumber(
          value,
          from.flatMap((other) => other ?? []),
        ),
      }
    : null
}

/** Of a kind or a field: without columns in CSV, or with columns of its own elsewhere. */
export const inJson = <Written extends { readonly columns: readonly string[]; readonly cells: unknown }>(
  written: Written,
) => ({ ...written, columns: [], cells: () => '' })

export const list = <T>(kind: Kind<T>): Kind<readonly T[]> => ({
  schema: { type: 'array', items: kind.schema },
  json: (items, line) =>
    bracketed(
      '[]',
      items.map((item) => kind.json(item, `${line}  `)),
      line,
    ),
  columns: [],
  cells: () => '',
})

const endsSchema = {
  type: 'array',
  prefixItems: [number.schema, number.schema],
  items: false,
  minItems: 2,
  maxItems: 2,
}
/** The two ends of a range. */
export const ends: Kind<readonly Exact[]> = { ...list(number), schema: endsSchema }

/** One number, or both ends of a range: the other one has a column `_to`. */
export const oneOrEnds: Kind<readonly Exact[]> = {
  schema: { anyOf: [number.schema, endsSchema] },
  json: (value, line) => (value[1] ? ends.json(value, line) : value.map(digitsOf).join()),
  columns: ['', 'to'],
  cells: ([low, high]) => `${low ? digitsOf(low) : ''},${high ? digitsOf(high) : ''}`,
}

/** A key for each id. */
export function byId<T>(kind: Kind<T>, title: string, description: string): Kind<ReadonlyMap<string, T>> {
  const propertyNames = { title, description, type: 'string' }
  return {
    schema: { type: 'object', propertyNames, additionalProperties: kind.schema },
    json: (items, line) =>
      bracketed(
        '{}',
        [...items].map(([id, item]) => `${jsonString(id)}: ${kind.json(item, `${line}  `)}`),
        line,
      ),
    columns: [],
    cells: () => '',
  }
}

export function bracketed([open = '', close = '']: string, items: readonly string[], line: string): string {
  return items.length === 0 ? open + close : `${open}${line}  ${items.join(`,${line}  `)}${line}${close}`
}

/** `type: [string, null]` instead of two schemas, where that says the same. */
export function nullable(schema: JsonSchema): JsonSchema {
  const none = { type: 'null' }
  const { type, enum: words, anyOf } = schema
  if (anyOf) return { anyOf: [...(anyOf as readonly JsonSchema[]), none] }
  if (typeof type !== 'string') return { anyOf: [schema, none] }
  return { ...schema, type: [type, 'null'], ...(words ? { enum: [...(words as string[]), null] } : {}) }
}
