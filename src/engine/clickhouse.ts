import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { StringDecoder } from 'node:string_decoder'
import type { SourceFailure } from '../model/source.ts'
import type { TablePeriod } from '../model/table.ts'
import { type Connection, DatabaseFailure, type DatabaseTable, type Server } from './database.ts'
import type { DatabaseColumn, Dialect, Selection } from './dialect.ts'

/**
 * ClickHouse, from 18.16 on, by its HTTP interface. It has no transactions: each statement sees the parts that there are
 * when it begins, and tables of several servers those of each of them.
 */
export async function clickhouseConnection(server: Server): Promise<Connection> {
  let running: { readonly id: string; readonly end: () => void } | null = null
  const asked = (sql: string, settings: Readonly<Record<string, string>>, id: string) => {
    const query = new URLSearchParams({ database: server.database, query_id: id, ...settings })
    const options = {
      ...{ host: server.host, port: server.port, path: `/?${query}`, method: 'POST', agent: false },
      headers: { 'X-ClickHouse-User': server.user, 'X-ClickHouse-Key': server.password ?? '' },
      ...(server.ca !== null && { ca: server.ca }),
      timeout: (server.seconds + PATIENCE) * 1000,
    }
    return new Promise<IncomingMessage>((resolve, reject) => {
      const request = (server.tls ? httpsRequest : httpRequest)(options, resolve)
      running = { id, end: () => request.destroy(new DatabaseFailure('cancelled', '')) }
      request.on('error', (error) => reject(failureOf(error)))
      request.on('timeout', () => request.destroy(new DatabaseFailure('time-out', '')))
      request.end(sql)
    })
  }
  const ask: Connection['ask'] = async ({ sql }, onRow) => {
    const settings = { ...SETTINGS, max_execution_time: String(server.seconds) }
    const response = await asked(`${sql}\nFORMAT TabSeparated`, settings, randomUUID())
    if (response.statusCode !== 200) throw refused(response.statusCode ?? 0, await wholeText(response))
    const reader = rowReader(sql.endsWith(TOTALS), onRow)
    try {
      for await (const chunk of response) reader.feed(chunk as Buffer)
    } catch (error) {
      throw failureOf(error)
    } finally {
      running = null
    }
    reader.end()
  }
  const all = async (sql: string) => {
    const rows: (readonly string[])[] = []
    await ask({ sql, values: [] }, (cells) => rows.push(cells.map((cell) => cell ?? '')))
    return rows
  }
  await all('SELECT 1')
  return {
    dialect: clickhouseDialect,
    describe: (name) => described(name, server.database, all),
    ask,
    cancel: async () => {
      const stopped = running
      if (!stopped) return
      const kill = asked(`KILL QUERY WHERE query_id = ${literal(stopped.id)} SYNC`, {}, randomUUID())
      await kill.then(wholeText).finally(stopped.end)
    },
    close: async () => running?.end(),
  }
}

/** In seconds, beyond what the server gives itself. */
const PATIENCE = 15

/**
 * Nothing is left out without a word, whatever the profile of the user says; no status is told before all of the answer is
 * there, from versions on that can wait with it.
 */
const SETTINGS = {
  readonly: '2',
  skip_unavailable_shards: '0',
  distributed_group_by_no_merge: '0',
  max_parallel_replicas: '1',
  wait_end_of_query: '1',
  extremes: '0',
  timeout_overflow_mode: 'throw',
  read_overflow_mode: 'throw',
  group_by_overflow_mode: 'throw',
  result_overflow_mode: 'throw',
  sort_overflow_mode: 'throw',
  max_query_size: '100000000',
}

/** What ends a statement whose answer is closed by a row of its own, with the number of all rows. */
const TOTALS = 'WITH TOTALS'

/**
 * Takes an answer apart into rows. Where a server behind the one that is asked is lost, the error stands where the next row
 * would, behind a status of success: a row without its columns, or an answer without its closing row, is none.
 */
