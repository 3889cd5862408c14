import type { Place } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { closest } from '../../model/suggestion.ts'
import {
  figureColumns,
  type NamedColumn,
  type TableField,
  type TableMapping,
  tableFields,
  tableFigures,
} from '../../model/table.ts'
import { BETWEEN, columnNames, columnsNamed, type FirstRow, type Table, type TableCell, type TableRow } from './grid.ts'

/** What is said of tables that are named on the command line. */
export type TableOptions = Pick<TableMapping, 'plans' | 'notation' | 'isRegister' | 'known'> &
  Pick<TableMapping['stated'], 'period' | 'basis'>

/** The mapping that says nothing. */
export const noMapping: Omit<TableMapping, 'stated' | 'said'> = {
  plans: [],
  notation: null,
  columns: new Map(),
  values: [],
  isRegister: false,
  isCounted: false,
  fractions: null,
  hidden: null,
  writtenBy: null,
  flags: new Map(),
  missing: null,
  confidence: null,
  dates: null,
  where: [],
  within: null,
  periodBy: null,
  codes: { indicator: null, area: null },
  breakdowns: new Map(),
  levels: [],
  known: null,
}

/** What of a table tells where its columns stand, and where they may stand if they do not fit. */
export type Head = Pick<Table, 'header' | 'firstRows' | 'sheets'>

/** The mapping of a table whose columns are called as the keys of a result are; null where what is needed is missing. */
export function mappingByNames(
  head: Head,
  options: TableOptions,
): { readonly mapping: TableMapping | null; readonly problems: readonly Problem[] } {
  const { header } = head
  const columns = new Map<TableField, NamedColumn>()
  for (const field of tableFields) {
    const found = header.find(({ text }) => text === field)
    // `rate` is `value` under another name.
    if (found) columns.set(field === 'rate' ? 'value' : field, { name: field, at: found.at })
  }
  const problems = [...misspeltColumns(header), ...missingColumns(head, columns, options)]
  const names = new Set(header.map(({ text }) => text))
  const rate = header.find(({ text }) => text === 'rate')
  if (rate && names.has('value')) problems.push(problem('bad-table', rate.at, { why: 'two-values', written: 'rate' }))
  // How sure it is only a document can say.
  const margin = columns.get('margin_of_error')?.at
  if (margin) problems.push(problem('bad-table', margin, { why: 'no-confidence', written: 'margin_of_error' }))
  if (problems.length > 0) return { mapping: null, problems }
  const { period, basis, ...others } = options
  const stated = { indicator: null, area: null, period, basis, status: 'final', source: null } as const
  const breakdowns = new Map(
    [...(options.known?.groups.keys() ?? [])].toSorted().flatMap((id) => {
      const found = columns.has(id as TableField) ? undefined : header.find(({ text }) => text === id)
      return found ? [[id, { column: { name: id, at: found.at }, codes: null }] as const] : []
    }),
  )
  const mapping = { ...noMapping, ...others, ...splitColumns(columns), breakdowns, said: 'options', stated } as const
  return { mapping, problems }
}

/** Columns of values apart from all others. */
export function splitColumns(named: ReadonlyMap<TableField, NamedColumn>): Pick<TableMapping, 'columns' | 'values'> {
  const columns = new Map(named)
  const [value, lastYear] = [named.get('value'), named.get('last_year')]
  for (const field of ['value', 'rate', 'last_year'] as const) columns.delete(field)
  return {
    columns,
    values: [
      ...(value ? [{ column: value }] : []),
      ...(lastYear ? [{ column: lastYear, isYearBefore: true } as const] : []),
    ],
  }
}

/** Other columns are passed over; one that nearly has one of our names was meant as that. */
function misspeltColumns(header: readonly TableCell[]): readonly Problem[] {
  const names = new Set(header.map(({ text }) => text))
  const absent = tableFields.filter((field) => !names.has(field))
  return header.flatMap(({ text, at }) => {
    if ((tableFields as readonly string[]).includes(text)) return []
    const suggestion = closest(text, absent)
    return suggestion ? [problem('unknown-column', at, { column: text, suggestion })] : []
  })
}

