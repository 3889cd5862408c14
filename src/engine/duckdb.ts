import type { TableSums } from '../model/table.ts'
import { literal } from './dialect.ts'
import { type Duckdb, type DuckdbLimits, lockedDuckdb } from './duckdb-connection.ts'
import { type Engine, EngineFailure, type EngineQuery, type EngineTable, MOST_GROUPS } from './engine.ts'
import {
  alikeRowsStatement,
  equalRowsStatement,
  parquetRowsStatement,
  repeatedRowsStatement,
  rowNumbersStatement,
  rowTextsStatement,
  sumsStatement,
} from './sql.ts'
import { summedGroups } from './summed-groups.ts'

/** DuckDB as an engine, which can open nothing but the files that it may. */
export async function duckdbEngine(limits: DuckdbLimits): Promise<Engine> {
  try {
    return engineOn(await lockedDuckdb(limits))
  } catch (error) {
    throw failureOf(error)
  }
}

function engineOn(duckdb: Duckdb): Engine {
  const rowsOf = async (sql: string) => {
    try {
      return await duckdb.texts(sql)
    } catch (error) {
      throw failureOf(error)
    }
  }
  const numbersOf = async (sql: string) => {
    const rows = await rowsOf(sql)
    return rows.map(([number]) => Number(number)).sort((a, b) => a - b)
  }
  return {
    sums: (table, query) => sumsOf(duckdb, table, query),
    rowNumbers: (table, query, search) => numbersOf(rowNumbersStatement(table, query, search)),
    repeatedRows: (table, query, search, most) => numbersOf(repeatedRowsStatement(table, query, search, most)),
    equalRows: async (table, query, search) => {
      const [[alike = '0'] = []] = await rowsOf(alikeRowsStatement(table, query, search))
      if (alike === '0') return null
      const [[count = '0', first = '0'] = []] = await rowsOf(equalRowsStatement(table, query, search))
      return count === '0' ? null : { count: Number(count), first: Number(first) }
    },
    rowTexts: async (table, numbers) => (numbers.length > 0 ? rowsOf(rowTextsStatement(table, numbers)) : []),
    columns: async (path) => {
      const rows = await rowsOf(`DESCRIBE SELECT * FROM read_parquet(${literal(path)})`)
      const numbers = rows.flatMap(([, type = ''], index) => (NUMBER_TYPE.test(type) ? [index] : []))
      const [[stated, inGroups, faults] = []] = await rowsOf(parquetRowsStatement(path))
      if (Number(stated) !== Number(inGroups) || Number(faults) > 0) throw new EngineFailure('rows-disagree')
      return { columns: rows.map(([name = '']) => name), numberColumns: new Set(numbers), rows: Number(stated) }
    },
    progress: () => {
      const percentage = duckdb.percentage()
      // Half of it is handing out the groups, which takes next to no time.
      return percentage >= 0 ? Math.min(1, percentage / 50) : null
    },
    interrupt: () => duckdb.interrupt(),
    close: () => duckdb.close(),
  }
}

const NUMBER_TYPE = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\(.*\))$/

async function sumsOf(duckdb: Duckdb, table: EngineTable, query: EngineQuery): Promise<TableSums> {
  const groups = summedGroups(query)
  try {
    await duckdb.run(sumsStatement(table, query), (piece) => {
      groups.add(piece)
      if (groups.length() > MOST_GROUPS) throw new EngineFailure('too-many-groups')
    })
  } catch (error) {
    throw failureOf(error)
  }
  return { rows: groups.rows(), groups: groups.groups() }
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
