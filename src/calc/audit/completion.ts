import type { Claim, ClaimReason, OtherReading } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import { type Terms, termKeysOf, termsOf, usedKeys } from './aim.ts'
import {
  type Attempt,
  attempt,
  type Finding,
  findingOf,
  nothingComputed,
  notPrinted,
  undefinedFinding,
} from './finding.ts'
import { isGrowth, isUndefined, type Method, mainMethod, mirroredMethod, otherMethods } from './formulas.ts'
import { completionPrinted, impliedBy } from './implied.ts'
import type { Reading } from './printed.ts'
import { minus, only, onlyOne, plus, times, type Values } from './values.ts'

const HUNDRED = only(Exact.HUNDRED)

/** "118% of the plan", and "18% beyond the plan". */
export function completionFinding(claim: Claim, key: 'completion' | 'exceeds_by'): Finding | null {
  const printed = claim.figures[key]
  if (!printed) return null
  const terms = { stands: termsOf(claim, 'as-it-stands'), reach: termsOf(claim, 'unrounded') }
  if (!terms.stands.target) return impliedFinding(claim, key, terms.reach)
  const lacking = lackingFinding(claim, terms.stands)
  if (lacking) return lacking

  const { aim } = terms.stands
  const keys = usedKeys(claim)
  const isExcess = key === 'exceeds_by'
  const readingOf = ({ outcome }: Method): Reading | null => {
    const [stands, reach] = [outcome(terms.stands), outcome(terms.reach)]
    if (isUndefined(stands) || isUndefined(reach)) return null
    return { stands: inPercent(stands, isExcess), reach: inPercent(reach, isExcess) }
  }
  const method = mainMethod(claim, aim)
  const outcome = method.outcome(terms.stands)
  const main = readingOf(method)
  if (isUndefined(outcome) || !main) {
    return undefinedFinding(isUndefined(outcome) ? outcome : 'zero-target', method.formula, keys)
  }
  const mirrored = mirroredMethod(claim, aim)
  return findingOf(claim, {
    key,
    printed,
    keys,
    main,
    formula: method.formula,
    attempts: [
      attempt(main, method.formula),
      offBy100(main, isExcess),
      ...otherMethods(claim, aim).flatMap((other) => otherFormula(other, readingOf(other), method, main)),
    ],
    mirrored: mirrored && readingOf(mirrored),
  })
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

/** The target was not printed: what it must have been. */
function impliedFinding(claim: Claim, key: 'completion' | 'exceeds_by', terms: Terms): Finding {
  const { aim, actual, achieved } = terms
  const printed = claim.figures[key]
  const isChange = aim.kind === 'change' || aim.kind === 'change-range'
  if (!printed || !(isChange ? achieved : actual)) {
    return isChange && actual
      ? undefinedFinding('no-baseline', 'change', usedKeys(claim))
      : notPrinted(['actual', 'target'])
  }
  const { formula } = mainMethod(claim, aim)
  const isRounded = claim.rounded.has(key)
  const isExcess = key === 'exceeds_by'
  const completion = completionPrinted(printed, isRounded, isExcess)
  const implied = impliedBy(formula, terms, completion, printed)
  const keys = usedKeys(claim)
  const result = { ...nothingComputed(formula, keys) }
  if (!implied) {
    return formula === 'progress' && !termKeysOf(claim).baseline
      ? undefinedFinding('no-baseline', formula, keys)
      : notPrinted(['target'])
  }
  if (implied === 'none') return { ...result, verdict: 'inconsistent', why: { kind: 'no-target-fits' } }
  if (implied === 'any') return { ...result, verdict: 'undecided', why: { kind: 'any-target-fits' } }
  const others: OtherReading[] = []
  const addOther = (offBy: boolean, other: typeof formula) => {
    const meant = completionPrinted(printed, isRounded, isExcess && !offBy)
    const target = impliedBy(other, terms, meant, printed)
    if (target && typeof target !== 'string') others.push({ formula: other, offBy100: offBy, target })
  }
  if (!claim.formula && aim.kind === 'threshold' && isGrowth(claim)) addOther(false, 'level')
  if (isExcess && !printed.figure.value.isBelow(Exact.HUNDRED)) addOther(true, formula)
  return { ...result, verdict: 'implied', why: { kind: 'implied', others }, impliedTarget: implied }
}
