import {
  BLANK_ROW,
  type DateOrder,
  figureColumns,
  keyColumns,
  missingMarks,
  nothingReported,
  type RowSearch,
  type TablePeriod,
} from '../model/table.ts'
import { literal } from './dialect.ts'
import { type EngineQuery, type EngineTable, LONGEST_ROW } from './engine.ts'
import { type Cell, simpleNumber, wholeNumber } from './sql-numbers.ts'

/*
 * The statements that DuckDB runs. Whatever comes from files stands in them as a literal, never as SQL; columns are called
 * c0, c1, … whatever the file calls them. They hold no grammar of numbers: what is not written as most numbers are is
 * handed on as it stands.
 */

/**
 * One row a group, with columns as `groupsOf` takes them: why its rows are passed over, 0 where they are not, if any can be; its
 * keys; how many rows; of several cells how many rows with a number in one; source and note, if there are such columns; for each cell its text where the rows are odd, the sum,
 * how many numbers, the text of a single one, and the number of the first row that has one, if that is asked for; then also
 * that of the first row.
 */
export function sumsStatement(table: EngineTable, query: EngineQuery): string {
  const { keys, cells } = columnsOf(table, query)
  // Rows that are passed over are one group, whatever they hold.
  const isAsking = mayLeaveRows(query)
  const ifAsked = (sql: string) => (isAsking ? `CASE WHEN passed = 0 THEN ${sql} END` : sql)
  const grouped = [
    ...(isAsking ? ['passed'] : []),
    ...keys.map(({ name }) => `${ifAsked(name)} AS ${name}`),
    `${ifAsked(oddCells(cells))} AS odd`,
  ]
  const wholes = cells.map((cell) => `${wholeNumber(cell)} AS w_${cell.name}`)
  const figures = cells.map((cell) => `${simpleNumber(cell, `w_${cell.name}`)} AS d_${cell.name}`)
  const summed = cells.flatMap(({ name }) => [`d_${name}`, name])
  const isNumbered = query.asks !== 'sums'
  const found = [
    ...(isAsking ? ['CAST(passed AS DOUBLE)'] : []),
    ...keys.map(({ name }) => name),
    'CAST(count(*) AS DOUBLE)',
    ...(cells.length > 1
      ? [`CAST(count(coalesce(${cells.map(({ name }) => `d_${name}`).join(', ')})) AS DOUBLE)`]
      : []),
    ...remarkNames(query).map((field) => REMARKS[field]),
    ...cells.flatMap(({ name }, index) => [
      cells.length > 1 ? `odd[${index + 1}]` : 'odd',
      `sum(d_${name}), CAST(count(d_${name}) AS DOUBLE)`,
      `CASE WHEN count(d_${name}) = 1 THEN any_value(${name}) END`,
      ...(isNumbered ? [`CAST(min(number) FILTER (d_${name} IS NOT NULL) AS DOUBLE)`] : []),
    ]),
    ...(isNumbered ? ['CAST(min(number) AS DOUBLE)'] : []),
  ]
  const groups = [...(isAsking ? ['passed'] : []), ...keys.map(({ name }) => name), 'odd']
  return `SELECT ${found.join(',\n  ')}
FROM (SELECT ${[...grouped, ...summed, ...remarkNames(query), ...(isNumbered ? ['number'] : [])].join(',\n  ')}
  FROM (SELECT ${['*', ...figures].join(',\n    ')}
    FROM (SELECT ${['*', ...wholes].join(', ')} FROM (${(isNumbered ? numbered : rowsOf)(table, query)}))))
GROUP BY ${[...groups, ...(query.asks === 'each-row' ? ['number'] : [])].join(', ')}`
}

const REMARKS = {
  source: 'CASE WHEN count(source) = count(*) AND min(source) = max(source) THEN min(source) END',
  note: 'CASE WHEN count(*) = 1 THEN any_value(note) END',
} as const

/** Whether some rows are in no group. */
export function mayLeaveRows({ mapping, asksBlank }: Pick<EngineQuery, 'mapping' | 'asksBlank'>): boolean {
  return mapping.where.length > 0 || asksBlank
}

/** Numbers of the rows that are looked for. */
export function rowNumbersStatement(table: EngineTable, query: EngineQuery, search: RowSearch): string {
  const most = search.most === null ? '' : ` LIMIT ${search.most}`
  return `SELECT CAST(number AS VARCHAR) FROM (${numbered(table, query)})
WHERE ${isRead(table, query, search)} AND ${isSought(table, query, search)}${most}`
}

