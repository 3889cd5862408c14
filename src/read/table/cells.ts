import type { Place } from '../../model/figure.ts'
import { countedThings } from '../../model/indicator.ts'
import { bases, observationStatuses, type TaskState, taskStates } from '../../model/observation.ts'
import { formatDay, type Period, parseDay, parsePeriod, periodFrom } from '../../model/period.ts'
import { type Problem, type ProblemArguments, type ProblemCode, problem } from '../../model/problem.ts'
import { closest } from '../../model/suggestion.ts'
import {
  type DateOrder,
  MOST_TABLE_DECIMALS,
  MOST_TABLE_DIGITS,
  type TableFigure,
  type TableKeyField,
  type TableMapping,
  type TablePeriod,
  WHOLE,
} from '../../model/table.ts'
import { LONGEST_TEXT } from '../../model/text.ts'
import { isFault, jsonNumberFrom, numberFrom, type WrittenNumber } from '../number/number-text.ts'
import type { RowKey } from './results.ts'

/*
 * What single cells of a table say. Large tables are read by an engine that has to come to the same: what it cannot
 * know, or finds wrong, is read here.
 */

/** What is wrong with a cell, told where its place is known. */
export type CellFault = (at: Place) => Problem

function fault<Code extends ProblemCode>(code: Code, args: ProblemArguments[Code]): CellFault {
  return (at) => problem(code, at, args)
}

export interface ReadKey {
  /** What of it could be read; the rest is as if nothing were stated. */
  readonly key: RowKey
  readonly faults: ReadonlyMap<TableKeyField, CellFault>
}

/** What a row is about; `textOf` gives the text of a column, and null where the table has none of that kind. */
export function keyFrom(textOf: (field: TableKeyField) => string | null, mapping: TableMapping): ReadKey {
  const { stated, codes } = mapping
  const faults = new Map<TableKeyField, CellFault>()
  const given = <Value>(field: TableKeyField, read: (text: string) => Value | CellFault): Value | null => {
    const text = textOf(field)
    if (text === null || (text === '' && !isRead(field, mapping))) return null
    const value = tooLong(text) ?? read(text)
    if (typeof value !== 'function') return value
    faults.set(field, value as CellFault)
    return null
  }
  const key = {
    indicator: given('indicator', (text) => idFrom(text, 'indicator', codes.indicator, mapping)) ?? stated.indicator,
    area: areaFrom(
      given('area', (text) => idFrom(text, 'area', codes.area, mapping)),
      stated.area,
    ),
    period: given('period', (text) => periodOf(text, mapping)) ?? stated.period,
    basis: given('basis', (text) => wordFrom(text, bases)) ?? stated.basis,
    status: given('status', (text) => wordFrom(text, observationStatuses)) ?? stated.status,
    standard: given('standard', (text) => text),
    measured: given('measured', (text) => wordFrom(text, countedThings)),
    method: given('method', (text) => text),
  }
  return { key, faults }
}

function tooLong(text: string): CellFault | null {
  return text.length > LONGEST_TEXT ? fault('text-too-long', { length: text.length, limit: LONGEST_TEXT }) : null
}

/** Whether an empty cell says something, or may not stand there: an area that is left out would pass for the whole. */
function isRead(field: TableKeyField, { codes, stated }: TableMapping): boolean {
  if (field === 'area') return stated.area === null || codes.area?.has('') === true
  return field === 'indicator' || (field === 'period' && stated.period === null)
}

function areaFrom(written: string | null, stated: string | null): string | null {
  return written === WHOLE ? null : (written ?? stated)
}

function idFrom(
  text: string,
  field: 'indicator' | 'area',
  byCode: ReadonlyMap<string, string> | null,
  { columns, said }: TableMapping,
): string | CellFault {
  const id = byCode?.get(text) ?? (areIds(byCode) ? text : '')
  if (id !== '') return id
  const column = columns.get(field)?.name ?? field
  if (text !== '') return fault('unknown-code', { written: text, column, field })
  if (field === 'area') return fault('missing-area', { column, said })
  return fault('bad-value', { written: '', expected: 'id', suggestion: null })
}

/** Where no code but that of an empty cell is named, ids stand in the others. */
function areIds(byCode: ReadonlyMap<string, string> | null): boolean {
  return byCode === null || (byCode.size === 1 && byCode.has(''))
}

