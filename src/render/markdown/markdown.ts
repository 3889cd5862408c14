import type { Exact } from '../../model/exact.ts'
import type { Language } from '../../model/figure.ts'
import type { PlanReport, Report } from '../../model/report.ts'
import { type Format, formatOf, GLUE } from '../figure/format.ts'
import { safeText } from '../figure/safe-text.ts'
import type { Tone } from '../figure/verdict-text.ts'
import { sparkline } from '../terminal/sparkline.ts'
import type { TableSection } from '../terminal/table.ts'
import type { CompletionEntry, CompletionRow, Noted, RowOptions } from '../view/report/completion-rows.ts'
import { type CompletionView, completionView, type ViewColumn } from '../view/report/completion-view.ts'
import { type EarlierColumn, type EarlierRow, earlierTable, hasEarlier } from '../view/report/earlier-rows.ts'
import { type Footnotes, footnotesIn } from '../view/report/footnotes.ts'
import { type MovementRow, movementRows, shownMovements } from '../view/report/movement-rows.ts'
import { outlook } from '../view/report/outlook-rows.ts'
import { type AreaSplitName, changeRemarks } from '../view/report/poverty-remarks.ts'
import { type PovertyRow, povertyLines, povertyTable } from '../view/report/poverty-rows.ts'
import { leftOutText, reportHead } from '../view/report/report-head.ts'
import { seriesTable, seriesToShow } from '../view/report/series-rows.ts'
import { povertyWordsOf } from '../words/poverty-words.ts'
import { seriesWordsOf } from '../words/series-words.ts'
import { timeWordsOf } from '../words/time-words.ts'
import { wordsOf } from '../words/words.ts'

export interface MarkdownOptions {
  readonly lang: Language
  /** Decimals of percentages; wins over the indicators', which win over the plan's. */
  readonly decimals: number | null
  readonly sections: readonly TableSection[]
  readonly byArea: boolean
  /** What the end of each plan comes to at the pace so far, and what is still required. */
  readonly forecast?: boolean
  /** Standards, the interval of each completion and a table of movements below the poverty table. */
  readonly detail?: boolean
  /** How a change is split by area; without it by Shapley. */
  readonly split?: AreaSplitName | undefined
}

/** The report as GitHub-flavoured Markdown, fit for a job summary; ends with one line break. */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  if (report.plans.length === 0) return `${wordsOf(options.lang).head.noPlans}\n`
  const blocks = report.plans.flatMap((plan) => planBlocks(plan, report, options))
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function planBlocks(report: PlanReport, all: Report, options: MarkdownOptions): string[] {
  const format = formatOf(options.lang, true, report.plan.rounding)
  const { title, facts, lines } = reportHead(report, format)
  const leftOut = leftOutText(report, format)
  return [
    `## ${inMarkdown(title)}`,
    [facts.join(' · '), ...lines.map(({ label, text }) => `${label}: ${text}`)].map(inMarkdown).join('  \n'),
    ...(options.sections.includes('completion') ? completionBlocks(report, format, options) : []),
    ...(options.sections.includes('poverty') ? povertyBlocks(report, format, options) : []),
    ...(options.sections.includes('series') ? seriesBlocks(report, all, format, options) : []),
    leftOut === null ? '' : `> ⚠ ${inMarkdown(leftOut)}`,
  ]
}

function completionBlocks(report: PlanReport, format: Format, options: MarkdownOptions): string[] {
  const rows = rowOptions(format, options)
  const view = completionView(report, rows)
  if (view.entries.length === 0) return report.leftOut.length > 0 ? [] : [format.words.head.noIndicators]
  // Where earlier periods have a table of their own, the small charts stand there.
  const hides = (column: ViewColumn) => column === 'steps' && hasEarlier(report, rows)
  const columns = COLUMNS.filter(([column]) => ALWAYS.has(column) || (view.has(column) && !hides(column)))
  const heads = columns.map(([column]) => view.heads[column])
  const body = view.entries
    .filter((entry) => entry.kind !== 'section' || entry.text !== '')
    .map((entry) => completionCells(entry, columns))
  return [
    markdownTable(heads, columns.map(([, align]) => align).join(''), body),
    [...view.remarks.map(inMarkdown), noteList(rows.notes)].filter((text) => text !== '').join('  \n'),
    `**${inMarkdown(view.summary)}**`,
    ...earlierBlocks(report, view, format, options),
    ...(options.forecast ? outlookBlocks(report, format, options) : []),
  ]
}

type MarkdownColumn = readonly [column: ViewColumn, align: 'l' | 'r', cell: (row: CompletionRow) => string]