function missingColumns(
  head: Head,
  columns: ReadonlyMap<TableField, NamedColumn>,
  { period }: TableOptions,
): readonly Problem[] {
  const { header } = head
  const missing: (readonly [column: string, option: string | null])[] = []
  if (!columns.has('indicator')) missing.push(['indicator', null])
  if (!tableFigures.some((field) => columns.has(field))) missing.push(['value', null])
  if (!columns.has('period') && !period) missing.push(['period', '--table-period'])
  // One that nearly has the name is told of by itself.
  const meant = new Set(misspeltColumns(header).flatMap(({ args }) => ('suggestion' in args ? [args.suggestion] : [])))
  const untold = missing.filter(([column]) => !meant.has(column))
  const heads = headsFor(
    head,
    missing.map(([column]) => column),
  )
  // Where the names stand elsewhere, one column tells it of all.
  return (heads.length > 0 ? untold.slice(0, 1) : untold).map(([column, option]) =>
    problem('missing-column', startOf(header), {
      column,
      tables: [],
      suggestion: null,
      columns: namesOf(header),
      option,
      heads,
      sheets: head.sheets ?? [],
    }),
  )
}

/** In which column of a table each column that is asked for stands, and which are not there. */
export function columnIndexes(
  head: Head,
  asked: readonly NamedColumn[],
): { readonly indexes: ReadonlyMap<string, number>; readonly problems: readonly Problem[] } {
  const { header } = head
  const names = asked.map(({ name }) => name)
  const { columns, problems } = columnsNamed(header, names)
  const heads = names.every((name) => columns.has(name)) ? [] : headsFor(head, names)
  const absent = asked.filter(({ name }) => !columns.has(name))
  const missing = (heads.length > 0 ? absent.slice(0, 1) : absent).map(({ name, at }) => {
    const columns = namesOf(header)
    const args = {
      column: name,
      tables: [],
      suggestion: closest(name, columns),
      columns,
      option: null,
      heads,
      sheets: head.sheets ?? [],
    }
    return problem('missing-column', at ?? startOf(header), args)
  })
  return { indexes: columns, problems: [...problems, ...missing] }
}

/** Every column that a mapping asks for. */
export function columnsOf(mapping: TableMapping): readonly NamedColumn[] {
  const figures = figureColumns(mapping).map(({ column }) => column)
  const others = [...mapping.columns].flatMap(([field, column]) =>
    (tableFigures as readonly string[]).includes(field) ? [] : [column],
  )
  const groups = [...mapping.breakdowns.values()].map(({ column }) => column)
  return [...others, ...groups, ...figures, ...mapping.where.map(({ column }) => column)]
}

/** Rows that may hold the names of the columns: those that are asked for, else more names than any row above. */
function headsFor({ header, firstRows }: Head, names: readonly string[]) {
  const rows = firstRows.map(({ number, texts }) => ({
    numbers: [number],
    names: Array.from(texts, (text) => text ?? ''),
  }))
  const pairs = firstRows.slice(0, -1).map((upper, index) => joinedNames(upper, firstRows[index + 1] as FirstRow))
  // As columns are found: of a head in two rows the lower name is enough where no other column has it.
  const isIn = (found: readonly string[], name: string) =>
    found.includes(name) || found.filter((each) => each.endsWith(BETWEEN + name)).length === 1
  const count = (found: readonly string[]) => names.filter((name) => isIn(found, name)).length
  const best = [...rows, ...pairs].reduce((most, row) => Math.max(most, count(row.names)), 1)
  const asked = [...rows, ...pairs].filter(
    (row) => count(row.names) === best && best > count(header.map(({ text }) => text)),
  )
  const wide = (row: { readonly names: readonly string[] }) => row.names.filter((name) => name.trim() !== '').length
  const [top] = rows
  const wider = rows.filter((row) => wide(row) >= Math.max(2, (top ? wide(top) : 0) * 2))
  return (asked.length > 0 ? asked : wider.slice(0, 1)).slice(0, MOST_HEADS).map(({ numbers, names: found }) => ({
    rows: numbers,
    names: found
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .slice(0, MOST_LISTED),
  }))
}

/** The names of columns that may stand in these two rows. */
export function joinedNames(upper: FirstRow, lower: FirstRow) {
  const at = { file: '', line: 1, column: 1, length: 0 }
  const rowOf = ({ texts }: FirstRow): TableRow => ({
    texts,
    at: () => at,
    cell: (column) => ({ text: texts[column] ?? '', at }),
    text: () => '',
  })
  const names = columnNames([rowOf(upper), rowOf(lower)]).map(({ text }) => text)
  return { numbers: [upper.number, lower.number], names }
}

const MOST_HEADS = 3

/** More names than these nobody reads in one message. */
const MOST_LISTED = 20

function namesOf(header: readonly TableCell[]): readonly string[] {
  return header
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .slice(0, MOST_LISTED)
}

function startOf(header: readonly TableCell[]): Place {
  const first = header.find(({ text }) => text !== '') ?? header[0]
  return { ...(first?.at ?? { file: '', line: 1, column: 1 }), length: 1 }
}
