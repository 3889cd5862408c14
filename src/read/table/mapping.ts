import type { Place, Source } from '../../model/figure.ts'
import {
  type Basis,
  confidenceLevels,
  type ObservationStatus,
  observationStatuses,
  type StatedProvider,
} from '../../model/observation.ts'
import { type Period, parsePeriod } from '../../model/period.ts'
import { closest } from '../../model/suggestion.ts'
import {
  dateOrders,
  type Encoding,
  encodings,
  hiddenCells,
  type NamedColumn,
  type TableField,
  type TableMapping,
  tableFields,
  tableFigures,
  tablePeriods,
  type ValueColumn,
  WHOLE,
  writers,
} from '../../model/table.ts'
import { scalarAt, textAt, wordAt } from '../document/fields.ts'
import { report, type Scope } from '../document/scope.ts'
import { ListNode, MapNode, type Node, Scalar } from '../document/tree.ts'
import { noMapping, splitColumns } from './columns.ts'
import type { HeaderLines } from './csv.ts'
import { PLACES } from './periods.ts'

/** Where the rows of a table lie, and how they are written. */
export interface TableSource {
  /** The sheets of a workbook, names or patterns; null: the first. */
  readonly sheets: readonly NamedColumn[] | null
  /** The rows that hold the names of the columns; null: the first that is not empty. */
  readonly header: HeaderLines
  /** Of text that is in neither UTF-8 nor UTF-16. */
  readonly encoding: Encoding | null
  /** What the name of its sheet or file says of all rows. */
  readonly named: readonly NamedPart[]
}

/** A pattern, `T{month}`, whose places tell the period or the area; null: all of the name does. */
export interface NamedPart {
  readonly tells: 'period' | 'area'
  readonly from: 'sheet' | 'file'
  readonly pattern: string | null
  readonly at: Place
}

/** Keys that only some files can have: nothing else has rows of names, an encoding of its own, sheets, hidden cells or an order. */
const keysOfSome = ['header', 'encoding', 'sheet', 'hidden', 'levels'] as const
export type KeyOfSome = (typeof keysOfSome)[number]

interface WrittenText {
  readonly text: string
  readonly at: Place
}

/** A table that a document takes in. */
export interface TableRequest extends TableSource {
  readonly keysOfSome: ReadonlyMap<KeyOfSome, Place>
  /** The document, in whose folder the paths begin. */
  readonly file: string
  /** Files or patterns, as written. */
  readonly paths: readonly WrittenText[]
  /** A table of a database, by the name of its source; null: `paths` are read. */
  readonly relation: { readonly source: WrittenText; readonly name: WrittenText } | null
  readonly mapping: TableMapping
}

/** What a document of results says of all its rows. */
export interface StatedForRows {
  readonly plans: readonly string[]
  readonly period: Period | null
  /** Also where it cannot be read. */
  readonly hasPeriod: boolean
  readonly area: string | null
  readonly basis: Basis | null
  readonly status: ObservationStatus
  readonly source: Source | null
  /** They are results of the year before the plan. */
  readonly isYearBefore: boolean
  readonly provider: StatedProvider | null
}

