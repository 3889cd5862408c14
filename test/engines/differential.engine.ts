import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noProgress } from '../../src/cli/output/progress.ts'
import { databaseTableRead } from '../../src/cli/table/database-tables.ts'
import type { Sources } from '../../src/cli/table/sources.ts'
import type { TableFile } from '../../src/cli/table/table-files.ts'
import { clickhouseConnection } from '../../src/engine/clickhouse.ts'
import type { Connection } from '../../src/engine/database.ts'
import { postgresConnection } from '../../src/engine/postgres.ts'
import { csvTable } from '../../src/read/table/csv.ts'
import type { TableRead } from '../../src/read/table/results.ts'
import { groupText, tableRead } from '../../src/read/table/rows.ts'
import { type MadeUp, madeUpTables, mappingOf } from '../engine/made-up-tables.ts'
import {
  type Clickhouse,
  hasClickhouse,
  PASSWORD,
  type Postgres,
  postgresPrograms,
  startClickhouse,
  startPostgres,
} from './servers.ts'

/*
 * Where a table lies must make no difference: not to figures and how many rows they are of, not to refused rows and why they
 * are. Only places differ: a database has none.
 */

const RUNS = Number(process.env['PVA_RUNS'] ?? 50)
const PATIENCE = 60_000 + RUNS * 1000

const server = { host: '127.0.0.1', password: PASSWORD, tls: false, ca: null, seconds: 60 }

/** Tables whose texts a database holds as they are: no zero bytes, in one form of Unicode, each column once. */
const tables = madeUpTables.filter(({ columns }) => new Set(columns).size === columns.length)

const textsOf = ({ rows }: MadeUp) => rows.map((row) => row.map((cell) => cell.replaceAll('\0', '').normalize('NFC')))

describe.skipIf(postgresPrograms === null)('a table in PostgreSQL (skipped where it is not installed)', () => {
  let started: Postgres
  let connection: Connection
  beforeAll(async () => {
    started = await startPostgres()
    connection = await postgresConnection({ ...server, port: started.port, database: 'postgres', user: 'owner' })
  })
  afterAll(async () => {
    await connection?.close()
    await started?.stop()
  })

  it(
    'comes to the same as a file of the same rows',
    async () => {
      let number = 0
      await fc.assert(
        fc.asyncProperty(tables, async (made) => {
          const name = `t${number++}`
          const columns = made.columns.map((column) => `"${column}" text`)
          await started.sql(`CREATE TABLE ${name} (${columns.join(', ')})`)
          for (const row of textsOf(made)) {
            await started.sql(
              `INSERT INTO ${name} VALUES (${row.map((_, index) => `$${index + 1}`).join(', ')})`,
              row.map(orNull),
            )
          }
          const fresh = await postgresConnection({ ...server, port: started.port, database: 'postgres', user: 'owner' })
          await sameAsFile(made, fresh, name).finally(() => fresh.close())
          await started.sql(`DROP TABLE ${name}`)
        }),
        { numRuns: RUNS, seed: 20_181_231 },
      )
    },
    PATIENCE,
  )
})

describe.skipIf(!hasClickhouse)('a table on two servers of ClickHouse (skipped where it is not installed)', () => {
  let started: readonly Clickhouse[] = []
  let connection: Connection
  beforeAll(async () => {
    started = await startClickhouse(2)
    const port = started[0]?.port ?? 0
    connection = await clickhouseConnection({ ...server, port, database: 'default', user: 'reader' })
  })
  afterAll(() => Promise.all(started.map(({ stop }) => stop())))

  it(
    'comes to the same as a file of the same rows',
    async () => {
      let number = 0
      await fc.assert(
        fc.asyncProperty(tables, async (made) => {
          const name = `t${number++}`
          const columns = made.columns.map(
            (column, index) => `\`${column}\` ${index % 2 === 0 ? 'String' : 'Nullable(String)'}`,
          )
          const rows = textsOf(made)
          for (const [shard, { sql }] of started.entries()) {
            await sql(`CREATE TABLE ${name}_part (${columns.join(', ')}) ENGINE = Memory`)
            const own = rows.filter((_, index) => index % started.length === shard)
            const written = own.map((row) =>
              row.map((cell, index) => (cell === '' && index % 2 === 1 ? '\\N' : escaped(cell))).join('\t'),
            )
            if (own.length > 0) await sql(`INSERT INTO ${name}_part FORMAT TabSeparated`, `${written.join('\n')}\n`)
          }
          await started[0]?.sql(
            `CREATE TABLE ${name} AS ${name}_part ENGINE = Distributed(shards, default, ${name}_part)`,
          )
          await sameAsFile(made, connection, name)
          await started[0]?.sql(`DROP TABLE ${name}`)
          for (const { sql } of started) await sql(`DROP TABLE ${name}_part`)
        }),
        { numRuns: RUNS, seed: 20_181_231 },
      )
    },
    PATIENCE,
  )
})

/** As PostgreSQL, so ClickHouse has no text where there is none. */
const orNull = (cell: string, index: number) => (cell === '' && index % 2 === 1 ? null : cell)

function escaped(cell: string): string {
  return cell.replace(/[\\\t\n\r]/g, (sign) => `\\${{ '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r' }[sign]}`)
}

async function sameAsFile(made: MadeUp, connection: Connection, name: string): Promise<void> {
  const mapping = mappingOf(made.choice)
  const quoted = [made.columns, ...textsOf(made)].map((row) =>
    row.map((cell) => (cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`)).join(','),
  )
  const small = tableRead(csvTable('t', Buffer.from(`${quoted.join('\n')}\n`), null), mapping)
  const source = {
    engine: 'postgres',
    host: '',
    port: 0,
    database: '',
    seconds: 1,
    ca: null,
    user: '',
    name: '',
    tls: false,
  } as const
  const sources: Sources = { sourceOf: () => source, connected: (_, work) => work(connection) }
  const request = { relation: { source: { text: 's' }, name: { text: name } } }
  const table = { path: 't', mapping, request, format: 'database' } as unknown as TableFile
  const around = { refused: { most: null, all: null }, during: noProgress.during }
  expect(told(await databaseTableRead(table, sources, around))).toEqual(told(small))
}

/** What a table came to, without places, in no order. */
function told({ groups, refused, refusals, equalRows, rows, passed, problems }: TableRead) {
  const lost = new Map<string, number>()
  for (const { indicator, area, period, rows: count } of refused) {
    const key = JSON.stringify([indicator, area === undefined ? '?' : area, period?.text ?? '?'])
    lost.set(key, (lost.get(key) ?? 0) + count)
  }
  return {
    problems: problems.map(({ code, args }) => ('column' in args ? `${code} ${args.column}` : code)).sort(),
    equalRows: equalRows?.count ?? 0,
    ...{ rows, passed: passed.rows, marks: [...passed.marks].sort() },
    groups: [...groups]
      .filter(({ figures, state }) => figures.size > 0 || state !== null)
      .map((group) => {
        const figures = [...group.figures].map(([field, { value, text, count }]) => [
          field,
          value.toDecimal(),
          text,
          count,
        ])
        return JSON.stringify([groupText(group), group.rows, group.source, figures.sort()])
      })
      .sort(),
    lost: [...lost].sort(),
    refusals: refusals.map(({ problems }) => JSON.stringify(problems.map(({ code, args }) => [code, args]))).sort(),
  }
}
