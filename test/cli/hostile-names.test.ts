import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { LONGEST_TEXT } from '../../src/model/text.ts'
import { inFreshFolder } from '../support/folder.ts'
import { pva } from '../support/run.ts'

/** As long as a text may be, `w ` before it. */
const LONG = 'ă'.repeat(LONGEST_TEXT - 2)

/** What could mean something to SQL, to a shell, to a pattern, to a file system or to CSV, and is only a name here. */
const NAMES: readonly string[] = [
  `'; DROP TABLE x; --`,
  `"; DROP TABLE x; --`,
  `') UNION SELECT 1 --`,
  `"quoted"`,
  `o'brien`,
  'a\\b\\',
  'line\nbreak',
  'return\r\nbreak',
  '*',
  '?',
  '[a-z]*',
  '{a,b}',
  '--help',
  '-',
  ' blank ',
  '\ttab',
  ';semi;colon|bar,comma',
  '$HOME `id` $(id)',
  '%s%n',
  'c0',
  'VALUE',
  'select',
  'Phủ Lý',
  'Pho\u031bc\u0323',
  '😀👨‍👩‍👧',
  '\u202egnp.vsc',
  'nul\0byte',
  'constructor',
  '__proto__',
  LONG,
]

const INDICATOR = 'indicator "*"'
const WHERE = (name: string) => `w ${name}`

/** A table with a column of an area, and one of a condition, for each name; each row is of a code that is one. */
const COLUMNS = [INDICATOR, ...NAMES, ...NAMES.map(WHERE)]
const CELLS = (code: string, value: string) => [code, ...NAMES.map(() => value), ...NAMES]
const ROWS = [...NAMES.map((name) => CELLS(name, '1.5')), [...CELLS('other', 'x').slice(0, -1), 'not asked for']]

const PLAN = JSON.stringify({
  kind: 'plan',
  id: 'p',
  title: 'P',
  period: '2018',
  areas: NAMES.map((_, index) => ({ id: `a${index}`, name: `A${index}` })),
  indicators: [{ id: 'jobs', name: 'Jobs', target: 100 }],
})

const results = (path: string) =>
  JSON.stringify({
    kind: 'actuals',
    plan: 'p',
    period: '2018',
    numbers: 'plain',
    table: {
      path,
      columns: { indicator: INDICATOR },
      areas: Object.fromEntries(NAMES.map((name, index) => [name, `a${index}`])),
      where: NAMES.map((name) => ({ column: WHERE(name), equals: name })),
      codes: { indicator: Object.fromEntries(NAMES.map((name) => [name, 'jobs'])) },
      rows: 'register',
    },
  })

const csv = (rows: readonly (readonly string[])[]) =>
  `${[COLUMNS, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`

/** Rows that are passed over make it too large to be read cell by cell. */
const largeCsv = () => `${csv(ROWS)}${`passed over${','.repeat(COLUMNS.length - 1)}\n`.repeat(100_001)}`

describe('names of columns, codes and conditions are nothing but names', () => {
  it.each([
    ['a small table', 't.csv', (path: string) => writeFileSync(path, csv(ROWS))],
    ['a large table', 't.csv', (path: string) => writeFileSync(path, largeCsv())],
    ['a packed table', 't.csv.gz', (path: string) => writeFileSync(path, gzipSync(largeCsv()))],
    ['JSON lines', 't.jsonl', (path: string) => writeFileSync(path, ROWS.map(jsonLine).join('\n'))],
    ['Parquet', 't.parquet', (path: string) => writeParquet(path)],
  ])('in %s', (_, name, write) =>
    inFreshFolder(async (folder) => {
      writeFileSync(join(folder, 'plan.json'), PLAN)
      writeFileSync(join(folder, 'r.json'), results(name))
      await write(join(folder, name))
      const { stdout, stderr, exit } = await pva(folder, 'report plan.json r.json --by area --format json')
      expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 })
      const { indicators } = JSON.parse(stdout).plans[0] as { indicators: { area: string | null; actual: number }[] }
      const actuals = indicators.filter(({ area }) => area !== null).map(({ actual }) => actual)
      expect(actuals).toEqual(NAMES.map(() => 1.5 * NAMES.length))
    }),
  )

  it('and stand so in the file of refused rows', () =>
    inFreshFolder(async (folder) => {
      writeFileSync(join(folder, 'plan.json'), PLAN)
      writeFileSync(join(folder, 'r.json'), results('t.csv'))
      for (const text of [csv(NAMES.map((name) => CELLS(`x${name}`, '1'))), largeCsv().replace(/"1\.5"/g, '"=1+1"')]) {
        writeFileSync(join(folder, 't.csv'), text)
        const { exit } = await pva(folder, 'validate plan.json r.json --rejects bad.csv')
        expect(exit).toBe(2)
        const bad = readFileSync(join(folder, 'bad.csv'), 'utf8')
        expect(bad.split('\n').length).toBeGreaterThan(NAMES.length)
        // Nothing that a terminal obeys, and no cell that a spreadsheet calculates.
        expect(bad).not.toMatch(/[\0\u202e\r]|(?:^|,)"?[=@+]/m)
      }
    }))
})

