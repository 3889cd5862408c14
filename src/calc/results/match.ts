import { Exact } from '../../model/exact.ts'
import type { Figure, Name, Place } from '../../model/figure.ts'
import {
  addsUpOverAreas,
  boundsOf,
  type Indicator,
  isNumeric,
  liesIn,
  othersOf,
  providedId,
  stateOf,
  stateTexts,
  unitOf,
} from '../../model/indicator.ts'
import { pushTo } from '../../model/lists.ts'
import { type Observation, type PlanReference, povertyCounts } from '../../model/observation.ts'
import { contains, overlaps, type Period, yearBefore } from '../../model/period.ts'
import { cellId, type Plan, partsOfCell } from '../../model/plan.ts'
import { type Problem, type ProblemArguments, problem } from '../../model/problem.ts'
import { boundedSuggestions, type Suggestion, suggestionFor, suggestionsAmong } from '../../model/suggestion.ts'
import { accumulatedOver } from '../../model/target.ts'
import { composed } from '../../model/text.ts'

/** Everything that was read. */
export interface ReadInputs {
  readonly plans: readonly Plan[]
  readonly observations: readonly Observation[]
  readonly references: readonly PlanReference[]
  /** Results that were written but could not be read; null: of which indicator is not known. */
  readonly unreadResults: readonly {
    readonly plans: readonly string[]
    readonly indicator: string | null
    readonly because: Problem | null
  }[]
  /** Ids of plans that could not be read as a whole. */
  readonly unreadPlans: readonly string[]
}

/** A plan with what was reported on it. */
export interface MatchedPlan {
  readonly plan: Plan
  /** By indicator id, then by area id; the whole is under `null`. What ends first comes first, and of what ends on one day the shorter. */
  readonly observations: ReadonlyMap<string, ReadonlyMap<string | null, readonly Observation[]>>
  /** No observation ends after this day; null where there is none. */
  readonly newestEnd: number | null
  /** Whether any observation says where it was published. */
  readonly hasSources: boolean
  /** Indicators that a problem keeps out of the report, and the first such problem where it is known. */
  readonly broken: ReadonlyMap<string, Problem | null>
  /** What its own results say of the year before, as if of a plan of that year; null: nothing. */
  readonly earlier?: MatchedPlan | null
}

/** Of rows on a plan those that end by a day; all of them where it reports nothing later. */
export function rowsUpTo(
  day: number | null,
  rows: readonly Observation[],
  { newestEnd }: Pick<MatchedPlan, 'newestEnd'>,
): readonly Observation[] {
  if (day === null) return []
  return newestEnd !== null && newestEnd <= day ? rows : rows.filter(({ period }) => period.end <= day)
}

/** The day on which the newest figure ends that does not end after this one; null: there is none. */
export function newestUpTo({ observations, newestEnd }: MatchedPlan, day: number | null): number | null {
  if (day === null || newestEnd === null || newestEnd <= day) return newestEnd
  let newest: number | null = null
  for (const byArea of observations.values()) {
    for (const rows of byArea.values()) {
      const end = lastEnd(rows, day)
      if (end !== null && (newest === null || end > newest)) newest = end
    }
  }
  return newest
}

const lastEnd = (rows: readonly Observation[], day: number): number | null =>
  rows.findLast(({ period }) => period.end <= day)?.period.end ?? null

/** The id of the first indicator that reports up to a day; null: nothing was reported. */
export function newestOf({ plan, observations }: MatchedPlan, day: number | null): string | null {
  if (day === null) return null
  const isNewest = (rows: readonly Observation[]) => lastEnd(rows, day) === day
  const hasNewest = (id: string) => [...(observations.get(id)?.values() ?? [])].some(isNewest)
  return plan.indicators.find((each) => [each, ...othersOf(each)].some(({ id }) => hasNewest(id)))?.id ?? null
}