/** Numbers of the first two rows of each key that several rows have, those that come to a second row first. */
export function repeatedRowsStatement(table: EngineTable, query: EngineQuery, search: RowSearch, most: number): string {
  const { keys, cells } = columnsOf(table, query)
  // Left empty it is the same with quotes and without.
  const texts = keys.map(({ name }) => `coalesce(${name}, '')`)
  const byKey = keys.length > 0 ? ` GROUP BY ${texts.join(', ')}` : ''
  return `SELECT CAST(unnest(twice) AS VARCHAR) FROM (SELECT min(number, 2) AS twice FROM (${numbered(table, query)})
WHERE ${isRead(table, query, search)} AND NOT (${saysNothing(cells, query)}) AND NOT ${isSought(table, query, search)}${byKey}
HAVING count(*) > 1 ORDER BY twice[2] LIMIT ${most})`
}

/** How many rows have the same hash as one before them: none, in nearly all tables, and then no two rows are equal. */
export function alikeRowsStatement(table: EngineTable, query: EngineQuery, search: RowSearch): string {
  return `SELECT CAST(coalesce(sum(rows - 1), 0) AS VARCHAR) FROM (SELECT count(*) AS rows
FROM (${comparedRows(table, query, search, false)}) GROUP BY hash HAVING count(*) > 1)`
}

/** How many rows are equal to one before them, and the number of the first of these. */
export function equalRowsStatement(table: EngineTable, query: EngineQuery, search: RowSearch): string {
  const alike = `SELECT hash FROM (${comparedRows(table, query, search, false)}) GROUP BY hash HAVING count(*) > 1`
  const texts = comparedTexts(table).map((_, index) => `t${index}`)
  return `SELECT CAST(coalesce(sum(rows - 1), 0) AS VARCHAR), CAST(coalesce(min(twice[2]), 0) AS VARCHAR) FROM
(SELECT count(*) AS rows, min(number, 2) AS twice FROM (${comparedRows(table, query, search, true)})
WHERE hash IN (${alike}) GROUP BY ${texts.join(', ')} HAVING count(*) > 1)`
}

function comparedRows(table: EngineTable, query: EngineQuery, search: RowSearch, isNumbered: boolean): string {
  const { cells } = columnsOf(table, query)
  const texts = comparedTexts(table).map((sql, index) => `${sql} AS t${index}`)
  const names = texts.map((_, index) => `t${index}`)
  const number = isNumbered ? 'row_number() OVER () AS number' : '0 AS number'
  return `SELECT hash(${names.join(', ')}) AS hash, number, ${names.join(', ')}
FROM (SELECT ${number}, * FROM (${rowsOf(table, query, texts)}))
WHERE ${isRead(table, query, search)} AND NOT (${saysNothing(cells, query)}) AND NOT ${isSought(table, query, search)}`
}

/** All that a row says, whoever asks for it. */
function comparedTexts({ columns, isMarked }: EngineTable): readonly string[] {
  const text = (column: number) => `nfc_normalize(coalesce(CAST(c${column} AS VARCHAR), ''))`
  return isMarked ? [`c${columns.length - 1}`] : columns.map((_, column) => text(column))
}

/** Rows that are not passed over. */
function isRead(table: EngineTable, query: EngineQuery, { passed }: RowSearch): string {
  const { keys } = columnsOf(table, query)
  const left = [...passed].map(([index, texts]) => isOneOf(keys[index]?.name ?? '', texts))
  return ['passed = 0', ...left.map((sql) => `NOT ${sql}`)].join(' AND ')
}

function isOneOf(name: string, texts: readonly string[]): string {
  return `coalesce(${name}, '') IN (${texts.map(literal).join(', ')})`
}

/** No cell of figures holds more than that nothing was reported. */
function saysNothing(cells: readonly Cell[], { mapping }: EngineQuery): string {
  if (mapping.isCounted) return 'false'
  const texts = [...nothingReported, ...(mapping.missing ?? missingMarks)]
  return cells
    .map(({ name, isMarked }) => `trim(${unmarked(name, isMarked)}) IN (${texts.map(literal).join(', ')})`)
    .join(' AND ')
}

/** The text of a cell of figures, without the mark of one that was JSON. */
function unmarked(name: string, isMarked: boolean): string {
  return isMarked ? `substr(coalesce(${name}, ''), 2)` : `coalesce(${name}, '')`
}

