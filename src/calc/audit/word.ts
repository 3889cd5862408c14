import type { Claim, PrintedWord } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import { type Aim, isMarked, isOfChange, lacksBaseline, meaningsOf, type Terms, termsOf, usedKeys } from './aim.ts'
import { type Finding, keysInForms, nothingComputed, notPrinted } from './finding.ts'
import { readerOf } from './printed.ts'
import { aboveZero, belowZero, hullOf, meet, minus, only, type Values } from './values.ts'

type Word = PrintedWord['word']

/** From which outcomes a word follows: what is exceeded is met. */
const outcomesOf: Readonly<Record<Word, readonly Word[]>> = {
  met: ['exceeded', 'met'],
  exceeded: ['exceeded'],
  missed: ['missed'],
}

/** A verdict in words, held against the printed values as they stand (CALCULATION §7). */
export function wordFinding(claim: Claim): Finding | null {
  const { verdict: printed } = claim
  if (!printed) return null
  if (lacksBaseline(claim)) return notPrinted(['baseline'])
  const found = possibleOutcomes(claim)
  if (!found) return notPrinted(['actual', 'target'], ['completion'])
  const { outcomes, keys, otherwise } = found
  const [outcome] = outcomes
  const result = { ...nothingComputed(null, keys), computed: outcomes.length === 1 ? (outcome ?? null) : null }
  const isSaid = (each: Word) => outcomesOf[printed.word].includes(each)
  if (otherwise && outcomes.some(isSaid) !== otherwise.some(isSaid)) {
    const [inPoints, inPercent] = meaningsOf(claim)[0] === 'points' ? [outcomes, otherwise] : [otherwise, outcomes]
    const why = { kind: 'points-or-percent', inPoints, inPercent } as const
    return { ...result, computed: null, verdict: 'undecided', why }
  }
  const fitting = outcomes.filter(isSaid)
  if (fitting.length === 0) return { ...result, verdict: 'inconsistent', why: { kind: 'other-outcome', outcomes } }
  if (fitting.length === outcomes.length) return { ...result, verdict: 'consistent', why: { kind: 'fits' } }
  const why = { kind: 'not-exact', keys: keysInForms(claim, keys, ['above', 'below', 'range', 'about']) } as const
  return { ...result, verdict: 'undecided', why }
}

interface Outcomes {
  /** The best first. */
  readonly outcomes: readonly Word[]
  /** The same where a planned change is meant as a share, and not as points; null: that is not to be asked. */
  readonly otherwise: readonly Word[] | null
  readonly keys: Finding['keys']
}

/** By the actual and the target, else by the percentage that was printed; null where neither is there. */
function possibleOutcomes(claim: Claim): Outcomes | null {
  const [first, second] = meaningsOf(claim).map((meaning) => {
    const terms = termsOf(claim, readerOf(claim, 'compared'), meaning)
    const { aim, actual, achieved, target } = terms
    const reached = isOfChange(aim) ? achieved : actual
    return reached && target ? outcomesBy(aim, reached.stands, terms) : null
  })
  // Points are what a change of rates is said in.
  if (first) return { outcomes: first, otherwise: isMarked(claim) ? null : (second ?? null), keys: usedKeys(claim) }
  const key = claim.figures.completion ? 'completion' : 'exceeds_by'
  const printed = readerOf(claim, 'compared')(key)?.stands
  const whole = only(key === 'completion' ? Exact.HUNDRED : Exact.ZERO)
  return printed ? { outcomes: inRange(printed, whole, whole, false), otherwise: null, keys: [key] } : null
}

function outcomesBy(aim: Aim, reached: Values, { target, high }: Terms): readonly Word[] {
  const low = target?.stands ?? []
  // More of a change is always better, whichever way it goes.
  const lowerIsBetter = aim.lowerIsBetter && (aim.kind === 'threshold' || aim.kind === 'range')
  const outcomes = inRange(reached, low, high?.stands ?? low, lowerIsBetter)
  // At a strict bound the target is not reached yet.
  return aim.strict ? [...new Set(outcomes.map((outcome) => (outcome === 'met' ? 'missed' : outcome)))] : outcomes
}

/** On the better side of the range exceeded, on the other missed, inside met. */
function inRange(reached: Values, low: Values, high: Values, lowerIsBetter: boolean): readonly Word[] {
  const isBelow = belowZero(minus(reached, low)).length > 0
  const isAbove = aboveZero(minus(reached, high)).length > 0
  const [better, worse] = lowerIsBetter ? [isBelow, isAbove] : [isAbove, isBelow]
  return [
    ...(better ? (['exceeded'] as const) : []),
    ...(isInside(reached, low, high) ? (['met'] as const) : []),
    ...(worse ? (['missed'] as const) : []),
  ]
}

function isInside(reached: Values, low: Values, high: Values): boolean {
  const [from, to] = [hullOf(low), hullOf(high)]
  if (!from || !to) return false
  return meet(reached, [{ low: from.low, lowOpen: from.lowOpen, high: to.high, highOpen: to.highOpen }])
}
