import type { CompletionLine, PlanReport } from '../../model/report.ts'
import {
  type CompletionEntry,
  type CompletionRow,
  completionEntries,
  type Noted,
  type RowOptions,
} from '../completion-rows.ts'
import type { Footnotes } from '../footnotes.ts'
import { valueText } from '../format.ts'
import { type HtmlWords, htmlWordsOf } from '../words/html-words.ts'
import { bulletChart, bulletOf } from './bullet.ts'
import { derivation } from './derivation.ts'
import { chartKey } from './key.ts'
import { html, type Markup } from './markup.ts'

/** The completion table of a plan: every line with its chart, and below it how its figures came about. */
export function completionSection(report: PlanReport, options: RowOptions): Markup {
  const { words } = options.format
  const say = htmlWordsOf(words.lang)
  const entries = completionEntries(report, options)
  const lines = report.lines.filter(({ area }) => options.byArea || area === null)
  if (lines.length === 0) return html`<p>${words.head.noIndicators}</p>`
  const { columns } = words
  const table: Table = { report, options, say, lines: lines.values(), width: 8 }
  const bodies = entries.map((entry) => body(entry, table))
  return html`<table class="stacked" role="table"><caption>${say.completion}</caption><thead role="rowgroup"><tr role="row">${head('', columns.no)}${head('', columns.indicator)}${head('number', columns.target)}${head('number', columns.actual)}${head('number', columns.variance)}${head('number', columns.completion)}${head('', say.chart)}${head('', columns.verdict)}</tr></thead>${bodies}</table>${chartKey(
    lines.some(({ expected }) => expected !== null) ? ['actual', 'target', 'expected'] : ['actual', 'target'],
    say,
  )}${noteList(options.notes)}`
}

interface Table {
  readonly report: PlanReport
  readonly options: RowOptions
  readonly say: HtmlWords
  /** Those of the rows, in their order. */
  readonly lines: IterableIterator<CompletionLine>
  readonly width: number
}

function head(kind: string, text: string): Markup {
  return html`<th role="columnheader" scope="col"${kind !== '' && html` class="${kind}"`}>${text}</th>`
}

function body(entry: CompletionEntry, table: Table): Markup {
  if (entry.kind === 'section') return entry.text === '' ? html`` : heading('section', entry.text, 0, table.width)
  if (entry.kind === 'of-which') return heading('of-which', entry.text, entry.depth, table.width)
  const line: CompletionLine | undefined = table.lines.next().value
  return line ? lineBody(entry, line, table) : html``
}

function heading(kind: string, text: string, depth: number, width: number): Markup {
  return html`<tbody class="${kind}" role="rowgroup"><tr role="row"><th role="rowheader" scope="rowgroup" colspan="${width}" class="depth-${Math.min(depth, 3)}">${text}</th></tr></tbody>`
}

function lineBody(row: CompletionRow, line: CompletionLine, { report, options, say, width }: Table): Markup {
  const { words } = options.format
  const { columns } = words
  const cell = (label: string, content: Markup | string, kind = 'number') =>
    html`<td role="cell" class="${kind}" data-label="${label}">${content}</td>`
  const unit = row.unit === '' || row.unit === '%' ? null : html` <span class="unit">(${row.unit})</span>`
  const choice = { lang: words.lang, unicode: true, decimals: options.decimals }
  return html`<tbody class="line${row.isArea && ' area'}" role="rowgroup"><tr role="row"><td role="cell" class="no">${row.no}</td><th role="rowheader" scope="row" class="depth-${Math.min(row.depth, 3)}">${noted(row.name)}${unit}</th>${cell(columns.target, noted(row.target))}${cell(columns.actual, noted(row.actual))}${cell(columns.variance, row.variance)}${cell(columns.completion, noted(row.completion), 'number completion')}${chartCell(row, line, options, say)}<td role="cell" class="verdict ${row.tone}" data-label="${columns.verdict}"><span>${row.verdict}</span></td></tr><tr class="how" role="row"><td role="cell"></td><td role="cell" colspan="${width - 1}">${derivation(report.plan, line, choice)}</td></tr></tbody>`
}

function chartCell(row: CompletionRow, line: CompletionLine, { format }: RowOptions, say: HtmlWords): Markup {
  const bullet = bulletOf(line)
  if (!bullet) return html`<td role="cell"></td>`
  const expected = line.expected && valueText(line.expected, line.indicator.type, format)
  const label = say.bullet(row.actual.text, row.target.text, expected, row.completion.text)
  return html`<td role="cell" data-label="${say.chart}">${bulletChart(bullet, row.tone, { notation: format.notation, label })}</td>`
}

export function noted({ text, marks }: Noted): Markup {
  return marks === '' ? html`${text}` : html`${text}<sup>${marks}</sup>`
}

export function noteList(notes: Footnotes): Markup {
  const list = notes.list()
  return list.length === 0
    ? html``
    : html`<ul class="notes">${list.map(({ mark, text }) => html`<li><sup>${mark}</sup> ${text}</li>`)}</ul>`
}