/** Each plan with the observations that answer it, and what answers none (CALCULATION §4, FORMATS §3). */
export function matched(inputs: ReadInputs): { plans: readonly MatchedPlan[]; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const drafts = new Map<string, Draft>()
  for (const plan of inputs.plans) {
    const first = drafts.get(plan.id)
    if (first) problems.push(problem('duplicate-id', plan.at, { id: plan.id, what: 'plan', first: first.plan.at }))
    else drafts.set(plan.id, draftOf(plan))
  }
  const suggest = boundedSuggestions()
  const unreadPlans = new Set(inputs.unreadPlans)
  for (const { plan, at } of inputs.references) {
    if (drafts.has(plan) || unreadPlans.has(plan)) continue
    problems.push(problem('unknown-plan', at, { plan, suggestion: suggest(plan, () => drafts.keys()) }))
  }
  // The rows of a document share the list of its plans.
  const unread = new Map<readonly string[], [indicator: string | null, because: Problem | null][]>()
  for (const { plans, indicator, because } of inputs.unreadResults) pushTo(unread, plans, [indicator, because])
  for (const [plans, indicators] of unread) {
    for (const { broken, indicators: known } of plans.flatMap((id) => drafts.get(id) ?? [])) {
      for (const [id, because] of indicators) {
        for (const each of id === null ? known.keys() : [id]) breakOff(broken, each, because)
      }
    }
  }
  // The rows of a table share the list of their plans, too.
  let plans: readonly string[] = []
  let named: readonly Draft[] = []
  for (const observation of inputs.observations) {
    if (observation.plans !== plans) {
      plans = observation.plans
      named = plans.flatMap((id) => drafts.get(id) ?? [])
    }
    place(observation, named, unreadPlans, problems)
  }
  const withEarlier = [...drafts.values()].flatMap((draft) => (draft.earlier ? [draft, draft.earlier] : [draft]))
  for (const { observations } of withEarlier) {
    for (const byArea of observations.values()) for (const rows of byArea.values()) rows.sort(byEnd)
  }
  for (const added of fractionDoubts([...drafts.values()])) problems.push(added)
  return { plans: [...drafts.values()], problems }
}

/** What ends first comes first, and of what ends on one day the shorter. */
export function byEnd({ period: a }: Observation, { period: b }: Observation): number {
  return a.end - b.end || b.start - a.start
}

interface Draft {
  readonly plan: Plan
  readonly indicators: ReadonlyMap<string, Indicator>
  /** Present and former area ids, to the present one. */
  readonly areas: ReadonlyMap<string, string>
  /** Ids of the groups of all breakdowns. */
  readonly groups: ReadonlySet<string>
  readonly observations: Map<string, Map<string | null, Observation[]>>
  newestEnd: number | null
  hasSources: boolean
  earlier: Draft | null
  readonly broken: Map<string, Problem | null>
  readonly indicatorLike: (word: string) => Suggestion
  readonly areaLike: (word: string) => Suggestion
}

function draftOf(plan: Plan): Draft {
  const areas = new Map<string, string>()
  for (const { id, was } of plan.areas) for (const former of was) areas.set(former, id)
  // One that is still there is not taken for what came after it.
  for (const { id } of plan.areas) areas.set(id, id)
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]))
  return {
    plan,
    indicators,
    areas,
    groups: new Set(plan.breakdowns.flatMap(({ groups }) => groups.map(({ id }) => id))),
    observations: new Map(),
    newestEnd: null,
    hasSources: false,
    earlier: null,
    broken: new Map(plan.unread.map((id) => [id, plan.unreadBecause?.get(id) ?? null])),
    indicatorLike: likeOf(() => [...indicators.keys(), ...plan.unread], plan.indicators),
    areaLike: likeOf(() => areas.keys(), plan.areas),
  }
}

/** A message lists several names. */
const LONGEST_TOLD = 80

/** An id for what looks like one, else a name, as tables have them. */
function likeOf(ids: () => Iterable<string>, named: readonly { readonly name: Name }[]) {
  const idLike = suggestionsAmong(ids)
  const names = () => named.flatMap(({ name }) => [name.vi, name.en]).filter((name) => name.length <= LONGEST_TOLD)
  const nameLike = suggestionsAmong(() => new Set(names()))
  return (word: string) => (/^[a-z0-9_-]*$/.test(word) ? idLike : nameLike)(word)
}

