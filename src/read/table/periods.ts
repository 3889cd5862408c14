import { type Period, parsePeriod } from '../../model/period.ts'
import { composed, decomposed } from '../../model/text.ts'

/*
 * Periods as people write them in tables: `06/2018`, `tháng 6/2018`, `Quý II/2018`, `6 tháng 2018`, `2018.0`, `June 2018`.
 * Case, blanks and marks over letters make no difference.
 */

/** The parts of a calendar that a text may name. `months`: so many, from the first of the year on. */
interface Parts {
  readonly year?: string | undefined
  readonly month?: string | undefined
  readonly quarter?: string | undefined
  readonly half?: string | undefined
  readonly months?: string | undefined
}

const YEAR = String.raw`(?: ?(?:[/,-]|nam|cua nam|of)? ?(?<year>[12]\d{3}))?`
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WORDS = [...MONTHS, 'january|february|march|april|june|july|august|september|october|november|december'].join('|')

const SHAPES: readonly RegExp[] = [
  /^(?:ca nam|nam|year)? ?(?<year>[12]\d{3})(?:\.0+)?$/,
  /^(?<month>\d{1,2}) ?[/.-] ?(?<year>[12]\d{3})$/,
  /^(?<year>[12]\d{3}) ?[/m-] ?(?<month>\d{1,2})$/,
  /^(?<year>[12]\d{3})[ /-]?q(?<quarter>[1-4])$/,
  new RegExp(`^(?:thang|t|month) ?(?<month>\\d{1,2})${YEAR}$`),
  new RegExp(`^(?<month>${WORDS})\\.?${YEAR}$`),
  new RegExp(`^(?:quy|q|quarter) ?(?<quarter>i{1,3}|iv|[1-4])${YEAR}$`),
  new RegExp(`^(?:h|half) ?(?<half>[12])${YEAR}$`),
  new RegExp(`^(?:first )?(?<months>\\d{1,2}) ?(?:thang(?: dau)?|months)${YEAR}$`),
  new RegExp(`^(?:ca nam|whole year)${YEAR}$`),
]

/** Longer texts are no periods. */
const LONGEST = 60

/** The period that a text names; `year` is what one without a year is of. */
export function periodNamed(text: string, year: number | null): Period | 'no-year' | null {
  const exact = parsePeriod(text)
  if (exact) return exact
  if (text.length > LONGEST) return null
  const plain = withoutMarks(text)
  for (const shape of SHAPES) {
    const parts = shape.exec(plain)?.groups
    if (parts) return periodOfParts(parts, year)
  }
  return null
}

/** The period that a name of a sheet or file says by a pattern: `T{month}`, `{months} thang {year}`; `*` is anything. */
export function periodByPattern(name: string, pattern: string, year: number | null): Period | 'no-year' | null {
  const parts = partsByPattern(name, pattern)
  return parts && periodOfParts(parts, year)
}

/** What stands in a name where a pattern has `{area}`, `{month}` and so on; null: it is another name. */
export function partsByPattern(name: string, pattern: string): Readonly<Record<string, string | undefined>> | null {
  const pieces = pattern.split(/(\*|\{\w+\})/)
  const source = pieces.map((piece) => {
    const part = /^\{(\w+)\}$/.exec(piece)?.[1]
    if (part !== undefined) return `(?<${part}>${PLACES.get(part) ?? '.+?'})`
    return piece === '*' ? '.*' : withoutMarks(piece).replace(/[^\w\s]/g, '\\$&')
  })
  const match = new RegExp(`^${source.join('')}$`, 's').exec(withoutMarks(name))
  if (!match) return null
  const { area, ...others } = match.groups ?? {}
  // The name of an area keeps its marks, which tell names apart; each letter of it is one of the text without marks.
  const whole = composed(name).trim().replace(/\s+/g, ' ')
  const start = area === undefined ? -1 : match[0].indexOf(area)
  return area === undefined ? others : { ...others, area: whole.slice(start, start + area.length) }
}

export const PLACES: ReadonlyMap<string, string> = new Map([
  ['year', '[12]\\d{3}'],
  ['month', '0?[1-9]|1[0-2]'],
  ['months', '0?[1-9]|1[0-2]'],
  ['quarter', 'iv|i{1,3}|[1-4]'],
  ['half', '[12]'],
  ['area', '.+?'],
])

function periodOfParts(
  { month, quarter, half, months, year: written }: Parts,
  stated: number | null,
): Period | 'no-year' | null {
  const year = written ?? (stated === null ? undefined : String(stated))
  if (year === undefined) return 'no-year'
  const two = (number: number) => String(number).padStart(2, '0')
  if (month !== undefined) return parsePeriod(`${year}-${two(monthNumber(month))}`) ?? null
  if (quarter !== undefined) return parsePeriod(`${year}-Q${ROMAN.get(quarter) ?? quarter}`) ?? null
  if (half !== undefined) return parsePeriod(`${year}-H${half}`) ?? null
  if (months === undefined) return parsePeriod(year) ?? null
  const count = Number(months)
  const whole = new Map([
    [3, `${year}-Q1`],
    [6, `${year}-H1`],
    [12, year],
  ])
  return parsePeriod(whole.get(count) ?? `${year}-01/${year}-${two(count)}`) ?? null
}

const ROMAN: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
])

function monthNumber(text: string): number {
  const word = MONTHS.indexOf(text.slice(0, 3))
  return word < 0 ? Number(text) : word + 1
}

/** In small letters, without marks and more blanks than one. */
export function withoutMarks(text: string): string {
  const plain = decomposed(text).replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
  return plain.trim().replace(/\s+/g, ' ')
}
