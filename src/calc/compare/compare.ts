import type {
  Absence,
  ComparedPlans,
  ComparedRow,
  ComparedYear,
  LonePlan,
  PlanChain,
  PreviousFigure,
  ReasonToStandAlone,
  Relation,
  RelationObstacle,
} from '../../model/compare.ts'
import { Exact } from '../../model/exact.ts'
import {
  addsUpOverAreas,
  type Baseline,
  type Indicator,
  isChangeTarget,
  isNumeric,
  type Measurement,
  unitOf,
} from '../../model/indicator.ts'
import { pushTo } from '../../model/lists.ts'
import { civilDate, commonGrain, dayCount, grainCount, type Period } from '../../model/period.ts'
import type { Plan, Section } from '../../model/plan.ts'
import type { CompletionLine, PlanReport, Report } from '../../model/report.ts'
import { baselineOf, baselineValue, endTarget, plannedChange } from '../../model/target.ts'
import { composed } from '../../model/text.ts'
import { differenceBetween } from '../poverty/change.ts'
import { agreesWithinRounding } from '../results/counts.ts'
import { worstStatus } from '../results/reported.ts'
import { areasBefore, type EarlierAreas, planBefore } from './follows.ts'

/**
 * Plans beside the plans that they follow.
 *
 * Where several plans follow one, the first of them goes on with its chain and each other begins one with that plan, so
 * that every link is compared once.
 */
export function comparedPlans({ plans }: Report): ComparedPlans {
  const byId = new Map(plans.map((report) => [report.plan.id, report]))
  const before = new Map(plans.map((report) => [report, planBefore(report, byId)]))
  const after = new Map<PlanReport, PlanReport[]>()
  for (const report of plans) {
    const earlier = before.get(report)
    if (typeof earlier !== 'object') continue
    pushTo(after, earlier, report)
  }
  const chains: PlanReport[][] = []
  for (const report of plans) {
    const earlier = before.get(report)
    const isFirst = typeof earlier !== 'object'
    if (isFirst && after.has(report)) chains.push(chainFrom([report], after))
    if (!isFirst && after.get(earlier)?.[0] !== report) chains.push(chainFrom([earlier, report], after))
  }
  const alone = plans.flatMap((plan) => lonePlan(plan, before.get(plan), after.has(plan)))
  return { chains: chains.map(chainOf), alone }
}

function chainFrom(begun: PlanReport[], after: ReadonlyMap<PlanReport, readonly PlanReport[]>): PlanReport[] {
  const chain = begun
  for (let next = lastFollower(chain, after); next; next = lastFollower(chain, after)) chain.push(next)
  return chain
}

function lastFollower(chain: readonly PlanReport[], after: ReadonlyMap<PlanReport, readonly PlanReport[]>) {
  const last = chain.at(-1)
  return last && after.get(last)?.[0]
}

function lonePlan({ plan }: PlanReport, before: PlanReport | ReasonToStandAlone | undefined, isFollowed: boolean) {
  if (typeof before !== 'string') return []
  // The first of a chain follows none, as it should; a plan that names one which is not there is told of all the same.
  const lone: LonePlan = { plan, why: before }
  return isFollowed && before === 'follows-none' ? [] : [lone]
}

const chainOf = (plans: readonly PlanReport[]): PlanChain => ({ plans, rows: comparedRows(plans) })

/** The indicators of plans that follow one another, each with its years; the whole before its areas. */
function comparedRows(plans: readonly PlanReport[]): readonly ComparedRow[] {
  const tables = plans.map(tableOf)
  const earlier = plans.map((report, index) => areasBefore(report.plan.areas, plans[index - 1]?.plan.areas ?? []))
  return mergedOrder(plans).flatMap(({ id, depth, section }) =>
    pathsOf(id, tables, earlier).flatMap((path): ComparedRow[] => {
      const lines = path.map(({ line }) => line)
      const newest = lines.findLast((line) => line !== null)
      const indicator = newest?.indicator
      return indicator
        ? [{ indicator, area: newest.area, section, depth, years: yearsOf(id, path, plans, tables) }]
        : []
    }),
  )
}

/** The lines of one plan by indicator, then by area; the whole is under null. */
type LineTable = ReadonlyMap<string, ReadonlyMap<string | null, CompletionLine>>

