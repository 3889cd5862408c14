import type { Place, Source } from '../../model/figure.ts'
import type { Basis, ObservationStatus } from '../../model/observation.ts'
import type { Period } from '../../model/period.ts'
import {
  dateOrders,
  hiddenCells,
  type NamedColumn,
  type TableField,
  type TableMapping,
  tableFields,
  tableFigures,
  tablePeriods,
} from '../../model/table.ts'
import { scalarAt, textAt, wordAt } from '../document/fields.ts'
import { report, type Scope } from '../document/scope.ts'
import { ListNode, MapNode, type Node, Scalar } from '../document/tree.ts'

/** A table that a document of results takes in. */
export interface TableRequest {
  /** The document, in whose folder the paths begin. */
  readonly file: string
  /** Files or patterns, as written. */
  readonly paths: readonly { readonly text: string; readonly at: Place }[]
  /** The sheet of a workbook; null: the first. */
  readonly sheet: NamedColumn | null
  readonly mapping: TableMapping
}

/** What a document of results says of all its rows. */
export interface StatedForRows {
  readonly plans: readonly string[]
  readonly period: Period | null
  readonly area: string | null
  readonly basis: Basis | null
  readonly status: ObservationStatus
  readonly source: Source | null
}

/** The table that stands under the key `table`; null where its keys contradict each other or say too little. */
export function tableRequest(table: MapNode, document: StatedForRows, scope: Scope): TableRequest | null {
  const columns = columnsIn(table)
  const areaColumns = areaColumnsIn(table)
  const day = table.get('period')
  const indicator = textAt(table, 'indicator')
  const isCounted = textAt(table, 'value') === 'count'
  const before = scope.problems.length
  reportContradictions(table, columns, areaColumns, scope)
  const hasNumbers = isCounted || areaColumns.size > 0 || tableFigures.some((field) => columns.has(field))
  const missing = [
    !indicator && !columns.has('indicator') && 'indicator',
    !hasNumbers && 'value',
    !document.period && !columns.has('period') && 'period',
  ]
  for (const key of missing) {
    if (key) report(scope, 'missing-key', { ...table.at, length: 1 }, { key, of: 'columns' })
  }
  if (scope.problems.length > before) return null
  return {
    file: scope.file,
    paths: textsIn(table.get('path')),
    sheet: columnAt(table, 'sheet'),
    mapping: {
      plans: document.plans,
      notation: scope.notation,
      said: 'keys',
      columns,
      areaColumns,
      isRegister: textAt(table, 'rows') === 'register',
      isCounted,
      fractions: isTrueAt(table, 'fractions'),
      hidden: wordAt(table, 'hidden', hiddenCells),
      where: conditionsIn(table.get('where')),
      periodBy:
        day instanceof MapNode
          ? { period: wordAt(day, 'by', tablePeriods) ?? 'day', dates: wordAt(day, 'dates', dateOrders) }
          : null,
      codes: { indicator: codesIn(table, 'indicator'), area: codesIn(table, 'area') },
      stated: {
        indicator,
        area: document.area,
        period: document.period,
        basis: document.basis,
        status: document.status,
        source: document.source,
      },
    },
  }
}

/** `rate` is `value` under another name, and days are the column of periods. */
function columnsIn(table: MapNode): ReadonlyMap<TableField, NamedColumn> {
  const columns = new Map<TableField, NamedColumn>()
  const named = table.get('columns')
  if (named instanceof MapNode) {
    for (const field of tableFields) {
      const column = columnAt(named, field)
      if (column) columns.set(field === 'rate' ? 'value' : field, column)
    }
  }
  const day = table.get('period')
  const from = day instanceof MapNode ? columnAt(day, 'from') : null
  if (from) columns.set('period', from)
  return columns
}

function columnAt(map: MapNode, key: string): NamedColumn | null {
  const scalar = scalarAt(map, key)
  return scalar && !scalar.isNull ? { name: scalar.text, at: scalar.at } : null
}

function areaColumnsIn(table: MapNode): ReadonlyMap<string, NamedColumn> {
  const areas = table.get('areas')
  if (!(areas instanceof MapNode)) return new Map()
  return new Map(
    [...areas.entries].flatMap(([name, { keyAt, value }]) =>
      value instanceof Scalar && !value.isNull ? [[value.text, { name, at: keyAt }] as const] : [],
    ),
  )
}

/** null: not stated. */
function isTrueAt(map: MapNode, key: string): boolean | null {
  const text = textAt(map, key)
  return text === null ? null : text === 'true'
}

function codesIn(table: MapNode, field: 'indicator' | 'area'): ReadonlyMap<string, string> | null {
  const codes = table.get('codes')
  const byCode = codes instanceof MapNode ? codes.get(field) : null
  if (!(byCode instanceof MapNode)) return null
  return new Map(
    [...byCode.entries].flatMap(([written, { value }]) =>
      value instanceof Scalar ? [[written, value.text] as const] : [],
    ),
  )
}

function conditionsIn(node: Node | undefined): TableMapping['where'] {
  if (!(node instanceof ListNode)) return []
  return node.items.flatMap((item) => {
    const column = item instanceof MapNode ? columnAt(item, 'column') : null
    const equals = item instanceof MapNode ? (scalarAt(item, 'equals')?.text ?? null) : null
    return column && equals !== null ? [{ column, equals }] : []
  })
}

function textsIn(node: Node | undefined): TableRequest['paths'] {
  const items = node instanceof ListNode ? node.items : node ? [node] : []
  return items.flatMap((item) => (item instanceof Scalar && !item.isNull ? [{ text: item.text, at: item.at }] : []))
}

/** Two keys of which only one can be meant. */
function reportContradictions(
  table: MapNode,
  columns: ReadonlyMap<TableField, NamedColumn>,
  areaColumns: ReadonlyMap<string, NamedColumn>,
  scope: Scope,
): void {
  const named = table.get('columns')
  const keyAt = (key: string) => (named instanceof MapNode ? named.entries.get(key)?.keyAt : undefined)
  const contradict = (why: 'two-indicators' | 'two-values' | 'two-periods' | 'two-areas' | 'wide', key: string) => {
    const at = keyAt(key)
    if (at) report(scope, 'bad-table', at, { why, written: key })
  }
  if (table.entries.has('indicator')) contradict('two-indicators', 'indicator')
  if (table.entries.has('period')) contradict('two-periods', 'period')
  if (columns.has('value') && keyAt('value')) contradict('two-values', 'rate')
  if (table.entries.has('value')) {
    contradict('two-values', 'value')
    contradict('two-values', 'rate')
  }
  if (areaColumns.size === 0) return
  contradict('two-areas', 'area')
  for (const field of [...tableFigures, 'rate']) contradict('wide', field)
}
