import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { csvTable } from '../../src/read/table/csv.ts'
import { inFreshFolder } from '../support/folder.ts'
import { IS_LONG } from '../support/long.ts'
import { pva } from '../support/run.ts'
import { workbook } from '../support/workbooks.ts'
import { jsonRows, parquetQuery, rowFor, type StoredCells, sheetRows } from './made-up-tables.ts'

/* Of a table nothing gets lost: each row is read, passed over or refused, in every format, and those that are refused are in the file of them. */

const PLAN = `kind: plan
id: p
title: Plan
period: 2018
areas: [{ id: one, name: One }]
indicators:
  - { id: jobs, name: Việc làm, target: 100 }
  - { id: x, name: X, type: rate, target: { at_most: 3 } }
`
const results = (path: string) => `kind: actuals
plan: p
numbers: en
table:
  path: ${path}
  columns: { indicator: indicator, area: area, period: period, value: value, published: published }
  rows: register
  within: plan
  where: [{ column: kind, not: cũ }]
  codes: { indicator: { "01": skip, Cộng: skip }, area: { y: skip, "": whole } }
`
const COLUMNS = ['indicator', 'area', 'period', 'value', 'published', 'kind']

const tables: fc.Arbitrary<StoredCells> = fc
  .array(rowFor(COLUMNS, { periodBy: null }), { minLength: 1, maxLength: 14 })
  .map((rows) => ({ columns: COLUMNS, rows: rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell))) }))

const quoted = (cells: readonly unknown[]) =>
  cells.map((cell) => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`)).join(',')

/** A file of each format, and how many rows it has: a sheet has none in which nothing stands. */
const FORMATS: Readonly<Record<string, (table: StoredCells) => Buffer | string>> = {
  csv: ({ columns, rows }) => [columns, ...rows].map(quoted).join('\n'),
  jsonl: (table) => jsonRows(table).join('\n'),
  json: (table) => `[${jsonRows(table).join(',\n')}]`,
  xlsx: (table) => workbook({ rows: sheetRows(table).rows }),
}

let writer: DuckDBConnection | null = null
beforeAll(async () => {
  writer = await (await DuckDBInstance.create(':memory:')).connect()
})
afterAll(() => writer?.closeSync())

it.each([...Object.keys(FORMATS), 'parquet'])(
  '%s: rows read, passed over and refused are all of its rows, and --rejects has those refused',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(tables, (table) =>
        inFreshFolder(async (folder) => {
          const path = join(folder, `t.${format}`)
          const content = FORMATS[format]?.(table)
          if (content) writeFileSync(path, content)
          else await writer?.run(`COPY (${parquetQuery(table, 'VARCHAR')}) TO '${path}' (FORMAT parquet)`)
          writeFileSync(join(folder, 'plan.yaml'), PLAN)
          writeFileSync(join(folder, 'results.yaml'), results(`t.${format}`))
          const { stderr } = await pva(folder, 'validate plan.yaml results.yaml --verbose --rejects refused.csv')
          const isRow = (cells: readonly unknown[]) => format !== 'xlsx' || cells.some((cell) => cell !== null)
          const all = table.rows.filter(isRow).length
          const said = /^t\.\w+: (\d+) rows?: (.*)\.$/m.exec(stderr) ?? []
          const counts = [...(said[2] ?? '').matchAll(/(\d+) (read|passed over|refused)/g)]
          const sum = counts.reduce((sum, [, count]) => sum + Number(count), 0)
          expect({ told: Number(said[1]), sum }, stderr).toEqual({ told: all, sum: all })
          const { rows } = csvTable('refused.csv', readFileSync(join(folder, 'refused.csv')))
          // A row stands there once for each thing that is wrong with it.
          const refused = new Set(rows.map(({ texts }) => JSON.stringify([texts[1], texts[6]])))
          expect(refused.size, stderr).toBe(Number(counts.find(([, , what]) => what === 'refused')?.[1]))
        }),
      ),
      { numRuns: IS_LONG ? 200 : format === 'parquet' ? 6 : 40, seed: 20_181_231 },
    )
  },
  120_000,
)
