/**
 * A span of whole days, both ends included. Days are counted from 1970-01-01 in the proleptic Gregorian
 * calendar: no clock, no time zone.
 */
export interface Period {
  readonly start: number
  readonly end: number
  /** As written, which says the grain: `2018`, `2018-H1`, `2018-Q1`, `2018-03`, `2018-01/2018-09`, `2016/2020`. */
  readonly text: string
}

/** Reads a period; `undefined` when the text is none, an end is no day of the calendar, or it ends before it starts. */
export function parsePeriod(text: string): Period | undefined {
  const known = readPeriods.get(text)
  if (known) return known
  const period = readPeriod(text)
  if (period) keep(readPeriods, text, period)
  return period
}

function readPeriod(text: string): Period | undefined {
  const [first = '', second, ...more] = text.split('/')
  if (more.length > 0) return undefined
  const start = parseSpan(first)
  const end = second === undefined ? start : parseSpan(second)
  if (!start || !end || end.last < start.first) return undefined
  return { start: start.first, end: end.last, text }
}

/** Reads one day, `2018-07-01`. */
export function parseDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** `2018-07-01` */
export function formatDay(day: number): string {
  const { year, month, dayOfMonth } = civilDate(day)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`
}

export const contains = (outer: Period, inner: Period): boolean => outer.start <= inner.start && inner.end <= outer.end
export const overlaps = (a: Period, b: Period): boolean => a.start <= b.end && b.start <= a.end

export function sameSpan(a: Pick<Period, 'start' | 'end'>, b: Pick<Period, 'start' | 'end'>): boolean {
  return a.start === b.start && a.end === b.end
}

/** One number for each span. */
export const keyOfSpan = ({ start, end }: Pick<Period, 'start' | 'end'>): number => start * DAYS_APART + end

/** More than twice the days of ten thousand years. */
const DAYS_APART = 2 ** 23

export const dayCount = (period: Period): number => period.end - period.start + 1

/** How many whole calendar years a period covers; `undefined` when it starts or ends inside one. */
export function wholeYears(period: Period): number | undefined {
  const first = civilDate(period.start)
  const afterLast = civilDate(period.end + 1)
  const years = afterLast.year - first.year
  return first.month === afterLast.month && first.dayOfMonth === afterLast.dayOfMonth ? years : undefined
}

/** The years of a period, each from the day on which it begins; the period itself where these are not whole ones. */
export function yearsOf(period: Period): readonly Period[] {
  const count = wholeYears(period)
  if (!count || count === 1) return [period]
  const starts = Array.from({ length: count + 1 }, (_, year) => monthsLater(period.start, year * 12))
  return starts.slice(1).map((next, year) => periodFrom(starts[year] ?? period.start, next - 1))
}

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly dayOfMonth: number
}

/** The calendar date of a day number (Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days). */
export function civilDate(day: number): CivilDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

/** A reporting period: one of the calendar, or the first months of each plan, as in the reports of six and nine months. */
export type AskedPeriod = Period | { readonly firstMonths: number; readonly text: string }

/** Reads `6m` as the first six months of each plan, all else as `parsePeriod` does. */
export function parseAskedPeriod(text: string): AskedPeriod | undefined {
  const months = /^([1-9]\d{0,2})m$/.exec(text)
  return months ? { firstMonths: Number(months[1]), text } : parsePeriod(text)
}

interface Span {
  first: number
  last: number
}

function parseSpan(text: string): Span | undefined {
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(text)
  if (!match) return undefined
  const [, yearText, half, quarter, monthText, dayText] = match
  const year = Number(yearText)
  if (dayText !== undefined) {
    const day = dayNumber(year, Number(monthText), Number(dayText))
    return day === undefined ? undefined : { first: day, last: day }
  }
  if (monthText !== undefined) return monthSpan(year, Number(monthText), 1)
  if (quarter !== undefined) return monthSpan(year, Number(quarter) * 3 - 2, 3)
  if (half !== undefined) return monthSpan(year, Number(half) * 6 - 5, 6)
  return monthSpan(year, 1, 12)
}

function monthSpan(year: number, month: number, months: number): Span | undefined {
  const first = dayNumber(year, month, 1)
  const next = month + months
  const after = next > 12 ? dayNumber(year + 1, next - 12, 1) : dayNumber(year, next, 1)
  return first === undefined || after === undefined ? undefined : { first, last: after - 1 }
}

/** The day number of a calendar date, `undefined` when there is no such date (Hinnant, days_from_civil). */
function dayNumber(year: number, month: number, dayOfMonth: number): number | undefined {
  if (month < 1 || month > 12 || dayOfMonth < 1) return undefined
  const yearFromMarch = month <= 2 ? year - 1 : year
  const era = Math.floor(yearFromMarch / 400)
  const yearOfEra = yearFromMarch - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  const day = era * 146_097 + dayOfEra - 719_468
  return civilDate(day).dayOfMonth === dayOfMonth ? day : undefined
}

/** How a span is cut into equal parts, the largest first. */
export const grains = ['years', 'halves', 'quarters', 'months', 'days'] as const
export type Grain = (typeof grains)[number]

const monthsOf = { years: 12, halves: 6, quarters: 3, months: 1 } as const

/** The largest grain at which every given span starts and ends on a border. */
export function commonGrain(spans: readonly Pick<Period, 'start' | 'end'>[]): Grain {
  let months = 12
  for (const { start, end } of spans) months = Math.min(months, monthsAtBorder(start), monthsAtBorder(end + 1))
  return grains.find((grain) => grain === 'days' || monthsOf[grain] === months) ?? 'days'
}

/** The months of the largest grain that has a border before this day; 0 inside a month. */
function monthsAtBorder(day: number): number {
  const { month, dayOfMonth } = civilDate(day)
  if (dayOfMonth !== 1) return 0
  if (month === 1) return 12
  return month === 7 ? 6 : month % 3 === 1 ? 3 : 1
}

/** How many parts of a grain lie in a span whose ends are on borders of that grain. */
export function grainCount({ start, end }: Pick<Period, 'start' | 'end'>, grain: Grain): number {
  if (grain === 'days') return end - start + 1
  const first = civilDate(start)
  const after = civilDate(end + 1)
  return ((after.year - first.year) * 12 + after.month - first.month) / monthsOf[grain]
}

/** The parts of a grain that a span consists of, in order; its ends are on borders of that grain. */
export function partsOf(
  { start, end }: Pick<Period, 'start' | 'end'>,
  grain: Exclude<Grain, 'days'>,
): readonly Period[] {
  const parts: Period[] = []
  for (let first = start; first <= end; ) {
    const next = monthsLater(first, monthsOf[grain])
    parts.push(periodFrom(first, next - 1))
    first = next
  }
  return parts
}

/** The same months, or the same days of the calendar, one year before. The last of February is the last of February. */
export function yearBefore({ start, end }: Pick<Period, 'start' | 'end'>): Period {
  const endsMonth = civilDate(end + 1).dayOfMonth === 1
  const last = endsMonth ? monthsLater(end + 1, -12) - 1 : monthsLater(end, -12)
  return periodFrom(start === end ? last : monthsLater(start, -12), last)
}

/** The period of the same length that ends the day before: as many months where they are whole ones, else days. */
export function periodBefore(period: Pick<Period, 'start' | 'end'>): Period {
  const { start, end } = period
  if (commonGrain([period]) === 'days') return periodFrom(start - (end - start + 1), start - 1)
  return periodFrom(monthsLater(start, -grainCount(period, 'months')), start - 1)
}

/** Whether two periods are equally long: in months where both are of whole ones, else in days. */
export function areEquallyLong(a: Pick<Period, 'start' | 'end'>, b: Pick<Period, 'start' | 'end'>): boolean {
  const grain = commonGrain([a, b]) === 'days' ? 'days' : 'months'
  return grainCount(a, grain) === grainCount(b, grain)
}

/** What an asked period is in a plan of this period. */
export function periodIn(plan: Pick<Period, 'start' | 'end'>, asked: AskedPeriod): Period {
  return 'start' in asked ? asked : periodFrom(plan.start, monthsLater(plan.start, asked.firstMonths) - 1)
}

/** The day so many months later, or the last of its month where that is shorter. */
function monthsLater(day: number, months: number): number {
  const { year, month, dayOfMonth } = civilDate(day)
  const count = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  for (let last = dayOfMonth; ; last--) {
    const found = dayNumber(toYear, toMonth, last)
    if (found !== undefined) return found
  }
}

/** The period from one day to another, in its shortest text: `2018-Q1`, `2018-01/2018-09`, `2016/2020`. */
export function periodFrom(start: number, end: number): Period {
  const key = keyOfSpan({ start, end })
  const known = madePeriods.get(key)
  if (known) return known
  const period = { start, end, text: spanText(start, end) }
  keep(madePeriods, key, period)
  return period
}

// Thousands of areas report on the same few periods: they share them, which spares memory and most of the time to make them.
const readPeriods = new Map<string, Period>()
const madePeriods = new Map<number, Period>()
const MOST_KEPT = 1000

function keep<Key>(periods: Map<Key, Period>, key: Key, period: Period): void {
  if (periods.size >= MOST_KEPT) periods.clear()
  periods.set(key, period)
}

function spanText(start: number, end: number): string {
  const grain = commonGrain([{ start, end }])
  const last = grainText(end, grain)
  const first = grainText(start, grain)
  if (first === last) return first
  const months = grain === 'quarters' || grain === 'halves' ? 'months' : grain
  return `${grainText(start, months)}/${grainText(end, months)}`
}

function grainText(day: number, grain: Grain): string {
  if (grain === 'days') return formatDay(day)
  const { month } = civilDate(day)
  const year = formatDay(day).slice(0, 4)
  if (grain === 'years') return year
  if (grain === 'months') return formatDay(day).slice(0, 7)
  return grain === 'halves' ? `${year}-H${Math.ceil(month / 6)}` : `${year}-Q${Math.ceil(month / 3)}`
}
