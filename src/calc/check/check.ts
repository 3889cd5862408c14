import {
  type CheckResult,
  type EarlierLine,
  type FailingVerdict,
  type Finding,
  failingVerdicts,
  type PolicyFile,
  type PolicyInForce,
  type RefusedKey,
  type Rule,
  usualFailures,
} from '../../model/check.ts'
import { Exact } from '../../model/exact.ts'
import type { Indicator, Severity } from '../../model/indicator.ts'
import { sameSpan } from '../../model/period.ts'
import type { Plan, Policy } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import {
  type CompletionLine,
  finalVerdicts,
  otherVerdictOf,
  type PlanReport,
  placeOfLine,
  type Report,
  type Verdict,
  verdicts,
} from '../../model/report.ts'
import { boundedSuggestions } from '../../model/suggestion.ts'
import { baselineValue, endTarget, higherIsBetter, plannedChange } from '../../model/target.ts'

/** Holds a report, and where there is one the report before it, against the policy in force. */
export function checked(
  report: Report,
  gate: Gate,
  earlier: readonly EarlierLine[] | null,
  warningProblems: number,
): { readonly result: CheckResult; readonly problems: readonly Problem[] } {
  const unknown = policyProblems(
    report.plans.map(({ plan }) => plan),
    gate,
  )
  // Half a policy is none: what it does not ask for by mistake would pass.
  if (unknown.length > 0) return { result: nothingChecked, problems: unknown }
  const policies = report.plans.map((plan) => policyInForce(plan, gate))
  const findings: Finding[] = []
  const otherVerdicts: CheckResult['otherVerdicts'][number][] = []
  let looked = 0
  report.plans.forEach((plan, index) => {
    const policy = policies[index]
    if (!policy) return
    for (const line of plan.lines) {
      const rule = ruleFor(policy, line.indicator.id)
      if (rule.severity === 'off' || line.verdict === null) continue
      looked++
      if (line.otherProviders.some((other) => otherVerdictOf(line, other)))
        otherVerdicts.push({ plan: plan.plan, line })
      for (const added of brokenRules(plan, line, rule)) findings.push(added)
    }
  })
  if (earlier) for (const finding of regressions(report, policies, earlier)) findings.push(finding)
  const problems: Problem[] = []
  const leftOut = report.plans.filter((plan) => plan.leftOut.length > 0)
  // What an error keeps out may have a target.
  if (looked === 0 && report.plans.length > 0 && leftOut.length === 0) {
    const where = report.plans.map(({ plan }) => plan.id).join(', ')
    problems.push(problem('nothing-to-do', null, { why: 'nothing-to-check', where }))
  }
  const warnings = warningProblems + findings.filter(({ severity }) => severity === 'warn').length
  const broken = findings.some(({ severity }) => severity === 'error') || isTooMany(warnings, policies)
  return { result: { policies, findings, leftOut, otherVerdicts, checked: looked, warnings, broken }, problems }
}

/** What a check comes to where it is not known what to hold the report against. */
export const nothingChecked: CheckResult = {
  policies: [],
  findings: [],
  leftOut: [],
  otherVerdicts: [],
  checked: 0,
  warnings: 0,
  broken: false,
}

function brokenRules(report: PlanReport, line: CompletionLine, rule: Rule): readonly Finding[] {
  const { verdict, achievement } = line
  const base = {
    plan: report.plan.id,
    indicator: line.indicator.id,
    area: line.area?.id ?? null,
    severity: rule.severity === 'warn' ? 'warn' : 'error',
    line,
    at: placeOfLine(line),
  } as const
  // A final verdict without an achievement, of a target of zero, can be judged by its words alone.
  const isOff = line.standing === 'off-target'
  const isUndefined = verdict === 'missed' && rule.min !== null && achievement === null
  const failing =
    rule.failOn.find((each) => each === verdict || (isOff && each === 'off-target')) ??
    (isUndefined ? 'missed' : undefined)
  if (failing) return [{ ...base, rule: failing, expected: expectedFor(report, line, failing), found: foundIn(line) }]
  if (!rule.min || !finalVerdicts.has(verdict) || !achievement?.isBelow(rule.min)) return []
  return [{ ...base, rule: 'below-min', expected: rule.min, found: achievement }]
}

