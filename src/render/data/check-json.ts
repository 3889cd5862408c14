import type { CheckResult, Finding, PolicyInForce, Rule } from '../../model/check.ts'
import type { Exact } from '../../model/exact.ts'
import { formatDay } from '../../model/period.ts'
import type { Verdict } from '../../model/report.ts'
import { machinePercentage } from '../figure/machine-number.ts'
import { comparedText } from '../view/check/finding-text.ts'
import { inputFileJson, type JsonContext, leftOutJson, problemJson } from './json.ts'
import { type JsonValue, jsonNumber, jsonText } from './json-text.ts'
import { placeJson } from './json-values.ts'

/**
 * What a check comes to as one JSON object, `"format": "pva.check/1"`.
 *
 * - `policy`: the policy in force for each plan; `min` is a percentage, `indicators` has those of which something else
 *   is asked, `refused` what the plan asked for and the policy file did not let it.
 * - `findings`: what breaks the policy. `expected` and `found` are percentages for `below-min` and `achievement-fell`,
 *   verdicts for `no-longer-met`, `vanished` and tasks, else numbers in the indicator's unit; null where there is none.
 * - `summary.warnings` counts findings and problems that are only warned of.
 */
export function renderCheckJson(result: CheckResult, { problems, complete, inputs, lang }: JsonContext): string {
  const { policies, findings, leftOut, checked, warnings, broken } = result
  return jsonText({
    format: 'pva.check/1',
    complete,
    policy: policies.map(policyJson),
    findings: findings.map(findingJson),
    leftOut: leftOut.flatMap((report) =>
      report.leftOut.map((id) => ({ plan: report.plan.id, ...leftOutJson(id, report.leftOutBecause.get(id) ?? null) })),
    ),
    summary: {
      checked,
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings,
      broken,
    },
    problems: problems.map((problem) => problemJson(problem, lang)),
    inputs: inputs.map(inputFileJson),
  })
}

function policyJson({ plan, asOf, general, maxWarnings, indicators, refused }: PolicyInForce): JsonValue {
  const { failOn, min } = general
  return {
    plan,
    asOf: asOf === null ? null : formatDay(asOf),
    failOn,
    min: percentageJson(min),
    maxWarnings,
    indicators: Object.fromEntries([...indicators].map(([id, rule]) => [id, ruleJson(rule)])),
    refused: refused.map(({ indicator, key }) => ({ indicator, key })),
  }
}

function ruleJson({ severity, min, failOn }: Rule): JsonValue {
  return { severity, min: percentageJson(min), failOn }
}

function findingJson(finding: Finding): JsonValue {
  const { plan, indicator, area, rule, severity, expected, found, at } = finding
  return {
    plan,
    indicator,
    area,
    rule,
    severity,
    expected: comparedJson(expected, comparedText(finding).expected),
    found: comparedJson(found, comparedText(finding).found),
    ...placeJson(at),
  }
}

/** A figure as a number of JSON, a verdict as text. */
function comparedJson(value: Exact | Verdict | null, text: string): JsonValue {
  return value === null ? null : typeof value === 'string' ? text : jsonNumber(text)
}

function percentageJson(ratio: Exact | null): JsonValue {
  return ratio && jsonNumber(machinePercentage(ratio))
}
