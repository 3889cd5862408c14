import type { EarlierLine, Finding, PolicyInForce } from '../../model/check.ts'
import { Exact } from '../../model/exact.ts'
import { sameSpan } from '../../model/period.ts'
import {
  type CompletionLine,
  type PlanReport,
  placeOfLine,
  type Report,
  type Verdict,
  verdicts,
} from '../../model/report.ts'
import { higherIsBetter } from '../../model/target.ts'
import { ruleFor } from './policy.ts'

/** Decimals that a report writes of a number that never ends. */
const REPORTED_DECIMALS = 12

/**
 * What became worse since an earlier report: met and no longer met, any other verdict that is worse, a lower achievement
 * or a worse actual of one and the same period, gone altogether.
 */
export function regressions(
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

function keyOf(plan: string, indicator: string, area: string | null): string {
  return `${plan}/${indicator}/${area ?? ''}`
}

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

function isMet(verdict: EarlierLine['verdict']): boolean {
  return verdict === 'met' || verdict === 'exceeded'
}

/** The target kept, on the way to it, not reached, nothing known of it, none any more: the higher the worse. */
function rankOf(verdict: Verdict | null): number {
  return verdict === null ? verdicts.length : RANKS[verdict]
}

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

function asReportedPercentage(ratio: Exact): Exact {
  return asReported(ratio.times(Exact.HUNDRED)).dividedBy(Exact.HUNDRED)
}
