import {
  type Claim,
  type ClaimFigureKey,
  type ClaimReason,
  claimVerdicts,
  type PrintedNumber,
  type Reach,
} from '../../model/claim.ts'
import * as by from '../../model/derivation.ts'
import { sumOf } from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import { differenceUnit, isOfRates, printedUnit, usedKeys } from './aim.ts'
import {
  type Asked,
  type Attempt,
  attempt,
  type Finding,
  findingOf,
  nothingComputed,
  notPrinted,
  orAsRatio,
  undefinedFinding,
} from './finding.ts'
import { partsOf, readerOf } from './printed.ts'
import {
  always,
  calculated,
  difference,
  HUNDRED,
  inPercent,
  isNothing,
  ONE,
  opposite,
  quotient,
  type Reading,
  relative,
  sum,
} from './reading.ts'
import {
  aboveZero,
  beyond,
  common,
  dividedBy,
  holds,
  hullOf,
  meet,
  minus,
  only,
  onlyOne,
  plus,
  times,
  type Values,
} from './values.ts'

/** What a change is printed between. */
interface Ends {
  readonly from: ClaimFigureKey
  readonly to: ClaimFigureKey
}

/** `from` and `to`, else the baseline and the actual. */
export const endsOf = (claim: Claim): Ends | null => endsAmong(claim, ['from', 'baseline'], ['to', 'actual'])

/** What growth is printed on, and what grew. */
export function growthEndsOf(claim: Claim): Ends | null {
  return endsAmong(claim, ['previous', 'from', 'baseline'], ['actual', 'to', 'total', 'numerator'])
}

/** The change between two figures: in points or numbers, and in per cent of the first where it is called per cent. */
export function askedOfChange(claim: Claim): Asked {
  const printed = claim.figures.change
  if (!printed) return null
  const ends = endsOf(claim)
  if (!ends) return isUsedElsewhere(claim, 'change') ? null : notPrinted(['from', 'to'])
  const [from, to] = readEnds(claim, ends)
  const absolute = attempt(difference(to, from), differenceUnit(claim, printed))
  const ofStart = attempt(inPercent(relative(to, from)), 'percent')
  const isRates = isOfRates(claim)
  const meant = (each: Attempt) => signed(claim, 'change', each)
  const worded = (each: Attempt, kind: 'points-as-percent' | 'percent-as-points') =>
    signed(claim, 'change', { ...each, as: 'wording', why: { kind } })
  const { mark } = printed.figure
  // Per cent of something is what a percentage says by itself.
  const [main, attempts] =
    mark !== 'percent'
      ? [absolute, [...meant(absolute), ...(mark === 'points' ? worded(ofStart, 'percent-as-points') : [])]]
      : isRates
        ? [absolute, [...meant(ofStart), ...worded(absolute, 'points-as-percent')]]
        : [ofStart, meant(ofStart)]
  return { key: 'change', printed, keys: [ends.from, ends.to], main, attempts }
}

/** In per cent of where it started. */
export function askedOfRelativeChange(claim: Claim): Asked {
  return askedOfRelative(claim, 'relative_change', endsOf(claim), ['from', 'to'])
}

export function askedOfGrowth(claim: Claim): Asked {
  return askedOfRelative(claim, 'growth', growthEndsOf(claim), ['previous', 'actual'])
}

/** The change in the number of the poor between two numbers; between two rates see `baseFinding`. */
export function askedOfPoorChange(claim: Claim): Asked {
  const printed = claim.figures.poor_change
  const ends = endsOf(claim)
  if (!printed || isOfRates(claim)) return null
  if (!ends) return isUsedElsewhere(claim, 'poor_change') ? null : notPrinted(['from', 'to'])
  const [from, to] = readEnds(claim, ends)
  const main = attempt(difference(to, from), 'number')
  return { key: 'poor_change', printed, keys: [ends.from, ends.to], main, attempts: signed(claim, 'poor_change', main) }
}

/** The rate of a numerator and a denominator: in per cent or, where no mark says so, the ratio that an average is. */
export function askedOfRate(claim: Claim): Asked {
  const printed = claim.figures.rate
  if (!printed) return null
  const read = readerOf(claim)
  const [numerator, denominator] = [read('numerator'), read('denominator')]
  const keys = ['numerator', 'denominator'] as const
  if (!numerator || !denominator) return notPrinted(keys)
  if (isNothing(denominator)) return undefinedFinding('zero-denominator', null, keys)
  return { key: 'rate', printed, keys, ...orAsRatio(printed, quotient(numerator, denominator)) }
}