/** Puts an observation where it belongs: into each plan that it names, knows its indicator and holds its period. */
function place(
  observation: Observation,
  named: readonly Draft[],
  unreadPlans: ReadonlySet<string>,
  problems: Problem[],
): void {
  let [isAnswer, isHeld] = [false, false]
  for (const draft of named) {
    const indicator = draft.indicators.get(observation.indicator)
    if (!indicator) continue
    isAnswer = true
    const isIn = contains(periodAround(observation, draft.plan, indicator), observation.period)
    const isOfPlan = isIn && observation.isYearBefore !== 'all'
    const holder = isOfPlan ? draft : earlierOf(draft, observation)
    if (!holder) continue
    isHeld = true
    addTo(holder, indicator, inPercent(observation, indicator), problems)
  }
  if (isHeld) return
  const [first] = named
  if (isAnswer) {
    for (const draft of named) {
      const indicator = draft.indicators.get(observation.indicator)
      if (!indicator) continue
      const isYearBefore = observation.isYearBefore === 'all'
      const around = isYearBefore ? yearBefore(draft.plan.period) : periodAround(observation, draft.plan, indicator)
      const outside = problem('period-outside-plan', observation.periodAt ?? observation.at, {
        period: observation.period.text,
        plan: draft.plan.id,
        planPeriod: around.text,
        ...(overlaps(around, observation.period) && { isPartly: true }),
        ...(isYearBefore && { isYearBefore }),
      })
      breakOff(draft.broken, observation.indicator, outside)
      problems.push(outside)
    }
    return
  }
  const isUnread =
    observation.plans.some((id) => unreadPlans.has(id)) ||
    named.some((draft) => draft.broken.has(observation.indicator))
  if (first && !isUnread) problems.push(unknownIndicator(observation, first))
}

/** Where a figure belongs that is given as that of the year before: to no plan that was read, but beside this one. */
function earlierOf(draft: Draft, { isYearBefore, period }: Observation): Draft | null {
  const before = yearBefore(draft.plan.period)
  if (!isYearBefore || !contains(before, period)) return null
  draft.earlier ??= draftOf({ ...draft.plan, period: before })
  return draft.earlier
}

/** The plan's period; of what does not accumulate the year in which a figure begins. */
function periodAround({ period }: Observation, plan: Plan, indicator: Indicator): Period {
  return accumulatedOver(indicator, plan.period, period.start)
}

function unknownIndicator(observation: Observation, { plan, indicatorLike }: Draft): Problem {
  return problem('unknown-indicator', observation.at, {
    indicator: observation.indicator,
    plan: plan.id,
    suggestion: indicatorLike(observation.indicator),
  })
}

function addTo(draft: Draft, indicator: Indicator, observation: Observation, problems: Problem[]): void {
  const { area: written, groups } = partsOfCell(observation.area)
  const strange = groups.find((group) => !draft.groups.has(group))
  if (strange !== undefined) {
    const [breakdown = '', group = ''] = strange.split('=')
    const known = draft.plan.breakdowns.find(({ id }) => id === breakdown)
    const names = known
      ? known.groups.map(({ id }) => id.slice(breakdown.length + 1))
      : draft.plan.breakdowns.map(({ id }) => id)
    const args = {
      plan: draft.plan.id,
      breakdown,
      group: known ? group : null,
      suggestion: suggestionFor(known ? group : breakdown, names),
    }
    const unknown = problem('unknown-group', observation.groupsAt ?? observation.at, args)
    breakOff(draft.broken, indicator.id, unknown)
    problems.push(unknown)
    return
  }
  const area = written === null ? null : draft.areas.get(written)
  if (area === undefined) {
    const named = written ?? ''
    const args = { area: named, plan: draft.plan.id, suggestion: draft.areaLike(named) }
    const unknown = problem('unknown-area', observation.areaAt ?? observation.at, args)
    breakOff(draft.broken, indicator.id, unknown)
    problems.push(unknown)
    return
  }
  const before = problems.length
  const id = providedBy(observation, indicator, problems)
  if (id === null || !fits(observation, indicator, problems)) {
    breakOff(draft.broken, indicator.id, problems[before] ?? null)
    return
  }
  const { end } = observation.period
  if (draft.newestEnd === null || end > draft.newestEnd) draft.newestEnd = end
  draft.hasSources ||= hasSource(observation)
  let byArea = draft.observations.get(id)
  if (!byArea) {
    byArea = new Map()
    draft.observations.set(id, byArea)
  }
  pushTo(byArea, cellId(area, groups), observation)
}