const COLUMNS: readonly MarkdownColumn[] = [
  ['no', 'l', ({ no }) => inMarkdown(no)],
  ['name', 'l', ({ depth, name }) => indent(depth) + noted(name)],
  ['unit', 'l', ({ unit }) => inMarkdown(unit)],
  ['responsible', 'l', ({ responsible }) => inMarkdown(responsible)],
  ['originalTarget', 'r', ({ originalTarget }) => inMarkdown(originalTarget)],
  ['target', 'r', ({ target }) => noted(target)],
  ['inPeriod', 'r', ({ inPeriod }) => noted(inPeriod)],
  ['actual', 'r', ({ actual }) => noted(actual)],
  ['lastYear', 'r', ({ lastYear }) => noted(lastYear)],
  ['variance', 'r', ({ variance }) => inMarkdown(variance)],
  ['expected', 'r', ({ expected }) => noted(expected)],
  ['pace', 'r', ({ pace }) => inMarkdown(pace)],
  ['completion', 'r', ({ completion }) => noted(completion)],
  ['originalCompletion', 'r', ({ originalCompletion }) => inMarkdown(originalCompletion)],
  ['published', 'r', ({ published }) => inMarkdown(published)],
  ['rank', 'r', ({ rank }) => inMarkdown(rank)],
  ['shortfallShare', 'r', ({ shortfallShare }) => inMarkdown(shortfallShare)],
  ['steps', 'l', ({ steps }) => chart(steps)],
  ['verdict', 'l', ({ verdict, tone }) => judged(verdict, tone)],
]

/** Those that a table has whether anything is known of them or not. */
const ALWAYS: ReadonlySet<ViewColumn> = new Set([
  ...(['no', 'name', 'unit', 'target', 'actual', 'variance', 'completion', 'verdict'] as const),
])

function completionCells(entry: CompletionEntry, columns: readonly MarkdownColumn[]): string[] {
  if (entry.kind === 'line') return columns.map(([, , cell]) => cell(entry))
  const text =
    entry.kind === 'section' ? `**${inMarkdown(entry.text)}**` : `${indent(entry.depth)}*${inMarkdown(entry.text)}*`
  return columns.map(([column]) => (column === 'name' ? text : ''))
}

function earlierBlocks(report: PlanReport, { heads }: CompletionView, format: Format, options: MarkdownOptions) {
  const rows = rowOptions(format, options)
  const table = earlierTable(report, rows)
  if (table.rows.length === 0) return []
  const { earlier: say } = timeWordsOf(options.lang)
  const figures = (['inPeriod', 'previous', 'lastYear', 'actual', 'toDateLastYear'] as const).filter(table.has)
  const hasSteps = table.rows.some(({ line }) => line.increments.length > 1)
  const cells = (row: EarlierRow, column: EarlierColumn) => {
    const cell = row[column]
    if (typeof cell === 'string') return [inMarkdown(cell)]
    return 'value' in cell ? [inMarkdown(cell.value), noted(cell.change)] : [noted(cell)]
  }
  const body = table.rows.map((row) => [
    indent(row.depth) + inMarkdown(row.name),
    ...figures.flatMap((column) => cells(row, column)),
    ...(hasSteps ? [chart(row.line.increments.map(({ value }) => value))] : []),
  ])
  const head = figures.flatMap((column) =>
    column === 'inPeriod' || column === 'actual' ? [table.heads[column]] : [table.heads[column], say.change],
  )
  const titles = [format.words.columns.indicator, ...head, ...(hasSteps ? [heads.steps] : [])]
  return [
    `### ${say.title}`,
    markdownTable(titles.map(inMarkdown), `l${'r'.repeat(head.length)}${hasSteps ? 'l' : ''}`, body),
    noteList(rows.notes),
  ]
}

function outlookBlocks(report: PlanReport, format: Format, options: MarkdownOptions): string[] {
  const { title, rows, remark } = outlook(report, rowOptions(format, options))
  if (rows.length === 0) return [inMarkdown(remark)]
  const { outlook: say } = timeWordsOf(options.lang)
  const { columns } = format.words
  const body = rows.map(({ depth, name, target, actual, forecast, required }) => [
    indent(depth) + inMarkdown(name),
    ...[target, actual, forecast, required].map(inMarkdown),
  ])
  return [
    `### ${inMarkdown(title)}`,
    markdownTable([columns.indicator, columns.target, columns.actual, say.forecast, say.required], 'lrrrl', body),
    inMarkdown(remark),
  ]
}

function povertyBlocks(report: PlanReport, format: Format, options: MarkdownOptions): string[] {
  const { words } = format
  const lines = povertyLines(report, options.byArea)
  if (lines.length === 0) return options.sections.includes('completion') ? [] : [words.change.none]
  const rows = rowOptions(format, options)
  const { poverty } = words
  const of = povertyTable(lines, report, rows)
  const moved = options.detail ? movementRows(lines, format) : []
  const heads = [
    poverty.indicator,
    of.from,
    of.to,
    poverty.change,
    poverty.relativeChange,
    poverty.planned,
    poverty.completion,
    poverty.verdict,
  ]
  const remarks = lines.flatMap((line) => {
    const name = lines.length > 1 ? `${safeText((line.area ?? line.indicator).name[words.lang])}: ` : ''
    const { detail = false, split } = options
    return changeRemarks(line, format, { detail, split, movementsApart: moved.length > 0 }).map(
      (remark) => `- ${inMarkdown(name + remark)}`,
    )
  })
  return [
    `### ${poverty.title}`,
    markdownTable(heads.map(inMarkdown), 'lrrrrrrl', of.rows.map(povertyCells)),
    noteList(rows.notes),
    ...movementBlocks(moved, options.lang),
    remarks.join('\n'),
  ]
}

