import { Exact } from '../../model/exact.ts'
import { isChangeTarget, isRange, unitOf } from '../../model/indicator.ts'
import { wholeYears } from '../../model/period.ts'
import type { CompletionLine, PlanReport } from '../../model/report.ts'
import { verdictText } from '../completion-rows.ts'
import { type Format, targetText } from '../format.ts'
import { machinePercentage } from '../machine-number.ts'
import { periodText } from '../period-text.ts'
import type { Words } from '../words/words.ts'
import type { XlsxWords } from '../words/xlsx-words.ts'
import { decimalsOf, number, percentage, shownPercentage, text, type XlsxCell } from './cells.ts'
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
  return [
    ...namingColumns(words, say, ofAreas),
    { head: columns.target, width: 13, cell: targetCell },
    optional(say.originalTarget, 18, originalTarget),
    { ...figure(say.inPeriod, ({ inPeriod }) => inPeriod?.value), isOptional: true },
    {
      head: columns.actual,
      width: 13,
      cell: ({ line }) => (line.state ? text(words.taskStates[line.state]) : valueCell(line, line.actual)),
    },
    { ...figure(say.lastYear, ({ lastYear }) => lastYear?.value), isOptional: true },
    { head: say.onLastYear, width: 13, cell: (row) => onLastYear(row, words), isOptional: true },
    { head: columns.variance, width: 13, cell: ({ line }) => differenceCell(line.variance, line, words) },
    { head: say.expected, width: 13, cell: ({ line }) => expectedCell(line), isOptional: true },
    { ...share(say.pace, ({ pace }) => pace), isOptional: true },
    { head: columns.completion, width: 12, cell: completionCell },
    { head: say.completionFormula, width: 16, cell: (row, place) => liveCompletion(row, place, columns) },
    { head: say.rank, width: 8, cell: ({ line }) => ({ value: line.rank?.place ?? null }), isOptional: true },
    { ...share(say.shortfallShare, ({ shortfallShare }) => shortfallShare), isOptional: true },
    named(columns.verdict, 18, ({ line, format }) => verdictText(line, format)),
    named(say.formula, 26, ({ line }) => line.formula && words.formulas[line.formula]),
    named(say.figuresOf, 18, ({ line }) => line.actualPeriod && periodText(line.actualPeriod, words)),
    named(say.status, 14, ({ line }) => line.status && words.statuses[line.status]),
    { head: say.published, width: 13, cell: publishedCell },
    named(say.completionExact, 18, ({ line }) => line.achievement && machinePercentage(line.achievement)),
    named(say.responsible, 24, ({ line }) => line.indicator.responsible?.[lang]),
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
  return { head, width: 13, cell: ({ line }) => valueCell(line, of(line) ?? null) }
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
function expectedCell(line: CompletionLine): XlsxCell {
  const { expected, actual } = line
  const cell = valueCell(line, expected)
  if (!expected || unitOf(line.indicator.type) === 'percent') return cell
  const decimals = actual ? decimalsOf(actual) : 0
  const shown = Exact.parse(expected.toFixed(decimals))
  return actual && shown.equals(actual) ? cell : { ...cell, format: number(shown, { decimals }).format ?? '0' }
}

/** Relative for numbers, in points for rates. */
function onLastYear({ line, format, decimals }: LineRow, words: Words): XlsxCell {
  if (unitOf(line.indicator.type) === 'percent') return differenceCell(line.lastYear?.absolute, line, words)
  return percentage(line.lastYear?.relative, { decimals, mode: format.mode })
}

function targetAsStated({ line, report, format }: LineRow): string {
  if (!line.target) return format.words.noTarget
  return targetText(line.target.target, line.indicator.type, format, wholeYears(report.plan.period))
}

/** The number of a target that has one: a threshold, or the size of a planned change. */
function targetCell({ line, format }: LineRow): XlsxCell {
  const target = line.target?.target
  if (!target || target.kind === 'done' || target.kind === 'between') return { value: null }
  if (!isChangeTarget(target)) return valueCell(line, target.value)
  if (isRange(target.by)) return { value: null }
  const planned = line.change?.planned?.[0].abs() ?? (target.ofBaseline ? null : target.by)
  return differenceCell(planned, line, format.words)
}

/** A rate is a percentage to spreadsheets too: 3.28% is 0.0328. */
function valueCell({ indicator }: CompletionLine, value: Exact | null): XlsxCell {
  if (!value) return { value: null }
  const decimals = decimalsOf(value)
  if (unitOf(indicator.type) !== 'percent') return number(value, { decimals })
  return { ...number(value.dividedBy(Exact.HUNDRED), { decimals, mark: '%' }) }
}

/** Percentage points are a number with their mark: 0.96 pp is no 96%. */
export function differenceCell(
  value: Exact | null | undefined,
  { indicator }: Pick<CompletionLine, 'indicator'>,
  { points }: Pick<Words, 'points'>,
): XlsxCell {
  const mark = unitOf(indicator.type) === 'percent' ? `" ${points}"` : ''
  return number(value, { decimals: decimalsOf(value), mark })
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

function publishedCell({ line }: LineRow): XlsxCell {
  const figure = line.published?.figure
  if (!figure) return { value: null }
  return number(figure.value.dividedBy(Exact.HUNDRED), { decimals: figure.decimals, mark: '%' })
}
