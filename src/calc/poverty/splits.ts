import { Exact } from '../../model/exact.ts'
import type { ChangeEnd, Split } from '../../model/poverty-rate.ts'
import { rateOf } from '../results/counts.ts'

const HALF = Exact.of(1n, 2n)

/** One area at both ends of a change. */
export interface AreaEnds {
  readonly from: { readonly poor: Exact; readonly households: Exact }
  readonly to: { readonly poor: Exact; readonly households: Exact }
}

/** Every way to take a change apart that the known counts allow (CALCULATION §6). */
export function splitsOf(from: ChangeEnd, to: ChangeEnd, areas: readonly AreaEnds[] | null): readonly Split[] {
  const splits: Split[] = []
  const [a, b] = [countsOf(from), countsOf(to)]
  if (a && b) splits.push(countSplit(a, b))
  const byArea = areas && areas.length > 1 && sumsTo(areas, a, b) ? sharesAndRates(areas) : null
  if (byArea) splits.push(areaSplit(byArea), ravallionHuppiSplit(byArea))
  return splits
}

/** The areas explain the change of the total only where their counts are the total's. */
function sumsTo(areas: readonly AreaEnds[], from: AreaEnds['from'] | null, to: AreaEnds['to'] | null): boolean {
  const matches = (counts: { poor: Exact; households: Exact }, whole: AreaEnds['from'] | null) =>
    whole !== null && counts.poor.equals(whole.poor) && counts.households.equals(whole.households)
  return matches(total(areas.map((area) => area.from)), from) && matches(total(areas.map((area) => area.to)), to)
}

function countsOf({ poor, households }: Pick<ChangeEnd, 'poor' | 'households'>): AreaEnds['from'] | null {
  return poor && households && !households.isZero ? { poor, households } : null
}

/**
 * Shapley decomposition of a rate A/N in percentage points: the number of poor at the mean of both bases, and
 * the base at the mean of both numbers of poor. The two sum to the change with no residual.
 */
export function countSplit(from: AreaEnds['from'], to: AreaEnds['to']): Split {
  const perFrom = Exact.ONE.dividedBy(from.households)
  const perTo = Exact.ONE.dividedBy(to.households)
  const inPoints = (share: Exact) => share.times(HALF).times(Exact.HUNDRED)
  return {
    kind: 'counts',
    countEffect: inPoints(perFrom.plus(perTo).times(to.poor.minus(from.poor))),
    baseEffect: inPoints(from.poor.plus(to.poor).times(perTo.minus(perFrom))),
  }
}

/** One area at both ends: its share of all households, 1 is all of them, and its rate in per cent. */
export interface SharesAndRates {
  readonly share: { readonly from: Exact; readonly to: Exact }
  readonly rate: { readonly from: Exact; readonly to: Exact }
}

/**
 * Change inside the areas at the mean of their shares, and the shift of households between areas at the mean
 * distance of their rates from the total's; percentage points that sum to the change of the total exactly.
 */
export function areaSplit(areas: readonly SharesAndRates[]): Extract<Split, { kind: 'areas' }> {
  const mean = totalRates(areas)
  let within = Exact.ZERO
  let shift = Exact.ZERO
  for (const { share, rate } of areas) {
    within = within.plus(HALF.times(share.from.plus(share.to)).times(rate.to.minus(rate.from)))
    const distance = rate.from.plus(rate.to).minus(mean.from).minus(mean.to)
    shift = shift.plus(HALF.times(distance).times(share.to.minus(share.from)))
  }
  return { kind: 'areas', within, shift }
}

/**
 * Ravallion and Huppi: change inside the areas at the shares of the start, shift between them at the rates of the start,
 * and the interaction of both, which is above zero where households moved to areas whose rates rose.
 */
export function ravallionHuppiSplit(areas: readonly SharesAndRates[]): Extract<Split, { kind: 'ravallion-huppi' }> {
  let within = Exact.ZERO
  let shift = Exact.ZERO
  let interaction = Exact.ZERO
  for (const { share, rate } of areas) {
    const [moved, changed] = [share.to.minus(share.from), rate.to.minus(rate.from)]
    within = within.plus(share.from.times(changed))
    shift = shift.plus(rate.from.times(moved))
    interaction = interaction.plus(moved.times(changed))
  }
  return { kind: 'ravallion-huppi', within, shift, interaction }
}

function totalRates(areas: readonly SharesAndRates[]): SharesAndRates['rate'] {
  return {
    from: Exact.sum(areas.map(({ share, rate }) => share.from.times(rate.from))),
    to: Exact.sum(areas.map(({ share, rate }) => share.to.times(rate.to))),
  }
}

/** From the counts of areas; null where an area, or all of them, have no households to take a share of. */
export function sharesAndRates(areas: readonly AreaEnds[]): readonly SharesAndRates[] | null {
  const all = { from: total(areas.map(({ from }) => from)), to: total(areas.map(({ to }) => to)) }
  if (all.from.households.isZero || all.to.households.isZero) return null
  const found: SharesAndRates[] = []
  for (const { from, to } of areas) {
    const rate = { from: rateOf(from.poor, from.households), to: rateOf(to.poor, to.households) }
    if (!rate.from || !rate.to) return null
    found.push({
      share: {
        from: from.households.dividedBy(all.from.households),
        to: to.households.dividedBy(all.to.households),
      },
      rate: { from: rate.from, to: rate.to },
    })
  }
  return found
}

function total(counts: readonly { poor: Exact; households: Exact }[]) {
  return {
    poor: Exact.sum(counts.map(({ poor }) => poor)),
    households: Exact.sum(counts.map(({ households }) => households)),
  }
}
