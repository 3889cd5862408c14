import { Exact } from '../../model/exact.ts'
import { addsUpOverAreas, type Indicator } from '../../model/indicator.ts'
import { pushTo } from '../../model/lists.ts'
import type { Observation } from '../../model/observation.ts'
import { type Period, periodFrom } from '../../model/period.ts'
import { type Area, type Breakdown, cellId, type Plan, partsOfCell } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { rateOf } from '../../model/target.ts'
import { differenceIn } from '../poverty/change.ts'
import { placeOf, rateDisagreement } from '../results/counts.ts'
import { type Moved, movementKeys, nothingReported, type Reported, worstStatus } from '../results/reported.ts'

/** One indicator in the whole and in each area that something is known of. */
export interface Spread {
  readonly whole: Reported
  readonly byArea: ReadonlyMap<string, Reported>
}

/** Areas by the id of the one they lie in; those that lie in none under null. All of them are broken down alike. */
export interface AreasBelow {
  readonly areas: ReadonlyMap<string | null, readonly Area[]>
  readonly breakdowns: readonly Breakdown[]
}

export function areasBelow(areas: readonly Area[], breakdowns: readonly Breakdown[]): AreasBelow {
  const below = new Map<string | null, Area[]>()
  for (const area of areas) pushTo(below, area.parent, area)
  return { areas: below, breakdowns }
}

/** The ways in which the whole, or a cell, is divided: into the areas in it, and into the groups of each breakdown. */
export type Divisions = (cell: string | null) => readonly (readonly Area[])[]

/** As far as something was reported of the parts; `cells` are all of which something was. */
export function divisionsOf({ areas, breakdowns }: AreasBelow, cells: Iterable<string | null>): Divisions {
  // For one of thousands of areas they are not even gone through.
  const reported = breakdowns.length === 0 ? [] : [...cells]
  const used = breakdowns.filter(({ id }) => reported.some((cell) => `/${cell}`.includes(`/${id}=`)))
  if (used.length === 0) return (cell) => [areas.get(cell) ?? []].filter((below) => below.length > 0)
  const parents = new Map([...areas.values()].flat().map(({ id, parent }) => [id, parent]))
  const present = new Set(reported.flatMap((cell) => cellsAround(cell, parents)))
  return (cell) => {
    const { area, groups } = partsOfCell(cell)
    const parts = (areas.get(area) ?? []).map((each) => ({ ...each, id: cellId(each.id, groups) ?? '' }))
    const others = used.filter(({ id }) => !groups.some((group) => group.startsWith(`${id}=`)))
    const divisions = [
      parts,
      ...others.map((each) =>
        each.groups.map((group) => ({ ...group, id: cellId(area, [...groups, group.id]) ?? '' })),
      ),
    ]
    return divisions.filter((all) => all.some(({ id }) => present.has(id)))
  }
}

/** A cell and all that it is a part of. */
function cellsAround(cell: string | null, parents: ReadonlyMap<string, string | null>): readonly (string | null)[] {
  const { area, groups } = partsOfCell(cell)
  const subsets: string[][] = [[]]
  for (const group of groups) for (const some of [...subsets]) subsets.push([...some, group])
  const around: (string | null)[] = []
  for (let each: string | null = area; ; each = parents.get(each) ?? null) {
    for (const some of subsets) around.push(cellId(each, some))
    if (each === null) return around
  }
}

/** The areas of a plan that exist in a period. One that former areas became is there as long as they were. */
export function existingAreas({ areas }: Plan, period: Pick<Period, 'start' | 'end'>): readonly Area[] {
  const ids = new Set(areas.map(({ id }) => id))
  return areas
    .map((area) => (formerIds(area, ids).length > 0 ? { ...area, from: null } : area))
    .filter((area) => existsIn(area, period))
}

/** The ids whose figures go on in an area: those it had before, without areas that stand in the plan themselves. */
export function formerIds({ id, was }: Area, areas: ReadonlySet<string>): readonly string[] {
  return was.filter((former) => former === id || !areas.has(former))
}

function existsIn({ from, until }: Area, { start, end }: Pick<Period, 'start' | 'end'>): boolean {
  return (from === null || from <= end) && (until === null || until >= start)
}

/**
 * The whole as it was reported, else added up from the areas where the type adds up, marked as partial while
 * an area of `below` is missing (CALCULATION §4). A reported total stands; areas that do not sum to it are a problem.
 */
