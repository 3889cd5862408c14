import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { engineProblem } from '../../src/cli/table/engine-problem.ts'
import { literal } from '../../src/engine/dialect.ts'
import { duckdbEngine } from '../../src/engine/duckdb.ts'
import { lockedDuckdb } from '../../src/engine/duckdb-connection.ts'
import { EngineFailure } from '../../src/engine/engine.ts'
import { noMapping } from '../../src/read/table/columns.ts'
import { inFreshFolder } from '../support/folder.ts'

/*
 * Whatever a file could make the engine run, were there a way, is refused by the engine itself: these statements run on a
 * connection that is made as it is made for tables.
 */
describe('DuckDB as it is locked', () => {
  it.each([
    'SET memory_limit = $$8GB$$',
    'SET enable_external_access = true',
    'SET lock_configuration = false',
    'SET allowed_paths = [$$/$$]',
    'SET allowed_directories = [$$/$$]',
    'SET temp_directory = $$/$$',
    'SET autoinstall_known_extensions = true',
    'SET autoload_known_extensions = true',
    'SET allow_community_extensions = true',
    'SET allow_unsigned_extensions = true',
    'SET threads = 64',
    'RESET memory_limit',
    'RESET GLOBAL enable_external_access',
    'PRAGMA memory_limit = $$8GB$$',
  ])('takes no setting: %s', (statement) => refused(statement, /locked|cannot/i))

  it.each([
    'INSTALL httpfs',
    'FORCE INSTALL json FROM core',
    'INSTALL h3 FROM community',
    'LOAD httpfs',
    'LOAD $$/tmp/evil.duckdb_extension$$',
    'SELECT * FROM read_csv($$https://example.org/x.csv$$)',
    'SELECT * FROM read_parquet($$s3://bucket/x.parquet$$)',
  ])('loads and installs nothing: %s', (statement) => refused(statement, /disabled|not allowed|Permission/i))

  it.each([
    'ATTACH {other}',
    'ATTACH {fresh} AS db',
    'ATTACH $$postgres:host=localhost$$ AS db',
    'COPY (SELECT 1) TO {fresh}',
    'COPY (SELECT 1) TO {fresh} (FORMAT parquet)',
    'COPY (SELECT 1) TO {fresh} (FORMAT json)',
    'EXPORT DATABASE {fresh}',
    'IMPORT DATABASE {folder}',
    'CREATE TABLE t AS FROM {other}',
    'CREATE PERSISTENT SECRET s (TYPE s3)',
    'SELECT * FROM read_csv({other})',
    'SELECT * FROM {other}',
    'SELECT * FROM read_csv({every})',
    'SELECT * FROM read_csv([{table}, {other}])',
    'SELECT * FROM read_text({other})',
    'SELECT * FROM read_blob({other})',
    'SELECT * FROM read_parquet({other})',
    'SELECT * FROM read_json({other})',
    'SELECT * FROM glob({every})',
    'SELECT * FROM sniff_csv({other})',
    'SELECT * FROM read_text($$/etc/passwd$$)',
    'SELECT * FROM read_text({table} || $$/../other.csv$$)',
    'PRAGMA profiling_output = {fresh}',
  ])('opens, makes and lists no other file: %s', (statement) => refused(statement))

  it('reads the table that it was given, and keeps to memory and folder', () =>
    withDuckdb(async (run, folder) => {
      expect(await run('SELECT CAST(a AS VARCHAR) FROM read_csv({table})')).toEqual([['1']])
      expect(
        await run(`SELECT name, value FROM duckdb_settings() WHERE name IN ('allow_community_extensions',
          'allow_persistent_secrets', 'autoinstall_known_extensions', 'autoload_known_extensions',
          'enable_external_access', 'lock_configuration', 'memory_limit', 'temp_directory', 'threads') ORDER BY name`),
      ).toEqual([
        ['allow_community_extensions', 'false'],
        ['allow_persistent_secrets', 'false'],
        ['autoinstall_known_extensions', 'false'],
        ['autoload_known_extensions', 'false'],
        ['enable_external_access', 'false'],
        ['lock_configuration', 'true'],
        ['memory_limit', '122.0 MiB'],
        ['temp_directory', join(folder, 'spill')],
        ['threads', '1'],
      ])
    }))

  it('takes names and cells for text, whatever stands in them', () =>
    withDuckdb(async (run) => {
      for (const text of [`'); ATTACH 'x`, '"; --', '\\', '\0a\0', 'é', '*?[]{}', '😀', '$$', '\n']) {
        expect(await run(`SELECT ${literal(text)}`)).toEqual([[text]])
      }
    }))

  it('is known to be another version, or broken, by what the package says', () => {
    const version = manifest.peerDependencies['@duckdb/node-api']
    expect(manifest.devDependencies['@duckdb/node-api']).toBe(version)
    const source = readFileSync(new URL('../../src/engine/duckdb-bindings.ts', import.meta.url), 'utf8')
    expect(source).toContain(`'v${version.replace(/-.*/, '')}'`)
    const { args } = engineProblem(new EngineFailure('missing'), { path: 'r.csv', format: 'csv' })
    expect(args).toMatchObject({ detail: `@duckdb/node-api@${version}` })
  })
})

