import type { SourceFailure } from '../model/source.ts'
import type { TableSums } from '../model/table.ts'
import type { DatabaseColumn, Dialect, Statement } from './dialect.ts'
import { type Engine, EngineFailure, type EngineQuery, type EngineTable, MOST_GROUPS } from './engine.ts'
import { InexactSum, textPiece } from './piece.ts'
import { databaseStatements } from './sql-database.ts'
import { summedGroups } from './summed-groups.ts'

/** Where a server is, and who asks it. */
export interface Server {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  /** null: there is none. */
  readonly password: string | null
  readonly tls: boolean
  /** The certificates of those who may vouch for the server, in PEM; null: those that Node knows. */
  readonly ca: string | null
  /** How long a statement may take. */
  readonly seconds: number
}

/** Asks a server; answers come row by row in texts, null where they are NULL. */
export interface Connection {
  readonly dialect: Dialect
  /** What it knows of a table; fails where there is none of that name. */
  describe(name: readonly string[]): Promise<DatabaseTable>
  /** Fails where not all of the answer came, whatever came before. */
  ask(statement: Statement, onRow: (cells: readonly (string | null)[]) => void): Promise<void>
  /** Ends what is running, on the server too. */
  cancel(): Promise<void>
  close(): Promise<void>
}

export interface DatabaseTable {
  /** As SQL writes it, with its schema or database. */
  readonly relation: string
  /** The same for people. */
  readonly name: string
  readonly columns: readonly DatabaseColumn[]
  /** By the server's clock: `2018-12-31T17:00:00Z`. */
  readonly at: string
  /** No two rows are equal. */
  readonly hasKey: boolean
  /** Counts its rows anew; null: all that is asked is of one snapshot of one server. */
  readonly count: (() => Promise<number>) | null
}

/** Why a server gives no sums; the message is what it says. */
export class DatabaseFailure extends Error {
  readonly why: SourceFailure

  constructor(why: SourceFailure, said: string) {
    super(said)
    this.why = why
  }
}

/**
 * A table of a database as an engine. Rows have no numbers there: those that are looked for get theirs in the order in which
 * they are found, and are kept.
 */
export function databaseEngine(connection: Connection, table: DatabaseTable): Engine {
  const kept: (readonly string[])[] = []
  const statements = (query: EngineQuery, isCareful = true) =>
    databaseStatements(connection.dialect, table, query, isCareful)
  const answer = async (statement: Statement) => {
    const rows: string[][] = []
    await connection.ask(statement, (cells) => rows.push(cells.map((cell) => cell ?? '')))
    return rows
  }
  const keep = (rows: readonly (readonly string[])[], asked: readonly number[]) =>
    rows.map((row) => {
      const texts = table.columns.map(() => '')
      for (const [index, column] of asked.entries()) texts[column] = row[index] ?? ''
      return kept.push(texts)
    })
  return {
    sums: async (_, query) => {
      try {
        return await sumsOf(connection, statements(query, false).sums(), query)
      } catch (error) {
        if (!(error instanceof InexactSum)) throw error
        return sumsOf(connection, statements(query).sums(), query)
      }
    },
    rowNumbers: async (_, query, search) => {
      const { rows, asked } = statements(query)
      return keep(await answer(rows(search)), asked)
    },
    repeatedRows: async (_, query, search, most) => {
      const rows: string[][] = []
      for (const key of await answer(statements(query).repeatedKeys(search, most)))
        for (const row of await answer(statements(query).rowsOfKey(search, key))) rows.push(row)
      return keep(rows, statements(query).asked)
    },
    equalRows: async (_, query, search) => {
      if (table.hasKey) return null
      const counts = await answer(statements(query).equalRows(search))
      const count = counts.reduce((sum, [more = '0']) => sum + Number(more), 0)
      return count > 0 ? { count, first: 0 } : null
    },
    rowTexts: async (_, numbers) => numbers.map((number) => kept[number - 1] ?? []),
    columns: async () => ({ ...engineTable(table), rows: 0 }),
    progress: () => null,
    interrupt: () => void connection.cancel().catch(() => {}),
    close: () => void connection.close().catch(() => {}),
  }
}

/** The table as engines know it. */
export function engineTable({ name, columns }: DatabaseTable): EngineTable {
  const numbers = columns.flatMap(({ kind }, index) => (kind === 'number' ? [index] : []))
  const names = columns.map((column) => column.name)
  return { path: name, format: 'csv', delimiter: ',', columns: names, numberColumns: new Set(numbers), isMarked: false }
}

async function sumsOf(connection: Connection, statement: Statement, query: EngineQuery): Promise<TableSums> {
  const groups = summedGroups({ ...query, asks: 'sums' })
  let rows: (readonly (string | null)[])[] = []
  const flush = () => {
    groups.add(textPiece(rows))
    if (groups.length() > MOST_GROUPS) throw new EngineFailure('too-many-groups')
    rows = []
  }
  await connection.ask(statement, (cells) => {
    rows.push(cells)
    if (rows.length === ROWS_AT_ONCE) flush()
  })
  flush()
  return { rows: groups.rows(), groups: groups.groups() }
}

/** As many as a piece of DuckDB has. */
const ROWS_AT_ONCE = 2048