function expectedFor({ plan }: PlanReport, line: CompletionLine, rule: FailingVerdict): Finding['expected'] {
  if (rule === 'behind') return line.expected
  const target = line.target?.target
  if (!target || target.kind === 'done') return 'met'
  const from = line.change?.from.value ?? baselineValue(line.indicator.baseline)
  const planned = 'by' in target ? plannedChange(target, from, plan.period) : null
  const end = endTarget(target, from, planned)
  if (end) return end
  // A range: the end that the variance counts from.
  return line.actual && line.variance ? line.actual.minus(line.variance) : null
}

const foundIn = ({ actual, verdict }: CompletionLine): Finding['found'] => actual ?? verdict

function isTooMany(warnings: number, policies: readonly PolicyInForce[]): boolean {
  return policies.some(({ maxWarnings }) => maxWarnings !== null && warnings > maxWarnings)
}

/** What the pipeline asks for: its flags, and a policy file where it has one. */
interface Gate {
  readonly flags: PolicyFile
  /** null: none, so that the plans' own policies count in full. */
  readonly file: PolicyFile | null
}

/**
 * The policy in force for a plan. Without a policy file the flags win over the plan, and what is said of one
 * indicator over what is said of all. With one, the file and the flags stand, and the plan may only ask for more.
 */
export function policyInForce({ plan, asOf }: PlanReport, { flags, file }: Gate): PolicyInForce {
  return { ...(file ? tightened(plan, merged(file, flags)) : overridden(plan, flags)), asOf }
}

/** What is asked of one indicator. */
export function ruleFor({ indicators, general }: PolicyInForce, indicator: string): Rule {
  return indicators.get(indicator) ?? general
}

/** A policy that names an indicator that no plan has would check something else than was meant. */
export function policyProblems(plans: readonly Plan[], { flags, file }: Gate): readonly Problem[] {
  const known = new Set(plans.flatMap((plan) => [...plan.indicators.map(({ id }) => id), ...plan.unread]))
  const named = [...(file?.indicators ?? []), ...flags.indicators]
  const suggest = boundedSuggestions()
  return named.flatMap(([indicator, { at }]) => {
    if (known.has(indicator)) return []
    const plan = plans.map(({ id }) => id).join(', ')
    return [problem('unknown-indicator', at, { indicator, plan, suggestion: suggest(indicator, () => known) })]
  })
}

function overridden(plan: Plan, flags: PolicyFile): Omit<PolicyInForce, 'asOf'> {
  const stated: Policy = { ...plan.policy, ...policyOf(flags) }
  const general = ruleOf('error', stated.min ?? null, stated.failOn)
  const indicators = ownRules(plan, general, ({ id, severity, min }) => {
    const flag = flags.indicators.get(id)
    return ruleOf(severity ?? 'error', flag?.min ?? min ?? general.min, stated.failOn)
  })
  return { plan: plan.id, general, maxWarnings: stated.maxWarnings ?? null, indicators, refused: [] }
}

