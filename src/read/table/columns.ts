import type { Place } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { closest } from '../../model/suggestion.ts'
import { type NamedColumn, type TableField, type TableMapping, tableFields, tableFigures } from '../../model/table.ts'
import { columnsNamed, type TableCell } from './csv-rows.ts'

/** What is said of tables that are named on the command line. */
export type TableOptions = Pick<TableMapping, 'plans' | 'notation' | 'isRegister'> &
  Pick<TableMapping['stated'], 'period' | 'basis'>

/** The mapping of a table whose columns are called as the keys of a result are; null where what is needed is missing. */
export function mappingByNames(
  header: readonly TableCell[],
  options: TableOptions,
): { readonly mapping: TableMapping | null; readonly problems: readonly Problem[] } {
  const columns = new Map<TableField, NamedColumn>()
  for (const field of tableFields) {
    const found = header.find(({ text }) => text === field)
    // `rate` is `value` under another name.
    if (found) columns.set(field === 'rate' ? 'value' : field, { name: field, at: found.at })
  }
  const problems = [...misspeltColumns(header), ...missingColumns(header, columns, options)]
  const names = new Set(header.map(({ text }) => text))
  const rate = header.find(({ text }) => text === 'rate')
  if (rate && names.has('value')) problems.push(problem('bad-table', rate.at, { why: 'two-values', written: 'rate' }))
  if (problems.length > 0) return { mapping: null, problems }
  const { plans, notation, isRegister, period, basis } = options
  const mapping: TableMapping = {
    plans,
    notation,
    said: 'options',
    columns,
    areaColumns: new Map(),
    isRegister,
    isCounted: false,
    fractions: null,
    hidden: null,
    where: [],
    periodBy: null,
    codes: { indicator: null, area: null },
    stated: { indicator: null, area: null, period, basis, status: 'final', source: null },
  }
  return { mapping, problems }
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
  header: readonly TableCell[],
  columns: ReadonlyMap<TableField, NamedColumn>,
  { period }: TableOptions,
): readonly Problem[] {
  const missing: (readonly [column: string, option: string | null])[] = []
  if (!columns.has('indicator')) missing.push(['indicator', null])
  if (!tableFigures.some((field) => columns.has(field))) missing.push(['value', null])
  if (!columns.has('period') && !period) missing.push(['period', '--table-period'])
  // One that nearly has the name is told of by itself.
  const meant = new Set(misspeltColumns(header).flatMap(({ args }) => ('suggestion' in args ? [args.suggestion] : [])))
  return missing
    .filter(([column]) => !meant.has(column))
    .map(([column, option]) =>
      problem('missing-column', startOf(header), {
        column,
        tables: [],
        suggestion: null,
        columns: namesOf(header),
        option,
      }),
    )
}

/** In which column of a table each column that is asked for stands, and which are not there. */
export function columnIndexes(
  header: readonly TableCell[],
  mapping: TableMapping,
): { readonly indexes: ReadonlyMap<string, number>; readonly problems: readonly Problem[] } {
  const asked = columnsOf(mapping)
  const { columns, problems } = columnsNamed(
    header,
    asked.map(({ name }) => name),
  )
  const missing = asked
    .filter(({ name }) => !columns.has(name))
    .map(({ name, at }) => {
      const columns = namesOf(header)
      const args = { column: name, tables: [], suggestion: closest(name, columns), columns, option: null }
      return problem('missing-column', at ?? startOf(header), args)
    })
  return { indexes: columns, problems: [...problems, ...missing] }
}

/** Every column that a mapping asks for. */
export function columnsOf({ columns, areaColumns, where }: TableMapping): readonly NamedColumn[] {
  return [...columns.values(), ...areaColumns.values(), ...where.map(({ column }) => column)]
}

/** More names than these nobody reads in one message. */
const MOST_LISTED = 20

function namesOf(header: readonly TableCell[]): readonly string[] {
  return header
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .slice(0, MOST_LISTED)
}

function startOf([first]: readonly TableCell[]): Place {
  return { ...(first?.at ?? { file: '', line: 1, column: 1 }), length: 1 }
}
