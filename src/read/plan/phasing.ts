import { Exact } from '../../model/exact.ts'
import type { Place } from '../../model/figure.ts'
import type { Milestone, Phasing } from '../../model/indicator.ts'
import { contains, formatDay, type Period, parsePeriod } from '../../model/period.ts'
import type { ProblemArguments } from '../../model/problem.ts'
import { report, type Scope } from '../document/scope.ts'
import { MapNode, type Node, Scalar } from '../document/tree.ts'
import { figureFrom, reportNegative } from '../number/figures.ts'

/**
 * How a target is spread over the plan; null when it could not be read, which is reported.
 *
 * Values that never fall and end at 100% are running totals, values that sum to 100% are shares. What is both is
 * the same either way: all before the last are zero.
 */
export function phasingFrom(node: Node, plan: Period, scope: Scope): Phasing | null {
  if (node instanceof Scalar) return node.text === 'linear' || node.text === 'none' ? node.text : null
  if (!(node instanceof MapNode)) return null
  const entries = entriesOf(node, plan, scope)
  if (!entries) return null

  const shares = entries.map(({ share }) => share)
  const fall = shares.findIndex((share, index) => index > 0 && share.isBelow(shares[index - 1] ?? Exact.ZERO))
  const last = shares.at(-1) ?? Exact.ZERO
  const sum = Exact.sum(shares)
  if (fall === -1 && last.equals(Exact.ONE)) return runningTotals(entries, plan, node.at, scope)
  if (sum.equals(Exact.ONE)) return totalsOfShares(entries, plan, scope)

  const meantAsTotals = last.equals(Exact.ONE) || sum.isAbove(MOST_THAT_SHARES_MISS)
  if (!meantAsTotals) return bad('sum', percentText(sum), node.at, scope)
  const falling = entries[fall]
  if (falling) return bad('falls', falling.text, falling.at, scope)
  const end = entries.at(-1)
  return bad('last', end?.text ?? '', end?.at ?? node.at, scope)
}

/** Shares that miss 100% by a slip sum to less than this, running totals of any length to more. */
const MOST_THAT_SHARES_MISS = Exact.of(3n, 2n)

interface PhasingEntry {
  readonly period: Period
  readonly share: Exact
  readonly text: string
  readonly at: Place
  readonly keyAt: Place
}

function entriesOf(map: MapNode, plan: Period, scope: Scope): readonly PhasingEntry[] | null {
  const before = scope.problems.length
  const entries: PhasingEntry[] = []
  for (const [text, { keyAt, value }] of map.entries) {
    const period = parsePeriod(text)
    const figure = figureFrom(value, 'percentage', null, scope)
    reportNegative(figure, scope)
    if (!period) report(scope, 'bad-period', keyAt, { written: text })
    else if (!contains(plan, period)) bad('outside', text, keyAt, scope)
    else if (period.end <= (entries.at(-1)?.period.end ?? -Infinity)) bad('order', text, keyAt, scope)
    else if (figure) {
      entries.push({ period, share: figure.value.dividedBy(Exact.HUNDRED), text: figure.text, at: figure.at, keyAt })
    }
  }
  if (entries.length === 0 && scope.problems.length === before) bad('sum', '0', map.at, scope)
  return scope.problems.length > before ? null : entries
}

function runningTotals(entries: readonly PhasingEntry[], plan: Period, at: Place, scope: Scope): Phasing | null {
  const end = entries.at(-1)
  if (!end || end.period.end !== plan.end) return bad('end', end?.period.text ?? '', end?.at ?? at, scope)
  return entries.map(({ period, share }) => ({ period, share }))
}

/**
 * Where shares leave a gap nothing is expected, so that the running total stands still over it: that is a
 * milestone of its own.
 */
function totalsOfShares(entries: readonly PhasingEntry[], plan: Period, scope: Scope): Phasing | null {
  const milestones: Milestone[] = []
  let covered = plan.start - 1
  let total = Exact.ZERO
  for (const { period, share, keyAt } of entries) {
    if (period.start <= covered) return bad('mixed', period.text, keyAt, scope)
    if (period.start > covered + 1) milestones.push({ period: span(covered + 1, period.start - 1), share: total })
    total = total.plus(share)
    milestones.push({ period, share: total })
    covered = period.end
  }
  if (covered < plan.end) milestones.push({ period: span(covered + 1, plan.end), share: total })
  return milestones
}

const span = (start: number, end: number): Period => ({ start, end, text: `${formatDay(start)}/${formatDay(end)}` })
const percentText = (share: Exact): string => `${share.times(Exact.HUNDRED).toDecimal()}%`

function bad(why: ProblemArguments['bad-phasing']['why'], found: string, at: Place, scope: Scope): null {
  report(scope, 'bad-phasing', at, { why, found })
  return null
}