/** What it is called among the observations: the indicator, or as another provider measures it; null: whose it is, is a problem. */
function providedBy({ provider, at }: Observation, indicator: Indicator, problems: Problem[]): string | null {
  const { id, providers } = indicator
  const known = providers ? [providers.judge, ...providers.others] : []
  if (known.length === 0 && (!provider || provider.isOfAll)) return id
  const text = provider?.text ?? ''
  const isLike = (name: string) => composed(name).toLowerCase() === composed(text).toLowerCase()
  const found = known.find((each) => each.id === text) ?? known.find(({ name }) => isLike(name.vi) || isLike(name.en))
  if (found) return found.id === providers?.judge.id ? id : providedId(id, found.id)
  const why = known.length === 0 ? 'none-named' : provider ? 'unknown' : 'not-stated'
  const ids = known.map((each) => each.id)
  const suggestion = why === 'unknown' ? suggestionFor(text, ids) : null
  const args = { indicator: id, why, provider: text, known: ids, suggestion } as const
  problems.push(problem('unknown-provider', provider?.at ?? at, args))
  return null
}

/** Keeps an indicator out; the first problem that does so is what is told of it. */
function breakOff(broken: Map<string, Problem | null>, id: string, because: Problem | null): void {
  if (!broken.get(id)) broken.set(id, because)
}

function hasSource({ source, value, cumulative, counts }: Observation): boolean {
  if (source || value?.source || cumulative?.source) return true
  for (const key of povertyCounts) if (counts[key]?.source) return true
  return false
}

/** With a rate that is written as a fraction of 1 in per cent: 0.12 is 12. */
function inPercent(observation: Observation, { type }: Indicator): Observation {
  const { value, fractions } = observation
  if (!fractions || value?.mark !== 'none' || unitOf(type) !== 'percent') return observation
  const decimals = Math.max(0, value.decimals - 2)
  return { ...observation, value: { ...value, value: value.value.times(Exact.HUNDRED), decimals } }
}

/** Whether an indicator of this type can have all that was reported of it; else what it cannot have is a problem. */
function fits(observation: Observation, indicator: Indicator, problems: Problem[]): boolean {
  const { type } = indicator
  const before = problems.length
  const unit = unitOf(type)
  const { value, cumulative, state, counts } = observation
  const misplaced = (key: string, figure: Figure) =>
    problems.push(problem('key-not-for-type', figure.at, { key, type }))
  const isNoDay = (text: string, at: Place) =>
    problems.push(problem('bad-value', at, { written: text, expected: 'date', suggestion: null }))
  if (type === 'task') {
    const given = value ?? (state && !stateOf(indicator, state.text) ? state : null)
    const expected = stateTexts(indicator)
    if (given) {
      const args = { written: given.text, expected, suggestion: value ? null : suggestionFor(given.text, expected) }
      problems.push(problem('bad-value', given.at, args))
    }
  } else if (type === 'date') {
    if (value && !value.isDay) isNoDay(value.text, value.at)
    if (state) isNoDay(state.text, state.at)
  } else if (type === 'text') {
    const given = value?.isDay ? null : (value ?? (state && !stateOf(indicator, state.text) ? state : null))
    if (given) {
      problems.push(problem('bad-value', given.at, { written: given.text, expected: 'text', suggestion: null }))
    }
  } else {
    if (value?.isDay) {
      problems.push(problem('not-a-number', value.at, { written: value.text, notation: null, why: 'other' }))
    }
    if (state) problems.push(state.asNumber)
  }
  if (cumulative && type !== 'count') misplaced('cumulative', cumulative)
  if (observation.standardError && type !== 'rate' && type !== 'poverty-rate') {
    problems.push(problem('key-not-for-type', observation.at, { key: 'se', type }))
  }
  const { mpi, halfMpi, standardError } = observation
  if (standardError?.isZero) {
    const at = observation.standardErrorAt ?? observation.at
    problems.push(problem('bad-value', at, { written: '0', expected: 'above-zero', suggestion: null }))
  }
  if (mpi && type !== 'index') misplaced('mpi', mpi.headcount)
  if (halfMpi) problems.push(problem('missing-key', halfMpi.part.at, { key: halfMpi.lacks, of: 'observation' }))
  for (const part of mpi ? [mpi.headcount, mpi.intensity] : []) {
    if (liesIn('rate-0-100', part)) continue
    problems.push(problem('bad-value', part.at, { written: part.text, expected: 'rate-0-100', suggestion: null }))
  }
  if (type !== 'poverty-rate') {
    for (const key of povertyCounts) if (counts[key]) misplaced(key, counts[key])
  }
  for (const figure of [value, cumulative]) {
    if (!figure || !isNumeric(type) || type === 'index' || figure.mark === 'none' || figure.mark === unit) continue
    problems.push(problem('unit-mismatch', figure.at, { written: figure.text, found: figure.mark, expected: unit }))
  }
  const bounds = boundsOf(indicator)
  if (bounds && value && !value.isDay && !liesIn(bounds, value)) {
    problems.push(problem('bad-value', value.at, { written: value.text, expected: bounds, suggestion: null }))
  }
  const sums = observation.rows?.reported ?? 1
  const summed = value ?? observation.mpi?.headcount
  if (summed && sums > 1 && !addsUpOverAreas(type)) {
    problems.push(problem('cannot-be-summed', summed.at, { indicator: observation.indicator, type, rows: sums }))
  }
  return problems.length === before
}

