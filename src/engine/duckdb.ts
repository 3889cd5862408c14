import type { DuckDBConnection, DuckDBInstance, DuckDBListValue } from '@duckdb/node-api'
import { type SummedGroup, type TableMapping, type TableSums, tableFigures, tableKeys } from '../model/table.ts'
import { type DuckdbLimits, lockedDuckdb } from './duckdb-connection.ts'
import { type Engine, EngineFailure, type EngineQuery, type EngineTable, MOST_GROUPS } from './engine.ts'
import {
  literal,
  parquetRowsStatement,
  repeatedRowsStatement,
  rowNumbersStatement,
  rowTextsStatement,
  sumsStatement,
} from './sql.ts'

/** DuckDB as an engine, which can open nothing but the files that it may. */
export async function duckdbEngine(limits: DuckdbLimits): Promise<Engine> {
  try {
    const { instance, connection } = await lockedDuckdb(limits)
    return engineOf(instance, connection)
  } catch (error) {
    throw failureOf(error)
  }
}

function engineOf(instance: DuckDBInstance, connection: DuckDBConnection): Engine {
  const rowsOf = async (sql: string): Promise<readonly (readonly unknown[])[]> => {
    try {
      return (await connection.runAndReadAll(sql)).getRows()
    } catch (error) {
      throw failureOf(error)
    }
  }
  const numbersOf = async (sql: string) => {
    const rows = await rowsOf(sql)
    return rows.map(([number]) => Number(number)).sort((a, b) => a - b)
  }
  return {
    sums: (table, query) => sumsOf(connection, table, query),
    rowNumbers: (table, query, search) => numbersOf(rowNumbersStatement(table, query, search)),
    repeatedRows: (table, query, search, most) => numbersOf(repeatedRowsStatement(table, query, search, most)),
    rowTexts: async (table, numbers) => {
      const rows = numbers.length > 0 ? await rowsOf(rowTextsStatement(table, numbers)) : []
      return rows.map((row) => row.map(String))
    },
    columns: async (path) => {
      const rows = await rowsOf(`DESCRIBE SELECT * FROM read_parquet(${literal(path)})`)
      const numbers = rows.flatMap(([, type], index) => (NUMBER_TYPE.test(String(type)) ? [index] : []))
      const [[stated, inGroups, faults] = []] = await rowsOf(parquetRowsStatement(path))
      if (Number(stated) !== Number(inGroups) || Number(faults) > 0) throw new EngineFailure('rows-disagree')
      return { columns: rows.map(([name]) => String(name)), numberColumns: new Set(numbers), rows: Number(stated) }
    },
    progress: () => {
      const { percentage } = connection.progress
      // Half of it is handing out the groups, which takes next to no time.
      return percentage >= 0 ? Math.min(1, percentage / 50) : null
    },
    interrupt: () => connection.interrupt(),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

const NUMBER_TYPE = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\(.*\))$/

/** Piece by piece, so that the groups are never all in memory twice. */
async function sumsOf(connection: DuckDBConnection, table: EngineTable, query: EngineQuery): Promise<TableSums> {
  const shape = groupShape(query.mapping)
  const groups: SummedGroup[] = []
  let rows = 0
  try {
    const result = await connection.stream(sumsStatement(table, query))
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      for (const row of chunk.getRows()) {
        const { isPassed, group } = groupOf(row, shape)
        rows += group.rows
        if (!isPassed) groups.push(group)
      }
      if (groups.length > MOST_GROUPS) throw new EngineFailure('too-many-groups')
    }
  } catch (error) {
    throw failureOf(error)
  }
  return { rows, groups }
}

interface GroupShape {
  readonly keys: number
  readonly cells: number
}

function groupShape({ columns, areaColumns }: TableMapping): GroupShape {
  return {
    keys: tableKeys.filter((field) => columns.has(field)).length,
    cells: areaColumns.size + tableFigures.filter((field) => columns.has(field)).length,
  }
}

function groupOf(
  row: readonly unknown[],
  shape: GroupShape,
): { readonly isPassed: boolean; readonly group: SummedGroup } {
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  const keys = row.slice(1, 1 + shape.keys).map(text)
  const [odd, rows, source, note, ...sums] = row.slice(1 + shape.keys)
  const oddCells = odd === null ? null : typeof odd === 'string' ? [odd] : (odd as DuckDBListValue).items
  const [first = null, ...firsts] = sums.slice(shape.cells * 3).map((value) => (value === null ? null : Number(value)))
  const cells = Array.from({ length: shape.cells }, (_, index) => {
    if (oddCells) return { sum: null, count: Number(rows), text: text(oddCells[index]), first }
    const [sum, count, written] = sums.slice(index * 3, index * 3 + 3)
    return { sum: text(sum) || '0', count: Number(count), text: text(written), first: firsts[index] ?? null }
  })
  const group = { keys, rows: Number(rows), cells, source: text(source) || null, note: text(note) || null, first }
  return { isPassed: row[0] === true, group }
}

function failureOf(error: unknown): unknown {
  if (error instanceof EngineFailure || !(error instanceof Error)) return error
  // What cannot be spilled is out of memory too, but more of it would not help.
  if (/no space left|disk quota|max_temp_directory_size|duckdb_temp/i.test(error.message)) {
    return new EngineFailure('disk', error.message)
  }
  if (/failed to create directory/i.test(error.message)) return new EngineFailure('temporary-refused', error.message)
  return new EngineFailure(/^Out of Memory/i.test(error.message) ? 'memory' : 'unreadable', error.message)
}
