import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculated } from '../../src/calc/report/report.ts'
import type { Observation } from '../../src/model/observation.ts'
import { partsOf } from '../../src/model/period.ts'
import { type Comparison, lineWith } from '../../src/model/report.ts'
import { asked, lineOf, observed, targetOf, textOf } from '../support/calc.ts'
import { area, figure, indicator, period, plan } from '../support/report.ts'

/*
 * Two years of a province by month and by district, made up forwards from what each month brought, so that every total
 * is known without the calculation: plain sums of whole numbers.
 */

const DISTRICTS = ['a', 'b', 'c']
const MONTHS = 12

/** How a district writes its reports: what each month brought, the total to date, both, or quarters by totals. */
const manners = ['increments', 'totals', 'forms'] as const

interface Year {
  /** By district, then by month. */
  readonly brought: readonly (readonly number[])[]
  readonly manners: readonly (typeof manners)[number][]
}

const years: fc.Arbitrary<Year> = fc.record({
  brought: fc.array(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: MONTHS, maxLength: MONTHS }), {
    minLength: DISTRICTS.length,
    maxLength: DISTRICTS.length,
  }),
  manners: fc.array(fc.constantFrom(...manners), { minLength: DISTRICTS.length, maxLength: DISTRICTS.length }),
})

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function rowsOf(year: string, { brought, manners: written }: Year, upTo: number): Observation[] {
  const months = partsOf(period(year), 'months')
  return DISTRICTS.flatMap((district, index) =>
    (brought[index] ?? []).slice(0, upTo).map((value, month) => {
      const toDate = String(sum((brought[index] ?? []).slice(0, month + 1)))
      const given = { plans: [`p-${year}`], area: district }
      const text = months[month]?.text ?? ''
      if (written[index] === 'totals') return observed('it', text, toDate, { ...given, basis: 'cumulative' })
      const form = written[index] === 'forms' ? { cumulative: figure(toDate) } : {}
      return observed('it', text, String(value), { ...given, basis: 'increment', ...form })
    }),
  )
}

function reportOf(rows: readonly Observation[], asOf: number | null = null) {
  const areas = DISTRICTS.map((id) => area(id))
  const indicators = [indicator('it', { target: targetOf('at_least 5000') })]
  const [before, now] = ['2017', '2018'].map((year) =>
    plan(`p-${year}`, { period: period(year), areas, indicators, follows: year === '2018' ? 'p-2017' : null }),
  )
  if (!before || !now) throw new RangeError('no plans')
  const inputs = { plans: [now, before], observations: rows, references: [], unreadResults: [], unreadPlans: [] }
  const { report, problems } = calculated(inputs, asked({ asOf }))
  const [found] = report.plans
  if (!found) throw new RangeError('no report')
  // All of each line is compared, also what is calculated when it is read.
  return { report: { ...found, lines: found.lines.map((line) => lineWith(line, {})) }, problems }
}

const difference = (comparison: Comparison | null | undefined) => textOf(comparison?.absolute)

