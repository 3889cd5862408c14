import { setImmediate } from 'node:timers/promises'
import {
  type AskedOfSums,
  type Engine,
  type EngineQuery,
  type EngineTable,
  MOST_COMPARED,
  OrderOfRows,
} from '../../engine/engine.ts'
import type { Place } from '../../model/figure.ts'
import { figureColumns, keyColumns, type TableMapping, type TableSums } from '../../model/table.ts'
import { asksBlank } from '../../read/table/cells.ts'
import type { RefusedRow } from '../../read/table/grid.ts'
import { likeness } from '../../read/table/known.ts'
import type { RowGroup } from '../../read/table/results.ts'
import { rowReader } from '../../read/table/row.ts'
import { byPlace, unknownRow } from '../../read/table/rows.ts'
import type { RowPlaces, TableColumns } from '../../read/table/summed-rows.ts'
import { firstRows, type ReadSums, readSums } from '../../read/table/sums.ts'
import { columnsApart } from '../../read/table/unmapped.ts'
import type { Progress, Reached } from '../output/progress.ts'
import {
  keptPlaces,
  type LargeRead,
  lineAmong,
  numberInFile,
  type Placing,
  readingOf,
  rowAmong,
  type StandingRow,
} from './found-rows.ts'
import type { Surroundings } from './large-tables.ts'

/** A table that an engine adds up, and how its rows are found again as they stand in the file. */
export interface OpenedTable {
  /** As shown to users. */
  readonly path: string
  readonly table: EngineTable
  readonly mapping: TableMapping
  readonly indexes: ReadonlyMap<string, number>
  /** All rows of the file. */
  readonly rows: number
  /** Those that could not be taken apart into cells, ascending, and those of them in which nothing stands. */
  readonly ragged: readonly number[]
  readonly blank: readonly number[]
  /** The rows of these numbers, in their order and piece by piece; the numbers ascend. */
  readonly found: (numbers: readonly number[]) => AsyncIterable<readonly StandingRow[]>
  /** Where a row of a number stands; null: that has to be found. */
  readonly placesOf: ((number: number) => RowPlaces) | null
}

/** What becomes of refused rows. */
export interface RefusedRowsAsked {
  /** How many are told of; null: all. */
  readonly most: number | null
  /** Is given all of them, piece by piece; null: nobody asks for more than are told of. */
  readonly all: ((rows: readonly RefusedRow[]) => Promise<void>) | null
}

/** Where a table gives results twice, so many rows are read one by one; of larger ones, those that are given twice first. */
const MOST_SINGLE = 500_000

/** One more than is told of, so that it can be told that there are more. */
const MOST_REPEATED = 21

/** What the sums of an engine come to, and what is wrong with rows that are not among them. */
export async function readTogether(
  engine: Engine,
  opened: OpenedTable,
  first: TableSums,
  {
    refused: asked,
    during,
    placing,
    isBounded,
  }: Pick<Surroundings, 'refused' | 'during' | 'placing'> & Partial<Surroundings>,
): Promise<LargeRead> {
  const { table, mapping, blank } = opened
  const blanks = new Set(blank)
  const ragged = opened.ragged.filter((number) => !blanks.has(number))
  if (isBounded && ragged.length === 0 && goesByOrder(first, mapping)) throw new OrderOfRows()
  const query: EngineQuery = queryOf(opened, placing)
  const { asks } = query
  let isPlaced = placing === 'rows'
  let { read, placed } = await readPlaced(opened, { asks, sums: first }, placing, during)
  // Of a wide table only single rows tell in which area a result is given twice.
  const isEachRow = mapping.values.length > 1 || first.rows <= MOST_SINGLE
  if (read.hasRepeated && (asks === 'sums' || isEachRow)) {
    const asks = isEachRow ? 'each-row' : 'first-rows'
    const sums = await during('finding-rows', null, (reached) =>
      polled(engine, reached, () => engine.sums(table, { ...query, asks })),
    )
    ;({ read, placed } = await readPlaced(opened, { asks, sums }, 'rows', during))
    isPlaced = true
  }

  const most = asked.all ? null : asked.most
  const search = { ...read.search, most }
  const sought = (find: () => Promise<readonly number[]>) =>
    during('finding-rows', null, (reached) => polled(engine, reached, find))
  const refused = read.refused.length > 0 ? await sought(() => engine.rowNumbers(table, query, search)) : []
  const repeated = read.hasRepeated ? await sought(() => engine.repeatedRows(table, query, search, MOST_REPEATED)) : []
  const passedOver = Object.values(read.passed.rows).reduce((sum, rows) => sum + rows, 0)
  // Of another time may be all of them.
  const isCompared = mapping.isRegister && first.rows <= MOST_COMPARED && passedOver < first.rows
  const equal = isCompared
    ? await during('finding-rows', null, (reached) =>
        polled(engine, reached, () => engine.equalRows(table, query, search)),
      )
    : null
  const inFile = numberInFile(opened.ragged)
  const bad = merged(refused.map(inFile), ragged.slice(0, most ?? ragged.length))
  const { told, refusals, again } = await during('finding-rows', null, (reached) =>
    foundAgain(opened, bad, repeated.map(inFile), asked, reached),
  )
  const unknown = ragged.length > 0 ? [{ ...unknownRow, rows: ragged.length }] : []
  return {
    groups: again.length > 0 ? [...read.groups, ...again].sort(byPlace) : read.groups,
    refused: [...read.refused, ...unknown],
    refusals,
    equalRows: equal && { count: equal.count, at: await beginningOfRow(opened, inFile(equal.first)) },
    rows: opened.rows,
    passed: { ...read.passed, rows: { ...read.passed.rows, blank: read.passed.rows.blank + blank.length } },
    problems: [],
    mapping,
    lineOf: lineAmong([told, placed]),
    apart: apartAmong(opened, rowAmong([told, placed])),
    isPlaced,
  }
}

