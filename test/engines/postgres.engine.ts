import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BIN, NODE } from '../support/run.ts'
import { type Named, readFrom, registerIn } from './registers.ts'
import { PASSWORD, type Postgres, postgresPrograms, startPostgres } from './servers.ts'

const HOSTILE = 'x"; DROP TABLE y; --'

describe.skipIf(postgresPrograms === null)('PostgreSQL (skipped where it is not installed)', () => {
  let server: Postgres
  let far: Postgres
  let named: Named
  const read = (name: string, change: object = {}, env: Readonly<Record<string, string>> = {}) =>
    readFrom(named, name, change, env)

  beforeAll(async () => {
    ;[server, far] = await Promise.all([startPostgres(), startPostgres()])
    named = { engine: 'postgres', port: server.port, user: 'reader' }
    await server.sql(`CREATE ROLE reader LOGIN PASSWORD '${PASSWORD}'`)
    await server.sql(
      'CREATE TABLE jobs (id int PRIMARY KEY, code text, area text, day date, value numeric(14,2), name text)',
    )
    await server.sql(`INSERT INTO jobs VALUES (1, 'jobs', 'lowland', '2018-01-31', 10.50, 'An'), (2, 'jobs', 'lowland', '2018-02-01', 20, 'Bình'),
      (3, 'jobs', 'mountain', '2018-02-01', NULL, 'Chi'), (4, 'loans', 'mountain', '2018-12-31', 7, 'Dũng')`)
    await server.sql('GRANT SELECT ON jobs TO reader')
  })
  afterAll(() => Promise.all([server?.stop(), far?.stop()]))

  /** A table with rows of one value each, of some type. */
  const tableOf = async (name: string, type: string, values: readonly (string | null)[]) => {
    const written = `"${name.replaceAll('"', '""')}"`
    await server.sql(`CREATE TABLE ${written} (code text, area text, day date, value ${type})`)
    for (const value of values) {
      await server.sql(`INSERT INTO ${written} VALUES ('jobs', 'lowland', '2018-01-31', $1)`, [value])
    }
    await server.sql(`GRANT SELECT ON ${written} TO reader`)
  }

  it('gives sums, and says what they are sums of', async () => {
    const { actual, exit, database, stderr } = await read('public.jobs')
    expect(actual).toMatchObject({ 'jobs lowland': 30.5, 'jobs mountain': null, 'loans mountain': 7 })
    expect([exit, database?.rows, database?.table]).toEqual([0, 4, 'public.jobs'])
    expect(stderr).toContain('4 rows: 4 read, 0 refused')
  })

  it('adds up beyond 2⁵³ to the last digit, and beyond what a sum of 64 bits holds', async () => {
    await tableOf('wide', 'bigint', ['9223372036854775807', '9223372036854775807', '1'])
    expect((await read('public.wide')).stdout).toContain('"actual": 18446744073709551615')
  })

  it('reads a text column as a file, and refuses what a file is refused for, with the row', async () => {
    const values = [
      '12',
      '0.5',
      null,
      '',
      'NaN',
      '-',
      '1e3',
      '1.1234567',
      ' 7 ',
      '+5',
      '1_000',
      '0x1F',
      '١٢',
      '1.234',
      '999999999999999999999',
    ]
    await tableOf('texts', 'text', values)
    const { problems, stderr, exit, actual } = await read('public.texts')
    expect(exit).toBe(2)
    expect(actual['jobs lowland']).toBeUndefined()
    expect(problems.filter((each) => each.startsWith('not-a-number')).join('\n')).toMatch(/1e3/)
    expect(stderr).toMatch(/code=jobs, area=lowland, day=2018-01-31, value=1e3/)
    expect(stderr).toMatch(/15 rows: \d+ read, [1-9]\d* refused/)
  })

  it('takes a NaN and a seventh decimal in a column of numbers for what they are', async () => {
    await tableOf('numbers', 'numeric', ['1.5', 'NaN', '0.0000001', '2'])
    const { stdout, stderr } = await read('public.numbers')
    expect(stdout).toContain('"actual": 3.5000001')
    expect(stderr).toContain('NaN')
  })

  it.each(['real', 'double precision', 'money'])('refuses a column of %s', async (type) => {
    await tableOf(`as ${type}`, type, ['0.1'])
    expect((await read(`public.as ${type}`)).problems.join()).toContain(type)
  })

  it('refuses a moment whose day depends on the time zone', async () => {
    await server.sql(
      `CREATE TABLE moments AS SELECT 'jobs' AS code, 'lowland' AS area, timestamptz '2018-01-01 00:00+07' AS day, 1 AS value`,
    )
    await server.sql('GRANT SELECT ON moments TO reader')
    const { problems, exit } = await read('public.moments')
    expect([exit, problems.join()]).toEqual([2, expect.stringContaining('time zone')])
  })

  it('takes a table for its name, whatever that is', async () => {
    await server.sql('CREATE TABLE y ()')
    await tableOf(HOSTILE, 'int', ['1'])
    expect((await read(HOSTILE)).actual['jobs lowland']).toBe(1)
    const condition = { where: [{ column: 'area', equals: "'; DROP TABLE y; --" }] }
    expect((await read('public.jobs', condition)).exit).toBe(0)
    expect(await server.sql(`SELECT count(*) FROM pg_tables WHERE tablename = 'y'`)).toEqual([['1']])
  })

  it('shows of a refused row what was asked for and the key, and nothing else', async () => {
    await server.sql('CREATE TABLE people (id int PRIMARY KEY, code text, area text, day date, value text, name text)')
    await server.sql(`INSERT INTO people VALUES (17, 'jobs', 'lowland', '2018-01-31', 'x', 'Nguyễn Thị Hoa')`)
    await server.sql('GRANT SELECT ON people TO reader')
    const { stderr, stdout } = await read('public.people')
    expect(stderr).toContain('id=17')
    expect(stderr + stdout).not.toContain('Hoa')
  })

  it('tells at most twenty refused rows', async () => {
    await tableOf(
      'many',
      'text',
      Array.from({ length: 30 }, (_, index) => `x${index}`),
    )
    const { problems } = await read('public.many')
    expect(problems.filter((each) => each.startsWith('not-a-number'))).toHaveLength(20)
    expect(problems.join()).toContain('30 of 30 rows')
  })

  it('refuses a wrong password, a user without rights and a table that is not there, and tells no password', async () => {
    const wrong = await read('public.jobs', {}, { PVA_REGISTER_PASSWORD: 'hush-hush' })
    expect([wrong.exit, wrong.problems.join()]).toEqual([2, expect.stringContaining('refuses this user or password')])
    expect(wrong.stderr + wrong.stdout).not.toContain('hush-hush')
    await server.sql('CREATE TABLE closed (code text, area text, day date, value int)')
    expect((await read('public.closed')).problems.join()).toContain('may not read')
    expect((await read('public.nowhere')).problems.join()).toContain('no such table')
    const all = await read('public.jobs')
    expect(all.stdout + all.stderr).not.toContain('correct horse')
  })

  it('does without no TLS where that is asked for', async () => {
    const { problems, exit } = await readFrom({ ...named, tls: true }, 'public.jobs')
    expect([exit, problems.join()]).toEqual([2, expect.stringContaining('encrypted')])
  })

  it('has a server prove who it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pva-certificate-'))
    try {
      const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'ca.pem')]
      const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '2']
      execFileSync('openssl', [...made, '-subj', '/CN=x', '-addext', 'subjectAltName=IP:127.0.0.1'], { stdio: 'pipe' })
      const held = (await server.sql('SHOW data_directory'))[0]?.[0] as string
      const text = (path: string) => readFileSync(path, 'utf8')
      await server.sql(`COPY (SELECT 1) TO '${held}/touched'`)
      const owner = statSync(join(held, 'touched'))
      for (const [name, content] of [
        ['server.key', text(key)],
        ['server.crt', text(certificate)],
      ] as const) {
        writeFileSync(join(held, name), content, { mode: 0o600 })
        chownSync(join(held, name), owner.uid, owner.gid)
      }
      await server.sql('ALTER SYSTEM SET ssl = on')
      await server.sql('SELECT pg_reload_conf()')
      const unknown = await readFrom({ ...named, tls: true }, 'public.jobs')
      expect([unknown.exit, unknown.problems.join()]).toEqual([2, expect.stringContaining('encrypted and proves')])
      const known = await readFrom({ ...named, tls: true, ca: certificate }, 'public.jobs')
      expect([known.exit, known.actual['jobs lowland']]).toEqual([0, 30.5])
      const other = await readFrom({ ...named, tls: true, ca: certificate, host: 'localhost' }, 'public.jobs')
      expect([other.exit, other.problems.join()]).toEqual([2, expect.stringContaining('encrypted and proves')])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('lets nobody write, also who could', async () => {
    await server.sql(`CREATE ROLE writer LOGIN PASSWORD '${PASSWORD}'`)
    await server.sql(
      "CREATE TABLE trap (code text, area text, day date, value int); INSERT INTO trap VALUES ('jobs', 'lowland', '2018-01-31', 1)",
    )
    await server.sql('GRANT ALL ON trap TO writer')
    await server.sql(`CREATE FUNCTION written() RETURNS int LANGUAGE sql AS 'DELETE FROM trap RETURNING 1'`)
    await server.sql('CREATE VIEW traps AS SELECT code, area, day, written() AS value FROM trap')
    await server.sql('GRANT ALL ON traps TO writer')
    const { exit, problems } = await readFrom({ ...named, user: 'writer' }, 'public.traps')
    expect([exit, problems.join()]).toEqual([2, expect.stringContaining('read-only')])
    expect(await server.sql('SELECT count(*) FROM trap')).toEqual([['1']])
  })

  it('says that rows are hidden from the user, instead of a smaller sum', async () => {
    await tableOf('hidden', 'int', ['1', '2'])
    await server.sql(
      'ALTER TABLE hidden ENABLE ROW LEVEL SECURITY; CREATE POLICY first_only ON hidden USING (value = 1)',
    )
    const { exit, actual } = await read('public.hidden')
    expect([exit, actual['jobs lowland']]).toEqual([2, undefined])
  })

  it('ends what takes too long', async () => {
    await server.sql(`CREATE VIEW slow AS SELECT code, area, day, value FROM jobs, pg_sleep(20)`)
    await server.sql('GRANT SELECT ON slow TO reader')
    const { exit, problems } = await readFrom({ ...named, timeout: 1 }, 'public.slow')
    expect([exit, problems.join()]).toEqual([2, expect.stringContaining('took longer than allowed')])
  })

  it.each(['SIGINT', 'SIGKILL'] as const)('is asked nothing any more after %s', async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'pva-register-'))
    const running = `SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pva' AND state = 'active' AND pid <> pg_backend_pid()`
    try {
      registerIn(folder, named, 'public.slow')
      const env = { PATH: process.env['PATH'] ?? '', PVA_REGISTER_PASSWORD: PASSWORD, HOME: folder }
      const child = spawn(NODE, [BIN, 'report', 'plan.yaml', 'results.yaml'], { cwd: folder, env })
      const exit = new Promise((resolve) => child.once('exit', (_, by) => resolve(by)))
      for (let tries = 0; tries < 100 && String((await server.sql(running))[0]?.[0]) === '0'; tries++)
        await setTimeout(100)
      // What is seen in the list of processes is no password.
      expect(child.spawnargs.join(' ')).not.toContain('horse')
      child.kill(signal)
      expect(await exit).toBe(signal)
      await setTimeout(signal === 'SIGINT' ? 200 : 5000)
      expect(await server.sql(running)).toEqual([['0']])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  describe('with partitions on a second server', () => {
    beforeAll(async () => {
      await far.sql(`CREATE TABLE part (code text, area text, day date, value numeric(14,2))`)
      await far.sql(
        `INSERT INTO part VALUES ('jobs', 'mountain', '2018-03-01', 5), ('jobs', 'mountain', '2018-03-02', 6)`,
      )
      await server.sql('CREATE EXTENSION postgres_fdw')
      await server.sql(
        `CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '${far.port}', dbname 'postgres', async_capable 'true')`,
      )
      await server.sql(`CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'owner', password '${PASSWORD}')`)
      await server.sql(
        'CREATE TABLE spread (code text, area text, day date, value numeric(14,2)) PARTITION BY LIST (area)',
      )
      await server.sql(`CREATE TABLE near PARTITION OF spread FOR VALUES IN ('lowland')`)
      await server.sql(
        `CREATE FOREIGN TABLE remote PARTITION OF spread FOR VALUES IN ('mountain') SERVER far OPTIONS (table_name 'part')`,
      )
      await server.sql(`INSERT INTO near VALUES ('jobs', 'lowland', '2018-01-01', 1.5)`)
      await server.sql('GRANT SELECT ON spread TO reader')
    })

    it('adds up the rows of both', async () => {
      const { actual, exit, database } = await read('public.spread')
      expect([actual['jobs lowland'], actual['jobs mountain'], database?.rows, exit]).toEqual([1.5, 11, 3, 0])
    })

    it('uses nothing where rows change while they are read', async () => {
      // Each look at the table finds one row more.
      await far.sql('CREATE SEQUENCE seen')
      await far.sql(
        `CREATE VIEW growing AS SELECT code, area, day, value FROM part, generate_series(1, (SELECT nextval('seen'))) AS more`,
      )
      await server.sql(
        `CREATE FOREIGN TABLE growing (code text, area text, day date, value numeric(14,2)) SERVER far OPTIONS (table_name 'growing')`,
      )
      await server.sql('GRANT SELECT ON growing TO reader')
      const { exit, problems, actual } = await read('public.growing')
      expect([exit, problems.join(), actual['jobs mountain']]).toEqual([
        2,
        expect.stringContaining('changed while it was read'),
        undefined,
      ])
    })

    it('uses nothing where the second one is lost', async () => {
      await far.kill()
      const { exit, actual } = await read('public.spread')
      expect([exit, actual['jobs lowland']]).toEqual([2, undefined])
    })
  })
})
