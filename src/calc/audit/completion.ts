import type { Claim, ClaimReason, ClaimUndefinedReason, PrintedNumber } from '../../model/claim.ts'
import * as by from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import type { FormulaName } from '../../model/indicator.ts'
import { composed } from '../../model/text.ts'
import { attainedShare, progressShare } from '../target/achievement.ts'
import {
  type Aim,
  differenceUnit,
  isOfChange,
  isPercentUnit,
  lacksBaseline,
  meaningsOf,
  type Terms,
  termsOf,
  usedKeys,
} from './aim.ts'
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
import { impliedFinding } from './implied.ts'
import { readerOf } from './printed.ts'
import {
  always,
  calculated,
  difference,
  HUNDRED,
  inPercent,
  isNothing,
  ONE,
  quotient,
  type Reading,
  relativeValues,
  sum,
} from './reading.ts'
import {
  aboveZero,
  belowZero,
  beyond,
  common,
  dividedBy,
  hullOf,
  isOnlyZero,
  meet,
  minus,
  negated,
  only,
  onlyOne,
  plus,
  together,
  type Values,
} from './values.ts'

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
  if (!isOfChange(aim)) return actual ? null : notPrinted(['actual'])
  if (achieved) return null
  // A figure that has no baseline to change from.
  if (actual) return undefinedFinding('no-baseline', 'change', usedKeys(claim))
  return notPrinted(['from', 'to'], ['change'])
}

function otherFormula({ formula }: Method, share: Reading, usual: Method, main: Reading): Attempt {
  const why: ClaimReason = { kind: 'other-formula', usual: usual.formula, usualComputed: onlyOne(main.stands) }
  return { as: 'other-formula', reading: inPercent(share), unit: 'percent', formula, why }
}

const TWO = only(Exact.of(2n))

/** What a formula gives (1 is 100%), or why it gives nothing. */
type Outcome = Reading | ClaimUndefinedReason

const NOTHING: Reading = always([], null)

const isUndefined = (outcome: Outcome): outcome is ClaimUndefinedReason => typeof outcome === 'string'

/** One way of calculating a completion. */
interface Method {
  readonly formula: FormulaName
  readonly outcome: (terms: Terms) => Outcome
}

/** The formula that a claim states, else the one that is usual for its target. */
export function mainMethod(claim: Claim, aim: Aim): Method {
  const formula = claim.formula ?? usual[aim.kind]
  return { formula, outcome: (terms) => outcomeOf(formula, terms) }
}

const usual: Readonly<Record<Aim['kind'], FormulaName>> = {
  threshold: 'attainment',
  range: 'range',
  change: 'change',
  'change-range': 'range',
}

/** The other named formulas that may have been meant, the usual ones first. */
function otherMethods(claim: Claim, aim: Aim): readonly Method[] {
  const level: readonly FormulaName[] = isGrowth(claim) ? ['level'] : []
  const inverse: readonly FormulaName[] = aim.lowerIsBetter ? ['inverse'] : []
  const ofThreshold: readonly FormulaName[] = ['attainment', 'progress', ...level, 'ratio', ...inverse]
  const of = (formulas: readonly FormulaName[], meant: Aim): readonly Method[] =>
    formulas.map((formula) => ({ formula, outcome: (terms) => outcomeOf(formula, { ...terms, aim: meant }) }))
  if (aim.kind === 'threshold') return of(ofThreshold, aim)
  if (aim.kind === 'range') return []
  const ofChange = aim.kind === 'change' ? of(['change', 'attainment', ...level, 'ratio', ...inverse], aim) : []
  if (aim.stated) return ofChange
  // Nothing says that the target is a change: it may be where the figure was to end.
  const ending: Aim = { ...aim, kind: aim.kind === 'change' ? 'threshold' : 'range' }
  return [...ofChange, ...of(ending.kind === 'range' ? ['range'] : ofThreshold, ending)]
}

/** The usual formula with the other side better; null where the claim says which side is. */
function mirroredMethod(claim: Claim, aim: Aim): Method | null {
  if (aim.stated || claim.formula || isOfChange(aim)) return null
  const mirrored = { ...aim, lowerIsBetter: !aim.lowerIsBetter }
  const formula = usual[aim.kind]
  return { formula, outcome: (terms) => outcomeOf(formula, { ...terms, aim: mirrored }) }
}

