import { Exact } from '../../model/exact.ts'
import type { Place } from '../../model/figure.ts'
import { type ObservationStatus, taskStates } from '../../model/observation.ts'
import { yearBefore } from '../../model/period.ts'
import { cellId, partsOfCell } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import {
  figureColumns,
  keyColumns,
  nothingReported,
  type PassedReason,
  type TableFigure,
  type TableKeyField,
  type TableMapping,
  type ValueColumn,
} from '../../model/table.ts'
import type { WrittenNumber } from '../number/number-text.ts'
import { idPattern } from '../schema/leaf.ts'
import { figureFromCell, isNothing, isOutside, keyFrom } from './cells.ts'
import { isDrawn, type TableRow } from './grid.ts'
import { indicatorsAbove } from './known.ts'
import { levelsHeld } from './levels.ts'
import type { RefusedRows, RowFigure, RowGroup, RowKey } from './results.ts'

/** One row: passed over, refused with what is wrong with it, or what it says: one group, or one a column of values. */
export type RowReading = { readonly marks: readonly string[] } & (
  | { readonly passed: PassedReason }
  | { readonly refused: RefusedRows; readonly problems: readonly Problem[] }
  | { readonly groups: readonly RowGroup[] }
)

/**
 * Reads rows by a mapping whose columns stand at `indexes`. `isInOrder`: they are all the rows of a table, from the first to
 * the last, and what stands above a row may say what it is about.
 */
export function rowReader(
  indexes: ReadonlyMap<string, number>,
  mapping: TableMapping,
  isInOrder = false,
): (row: TableRow) => RowReading {
  const above = isInOrder && mapping.known && mapping.known.shared.size > 0 ? indicatorsAbove(mapping.known) : null
  const heldBy = isInOrder && mapping.levels.length > 0 ? levelsHeld(mapping) : null
  const indexOf = (field: Parameters<TableMapping['columns']['get']>[0]) => {
    const column = mapping.columns.get(field)
    return column && indexes.get(column.name)
  }
  const keys = new Map(
    keyColumns(mapping).map((each) => ['field' in each ? each.field : each.breakdown, indexes.get(each.column.name)]),
  )
  const conditions = mapping.where.map((condition) => ({
    ...condition,
    index: indexes.get(condition.column.name) ?? -1,
  }))
  const figures = figureColumns(mapping).map((each) => ({ ...each, index: indexes.get(each.column.name) ?? -1 }))
  const values = figures.filter(({ value }) => value !== null)
  const others = figures.filter(({ value }) => value === null)
  const isSplit = mapping.values.length > 1
  const areColumns = (key: 'indicator' | 'area' | 'period' | 'group') =>
    mapping.values.some((each) => each[key] !== undefined)

  const isUnknownGroup = (faults: ReadonlyMap<string, unknown>) =>
    [...mapping.breakdowns.keys()].some((id) => faults.has(id))

  return (row) => {
    const marks: string[] = []
    const cellOf = (of: TableKeyField | string) => keys.get(of) ?? null
    const held = heldBy?.(keyTextAt(row, keys.get(mapping.levels[0] ?? '') ?? -1))
    const textOf = (of: TableKeyField | string) => {
      const index = cellOf(of)
      return index === null ? null : (held?.get(of) ?? keyTextAt(row, index))
    }
    const label = textOf('indicator')?.trim() ?? null
    const isLeftOut = conditions.some(({ index, texts, isNot }) => texts.includes(keyTextAt(row, index)) === isNot)
    if (isLeftOut && !above) return { passed: 'where', marks }
    if (!isLeftOut && (row.isBlank ?? row.texts.every((text) => /^ *$/.test(text)))) return { passed: 'blank', marks }
    const { key, faults, passed } = keyFrom(textOf, mapping, above?.idOf)
    above?.pass(label ?? '', faults.has('indicator') ? null : key.indicator)
    if (isLeftOut || passed) return { passed: isLeftOut ? 'where' : (passed as PassedReason), marks }
    const isUnknown = label !== null && !mapping.codes.indicator?.has(label) && !idPattern.test(key.indicator ?? '')
    if ((faults.size > 0 || isUnknown) && saysNothing(row, figures, mapping, isUnknown ? label : null)) {
      return { passed: 'blank', marks }
    }
    const problems: Problem[] = []
    for (const [field, fault] of faults) problems.push(fault(placeIn(row, cellOf(field))))
    const shared = figuresAt(row, others, key, mapping, problems, marks)
    reportMorePoorThanAll(shared.figures, problems)
    const [source, note] = [indexOf('source'), indexOf('note')]
    const groupOf = (own: Partial<RowKey>, read: ReturnType<typeof figuresAt>): RowGroup => ({
      key: { ...key, ...own, status: read.status ?? shared.status ?? key.status },
      state: read.state,
      mark: read.mark,
      rows: 1,
      // Only its own column holds what was a year before.
      figures: new Map(own.isYearBefore ? read.figures : [...read.figures, ...shared.figures]),
      source: textAt(row, source),
      note: isSplit ? null : textAt(row, note),
      at: placeIn(row, cellOf('indicator')),
      areaAt: placeOrNull(row, cellOf('area')),
      periodAt: placeOrNull(row, cellOf('period')),
    })
    const counted = { figures: new Map([['value' as const, oneRow(row.at())]]), state: null, mark: '', status: null }
    const nothing = { figures: new Map<TableFigure, RowFigure>(), state: null, mark: '', status: null }
    const groups =
      values.length === 0
        ? [groupOf({}, mapping.isCounted ? counted : nothing)]
        : values.flatMap((column) => {
            const own = keyOfValue(column.value as ValueColumn, key, mapping)
            return own ? [groupOf(own, figuresAt(row, [column], { ...key, ...own }, mapping, problems, marks))] : []
          })
    if (problems.length === 0) return groups.length > 0 ? { groups, marks } : { passed: 'outside', marks }
    const refused: RefusedRows = {
      indicator: faults.has('indicator') || areColumns('indicator') ? null : key.indicator,
      area:
        faults.has('area') || areColumns('area') || areColumns('group') || isUnknownGroup(faults)
          ? undefined
          : key.area,
      period: faults.has('period') || areColumns('period') ? null : key.period,
      rows: 1,
    }
    return { problems, refused, marks }
  }
}

