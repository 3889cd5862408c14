import type { PlanReport, Report } from '../../model/report.ts'
import type { PovertySeries } from '../../model/series.ts'
import { DECIMALS_OF_COUNTED_RATES, valueText } from '../figure/format.ts'
import { periodText } from '../figure/period-text.ts'
import { safeText } from '../figure/safe-text.ts'
import type { RowOptions } from '../view/report/completion-rows.ts'
import { type SeriesEntry, type SeriesRow, seriesTable, seriesToShow } from '../view/report/series-rows.ts'
import { htmlWordsOf, seriesWordsOf } from '../words/words.ts'
import { lineChart } from './line-chart.ts'
import { html, type Markup } from './markup.ts'
import { cellsOf, noted, noteList, type PageColumn, rowHead, stackedTable } from './table.ts'

/** Poverty rates over the years: a line each, broken where what is measured changes, and every figure below. */
export function seriesSection(report: PlanReport, all: Report, options: RowOptions): Markup {
  const series = seriesToShow(report, all, { byArea: options.byArea, alone: false })
  if (series.length === 0) return html``
  const { title, columns: say } = seriesWordsOf(options.format.words.lang)
  const table = seriesTable(series, report, options)
  const figure = (head: string, cell: (row: SeriesRow) => string): PageColumn<SeriesRow> => ({
    head,
    kind: 'number',
    cell,
  })
  const columns = [
    figure(say.rate, ({ rate }) => rate),
    figure(say.change, ({ change }) => change),
    figure(say.sinceFirst, ({ sinceFirst }) => sinceFirst),
    ...(table.hasPlanned
      ? [figure(say.planned, ({ planned }) => planned), figure(say.completion, ({ completion }) => completion)]
      : []),
    ...(table.hasPoor ? [figure(table.countsPersons ? say.poorPersons : say.poor, ({ poor }) => poor)] : []),
  ]
  const heads: PageColumn<SeriesRow>[] = [{ head: say.time, kind: 'text', cell: () => null }, ...columns]
  const bodies = table.entries.map((entry) => body(entry, columns, heads.length))
  return html`${stackedTable(title, heads, bodies)}${noteList(options.notes)}${series.map((each) => drawn(each, options))}${
    table.remarks.length > 0 &&
    html`<ul class="remarks">${table.remarks.map((remark) => html`<li>${remark}</li>`)}</ul>`
  }`
}

function body(entry: SeriesEntry, columns: readonly PageColumn<SeriesRow>[], width: number): Markup {
  if (entry.kind !== 'point') {
    return html`<tbody class="${entry.kind === 'name' ? 'section' : 'of-which'}"><tr><th scope="rowgroup" colspan="${width}">${entry.text}</th></tr></tbody>`
  }
  return html`<tbody class="line"><tr>${rowHead(0, noted(entry.time))}${cellsOf(columns, entry)}</tr></tbody>`
}

function drawn({ indicator, area, points }: PovertySeries, { format }: RowOptions): Markup {
  const { words, notation } = format
  const name = safeText((area ?? indicator).name[words.lang])
  const shown = points.map(({ end, differsIn }) => ({
    label: end.period ? periodText(end.period, words) : '',
    value: end.value,
    startsAnew: differsIn !== null,
    text: valueText(end.value, indicator.type, format, [], end.printedDecimals ?? DECIMALS_OF_COUNTED_RATES),
  }))
  const label = htmlWordsOf(words.lang).line(name, shown.map((point) => `${point.label}: ${point.text}`).join('; '))
  return html`<figure><figcaption>${name}</figcaption>${lineChart({ points: shown, target: null, fromZero: true }, { notation, label })}</figure>`
}
