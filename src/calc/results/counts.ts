import { Exact } from '../../model/exact.ts'
import type { Figure, Place } from '../../model/figure.ts'
import { type Baseline, type Indicator, type MpiParts, mpiOf } from '../../model/indicator.ts'
import type { Observation } from '../../model/observation.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { Input } from '../../model/report.ts'
import { rateOf } from '../../model/target.ts'
import { type Moved, movementKeys, observedInput, type Reported, worstStatus } from './reported.ts'

/** A poverty rate whose counts were reported is calculated from them (CALCULATION §4); the printed rate must agree. */
export function withOwnCounts(reported: Reported, indicator: Indicator, problems: Problem[]): Reported {
  const { newest } = reported
  if (newest?.mpi && indicator.type === 'index') return withOwnParts(reported, newest, newest.mpi, indicator, problems)
  if (!newest || indicator.type !== 'poverty-rate') return reported
  const moved = movedIn(newest)
  const rate = rateOf(reported.numerator, reported.denominator)
  if (!rate) return { ...reported, moved, inputs: () => [...reported.inputs(), ...movementInputs(newest)] }
  const { poor, households } = newest.counts
  for (const added of disagreement(indicator, newest.value, rate, poor, households)) problems.push(added)
  const inputs = () => [
    ...reported.inputs(),
    ...(poor ? [observedInput('poor', poor, newest)] : []),
    ...(households ? [observedInput('households', households, newest)] : []),
    ...movementInputs(newest),
  ]
  return { ...reported, actual: rate, origin: 'counts', moved, inputs }
}

/** A multidimensional index is the product of its headcount and intensity; the printed one must agree. */
function withOwnParts(
  reported: Reported,
  newest: Observation,
  mpi: MpiParts<Figure>,
  indicator: Indicator,
  problems: Problem[],
): Reported {
  for (const added of mpiDisagreement(indicator, newest.value, mpi)) problems.push(added)
  const { headcount, intensity } = mpi
  const inputs = () => [
    ...reported.inputs(),
    observedInput('headcount', headcount, newest),
    observedInput('intensity', intensity, newest),
  ]
  return {
    ...reported,
    actual: mpiOf({ headcount: headcount.value, intensity: intensity.value }),
    origin: 'counts',
    inputs,
  }
}

/** The warning that a printed index is not headcount × intensity, within the rounding of all three. */
function mpiDisagreement(
  indicator: Indicator,
  printed: Figure | null,
  { headcount, intensity }: MpiParts<Figure>,
): readonly Problem[] {
  const reach = (sign: Exact) => {
    const end = ({ value, decimals }: Figure) => value.plus(Exact.halfUnit(decimals).times(sign))
    return mpiOf({ headcount: end(headcount), intensity: end(intensity) })
  }
  const half = printed && Exact.halfUnit(printed.decimals)
  const low = reach(Exact.ONE.negated())
  const high = reach(Exact.ONE)
  if (!printed || !half || (!printed.value.plus(half).isBelow(low) && !printed.value.minus(half).isAbove(high)))
    return []
  const computed = mpiOf({ headcount: headcount.value, intensity: intensity.value })
  return [
    problem('mpi-disagrees', printed.at, {
      indicator: indicator.id,
      printed: printed.value.toFixed(printed.decimals),
      computed: computed.toFixed(Math.max(printed.decimals, 4)),
      headcount: headcount.value.toDecimal(),
      intensity: intensity.value.toDecimal(),
    }),
  ]
}

function movedIn({ counts }: Observation): Moved | null {
  const moved: { -readonly [movement in keyof Moved]: Moved[movement] } = {}
  for (const key of movementKeys) {
    const figure = counts[key]
    if (figure) moved[key] = figure.value
  }
  return Object.keys(moved).length > 0 ? moved : null
}

function movementInputs(newest: Observation): readonly Input[] {
  const { poor_change: change } = newest.counts
  return [
    ...(change ? [observedInput('poor-change', change, newest)] : []),
    ...movementKeys.flatMap((key) => {
      const figure = newest.counts[key]
      return figure ? [observedInput(key, figure, newest)] : []
    }),
  ]
}

