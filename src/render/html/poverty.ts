import type { Change } from '../../model/poverty-rate.ts'
import type { CompletionLine, PlanReport } from '../../model/report.ts'
import { safeText } from '../figure/safe-text.ts'
import type { RowOptions } from '../view/report/completion-rows.ts'
import { changeRemarks } from '../view/report/poverty-remarks.ts'
import { type PovertyRow, povertyLines, povertyTable } from '../view/report/poverty-rows.ts'
import { htmlWordsOf } from '../words/words.ts'
import { dumbbellChart, dumbbellValues } from './dumbbell.ts'
import { chartKey } from './key.ts'
import { html, type Markup } from './markup.ts'
import { cellsOf, noted, noteList, type PageColumn, prominent, rowHead, stackedTable } from './table.ts'

/** The changes of poverty rates, each with its chart; nothing where the plan has none. */
export function povertySection(report: PlanReport, options: RowOptions): Markup {
  const lines = povertyLines(report, options.byArea)
  if (lines.length === 0) return html``
  const { words, notation } = options.format
  const { poverty } = words
  const say = htmlWordsOf(words.lang)
  const table = povertyTable(lines, report, options)
  const all = lines.flatMap(({ change }) => (change && !change.differsIn ? dumbbellValues(change) : []))
  const changes = changesOf(table.rows, lines)
  const chart = (row: PovertyRow) => {
    const change = changes.get(row)
    const label = say.dumbbell(row.from.text, row.to.text, row.change.text, row.planned)
    return change ? dumbbellChart(change, all, row.tone, { notation, label }) : null
  }
  const columns: readonly PageColumn<PovertyRow>[] = [
    { head: table.from, kind: 'number', cell: ({ from }) => noted(from) },
    { head: table.to, kind: 'number', cell: ({ to }) => noted(to) },
    { head: poverty.change, kind: 'number', cell: ({ change }) => noted(change) },
    { head: poverty.relativeChange, kind: 'number', cell: ({ relative }) => relative },
    { head: poverty.planned, kind: 'number', cell: ({ planned }) => planned },
    {
      head: poverty.completion,
      kind: 'number',
      cell: ({ completion }) => (completion.text === '' ? null : prominent(completion)),
    },
    ...(all.length > 0 ? [{ head: say.chart, kind: 'drawing' as const, cell: chart }] : []),
    {
      head: poverty.verdict,
      kind: 'text',
      cell: ({ verdict, tone }) => (verdict === '' ? null : html`<span class="verdict ${tone}">${verdict}</span>`),
    },
  ]
  const heads: PageColumn<PovertyRow>[] = [{ head: poverty.indicator, kind: 'text', cell: () => null }, ...columns]
  const bodies = table.rows.map(
    (row) =>
      html`<tbody class="line${row.isCount && ' area'}"><tr>${rowHead(row.depth, row.name)}${cellsOf(columns, row)}</tr></tbody>`,
  )
  return html`${stackedTable(poverty.title, heads, bodies)}${all.length > 0 && chartKey(['from', 'to', 'planned'], say)}${noteList(options.notes)}${remarks(lines, options)}`
}

/** The change of each row of a rate that can be drawn; the rows of counts belong to the rate before them. */
function changesOf(rows: readonly PovertyRow[], lines: readonly CompletionLine[]): ReadonlyMap<PovertyRow, Change> {
  const changes = new Map<PovertyRow, Change>()
  for (const [index, row] of rows.filter(({ isCount }) => !isCount).entries()) {
    const change = lines[index]?.change
    if (change && !change.differsIn) changes.set(row, change)
  }
  return changes
}

/** The sentences below the table, with the name before each where there are several lines. */
function remarks(lines: readonly CompletionLine[], { format }: RowOptions): Markup {
  const all = lines.flatMap((line) => {
    const name = safeText((line.area ?? line.indicator).name[format.words.lang])
    return changeRemarks(line, format, { detail: true }).map((remark) =>
      lines.length === 1 ? remark : `${name}: ${remark}`,
    )
  })
  return all.length === 0 ? html`` : html`<ul class="remarks">${all.map((remark) => html`<li>${remark}</li>`)}</ul>`
}
