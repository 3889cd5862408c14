import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourcesOf } from '../../src/cli/table/sources.ts'
import type { TableFile } from '../../src/cli/table/table-files.ts'
import type { World } from '../../src/cli/world.ts'
import { clickhouseDialect, rowReader } from '../../src/engine/clickhouse.ts'
import {
  type Connection,
  DatabaseFailure,
  type DatabaseTable,
  databaseEngine,
  type Server,
} from '../../src/engine/database.ts'
import type { DatabaseColumn, Dialect } from '../../src/engine/dialect.ts'
import { postgresDialect } from '../../src/engine/postgres.ts'
import { databaseStatements } from '../../src/engine/sql-database.ts'
import type { DataSource } from '../../src/model/source.ts'
import { readSources } from '../../src/read/sources.ts'
import { mappingOf } from './made-up-tables.ts'

/* What holds of databases without a server; what servers make of it is in test/engines. */

const HOSTILE = 'x"; DROP TABLE y; --'

const mapping = mappingOf({
  ...{ notation: null, said: 'keys', isRegister: true, isCounted: false, keys: ['area'], figures: ['value'] },
  ...{
    isWide: false,
    isOneIndicator: false,
    remarks: [],
    wideBy: 'area',
    hasLastYear: false,
    writtenBy: null,
    flags: new Map(),
  },
  ...{ codes: { indicator: false, area: false, empty: false, skip: false }, missing: null, within: null },
  ...{
    isKnown: false,
    fractions: null,
    periodBy: null,
    dates: null,
    statedArea: null,
    hasGroups: false,
    lacks: null,
    isTwice: null,
  },
  where: [{ column: 'kind', texts: [HOSTILE, "a'b", 'back\\slash'], isNot: false }],
})

const column = (name: string, more: Partial<DatabaseColumn> = {}): DatabaseColumn => ({
  ...{ name, kind: 'text', type: 'text', isKey: false, mayBeNull: true },
  ...more,
})

const table: DatabaseTable = {
  ...{ relation: 't', name: 'public.t', at: '', hasKey: false, count: null },
  columns: [column('indicator'), column('area'), column(HOSTILE), column('kind')],
}
const query = {
  ...{ mapping, asks: 'sums' as const, asksBlank: false },
  indexes: new Map([...['indicator', 'area', 'value', 'kind'].entries()].map(([index, name]) => [name, index])),
}
const search = {
  keys: new Map([[0, [HOSTILE]]]),
  cells: new Map([[0, ["1'e3"]]]),
  ...{ rows: [['\\']], passed: new Map([[1, ["'"]]]), most: 20 },
}

/** SQL without its quoted names and texts. */
const bare = (sql: string, name: RegExp) => sql.replace(name, '').replace(/'(?:[^'\\]|''|\\.)*'/gs, '')

