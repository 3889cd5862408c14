import { Exact } from '../../src/model/exact.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { Area, Plan } from '../../src/model/plan.ts'
import { baseline, counts, observed, targetOf } from './calc.ts'
import { area, day, figure, indicator, period, plan } from './report.ts'

/*
 * A synthetic province of 11 districts, month by month over three years, made forwards from its rates: what is true is
 * known in whole numbers before anything is reported, and is added up here without any of the code under test. In July
 * of the last year the last two districts become one.
 */

export const FIRST_YEAR = 2022
const YEARS = [0, 1, 2] as const
export const MONTHS = 36
const DISTRICTS = Array.from({ length: 11 }, (_, index) => `d${index + 1}`)
/** The ids that a merger ends, the id that it begins, and the first month of it. */
export const MERGED = { formers: ['d10', 'd11'], id: 'd10-11', from: 30 } as const

/** What happened in one district, by month from 0; index 0 of `poor` and `households` is the end of the year before. */
export interface DistrictTruth {
  readonly id: string
  readonly poor: readonly bigint[]
  readonly households: readonly bigint[]
  /** Of each month: households that left and joined the poor; they lead from one month's poor to the next one's. */
  readonly escaped: readonly bigint[]
  readonly newlyPoor: readonly bigint[]
  readonly jobs: readonly bigint[]
  /** Jobs planned for each year. */
  readonly plannedJobs: readonly bigint[]
}

export interface Province {
  readonly districts: readonly DistrictTruth[]
  /** One a year, each following the one before, and one over all years. */
  readonly plans: readonly Plan[]
  readonly observations: readonly Observation[]
}

export function province(seed: number): Province {
  const random = numbersFrom(seed)
  const districts = DISTRICTS.map((id) => districtFrom(id, random))
  return { districts, plans: plansOf(districts), observations: observationsOf(districts, random) }
}

