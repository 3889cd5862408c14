import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import { addsUpOverAreas, type Indicator } from '../../model/indicator.ts'
import { type Observation, type PovertyCount, povertyCounts } from '../../model/observation.ts'
import { periodFrom } from '../../model/period.ts'
import type { Area, Plan } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import type { Input, Partial } from '../../model/report.ts'
import { differenceIn } from '../poverty/change.ts'
import { type Accumulated, accumulated, bestOfEachPeriod } from '../results/accumulate.ts'
import { withOwnCounts } from '../results/counts.ts'
import { fieldOfCount } from '../results/inputs.ts'
import { observedInput, type Reported, worstStatus } from '../results/reported.ts'

/**
 * What an area reported that several former ones became (CALCULATION §4). Their counts, stocks and numbers of poor are
 * added up and go on in its own figures; levels and printed rates of parts of its land are not its own. An area that
 * was only renamed has one former id, and one series.
 */
export function reportedWithFormer(
  plan: Plan,
  indicator: Indicator,
  area: Area,
  formers: readonly string[],
  observations: readonly Observation[],
): Accumulated {
  const { own, joined, superseded, problems } = seriesWithFormer(plan, indicator, area, formers, observations)
  if (!joined) return reportedIn(plan, indicator, own)
  const { reported, problems: found } = reportedIn(plan, indicator, [...joined.observations, ...own])
  const isJoined = ({ figure }: Input) => figure !== null && joined.inputs.has(figure)
  const newest = reported.newest && joined.observations.includes(reported.newest) ? reported.newest : null
  return {
    reported: {
      ...reported,
      origin: reported.origin === 'reported' && newest ? 'areas' : reported.origin,
      partial: reported.partial ?? (newest || reported.inputs().some(isJoined) ? joined.partial : null),
      newest: newest ? { ...newest, value: null, cumulative: null, counts: {} } : reported.newest,
      inputs: () => reported.inputs().flatMap((input) => (input.figure && joined.inputs.get(input.figure)) ?? [input]),
      superseded: [...reported.superseded, ...superseded],
    },
    problems: [...problems, ...found],
  }
}

/** The observations of such an area as one series: what its former ones reported together, and its own. */
export function observationsWithFormer(
  plan: Plan,
  indicator: Indicator,
  area: Area,
  formers: readonly string[],
  observations: readonly Observation[],
): readonly Observation[] {
  const { own, joined } = seriesWithFormer(plan, indicator, area, formers, observations)
  return joined?.partial ? own : [...(joined?.observations ?? []), ...own]
}

function seriesWithFormer(
  plan: Plan,
  indicator: Indicator,
  area: Area,
  formers: readonly string[],
  observations: readonly Observation[],
): {
  readonly own: readonly Observation[]
  /** null: nothing of several areas is to be added up. */
  readonly joined: Joined | null
  readonly superseded: readonly Observation[]
  readonly problems: readonly Problem[]
} {
  const byFormer = new Map(formers.map((id) => [id, [] as Observation[]]))
  const own: Observation[] = []
  for (const observation of observations) {
    const { area: written, period } = observation
    const isFormer = written !== area.id || (area.from !== null && period.end < area.from)
    const ofFormer = isFormer ? byFormer.get(written ?? '') : undefined
    if (ofFormer) ofFormer.push(observation)
    else own.push(observation)
  }
  const alone = { joined: null, superseded: [], problems: [] }
  if (formers.length < 2 || own.length === observations.length) return { own: observations, ...alone }
  if (!addsUpOverAreas(indicator.type) && indicator.type !== 'poverty-rate') return { own, ...alone }

  const problems: Problem[] = []
  const series = [...byFormer.values()]
  const best = series.map((rows) => bestOfEachPeriod(indicator, rows, problems))
  const rows = best.map((each) => each.best)
  const joined = coverTheSameSpans(rows)
    ? joinedBySpan(indicator, rows)
    : joinedToDate(plan, indicator, series, problems)
  return { own, joined, superseded: best.flatMap(({ superseded }) => superseded), problems }
}

/** What the observations of one area, or of the whole, come to. */
export function reportedIn(plan: Plan, indicator: Indicator, observations: readonly Observation[]): Accumulated {
  const { reported, problems } = accumulated(plan, indicator, observations)
  const found: Problem[] = []
  return { reported: withOwnCounts(reported, indicator, found), problems: [...problems, ...found] }
}

interface Joined {
  readonly observations: readonly Observation[]
  /** What each figure of theirs was added up from. */
  readonly inputs: ReadonlyMap<Figure, readonly Input[]>
  readonly partial: Partial | null
}

const spanOf = ({ period }: Observation) => `${period.start}/${period.end}`

