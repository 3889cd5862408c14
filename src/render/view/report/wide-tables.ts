import { Exact } from '../../../model/exact.ts'
import { isChangeTarget } from '../../../model/indicator.ts'
import { areaOfPlan } from '../../../model/plan.ts'
import type { CompletionLine, Input, PlanReport } from '../../../model/report.ts'
import { type Format, valueText } from '../../figure/format.ts'
import { plainNumber } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { sourceText } from '../../figure/source-text.ts'
import { toneOf, verdictText } from '../../figure/verdict-text.ts'
import { positionText } from '../../problem/problems.ts'
import { explainWordsOf, htmlWordsOf, xlsxWordsOf } from '../../words/words.ts'
import { type Block, type Column, noNotes, rowsIn, type Table, tableBlock } from '../document.ts'
import { type CompletionRow, completionText, type RowOptions } from './completion-rows.ts'
import { completionTable } from './completion-table.ts'

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
  const lead: Column<AreaRow> = {
    key: 'area',
    head: say.area,
    align: 'left',
    comfortable: 24,
    cell: ({ name }) => ({ text: name }),
  }
  const columns = indicators.map(
    ({ id, name, decimals: own }): Column<AreaRow> => ({
      key: id,
      head: safeText(name[lang]),
      align: 'right',
      comfortable: 20,
      cell: (row) => {
        const line = row.lines.get(id)
        if (!line?.target) return { text: '–' }
        const completion = completionText(line, decimals ?? own ?? plan.decimals, format)
        const verdict = verdictText(line, format)
        const hasBoth = completion !== '' && completion !== '–'
        return { text: hasBoth ? `${completion}\n${verdict}` : verdict, tone: toneOf(line.verdict) }
      },
    }),
  )
  return {
    key: 'areas',
    title: say.areas(safeText(plan.title[lang])),
    name: say.areas(safeText(plan.title[lang])),
    hint: say.areasHint,
    isOfPage: true,
    lines: [rowOf(null, say.total), ...areas.map(({ id, name }) => rowOf(id, safeText(name[lang])))].map((row) => ({
      kind: 'row',
      row,
    })),
    columns: [lead, ...columns],
    layouts: [],
    lead,
    remarks: [],
    notes: noNotes,
  }
}

interface CourseRow {
  readonly name: string
  readonly step: string
  readonly total: string
  readonly value: Exact | null
}

/** How a running total came to be, step by step: as a line, and as numbers beside it. Nothing where fewer than two steps are known. */
export function courseOf(
  { indicator, increments, target }: CompletionLine,
  format: Format,
): { readonly title: string; readonly blocks: readonly Block[] }[] {
  if (increments.filter(({ value }) => value !== null).length < 2) return []
  const { words, notation } = format
  const say = htmlWordsOf(words.lang).course
  const totals = runningTotals(increments.map(({ value }) => value))
  const text = (figure: Exact | null | undefined) => (figure ? valueText(figure, indicator.type, format) : '–')
  const rows = increments.map(
    ({ period, value }, index): CourseRow => ({
      name: periodText(period, words),
      step: text(value),
      total: text(totals[index]),
      value: totals[index] ?? null,
    }),
  )
  const column = (key: string, head: string, align: 'left' | 'right', of: (row: CourseRow) => string) =>
    ({ key, head, align, comfortable: 20, cell: (row) => ({ text: of(row) }) }) satisfies Column<CourseRow>
  const lead = column('period', say.period, 'left', ({ name }) => name)
  const columns = [
    lead,
    column('step', say.step, 'right', ({ step }) => step),
    column('total', say.total, 'right', ({ total }) => total),
  ]
  const aim = target?.target
  return [
    {
      title: say.title,
      blocks: [
        {
          kind: 'figure',
          caption: '',
          drawing: {
            kind: 'course',
            points: rows.map(({ value }, index) => ({ label: String(index + 1), value })),
            target: aim && 'value' in aim && !isChangeTarget(aim) ? aim.value : null,
            notation,
            label: say.label(rows.map(({ name, total }) => `${name}: ${total}`).join('; ')),
          },
        },
        tableBlock({
          key: 'course',
          title: null,
          name: say.title,
          lines: rows.map((row) => ({ kind: 'row', row })),
          columns,
          layouts: [],
          lead,
          remarks: [],
          notes: noNotes,
        }),
      ],
    },
  ]
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
  const named = (
    key: string,
    head: string,
    of: (line: CompletionLine) => string | undefined,
  ): Column<CompletionRow> => ({
    key,
    head,
    align: 'left',
    comfortable: 30,
    cell: ({ line }) => ({ text: safeText(of(line) ?? '') }),
  })
  const naming = [
    named('area', say.area, ({ area }) => area?.name[words.lang]),
    named('name', words.columns.indicator, ({ indicator }) => indicator.name[words.lang]),
  ]
  return {
    ...table,
    key: 'area-lines',
    name: say.sheets.areas,
    sheetName: say.sheets.areas,
    lines: rowsIn(table.lines).map((row) => ({ kind: 'row', row })),
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
  const named = (
    key: string,
    head: string,
    comfortable: number,
    of: (row: InputRow) => string | null | undefined,
  ): Column<InputRow> => ({ key, head, align: 'left', comfortable, cell: (row) => ({ text: safeText(of(row) ?? '') }) })
  const counted = (key: 'line' | 'column', head: string): Column<InputRow> => ({
    ...named(key, head, 8, ({ input }) => String(input.at[key])),
    align: 'right',
  })
  // Of the figure, which may be a part of a sum over areas.
  const areaOf = ({ line, input }: InputRow) =>
    input.area === line.area?.id ? line.area?.name : areaOfPlan(plan, input.area)?.name
  const lead = named('indicator', words.columns.indicator, 36, ({ line }) => line.indicator.name[lang])
  return {
    key: 'inputs',
    title: null,
    name: say.sheets.inputs,
    lines: lines.flatMap((line) => line.inputs.map((input) => ({ kind: 'row' as const, row: { line, input } }))),
    columns: [
      lead,
      named('area', say.area, 20, (row) => areaOf(row)?.[lang]),
      named('field', heads.field, 18, ({ input }) => inputNames[input.field]),
      named('written', heads.written, 18, ({ input }) => input.text),
      {
        ...named('value', heads.value, 14, () => ''),
        align: 'right',
        figure: ({ input: { figure } }) => ({
          value: figure?.value,
          printed: (value) => plainNumber(value, 'half-up', [], figure?.decimals ?? 0),
        }),
      },
      named('period', heads.period, 16, ({ input }) => input.period && periodText(input.period, words)),
      named('status', heads.status, 14, ({ input }) => input.status && words.statuses[input.status]),
      named('file', heads.file, 36, ({ input }) => input.at.file),
      counted('line', heads.line),
      counted('column', heads.column),
      named('cell', heads.cell, 12, ({ input: { at } }) => (at.sheet === undefined ? null : positionText(at))),
      named('source', heads.source, 60, ({ input }) => input.source && sourceText(input.source, lang)),
    ],
    layouts: [],
    lead,
    remarks: [],
    notes: noNotes,
  }
}
