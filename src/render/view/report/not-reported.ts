import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { layout, type Table } from '../document.ts'
import { completionColumns } from './completion-columns.ts'
import { type CompletionRow, completionView, type RowOptions, showsAreasOfOne } from './completion-rows.ts'
import type { ReportChoice } from './report.ts'

/** Below this a table is short whatever it says. */
const FEWEST = 4

/**
 * The lines without a figure, where they are more than half of a plan and would hide what the others say; none: all stand
 * in the completion table. What something else is part of stays there with it.
 */
export function listedApart(
  report: PlanReport,
  { all, isWorkbook, byArea }: ReportChoice,
): ReadonlySet<CompletionLine> {
  const { lines } = report
  if (all || isWorkbook || (byArea && showsAreasOfOne(report))) return new Set()
  const shown = lines.filter(({ area }) => byArea || area === null)
  const silent = shown.filter(
    ({ verdict, actual, state, otherProviders: { length } }) =>
      verdict === 'not-reported' && !actual && !state && length === 0,
  )
  if (silent.length < FEWEST || 2 * silent.length <= shown.length) return new Set()
  const apart = new Set(silent)
  const parents = new Map(lines.map(({ indicator }) => [indicator.id, indicator.parent]))
  const needed = new Set<string>()
  for (const { indicator, area } of shown.filter((line) => !apart.has(line))) {
    if (area !== null) needed.add(indicator.id)
    for (let whole = indicator.parent; whole !== null; whole = parents.get(whole) ?? null) needed.add(whole)
  }
  return new Set(silent.filter(({ indicator, area }) => area !== null || !needed.has(indicator.id)))
}

/** What has no figure, with its target. */
export function notReportedTable(
  report: PlanReport,
  apart: ReadonlySet<CompletionLine>,
  options: RowOptions,
): Table<CompletionRow> {
  const view = completionView(report, { ...options, shows: (line) => apart.has(line) })
  const { no, nameWithUnit, target } = completionColumns(view, options.format)
  const title = options.format.words.verdicts['not-reported']
  const columns = [...(view.has('no') ? [no] : []), nameWithUnit, target]
  return {
    key: 'not-reported',
    title,
    name: title,
    lines: view.lines.filter(({ kind }) => kind === 'row'),
    columns,
    layouts: [
      { ...layout(columns, 24), growing: nameWithUnit },
      { ...layout(columns, 10), growing: nameWithUnit },
    ],
    lead: nameWithUnit,
    notes: options.notes,
    isLesser: ({ isArea }) => isArea,
  }
}