function tightened(plan: Plan, base: PolicyFile): Omit<PolicyInForce, 'asOf'> {
  const asked = plan.policy
  const file = ruleOf('error', base.min ?? null, base.failOn)
  const refused: RefusedKey[] = []
  const refuse = (indicator: string | null, key: RefusedKey['key']) => refused.push({ indicator, key })
  if (isBelow(asked.min, file.min)) refuse(null, 'min')
  if (asked.failOn && file.failOn.some((verdict) => !asked.failOn?.includes(verdict))) refuse(null, 'fail-on')
  if (asked.maxWarnings !== undefined && asked.maxWarnings > (base.maxWarnings ?? Infinity))
    refuse(null, 'max-warnings')

  const general = stricter(file, { severity: 'error', min: asked.min ?? null, failOn: asked.failOn ?? [] })
  const indicators = ownRules(plan, general, ({ id, severity, min }) => {
    const stated = base.indicators.get(id)
    const floor = ruleOf(stated?.severity ?? 'error', stated?.min ?? file.min, base.failOn)
    if (severity && strictness[severity] < strictness[floor.severity]) refuse(id, 'severity')
    if (isBelow(min, floor.min)) refuse(id, 'min')
    const wanted = { severity: severity ?? floor.severity, min: min ?? asked.min ?? null, failOn: asked.failOn ?? [] }
    return stricter(floor, wanted)
  })
  const limits = [base.maxWarnings, asked.maxWarnings].filter((limit) => limit !== undefined)
  return { plan: plan.id, general, maxWarnings: limits.sort((a, b) => a - b)[0] ?? null, indicators, refused }
}

/** The flags come from the pipeline, as the file does: they win over it. */
function merged(file: PolicyFile, flags: PolicyFile): PolicyFile {
  const indicators = new Map(file.indicators)
  for (const [id, { severity, min, at }] of flags.indicators) {
    const stated = indicators.get(id)
    indicators.set(id, { severity: severity ?? stated?.severity ?? null, min: min ?? stated?.min ?? null, at })
  }
  return { ...policyOf(file), ...policyOf(flags), indicators }
}

/** Rules of the indicators of which something else is asked than of all. */
function ownRules(plan: Plan, general: Rule, rule: (indicator: Indicator) => Rule): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>()
  for (const indicator of plan.indicators) {
    const own = rule(indicator)
    if (!isSame(own, general)) rules.set(indicator.id, own)
  }
  return rules
}

/**
 * Where an achievement is asked for and nobody says what to fail on, it takes the place of `missed`: whoever asks
 * for 95% lets 97% pass.
 */
function ruleOf(severity: Severity, min: Exact | null, failOn: readonly FailingVerdict[] | undefined): Rule {
  const usual = min ? usualFailures.filter((verdict) => verdict !== 'missed') : usualFailures
  return { severity, min, failOn: failOn ?? usual }
}

const strictness: Readonly<Record<Severity, number>> = { off: 0, warn: 1, error: 2 }

function stricter(floor: Rule, wanted: Rule): Rule {
  return {
    severity: strictness[wanted.severity] > strictness[floor.severity] ? wanted.severity : floor.severity,
    min: floor.min && (!wanted.min || wanted.min.isBelow(floor.min)) ? floor.min : wanted.min,
    failOn: failingVerdicts.filter((verdict) => floor.failOn.includes(verdict) || wanted.failOn.includes(verdict)),
  }
}

function isBelow(asked: Exact | null | undefined, floor: Exact | null): boolean {
  return floor !== null && asked?.isBelow(floor) === true
}

function isSame(a: Rule, b: Rule): boolean {
  const sameMin = a.min && b.min ? a.min.equals(b.min) : a.min === b.min
  return sameMin && a.severity === b.severity && a.failOn.join() === b.failOn.join()
}

function policyOf({ min, failOn, maxWarnings }: Policy): Policy {
  return { ...(min && { min }), ...(failOn && { failOn }), ...(maxWarnings !== undefined && { maxWarnings }) }
}

/** Decimals that a report writes of a number that never ends. */
const REPORTED_DECIMALS = 12

/**
 * What became worse since an earlier report: met and no longer met, any other verdict that is worse, a lower achievement
 * or a worse actual of one and the same period, gone altogether.
 */