function askedOfRelative(
  claim: Claim,
  key: 'relative_change' | 'growth',
  ends: Ends | null,
  needed: readonly ClaimFigureKey[],
): Asked {
  const printed = claim.figures[key]
  if (!printed) return null
  if (!ends) return notPrinted(needed)
  const keys = [ends.from, ends.to]
  const [from, to] = readEnds(claim, ends)
  if (isNothing(from)) return undefinedFinding('zero-start', null, keys)
  const share = relative(to, from)
  const why: ClaimReason = { kind: 'off-by-100', meant: 'of-start' }
  const ofStart: Attempt = { ...attempt(inPercent(sum(share, ONE)), 'percent'), as: 'wording', why }
  const { attempts, ...asked } = orAsRatio(printed, share)
  return { key, printed, keys, ...asked, attempts: [...attempts.flatMap((each) => signed(claim, key, each)), ofStart] }
}

/** A change is used for the completion, or the verdict, of a planned change, or for the base. */
function isUsedElsewhere(claim: Claim, key: 'change' | 'poor_change'): boolean {
  const { completion, exceeds_by, poor_change, change } = claim.figures
  if ((completion || exceeds_by || claim.verdict) && usedKeys(claim).includes(key)) return true
  return poor_change !== undefined && change !== undefined && isOfRates(claim)
}

/** A reduction may be printed by its size where the claim calls it one. */
function signed({ direction, figures }: Claim, key: ClaimFigureKey, meant: Attempt): readonly Attempt[] {
  const isSize = direction === 'reduce_by' && (figures[key]?.figure.value.sign ?? 0) > 0
  return isSize ? [meant, { ...meant, reading: opposite(meant.reading) }] : [meant]
}

function readEnds(claim: Claim, { from, to }: Ends): readonly [Reading, Reading] {
  const read = readerOf(claim)
  const none = always([], null)
  return [read(from) ?? none, read(to) ?? none]
}

function endsAmong(
  { figures }: Claim,
  starts: readonly ClaimFigureKey[],
  ends: readonly ClaimFigureKey[],
): Ends | null {
  const from = starts.find((key) => figures[key])
  const to = ends.find((key) => figures[key])
  return from && to ? { from, to } : null
}

/** How far the number of households may change from one figure to the next: by a tenth, either way. */
const PLAUSIBLE: Values = [{ low: Exact.of(9n, 10n), lowOpen: false, high: Exact.of(11n, 10n), highOpen: false }]

/** What is known of a change in points and in households; rates as shares, null: not printed. */
interface Known {
  readonly poorChange: Values
  readonly rateChange: Values
  readonly from: Values | null
  readonly to: Values | null
  /** The poor at the end. */
  readonly poor: Values | null
  /** At one end or the other. */
  readonly households: Values | null
}

/**
 * Whether a change in points and a change in households fit one number of households N: poor change = N × change of the
 * rate. They may also be right where N changed; beyond a tenth they are not.
 */
export function baseFinding(claim: Claim): Finding | null {
  const { poor_change, change, numerator, denominator } = claim.figures
  const ends = endsOf(claim)
  if (!poor_change || !(ends || change) || !isOfRates(claim)) return null
  const read = readerOf(claim)
  const share = (reading: Reading | null) => reading && quotient(reading, HUNDRED)
  const [from, to] = ends ? [read(ends.from), read(ends.to)] : [null, null]
  const rateChange = share(from && to ? difference(to, from) : read('change'))
  const poorChange = read('poor_change')
  if (!poorChange || !rateChange) return null
  const known: Known = {
    poorChange: poorChange.reach,
    rateChange: rateChange.reach,
    from: share(from)?.reach ?? null,
    to: share(to)?.reach ?? null,
    poor: read('numerator')?.reach ?? null,
    households: read('denominator')?.reach ?? null,
  }
  const keys = [
    ...(ends ? [ends.from, ends.to] : (['change'] as const)),
    ...(['numerator', 'denominator'] as const).filter((key) => claim.figures[key]),
  ]
  const bases = calculated([poorChange, rateChange], basesOf, by.over)
  const result = {
    ...nothingComputed(null, keys),
    unit: 'number' as const,
    computed: onlyOne(bases.stands),
    derivation: bases.from,
    interval: hullOf(bases.reach),
  }
  if (fitOneBase(known, bases.reach)) {
    // Any two changes of one sign fit some number of households; only what was printed besides holds them to one.
    const isHeld = denominator !== undefined || (numerator !== undefined && ends !== null)
    return { ...result, verdict: isHeld ? 'consistent' : 'implied', why: { kind: 'one-base' } }
  }
  if (!ends) return { ...notPrinted(['from', 'to']), keys }
  const changed = changedBases(known)
  return changed
    ? { ...result, verdict: 'undecided', why: { kind: 'base-changed', ...changed } }
    : { ...result, verdict: 'inconsistent', why: { kind: 'no-base', slip: null } }
}

