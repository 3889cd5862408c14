import type { FindingRule } from '../../model/check.ts'
import type { ClaimVerdict } from '../../model/claim.ts'
import type { Language } from '../../model/figure.ts'
import type { ProblemCode } from '../../model/problem.ts'
import { auditRules } from './audit-rules.ts'
import { rulesEn } from './rules-en.ts'
import { rulesVi } from './rules-vi.ts'

/** A code in general, without a case of it: one sentence each. */
export interface RuleText {
  readonly what: string
  readonly help: string
}

export type RuleTexts = Readonly<Record<ProblemCode | FindingRule, RuleText>>

/** Problems, findings of a check and verdicts of an audit. */
export const ruleTexts: Readonly<Record<Language, RuleTexts & Readonly<Record<ClaimVerdict, RuleText>>>> = {
  en: { ...rulesEn, ...auditRules.en },
  vi: { ...rulesVi, ...auditRules.vi },
}
