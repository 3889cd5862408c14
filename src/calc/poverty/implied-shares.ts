import { Exact } from '../../model/exact.ts'
import type { Change, Estimate, ImpliedShares, Interval } from '../../model/poverty-rate.ts'
import { type CompletionLine, lineWith } from '../../model/report.ts'
import { cornerInterval, isWhollyBelow } from '../target/interval.ts'
import { differenceIn, endInterval } from './change.ts'
import { areaSplit } from './splits.ts'

/** The lines of one indicator; the whole says what its rates and those of exactly two areas imply. */
export function withImpliedShares(lines: readonly CompletionLine[]): readonly CompletionLine[] {
  const [whole, ...areas] = lines
  const [one, other, ...more] = areas.filter(({ area }) => area?.parent === null)
  if (!whole?.change || !one || !other || more.length > 0) return lines
  const impliedShares = impliedSharesOf(whole, [one, other])
  return impliedShares ? [lineWith(whole, { change: { ...whole.change, impliedShares } }), ...areas] : lines
}

type Ends<T> = Readonly<Record<(typeof ends)[number], T>>
/** Of the whole, of the area with the lower and of that with the higher rate: at the start and at the end. */
const ends = ['whole0', 'low0', 'high0', 'whole1', 'low1', 'high1'] as const

/**
 * With P the rate of the whole and two areas, the higher rate M has the share (P − L) / (M − L) of all households.
 *
 * Shares and split rise or fall throughout in each of the rates as long as L < P < M at both ends, so that their bounds
 * are at the corners; null where the rounding of the rates leaves that open, and where the households of an area were
 * counted: its share is then a matter of counts.
 */
function impliedSharesOf(
  whole: CompletionLine,
  areas: readonly [CompletionLine, CompletionLine],
): ImpliedShares | null {
  const [one, other] = areas
  const change = whole.change
  if (!change || !one.change || !other.change || whole.partial) return null
  const isCounted = ({ from, to }: Change) => from.households !== null || to.households !== null
  if (isCounted(one.change) || isCounted(other.change)) return null
  const [low, high] = one.change.from.value.isBelow(other.change.from.value) ? [one, other] : [other, one]
  if (!low.change || !high.change || !high.area || !areOfOneKind(change, [low.change, high.change])) return null
  const intervals: Ends<Interval> = {
    whole0: endInterval(change.from),
    low0: endInterval(low.change.from),
    high0: endInterval(high.change.from),
    whole1: endInterval(change.to),
    low1: endInterval(low.change.to),
    high1: endInterval(high.change.to),
  }
  const isBetween =
    isWhollyBelow(intervals.low0, intervals.whole0) &&
    isWhollyBelow(intervals.whole0, intervals.high0) &&
    isWhollyBelow(intervals.low1, intervals.whole1) &&
    isWhollyBelow(intervals.whole1, intervals.high1)
  if (!isBetween) return null
  const printed: Ends<Exact> = {
    whole0: change.from.value,
    low0: low.change.from.value,
    high0: high.change.from.value,
    whole1: change.to.value,
    low1: low.change.to.value,
    high1: high.change.to.value,
  }
  const estimate = (of: (rates: Ends<Exact>) => Exact): Estimate => ({
    value: of(printed),
    interval: cornerInterval(intervals, of),
  })
  return {
    area: high.area,
    from: estimate(shareFrom),
    to: estimate(shareTo),
    within: estimate((rates) => splitOf(rates).within),
    shift: estimate((rates) => splitOf(rates).shift),
  }
}

/** One time and one measurement at each end, all of them known. */
function areOfOneKind(whole: Change, areas: readonly Change[]): boolean {
  return areas.every(({ from, to, differsIn }) => {
    const sameTimes = from.period?.end === whole.from.period?.end && to.period?.end === whole.to.period?.end
    const sameKind = differenceIn(from, whole.from) === null && differenceIn(to, whole.to) === null
    return sameTimes && sameKind && differsIn === null && whole.differsIn === null
  })
}

function shareFrom({ whole0, low0, high0 }: Ends<Exact>): Exact {
  return whole0.minus(low0).dividedBy(high0.minus(low0))
}

function shareTo({ whole1, low1, high1 }: Ends<Exact>): Exact {
  return whole1.minus(low1).dividedBy(high1.minus(low1))
}

function splitOf(rates: Ends<Exact>) {
  const [from, to] = [shareFrom(rates), shareTo(rates)]
  return areaSplit([
    { share: { from, to }, rate: { from: rates.high0, to: rates.high1 } },
    {
      share: { from: Exact.ONE.minus(from), to: Exact.ONE.minus(to) },
      rate: { from: rates.low0, to: rates.low1 },
    },
  ])
}
