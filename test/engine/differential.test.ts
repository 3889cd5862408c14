import { existsSync, linkSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calculated } from '../../src/calc/report/report.ts'
import { noProgress } from '../../src/cli/output/progress.ts'
import { largeTableRead } from '../../src/cli/table/large-tables.ts'
import { toldOnce } from '../../src/cli/table/table-problems.ts'
import { duckdbEngine } from '../../src/engine/duckdb.ts'
import type { Engine, EngineTable } from '../../src/engine/engine.ts'
import { Exact } from '../../src/model/exact.ts'
import { type Problem, sortedProblems } from '../../src/model/problem.ts'
import type { TableMapping } from '../../src/model/table.ts'
import { columnsOf } from '../../src/read/table/columns.ts'
import { csvTable } from '../../src/read/table/csv.ts'
import { jsonLinesTable } from '../../src/read/table/json-lines.ts'
import { observationsFrom, type RowGroup, type TableRead } from '../../src/read/table/results.ts'
import { groupText, tableRead } from '../../src/read/table/rows.ts'
import { read } from '../read/support.ts'
import { csvTables, jsonTables, mappingOf } from './made-up-tables.ts'

/*
 * Small tables are read cell by cell, large ones by an engine. Which way a table is read must make no difference: not to
 * figures, places, counts and sources of results, not to refused rows, and not to problems, their words, places and order.
 */

/** How often; `PVA_RUNS=20000 npx vitest run test/engine/differential.test.ts` looks harder. */
const RUNS = Number(process.env['PVA_RUNS'] ?? 250)
const PATIENCE = 60_000 + RUNS * 200

describe('a table that is read in both ways comes to the same', () => {
  it(
    'as CSV',
    async () => {
      await fc.assert(
        fc.asyncProperty(csvTables, ({ bytes, mapping, header }) => sameInBothWays('csv', bytes, mapping, header)),
        { numRuns: RUNS, seed: 20_181_231 },
      )
    },
    PATIENCE,
  )

  it(
    'as JSON lines',
    async () => {
      await fc.assert(
        fc.asyncProperty(jsonTables, ({ bytes, mapping }) => sameInBothWays('jsonl', bytes, mapping)),
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
  where: [],
  statedArea: null,
  lacks: null,
  isTwice: null,
})

/** Starting an engine takes longer than reading a small table, so that one of them reads many, each in a folder of its own. */
const FOLDERS = 200
let base = ''
let next = FOLDERS
let engine: Engine | null = null

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'pva-test-'))
})

afterAll(async () => {
  engine?.close()
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
  const known = (table: EngineTable): EngineTable => {
    const path = join(folder, String(paths.indexOf(table.path)))
    if (!existsSync(path)) linkSync(table.path, path)
    return { ...table, path }
  }
  return {
    ...shared,
    sums: (table, query) => shared.sums(known(table), query),
    rowNumbers: (table, ...more) => shared.rowNumbers(known(table), ...more),
    repeatedRows: (table, ...more) => shared.repeatedRows(known(table), ...more),
    equalRows: (table, ...more) => shared.equalRows(known(table), ...more),
    close: () => {},
  }
}

async function sameInBothWays(
  format: 'csv' | 'jsonl',
  bytes: Buffer,
  mapping: TableMapping,
  header: readonly number[] | null = null,
): Promise<void> {
  const table = format === 'csv' ? csvTable('t', bytes, header) : jsonLinesTable('t', bytes)
  const small = tableRead(table, mapping)
  for (const isPlaced of [true, false]) {
    const folder = await freshFolder()
    const absolute = join(folder, 't')
    await writeFile(absolute, bytes)
    const large = await largeTableRead(
      { path: 't', absolute, format, header },
      {
        engineFor: async (paths) => engineIn(folder, paths),
        folder,
        mappingOf: () => ({ mapping, problems: [] }),
        names: columnsOf(mapping).map(({ name }) => name),
        isRegister: mapping.isRegister,
        isPlaced,
        refused: { most: null, all: null },
        during: noProgress.during,
      },
    )
    expect(told(large)).toEqual(told(small))
    if (isPlaced) {
      expect(results(large, mapping)).toEqual(results(small, mapping))
      expect(calculationProblems(large, mapping)).toEqual(calculationProblems(small, mapping))
    }
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
function results(read: TableRead, mapping: TableMapping) {
  const all = observationsFrom(read, mapping)
  return JSON.parse(JSON.stringify(all, (_, value) => (value instanceof Exact ? value.toDecimal() : value)))
}

const [plan] = read(`kind: plan
id: p
title: Plan
period: 2018
areas:
  - { id: one, name: One }
  - { id: two, name: Two, was: [x] }
indicators:
  - { id: jobs, name: Jobs, target: 100 }
  - { id: x, name: X, target: 100, accumulate: latest }
  - { id: y, name: Y, type: task, target: done }
  - { id: rate, name: Rate, type: rate, target: { at_most: 3 } }
  - { id: poverty, name: Poverty, type: poverty-rate, standard: 2016-2020, target: { at_most: 3 } }
`).plans

/** What the calculation has to say of the results of a table. */
function calculationProblems(read: TableRead, mapping: TableMapping) {
  const inputs = { references: [], unreadResults: [], unreadPlans: [], plans: plan ? [plan] : [] }
  const asked = { asOf: null, period: null, targets: 'revised' as const }
  const { problems } = calculated({ ...inputs, observations: observationsFrom(read, mapping) }, asked)
  return sortedProblems(toldOnce(problems, () => true)).map(problemTold)
}
