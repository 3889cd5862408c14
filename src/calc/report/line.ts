import { Exact } from '../../model/exact.ts'
import type { Indicator, PeriodTarget, Revision, StatedTarget, Target } from '../../model/indicator.ts'
import { periodFrom, sameSpan } from '../../model/period.ts'
import type { Area, Plan } from '../../model/plan.ts'
import type { Interval } from '../../model/poverty-rate.ts'
import type { Problem } from '../../model/problem.ts'
import type { CompletionLine, Input, LineDerivation, TargetChoice } from '../../model/report.ts'
import { accumulatedOver, baselineOf, baselineValue, endTarget, targetOn } from '../../model/target.ts'
import { figureAgrees } from '../audit/printed.ts'
import {
  type AreaEnds,
  changeOf,
  differenceBetween,
  endInterval,
  hasRelativeChange,
  measurementOf,
  movementsWithoutRates,
  signedAs,
} from '../poverty/change.ts'
import { type KnownTimes, type OtherTimes, otherTimes } from '../results/other-times.ts'
import type { Reported } from '../results/reported.ts'
import { inputsOf } from '../results/reported.ts'
import { achievementInterval, point, printedInterval } from '../target/achievement.ts'
import type { Since } from '../target/expectation.ts'
import { type Case, type Judged, judgement, otherJudgement, plannedIn, termsIn } from '../target/judgement.ts'
import { lineProblems } from './problems.ts'

/** What one line is made from. */
interface LineParts {
  readonly plan: Plan
  readonly indicator: Indicator
  readonly area: Area | null
  readonly reported: Reported
  /** Day number; null when nothing was reported at all. */
  readonly asOf: number | null
  readonly targets: TargetChoice
  readonly times: KnownTimes
  readonly areaEnds: readonly AreaEnds[] | null
}

/** One indicator, in the whole or in one area, held against its target. */
export function completionLine(parts: LineParts, problems: Problem[]): LateLine {
  const { plan, indicator, area, reported, asOf } = parts
  const { target, original, before, originalBefore } = targetInForce(parts)
  const baseline = baselineOf({ indicator, area })
  const from = baselineValue(baseline)
  const planned = plannedIn({ plan, baseline: from }, target?.target ?? null)
  const change = baseline
    ? changeOf({ indicator, baseline, reported, planned: signedAs(target?.target, planned), areas: parts.areaEnds })
    : null
  const since = (stated: StatedTarget | null, former: PeriodTarget | null) => sinceOf(stated, former, parts, from)
  const span = spanOf(parts, target)
  const given: Case = { plan, indicator, span, reported, baseline: from, change, asOf, since: since(target, before) }
  const judged = judgement(given, target?.target ?? null)
  const facts: LineFacts = {
    indicator,
    area,
    span,
    target,
    originalTarget: original,
    actual: reported.actual,
    origin: reported.origin,
    state: reported.state,
    actualPeriod: reported.period,
    status: reported.status,
    partial: reported.partial,
    measurement: measurementOf(reported.newest, indicator),
    standardError: (reported.origin === 'reported' && reported.newest?.standardError) || null,
    original: original && otherJudgement({ ...given, since: since(original, originalBefore) }, original),
    published: publishedOf(given, target?.target ?? null, judged),
    change,
    movements: change ? change.movements : baseline && movementsWithoutRates(baseline, reported),
    superseded: reported.superseded,
  }
  const line = new LateLine(facts, judged, lateParts(parts, facts, given))
  for (const found of lineProblems(line, reported)) problems.push(found)
  return line
}

/** A function by itself, so that a line keeps nothing but what it needs. */
function lateParts(
  { indicator, area, reported, times }: LineParts,
  { target, originalTarget }: LineFacts,
  given: Case,
): LateParts {
  const baseline = baselineOf({ indicator, area })
  return {
    inputs: () => inputsOf(target, originalTarget, baseline, reported, area),
    times: () => otherTimes({ indicator, area, reported }, times),
    derivation: () => judgement(given, target?.target ?? null).derivation,
  }
}

