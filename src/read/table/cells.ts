import { Exact } from '../../model/exact.ts'
import type { Place } from '../../model/figure.ts'
import { countedThings } from '../../model/indicator.ts'
import { bases, type ObservationStatus, observationStatuses, taskStates } from '../../model/observation.ts'
import { contains, formatDay, type Period, parseDay, parsePeriod, periodFrom } from '../../model/period.ts'
import { cellId } from '../../model/plan.ts'
import { type Problem, type ProblemArguments, type ProblemCode, problem } from '../../model/problem.ts'
import { closest } from '../../model/suggestion.ts'
import {
  type BreakdownColumn,
  type DateOrder,
  keyColumns,
  missingMarks,
  nothingReported,
  type PassedReason,
  SKIP,
  signedFigures,
  type TableFigure,
  type TableKeyField,
  type TableMapping,
  type TablePeriod,
  WHOLE,
} from '../../model/table.ts'
import { LONGEST_TEXT } from '../../model/text.ts'
import { isFault, numberFrom, programNumberFrom, storedNumberFrom, type WrittenNumber } from '../number/number-text.ts'
import { idPattern } from '../schema/leaf.ts'
import { likeness } from './known.ts'
import { periodNamed } from './periods.ts'
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
  /** By the field or breakdown. */
  readonly faults: ReadonlyMap<TableKeyField | string, CellFault>
  /** Why such rows are passed over; null: they are not. */
  readonly passed: PassedReason | null
}

/**
 * What a row is about; `textOf` gives the text of a column of a field or breakdown, and null where the table has none of that
 * kind, `idOf` the indicator of a name that several have.
 */
export function keyFrom(
  textOf: (of: TableKeyField | string) => string | null,
  mapping: TableMapping,
  idOf?: (like: string) => string | null,
): ReadKey {
  const { stated } = mapping
  const faults = new Map<string, CellFault>()
  const given = <Value>(field: TableKeyField, read: (text: string) => Value | CellFault): Value | null => {
    const text = textOf(field)?.trim() ?? null
    if (text === null || (text === '' && !isRead(field, mapping))) return null
    const value = tooLong(text) ?? read(text)
    if (typeof value !== 'function') return value
    faults.set(field, value as CellFault)
    return null
  }
  const groups = [...mapping.breakdowns].flatMap(([id, column]) => {
    const text = textOf(id)?.trim() ?? null
    if (text === null) return []
    const group = tooLong(text) ?? groupFrom(text, id, column, mapping)
    if (typeof group !== 'function') return group === WHOLE ? [] : [group === SKIP ? SKIP : `${id}=${group}`]
    faults.set(id, group)
    return []
  })
  const area = areaFrom(
    given('area', (text) => idFrom(text, 'area', mapping)),
    stated.area,
  )
  const key = {
    indicator: given('indicator', (text) => idFrom(text, 'indicator', mapping, idOf)) ?? stated.indicator,
    area: cellId(area, groups),
    period: given('period', (text) => periodOf(text, mapping)) ?? stated.period,
    provider: given('provider', (text) => text),
    basis: given('basis', (text) => wordFrom(text, bases)) ?? stated.basis,
    status: given('status', (text) => wordFrom(text, observationStatuses)) ?? stated.status,
    standard: given('standard', (text) => text),
    measured: given('measured', (text) => wordFrom(text, countedThings)),
    method: given('method', (text) => text),
  }
  const isSkipped = [key.indicator, area, ...groups].includes(SKIP)
  const isOther = key.period !== null && !faults.has('period') && isOutside(key.period, mapping)
  return { key, faults, passed: isSkipped ? 'code' : isOther ? 'outside' : null }
}

/**
 * Whether a row in which nothing stands has to be told from one with nothing in the columns that are asked for: that names
 * nothing, or nothing has to be named.
 */
export function asksBlank(mapping: TableMapping): boolean {
  const asked = new Set(keyColumns(mapping).map((each) => ('field' in each ? each.field : each.breakdown)))
  const { faults, passed } = keyFrom((of) => (asked.has(of) ? '' : null), mapping)
  return mapping.isCounted || passed !== null || faults.size === 0
}

