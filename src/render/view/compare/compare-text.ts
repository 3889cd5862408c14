import type { ComparedRow, ComparedYear, LonePlan, PlanChain } from '../../../model/compare.ts'
import { unitOf } from '../../../model/indicator.ts'
import { type Period, sameSpan } from '../../../model/period.ts'
import type { PlanReport } from '../../../model/report.ts'
import { type Format, formatOf } from '../../figure/format.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import type { CompareWords } from '../../words/compare-en.ts'
import type { Words } from '../../words/en.ts'
import { compareWordsOf } from '../../words/words.ts'
import type { Noted } from '../report/completion-rows.ts'
import type { Footnotes } from '../report/footnotes.ts'
import { type YearCells, yearCells } from './compare-cells.ts'

/** One row of a comparison in words, before any layout. */
export interface ComparisonRow {
  readonly kind: 'row'
  readonly name: string
  readonly unit: string
  readonly depth: number
  readonly isArea: boolean
  /** One for each year of the block. */
  readonly years: readonly YearCells[]
}

export type ComparisonEntry =
  | ComparisonRow
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'of-which'; readonly text: string; readonly depth: number }

/** Years of a chain that stand side by side in one table. */
export interface Block {
  readonly entries: readonly ComparisonEntry[]
  /** The heads of each year's columns; null: no row has anything to put there. */
  readonly years: readonly YearHeads[]
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
  readonly lang: Words['lang']
  readonly unicode: boolean
  /** Wins over the indicators', which win over the plans'. */
  readonly decimals: number | null
  readonly byArea: boolean
  readonly notes: Footnotes
}

/** The years `from` to `to` (not included) of a chain; the result of the year before stands in front of them. */
export function comparisonBlock({ plans, rows }: PlanChain, from: number, to: number, options: BlockOptions): Block {
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
  const entries = entriesOf(shown, from, context)
  const cells = entries.flatMap((entry) => (entry.kind === 'row' ? [entry.years] : []))
  return {
    entries,
    years: context.plans.map((_, index) => headsOf(index, context, cells)),
    hasBlanks: shown.some(({ years }) => years.slice(from, to).some(({ absent }) => absent === 'not-in-plan')),
  }
}

/** How the columns hang together, of percentages and of points as they are there; below all tables of a chain. */
export function comparisonLegend(
  { rows }: PlanChain,
  tables: readonly { readonly block: Block; readonly isFolded: boolean }[],
  lang: Words['lang'],
): readonly string[] {
  const words = compareWordsOf(lang)
  const years = rows.flatMap((row) => row.years)
  return [
    ...(words.abbreviations === null ? [] : [words.abbreviations]),
    ...(years.some(({ identity }) => identity === 'product') ? [words.product] : []),
    ...(years.some(({ identity }) => identity === 'sum') ? [words.sum] : []),
    ...(tables.some(({ isFolded }) => isFolded) ? [words.brackets] : []),
    ...(tables.some(({ block }) => block.hasBlanks) ? [words.blank] : []),
  ]
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
export function loneText({ plan, why }: LonePlan, lang: Words['lang']): string {
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

function entriesOf(rows: readonly ComparedRow[], from: number, context: BlockContext): ComparisonEntry[] {
  const entries: ComparisonEntry[] = []
  const { ofWhich } = context.format.words
  let section: string | null = null
  let depth = 0
  for (const row of rows) {
    const id = row.section?.id ?? null
    if (row.depth === 0 && id !== section) {
      section = id
      entries.push({ kind: 'section', text: row.section ? safeText(row.section.name[context.lang]) : '' })
    }
    if (row.depth > depth) entries.push({ kind: 'of-which', text: ofWhich, depth: row.depth })
    depth = row.depth
    entries.push(rowOf(row, from, context))
  }
  return entries
}

function rowOf({ indicator, area, depth, years }: ComparedRow, from: number, context: BlockContext): ComparisonRow {
  const sign = unitOf(indicator.type) === 'percent' ? '%' : ''
  const unit = indicator.unit ? safeText(indicator.unit[context.lang]) : sign
  return {
    kind: 'row',
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
