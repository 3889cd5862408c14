import { existsSync, linkSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calculated } from '../../src/calc/report/report.ts'
import { noProgress } from '../../src/cli/output/progress.ts'
import { type Placing, parquetPlaces, parquetStandingRow } from '../../src/cli/table/found-rows.ts'
import { largeTableRead, type Surroundings } from '../../src/cli/table/large-tables.ts'
import { toldOnce } from '../../src/cli/table/table-problems.ts'
import { inflate } from '../../src/cli/table/table-text.ts'
import { duckdbEngine } from '../../src/engine/duckdb.ts'
import { type Engine, type EngineTable, OrderOfRows } from '../../src/engine/engine.ts'
import { Exact } from '../../src/model/exact.ts'
import type { Observation } from '../../src/model/observation.ts'
import { type Problem, sortedProblems } from '../../src/model/problem.ts'
import type { TableMapping } from '../../src/model/table.ts'
import { columnIndexes, columnsOf } from '../../src/read/table/columns.ts'
import { csvTable } from '../../src/read/table/csv.ts'
import type { Table, TableRow } from '../../src/read/table/grid.ts'
import { jsonArrayTable, jsonLinesTable } from '../../src/read/table/json-lines.ts'
import { observationsFrom, type RowGroup, refusedCount, type TableRead } from '../../src/read/table/results.ts'
import { rowReader } from '../../src/read/table/row.ts'
import { groupText, tableRead } from '../../src/read/table/rows.ts'
import { workbookTable } from '../../src/read/table/xlsx/rows.ts'
import { read } from '../read/support.ts'
import { IS_LONG } from '../support/long.ts'
import { workbook } from '../support/workbooks.ts'
import {
  csvTables,
  jsonRows,
  jsonTables,
  mappingOf,
  parquetQuery,
  type StoredTable,
  sheetRows,
  storedTables,
} from './made-up-tables.ts'

/*
 * Small tables are read cell by cell, large ones by an engine. Which way a table is read must make no difference: not to
 * figures, places, counts and sources of results, not to refused rows, and not to problems, their words, places and order.
 */

/** How often, always of the same seed; `PVA_RUNS=20000 npx vitest run test/engine/differential.test.ts` looks harder. */
const RUNS = Number(process.env['PVA_RUNS'] ?? (IS_LONG ? 1000 : 60))
const PATIENCE = 60_000 + RUNS * 200

describe('a table that is read in both ways comes to the same', () => {
  it(
    'as CSV',
    async () => {
      await fc.assert(
        fc.asyncProperty(csvTables, ({ bytes, mapping, header }) =>
          sameInBothWays('csv', bytes, mapping, header, placingsOf(bytes)),
        ),
        { numRuns: RUNS, seed: 20_181_231 },
      )
    },
    PATIENCE,
  )

  it(
    'as JSON lines',
    async () => {
      await fc.assert(
        fc.asyncProperty(jsonTables, ({ bytes, mapping }) =>
          sameInBothWays('jsonl', bytes, mapping, null, placingsOf(bytes)),
        ),
        { numRuns: RUNS, seed: 20_181_231 },
      )
    },
    PATIENCE,
  )

  it(
    'as Parquet',
    async () => {
      const types = fc.constantFrom('DOUBLE' as const, 'DECIMAL(38,6)' as const, 'VARCHAR' as const)
      await fc.assert(
        fc.asyncProperty(storedTables, types, (table, type) =>
          parquetInBothWays(parquetQuery(table, type), table.mapping, table.rows.length),
        ),
        { numRuns: RUNS, seed: 20_181_231 },
      )
    },
    PATIENCE,
  )

  it.each([
    ['', 'nothing'],
    ['indicator,area,value\n', 'a header alone'],
    ['indicator,area,value', 'a header without a line end'],
    ['\n\nindicator,area,value\nx,y,1\n', 'empty lines first'],
    ['\ufeffindicator,area,value\r\nx,y,1\r\n', 'a byte-order mark'],
    ['indicator,area,value\rx,y,1\rx,y,2\r', 'line ends of old Macintoshes'],
    ['indicator,area,value\r\r\nx,y,1\r\r\nx,y,2\r\r\n', 'line ends that were converted twice'],
    ['indicator,area,value\nx,y,1\r\nx,y,2\rx,y,3\n\r\n', 'line ends of every sort'],
    ['indicator,area,value\nx,y,1,\nx,y,2,,,\nx,y,3,""\n', 'separators at the ends of rows'],
    ['indicator,area,value\n"x\n1",y,1\n\n"x\r\n1",y,z\nx\n', 'quoted line breaks before a refused row'],
    ['"indicator","area\n","value"\nx,y,z\n', 'a line break in the header'],
    ['indicator,area,value\nx,"y,1\nx,y,2\n', 'a quote that is not closed'],
    ['indicator,area,value\nx,"y"y,1\n', 'text behind a quote'],
    ['indicator,area,value\nx,ấm "y",1\n', 'a quote inside'],
    ['indicator,area,value\nx,y,1\nx, "y",2\n', 'a blank before a quote'],
    ['indicator,area,value\nx,y,\0\nx\0,y,1\n', 'zero bytes'],
    ['indicator,area,value\nx,y,1234567890123456.78\nx,y,-999999999999999999\nx,y,0.000001\n', 'numbers of 18 digits'],
    ['indicator,area,value\n"x","y","1"\n"","",""\n', 'quotes around everything'],
  ])('%j: %s', (text) => sameInBothWays('csv', Buffer.from(text), register))

  it.each([
    ['', 'nothing'],
    ['\n \n', 'empty lines'],
    ['{}\n', 'an empty object'],
    ['{"indicator":"x","area":"y","value":123456789012.123456}\n', 'a number that a float does not hold'],
    ['{"indicator":"x","area":"y","value":1}\n{"area":"y","value":2,"indicator":"x"}\n', 'keys in any order'],
    ['{"value":"1"}\n{"value":1}\n{"value":"1.000"}\n{"value":1.000}\n', 'text and numbers in one column'],
    ['\ufeff{"indicator":"x","area":"y","value":1}', 'a byte-order mark and no line end'],
    ['{"indicator":"x","area":"\\ud800","value":1}\n', 'half of a character'],
  ])('%j: %s', (text) => sameInBothWays('jsonl', Buffer.from(text), register))

  it('that is no UTF-8 is refused at the same byte', async () => {
    const bytes = Buffer.concat([
      Buffer.from('indicator,area,value\nx,ế,1\nx,'),
      Buffer.from([0xe1, 0xba]),
      Buffer.from(',2\n'),
    ])
    await sameInBothWays('csv', bytes, register)
    await sameInBothWays('csv', bytes.subarray(0, -3), register)
  })
})