/** At the least memory that may be allowed, of which one thread and its spilled rows have enough. */
describe('a table whose sums do not fit into memory', () => {
  it(
    'is spilled, and comes to the same sums',
    () =>
      inFreshFolder(async (folder) => {
        const path = join(folder, 'r.csv')
        const [keys, again, filler] = [350_000, 1000, 'x'.repeat(340)]
        const lines = (count: number, value: string) =>
          Array.from({ length: count }, (_, key) => `${filler}${key},${value}\n`).join('')
        writeFileSync(path, `a,v\n${lines(keys, '1.5')}${lines(again, '2.25')}`)
        const engine = await duckdbEngine({ paths: [path], memory: '128MB', folder: join(folder, 'spill') })
        let isSpilled = false
        const watching = setInterval(() => {
          isSpilled ||= existsSync(join(folder, 'spill')) && readdirSync(join(folder, 'spill')).length > 0
        }, 5)
        const columns = ['a', 'v']
        const { rows, groups } = await engine.sums(
          { path, format: 'csv', delimiter: ',', columns, numberColumns: new Set(), isMarked: false },
          {
            mapping: mapping(),
            indexes: new Map([...columns.entries()].map(([index, name]) => [name, index])),
            asks: 'sums',
            asksBlank: false,
          },
        )
        clearInterval(watching)
        engine.close()
        expect({ isSpilled, rows, groups: groups.length }).toEqual({
          isSpilled: true,
          rows: keys + again,
          groups: keys,
        })
        const sums = new Map<number, number>()
        for (const sum of groups.cells[0]?.millionths ?? []) sums.set(sum, (sums.get(sum) ?? 0) + 1)
        expect(Object.fromEntries(sums)).toEqual({ 1500000: keys - again, 3750000: again })
        expect(new Set(groups.keys[0]?.texts).size).toBe(keys)
      }),
    60_000,
  )
})

type Run = (statement: string) => Promise<readonly (readonly unknown[])[]>

function refused(statement: string, as: RegExp = /./): Promise<void> {
  return withDuckdb(async (run, folder) => {
    await expect(run(statement)).rejects.toThrow(as)
    expect(readdirSync(folder).sort()).toEqual(['other.csv', 't.csv'])
  })
}

/** `{table}` is the file that was named, `{other}` one beside it, `{fresh}` none yet. */
function withDuckdb(use: (run: Run, folder: string) => Promise<void>): Promise<void> {
  return inFreshFolder(async (folder) => {
    const paths: Readonly<Record<string, string>> = {
      folder,
      table: join(folder, 't.csv'),
      other: join(folder, 'other.csv'),
      every: join(folder, '*.csv'),
      fresh: join(folder, 'fresh'),
    }
    writeFileSync(join(folder, 't.csv'), 'a\n1\n')
    writeFileSync(join(folder, 'other.csv'), 'a\n2\n')
    const limits = { paths: [join(folder, 't.csv')], memory: '128MB', folder: join(folder, 'spill') }
    const duckdb = await lockedDuckdb(limits)
    try {
      await use((statement) => duckdb.texts(statement.replace(/\{(\w+)\}/g, (_, name) => `'${paths[name]}'`)), folder)
    } finally {
      duckdb.close()
    }
  })
}

function mapping() {
  return {
    ...noMapping,
    plans: ['p'],
    notation: 'plain',
    said: 'keys',
    columns: new Map([['area', { name: 'a', at: null }]] as const),
    values: [{ column: { name: 'v', at: null } }],
    isRegister: true,
    stated: { indicator: 'jobs', area: null, period: null, basis: null, status: 'final', source: null },
  } as const
}
