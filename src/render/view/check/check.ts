import type { CheckResult, PolicyInForce, Rule } from '../../../model/check.ts'
import { Exact } from '../../../model/exact.ts'
import type { Language } from '../../../model/figure.ts'
import { counted, countText, type Format, formatOf } from '../../figure/format.ts'
import { formatNumber } from '../../figure/number.ts'
import { dateText } from '../../figure/period-text.ts'
import { placeText } from '../../figure/place-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { checkWordsOf } from '../../words/words.ts'
import { type Block, columnsOf, type Document, type Line, layout, passage, stacked, tableBlock } from '../document.ts'
import { providerNotes } from '../report/actual.ts'
import { leftOutText } from '../report/report-head.ts'
import { type FindingText, findingText } from './finding-text.ts'

interface Row extends FindingText {
  readonly plan: string
  readonly isWarning: boolean
  readonly place: string
}

/** What breaks the policy: the policy in force, a table of findings with the place of each, and one line that sums up. */
export function checkDocument(result: CheckResult, { lang, unicode }: { lang: Language; unicode: boolean }): Document {
  // A finding does not know its plan's rounding; what is asked for is never printed as reached in any.
  const format = formatOf(lang, unicode, 'half-up')
  const summary = checkSummary(result, format)
  return {
    title: summary,
    endsWithResult: true,
    parts: [
      [
        {
          kind: 'passage',
          role: 'aside',
          sentences: policyTexts(result.policies, format).flatMap(({ title, facts, exceptions }) => [
            { text: `${title}: ${facts.join('; ')}` },
            ...exceptions.map((text) => ({ text, depth: 1 })),
          ]),
        },
        ...findingTable(result, format),
        passage('aside', otherVerdictTexts(result, format)),
        passage('warning', leftOutTexts(result, format)),
        passage('summary', [summary]),
      ],
    ],
  }
}

function findingTable({ findings, policies }: CheckResult, format: Format): readonly Block[] {
  if (findings.length === 0) return []
  const { columns: heads } = checkWordsOf(format.words.lang)
  const { left, right } = columnsOf<Row>()
  const plan = left('plan', heads.plan, 20, (row) => row.plan)
  const name = left('name', heads.indicator, 64, (row) => row.name)
  const tone = ({ isWarning }: Row) => (isWarning ? 'warning' : 'bad')
  const rule = left('rule', heads.finding, 22, (row) => ({ text: row.rule, tone: tone(row) }), { narrowest: 12 })
  const expected = right('expected', heads.expected, 20, (row) => row.expected)
  const found = right('found', heads.found, 20, (row) => row.found || '–')
  const difference = right('difference', heads.difference, 14, (row) => row.difference)
  const place = left('place', heads.place, 30, (row) => row.place)
  const full = [name, rule, expected, found, difference]
  // An earlier report may name plans that are gone.
  const isOfSeveral = new Set([...findings, ...policies].map((each) => each.plan)).size > 1
  const lines: Line<Row>[] = []
  for (const [index, finding] of findings.entries()) {
    if (isOfSeveral && finding.plan !== findings[index - 1]?.plan) {
      if (index > 0) lines.push({ kind: 'blank' })
      lines.push({ kind: 'text', role: 'heading', text: safeText(finding.plan), depth: 0, hasColumn: true })
    }
    const at = finding.at ? placeText(finding.at) : ''
    const isWarning = finding.severity === 'warn'
    const text = findingText(finding, format)
    lines.push({ kind: 'row', row: { ...text, plan: safeText(finding.plan), isWarning, place: at } })
    if (at !== '') lines.push({ kind: 'text', role: 'place', text: at, depth: 1, hasColumn: true })
  }
  return [
    tableBlock({
      key: 'findings',
      name: heads.finding,
      lines,
      columns: [...(isOfSeveral ? [plan] : []), ...full, place],
      layouts: [
        layout(full, 24, false),
        layout(full, 18),
        layout([name, rule, expected, stacked(found, difference)], 14),
      ],
      lead: name,
    }),
  ]
}

/** A policy in force in words, for all plans that have the same one. */
export interface PolicyText {
  readonly title: string
  readonly facts: readonly string[]
  /** What is asked of single indicators, and what a plan was not granted. */
  readonly exceptions: readonly string[]
}

/** Plans with one and the same policy are named together. */
function policyTexts(policies: readonly PolicyInForce[], format: Format): PolicyText[] {
  const words = checkWordsOf(format.words.lang)
  const groups = new Map<string, { readonly plans: string[]; readonly text: Omit<PolicyText, 'title'> }>()
  for (const policy of policies) {
    const text = { facts: policyFacts(policy, format), exceptions: exceptionsOf(policy, format) }
    const key = JSON.stringify(text)
    const group = groups.get(key)
    if (group) group.plans.push(policy.plan)
    else groups.set(key, { plans: [policy.plan], text })
  }
  return [...groups.values()].map(({ plans, text }) => ({ title: words.policy.of(listed(plans, format)), ...text }))
}

