import { Exact } from '../../model/exact.ts'
import type { Place } from '../../model/figure.ts'
import type { TaskState } from '../../model/observation.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { type TableFigure, type TableKeyField, type TableMapping, tableFigures } from '../../model/table.ts'
import type { WrittenNumber } from '../number/number-text.ts'
import { type CellFault, figureFromCell, keyFrom } from './cells.ts'
import type { TableRow } from './csv-rows.ts'
import type { RefusedRows, RowFigure, RowGroup, RowKey } from './results.ts'

/** One row: passed over (null), refused with what is wrong with it, or what it says: one group, or one an area. */
export type RowReading =
  | null
  | { readonly refused: RefusedRows; readonly problems: readonly Problem[] }
  | { readonly groups: readonly RowGroup[] }

/** Reads rows by a mapping whose columns stand at `indexes`. */
export function rowReader(indexes: ReadonlyMap<string, number>, mapping: TableMapping): (row: TableRow) => RowReading {
  const indexOf = (field: Parameters<TableMapping['columns']['get']>[0]) => {
    const column = mapping.columns.get(field)
    return column && indexes.get(column.name)
  }
  const conditions = mapping.where.map(({ column, equals }) => ({ index: indexes.get(column.name) ?? -1, equals }))
  const values = valueColumns(indexes, mapping)
  const others = tableFigures.flatMap((field) => {
    const index = field === 'value' ? undefined : indexOf(field)
    return index === undefined ? [] : [{ field, index }]
  })

  return (row) => {
    if (conditions.some(({ index, equals }) => keyTextAt(row, index) !== equals)) return null
    const cellOf = (field: TableKeyField) => {
      const index = indexOf(field)
      return index === undefined ? null : index
    }
    const textOf = (field: TableKeyField) => {
      const index = cellOf(field)
      return index === null ? null : keyTextAt(row, index)
    }
    const { key, faults } = keyFrom(textOf, mapping)
    const problems: Problem[] = []
    for (const [field, fault] of faults) problems.push(fault(placeIn(row, cellOf(field))))
    const shared = figuresAt(row, others, mapping, problems)
    reportMorePoorThanAll(shared.figures, problems)
    const groups = values.map(({ area, index }): RowGroup => {
      const { figures, state, isPercent } = mapping.isCounted
        ? { figures: new Map([['value', oneRow(row.at())] as const]), state: null, isPercent: false }
        : figuresAt(row, index === null ? [] : [{ field: 'value', index }], mapping, problems)
      const source = indexOf('source')
      const note = indexOf('note')
      return {
        key: area === null ? key : { ...key, area },
        state,
        isPercent,
        rows: 1,
        figures: new Map([...figures, ...shared.figures]),
        source: textAt(row, source),
        note: mapping.areaColumns.size > 0 ? null : textAt(row, note),
        at: placeIn(row, cellOf('indicator')),
        areaAt: placeOrNull(row, cellOf('area')),
        periodAt: placeOrNull(row, cellOf('period')),
      }
    })
    if (problems.length === 0) return { groups }
    return { problems, refused: refusedRow(key, faults, mapping) }
  }
}

/** In which column the values stand, and of which area they are; one an area in a wide table. */
function valueColumns(indexes: ReadonlyMap<string, number>, { areaColumns, columns }: TableMapping) {
  if (areaColumns.size > 0) {
    return [...areaColumns].map(([area, { name }]) => ({ area, index: indexes.get(name) ?? null }))
  }
  const value = columns.get('value')
  return [{ area: null, index: value ? (indexes.get(value.name) ?? null) : null }]
}

function figuresAt(
  row: TableRow,
  columns: readonly { readonly field: TableFigure; readonly index: number }[],
  mapping: TableMapping,
  problems: Problem[],
) {
  const figures = new Map<TableFigure, RowFigure>()
  let state: TaskState | null = null
  let isPercent = false
  for (const { field, index } of columns) {
    const text = row.texts[index] ?? ''
    const written = row.plainNumbers?.has(index) ? { ...mapping, notation: 'plain' as const } : mapping
    const read = figureFromCell(text, field, written, row.jsonNumbers?.has(index))
    if (read === null) continue
    if (typeof read === 'function') problems.push(read(row.cell(index).at))
    else if ('state' in read) state = read.state
    else {
      figures.set(field, figureOf(read, text, row.cell(index).at))
      if (field === 'value') isPercent = read.mark === 'percent'
    }
  }
  return { figures, state, isPercent }
}

function figureOf({ value, decimals }: WrittenNumber, text: string, at: Place): RowFigure {
  return { value, decimals, text, at, count: 1 }
}

function oneRow(at: Place): RowFigure {
  return { value: Exact.ONE, decimals: 0, text: '1', at, count: 1 }
}

function reportMorePoorThanAll(figures: ReadonlyMap<TableFigure, RowFigure>, problems: Problem[]): void {
  const [poor, households] = [figures.get('poor'), figures.get('households')]
  if (!poor || !households || !poor.value.isAbove(households.value)) return
  const args = { written: poor.text ?? '', expected: 'at-most-households', suggestion: null } as const
  problems.push(problem('bad-value', poor.at, args))
}

/** What is known of a row that is refused. */
function refusedRow(
  { indicator, area, period }: RowKey,
  faults: ReadonlyMap<TableKeyField, CellFault>,
  { areaColumns }: TableMapping,
): RefusedRows {
  return {
    indicator: faults.has('indicator') ? null : indicator,
    area: faults.has('area') || areaColumns.size > 0 ? undefined : area,
    period: faults.has('period') ? null : period,
    rows: 1,
  }
}

/** Of a cell that says what the row is about. */
function keyTextAt({ texts, merged }: TableRow, index: number): string {
  return texts[index] || merged?.get(index) || ''
}

function textAt(row: TableRow, index: number | undefined): string | null {
  return index === undefined ? null : row.texts[index] || null
}

function placeIn(row: TableRow, index: number | null): Place {
  return index === null ? row.at() : row.cell(index).at
}

function placeOrNull(row: TableRow, index: number | null): Place | null {
  return index === null ? null : row.cell(index).at
}
