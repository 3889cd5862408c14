import { cellOf } from '../../model/figure.ts'
import { formatDay } from '../../model/period.ts'
import type { CompletionLine, Input, InputField, PlanReport, Report } from '../../model/report.ts'
import { sourceText } from '../figure/source-text.ts'
import { type CsvColumn, csvText, number, percentage, text, word } from './csv-cells.ts'
import { changeTarget, TIME_AND_PLACE_COLUMNS, targetNumbers } from './csv-time.ts'

/**
 * The report as CSV (RFC 4180, but with LF line ends, which every spreadsheet reads and a diff shows well): a header,
 * then one row an indicator and area. An empty cell is not known or does not apply; it is never 0.
 *
 * Numbers are plain: `.` for the decimals, no groups, exact to the last digit as in the JSON. Achievements, `pace`,
 * `used`, `progress`, `published`, `shortfall_share` and what ends in `_relative` are percentages; changes of rates are in percentage
 * points. Text that a spreadsheet would run as a formula gets a leading apostrophe.
 *
 * The columns stand as `COLUMNS` lists them. They are never removed, renamed or moved within a major version; new ones
 * come at the end.
 */
export function renderReportCsv(report: Report): string {
  const lines = csvText(
    COLUMNS,
    report.plans.flatMap((plan) => plan.lines.map((line) => [line, plan] as const)),
  )
  return lines + report.plans.flatMap((plan) => plan.leftOut.map((id) => leftOutRow(id, plan))).join('')
}

/** An indicator that a problem kept out: nothing of it is known but why. */
function leftOutRow(id: string, { plan, asOf, leftOutBecause }: PlanReport): string {
  const known = new Map([
    ['plan', plan.id],
    ['period', plan.period.text],
    ['as_of', asOf === null ? '' : formatDay(asOf)],
    ['id', id],
    ['left_out', leftOutBecause.get(id)?.code ?? 'true'],
  ])
  return `${COLUMNS.map(([name]) => known.get(name) ?? '').join(',')}\n`
}

