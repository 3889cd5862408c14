import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BIN, NODE } from '../support/run.ts'
import { type Named, readFrom, registerIn } from './registers.ts'
import { type Clickhouse, hasClickhouse, PASSWORD, startClickhouse } from './servers.ts'

const HOSTILE = "x`; DROP TABLE y; --'\\"

describe.skipIf(!hasClickhouse)('ClickHouse (skipped where it is not installed)', () => {
  let one: Clickhouse
  let two: Clickhouse
  let named: Named
  const read = (name: string, change: object = {}, env: Readonly<Record<string, string>> = {}) =>
    readFrom(named, name, change, env)
  const onBoth = async (sql: string) => [await one.sql(sql), await two.sql(sql)]
  const columns = (type: string) => `(code String, area String, day Date, value ${type})`
  /** A table on both servers, of which each holds some rows, and one that stands for both. */
  const spread = async (name: string, type: string, first: string, second: string) => {
    await onBoth(`CREATE TABLE ${name}_part ${columns(type)} ENGINE = MergeTree ORDER BY code`)
    await one.sql(`INSERT INTO ${name}_part VALUES ${first}`)
    await two.sql(`INSERT INTO ${name}_part VALUES ${second}`)
    await one.sql(`CREATE TABLE ${name} ${columns(type)} ENGINE = Distributed(shards, default, ${name}_part)`)
  }

  beforeAll(async () => {
    ;[one, two] = (await startClickhouse(2)) as [Clickhouse, Clickhouse]
    named = { engine: 'clickhouse', port: one.port, user: 'reader' }
    const first = `('jobs', 'lowland', '2018-01-31', 10.50)('loans', 'lowland', '2018-02-01', NULL)`
    await spread(
      'jobs',
      'Nullable(Decimal(14, 2))',
      first,
      `('jobs', 'lowland', '2018-02-01', 20)('loans', 'mountain', '2018-12-31', 7)`,
    )
  })
  afterAll(() => Promise.all([one?.stop(), two?.stop()]))

  it('gives the sums of all shards, and says what they are sums of', async () => {
    const { actual, exit, database } = await read('jobs')
    expect(actual).toMatchObject({ 'jobs lowland': 30.5, 'loans mountain': 7, 'loans lowland': null })
    expect([exit, database?.rows, database?.table]).toEqual([0, 4, 'default.jobs'])
  })

  it.each([
    ['UInt64', '18446744073709551615', '36893488147419103230'],
    ['Int64', '9223372036854775807', '18446744073709551614'],
    ['Nullable(Decimal(38, 6))', "'99999999999999999999'", '199999999999999999998'],
  ])('adds up %s beyond what it holds', async (type, value, sum) => {
    const name = `wide_${type.replace(/\W/g, '')}`
    const row = `('jobs', 'lowland', '2018-01-31', ${value})`
    await spread(name, type, row, row)
    expect((await read(name)).stdout).toContain(`"actual": ${sum}`)
  })

  it('reads a text column as a file, and refuses what a file is refused for, with the row', async () => {
    const rows = (values: readonly string[]) =>
      values.map((value) => `('jobs', 'lowland', '2018-01-31', ${value})`).join('')
    await spread(
      'texts',
      'Nullable(String)',
      rows(["'12'", 'NULL', "'1e3'", "'NaN'"]),
      rows(["'0.5'", "'1.1234567'", "''", "'x\\'y'"]),
    )
    const { problems, stderr, exit, actual } = await read('texts')
    expect([exit, actual['jobs lowland']]).toEqual([2, undefined])
    expect(problems.join()).toContain('2 of 8 rows')
    expect(stderr).toContain('code=jobs, area=lowland, day=2018-01-31, value=1e3')
    const { actual: allowed } = await read('texts', { missing: ['1e3', 'NaN', "x'y"] })
    expect(allowed['jobs lowland']).toBe(13.6234567)
  })

  it('refuses a column of floats, and one of moments', async () => {
    await spread(
      'floats',
      'Float64',
      `('jobs', 'lowland', '2018-01-31', 0.1)`,
      `('jobs', 'lowland', '2018-01-31', nan)`,
    )
    expect((await read('floats')).problems.join()).toContain('Float64')
    await one.sql('CREATE TABLE moments (code String, area String, day DateTime, value Int32) ENGINE = Memory')
    expect((await read('moments')).problems.join()).toContain('time zone')
  })

  it('takes names and texts for what they are', async () => {
    await one.sql('CREATE TABLE y (x Int8) ENGINE = Memory')
    await one.sql(`CREATE TABLE \`${HOSTILE.replace(/[`\\]/g, '\\$&')}\` ${columns('Int32')} ENGINE = Memory`)
    await one.sql(`INSERT INTO \`${HOSTILE.replace(/[`\\]/g, '\\$&')}\` VALUES ('jobs', 'lowland', '2018-01-31', 1)`)
    expect((await read(HOSTILE)).actual['jobs lowland']).toBe(1)
    expect((await read('jobs', { where: [{ column: 'area', equals: "\\'); DROP TABLE y; --" }] })).exit).toBe(0)
    expect(await one.sql('EXISTS y')).toBe('1\n')
  })

  it('refuses a wrong password and a table that is not there, and tells no password', async () => {
    const wrong = await read('jobs', {}, { PVA_REGISTER_PASSWORD: 'hush-hush' })
    expect([wrong.exit, wrong.problems.join()]).toEqual([2, expect.stringContaining('refuses this user or password')])
    expect(wrong.stderr + wrong.stdout).not.toContain('hush-hush')
    expect((await read('nowhere')).problems.join()).toContain('no such table')
    expect((await readFrom({ ...named, tls: true }, 'jobs')).problems.join()).toContain('encrypted')
    expect((await readFrom({ ...named, port: 1 }, 'jobs')).problems.join()).toContain('cannot be reached')
  })

  it('uses nothing where rows change while they are read', async () => {
    await one.sql(`CREATE TABLE growing ${columns('Int32')} ENGINE = MergeTree ORDER BY code`)
    const row = `INSERT INTO growing VALUES ('jobs', 'lowland', '2018-01-31', 1)`
    await one.sql(row)
    // What stands between: a row is added whenever sums are asked for.
    const between = createServer(async (request, response) => {
      let sql = ''
      for await (const chunk of request) sql += String(chunk)
      if (sql.includes('WITH TOTALS')) await one.sql(row)
      const answer = await fetch(`http://127.0.0.1:${one.port}${request.url}`, {
        ...{ method: 'POST', body: sql },
        headers: { 'X-ClickHouse-User': 'reader', 'X-ClickHouse-Key': PASSWORD },
      })
      response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()))
    })
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
    const { port } = between.address() as { port: number }
    const { exit, problems, actual } = await readFrom({ ...named, port }, 'growing')
    between.close()
    between.closeAllConnections()
    expect([exit, problems.join(), actual['jobs lowland']]).toEqual([
      2,
      expect.stringContaining('changed while'),
      undefined,
    ])
  })

  it('ends what takes too long, though the profile of its user would break off without a word', async () => {
    await one.sql(
      `CREATE VIEW slow AS SELECT code, area, day, value + sleepEachRow(0.1) AS value FROM (SELECT 'jobs' AS code, 'lowland' AS area, toDate('2018-01-31') AS day, toInt32(number) AS value FROM numbers(30) ORDER BY number LIMIT 30)`,
    )
    const { exit, problems } = await readFrom({ ...named, timeout: 1 }, 'slow')
    expect([exit, problems.join()]).toEqual([2, expect.stringMatching(/took longer than allowed|broke off/)])
  })

  it('is asked nothing any more after SIGINT', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pva-register-'))
    const running = `SELECT count() FROM system.processes WHERE user = 'reader'`
    try {
      registerIn(folder, named, 'slow')
      const env = { PATH: process.env['PATH'] ?? '', PVA_REGISTER_PASSWORD: PASSWORD, HOME: folder }
      const child = spawn(NODE, [BIN, 'report', 'plan.yaml', 'results.yaml'], { cwd: folder, env })
      const exit = new Promise((resolve) => child.once('exit', (_, by) => resolve(by)))
      for (let tries = 0; tries < 100 && (await one.sql(running)) === '0\n'; tries++) await setTimeout(100)
      await setTimeout(500)
      child.kill('SIGINT')
      expect(await exit).toBe('SIGINT')
      for (let tries = 0; tries < 20 && (await one.sql(running)) !== '0\n'; tries++) await setTimeout(100)
      expect(await one.sql(running)).toBe('0\n')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('uses nothing where a shard is lost while it answers', async () => {
    await onBoth(
      `CREATE VIEW lingering_part AS SELECT code, area, day, toInt32(sleepEachRow(0.5)) + 1 AS value FROM (SELECT * FROM jobs_part LIMIT 2)`,
    )
    await one.sql(`CREATE TABLE lingering ${columns('Int32')} ENGINE = Distributed(shards, default, lingering_part)`)
    const reading = read('lingering')
    await setTimeout(1200)
    await two.kill()
    const { exit, actual } = await reading
    expect([exit, actual['jobs lowland']]).toEqual([2, undefined])
  })

  it('never leaves out a shard that is gone, though the profile of its user would', async () => {
    expect(await one.sql('SELECT count() FROM jobs SETTINGS skip_unavailable_shards = 1')).toBe('2\n')
    const { exit, actual } = await read('jobs')
    expect([exit, actual['jobs lowland']]).toEqual([2, undefined])
  })
})
