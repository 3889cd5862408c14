import type { TablePeriod } from '../model/table.ts'

/** What a column of a database holds. */
export interface DatabaseColumn {
  readonly name: string
  /**
   * `number`: exactly; `float`: nearly; `time`: a day and a time of day; `instant`: the same, whose day is another one
   * elsewhere.
   */
  readonly kind: 'number' | 'float' | 'text' | 'date' | 'time' | 'instant' | 'other'
  /** As its server calls it. */
  readonly type: string
  /** Part of what tells rows apart. */
  readonly isKey: boolean
  readonly mayBeNull: boolean
  /** Its texts are compared in a way of its own. */
  readonly isCollated?: boolean
}

/** A statement, and the values that stand in it as `$1`, `$2`, …, where the server has such. */
export interface Statement {
  readonly sql: string
  readonly values: readonly Value[]
}

export type Value = string | readonly string[]

/** Names for expressions, of which those of later levels use those of earlier ones. */
export type Levels = readonly (readonly (readonly [name: string, sql: string])[])[]

/** What is asked of the rows of a table. */
export interface Selection {
  readonly relation: string
  readonly levels: Levels
  readonly columns: readonly string[]
  readonly where?: string
  readonly groupBy?: readonly string[]
  readonly having?: string
  readonly orderBy?: readonly string[]
  readonly limit?: number | null
}

/** How a server writes what is asked of it. Whatever comes from files is an identifier or a value, never SQL. */
export interface Dialect {
  /** Expressions stand beside the columns of the table itself; else each level is a table for the next. */
  readonly isFlat: boolean
  /** A name, whatever it is. */
  readonly identifier: (name: string) => string
  /** Whether a text is one of these; `values` takes them where the server has parameters. */
  readonly isOneOf: (sql: string, texts: readonly string[], values: Value[]) => string
  readonly matches: (sql: string, pattern: string) => string
  readonly replaced: (sql: string, sign: string, by: string) => string
  readonly composed: (sql: string) => string
  readonly trimmed: (sql: string) => string
  readonly length: (sql: string) => string
  readonly asText: (sql: string) => string
  /** The text of a cell; nothing where it is NULL. */
  readonly text: (column: DatabaseColumn, sql: string) => string
  /** What rows are grouped by, and the text of that. */
  readonly key: (column: DatabaseColumn, sql: string, period: TablePeriod | null) => string
  readonly keyText: (column: DatabaseColumn, sql: string, period: TablePeriod | null) => string
  /** A number that can be added up as it is, however many there are; null: only its text can be looked at. */
  readonly number: (column: DatabaseColumn, sql: string) => string | null
  /** The number that a text is where it is one. */
  readonly numberOf: (text: string, isOne: string) => string
  /** A number of texts that is none where one of them is not; null: there is no such number. */
  readonly numberUnlessOdd: ((text: string, isOne: string) => string) | null
  readonly count: (condition: string) => string
  readonly least: (sql: string) => string
  readonly greatest: (sql: string) => string
  readonly select: (asked: Selection) => string
}

/** A text as SQL writes it; whatever stands in it is just text. */
export function literal(text: string): string {
  // A zero byte would end the statement.
  const pieces = text.split('\0').map((piece) => `'${piece.replaceAll("'", "''")}'`)
  return pieces.length === 1 ? (pieces[0] ?? "''") : `(${pieces.join(' || chr(0) || ')})`
}