/** What the values of a column are about, beyond what their rows say; null: of a time that is passed over. */
export function keyOfValue(
  { indicator, area, period, group, isYearBefore }: ValueColumn,
  key: RowKey,
  mapping: TableMapping,
): Partial<RowKey> | null {
  if (period && isOutside(period, mapping)) return null
  const time = period ?? key.period
  const cell = () => {
    const own = partsOfCell(key.area)
    return cellId(area === undefined ? own.area : area, [...own.groups, ...(group ? [group] : [])])
  }
  return {
    ...(indicator !== undefined && { indicator }),
    ...((area !== undefined || group) && { area: cell() }),
    ...(time && { period: isYearBefore ? yearBefore(time) : time }),
    ...(isYearBefore && { isYearBefore }),
  }
}

interface FigureColumn {
  readonly field: TableFigure
  readonly index: number
}

/**
 * No cell of figures holds anything: such a row is a heading if nobody knows what it is about. Where its `label` names no
 * indicator, it may hold a remark there: who signed the table, and when.
 */
function saysNothing(
  { texts }: TableRow,
  figures: readonly FigureColumn[],
  { isCounted, missing }: TableMapping,
  label: string | null,
): boolean {
  const isRemark = (text: string) => {
    const isFree =
      /\p{L}{2}/u.test(text) && !isNothing(text, { missing }) && !taskStates.some((state) => state === text)
    if (isDrawn(text)) return label !== null && isDrawn(label)
    return isFree && (!/\d/.test(text) || (label === '' && /^\p{L}/u.test(text)) || DAY_OF_SIGNING.test(text))
  }
  return (
    !isCounted &&
    figures.every(({ index }) => {
      const text = (texts[index] ?? '').trim()
      return text === '' || (label !== null && isRemark(text))
    })
  )
}

const DAY_OF_SIGNING = /^\p{L}.{0,200}tháng.{1,9}năm/iu

function figuresAt(
  row: TableRow,
  columns: readonly FigureColumn[],
  { indicator }: RowKey,
  mapping: TableMapping,
  problems: Problem[],
  marks: string[],
) {
  const figures = new Map<TableFigure, RowFigure>()
  let state: string | null = null
  let mark = ''
  let status: ObservationStatus | null = null
  for (const { field, index } of columns) {
    const text = row.texts[index] ?? ''
    const read = figureFromCell(text, field, mapping, row.stored?.has(index), indicator)
    if (typeof read === 'object' && read.status) status = read.status
    if (typeof read === 'function') problems.push(read(row.cell(index).at))
    else if ('state' in read) state = read.state
    else if ('missing' in read) {
      if (!nothingReported.has(read.missing)) marks.push(read.missing)
    } else {
      figures.set(field, figureOf(read, text, row.cell(index).at))
      if (field === 'value') mark = read.mark === 'percent' ? '%' : (read.currency ?? '')
    }
  }
  return { figures, state, mark, status }
}

function figureOf({ value, decimals, isDay }: WrittenNumber & { isDay?: true }, text: string, at: Place): RowFigure {
  return { value, decimals, text, at, count: 1, ...(isDay && { isDay }) }
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
