import { DatabaseFailure, type DatabaseTable, databaseEngine, engineTable } from '../../engine/database.ts'
import type { Place } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { InputFile } from '../../model/report.ts'
import type { DatabaseRead, DataSource } from '../../model/source.ts'
import type { TableMapping } from '../../model/table.ts'
import { figureColumns } from '../../model/table.ts'
import { composed } from '../../model/text.ts'
import { columnIndexes, columnsOf } from '../../read/table/columns.ts'
import { passedOver } from '../../read/table/rows.ts'
import { inNotation } from '../../render/figure/number.ts'
import type { Progress } from '../output/progress.ts'
import type { LargeRead, StandingRow } from './found-rows.ts'
import { type OpenedTable, polled, queryOf, type RefusedRowsAsked, readTogether } from './large-sums.ts'
import type { Sources } from './sources.ts'
import type { TableFile } from './table-files.ts'

/** A table as it was read, and what it was then. */
type Read = LargeRead & { readonly input: InputFile | null }

/** Reads sums from a database, as those of a large file are read; all of it, or nothing. */
export async function databaseTableRead(
  { path, mapping, request }: TableFile,
  sources: Sources,
  around: { readonly refused: RefusedRowsAsked; readonly during: Progress['during'] },
): Promise<Read> {
  const source = sources.sourceOf({ path, request } as TableFile)
  if (!('engine' in source) || !mapping) return failed('engine' in source ? [] : source, mapping)
  const during: Progress['during'] = (stage, bytes, work) =>
    around.during(stage === 'adding-up' ? stage : 'waiting', bytes, work)
  return sources.connected(source, async (connection) => {
    const table = await connection.describe((request?.relation?.name.text ?? '').split('.'))
    const header = table.columns.map(({ name }) => ({ text: composed(name), at: wholeOf(path) }))
    const { indexes, problems } = columnIndexes({ header, firstRows: [] }, columnsOf(mapping))
    const inexact = inexactColumns(path, table, mapping, indexes)
    if (problems.length > 0 || inexact.length > 0) return failed([...problems, ...inexact], mapping)
    const engine = databaseEngine(connection, table)
    const before = await table.count?.()
    const known = engineTable(table)
    const sums = await during('waiting', null, (reached) =>
      polled(engine, reached, () => engine.sums(known, queryOf({ mapping, indexes }, 'none'))),
    )
    const { engine: kind, host, port, database } = source
    const read: DatabaseRead = { engine: kind, host, port, database, table: table.name, rows: sums.rows, at: table.at }
    const placed = sourced(mapping, read)
    async function* found(numbers: readonly number[]) {
      const texts = await engine.rowTexts(known, numbers)
      yield numbers.map((number, index) => rowFound(path, number, texts[index] ?? [], table))
    }
    const opened: OpenedTable = {
      ...{ path, table: known, mapping: placed, indexes, rows: sums.rows, ragged: [], blank: [], found },
      placesOf: () => ({ at: () => wholeOf(path), cell: () => wholeOf(path) }),
    }
    const together = await readTogether(engine, opened, sums, { ...around, during, placing: 'none' })
    const after = await table.count?.()
    if (before !== after || (after !== undefined && after !== sums.rows)) throw new DatabaseFailure('changed', '')
    return { ...together, isPlaced: true, input: { file: path, sha256: null, bytes: null, database: read } }
  })
}

const wholeOf = (file: string): Place => ({ file, line: 1, column: 1, length: 0 })

function failed(problems: readonly Problem[], mapping: TableMapping | null): Read {
  const nothing = { groups: [], refused: [], refusals: [], equalRows: null, rows: 0, passed: passedOver() }
  return { ...nothing, problems, mapping, lineOf: () => undefined, apart: () => [], isPlaced: true, input: null }
}

/** Columns whose cells are not what they seem: sums of floats are not exact, and an instant has its day where one stands. */
function inexactColumns(
  path: string,
  table: DatabaseTable,
  mapping: TableMapping,
  indexes: ReadonlyMap<string, number>,
): readonly Problem[] {
  const period = mapping.columns.get('period')
  const asked = [
    ...figureColumns(mapping).map(({ column }) => ({ column, why: 'float' as const })),
    ...(period ? [{ column: period, why: 'instant' as const }] : []),
  ]
  return asked.flatMap(({ column: { name, at }, why }) => {
    const column = table.columns[indexes.get(name) ?? -1]
    return column?.kind === why
      ? [problem('source-not-read', at, { why, source: path, detail: column.type, column: name })]
      : []
  })
}

/** What its figures were read from stands beside them, behind what the document says of it. */
function sourced(mapping: TableMapping, read: DatabaseRead): TableMapping {
  const { source } = mapping.stated
  const title = { en: provenance(read, 'en'), vi: provenance(read, 'vi') }
  const both = source && { en: `${source.title.en}; ${title.en}`, vi: `${source.title.vi}; ${title.vi}` }
  const stated = { url: null, page: null, date: null, ...source, title: both ?? title }
  return { ...mapping, stated: { ...mapping.stated, source: stated } }
}

const NAMES = { postgres: 'PostgreSQL', clickhouse: 'ClickHouse' } satisfies Record<DataSource['engine'], string>

function provenance({ engine, host, port, database, table, rows, at }: DatabaseRead, lang: 'en' | 'vi'): string {
  const count = inNotation(String(rows), { lang, unicode: true })
  return lang === 'en'
    ? `${NAMES[engine]}, ${host}:${port}, database ${database}, table ${table}, ${count} rows at ${at}`
    : `${NAMES[engine]}, ${host}:${port}, cơ sở dữ liệu ${database}, bảng ${table}, ${count} dòng lúc ${at}`
}

/**
 * A row that was looked for, with the columns that were asked for and those that tell rows apart: no others are shown. Its
 * line is its number among those that were found, below a line for the names of the columns.
 */
function rowFound(file: string, number: number, texts: readonly string[], { columns }: DatabaseTable): StandingRow {
  const starts: number[] = []
  const shown = columns.map(({ name }, column) => `${name}=${JSON.stringify(texts[column] ?? '').slice(1, -1)}`)
  let line = ''
  for (const [column, text] of shown.entries()) {
    if ((texts[column] ?? '') === '') continue
    starts[column] = line.length + (line === '' ? 0 : 2) + (columns[column]?.name.length ?? 0) + 1
    line += `${line === '' ? '' : ', '}${text}`
  }
  const cell = (column: number): Place => {
    const start = starts[column]
    return {
      file,
      line: number + 1,
      column: (start ?? 0) + 1,
      length: start === undefined ? 0 : (texts[column] ?? '').length,
    }
  }
  const at = () => ({ file, line: number + 1, column: 1, length: 0 })
  const stored = new Set(columns.flatMap(({ kind }, column) => (kind === 'number' ? [column] : [])))
  return {
    number,
    places: { at, cell },
    row: () => ({
      texts: texts.map(composed),
      stored,
      isBlank: false,
      at,
      cell: (column) => ({ text: texts[column] ?? '', at: cell(column) }),
      text: () => line,
    }),
    line: { number: number + 1, text: line },
  }
}
