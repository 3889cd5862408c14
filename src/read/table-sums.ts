import { Exact } from '../model/exact.ts'
import type { Place } from '../model/figure.ts'
import {
  JSON_NUMBER,
  type SummedGroup,
  type TableFigure,
  type TableMapping,
  type TableSums,
  tableFigures,
  tableKeys,
} from '../model/table.ts'
import type { TableRow } from './csv-rows.ts'
import type { RefusedRows, RowFigure, RowGroup } from './table-results.ts'
import { rowReader } from './table-row.ts'
import { groupText, sumOf } from './table-rows.ts'

/** What the rows come to that an engine took together, and which of them it has to find again. */
export interface ReadSums {
  readonly groups: readonly RowGroup[]
  readonly refused: readonly RefusedRows[]
  /** Texts that rows were refused for, by the places of keys and of figures in a group. */
  readonly badKeys: ReadonlyMap<number, readonly string[]>
  readonly badCells: ReadonlyMap<number, readonly string[]>
  readonly morePoorThanAll: boolean
  /** Whether several rows have one key, where each row is a result of its own: these rows are not among the groups. */
  readonly hasRepeated: boolean
}

/** Where the columns that are asked for stand. */
export interface TableColumns {
  readonly file: string
  readonly indexes: ReadonlyMap<string, number>
  /** Columns whose cells are stored as numbers. */
  readonly numberColumns: ReadonlySet<number>
  /** Whether cells of figures begin with a mark: they were JSON once. */
  readonly isMarked: boolean
  /** Where rows stand, by their numbers; null: nobody asks. */
  readonly placesOf: ((row: number) => RowPlaces) | null
}

/** Where a row begins, and where its cells stand. */
export interface RowPlaces {
  readonly at: () => Place
  readonly cell: (column: number) => Place
}

/**
 * Reads the groups of an engine as if each were a row, and so by the rules for rows; its figures are the sums. A sum stands
 * where the first of its rows does; where nobody asks for places, it is the file. `isEachRow`: each group is one row.
 * It stops from time to time, and says how much of it is done, from 0 to 1.
 */
export function* readSums(
  { groups: all }: TableSums,
  mapping: TableMapping,
  columns: TableColumns,
  isEachRow = false,
): Generator<number, ReadSums> {
  const reader = rowReader(columns.indexes, { ...mapping, where: [] })
  const shape = shapeOf(mapping, columns)
  const groups = new Map<string, RowGroup>()
  const doubtful = mapping.isRegister || isEachRow ? new Set<string>() : repeatedKeys(all)
  const held = new Map<string, { rows: number; groups: readonly RowGroup[] }>()
  const refused: RefusedRows[] = []
  const bad = { keys: new Map<number, Set<string>>(), cells: new Map<number, Set<string>>(), morePoor: false }
  const inOrder = columns.placesOf ? [...all].sort(byFirstRow) : all
  for (const [done, summed] of inOrder.entries()) {
    if (done % GROUPS_AT_ONCE === GROUPS_AT_ONCE - 1) yield done / all.length
    const read = reader(rowOf(summed, shape))
    if (read === null) continue
    if ('problems' in read) {
      refused.push({ ...read.refused, rows: summed.rows })
      for (const found of read.problems) {
        // The place of a cell that stands for many is its column.
        const column = (found.at?.column ?? 0) - 1
        if (found.code === 'bad-value' && found.args.expected === 'at-most-households') bad.morePoor = true
        else noteBad(column, summed, shape, bad)
      }
      continue
    }
    const summedGroups = read.groups.map((each, index) => withSums(each, index, summed, shape, mapping))
    const keys = doubtful.size > 0 ? JSON.stringify(summed.keys) : ''
    if (doubtful.has(keys) && read.groups.some(saysAnything)) {
      const rows = summed.rows + (held.get(keys)?.rows ?? 0)
      held.set(keys, { rows, groups: summedGroups })
      continue
    }
    for (const group of summedGroups) {
      const key = mapping.isRegister ? groupText(group) : String(groups.size)
      const before = groups.get(key)
      groups.set(key, before ? sumOf(before, group) : group)
    }
  }
  // Of rows with one key all but one may have been refused.
  const single = [...held.values()].filter(({ rows }) => rows === 1)
  return {
    groups: [...groups.values(), ...single.flatMap((each) => each.groups)],
    refused,
    badKeys: listsOf(bad.keys),
    badCells: listsOf(bad.cells),
    morePoorThanAll: bad.morePoor,
    hasRepeated: single.length < held.size,
  }
}

const GROUPS_AT_ONCE = 5000

function saysAnything({ figures, state }: RowGroup): boolean {
  return figures.size > 0 || state !== null
}

/** The rows whose places are asked for, ascending. */
export function firstRows({ groups }: TableSums): readonly number[] {
  const numbers = new Set<number>()
  for (const { first, cells } of groups) {
    if (first !== null) numbers.add(first)
    for (const cell of cells) if (cell.first !== null) numbers.add(cell.first)
  }
  return [...numbers].sort((a, b) => a - b)
}

function byFirstRow(a: SummedGroup, b: SummedGroup): number {
  return (a.first ?? 0) - (b.first ?? 0)
}

