import type {
  Claim,
  ClaimFigureKey,
  ClaimInput,
  ClaimInputKey,
  ClaimReason,
  ClaimUndefinedReason,
  Judgement,
  PrintedNumber,
} from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { FormulaName } from '../../model/indicator.ts'
import type { Unit } from '../../model/unit.ts'
import { aimOf } from './aim.ts'
import { type Agreement, agreement, inputsOf, isBoundOrRange } from './printed.ts'
import { inPercent, type Reading } from './reading.ts'
import { hullOf, onlyOne } from './values.ts'

/** What is found about one claimed thing, from the numbers under `keys`. */
export interface Finding
  extends Pick<Judgement, 'verdict' | 'why' | 'computed' | 'formula' | 'derivation' | 'interval' | 'impliedTarget'> {
  /** What `computed` is in; null: nothing is, or as it was printed. */
  readonly unit: Unit | null
  readonly keys: readonly ClaimInputKey[]
}

/** One way in which a printed figure may have come about. */
export interface Attempt {
  /** How it would be judged, were it this way. */
  readonly as: 'printed' | 'wording' | 'other-formula'
  readonly reading: Reading
  readonly unit: Unit
  readonly formula: FormulaName | null
  readonly why: ClaimReason
  /** What is told as computed where the words are wrong, if that is not the main way. */
  readonly told?: Attempt
}

/** A printed figure, and the ways in which it may have come about, in the order in which they are tried. */
export interface Question {
  readonly key: ClaimFigureKey
  readonly printed: PrintedNumber
  readonly keys: readonly ClaimInputKey[]
  /** What is told as computed unless another way gives the figure. */
  readonly main: Attempt
  /** What is told beside it where none does, since nothing says which of both is meant. */
  readonly second?: Attempt
  readonly attempts: readonly Attempt[]
  /** Tried when none of `attempts` gives it. */
  readonly others?: readonly Attempt[]
  /** What is computed where the other side is better, if nothing says which side is. */
  readonly mirrored?: Reading | null
}

const FITS: ClaimReason = { kind: 'fits' }

export function attempt(reading: Reading, unit: Unit, formula: FormulaName | null = null): Attempt {
  return { as: 'printed', reading, unit, formula, why: FITS }
}

/** In per cent or, where no mark says so, as the share itself: 1.18 for 118%, or an average. */
export function orAsRatio(
  { figure }: PrintedNumber,
  share: Reading,
  formula: FormulaName | null = null,
): Pick<Question, 'main' | 'attempts' | 'second'> {
  const main = attempt(inPercent(share), 'percent', formula)
  if (figure.mark !== 'none') return { main, attempts: [main] }
  const second = attempt(share, 'number', formula)
  return { main, attempts: [main, second], second }
}

/** What there is to be found: nothing is claimed, it is found already, or there are ways to try. */
export type Asked = Question | Finding | null

/** Whether what is claimed is just what comes out: a figure that needs to be cut off as well is not explained. */
export function isRight(claim: Claim, asked: Asked): boolean {
  if (!asked) return false
  if (!('attempts' in asked)) return asked.verdict === 'consistent'
  const isRounded = claim.rounded.has(asked.key)
  return asked.attempts.some(
    ({ as, reading }) => as === 'printed' && agreement(asked.printed, reading, isRounded) === 'consistent',
  )
}

/** The first row of CALCULATION §7 that holds. */
export function findingOf(claim: Claim, asked: Asked): Finding | null {
  return asked && 'attempts' in asked ? foundBy(claim, asked) : asked
}

