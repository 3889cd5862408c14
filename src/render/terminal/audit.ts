import type { AuditedClaim } from '../../model/claim.ts'
import { type Format, formatOf, GLUE, inSigns } from '../figure/format.ts'
import { safeText } from '../figure/safe-text.ts'
import { placeText } from '../problem/problems.ts'
import { type Audit, auditSummary, type JudgementText, judgementText, sentenceOf } from '../view/audit/audit-text.ts'
import { auditWordsOf } from '../words/words.ts'
import type { Column, Layout, Line } from './grid.ts'
import { fitted, paragraph, type Style, type StyleOptions, styleOf } from './style.ts'

export interface AuditOptions extends StyleOptions {
  /** The table alone. */
  readonly quiet: boolean
  /** Decimals of computed figures; null: two more than were printed. */
  readonly decimals: number | null
}

/**
 * What is found about each claim, for a terminal or a log: its id, place and sentence, and below them a line for each
 * figure that it claims; then how many have which verdict.
 */
export function renderAudit(audit: Audit, options: AuditOptions): string {
  if (audit.claims.length === 0) return ''
  const style = styleOf(options)
  const format = formatOf(options.lang, options.unicode, 'half-up')
  const lines = audit.claims.flatMap((claim, index) => [
    ...(index > 0 ? [{ kind: 'blank' } as const] : []),
    ...claimLines(claim, format, style, options.decimals),
  ])
  const table = fitted(layoutsOf(style), lines, style)
  if (options.quiet) return `${table.join('\n')}\n`
  const summary = auditSummary(audit, format).split('\n')
  return `${[...table, '', ...summary.flatMap((line) => paragraph(line, style, 0)).map(style.bold)].join('\n')}\n`
}

function claimLines(
  { claim, judgements }: AuditedClaim,
  format: Format,
  style: Style,
  decimals: number | null,
): Line<JudgementText>[] {
  const { bold, dim } = style
  const id = safeText(claim.id ?? '')
  const place = placeText(claim.at)
  const head = id === '' ? place : `${id}  ${place}`
  const sentence = inSigns(sentenceOf(claim, format), style.unicode)
  const text = { kind: 'text', under: 'edge' } as const
  const paint = (part: string) => bold(part.slice(0, id.length)) + dim(part.slice(id.length))
  return [
    { ...text, text: head, indent: 0, whole: true, paint },
    ...(sentence === '' ? [] : [{ ...text, text: sentence, indent: 2 }]),
    ...judgements.map((judgement) => {
      return { kind: 'cells', row: judgementText(judgement, format, decimals) } as const
    }),
    ...(judgements.length > 0
      ? []
      : [{ ...text, text: auditWordsOf(format.words.lang).nothingClaimed, indent: 2, paint: dim }]),
  ]
}

function layoutsOf({ words, unicode, tones }: Style): Layout<JudgementText>[] {
  const { columns } = auditWordsOf(words.lang)
  const column = (
    head: string,
    align: 'left' | 'right',
    comfortable: number,
    textOf: (text: JudgementText) => string,
  ): Column<JudgementText> => ({
    head,
    align,
    comfortable,
    cell: (row) => ({ text: inSigns(textOf(row), unicode) }),
  })
  const what: Column<JudgementText> = {
    ...column(columns.claim, 'left', 24, ({ what: text }) => text),
    narrowest: 14,
    cell: (row) => ({ text: row.what, indent: 2 }),
  }
  const printed = column(columns.printed, 'right', 20, (row) => row.printed)
  const computed = column(columns.computed, 'right', 20, (row) => row.computed || '–')
  const both = column(
    `${columns.printed} →${GLUE}${columns.computed.toLowerCase().replaceAll(' ', GLUE)}`,
    'right',
    20,
    (row) => (row.computed === '' ? row.printed : `${row.printed}\n→${GLUE}${row.computed}`),
  )
  const verdict: Column<JudgementText> = {
    ...column(columns.verdict, 'left', 26, (row) => row.verdict),
    narrowest: 12,
    cell: (row) => ({ text: row.verdict, paint: tones[row.tone] }),
  }
  const why = column(columns.why, 'left', 64, (row) => row.why)
  const full = [what, printed, computed, verdict, why]
  return [
    { columns: full, growing: why, least: 32, squeezed: false },
    { columns: full, growing: why, least: 26, squeezed: true },
    { columns: [what, both, verdict, why], growing: why, least: 20, squeezed: true },
  ]
}
