import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { duckdbEngine } from '../../src/engine/duckdb.ts'
import { EngineFailure } from '../../src/engine/engine.ts'
import { inFreshFolder, writeInFolder } from '../support/folder.ts'
import { BIN, NODE, pva } from '../support/run.ts'

const PLAN = `kind: plan
id: p
title: Plan
period: 2018
areas: [{ id: a, name: A }, { id: b, name: B }]
indicators:
  - { id: jobs, name: Jobs, target: 100 }
  - { id: trainees, name: Trainees, target: 10 }
`

/** More rows than are read cell by cell. */
const MANY = 100_001
/** A last column tells them apart. */
const manyRows = (...more: readonly string[]) => {
  const rows = [...Array(MANY).fill('jobs,2018,a,0.10'), 'jobs,2018,b,5', ...more]
  return ['indicator,period,area,value,no', ...rows.map((row, index) => `${row},${index}`), ''].join('\n')
}

describe('a large table', () => {
  it('is told of rows that are equal in all columns, by the first of them', () =>
    inFolder(
      { 'r.csv': `${manyRows()}jobs,2018,b,5,100001\njobs,2018,a,0.10,7\njobs,2018,a,0.10,7\n` },
      async (run) => {
        const { stdout } = await run('validate plan.yaml r.csv --rows register --format json')
        const [found, ...others] = JSON.parse(stdout).problems
        expect(others).toEqual([])
        expect(found).toMatchObject({ code: 'equal-rows', file: 'r.csv', line: 100_004, column: 1 })
        expect(found.message).toContain('3 rows of this register are identical to an earlier row')
      },
    ))

  it('is added up exactly', () =>
    inFolder({ 'r.csv': manyRows() }, async (run) => {
      const { stdout, stderr } = await run('explain jobs plan.yaml r.csv --rows register')
      expect(stderr).toBe('')
      expect(stdout).toContain(
        '10000.1, read as 10,000.1 · A · 2018 · final · sum of 100,001 rows\n              r.csv:2:13\n',
      )
      expect(stdout).toContain('10,000.1 + 5 = 10,005.1')
    }))

  it('shows the first refused rows with their lines, and all of them in a file', () =>
    inFolder(
      { 'r.csv': manyRows(...Array(25).fill('jobs,2018,a,x'), '"jobs",2018', 'jobs,2018,"b\nc",7') },
      async (run, folder) => {
        const { stderr, exit } = await run('validate plan.yaml r.csv --rows register --rejects bad.csv')
        expect(exit).toBe(2)
        expect(stderr).toContain('26 of 100,029 rows cannot be read (the first 20 are shown)')
        expect(stderr).toContain(`r.csv:${MANY + 3}:13 error not-a-number: "x" is not a number`)
        expect(stderr).toContain(`${MANY + 3} | jobs,2018,a,x`)
        const { stdout } = await run('report plan.yaml r.csv --rows register --allow-rejects 26 --format json')
        const report = JSON.parse(stdout)
        expect(report.inputs.map(({ bytes }: { bytes: number }) => bytes)).toContain(
          Buffer.byteLength(manyRows(...Array(25).fill('jobs,2018,a,x'), '"jobs",2018', 'jobs,2018,"b\nc",7')),
        )
        const written = spawnSync('tail', ['-n', '1', join(folder, 'bad.csv')], { encoding: 'utf8' }).stdout
        expect(written).toMatch(new RegExp(`^r\\.csv,${MANY + 28},1,ragged-row,`))
      },
    ))

  it('has all refused rows in one file with those of other tables, once each', () =>
    inFolder({ 's.csv': 'indicator,period,area,value\njobs,2018-01,a,y\n' }, async (run, folder) => {
      // What nobody knows makes it read again, for its place.
      writeFileSync(join(folder, 'r.csv'), manyRows(...Array(30).fill('jobs,2018,a,x'), 'nobody,2018,a,1', 'a,b'))
      const { stderr } = await run('validate plan.yaml r.csv s.csv --rows register --rejects bad.csv')
      expect(stderr).toContain(`r.csv:${MANY + 33}:1 error unknown-indicator`)
      const lines = readFileSync(join(folder, 'bad.csv'), 'utf8').trim().split('\n')
      expect(lines.map((line) => line.split(',')[0])).toEqual(['file', ...Array(31).fill('r.csv'), 's.csv'])
      expect(lines[30]).toMatch(/^r\.csv,100033,13,not-a-number,.*,"jobs,2018,a,x,100031",,$/)
      expect(lines[31]).toMatch(/^r\.csv,100035,1,ragged-row,.*,"a,b,100033",,$/)
    }))

  it('has the problems of a small one, in the same words and places', () =>
    inFolder({}, async (run, folder) => {
      const rows = [
        'jobs,2018-01,c,1',
        'jobz,2018,a,2',
        'jobs,2019,a,3',
        'trainees,2018-02,a,4',
        'trainees,2018-02,a,5',
      ]
      const more = [...Array(25)].map((_, index) => `trainees,2018-03-${String(index + 1).padStart(2, '0')},b,1`)
      const table = [...rows, ...rows, ...more, ...more].map((row) => `${row},x`)
      const text = (passedOver: number) =>
        ['indicator,period,area,value,kind', ...table, ...Array(passedOver).fill('trainees,2018,a,1,y'), ''].join('\n')
      for (const kind of ['register', 'results']) {
        const document = documentFor('t.csv').replace('register', `${kind}\n  where: [{ column: kind, equals: x }]`)
        writeFileSync(join(folder, 'r.yaml'), document)
        writeFileSync(join(folder, 't.csv'), text(1))
        const small = await run('validate plan.yaml r.yaml')
        writeFileSync(join(folder, 't.csv'), text(MANY))
        const large = await run('validate plan.yaml r.yaml')
        expect(large).toEqual(small)
        expect(small.stderr).toContain('t.csv:3:1 error unknown-indicator')
        expect(small.stderr.includes('more-duplicates')).toBe(kind === 'results')
      }
    }))

  it('tells names that several indicators have by the rows above, as a small one', () =>
    inFolder({}, async (run, folder) => {
      const parts = ['jobs', 'trainees'].map((id) => `of_which: [{ id: ${id}-f, name: "Trong đó: nữ", target: none }]`)
      const plan = PLAN.replace('target: 100 ', `target: 100, ${parts[0]} `).replace('10 }', `10, ${parts[1]} }`)
      writeFileSync(join(folder, 'plan.yaml'), plan)
      writeFileSync(join(folder, 'r.yaml'), documentFor('t.csv').replace('register', 'results'))
      const rows = [
        'jobs,2018,whole,120',
        'Trong đó: nữ,2018,whole,50',
        'trainees,2018,whole,9',
        'Trong đó: nữ,2018,whole,4',
      ]
      const text = (empty: number) =>
        ['indicator,period,area,value', ...rows, ...Array(empty).fill(',,,'), ''].join('\n')
      writeFileSync(join(folder, 't.csv'), text(1))
      const small = await run('report plan.yaml r.yaml')
      writeFileSync(join(folder, 't.csv'), text(MANY))
      expect(await run('report plan.yaml r.yaml')).toEqual(small)
      expect(small.stdout.match(/Trong đó: nữ +– +(?:50|4) /g)).toHaveLength(2)
    }))

  it('of JSON lines is exact in each digit, by rows and by bytes, packed as well', () =>
    inFolder({}, async (run, folder) => {
      const line = (value: string, more = '') =>
        `{"indicator": "jobs", "period": 2018, "area": "a", "value": ${value}${more}}\n`
      const many = line('123456789012.123456') + line('0.000001').repeat(MANY) + line('"1,5"') + line('1e2')
      const wide = line('7').repeat(20_000) + line('8', `, "stt": "${'ấ'.repeat(3 << 20)}"`) + line('x')
      writeFileSync(join(folder, 'many.jsonl'), many)
      writeFileSync(join(folder, 'many.jsonl.gz'), gzipSync(many))
      writeFileSync(join(folder, 'wide.ndjson'), wide)
      for (const file of ['many.jsonl', 'many.jsonl.gz']) {
        const { stdout, stderr } = await run(`report plan.yaml ${file} --rows register --allow-rejects 1 --format json`)
        expect(stdout).toContain('"actual": 123456789112.223457,')
        expect(stderr).toContain(`${file}:${MANY + 2}:61 warning ambiguous-number`)
      }
      const { stderr } = await run('validate plan.yaml wide.ndjson --rows register')
      expect(stderr).toContain('1 of 20,002 rows cannot be read')
      expect(stderr).toContain('wide.ndjson:20002:61 error not-json')
    }))

  it('says which row is longer than rows may be', () =>
    inFolder({}, async (run, folder) => {
      const row = `jobs,2018,a,${'7'.repeat(17 << 19)}`
      writeFileSync(join(folder, 'r.csv'), `indicator,period,area,value\n"jobs",2018,a,5\n${row}\njobs,2018,a\n`)
      writeFileSync(
        join(folder, 'r.jsonl'),
        `{"indicator":"jobs","period":2018,"value":5}\n{"value":"${'7'.repeat(17 << 19)}"}\n`,
      )
      expect((await run('validate plan.yaml r.csv')).stderr).toContain('r.csv:3:1 error table-not-read: this row has')
      expect((await run('validate plan.yaml r.jsonl')).stderr).toContain('r.jsonl:2:1 error table-not-read: this row')
    }))

  it('may be cut into pieces inside a character', () =>
    inFolder({}, async (run, folder) => {
      for (const shift of ['', 'x', 'xx']) {
        const note = 'ấ'.repeat(300)
        const rows = Array.from({ length: 10_000 }, (_, index) => `jobs,2018,1,${index}${note}\n`)
        writeFileSync(join(folder, 'r.csv'), `indicator,period,value,${shift}\n${rows.join('')}`)
        expect(await run('validate plan.yaml r.csv --rows register')).toMatchObject({ stderr: '', exit: 0 })
      }
    }))

  it('is read as spreadsheets write Unicode text', () =>
    inFolder({}, async (run, folder) => {
      const text = `\ufeff${manyRows('jobs,2018,a,bốn').replaceAll(',', '\t')}`.replaceAll('\n', '\r\n')
      for (const encoding of ['le', 'be']) {
        const bytes = Buffer.from(text, 'utf16le')
        writeFileSync(join(folder, 'r.txt'), encoding === 'be' ? bytes.swap16() : bytes)
        const { stderr } = await run('validate plan.yaml r.txt --rows register')
        expect(stderr).toContain(`1 of ${(MANY + 2).toLocaleString('en')} rows cannot be read`)
        expect(stderr).toContain(`r.txt:${MANY + 3}:13 error not-a-number: "bốn" is not a number`)
        expect(stderr).toContain(`${MANY + 3} | jobs  2018  a  bốn`)
      }
    }))

  it('gives the places of its figures to whoever asks', () =>
    inFolder({ 'r.csv': manyRows() }, async (run) => {
      const { stdout } = await run('check plan.yaml r.csv --rows register --min jobs=100000% --as-of 2018-12-31')
      expect(stdout).toContain('r.csv:2:13')
      const report = JSON.parse((await run('report plan.yaml r.csv --rows register --format json')).stdout)
      const inputs = report.plans[0].indicators[0].inputs.slice(1)
      expect(inputs.map(({ line }: { line: number }) => line)).toEqual([2, MANY + 2])
    }))

  it('that takes a register for results tells the first that are given again, whatever its size', () =>
    inFolder({}, async (run, folder) => {
      const rows = Array.from({ length: 600_000 }, (_, index) => `jobs,2018-01-${10 + (index % 20)},a,1`)
      const text = ['indicator,period,area,value', ...rows, 'trainees,2018,a,7', ''].join('\n')
      writeFileSync(join(folder, 'r.csv'), text)
      const { stderr } = await run('validate plan.yaml r.csv --basis increment')
      expect(stderr.match(/error duplicate-observation/g)).toHaveLength(20)
      expect(stderr).toContain('r.csv:22:1 error duplicate-observation: `jobs` has two figures for 2018-01-10 in `a`')
      writeFileSync(join(folder, 'r.csv'), text.replace(/jobs,2018-01-10/g, 'trainees,2018-01-02'))
      expect((await run('validate plan.yaml r.csv --basis increment')).stderr).toContain('r.csv:22:1 error duplicate')
    }))

  it('tells which rows give a result twice', () =>
    inFolder({ 'r.csv': manyRows() }, async (run) => {
      const { stderr } = await run('validate plan.yaml r.csv')
      expect(stderr).toContain(
        'r.csv:3:1 error duplicate-observation: `jobs` has two figures for 2018 in `a`, the first at r.csv:2:1',
      )
    }))

  it('is known by its name, whatever that is', () =>
    inFolder({}, async (run, folder) => {
      for (const name of ["o'brien.csv", '[a]*?.csv', 'line\nbreak.csv', "'); DROP TABLE x; --.csv", 'chỉ tiêu.csv']) {
        writeFileSync(join(folder, name), manyRows())
        writeFileSync(join(folder, 'r.yaml'), documentFor(name))
        expect(await run('validate plan.yaml r.yaml'), name).toMatchObject({ stderr: '', exit: 0 })
      }
    }))

  it('has columns of any name', () =>
    inFolder({}, async (run, folder) => {
      const column = `"; DROP TABLE rows; -- 'x`
      writeFileSync(join(folder, 't.csv'), manyRows().replace('area', `"${column.replaceAll('"', '""')}"`))
      writeFileSync(
        join(folder, 'r.yaml'),
        documentFor('t.csv').replace('area: area', `area: ${JSON.stringify(column)}`),
      )
      expect(await run('validate plan.yaml r.yaml')).toMatchObject({ stderr: '', exit: 0 })
    }))

  it('leaves nothing behind in the folder for temporary files', () =>
    inFolder({ 'r.csv': manyRows() }, async (run, folder) => {
      const temporary = join(folder, 'tmp')
      mkdirSync(temporary)
      spawnSync(NODE, [BIN, 'validate', 'plan.yaml', 'r.csv', '--rows', 'register'], {
        cwd: folder,
        env: { ...process.env, TMPDIR: temporary },
      })
      expect(readdirSync(temporary)).toEqual([])
      await run('validate plan.yaml')
    }))
})

