import { Exact } from '../../../model/exact.ts'
import { unitOf } from '../../../model/indicator.ts'
import type { PlanReport } from '../../../model/report.ts'
import { inNotation, roundedApart } from '../../figure/number.ts'
import { xlsxWordsOf } from '../../words/words.ts'
import { type Column, columnsOf, type Table } from '../document.ts'
import { completionColumns, difference } from './completion-columns.ts'
import { type CompletionRow, completionView, type RowOptions } from './completion-rows.ts'
import { reportHead } from './report-head.ts'

/** The sheet of a workbook that is printed and signed: plan, period, total and two percentages of each line, as official forms have them. */
export function formTable(report: PlanReport, options: RowOptions): Table<CompletionRow> {
  const { format } = options
  const say = xlsxWordsOf(format.words.lang).form
  const view = completionView(report, options)
  const columns = completionColumns(view, format)
  const { left, right } = columnsOf<CompletionRow>()
  const named = (column: Column<CompletionRow>, head: string, comfortable: number) => ({ ...column, head, comfortable })
  const { title, facts } = reportHead(report, format)
  const { inPeriod, actual } = columns
  // Where no line has a part of the time, the period is all of it.
  const ofPeriod = view.has('inPeriod') ? inPeriod : { ...actual, key: 'inPeriod' }
  const shown = [
    named(columns.no, say.no, 6),
    named(columns.nameInSheet, say.name, 46),
    named(columns.unit, say.unit, 12),
    // Beside a plain floor a number would hide which way is better.
    { ...named(columns.target, say.target, 14), figure: floorOf },
    named(ofPeriod, say.inPeriod, 14),
    named(actual, say.toDate, 14),
    named(columns.completion, say.completion, 10),
    right('ofLastYear', say.lastYear, 12, ofLastYearText, { figure: ofLastYear }),
    left('note', say.note, 30, ({ cells }) =>
      [cells.verdict.text, cells.actual.marks].filter((text) => text !== '').join('\n'),
    ),
  ]
  return {
    key: `form ${report.plan.id}`,
    name: say.sheet,
    lines: view.lines,
    columns: shown,
    lead: columns.nameInSheet,
    form: { title, number: say.number, lines: [facts.join(' · '), say.by] },
  }

  function floorOf(row: CompletionRow) {
    return row.line.target?.target.kind === 'at_least' ? (columns.target.figure?.(row) ?? null) : null
  }

  function ofLastYearText(row: CompletionRow): string {
    const { value, printed, mark } = ofLastYear(row) ?? {}
    return mark === '%' && value && printed
      ? `${inNotation(printed(value), format.notation)}%`
      : row.cells.lastYear.text
  }

  /** The figure as a share of that of last year; of rates, and of what was nothing, the difference. */
  function ofLastYear({ line, decimals }: CompletionRow) {
    const { absolute, relative } = line.lastYear ?? {}
    if (unitOf(line.indicator.type) === 'percent' || !relative) return difference(line, absolute, format)
    const printed = (percent: Exact) => roundedApart(percent, { decimals, mode: format.mode }, [Exact.HUNDRED])
    return { value: relative.plus(Exact.ONE).times(Exact.HUNDRED), printed, mark: '%' as const }
  }
}
