import type { Place } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { PassedOver, PassedReason, TableMapping } from '../../model/table.ts'
import { columnIndexes, columnsOf } from './columns.ts'
import type { RefusedRow, Table, TableRow } from './grid.ts'
import type { RefusedRows, RowFigure, RowGroup, TableRead } from './results.ts'
import { rowReader } from './row.ts'

/** Reads the rows of a small table; every figure knows its place. */
export function tableRead(table: Table, mapping: TableMapping): TableRead {
  const { rows, raggedRows, blankRows } = table
  const { indexes, problems } =
    table.problems.length > 0
      ? { indexes: new Map<string, number>(), problems: table.problems }
      : columnIndexes(table, columnsOf(mapping))
  const passed = passedOver()
  if (problems.length > 0) {
    return { groups: [], refused: [], refusals: [], equalRows: null, rows: 0, passed, problems }
  }
  passed.add('blank', blankRows)
  // Rows that are added up, or cannot be taken apart, or are not looked at, may have stood anywhere.
  const isInOrder = !mapping.isRegister && raggedRows.length === 0 && mapping.hidden !== 'skip'
  const reader = rowReader(indexes, mapping, isInOrder)
  const groups = new Map<string, RowGroup>()
  const refused: RefusedRows[] = raggedRows.map(() => unknownRow)
  const refusals: RefusedRow[] = [...raggedRows]
  const seen = new Set<string>()
  let equalCount = 0
  let firstEqual: Place | null = null
  const hiddenRows: TableRow[] = []
  for (const row of rows) {
    const read = reader(row)
    for (const mark of read.marks) passed.addMark(mark, 1)
    if ('passed' in read) passed.add(read.passed, 1)
    else if ('problems' in read) {
      refused.push(read.refused)
      refusals.push({ problems: read.problems, text: row.text() })
    } else {
      for (const group of read.groups) addTo(groups, group, mapping)
      if (!read.groups.some(saysAnything)) continue
      if (row.isHidden) hiddenRows.push(row)
      if (!mapping.isRegister) continue
      const text = row.line ?? JSON.stringify(row.texts)
      if (seen.has(text)) {
        equalCount++
        firstEqual ??= row.at()
      }
      seen.add(text)
    }
  }
  const lineOf = ({ problems }: RefusedRow) => problems[0]?.at?.line ?? 0
  const inOrder = refusals.sort((a, b) => lineOf(a) - lineOf(b))
  const remarks = new Set([mapping.columns.get('source')?.name, mapping.columns.get('note')?.name])
  return {
    groups: [...groups.values()],
    refused,
    refusals: inOrder,
    equalRows: firstEqual && { count: equalCount, at: firstEqual },
    hidden: mapping.hidden === null && groups.size > 0 ? hiddenCells(table, indexes, remarks, hiddenRows) : [],
    rows: rows.length + raggedRows.length + blankRows,
    passed,
    problems: [],
  }
}

/** Counts rows that are passed over, and texts that stand for "nothing reported". */
export function passedOver(): PassedOver & {
  readonly add: (why: PassedReason, rows: number) => void
  readonly addMark: (mark: string, rows: number) => void
} {
  const rows = { blank: 0, where: 0, code: 0, outside: 0 }
  const marks = new Map<string, number>()
  return {
    rows,
    marks,
    add: (why, count) => {
      rows[why] += count
    },
    addMark: (mark, count) => {
      marks.set(mark, (marks.get(mark) ?? 0) + count)
    },
  }
}