interface Shape {
  readonly file: string
  /** The file as a whole. */
  readonly whole: Place
  readonly isMarked: boolean
  readonly placesOf: TableColumns['placesOf']
  /** The columns of keys of which results know the place. */
  readonly named: { readonly [field in 'indicator' | 'area' | 'period']: number | undefined }
  readonly keys: readonly number[]
  /** In which column each figure stands, and what it is; the values of areas first. */
  readonly cells: readonly { readonly column: number; readonly field: TableFigure; readonly area: number | null }[]
  readonly remarks: { readonly source: number | undefined; readonly note: number | undefined }
  readonly numberColumns: ReadonlySet<number>
}

function shapeOf(mapping: TableMapping, { file, indexes, numberColumns, isMarked, placesOf }: TableColumns): Shape {
  const columnOf = (name: string | undefined) => (name === undefined ? undefined : indexes.get(name))
  const at = (field: Parameters<TableMapping['columns']['get']>[0]) => columnOf(mapping.columns.get(field)?.name)
  const areas = [...mapping.areaColumns.values()].map(({ name }, area) => {
    return { column: columnOf(name) ?? -1, field: 'value', area } as const
  })
  const others = tableFigures.flatMap((field) => {
    const column = at(field)
    return column === undefined ? [] : [{ column, field, area: null }]
  })
  return {
    file,
    whole: { file, line: 1, column: 1, length: 0 },
    isMarked,
    placesOf,
    named: { indicator: at('indicator'), area: at('area'), period: at('period') },
    keys: tableKeys.flatMap((field) => at(field) ?? []),
    cells: [...areas, ...others],
    remarks: { source: at('source'), note: at('note') },
    numberColumns,
  }
}

/** Keys of more than one row. */
function repeatedKeys(groups: readonly SummedGroup[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { keys, rows } of groups) {
    const text = JSON.stringify(keys)
    if (rows > 1 || seen.has(text)) repeated.add(text)
    seen.add(text)
  }
  return repeated
}

/** A row with the texts of a group. */
function rowOf({ keys, cells, source, note }: SummedGroup, shape: Shape): TableRow {
  const texts: string[] = []
  for (const [index, column] of shape.keys.entries()) texts[column] = (keys[index] ?? '').normalize('NFC')
  const jsonNumbers = new Set<number>()
  for (const [index, { column }] of shape.cells.entries()) {
    const text = cells[index]?.text ?? ''
    texts[column] = shape.isMarked ? text.slice(1) : text
    if (shape.isMarked && text.startsWith(JSON_NUMBER)) jsonNumbers.add(column)
  }
  if (shape.remarks.source !== undefined) texts[shape.remarks.source] = (source ?? '').normalize('NFC')
  if (shape.remarks.note !== undefined) texts[shape.remarks.note] = (note ?? '').normalize('NFC')
  const at = (column: number): Place => ({ file: shape.file, line: 1, column: column + 1, length: 0 })
  return {
    texts,
    jsonNumbers,
    plainNumbers: shape.numberColumns,
    at: () => at(0),
    cell: (column) => ({ text: texts[column] ?? '', at: at(column) }),
  }
}

/** The group that one row gave, with the figures of all of them. */
function withSums(
  group: RowGroup,
  index: number,
  summed: SummedGroup,
  shape: Shape,
  { areaColumns, isCounted }: TableMapping,
): RowGroup {
  const { rows, first } = summed
  const figures = new Map<TableFigure, RowFigure>()
  for (const [field, figure] of group.figures) {
    const place = shape.cells.findIndex((cell) => cell.field === field && (cell.area ?? index) === index)
    const cell = isCounted && field === 'value' ? undefined : summed.cells[place]
    const value = cell?.sum ? Exact.parse(cell.sum) : figure.value.times(Exact.of(BigInt(rows)))
    const count = cell?.count ?? rows
    const at = cell ? placeIn(shape, cell.first, shape.cells[place]?.column) : placeIn(shape, first, undefined)
    if (count === 1) figures.set(field, { ...figure, at, count })
    else if (count > 1) figures.set(field, { value, decimals: value.decimals ?? 0, text: null, at, count })
  }
  const { indicator, area, period } = shape.named
  return {
    ...group,
    rows,
    figures,
    at: placeIn(shape, first, indicator),
    areaAt: group.areaAt && placeIn(shape, first, area),
    periodAt: group.periodAt && placeIn(shape, first, period),
    note: rows > 1 || areaColumns.size > 0 ? null : group.note,
  }
}

/** Where a cell stands in a row of that number, or the row where it has no such cell; the file where nobody asks. */
function placeIn({ whole, placesOf }: Shape, row: number | null, column: number | undefined): Place {
  if (!placesOf || row === null) return whole
  const places = placesOf(row)
  return column === undefined ? places.at() : places.cell(column)
}

function noteBad(
  column: number,
  { keys, cells }: SummedGroup,
  shape: Shape,
  bad: { readonly keys: Map<number, Set<string>>; readonly cells: Map<number, Set<string>> },
): void {
  const add = (to: Map<number, Set<string>>, index: number, text: string) => {
    const texts = to.get(index) ?? new Set()
    to.set(index, texts.add(text))
  }
  const key = shape.keys.indexOf(column)
  if (key >= 0) add(bad.keys, key, keys[key] ?? '')
  for (const [index, cell] of shape.cells.entries()) {
    if (cell.column === column && key < 0) add(bad.cells, index, cells[index]?.text ?? '')
  }
}

function listsOf(sets: ReadonlyMap<number, ReadonlySet<string>>): ReadonlyMap<number, readonly string[]> {
  return new Map([...sets].map(([index, texts]) => [index, [...texts]]))
}
