import { areaOfPlan } from '../../../model/plan.ts'
import type { CompletionLine, Input, PlanReport } from '../../../model/report.ts'
import type { Format } from '../../figure/format.ts'
import { plainNumber } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import { positionText } from '../../figure/place-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { sourceText } from '../../figure/source-text.ts'
import { explainWordsOf, xlsxWordsOf } from '../../words/words.ts'
import { type Column, noNotes, rowsIn, type Table } from '../document.ts'
import type { CompletionRow, RowOptions } from './completion-rows.ts'
import { completionTable } from './completion-table.ts'

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
