import type { PassedOver, RowSearch, SummedGroups, TableMapping, TableSums } from '../../model/table.ts'
import { type Combination, type GroupKeys, groupKeys } from './group-keys.ts'
import type { RefusedRows, RowGroup } from './results.ts'
import { rowReader } from './row.ts'
import { addedUp, passedOver } from './rows.ts'
import { keyText, type SummedRows, summedRows, type TableColumns } from './summed-rows.ts'

/** What the rows come to that an engine took together, and which of them it has to find again. */
export interface ReadSums {
  /** Made anew whenever they are gone through: a million of them are not held. */
  readonly groups: Iterable<RowGroup>
  readonly refused: readonly RefusedRows[]
  readonly passed: PassedOver
  /** What rows were refused for, and how those are known that are passed over. */
  readonly search: Omit<RowSearch, 'most'>
  /** Whether several rows have one key, where each row is a result of its own: these rows are not among the groups. */
  readonly hasRepeated: boolean
}

/**
 * Reads the groups of an engine by the rules for rows. Odd ones, and those with a key that cannot be read, are read as if
 * each were a row; the others hold nothing but keys and numbers. `isEachRow`: each group is one row. It stops from time to
 * time, and says how much of it is done, from 0 to 1.
 */
export function* readSums(
  { groups }: TableSums,
  mapping: TableMapping,
  columns: TableColumns,
  isEachRow = false,
): Generator<number, ReadSums> {
  const reader = rowReader(columns.indexes, { ...mapping, where: [] })
  const passed = passedOver()
  passed.add('where', groups.left.where)
  passed.add('blank', groups.left.blank)
  const rows = summedRows(groups, mapping, columns)
  const keys = groupKeys(groups, mapping)
  const refused: RefusedRows[] = []
  const bad = { keys: new Map<number, Set<string>>(), cells: new Map<number, Set<string>>() }
  const tooPoor: (readonly string[])[] = []
  const odd = new Map<number, readonly RowGroup[]>()
  const read: number[] = []
  const all = inOrder(groups)
  for (const [done, group] of all.entries()) {
    if (done % GROUPS_AT_ONCE === GROUPS_AT_ONCE - 1) yield done / all.length
    if (!groups.odd.has(group) && !keys.isOdd(group)) {
      read.push(group)
      continue
    }
    const reading = reader(rows.rowOf(group))
    const count = groups.rows[group] as number
    for (const mark of reading.marks) passed.addMark(mark, count)
    if ('passed' in reading) {
      passed.add(reading.passed, count)
      continue
    }
    if ('groups' in reading) {
      read.push(group)
      odd.set(group, rows.oddOf(group, reading.groups))
      continue
    }
    const filled = groups.odd.has(group) || mapping.isCounted ? count : (groups.filled[group] as number)
    passed.add('blank', count - filled)
    if (filled === 0) continue
    refused.push({ ...reading.refused, rows: filled })
    for (const found of reading.problems) {
      // The place of a cell that stands for many is its column.
      const column = (found.at?.column ?? 0) - 1
      if (found.code === 'bad-value' && found.args.expected === 'at-most-households') {
        tooPoor.push(groups.odd.get(group) ?? [])
      } else noteBad(column, group, groups, rows, bad)
    }
  }
  const rowGroups = (group: number) => odd.get(group) ?? rows.sumsOf(group, keys.keyOf(group))
  const saysAnything = (group: number) => {
    if (!odd.has(group) && !mapping.isCounted) return groups.cells.some(({ counts }) => (counts[group] as number) > 0)
    return rowGroups(group).some(({ figures, state }) => figures.size > 0 || state !== null)
  }
  const single = mapping.isRegister || isEachRow ? null : withoutRepeated(read, groups, keys, saysAnything)
  const isSummed = mapping.isRegister && (odd.size > 0 || !keys.areDistinct)
  const told = isSummed ? together(read, keys, rowGroups) : eachOf(single?.groups ?? read, rowGroups)
  return {
    groups: told,
    refused,
    passed,
    search: { keys: listsOf(bad.keys), cells: listsOf(bad.cells), rows: tooPoor, passed: keys.passed },
    hasRepeated: single?.hasRepeated ?? false,
  }
}