describe('a table comes to the same', () => {
  it(
    'as JSON lines, as an array of JSON and as a workbook',
    async () => {
      const inflated = await inflate()
      const json = (table: StoredTable) => Buffer.from(jsonRows(table).join('\n'))
      fc.assert(
        fc.property(storedTables, (made) => {
          const isSeen = (row: number) => made.mapping.hidden !== 'skip' || !made.hidden.has(row)
          // A sheet has no rows in which nothing stands, and names of columns without a row.
          const rows = made.rows.map((cells, row) =>
            cells.every((cell) => cell === null) || !isSeen(row) ? [] : cells,
          )
          const seen = { ...made, rows: rows.filter((cells) => cells.length > 0) }
          fc.pre(seen.rows.length > 0)
          const lines = tableRead(jsonLinesTable('t', json(seen)), made.mapping)
          const array = tableRead(jsonArrayTable('t', Buffer.from(`[${jsonRows(seen).join(',\n')}]`)), made.mapping)
          expect(toldOfRows(array)).toEqual(toldOfRows(lines))
          const { merged, rows: sheet } = sheetRows(made)
          const hiding = { sheet: null, skipsHidden: made.mapping.hidden === 'skip' }
          const table = workbookTable('t', workbook({ rows: sheet, merged }), hiding, inflated)
          const read = tableRead(table, made.mapping)
          expect(toldOfRows(read)).toEqual(toldOfRows(lines))
          allRowsTold(table, read, made.mapping, seen.rows.length)
        }),
        { numRuns: RUNS, seed: 20_181_231 },
      )
    },
    PATIENCE,
  )
})

const register = mappingOf({
  notation: null,
  said: 'keys',
  isRegister: true,
  isCounted: false,
  keys: ['area'],
  figures: ['value'],
  isWide: false,
  isOneIndicator: false,
  remarks: [],
  codes: { indicator: false, area: false, empty: false, skip: false },
  wideBy: 'area',
  hasLastYear: false,
  writtenBy: null,
  flags: new Map(),
  missing: null,
  within: null,
  isKnown: false,
  fractions: null,
  periodBy: null,
  dates: null,
  where: [],
  statedArea: null,
  hasGroups: false,
  lacks: null,
  isTwice: null,
})

/** Starting an engine takes longer than reading a small table, so that one of them reads many, each in a folder of its own. */
const FOLDERS = 200
let base = ''
let next = FOLDERS
let engine: Engine | null = null
/** Writes Parquet. */
let writer: DuckDBConnection | null = null

