import { Exact } from '../../model/exact.ts'
import { isChangeTarget, isRange, unitOf } from '../../model/indicator.ts'
import { wholeYears } from '../../model/period.ts'
import type { CompletionLine, PlanReport } from '../../model/report.ts'
import { type Format, plainAmount, targetText } from '../figure/format.ts'
import { machinePercentage } from '../figure/machine-number.ts'
import { plainNumber } from '../figure/number.ts'
import { periodText } from '../figure/period-text.ts'
import { verdictText } from '../figure/verdict-text.ts'
import { plainActual } from '../view/report/completion-rows.ts'
import { plainLikeActual } from '../view/report/time-cells.ts'
import { timeWordsOf } from '../words/time-words.ts'
import type { Words } from '../words/words.ts'
import type { XlsxWords } from '../words/xlsx-words.ts'
import { number, percentage, shownPercentage, text, type XlsxCell } from './cells.ts'
import type { CellPlace, XlsxColumn } from './sheet.ts'

/** A line with what its figures are written by. */
export interface LineRow {
  readonly report: PlanReport
  readonly line: CompletionLine
  readonly format: Format
  readonly decimals: number
  /** The number that the line has in the table. */
  readonly no: string
}

/**
 * The columns of completion, of totals or, with the area before the indicator, of areas: what an officer prints first,
 * the verdict last of it, then where it comes from. Columns of other times and of ranks are there where they hold something.
 */
export function completionColumns(words: Words, say: XlsxWords, ofAreas: boolean): readonly XlsxColumn<LineRow>[] {
  const { columns, lang } = words
  const time = timeWordsOf(lang)
  return [
    ...namingColumns(words, say, ofAreas),
    { head: columns.target, width: 13, cell: targetCell },
    optional(time.columns.originalTarget, 18, originalTarget),
    { ...figure(time.inPeriod(null), ({ inPeriod }) => inPeriod?.value), isOptional: true },
    {
      head: columns.actual,
      width: 13,
      cell: ({ line, format }) => (line.state ? text(words.taskStates[line.state]) : actualCell(line, format)),
    },
    { ...figure(time.earlier.lastYear, ({ lastYear }) => lastYear?.value), isOptional: true },
    { head: time.onLastYear(false), width: 13, cell: onLastYear, isOptional: true },
    { head: columns.variance, width: 13, cell: ({ line, format }) => differenceCell(line.variance, line, format) },
    { head: time.columns.expected, width: 13, cell: expectedCell, isOptional: true },
    { ...share(time.columns.pace, ({ pace }) => pace), isOptional: true },
    { head: columns.completion, width: 12, cell: completionCell },
    { head: say.completionFormula, width: 16, cell: (row, place) => liveCompletion(row, place, columns) },
    { head: time.columns.rank, width: 8, cell: ({ line }) => ({ value: line.rank?.place ?? null }), isOptional: true },
    { ...share(time.columns.shortfallShare, ({ shortfallShare }) => shortfallShare), isOptional: true },
    named(columns.verdict, 18, ({ line, format }) => verdictText(line, format)),
    named(say.formula, 26, ({ line }) => line.formula && words.formulas[line.formula]),
    named(say.figuresOf, 18, ({ line }) => line.actualPeriod && periodText(line.actualPeriod, words)),
    named(say.status, 14, ({ line }) => line.status && words.statuses[line.status]),
    { head: say.published, width: 13, cell: publishedCell },
    named(say.completionExact, 18, ({ line }) => line.achievement && machinePercentage(line.achievement)),
    named(time.columns.responsible, 24, ({ line }) => line.indicator.responsible?.[lang]),
    named(say.note, 40, ({ line }) => line.indicator.note?.[lang]),
  ]
}

/** The last column that is printed. */
export const lastPrinted = ({ columns }: Words): string => columns.verdict

function namingColumns(words: Words, say: XlsxWords, ofAreas: boolean): readonly XlsxColumn<LineRow>[] {
  const { columns, lang } = words
  return [
    named(say.plan, 26, ({ report }) => report.plan.title[lang]),
    ...(ofAreas ? [named(say.area, 22, ({ line }) => line.area?.name[lang])] : []),
    named(columns.no, 7, ({ no }) => no),
    optional(
      say.section,
      18,
      ({ report, line }) => report.plan.sections.find(({ id }) => id === line.indicator.section)?.name[lang],
    ),
    named(
      columns.indicator,
      42,
      ({ line }) => `${'    '.repeat(line.indicator.parent === null ? 0 : 1)}${line.indicator.name[lang]}`,
    ),
    named(
      columns.unit,
      13,
      ({ line }) => line.indicator.unit?.[lang] ?? (unitOf(line.indicator.type) === 'percent' ? '%' : null),
    ),
    named(say.targetAsStated, 18, targetAsStated),
  ]
}