/** Whether rows of this period are passed over. */
export function isOutside(period: Period, { within, known }: TableMapping): boolean {
  const spans = within === 'plan' ? known?.periods : within && [within]
  return spans ? spans.every((span) => !contains(span, period)) : false
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
  { columns, codes, known, said }: TableMapping,
  idOf?: (like: string) => string | null,
) {
  const byCode = codes[field]
  const byName = field === 'area' ? known?.areas : known?.indicators
  const coded = byCode?.get(text)
  if (coded !== undefined) return coded
  const like = likeness(text)
  const byText = text === '' || (field === 'area' && text === WHOLE) ? undefined : byName?.get(like)
  const named = byText ?? idOf?.(like)
  const isId = areIds(byCode)
  // Where codes stand for ids, what looks like an id may be a code that nobody named.
  if (named && (isId || likeness(named) !== like)) return named
  const column = columns.get(field)?.name ?? field
  if (byText === null) return fault('unknown-code', { written: text, column, field, isShared: true })
  if (isId && text !== '') return text
  if (text === '' && field === 'area') return fault('missing-area', { column, said })
  if (text !== '' || said === 'keys') return fault('unknown-code', { written: text, column, field })
  return fault('bad-value', { written: '', expected: 'id', suggestion: null })
}

/** An empty cell is refused like that of an area: what is left out would pass for the whole. */
function groupFrom(text: string, breakdown: string, { column, codes }: BreakdownColumn, { known }: TableMapping) {
  const coded = codes?.get(text)
  if (coded !== undefined || text === WHOLE) return coded ?? WHOLE
  const names = known?.groups.get(breakdown)
  const named = names?.get(likeness(text))
  const isId = areIds(codes)
  if (named && (isId || likeness(named) !== likeness(text))) return named
  return !names && isId && idPattern.test(text)
    ? text
    : fault('unknown-code', { written: text, column: column.name, field: breakdown, isGroup: true })
}

/** Where no code stands for an id, ids and names stand in all other cells. */
function areIds(byCode: ReadonlyMap<string, string> | null): boolean {
  return byCode === null || [...byCode].every(([code, id]) => code === '' || id === SKIP || id === WHOLE)
}

function wordFrom<Word extends string>(text: string, words: readonly Word[]): Word | CellFault {
  const word = words.find((each) => each === text)
  return word ?? fault('bad-value', { written: text, expected: words, suggestion: closest(text, words) })
}

