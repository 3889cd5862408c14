import { Exact } from '../../../model/exact.ts'
import { isChangeTarget } from '../../../model/indicator.ts'
import { nameOfCell } from '../../../model/plan.ts'
import type { CompletionLine, Input, PlanReport } from '../../../model/report.ts'
import { type Format, valueText } from '../../figure/format.ts'
import { plainNumber } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import { positionText } from '../../figure/place-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { sourceText } from '../../figure/source-text.ts'
import { toneOf, verdictText } from '../../figure/verdict-text.ts'
import { explainWordsOf, htmlWordsOf, xlsxWordsOf } from '../../words/words.ts'
import { type Block, columnsOf, type Drawing, rowLines, rowsIn, type Table, tableBlock } from '../document.ts'
import { type CompletionRow, completionText, type RowOptions } from './completion-rows.ts'
import { completionTable } from './completion-table.ts'
import { hasSteps } from './time-cells.ts'

/** A row of the table of areas. */
interface AreaRow {
  readonly name: string
  readonly lines: ReadonlyMap<string, CompletionLine>
}

/** Completion of every indicator in every area, where several of both have a target of their own; else null. */
export function areaTable({ plan, lines }: PlanReport, { format, decimals }: RowOptions): Table<AreaRow> | null {
  const { lang } = format.words
  const say = htmlWordsOf(lang)
  const judged = lines.filter(({ area, target }) => area !== null && target !== null)
  const judgedAreas = new Set(judged.map(({ area }) => area?.id))
  const judgedIndicators = new Set(judged.map(({ indicator }) => indicator.id))
  const areas = plan.areas.filter(({ id }) => judgedAreas.has(id))
  const indicators = plan.indicators.filter(({ id }) => judgedIndicators.has(id))
  if (areas.length < 2 || indicators.length < 2) return null
  const rowOf = (id: string | null, name: string): AreaRow => ({
    name,
    lines: new Map(
      lines.flatMap((line) => ((line.area?.id ?? null) === id ? [[line.indicator.id, line] as const] : [])),
    ),
  })
  const { left, right } = columnsOf<AreaRow>()
  const lead = left('area', say.area, 24, ({ name }) => name)
  const columns = indicators.map(({ id, name, decimals: own }) =>
    right(id, safeText(name[lang]), 20, (row) => {
      const line = row.lines.get(id)
      if (!line?.target) return '–'
      const completion = completionText(line, decimals ?? own ?? plan.decimals, format)
      const verdict = verdictText(line, format)
      const hasBoth = completion !== '' && completion !== '–'
      return { text: hasBoth ? `${completion}\n${verdict}` : verdict, tone: toneOf(line.verdict) }
    }),
  )
  const title = say.areas(safeText(plan.title[lang]))
  return {
    key: 'areas',
    title,
    name: title,
    hint: say.areasHint,
    isOfPage: true,
    lines: rowLines([rowOf(null, say.total), ...areas.map(({ id, name }) => rowOf(id, safeText(name[lang])))]),
    columns: [lead, ...columns],
    lead,
  }
}

/** How a running total came to be, step by step: as a line, and as numbers beside it. Nothing where fewer than two steps are known. */
export function courseOf(
  line: CompletionLine,
  format: Format,
): { readonly title: string; readonly blocks: readonly Block[] }[] {
  if (!hasSteps(line)) return []
  const { indicator, increments, target } = line
  const { words, notation } = format
  const say = htmlWordsOf(words.lang).course
  const totals = runningTotals(increments.map(({ value }) => value))
  const text = (figure: Exact | null | undefined) => (figure ? valueText(figure, indicator.type, format) : '–')
  const rows = increments.map(({ period, value }, index) => ({
    name: periodText(period, words),
    step: text(value),
    total: text(totals[index]),
  }))
  const { left, right } = columnsOf<(typeof rows)[number]>()
  const lead = left('period', say.period, 20, ({ name }) => name)
  const columns = [
    lead,
    right('step', say.step, 20, ({ step }) => step),
    right('total', say.total, 20, ({ total }) => total),
  ]
  const aim = target?.target
  const drawing: Drawing = {
    kind: 'course',
    points: rows.map((_, index) => ({ label: String(index + 1), value: totals[index] ?? null })),
    target: aim && 'value' in aim && !isChangeTarget(aim) ? aim.value : null,
    notation,
    label: say.label(rows.map(({ name, total }) => `${name}: ${total}`).join('; ')),
  }
  const table = tableBlock({ key: 'course', name: say.title, lines: rowLines(rows), columns, lead })
  return [{ title: say.title, blocks: [{ kind: 'figure', caption: '', drawing }, table] }]
}