/** The warning that a baseline's printed rate is not that of its counts. */
export function baselineDisagreement(indicator: Indicator, baseline: Baseline): readonly Problem[] {
  const { poor, households, value, mpi } = baseline
  if (mpi) return mpiDisagreement(indicator, value, mpi)
  const rate = rateOf(poor?.value ?? null, households?.value ?? null)
  return rate ? disagreement(indicator, value, rate, poor ?? undefined, households ?? undefined) : []
}

/** A rate from the numerator and denominator that `rate_of` names, of one and the same date. */
export function derivedRate(
  indicator: Indicator,
  printed: Reported,
  numerator: Reported,
  denominator: Reported,
  problems: Problem[],
): Reported {
  const rate = rateOf(numerator.actual, denominator.actual)
  if (!rate || numerator.period?.end !== denominator.period?.end) return printed
  // A rate printed for another date says nothing about this one.
  const newest = printed.newest?.period.end === numerator.period?.end ? printed.newest : null
  for (const added of derivedDisagreement(indicator, newest?.value ?? null, rate, numerator, denominator))
    problems.push(added)
  for (const added of numeratorExcess(indicator, numerator, denominator)) problems.push(added)
  return {
    ...printed,
    actual: rate,
    origin: 'counts',
    period: numerator.period,
    status: worstStatus([numerator.status, denominator.status]),
    partial: numerator.partial ?? denominator.partial,
    newest,
    numerator: numerator.actual,
    denominator: denominator.actual,
    inputs: () => [
      ...(newest ? printed.inputs() : []),
      ...numerator.inputs().map((input) => ({ ...input, field: 'numerator' as const })),
      ...denominator.inputs().map((input) => ({ ...input, field: 'denominator' as const })),
    ],
  }
}

/** Whether a printed rate may be `rate` rounded in any of the usual ways: within half a unit of its last digit. */
export function agreesWithinRounding(printed: Figure, rate: Exact): boolean {
  return !rate.minus(printed.value).abs().isAbove(Exact.halfUnit(printed.decimals))
}

function disagreement(
  indicator: Indicator,
  printed: Figure | null,
  rate: Exact,
  numerator: Figure | undefined,
  denominator: Figure | undefined,
): readonly Problem[] {
  if (!printed || !numerator || !denominator) return []
  return rateDisagreement(indicator, printed, rate, numerator.value, denominator.value)
}

function derivedDisagreement(
  indicator: Indicator,
  printed: Figure | null,
  rate: Exact,
  numerator: Reported,
  denominator: Reported,
): readonly Problem[] {
  if (!printed || !numerator.actual || !denominator.actual || numerator.partial || denominator.partial) return []
  return rateDisagreement(indicator, printed, rate, numerator.actual, denominator.actual)
}

/** A rate of a part in a whole is at most 100%, unless the whole is not all there yet. */
function numeratorExcess(
  { rateOf, sameBaseAs }: Indicator,
  numerator: Reported,
  denominator: Reported,
): readonly Problem[] {
  const [part, whole] = [numerator.actual, denominator.actual]
  if (!rateOf || !part || !whole || denominator.partial || !part.isAbove(whole)) return []
  const values = { partValue: part.toDecimal(), wholeValue: whole.toDecimal() }
  const ids = { part: rateOf.numerator, whole: rateOf.denominator ?? sameBaseAs ?? '' }
  return [problem('part-exceeds-whole', placeOf(numerator), { what: 'rate', ...ids, ...values })]
}

/** The warning that a printed rate is not that of its counts within its rounding. */
export function rateDisagreement(
  indicator: Indicator,
  printed: Figure,
  rate: Exact,
  numerator: Exact,
  denominator: Exact,
): readonly Problem[] {
  if (agreesWithinRounding(printed, rate)) return []
  return [
    problem('rate-disagrees', printed.at, {
      indicator: indicator.id,
      printed: printed.value.toFixed(printed.decimals),
      computed: rate.toFixed(Math.max(printed.decimals, 2)),
      numerator: numerator.toDecimal(),
      denominator: denominator.toDecimal(),
    }),
  ]
}

/** Where the figure that a line rests on stands, for a problem about it. */
export const placeOf = (reported: Reported): Place | null => reported.inputs()[0]?.at ?? reported.newest?.at ?? null
