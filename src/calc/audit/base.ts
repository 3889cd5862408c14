import type { Claim, Reach } from '../../model/claim.ts'
import * as by from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import { endsOf } from './changes.ts'
import { type Finding, nothingComputed, notPrinted } from './finding.ts'
import { readerOf } from './printed.ts'
import { calculated, difference, HUNDRED, quotient, type Reading } from './reading.ts'
import { isOfRates } from './unit.ts'
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

const ONE = only(Exact.ONE)

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
  if (!households) return meet(poorChange, times(poor, minus(ONE, dividedBy(from, to))))
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
