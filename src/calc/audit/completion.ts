import type { Claim, ClaimReason, PrintedNumber } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import { type Terms, termsOf, usedKeys } from './aim.ts'
import { type Asked, type Attempt, attempt, type Finding, notPrinted, undefinedFinding } from './finding.ts'
import { isPercentUnit, isUndefined, type Method, mainMethod, mirroredMethod, otherMethods } from './formulas.ts'
import { impliedFinding } from './implied.ts'
import type { Reading } from './printed.ts'
import { minus, only, onlyOne, plus, times, type Values } from './values.ts'

const HUNDRED = only(Exact.HUNDRED)

/** "118% of the plan", and "18% beyond the plan". */
export function askedOfCompletion(claim: Claim, key: 'completion' | 'exceeds_by'): Asked {
  const printed = claim.figures[key]
  if (!printed) return null
  const terms: BothTerms = { stands: termsOf(claim, 'as-it-stands'), reach: termsOf(claim, 'unrounded') }
  if (!terms.stands.target) return impliedFinding(claim, key, printed, terms.reach)
  const lacking = lackingFinding(claim, terms.stands)
  if (lacking) return lacking

  const { aim } = terms.stands
  const keys = usedKeys(claim)
  const isExcess = key === 'exceeds_by'
  const absolute = isExcess ? absoluteExcess(claim, printed, terms) : []
  const method = mainMethod(claim, aim)
  const outcome = method.outcome(terms.stands)
  const main = readingBy(method, terms, isExcess)
  if (isUndefined(outcome) || !main) {
    const [first] = absolute.filter(({ as }) => as === 'printed')
    const reason = isUndefined(outcome) ? outcome : 'zero-target'
    if (!first) return undefinedFinding(reason, method.formula, keys)
    const ask = { key, printed, keys, formula: null, mirrored: null } as const
    return { ...ask, main: first.reading, attempts: [first] }
  }
  const mirrored = mirroredMethod(claim, aim)
  return {
    key,
    printed,
    keys,
    main,
    formula: method.formula,
    attempts: [attempt(main, method.formula), ...absolute, offBy100(main, isExcess)],
    others: () =>
      otherMethods(claim, aim).flatMap((other) => otherFormula(other, readingBy(other, terms, isExcess), method, main)),
    mirrored: mirrored && readingBy(mirrored, terms, isExcess),
  }
}

interface BothTerms {
  readonly stands: Terms
  readonly reach: Terms
}

function readingBy({ outcome }: Method, terms: BothTerms, isExcess: boolean): Reading | null {
  const [stands, reach] = [outcome(terms.stands), outcome(terms.reach)]
  if (isUndefined(stands) || isUndefined(reach)) return null
  return { stands: inPercent(stands, isExcess), reach: inPercent(reach, isExcess) }
}

/** "2,923 workers beyond the plan", "1.2 points above it", which per cent is the wrong word for. */
function absoluteExcess(claim: Claim, { figure: { mark } }: PrintedNumber, terms: BothTerms): readonly Attempt[] {
  const [stands, reach] = [excessOf(terms.stands), excessOf(terms.reach)]
  if (!stands || !reach) return []
  const tried = attempt({ stands, reach })
  if (mark !== 'percent') return [tried]
  const { target, actual, to } = claim.figures
  const isOfRates = isPercentUnit(claim.unit) || [target, actual ?? to].every((end) => end?.figure.mark === 'percent')
  return isOfRates ? [{ ...tried, as: 'wording', why: { kind: 'points-as-percent' } }] : []
}

/** In the unit, to the better side; null where there is more than one target. */
function excessOf({ aim, actual, target, achieved }: Terms): Values | null {
  if (!target || aim.kind === 'range' || aim.kind === 'change-range') return null
  if (aim.kind === 'change') return achieved && minus(achieved, target)
  return actual && (aim.lowerIsBetter ? minus(target, actual) : minus(actual, target))
}

/** What stands in the way of a calculation with a target. */
function lackingFinding(claim: Claim, { aim, actual, achieved }: Terms): Finding | null {
  if (aim.kind === 'threshold' || aim.kind === 'range') return actual ? null : notPrinted(['actual'])
  if (achieved) return null
  // A figure that has no baseline to change from.
  if (actual) return undefinedFinding('no-baseline', 'change', usedKeys(claim))
  return notPrinted(['from', 'to'], ['change'])
}

function offBy100(main: Reading, isExcess: boolean): Attempt {
  const move = (values: Values) => (isExcess ? plus(values, HUNDRED) : minus(values, HUNDRED))
  const why: ClaimReason = { kind: 'off-by-100', meant: isExcess ? 'of-plan' : 'beyond-plan' }
  return { as: 'wording', reading: { stands: move(main.stands), reach: move(main.reach) }, formula: null, why }
}

function otherFormula({ formula }: Method, reading: Reading | null, usual: Method, main: Reading): readonly Attempt[] {
  if (!reading) return []
  const why: ClaimReason = { kind: 'other-formula', usual: usual.formula, usualComputed: onlyOne(main.stands) }
  return [{ as: 'other-formula', reading, formula, why }]
}

function inPercent(share: Values, isExcess: boolean): Values {
  const percent = times(share, HUNDRED)
  return isExcess ? minus(percent, HUNDRED) : percent
}
