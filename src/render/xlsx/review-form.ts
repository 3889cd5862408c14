import type { Cell, WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { Exact } from '../../model/exact.ts'
import { pushTo } from '../../model/lists.ts'
import type { Area, Plan } from '../../model/plan.ts'
import { type CompletionLine, lineKey, type PlanReport, type Report } from '../../model/report.ts'
import { baselineOf, rateOf } from '../../model/target.ts'
import { DECIMALS_OF_COUNTED_RATES } from '../figure/format.ts'
import { figureCell, textCell, type XlsxCell } from './cells.ts'
import { NO_CLOCK, sheetNames } from './document.ts'
import { CENTERED, GRID } from './form.ts'
import { HEAD_STYLE, heightOf, letterOf, pageOf, printNames } from './sheet.ts'

/*
 * The form of the yearly review of poor and near-poor households, filled in, as `table: { form: poverty-review }` reads it. It
 * is in Vietnamese, as the form is.
 */

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

/** The forms of the poor and of the near-poor of each plan, a sheet each; no bytes where no plan has either. */
export async function renderReviewForm({ plans }: Report): Promise<Uint8Array> {
  const forms = plans.flatMap((report) => formsOf(report))
  if (forms.length === 0) return new Uint8Array()
  const sheets = sheetNames(forms).map(([name, { sheet }]) => sheet(name))
  return writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.flatMap(({ names }) => names),
    properties: { modified: NO_CLOCK },
  })
}

function formsOf({ plan, lines }: PlanReport) {
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
    const name = isNear ? 'Hộ cận nghèo' : 'Hộ nghèo'
    return [{ name, sheet: (unique: string) => sheetOf(unique, of, plan, linesOf) }]
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

/** Excel takes no more terms in comfort, and nobody reads more. */
const MOST_TERMS = 200
const HEAD_ROW = 3

function sheetOf(name: string, of: 'nghèo' | 'cận nghèo', plan: Plan, linesOf: (area: Area | null) => LinesOfArea) {
  const columns = columnsOf(of)
  const rows = rowsOf(plan, linesOf)
  const width = columns.length + 2
  const cells = new Map<string, Partial<Cell>>()
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = []
  const put = (row: number, column: number, { value, format, formula }: XlsxCell, style: Cell['style']) =>
    cells.set(`${row},${column}`, {
      value,
      style: { ...style, ...(format && { numFmt: format }) },
      ...(formula && { formula, formulaResult: value }),
    })
  const title = { font: { bold: true, size: 14 }, alignment: CENTERED } as const
  put(0, 0, textCell(`TỔNG HỢP DIỄN BIẾN HỘ ${of.toUpperCase()} NĂM ${plan.period.text}`), title)
  put(1, 0, textCell(plan.title.vi), { font: { italic: true }, alignment: CENTERED })
  for (const row of [0, 1]) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 })
  const head = { ...HEAD_STYLE, border: GRID, alignment: CENTERED }
  const allHeads = [['TT', ''], ['Đơn vị', ''], ...columns.map(({ heads }) => heads)]
  for (const [column, [outer = '', inner = '']] of allHeads.entries()) {
    const isFirst = allHeads[column - 1]?.[0] !== outer
    put(HEAD_ROW, column, textCell(isFirst ? outer : ''), head)
    put(HEAD_ROW + 1, column, textCell(inner), head)
    if (inner === '') merges.push({ startRow: HEAD_ROW, startCol: column, endRow: HEAD_ROW + 1, endCol: column })
    const last = allHeads.findLastIndex(([other]) => other === outer)
    if (isFirst && last > column) merges.push({ startRow: HEAD_ROW, startCol: column, endRow: HEAD_ROW, endCol: last })
    put(HEAD_ROW + 2, column, textCell(column < 2 ? (['A', 'B'][column] ?? '') : String(column - 1)), head)
  }
  const firstRow = HEAD_ROW + 3
  const figures = rows.map(({ lines }) => columns.map(({ figure }) => figure(lines)))
  for (const [index, { no, name: area, depth, parts }] of rows.entries()) {
    const style = { border: GRID, ...(depth === 0 && { font: { bold: true } }) }
    put(firstRow + index, 0, textCell(no), { ...style, alignment: { horizontal: 'center' } })
    put(firstRow + index, 1, textCell(area), { ...style, alignment: { wrapText: true } })
    const numbers = figures[index]?.map((figure) => figure?.value ?? null) ?? []
    for (const [column, { formula, computed, isRate }] of columns.entries()) {
      const figure = figures[index]?.[column]
      const cellOf = (row: number) => (place: number) => `${letterOf(place + 2)}${firstRow + row + 1}`
      const own = parts.map((part) => figures[part]?.[column]?.value)
      const sums = !isRate && own.length > 0 && own.length <= MOST_TERMS && own.every((each) => each)
      const sum = sums ? Exact.sum(own.flatMap((each) => each ?? [])) : null
      const printed = (value: Exact) => value.toFixed(figure?.decimals ?? 0)
      const isLike = (value: Exact | null | undefined) => value && figure && printed(value) === printed(figure.value)
      // A formula stands where it gives the figure that was reported; what does not add up stands as it was.
      const live = isLike(sum)
        ? parts.map((part) => cellOf(part)(column)).join('+')
        : isLike(computed?.(numbers)) && figure
          ? formula?.(cellOf(index))
          : undefined
      // As the formula rounds it.
      const value = figure && (isRate ? Exact.parse(printed(figure.value)) : figure.value)
      const cell = figureCell({ value, printed })
      put(firstRow + index, column + 2, { ...cell, ...(live && { formula: live }) }, style)
    }
  }
  const sheet: WriteSheet = {
    name,
    columns: [{ width: 6 }, { width: 28 }, ...columns.map(() => ({ width: 11 }))],
    cells,
    merges,
    freezePane: { rows: firstRow },
    rowDefs: new Map([HEAD_ROW, HEAD_ROW + 1].map((row) => [row, { height: heightOf([2]) }])),
    pageSetup: pageOf(),
  }
  const area = `$A$1:$${letterOf(width - 1)}$${firstRow + rows.length}`
  return { sheet, names: printNames(name, area, `$${HEAD_ROW + 1}:$${HEAD_ROW + 2}`) }
}