/** The table that stands under the key `table`; null where its keys contradict each other or say too little. */
export function tableRequest(table: MapNode, document: StatedForRows, scope: Scope): TableRequest | null {
  const before = scope.problems.length
  const named = columnsIn(table)
  const values = wideColumnsIn(table, scope)
  const { columns, values: plain } = splitColumns(named)
  const period = mapAt(table, 'period')
  const isDays = period !== null && !isFromName(period)
  const parts = (['period', 'area'] as const).flatMap((tells) => namedPart(mapAt(table, tells), tells, scope))
  const indicator = textAt(table, 'indicator')
  const isCounted = textAt(table, 'value') === 'count'
  reportContradictions(table, named, values, scope)
  reportLevels(table, columns, scope)
  // Also where what stands there cannot be read, which is told by itself.
  const isEach = (key: 'indicators' | 'areas' | 'periods') => mapAt(table, key) !== null
  const isWide = values.length > 0 || isEach('indicators') || isEach('areas') || isEach('periods')
  const hasNumbers = isCounted || isWide || tableFigures.some((field) => named.has(field))
  const says = (key: 'period' | 'area') => parts.some(({ tells }) => tells === key)
  const hasPeriod = document.hasPeriod || columns.has('period') || says('period') || isEach('periods')
  const missing = [
    !indicator && !columns.has('indicator') && !isEach('indicators') && 'indicator',
    !hasNumbers && 'value',
    !hasPeriod && 'period',
  ]
  for (const key of missing) {
    if (key) report(scope, 'missing-key', { ...table.at, length: 1 }, { key, of: 'columns' })
  }
  reportPlaces(table, parts, scope)
  if (scope.problems.length > before) return null
  const year = textAt(period ?? table, 'year')
  const within = textAt(table, 'within')
  const dates = wordAt(table, 'dates', dateOrders)
  const { mapping, ...source } = requestOf(table, scope)
  return {
    ...source,
    named: parts,
    mapping: {
      ...mapping,
      plans: document.plans,
      columns,
      values: [...values, ...plain],
      isRegister: textAt(table, 'rows') === 'register',
      isCounted,
      fractions: isTrueAt(table, 'fractions'),
      writtenBy: wordAt(table, 'written-by', writers),
      flags: flagsIn(table),
      confidence: wordAt(table, 'confidence', confidenceLevels),
      dates,
      within: within === 'plan' ? within : (parsePeriod(within ?? '') ?? null),
      periodBy: period && {
        period: isDays ? wordAt(period, 'by', tablePeriods) : null,
        dates: wordAt(period, 'dates', dateOrders) ?? dates,
        year: year === null || period === null ? null : Number(year),
      },
      codes: { indicator: codesIn(table, 'indicator'), area: codesIn(table, 'area') },
      breakdowns: breakdownsIn(table),
      levels: textsIn(table.get('levels')).map(({ text }) => text),
      stated: {
        indicator,
        area: document.area,
        period: document.period,
        basis: document.basis,
        status: document.status,
        source: document.source,
        isYearBefore: document.isYearBefore,
        provider: document.provider,
      },
    },
  }
}

/** What every table says, of results or of a plan. */
export function requestOf(table: MapNode, scope: Scope): TableRequest {
  const mapping: TableMapping = {
    ...noMapping,
    notation: scope.notation,
    said: 'keys',
    hidden: wordAt(table, 'hidden', hiddenCells),
    missing: table.get('missing') ? textsIn(table.get('missing')).map(({ text }) => text.trim()) : null,
    where: conditionsIn(table.get('where'), scope),
    stated: { indicator: null, area: null, period: null, basis: null, status: 'final', source: null },
  }
  return {
    file: scope.file,
    paths: textsIn(table.get('path')),
    relation: relationIn(table),
    sheets: table.get('sheet') ? textsIn(table.get('sheet')).map(({ text, at }) => ({ name: text, at })) : null,
    header: table.get('header') ? textsIn(table.get('header')).map(({ text }) => Number(text)) : null,
    encoding: wordAt(table, 'encoding', encodings),
    named: [],
    keysOfSome: new Map(keysOfSome.flatMap((key) => [[key, table.entries.get(key)?.keyAt] as const]).filter(hasPlace)),
    mapping,
  }
}

function relationIn(table: MapNode): TableRequest['relation'] {
  const [source, name] = [scalarAt(table, 'source'), scalarAt(table, 'name')]
  return source && name && { source, name }
}

