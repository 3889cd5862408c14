import type { Report } from '../../model/report.ts'
import type { PovertySeries, SeriesPoint } from '../../model/series.ts'
import { type CsvColumn, csvText, number, percentage, text, word } from './csv-cells.ts'

/**
 * Poverty rates from year to year as CSV, one point a row, with the conventions of the report's CSV: an empty cell is
 * not known or does not apply, changes are in percentage points, `_completion` is a percentage.
 */
export function renderSeriesCsv(report: Report): string {
  return csvText(
    COLUMNS,
    report.plans.flatMap(({ plan, series }) =>
      series.flatMap((each) => each.points.map((point) => [point, each, plan.id] as const)),
    ),
  )
}

const COLUMNS: readonly CsvColumn<readonly [point: SeriesPoint, series: PovertySeries, plan: string]>[] = [
  ['plan', (_, __, plan) => word(plan)],
  ['id', (_, { indicator }) => word(indicator.id)],
  ['area', (_, { area }) => word(area?.id)],
  /** The plan that the point is a result of, or a baseline. */
  ['of_plan', ({ plan }) => word(plan)],
  ['period', ({ end }) => word(end.period?.text)],
  ['standard', ({ end }) => text(end.standard)],
  ['measured', ({ end }) => word(end.measured)],
  ['method', ({ end }) => text(end.method)],
  ['rate', ({ end }) => number(end.value)],
  ['poor', ({ end }) => number(end.poor)],
  ['households', ({ end }) => number(end.households)],
  ['partial_of', ({ partial }) => word(partial?.of)],
  ['partial_reported', ({ partial }) => word(partial?.reported)],
  ['partial_expected', ({ partial }) => word(partial?.expected)],
  ['restated', ({ restated }) => number(restated)],
  /** Why nothing is subtracted from the point before. */
  ['differs_in', ({ differsIn }) => word(differsIn)],
  ['change', ({ sinceLast }) => number(sinceLast?.absolute)],
  ['change_relative', ({ sinceLast }) => number(sinceLast?.relative)],
  ['change_years', ({ sinceLast }) => word(sinceLast?.years)],
  ['change_per_year', ({ sinceLast }) => number(sinceLast?.perYear)],
  ['change_poor', ({ sinceLast }) => number(sinceLast?.poor)],
  ['change_planned', ({ sinceLast }) => number(sinceLast?.planned?.[0])],
  ['change_planned_to', ({ sinceLast }) => number(sinceLast?.planned?.[1])],
  ['change_completion', ({ sinceLast }) => percentage(sinceLast?.achievement)],
  ['since_first', ({ sinceFirst }) => number(sinceFirst?.absolute)],
  ['since_first_relative', ({ sinceFirst }) => number(sinceFirst?.relative)],
  ['since_first_years', ({ sinceFirst }) => word(sinceFirst?.years)],
  ['since_first_per_year', ({ sinceFirst }) => number(sinceFirst?.perYear)],
  ['since_first_poor', ({ sinceFirst }) => number(sinceFirst?.poor)],
  ['since_first_planned', ({ sinceFirst }) => number(sinceFirst?.planned?.[0])],
  ['since_first_planned_to', ({ sinceFirst }) => number(sinceFirst?.planned?.[1])],
  ['since_first_completion', ({ sinceFirst }) => percentage(sinceFirst?.achievement)],
]