const COLUMNS: readonly CsvColumn<readonly [line: CompletionLine, report: PlanReport]>[] = [
  ['plan', (_, { plan }) => word(plan.id)],
  ['period', (_, { plan }) => word(plan.period.text)],
  ['as_of', (_, { asOf }) => (asOf === null ? '' : formatDay(asOf))],
  ['id', ({ indicator }) => word(indicator.id)],
  ['no', ({ indicator }) => text(indicator.no)],
  ['section', ({ indicator }) => word(indicator.section)],
  ['parent', ({ indicator }) => word(indicator.parent)],
  ['area', ({ area }) => word(area?.id)],
  ['type', ({ indicator }) => word(indicator.type)],
  ['name_vi', ({ indicator }) => text(indicator.name.vi)],
  ['name_en', ({ indicator }) => text(indicator.name.en)],
  ['unit_vi', ({ indicator }) => text(indicator.unit?.vi)],
  ['unit_en', ({ indicator }) => text(indicator.unit?.en)],
  ['standard', ({ indicator }) => text(indicator.standard)],
  ['measured', ({ indicator }) => word(indicator.measured)],
  ['method', ({ indicator }) => text(indicator.method)],
  ['target_kind', ({ target }) => word(target?.target.kind)],
  /** One number; a range has its ends in the two columns that follow. */
  ['target_value', (line) => number(targetNumbers(line.target).value)],
  ['target_low', (line) => number(targetNumbers(line.target).low)],
  ['target_high', (line) => number(targetNumbers(line.target).high)],
  ['target_direction', ({ target }) => word(target?.target.kind === 'between' ? target.target.direction : null)],
  /** `year` where the planned change is meant for each year. */
  ['target_per', (line) => word(changeTarget(line)?.perYear ? 'year' : null)],
  /** `baseline` where the planned change is a percentage of it. */
  ['target_of', (line) => word(changeTarget(line)?.ofBaseline ? 'baseline' : null)],
  /** As written, where a revision replaced it. */
  ['original_target', ({ originalTarget }) => text(originalTarget?.text)],
  /** Of a task: its state. */
  ['actual', ({ actual, state }) => (actual ? number(actual) : word(state))],
  ['actual_period', ({ actualPeriod }) => word(actualPeriod?.text)],
  ['status', ({ status }) => word(status)],
  ['partial_of', ({ partial }) => word(partial?.of)],
  ['partial_reported', ({ partial }) => word(partial?.reported)],
  ['partial_expected', ({ partial }) => word(partial?.expected)],
  ['variance', ({ variance }) => number(variance)],
  ['favourable', ({ favourable }) => word(favourable?.toString())],
  ['formula', ({ formula }) => word(formula)],
  ['achievement', ({ achievement }) => percentage(achievement)],
  ['achievement_low', ({ achievementInterval }) => percentage(achievementInterval?.low)],
  ['achievement_high', ({ achievementInterval }) => percentage(achievementInterval?.high)],
  /** Why there is no achievement. */
  ['undefined', ({ undefinedReason }) => word(undefinedReason)],
  ['verdict', ({ verdict }) => word(verdict)],
  ['expected', ({ expected }) => number(expected)],
  ['pace', ({ pace }) => percentage(pace)],
  ['forecast', ({ forecast }) => number(forecast)],
  ['change_from_period', ({ change }) => word(change?.from.period?.text)],
  ['change_from', ({ change }) => number(change?.from.value)],
  ['change_to_period', ({ change }) => word(change?.to.period?.text)],
  ['change_to', ({ change }) => number(change?.to.value)],
  ['change_absolute', ({ change }) => number(change?.absolute)],
  /** Per cent. */
  ['change_relative', ({ change }) => number(change?.relative)],
  ['change_planned', ({ change }) => number(change?.planned?.[0])],
  /** The other end of a planned range. */
  ['change_planned_to', ({ change }) => number(change?.planned?.[1])],
  ['change_differs_in', ({ change }) => word(change?.differsIn)],
  ['poor_from', ({ change }) => number(change?.from.poor)],
  ['poor_to', ({ change }) => number(change?.to.poor)],
  ['poor_change', ({ change }) => number(change?.poor ?? change?.reportedPoorChange?.value)],
  ['households_from', ({ change }) => number(change?.from.households)],
  ['households_to', ({ change }) => number(change?.to.households)],
  /** Where the indicator stands in its plan. */
  ['plan_file', ({ indicator }) => text(indicator.at.file)],
  ['plan_line', ({ indicator }) => word(indicator.at.line)],
  /** Where its newest result stands, and where that was published. */
  ['file', (line) => text(newestResult(line)?.at.file)],
  ['line', (line) => word(newestResult(line)?.at.line)],
  ['source_vi', (line) => text(sourceIn(line, 'vi'))],
  ['source_en', (line) => text(sourceIn(line, 'en'))],
  ...TIME_AND_PLACE_COLUMNS,
  ['standing', ({ standing }) => word(standing)],
  /** Of an indicator that is left out, in a row of its own: the code of the problem that keeps it out. */
  ['left_out', () => ''],
  /** Where its newest result stands in a workbook. */
  ['sheet', (line) => text(newestResult(line)?.at.sheet)],
  ['cell', (line) => word(cellIn(newestResult(line)))],
]

function cellIn(input: Input | undefined): string | null {
  return input ? cellOf(input.at) : null
}

/** The newest figure itself; where only counts were reported, the last of them. */
function newestResult({ inputs }: CompletionLine): Input | undefined {
  const isActual = ({ field }: Input) => field === 'actual' || field === 'cumulative'
  return inputs.findLast(isActual) ?? inputs.findLast(({ field }) => !NO_RESULTS.has(field))
}

const NO_RESULTS: ReadonlySet<InputField> = new Set([
  'target',
  'original-target',
  'baseline',
  'baseline-poor',
  'baseline-households',
  'superseded',
])

function sourceIn(line: CompletionLine, lang: 'vi' | 'en'): string | null {
  const source = newestResult(line)?.source
  return source ? sourceText(source, lang) : null
}
