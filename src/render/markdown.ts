import type { Language } from '../model/figure.ts'
import type { PlanReport, Report } from '../model/report.ts'
import { type CompletionEntry, completionEntries, type Noted, type RowOptions, type Tone } from './completion-rows.ts'
import { type Footnotes, footnotesIn } from './footnotes.ts'
import { type Format, formatOf, GLUE } from './format.ts'
import { changeRemarks } from './poverty-remarks.ts'
import { type PovertyRow, povertyLines, povertyTable } from './poverty-rows.ts'
import { leftOutText, reportHead, summaryText } from './report-head.ts'
import { safeText } from './safe-text.ts'
import type { TableSection } from './table.ts'
import { wordsOf } from './words/words.ts'

export interface MarkdownOptions {
  readonly lang: Language
  /** Decimals of percentages; wins over the indicators', which win over the plan's. */
  readonly decimals: number | null
  readonly sections: readonly TableSection[]
  readonly byArea: boolean
  /** Standards and the interval of each completion below the poverty table. */
  readonly detail?: boolean
}

/** The report as GitHub-flavoured Markdown, fit for a job summary; ends with one line break. */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  if (report.plans.length === 0) return `${wordsOf(options.lang).head.noPlans}\n`
  const blocks = report.plans.flatMap((plan) => planBlocks(plan, options))
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function planBlocks(report: PlanReport, options: MarkdownOptions): string[] {
  const format = formatOf(options.lang, true, report.plan.rounding)
  const { title, facts, lines } = reportHead(report, format)
  const leftOut = leftOutText(report, format)
  return [
    `## ${inMarkdown(title)}`,
    [facts.join(' · '), ...lines.map(({ label, text }) => `${label}: ${text}`)].map(inMarkdown).join('  \n'),
    ...(options.sections.includes('completion') ? completionBlocks(report, format, options) : []),
    ...(options.sections.includes('poverty') ? povertyBlocks(report, format, options) : []),
    leftOut === null ? '' : `> ⚠ ${inMarkdown(leftOut)}`,
  ]
}

function completionBlocks(report: PlanReport, format: Format, options: MarkdownOptions): string[] {
  const rows = rowOptions(format, options)
  const entries = completionEntries(report, rows)
  if (entries.length === 0) return [format.words.head.noIndicators]
  const { columns } = format.words
  const heads = [
    columns.no,
    columns.indicator,
    columns.unit,
    columns.target,
    columns.actual,
    columns.variance,
    columns.completion,
    columns.verdict,
  ]
  const body = entries.filter((entry) => entry.kind !== 'section' || entry.text !== '').map(completionCells)
  return [
    markdownTable(heads, 'lllrrrrl', body),
    noteList(rows.notes),
    `**${inMarkdown(summaryText(report, format))}**`,
  ]
}

function completionCells(entry: CompletionEntry): string[] {
  if (entry.kind === 'section') return ['', `**${inMarkdown(entry.text)}**`, '', '', '', '', '', '']
  if (entry.kind === 'of-which')
    return ['', `${indent(entry.depth)}*${inMarkdown(entry.text)}*`, '', '', '', '', '', '']
  return [
    inMarkdown(entry.no),
    indent(entry.depth) + noted(entry.name),
    inMarkdown(entry.unit),
    noted(entry.target),
    noted(entry.actual),
    inMarkdown(entry.variance),
    noted(entry.completion),
    judged(entry.verdict, entry.tone),
  ]
}

function povertyBlocks(report: PlanReport, format: Format, options: MarkdownOptions): string[] {
  const { words } = format
  const lines = povertyLines(report, options.byArea)
  if (lines.length === 0) return options.sections.includes('completion') ? [] : [words.change.none]
  const rows = rowOptions(format, options)
  const { poverty } = words
  const of = povertyTable(lines, report, rows)
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
    return changeRemarks(line, format, options.detail ?? false).map((remark) => `- ${inMarkdown(name + remark)}`)
  })
  return [
    `### ${poverty.title}`,
    markdownTable(heads.map(inMarkdown), 'lrrrrrrl', of.rows.map(povertyCells)),
    noteList(rows.notes),
    remarks.join('\n'),
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

function rowOptions(format: Format, { decimals, byArea }: MarkdownOptions): RowOptions {
  return { format, decimals, byArea, notes: footnotesIn((number) => `<sup>${number}</sup>`) }
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
