import type {
  ComparedRow,
  ComparedYear,
  LonePlan,
  PlanChain,
  PreviousFigure,
  Relation,
} from '../../../model/compare.ts'
import type { Language, Name } from '../../../model/figure.ts'
import { isChangeTarget, isRange, type Target, unitOf } from '../../../model/indicator.ts'
import { type Period, sameSpan, wholeYears } from '../../../model/period.ts'
import { headingsBetween } from '../../../model/plan.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { differenceText, type Format, formatOf, percentText, targetText, valueText } from '../../figure/format.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { type Tone, toneOf } from '../../figure/verdict-text.ts'
import type { CompareWords } from '../../words/compare-en.ts'
import { compareWordsOf } from '../../words/words.ts'
import { type Cell, type Footnotes, type Line, rowsIn } from '../document.ts'
import { actualText } from '../report/actual.ts'
import { completionNotes, coverageText, isPrintedLonger } from '../report/completion-notes.ts'
import { completionText } from '../report/completion-rows.ts'

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
  /** The heads of each year's columns. */
  readonly heads: readonly YearHeads[]
  /** Some row has none of its own in one of the plans. */
  readonly hasBlanks: boolean
}

/** null: no row has anything to put there. */
type YearHeads = Readonly<Record<YearColumn, string | null>>