/** `19 targets checked: 2 errors, 1 warning. Check failed.` */
export function checkSummary(result: CheckResult, format: Format): string {
  const { summary } = checkWordsOf(format.words.lang)
  const errors = result.findings.filter(({ severity }) => severity === 'error').length
  const limit = warningLimit(result)
  const atMost = limit !== null && result.warnings > limit ? ` (${summary.atMost(countText(limit, format))})` : ''
  const counts = [
    ...(errors > 0 ? [summary.errors(counted(errors, format))] : []),
    ...(result.warnings > 0 ? [summary.warnings(counted(result.warnings, format)) + atMost] : []),
  ]
  const checked = summary.checked(counted(result.checked, format), daysOf(result, format))
  if (counts.length === 0 && !result.broken)
    return result.checked === 0 ? `${checked}.` : `${checked}: ${summary.clean}.`
  const verdict = result.broken ? summary.broken : summary.holds
  return counts.length === 0 ? `${checked}. ${verdict}` : `${checked}: ${counts.join(', ')}. ${verdict}`
}

/** The days that the plans are held to, each once. */
function daysOf({ policies }: CheckResult, { words }: Format): string {
  const days = new Set(policies.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])))
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => dateText(day, words))
    .join(', ')
}

/** The fewest warnings that a policy lets pass; null: any number. */
export function warningLimit({ policies }: CheckResult): number | null {
  const limits = policies.flatMap(({ maxWarnings }) => (maxWarnings === null ? [] : [maxWarnings]))
  return limits.sort((a, b) => a - b)[0] ?? null
}

function policyFacts({ general: { failOn, min }, maxWarnings }: PolicyInForce, format: Format): string[] {
  const { policy } = checkWordsOf(format.words.lang)
  return [
    policy.failsOn(failOn),
    ...(min ? [policy.min(percentText(min, format))] : []),
    ...(maxWarnings === null ? [] : [policy.maxWarnings(counted(maxWarnings, format))]),
  ]
}

function exceptionsOf(inForce: PolicyInForce, format: Format): string[] {
  const { policy } = checkWordsOf(format.words.lang)
  const rules = [...inForce.indicators].map(
    ([id, rule]) => `${safeText(id)}: ${ruleText(rule, inForce.general, format)}`,
  )
  const refused = inForce.refused.map(({ indicator, key }) =>
    policy.refused(indicator === null ? key : `${key} (${safeText(indicator)})`),
  )
  return [...shortened(rules, format), ...shortened(refused, format)]
}

/** What is asked of one indicator that is not asked of all. */
function ruleText({ severity, min, failOn }: Rule, general: Rule, format: Format): string {
  const { policy } = checkWordsOf(format.words.lang)
  if (severity === 'off') return policy.off
  const sameMin = min && general.min ? min.equals(general.min) : min === general.min
  return [
    ...(severity === general.severity ? [] : [policy[severity]]),
    ...(sameMin ? [] : [min ? policy.min(percentText(min, format)) : policy.noMin]),
    ...(failOn.join() === general.failOn.join() ? [] : [policy.failsOn(failOn)]),
  ].join(', ')
}

/** More than these nobody reads. */
const MOST_LISTED = 20

function shortened(items: readonly string[], format: Format): readonly string[] {
  const more = items.length - MOST_LISTED
  if (more <= 0) return items
  return [...items.slice(0, MOST_LISTED), checkWordsOf(format.words.lang).policy.others(countText(more, format))]
}

const listed = (plans: readonly string[], format: Format): string => shortened(plans.map(safeText), format).join(', ')

/** A minimum in full: it was written by someone. */
function percentText(ratio: Exact, { notation }: Format): string {
  return `${formatNumber(ratio.times(Exact.HUNDRED), notation)}%`
}

/** What another provider's figures would come to: the policy goes by those that judge. */
function otherVerdictTexts({ otherVerdicts }: CheckResult, format: Format): readonly string[] {
  const { lang } = format.words
  return otherVerdicts.map(({ plan, line }) => {
    const { indicator, area } = line
    const name = [indicator, ...(area ? [area] : [])].map((each) => safeText(each.name[lang])).join(' – ')
    return `${name}: ${providerNotes(line, indicator.decimals ?? plan.decimals, format).join('')}`
  })
}

/** What was held against nothing, since a problem keeps it out: a line for each plan. */
function leftOutTexts({ leftOut }: CheckResult, format: Format): readonly string[] {
  return leftOut.map((report) => `${safeText(report.plan.id)}: ${leftOutText(report, format) ?? ''}`)
}
