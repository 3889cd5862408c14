import type { PlanReport } from '../../model/report.ts'
import type { CompletionEntry, CompletionRow, RowOptions } from '../view/report/completion-rows.ts'
import { type CompletionView, completionView } from '../view/report/completion-view.ts'
import { type HtmlWords, htmlWordsOf } from '../words/html-words.ts'
import { bulletChart, bulletOf } from './bullet.ts'
import { course } from './course.ts'
import { derivation } from './derivation.ts'
import { chartKey } from './key.ts'
import { html, type Markup } from './markup.ts'
import { below, cellsOf, noted, noteList, type PageColumn, prominent, rowHead, stackedTable } from './table.ts'

/** The completion table of a plan: every line with its chart, and below it how its figures came about. */
export function completionSection(report: PlanReport, options: RowOptions): Markup {
  const { words } = options.format
  const say = htmlWordsOf(words.lang)
  const view = completionView(report, options)
  if (view.entries.length === 0) return html`${report.leftOut.length === 0 && html`<p>${words.head.noIndicators}</p>`}`
  const columns = completionColumns(view, options, say)
  const heads = [
    column<CompletionRow>(view.heads.no, 'text'),
    column<CompletionRow>(view.heads.name, 'text'),
    ...columns,
  ]
  const bodies = view.entries.map((entry) => body(entry, { report, options, columns, width: heads.length }))
  const drawn = view.entries.some((entry) => entry.kind === 'line' && bulletOf(entry.line) !== null)
  const isExpected = view.entries.some((entry) => entry.kind === 'line' && entry.expectedAchievement !== null)
  return html`${stackedTable(say.completion, heads, bodies)}${
    drawn && chartKey(isExpected ? ['actual', 'target', 'expected'] : ['actual', 'target'], say)
  }${view.remarks.map((remark) => html`<p class="remark">${remark}</p>`)}${noteList(options.notes)}`
}

interface Table {
  readonly report: PlanReport
  readonly options: RowOptions
  readonly columns: readonly PageColumn<CompletionRow>[]
  readonly width: number
}

function column<Row>(
  head: string,
  kind: PageColumn<Row>['kind'],
  cell: PageColumn<Row>['cell'] = () => null,
): PageColumn<Row> {
  return { head, kind, cell }
}

/** Figures that belong to one another share a column, the lesser one in small below. */
function completionColumns(
  view: CompletionView,
  options: RowOptions,
  say: HtmlWords,
): readonly PageColumn<CompletionRow>[] {
  const { heads, has } = view
  const where = (isShown: boolean, shown: PageColumn<CompletionRow>) => (isShown ? [shown] : [])
  return [
    column(heads.target, 'number', ({ target, originalTarget }) => [
      noted(target),
      below(`${heads.originalTarget}:`, originalTarget),
    ]),
    ...where(
      has('inPeriod'),
      column(heads.inPeriod, 'number', ({ inPeriod }) => noted(inPeriod)),
    ),
    column(heads.actual, 'number', ({ actual }) => noted(actual)),
    ...where(
      has('lastYear'),
      column(heads.lastYear, 'number', ({ lastYear }) => noted(lastYear)),
    ),
    ...where(
      has('variance'),
      column(heads.variance, 'number', ({ variance }) => variance),
    ),
    ...where(
      has('expected'),
      column(heads.expected, 'number', ({ expected, pace }) => [noted(expected), below(`${heads.pace}:`, pace)]),
    ),
    ...where(
      view.entries.some((entry) => entry.kind === 'line' && entry.completion.text !== ''),
      column(heads.completion, 'number', ({ completion, originalCompletion, published }) =>
        completion.text === ''
          ? null
          : [
              prominent(completion),
              below(`${heads.originalCompletion}:`, originalCompletion),
              below(`${heads.published}:`, published),
            ],
      ),
    ),
    ...where(
      has('rank'),
      column(heads.rank, 'number', ({ rank }) => rank),
    ),
    ...where(
      has('shortfallShare'),
      column(heads.shortfallShare, 'number', ({ shortfallShare }) => shortfallShare),
    ),
    ...where(
      view.entries.some((entry) => entry.kind === 'line' && bulletOf(entry.line) !== null),
      column(say.chart, 'drawing', (row) => chart(row, options, say)),
    ),
    column(heads.verdict, 'text', ({ verdict, tone }) => html`<span class="verdict ${tone}">${verdict}</span>`),
  ]
}

function chart(row: CompletionRow, { format }: RowOptions, say: HtmlWords): Markup | null {
  const drawn = bulletOf(row.line)
  if (!drawn) return null
  const expected = row.expectedAchievement === null ? null : row.expected.text
  const label = say.bullet(row.actual.text, row.target.text, expected, row.completion.text)
  // Without its mark in the bar of the table there is none here either.
  const bullet = row.expectedAchievement === null ? { ...drawn, expected: null } : drawn
  return bulletChart(bullet, row.tone, { notation: format.notation, label })
}

function body(entry: CompletionEntry, table: Table): Markup {
  if (entry.kind === 'section') return entry.text === '' ? html`` : heading('section', entry.text, 0, table.width)
  if (entry.kind === 'of-which') return heading('of-which', entry.text, entry.depth, table.width)
  return lineBody(entry, table)
}

function heading(kind: string, text: string, depth: number, width: number): Markup {
  return html`<tbody class="${kind}" role="rowgroup"><tr role="row"><th role="rowheader" scope="rowgroup" colspan="${width}" class="depth-${Math.min(depth, 3)}">${text}</th></tr></tbody>`
}

function lineBody(row: CompletionRow, { report, options, columns, width }: Table): Markup {
  const { lang } = options.format.words
  const unit = row.unit === '' || row.unit === '%' ? null : html` <span class="unit">(${row.unit})</span>`
  const choice = { lang, unicode: true, decimals: options.decimals }
  const name = [
    noted(row.name),
    unit,
    row.responsible !== '' && html`<br><span class="small">${row.responsible}</span>`,
  ]
  return html`<tbody class="line${row.isArea && ' area'}" role="rowgroup"><tr role="row"><td role="cell" class="no">${row.no}</td>${rowHead(row.depth, name)}${cellsOf(columns, row)}</tr><tr class="how" role="row"><td role="cell"></td><td role="cell" colspan="${width - 1}"><div class="openings">${derivation(report.plan, row.line, choice)}${course(row.line, options)}</div></td></tr></tbody>`
}
