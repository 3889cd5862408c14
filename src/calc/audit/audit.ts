import {
  type AuditedClaim,
  type Claim,
  type ClaimedThing,
  type ClaimFigureKey,
  type ClaimReason,
  claimedThings,
  claimVerdicts,
  type Judgement,
} from '../../model/claim.ts'
import { printedUnit, targetUnit } from './aim.ts'
import { askedOfCompletion } from './completion.ts'
import {
  askedOfChange,
  askedOfGrowth,
  askedOfPoorChange,
  askedOfRate,
  askedOfRelativeChange,
  baseFinding,
  totalFinding,
} from './figures.ts'
import { type Asked, type Finding, findingOf, isRight } from './finding.ts'
import { inputsOf } from './printed.ts'
import { slipOf } from './slip.ts'
import { wordFinding } from './word.ts'

/** Whether printed figures can be true: every claim, and each thing that it says, by the rules of CALCULATION §7. */
export function audited(claims: readonly Claim[]): readonly AuditedClaim[] {
  return claims.map((claim) => {
    const judgements = claimedThings.flatMap((what) => judgementOf(claim, what) ?? [])
    const worst = claimVerdicts.findLast((verdict) => judgements.some((judgement) => judgement.verdict === verdict))
    return { claim, judgements, worst: worst ?? null }
  })
}

const asked: Readonly<Record<ClaimedThing, (claim: Claim) => Asked>> = {
  completion: (claim) => askedOfCompletion(claim, 'completion'),
  exceedsBy: (claim) => askedOfCompletion(claim, 'exceeds_by'),
  change: askedOfChange,
  relativeChange: askedOfRelativeChange,
  poorChange: askedOfPoorChange,
  rate: askedOfRate,
  total: totalFinding,
  growth: askedOfGrowth,
  base: baseFinding,
  verdict: wordFinding,
}

const claimedKeys: Readonly<Record<Exclude<ClaimedThing, 'verdict'>, ClaimFigureKey>> = {
  completion: 'completion',
  exceedsBy: 'exceeds_by',
  change: 'change',
  relativeChange: 'relative_change',
  poorChange: 'poor_change',
  rate: 'rate',
  total: 'total',
  growth: 'growth',
  base: 'poor_change',
}

/** null: the claim does not say it. */
function judgementOf(claim: Claim, what: ClaimedThing): Judgement | null {
  const found = findingOf(claim, asked[what](claim))
  const claimed = what === 'verdict' ? claim.verdict : claim.figures[claimedKeys[what]]
  if (!found || !claimed) return null
  const { keys, ...finding } = found
  const why = withSlip(claim, what, found)
  const slip = 'slip' in why ? (why.slip?.kind ?? null) : null
  const unit = found.unit ?? printedUnit(what, 'form' in claimed ? claimed : null)
  const inputs = inputsOf(claim, keys, why.kind === 'taken-as-rounded' ? 'rounded' : 'unrounded')
  return { what, claimed, targetUnit: targetUnit(claim), ...finding, unit, why, slip, inputs }
}

/** A slip explains a wrong figure and excuses nothing: the verdict stays. */
function withSlip(claim: Claim, what: ClaimedThing, { why, keys }: Finding): ClaimReason {
  if (!('slip' in why) || what === 'verdict') return why
  const isRightIn = (corrected: Claim) => isRight(corrected, asked[what](corrected))
  return { ...why, slip: slipOf(claim, what, [...keys, claimedKeys[what]], isRightIn) }
}
