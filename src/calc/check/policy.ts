import {
  type FailingVerdict,
  failingVerdicts,
  type PolicyFile,
  type PolicyInForce,
  type RefusedKey,
  type Rule,
  usualFailures,
} from '../../model/check.ts'
import type { Exact } from '../../model/exact.ts'
import type { Indicator, Severity } from '../../model/indicator.ts'
import type { Plan, Policy } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { PlanReport } from '../../model/report.ts'
import { boundedSuggestions } from '../../model/suggestion.ts'

/** What the pipeline asks for: its flags, and a policy file where it has one. */
export interface Gate {
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