function foundBy(claim: Claim, question: Question): Finding {
  const { printed, key, keys, main, second, others = [] } = question
  const isRounded = claim.rounded.has(key)
  const agrees = (reading: Pick<Reading, 'stands' | 'reach'>) => agreement(printed, reading, isRounded)
  const isPlain = ({ reading }: Attempt) => agrees(reading) === 'consistent'
  const isBound = printed.form === 'above' || printed.form === 'below'
  const isOfBound = ['above', 'below'].includes(claim.figures.target?.form ?? '')
  const asPrinted = question.attempts.filter(({ as }) => as === 'printed')
  // So much lies beyond a bound that it would be found by chance.
  const worded = isBound ? [] : question.attempts.filter(({ as }) => as === 'wording')
  const inTurn = [
    ...asPrinted.filter(isPlain),
    ...worded.filter(({ reading }) => isExactly(printed, reading)),
    ...asPrinted,
    ...worded.filter(isPlain),
    // Another formula that just gives it is likelier than a target that was rounded.
    ...others.filter(isPlain),
    ...(isOfBound ? [] : asPrinted.map((tried) => withRounded(claim, keys, tried))),
    ...worded,
    ...others,
  ]
  for (const tried of inTurn) {
    const found = agrees(tried.reading)
    if (found === null || found === 'possible') continue
    if (tried.as === 'wording') return { ...computedFrom(tried.told ?? main), keys, verdict: 'wording', why: tried.why }
    const from = { ...computedFrom(tried), keys }
    if (tried.as === 'other-formula') return { ...from, verdict: 'other-formula', why: tried.why }
    return {
      ...from,
      verdict: found,
      why: tried.why === FITS ? whyConsistent(claim, found, question, tried) : tried.why,
    }
  }
  const result = { ...computedFrom(main), keys }
  if (asPrinted.some(({ reading }) => agrees(reading) === 'possible')) {
    const why = { kind: 'not-exact', keys: keysInForms(claim, keys, ['above', 'below', 'range']) } as const
    return { ...result, verdict: 'undecided', why }
  }
  if (isOfBound && asPrinted.some((tried) => agrees(withRounded(claim, keys, tried).reading) !== null)) {
    const why = { kind: 'not-exact', keys: ['target'] } as const
    return { ...result, ...computedFrom(withRounded(claim, keys, main)), verdict: 'undecided', why }
  }
  const mirrored = question.mirrored && !isBound && agrees(question.mirrored)
  if (mirrored && mirrored !== 'possible') {
    return { ...result, verdict: 'undecided', why: { kind: 'direction-not-stated' } }
  }
  const by = result.computed && !isBoundOrRange(printed) ? printed.figure.value.minus(result.computed) : null
  const otherwise = second && onlyOne(second.reading.stands)
  const other = otherwise && { computed: otherwise, unit: second.unit }
  return { ...result, verdict: 'inconsistent', why: { kind: 'differs', by, slip: null, other: other ?? null } }
}

function isExactly({ form, figure }: PrintedNumber, { stands }: Reading): boolean {
  return form === 'number' && onlyOne(stands)?.equals(figure.value) === true
}

/** All that it may be where what counts as exact was rounded as well. */
function withRounded(claim: Claim, keys: readonly ClaimInputKey[], tried: Attempt): Attempt {
  const exact = inputsOf(claim, keys).filter(({ reach }) => onlyOne([reach]))
  const taken = inputsOf(claim, distinctKeys(exact), 'rounded').filter(({ reach }) => !onlyOne([reach]))
  const why: ClaimReason = { kind: 'taken-as-rounded', keys: distinctKeys(taken) }
  return { ...tried, reading: { ...tried.reading, reach: tried.reading.rounded }, why }
}

export function undefinedFinding(
  reason: ClaimUndefinedReason,
  formula: FormulaName | null,
  keys: readonly ClaimInputKey[],
): Finding {
  return { ...nothingComputed(formula, keys), verdict: 'undefined', why: { kind: 'not-defined', reason } }
}

/** Any one of the sets of keys would decide it. */
export function notPrinted(...needed: readonly (readonly ClaimInputKey[])[]): Finding {
  return { ...nothingComputed(null, []), verdict: 'undecided', why: { kind: 'not-printed', needed } }
}

export function nothingComputed(formula: FormulaName | null, keys: readonly ClaimInputKey[]) {
  return { computed: null, unit: null, formula, derivation: null, interval: null, impliedTarget: null, keys }
}

/** The numbers of these forms, which stand in the way of a decision. What is aimed at is as clear as a range as it is as a number. */
export function keysInForms(
  claim: Claim,
  keys: readonly ClaimInputKey[],
  forms: readonly PrintedNumber['form'][],
): readonly ClaimInputKey[] {
  const isAim = ({ key, printed: { form } }: ClaimInput) =>
    key === 'target' && form !== 'about' && (form === 'range' || aimOf(claim).kind === 'threshold')
  return distinctKeys(inputsOf(claim, keys).filter((input) => forms.includes(input.printed.form) && !isAim(input)))
}

function distinctKeys(inputs: readonly ClaimInput[]): readonly ClaimInputKey[] {
  return [...new Set(inputs.map(({ key }) => key))]
}

function computedFrom({ reading: { stands, reach, from }, unit, formula }: Attempt) {
  const interval = onlyOne(reach) ? null : hullOf(reach)
  return { computed: onlyOne(stands), unit, formula, derivation: from, interval, impliedTarget: null }
}

function whyConsistent(claim: Claim, found: Agreement, { printed, keys }: Question, { reading }: Attempt): ClaimReason {
  if (found === 'consistent') return FITS
  if (found === 'consistent-within-rounding') return { kind: 'inputs-rounded', keys: roundedKeys(claim, keys) }
  const computed = onlyOne(reading.stands)
  return computed ? { kind: 'rounded-otherwise', halfUp: Exact.parse(computed.toFixed(printed.figure.decimals)) } : FITS
}

function roundedKeys(claim: Claim, keys: readonly ClaimInputKey[]): readonly ClaimInputKey[] {
  return distinctKeys(inputsOf(claim, keys).filter(({ reach }) => !onlyOne([reach])))
}
