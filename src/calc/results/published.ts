import { Exact } from '../../model/exact.ts'
import type { Target } from '../../model/indicator.ts'
import type { Interval } from '../../model/poverty-rate.ts'
import type { CompletionLine } from '../../model/report.ts'
import { figureAgrees } from '../audit/printed.ts'
import { endInterval } from '../poverty/change.ts'
import { achievementInterval, point, printedInterval } from '../target/interval.ts'
import { type Case, type Judged, termsIn } from '../target/judgement.ts'

/**
 * The completion that was printed about a result, and whether it is the calculated one: as rounded half-up, half-even or
 * truncated, or because the figures that it was calculated from were rounded before they were printed (CALCULATION §7).
 */
export function publishedOf(given: Case, target: Target | null, judged: Judged): CompletionLine['published'] {
  const figure = given.reported.newest?.published
  if (!figure) return null
  const { achievement } = judged
  if (!achievement) return { figure, agrees: null }
  const reach = reachOf(given, target, judged) ?? point(achievement)
  const reading = { stands: [inPercent(point(achievement))], reach: [inPercent(reach)] }
  return { figure, agrees: figureAgrees(figure, reading) !== null }
}

/** What the achievement may be; null where it has no bounds. */
function reachOf(given: Case, target: Target | null, { formula }: Judged): Interval | null {
  const { reported, change } = given
  const terms = termsIn(given, target)
  if (!terms || !formula) return null
  const printed = reported.origin === 'reported' ? reported.newest?.value : null
  const actual = printed ? printedInterval(printed.value, printed.decimals) : point(terms.actual)
  return achievementInterval(formula, terms, actual, change && endInterval(change.from))
}

function inPercent({ low, high, ...ends }: Interval): Interval {
  return { ...ends, low: low.times(Exact.HUNDRED), high: high.times(Exact.HUNDRED) }
}