function tableOf({ lines }: PlanReport): LineTable {
  const table = new Map<string, Map<string | null, CompletionLine>>()
  for (const line of lines) {
    const byArea = table.get(line.indicator.id) ?? new Map<string | null, CompletionLine>()
    table.set(line.indicator.id, byArea.set(line.area?.id ?? null, line))
  }
  return table
}

/** What stands in one year of a row. */
interface Stop {
  readonly line: CompletionLine | null
  /** The areas that the one of this year was made of, where they are not one. */
  readonly madeOf: readonly string[]
}

const nowhere: Stop = { line: null, madeOf: [] }

/** The ways that the whole and each area take through the years: by id, or by the ids that an area had before. */
function pathsOf(id: string, tables: readonly LineTable[], earlier: readonly EarlierAreas[]): readonly Stop[][] {
  const paths: Stop[][] = []
  const ways = new Map<string | null, Stop[]>()
  for (let year = tables.length - 1; year >= 0; year--) {
    // A year without a figure does not end a path: the id is looked for in the years before as well.
    const here = new Map(ways)
    const byArea = tables[year]?.get(id)
    for (const [area, line] of byArea ?? []) {
      const path = ways.get(area) ?? newPath(paths, tables.length)
      const madeOf = area === null ? [] : (earlier[year]?.get(area) ?? [])
      path[year] = { line, madeOf: madeOf.length > 1 ? madeOf : [] }
      here.set(area, path)
    }
    ways.clear()
    for (const [area, path] of here) {
      const before = area === null ? [null] : (earlier[year]?.get(area) ?? [area])
      const [only] = before
      if (before.length === 1 && only !== undefined) ways.set(only, path)
    }
  }
  return paths
}

function newPath(paths: Stop[][], years: number): Stop[] {
  const path = Array<Stop>(years).fill(nowhere)
  paths.push(path)
  return path
}

function yearsOf(
  id: string,
  path: readonly Stop[],
  plans: readonly PlanReport[],
  tables: readonly LineTable[],
): readonly ComparedYear[] {
  return plans.map((report, year) => {
    const { line, madeOf } = path[year] ?? nowhere
    const before = plans[year - 1]
    const parts = madeOf.map((area) => tables[year - 1]?.get(id)?.get(area) ?? null)
    return comparedYear({
      line,
      absent: line ? null : absenceOf(id, report),
      plan: report.plan,
      before: before ? { plan: before.plan, line: path[year - 1]?.line ?? null, parts } : null,
    })
  })
}

const absenceOf = (id: string, { leftOut }: PlanReport): Absence => (leftOut.includes(id) ? 'left-out' : 'not-in-plan')

/** Where an indicator stands among those of all plans. */
interface Position {
  readonly id: string
  /** How many wholes it is a part of. */
  readonly depth: number
  readonly section: Section | null
}

/**
 * The indicators of several plans in one order: that of the newest plan. What only an older one has stands behind what
 * it stood behind there; indicators of one section stand together, parts behind their whole.
 */
function mergedOrder(plans: readonly PlanReport[]): readonly Position[] {
  const order: Order = { below: new Map(), sections: new Map() }
  for (const report of plans.toReversed()) takeInto(order, report)
  const bySection = new Map<string | null, string[]>()
  for (const id of order.below.get(null) ?? []) listed(bySection, order.sections.get(id)?.id ?? null).push(id)
  return [...bySection.values()].flat().flatMap((id) => subtree(order, id, 0))
}

interface Order {
  /** Ids of parts by that of their whole, in order; those of wholes under null. */
  readonly below: Map<string | null, string[]>
  /** Of every indicator that has its place. */
  readonly sections: Map<string, Section | null>
}

function takeInto({ below, sections }: Order, { plan }: PlanReport): void {
  const named = new Map(plan.sections.map((section) => [section.id, section]))
  const last = new Map<string | null, string>()
  for (const { id, parent, section } of plan.indicators) {
    if (!sections.has(id)) {
      sections.set(
        id,
        section === null ? null : (named.get(section) ?? { id: section, name: { vi: section, en: section } }),
      )
      insertBehind(listed(below, parent), last.get(parent), id)
    }
    last.set(parent, id)
  }
}

/** At the start where it stands behind none; at the end where that has another place by now. */
function insertBehind(ids: string[], behind: string | undefined, id: string): void {
  ids.splice(behind === undefined ? 0 : ids.indexOf(behind) + 1 || ids.length, 0, id)
}

