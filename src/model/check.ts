import type { Exact } from './exact.ts'
import type { Place } from './figure.ts'
import type { Severity } from './indicator.ts'
import type { Period } from './period.ts'
import type { Plan, Policy } from './plan.ts'
import type { CompletionLine, PlanReport, Verdict } from './report.ts'

/** What a gate fails on where nobody says. */
export const usualFailures = ['missed', 'behind', 'not-reported'] as const
/** What a gate may fail on: verdicts, and a newest figure on the wrong side of its target, whatever the verdict. */
export const failingVerdicts = [...usualFailures, 'off-target'] as const
export type FailingVerdict = (typeof failingVerdicts)[number]

/** What is asked of one indicator of one plan. */
export interface Rule {
  readonly severity: Severity
  /** Achievement asked for, 1 is 100%; null: none. */
  readonly min: Exact | null
  readonly failOn: readonly FailingVerdict[]
}

/** What is stated about one indicator; null: not stated. */
export interface StatedRule {
  readonly severity: Severity | null
  /** 1 is 100%. */
  readonly min: Exact | null
  /** Where it stands; null: on the command line. */
  readonly at: Place | null
}

/** What a policy file asks for, or the flags of the command line. */
export interface PolicyFile extends Policy {
  readonly indicators: ReadonlyMap<string, StatedRule>
}

/** The policy in force for one plan, as printed. */
export interface PolicyInForce {
  readonly plan: string
  /** Day number that the plan is held to; null: nothing was reported, and no day asked for. */
  readonly asOf: number | null
  /** What is asked of every indicator that is not in `indicators`. */
  readonly general: Rule
  /** Warnings that are let pass; null: any number. */
  readonly maxWarnings: number | null
  /** Indicators of which something else is asked than of all. */
  readonly indicators: ReadonlyMap<string, Rule>
  /** What the plan asked for that would loosen the policy file, and so does not count. */
  readonly refused: readonly RefusedKey[]
}

/** What a plan may ask for in its policy or beside an indicator. */
export const policyKeys = ['severity', 'min', 'fail-on', 'max-warnings'] as const

export interface RefusedKey {
  /** null: in the plan's own `policy`. */
  readonly indicator: string | null
  readonly key: (typeof policyKeys)[number]
}

/** What breaks the policy. */
export const findingRules = [
  ...failingVerdicts,
  /** The achievement is below `min`. */
  'below-min',
  /** Met in the earlier report, and not now. */
  'no-longer-met',
  /** The verdict of the earlier report was better. */
  'verdict-worse',
  /** The achievement of one and the same period fell. */
  'achievement-fell',
  /** The actual of one and the same period was revised for the worse. */
  'revised',
  /** In the earlier report, and gone. */
  'vanished',
] as const
export type FindingRule = (typeof findingRules)[number]

export interface Finding {
  readonly plan: string
  readonly indicator: string
  readonly area: string | null
  readonly rule: FindingRule
  readonly severity: 'warn' | 'error'
  /** The line it is about; null when that is gone. */
  readonly line: CompletionLine | null
  /** Achievement or actual asked for, in its own unit; null where a verdict is asked for. */
  readonly expected: Exact | Verdict | null
  readonly found: Exact | Verdict | null
  /** Where in a file: the newest figure, else the target; null when it is gone from the files. */
  readonly at: Place | null
}

/** One row of an earlier report. */
export interface EarlierLine {
  readonly plan: string
  readonly indicator: string
  readonly area: string | null
  readonly verdict: Verdict | null
  /** 1 is 100%. */
  readonly achievement: Exact | null
  readonly actual: Exact | null
  readonly actualPeriod: Period | null
}

/** What `check` comes to. */
export interface CheckResult {
  readonly policies: readonly PolicyInForce[]
  readonly findings: readonly Finding[]
  /** Indicators that a problem keeps from being held against it, plan by plan; plans without one are not there. */
  readonly leftOut: readonly Pick<PlanReport, 'plan' | 'leftOut' | 'leftOutBecause'>[]
  /** Lines whose verdict would be another one by the figures of another provider. */
  readonly otherVerdicts: readonly { readonly plan: Plan; readonly line: CompletionLine }[]
  /** How many lines were held against the policy. */
  readonly checked: number
  /** Warnings and problems of severity warning, against `maxWarnings`. */
  readonly warnings: number
  readonly broken: boolean
}