describe('Parquet', () => {
  it('is read with its types, its rows counted', () =>
    inFolder({}, async (run, folder) => {
      await writeParquet(
        join(folder, 'r.parquet'),
        `SELECT 'jobs' AS indicator, 2018 AS period, 'a' AS area, CAST(1.25 AS DECIMAL(9, 2)) AS value
         UNION ALL SELECT 'jobs', 2018, 'a', 2.5 UNION ALL SELECT 'trainees', 2018, 'a', NULL`,
      )
      const { stdout, stderr } = await run('explain jobs plan.yaml r.parquet --rows register --numbers vi')
      expect(stderr).toBe('')
      expect(stdout).toContain('3.75 · 2018 · final · sum of 2 rows')
    }))

  it('has refused rows by their number', () =>
    inFolder({}, async (run, folder) => {
      await writeParquet(
        join(folder, 'r.parquet'),
        `SELECT * FROM (VALUES ('jobs', '2018', '1'), ('jobs', '2018', 'x'), ('jobs', '20l8', '2')) AS t(indicator, period, value)`,
      )
      const { stderr } = await run('validate plan.yaml r.parquet --rows register')
      expect(stderr).toContain('r.parquet:2:3 error not-a-number')
      expect(stderr).toContain('r.parquet:3:2 error bad-period')
    }))

  it.each(['cut', 'filled up'])('that is %s is a problem', (how) =>
    inFolder({}, async (run, folder) => {
      const path = join(folder, 'r.parquet')
      await writeParquet(path, `SELECT 'jobs' AS indicator, '2018' AS period, range AS value FROM range(20000)`)
      const whole = spawnSync('cat', [path]).stdout
      const damaged =
        how === 'cut'
          ? whole.subarray(0, -20)
          : Buffer.concat([whole.subarray(0, 400), Buffer.alloc(whole.length - 1400), whole.subarray(-1000)])
      writeFileSync(path, damaged)
      const { stderr, exit } = await run('validate plan.yaml r.parquet --rows register')
      expect([/r\.parquet:1:1 error table-not-read/.test(stderr), exit]).toEqual([true, 2])
    }),
  )
})

