import { createRequire } from 'node:module'
import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import type { ClientConfig, Query } from 'pg'
import type { TablePeriod } from '../model/table.ts'
import { type Connection, DatabaseFailure, type DatabaseTable, type Server } from './database.ts'
import { type DatabaseColumn, type Dialect, literal, type Selection, type Statement } from './dialect.ts'

/** PostgreSQL from version 13 on, by the package `pg`, which is loaded where it is installed. */
export async function postgresConnection(server: Server): Promise<Connection> {
  const pg = loaded()
  const config: ClientConfig = {
    host: server.host,
    port: server.port,
    database: server.database,
    user: server.user,
    // A function, so that the package looks for no password of its own.
    password: () => server.password ?? '',
    ssl: server.tls && {
      rejectUnauthorized: true,
      // The package asks for the name of this computer where the server is an address.
      checkServerIdentity: (_: string, certificate: PeerCertificate) => checkServerIdentity(server.host, certificate),
      ...(server.ca !== null && { ca: server.ca }),
    },
    application_name: 'pva',
    connectionTimeoutMillis: CONNECTING,
    client_encoding: 'UTF8',
    types: { getTypeParser: () => (text: string | Buffer) => String(text) },
  } as ClientConfig
  const client = new pg.Client(config)
  let lost: unknown = null
  client.on('error', (error: unknown) => {
    lost = error
  })
  try {
    await client.connect()
  } catch (error) {
    throw failureOf(error)
  }
  const all = async (sql: string, values: Statement['values'] = []) => {
    const rows: (string | null)[][] = []
    await ask({ sql, values }, (row) => rows.push([...row]))
    return rows
  }
  const ask: Connection['ask'] = ({ sql, values }, onRow) =>
    new Promise((resolve, reject) => {
      if (lost) throw failureOf(lost)
      let fault: unknown = null
      const query: Query = new pg.Query({ text: sql, values: values as unknown[], rowMode: 'array' } as never)
      query.on('row', (row: unknown) => {
        if (fault) return
        try {
          onRow(row as (string | null)[])
        } catch (error) {
          fault = error
        }
      })
      query.on('end', () => (fault ? reject(fault) : resolve()))
      query.on('error', (error: unknown) => reject(failureOf(error)))
      client.query(query)
    })
  const begin = async () => {
    await all('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  }
  try {
    const [[version = '0', encoding = '', pid = ''] = []] = await all(
      `SELECT current_setting('server_version_num'), current_setting('server_encoding'), pg_backend_pid()::text`,
    )
    if (Number(version) < 130_000)
      throw new DatabaseFailure('version', `PostgreSQL ${Math.floor(Number(version) / 10_000)}`)
    if (encoding !== 'UTF8') throw new DatabaseFailure('encoding', encoding ?? '')
    const settings: readonly (readonly [name: string, value: string])[] = [
      ['statement_timeout', String(server.seconds * 1000)],
      ['DateStyle', 'ISO, YMD'],
      ['enable_partitionwise_aggregate', 'on'],
      // A policy that hides rows is an error, not a smaller sum.
      ['row_security', 'off'],
      // Where this program is gone, so is what it asked.
      ...(Number(version) >= 140_000 ? [['client_connection_check_interval', '2000'] as const] : []),
    ]
    for (const setting of settings) await all('SELECT set_config($1, $2, false)', setting)
    await begin()
    return connectionOn(pid ?? '')
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }

  function connectionOn(pid: string): Connection {
    return {
      dialect: postgresDialect,
      describe: (name) => described(name, all, begin),
      ask,
      cancel: async () => {
        const other = new pg.Client(config)
        await other.connect()
        await other.query('SELECT pg_cancel_backend($1)', [pid]).finally(() => other.end())
      },
      close: () => client.end(),
    }
  }
}

const CONNECTING = 15_000

type Ask = (sql: string, values?: Statement['values']) => Promise<(string | null)[][]>

async function described(name: readonly string[], all: Ask, begin: () => Promise<void>): Promise<DatabaseTable> {
  const [table = '', schema = null] = [...name].reverse()
  const [[oid, space = '', kind = '', hasKey = '', isForeign = '', at = ''] = []] = await all(
    `SELECT c.oid::text, n.nspname, c.relkind, EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)::text,
       EXISTS (SELECT FROM pg_partition_tree(c.oid) t JOIN pg_class p ON p.oid = t.relid WHERE p.relkind = 'f')::text,
       to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ($2 = '' AND pg_table_is_visible(c.oid) OR n.nspname = $2)`,
    [table, schema ?? ''],
  )
  if (!oid) throw new DatabaseFailure('no-table', name.join('.'))
  const columns = await all(
    `SELECT a.attname, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), a.atttypmod), a.attnotnull::text,
       EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY (i.indkey))::text,
       coalesce((SELECT NOT l.collisdeterministic FROM pg_collation l WHERE l.oid = a.attcollation), false)::text
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [oid],
  )
  const { identifier } = postgresDialect
  const relation = `${identifier(space ?? '')}.${identifier(table)}`
  const count = async () => {
    await all('COMMIT')
    await begin()
    const [[rows = ''] = []] = await all(`SELECT count(*) FROM ${relation}`)
    return Number(rows)
  }
  return {
    relation,
    name: `${space}.${table}`,
    at: at ?? '',
    hasKey: hasKey === 'true',
    // A view may stand for tables of other servers, and a foreign table does.
    count: isForeign === 'true' || kind === 'f' || kind === 'v' ? count : null,
    columns: columns.map(([column, type, notNull, isKey, isCollated]) => ({
      name: column ?? '',
      type: type ?? '',
      kind: kindOf(type ?? ''),
      isKey: isKey === 'true',
      mayBeNull: notNull !== 'true',
      isCollated: isCollated === 'true',
    })),
  }
}

function kindOf(type: string): DatabaseColumn['kind'] {
  if (/^(?:smallint|integer|bigint|numeric)\b/.test(type)) return 'number'
  if (/^(?:real|double precision|money)$/.test(type)) return 'float'
  if (/^(?:text|character|name\b)/.test(type)) return 'text'
  if (type === 'date') return 'date'
  if (/^timestamp.* with time zone/.test(type)) return 'instant'
  return /^timestamp/.test(type) ? 'time' : 'other'
}

const collated = ({ isCollated }: DatabaseColumn, sql: string) => (isCollated ? `${sql} COLLATE "C"` : sql)

/** Texts that JSON and its like cannot be grouped by. */
const text = (column: DatabaseColumn, sql: string): string => {
  const written = column.type === 'text' ? sql : `${sql}::text`
  return collated(column, column.mayBeNull ? `coalesce(${written}, '')` : written)
}

const isDay = ({ kind }: DatabaseColumn, period: TablePeriod | null): period is TablePeriod =>
  period !== null && (kind === 'date' || kind === 'time')

export const postgresDialect: Dialect = {
  isFlat: false,
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  isOneOf: (sql, texts, values) => {
    // No text of PostgreSQL holds a zero byte.
    values.push(texts.filter((each) => !each.includes('\0')))
    return `(${sql} = ANY ($${values.length}::text[]))`
  },
  matches: (sql, pattern) => `${sql} ~ ${literal(pattern)}`,
  replaced: (sql, sign, by) => `replace(${sql}, ${literal(sign)}, ${literal(by)})`,
  composed: (sql) => `normalize(${sql}, NFC)`,
  trimmed: (sql) => `btrim(${sql})`,
  length: (sql) => `octet_length(${sql})`,
  asText: (sql) => `(${sql})::text`,
  text,
  key: (column, sql, period) => {
    if (!isDay(column, period)) return column.kind === 'number' || column.kind === 'date' ? sql : text(column, sql)
    const day = `date_trunc('${period === 'half' ? 'year' : period}', ${sql}::timestamp)`
    return period === 'half' ? `${day} + interval '6 months' * ((extract(month FROM ${sql})::int - 1) / 6)` : day
  },
  keyText: (column, sql, period) =>
    isDay(column, period) ? `coalesce((${sql})::date::text, '')` : `coalesce((${sql})::text, '')`,
  number: ({ kind }, sql) => (kind === 'number' ? sql : null),
  numberOf: (sql, isOne) => `CASE WHEN ${isOne} THEN (${sql})::numeric END`,
  numberUnlessOdd: (sql, isOne) =>
    `CASE WHEN ${isOne} THEN (${sql})::numeric WHEN ${sql} <> '' THEN 'NaN'::numeric END`,
  count: (condition) => `count(*) FILTER (WHERE ${condition})`,
  least: (sql) => `min(${sql} COLLATE "C")`,
  greatest: (sql) => `max(${sql} COLLATE "C")`,
  select: ({ relation, levels, columns, where, groupBy, having, orderBy, limit }: Selection) => {
    const from = levels.reduce((inner, named, level) => {
      const all = [...(level > 0 ? ['*'] : []), ...named.map(([name, sql]) => `${sql} AS ${name}`)]
      return level > 0 && named.length === 0 ? inner : `(SELECT ${all.join(', ')} FROM ${inner}) AS l${level}`
    }, relation)
    return [
      `SELECT ${columns.join(',\n  ')}\nFROM ${from}`,
      ...(where ? [`WHERE ${where}`] : []),
      ...(groupBy ? [`GROUP BY ${groupBy.join(', ')}`] : []),
      ...(having ? [`HAVING ${having}`] : []),
      ...(orderBy && orderBy.length > 0 ? [`ORDER BY ${orderBy.map((sql) => `${sql} COLLATE "C"`).join(', ')}`] : []),
      ...(limit ? [`LIMIT ${limit}`] : []),
    ].join('\n')
  },
}

function loaded(): typeof import('pg') {
  try {
    return createRequire(import.meta.url)('pg')
  } catch (error) {
    throw new DatabaseFailure('no-package', error instanceof Error ? error.message : '')
  }
}

/** What PostgreSQL, or the way to it, says; by the codes of appendix A of its manual. */
function failureOf(error: unknown): DatabaseFailure {
  if (error instanceof DatabaseFailure) return error
  const { code = '', message = String(error) } = error as { readonly code?: string; readonly message?: string }
  if (['28P01', '28000'].includes(code) || /password/i.test(message)) return new DatabaseFailure('login', message)
  if (code === '57014') return new DatabaseFailure(/timeout/i.test(message) ? 'time-out' : 'cancelled', message)
  if (code === '42501') return new DatabaseFailure('no-permission', message)
  if (/SSL|certificate|self.signed/i.test(message)) return new DatabaseFailure('tls', message)
  if (code === '' || /^E[A-Z]+$/.test(code) || /^(?:08(?!P)|57P)/.test(code))
    return new DatabaseFailure('connection', message)
  return new DatabaseFailure('server', message)
}