type TextOf = (row: LineRow) => string | null | undefined
type FigureOf = (line: CompletionLine) => Exact | null | undefined

function named(head: string, width: number, of: TextOf): XlsxColumn<LineRow> {
  return { head, width, cell: (row) => text(of(row)) }
}

function optional(head: string, width: number, of: TextOf): XlsxColumn<LineRow> {
  return { ...named(head, width, of), isOptional: true }
}

function figure(head: string, of: FigureOf): XlsxColumn<LineRow> {
  return { head, width: 13, cell: ({ line, format }) => valueCell(line, of(line) ?? null, format) }
}

function share(head: string, of: FigureOf): XlsxColumn<LineRow> {
  return {
    head,
    width: 11,
    cell: ({ line, format, decimals }) => percentage(of(line), { decimals, mode: format.mode }),
  }
}

function originalTarget({ line, report, format }: LineRow): string | null {
  if (!line.originalTarget) return null
  return targetText(line.originalTarget.target, line.indicator.type, format, wholeYears(report.plan.period))
}

/** With the decimals of the actual, as the table has it: people are whole, unless that would make it the actual. */
function expectedCell({ line, format }: LineRow): XlsxCell {
  const apartFrom = line.actual ? [line.actual] : []
  return number(line.expected, (value) => plainLikeActual(value, line, format.mode, apartFrom), markOf(line))
}

/** Relative for numbers, in points for rates and the unit for what was nothing. */
function onLastYear({ line, format, decimals }: LineRow): XlsxCell {
  const { absolute, relative } = line.lastYear ?? {}
  if (unitOf(line.indicator.type) === 'percent' || !relative) return differenceCell(absolute, line, format)
  return percentage(relative, { decimals, mode: format.mode }, [Exact.ZERO])
}

function targetAsStated({ line, report, format }: LineRow): string {
  if (!line.target) return format.words.noTarget
  return targetText(line.target.target, line.indicator.type, format, wholeYears(report.plan.period))
}

/** The number of a target that has one: a threshold, or the size of a planned change. */
function targetCell({ line, format }: LineRow): XlsxCell {
  const target = line.target?.target
  if (!target || target.kind === 'done' || target.kind === 'between') return { value: null }
  if (!isChangeTarget(target)) return valueCell(line, target.value, format)
  if (isRange(target.by)) return { value: null }
  const planned = line.change?.planned?.[0].abs() ?? (target.ofBaseline ? null : target.by)
  return differenceCell(planned, line, format)
}

/** A rate is a percentage to spreadsheets too: 3.28% is 0.0328. */
function valueCell(line: CompletionLine, value: Exact | null, { mode }: Format): XlsxCell {
  return number(value, (each) => plainNumber(each, mode), markOf(line))
}

function actualCell(line: CompletionLine, { mode }: Format): XlsxCell {
  return number(line.actual, (value) => plainActual(line, mode) ?? plainNumber(value, mode), markOf(line))
}

function markOf({ indicator }: CompletionLine): '%' | '' {
  return unitOf(indicator.type) === 'percent' ? '%' : ''
}

/** Percentage points are a number with their mark: 0.96 pp is no 96%. */
export function differenceCell(
  value: Exact | null | undefined,
  { indicator }: Pick<CompletionLine, 'indicator'>,
  { mode, words }: Format,
  decimals = 0,
): XlsxCell {
  const mark = unitOf(indicator.type) === 'percent' ? (`" ${words.points}"` as const) : ''
  return number(value, (each) => plainAmount(each, mode, decimals), mark)
}

export function completionCell({ line, format, decimals }: LineRow): XlsxCell {
  return percentage(line.achievement, { decimals, mode: format.mode })
}

/**
 * Completion as a formula on the cells beside it, where it is the actual divided by the target and shows what the
 * calculated one shows. Everything else is a value: a formula would repeat the calculation badly.
 */
function liveCompletion(row: LineRow, { row: at, letterOf }: CellPlace, columns: Words['columns']): XlsxCell {
  const { line, format } = row
  const target = line.target?.target
  const isQuotient =
    line.formula === 'ratio' ||
    (line.formula === 'attainment' &&
      (target?.kind === 'at_least' || target?.kind === 'above') &&
      target.value.sign > 0)
  const computed = completionCell(row)
  if (!isQuotient || format.mode !== 'half-up' || !line.achievement) return { value: null }
  const quotient = `${letterOf(columns.actual)}${at}/${letterOf(columns.target)}${at}`
  return {
    ...computed,
    formula: shownPercentage(quotient, line.achievement, { decimals: row.decimals, mode: format.mode }),
  }
}

/** As it was printed. */
function publishedCell({ line }: LineRow): XlsxCell {
  const figure = line.published?.figure
  return number(figure?.value, (value) => value.toFixed(Math.max(figure?.decimals ?? 0, value.decimals ?? 0)), '%')
}
