import type { CheckResult, Finding, PolicyInForce } from '../../src/model/check.ts'
import { usualFailures } from '../../src/model/check.ts'
import type { Place } from '../../src/model/figure.ts'
import type { CompletionLine } from '../../src/model/report.ts'
import { day } from './report.ts'

/* Builders of what a check comes to, made up by hand: they hold nothing against anything. */

export function at(file: string, line: number, column: number, length = 6): Place {
  return { file, line, column, length }
}

export function policy(plan: string, given: Partial<PolicyInForce> = {}): PolicyInForce {
  return {
    plan,
    asOf: day('2018-12-31'),
    general: { severity: 'error', min: null, failOn: usualFailures },
    maxWarnings: null,
    indicators: new Map(),
    refused: [],
    ...given,
  }
}

/** A finding of a line; `missed` as an error unless told otherwise. */
export function finding(line: CompletionLine, given: Partial<Finding> = {}): Finding {
  return {
    plan: 'ha-nam-2018',
    indicator: line.indicator.id,
    area: line.area?.id ?? null,
    rule: 'missed',
    severity: 'error',
    line,
    expected: null,
    found: line.verdict,
    at: at('plans/2018-actuals.yaml', 14, 13),
    ...given,
  }
}

export function checkResult(findings: readonly Finding[], given: Partial<CheckResult> = {}): CheckResult {
  return {
    policies: [policy('ha-nam-2018')],
    findings,
    leftOut: [],
    otherVerdicts: [],
    checked: 19,
    warnings: findings.filter(({ severity }) => severity === 'warn').length,
    broken: findings.some(({ severity }) => severity === 'error'),
    ...given,
  }
}