function periodOf(text: string, { periodBy }: TableMapping): Period | CellFault {
  if (!periodBy?.period) {
    const named = periodNamed(text, periodBy?.year ?? null)
    if (named && named !== 'no-year') return named
    return fault('bad-period', { written: text, ...(named && { lacksYear: true }) })
  }
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

/** A day in another order than year, month, day. */
const DAY_AS_WRITTEN = /^\d{1,2}[/.-]\d{1,2}[/.-][1-9]\d{3}$/

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

/** A number with the sign of its currency, the state of a task, or nothing, with the text that says so. */
export type CellFigure = (
  | (WrittenNumber & { readonly currency?: string; readonly isDay?: true })
  | { readonly state: string }
  | { readonly missing: string }
) & { readonly status?: ObservationStatus }

const MAY_BE_PERCENT: ReadonlySet<TableFigure> = new Set(['value', 'published', 'mpi_headcount', 'mpi_intensity'])

/** What a cell of figures holds, of a row that is about this indicator. */
export function figureFromCell(
  written: string,
  field: TableFigure,
  mapping: TableMapping,
  isStored = false,
  indicator: string | null = null,
): CellFigure | CellFault {
  const long = tooLong(written.trim())
  if (long) return long
  const { text, status } = withoutFlag(written.trim(), mapping)
  if (isNothing(text, mapping)) return { missing: text }
  if (field === 'value' && taskStates.some((each) => each === text)) return { state: text }
  const day = field === 'value' ? parseDay(text) : undefined
  if (day !== undefined) return { value: Exact.of(BigInt(day)), mark: 'none', decimals: 0, isDay: true }
  const { notation, said } = mapping
  const isOfAccounts = mapping.writtenBy === 'accounts'
  const signed = isOfAccounts ? text.replace(/^([^\d()]*)\(([^\d()]*)(\d[^()]*)\)([^\d()]*)$/, '$1$2-$3$4') : text
  const { number, currency } = isStored ? { number: text, currency: '' } : withoutUnit(signed, indicator, mapping)
  const read = isStored
    ? storedNumberFrom(number)
    : mapping.writtenBy === 'program'
      ? programNumberFrom(number)
      : numberFrom(number, notation)
  // What is written as a number is one, however a table is read; of an indicator in words its text counts.
  const isWorded = field === 'value' && mapping.known?.worded.has(indicator ?? '') === true
  if (isWorded && (isFault(read) || read.mark === 'points')) return { state: text }
  if (isFault(read)) {
    const written = field === 'value' && DAY_AS_WRITTEN.test(text) ? dayFrom(text, mapping.dates) : null
    if (typeof written === 'function') return written
    if (written !== null) return { value: Exact.of(BigInt(written)), mark: 'none', decimals: 0, isDay: true }
    if (read.code === 'ambiguous-number')
      return fault(read.code, { ...read.args, written: text, ...(said === 'options' && { table: true }) })
    return fault(read.code, { ...read.args, written: text, table: true })
  }
  if (read.mark === 'points' || (read.mark === 'percent' && !MAY_BE_PERCENT.has(field))) {
    const expected = MAY_BE_PERCENT.has(field) ? 'percent' : 'number'
    return fault('unit-mismatch', { written: text, found: read.mark, expected })
  }
  if (read.value.sign < 0 && !signedFigures.has(field)) {
    return fault('bad-value', { written: text, expected: 'not-negative', suggestion: null })
  }
  return currency === '' && !status
    ? read
    : { ...read, ...(currency !== '' && { currency }), ...(status && { status }) }
}

/** Without the mark that stands behind a figure, `12 e`, and what that says of it. */
function withoutFlag(
  text: string,
  mapping: TableMapping,
): { readonly text: string; readonly status?: ObservationStatus } {
  for (const [mark, status] of mapping.flags) {
    const figure = text.endsWith(mark) ? text.slice(0, -mark.length).trimEnd() : ''
    if (figure !== '' && (/[\d%)]$/.test(figure) || isNothing(figure, mapping))) return { text: figure, status }
  }
  return { text }
}

/** Whether a cell says that nothing was reported. */
export function isNothing(text: string, { missing }: Pick<TableMapping, 'missing'>): boolean {
  return nothingReported.has(text) || (missing ?? (missingMarks as readonly string[])).includes(text)
}

/**
 * A number without the unit around it, where that is the unit of its indicator, or a currency of an indicator that has
 * none; else the text as it is.
 */
function withoutUnit(text: string, indicator: string | null, { known }: TableMapping) {
  const first = text.search(/[\d.,+−-]/)
  let end = text.length
  while (end > first && !/\d/.test(text[end - 1] as string)) end--
  const number = text.slice(Math.max(0, first), end)
  const unit = [text.slice(0, first), text.slice(end)].map((part) => part.trim()).filter((part) => part !== '')
  const [only] = unit
  const whole = { number: text, currency: '' }
  if (only === undefined || unit.length > 1 || number === '') return whole
  const like = likeness(only)
  const stated = known?.units.get(indicator ?? '') ?? []
  const currency = CURRENCIES.findIndex((names) => names.includes(like))
  const isStated = stated.some((each) => {
    if (each === like) return true
    const isShort = MAGNITUDES.has(like) && each.startsWith(`${like} `)
    return isShort || (currency >= 0 && CURRENCIES[currency]?.includes(each))
  })
  if (isStated) return { number: number.trim(), currency: '' }
  return currency >= 0 && stated.length === 0 ? { number: number.trim(), currency: only } : whole
}

/** Signs and names of one currency, as names are compared. */
const CURRENCIES: readonly (readonly string[])[] = [
  ['đ', 'đồng', 'vnd', 'vnđ', '₫'],
  ['€', 'eur', 'euro', 'euros'],
  ['$', 'us$', 'usd', 'dollars'],
  ['£', 'gbp'],
  ['¥', 'jpy'],
].map((names) => names.map(likeness))

/** Words that a unit may begin with, and that alone say how large its numbers are. */
const MAGNITUDES: ReadonlySet<string> = new Set(
  ['nghìn', 'ngàn', 'triệu', 'tỷ', 'tỉ', 'thousand', 'million', 'billion'].map(likeness),
)
