import { Exact } from '../../model/exact.ts'
import { pushTo } from '../../model/lists.ts'
import type { Area, Plan } from '../../model/plan.ts'
import { type CompletionLine, lineKey, type PlanReport, type Report } from '../../model/report.ts'
import { baselineOf, rateOf } from '../../model/target.ts'
import { DECIMALS_OF_COUNTED_RATES } from '../figure/format.ts'
import type { Figure } from './document.ts'

/** The form of the yearly review of poor or near-poor households, filled in, in Vietnamese as the form is. */
export interface ReviewForm {
  readonly name: string
  readonly title: string
  /** Of the plan. */
  readonly subtitle: string
  /** Names of the columns behind the number and the name of an area, the outer one first. */
  readonly heads: readonly (readonly [string, string])[]
  readonly rows: readonly ReviewRow[]
}

export interface ReviewRow {
  readonly no: string
  readonly name: string
  /** 0: one that lies in no other. */
  readonly depth: number
  /** One for each of the heads. */
  readonly cells: readonly ReviewCell[]
}

export interface ReviewCell {
  readonly figure: Figure
  /** What it follows from, where that gives the figure that was reported, in the formulas of spreadsheets. */
  readonly formula: string | null
}

/** What a spreadsheet calls the cell in a row and a column, both counted from 0. */
export type CellName = (row: number, column: number) => string

/** What a column holds of an area; a number that is not known is null. */
interface FormColumn {
  /** Its names, the outer one first. */
  readonly heads: readonly [string, string]
  /** Rates are told with as many decimals, others add up over areas. */
  readonly figure: (lines: LinesOfArea) => { readonly value: Exact; readonly decimals: number } | null
  readonly isRate?: true
  /** A formula of other columns of its row, by their places, and what it comes to for these figures. */
  readonly formula?: (cellOf: (column: number) => string) => string
  readonly computed?: (numbers: readonly (Exact | null)[]) => Exact | null
}

interface LinesOfArea {
  readonly line: CompletionLine | undefined
  readonly minority: CompletionLine | undefined
}

const whole = (value: Exact | null | undefined) => (value ? { value, decimals: value.decimals ?? 0 } : null)
const start = (line: CompletionLine | undefined) => line?.movements?.start ?? line?.change?.from.poor ?? startOf(line)
const startOf = (line: CompletionLine | undefined) => (line && baselineOf(line)?.poor?.value) ?? null
const end = (line: CompletionLine | undefined) =>
  line?.movements?.end ?? line?.change?.to.poor ?? reported(line, 'poor') ?? null
const households = (line: CompletionLine | undefined) => line?.change?.to.households ?? reported(line, 'households')

/** A figure of the line itself, and not of areas that it is the sum of. */
function reported(line: CompletionLine | undefined, field: 'poor' | 'households'): Exact | null {
  const found = line?.inputs.find((input) => input.field === field && input.area === (line.area?.id ?? null))
  return found?.figure?.value ?? null
}

function rateAtStart(line: CompletionLine | undefined) {
  const stated = line && baselineOf(line)?.value
  const value = stated?.value ?? line?.change?.from.value
  return value ? { value, decimals: stated?.decimals ?? DECIMALS_OF_COUNTED_RATES } : null
}

function rateAtEnd(line: CompletionLine | undefined) {
  const counted = rateOf(end(line), households(line))
  const value = counted ?? line?.actual
  const printed = line?.change?.to.printedDecimals ?? value?.decimals ?? DECIMALS_OF_COUNTED_RATES
  return value ? { value, decimals: counted ? DECIMALS_OF_COUNTED_RATES : printed } : null
}

/** Places of the columns that others are calculated from, behind the number and the name. */
const [ALL, START, ESCAPED, RELAPSED, NEW, OTHER, END] = [0, 2, 5, 6, 7, 8, 9]

function columnsOf(of: 'nghèo' | 'cận nghèo'): readonly FormColumn[] {
  const before = `Số hộ ${of} đầu năm`
  const moved = `Diễn biến hộ ${of} trong năm`
  const after = `Số hộ ${of} cuối năm`
  return [
    { heads: ['Tổng số hộ dân cư', 'Số hộ'], figure: ({ line }) => whole(households(line)) },
    { heads: ['Tổng số hộ dân cư', 'Trong đó hộ DTTS'], figure: ({ minority }) => whole(households(minority)) },
    { heads: [before, 'Số hộ'], figure: ({ line }) => whole(start(line)) },
    { heads: [before, 'Tỷ lệ %'], figure: ({ line }) => rateAtStart(line), isRate: true },
    { heads: [before, 'Số hộ DTTS'], figure: ({ minority }) => whole(start(minority)) },
    { heads: [moved, `Thoát ${of}`], figure: ({ line }) => whole(line?.movements?.escaped) },
    { heads: [moved, `Tái ${of}`], figure: ({ line }) => whole(line?.movements?.relapsed) },
    { heads: [moved, 'Phát sinh mới'], figure: ({ line }) => whole(line?.movements?.newlyPoor) },
    { heads: [moved, 'Khác tăng, giảm (−)'], figure: ({ line }) => whole(line?.movements?.other) },
    {
      heads: [after, 'Số hộ'],
      figure: ({ line }) => whole(end(line)),
      formula: (cell) => `${cell(START)}-${cell(ESCAPED)}+${cell(RELAPSED)}+${cell(NEW)}+${cell(OTHER)}`,
      computed: (numbers) => {
        const [from, ...joined] = [START, RELAPSED, NEW, OTHER].map((at) => numbers[at] ?? null)
        if (!from || [...joined, numbers[ESCAPED]].every((each) => !each)) return null
        return Exact.sum([from, ...joined].flatMap((each) => each ?? [])).minus(numbers[ESCAPED] ?? Exact.ZERO)
      },
    },
    {
      heads: [after, 'Tỷ lệ %'],
      figure: ({ line }) => rateAtEnd(line),
      isRate: true,
      formula: (cell) => `ROUND(${cell(END)}/${cell(ALL)}*100,${DECIMALS_OF_COUNTED_RATES})`,
      computed: (numbers) => rateOf(numbers[END] ?? null, numbers[ALL] ?? null),
    },
    { heads: [after, 'Số hộ DTTS'], figure: ({ minority }) => whole(end(minority)) },
  ]
}