/** Growth is said in the unit, or in the sentence about a percentage. */
export function isGrowth({ unit, text, figures, formula }: Claim): boolean {
  if (formula === 'level' || (unit && isCalledGrowth(unit.vi, unit.en))) return true
  const isPercentage = figures.actual?.figure.mark === 'percent' || isPercentUnit(unit)
  return isPercentage && text !== null && isCalledGrowth(text)
}

function isCalledGrowth(...texts: readonly string[]): boolean {
  return texts.some((text) => /growth|tăng trưởng/iu.test(composed(text)))
}

/** See CALCULATION §3 and docs/formulas.md. */
function outcomeOf(formula: FormulaName, terms: Terms): Outcome {
  switch (terms.aim.kind) {
    case 'threshold':
      return thresholdOutcome(formula, terms)
    case 'range':
      return formula === 'range'
        ? rangeOutcome(terms.actual, terms.target, terms.high, terms.aim.lowerIsBetter)
        : 'formula-does-not-fit'
    case 'change-range':
      return formula === 'range'
        ? rangeOutcome(terms.achieved, terms.target, terms.high, false)
        : 'formula-does-not-fit'
    case 'change':
      return changeOutcome(formula, terms)
  }
}

function attainment(actual: Reading, target: Reading, lowerIsBetter: boolean): Reading {
  return calculated(
    [actual, target],
    (a, t) => attainmentValues(a, t, lowerIsBetter),
    (a, t) => attainedShare(a, t, !lowerIsBetter),
  )
}

function attainmentValues(actual: Values, target: Values, lowerIsBetter: boolean): Values {
  const ofPositive = dividedBy(actual, aboveZero(target))
  const ofNegative = dividedBy(actual, belowZero(target))
  return lowerIsBetter ? together(minus(TWO, ofPositive), ofNegative) : together(ofPositive, minus(TWO, ofNegative))
}

function thresholdOutcome(formula: FormulaName, { aim, actual, baseline, target }: Terms): Outcome {
  if (!actual || !target) return NOTHING
  switch (formula) {
    case 'attainment':
      return isNothing(target) ? 'zero-target' : attainment(actual, target, aim.lowerIsBetter)
    case 'ratio':
      return isNothing(target) ? 'zero-target' : quotient(actual, target)
    case 'inverse':
      return isNothing(actual) ? 'zero-actual' : quotient(target, actual)
    case 'level':
      return isNothing(sum(HUNDRED, target)) ? 'zero-target' : quotient(sum(HUNDRED, actual), sum(HUNDRED, target))
    case 'progress':
      return baseline ? progress(actual, baseline, target) : 'no-baseline'
    case 'change':
    case 'range':
      return 'formula-does-not-fit'
  }
}

/** A planned change, and where it was to end. */
function changeOutcome(formula: FormulaName, terms: Terms): Outcome {
  const { aim, baseline, target: planned, achieved } = terms
  if (formula === 'range') return 'formula-does-not-fit'
  if (!planned) return NOTHING
  if (formula === 'change' || formula === 'progress') {
    if (!achieved) return 'no-baseline'
    if (isOnlyZero(planned.stands)) return 'zero-target'
    if (aboveZero(planned.stands).length === 0) return 'formula-does-not-fit'
    return ofShare(terms) ?? calculated([achieved, planned], (d, p) => dividedBy(d, aboveZero(p)), by.over)
  }
  if (!baseline) return 'no-baseline'
  const target = aim.lowerIsBetter ? difference(baseline, planned) : sum(baseline, planned)
  return thresholdOutcome(formula, { ...terms, target })
}

/** (b − a)/(p × b), with the baseline used once; null where the plan is no share of it. */
function ofShare({ aim, actual, baseline, share }: Terms): Reading | null {
  if (!share || !actual || !baseline) return null
  const { lowerIsBetter } = aim
  return calculated(
    [actual, baseline, share],
    (a, b, p) => dividedBy(lowerIsBetter ? negated(relativeValues(a, b)) : relativeValues(a, b), p),
    (a, b, p) => by.over(lowerIsBetter ? by.minus(b, a) : by.minus(a, b), by.times(p, by.sizeOf(b))),
  )
}

