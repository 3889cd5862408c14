import type { ComparedPlans, PlanChain } from '../../model/compare.ts'
import { formatOf, GLUE } from '../figure/format.ts'
import { displayWidth } from '../figure/safe-text.ts'
import {
  type Block,
  type ComparisonRow,
  comparisonBlock,
  comparisonLegend,
  comparisonTitle,
  timeText,
} from '../view/compare/compare-text.ts'
import { bracketed, type Footnotes, footnotesIn, superscript } from '../view/report/footnotes.ts'
import { leftOutText, reportHead } from '../view/report/report-head.ts'
import { comparisonLayouts, comparisonLines, foldedLayouts } from './compare-table.ts'
import { gridLines, type Layout } from './grid.ts'
import { fitted, paragraph, type Style, type StyleOptions, styleOf } from './style.ts'

export interface CompareOptions extends StyleOptions {
  /** Decimals of percentages; wins over the indicators', which win over the plans'. */
  readonly decimals: number | null
  readonly byArea: boolean
  /** Titles, tables and their footnotes only. */
  readonly quiet: boolean
}

/**
 * Plans and results of several years side by side, for a terminal or a file. The years of a chain stand in one table
 * where the width holds them, else in as few as it takes.
 */
export function renderCompare({ chains }: ComparedPlans, options: CompareOptions): string {
  const style = styleOf(options)
  const blocks = chains.map((chain) => chainLines(chain, options, style).join('\n'))
  return blocks.length === 0 ? '' : `${blocks.join('\n\n\n')}\n`
}

function chainLines(chain: PlanChain, options: CompareOptions, style: Style): string[] {
  const tables = tablesOf(chain, options, style)
  const legend = comparisonLegend(chain, tables, options.lang)
  const leftOut = chain.plans.flatMap((report) => {
    const text = leftOutText(report, formatOf(options.lang, options.unicode, report.plan.rounding))
    return text === null ? [] : paragraph(`${report.plan.id}: ${text}`, style, 2).map(style.warn)
  })
  const parts = [
    headLines(chain, options, style),
    ...tables.map(({ lines }) => lines),
    options.quiet ? [] : legend.flatMap((sentence) => paragraph(sentence, style, 2)),
    leftOut,
  ]
  return parts.filter(({ length }) => length > 0).flatMap((part, index) => (index === 0 ? part : ['', ...part]))
}

function headLines({ plans }: PlanChain, { lang, unicode, quiet }: CompareOptions, style: Style): string[] {
  const format = formatOf(lang, unicode, 'half-up')
  const times = plans.map(({ plan }) => timeText(plan.period, format))
  return [
    ...paragraph(comparisonTitle(plans, format), style, 0).map(style.bold),
    ...(quiet ? [] : plans).flatMap((report, index) => {
      const { title: planTitle, facts } = reportHead(report, format)
      const [, ...others] = facts
      const text = [`${times[index]}: ${planTitle}`, ...others.map((fact) => fact.replaceAll(' ', GLUE))].join(' · ')
      return paragraph(text, style, 2)
    }),
  ]
}

interface Table {
  readonly block: Block
  readonly lines: readonly string[]
  /** Whether completions stand in brackets. */
  readonly isFolded: boolean
}

/** A year takes at least two columns of four figures and their gaps. */
const NARROWEST_YEAR = 12

/** As many years side by side as fit; one to a table where no more do. */
function tablesOf(chain: PlanChain, options: CompareOptions, style: Style): readonly Table[] {
  const most = Math.min(chain.plans.length, Math.max(1, Math.floor(style.width / NARROWEST_YEAR)))
  for (let size = most; size > 1; size--) {
    const tables = blocksOf(chain, size, options).map((block) => table(block, style, 20))
    if (tables.every((each) => each !== null)) return tables
  }
  return blocksOf(chain, 1, options).map((noted) => table(noted, style, 12) ?? cards(noted, style))
}

interface NotedBlock {
  readonly block: Block
  readonly notes: Footnotes
}

/** Names get `least` columns where there is no room for more. */
function table({ block, notes }: NotedBlock, style: Style, least: number): Table | null {
  const { width, unicode, bold, dim } = style
  const lines = comparisonLines(block, style)
  const grid = (layouts: Layout<ComparisonRow>[]) =>
    gridLines(layouts, lines, { width, unicode, paintHead: bold, paintRule: dim })
  const full = grid(comparisonLayouts(block, style))
  const shown = full ?? grid(foldedLayouts(block, style, least))
  return shown
    ? { block, lines: [...shown, ...noteLines(notes, style)], isFolded: !full && hasCompletions(block) }
    : null
}

function cards({ block, notes }: NotedBlock, style: Style): Table {
  const lines = fitted(foldedLayouts(block, style, 12), comparisonLines(block, style), style)
  return { block, lines: [...lines, ...noteLines(notes, style)], isFolded: hasCompletions(block) }
}

const hasCompletions = ({ years }: Block) => years.some(({ completion }) => completion !== null)

function blocksOf(
  chain: PlanChain,
  size: number,
  { lang, unicode, decimals, byArea }: CompareOptions,
): readonly NotedBlock[] {
  const starts = chain.plans.flatMap((_, index) => (index % size === 0 ? [index] : []))
  return starts.map((from) => {
    const notes = footnotesIn(unicode ? superscript : bracketed)
    const to = Math.min(from + size, chain.plans.length)
    return { block: comparisonBlock(chain, from, to, { lang, unicode, decimals, byArea, notes }), notes }
  })
}

function noteLines(notes: Footnotes, style: Style): string[] {
  return notes
    .list()
    .flatMap(({ mark, text }) => paragraph(`${mark} ${text}`, style, displayWidth(mark) + 1).map(style.dim))
}