/** A table is a file, or lies in a database, which has none of what only files have. */
function reportPlaces(table: MapNode, parts: readonly NamedPart[], scope: Scope): void {
  const has = (key: string) => {
    const entry = table.entries.get(key)
    return entry?.value instanceof Scalar && entry.value.isNull ? undefined : entry?.keyAt
  }
  const [source, name] = [has('source'), has('name')]
  const missing = source || name ? [!source && 'source', !name && 'name'] : [!has('path') && 'path']
  for (const key of missing) if (key) report(scope, 'missing-key', { ...table.at, length: 1 }, { key, of: 'table' })
  if (!source) return
  const path = has('path')
  if (path) report(scope, 'bad-table', path, { why: 'two-places', written: 'path' })
  for (const key of keysOfSome) {
    const at = has(key)
    if (at) report(scope, 'bad-table', at, { why: 'format', written: key })
  }
  for (const { at, tells } of parts) report(scope, 'bad-table', at, { why: 'format', written: tells })
}

const hasPlace = (entry: readonly [KeyOfSome, Place | undefined]): entry is [KeyOfSome, Place] => entry[1] !== undefined

/** `rate` is `value` under another name, and days are the column of periods. */
function columnsIn(table: MapNode): Map<TableField, NamedColumn> {
  const columns = new Map<TableField, NamedColumn>()
  const named = mapAt(table, 'columns')
  for (const field of named ? tableFields : []) {
    const column = columnAt(named as MapNode, field)
    if (column) columns.set(field === 'rate' ? 'value' : field, column)
  }
  const day = mapAt(table, 'period')
  const from = day && !isFromName(day) ? columnAt(day, 'from') : null
  if (from) columns.set('period', from)
  return columns
}

/** Whether a period is told by the name of a sheet or a file, and not by a column. */
function isFromName(period: MapNode): boolean {
  const from = textAt(period, 'from')
  return period.get('by') === undefined && (from === 'sheet' || from === 'file')
}

function namedPart(map: MapNode | null, tells: NamedPart['tells'], scope: Scope): readonly NamedPart[] {
  if (!map || (tells === 'period' && !isFromName(map))) return []
  const pattern = scalarAt(map, 'pattern')
  const from = textAt(map, 'from') === 'file' ? 'file' : 'sheet'
  const places = [...(pattern?.text ?? '').matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place)
  const known = [...PLACES.keys()].filter((place) => (place === 'area') === (tells === 'area'))
  const odd = places.find((place, index) => !known.includes(place) || places.indexOf(place) < index)
  if (pattern && (odd !== undefined || places.length === 0)) {
    const expected = known.map((place) => `{${place}}`)
    report(scope, 'bad-value', pattern.at, {
      written: pattern.text,
      expected,
      suggestion: odd === undefined ? null : closest(`{${odd}}`, expected),
    })
    return []
  }
  return [{ tells, from, pattern: pattern?.text ?? null, at: map.at }]
}

export function columnAt(map: MapNode, key: string): NamedColumn | null {
  const scalar = scalarAt(map, key)
  return scalar && !scalar.isNull ? { name: scalar.text, at: scalar.at } : null
}

export function mapAt(map: MapNode, key: string): MapNode | null {
  const node = map.get(key)
  return node instanceof MapNode ? node : null
}

