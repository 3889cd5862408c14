import type { Claim, Judgement, Reach } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import { machineNumber } from '../figure/machine-number.ts'
import type { Audit } from '../view/audit/audit.ts'
import { claimedMachineText } from '../view/audit/audit-reason.ts'
import { type CsvColumn, csvText, number, text, word } from './csv-cells.ts'

/**
 * What is found as CSV: a header, then one row a claimed figure; a claim that claims nothing has a row without one. The
 * columns are never removed, renamed or moved within a major version; new ones come at the end.
 */
export function renderAuditCsv({ claims }: Audit): string {
  const rows = claims.flatMap(({ claim, judgements }) =>
    (judgements.length > 0 ? judgements : [null]).map((judgement) => [claim, judgement] as const),
  )
  return csvText(COLUMNS, rows)
}

type Row = readonly [Claim, Judgement | null]

const COLUMNS: readonly CsvColumn<Row>[] = [
  ['claim', ({ id }) => text(id)],
  ['what', (_, judgement) => word(judgement?.what)],
  ['verdict', (_, judgement) => word(judgement?.verdict)],
  /** A number, or as printed where it is a word, a range, a bound or about a number. */
  ['claimed', (_, judgement) => claimedCell(judgement)],
  /** Per cent, percentage points, or a number, as `unit` says; or a word. */
  ['computed', (_, judgement) => computedCell(judgement)],
  ['unit', (_, judgement) => word(judgement?.unit)],
  ['formula', (_, judgement) => word(judgement?.formula)],
  ['reason', (_, judgement) => word(judgement?.why.kind)],
  ...reachColumns('', (judgement) => judgement?.interval),
  ...reachColumns('target_', (judgement) => judgement?.impliedTarget),
  ['target_roundest', (_, judgement) => number(judgement?.impliedTarget?.roundest)],
  ['slip', (_, judgement) => word(judgement?.slip)],
  ['text', (claim) => text(claim.text)],
  ['source_vi', ({ source }) => text(source?.title.vi)],
  ['source_en', ({ source }) => text(source?.title.en)],
  ['file', ({ at }) => text(at.file)],
  ['line', ({ at }) => word(at.line)],
  ['column', ({ at }) => word(at.column)],
]

function reachColumns(
  prefix: string,
  reachOf: (judgement: Judgement | null) => Reach | null | undefined,
): readonly CsvColumn<Row>[] {
  return [
    [`${prefix}low`, (_, judgement) => number(reachOf(judgement)?.low)],
    [`${prefix}low_open`, (_, judgement) => yesOrNo(reachOf(judgement)?.lowOpen)],
    [`${prefix}high`, (_, judgement) => number(reachOf(judgement)?.high)],
    [`${prefix}high_open`, (_, judgement) => yesOrNo(reachOf(judgement)?.highOpen)],
  ]
}

const yesOrNo = (value: boolean | undefined) => (value === undefined ? '' : String(value))

function claimedCell(judgement: Judgement | null): string {
  if (!judgement) return ''
  const { claimed } = judgement
  const isNumber = 'form' in claimed && claimed.form === 'number'
  return isNumber ? claimedMachineText(claimed) : text(claimedMachineText(claimed))
}

function computedCell(judgement: Judgement | null): string {
  const { computed, claimed } = judgement ?? { computed: null, claimed: null }
  if (!(computed instanceof Exact)) return word(computed)
  return machineNumber(computed, claimed && 'figure' in claimed ? [claimed.figure.value] : [])
}
