import type { CompletionLine, PlanReport } from '../../model/report.ts'
import type { RowOptions } from '../completion-rows.ts'
import { changeRemarks } from '../poverty-remarks.ts'
import { type PovertyRow, povertyLines, povertyTable } from '../poverty-rows.ts'
import { safeText } from '../safe-text.ts'
import { type HtmlWords, htmlWordsOf } from '../words/html-words.ts'
import { noted, noteList } from './completion.ts'
import { dumbbellChart, dumbbellValues } from './dumbbell.ts'
import { chartKey } from './key.ts'
import { html, type Markup } from './markup.ts'

/** The changes of poverty rates, each with its chart; nothing where the plan has none. */
export function povertySection(report: PlanReport, options: RowOptions): Markup {
  const lines = povertyLines(report, options.byArea)
  if (lines.length === 0) return html``
  const { words } = options.format
  const { poverty } = words
  const say = htmlWordsOf(words.lang)
  const table = povertyTable(lines, report, options)
  const all = lines.flatMap(({ change }) => (change && !change.differsIn ? dumbbellValues(change) : []))
  const rates = lines.values()
  const head = (text: string, kind = 'number') => html`<th role="columnheader" scope="col" class="${kind}">${text}</th>`
  const rows = table.rows.map((row) => {
    const line: CompletionLine | null = row.isCount ? null : (rates.next().value ?? null)
    const change = line?.change && !line.change.differsIn ? line.change : null
    const label = say.dumbbell(row.from.text, row.to.text, row.change.text, row.planned)
    const chart = change && dumbbellChart(change, all, row.tone, { notation: options.format.notation, label })
    return povertyRow(row, chart, [table.from, table.to], options, say)
  })
  return html`<table class="stacked" role="table"><caption>${poverty.title}</caption><thead role="rowgroup"><tr role="row">${head(poverty.indicator, '')}${head(table.from)}${head(table.to)}${head(poverty.change)}${head(poverty.relativeChange)}${head(poverty.planned)}${head(poverty.completion)}${head(say.chart, '')}${head(poverty.verdict, '')}</tr></thead>${rows}</table>${all.length > 0 && chartKey(['from', 'to', 'planned'], say)}${noteList(options.notes)}${remarks(lines, options)}`
}

function povertyRow(
  row: PovertyRow,
  chart: Markup | null,
  [from, to]: readonly [string, string],
  { format }: RowOptions,
  say: HtmlWords,
): Markup {
  const { poverty } = format.words
  const cell = (label: string, content: Markup | string, kind = 'number') =>
    html`<td role="cell" class="${kind}" data-label="${label}">${content}</td>`
  const empty = html`<td role="cell"></td>`
  return html`<tbody class="line${row.isCount && ' area'}" role="rowgroup"><tr role="row"><th role="rowheader" scope="row" class="depth-${Math.min(row.depth, 3)}">${row.name}</th>${cell(from, noted(row.from))}${cell(to, noted(row.to))}${cell(poverty.change, noted(row.change))}${row.relative === '' ? empty : cell(poverty.relativeChange, row.relative)}${row.planned === '' ? empty : cell(poverty.planned, row.planned)}${row.completion.text === '' ? empty : cell(poverty.completion, noted(row.completion), 'number completion')}${chart ? html`<td role="cell" data-label="${say.chart}">${chart}</td>` : empty}${
    row.verdict === ''
      ? empty
      : html`<td role="cell" class="verdict ${row.tone}" data-label="${poverty.verdict}"><span>${row.verdict}</span></td>`
  }</tr></tbody>`
}

/** The sentences below the table, with the name before each where there are several lines. */
function remarks(lines: readonly CompletionLine[], { format }: RowOptions): Markup {
  const all = lines.flatMap((line) => {
    const name = safeText((line.area ?? line.indicator).name[format.words.lang])
    return changeRemarks(line, format, true).map((remark) => (lines.length === 1 ? remark : `${name}: ${remark}`))
  })
  return all.length === 0 ? html`` : html`<ul class="remarks">${all.map((remark) => html`<li>${remark}</li>`)}</ul>`
}