function regressions(
  report: Report,
  policies: readonly PolicyInForce[],
  earlier: readonly EarlierLine[],
): readonly Finding[] {
  const now = new Map<string, { plan: PlanReport; line: CompletionLine }>()
  for (const plan of report.plans) {
    for (const line of plan.lines)
      now.set(keyOf(plan.plan.id, line.indicator.id, line.area?.id ?? null), { plan, line })
  }
  const leftOut = new Set(report.plans.flatMap(({ plan, leftOut: ids }) => ids.map((id) => `${plan.id}/${id}`)))
  const byPlan = new Map(policies.map((policy) => [policy.plan, policy]))
  return earlier.flatMap((before) => {
    const policy = byPlan.get(before.plan)
    const severity = policy ? ruleFor(policy, before.indicator).severity : 'error'
    // What a problem keeps out has not vanished; the problem says so.
    if (severity === 'off' || leftOut.has(`${before.plan}/${before.indicator}`)) return []
    const found = now.get(keyOf(before.plan, before.indicator, before.area))
    return found ? worsened(before, found.line, severity) : [vanished(before, severity)]
  })
}

const keyOf = (plan: string, indicator: string, area: string | null): string => `${plan}/${indicator}/${area ?? ''}`

function vanished(before: EarlierLine, severity: 'warn' | 'error'): Finding {
  const { plan, indicator, area, verdict } = before
  return { plan, indicator, area, rule: 'vanished', severity, line: null, expected: verdict, found: null, at: null }
}

function worsened(before: EarlierLine, line: CompletionLine, severity: 'warn' | 'error'): readonly Finding[] {
  const { plan, indicator, area } = before
  const base = { plan, indicator, area, severity, line, at: placeOfLine(line) } as const
  const findings: Finding[] = []
  if (isMet(before.verdict) && !isMet(line.verdict)) {
    findings.push({ ...base, rule: 'no-longer-met', expected: before.verdict, found: line.verdict })
  } else if (rankOf(line.verdict) > rankOf(before.verdict)) {
    findings.push({ ...base, rule: 'verdict-worse', expected: before.verdict, found: line.verdict })
  }
  const samePeriod = before.actualPeriod && line.actualPeriod && sameSpan(before.actualPeriod, line.actualPeriod)
  if (!samePeriod) return findings
  if (before.actual && line.actual && isWorse(asReported(line.actual), before.actual, line)) {
    findings.push({ ...base, rule: 'revised', expected: before.actual, found: line.actual })
  }
  const { achievement } = line
  if (before.achievement && achievement && asReportedPercentage(achievement).isBelow(before.achievement)) {
    findings.push({ ...base, rule: 'achievement-fell', expected: before.achievement, found: achievement })
  }
  return findings
}

const isMet = (verdict: EarlierLine['verdict']): boolean => verdict === 'met' || verdict === 'exceeded'

/** The target kept, on the way to it, not reached, nothing known of it, none any more: the higher the worse. */
const rankOf = (verdict: Verdict | null): number => (verdict === null ? verdicts.length : RANKS[verdict])

/** Exceeded and met keep the target alike. */
const RANKS: Readonly<Record<Verdict, number>> = {
  exceeded: 0,
  met: 0,
  'on-track': 1,
  open: 2,
  behind: 3,
  missed: 4,
  'not-comparable': 5,
  'not-reported': 6,
}

/** Downward, or upward where less is better. */
function isWorse(now: Exact, before: Exact, { target }: CompletionLine): boolean {
  return !target || higherIsBetter(target.target) ? now.isBelow(before) : now.isAbove(before)
}

/** A number as the earlier report wrote it, so that one that never ends is not taken for a smaller one. */
function asReported(number: Exact): Exact {
  return number.decimals === undefined ? Exact.parse(number.toFixed(REPORTED_DECIMALS)) : number
}

const asReportedPercentage = (ratio: Exact): Exact => asReported(ratio.times(Exact.HUNDRED)).dividedBy(Exact.HUNDRED)