function isSought(table: EngineTable, query: EngineQuery, search: RowSearch): string {
  const { keys, cells } = columnsOf(table, query)
  const named = [...search.keys].map(([index, texts]) => isOneOf(keys[index]?.name ?? '', texts))
  // A row with no figure in it is no result, whatever it calls itself.
  const empty = cells.map(({ name, isMarked }) => `trim(${unmarked(name, isMarked)}) = ''`).join(' AND ')
  const isHeading = query.mapping.isCounted ? 'false' : empty || 'true'
  const conditions = [
    ...(named.length > 0 ? [`(${named.join(' OR ')}) AND NOT (${isHeading})`] : []),
    ...[...search.cells].map(([index, texts]) => isOneOf(cells[index]?.name ?? '', texts)),
    ...search.rows.map((texts) =>
      texts.map((text, index) => `coalesce(${cells[index]?.name}, '') = ${literal(text)}`).join(' AND '),
    ),
  ]
  return `(${conditions.map((sql) => `(${sql})`).join(' OR ') || 'false'})`
}

/** The texts of single rows. */
export function rowTextsStatement(table: EngineTable, numbers: readonly number[]): string {
  const columns = table.columns.map((_, index) => `coalesce(CAST(c${index} AS VARCHAR), '')`)
  return `SELECT ${columns.join(', ')} FROM (SELECT row_number() OVER () AS number, * FROM ${sourceOf(table)})
WHERE number IN (${numbers.join(', ')}) ORDER BY number`
}

/**
 * How many rows a Parquet file says that it has, how many its groups of rows say, and in how many places a column says
 * otherwise: readers that believe one of them leave rows out, or take those of another column. A column whose cells are
 * lists has more values than rows.
 */
export function parquetRowsStatement(path: string): string {
  const file = literal(path)
  return `SELECT (SELECT CAST(sum(num_rows) AS VARCHAR) FROM parquet_file_metadata(${file})),
  coalesce((SELECT CAST(sum(rows) AS VARCHAR) FROM
    (SELECT any_value(row_group_num_rows) AS rows FROM parquet_metadata(${file}) GROUP BY row_group_id)), '0'),
  (SELECT CAST(count(*) AS VARCHAR) FROM parquet_metadata(${file}) WHERE num_values < row_group_num_rows
    OR (num_values > row_group_num_rows AND path_in_schema IN
      (SELECT name FROM parquet_schema(${file}) WHERE repetition_type <> 'REPEATED')))`
}

function numbered(table: EngineTable, query: EngineQuery): string {
  return `SELECT row_number() OVER () AS number, * FROM (${rowsOf(table, query)})`
}

/** The columns that are asked for, under names of our own, in the order in which groups hold them. */
function columnsOf(table: EngineTable, { mapping, indexes }: EngineQuery) {
  const { periodBy } = mapping
  const place = (name: string | undefined) => indexes.get(name ?? '') ?? 0
  const text = (name: string | undefined) => textOf(table, place(name))
  const keys = keyColumns(mapping).map((each, index) => {
    const written = text(each.column.name)
    const days = 'field' in each && each.field === 'period' ? periodBy?.period : null
    return { name: `k_${index}`, sql: days ? firstDayOf(written, days, periodBy?.dates ?? null) : written }
  })
  const { isMarked, numberColumns } = table
  const missing = (mapping.missing ?? []).filter((text) => /^[-\d.,]+$/.test(text))
  const cells = figureColumns(mapping).map(({ field, column, value }, index): Cell & { readonly sql: string } => {
    const isStored = numberColumns.has(place(column.name))
    const isFromProgram = mapping.writtenBy === 'program' && !isStored
    const notation = isStored || isFromProgram ? 'plain' : mapping.notation
    const sql = `CAST(c${place(column.name)} AS VARCHAR)`
    return { name: value ? `a_${index}` : `x_${field}`, field, notation, isMarked, isFromProgram, missing, sql }
  })
  return { keys, cells }
}

