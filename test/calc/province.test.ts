import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculated } from '../../src/calc/report/report.ts'
import { Exact } from '../../src/model/exact.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { Plan } from '../../src/model/plan.ts'
import type { CompletionLine, PlanReport } from '../../src/model/report.ts'
import { renderReportJson } from '../../src/render/data/report.ts'
import { codesOf, lineOf, textOf } from '../support/calc.ts'
import { areaIn, FIRST_YEAR, MERGED, MONTHS, monthText, type Province, province, truth } from '../support/province.ts'
import { day, period } from '../support/report.ts'

/* The whole calculation held against a province of which the truth is known; see test/support/province.ts. */

const seeds = fc.integer({ min: 0, max: 2 ** 31 })
const months = fc.integer({ min: 0, max: MONTHS - 1 })
const runs = { numRuns: 12 }

function calculation(plans: readonly Plan[], observations: readonly Observation[], month: number | null = null) {
  const asOf = month === null ? null : period(monthText(month)).end
  const inputs = { plans, observations, references: [], unreadResults: [], unreadPlans: [] }
  return calculated(inputs, { asOf, period: null, targets: 'revised' })
}

function reportOn(id: string, { report }: ReturnType<typeof calculation>): PlanReport {
  const found = report.plans.find(({ plan }) => plan.id === id)
  if (!found) throw new RangeError(`no plan ${id}`)
  return found
}

const planIn = (month: number) => `of-${FIRST_YEAR + Math.floor(month / 12)}`
const whole = (value: Exact | null | undefined) => textOf(value)
const areaLines = ({ lines }: PlanReport, id: string) =>
  lines.filter(({ area, indicator }) => area !== null && indicator.id === id)

/** Everything that a program gets, but for where it was read. */
function written(made: ReturnType<typeof calculation>): unknown {
  const { plans } = JSON.parse(
    String(renderReportJson(made.report, { problems: [], complete: true, inputs: [], lang: 'en' })),
  ) as { plans: { id: string }[] }
  return plans.sort((a, b) => (a.id < b.id ? -1 : 1))
}

describe('a province of 11 districts over three years', () => {
  it('has the total that its districts and months add up to, as of any month', () => {
    fc.assert(
      fc.property(seeds, months, (seed, month) => {
        const { districts, plans, observations } = province(seed)
        const made = calculation(plans, observations, month)
        const report = reportOn(planIn(month), made)
        expect(whole(lineOf(report, 'jobs').actual)).toBe(String(truth.jobs(districts, month)))
        expect(lineOf(report, 'jobs').partial).toBeNull()
        expect(whole(lineOf(report, 'poverty').actual)).toBe(whole(truth.rate(districts, month)))
        expect(lineOf(report, 'poverty').partial).toBeNull()
        expect(whole(lineOf(reportOn('of-all', made), 'jobs').actual)).toBe(String(truth.jobs(districts, month, 0)))
      }),
      runs,
    )
  })

  it('has the figures of each district, also of the one that two became', () => {
    fc.assert(
      fc.property(seeds, months, (seed, month) => {
        const { districts, plans, observations } = province(seed)
        const year = Math.floor(month / 12)
        const report = reportOn(planIn(month), calculation(plans, observations, month))
        for (const id of new Set(districts.map((each) => areaIn(year, each.id)))) {
          const of = districts.filter((each) => areaIn(year, each.id) === id)
          expect(whole(lineOf(report, 'jobs', id).actual)).toBe(String(truth.jobs(of, month)))
          expect(whole(lineOf(report, 'poverty', id).actual)).toBe(whole(truth.rate(of, month)))
          expect(lineOf(report, 'jobs', id).partial).toBeNull()
        }
      }),
      runs,
    )
  })

  it('is in order: nothing disagrees, and the movements balance', () => {
    fc.assert(
      fc.property(seeds, months, (seed, month) => {
        const { plans, observations } = province(seed)
        const made = calculation(plans.slice(0, 3), observations, month)
        expect(codesOf(made.problems)).toEqual([])
        const report = reportOn(planIn(month), made)
        expect(whole(lineOf(report, 'poverty').change?.movements?.gap)).toBe('0')
      }),
      runs,
    )
  })

  it('is split without a rest, whatever came about', () => {
    fc.assert(
      fc.property(seeds, months, (seed, month) => {
        const { plans, observations } = province(seed)
        const { change } = lineOf(reportOn(planIn(month), calculation(plans, observations, month)), 'poverty')
        expect(change?.splits.map(({ kind }) => kind)).toEqual(['counts', 'areas', 'ravallion-huppi'])
        for (const split of change?.splits ?? []) {
          const { kind, ...effects } = split
          expect(whole(Exact.sum(Object.values(effects))), kind).toBe(whole(change?.absolute))
        }
      }),
      runs,
    )
  })

  it('has a series that is its rate at the end of each year', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { districts, plans, observations } = province(seed)
        const made = calculation(plans, observations)
        const ends = [-1, 11, 23, 35].map((month) => whole(truth.rate(districts, month)))
        for (const id of ['of-2024', 'of-all']) {
          const { series } = reportOn(id, made)
          const points = series.find(({ area }) => area === null)?.points ?? []
          expect(points.map(({ end }) => whole(end.value))).toEqual(ends)
          const inAll = truth.rate(districts, 35).minus(truth.rate(districts, -1))
          expect(whole(points.at(-1)?.sinceFirst?.absolute)).toBe(whole(inAll))
          expect(whole(Exact.sum(points.flatMap(({ sinceLast }) => sinceLast?.absolute ?? [])))).toBe(whole(inAll))
          expect(points.at(-1)?.sinceFirst?.planned?.map(whole)).toEqual(['-3'])
        }
      }),
      runs,
    )
  })

  it('has shares of its shortfall that sum to exactly 1, and a place for every district', () => {
    fc.assert(
      fc.property(seeds, months, (seed, month) => {
        const { plans, observations } = province(seed)
        const lines = areaLines(reportOn(planIn(month), calculation(plans, observations, month)), 'jobs')
        const shares = lines.flatMap(({ shortfallShare }) => shortfallShare ?? [])
        const short = lines.filter(({ actual, target }) => isShort(actual, target))
        expect(shares).toHaveLength(short.length)
        if (short.length > 0) expect(whole(Exact.sum(shares))).toBe('1')
        for (const { rank, achievement } of lines) {
          const better = lines.filter((other) => achievement && other.achievement?.isAbove(achievement))
          expect(rank).toEqual({ place: better.length + 1, of: lines.length })
        }
      }),
      runs,
    )
  })
})

