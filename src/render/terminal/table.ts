import type { CompletionLine, PlanReport, Report } from '../../model/report.ts'
import { type Format, formatOf, GLUE } from '../figure/format.ts'
import { displayWidth, safeText } from '../figure/safe-text.ts'
import type { RowOptions } from '../view/report/completion-rows.ts'
import { type CompletionView, completionView } from '../view/report/completion-view.ts'
import { earlierTable, hasEarlier } from '../view/report/earlier-rows.ts'
import { bracketed, type Footnotes, footnotesIn, superscript } from '../view/report/footnotes.ts'
import { movementRows } from '../view/report/movement-rows.ts'
import { outlook } from '../view/report/outlook-rows.ts'
import { type AreaSplitName, changeRemarks, type RemarkOptions } from '../view/report/poverty-remarks.ts'
import { povertyLines, povertyTable } from '../view/report/poverty-rows.ts'
import { leftOutText, reportHead } from '../view/report/report-head.ts'
import { seriesTable, seriesToShow } from '../view/report/series-rows.ts'
import { povertyWordsOf } from '../words/poverty-words.ts'
import { seriesWordsOf } from '../words/series-words.ts'
import { timeWordsOf } from '../words/time-words.ts'
import type { Words } from '../words/words.ts'
import { completionLayouts, completionLines } from './completion-table.ts'
import { earlierLayouts, earlierLines } from './earlier-table.ts'
import { fittingLayout } from './grid.ts'
import { movementLayouts, movementLines } from './movement-table.ts'
import { outlookLayouts, outlookLines } from './outlook-table.ts'
import { povertyGridLines, povertyLayouts } from './poverty-table.ts'
import { seriesGridLines, seriesLayouts } from './series-table.ts'
import { fitted, paragraph, type Style, type StyleOptions, styleOf, WIDEST_PARAGRAPH } from './style.ts'

export const tableSections = ['completion', 'poverty', 'series'] as const
export type TableSection = (typeof tableSections)[number]

export interface TableOptions extends StyleOptions {
  /** Decimals of percentages; wins over the indicators', which win over the plan's. */
  readonly decimals: number | null
  /** Titles, tables, their footnotes and what was left out only. */
  readonly quiet: boolean
  readonly sections: readonly TableSection[]
  readonly byArea: boolean
  /** What the end of each plan comes to at the pace so far, and what is still required. */
  readonly forecast?: boolean
  /** Standards, the interval of each completion and a table of movements below the poverty table. */
  readonly detail?: boolean
  /** How a change is split by area; without it by Shapley. */
  readonly split?: AreaSplitName | undefined
}

/** The report as text for a terminal or a file; ends with one line break. */
export function renderTable(report: Report, options: TableOptions): string {
  const style = styleOf(options)
  if (report.plans.length === 0) return `${style.words.head.noPlans}\n`
  const out: string[] = []
  for (const plan of report.plans) {
    if (out.length > 0) out.push('', '')
    for (const line of planLines(plan, report, options, style)) out.push(line)
  }
  return `${out.join('\n')}\n`
}

function planLines(report: PlanReport, all: Report, options: TableOptions, style: Style): string[] {
  const format = formatOf(options.lang, options.unicode, report.plan.rounding)
  const blocks: string[][] = [headLines(report, format, options, style)]
  if (options.sections.includes('completion')) blocks.push(...completionBlocks(report, format, options, style))
  if (options.sections.includes('poverty')) blocks.push(...povertyBlocks(report, format, options, style))
  if (options.sections.includes('series')) blocks.push(seriesLines(report, all, format, options, style))
  const leftOut = leftOutText(report, format)
  if (leftOut !== null) blocks.push(paragraph(leftOut, style, 0).map(style.warn))
  return blocks.filter(({ length }) => length > 0).flatMap((block, index) => (index === 0 ? block : ['', ...block]))
}

function headLines(report: PlanReport, format: Format, { quiet }: TableOptions, style: Style): string[] {
  const { title, facts, lines } = reportHead(report, format)
  const heading = paragraph(title, style, 0).map(style.bold)
  if (quiet) return heading
  return [
    ...heading,
    ...paragraph(facts.map((fact) => fact.replaceAll(' ', GLUE)).join(' · '), style, 0),
    ...lines.flatMap(({ label, text }) => paragraph(`${label}: ${text}`, style, 2).map(style.dim)),
  ]
}

function completionBlocks(report: PlanReport, format: Format, options: TableOptions, style: Style): string[][] {
  const { view, layouts, lines, notes } = completionGrid(report, format, options, style)
  if (view.entries.length === 0)
    return options.quiet || report.leftOut.length > 0 ? [] : [[style.words.head.noIndicators]]
  return [
    [
      ...fitted(layouts, lines, style),
      ...view.remarks.flatMap((remark) => paragraph(remark, style, 2).map(style.dim)),
      ...noteLines(notes, style),
    ],
    options.quiet ? [] : paragraph(view.summary, style, 0).map(style.bold),
    earlierBlock(report, view, format, options, style),
    options.forecast ? outlookBlock(report, format, options, style) : [],
  ]
}