function rowsOf(table: EngineTable, query: EngineQuery, others: readonly string[] = []): string {
  const { keys, cells } = columnsOf(table, query)
  const { where, columns } = query.mapping
  const text = (name: string) => textOf(table, query.indexes.get(name) ?? 0)
  const asked = where.map(({ column, texts, isNot }) => {
    const isIn = texts
      .map((each) => `nfc_normalize(coalesce(${text(column.name)}, '')) = ${literal(each)}`)
      .join(' OR ')
    return `${isNot ? 'NOT ' : ''}(${isIn || 'false'})`
  })
  const nothing = table.columns.map((_, column) => `trim(coalesce(${textOf(table, column)}, '')) = ''`)
  const isBlank = table.isMarked ? `c${table.columns.length - 1} = ${literal(BLANK_ROW)}` : nothing.join(' AND ')
  const passed = [
    ...(asked.length > 0 ? [`WHEN NOT (${asked.join(' AND ')}) THEN 1`] : []),
    ...(query.asksBlank ? [`WHEN ${isBlank || 'true'} THEN 2`] : []),
  ]
  // One source, in whatever form of Unicode its rows write it.
  const remarks = remarkNames(query).map((field) => {
    const written = text(columns.get(field)?.name ?? '')
    return `nullif(${field === 'source' ? `nfc_normalize(${written})` : written}, '') AS ${field}`
  })
  const named = [...keys, ...cells].map(({ name, sql }) => `${sql} AS ${name}`)
  return `SELECT ${[`${passed.length > 0 ? `CASE ${passed.join(' ')} ELSE 0 END` : '0'} AS passed`, ...named, ...remarks, ...others].join(', ')} FROM ${sourceOf(table)}`
}

/** The text of a column, without the marks of one that was JSON. */
function textOf({ isMarked }: EngineTable, column: number): string {
  const text = `CAST(c${column} AS VARCHAR)`
  return isMarked ? `substr(${text}, 2)` : text
}

function remarkNames({ mapping }: EngineQuery) {
  return (['source', 'note'] as const).filter((field) => mapping.columns.has(field))
}

/** Every column as text, but those of a file that knows types. */
function sourceOf({ path, format, delimiter, columns }: EngineTable): string {
  if (format === 'parquet') {
    return `read_parquet(${literal(path)}) AS t(${columns.map((_, index) => `c${index}`).join(', ')})`
  }
  const types = columns.map((_, index) => `'c${index}': 'VARCHAR'`)
  return `read_csv(${literal(path)}, auto_detect = false, header = false, skip = 1, delim = ${literal(delimiter)}, quote = '"',
    escape = '"', nullstr = '', allow_quoted_nulls = false, strict_mode = true, ignore_errors = true,
    buffer_size = ${LONGEST_ROW}, max_line_size = ${LONGEST_ROW}, columns = {${types.join(', ')}})`
}

/** The first day of the period in which a day lies; what is no day as it stands. */
function firstDayOf(text: string, period: TablePeriod, dates: DateOrder | null): string {
  const iso = `CASE WHEN regexp_full_match(${text}, '[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}([ T].*)?', 's')
    THEN try_cast(left(${text}, 10) AS DATE) END`
  const other = `^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([1-9][0-9]{3})([ T].*)?$`
  const part = (index: number) => `regexp_extract(${text}, '${other}', ${index}, 's')`
  const [month, day] = dates === 'm/d/y' ? [part(1), part(2)] : [part(2), part(1)]
  const isOther = dates === 'd/m/y' || dates === 'm/d/y'
  const written = `${part(3)} || '-' || lpad(${month}, 2, '0') || '-' || lpad(${day}, 2, '0')`
  const found = isOther
    ? `coalesce(${iso}, CASE WHEN regexp_full_match(${text}, '${other}', 's') THEN try_cast(${written} AS DATE) END)`
    : iso
  const first = {
    day: found,
    month: `date_trunc('month', ${found})`,
    quarter: `date_trunc('quarter', ${found})`,
    half: `date_trunc('year', ${found}) + to_months(CAST(6 * ((month(${found}) - 1) // 6) AS INTEGER))`,
    year: `date_trunc('year', ${found})`,
  }[period]
  return `coalesce(strftime(${first}, '%Y-%m-%d'), ${text})`
}

/** The cells of a row with a number that is not written as most are; NULL for any other row. */
function oddCells(cells: readonly Cell[]): string {
  const [cell, another] = cells
  // One text is grouped faster than a list of one.
  if (cell && !another) return `CASE WHEN d_${cell.name} IS NOT NULL THEN NULL ELSE ${cell.name} END`
  const [poor, households] = ['poor', 'households'].map((field) => cells.find((cell) => cell.field === field))
  const areSimple = [
    ...cells.map(({ name }) => `(${name} IS NULL) = (d_${name} IS NULL)`),
    ...(poor && households ? [`NOT coalesce(d_${poor.name} > d_${households.name}, false)`] : []),
  ]
  const texts = cells.map(({ name }) => `coalesce(${name}, '')`)
  return `CASE WHEN ${areSimple.join(' AND ') || 'true'} THEN NULL ELSE [${texts.join(', ')}] END`
}