function targetInForce({ indicator, area, asOf, targets }: LineParts): {
  target: StatedTarget | null
  original: StatedTarget | null
  /** Of targets of parts of the plan: those before. */
  before: PeriodTarget | null
  originalBefore: PeriodTarget | null
} {
  const none = { original: null, before: null, originalBefore: null }
  if (area) return { ...none, target: indicator.targetsByArea.get(area.id) ?? null }
  const first = targetOn(indicator.targetsByPeriod, asOf)
  const original = first.inForce ?? indicator.target
  if (targets === 'original') return { ...none, target: original, before: first.before }
  let newest: Revision | null = null
  for (const revision of indicator.revisions) {
    const decided = asOf !== null && revision.date <= asOf
    if (decided && (!newest || revision.date >= newest.date)) newest = revision
  }
  if (!newest) return { ...none, target: original, before: first.before }
  const { inForce, before } = targetOn(newest.targetsByPeriod ?? [], asOf)
  return { target: inForce ?? newest, original, before, originalBefore: first.before }
}

/** A running total counts from 0 at the start of the plan, all else from its baseline. */
function sinceOf(
  stated: StatedTarget | null,
  before: PeriodTarget | null,
  { plan, indicator }: LineParts,
  baseline: Exact | null,
): Since | null {
  if (!stated?.period || !indicator.accumulates) return null
  if (!before) return { day: plan.period.start - 1, value: indicator.type === 'count' ? Exact.ZERO : baseline }
  const planned = plannedIn({ plan, baseline }, before.target)
  return { day: before.period.end, value: endTarget(before.target, baseline, planned) }
}

/**
 * A target of a part of the plan is for the time up to its end, that of a year for itself for that year. An area that comes
 * or goes while the plan runs has its target for the days on which it is there.
 */
function spanOf({ plan, indicator, area, asOf }: LineParts, target: StatedTarget | null): Plan['period'] {
  const around = accumulatedOver(indicator, plan.period, asOf)
  const last = (target?.period ?? around).end
  const start = Math.max(around.start, area?.from ?? around.start)
  const end = Math.min(last, area?.until ?? last)
  return sameSpan({ start, end }, plan.period) ? plan.period : periodFrom(start, end)
}

/** What of a line is calculated when it is first read. */
interface LateParts {
  readonly inputs: () => readonly Input[]
  readonly times: () => OtherTimes
  readonly derivation: () => LineDerivation
}

/** What of a line is known at once, beside how it is judged. */
type LineFacts = Omit<
  CompletionLine,
  keyof Judged | 'inputs' | keyof OtherTimes | 'rank' | 'shortfallShare' | 'partialTarget' | 'otherProviders'
>

/**
 * A line of a report. Of thousands of areas few formats show the inputs and other times, which take more work and memory
 * than all else: they are put together when they are asked for. Its place among other areas is set once all are known.
 */
class LateLine implements CompletionLine {
  readonly indicator: CompletionLine['indicator']
  readonly area: CompletionLine['area']
  readonly span: CompletionLine['span']
  readonly target: CompletionLine['target']
  readonly originalTarget: CompletionLine['originalTarget']
  readonly actual: CompletionLine['actual']
  readonly origin: CompletionLine['origin']
  readonly state: CompletionLine['state']
  readonly actualPeriod: CompletionLine['actualPeriod']
  readonly status: CompletionLine['status']
  readonly partial: CompletionLine['partial']
  readonly measurement: CompletionLine['measurement']
  readonly standardError: CompletionLine['standardError']
  readonly variance: CompletionLine['variance']
  readonly favourable: CompletionLine['favourable']
  readonly formula: CompletionLine['formula']
  readonly achievement: CompletionLine['achievement']
  readonly achievementInterval: CompletionLine['achievementInterval']
  readonly undefinedReason: CompletionLine['undefinedReason']
  readonly used: CompletionLine['used']
  readonly progress: CompletionLine['progress']
  readonly verdict: CompletionLine['verdict']
  readonly standing: CompletionLine['standing']
  readonly expected: CompletionLine['expected']
  readonly pace: CompletionLine['pace']
  readonly forecast: CompletionLine['forecast']
  readonly required: CompletionLine['required']
  readonly original: CompletionLine['original']
  readonly published: CompletionLine['published']
  readonly change: CompletionLine['change']
  readonly movements: CompletionLine['movements']
  readonly superseded: CompletionLine['superseded']
  rank: CompletionLine['rank'] = null
  shortfallShare: CompletionLine['shortfallShare'] = null
  partialTarget: CompletionLine['partialTarget'] = null
  otherProviders: CompletionLine['otherProviders'] = []
  readonly #late: LateParts
  #times: OtherTimes | null = null