function coverTheSameSpans([first = [], ...others]: readonly (readonly Observation[])[]): boolean {
  const spans = new Set(first.map(spanOf))
  return others.every((rows) => rows.length === spans.size && rows.every((row) => spans.has(spanOf(row))))
}

/** Month for month, where every former area reported every month. */
function joinedBySpan({ type }: Indicator, series: readonly (readonly Observation[])[]): Joined {
  const [first = []] = series
  const inputs = new Map<Figure, readonly Input[]>()
  const bySpan = series.map((each) => new Map(each.map((row) => [spanOf(row), row])))
  const observations = first.map((row) => {
    const rows = bySpan.flatMap((each) => each.get(spanOf(row)) ?? [])
    return sumOfObservations(rows, type === 'poverty-rate', inputs)
  })
  return { observations, inputs, partial: null }
}

/** One total to the newest date, where they reported at different times; partial while one has not come as far. */
function joinedToDate(
  plan: Plan,
  indicator: Indicator,
  series: readonly (readonly Observation[])[],
  problems: Problem[],
): Joined {
  const known: Reported[] = []
  for (const rows of series) {
    const { reported, problems: found } = reportedIn(plan, indicator, rows)
    for (const added of found.filter(({ code }) => code !== 'duplicate-observation')) problems.push(added)
    if (reported.actual && reported.newest) known.push(reported)
  }
  const end = known.reduce((last, { period }) => Math.max(last, period?.end ?? 0), 0)
  const upToDate = known.filter(({ period, partial }) => period?.end === end && !partial).length
  const partial: Partial | null =
    upToDate < series.length ? { of: 'areas', reported: upToDate, expected: series.length } : null
  const inputs = new Map<Figure, readonly Input[]>()
  const newest = known.find(({ period }) => period?.end === end)?.newest
  if (!newest) return { observations: [], inputs, partial }
  const total = (values: readonly (Exact | null)[], from: readonly Input[]): Figure => {
    const figure = figureOf(Exact.sum(values.flatMap((value) => value ?? [])), newest)
    inputs.set(figure, from)
    return figure
  }
  const all = known.flatMap((each) => each.inputs())
  const rateCounts = (): Observation['counts'] => ({
    poor: total(
      known.map(({ numerator }) => numerator),
      all.filter(({ field }) => field === 'poor'),
    ),
    households: total(
      known.map(({ denominator }) => denominator),
      all.filter(({ field }) => field === 'households'),
    ),
  })
  const isRate = indicator.type === 'poverty-rate'
  const observation: Observation = {
    ...newest,
    period: indicator.type === 'count' ? periodFrom(plan.period.start, end) : newest.period,
    basis: indicator.type === 'count' ? 'cumulative' : newest.basis,
    status: worstStatus(known.map(({ status }) => status)) ?? newest.status,
    value: isRate
      ? null
      : total(
          known.map(({ actual }) => actual),
          all,
        ),
    cumulative: null,
    counts: isRate ? rateCounts() : {},
    published: null,
  }
  return { observations: [observation], inputs, partial }
}

/** One observation for several of one span: figures that all of them have are added up, the others are not known. */
function sumOfObservations(
  rows: readonly Observation[],
  isRate: boolean,
  inputs: Map<Figure, readonly Input[]>,
): Observation {
  const [first] = rows
  if (!first) throw new RangeError('nothing to add up')
  const sum = (field: Input['field'], of: (row: Observation) => Figure | null | undefined): Figure | null => {
    const found = rows.flatMap((row) => {
      const figure = of(row)
      return figure ? [{ row, figure }] : []
    })
    if (found.length < rows.length) return null
    const total = figureOf(Exact.sum(found.map(({ figure }) => figure.value)), first)
    inputs.set(
      total,
      found.map(({ row, figure }) => observedInput(field, figure, row)),
    )
    return total
  }
  const counts: { [count in PovertyCount]?: Figure } = {}
  for (const count of povertyCounts) {
    const total = sum(fieldOfCount[count], (row) => row.counts[count])
    if (total) counts[count] = total
  }
  const bases = new Set(rows.map(({ basis }) => basis))
  return {
    ...(rows.find((row) => differenceIn(first, row)) ?? first),
    basis: bases.size === 1 ? first.basis : null,
    status: worstStatus(rows.map(({ status }) => status)) ?? first.status,
    // A rate of several is none of theirs: it is calculated from the counts.
    value: isRate ? null : sum('actual', ({ value }) => value),
    cumulative: sum('cumulative', ({ cumulative }) => cumulative),
    counts,
    published: null,
  }
}

/** A figure that no file holds; what it was added up from takes its place among the inputs. */
function figureOf(value: Exact, { at, source }: Observation): Figure {
  return { value, mark: 'none', text: value.toDecimal(), decimals: value.decimals ?? 0, at, source }
}