/** What a file may be called on the systems that most run. */
const FILE_NAMES = NAMES.filter((name) => !name.includes('\0') && name !== LONG).map((name) => `${name}.csv`)

describe('names of files are nothing but names', () => {
  const table = 'indicator,period,value\njobs,2018,7\n'
  const document = (path: string) =>
    JSON.stringify({
      kind: 'actuals',
      plan: 'p',
      table: { path, columns: { indicator: 'indicator', value: 'value', period: 'period' } },
    })

  it.each([
    ['small tables', '', () => table],
    ['large tables', '', () => `${table}${'trainees,2018,1\n'.repeat(100_001)}`],
    ['packed tables', '.gz', () => gzipSync(table)],
  ])('of %s', (kind, ending, content) =>
    inFreshFolder(async (folder) => {
      writeFileSync(join(folder, 'plan.json'), PLAN.replace(']}', ',{"id":"trainees","name":"T","target":1}]}'))
      for (const name of kind === 'large tables' ? FILE_NAMES.slice(2, 4) : FILE_NAMES) {
        writeFileSync(join(folder, `${name}${ending}`), content())
        const text = document(`${name}${ending}`)
        writeFileSync(
          join(folder, 'r.json'),
          kind === 'large tables' ? text.replace(']}', ']}').replace('"columns"', '"rows":"register","columns"') : text,
        )
        const { stdout, stderr, exit } = await pva(folder, 'report plan.json r.json --format csv')
        // The rows are alike, which is warned of.
        const told = stderr.includes('warning equal-rows') ? '' : stderr
        expect({ name, told, exit }).toEqual({ name, told: '', exit: 0 })
        expect(stdout, name).toMatch(/,jobs,.*,7,2018,/)
      }
    }),
  )
})

function jsonLine(cells: readonly string[]): string {
  return `{${cells.map((cell, index) => `${JSON.stringify(COLUMNS[index])}:${JSON.stringify(cell)}`).join(',')}}`
}

/** Names stand in the file as they are: the engine that writes it takes them from a statement of its own. */
async function writeParquet(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const literal = (text: string) =>
    text
      .split('\0')
      .map((part) => `'${part.replaceAll("'", "''")}'`)
      .join(' || chr(0) || ')
  const rows = ROWS.map((cells) => `(${cells.map(literal).join(', ')})`)
  const names = COLUMNS.map((name) => `"${name.replaceAll('"', '""').replaceAll('\0', '\u0001')}"`)
  await connection.run(
    `COPY (SELECT * FROM (VALUES ${rows.join(', ')}) AS t(${names.join(', ')})) TO '${path}' (FORMAT parquet)`,
  )
  connection.closeSync()
  instance.closeSync()
  // That statement could not hold a zero byte.
  const bytes = readFileSync(path)
  for (let at = bytes.indexOf('nul\u0001'); at >= 0; at = bytes.indexOf('nul\u0001', at)) bytes[at + 3] = 0
  writeFileSync(path, bytes)
}