beforeAll(async () => {
  writer = await (await DuckDBInstance.create(':memory:')).connect()
  base = await mkdtemp(join(tmpdir(), 'pva-test-'))
})

afterAll(async () => {
  engine?.close()
  writer?.closeSync()
  await rm(base, { recursive: true })
})

async function freshFolder(): Promise<string> {
  if (next === FOLDERS) {
    engine?.close()
    await rm(base, { recursive: true })
    const folders = Array.from({ length: FOLDERS }, (_, index) => join(base, String(index)))
    const paths = folders.flatMap((folder) => ['0', '1'].map((name) => join(folder, name)))
    engine = await duckdbEngine({ paths, memory: '256MB', folder: join(base, 'spill') })
    next = 0
  }
  const folder = join(base, String(next++))
  await mkdir(folder, { recursive: true })
  return folder
}

/** The engine of all, for which each file has a second name in its folder. */
function engineIn(folder: string, paths: readonly string[]): Engine {
  const shared = engine as Engine
  const linked = (given: string) => {
    const path = join(folder, String(paths.indexOf(given)))
    if (!existsSync(path)) linkSync(given, path)
    return path
  }
  const known = (table: EngineTable): EngineTable => ({ ...table, path: linked(table.path) })
  return {
    ...shared,
    sums: (table, query) => shared.sums(known(table), query),
    rowNumbers: (table, ...more) => shared.rowNumbers(known(table), ...more),
    repeatedRows: (table, ...more) => shared.repeatedRows(known(table), ...more),
    equalRows: (table, ...more) => shared.equalRows(known(table), ...more),
    rowTexts: (table, numbers) => shared.rowTexts(known(table), numbers),
    columns: (path) => shared.columns(linked(path)),
    close: () => {},
  }
}

const aroundIn = (folder: string, mapping: TableMapping, placing: Placing): Surroundings => ({
  engineFor: async (paths) => engineIn(folder, paths),
  folder,
  mappingOf: () => ({ mapping, problems: [] }),
  names: columnsOf(mapping).map(({ name }) => name),
  isRegister: mapping.isRegister,
  placing,
  isBounded: true,
  refused: { most: null, all: null },
  during: noProgress.during,
})

/** Made-up tables are read with the places of their figures or without: one is as likely as the other. */
const PLACINGS: readonly Placing[] = ['rows', 'figures', 'none']
const placingsOf = (bytes: Buffer) => (IS_LONG ? PLACINGS : PLACINGS.filter((_, index) => index === bytes.length % 3))

async function sameInBothWays(
  format: 'csv' | 'jsonl',
  bytes: Buffer,
  mapping: TableMapping,
  header: readonly number[] | null = null,
  placings: readonly Placing[] = PLACINGS,
): Promise<void> {
  const table = format === 'csv' ? csvTable('t', bytes, header) : jsonLinesTable('t', bytes)
  const small = tableRead(table, mapping)
  allRowsTold(table, small, mapping, small.rows)
  for (const placing of placings) {
    const folder = await freshFolder()
    const absolute = join(folder, 't')
    await writeFile(absolute, bytes)
    const around = aroundIn(folder, mapping, placing)
    const large = await largeTableRead({ path: 't', absolute, format, header }, around).catch((error) => {
      if (error instanceof OrderOfRows) return null
      throw error
    })
    // Read row by row, as the small one.
    if (!large) continue
    expect(told(large)).toEqual(told(small))
    if (placing === 'figures') expect(figures(large, mapping)).toEqual(figures(small, mapping))
    if (placing === 'rows') {
      expect(results(large, mapping)).toEqual(results(small, mapping))
      expect(calculationProblems(large, mapping)).toEqual(calculationProblems(small, mapping))
    }
  }
}

async function parquetInBothWays(sql: string, mapping: TableMapping, rows: number): Promise<void> {
  const folder = await freshFolder()
  const absolute = join(folder, 't')
  await writer?.run(`COPY (${sql}) TO '${absolute}' (FORMAT parquet)`)
  const around = { ...aroundIn(folder, mapping, 'rows'), isBounded: false }
  const large = await largeTableRead({ path: 't', absolute, format: 'parquet', header: null }, around)
  const shared = engineIn(folder, [absolute])
  const { columns, numberColumns } = await shared.columns(absolute)
  const stored = { path: absolute, format: 'parquet', delimiter: ',', columns, numberColumns, isMarked: false } as const
  const numbers = Array.from({ length: rows }, (_, index) => index + 1)
  const texts = await shared.rowTexts(stored, numbers)
  const table: Table = {
    header: columns.map((text, column) => ({ text, at: parquetPlaces('t', 1).cell(column) })),
    rows: texts.map((cells, index) => parquetStandingRow('t', index + 1, cells, numberColumns).row() as TableRow),
    ...{ problems: [], raggedRows: [], blankRows: 0, firstRows: [] },
  }
  // Its rows are never read in their order.
  const unordered = { ...mapping, known: mapping.known && { ...mapping.known, shared: new Map() } }
  const small = tableRead(table, unordered)
  expect(told(large)).toEqual(told(small))
  expect(results(large, mapping)).toEqual(results(small, mapping))
  expect(calculationProblems(large, mapping)).toEqual(calculationProblems(small, mapping))
  allRowsTold(table, small, unordered, rows)
}