describe('a province by month', () => {
  it('has the totals, months, steps and comparisons that its districts were made from', () => {
    fc.assert(
      fc.property(years, years, fc.integer({ min: 1, max: MONTHS }), (then, now, month) => {
        const { report, problems } = reportOf([...rowsOf('2018', now, month), ...rowsOf('2017', then, MONTHS)])
        expect(problems).toEqual([])
        const cells = [null, ...DISTRICTS.keys()].map((index) => {
          const monthly = ({ brought }: Year) =>
            Array.from({ length: MONTHS }, (_, at) =>
              index === null ? sum(brought.map((all) => all[at] ?? 0)) : (brought[index]?.[at] ?? 0),
            )
          return { id: index === null ? null : (DISTRICTS[index] ?? ''), now: monthly(now), earlier: monthly(then) }
        })
        for (const cell of cells) {
          const line = lineOf(report, 'it', cell.id)
          const total = sum(cell.now.slice(0, month))
          expect(textOf(line.actual)).toBe(String(total))
          expect(line.partial).toBeNull()
          expect(difference(line.lastYear)).toBe(String(total - sum(cell.earlier.slice(0, month))))
          const steps = line.increments.map(({ value }) => textOf(value))
          expect(steps).toEqual(month === 1 ? [] : cell.now.slice(0, month).map(String))
          if (month === 1) expect(line.inPeriod).toBeNull()
          else {
            const [value = 0, previous = 0] = [cell.now[month - 1], cell.now[month - 2]]
            expect(textOf(line.inPeriod?.value)).toBe(String(value))
            expect(difference(line.inPeriod?.previous)).toBe(String(value - previous))
            expect(difference(line.inPeriod?.lastYear)).toBe(String(value - (cell.earlier[month - 1] ?? 0)))
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('as of the end of a month is what it was then', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: MONTHS }), (now, month) => {
        const end = partsOf(period('2018'), 'months')[month - 1]?.end ?? 0
        const later = reportOf(rowsOf('2018', now, MONTHS), end).report
        expect(later.lines).toEqual(reportOf(rowsOf('2018', now, month), end).report.lines)
      }),
      { numRuns: 20 },
    )
  })

  it('a final figure equal to an estimate changes its status and nothing else', () => {
    fc.assert(
      fc.property(years, fc.nat(MONTHS * DISTRICTS.length - 1), (now, at) => {
        const rows = rowsOf('2018', now, MONTHS)
        const estimated = rows.map((row, index) => (index === at ? { ...row, status: 'estimate' as const } : row))
        const corrected = rows[at] ? [...estimated, rows[at]] : estimated
        const figures = (all: readonly Observation[]) =>
          reportOf(all).report.lines.map(({ status, superseded, inputs, inPeriod, ...rest }) => ({
            ...rest,
            change: null,
            inPeriod: inPeriod && textOf(inPeriod.value),
          }))
        expect(figures(corrected)).toEqual(figures(rows))
        expect(reportOf(corrected).report.lines.map(({ status }) => status)).toEqual(
          reportOf(rows).report.lines.map(({ status }) => status),
        )
      }),
      { numRuns: 20 },
    )
  })

  it('a month cut in two changes nothing', () => {
    const year: Year = {
      brought: DISTRICTS.map(() => Array.from({ length: MONTHS }, () => 10)),
      manners: ['increments', 'increments', 'increments'],
    }
    const rows = rowsOf('2018', year, MONTHS)
    const cut = rows.flatMap((row) =>
      row.period.text !== '2018-06' || row.area !== 'a'
        ? [row]
        : [
            { ...row, period: period('2018-06-01/2018-06-10'), value: figure('4') },
            { ...row, period: period('2018-06-11/2018-06-30'), value: figure('6') },
          ],
    )
    const whole = (all: readonly Observation[]) => {
      return reportOf(all).report.lines.map(({ inputs, ...rest }) => ({ ...rest, inputs: [] }))
    }
    expect(whole(cut)).toEqual(whole(rows))
    expect(textOf(lineOf(reportOf(cut.slice(0, 7), null).report, 'it', 'a').actual)).toBe('60')
  })
})

describe('halves, quarters and spans side by side', () => {
  const of = (rows: readonly Observation[]) =>
    lineOf(reportOf(rows.map((row) => ({ ...row, plans: ['p-2018'] }))).report, 'it')
  const increment = (text: string, value: string) => observed('it', text, value, { basis: 'increment' })

  it.each<[string, readonly Observation[], string, string | null, unknown]>([
    ['a half and months', [observed('it', '2018-H1', '600'), increment('2018-07', '90')], '690', '90', null],
    ['a half and a quarter', [observed('it', '2018-H1', '600'), increment('2018-Q3', '300')], '900', '300', null],
    [
      'a span of months',
      [increment('2018-01/2018-02', '150'), increment('2018-03/2018-06', '400')],
      '550',
      '400',
      null,
    ],
    [
      'a half without the quarter before',
      [increment('2018-Q1', '250'), increment('2018-H2', '500')],
      '750',
      '500',
      { of: 'quarters', reported: 3, expected: 4 },
    ],
    ['nine months in one', [observed('it', '2018-01/2018-09', '900')], '900', null, null],
  ])('%s', (_, rows, total, alone, partial) => {
    const line = of(rows)
    expect([textOf(line.actual), textOf(line.inPeriod?.value), line.partial]).toEqual([total, alone, partial])
  })
})
