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
import { aimOf } from './aim.ts'
import { type Agreement, agreement, inputsOf, isBoundOrRange, type Reading } from './printed.ts'
import { hullOf, onlyOne } from './values.ts'

/** What is found about one claimed thing, from the numbers under `keys`. */
export interface Finding
  extends Pick<Judgement, 'verdict' | 'why' | 'computed' | 'formula' | 'interval' | 'impliedTarget'> {
  readonly keys: readonly ClaimInputKey[]
}

/** One way in which a printed figure may have come about. */
export interface Attempt {
  /** How it would be judged, were it this way. */
  readonly as: 'printed' | 'wording' | 'other-formula'
  readonly reading: Reading
  readonly formula: FormulaName | null
  readonly why: ClaimReason
}

/** A printed figure, and the ways in which it may have come about, in the order in which they are tried. */
export interface Question {
  readonly key: ClaimFigureKey
  readonly printed: PrintedNumber
  readonly keys: readonly ClaimInputKey[]
  /** What is told as computed unless another formula gives the figure. */
  readonly main: Reading
  readonly formula: FormulaName | null
  readonly attempts: readonly Attempt[]
  /** Tried when none of `attempts` gives it. */
  readonly others?: () => readonly Attempt[]
  /** What is computed where the other side is better, if nothing says which side is. */
  readonly mirrored: Reading | null
}

const FITS: ClaimReason = { kind: 'fits' }

export function attempt(reading: Reading, formula: FormulaName | null = null): Attempt {
  return { as: 'printed', reading, formula, why: FITS }
}

/** What there is to be found: nothing is claimed, it is found already, or there are ways to try. */
export type Asked = Question | Finding | null

/** Whether what is claimed is right as it is printed, however it was rounded. */
export function isRight(claim: Claim, asked: Asked): boolean {
  if (!asked) return false
  if (!('attempts' in asked)) return asked.verdict.startsWith('consistent')
  const isRounded = claim.rounded.has(asked.key)
  const found = asked.attempts
    .filter(({ as }) => as === 'printed')
    .map(({ reading }) => agreement(asked.printed, reading, isRounded))
  return found.some((each) => each !== null && each !== 'possible')
}

/** The first row of CALCULATION §7 that holds. */
export function findingOf(claim: Claim, asked: Asked): Finding | null {
  return asked && 'attempts' in asked ? foundBy(claim, asked) : asked
}

function foundBy(claim: Claim, question: Question): Finding {
  const { printed, key, keys, main, formula } = question
  const isRounded = claim.rounded.has(key)
  const agrees = (reading: Reading) => agreement(printed, reading, isRounded)
  const isBound = printed.form === 'above' || printed.form === 'below'
  for (const tried of inTurn(question)) {
    // So much lies beyond a bound that it would be found by chance.
    if (isBound && tried.as === 'wording') continue
    const found = agrees(tried.reading)
    if (found === null || found === 'possible') continue
    if (tried.as === 'wording') return { ...computedFrom(main), verdict: 'wording', why: tried.why, formula, keys }
    const from = { ...computedFrom(tried.reading), formula: tried.formula, keys }
    if (tried.as === 'other-formula') return { ...from, verdict: 'other-formula', why: tried.why }
    return { ...from, verdict: found, why: whyConsistent(claim, found, question, tried) }
  }
  const result = { ...computedFrom(main), formula, keys }
  if (question.attempts.some(({ as, reading }) => as === 'printed' && agrees(reading) === 'possible')) {
    return {
      ...result,
      verdict: 'undecided',
      why: { kind: 'not-exact', keys: keysInForms(claim, keys, ['above', 'below', 'range']) },
    }
  }
  const mirrored = question.mirrored && !isBound && agrees(question.mirrored)
  if (mirrored && mirrored !== 'possible') {
    return { ...result, verdict: 'undecided', why: { kind: 'direction-not-stated' } }
  }
  const by = result.computed && !isBoundOrRange(printed) ? printed.figure.value.minus(result.computed) : null
  return { ...result, verdict: 'inconsistent', why: { kind: 'differs', by, slip: null } }
}

function* inTurn({ attempts, others }: Question): Iterable<Attempt> {
  yield* attempts
  if (others) yield* others()
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
  return { computed: null, formula, interval: null, impliedTarget: null, keys }
}

/** The numbers of these forms, which stand in the way of a decision. What is aimed at is as clear as a range as it is as a number. */
export function keysInForms(
  claim: Claim,
  keys: readonly ClaimInputKey[],
  forms: readonly PrintedNumber['form'][],
): readonly ClaimInputKey[] {
  const isAim = ({ key, printed: { form } }: ClaimInput) =>
    key === 'target' && form !== 'about' && (form === 'range' || aimOf(claim).kind === 'threshold')
  const inputs = inputsOf(claim, keys).filter((input) => forms.includes(input.printed.form) && !isAim(input))
  return [...new Set(inputs.map(({ key }) => key))]
}

function computedFrom({ stands, reach }: Reading) {
  return { computed: onlyOne(stands), interval: onlyOne(reach) ? null : hullOf(reach), impliedTarget: null }
}

function whyConsistent(claim: Claim, found: Agreement, { printed, keys }: Question, { reading }: Attempt): ClaimReason {
  if (found === 'consistent') return FITS
  if (found === 'consistent-within-rounding') return { kind: 'inputs-rounded', keys: roundedKeys(claim, keys) }
  const computed = onlyOne(reading.stands)
  return computed ? { kind: 'rounded-otherwise', halfUp: Exact.parse(computed.toFixed(printed.figure.decimals)) } : FITS
}

function roundedKeys(claim: Claim, keys: readonly ClaimInputKey[]): readonly ClaimInputKey[] {
  const rounded = inputsOf(claim, keys).filter(({ reach }) => !onlyOne([reach]))
  return [...new Set(rounded.map(({ key }) => key))]
}