function movementBlocks(rows: readonly MovementRow[], lang: Language): string[] {
  if (rows.length === 0) return []
  const { title, columns } = povertyWordsOf(lang).movements
  const keys = shownMovements(rows)
  const body = rows.map((row) => [indent(row.depth) + inMarkdown(row.name), ...keys.map((key) => inMarkdown(row[key]))])
  return [
    `### ${title}`,
    markdownTable([columns.area, ...keys.map((key) => columns[key])], `l${'r'.repeat(keys.length)}`, body),
  ]
}

function povertyCells(row: PovertyRow): string[] {
  return [
    indent(row.depth) + inMarkdown(row.name),
    noted(row.from),
    noted(row.to),
    noted(row.change),
    inMarkdown(row.relative),
    inMarkdown(row.planned),
    noted(row.completion),
    judged(row.verdict, row.tone),
  ]
}

function seriesBlocks(report: PlanReport, all: Report, format: Format, options: MarkdownOptions): string[] {
  const alone = options.sections.length === 1
  const series = seriesToShow(report, all, { byArea: options.byArea, alone })
  if (series.length === 0) return alone ? [seriesWordsOf(options.lang).none] : []
  const rows = rowOptions(format, options)
  const table = seriesTable(series, report, rows)
  const { title, columns } = seriesWordsOf(options.lang)
  const keys = [
    ...(['rate', 'change', 'sinceFirst'] as const),
    ...(table.hasPlanned ? (['planned', 'completion'] as const) : []),
    ...(table.hasPoor ? (['poor'] as const) : []),
  ]
  const heads = keys.map((key) => columns[key === 'poor' && table.countsPersons ? 'poorPersons' : key])
  const body = table.entries.map((entry) => {
    if (entry.kind === 'point') return [noted(entry.time), ...keys.map((key) => inMarkdown(entry[key]))]
    const sign = entry.kind === 'name' ? '**' : '*'
    return [sign + inMarkdown(entry.text) + sign, ...keys.map(() => '')]
  })
  return [
    `### ${title}`,
    markdownTable([columns.time, ...heads], `l${'r'.repeat(heads.length)}`, body),
    noteList(rows.notes),
    table.remarks.map((remark) => `- ${inMarkdown(remark)}`).join('\n'),
  ]
}

function rowOptions(format: Format, { decimals, byArea, sections }: MarkdownOptions): RowOptions {
  const withPoverty = sections.includes('poverty')
  return { format, decimals, byArea, withPoverty, notes: footnotesIn((number) => `<sup>${number}</sup>`) }
}

/** A table of cells that are Markdown already; `aligns` has an `l` or `r` for each column. */
export function markdownTable(heads: readonly string[], aligns: string, rows: readonly (readonly string[])[]): string {
  const rule = [...aligns].map((align) => (align === 'r' ? '---:' : '---'))
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function noteList(notes: Footnotes): string {
  return notes
    .list()
    .map(({ mark, text }) => `${mark} ${inMarkdown(text)}`)
    .join('  \n')
}

function noted({ text, marks }: Noted): string {
  return marks === '' ? inMarkdown(text) : `${inMarkdown(text)} ${marks}`
}

function judged(verdict: string, tone: Tone): string {
  return tone === 'bad' ? `**${inMarkdown(verdict)}**` : inMarkdown(verdict)
}

/** Blanks are gaps, and several of them would become one. */
function chart(steps: readonly (Exact | null)[]): string {
  return inMarkdown(sparkline(steps, true)).replaceAll(' ', '&nbsp;')
}

/** Leading blanks are dropped in Markdown cells; an em space is not. */
const indent = (depth: number) => '&emsp;'.repeat(depth)

/** Text that Markdown shows as it is: no markup, no HTML, no formula, no mention of a user or an issue. */
export function inMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/[&<>@#$]/g, entity)
    .replace(/^([-+]|\d{1,9}(?=[.)]))(?=[.)]?\s)/, listMark)
    .replaceAll('\n', '<br>')
    .replaceAll(GLUE, ' ')
}

/** Those of HTML by their names: an address may stand before one, and its end is only told from a name. */
function entity(sign: string): string {
  return { '&': '&amp;', '<': '&lt;', '>': '&gt;' }[sign] ?? `&#${sign.charCodeAt(0)};`
}

/** At its start a text could begin a list. */
function listMark(mark: string): string {
  return /\d/.test(mark) ? `${mark}\\` : `\\${mark}`
}
