import { Exact } from '../../model/exact.ts'
import type { Place } from '../../model/figure.ts'
import { signsOf } from '../../model/notation.ts'
import {
  figureColumns,
  JSON_NUMBER,
  keyColumns,
  type SummedGroups,
  type TableFigure,
  type TableMapping,
} from '../../model/table.ts'
import { composed, withoutTrailing } from '../../model/text.ts'
import type { TableRow } from './grid.ts'
import type { RowFigure, RowGroup, RowKey } from './results.ts'
import { keyOfValue } from './row.ts'

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
  /** Only the places of figures are told of, and of rows that are odd. */
  readonly ofFigures: boolean
}

/** Where a row begins, and where its cells stand. */
export interface RowPlaces {
  readonly at: () => Place
  readonly cell: (column: number) => Place
}

/** The groups of an engine as rows. A sum stands where the first of its rows does; where nobody asks for places, it is the file. */
export interface SummedRows {
  /** In which column each key stands, and each figure, in the order of the groups. */
  readonly keys: readonly number[]
  readonly cells: readonly number[]
  /** A row with the texts of a group; those of sums are left empty. */
  readonly rowOf: (group: number) => TableRow
  /** What rows come to of which the engine gives sums: one group, or one an area in a wide table. */
  readonly sumsOf: (group: number, key: RowKey) => readonly RowGroup[]
  /** What odd rows come to, from what one of them says. */
  readonly oddOf: (group: number, ofOne: readonly RowGroup[]) => readonly RowGroup[]
}