/** The numbers of households that the two changes leave. */
function basesOf(poorChange: Values, rateChange: Values): Values {
  if (holds(poorChange, Exact.ZERO) && holds(rateChange, Exact.ZERO)) return beyond(Exact.ZERO, 'above')
  return aboveZero(dividedBy(poorChange, rateChange))
}

function fitOneBase({ poorChange, from, to, poor, households }: Known, bases: Values): boolean {
  if (households && !meet(bases, households)) return false
  if (!poor || !from || !to) return bases.length > 0
  if (!households) return meet(poorChange, times(poor, minus(ONE.stands, dividedBy(from, to))))
  const rate = common(to, dividedBy(poor, households))
  return meet(poorChange, times(households, minus(rate, from)))
}

interface ChangedBases {
  readonly from: Reach | null
  readonly to: Reach | null
}

/** The numbers of households at both ends, where some that differ by at most a tenth fit; null where none do. */
function changedBases({ poorChange, from, to, poor, households }: Known): ChangedBases | null {
  if (!from || !to) return null
  if (!poor && !households) {
    const change = minus(times(to, PLAUSIBLE), from)
    const sameSide = aboveZero(dividedBy(poorChange, change)).length > 0
    const unchanged = holds(poorChange, Exact.ZERO) && holds(change, Exact.ZERO)
    return sameSide || unchanged ? { from: null, to: null } : null
  }
  for (const [before, after] of basesAtEnds({ poorChange, from, to, poor, households })) {
    if (meet(after, times(before, PLAUSIBLE))) return { from: hullOf(before), to: hullOf(after) }
  }
  return null
}

/** What they may be: from the poor at the end, else from the households at the end or at the start. */
function basesAtEnds(known: Omit<Known, 'rateChange'>): readonly (readonly [Values, Values])[] {
  const { poorChange, poor, households } = known
  const [from, to] = [known.from ?? [], known.to ?? []]
  if (poor) {
    const ends = [dividedBy(minus(poor, poorChange), from), dividedBy(poor, to)] as const
    return !households || ends.some((end) => meet(end, households)) ? [ends.map(aboveZero) as [Values, Values]] : []
  }
  if (!households) return []
  const before = dividedBy(minus(times(to, households), poorChange), from)
  const after = dividedBy(plus(times(from, households), poorChange), to)
  return [
    [aboveZero(before), households],
    [households, aboveZero(after)],
  ]
}

/** The total of parts; of ranges, the lower and the upper ends each by themselves. */
export function totalFinding(claim: Claim): Finding | null {
  const printed = claim.figures.total
  if (!printed) return null
  if (claim.parts.length === 0) return isGrowthEnd(claim) ? null : notPrinted(['parts'])
  if (printed.form === 'range' && claim.parts.some(({ form }) => form === 'range')) return rangeFinding(claim, printed)
  return plainFinding(claim)
}

/** A total that growth is printed of says nothing of parts. */
function isGrowthEnd({ figures }: Claim): boolean {
  return figures.growth !== undefined && figures.actual === undefined && figures.to === undefined
}

function plainFinding(claim: Claim): Finding | null {
  const printed = claim.figures.total
  if (!printed) return null
  const sum = calculated(
    partsOf(claim),
    (...parts) => parts.reduce(plus, only(Exact.ZERO)),
    (...parts) => sumOf('sumOfParts', parts),
  )
  const main = attempt(sum, printedUnit('total', printed))
  return findingOf(claim, { key: 'total', printed, keys: ['parts'], main, attempts: [main] })
}

type PrintedRange = Extract<PrintedNumber, { readonly form: 'range' }>

/** The worse of both ends is what is found. */
function rangeFinding(claim: Claim, total: PrintedRange): Finding | null {
  const low = plainFinding(atEnd(claim, total, 'figure'))
  const high = plainFinding(atEnd(claim, total, 'high'))
  if (!low || !high) return null
  const worse = claimVerdicts.indexOf(high.verdict) > claimVerdicts.indexOf(low.verdict) ? high : low
  const interval = {
    low: low.interval ? low.interval.low : (low.computed as Exact | null),
    lowOpen: low.interval?.lowOpen ?? false,
    high: high.interval ? high.interval.high : (high.computed as Exact | null),
    highOpen: high.interval?.highOpen ?? false,
  }
  return { ...worse, computed: null, derivation: null, interval }
}

/** The claim with this end of every range. */
function atEnd(claim: Claim, total: PrintedRange, end: 'figure' | 'high'): Claim {
  const plain = (printed: PrintedNumber): PrintedNumber =>
    printed.form === 'range' ? { form: 'number', figure: printed[end], text: printed.text, at: printed.at } : printed
  return { ...claim, figures: { ...claim.figures, total: plain(total) }, parts: claim.parts.map(plain) }
}
