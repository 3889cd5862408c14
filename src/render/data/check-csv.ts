import type { CheckResult, Finding } from '../../model/check.ts'
import { cellOf } from '../../model/figure.ts'
import { formatDay } from '../../model/period.ts'
import { comparedText } from '../view/check/finding-text.ts'
import { type CsvColumn, csvText, text, word } from './csv-cells.ts'

/**
 * What breaks the policy as CSV: a header, then one row a finding; the header alone where nothing does. The columns
 * are never removed, renamed or moved within a major version; new ones come at the end.
 */
export function renderCheckCsv({ findings, policies }: CheckResult): string {
  const days = new Map(policies.map(({ plan, asOf }) => [plan, asOf === null ? '' : formatDay(asOf)]))
  return csvText(
    COLUMNS,
    findings.map((finding) => [finding, days.get(finding.plan) ?? ''] as const),
  )
}

const COLUMNS: readonly CsvColumn<readonly [finding: Finding, asOf: string]>[] = [
  ['plan', ({ plan }) => word(plan)],
  ['indicator', ({ indicator }) => word(indicator)],
  ['area', ({ area }) => word(area)],
  ['rule', ({ rule }) => word(rule)],
  ['severity', ({ severity }) => word(severity)],
  /** Percentages, numbers in the indicator's unit, or verdicts, as in the JSON. */
  ['expected', (finding) => word(comparedText(finding).expected)],
  ['found', (finding) => word(comparedText(finding).found)],
  ['file', ({ at }) => text(at?.file)],
  ['line', ({ at }) => word(at?.line)],
  ['column', ({ at }) => word(at?.column)],
  ['name_vi', ({ line }) => text(line?.indicator.name.vi)],
  ['name_en', ({ line }) => text(line?.indicator.name.en)],
  ['verdict', ({ line }) => word(line?.verdict)],
  ['as_of', (_, asOf) => asOf],
  ['sheet', ({ at }) => text(at?.sheet)],
  ['cell', ({ at }) => word(at && cellOf(at))],
]