/** What is used though nobody who opens the workbook sees it: the sheet, columns that could change a figure, rows. */
export function hiddenCells(
  { header, hidden }: Table,
  indexes: ReadonlyMap<string, number>,
  remarks: ReadonlySet<string | undefined>,
  rows: readonly TableRow[],
): readonly Problem[] {
  if (!hidden) return []
  const used = header.filter(
    ({ text }, index) =>
      hidden.columns.has(index) && [...indexes].some(([name, at]) => at === index && !remarks.has(name)) && text !== '',
  )
  const told = (why: 'sheet' | 'columns' | 'rows', at: Place | undefined, count: number, which: string) => {
    return at ? [problem('hidden-cells', at, { why, count, which })] : []
  }
  const [first] = rows
  return [
    ...(hidden.sheet === null ? [] : told('sheet', header[0]?.at, 1, hidden.sheet)),
    ...told('columns', used[0]?.at, used.length, used.map(({ text }) => text).join(', ')),
    ...told('rows', first?.at(), rows.length, spans(rows.map((row) => row.at().line))),
  ]
}

/** Ascending numbers as `5–9, 12`; of many the first spans. */
function spans(numbers: readonly number[]): string {
  const found: [number, number][] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else found.push([number, number])
  }
  const told = found.slice(0, MOST_SPANS).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
  return `${told.join(', ')}${found.length > MOST_SPANS ? ', …' : ''}`
}

const MOST_SPANS = 10

function saysAnything({ figures, state }: RowGroup): boolean {
  return figures.size > 0 || state !== null
}

/** A row of which nothing is known. */
export const unknownRow: RefusedRows = { indicator: null, area: undefined, period: null, rows: 1 }

/** Rows of a register that are about the same are one group; a result stands by itself. */
function addTo(groups: Map<string, RowGroup>, group: RowGroup, { isRegister }: TableMapping): void {
  if (!isRegister) {
    groups.set(String(groups.size), group)
    return
  }
  const key = groupText(group)
  const before = groups.get(key)
  groups.set(key, before ? sumOf(before, group) : group)
}

/** A register in several files, one a month: rows that are about the same are added up wherever they stand. */
export function asOneRegister(
  parts: readonly Pick<TableRead, 'groups' | 'refused'>[],
): Pick<TableRead, 'groups' | 'refused'> {
  const [only, ...others] = parts
  if (only && others.length === 0) return only
  return {
    groups: addedUp(parts.flatMap(({ groups }) => [...groups])),
    refused: parts.flatMap(({ refused }) => refused),
  }
}

/** One of each groups that are about the same. */
export function addedUp(groups: Iterable<RowGroup>): readonly RowGroup[] {
  const byKey = new Map<string, RowGroup>()
  for (const group of groups) {
    const key = groupText(group)
    const before = byKey.get(key)
    byKey.set(key, before ? sumOf(before, group) : group)
  }
  return [...byKey.values()]
}

/** Equal for groups that are about the same. */
export function groupText({ key, state, mark }: Pick<RowGroup, 'key' | 'state' | 'mark'>): string {
  const { indicator, area, period, provider, basis, status, standard, measured, method, isYearBefore } = key
  const span = period && [period.start, period.end]
  const measurement = [standard, measured, method]
  return JSON.stringify([indicator, area, span, provider, basis, status, measurement, isYearBefore, state, mark])
}

/** Two groups that are about the same, as one. */
function sumOf(one: RowGroup, other: RowGroup): RowGroup {
  const figures = new Map(one.figures)
  for (const [field, figure] of other.figures) {
    const before = figures.get(field)
    figures.set(field, before ? sumOfFigures(before, figure) : figure)
  }
  return {
    ...one,
    rows: one.rows + other.rows,
    figures,
    source: one.source === other.source ? one.source : null,
  }
}

function sumOfFigures(one: RowFigure, other: RowFigure): RowFigure {
  const value = one.value.plus(other.value)
  return {
    value,
    decimals: value.decimals ?? 0,
    text: null,
    // Of two sums of an engine, the one that begins first may hold this figure in a later row.
    at: isBehind(one.at, other.at) ? other.at : one.at,
    count: one.count + other.count,
  }
}

/** In the order of one file. */
export function byPlace({ at: one }: RowGroup, { at: other }: RowGroup): number {
  return one.line - other.line || one.column - other.column
}

function isBehind(one: Place, other: Place): boolean {
  if (one.file !== other.file) return false
  return one.line > other.line || (one.line === other.line && one.column > other.column)
}