export function rowReader(isClosed: boolean, onRow: (cells: readonly (string | null)[]) => void) {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let columns = 0
  let counted = 0
  let isBehind = false
  let total: number | null = null
  const line = (text: string) => {
    if (isClosed && text === '' && !isBehind) {
      isBehind = true
      return
    }
    const cells = text.split('\t').map(unescaped)
    if (columns === 0) columns = cells.length
    const told = isClosed ? Number(cells.at(-1)) : 0
    if (cells.length !== columns || /^Code: \d+/.test(text) || Number.isNaN(told) || total !== null) {
      throw new DatabaseFailure('broken-off', text.slice(0, 500))
    }
    if (isBehind) total = told
    else {
      counted += told
      onRow(isClosed ? cells.slice(0, -1) : cells)
    }
  }
  return {
    feed: (chunk: Buffer) => {
      const lines = (rest + decoder.write(chunk)).split('\n')
      rest = lines.pop() ?? ''
      for (const each of lines) line(each)
    },
    end: () => {
      if (rest !== '' || (isClosed && total !== counted)) throw new DatabaseFailure('broken-off', rest.slice(0, 500))
    },
  }
}

function unescaped(cell: string): string | null {
  if (cell === '\\N') return null
  return cell.includes('\\') ? cell.replace(/\\(.)/gs, (_, sign: string) => ESCAPES.get(sign) ?? sign) : cell
}

const ESCAPES: ReadonlyMap<string, string> = new Map(
  Object.entries({ t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', 0: '\0' }),
)

async function wholeText(response: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of response) text += String(chunk)
  return text
}

async function described(
  name: readonly string[],
  database: string,
  all: (sql: string) => Promise<readonly (readonly string[])[]>,
): Promise<DatabaseTable> {
  const [table = '', space = database] = [...name].reverse()
  const columns = await all(
    `SELECT name, type FROM system.columns WHERE database = ${literal(space)} AND table = ${literal(table)}`,
  )
  if (columns.length === 0) throw new DatabaseFailure('no-table', name.join('.'))
  const relation = `${clickhouseDialect.identifier(space)}.${clickhouseDialect.identifier(table)}`
  const [[at = ''] = []] = await all(`SELECT toString(toTimeZone(now(), 'UTC'))`)
  return {
    relation,
    name: `${space}.${table}`,
    at: `${at.replace(' ', 'T')}Z`,
    // What it calls a key may be the same in several rows.
    hasKey: false,
    count: async () => Number((await all(`SELECT count(*) FROM ${relation}`))[0]?.[0]),
    columns: columns.map(([column = '', type = '']) => ({
      name: column,
      type,
      kind: kindOf(bareType(type)),
      isKey: false,
      mayBeNull: type.includes('Nullable('),
    })),
  }
}

function bareType(type: string): string {
  const [, inner] = /^(?:Nullable|LowCardinality)\((.*)\)$/s.exec(type) ?? []
  return inner === undefined ? type : bareType(inner)
}

function kindOf(type: string): DatabaseColumn['kind'] {
  if (/^U?Int\d+$|^Decimal/.test(type)) return 'number'
  if (/^(?:B?Float)/.test(type)) return 'float'
  if (/^(?:String|FixedString)/.test(type)) return 'text'
  if (/^Date(?:32)?$/.test(type)) return 'date'
  // Without a time zone of its own it is shown in that of the server.
  if (/^DateTime/.test(type)) return type.includes("'") ? 'time' : 'instant'
  return 'other'
}

const filled = ({ mayBeNull }: DatabaseColumn, sql: string) => (mayBeNull ? `ifNull(${sql}, '')` : sql)

const text = (column: DatabaseColumn, sql: string): string => {
  const type = bareType(column.type)
  if (type.startsWith('FixedString')) return filled(column, `toStringCutToZero(${sql})`)
  return filled(column, type === 'String' && !column.type.includes('LowCardinality') ? sql : `toString(${sql})`)
}

const isDay = ({ kind }: DatabaseColumn, period: TablePeriod | null): period is TablePeriod =>
  period !== null && (kind === 'date' || kind === 'time')

/** A text as ClickHouse writes it: versions before 20 have no parameters. */
function literal(each: string): string {
  return `'${each.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`
}

export const clickhouseDialect: Dialect = {
  // Rows of inner tables would be sent from every server, to be added up by one.
  isFlat: true,
  identifier: (name) => `\`${name.replace(/[\\`]/g, '\\$&')}\``,
  isOneOf: (sql, texts) => (texts.length > 0 ? `(${sql} IN (${texts.map(literal).join(', ')}))` : '(1 = 0)'),
  matches: (sql, pattern) => `match(${sql}, ${literal(pattern)})`,
  replaced: (sql, sign, by) => `replaceAll(${sql}, ${literal(sign)}, ${literal(by)})`,
  composed: (sql) => sql,
  trimmed: (sql) => `replaceRegexpAll(${sql}, '^ +| +$', '')`,
  length: (sql) => `length(${sql})`,
  asText: (sql) => `toString(${sql})`,
  text,
  key: (column, sql, period) => {
    if (!isDay(column, period)) return column.kind === 'number' || column.kind === 'date' ? sql : text(column, sql)
    const day = `toDate(${sql})`
    const year = `toStartOfYear(${day})`
    return {
      day,
      month: `toStartOfMonth(${day})`,
      quarter: `toStartOfQuarter(${day})`,
      half: `if(toMonth(${day}) <= 6, ${year}, addMonths(${year}, 6))`,
      year,
    }[period]
  },
  keyText: (_, sql) => `ifNull(toString(${sql}), '')`,
  number: ({ kind, type }, sql) => {
    const bare = bareType(type)
    const digits = Number(/^Decimal\((\d+),/.exec(bare)?.[1] ?? 0)
    if (kind !== 'number' || digits > 18) return null
    // Sums of 64 bits would begin anew at the other end, without a word.
    if (/^U?Int(?:8|16|32)$/.test(bare) || digits > 0) return sql
    return /^U?Int64$/.test(bare) ? `toDecimal128(${sql}, 0)` : null
  },
  numberOf: (sql, isOne) => `toDecimal128(if(${isOne}, ${sql}, '0'), 6)`,
  numberUnlessOdd: null,
  count: (condition) => `countIf(${condition})`,
  least: (sql) => `min(${sql})`,
  greatest: (sql) => `max(${sql})`,
  select: ({ relation, levels, columns, where, groupBy, having, orderBy, limit }: Selection) => {
    const named = levels.flat().map(([name, sql]) => `${sql} AS ${name}`)
    const isClosed = groupBy !== undefined && !having && !limit
    return [
      ...(named.length > 0 ? [`WITH ${named.join(',\n  ')}`] : []),
      `SELECT ${[...columns, ...(isClosed ? ['count(*)'] : [])].join(',\n  ')}\nFROM ${relation}`,
      ...(where ? [`WHERE ${where}`] : []),
      ...(groupBy ? [`GROUP BY ${groupBy.join(', ')}`] : []),
      ...(having ? [`HAVING ${having}`] : []),
      ...(orderBy && orderBy.length > 0 ? [`ORDER BY ${orderBy.join(', ')}`] : []),
      ...(limit ? [`LIMIT ${limit}`] : []),
      ...(isClosed ? [TOTALS] : []),
    ].join('\n')
  },
}