/** The completion table as it fits the width: without a comparison that has no room, nor what is to be said of it. */
function completionGrid(
  report: PlanReport,
  format: Format,
  options: TableOptions,
  style: Style,
  omitsLastYear = false,
) {
  const rows = { ...rowOptions(format, options), omitsLastYear }
  const view = completionView(report, rows)
  const lines = completionLines(view.entries, style)
  // Where earlier periods have a table of their own, the small charts stand there.
  const layouts = completionLayouts(view, style, { withSteps: !hasEarlier(report, rows) })
  const isCompared = view.has('lastYear') && fittingLayout(layouts, lines, style.width)?.layout.hasLastYear
  if (view.has('lastYear') && !isCompared) return completionGrid(report, format, options, style, true)
  return { view, layouts, lines, notes: rows.notes }
}

/** Figures of earlier periods beside those of this one; nothing where none are known. */
function earlierBlock(
  report: PlanReport,
  { heads }: CompletionView,
  format: Format,
  options: TableOptions,
  style: Style,
): string[] {
  const rows = rowOptions(format, options)
  const table = earlierTable(report, rows)
  if (table.rows.length === 0) return []
  return [
    style.bold(timeWordsOf(options.lang).earlier.title),
    ...fitted(earlierLayouts(table, heads.steps, style), earlierLines(table), style),
    ...noteLines(rows.notes, style),
  ]
}

function outlookBlock(report: PlanReport, format: Format, options: TableOptions, style: Style): string[] {
  const { title, rows, remark } = outlook(report, rowOptions(format, options))
  if (rows.length === 0) return paragraph(remark, style, 0)
  return [
    style.bold(title),
    ...fitted(outlookLayouts(style), outlookLines(rows), style),
    ...paragraph(remark, style, 2).map(style.dim),
  ]
}

function povertyBlocks(report: PlanReport, format: Format, options: TableOptions, style: Style): string[][] {
  const { words } = style
  const lines = povertyLines(report, options.byArea)
  if (lines.length === 0) return options.sections.includes('completion') ? [] : [[words.change.none]]
  const rows = rowOptions(format, options)
  const table = povertyTable(lines, report, rows)
  const moved = options.detail ? movementRows(lines, format) : []
  return [
    [
      style.bold(words.poverty.title),
      ...fitted(povertyLayouts(table, style), povertyGridLines(table), style),
      ...noteLines(rows.notes, style),
    ],
    ...(moved.length === 0
      ? []
      : [
          [
            style.bold(povertyWordsOf(options.lang).movements.title),
            ...fitted(movementLayouts(moved, style), movementLines(moved), style),
          ],
        ]),
    options.quiet ? [] : remarkLines(lines, format, { ...options, movementsApart: moved.length > 0 }, style),
  ]
}

function seriesLines(report: PlanReport, all: Report, format: Format, options: TableOptions, style: Style): string[] {
  const alone = options.sections.length === 1
  const series = seriesToShow(report, all, { byArea: options.byArea, alone })
  if (series.length === 0) return alone ? [seriesWordsOf(options.lang).none] : []
  const rows = rowOptions(format, options)
  const table = seriesTable(series, report, rows)
  return [
    style.bold(seriesWordsOf(options.lang).title),
    ...fitted(seriesLayouts(table, style), seriesGridLines(table, style), style),
    ...noteLines(rows.notes, style),
    ...(options.quiet ? [] : table.remarks.flatMap((remark) => paragraph(remark, style, 2))),
  ]
}

function rowOptions(format: Format, { decimals, byArea, unicode, sections }: TableOptions): RowOptions {
  const withPoverty = sections.includes('poverty')
  return { format, decimals, byArea, withPoverty, notes: footnotesIn(unicode ? superscript : bracketed) }
}

function noteLines(notes: Footnotes, style: Style): string[] {
  return notes
    .list()
    .flatMap(({ mark, text }) => paragraph(`${mark} ${text}`, style, displayWidth(mark) + 1).map(style.dim))
}

/** Sentences below the poverty table, each indicator's below its name where there are several. */
function remarkLines(
  lines: readonly CompletionLine[],
  format: Format,
  { detail = false, split, movementsApart }: TableOptions & Pick<RemarkOptions, 'movementsApart'>,
  style: Style,
): string[] {
  return lines.flatMap((line) => {
    const remarks = changeRemarks(line, format, { detail, split, movementsApart })
    if (lines.length === 1 || remarks.length === 0) return remarks.flatMap((remark) => paragraph(remark, style, 2))
    const indented = { ...style, width: Math.min(style.width, WIDEST_PARAGRAPH) - 2 }
    return [
      ...paragraph(remarkName(line, style.words), style, 0),
      ...remarks.flatMap((remark) => paragraph(remark, indented, 2).map((part) => `  ${part}`)),
    ]
  })
}

function remarkName({ indicator, area }: CompletionLine, { lang }: Words): string {
  return safeText((area ?? indicator).name[lang])
}
