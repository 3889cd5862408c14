import type { Language } from '../../model/figure.ts'
import { type Format, formatOf } from '../figure/format.ts'
import { safeText } from '../figure/safe-text.ts'
import { placeText } from '../problem/problems.ts'
import { type Audit, auditSummary, judgementText, sentenceOf } from '../view/audit/audit-text.ts'
import { auditWordsOf } from '../words/words.ts'
import { inMarkdown, markdownTable } from './markdown.ts'

export interface AuditMarkdownOptions {
  readonly lang: Language
  readonly decimals: number | null
}

/** What is found about each claim as GitHub-flavoured Markdown, fit for a job summary; ends with one line break. */
export function renderAuditMarkdown(audit: Audit, { lang, decimals }: AuditMarkdownOptions): string {
  if (audit.claims.length === 0) return ''
  const format = formatOf(lang, true, 'half-up')
  const { columns } = auditWordsOf(lang)
  const heads = [
    ...[columns.claim, columns.what, columns.printed, columns.computed, columns.verdict, columns.why, columns.place],
  ].map(inMarkdown)
  const summary = auditSummary(audit, format).split('\n').map(inMarkdown)
  const table = markdownTable(heads, 'llrrlll', rowsOf(audit, format, decimals))
  return `${[`**${summary[0]}**`, ...summary.slice(1), table].join('\n\n')}\n`
}

/** Where a sentence ends in an address, the quote behind it would become part of that, were it no entity. */
export function sentenceInMarkdown(sentence: string): string {
  return inMarkdown(sentence).replace(/”$/, '&rdquo;')
}

/** The sentence and the place of a claim stand in its first row. */
function rowsOf({ claims }: Audit, format: Format, decimals: number | null): string[][] {
  return claims.flatMap(({ claim, judgements }) => {
    const id = claim.id === null ? '' : `**${inMarkdown(safeText(claim.id))}**`
    const name = [id, sentenceInMarkdown(sentenceOf(claim, format))].filter((part) => part !== '').join('<br>')
    const place = inMarkdown(placeText(claim.at))
    if (judgements.length === 0) {
      return [[name, inMarkdown(auditWordsOf(format.words.lang).nothingClaimed), '', '', '', '', place]]
    }
    return judgements.map((judgement, index) => {
      const { what, printed, computed, verdict, why, tone } = judgementText(judgement, format, decimals)
      const found = tone === 'bad' ? `**${inMarkdown(verdict)}**` : inMarkdown(verdict)
      const cells = [what, printed, computed || '–'].map(inMarkdown)
      return [index === 0 ? name : '', ...cells, found, inMarkdown(why), index === 0 ? place : '']
    })
  })
}
