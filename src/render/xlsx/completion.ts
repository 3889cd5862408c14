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
import { decimalsOf, number, percentage, text, type XlsxCell } from './cells.ts'
import type { CellPlace, XlsxColumn } from './sheet.ts'

/** A line with what its figures are written by. */
export interface LineRow {
  readonly report: PlanReport
  readonly line: CompletionLine
  readonly format: Format
  readonly decimals: number
}

/** The columns of completion, of totals or, with the area before the indicator, of areas. */
export function completionColumns(words: Words, say: XlsxWords, ofAreas: boolean): readonly XlsxColumn<LineRow>[] {
  const { columns } = words
  const named = (
    head: string,
    width: number,
    cell: (row: LineRow) => string | null | undefined,
  ): XlsxColumn<LineRow> => ({
    head,
    width,
    cell: (row) => text(cell(row)),
  })
  const { lang } = words
  const area = named(say.area, 22, ({ line }) => line.area?.name[lang])
  return [
    named(say.plan, 28, ({ report }) => report.plan.title[lang]),
    ...(ofAreas ? [area] : []),
    named(columns.no, 6, ({ line }) => line.indicator.no),
    named(
      say.section,
      20,
      ({ report, line }) => report.plan.sections.find(({ id }) => id === line.indicator.section)?.name[lang],
    ),
    named(
      columns.indicator,
      44,
      ({ line }) => `${'    '.repeat(line.indicator.parent === null ? 0 : 1)}${line.indicator.name[lang]}`,
    ),
    named(
      columns.unit,
      14,
      ({ line }) => line.indicator.unit?.[lang] ?? (unitOf(line.indicator.type) === 'percent' ? '%' : null),
    ),
    named(say.targetAsStated, 18, targetAsStated),
    { head: columns.target, width: 13, cell: targetCell },
    {
      head: columns.actual,
      width: 13,
      cell: ({ line }) => (line.state ? text(words.taskStates[line.state]) : valueCell(line, line.actual)),
    },
    { head: columns.variance, width: 13, cell: ({ line }) => differenceCell(line.variance, line, words) },
    { head: columns.completion, width: 13, cell: completionCell },
    { head: say.completionFormula, width: 16, cell: (row, place) => liveCompletion(row, place, columns) },
    named(columns.verdict, 20, ({ line, format }) => verdictText(line, format)),
    { head: say.expected, width: 13, cell: ({ line }) => valueCell(line, line.expected) },
    {
      head: say.pace,
      width: 11,
      cell: ({ line, format, decimals }) => percentage(line.pace, { decimals, mode: format.mode }),
    },
    named(say.formula, 26, ({ line }) => line.formula && words.formulas[line.formula]),
    named(say.figuresOf, 18, ({ line }) => line.actualPeriod && periodText(line.actualPeriod, words)),
    named(say.status, 14, ({ line }) => line.status && words.statuses[line.status]),
    { head: say.published, width: 13, cell: publishedCell },
    named(say.completionExact, 18, ({ line }) => line.achievement && machinePercentage(line.achievement)),
    named(say.responsible, 24, ({ line }) => line.indicator.responsible?.[lang]),
    named(say.note, 40, ({ line }) => line.indicator.note?.[lang]),
  ]
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
  if (!isQuotient || format.mode !== 'half-up' || computed.value === null) return { value: null }
  return { ...computed, formula: `${letterOf(columns.actual)}${at}/${letterOf(columns.target)}${at}` }
}

function publishedCell({ line }: LineRow): XlsxCell {
  const figure = line.published?.figure
  if (!figure) return { value: null }
  return number(figure.value.dividedBy(Exact.HUNDRED), { decimals: figure.decimals, mark: '%' })
}