describe('what comes from files is no SQL', () => {
  it.each([
    ['PostgreSQL', postgresDialect, /"(?:[^"]|"")*"/g],
    ['ClickHouse', clickhouseDialect, /`(?:[^`\\]|\\.)*`/gs],
  ] as const)('of %s', (_, dialect: Dialect, name) => {
    const all = databaseStatements(dialect, table, query, true)
    for (const { sql } of [
      all.sums(),
      all.rows(search),
      all.repeatedKeys(search, 3),
      all.rowsOfKey(search, [HOSTILE]),
      all.equalRows(search),
    ]) {
      expect(bare(sql, name)).not.toMatch(/DROP|--|["'`;\\]/)
    }
  })

  it('in texts and names of ClickHouse, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom("'", '\\', '`', '\0', ''), (text, sign) => {
        const written = clickhouseDialect.isOneOf('x', [text + sign], [])
        expect(bare(written, /$^/)).toBe('(x IN ())')
        expect(bare(clickhouseDialect.identifier(text + sign), /^`(?:[^`\\]|\\.)*`$/s)).toBe('')
      }),
    )
  })

  it('in PostgreSQL a value is a parameter', () => {
    const { sql, values } = databaseStatements(postgresDialect, table, query, false).sums()
    expect(sql).not.toContain('slash')
    expect(values[0]).toEqual([HOSTILE, "a'b", 'back\\slash'])
  })

  it('names of our own begin as no column does', () => {
    const columns = [...table.columns, column('v_k0'), column('V__x')]
    const { sql } = databaseStatements(postgresDialect, { ...table, columns }, query, false).sums()
    expect(sql).toContain('AS v___k0')
  })
})

describe('an answer of ClickHouse', () => {
  const read = (text: string, isClosed = true) => {
    const rows: (readonly (string | null)[])[] = []
    const reader = rowReader(isClosed, (cells) => rows.push(cells))
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; at += 3) reader.feed(bytes.subarray(at, at + 3))
    reader.end()
    return rows
  }

  it('is rows, the last of which says how many there are', () => {
    expect(read('ế\\tx\\\\\\n\\0\t\\N\t3\nb\t\t4\n\n\t\t7\n')).toEqual([
      ['ế\tx\\\n\0', null],
      ['b', ''],
    ])
  })

  it.each([
    ['a\t3\n', 'has no row that closes it'],
    ['a\t3\nb\t4\n\n\t8\n', 'has rows that are not there'],
    ['a\t3\n\n\t3', 'ends within a line'],
    ['a\t3\nCode: 210, e.displayText() = DB::NetException: Connection refused\n', 'ends in an error'],
    ['a\t3\nCode: 210\t3\n\n\t6\n', 'ends in an error that looks like a row'],
    ['a\t3\n\n\t3\nb\t1\n', 'goes on behind its end'],
    ['', 'is empty'],
  ])('%j %s, and nothing of it is used', (text) => {
    expect(() => read(text)).toThrow(DatabaseFailure)
  })
})

describe('sums', () => {
  const answering = (answers: readonly (readonly (string | null)[][])[]) => {
    const asked: string[] = []
    const connection: Connection = {
      ...{ dialect: postgresDialect, describe: async () => table, cancel: async () => {}, close: async () => {} },
      ask: async ({ sql }, onRow) => {
        asked.push(sql)
        for (const row of answers[asked.length - 1] ?? []) onRow(row)
      },
    }
    const engine = databaseEngine(connection, table)
    return { asked, sums: () => engine.sums({} as never, { ...query, mapping: { ...mapping, where: [] } }) }
  }

  it('are exact beyond 2⁵³ millionths', async () => {
    const { sums } = answering([[['x', 'y', '2', null, '123456789012345678901.500000', '2', null]]])
    const { groups } = await sums()
    expect(groups.cells[0]?.large.get(0)).toBe(123456789012345678901500000n)
  })

  it.each(['NaN', 'Infinity', '1.1234567'])('that are %s have each number looked at', async (sum) => {
    const { asked, sums } = answering([
      [['x', 'y', '2', null, sum, '2', null]],
      [['x', 'y', '2', 'NaN', null, '0', null]],
    ])
    const { groups } = await sums()
    expect(asked).toHaveLength(2)
    expect(groups.odd.get(0)).toEqual(['NaN'])
  })
})

describe('a file of sources', () => {
  const read = (text: string) => readSources({ path: 's.yaml', bytes: Buffer.from(text), named: true })
  const source = (more: string) =>
    read(`kind: sources\nsources:\n  r: { engine: postgres, database: d, user: u, ${more} }\n`)

  it('has TLS for every server elsewhere', () => {
    expect(source('host: db.example').sources.get('r')?.tls).toBe(true)
    expect(source('host: 127.0.0.1').sources.get('r')?.tls).toBe(false)
    expect(source('host: 127.0.0.1.example').sources.get('r')?.tls).toBe(true)
    expect(source('host: db.example, tls: false').problems[0]?.code).toBe('source-not-read')
  })

  it.each(['password', 'pass', 'PGPASSWORD', 'passwd', 'pwd', 'secret', 'token', 'mat_khau', 'url'])(
    'has no key %s',
    (key) => {
      const { sources, problems } = source(`host: h, ${key}: hush`)
      expect([sources.size, problems.map(({ code }) => code)]).toEqual([0, ['secret-in-file']])
      expect(JSON.stringify(problems)).not.toContain('hush')
    },
  )

  it.each(['postgres://u:p@h/d', 'h/d?x', 'u@h', 'h;x'])('has no host %s', (host) => {
    expect(source(`host: "${host}"`).problems).toHaveLength(1)
  })
})

describe('a password', () => {
  let base = ''
  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'pva-secrets-'))
    mkdirSync(join(base, 'repository', '.git'), { recursive: true })
    mkdirSync(join(base, 'home'))
  })
  afterAll(() => rmSync(base, { recursive: true }))

  const at = (name: string, text: string, mode = 0o600) => {
    const path = join(base, name)
    writeFileSync(path, text)
    chmodSync(path, mode)
    return path
  }

  /** The password that a server would be asked with; or why it is not asked. */
  const asked = async (env: Readonly<Record<string, string>>): Promise<string | null> => {
    const world = {
      env: { HOME: join(base, 'home'), ...env },
      cwd: join(base, 'repository'),
      onInterrupt: () => () => {},
    }
    at(
      'repository/pva.sources.yaml',
      'kind: sources\nsources:\n  my-db: { engine: postgres, host: db.example, database: d, user: u }\n',
    )
    const found: { server: Server | null } = { server: null }
    const sources = sourcesOf({}, world as unknown as World, async (_, server) => {
      found.server = server
      throw new Error('asked')
    })
    const request = { relation: { source: { text: 'my-db' }, name: { text: 't' } } }
    const source = sources.sourceOf({ path: '', request } as unknown as TableFile) as DataSource
    await sources
      .connected(source, async () => {})
      .catch((error: Error) => {
        if (error.message !== 'asked') throw error
      })
    return found.server?.password ?? null
  }

  it('is taken from the environment first, then from files of nobody else', async () => {
    const file = at('secret', 'of-file\n')
    const pgpass = at('home/.pgpass', '# x\n\nother:*:*:*:no\ndb.example:5432:d:u:of\\:pg\\\\pass\n*:*:*:*:last\n')
    expect(await asked({})).toBe('of:pg\\pass')
    expect(await asked({ PGPASSWORD: 'usual' })).toBe('usual')
    expect(await asked({ PGPASSWORD: 'usual', PVA_MY_DB_PASSWORD_FILE: file })).toBe('of-file')
    expect(await asked({ PVA_MY_DB_PASSWORD: 'own', PVA_MY_DB_PASSWORD_FILE: file })).toBe('own')
    chmodSync(pgpass, 0o644)
    await expect(asked({})).rejects.toMatchObject({ why: 'secret-mode' })
    rmSync(pgpass)
    expect(await asked({})).toBe(null)
  })

  it('is in no file that others can read, or that lies in the repository', async () => {
    const open = at('open', 'x', 0o640)
    await expect(asked({ PVA_MY_DB_PASSWORD_FILE: open })).rejects.toMatchObject({ why: 'secret-mode' })
    const inside = at('repository/secret', 'x')
    await expect(asked({ PVA_MY_DB_PASSWORD_FILE: inside })).rejects.toMatchObject({ why: 'secret-inside' })
    await expect(asked({ PVA_MY_DB_PASSWORD_FILE: join(base, 'gone') })).rejects.toMatchObject({
      why: 'secret-missing',
    })
  })
})
