import { Exact } from '../../../model/exact.ts'
import { pushTo } from '../../../model/lists.ts'
import { type Problem, problem } from '../../../model/problem.ts'
import type { FormColumn, Kind, Of, Part } from './head.ts'
import type { FormCell, FormRow, Forms } from './rows.ts'

/** The figures of one indicator and one area. */
type Figures = Partial<Record<Part | 'startRate' | 'endRate', readonly FormCell[]>>

function indicatorOf({ kind }: FormColumn, of: Of): string {
  const rate = kind === 'poor' ? 'poverty-rate' : 'near-poor-rate'
  return of === 'minority' ? `minority-${rate}` : of === 'persons' ? `${rate}-persons` : rate
}

/** What the forms say of each indicator and area; what two rows say of one is a problem. */
export function figuresIn(forms: Forms, period: string) {
  const figures = new Map<string, Map<string, Figures>>()
  const households = new Map<string, FormCell>()
  for (const rows of forms.sheets) {
    const rowOf = new Map<string, FormRow>()
    for (const row of rows) {
      const about = `${row.isOfPersons} ${row.key}`
      const first = rowOf.get(about)?.cells[0]
      const [again] = row.cells
      if (first && again) {
        const indicator = indicatorOf(again.column, row.isOfPersons ? 'persons' : again.column.of)
        const args = { indicator, area: forms.areas.get(row.key)?.name.text ?? null, period, first: first.at }
        forms.problems.push(problem('duplicate-observation', again.at, args))
        continue
      }
      rowOf.set(about, row)
      for (const cell of row.cells) {
        const { part, isRate, kind } = cell.column
        const of = row.isOfPersons ? 'persons' : cell.column.of
        if (part === 'households') {
          for (const each of [`${kind} ${of} ${row.key}`, `${of} ${row.key}`])
            if (!households.has(each)) households.set(each, cell)
          continue
        }
        const field = !isRate ? part : part === 'start' ? 'startRate' : part === 'end' ? 'endRate' : null
        // In per cent of what the movements of a form are, its head does not say.
        if (!field) continue
        const indicator = indicatorOf(cell.column, of)
        const byArea = figures.get(indicator) ?? new Map<string, Figures>()
        figures.set(indicator, byArea)
        const own: { -readonly [K in keyof Figures]: Figures[K] } = byArea.get(row.key) ?? {}
        byArea.set(row.key, { ...own, [field]: [...(own[field] ?? []), cell] })
      }
    }
  }
  const householdsOf = (indicator: string, key: string) => {
    const kind: Kind = indicator.includes('near-poor') ? 'near-poor' : 'poor'
    const of = indicator.startsWith('minority') ? 'minority' : indicator.endsWith('persons') ? 'persons' : 'all'
    return households.get(`${kind} ${of} ${key}`) ?? households.get(`${of} ${key}`)
  }
  return { figures, householdsOf }
}

/** Sum of cells, those of some parts taken off; null: one of them is no number, or there is none. */
export function sumOf(cells: readonly FormCell[]): Exact | null {
  const values = cells.flatMap(({ value, column }) =>
    value && column.part === 'lost' ? value.negated() : (value ?? []),
  )
  return values.length > 0 && values.length === cells.length ? Exact.sum(values) : null
}

/** The printed rates that are of the households of the indicator: those of minorities may be shares of all poor. */
export function ratesOf(id: string, own: Figures, all: FormCell | undefined, whole: Figures | undefined) {
  const rate = (end: 'start' | 'end') => {
    const printed = own[`${end}Rate`]?.[0]
    const [poor, allPoor] = [sumOf(own[end] ?? []), sumOf(whole?.[end] ?? [])]
    const isShare =
      id.startsWith('minority') && printed?.value && poor && allPoor && !allPoor.isZero
        ? agree(printed, poor, allPoor) &&
          !(end === 'end' && all?.value && !all.value.isZero && agree(printed, poor, all.value))
        : false
    return printed && !isShare ? printed.node : null
  }
  return { start: rate('start'), end: rate('end') }
}

function agree({ value, decimals }: FormCell, part: Exact, whole: Exact): boolean {
  const rate = part.times(Exact.HUNDRED).dividedBy(whole)
  return value !== null && !rate.minus(value).abs().isAbove(Exact.halfUnit(decimals))
}

