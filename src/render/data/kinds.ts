import { Exact } from '../../model/exact.ts'
import { formatDay } from '../../model/period.ts'
import { machineNumber, machinePercentage } from '../figure/machine-number.ts'
import { type Long, Pieces } from '../figure/pieces.ts'
import { csvCell, jsonString } from './escaped.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** How values of one kind are written. */
export interface Kind<T> {
  readonly schema: JsonSchema
  /** `line`: the line break and indent where it stands. */
  readonly json: (value: T, line: string) => Long
  /** What the names of its columns in CSV end in; none: it has no place there. */
  readonly columns: readonly string[]
  /** What stands in them, with commas between. */
  readonly cells: (value: T) => string
}

/** A number that is written already. */
export interface Digits {
  readonly digits: string
}

interface Leaf<T> extends Kind<T> {
  readonly json: (value: T) => string
}

function leaf<T>(schema: JsonSchema, json: (value: T) => string, cell: (value: T) => string = json): Leaf<T> {
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
/** In words: never a number alone. */
export const words = leaf<string>({ type: 'string', pattern: String.raw`^(?![-−+]?\d[\d.,\s]*%?$)` }, jsonString)
/** One of some words, or a day as it is written: `2018-05-31`. */
export const wordOrDay = (words: readonly string[]) =>
  leaf<string>({ anyOf: [word(words).schema, day.schema] }, jsonString)
export const constant = (value: string) => leaf<unknown>({ const: value }, () => jsonString(value))
export const numberOr = <Other extends string>({ schema, json }: Leaf<Other>) =>
  leaf<Exact | Digits | Other>(
    { anyOf: [number.schema, schema] },
    (value) => (typeof value === 'string' ? json(value) : digitsOf(value)),
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

/** Of so many items a text may be longer than it can be: the inputs of an indicator in thousands of areas. */
const LONG = 1000

export const list = <T>(kind: Kind<T>): Kind<readonly T[]> => ({
  schema: { type: 'array', items: kind.schema },
  json: (items, line) => {
    const written = (item: T) => kind.json(item, `${line}  `)
    return items.length < LONG
      ? bracketed('[]', items.map(written), line)
      : new Pieces(() => bracketedPieces('[]', items, written, line))
  },
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
        [...items].map(([id, item]) => behind(`${jsonString(id)}: `, kind.json(item, `${line}  `))),
        line,
      ),
    columns: [],
    cells: () => '',
  }
}

export function bracketed(brackets: '[]' | '{}', items: readonly Long[], line: string): Long {
  if (items.length === 0) return brackets
  if (!items.every((item) => typeof item === 'string')) {
    return new Pieces(() => bracketedPieces(brackets, items, (item) => item, line))
  }
  return `${brackets[0]}${line}  ${items.join(`,${line}  `)}${line}${brackets[1]}`
}

function* bracketedPieces<T>(brackets: string, items: readonly T[], written: (item: T) => Long, line: string) {
  let before = `${brackets[0]}${line}  `
  for (const item of items) {
    yield* piecesOf(behind(before, written(item)))
    before = `,${line}  `
  }
  yield `${line}${brackets[1]}`
}

export const behind = (start: string, json: Long, end = ''): Long =>
  typeof json === 'string'
    ? start + json + end
    : new Pieces(function* () {
        yield start
        yield* json.pieces()
        yield end
      })

const piecesOf = (json: Long): Iterable<string> => (typeof json === 'string' ? [json] : json.pieces())

/** `type: [string, null]` instead of two schemas, where that says the same. */
export function nullable(schema: JsonSchema): JsonSchema {
  const none = { type: 'null' }
  const { type, enum: words, anyOf } = schema
  if (anyOf) return { anyOf: [...(anyOf as readonly JsonSchema[]), none] }
  if (typeof type !== 'string') return { anyOf: [schema, none] }
  return { ...schema, type: [type, 'null'], ...(words ? { enum: [...(words as string[]), null] } : {}) }
}
