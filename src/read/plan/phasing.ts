import { Exact } from '../../model/exact.ts'
import type { Place } from '../../model/figure.ts'
import { type IndicatorType, type Milestone, type Phasing, thresholdKinds } from '../../model/indicator.ts'
import { contains, formatDay, type Period, parsePeriod, yearBefore } from '../../model/period.ts'
import type { ProblemArguments } from '../../model/problem.ts'
import { innerScope, report, type Scope } from '../document/scope.ts'
import { MapNode, type Node, Scalar } from '../document/tree.ts'
import { figureFrom, reportNegative } from '../number/figures.ts'
import { mayBeRatio } from '../number/number-text.ts'

/** A phasing, or targets of periods, and the indicator that states it: figures in it are of the target there. */
export interface WrittenPhasing {
  readonly node: Node
  readonly map: MapNode
}

/**
 * How a target is spread over the plan; null when it could not be read, which is reported.
 *
 * Values that never fall and end at the whole target are running totals, values that sum to it are shares. What is both is
 * the same either way: all before the last are zero. Of counts with a number as target they may be figures of it.
 */
export function phasingFrom(
  { node, map }: WrittenPhasing,
  type: IndicatorType,
  plan: Period,
  scope: Scope,
): Phasing | null {
  if (node instanceof Scalar && isAsLastYear({ node })) {
    const isFlowOfYear = type === 'count' && yearBefore(plan).end < plan.start
    return isFlowOfYear ? 'none' : badPhasing('100%', scope)('last-year', node.text, node.at)
  }
  if (node instanceof Scalar) return node.text === 'linear' || node.text === 'none' ? node.text : null
  if (!(node instanceof MapNode)) return null
  const stated = type === 'count' ? targetNumber(map.get('target'), scope) : null
  const target = stated && areFiguresOf(stated, node, scope) ? stated : null
  const entries = entriesOf(node, plan, target, scope)
  if (!entries) return null

  const text = (amount: Exact) => `${amount.times(target ?? Exact.HUNDRED).toDecimal()}${target ? '' : '%'}`
  const bad = badPhasing(text(Exact.ONE), scope)
  const shares = entries.map(({ share }) => share)
  const fall = shares.findIndex((share, index) => index > 0 && share.isBelow(shares[index - 1] ?? Exact.ZERO))
  const last = shares.at(-1) ?? Exact.ZERO
  const sum = Exact.sum(shares)
  if (fall === -1 && last.equals(Exact.ONE)) return runningTotals(entries, plan, node.at, bad)
  if (sum.equals(Exact.ONE)) return totalsOfShares(entries, plan, bad)

  const meantAsTotals = last.equals(Exact.ONE) || sum.isAbove(MOST_THAT_SHARES_MISS)
  if (!meantAsTotals) return bad('sum', text(sum), node.at)
  const falling = entries[fall]
  if (falling) return bad('falls', falling.text, falling.at)
  const end = entries.at(-1)
  return bad('last', end?.text ?? '', end?.at ?? node.at)
}

/** Whether it is spread as the figures of last year were, which are not known yet. */
export const isAsLastYear = ({ node }: Pick<WrittenPhasing, 'node'>): boolean =>
  node instanceof Scalar && node.text === 'last-year'

/** The one number that a target is, above zero; null: it is none. What is wrong with it is told where it is read. */
function targetNumber(target: Node | undefined, scope: Scope): Exact | null {
  const kind = target instanceof MapNode ? thresholdKinds.find((each) => target.entries.has(each)) : undefined
  const node = target instanceof MapNode && kind ? target.get(kind) : target
  const value = node instanceof Scalar ? figureFrom(node, 'number', null, innerScope(scope))?.value : null
  return value && value.sign > 0 ? value : null
}

