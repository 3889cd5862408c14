import type { Claim, ClaimReason, PrintedNumber } from '../../model/claim.ts'
import { lacksBaseline, meaningsOf, type Terms, termsOf, usedKeys } from './aim.ts'
import {
  type Asked,
  type Attempt,
  attempt,
  type Finding,
  notPrinted,
  orAsRatio,
  type Question,
  undefinedFinding,
} from './finding.ts'
import { isUndefined, type Method, mainMethod, mirroredMethod, otherMethods } from './formulas.ts'
import { impliedFinding } from './implied.ts'
import { readerOf } from './printed.ts'
import { difference, inPercent, ONE, type Reading, sum } from './reading.ts'
import { differenceUnit, isPercentUnit } from './unit.ts'
import { onlyOne } from './values.ts'

/** "118% of the plan", and "18% beyond the plan". */
export function askedOfCompletion(claim: Claim, key: 'completion' | 'exceeds_by'): Asked {
  const printed = claim.figures[key]
  if (!printed) return null
  const isExcess = key === 'exceeds_by'
  const isInPoints = printed.figure.mark === 'points'
  const [terms, ...meantOtherwise] = meaningsOf(claim).map((meaning) => termsOf(claim, readerOf(claim), meaning))
  if (!terms?.target) return impliedFinding(claim, key, printed)
  const lacking = lacksBaseline(claim) ? notPrinted(['baseline']) : lackingFinding(claim, terms)
  if (lacking) return lacking

  const { aim } = terms
  const question = { key, printed, keys: usedKeys(claim) }
  const method = mainMethod(claim, aim)
  const shareBy = ({ outcome }: Method, from: Terms) => {
    const found = outcome(from)
    return isUndefined(found) ? found : isExcess ? difference(found, ONE) : found
  }
  const share = shareBy(method, terms)
  const absolute = isExcess ? excessOf(terms) : null
  if (isUndefined(share)) {
    if (!absolute || printed.figure.mark === 'percent') return undefinedFinding(share, method.formula, question.keys)
    const main = attempt(absolute, differenceUnit(claim, printed))
    return { ...question, main, attempts: [main] }
  }
  const mirrored = mirroredMethod(claim, aim)
  const mirroredShare = mirrored && shareBy(mirrored, terms)
  const percent = attempt(inPercent(share), 'percent', method.formula)
  const ways = isExcess ? waysOfExcess(claim, printed, percent, absolute) : orAsRatio(printed, share, method.formula)
  const otherwise = meantOtherwise.map((each) => shareBy(method, each)).filter((each) => typeof each !== 'string')
  const offBy100: Attempt = {
    ...attempt(inPercent(isExcess ? sum(share, ONE) : difference(share, ONE)), 'percent'),
    as: 'wording',
    why: { kind: 'off-by-100', meant: isExcess ? 'of-plan' : 'beyond-plan' },
    told: percent,
  }
  return {
    ...question,
    ...ways,
    attempts: [
      ...ways.attempts,
      ...otherwise.map((each) => attempt(inPercent(each), 'percent', method.formula)),
      offBy100,
    ],
    others: isInPoints
      ? []
      : otherMethods(claim, aim).flatMap((other) => {
          const found = shareBy(other, terms)
          return isUndefined(found) ? [] : [otherFormula(other, found, method, percent.reading)]
        }),
    mirrored: mirroredShare && !isUndefined(mirroredShare) ? inPercent(mirroredShare) : null,
  }
}

/**
 * "18% beyond the plan", "2,923 workers beyond it", "1.2 points above it", which per cent is the wrong word for. Where no
 * mark says which, it is in the unit first, as the number that it is.
 */
function waysOfExcess(
  claim: Claim,
  printed: PrintedNumber,
  percent: Attempt,
  excess: Reading | null,
): Pick<Question, 'main' | 'attempts' | 'second'> {
  const { mark } = printed.figure
  if (!excess) return { main: percent, attempts: [percent] }
  const absolute = attempt(excess, differenceUnit(claim, printed))
  if (mark === 'none') return { main: absolute, second: percent, attempts: [absolute, percent] }
  if (mark === 'points') {
    const why: ClaimReason = { kind: 'percent-as-points' }
    return { main: absolute, attempts: [absolute, { ...percent, as: 'wording', why }] }
  }
  const { target, actual, to } = claim.figures
  const isOfRates = isPercentUnit(claim.unit) || [target, actual ?? to].every((end) => end?.figure.mark === 'percent')
  const why: ClaimReason = { kind: 'points-as-percent' }
  const told = { ...absolute, unit: 'points' } as const
  return { main: percent, attempts: isOfRates ? [percent, { ...told, as: 'wording', why, told }] : [percent] }
}

/** In the unit, to the better side; null where there is more than one target. */
function excessOf({ aim, actual, target, achieved }: Terms): Reading | null {
  if (!target || aim.kind === 'range' || aim.kind === 'change-range') return null
  if (aim.kind === 'change') return achieved && difference(achieved, target)
  return actual && (aim.lowerIsBetter ? difference(target, actual) : difference(actual, target))
}

/** What stands in the way of a calculation with a target. */
function lackingFinding(claim: Claim, { aim, actual, achieved }: Terms): Finding | null {
  if (aim.kind === 'threshold' || aim.kind === 'range') return actual ? null : notPrinted(['actual'])
  if (achieved) return null
  // A figure that has no baseline to change from.
  if (actual) return undefinedFinding('no-baseline', 'change', usedKeys(claim))
  return notPrinted(['from', 'to'], ['change'])
}

function otherFormula({ formula }: Method, share: Reading, usual: Method, main: Reading): Attempt {
  const why: ClaimReason = { kind: 'other-formula', usual: usual.formula, usualComputed: onlyOne(main.stands) }
  return { as: 'other-formula', reading: inPercent(share), unit: 'percent', formula, why }
}