/** The forms of the poor and of the near-poor of each plan. */
export function reviewForms({ plans }: Report, cellName: CellName): readonly ReviewForm[] {
  return plans.flatMap((report) => formsOf(report, cellName))
}

function formsOf({ plan, lines }: PlanReport, cellName: CellName): readonly ReviewForm[] {
  const byKey = new Map(lines.map((line) => [lineKey(line.indicator.id, line.area?.id ?? null), line]))
  const rates = plan.indicators.filter(({ type, measured, id }) => {
    return type === 'poverty-rate' && measured !== 'persons' && !id.startsWith('minority-')
  })
  return (['nghèo', 'cận nghèo'] as const).flatMap((of) => {
    const isNear = of === 'cận nghèo'
    const indicator = rates.find(({ name, counted }) => isNear === /cận nghèo/i.test(`${name.vi} ${counted?.vi}`))
    if (!indicator) return []
    const at = (id: string, area: Area | null) => byKey.get(lineKey(id, area?.id ?? null))
    const linesOf = (area: Area | null): LinesOfArea => ({
      line: at(indicator.id, area),
      minority: at(`minority-${indicator.id}`, area),
    })
    const columns = columnsOf(of)
    return [
      {
        name: isNear ? 'Hộ cận nghèo' : 'Hộ nghèo',
        title: `TỔNG HỢP DIỄN BIẾN HỘ ${of.toUpperCase()} NĂM ${plan.period.text}`,
        subtitle: plan.title.vi,
        heads: columns.map(({ heads }) => heads),
        rows: filledRows(columns, rowsOf(plan, linesOf), cellName),
      },
    ]
  })
}

/** Excel takes no more terms in comfort, and nobody reads more. */
const MOST_TERMS = 200

function filledRows(columns: readonly FormColumn[], rows: readonly FormRow[], cellName: CellName): ReviewRow[] {
  const figures = rows.map(({ lines }) => columns.map(({ figure }) => figure(lines)))
  return rows.map(({ no, name, depth, parts }, row) => {
    const numbers = figures[row]?.map((figure) => figure?.value ?? null) ?? []
    const cells = columns.map(({ formula, computed, isRate }, column): ReviewCell => {
      const figure = figures[row]?.[column]
      const printed = (value: Exact) => value.toFixed(figure?.decimals ?? 0)
      if (!figure) return { figure: { value: null, printed }, formula: null }
      const own = parts.map((part) => figures[part]?.[column]?.value)
      const sums = !isRate && own.length > 0 && own.length <= MOST_TERMS && own.every((each) => each)
      const sum = sums ? Exact.sum(own.flatMap((each) => each ?? [])) : null
      const isLike = (value: Exact | null | undefined) => value && printed(value) === printed(figure.value)
      // A formula stands where it gives the figure that was reported; what does not add up stands as it was.
      const live = isLike(sum)
        ? parts.map((part) => cellName(part, column)).join('+')
        : isLike(computed?.(numbers)) && formula?.((place) => cellName(row, place))
      // As the formula rounds it.
      const value = isRate ? Exact.parse(printed(figure.value)) : figure.value
      return { figure: { value, printed }, formula: live || null }
    })
    return { no, name, depth, cells }
  })
}

interface FormRow {
  readonly no: string
  readonly name: string
  readonly depth: number
  readonly lines: LinesOfArea
  /** Places of the rows whose sum it is. */
  readonly parts: number[]
}

function rowsOf({ areas }: Plan, linesOf: (area: Area | null) => LinesOfArea): readonly FormRow[] {
  const rows: FormRow[] = []
  const inside = new Map<string | null, Area[]>()
  for (const area of areas) if (!area.of) pushTo(inside, area.parent, area)
  const isNested = areas.some(({ parent }) => parent !== null)
  const add = (of: string | null, number: string, depth: number): number[] =>
    (inside.get(of) ?? []).map((area, index) => {
      const at = rows.length
      const no =
        depth === 0 && isNested ? roman(index + 1) : number === '' ? String(index + 1) : `${number}.${index + 1}`
      rows.push({ no, name: area.name.vi, depth, lines: linesOf(area), parts: [] })
      const parts = add(area.id, depth === 0 ? '' : no, depth + 1)
      for (const part of parts) rows[at]?.parts.push(part)
      return at
    })
  const parts = add(null, '', 0)
  return [...rows, { no: '', name: 'Tổng cộng', depth: 0, lines: linesOf(null), parts }]
}

function roman(number: number): string {
  const signs = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const
  let [rest, text] = [number, '']
  for (const [value, sign] of signs) for (; rest >= value; rest -= value) text += sign
  return text
}