describe('the engine', () => {
  it('opens nothing but the files that it was given, and takes no settings', () =>
    inFolder({ 'r.csv': 'a\n1\n', 'other.csv': 'a\n2\n' }, async (_, folder) => {
      const engine = await duckdbEngine({
        paths: [join(folder, 'r.csv')],
        memory: '256MB',
        folder: join(folder, 'spill'),
      })
      const columns = (path: string) => engine.columns(path)
      await expect(columns(join(folder, 'other.csv'))).rejects.toThrow(/Permission|not allowed|disabled/i)
      await expect(columns('https://example.org/x.parquet')).rejects.toThrow(EngineFailure)
      await expect(columns(join(folder, '*.csv'))).rejects.toThrow(/Permission|not allowed|disabled/i)
      engine.close()
    }))
})

const documentFor = (name: string) => `kind: actuals
plan: p
numbers: plain
table:
  path: ${JSON.stringify(name)}
  columns: { indicator: indicator, period: period, area: area, value: value }
  rows: register
`

async function writeParquet(path: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`)
  connection.closeSync()
  instance.closeSync()
}

type Run = (command: string) => ReturnType<typeof pva>

function inFolder(files: Readonly<Record<string, string>>, use: (run: Run, folder: string) => Promise<void>) {
  return inFreshFolder(async (folder) => {
    for (const [path, text] of Object.entries({ 'plan.yaml': PLAN, ...files })) {
      await writeInFolder(folder, path, Buffer.from(text))
    }
    await use((command) => pva(folder, command), folder)
  })
}
