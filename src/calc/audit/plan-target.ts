import type { Claim } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { Name } from '../../model/figure.ts'
import { type Indicator, isChangeTarget } from '../../model/indicator.ts'
import { overlaps, parsePeriod } from '../../model/period.ts'
import type { Plan } from '../../model/plan.ts'

/**
 * The claims of prose that print no target, with that of the plan beside them whose indicator is called as they are: by the
 * whole name, in the period that the sentence tells or the only plan that has it. Claims that fit several have none.
 */
export function withPlanTargets(claims: readonly Claim[], plans: readonly Plan[]): readonly Claim[] {
  if (plans.length === 0) return claims
  const named = plans.flatMap((plan) =>
    plan.indicators.flatMap((indicator) =>
      [...wordsOfNames(indicator.name)].map((words) => ({ plan, indicator, words })),
    ),
  )
  return claims.map((claim) => {
    const { said, figures } = claim
    if (!said || figures.target || !(figures.actual || figures.change || (figures.from && figures.to))) return claim
    const subject = wordsOf(said.subject)
    const period = said.period === null ? null : parsePeriod(said.period)
    const fits = named.filter(({ words, plan }) => words === subject && (!period || overlaps(plan.period, period)))
    const [first] = fits
    const isOne = first && fits.every(({ plan, indicator }) => plan === first.plan && indicator === first.indicator)
    return isOne ? withTarget(claim, first.plan, first.indicator) : claim
  })
}

function wordsOfNames({ vi, en }: Name): ReadonlySet<string> {
  return new Set([wordsOf(vi), wordsOf(en)])
}

/** Without case and signs. */
function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? []).join(' ')
}

function withTarget(claim: Claim, plan: Plan, { target, id, type }: Indicator): Claim {
  const stated = target?.target
  if (!claim.said || !target || !stated || stated.kind === 'by') return claim
  if (!isChangeTarget(stated) && !('value' in stated)) return claim
  const value = isChangeTarget(stated) ? stated.by : stated.value
  if (!(value instanceof Exact)) return claim
  const isPercent = type === 'rate' || type === 'poverty-rate' || type === 'growth'
  const mark = isPercent
    ? isChangeTarget(stated) && !stated.ofBaseline
      ? 'points'
      : 'percent'
    : isChangeTarget(stated) && stated.ofBaseline
      ? 'percent'
      : 'none'
  const { text, at, source } = target
  const figure = { value, mark, text, decimals: value.decimals ?? 0, at, source } as const
  return {
    ...claim,
    figures: { ...claim.figures, target: { form: 'number', figure, text, at } },
    direction: claim.direction ?? stated.kind,
    said: { ...claim.said, targetOf: { plan: plan.id, indicator: id } },
  }
}