type Doubt = ProblemArguments['fraction-or-percent']

/** A rate without a mark that says what it is, and the figures that it is held against. */
interface UnmarkedRate extends Pick<Figure, 'value' | 'text' | 'at'> {
  readonly of: Doubt['of']
  readonly indicator: Indicator
  readonly others: readonly { readonly what: Doubt['against']; readonly value: Exact }[]
}

/** So many times the largest rate of a table, a target or baseline is no figure of the same kind. */
const TIMES = Exact.of(10n)

/**
 * Tables and files of results that may give rates as fractions of 1, 0.12 for 12%, and do not say so: all of their rates are
 * between 0 and 1, and a target or baseline is at least ten times above the largest. Likewise the targets of a plan, and its
 * results. Each is told of once, by the first such rate.
 */
function fractionDoubts(plans: readonly Pick<MatchedPlan, 'plan' | 'observations'>[]): readonly Problem[] {
  const groups = new Map<string, UnmarkedRate[]>()
  const add = (of: Doubt['of'], rate: Omit<UnmarkedRate, 'of'>) => {
    pushTo(groups, JSON.stringify([of, rate.at.file, rate.at.sheet]), { ...rate, of })
  }
  for (const { plan, observations } of plans) {
    for (const indicator of plan.indicators.flatMap((each) => [each, ...othersOf(each)])) {
      if (unitOf(indicator.type) !== 'percent') continue
      const { target: stated, baseline } = indicator
      const target = stated && targetValue(stated.target)
      const started = baseline?.value?.value
      const aims = [
        ...(target ? [{ what: 'target', value: target } as const] : []),
        ...(started ? [{ what: 'baseline', value: started } as const] : []),
      ]
      const actuals: UnmarkedRate['others'][number][] = []
      for (const rows of observations.get(indicator.id)?.values() ?? []) {
        for (const { value, fractions } of rows) {
          if (value) actuals.push({ what: 'actual', value: value.value })
          if (value?.mark !== 'none' || typeof fractions === 'boolean') continue
          add(fractions === null ? 'table' : 'results', { ...value, indicator, others: aims })
        }
      }
      if (!stated || !target || stated.text.includes('%')) continue
      add('plan', { value: target, text: stated.text, at: stated.at, indicator, others: actuals })
    }
  }
  return [...groups.values()].flatMap((rates) => doubtAbout(rates) ?? [])
}

function doubtAbout(rates: readonly UnmarkedRate[]): Problem | null {
  let largest = Exact.ZERO
  for (const { value } of rates) {
    if (value.sign < 0) return null
    if (value.isAbove(largest)) largest = value
  }
  if (largest.isZero || largest.isAbove(Exact.ONE)) return null
  const limit = largest.times(TIMES)
  const doubtful = rates.flatMap((rate) => {
    const against = rate.value.isZero ? undefined : rate.others.find(({ value }) => value.compare(limit) >= 0)
    return against ? [{ ...rate, against }] : []
  })
  const [first] = doubtful.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
  if (!first) return null
  const { of, value, text, at, indicator, against } = first
  return problem('fraction-or-percent', at, {
    of,
    indicator: indicator.id,
    written: text,
    percent: value.toDecimal(),
    asFraction: value.times(Exact.HUNDRED).toDecimal(),
    against: against.what,
    value: against.value.toDecimal(),
  })
}

/** The figure that is aimed at; null: it is no figure, or a change. */
function targetValue(target: NonNullable<Indicator['target']>['target']): Exact | null {
  if (target.kind === 'between') return target.range.high
  return 'value' in target ? target.value : null
}