/** Whether numbers without a mark are meant in the unit: they come to the target, or are no ratios and do not come to 100. */
function areFiguresOf(target: Exact, map: MapNode, scope: Scope): boolean {
  const read = [...map.entries.values()].map(({ value }) => figureFrom(value, null, null, innerScope(scope)))
  if (!read.every((figure) => figure?.mark === 'none')) return false
  const values = read.flatMap((figure) => figure?.value ?? [])
  const comeTo = (whole: Exact) => values.at(-1)?.equals(whole) || Exact.sum(values).equals(whole)
  return comeTo(target) || (values.some((value) => !mayBeRatio(value)) && !comeTo(Exact.HUNDRED))
}

/** Shares that miss 100% by a slip sum to less than this, running totals of any length to more. */
const MOST_THAT_SHARES_MISS = Exact.of(3n, 2n)

type Bad = (why: ProblemArguments['bad-phasing']['why'], found: string, at: Place) => null

/** `whole`: what the shares have to come to, as it is written. */
export const badPhasing =
  (whole: string, scope: Scope): Bad =>
  (why, found, at) => {
    report(scope, 'bad-phasing', at, { why, found, whole })
    return null
  }

interface PhasingEntry {
  readonly period: Period
  readonly share: Exact
  readonly text: string
  readonly at: Place
  readonly keyAt: Place
}

/** `target`: figures of it are written; null: shares. */
function entriesOf(map: MapNode, plan: Period, target: Exact | null, scope: Scope): readonly PhasingEntry[] | null {
  const before = scope.problems.length
  const entries = periodsIn(map, plan, scope).flatMap(({ period, keyAt, value }): PhasingEntry[] => {
    const figure = figureFrom(value, target ? 'number' : null, null, scope)
    reportNegative(figure, scope)
    if (!figure) return []
    const { text, at, mark } = figure
    if (!target && mark !== 'percent') badPhasing('100%', scope)('sign', text, at)
    return [{ period, share: figure.value.dividedBy(target ?? Exact.HUNDRED), text, at, keyAt }]
  })
  return scope.problems.length > before ? null : entries
}

/** What is written for each of some parts of a plan, which stand in the order of their ends. */
export function periodsIn(map: MapNode, plan: Period, scope: Scope) {
  const bad = badPhasing('100%', scope)
  if (map.entries.size === 0) bad('sum', '0', map.at)
  let reached = -Infinity
  return [...map.entries].flatMap(([text, { keyAt, value }]) => {
    const period = parsePeriod(text)
    if (!period) report(scope, 'bad-period', keyAt, { written: text })
    else if (!contains(plan, period)) bad('outside', text, keyAt)
    else if (period.end <= reached) bad('order', text, keyAt)
    reached = Math.max(reached, period?.end ?? reached)
    return period ? [{ period, keyAt, value }] : []
  })
}

function runningTotals(entries: readonly PhasingEntry[], plan: Period, at: Place, bad: Bad): Phasing | null {
  const end = entries.at(-1)
  if (!end || end.period.end !== plan.end) return bad('end', end?.period.text ?? '', end?.at ?? at)
  return entries.map(({ period, share }) => ({ period, share }))
}

/**
 * Where shares leave a gap nothing is expected, so that the running total stands still over it: that is a
 * milestone of its own.
 */
function totalsOfShares(entries: readonly PhasingEntry[], plan: Period, bad: Bad): Phasing | null {
  const milestones: Milestone[] = []
  let covered = plan.start - 1
  let total = Exact.ZERO
  for (const { period, share, keyAt } of entries) {
    if (period.start <= covered) return bad('mixed', period.text, keyAt)
    if (period.start > covered + 1) milestones.push({ period: span(covered + 1, period.start - 1), share: total })
    total = total.plus(share)
    milestones.push({ period, share: total })
    covered = period.end
  }
  if (covered < plan.end) milestones.push({ period: span(covered + 1, plan.end), share: total })
  return milestones
}

const span = (start: number, end: number): Period => ({ start, end, text: `${formatDay(start)}/${formatDay(end)}` })
