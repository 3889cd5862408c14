import { Exact } from '../../model/exact.ts'
import { addsUpOverAreas, type Baseline, type Indicator, isChangeTarget, type Target } from '../../model/indicator.ts'
import { sameSpan } from '../../model/period.ts'
import type { Area, Plan } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { type CompletionLine, lineKey, placeOfLine } from '../../model/report.ts'
import { baselineValue, plannedChange } from '../../model/target.ts'
import { areasBelow, existingAreas } from '../areas/areas.ts'
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

/**
 * What is wrong between wholes and their parts (CALCULATION §4): a part larger than its whole over the same
 * period, and parts said to be all of it whose actuals do not sum to it. Parts are never added to the whole.
 */
export function partProblems(lines: readonly CompletionLine[]): readonly Problem[] {
  const byKey = new Map(lines.map((line) => [lineKey(line.indicator.id, line.area?.id ?? null), line]))
  const problems: Problem[] = []
  for (const whole of lines) {
    const { indicator } = whole
    if (!addsUpOverAreas(indicator.type)) continue
    const parts = indicator.parts.flatMap((id) => byKey.get(lineKey(id, whole.area?.id ?? null)) ?? [])
    for (const part of parts) for (const added of excess(part, whole)) problems.push(added)
    // A part that an error keeps out has no line.
    const areAll = indicator.exhaustive && parts.length > 0 && parts.length === indicator.parts.length
    if (areAll) for (const added of wrongSum(parts, whole)) problems.push(added)
  }
  return problems
}

function excess(part: CompletionLine, whole: CompletionLine): readonly Problem[] {
  if (!part.actual || !whole.actual || part.indicator.type !== whole.indicator.type) return []
  // What falls elsewhere may outweigh it.
  if (whole.indicator.canFall) return []
  // What is still missing from the whole may be in the part.
  if (!coversTheSame(part, whole) || whole.partial || !part.actual.isAbove(whole.actual)) return []
  return [
    problem('part-exceeds-whole', placeOfLine(part), {
      what: 'actuals',
      part: part.indicator.id,
      whole: whole.indicator.id,
      partValue: part.actual.toDecimal(),
      wholeValue: whole.actual.toDecimal(),
    }),
  ]
}

function wrongSum(parts: readonly CompletionLine[], whole: CompletionLine): readonly Problem[] {
  const actuals = parts.map(({ actual }) => actual)
  if (!whole.actual || !actuals.every((actual) => actual !== null)) return []
  if (!parts.every((part) => coversTheSame(part, whole) && part.partial === null) || whole.partial) return []
  const sum = Exact.sum(actuals)
  if (sum.equals(whole.actual)) return []
  return [
    problem('parts-do-not-sum', placeOfLine(whole), {
      indicator: whole.indicator.id,
      what: 'actuals',
      whole: whole.actual.toDecimal(),
      parts: sum.toDecimal(),
    }),
  ]
}

function coversTheSame(a: CompletionLine, b: CompletionLine): boolean {
  return a.actualPeriod !== null && b.actualPeriod !== null && sameSpan(a.actualPeriod, b.actualPeriod)
}

/**
 * Targets of areas that do not sum to the target of the whole, or of the area around them (CALCULATION §4). Only what
 * adds up over areas is compared, and only where every area of a level has a target, all of one kind.
 */
export function areaTargetProblems(plan: Plan): readonly Problem[] {
  const during = areasBelow(existingAreas(plan, plan.period), []).areas
  const atEnd = areasBelow(existingAreas(plan, { start: plan.period.end, end: plan.period.end }), []).areas
  return plan.indicators.flatMap((indicator) => {
    if (!addsUpOverAreas(indicator.type) || indicator.targetsByArea.size === 0) return []
    // A flow is that of all areas there were, a stock that of the areas there are at the end.
    const levels = indicator.type === 'count' ? during : atEnd
    return [...levels].flatMap(([around, areas]) => levelProblems(plan, indicator, around, areas))
  })
}

function levelProblems(
  plan: Plan,
  indicator: Indicator,
  around: string | null,
  areas: readonly Area[],
): readonly Problem[] {
  const [whole, ...revised] = wholeTargets(indicator, around).reverse()
  const amounts = (target: Target, area: string | null) =>
    amountsOf(target, area === null ? indicator.baseline : (indicator.baselinesByArea.get(area) ?? null), plan)
  const aims = areas.map(({ id }) => {
    const target = indicator.targetsByArea.get(id)?.target
    return target && target.kind === whole?.target.kind ? amounts(target, id) : null
  })
  const known = aims.filter((aim) => aim !== null)
  if (!whole || known.length < aims.length) return []
  const sums = (known[0] ?? []).map((_, end) => Exact.sum(known.flatMap((aim) => aim[end] ?? [])))
  const differing = (target: Target) => {
    const aim = amounts(target, around)
    return aim?.length === sums.length ? sums.findIndex((sum, end) => !aim[end]?.equals(sum)) : -1
  }
  // Areas keep the targets that they were given first, until somebody revises them as well.
  if (revised.some(({ target }) => target.kind === whole.target.kind && differing(target) === -1)) return []
  const end = differing(whole.target)
  const [target, sum] = [amounts(whole.target, around)?.[end], sums[end]]
  if (!target || !sum) return []
  const figures = { target: target.toDecimal(), sum: sum.toDecimal() }
  return [problem('area-targets-do-not-sum', whole.at, { indicator: indicator.id, area: around, ...figures })]
}

/** The target of the whole and what replaced it, or that of an area. */
function wholeTargets({ target, revisions, targetsByArea }: Indicator, area: string | null) {
  if (area === null) return target ? [target, ...revisions] : []
  const own = targetsByArea.get(area)
  return own ? [own] : []
}

/** What a target asks for in the unit, or the ends of its range; null where that cannot be told. */
function amountsOf(target: Target, baseline: Baseline | null, plan: Plan): readonly Exact[] | null {
  if (target.kind === 'done') return null
  if (target.kind === 'between') return [target.range.low, target.range.high]
  return isChangeTarget(target) ? plannedChange(target, baselineValue(baseline), plan.period) : [target.value]
}
