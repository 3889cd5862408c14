import type { PlanReport } from '../../model/report.ts'
import type { RowOptions } from '../view/report/completion-rows.ts'
import { type Earlier, type EarlierRow, earlierTable } from '../view/report/earlier-rows.ts'
import { type OutlookRow, outlook } from '../view/report/outlook-rows.ts'
import { timeWordsOf } from '../words/words.ts'
import { html, type Markup } from './markup.ts'
import { cellsOf, lines, noted, noteList, type PageColumn, rowHead, stackedTable } from './table.ts'

/** The figures beside those of earlier times; nothing where none are known. */
export function earlierSection(report: PlanReport, options: RowOptions): Markup {
  const table = earlierTable(report, options)
  if (table.rows.length === 0) return html``
  const { words } = options.format
  const { earlier: say } = timeWordsOf(words.lang)
  const shown = (['inPeriod', 'previous', 'lastYear', 'actual', 'toDateLastYear'] as const).filter(table.has)
  const columns = shown.map(
    (key): PageColumn<EarlierRow> => ({
      head: table.heads[key],
      kind: 'number',
      cell: (row) => {
        const cell = row[key]
        if (typeof cell === 'string') return lines(cell)
        return 'change' in cell ? besideIt(cell) : noted(cell)
      },
    }),
  )
  const heads: PageColumn<EarlierRow>[] = [
    { head: words.columns.indicator, kind: 'text', cell: () => null },
    ...columns,
  ]
  const bodies = table.rows.map((row) => body(row, columns))
  return html`${stackedTable(say.title, heads, bodies)}${noteList(options.notes)}`
}

function besideIt({ value, change }: Earlier) {
  if (value === '') return null
  return [lines(value), change.text !== '' && html`<br><span class="small">${noted(change)}</span>`]
}

/** What the rest of the plan's period has to bring. */
export function outlookSection(report: PlanReport, options: RowOptions): Markup {
  const { title, rows, remark } = outlook(report, options)
  const { columns } = options.format.words
  const { outlook: say } = timeWordsOf(options.format.words.lang)
  if (rows.length === 0) return html`<p class="remark">${remark}</p>`
  const figures: readonly PageColumn<OutlookRow>[] = [
    { head: columns.target, kind: 'number', cell: ({ target }) => target },
    { head: columns.actual, kind: 'number', cell: ({ actual }) => actual },
    { head: say.forecast, kind: 'number', cell: ({ forecast }) => forecast },
    { head: say.required, kind: 'text', cell: ({ required }) => required },
  ]
  const heads: PageColumn<OutlookRow>[] = [{ head: columns.indicator, kind: 'text', cell: () => null }, ...figures]
  return html`${stackedTable(
    title,
    heads,
    rows.map((row) => body(row, figures)),
  )}<p class="remark">${remark}</p>`
}

function body<Row extends { readonly depth: number; readonly isArea: boolean; readonly name: string }>(
  row: Row,
  columns: readonly PageColumn<Row>[],
): Markup {
  return html`<tbody class="line${row.isArea && ' area'}"><tr>${rowHead(row.depth, row.name)}${cellsOf(columns, row)}</tr></tbody>`
}
