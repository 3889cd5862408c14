import type { CheckResult, PolicyInForce, Rule } from '../../../model/check.ts'
import { Exact } from '../../../model/exact.ts'
import type { Format } from '../../figure/format.ts'
import { formatNumber, inNotation } from '../../figure/number.ts'
import { dateText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { checkWordsOf } from '../../words/words.ts'
import { leftOutText } from '../report/report-head.ts'

/** A policy in force in words, for all plans that have the same one. */
export interface PolicyText {
  readonly title: string
  readonly facts: readonly string[]
  /** What is asked of single indicators, and what a plan was not granted. */
  readonly exceptions: readonly string[]
}

/** Plans with one and the same policy are named together. */
export function policyTexts(policies: readonly PolicyInForce[], format: Format): PolicyText[] {
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
  const atMost = limit !== null && result.warnings > limit ? ` (${summary.atMost(numberText(limit, format))})` : ''
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
  return [...items.slice(0, MOST_LISTED), checkWordsOf(format.words.lang).policy.others(numberText(more, format))]
}

function listed(plans: readonly string[], format: Format): string {
  return shortened(plans.map(safeText), format).join(', ')
}

/** A minimum in full: it was written by someone. */
function percentText(ratio: Exact, { notation }: Format): string {
  return `${formatNumber(ratio.times(Exact.HUNDRED), notation)}%`
}

function counted(count: number, format: Format) {
  return { count, text: numberText(count, format) }
}

function numberText(count: number, { notation }: Format): string {
  return inNotation(String(count), notation)
}

/** What was held against nothing, since a problem keeps it out: a line for each plan. */
export function leftOutTexts({ leftOut }: CheckResult, format: Format): readonly string[] {
  return leftOut.map((report) => `${safeText(report.plan.id)}: ${leftOutText(report, format) ?? ''}`)
}
