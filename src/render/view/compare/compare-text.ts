import type { ComparedRow, ComparedYear, LonePlan, PlanChain } from '../../../model/compare.ts'
import type { Language } from '../../../model/figure.ts'
import { unitOf } from '../../../model/indicator.ts'
import { type Period, sameSpan } from '../../../model/period.ts'
import type { PlanReport } from '../../../model/report.ts'
import { type Format, formatOf } from '../../figure/format.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import type { CompareWords } from '../../words/compare-en.ts'
import { compareWordsOf } from '../../words/words.ts'
import { type Line, rowsIn } from '../document.ts'
import type { Footnotes } from '../footnotes.ts'
import type { Noted } from '../report/completion-rows.ts'
import { type YearCells, yearCells } from './compare-cells.ts'

/** One row of a comparison in words, before any layout. */
export interface ComparisonRow {
  readonly name: string
  readonly unit: string
  readonly depth: number
  readonly isArea: boolean
  /** One for each year of the block. */
  readonly years: readonly YearCells[]
}

/** Years of a chain that stand side by side in one table. */
export interface Years {
  readonly lines: readonly Line<ComparisonRow>[]
  /** The heads of each year's columns; null: no row has anything to put there. */
  readonly heads: readonly YearHeads[]
  /** Some row has none of its own in one of the plans. */
  readonly hasBlanks: boolean
}

export interface YearHeads {
  readonly previous: string | null
  readonly target: string
  readonly actual: string
  readonly targetOnPrevious: string | null
  readonly actualOnTarget: string | null
  readonly completion: string | null
  readonly actualOnPrevious: string | null
}

export interface BlockOptions {
  readonly lang: Language
  readonly unicode: boolean
  /** Wins over the indicators', which win over the plans'. */
  readonly decimals: number | null
  readonly byArea: boolean
  readonly notes: Footnotes
}

/** The years `from` to `to` (not included) of a chain; the result of the year before stands in front of them. */
export function comparisonBlock({ plans, rows }: PlanChain, from: number, to: number, options: BlockOptions): Years {
  const context: BlockContext = {
    ...options,
    words: compareWordsOf(options.lang),
    format: formatOf(options.lang, options.unicode, 'half-up'),
    before: plans[from - 1] ?? null,
    plans: plans.slice(from, to).map((report) => ({
      report,
      format: formatOf(options.lang, options.unicode, report.plan.rounding),
    })),
  }
  const shown = rows.filter(({ area, years }) => (options.byArea || !area) && years.slice(from, to).some(hasAnything))
  const lines = linesOf(shown, from, context)
  const cells = rowsIn(lines).map(({ years }) => years)
  return {
    lines,
    heads: context.plans.map((_, index) => headsOf(index, context, cells)),
    hasBlanks: shown.some(({ years }) => years.slice(from, to).some(({ absent }) => absent === 'not-in-plan')),
  }
}

/** The newest plan and the time of all: what a comparison is called. */
export function comparisonTitle(plans: readonly PlanReport[], format: Format): string {
  const { lang } = format.words
  const [first, last] = [plans[0], plans.at(-1)]
  if (!first || !last) return ''
  const title = safeText(last.plan.title[lang]) || safeText(last.plan.id)
  return compareWordsOf(lang).title(title, timeText(first.plan.period, format), timeText(last.plan.period, format))
}

/** Why a plan is compared with no earlier one, as a sentence. */
export function loneText({ plan, why }: LonePlan, lang: Language): string {
  return compareWordsOf(lang).alone[why](safeText(plan.id), safeText(plan.follows ?? ''))
}

interface BlockContext extends BlockOptions {
  readonly words: CompareWords
  /** Of no plan in particular: for what is not rounded. */
  readonly format: Format
  readonly plans: readonly { readonly report: PlanReport; readonly format: Format }[]
  /** The plan before the first of them. */
  readonly before: PlanReport | null
}

function hasAnything({ line, previous, absent }: ComparedYear): boolean {
  return line !== null || previous !== null || absent === 'left-out'
}

/** Section headings, "of which" lines and rows, with a blank line before each section but the first. */
function linesOf(rows: readonly ComparedRow[], from: number, context: BlockContext): Line<ComparisonRow>[] {
  const lines: Line<ComparisonRow>[] = []
  const { ofWhich } = context.format.words
  let section: string | null = null
  let depth = 0
  for (const row of rows) {
    const id = row.section?.id ?? null
    if (row.depth === 0 && id !== section) {
      section = id
      if (lines.length > 0) lines.push({ kind: 'blank' })
      const heading = row.section && safeText(row.section.name[context.lang])
      if (heading) lines.push({ kind: 'text', role: 'heading', text: heading, depth: 0 })
    }
    if (row.depth > depth) lines.push({ kind: 'text', role: 'of-which', text: ofWhich, depth: row.depth })
    depth = row.depth
    lines.push({ kind: 'row', row: rowOf(row, from, context) })
  }
  return lines
}

function rowOf({ indicator, area, depth, years }: ComparedRow, from: number, context: BlockContext): ComparisonRow {
  const sign = unitOf(indicator.type) === 'percent' ? '%' : ''
  const unit = indicator.unit ? safeText(indicator.unit[context.lang]) : sign
  return {
    name: safeText((area ?? indicator).name[context.lang]),
    unit: area ? '' : unit,
    depth: depth + (area ? 1 : 0),
    isArea: area !== null,
    years: context.plans.map(({ report, format }, index) =>
      yearCells(years[from + index], {
        ...context,
        unit: indicator.unit,
        report,
        format,
        before: context.plans[index - 1]?.report ?? context.before,
        isFirst: index === 0,
      }),
    ),
  }
}

function headsOf(
  index: number,
  { words, plans, before, format }: BlockContext,
  cells: readonly (readonly YearCells[])[],
): YearHeads {
  const report = plans[index]?.report
  const earlier = plans[index - 1]?.report ?? before
  const time = report ? timeText(report.plan.period, format) : ''
  const previous = earlier ? timeText(earlier.plan.period, format) : (baselineTime(cells, format) ?? words.before)
  const has = (column: Exclude<keyof YearCells, 'tone' | 'previousPeriod'>) =>
    cells.some((years) => isWorthAColumn(years[index]?.[column]))
  return {
    previous: has('previous') ? words.actual(previous) : null,
    target: words.target(time),
    actual: words.actual(time),
    targetOnPrevious: has('targetOnPrevious') ? words.targetOnPrevious(time, previous) : null,
    actualOnTarget: has('actualOnTarget') ? words.actualOnTarget(time) : null,
    completion: has('completion') ? words.completion(time) : null,
    actualOnPrevious: has('actualOnPrevious') ? words.actualOnPrevious(time, previous) : null,
  }
}

/** The time of the baselines of a first year, where they are all of one. */
function baselineTime(cells: readonly (readonly YearCells[])[], format: Format): string | null {
  const periods = cells.flatMap(([first]) => first?.previousPeriod ?? [])
  const [period] = periods
  return period && periods.every((other) => sameSpan(period, other)) ? timeText(period, format) : null
}

/** A dash may have its reason in a footnote. */
function isWorthAColumn(cell: Noted | undefined): boolean {
  return cell !== undefined && (cell.marks !== '' || (cell.text !== '' && cell.text !== '–'))
}

/** A year is named by its number alone: the heads are narrow. */
export function timeText(period: Period, { words }: Format): string {
  const text = periodText(period, words)
  const year = /\b\d{4}$/.exec(text)?.[0]
  return year && text === words.period.year(Number(year)) ? year : text
}
