import type { Exact } from '../../../model/exact.ts'
import { wholeYears } from '../../../model/period.ts'
import type { PlanReport } from '../../../model/report.ts'
import { explanationSheet } from '../../explain/explain.ts'
import { type Format, targetText } from '../../figure/format.ts'
import { machinePercentage } from '../../figure/machine-number.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { htmlWordsOf, xlsxWordsOf } from '../../words/words.ts'
import { type Column, stacked, type Table } from '../document.ts'
import { type CompletionColumns, completionColumns } from './completion-columns.ts'
import { completionLayouts } from './completion-layouts.ts'
import type { CompletionRow, RowOptions } from './completion-rows.ts'
import type { CompletionView } from './completion-view.ts'
import { completionView } from './completion-view.ts'
import { courseOf } from './course.ts'
import { hasEarlier } from './earlier-rows.ts'

/** The completion table of a plan. */
export function completionTable(
  report: PlanReport,
  options: RowOptions,
  view: CompletionView = completionView(report, options),
): Table<CompletionRow> {
  const { format, notes } = options
  const { has } = view
  const say = htmlWordsOf(format.words.lang)
  const columns = completionColumns(view, format)
  const explained = { lang: format.words.lang, unicode: true, decimals: options.decimals }
  // Where earlier periods have a table of their own, the small charts stand there.
  const hasSteps = has('steps') && !hasEarlier(report, options)
  return {
    key: 'completion',
    title: null,
    name: say.completion,
    sheetName: xlsxWordsOf(format.words.lang).sheets.completion,
    lines: view.lines,
    columns: apart(columns, view, hasSteps),
    layouts: completionLayouts(view, columns, format, hasSteps),
    page: onPage(columns, view, say.chart),
    sheet: [
      ...apart(columns, view, false).map((column) => (column === columns.name ? columns.nameInSheet : column)),
      ...inSheet(columns, report, format),
    ],
    lead: columns.name,
    remarks: view.remarks,
    notes,
    ...(has('bar') && { chartKey: ['actual', 'target', ...(has('expected') ? ['expected'] : [])] }),
    isLesser: ({ isArea }) => isArea,
    details: ({ line }) => [
      { title: say.derivation, blocks: [explanationSheet({ plan: report.plan, line }, explained)] },
      ...courseOf(line, format),
    ],
    ...(has('lastYear') && {
      without: {
        column: 'lastYear',
        table: () => completionTable(report, { ...options, omitsLastYear: true, notes: notes.anew() }),
      },
    }),
  }
}

type Columns = readonly Column<CompletionRow>[]

/** Each figure by itself; what nothing is known of is left out, but for what every table has. */
function apart(columns: CompletionColumns, { has }: CompletionView, hasSteps: boolean): Columns {
  const { no, name, unit, responsible, originalTarget, target, inPeriod, actual, lastYear, variance, expected } =
    columns
  const { pace, completion, originalCompletion, published, rank, shortfallShare, steps, verdict } = columns
  const all = [no, name, unit, responsible, originalTarget, target, inPeriod, actual, lastYear, variance, expected]
  const others = [pace, completion, originalCompletion, published, rank, shortfallShare]
  const always: Columns = [no, unit, variance]
  return [
    ...[...all, ...others].filter((column) => always.includes(column) || has(column.key)),
    ...(hasSteps ? [steps] : []),
    verdict,
  ]
}

/** Figures that belong to one another share a column, the lesser one in small below. */
function onPage(columns: CompletionColumns, { has }: CompletionView, chart: string): Columns {
  const below = { how: 'named' } as const
  const { completion, originalCompletion, published } = columns
  const shown: (Column<CompletionRow> | false)[] = [
    has('no') && columns.no,
    stacked(columns.nameWithUnit, columns.responsible, { how: 'plain' }),
    stacked(columns.target, columns.originalTarget, below),
    has('inPeriod') && columns.inPeriod,
    columns.actual,
    has('lastYear') && columns.lastYear,
    has('variance') && columns.variance,
    has('expected') && stacked(columns.expected, columns.pace, below),
    stacked(stacked(completion, originalCompletion, below), published, below),
    has('rank') && columns.rank,
    has('shortfallShare') && columns.shortfallShare,
    has('bar') && { ...columns.bar, head: chart },
    columns.verdict,
  ]
  return shown.filter((column) => column !== false)
}

/** What a workbook has beside what is printed: where the figures come from. */
function inSheet({ completion }: CompletionColumns, { plan }: PlanReport, format: Format): Columns {
  const { words } = format
  const say = xlsxWordsOf(words.lang)
  const named = (
    key: string,
    head: string,
    comfortable: number,
    of: (row: CompletionRow) => string | null | undefined,
  ): Column<CompletionRow> => ({
    key,
    head,
    align: 'left',
    comfortable,
    cell: (row) => ({ text: safeText(of(row) ?? '') }),
  })
  return [
    named('targetAsStated', say.targetAsStated, 18, ({ line }) =>
      line.target
        ? targetText(line.target.target, line.indicator.type, format, wholeYears(plan.period))
        : words.noTarget,
    ),
    {
      ...completion,
      key: 'completionFormula',
      head: say.completionFormula,
      isProminent: false,
      cell: () => ({ text: '' }),
      figure: (row) => {
        const figure = completion.figure?.(row)
        return figure && isQuotient(row) && format.mode === 'half-up'
          ? { ...figure, quotientOf: ['actual', 'target'] }
          : null
      },
    },
    named('formula', say.formula, 26, ({ line }) => line.formula && words.formulas[line.formula]),
    named('figuresOf', say.figuresOf, 18, ({ line }) => line.actualPeriod && periodText(line.actualPeriod, words)),
    named('status', say.status, 14, ({ line }) => line.status && words.statuses[line.status]),
    named('completionExact', say.completionExact, 18, ({ achievement }) => exactText(achievement)),
  ]
}

const exactText = (achievement: Exact | null) => achievement && machinePercentage(achievement)

/** Whether the completion is the actual divided by the target: all else a formula would repeat badly. */
function isQuotient({ line }: CompletionRow): boolean {
  const target = line.target?.target
  if (line.formula === 'ratio') return true
  return (
    line.formula === 'attainment' && (target?.kind === 'at_least' || target?.kind === 'above') && target.value.sign > 0
  )
}