/** What does not add up among the cells of the forms: movements, sums over areas, minorities, and the year before. */
export function checked(
  forms: Forms,
  figures: ReadonlyMap<string, ReadonlyMap<string, Figures>>,
  householdsOf: (indicator: string, key: string) => FormCell | undefined,
  before: ReadonlyMap<string, ReadonlyMap<string, Figures>>,
): readonly Problem[] {
  const found: Problem[] = []
  for (const [indicator, byArea] of figures) {
    for (const [key, own] of byArea) {
      const [start, end] = [sumOf(own.start ?? []), sumOf(own.end ?? [])]
      const place = own.end?.[0]?.at ?? null
      const joined = [...(own.relapsed ?? []), ...(own.new ?? []), ...(own.gained ?? []), ...(own.lost ?? [])]
      const moved = [...joined, ...(own.escaped ?? [])]
      if (start && end && moved.length > 0 && moved.every(({ value }) => value)) {
        const net = (sumOf(joined) ?? Exact.ZERO).minus(sumOf(own.escaped ?? []) ?? Exact.ZERO)
        const expected = start.plus(net)
        const args = { indicator, start: start.toDecimal(), end: end.toDecimal(), expected: expected.toDecimal() }
        const by = end.minus(expected)
        if (!by.isZero) found.push(problem('movements-do-not-balance', place, { ...args, by: by.toDecimal() }))
      }
      const earlier = before.get(indicator)?.get(key)?.end?.[0]
      const [first] = own.start ?? []
      if (first && start && earlier?.value && !start.equals(earlier.value)) {
        const args = { indicator, start: start.toDecimal(), end: earlier.value.toDecimal(), first: earlier.at }
        found.push(problem('start-disagrees', first.at, args))
      }
      if (!indicator.startsWith('minority')) continue
      const whole = indicator.replace('minority-', '')
      for (const part of ['start', 'end'] as const) {
        const [cell] = own[part] ?? []
        const all = figures.get(whole)?.get(key)?.[part]?.[0]
        if (!cell?.value || !all?.value?.isBelow(cell.value)) continue
        const values = { partValue: cell.value.toDecimal(), wholeValue: all.value.toDecimal() }
        found.push(problem('part-exceeds-whole', cell.at, { what: 'minority', part: indicator, whole, ...values }))
      }
      const [some, all] = [householdsOf(indicator, key), householdsOf(whole, key)]
      if (!some?.value || !all?.value?.isBelow(some.value)) continue
      const values = { partValue: some.value.toDecimal(), wholeValue: all.value.toDecimal() }
      found.push(problem('part-exceeds-whole', some.at, { what: 'minority', part: indicator, whole, ...values }))
    }
  }
  for (const rows of forms.sheets) for (const added of sumProblems(rows, forms)) found.push(added)
  return found
}

/** Each figure of an area that has areas, and of the whole, against the sum of those below it. */
function sumProblems(rows: readonly FormRow[], { areas }: Forms): readonly Problem[] {
  const found: Problem[] = []
  const children = new Map<string, FormRow[]>()
  for (const row of rows) {
    const about = `${row.isOfPersons} ${row.key === '' ? null : areas.get(row.key)?.parent}`
    pushTo(children, about, row)
  }
  for (const { key, isOfPersons, cells } of rows) {
    const parts = children.get(`${isOfPersons} ${key}`) ?? []
    for (const { value, at, column } of parts.length > 0 ? cells : []) {
      const own = parts.flatMap((row) => row.cells.find((cell) => cell.column === column)?.value ?? [])
      if (column.isRate || !value || own.length < parts.length) continue
      const sum = Exact.sum(own)
      const indicator = indicatorOf(column, isOfPersons ? 'persons' : column.of)
      const args = { indicator, reported: value.toDecimal(), sum: sum.toDecimal() }
      if (!sum.equals(value)) {
        // Of the end it is told in the same words with the sums of all results, where their households are known.
        found.push(problem('total-disagrees', at, { ...args, ...(column.part !== 'end' && { column: column.name }) }))
      }
    }
  }
  return found
}