/** 1 inside, outside it the attainment of the nearer bound; nearer the better side it is above 1, else below. */
function rangeOutcome(
  reached: Reading | null,
  low: Reading | null,
  high: Reading | null,
  lowerIsBetter: boolean,
): Outcome {
  if (!reached || !low || !high) return NOTHING
  const isBelow = belowZero(minus(reached.stands, low.stands)).length > 0
  const isAbove = aboveZero(minus(reached.stands, high.stands)).length > 0
  if ((isBelow && isOnlyZero(low.stands)) || (isAbove && isOnlyZero(high.stands))) return 'zero-target'
  const values = (view: 'stands' | 'reach' | 'rounded') => {
    return rangeValues(reached[view], low[view], high[view], lowerIsBetter)
  }
  const nearest = isBelow ? low : isAbove ? high : null
  const from = nearest && attainment(reached, nearest, lowerIsBetter).from
  return { stands: values('stands'), reach: values('reach'), rounded: values('rounded'), from }
}

function rangeValues(reached: Values, low: Values, high: Values, lowerIsBetter: boolean): Values {
  const [from, to] = [hullOf(low), hullOf(high)]
  if (!from || !to) return []
  const better = beyond(Exact.ONE, 'above')
  const worse = beyond(Exact.ONE, 'below')
  const inside: Values = [{ low: from.low, lowOpen: from.lowOpen, high: to.high, highOpen: to.highOpen }]
  return together(
    common(attainmentValues(reached, low, lowerIsBetter), lowerIsBetter ? better : worse),
    meet(reached, inside) ? ONE.stands : [],
    common(attainmentValues(reached, high, lowerIsBetter), lowerIsBetter ? worse : better),
  )
}

/** (a − b)/(t − b). */
function progress(actual: Reading, baseline: Reading, target: Reading): Outcome {
  if (isNothing(difference(target, baseline))) return 'target-equals-baseline'
  return calculated([actual, baseline, target], progressValues, progressShare)
}

function progressValues(actual: Values, baseline: Values, target: Values): Values {
  // Each is used once: with one target as 1 + (a − t)/(t − b).
  if (onlyOne(target)) return plus(ONE.stands, dividedBy(minus(actual, target), minus(target, baseline)))
  if (onlyOne(baseline)) return dividedBy(minus(actual, baseline), minus(target, baseline))
  return progressOfRounded(actual, baseline, target)
}

/**
 * With a rounded baseline and target. In each of the three it rises or falls throughout as long as t − b keeps its sign, so
 * that its ends are at corners; where t − b may be zero it is taken as wider than it is, never as narrower.
 */
function progressOfRounded(actual: Values, baseline: Values, target: Values): Values {
  const divisor = minus(target, baseline)
  const [as, bs, ts] = [endsOf(actual), endsOf(baseline), endsOf(target)]
  const corners = as.flatMap((a) => bs.flatMap((b) => ts.map((t) => ({ a, b, t, divisor: t.value.minus(b.value) }))))
  const signs = new Set(corners.map((corner) => corner.divisor.sign))
  if (signs.size !== 1 || signs.has(0)) return dividedBy(minus(actual, baseline), divisor)
  const values = corners.map(({ a, b, t, ...corner }) => ({
    value: a.value.minus(b.value).dividedBy(corner.divisor),
    open: a.open || b.open || t.open,
  }))
  return spanOf(values)
}

interface End {
  readonly value: Exact
  readonly open: boolean
}

/** None where one has no bound. */
function endsOf(values: Values): readonly End[] {
  const hull = hullOf(values)
  if (!hull?.low || !hull.high) return []
  const { low, lowOpen, high, highOpen } = hull
  return [
    { value: low, open: lowOpen },
    { value: high, open: highOpen },
  ]
}

function spanOf(ends: readonly End[]): Values {
  const sorted = ends.toSorted((x, y) => x.value.compare(y.value))
  const [low, high] = [sorted[0]?.value, sorted.at(-1)?.value]
  if (!low || !high) return []
  const isOpen = (bound: Exact) => ends.every(({ value, open }) => open || !value.equals(bound))
  return [{ low, lowOpen: isOpen(low), high, highOpen: isOpen(high) }]
}