const GROUPS_AT_ONCE = 5000

/** The rows whose places are asked for, ascending. */
export function firstRows({ groups }: TableSums): readonly number[] {
  const numbers = new Set<number>()
  for (const firsts of [groups.firsts, ...groups.cells.map((cell) => cell.firsts)]) {
    for (const first of firsts ?? []) if (!Number.isNaN(first)) numbers.add(first)
  }
  return [...numbers].sort((a, b) => a - b)
}

/** By their first rows, where these are known. */
function inOrder({ length, firsts }: SummedGroups): Uint32Array {
  const all = Uint32Array.from({ length }, (_, group) => group)
  return firsts ? all.sort((a, b) => (firsts[a] as number) - (firsts[b] as number)) : all
}

/** Without rows that have a key in common with another one, unless all others with it were refused or say nothing. */
function withoutRepeated(
  read: readonly number[],
  { length, rows }: SummedGroups,
  { textsOf }: GroupKeys,
  saysAnything: (group: number) => boolean,
): { readonly groups: readonly number[]; readonly hasRepeated: boolean } {
  const seen = new Set<Combination>()
  const doubtful = new Set<Combination>()
  for (let group = 0; group < length; group++) {
    const texts = textsOf(group)
    if ((rows[group] as number) > 1 || seen.has(texts)) doubtful.add(texts)
    seen.add(texts)
  }
  if (doubtful.size === 0) return { groups: read, hasRepeated: false }
  const held = new Map<Combination, number>()
  for (const group of read) {
    const texts = textsOf(group)
    if (doubtful.has(texts) && saysAnything(group)) held.set(texts, (rows[group] as number) + (held.get(texts) ?? 0))
  }
  const isRepeated = (group: number) => (held.get(textsOf(group)) ?? 0) > 1 && saysAnything(group)
  return { groups: read.filter((group) => !isRepeated(group)), hasRepeated: [...held.values()].some((all) => all > 1) }
}

function eachOf(read: readonly number[], rowGroups: (group: number) => readonly RowGroup[]): Iterable<RowGroup> {
  return {
    *[Symbol.iterator]() {
      for (const group of read) yield* rowGroups(group)
    },
  }
}

/** Groups that are about the same are added up: those of texts that say the same, and odd rows with others. */
function together(
  read: readonly number[],
  { meaningOf }: GroupKeys,
  rowGroups: (group: number) => readonly RowGroup[],
): Iterable<RowGroup> {
  const firstOf = new Map<Combination, number>()
  const others = new Map<number, number[]>()
  for (const group of read) {
    const meaning = meaningOf(group)
    const first = firstOf.get(meaning)
    if (first === undefined) firstOf.set(meaning, group)
    else others.set(first, [...(others.get(first) ?? []), group])
  }
  return {
    *[Symbol.iterator]() {
      for (const group of firstOf.values()) {
        const more = others.get(group)
        if (more) yield* addedUp([group, ...more].flatMap(rowGroups))
        else yield* rowGroups(group)
      }
    },
  }
}

function noteBad(
  column: number,
  group: number,
  groups: SummedGroups,
  { keys, cells }: SummedRows,
  bad: { readonly keys: Map<number, Set<string>>; readonly cells: Map<number, Set<string>> },
): void {
  const add = (to: Map<number, Set<string>>, index: number, text: string) => {
    const texts = to.get(index) ?? new Set()
    to.set(index, texts.add(text))
  }
  const key = keys.indexOf(column)
  if (key >= 0) {
    add(bad.keys, key, keyText(groups, key, group))
    return
  }
  for (const [index, each] of cells.entries()) {
    if (each === column) add(bad.cells, index, groups.odd.get(group)?.[index] ?? '')
  }
}

function listsOf(sets: ReadonlyMap<number, ReadonlySet<string>>): ReadonlyMap<number, readonly string[]> {
  return new Map([...sets].map(([index, texts]) => [index, [...texts]]))
}