function wordFrom<Word extends string>(text: string, words: readonly Word[]): Word | CellFault {
  const word = words.find((each) => each === text)
  return word ?? fault('bad-value', { written: text, expected: words, suggestion: closest(text, words) })
}

function periodOf(text: string, { periodBy }: TableMapping): Period | CellFault {
  if (!periodBy) return parsePeriod(text) ?? fault('bad-period', { written: text })
  const day = dayFrom(text, periodBy.dates)
  return typeof day === 'number' ? periodAround(day, periodBy.period) : day
}

/** A day as it is written, with or without a time of day behind it, which is passed over. */
function dayFrom(text: string, order: DateOrder | null): number | CellFault {
  const iso = /^([1-9]\d{3}-\d{2}-\d{2})(?:[ T].*)?$/s.exec(text)?.[1]
  const [, first = '', second = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-]([1-9]\d{3})(?:[ T].*)?$/s.exec(text) ?? []
  if (iso === undefined && year !== '' && (order === null || order === 'y-m-d')) {
    return fault('ambiguous-date', { written: text })
  }
  const [month, dayOfMonth] = order === 'm/d/y' ? [first, second] : [second, first]
  const written = iso ?? `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return parseDay(written) ?? fault('bad-value', { written: text, expected: 'date', suggestion: null })
}

/** The period of that size in which a day lies. */
function periodAround(day: number, size: TablePeriod): Period {
  const text = formatDay(day)
  const year = text.slice(0, 4)
  const month = Number(text.slice(5, 7))
  const written = {
    day: text,
    month: text.slice(0, 7),
    quarter: `${year}-Q${Math.ceil(month / 3)}`,
    half: `${year}-H${Math.ceil(month / 6)}`,
    year,
  }[size]
  return parsePeriod(written) ?? periodFrom(day, day)
}

/** A number, the state of a task, or nothing. */
export type CellFigure = WrittenNumber | { readonly state: TaskState } | null

const SIGNED: ReadonlySet<TableFigure> = new Set(['value', 'cumulative', 'published', 'poor_change', 'other'])
const MAY_BE_PERCENT: ReadonlySet<TableFigure> = new Set(['value', 'published'])

/** What a cell of figures holds. Left empty, `~` and `null` are not reported. */
export function figureFromCell(
  text: string,
  field: TableFigure,
  { notation, said }: TableMapping,
  isJsonNumber = false,
): CellFigure | CellFault {
  if (/^(?:|~|null|Null|NULL)$/.test(text)) return null
  const long = tooLong(text)
  if (long) return long
  const state = field === 'value' ? taskStates.find((each) => each === text) : undefined
  if (state) return { state }
  if (!isJsonNumber && /\s/.test(text)) return fault('not-a-number', { written: text, notation, why: whyBlank(text) })
  const read = isJsonNumber ? storedNumber(text) : numberFrom(text, notation)
  if (isFault(read)) {
    if (read.code === 'ambiguous-number')
      return fault(read.code, { ...read.args, ...(said === 'options' && { table: true }) })
    return fault(read.code, read.args)
  }
  if (read.mark === 'points' || (read.mark === 'percent' && !MAY_BE_PERCENT.has(field))) {
    const expected = MAY_BE_PERCENT.has(field) ? 'percent' : 'number'
    return fault('unit-mismatch', { written: text, found: read.mark, expected })
  }
  const digits = isJsonNumber ? read.value.toFixed(read.decimals) : text
  if (digits.replace(/\D/g, '').length > MOST_TABLE_DIGITS || read.decimals > MOST_TABLE_DECIMALS) {
    return fault('not-a-number', { written: text, notation, why: 'table-digits' })
  }
  if (read.value.sign < 0 && !SIGNED.has(field)) {
    return fault('bad-value', { written: text, expected: 'not-negative', suggestion: null })
  }
  return read
}

/** A number as a program stores it, whatever the notation of the file; a workbook can mark it as per cent. */
function storedNumber(text: string) {
  return text.endsWith('%') ? numberFrom(text, 'plain') : jsonNumberFrom(text)
}

/** `12 người` says more than a number; ` 7 ` and `1 000` do not say it as numbers are written. */
function whyBlank(text: string): 'words' | 'spaces' {
  return /\p{L}/u.test(text) ? 'words' : 'spaces'
}