interface BlockOptions {
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
  let section = null as ComparedRow['section']
  let depth = 0
  for (const row of rows) {
    if (row.depth === 0 && row.section?.id !== section?.id) {
      if (lines.length > 0) lines.push({ kind: 'blank' })
      for (const { name, above = [] } of headingsBetween(section, row.section)) {
        lines.push({ kind: 'text', role: 'heading', text: safeText(name[context.lang]), depth: above.length })
      }
      section = row.section
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
  const has = (column: YearColumn) => cells.some((years) => isWorthAColumn(years[index]?.[column]))
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
function isWorthAColumn(cell: Cell | undefined): boolean {
  return cell !== undefined && ((cell.marks ?? '') !== '' || (cell.text !== '' && cell.text !== '–'))
}

/** A year is named by its number alone: the heads are narrow. */
export function timeText(period: Period, { words }: Format): string {
  const text = periodText(period, words)
  const year = /\b\d{4}$/.exec(text)?.[0]
  return year && text === words.period.year(Number(year)) ? year : text
}

export type YearColumn =
  | 'previous'
  | 'target'
  | 'actual'
  | 'targetOnPrevious'
  | 'actualOnTarget'
  | 'completion'
  | 'actualOnPrevious'

/** The figures of one year of a row. */
interface YearCells extends Readonly<Record<YearColumn, Cell>> {
  readonly previousPeriod: Period | null
  readonly tone: Tone
}

interface YearContext extends BlockOptions {
  readonly words: CompareWords
  /** Of the row; null: not stated. */
  readonly unit: Name | null
  /** Of the plan of this year. */
  readonly format: Format
  readonly report: PlanReport
  /** The plan before; null: this is the first. */
  readonly before: PlanReport | null
  /** Of its block: only there stands the result of the year before in a column of its own. */
  readonly isFirst: boolean
}

const blank: Cell = { text: '', marks: '' }

/** What a row has in one year, in words. */
function yearCells(year: ComparedYear | undefined, context: YearContext): YearCells {
  const previous = year && context.isFirst ? previousCell(year, context) : blank
  const previousPeriod = year?.previous?.period ?? null
  if (!year?.line) {
    const unknown = { text: year?.absent === 'left-out' ? '–' : '', marks: '' }
    const relations = { targetOnPrevious: blank, actualOnTarget: blank, completion: blank, actualOnPrevious: blank }
    return { previous, previousPeriod, target: unknown, actual: unknown, ...relations, tone: 'quiet' }
  }
  const { line } = year
  const { report, format, notes } = context
  const decimals = context.decimals ?? line.indicator.decimals ?? report.plan.decimals
  const told = completionNotes(line, { format, decimals, plan: report.plan, asOf: report.asOf, hasBaselines: true })
  const noted = (text: string, texts: readonly string[]): Cell => ({ text, marks: notes.mark(texts) })
  const related = (relation: Relation | null, texts: readonly string[]): Cell => {
    const { text, texts: own } = relationText(relation, line, decimals, context)
    return noted(text, [...own, ...texts])
  }
  // Where no column of its own holds the figure of the year before, what it is stands with the first use of it.
  const ofPrevious = context.isFirst ? [] : originNotes(year, context)
  const ofUnit = unitNotes(line, context)
  const target = line.target?.target
  const aRange = target && isOfRange(target) && year.previous ? [context.words.notes.range] : []
  return {
    previous,
    previousPeriod,
    target: noted(target ? targetText(target, line.indicator.type, format, wholeYears(report.plan.period)) : '–', [
      ...told.name,
      ...(target ? ofUnit : []),
      ...told.target,
    ]),
    actual: noted(actualText(line, format), [
      ...(target ? [] : ofUnit),
      ...resultNotes(told.actual, line, report, format),
    ]),
    targetOnPrevious: related(year.plannedOnPrevious, [...aRange, ...(year.plannedOnPrevious ? ofPrevious : [])]),
    actualOnTarget: related(year.actualOnPlanned, []),
    completion: hasOwnCompletion(year) ? noted(completionText(line, decimals, format), told.completion) : blank,
    actualOnPrevious: related(year.actualOnPrevious, year.plannedOnPrevious ? [] : ofPrevious),
    tone: toneOf(line.verdict),
  }
}

/** A plan may have counted in another unit than the newest, whose unit stands beside the name. */
function unitNotes({ indicator }: CompletionLine, { unit, words, lang }: YearContext): readonly string[] {
  const own = indicator.unit?.[lang]
  return own === undefined || own === unit?.[lang] ? [] : [words.notes.unit(safeText(own))]
}

function isOfRange(target: Target): boolean {
  return target.kind === 'between' || (isChangeTarget(target) && isRange(target.by))
}

/** A completion that is plainly the ratio beside it needs no place of its own. */
function hasOwnCompletion({ line, actualOnPlanned }: ComparedYear): boolean {
  if (!line?.achievement) return false
  return !actualOnPlanned?.ratio?.equals(line.achievement)
}

function previousCell(year: ComparedYear, context: YearContext): Cell {
  const { previous, line } = year
  const { before, notes, lang, unicode } = context
  const type = (previous?.line ?? line)?.indicator.type
  if (!previous || !type)
    return { text: line && line.indicator.type !== 'task' && line.indicator.type !== 'text' ? '–' : '', marks: '' }
  const format = formatOf(lang, unicode, before?.plan.rounding ?? context.report.plan.rounding)
  const told = previous.line && before ? notesOfLine(previous.line, before, format) : statusNotes(previous, format)
  const text = previous.line
    ? actualText(previous.line, format)
    : valueText(previous.value, type, format, [], previous.decimals)
  return {
    text,
    marks: notes.mark([
      ...(previous.line ? unitNotes(previous.line, context) : []),
      ...told,
      ...originNotes(year, context),
    ]),
  }
}

function notesOfLine(line: CompletionLine, report: PlanReport, format: Format): readonly string[] {
  const { plan, asOf } = report
  const { actual } = completionNotes(line, { format, decimals: plan.decimals, plan, asOf })
  return resultNotes(actual, line, report, format)
}

/** The heads name whole years: a figure that does not reach the end of its own says so. */
function resultNotes(told: readonly string[], line: CompletionLine, { plan }: PlanReport, { words }: Format) {
  const { actual, actualPeriod } = line
  if (!actual || !actualPeriod || actualPeriod.end >= plan.period.end) return told
  const period = periodText(actualPeriod, words)
  const { figureOf, lastFigure } = words.notes
  return told.some((text) => text === figureOf(period) || text === lastFigure(period))
    ? told
    : [...told, figureOf(period)]
}

function statusNotes({ partial, status }: PreviousFigure, format: Format): readonly string[] {
  const { notes } = format.words
  return [
    ...(partial ? [notes.partial(coverageText(partial, format))] : []),
    ...(status === 'estimate' ? [notes.estimate] : []),
    ...(status === 'provisional' ? [notes.provisional] : []),
  ]
}

/** Where the figure of the year before comes from, and from what other one the plan counts. */
function originNotes({ previous, line }: ComparedYear, { words, format }: YearContext): readonly string[] {
  if (!previous || !line) return []
  const { origin, value, decimals, otherBaseline } = previous
  const { type } = line.indicator
  const written = valueText(value, type, format, otherBaseline ? [otherBaseline] : [], decimals)
  return [
    ...(origin === 'result' ? [] : [words.notes.previous[origin](written)]),
    ...(otherBaseline ? [words.notes.otherBaseline(valueText(otherBaseline, type, format, [value]), written)] : []),
  ]
}

/** A percentage, or the difference where none is taken. */
function relationText(
  relation: Relation | null,
  { indicator }: CompletionLine,
  decimals: number,
  { words, format }: YearContext,
): { readonly text: string; readonly texts: readonly string[] } {
  const { type } = indicator
  if (!relation) return { text: type === 'task' || type === 'text' ? '' : '–', texts: [] }
  const { differsIn, difference, ratio, ratioGap } = relation
  if (differsIn) return { text: '–', texts: [words.notes.obstacles[differsIn]] }
  if (ratio) {
    const text = percentText(ratio, decimals, format)
    return { text, texts: isPrintedLonger(ratio, decimals, format) ? [format.words.notes.moreDecimals] : [] }
  }
  const text = difference ? differenceText(difference, type, format) : '–'
  return { text, texts: ratioGap ? [words.notes.ratioGaps[ratioGap]] : [] }
}
