import type { CheckResult } from '../../model/check.ts'
import type { Language } from '../../model/figure.ts'
import { type Format, formatOf } from '../figure/format.ts'
import { safeText } from '../figure/safe-text.ts'
import { placeText } from '../problem/problems.ts'
import { checkSummary, leftOutTexts, type PolicyText, policyTexts } from '../view/check/check-text.ts'
import { findingText } from '../view/check/finding-text.ts'
import { checkWordsOf } from '../words/check-words.ts'
import { inMarkdown, markdownTable } from './markdown.ts'

/** What breaks the policy as GitHub-flavoured Markdown, fit for a job summary; ends with one line break. */
export function renderCheckMarkdown(result: CheckResult, { lang }: { readonly lang: Language }): string {
  const format = formatOf(lang, true, 'half-up')
  const blocks = [
    `**${inMarkdown(checkSummary(result, format))}**`,
    findingTable(result, format),
    leftOutTexts(result, format)
      .map((text) => `> ⚠ ${inMarkdown(text)}`)
      .join('\n>\n'),
    policyTexts(result.policies, format).map(policyList).join('\n'),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function findingTable({ findings, policies }: CheckResult, format: Format): string {
  if (findings.length === 0) return ''
  const { columns } = checkWordsOf(format.words.lang)
  const several = policies.length > 1
  const rows = findings.map((finding) => {
    const { name, rule, expected, found, difference } = findingText(finding, format)
    const isError = finding.severity === 'error'
    return [
      ...(several ? [inMarkdown(safeText(finding.plan))] : []),
      inMarkdown(name),
      isError ? `**${inMarkdown(rule)}**` : inMarkdown(rule),
      ...[expected, found || '–', difference, finding.at ? placeText(finding.at) : ''].map(inMarkdown),
    ]
  })
  const heads = [
    ...(several ? [columns.plan] : []),
    columns.indicator,
    columns.finding,
    columns.expected,
    columns.found,
    columns.difference,
    columns.place,
  ]
  return markdownTable(heads.map(inMarkdown), several ? 'lllrrrl' : 'llrrrl', rows)
}

function policyList({ title, facts, exceptions }: PolicyText): string {
  const items = [`${title}: ${facts.join('; ')}`, ...exceptions]
  return items.map((item, index) => `${index === 0 ? '' : '  '}- ${inMarkdown(item)}`).join('\n')
}
