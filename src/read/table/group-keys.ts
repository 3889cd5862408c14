import { cellId } from '../../model/plan.ts'
import {
  keyColumns,
  type RowSearch,
  type SummedGroups,
  type TableKeyField,
  type TableMapping,
} from '../../model/table.ts'
import { composed } from '../../model/text.ts'
import { keyFrom } from './cells.ts'
import type { RowKey } from './results.ts'

/** What groups are about, read once for each text and not for each of a million groups. */
export interface GroupKeys {
  /** Whether one of its texts cannot be read, or has its rows passed over. */
  readonly isOdd: (group: number) => boolean
  /** Texts whose rows are passed over, by the place of the key. */
  readonly passed: RowSearch['passed']
  readonly keyOf: (group: number) => RowKey
  /** The same for groups of the same texts. */
  readonly textsOf: (group: number) => Combination
  /** The same for groups that are about the same. */
  readonly meaningOf: (group: number) => Combination
  /** No two texts say the same, so that no two groups of different texts are about the same. */
  readonly areDistinct: boolean
}

/** One value for several numbers. */
export type Combination = number | string

export function groupKeys(groups: SummedGroups, mapping: TableMapping): GroupKeys {
  const fields = keyColumns(mapping).map((each) => ('field' in each ? each.field : each.breakdown))
  const columns = groups.keys.map(({ texts, ids }, index) => {
    return { ids, ...readTexts(texts, fields[index] as string, mapping) }
  })
  const { key: stated, passed: isPassed } = keyFrom(() => null, mapping)
  // Where no row says its period, all of them may be of another time.
  const arePassed = isPassed !== null && !mapping.columns.has('period')
  const readAs = <Field extends TableKeyField>(field: Field): ((group: number) => RowKey[Field]) => {
    const column = columns[fields.indexOf(field)]
    if (!column) return () => stated[field]
    const { ids, values } = column
    return (group) => values[ids[group] as number] as RowKey[Field]
  }
  const [indicator, area, period, basis] = [readAs('indicator'), readAs('area'), readAs('period'), readAs('basis')]
  const [status, standard, measured] = [readAs('status'), readAs('standard'), readAs('measured')]
  const [method, provider] = [readAs('method'), readAs('provider')]
  const groupsOf = columns.slice(columns.length - mapping.breakdowns.size)
  const cell = (group: number) =>
    cellId(
      area(group),
      groupsOf.flatMap(({ ids, values }) => (values[ids[group] as number] as string | null) ?? []),
    )
  return {
    isOdd: (group) => arePassed || columns.some(({ ids, isOdd }) => isOdd[ids[group] as number] === 1),
    passed: new Map(columns.flatMap(({ passed }, index) => (passed.length > 0 ? [[index, passed]] : []))),
    keyOf: (group) => ({
      indicator: indicator(group),
      area: groupsOf.length === 0 ? area(group) : cell(group),
      period: period(group),
      provider: provider(group),
      basis: basis(group),
      status: status(group),
      standard: standard(group),
      measured: measured(group),
      method: method(group),
    }),
    textsOf: combination(columns.map(({ ids, values }) => ({ ids, numbers: null, count: values.length }))),
    meaningOf: combination(columns.map(({ ids, meanings, count }) => ({ ids, numbers: meanings, count }))),
    areDistinct: columns.every(({ values, count }) => count === values.length),
  }
}

/** What each text says, and a number for that. */
function readTexts(texts: readonly string[], field: TableKeyField | string, mapping: TableMapping) {
  const isBreakdown = mapping.breakdowns.has(field)
  const values: RowKey[TableKeyField][] = []
  const passedTexts: string[] = []
  const isOdd = new Uint8Array(texts.length)
  const meanings = new Uint32Array(texts.length)
  const known = new Map<string, number>()
  // What is stated of the period holds for no row that says its own.
  const stated = mapping.columns.has('period') ? { ...mapping.stated, period: null } : mapping.stated
  const alone = { ...mapping, stated: isBreakdown ? { ...stated, area: null } : stated }
  for (const [id, text] of texts.entries()) {
    const { key, faults, passed } = keyFrom((asked) => (asked === field ? composed(text) : null), alone)
    const value = key[isBreakdown ? 'area' : (field as TableKeyField)]
    values.push(value)
    if (faults.has(field) || passed) isOdd[id] = 1
    if (passed) passedTexts.push(text)
    const said = saidBy(value)
    const meaning = known.get(said) ?? known.size
    known.set(said, meaning)
    meanings[id] = meaning
  }
  return { values, isOdd, passed: passedTexts, meanings, count: known.size }
}

/** Two periods are the same that have the same days, however they are written. */
function saidBy(value: RowKey[TableKeyField]): string {
  if (value === null) return ''
  return typeof value === 'string' ? `=${value}` : `${value.start}/${value.end}`
}

/** The digits of a number, each of a base of its own; a text where that would be no safe integer. */
function combination(
  columns: readonly { readonly ids: Uint32Array; readonly numbers: Uint32Array | null; readonly count: number }[],
): (group: number) => Combination {
  const digit = ({ ids, numbers }: (typeof columns)[number], group: number) => {
    const id = ids[group] as number
    return numbers ? (numbers[id] as number) : id
  }
  if (!Number.isSafeInteger(columns.reduce((product, { count }) => product * Math.max(1, count), 1))) {
    return (group) => columns.map((column) => digit(column, group)).join(' ')
  }
  return (group) => {
    let number = 0
    for (const column of columns) number = number * column.count + digit(column, group)
    return number
  }
}