function isShort(actual: Exact | null, target: CompletionLine['target']): boolean {
  return target?.target.kind === 'at_least' && actual !== null && actual.isBelow(target.target.value)
}

describe('what may be written in another way', () => {
  it('the order of plans and of results never matters', () => {
    const shuffled = (made: Province) =>
      fc.record({
        plans: fc.shuffledSubarray([...made.plans], { minLength: made.plans.length }),
        observations: fc.shuffledSubarray([...made.observations], { minLength: made.observations.length }),
      })
    const cases = seeds.chain((seed) => {
      const made = province(seed)
      return shuffled(made).map((other) => ({ made, other }))
    })
    fc.assert(
      fc.property(cases, months, ({ made, other }, month) => {
        const one = calculation(made.plans, made.observations, month)
        const another = calculation(other.plans, other.observations, month)
        expect(written(another)).toEqual(written(one))
        expect([...codesOf(another.problems)].sort()).toEqual([...codesOf(one.problems)].sort())
      }),
      { numRuns: 4 },
    )
  })

  it('an increment in two parts is the increment', () => {
    fc.assert(
      fc.property(seeds, months, fc.nat(), (seed, month, which) => {
        const { plans, observations } = province(seed)
        const rows = observations.filter(({ status }) => status === 'final')
        const ofMonth = rows.filter(({ indicator, period: of }) => indicator === 'jobs' && of.text === monthText(month))
        const row = ofMonth[which % ofMonth.length]
        if (!row?.value) throw new RangeError('no increment')
        const first = row.value.value.numerator / 3n
        const part = (of: string, value: bigint): Observation => ({
          ...row,
          period: period(of),
          value: row.value && { ...row.value, value: Exact.of(value), text: String(value) },
        })
        const parts = [
          part(`${monthText(month)}-01/${monthText(month)}-15`, first),
          part(`${monthText(month)}-16/${lastDayOf(month)}`, row.value.value.numerator - first),
        ]
        const split = rows.flatMap((each) => (each === row ? parts : [each]))
        const [one, two] = [rows, split].map((each) => reportOn(planIn(month), calculation(plans, each, month)))
        if (!one || !two) throw new RangeError('no report')
        for (const [index, line] of one.lines.entries()) {
          const other = two.lines[index]
          const facts = ({ actual, verdict, partial, actualPeriod, achievement, expected, rank }: CompletionLine) => ({
            ...{ verdict, partial, rank, period: actualPeriod?.text },
            ...{ actual: whole(actual), achievement: whole(achievement), expected: whole(expected) },
          })
          expect(other && facts(other)).toEqual(facts(line))
        }
      }),
      runs,
    )
  })

  it('a final figure equal to the provisional one changes only the status', () => {
    fc.assert(
      fc.property(seeds, months, (seed, month) => {
        const { plans, observations } = province(seed)
        const final = observations.filter(({ status }) => status === 'final')
        const isOfMonth = ({ period: of }: Observation) => of.text === monthText(month)
        const provisional = final.map((row) => (isOfMonth(row) ? { ...row, status: 'provisional' as const } : row))
        const both = [...provisional, ...final.filter(isOfMonth)]
        const [before, after] = [provisional, both].map((rows) =>
          reportOn(planIn(month), calculation(plans, rows, month)),
        )
        if (!before || !after) throw new RangeError('no report')
        expect(new Set(before.lines.map(({ status }) => status))).toEqual(new Set(['provisional']))
        expect(new Set(after.lines.map(({ status }) => status))).toEqual(new Set(['final']))
        for (const [index, line] of after.lines.entries()) {
          const other = before.lines[index]
          const facts = ({
            actual,
            verdict,
            variance,
            achievement,
            partial,
            rank,
            shortfallShare,
          }: CompletionLine) => ({
            ...{ verdict, partial, rank, actual: whole(actual), variance: whole(variance) },
            ...{ achievement: whole(achievement), share: whole(shortfallShare) },
          })
          expect(other && facts(other)).toEqual(facts(line))
          expect(line.change).toEqual(other?.change)
        }
      }),
      runs,
    )
  })

  it('a district that has not reported is missed, and the two that became one are one', () => {
    const { plans, observations } = province(7)
    const month = MERGED.from + 2
    const silent = observations.filter(({ area, period: of }) => area !== MERGED.id || of.end < day('2024-08-01'))
    const report = reportOn('of-2024', calculation(plans, silent, month))
    expect(lineOf(report, 'jobs').partial).toEqual({ of: 'areas', reported: 9, expected: 10 })
    expect(areaLines(report, 'jobs')).toHaveLength(10)
  })
})

function lastDayOf(month: number): string {
  const { end } = period(monthText(month))
  const days = end - period(`${monthText(month)}-01`).start + 1
  return `${monthText(month)}-${String(days).padStart(2, '0')}`
}