/** Each row is read, passed over or refused, and the file has no others. */
function allRowsTold(table: Table, read: TableRead, mapping: TableMapping, rows: number): void {
  if (read.problems.length > 0) return
  const isInOrder = !mapping.isRegister && table.raggedRows.length === 0 && mapping.hidden !== 'skip'
  const reader = rowReader(columnIndexes(table, columnsOf(mapping)).indexes, mapping, isInOrder)
  const count = table.rows.filter((row) => 'groups' in reader(row)).length
  const passed = Object.values(read.passed.rows).reduce((sum, each) => sum + each, 0)
  expect([read.rows, count + passed + refusedCount(read)]).toEqual([rows, rows])
}

/** What the rows of a table came to, wherever they stand. */
function toldOfRows(read: TableRead) {
  const { problems, refusals, equalRows, ...others } = told(read)
  return {
    ...others,
    equalRows: equalRows?.count,
    problems: problems.map(({ code }) => code),
    refusals: read.refusals.map((each) => each.problems.map(({ code, args }) => [code, args])),
  }
}

/** What a table came to, without the places of its figures. */
function told({ groups, refused, refusals, equalRows, rows, passed, problems }: TableRead) {
  const lost = new Map<string, number>()
  for (const { indicator, area, period, rows: count } of refused) {
    const key = JSON.stringify([indicator, area === undefined ? '?' : area, period?.text ?? '?'])
    lost.set(key, (lost.get(key) ?? 0) + count)
  }
  return {
    problems: sortedProblems(problems),
    equalRows,
    rows,
    passed: passed.rows,
    marks: [...passed.marks].sort(),
    // Rows in which nothing is reported come to nothing, one by one or together.
    groups: [...groups]
      .filter(({ figures, state }) => figures.size > 0 || state !== null)
      .map(groupTold)
      .sort(),
    lost: [...lost].sort(),
    refusals: refusals.map(({ problems, text }) => [text, ...problems.map(problemTold)]),
  }
}

function groupTold(group: RowGroup): string {
  const figures = [...group.figures].map(([field, { value, decimals, text, count }]) => {
    return [field, value.toDecimal(), decimals, text, count]
  })
  return JSON.stringify([groupText(group), group.rows, group.source, figures.sort()])
}

function problemTold({ code, at, args }: Problem) {
  return { code, at, args }
}

/** What each result says, where and by whom, in their order. */
/** The same, without the places that only problems tell. */
function figures(read: TableRead, mapping: TableMapping) {
  return results(read, mapping).map(({ at, areaAt, periodAt, provider, ...all }: Observation) => ({
    ...all,
    provider: provider?.text,
  }))
}

function results(read: TableRead, mapping: TableMapping) {
  const all = observationsFrom(read, mapping)
  return JSON.parse(JSON.stringify(all, (_, value) => (value instanceof Exact ? value.toDecimal() : value)))
}

const [plan] = read(`kind: plan
id: p
title: Plan
period: 2018
breakdowns: { sex: [f, m] }
areas:
  - { id: one, name: One }
  - { id: two, name: Two, was: [x] }
indicators:
  - { id: jobs, name: Jobs, target: 100 }
  - { id: x, name: X, target: 100, accumulate: latest }
  - { id: y, name: Y, type: task, target: done }
  - { id: rate, name: Rate, type: rate, target: { at_most: 3 } }
  - id: poverty
    name: Poverty
    type: poverty-rate
    standard: 2016-2020
    target: { at_most: 3 }
    providers: [{ id: review, name: Review }, { id: survey, name: Khảo sát }]
    judged_by: review
`).plans

/** What the calculation has to say of the results of a table. */
function calculationProblems(read: TableRead, mapping: TableMapping) {
  const inputs = { references: [], unreadResults: [], unreadPlans: [], plans: plan ? [plan] : [] }
  const asked = { asOf: null, period: null, targets: 'revised' as const }
  const { problems } = calculated({ ...inputs, observations: observationsFrom(read, mapping) }, asked)
  return sortedProblems(toldOnce(problems, () => true)).map(problemTold)
}
