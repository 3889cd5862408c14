import type { FindingRule } from '../../../model/check.ts'
import type { ClaimVerdict } from '../../../model/claim.ts'
import type { ProblemCode } from '../../../model/problem.ts'
import { rulesEn } from './rules-en.ts'
import { rulesVi } from './rules-vi.ts'

/** Problems, findings of a check and verdicts of an audit in general, without a case of them: one sentence each. */
export type RuleTexts = Readonly<
  Record<ProblemCode | FindingRule | ClaimVerdict, readonly [what: string, help: string]>
>

export const ruleTexts = { en: rulesEn, vi: rulesVi }