/** What the server says, by its numbers of errors. */
function refused(status: number, said: string): DatabaseFailure {
  const message = said.trim().slice(0, 500) || `HTTP ${status}`
  const code = Number(/^Code: (\d+)/.exec(message)?.[1] ?? 0)
  const why = WHYS.find(([codes]) => codes.includes(code))?.[1] ?? 'server'
  return new DatabaseFailure(
    why,
    message.replace(/^Code: \d+(?:\. DB::Exception:|, e\.displayText\(\) = DB::Exception:)\s*/, ''),
  )
}

const WHYS: readonly (readonly [codes: readonly number[], why: SourceFailure])[] = [
  [[192, 193, 194, 516], 'login'],
  [[159], 'time-out'],
  [[60, 81], 'no-table'],
  [[164, 497], 'no-permission'],
  [[394], 'cancelled'],
]

function failureOf(error: unknown): Error {
  if (!(error instanceof Error) || error instanceof DatabaseFailure || !('code' in error)) {
    return error instanceof Error ? error : new Error(String(error))
  }
  const { code, message } = error
  const isTls = /SSL|TLS|certificate|EPROTO|CERT|self.signed/i.test(`${code} ${message}`)
  if (/^HPE_|ECONNRESET|ERR_STREAM_PREMATURE_CLOSE/.test(String(code)))
    return new DatabaseFailure('broken-off', message)
  return new DatabaseFailure(isTls ? 'tls' : 'connection', message)
}