/** Mulberry32: the same numbers on every machine. From 0 up to and without `below`. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

function districtFrom(id: string, random: (below: number) => number): DistrictTruth {
  const households = [BigInt(5000 + random(45_000))]
  // In hundredths of a per cent: 2% to 32%, less each month, sometimes more.
  let rate = 200 + random(3000)
  const poor = [((households[0] ?? 0n) * BigInt(rate)) / 10_000n]
  const escaped: bigint[] = []
  const newlyPoor: bigint[] = []
  const jobs: bigint[] = []
  for (let month = 0; month < MONTHS; month++) {
    rate = Math.max(0, rate - random(40) + random(8))
    const all = (households[month] ?? 0n) + BigInt(random(60))
    const now = (all * BigInt(rate)) / 10_000n
    const joined = BigInt(random(30))
    const left = (poor[month] ?? 0n) + joined - now
    households.push(all)
    poor.push(now)
    escaped.push(left > 0n ? left : 0n)
    newlyPoor.push(left > 0n ? joined : joined - left)
    jobs.push(BigInt(random(400)))
  }
  const plannedJobs = YEARS.map(() => BigInt(1 + random(4800)))
  return { id, poor, households, escaped, newlyPoor, jobs, plannedJobs }
}

/** `2023-04` */
export function monthText(month: number): string {
  return `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** Areas of the last year: those merged are one, which goes on from both. */
const areasOf = (year: number): readonly Area[] => {
  if (year < 2) return DISTRICTS.map((id) => area(id))
  const [first = '', second = ''] = MERGED.formers
  const from = day(`${monthText(MERGED.from)}-01`)
  const rest = DISTRICTS.filter((id) => id !== first && id !== second)
  return [...rest.map((id) => area(id)), area(MERGED.id, { was: [first, second], from })]
}

/** The district of the last year's plan that a district is part of. */
export const areaIn = (year: number, id: string): string =>
  year === 2 && MERGED.formers.some((former) => former === id) ? MERGED.id : id

function plansOf(districts: readonly DistrictTruth[]): readonly Plan[] {
  const yearly = YEARS.map((year) =>
    plan(`of-${FIRST_YEAR + year}`, {
      period: period(String(FIRST_YEAR + year)),
      follows: year === 0 ? null : `of-${FIRST_YEAR + year - 1}`,
      areas: areasOf(year),
      indicators: [jobsIn(year, districts), rateFrom(year, districts)],
    }),
  )
  const all = plan('of-all', {
    period: period(`${FIRST_YEAR}/${FIRST_YEAR + 2}`),
    areas: areasOf(2),
    indicators: [
      indicator('jobs', { target: targetOf(`at_least ${sum(districts.flatMap((each) => each.plannedJobs))}`) }),
      { ...rateFrom(0, districts), target: targetOf('reduce_by 1 per year'), baselinesByArea: new Map() },
    ],
  })
  return [...yearly, all]
}

function jobsIn(year: number, districts: readonly DistrictTruth[]): Indicator {
  const byArea = new Map<string, bigint>()
  for (const { id, plannedJobs } of districts) {
    const key = areaIn(year, id)
    byArea.set(key, (byArea.get(key) ?? 0n) + (plannedJobs[year] ?? 0n))
  }
  return indicator('jobs', {
    target: targetOf(`at_least ${sum([...byArea.values()])}`),
    targetsByArea: new Map([...byArea].map(([id, value]) => [id, targetOf(`at_least ${value}`)])),
  })
}

function rateFrom(year: number, districts: readonly DistrictTruth[]): Indicator {
  const start = (of: readonly DistrictTruth[]) =>
    baseline(null, {
      period: period(String(FIRST_YEAR + year - 1)),
      poor: figure(String(sum(of.map(({ poor }) => poor[year * 12] ?? 0n)))),
      households: figure(String(sum(of.map(({ households }) => households[year * 12] ?? 0n)))),
    })
  const ids = [...new Set(districts.map(({ id }) => areaIn(year, id)))]
  return indicator('poverty', {
    type: 'poverty-rate',
    baseline: start(districts),
    baselinesByArea: new Map(ids.map((id) => [id, start(districts.filter((each) => areaIn(year, each.id) === id))])),
    target: targetOf('reduce_by 1'),
  })
}

/** Every month of every district; from the merger on the two are reported as one. One in four was provisional first. */
function observationsOf(
  districts: readonly DistrictTruth[],
  random: (below: number) => number,
): readonly Observation[] {
  const rows: Observation[] = []
  for (let month = 0; month < MONTHS; month++) {
    for (const [id, of] of reporting(districts, month)) {
      const jobs = sum(of.map((each) => each.jobs[month] ?? 0n))
      const given = { area: id, plans: [`of-${FIRST_YEAR + Math.floor(month / 12)}`, 'of-all'] }
      const poverty = counts({
        poor: String(sum(of.map(({ poor }) => poor[month + 1] ?? 0n))),
        households: String(sum(of.map(({ households }) => households[month + 1] ?? 0n))),
        ...movementsUpTo(of, month),
      })
      rows.push(
        observed('jobs', monthText(month), String(jobs), { ...given, basis: 'increment' }),
        observed('poverty', monthText(month), null, { ...given, counts: poverty }),
      )
      if (random(4) > 0) continue
      const first = String(jobs + BigInt(random(20)))
      rows.push(observed('jobs', monthText(month), first, { ...given, basis: 'increment', status: 'provisional' }))
    }
  }
  return rows
}

/** From the start of the year, as the yearly review counts them. */
function movementsUpTo(of: readonly DistrictTruth[], month: number) {
  const start = Math.floor(month / 12) * 12
  const total = (values: readonly bigint[]) => sum(values.slice(start, month + 1))
  return {
    escaped: String(sum(of.map(({ escaped }) => total(escaped)))),
    new: String(sum(of.map(({ newlyPoor }) => total(newlyPoor)))),
  }
}

function reporting(
  districts: readonly DistrictTruth[],
  month: number,
): readonly (readonly [string, readonly DistrictTruth[]])[] {
  const year = month < MERGED.from ? 0 : 2
  const ids = [...new Set(districts.map(({ id }) => areaIn(year, id)))]
  return ids.map((id) => [id, districts.filter((each) => areaIn(year, each.id) === id)])
}

/** What is true of some districts, in whole numbers. */
export const truth = {
  /** Jobs from the start of a year up to a month. */
  jobs: (of: readonly DistrictTruth[], month: number, from = Math.floor(month / 12) * 12): bigint =>
    sum(of.flatMap(({ jobs }) => jobs.slice(from, month + 1))),
  poor: (of: readonly DistrictTruth[], month: number): bigint => sum(of.map(({ poor }) => poor[month + 1] ?? 0n)),
  households: (of: readonly DistrictTruth[], month: number): bigint =>
    sum(of.map(({ households }) => households[month + 1] ?? 0n)),
  /** In per cent, as a fraction in lowest terms. */
  rate: (of: readonly DistrictTruth[], month: number): Exact =>
    Exact.of(100n * truth.poor(of, month), truth.households(of, month)),
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
