import { Exact } from '../../model/exact.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { CompletionLine } from '../../model/report.ts'
import { differenceIn } from '../poverty/change.ts'
import { placeOf } from '../results/counts.ts'
import { movementKeys, type Reported } from '../results/reported.ts'

/** What is doubtful about one line: its movements, the comparability of its ends, what was printed about it. */
export function lineProblems(line: CompletionLine, reported: Reported): readonly Problem[] {
  return [
    ...movementProblems(line, reported),
    ...poorChangeProblems(line),
    ...comparabilityProblems(line, reported),
    ...publishedProblems(line),
  ]
}

function movementProblems({ indicator, change }: CompletionLine, reported: Reported): readonly Problem[] {
  const movements = change?.movements
  if (!movements?.gap || movements.gap.isZero || !movements.start || !movements.end) return []
  // What the areas leave unexplained is told of there.
  const { newest } = reported
  const isSumOfAreas = reported.origin === 'areas' && !movementKeys.some((key) => newest?.counts[key])
  const isSplit = change?.splits.some(({ kind }) => kind === 'areas')
  if (isSumOfAreas && isSplit) return []
  const { start, end, gap } = movements
  const at = reported.newest?.counts.poor?.at ?? placeOf(reported)
  return [
    problem('movements-do-not-balance', at, {
      indicator: indicator.id,
      start: start.toDecimal(),
      end: end.toDecimal(),
      expected: end.minus(gap).toDecimal(),
      by: gap.toDecimal(),
    }),
  ]
}

function poorChangeProblems({ indicator, change }: CompletionLine): readonly Problem[] {
  const stated = change?.reportedPoorChange
  if (!change?.poor || !stated || change.poor.equals(stated.value)) return []
  return [
    problem('poor-change-disagrees', stated.at, {
      indicator: indicator.id,
      stated: stated.value.toDecimal(),
      computed: change.poor.toDecimal(),
    }),
  ]
}

/** Says in what two figures differ that nobody may subtract or compare. */
function comparabilityProblems({ indicator, area, change }: CompletionLine, { newest }: Reported): readonly Problem[] {
  if (!newest) return []
  const ends = change?.differsIn ? [change.from, change.to] : [indicator, newest]
  const what = change?.differsIn ?? differenceIn(indicator, newest)
  const [from, to] = ends
  if (!what || !from || !to) return []
  const standard = from.standard ?? to.standard
  if (what === 'standard' && standard !== null && (from.standard === null || to.standard === null)) {
    const baseline = area ? indicator.baselinesByArea.get(area.id) : indicator.baseline
    const [side, at] = from.standard === null ? (['baseline', baseline?.at] as const) : (['actual', newest.at] as const)
    return [problem('standard-not-stated', at ?? newest.at, { indicator: indicator.id, side, standard })]
  }
  return [
    problem('not-comparable', newest.at, { indicator: indicator.id, what, from: from[what] ?? '', to: to[what] ?? '' }),
  ]
}

function publishedProblems({ indicator, published, achievement }: CompletionLine): readonly Problem[] {
  if (!published || !achievement || published.agrees !== false) return []
  const { value, decimals, at } = published.figure
  return [
    problem('published-disagrees', at, {
      indicator: indicator.id,
      published: value.toFixed(decimals),
      computed: achievement.times(Exact.HUNDRED).toFixed(Math.max(decimals, 2)),
    }),
  ]
}
