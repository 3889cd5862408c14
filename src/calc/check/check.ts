import type { CheckResult, EarlierLine, FailingVerdict, Finding, PolicyInForce, Rule } from '../../model/check.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { type CompletionLine, finalVerdicts, type PlanReport, placeOfLine, type Report } from '../../model/report.ts'
import { endTarget, plannedChange } from '../../model/target.ts'
import { baselineValue } from '../results/counts.ts'
import { type Gate, policyInForce, policyProblems, ruleFor } from './policy.ts'
import { regressions } from './regressions.ts'

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
  let looked = 0
  report.plans.forEach((plan, index) => {
    const policy = policies[index]
    if (!policy) return
    for (const line of plan.lines) {
      const rule = ruleFor(policy, line.indicator.id)
      if (rule.severity === 'off' || line.verdict === null) continue
      looked++
      for (const added of brokenRules(plan, line, rule)) findings.push(added)
    }
  })
  if (earlier) for (const finding of regressions(report, policies, earlier)) findings.push(finding)
  const problems: Problem[] = []
  if (looked === 0 && report.plans.length > 0) {
    const where = report.plans.map(({ plan }) => plan.id).join(', ')
    problems.push(problem('nothing-to-do', null, { why: 'nothing-to-check', where }))
  }
  const warnings = warningProblems + findings.filter(({ severity }) => severity === 'warn').length
  const broken = findings.some(({ severity }) => severity === 'error') || isTooMany(warnings, policies)
  const leftOut = report.plans.filter((plan) => plan.leftOut.length > 0)
  return { result: { policies, findings, leftOut, checked: looked, warnings, broken }, problems }
}

/** What a check comes to where it is not known what to hold the report against. */
export const nothingChecked: CheckResult = {
  policies: [],
  findings: [],
  leftOut: [],
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

function foundIn({ actual, verdict }: CompletionLine): Finding['found'] {
  return actual ?? verdict
}

function isTooMany(warnings: number, policies: readonly PolicyInForce[]): boolean {
  return policies.some(({ maxWarnings }) => maxWarnings !== null && warnings > maxWarnings)
}
