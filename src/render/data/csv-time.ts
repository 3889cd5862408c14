import type { Exact } from '../../model/exact.ts'
import { type ChangeTarget, isChangeTarget, isRange, type StatedTarget } from '../../model/indicator.ts'
import { formatDay } from '../../model/period.ts'
import type { Comparison, CompletionLine, PlanReport } from '../../model/report.ts'
import { revisionInForce } from '../figure/revision.ts'
import { type CsvColumn, number, percentage, text, word } from './csv-cells.ts'

type Column = CsvColumn<readonly [line: CompletionLine, report: PlanReport]>

/** The columns that tell of other times, other targets, other areas, and of what was said and published. */
export const TIME_AND_PLACE_COLUMNS: readonly Column[] = [
  ['reporting_period', (_, { period }) => word(period?.text)],
  /** `original`: held against the first targets. */
  ['targets', (_, { targets }) => word(targets)],
  ['required', ({ required }) => number(required?.value)],
  /** `months`: so much in each of them. */
  ['required_per', ({ required }) => word(required?.per)],
  ['required_left', ({ required }) => word(required?.left)],
  ['revision_date', (line, { asOf }) => dayText(revisionInForce(line, asOf)?.date)],
  ['revision_decision', (line, { asOf }) => text(revisionInForce(line, asOf)?.decision)],
  ['original_target_kind', ({ original }) => word(original?.target.target.kind)],
  ['original_target_value', ({ original }) => number(targetNumbers(original?.target ?? null).value)],
  ['original_target_low', ({ original }) => number(targetNumbers(original?.target ?? null).low)],
  ['original_target_high', ({ original }) => number(targetNumbers(original?.target ?? null).high)],
  ['original_variance', ({ original }) => number(original?.variance)],
  ['original_favourable', ({ original }) => word(original?.favourable?.toString())],
  ['original_formula', ({ original }) => word(original?.formula)],
  ['original_achievement', ({ original }) => percentage(original?.achievement)],
  ['original_undefined', ({ original }) => word(original?.undefinedReason)],
  ['original_verdict', ({ original }) => word(original?.verdict)],
  ['in_period', ({ inPeriod }) => word(inPeriod?.period.text)],
  ['in_period_value', ({ inPeriod }) => number(inPeriod?.value)],
  ['in_period_status', ({ inPeriod }) => word(inPeriod?.status)],
  ['in_period_partial_of', ({ inPeriod }) => word(inPeriod?.partial?.of)],
  ['in_period_partial_reported', ({ inPeriod }) => word(inPeriod?.partial?.reported)],
  ['in_period_partial_expected', ({ inPeriod }) => word(inPeriod?.partial?.expected)],
  ...comparisonColumns('in_period_last_year', ({ inPeriod }) => inPeriod?.lastYear),
  ...comparisonColumns('in_period_previous', ({ inPeriod }) => inPeriod?.previous),
  ...comparisonColumns('last_year', ({ lastYear }) => lastYear),
  ...comparisonColumns('previous', ({ previous }) => previous),
  /** `2018-01=1200 2018-02= 2018-03=1450`; nothing behind the sign: not reported. */
  ['increments', ({ increments }) => increments.map((step) => `${step.period.text}=${number(step.value)}`).join(' ')],
  ['rank', ({ rank }) => word(rank?.place)],
  ['rank_of', ({ rank }) => word(rank?.of)],
  ['shortfall_share', ({ shortfallShare }) => percentage(shortfallShare)],
  ['published', ({ published }) => number(published?.figure.value)],
  ['published_agrees', ({ published }) => word(published?.agrees?.toString())],
  ['section_vi', (line, report) => text(sectionOf(line, report)?.name.vi)],
  ['section_en', (line, report) => text(sectionOf(line, report)?.name.en)],
  ['area_vi', ({ area }) => text(area?.name.vi)],
  ['area_en', ({ area }) => text(area?.name.en)],
  ['responsible_vi', ({ indicator }) => text(indicator.responsible?.vi)],
  ['responsible_en', ({ indicator }) => text(indicator.responsible?.en)],
  ['note_vi', ({ indicator }) => text(indicator.note?.vi)],
  ['note_en', ({ indicator }) => text(indicator.note?.en)],
  ['result_note_vi', (line) => text(resultNotes(line, 'vi'))],
  ['result_note_en', (line) => text(resultNotes(line, 'en'))],
  /** Of a ceiling that a running total may still pass: how much of it is used up. */
  ['used', ({ used }) => percentage(used)],
  /** Where baseline and target lie on different sides of zero: the share of the way between them. */
  ['progress', ({ progress }) => percentage(progress)],
]

function comparisonColumns(
  name: string,
  of: (line: CompletionLine) => Comparison | null | undefined,
): readonly Column[] {
  return [
    [`${name}_plan`, (line) => word(of(line)?.plan)],
    [`${name}_period`, (line) => word(of(line)?.period.text)],
    [`${name}_value`, (line) => number(of(line)?.value)],
    [`${name}_partial_of`, (line) => word(of(line)?.partial?.of)],
    [`${name}_partial_reported`, (line) => word(of(line)?.partial?.reported)],
    [`${name}_partial_expected`, (line) => word(of(line)?.partial?.expected)],
    [`${name}_differs_in`, (line) => word(of(line)?.differsIn)],
    [`${name}_absolute`, (line) => number(of(line)?.absolute)],
    /** Per cent. */
    [`${name}_relative`, (line) => percentage(of(line)?.relative)],
  ]
}

export function targetNumbers(stated: StatedTarget | null): { value?: Exact; low?: Exact; high?: Exact } {
  if (!stated || stated.target.kind === 'done') return {}
  if (stated.target.kind === 'between') return stated.target.range
  if (!isChangeTarget(stated.target)) return { value: stated.target.value }
  return isRange(stated.target.by) ? stated.target.by : { value: stated.target.by }
}

export function changeTarget({ target }: CompletionLine): ChangeTarget | null {
  return target && isChangeTarget(target.target) ? target.target : null
}

const dayText = (day: number | undefined) => (day === undefined ? '' : formatDay(day))

function sectionOf({ indicator }: CompletionLine, { plan }: PlanReport) {
  return plan.sections.find(({ id }) => id === indicator.section)
}

/** What was said of the results that count, each once. */
function resultNotes({ inputs }: CompletionLine, lang: 'vi' | 'en'): string {
  const notes = inputs.flatMap(({ note, field }) => (note && field !== 'superseded' ? [note[lang]] : []))
  return [...new Set(notes)].join('; ')
}