  /** Key by key: copying so many at once takes ten times as long. */
  constructor(facts: LineFacts, judged: Judged, late: LateParts) {
    this.indicator = facts.indicator
    this.area = facts.area
    this.span = facts.span
    this.target = facts.target
    this.originalTarget = facts.originalTarget
    this.actual = facts.actual
    this.origin = facts.origin
    this.state = facts.state
    this.actualPeriod = facts.actualPeriod
    this.status = facts.status
    this.partial = facts.partial
    this.measurement = facts.measurement
    this.standardError = facts.standardError
    this.variance = judged.variance
    this.favourable = judged.favourable
    this.formula = judged.formula
    this.achievement = judged.achievement
    this.achievementInterval = judged.achievementInterval
    this.undefinedReason = judged.undefinedReason
    this.used = judged.used
    this.progress = judged.progress
    this.verdict = judged.verdict
    this.standing = judged.standing
    this.expected = judged.expected
    this.pace = judged.pace
    this.forecast = judged.forecast
    this.required = judged.required
    this.original = facts.original
    this.published = facts.published
    this.change = facts.change
    this.movements = facts.movements
    this.superseded = facts.superseded
    this.#late = late
  }

  get inputs(): readonly Input[] {
    // Whoever reads them reads them several times before those of the next line; all of them would fill the memory.
    if (latest?.line !== this) latest = { line: this, inputs: this.#late.inputs() }
    return latest.inputs
  }

  get derivation(): LineDerivation {
    return this.#late.derivation()
  }

  get inPeriod(): OtherTimes['inPeriod'] {
    return this.#otherTimes().inPeriod
  }

  get lastYear(): OtherTimes['lastYear'] {
    return this.#otherTimes().lastYear
  }

  get previous(): OtherTimes['previous'] {
    return this.#otherTimes().previous
  }

  get increments(): OtherTimes['increments'] {
    return this.#otherTimes().increments
  }

  #otherTimes(): OtherTimes {
    this.#times ??= this.#late.times()
    return this.#times
  }
}

/** What others give for a line: those of them that have a figure, beside the one that judges. */
export function besideLine(
  judged: CompletionLine,
  others: readonly (CompletionLine | undefined)[],
): CompletionLine['otherProviders'] {
  const providers = judged.indicator.providers?.others ?? []
  return providers.flatMap((provider, index): CompletionLine['otherProviders'] => {
    const line = others[index]
    const value = line?.actual
    if (!line || !value) return []
    const isOfOneTime = judged.actualPeriod && line.actualPeriod && sameSpan(judged.actualPeriod, line.actualPeriod)
    const { type } = judged.indicator
    if (!judged.actual || !isOfOneTime) return [{ provider, line, beside: null }]
    const difference = differenceBetween(judged.measurement, line.measurement)
    // Each has its own method.
    const differsIn = difference === 'method' ? null : difference
    const absolute = differsIn ? null : value.minus(judged.actual)
    const relative = absolute && hasRelativeChange(type, judged.actual) ? absolute.dividedBy(judged.actual) : null
    return [{ provider, line, beside: { differsIn, absolute, relative } }]
  })
}

let latest: { readonly line: LateLine; readonly inputs: readonly Input[] } | null = null

/**
 * The completion that was printed about a result, and whether it is the calculated one: as rounded half-up, half-even or
 * truncated, or because the figures that it was calculated from were rounded before they were printed (CALCULATION §7).
 */
function publishedOf(given: Case, target: Target | null, judged: Judged): CompletionLine['published'] {
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
