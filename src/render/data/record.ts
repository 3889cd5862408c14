import { type Long, Pieces } from '../figure/pieces.ts'
import { behind, bracketed, type JsonSchema, type Kind, nullable } from './kinds.ts'

/*
 * What programs read is described once: a record is a list of fields in the order of its keys, each with its key, its
 * kind, its description and where its value comes from. JSON, CSV and JSON Schema are made from that.
 */

/** Some keys of a record, and the columns for them; without a row they are null, and empty. */
export interface Part<Row> {
  readonly properties: readonly { readonly key: string; readonly schema: JsonSchema; readonly isOptional?: boolean }[]
  /** Adds `"key": value` for each. */
  readonly json: (row: Row | null, line: string, entries: Long[]) => void
  readonly columns: readonly string[]
  readonly cells: (row: Row | null) => string
}

/** What a record is made of; a text describes the field behind it, where it is too long to stand in it. */
export type Parts<Row> = readonly (Part<Row> | string)[]

/** Fields that several records have. */
export function group<Row>(items: Parts<Row>): Part<Row> {
  const parts = items.flatMap((item, index) => {
    const description = items[index - 1]
    if (typeof item === 'string') return []
    return typeof description === 'string' ? [withDescription(item, description)] : [item]
  })
  const inCsv = parts.filter(({ columns }) => columns.length > 0)
  return {
    properties: parts.flatMap(({ properties }) => properties),
    json: (row, line, entries) => {
      for (const part of parts) part.json(row, line, entries)
    },
    columns: parts.flatMap(({ columns }) => columns),
    cells: (row) => inCsv.map((part) => part.cells(row)).join(','),
  }
}

const withDescription = <Row>(part: Part<Row>, description: string): Part<Row> => ({
  ...part,
  properties: part.properties.map((property) => ({ ...property, schema: { ...property.schema, description } })),
})

export function record<Row>(description: string, items: Parts<Row>): Kind<Row> {
  const { properties, json, columns, cells } = group(items)
  return {
    schema: {
      ...(description && { description }),
      type: 'object',
      required: properties.filter(({ isOptional }) => !isOptional).map(({ key }) => key),
      additionalProperties: false,
      properties: Object.fromEntries(properties.map(({ key, schema }) => [key, schema])),
    },
    json: (row, line) => {
      const entries: Long[] = []
      json(row, `${line}  `, entries)
      return bracketed('{}', entries, line)
    },
    columns,
    cells,
  }
}

/** Parts of something that a row has. */
export function inside<Row, Inner>(of: (row: Row) => Inner | null | undefined, items: Parts<Inner>): Part<Row> {
  const all = group(items)
  const empty = emptyCells(all.columns)
  const innerOf = (row: Row | null) => (row === null ? null : (of(row) ?? null))
  return {
    ...all,
    json: (row, line, entries) => all.json(innerOf(row), line, entries),
    cells: (row) => {
      const inner = innerOf(row)
      return inner === null ? empty : all.cells(inner)
    },
  }
}

/** `key?`: it may be null. */
type Given<T, Key> = Key extends `${string}?` ? T | null | undefined : T
/** Keys of a row that hold such a value. */
type Own<Row, T> = {
  [Key in keyof Row & string]: Row[Key] extends T
    ? Key | `${Key}?`
    : Row[Key] extends T | null | undefined
      ? `${Key}?`
      : never
}[keyof Row & string]

type Of<Row, T, Key> = (row: Row) => Given<NoInfer<T>, Key>

/**
 * One key, `key?` where it may be null, whose columns are called the same in snake case. Without `of` the value stands
 * in the row under that key.
 */
export function field<Row, T>(key: Own<Row, T>, kind: Kind<T>, description?: string): Part<Row>
export function field<Row, T, Key extends string>(key: Key, kind: Kind<T>, of: Of<Row, T, Key>): Part<Row>
export function field<Row, T, Key extends string>(
  key: Key,
  kind: Kind<T>,
  description: string,
  of: Of<Row, T, Key>,
): Part<Row>
export function field<Row, T>(given: string, kind: Kind<T>, ...rest: readonly unknown[]): Part<Row> {
  // Never text of an input: without `of` the compiler has found it in the row.
  const key = given.replace('?', '') as keyof Row & string
  const description = rest.find((each) => typeof each === 'string')
  const of = rest.find((each) => typeof each === 'function') as ((row: Row) => T | null | undefined) | undefined
  const value = of ?? ((row: Row) => row[key] as T | null)
  const start = `"${key}": `
  return {
    ...column(snakeCase(key), kind, value),
    properties: [{ key, schema: { ...(key === given ? kind.schema : nullable(kind.schema)), description } }],
    json: (row, line, entries) => {
      const found = row === null ? null : value(row)
      entries.push(behind(start, found === null || found === undefined ? 'null' : kind.json(found, line)))
    },
  }
}

/** Of CSV alone. */
export function column<Row, T>(name: string, kind: Kind<T>, of: (row: Row) => T | null | undefined): Part<Row> {
  const empty = emptyCells(kind.columns)
  return {
    properties: [],
    json: () => {},
    columns: kind.columns.map((end) => (name && end ? `${name}_${end}` : name + end)),
    cells: (row) => {
      const value = row === null ? null : of(row)
      return value === null || value === undefined ? empty : kind.cells(value)
    },
  }
}

/** A field whose columns are called otherwise; `''`: by what their names end in alone. */
export function named<Row>(name: string, part: Part<Row>): Part<Row> {
  const own = snakeCase(part.properties[0]?.key ?? '')
  const columns = part.columns.map((each) => name + (name ? each.slice(own.length) : each.slice(own.length + 1)))
  return { ...part, columns }
}

/** A key that is not always there. */
export const optional = <Row>(isThere: (row: Row) => boolean, part: Part<Row>): Part<Row> => ({
  ...part,
  properties: part.properties.map((property) => ({ ...property, isOptional: true })),
  json: (row, line, entries) => row !== null && isThere(row) && part.json(row, line, entries),
})

const emptyCells = (columns: readonly string[]) => ','.repeat(Math.max(0, columns.length - 1))

const snakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A header and the rows, with LF line ends: every spreadsheet reads them, and a diff shows them well. */
export function csvLines<Row>(table: Kind<Row>, rows: Iterable<Row>): Pieces {
  return new Pieces(function* () {
    yield `${table.columns.join(',')}\n`
    for (const row of rows) yield `${table.cells(row)}\n`
  })
}

export const csvText = <Row>(...of: [Kind<Row>, Iterable<Row>]): string => csvLines(...of).toString()
