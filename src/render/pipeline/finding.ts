import type { CheckResult, FindingRule } from '../../model/check.ts'
import type { ClaimVerdict } from '../../model/claim.ts'
import type { Language, Place } from '../../model/figure.ts'
import type { Problem, ProblemCode } from '../../model/problem.ts'
import { formatOf } from '../figure/format.ts'
import { problemMessage } from '../problem/problems.ts'
import { type Audit, claimName, doubtsIn, judgementMessage, sentenceOf } from '../view/audit/audit.ts'
import { findingMessage } from '../view/check/finding-text.ts'

/** What a pipeline shows at a place of a file: a problem, what breaks a policy, or what is doubtful in an audit. */
export interface Finding {
  readonly rule: ProblemCode | FindingRule | ClaimVerdict
  readonly level: 'error' | 'warning'
  readonly lines: readonly string[]
  readonly at: Place | null
}

export function problemFindings(problems: readonly Problem[], lang: Language): readonly Finding[] {
  return problems.map((problem) => {
    const { message, remedy } = problemMessage(problem, lang)
    return { rule: problem.code, level: problem.severity, lines: [message, remedy], at: problem.at }
  })
}

export function checkFindings({ findings }: CheckResult, lang: Language): readonly Finding[] {
  const format = formatOf(lang, true, 'half-up')
  return findings.map((finding) => ({
    rule: finding.rule,
    level: finding.severity === 'warn' ? 'warning' : 'error',
    lines: [`${findingMessage(finding, format)}.`],
    at: finding.at,
  }))
}

export function auditFindings(audit: Audit, lang: Language): readonly Finding[] {
  const format = formatOf(lang, true, 'half-up')
  return doubtsIn(audit).map(({ claim, judgement, level }) => {
    const message = `${claimName(claim)}: ${judgementMessage(judgement, format)}.`
    const lines = [message, sentenceOf(claim, format)].filter((line) => line !== '')
    return { rule: judgement.verdict, level, lines, at: judgement.claimed.at }
  })
}