/** Up to each step; behind a step that was not reported nothing is known. */
function runningTotals(steps: readonly (Exact | null)[]): readonly (Exact | null)[] {
  let total: Exact | null = Exact.ZERO
  return steps.map((step) => {
    total = total && step && total.plus(step)
    return total
  })
}

/** Every area of every indicator, a row each, with the indicator beside it: for filters of a workbook; null: there are no areas. */
export function areaLinesTable(report: PlanReport, options: RowOptions): Table<CompletionRow> | null {
  const lines = report.lines.filter(({ area }) => area !== null)
  if (lines.length === 0) return null
  const { words } = options.format
  const say = xlsxWordsOf(words.lang)
  const table = completionTable({ ...report, lines }, { ...options, byArea: true })
  const { left } = columnsOf<CompletionRow>()
  const named = (key: string, head: string, of: (line: CompletionLine) => string | undefined) =>
    left(key, head, 30, ({ line }) => safeText(of(line) ?? ''))
  const naming = [
    named('area', say.area, ({ area }) => area?.name[words.lang]),
    named('name', words.columns.indicator, ({ indicator }) => indicator.name[words.lang]),
  ]
  return {
    ...table,
    key: 'area-lines',
    name: say.sheets.areas,
    sheetName: say.sheets.areas,
    lines: rowLines(rowsIn(table.lines)),
    sheet: (table.sheet ?? table.columns).flatMap((column) => (column.key === table.lead.key ? naming : [column])),
  }
}

interface InputRow {
  readonly line: CompletionLine
  readonly input: Input
}

/** Every figure that the report came from, as written and as read, with its place. */
export function inputTable({ plan, lines }: PlanReport, { words }: Format): Table<InputRow> {
  const { lang } = words
  const say = xlsxWordsOf(lang)
  const { input: heads } = say
  const { inputNames } = explainWordsOf(lang)
  const { left, right } = columnsOf<InputRow>()
  const named = (key: string, head: string, comfortable: number, of: (row: InputRow) => string | null | undefined) =>
    left(key, head, comfortable, (row) => safeText(of(row) ?? ''))
  const counted = (key: 'line' | 'column') => right(key, heads[key], 8, ({ input }) => String(input.at[key]))
  // Of the figure, which may be a part of a sum over areas.
  const areaOf = ({ line, input }: InputRow) =>
    input.area === line.area?.id ? line.area?.name : nameOfCell(plan, input.area)
  const lead = named('indicator', words.columns.indicator, 36, ({ line }) => line.indicator.name[lang])
  return {
    key: 'inputs',
    name: say.sheets.inputs,
    lines: rowLines(lines.flatMap((line) => line.inputs.map((input) => ({ line, input })))),
    columns: [
      lead,
      named('area', say.area, 20, (row) => areaOf(row)?.[lang]),
      named('field', heads.field, 18, ({ input }) => inputNames[input.field]),
      named('written', heads.written, 18, ({ input }) => input.text),
      right('value', heads.value, 14, () => '', {
        figure: ({ input: { figure } }) => ({
          value: figure?.value,
          printed: (value) => plainNumber(value, 'half-up', [], figure?.decimals ?? 0),
        }),
      }),
      named('period', heads.period, 16, ({ input }) => input.period && periodText(input.period, words)),
      named('status', heads.status, 14, ({ input }) => input.status && words.statuses[input.status]),
      named('file', heads.file, 36, ({ input }) => input.at.file),
      counted('line'),
      counted('column'),
      named('cell', heads.cell, 12, ({ input: { at } }) => (at.sheet === undefined ? null : positionText(at))),
      named('source', heads.source, 60, ({ input }) => input.source && sourceText(input.source, lang)),
    ],
    lead,
  }
}