export function spreadOverAreas(
  below: AreasBelow,
  indicator: Indicator,
  cells: ReadonlyMap<string | null, Reported>,
  problems: Problem[],
): Spread {
  const byArea = new Map<string, Reported>()
  for (const [area, reported] of cells) if (area !== null) byArea.set(area, reported)
  const adding: Adding = {
    indicator,
    divisions: divisionsOf(below, cells.keys()),
    own: (area) => cells.get(area) ?? nothingReported,
    // Sums over areas below others are put in on the way.
    add: (area, reported) => byArea.set(area, reported),
    problems,
    known: new Map(),
  }
  return { whole: byArea.size === 0 ? adding.own(null) : totalOf(null, adding), byArea }
}

/**
 * What a spread over areas has in one of them or, under null, in the whole: for whoever asks for one of thousands. An area
 * that is not below the whole has nothing but its own.
 */
export function spreadIn(
  area: string | null,
  below: AreasBelow,
  indicator: Indicator,
  cells: Iterable<string | null>,
  own: (area: string | null) => Reported,
): Reported {
  const divisions = divisionsOf(below, cells)
  return totalOf(area, { indicator, divisions, own, add: () => {}, problems: [], known: new Map() })
}

interface Adding {
  readonly indicator: Indicator
  readonly divisions: Divisions
  /** What was reported of an area itself, or of the whole. */
  readonly own: (area: string | null) => Reported
  /** Takes what each area below another comes to. */
  readonly add: (area: string, reported: Reported) => void
  readonly problems: Problem[]
  /** What cells came to: several ways lead to one. */
  readonly known: Map<string | null, Reported>
}

/**
 * What was reported of an area or, under null, of the whole; else the sum over the areas right below it, which also goes
 * before a total of an older day once all areas have reported.
 */
function totalOf(id: string | null, adding: Adding): Reported {
  const total = adding.known.get(id) ?? totalAmong(id, adding)
  adding.known.set(id, total)
  return total
}

function totalAmong(id: string | null, adding: Adding): Reported {
  const own = adding.own(id)
  const sums = adding.divisions(id).flatMap((parts) => sumOver(parts, adding) ?? [])
  // A way of dividing it that is whole goes before one that is not.
  const sum = sums.find(({ partial }) => !partial) ?? sums[0]
  if (!sum) return own
  for (const other of sums.filter((each) => each !== sum)) reportOther(sum, other, adding)
  const isSameDate = sum.period?.end === own.period?.end
  const isNewer = !sum.partial && (sum.period?.end ?? 0) > (own.period?.end ?? 0)
  const hasFallen = own.hasFallen || sum.hasFallen
  if (!own.actual || isNewer) {
    const moved = (isSameDate ? own.moved : null) ?? sum.moved
    const { by: _, ...total } = sum
    return { ...total, hasFallen, newest: isSameDate ? own.newest : sum.newest, moved, superseded: own.superseded }
  }
  if (isSameDate && !sum.partial && !own.partial)
    for (const added of disagreement(adding.indicator, own, sum)) adding.problems.push(added)
  return { ...own, hasFallen }
}

/** Two ways of dividing something have to come to the same. */
function reportOther(sum: Reported, other: SumOfParts, { indicator, problems }: Adding): void {
  if (sum.partial || other.partial || sum.period?.end !== other.period?.end) return
  for (const added of disagreement(indicator, sum, other)) problems.push(added)
}

interface Member {
  readonly area: Area
  readonly reported: Reported
}

/** What parts come to, and the breakdown that they are the groups of; null: they are areas. */
interface SumOfParts extends Reported {
  readonly by: string | null
}

function sumOver(below: readonly Area[], adding: Adding): SumOfParts | null {
  const { indicator } = adding
  const known: Member[] = []
  for (const area of below) {
    const reported = totalOf(area.id, adding)
    if (reported !== nothingReported) adding.add(area.id, reported)
    if (isAddable(reported, indicator)) known.push({ area, reported })
  }
  const end = known.reduce((latest, { reported }) => Math.max(latest, reported.period?.end ?? 0), -Infinity)
  // A flow is that of all areas there were up to a day, all else that of the areas there are on it.
  const span = { start: indicator.type === 'count' ? -Infinity : end, end }
  const members = known.filter(({ area }) => existsIn(area, span))
  const expected = below.filter((area) => existsIn(area, span)).length
  const by = below[0]?.of ?? null
  return members.length === 0 ? null : { ...summed(members, expected, indicator, by ? 'groups' : 'areas'), by }
}

