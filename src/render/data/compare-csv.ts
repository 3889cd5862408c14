import type { ComparedPlans, ComparedRow, ComparedYear, PlanChain } from '../../model/compare.ts'
import type { Exact } from '../../model/exact.ts'
import { isChangeTarget, isRange } from '../../model/indicator.ts'
import type { Plan } from '../../model/plan.ts'
import { type CsvColumn, csvText, number, percentage, text, word } from './csv-cells.ts'

/**
 * Plans and results of several years as CSV: a header, then one row an indicator, area and year, the oldest year first.
 * An empty cell is not known or does not apply; it is never 0. Numbers are as in the CSV of a report.
 *
 * The columns are never removed, renamed or moved within a major version; new ones come at the end.
 */
export function renderCompareCsv({ chains }: ComparedPlans): string {
  return csvText(COLUMNS, chains.flatMap(cellsOf))
}

interface YearRow {
  readonly chain: string
  readonly plan: Plan
  readonly row: ComparedRow
}

function cellsOf({ plans, rows }: PlanChain): readonly (readonly [ComparedYear, YearRow])[] {
  const chain = plans.at(-1)?.plan.id ?? ''
  return rows.flatMap((row) =>
    row.years.flatMap((year, index) => {
      const plan = plans[index]?.plan
      return plan ? [[year, { chain, plan, row }] as const] : []
    }),
  )
}

const COLUMNS: readonly CsvColumn<readonly [ComparedYear, YearRow]>[] = [
  /** The id of the newest plan of the comparison, which no other comparison ends with. */
  ['comparison', (_, { chain }) => word(chain)],
  ['plan', (_, { plan }) => word(plan.id)],
  ['period', (_, { plan }) => word(plan.period.text)],
  ['id', (_, { row }) => word(row.indicator.id)],
  ['parent', (_, { row }) => word(row.indicator.parent)],
  ['section', (_, { row }) => word(row.section?.id)],
  /** As the newest plan calls it. */
  ['area', (_, { row }) => word(row.area?.id)],
  /** As the plan of the year has it; where it has none, as the newest. */
  ['type', (year, { row }) => word(indicatorOf(year, row).type)],
  ['name_vi', (year, { row }) => text(indicatorOf(year, row).name.vi)],
  ['name_en', (year, { row }) => text(indicatorOf(year, row).name.en)],
  ['unit_vi', (year, { row }) => text(indicatorOf(year, row).unit?.vi)],
  ['unit_en', (year, { row }) => text(indicatorOf(year, row).unit?.en)],
  ['absent', ({ absent }) => word(absent)],
  ['standard', ({ line }) => text(line?.measurement.standard)],
  ['measured', ({ line }) => word(line?.measurement.measured)],
  ['method', ({ line }) => text(line?.measurement.method)],
  ['target_kind', ({ line }) => word(line?.target?.target.kind)],
  /** One number; a range has its ends in the two columns that follow. */
  ['target_value', (year) => number(targetNumbers(year).value)],
  ['target_low', (year) => number(targetNumbers(year).low)],
  ['target_high', (year) => number(targetNumbers(year).high)],
  ['planned', ({ planned }) => number(planned)],
  ['actual', ({ line }) => (line?.actual ? number(line.actual) : word(line?.state))],
  ['actual_period', ({ line }) => word(line?.actualPeriod?.text)],
  ['status', ({ line }) => word(line?.status)],
  ['partial_of', ({ line }) => word(line?.partial?.of)],
  ['partial_reported', ({ line }) => word(line?.partial?.reported)],
  ['partial_expected', ({ line }) => word(line?.partial?.expected)],
  ['formula', ({ line }) => word(line?.formula)],
  ['achievement', ({ line }) => percentage(line?.achievement)],
  ['undefined', ({ line }) => word(line?.undefinedReason)],
  ['verdict', ({ line }) => word(line?.verdict)],
  ['previous', ({ previous }) => number(previous?.value)],
  ['previous_origin', ({ previous }) => word(previous?.origin)],
  ['previous_period', ({ previous }) => word(previous?.period?.text)],
  ['previous_status', ({ previous }) => word(previous?.status)],
  ['other_baseline', ({ previous }) => number(previous?.otherBaseline)],
  ...relationColumns('planned_on_previous', 'plannedOnPrevious'),
  ...relationColumns('actual_on_planned', 'actualOnPlanned'),
  ...relationColumns('actual_on_previous', 'actualOnPrevious'),
  /** `product` of the ratios or `sum` of the differences makes the last of the three. */
  ['identity', ({ identity }) => word(identity)],
]

const indicatorOf = ({ line }: ComparedYear, row: ComparedRow) => line?.indicator ?? row.indicator

function relationColumns(
  name: string,
  key: 'plannedOnPrevious' | 'actualOnPlanned' | 'actualOnPrevious',
): readonly CsvColumn<readonly [ComparedYear, YearRow]>[] {
  return [
    [`${name}_difference`, (year) => number(year[key]?.difference)],
    /** A percentage. */
    [`${name}_ratio`, (year) => percentage(year[key]?.ratio)],
    [`${name}_ratio_gap`, (year) => word(year[key]?.ratioGap)],
    [`${name}_differs_in`, (year) => word(year[key]?.differsIn)],
  ]
}

function targetNumbers({ line }: ComparedYear): { value?: Exact; low?: Exact; high?: Exact } {
  const target = line?.target?.target
  if (!target || target.kind === 'done') return {}
  if (target.kind === 'between') return target.range
  if (!isChangeTarget(target)) return { value: target.value }
  return isRange(target.by) ? target.by : { value: target.by }
}