function apartAmong({ table, mapping, path }: OpenedTable, rowAt: ReturnType<typeof rowAmong>): LargeRead['apart'] {
  const header = table.columns.map((text) => ({ text, at: { file: path, line: 1, column: 1, length: 0 } }))
  return (...lines) => {
    const [one, other] = lines.map(rowAt)
    return one && other ? columnsApart(header, one, other, mapping) : []
  }
}

/** Whether rows have names that several indicators share, which the rows above them tell apart. */
function goesByOrder({ groups }: TableSums, mapping: TableMapping): boolean {
  const shared = mapping.known?.shared
  if (!shared?.size || mapping.isRegister) return false
  const index = keyColumns(mapping).findIndex((each) => 'field' in each && each.field === 'indicator')
  return groups.keys[index]?.texts.some((text) => shared.has(likeness(text))) ?? false
}

/** What an engine is asked of a table. */
export function queryOf({ mapping, indexes }: Pick<OpenedTable, 'mapping' | 'indexes'>, placing: Placing): EngineQuery {
  return { mapping, indexes, asks: placing === 'none' ? 'sums' : 'first-rows', asksBlank: asksBlank(mapping) }
}

async function beginningOfRow({ path, found, placesOf }: OpenedTable, number: number): Promise<Place> {
  if (placesOf) return placesOf(number).at()
  for await (const rows of found([number])) for (const row of rows) return row.places.at()
  return { file: path, line: 1, column: 1, length: 0 }
}

/** Finds refused rows, and results that are given again, as they stand in the file. */
async function foundAgain(
  { mapping, indexes, found }: OpenedTable,
  bad: readonly number[],
  repeated: readonly number[],
  { most, all }: RefusedRowsAsked,
  reached: Reached,
) {
  const reader = rowReader(indexes, mapping)
  const told: StandingRow[] = []
  const refusals: RefusedRow[] = []
  const again: RowGroup[] = []
  const numbers = merged(bad, [...new Set(repeated)])
  if (numbers.length === 0) return { told, refusals, again }
  for await (const rows of found(numbers)) {
    const refused: RefusedRow[] = []
    for (const row of rows) {
      const read = readingOf(row, reader)
      if (read === null) continue
      if ('problems' in read) refused.push(read)
      else for (const added of read.groups) again.push(added)
      if (!('problems' in read) || refusals.length < (most ?? Infinity)) told.push(row)
      if ('problems' in read && refusals.length < (most ?? Infinity)) refusals.push(read)
    }
    if (all && refused.length > 0) await all(refused)
    reached((rows.at(-1)?.number ?? 0) / (numbers.at(-1) ?? 1))
  }
  return { told, refusals, again }
}

/** Two ascending lists as one, each number once. */
function merged(one: readonly number[], other: readonly number[]): readonly number[] {
  const all: number[] = []
  for (let i = 0, j = 0; i < one.length || j < other.length; ) {
    const [a = Infinity, b = Infinity] = [one[i], other[j]]
    all.push(Math.min(a, b))
    if (a <= b) i++
    if (b <= a) j++
  }
  return all
}

async function readPlaced(
  { path, table, mapping, indexes, ragged, found, placesOf }: OpenedTable,
  { asks, sums }: { readonly asks: AskedOfSums; readonly sums: TableSums },
  placing: Placing,
  during: Progress['during'],
): Promise<{ readonly read: ReadSums; readonly placed: readonly StandingRow[] }> {
  const { numberColumns, isMarked } = table
  const columns = { file: path, indexes, numberColumns, isMarked, ofFigures: placing !== 'rows' }
  const reading = (placesOf: TableColumns['placesOf'], isEachRow = false) =>
    during('adding-up', null, (reached) =>
      inSlices(readSums(sums, mapping, { ...columns, placesOf }, isEachRow), reached),
    )
  if (asks === 'sums') return { read: await reading(null), placed: [] }
  const inFile = numberInFile(ragged)
  const placed: StandingRow[] = []
  const places = new Map<number, RowPlaces>()
  const numbers = placesOf ? [] : firstRows(sums).map(inFile)
  const named = [...figureColumns(mapping).map(({ column }) => column), mapping.columns.get('indicator')]
  const columnsKept = named.flatMap((column) => (column && indexes.get(column.name)) ?? [])
  const kept = placing === 'figures' ? keptPlaces(path, numbers, columnsKept) : null
  if (numbers.length > 0) {
    for await (const rows of found(numbers)) {
      for (const row of rows) {
        if (kept) kept.keep(row)
        else {
          places.set(row.number, row.places)
          placed.push(row)
        }
      }
    }
  }
  const placeOf = placesOf ?? kept?.placesOf ?? ((number: number) => places.get(number) as RowPlaces)
  const read = await reading((accepted) => placeOf(inFile(accepted)), asks === 'each-row')
  return { read, placed }
}

/** Does a query, and tells how far the engine says that it is. */
export async function polled<Result>(engine: Engine, reached: Reached, query: () => Promise<Result>): Promise<Result> {
  const asking = setInterval(() => {
    reached(engine.progress())
  }, 200)
  return query().finally(() => clearInterval(asking))
}

/** Takes turns with all else that waits, such as the line that tells how far it is. */
async function inSlices<Result>(work: Generator<number, Result>, reached: Reached): Promise<Result> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    reached(step.value)
    await setImmediate()
  }
}