/** Columns of one indicator, area, period or group each. */
function wideColumnsIn(table: MapNode, scope: Scope): readonly ValueColumn[] {
  const entriesOf = (key: string) => [...(mapAt(table, key)?.entries ?? [])]
  const idsOf = (key: string, own: (id: string) => Omit<ValueColumn, 'column'>) =>
    entriesOf(key).flatMap(([name, { keyAt, value }]): readonly ValueColumn[] =>
      value instanceof Scalar && !value.isNull ? [{ column: { name, at: keyAt }, ...own(value.text) }] : [],
    )
  const indicators = idsOf('indicators', (indicator) => ({ indicator }))
  const areas = idsOf('areas', (id) => ({ area: id === WHOLE ? null : id }))
  const periods = entriesOf('periods').flatMap(([name, { keyAt, value }]): readonly ValueColumn[] => {
    const period = value instanceof Scalar ? parsePeriod(value.text) : undefined
    if (!period && value instanceof Scalar) report(scope, 'bad-period', value.at, { written: value.text })
    return period ? [{ column: { name, at: keyAt }, period }] : []
  })
  const groups = entriesOf('breakdowns').flatMap(([breakdown, { value: node }]) =>
    [...((node instanceof MapNode ? mapAt(node, 'columns') : null)?.entries ?? [])].flatMap(
      ([name, { keyAt, value }]) => {
        const isGroup = value instanceof Scalar && !value.isNull
        const group = isGroup && value.text !== WHOLE ? `${breakdown}=${value.text}` : null
        return isGroup ? [{ column: { name, at: keyAt }, group }] : []
      },
    ),
  )
  return [...indicators, ...areas, ...periods, ...groups]
}

function flagsIn(table: MapNode): TableMapping['flags'] {
  const entries = [...(mapAt(table, 'flags')?.entries ?? [])]
  return new Map(
    entries.flatMap(([mark, { value }]) => {
      const status = observationStatuses.find((each) => value instanceof Scalar && value.text === each)
      return status ? [[mark.trim(), status] as const] : []
    }),
  )
}

/** null: not stated. */
function isTrueAt(map: MapNode, key: string): boolean | null {
  const text = textAt(map, key)
  return text === null ? null : text === 'true'
}

