import type { ComparedPlans, PlanChain } from '../../model/compare.ts'
import type { Language } from '../../model/figure.ts'
import { formatOf } from '../figure/format.ts'
import type { YearCells } from '../view/compare/compare-cells.ts'
import {
  type Block,
  type ComparisonEntry,
  comparisonBlock,
  comparisonLegend,
  comparisonTitle,
  timeText,
  type YearHeads,
} from '../view/compare/compare-text.ts'
import type { Noted } from '../view/report/completion-rows.ts'
import { type Footnotes, footnotesIn } from '../view/report/footnotes.ts'
import { leftOutText, reportHead } from '../view/report/report-head.ts'
import { compareWordsOf, wordsOf } from '../words/words.ts'
import { inMarkdown, markdownTable } from './markdown.ts'

export interface CompareMarkdownOptions {
  readonly lang: Language
  /** Decimals of percentages; wins over the indicators', which win over the plans'. */
  readonly decimals: number | null
  readonly byArea: boolean
}

/** Wider tables are scrolled sideways where Markdown is read. */
const YEARS_PER_TABLE = 2

/** Plans and results of several years as GitHub-flavoured Markdown, two years to a table; ends with one line break. */
export function renderCompareMarkdown({ chains }: ComparedPlans, options: CompareMarkdownOptions): string {
  const blocks = chains.flatMap((chain) => chainBlocks(chain, options)).filter((block) => block !== '')
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

function chainBlocks(chain: PlanChain, options: CompareMarkdownOptions): string[] {
  const { lang } = options
  const format = formatOf(lang, true, 'half-up')
  const times = chain.plans.map(({ plan }) => timeText(plan.period, format))
  const starts = chain.plans.flatMap((_, index) => (index % YEARS_PER_TABLE === 0 ? [index] : []))
  const tables = starts.map((from) => {
    const notes = footnotesIn((number) => `<sup>${number}</sup>`)
    const to = Math.min(from + YEARS_PER_TABLE, chain.plans.length)
    return { block: comparisonBlock(chain, from, to, { ...options, unicode: true, notes }), notes }
  })
  return [
    `## ${inMarkdown(comparisonTitle(chain.plans, format))}`,
    chain.plans
      .map((report, index) => {
        const { title, facts } = reportHead(report, format)
        return `- ${inMarkdown([`${times[index]}: ${title}`, ...facts.slice(1)].join(' · '))}`
      })
      .join('\n'),
    ...tables.flatMap(({ block, notes }) => [blockTable(block, lang), noteList(notes)]),
    comparisonLegend(
      chain,
      tables.map(({ block }) => ({ block, isFolded: false })),
      lang,
    )
      .map(inMarkdown)
      .join('  \n'),
    ...chain.plans.map((report) => {
      const text = leftOutText(report, format)
      return text === null ? '' : `> ⚠ ${inMarkdown(`${report.plan.id}: ${text}`)}`
    }),
  ]
}

function blockTable({ entries, years }: Block, lang: Language): string {
  const columns = years.flatMap((heads, index) => columnsOf(heads, index === 0).map((column) => ({ ...column, index })))
  const heads = [compareWordsOf(lang).indicator, wordsOf(lang).columns.unit, ...columns.map(({ head }) => head)]
  const rows = entries.flatMap((entry) => {
    if (entry.kind === 'section' && entry.text === '') return []
    if (entry.kind !== 'row') return [[leadOf(entry), '', ...columns.map(() => '')]]
    const cells = columns.map(({ index, cell }) => {
      const found = entry.years[index]
      return found ? noted(cell(found)) : ''
    })
    return [[leadOf(entry), inMarkdown(entry.unit), ...cells]]
  })
  return markdownTable(heads.map(inMarkdown), `ll${'r'.repeat(columns.length)}`, rows)
}

function leadOf(entry: ComparisonEntry): string {
  if (entry.kind === 'section') return `**${inMarkdown(entry.text)}**`
  // Leading blanks are dropped in Markdown cells; an em space is not.
  const indent = '&emsp;'.repeat(entry.depth)
  return entry.kind === 'row' ? indent + inMarkdown(entry.name) : `${indent}*${inMarkdown(entry.text)}*`
}

interface FigureColumn {
  readonly head: string
  readonly cell: (cells: YearCells) => Noted
}

function columnsOf(heads: YearHeads, isFirst: boolean): readonly FigureColumn[] {
  const column = (head: string | null, cell: FigureColumn['cell']) => (head === null ? [] : [{ head, cell }])
  return [
    ...column(isFirst ? heads.previous : null, ({ previous }) => previous),
    ...column(heads.target, ({ target }) => target),
    ...column(heads.actual, ({ actual }) => actual),
    ...column(heads.targetOnPrevious, ({ targetOnPrevious }) => targetOnPrevious),
    ...column(heads.actualOnTarget, ({ actualOnTarget }) => actualOnTarget),
    ...column(heads.completion, ({ completion }) => completion),
    ...column(heads.actualOnPrevious, ({ actualOnPrevious }) => actualOnPrevious),
  ]
}

function noted({ text, marks }: Noted): string {
  return marks === '' ? inMarkdown(text) : `${inMarkdown(text)} ${marks}`
}

function noteList(notes: Footnotes): string {
  return notes
    .list()
    .map(({ mark, text }) => `${mark} ${inMarkdown(text)}`)
    .join('  \n')
}
