import {
  figureColumns,
  keyColumns,
  missingMarks,
  nothingReported,
  type RowSearch,
  signedFigures,
} from '../model/table.ts'
import { decomposed } from '../model/text.ts'
import type { DatabaseTable } from './database.ts'
import type { DatabaseColumn, Dialect, Levels, Selection, Statement, Value } from './dialect.ts'
import type { EngineQuery } from './engine.ts'
import { mayLeaveRows } from './sql.ts'
import { plainDigits, textShape } from './sql-numbers.ts'

/*
 * What is asked of a server that holds a register, in the words of its dialect: the same questions as DuckDB is asked of a
 * file, with the same columns in the answer.
 */

/**
 * Careful statements look at each number, and set rows apart in which one is not written as most are. The others are
 * sooner answered, and their sums say that there is such a row: they are no numbers, or have too many decimals.
 */
export function databaseStatements(dialect: Dialect, table: DatabaseTable, query: EngineQuery, isCareful: boolean) {
  const { mapping, indexes, asksBlank } = query
  const v = prefixFor(table)
  const state = `${v}state`
  const values: Value[] = []
  const columnAt = (index: number) => table.columns[index] as DatabaseColumn
  const rawAt = (index: number) => dialect.identifier(columnAt(index).name)
  const nameAt = (index: number) => (dialect.isFlat ? rawAt(index) : `${v}c${index}`)
  const textAt = (index: number) => dialect.text(columnAt(index), nameAt(index))
  const indexOf = (name: string | undefined) => indexes.get(name ?? '') ?? 0
  const isOneOf = (sql: string, texts: readonly string[]) => dialect.isOneOf(sql, texts, values)

  const keys = keyColumns(mapping).map((each, index) => {
    const at = indexOf(each.column.name)
    const days = 'field' in each && each.field === 'period' ? (mapping.periodBy?.period ?? null) : null
    const [name, group] = [`${v}k${index}`, `${v}g${index}`]
    const textOf = (sql: string) => dialect.keyText(columnAt(at), sql, days)
    return { name, group, sql: dialect.key(columnAt(at), nameAt(at), days), textOf }
  })
  const cells = figureColumns(mapping).map(({ field, column: named }, index) => {
    const at = indexOf(named.name)
    const column = columnAt(at)
    const [raw, text, isOne, value] = [nameAt(at), `${v}x${index}`, `${v}s${index}`, `${v}d${index}`]
    const [isFilled, odd] = [`${v}h${index}`, `${v}o${index}`]
    const number = isCareful ? null : dialect.number(column, raw)
    const isLooked = number === null && (isCareful || dialect.numberUnlessOdd === null)
    return { field, column, at, raw, text, isOne, value, isFilled, odd, number, isLooked }
  })
  const unread = cells.filter(({ number }) => number === null)
  const looked = cells.filter(({ isLooked }) => isLooked)
  const remarks = (['source', 'note'] as const).filter((field) => mapping.columns.has(field))
  const isAsking = mayLeaveRows(query)

  const isSimple = ({ column, text, field }: (typeof cells)[number]): string => {
    const isStored = column.kind === 'number'
    const shape = isStored ? STORED : textShape(field, mapping.writtenBy === 'program' ? 'plain' : mapping.notation)
    const missing = (mapping.missing ?? []).filter((each) => /^[-\d.,]+$/.test(each))
    const conditions = [
      dialect.matches(text, `^(?:${shape})$`),
      ...(isStored && !signedFigures.has(field) ? [`NOT ${dialect.matches(text, '^-')}`] : []),
      ...(missing.length > 0 ? [`NOT ${isOneOf(text, missing)}`] : []),
      ...(mapping.writtenBy === 'program' && !isStored ? [`${dialect.length(text)} <= 15`] : []),
    ]
    return conditions.join(' AND ')
  }
  const valueSql = ({ column, text, isOne }: (typeof cells)[number]): string => {
    const isPlain = column.kind === 'number' || mapping.writtenBy === 'program'
    const plain = plainDigits(text, isPlain ? 'plain' : mapping.notation, dialect.replaced)
    return isCareful || !dialect.numberUnlessOdd
      ? dialect.numberOf(plain, isOne)
      : dialect.numberUnlessOdd(plain, isOne)
  }
  const oddRows = (): readonly string[] => {
    const [poor, households] = ['poor', 'households'].map((field) => cells.find((cell) => cell.field === field))
    const amount = (cell: (typeof cells)[number]) => cell.number ?? cell.value
    return [
      ...looked.map(({ isFilled, isOne }) => `${isFilled} AND NOT (${isOne})`),
      ...cells.flatMap(({ field, number, raw }) => (number && !signedFigures.has(field) ? [`${raw} < 0`] : [])),
      ...(poor && households
        ? [`${poor.isFilled} AND ${households.isFilled} AND ${amount(poor)} > ${amount(households)}`]
        : []),
    ]
  }
  const odd = oddRows()
  // A statement that groups by nothing answers where there are no rows.
  const hasState = isAsking || odd.length > 0 || keys.length === 0
  const stateOf = (): string => {
    const asked = mapping.where.map(({ column, texts, isNot }) => {
      const forms = [...new Set(texts.flatMap((text) => [text, decomposed(text)]))]
      return `${isNot ? 'NOT ' : ''}${isOneOf(textAt(indexOf(column.name)), forms)}`
    })
    const nothing = table.columns.map((_, index) => `${dialect.trimmed(textAt(index))} = ''`)
    const whens = [
      ...(asked.length > 0 ? [`WHEN NOT (${asked.join(' AND ')}) THEN 1`] : []),
      ...(asksBlank ? [`WHEN ${nothing.join(' AND ') || TRUE} THEN 2`] : []),
      ...(odd.length > 0 ? [`WHEN ${odd.map((sql) => `(${sql})`).join(' OR ')} THEN 3`] : []),
    ]
    return whens.length > 0 ? `CASE ${whens.join(' ')} ELSE 0 END` : '0'
  }
  /** With the columns that tell rows apart. */
  const asked = table.columns.flatMap(({ isKey }, index) =>
    isKey || [...indexes.values()].includes(index) ? [index] : [],
  )
  const named = (isAll: boolean) => (isAll || asksBlank ? table.columns.map((_, index) => index) : asked)
  const levels = (isAll: boolean): Levels => {
    const remarkOf = (field: 'source' | 'note') => {
      const text = textAt(indexOf(mapping.columns.get(field)?.name))
      return [`${v}${field}`, field === 'source' ? dialect.composed(text) : text] as const
    }
    const masked = (sql: string) => (isAsking ? `CASE WHEN ${state} IN (0, 3) THEN ${sql} END` : sql)
    return [
      dialect.isFlat ? [] : named(isAll).map((index) => [nameAt(index), rawAt(index)]),
      [
        ...keys.map(({ name, sql }) => [name, sql] as const),
        ...unread.map(({ text, at }) => [text, textAt(at)] as const),
        ...remarks.map(remarkOf),
      ],
      unread.map((cell) => [cell.isOne, isSimple(cell)]),
      [
        ...cells.map(
          ({ isFilled, number, raw, text }) => [isFilled, number ? `${raw} IS NOT NULL` : `${text} <> ''`] as const,
        ),
        ...unread.map((cell) => [cell.value, valueSql(cell)] as const),
      ],
      hasState ? [[state, stateOf()]] : [],
      [
        ...keys.map(({ group, name }) => [group, masked(name)] as const),
        ...(odd.length > 0
          ? cells.map((cell) => [cell.odd, `CASE WHEN ${state} = 3 THEN ${oddText(cell)} ELSE '' END`] as const)
          : []),
      ],
    ]
  }
  const oddText = ({ number, text, at }: (typeof cells)[number]) => (number ? textAt(at) : text)
  const select = (selection: Omit<Selection, 'relation' | 'levels'>, isAll = false): Statement => ({
    sql: dialect.select({ relation: table.relation, levels: levels(isAll), ...selection }),
    values,
  })

  const isRead = ({ passed }: RowSearch) => [
    ...(isAsking ? [`${state} NOT IN (1, 2)`] : []),
    ...[...passed].map(([index, texts]) => `NOT ${isKey(index, texts)}`),
  ]
  const isKey = (index: number, texts: readonly string[]) => {
    const key = keys[index]
    return key ? isOneOf(key.textOf(key.name), texts) : FALSE
  }
  const isCell = (index: number, texts: readonly string[]) => isOneOf(cells[index]?.text ?? `''`, texts)
  const isSought = (search: RowSearch) => {
    const byKey = [...search.keys].map(([index, texts]) => isKey(index, texts))
    const empty = cells.map(({ text }) => `${dialect.trimmed(text)} = ''`).join(' AND ')
    const conditions = [
      ...(byKey.length > 0 ? [`(${byKey.join(' OR ')}) AND NOT (${mapping.isCounted ? FALSE : empty || TRUE})`] : []),
      ...[...search.cells].map(([index, texts]) => isCell(index, texts)),
      ...search.rows.map((texts) => texts.map((text, index) => isCell(index, [text])).join(' AND ')),
    ]
    return `(${conditions.map((sql) => `(${sql})`).join(' OR ') || FALSE})`
  }
  /** Rows with a figure that are not sought. */
  const others = (search: RowSearch) => {
    const nothing = [...nothingReported, ...(mapping.missing ?? missingMarks)]
    // Only what stands in the statement takes values along.
    const says = mapping.isCounted
      ? []
      : [`NOT (${cells.map(({ text }) => isOneOf(dialect.trimmed(text), nothing)).join(' AND ') || TRUE})`]
    return [...isRead(search), ...says, `NOT ${isSought(search)}`].join(' AND ')
  }
  const rows = asked.map(textAt)

  return {
    /** The numbers of the columns that rows are handed out with. */
    asked,
    sums: (): Statement => {
      const isEachRow = query.asks === 'each-row'
      const count = (sql: string) => (isEachRow ? `CASE WHEN ${sql} THEN 1 ELSE 0 END` : dialect.count(sql))
      const [least, greatest] = isEachRow ? [itself, itself] : [dialect.least, dialect.greatest]
      const columns = [
        ...(isAsking ? [`CASE WHEN ${state} = 3 THEN 0 ELSE ${state} END`] : []),
        ...keys.map(({ group, textOf }) => textOf(group)),
        isEachRow ? '1' : 'count(*)',
        ...(cells.length > 1 ? [count(cells.map(({ isFilled }) => isFilled).join(' OR '))] : []),
        ...remarks.map((field) => {
          const isOne = field === 'source' ? `${least(v + field)} = ${greatest(v + field)}` : 'count(*) = 1'
          return isEachRow ? v + field : `CASE WHEN ${isOne} THEN ${least(v + field)} ELSE '' END`
        }),
        ...cells.flatMap(({ number, value, odd: text, text: written, isFilled }) => {
          const sum = dialect.asText(isEachRow ? (number ?? value) : `sum(${number ?? value})`)
          return [
            odd.length > 0 ? `CASE WHEN ${state} = 3 THEN ${text} END` : 'NULL',
            sum,
            count(isFilled),
            `CASE WHEN ${count(isFilled)} = 1 THEN ${number ? sum : greatest(written)} END`,
          ]
        }),
      ]
      const groups = [
        ...(hasState ? [state] : []),
        ...keys.map(({ group }) => group),
        ...(odd.length > 0 ? cells.map((cell) => cell.odd) : []),
      ]
      return select({ columns, ...(!isEachRow && { groupBy: groups }) })
    },
    rows: (search: RowSearch): Statement =>
      select({
        columns: rows,
        where: [...isRead(search), isSought(search)].join(' AND '),
        orderBy: rows,
        limit: search.most,
      }),
    repeatedKeys: (search: RowSearch, most: number): Statement => {
      const columns = keys.map(({ name, textOf }) => textOf(name))
      const groupBy = keys.map(({ name }) => name)
      return select({ columns, where: others(search), groupBy, having: 'count(*) > 1', orderBy: columns, limit: most })
    },
    rowsOfKey: (search: RowSearch, key: readonly string[]): Statement => {
      const isOfKey = keys.map((_, index) => isKey(index, [key[index] ?? '']))
      return select({ columns: rows, where: [others(search), ...isOfKey].join(' AND '), orderBy: rows, limit: 2 })
    },
    /** How many rows are equal to one before them: each row of the answer is a number of them. */
    equalRows: (search: RowSearch): Statement => {
      const all = table.columns.map((_, index) => dialect.composed(textAt(index)))
      return select({ columns: ['count(*) - 1'], where: others(search), groupBy: all, having: 'count(*) > 1' }, true)
    },
  }
}

const itself = (sql: string) => sql

const TRUE = '1 = 1'
const FALSE = '1 = 0'

/** A number as servers write it: up to twelve digits before the point, and six behind it that are not zeros. */
const STORED = '-?[0-9]{1,12}(?:[.][0-9]{0,6}0*)?'

/** Something that the name of no column begins with. */
function prefixFor({ columns }: DatabaseTable): string {
  let prefix = 'v_'
  while (columns.some(({ name }) => name.toLowerCase().startsWith(prefix))) prefix += '_'
  return prefix
}