function isAddable(reported: Reported, { type }: Indicator): boolean {
  if (type === 'poverty-rate') return reported.numerator !== null && reported.denominator !== null
  return addsUpOverAreas(type) && reported.actual !== null
}

function summed(members: readonly Member[], expected: number, indicator: Indicator, of: 'areas' | 'groups'): Reported {
  const known = members.map(({ reported }) => reported)
  const newest = known.reduce((a, b) => ((b.period?.end ?? 0) > (a.period?.end ?? 0) ? b : a))
  const end = newest.period?.end ?? 0
  const upToDate = members.filter(({ area, reported }) => {
    return !reported.partial && (reported.period?.end ?? 0) >= Math.min(end, area.until ?? end)
  }).length
  const isRate = indicator.type === 'poverty-rate'
  const numerator = isRate ? sumOf(known.map((reported) => reported.numerator)) : null
  const denominator = isRate ? sumOf(known.map((reported) => reported.denominator)) : null
  const unlike = known.find((reported) => reported.newest && differenceIn(indicator, reported.newest))
  return {
    ...nothingReported,
    actual: isRate ? rateOf(numerator, denominator) : sumOf(known.map(({ actual }) => actual)),
    origin: 'areas',
    period: indicator.type === 'count' ? fromTheFirst(known, newest.period) : newest.period,
    status: worstStatus(known.map(({ status }) => status)),
    partial: upToDate < expected ? { of, reported: upToDate, expected } : null,
    hasFallen: known.some(({ hasFallen }) => hasFallen),
    newest: ofTheWhole((unlike ?? newest).newest),
    numerator,
    denominator,
    moved: isRate && upToDate === expected ? movedTogether(known) : null,
    inputs: () => known.flatMap(({ inputs }) => inputs()),
  }
}

/** Of every area together; null while one has not said how its poor moved. */
function movedTogether(known: readonly Reported[]): Moved | null {
  const all = known.map(({ moved }) => moved)
  if (!all.every((moved) => moved !== null)) return null
  const sums: { -readonly [movement in keyof Moved]: Moved[movement] } = {}
  for (const key of movementKeys) {
    const values = all.flatMap((moved) => moved[key] ?? [])
    if (values.length > 0) sums[key] = Exact.sum(values)
  }
  return sums
}

/** A flow began with the first of the areas. */
function fromTheFirst(known: readonly Reported[], newest: Period | null): Period | null {
  const start = known.reduce((first, { period }) => Math.min(first, period?.start ?? Infinity), Infinity)
  return newest && start < newest.start ? periodFrom(start, newest.end) : newest
}

/** How it was measured, without the figures: what was said of one area is not said of the whole. */
function ofTheWhole(observation: Observation | null): Observation | null {
  return observation && { ...observation, area: null, value: null, cumulative: null, counts: {}, published: null }
}

const sumOf = (values: readonly (Exact | null)[]): Exact => Exact.sum(values.flatMap((value) => value ?? []))

function disagreement(indicator: Indicator, own: Reported, { by, ...sum }: SumOfParts): readonly Problem[] {
  const printed = own.newest?.value
  if (indicator.type !== 'poverty-rate') return totalDisagreement(indicator, own, own.actual, sum.actual, by)
  if (own.numerator) return totalDisagreement(indicator, own, own.numerator, sum.numerator, by)
  if (!printed || !sum.actual || !sum.numerator || !sum.denominator) return []
  return rateDisagreement(indicator, printed, sum.actual, sum.numerator, sum.denominator)
}

function totalDisagreement(
  indicator: Indicator,
  own: Reported,
  total: Exact | null,
  sum: Exact | null,
  by: string | null,
): readonly Problem[] {
  if (!total || !sum || total.equals(sum)) return []
  const [reported, added] = [total.toDecimal(), sum.toDecimal()]
  return [
    problem('total-disagrees', own.newest?.counts.poor?.at ?? placeOf(own), {
      indicator: indicator.id,
      reported,
      sum: added,
      ...(by && { by }),
    }),
  ]
}
