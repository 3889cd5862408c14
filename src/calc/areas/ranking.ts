import { Exact } from '../../model/exact.ts'
import { addsUpOverAreas } from '../../model/indicator.ts'
import { pushTo } from '../../model/lists.ts'
import type { Area } from '../../model/plan.ts'
import type { CompletionLine, Rank } from '../../model/report.ts'

/** How the areas of one indicator stand among those beside them. */
export interface Ranking {
  readonly ranks: ReadonlyMap<CompletionLine, Rank>
  /** What each lacks, as a share of what is missing in all of them. */
  readonly shortfallShares: ReadonlyMap<CompletionLine, Exact>
}

/**
 * The place of each area among those beside it, and its share of what is missing there; the lines are those of one
 * indicator.
 *
 * `allOf` is what the rate of an area is a rate of (its households); null where that is not known.
 */
export function rankingOf(lines: readonly CompletionLine[], allOf: (area: Area) => Exact | null): Ranking {
  const ranks = new Map<CompletionLine, Rank>()
  const shares = new Map<CompletionLine, Exact>()
  for (const siblings of linesBySurroundingArea(lines).values()) {
    for (const [line, rank] of ranksOf(siblings)) ranks.set(line, rank)
    for (const [line, share] of sharesOfShortfall(siblings, allOf)) shares.set(line, share)
  }
  return { ranks, shortfallShares: shares }
}

function linesBySurroundingArea(lines: readonly CompletionLine[]): ReadonlyMap<string, CompletionLine[]> {
  const siblings = new Map<string, CompletionLine[]>()
  for (const line of lines) {
    if (!line.area) continue
    pushTo(siblings, `${line.area.of ?? ''}/${line.area.parent ?? ''}`, line)
  }
  return siblings
}

/** By achievement, the highest first; exactly equal ones share a place, and the next one counts them all: 1, 2, 2, 4. */
function ranksOf(siblings: readonly CompletionLine[]): ReadonlyMap<CompletionLine, Rank> {
  const achieved = siblings.flatMap((line) => (line.achievement ? [{ line, achievement: line.achievement }] : []))
  achieved.sort((a, b) => b.achievement.compare(a.achievement))
  const ranks = new Map<CompletionLine, Rank>()
  let place = 1
  achieved.forEach(({ line, achievement }, index) => {
    if (achieved[index - 1]?.achievement.equals(achievement) === false) place = index + 1
    ranks.set(line, { place, of: achieved.length })
  })
  return ranks
}

/**
 * What each area that falls short of its target lacks, as a share of what all of them lack: they sum to exactly 1. Of
 * counts and stocks in their unit; of rates in households, the points times what they are points of, which has to be
 * known of each. Nothing else adds up over areas.
 */
function sharesOfShortfall(
  siblings: readonly CompletionLine[],
  allOf: (area: Area) => Exact | null,
): ReadonlyMap<CompletionLine, Exact> {
  const lacks = new Map<CompletionLine, Exact>()
  for (const line of siblings) {
    if (!line.variance || line.favourable !== false) continue
    const weight = weightOf(line, allOf)
    if (!weight) return new Map()
    lacks.set(line, line.variance.abs().times(weight))
  }
  const all = Exact.sum(lacks.values())
  if (all.isZero) return new Map()
  return new Map([...lacks].map(([line, lack]) => [line, lack.dividedBy(all)]))
}

function weightOf({ indicator, area }: CompletionLine, allOf: (area: Area) => Exact | null): Exact | null {
  if (addsUpOverAreas(indicator.type)) return Exact.ONE
  return area && allOf(area)
}