function listed(lists: Map<string | null, string[]>, key: string | null): string[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

function subtree(order: Order, id: string, depth: number): readonly Position[] {
  const position = { id, depth, section: order.sections.get(id) ?? null }
  return [position, ...(order.below.get(id) ?? []).flatMap((part) => subtree(order, part, depth + 1))]
}

/** What one year of a row is made from. */
interface YearParts {
  readonly line: CompletionLine | null
  readonly absent: Absence | null
  readonly plan: Plan
  /** null: the first of the plans. */
  readonly before: YearBefore | null
}

interface YearBefore {
  readonly plan: Plan
  readonly line: CompletionLine | null
  /** The lines of the areas that the one of this year was made of, where they are not one; null: one without a line. */
  readonly parts: readonly (CompletionLine | null)[]
}

/** Target and actual of one year held against each other and against the result of the year before. */
function comparedYear({ line, absent, plan, before }: YearParts): ComparedYear {
  const previous = line ? previousFigure(line, plan, before) : resultOf(before?.line ?? null)
  if (!line) return { line, absent, planned: null, previous, ...unrelated }
  const planned = plannedValue(line, plan)
  const { indicator, actual } = line
  if (!isNumeric(indicator.type)) return { line, absent, planned, previous, ...unrelated }
  const aim = planned && {
    indicator,
    value: planned,
    measurement: plannedUnder(line),
    period: line.area ? plan.period : line.span,
  }
  const reached = actual && { indicator, value: actual, measurement: line.measurement, period: line.actualPeriod }
  const earlier = previous && {
    indicator: previous.line?.indicator ?? indicator,
    value: previous.value,
    measurement: previous.measurement,
    period: previous.period,
  }
  const plannedOnPrevious = aim && earlier && relationOf(aim, earlier)
  // As in every report, what was reached so far is held against all that is to be reached.
  const actualOnPlanned = reached && aim && relationOf({ ...reached, period: null }, aim)
  const actualOnPrevious = reached && earlier && relationOf(reached, earlier)
  const identity = identityOf(plannedOnPrevious, actualOnPlanned, actualOnPrevious)
  return { line, absent, planned, previous, plannedOnPrevious, actualOnPlanned, actualOnPrevious, identity }
}

const unrelated = { plannedOnPrevious: null, actualOnPlanned: null, actualOnPrevious: null, identity: null } as const

function identityOf(...relations: readonly (Relation | null)[]): ComparedYear['identity'] {
  if (relations.every((relation) => relation?.ratio)) return 'product'
  return relations.every((relation) => relation?.difference) ? 'sum' : null
}

/** The value that a target comes to; null: a range, a task, none, or a change from a baseline that is not known. */
function plannedValue(line: CompletionLine, plan: Plan): Exact | null {
  const target = line.target?.target
  if (!target) return null
  const from = baselineValue(baselineOf(line))
  return endTarget(target, from, isChangeTarget(target) ? plannedChange(target, from, plan.period) : null)
}

/** A planned change leads to a value under what its baseline was measured under. */
function plannedUnder(line: CompletionLine): Measurement {
  const isChange = line.target && isChangeTarget(line.target.target)
  return (isChange ? baselineOf(line) : null) ?? line.indicator
}

/**
 * The result of the plan that is followed; where there is none, or none under the same standard, what the plan itself
 * says of that time. A plan restates the year before when a new standard comes in.
 */
function previousFigure(line: CompletionLine, plan: Plan, before: YearBefore | null): PreviousFigure | null {
  const baseline = baselineOf(line)
  const stated = baseline && isOfTheTimeBefore(baseline, plan, before) ? baselineFigure(baseline) : null
  const result = resultOf(before?.line ?? null) ?? mergedResult(before?.parts ?? [])
  if (!result) return stated
  const isOtherwise = (figure: PreviousFigure) => differenceBetween(figure.measurement, line.measurement) !== null
  if (stated && isOtherwise(result) && !isOtherwise(stated)) return { ...stated, origin: 'restated' }
  const differs = stated && baseline && !agrees(result.value, stated.value, baseline)
  return differs ? { ...result, otherBaseline: stated.value } : result
}

/** A baseline of another time than the plan before says nothing about its result; one of no stated time neither. */
function isOfTheTimeBefore({ period }: Baseline, plan: Plan, before: YearBefore | null): boolean {
  return period !== null && period.end === (before ? before.plan.period.end : plan.period.start - 1)
}

/** A rate that counts give is printed as its baseline within half a unit of the last digit. */
function agrees(result: Exact, stated: Exact, { value }: Baseline): boolean {
  if (result.equals(stated)) return true
  const isPrinted = value !== null && value.decimals > 0 && value.value.equals(stated)
  return isPrinted && agreesWithinRounding(value, result)
}

function baselineFigure(baseline: Baseline): PreviousFigure | null {
  const value = baselineValue(baseline)
  const decimals = baseline.value?.value.equals(value ?? Exact.ZERO) ? baseline.value.decimals : 0
  return value && { ...bare, origin: 'baseline', value, decimals, period: baseline.period, measurement: baseline }
}

const bare = { decimals: 0, status: null, partial: null, line: null, otherBaseline: null } as const

function resultOf(line: CompletionLine | null): PreviousFigure | null {
  if (!line?.actual) return null
  const { actual, actualPeriod, status, partial, measurement } = line
  return { ...bare, origin: 'result', value: actual, period: actualPeriod, status, partial, measurement, line }
}

/** Flows and stocks of areas that became one; null while one of them has none, and for what is not added over areas. */
function mergedResult(parts: readonly (CompletionLine | null)[]): PreviousFigure | null {
  const [first = null] = parts
  if (!first || !addsUpOverAreas(first.indicator.type)) return null
  const results = parts.map(resultOf)
  const known = results.filter((result) => result !== null)
  if (known.length < parts.length) return null
  const isOneTime = known.every(({ period }) => period?.end === first.actualPeriod?.end)
  if (!isOneTime) return null
  return {
    ...bare,
    origin: 'merged-areas',
    value: Exact.sum(known.map(({ value }) => value)),
    period: first.actualPeriod,
    status: worstStatus(known.map(({ status }) => status)),
    partial: known.find(({ partial }) => partial)?.partial ?? null,
    measurement: first.measurement,
  }
}

/** A figure with what has to be the same in another for the two to be compared. */
interface Comparable {
  readonly indicator: Indicator
  readonly value: Exact
  readonly measurement: Measurement
  /** What it covers; null: not known, or of no importance. */
  readonly period: Period | null
}

/**
 * How one figure stands to another: the difference, and for what is no percentage the ratio as well. A ratio needs a
 * figure above zero below it: of nothing there is no share, and that of a loss reads the wrong way round.
 */
function relationOf(one: Comparable, other: Comparable): Relation {
  const differsIn = obstacleBetween(one, other)
  if (differsIn) return { differsIn, difference: null, ratio: null, ratioGap: null }
  const difference = one.value.minus(other.value)
  if (unitOf(one.indicator.type) === 'percent') return { differsIn, difference, ratio: null, ratioGap: null }
  if (other.value.sign > 0) return { differsIn, difference, ratio: one.value.dividedBy(other.value), ratioGap: null }
  return { differsIn, difference, ratio: null, ratioGap: other.value.isZero ? 'zero' : 'negative' }
}

function obstacleBetween(one: Comparable, other: Comparable): RelationObstacle | null {
  if (one.indicator.type !== other.indicator.type) return 'type'
  if (!isSameUnit(one.indicator, other.indicator)) return 'unit'
  const differing = differenceBetween(one.measurement, other.measurement)
  if (differing) return differing
  const addsUpOverTime = one.indicator.type === 'count'
  return addsUpOverTime && one.period && other.period && !isSameLength(one.period, other.period) ? 'length' : null
}

/** Units that agree in one language agree: the other may have been worded anew. One that is not stated may be any. */
export function isSameUnit({ unit: a }: Indicator, { unit: b }: Indicator): boolean {
  return !a || !b || wordKey(a.vi) === wordKey(b.vi) || wordKey(a.en) === wordKey(b.en)
}

const wordKey = (text: string): string => composed(text).trim().replace(/\s+/g, ' ').toLowerCase()

/** Equally many years, months …, or between the same days of the calendar: February counts for one month in every year. */
function isSameLength(a: Period, b: Period): boolean {
  const grain = commonGrain([a, b])
  if (grain !== 'days') return grainCount(a, grain) === grainCount(b, grain)
  return dayCount(a) === dayCount(b) || calendarSpan(a) === calendarSpan(b)
}

function calendarSpan({ start, end }: Period): string {
  const [first, last] = [civilDate(start), civilDate(end)]
  return [first.month, first.dayOfMonth, last.month, last.dayOfMonth, last.year - first.year].join('/')
}