export function summedRows(groups: SummedGroups, mapping: TableMapping, columns: TableColumns): SummedRows {
  const { file, indexes, isMarked, numberColumns, placesOf, ofFigures } = columns
  const { isCounted } = mapping
  const columnOf = (field: Parameters<TableMapping['columns']['get']>[0]) => {
    const named = mapping.columns.get(field)
    return named && indexes.get(named.name)
  }
  const keys = keyColumns(mapping).map(({ column }) => indexes.get(column.name) ?? -1)
  const cells = figureColumns(mapping).map((each) => ({ ...each, column: indexes.get(each.column.name) ?? -1 }))
  const named = { indicator: columnOf('indicator'), area: columnOf('area'), period: columnOf('period') }
  const remarks = { source: columnOf('source'), note: columnOf('note') }
  const shared = cells.flatMap(({ field }, index) => (field === 'value' ? [] : [{ field, index }]))
  const values = cells.flatMap(({ value }, index) => (value ? [{ value, index }] : []))

  const whole: Place = { file, line: 1, column: 1, length: 0 }
  const placeIn = (row: number | undefined, column: number | undefined): Place => {
    if (!placesOf || row === undefined) return whole
    const places = placesOf(row)
    return column === undefined ? places.at() : places.cell(column)
  }
  const sourceOf = (group: number) => {
    const { sources } = groups
    return composed(sources?.texts[sources.ids[group] as number] ?? '') || null
  }
  const noteOf = (group: number) => composed(groups.notes.get(group) ?? '') || null

  const sumIn = (index: number, group: number): RowFigure | null => {
    const { counts, millionths, large, texts, firsts } = groups.cells[index] as SummedGroups['cells'][number]
    const count = counts[group] as number
    if (count === 0) return null
    const { column } = cells[index] as (typeof cells)[number]
    const sum = decimalText(large.get(group) ?? (millionths[group] as number))
    const [value, at] = [Exact.parse(sum), placeIn(firsts?.[group], column)]
    if (count > 1) return { value, decimals: decimalsIn(sum, '.'), text: null, at, count }
    const written = texts.get(group) ?? ''
    const isPlain = numberColumns.has(column) || (isMarked && written.startsWith(JSON_NUMBER))
    const text = isMarked ? written.slice(1) : written
    const notation = isPlain || mapping.writtenBy === 'program' ? null : mapping.notation
    return { value, decimals: decimalsIn(text, signsOf(notation ?? 'plain').decimals), text, at, count }
  }
  const rowsIn = (group: number): RowFigure => {
    const count = groups.rows[group] as number
    const at = placeIn(groups.firsts?.[group], undefined)
    return { value: Exact.of(BigInt(count)), decimals: 0, text: count === 1 ? '1' : null, at, count }
  }
  const placesIn = (group: number) => {
    const first = groups.firsts?.[group]
    return {
      at: placeIn(first, named.indicator),
      areaAt: named.area === undefined ? null : placeIn(first, named.area),
      periodAt: named.period === undefined ? null : placeIn(first, named.period),
    }
  }

  return {
    keys,
    cells: cells.map(({ column }) => column),
    rowOf: (group) => {
      const texts: string[] = []
      for (const [index, column] of keys.entries()) texts[column] = composed(keyText(groups, index, group))
      const stored = new Set(numberColumns)
      for (const [index, { column }] of cells.entries()) {
        // Rows that are not odd hold numbers that can be read, of which any will do.
        const text = groups.odd.get(group)?.[index] ?? (isMarked ? `${JSON_NUMBER}0` : '0')
        texts[column] = isMarked ? text.slice(1) : text
        if (isMarked && text.startsWith(JSON_NUMBER)) stored.add(column)
      }
      if (remarks.source !== undefined) texts[remarks.source] = sourceOf(group) ?? ''
      if (remarks.note !== undefined) texts[remarks.note] = noteOf(group) ?? ''
      const at = (column: number): Place => ({ file, line: 1, column: column + 1, length: 0 })
      return {
        texts,
        stored,
        isBlank: false,
        text: () => '',
        at: () => at(0),
        cell: (column) => ({ text: texts[column] ?? '', at: at(column) }),
      }
    },
    sumsOf: (group, key) => {
      const rows = groups.rows[group] as number
      const groupWith = (own: Partial<RowKey>, value: RowFigure | null): RowGroup => {
        const figures = new Map<TableFigure, RowFigure>()
        if (value) figures.set('value', value)
        for (const { field, index } of own.isYearBefore ? [] : shared) {
          const figure = sumIn(index, group)
          if (figure) figures.set(field, figure)
        }
        return {
          key: { ...key, ...own },
          state: null,
          mark: '',
          rows,
          figures,
          source: sourceOf(group),
          note: mapping.values.length > 1 ? null : noteOf(group),
          ...(ofFigures && value ? { at: value.at, areaAt: null, periodAt: null } : placesIn(group)),
        }
      }
      if (values.length === 0) return [groupWith({}, isCounted ? rowsIn(group) : null)]
      return values.flatMap(({ value, index }) => {
        const own = keyOfValue(value, key, mapping)
        return own ? [groupWith(own, sumIn(index, group))] : []
      })
    },
    oddOf: (group, ofOne) => {
      const rows = groups.rows[group] as number
      const first = groups.firsts?.[group]
      return ofOne.map((one) => {
        const figures = [...one.figures].map(([field, figure]): readonly [TableFigure, RowFigure] => {
          // The place of a figure of one of many rows is its column.
          const at = placeIn(first, isCounted && field === 'value' ? undefined : figure.at.column - 1)
          if (rows === 1) return [field, { ...figure, at }]
          const value = figure.value.times(Exact.of(BigInt(rows)))
          return [field, { value, decimals: value.decimals ?? 0, text: null, at, count: rows }]
        })
        const note = rows > 1 ? null : one.note
        return { ...one, rows, figures: new Map(figures), note, ...placesIn(group) }
      })
    },
  }
}

/** The text of a key as it stands in the rows of a group. */
export function keyText({ keys }: SummedGroups, key: number, group: number): string {
  const column = keys[key]
  return column?.texts[column.ids[group] as number] ?? ''
}

/** Plain decimal text of a number of millionths. */
function decimalText(millionths: number | bigint): string {
  const digits = String(millionths < 0 ? -millionths : millionths).padStart(DECIMALS + 1, '0')
  const decimals = withoutTrailing(digits.slice(-DECIMALS), '0')
  const whole = digits.slice(0, -DECIMALS)
  return `${millionths < 0 ? '-' : ''}${whole}${decimals && `.${decimals}`}`
}

const DECIMALS = 6

/** How many stand behind the point. */
function decimalsIn(text: string, points: string): number {
  const at = [...points].reduce((last, point) => Math.max(last, text.indexOf(point)), -1)
  return at < 0 ? 0 : text.length - at - 1
}