/** Each is a column, or a column with codes of its own; one with a column for each group has none. */
function breakdownsIn(table: MapNode): TableMapping['breakdowns'] {
  const entries = [...(mapAt(table, 'breakdowns')?.entries ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new Map(
    entries.flatMap(([id, { value }]) => {
      if (value instanceof MapNode) {
        const column = columnAt(value, 'column')
        return column ? [[id, { column, codes: codesOf(mapAt(value, 'codes')) }] as const] : []
      }
      const isNamed = value instanceof Scalar && !value.isNull
      return isNamed ? [[id, { column: { name: value.text, at: value.at }, codes: null }] as const] : []
    }),
  )
}

function codesIn(table: MapNode, field: 'indicator' | 'area'): ReadonlyMap<string, string> | null {
  const codes = mapAt(table, 'codes')
  return codesOf(codes && mapAt(codes, field))
}

function codesOf(byCode: MapNode | null): ReadonlyMap<string, string> | null {
  if (!byCode) return null
  return new Map(
    [...byCode.entries].flatMap(([written, { value }]) =>
      value instanceof Scalar ? [[written.trim(), value.text] as const] : [],
    ),
  )
}

function conditionsIn(node: Node | undefined, scope: Scope): TableMapping['where'] {
  if (!(node instanceof ListNode)) return []
  return node.items.flatMap((item) => {
    const column = item instanceof MapNode ? columnAt(item, 'column') : null
    const said = (['equals', 'in', 'not'] as const).filter((key) => item instanceof MapNode && item.get(key))
    const [key, second] = said
    if (!(item instanceof MapNode) || !column) return []
    if (!key) report(scope, 'missing-key', { ...item.at, length: 1 }, { key: 'equals', of: 'where' })
    const twice = second && item.entries.get(second)?.keyAt
    if (twice) report(scope, 'bad-table', twice, { why: 'two-conditions', written: second })
    const texts = key ? cellsIn(item.get(key)) : []
    return [{ column, texts, isNot: key === 'not' }]
  })
}

/** Texts of cells, of which one may be nothing. */
function cellsIn(node: Node | undefined): readonly string[] {
  const items = node instanceof ListNode ? node.items : node ? [node] : []
  return items.flatMap((item) => (item instanceof Scalar ? [item.text] : []))
}

export function textsIn(node: Node | undefined): readonly WrittenText[] {
  const items = node instanceof ListNode ? node.items : node ? [node] : []
  return items.flatMap((item) => (item instanceof Scalar && !item.isNull ? [{ text: item.text, at: item.at }] : []))
}

/** Levels are what one column is named for. */
function reportLevels(table: MapNode, columns: ReadonlyMap<TableField, NamedColumn>, scope: Scope): void {
  const breakdowns = [...breakdownsIn(table)].map(([id, { column }]) => [id, column.name] as const)
  const keys = (['indicator', 'area'] as const).map((key) => [key, columns.get(key)?.name] as const)
  const names = new Map([...keys, ...breakdowns])
  const [first, ...others] = textsIn(table.get('levels'))
  if (!first) return
  const name = names.get(first.text)
  const expected = [...names].flatMap(([key, each]) => (each !== undefined && (name ?? each) === each ? [key] : []))
  const [odd] = [first, ...others].filter(({ text }) => name === undefined || names.get(text) !== name)
  if (odd) report(scope, 'bad-value', odd.at, { written: odd.text, expected, suggestion: null })
  const register = textAt(table, 'rows') === 'register' ? 'rows' : textAt(table, 'hidden') === 'skip' ? 'hidden' : null
  const at = register && table.entries.get(register)?.keyAt
  if (at) report(scope, 'bad-table', at, { why: 'order', written: register })
}

/** Two keys of which only one can be meant. */
function reportContradictions(
  table: MapNode,
  columns: ReadonlyMap<TableField, NamedColumn>,
  wide: readonly ValueColumn[],
  scope: Scope,
): void {
  const named = mapAt(table, 'columns')
  const keyAt = (key: string) => named?.entries.get(key)?.keyAt
  const contradict = (why: 'two-indicators' | 'two-values' | 'two-periods' | 'two-areas' | 'wide', key: string) => {
    const at = keyAt(key)
    if (at) report(scope, 'bad-table', at, { why, written: key })
  }
  const kinds = ['indicator', 'area', 'period', 'group'] as const
  const ofOne = kinds.map((key) => wide.find((each) => each[key] !== undefined))
  const [indicators, areas, periods] = ofOne
  if (table.entries.has('indicator') || indicators) contradict('two-indicators', 'indicator')
  const single = table.entries.get('indicator')?.keyAt
  if (single && indicators) report(scope, 'bad-table', single, { why: 'two-indicators', written: 'indicator' })
  const period = mapAt(table, 'period')
  if (period?.get('from') || periods) contradict('two-periods', 'period')
  if (columns.has('value') && keyAt('value')) contradict('two-values', 'rate')
  const [error, margin] = [keyAt('standard_error'), keyAt('margin_of_error')]
  if (margin && !table.entries.has('confidence')) {
    report(scope, 'bad-table', margin, { why: 'no-confidence', written: 'margin_of_error' })
  }
  if (error && margin) report(scope, 'duplicate-key', margin, { key: 'margin_of_error', first: error })
  if (table.entries.has('value')) {
    contradict('two-values', 'value')
    contradict('two-values', 'rate')
  }
  if (table.entries.has('area')) contradict('two-areas', 'area')
  if (wide.length === 0) return
  if (areas) contradict('two-areas', 'area')
  for (const field of [...tableFigures, 'rate']) contradict('wide', field)
  const breakdowns = [...(mapAt(table, 'breakdowns')?.entries.values() ?? [])].flatMap(({ value }) =>
    value instanceof MapNode && value.get('columns') ? [value] : [],
  )
  for (const [index, map] of breakdowns.entries()) {
    const twice = (index > 0 ? map.entries.get('columns') : (map.entries.get('column') ?? map.entries.get('codes')))
      ?.keyAt
    if (twice) report(scope, 'bad-table', twice, { why: 'wide', written: index > 0 ? 'columns' : 'column' })
  }
  const [, other] = ofOne.flatMap((each) => each ?? [])
  if (other) report(scope, 'bad-table', other.column.at ?? table.at, { why: 'wide', written: other.column.name })
}
