import type { Claim, ClaimedThing } from '../../model/claim.ts'
import type { Unit } from '../../model/unit.ts'
import { aimOf } from './aim.ts'
import { isOfRates } from './changes.ts'
import type { Finding } from './finding.ts'
import { isPercentUnit } from './formulas.ts'

/** What the numbers of a judgement are in. */
export function judgedUnit(claim: Claim, what: ClaimedThing, { verdict }: Pick<Finding, 'verdict'>): Unit {
  const { change, total } = claim.figures
  switch (what) {
    case 'completion':
    case 'exceedsBy':
    case 'relativeChange':
    case 'growth':
    case 'rate':
      return 'percent'
    case 'change':
      // Per cent may be just that, of a rate as well; a rate that changes otherwise changes by points.
      if (change?.figure.mark === 'percent' && (!isOfRates(claim) || verdict.startsWith('consistent'))) return 'percent'
      return isOfRates(claim) ? 'points' : 'number'
    case 'total':
      return total?.figure.mark === 'percent' ? 'percent' : 'number'
    case 'poorChange':
    case 'base':
    case 'verdict':
      return 'number'
  }
}

/** What the target of a claim is in, where it was not printed. */
export function targetUnit(claim: Claim): Unit {
  const { actual, to } = claim.figures
  const { kind } = aimOf(claim)
  if (kind === 'change' || kind === 'change-range') return isOfRates(claim) ? 'points' : 'number'
  return (actual ?? to)?.figure.mark === 'percent' || isPercentUnit(claim.unit) ? 'percent' : 'number'
}
