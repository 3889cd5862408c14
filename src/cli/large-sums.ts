import { setImmediate } from 'node:timers/promises'
import type { AskedOfSums, Engine, EngineQuery, EngineTable } from '../engine/engine.ts'
import type { TableMapping, TableSums } from '../model/table.ts'
import type { RowPlaces, TableColumns } from '../read/summed-rows.ts'
import { rowReader } from '../read/table-row.ts'
import { firstRows, type ReadSums, readSums } from '../read/table-sums.ts'
import { type LargeRead, lineAmong, numberInFile, type StandingRow, together } from './found-rows.ts'
import type { Surroundings } from './large-tables.ts'
import type { Progress, Reached } from './progress.ts'

/** A table that an engine adds up, and how its rows are found again as they stand in the file. */
export interface OpenedTable {
  /** As shown to users. */
  readonly path: string
  readonly table: EngineTable
  readonly mapping: TableMapping
  readonly indexes: ReadonlyMap<string, number>
  /** All rows of the file. */
  readonly rows: number
  /** Those that could not be taken apart into cells, ascending. */
  readonly ragged: readonly number[]
  /** The rows of these numbers, in their order; the numbers ascend. */
  readonly found: (numbers: readonly number[]) => Promise<readonly StandingRow[]>
  /** Where a row of a number stands; null: that has to be found. */
  readonly placesOf: ((number: number) => RowPlaces) | null
}

/** One more than is told of, so that it can be told that there are more. */
const MOST_REPEATED = 21

/** What the sums of an engine come to, and what is wrong with rows that are not among them. */
export async function readTogether(
  engine: Engine,
  opened: OpenedTable,
  first: { readonly asks: AskedOfSums; readonly sums: TableSums },
  { mostShown, during }: Pick<Surroundings, 'mostShown' | 'during'>,
): Promise<LargeRead> {
  const { table, mapping, indexes, ragged } = opened
  const query: EngineQuery = { mapping, indexes, asks: first.asks }
  let { asks } = first
  let { read, placed } = await readPlaced(opened, first, during)
  if (read.hasRepeated && (asks === 'sums' || mapping.areaColumns.size > 0)) {
    // Of a wide table only single rows tell in which area a result is given twice.
    asks = mapping.areaColumns.size > 0 ? 'each-row' : 'first-rows'
    const sums = await during('finding-rows', null, (reached) =>
      polled(engine, reached, () => engine.sums(table, { ...query, asks })),
    )
    ;({ read, placed } = await readPlaced(opened, { asks, sums }, during))
  }

  const inFile = numberInFile(ragged)
  const search = { keys: read.badKeys, cells: read.badCells, morePoorThanAll: read.morePoorThanAll, most: mostShown }
  const sought = (find: () => Promise<readonly number[]>) =>
    during('finding-rows', null, (reached) => polled(engine, reached, find))
  const refused = read.refused.length > 0 ? await sought(() => engine.rowNumbers(table, query, search)) : []
  const repeated = read.hasRepeated ? await sought(() => engine.repeatedRows(table, query, search, MOST_REPEATED)) : []
  const bad = new Set([...refused.map(inFile), ...ragged.slice(0, mostShown ?? ragged.length)])
  const twice = new Set(repeated.map(inFile))
  const found = await opened.found([...new Set([...bad, ...twice])].sort((a, b) => a - b))
  const rows = {
    bad: found.filter(({ number }) => bad.has(number)),
    repeated: found.filter(({ number }) => twice.has(number)),
  }
  return {
    ...together(read, rows, rowReader(indexes, mapping), ragged.length),
    rows: opened.rows,
    problems: [],
    mapping,
    lineOf: lineAmong([found, placed]),
    isPlaced: asks !== 'sums',
  }
}

async function readPlaced(
  { path, table, mapping, indexes, ragged, found, placesOf }: OpenedTable,
  { asks, sums }: { readonly asks: AskedOfSums; readonly sums: TableSums },
  during: Progress['during'],
): Promise<{ readonly read: ReadSums; readonly placed: readonly StandingRow[] }> {
  const columns = { file: path, indexes, numberColumns: table.numberColumns, isMarked: table.isMarked }
  const reading = (placesOf: TableColumns['placesOf'], isEachRow = false) =>
    during('adding-up', null, (reached) =>
      inSlices(readSums(sums, mapping, { ...columns, placesOf }, isEachRow), reached),
    )
  if (asks === 'sums') return { read: await reading(null), placed: [] }
  const inFile = numberInFile(ragged)
  const placed = placesOf ? [] : await found(firstRows(sums).map(inFile))
  const places = new Map(placed.map((row) => [row.number, row.places]))
  const placeOf = placesOf ?? ((number: number) => places.get(number) as RowPlaces)
  const read = await reading((accepted) => placeOf(inFile(accepted)), asks === 'each-row')
  return { read, placed }
}

/** Does a query, and tells how far the engine says that it is. */
export async function polled<Result>(engine: Engine, reached: Reached, query: () => Promise<Result>): Promise<Result> {
  const asking = setInterval(() => {
    const share = engine.progress()
    if (share !== null) reached(share)
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
