import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact } from '../../src/model/exact.ts'
import { lineWith, type PlanReport } from '../../src/model/report.ts'
import { displayWidth } from '../../src/render/figure/safe-text.ts'
import { everyCase } from '../support/every-case.ts'
import { haNam2017, haNam2018 } from '../support/ha-nam.ts'
import { halfYear } from '../support/half-year.ts'
import { renderTable, type TableOptions } from '../support/rendered.ts'
import {
  area,
  comparison,
  day,
  figure,
  indicator,
  line,
  name,
  percent,
  period,
  plan,
  planReport,
  threshold,
} from '../support/report.ts'

const options: fc.Arbitrary<TableOptions> = fc.record({
  lang: fc.constantFrom('vi' as const, 'en' as const),
  width: fc.integer({ min: 60, max: 200 }),
  color: fc.constant(false),
  unicode: fc.boolean(),
  decimals: fc.constantFrom(null, 0, 2, 6),
  quiet: fc.boolean(),
  sections: fc.constant(['completion', 'poverty'] as const),
  byArea: fc.boolean(),
  forecast: fc.boolean(),
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.lorem({ maxCount: 20 }),
  fc.constantFrom(
    'Tỷ lệ xã, phường, thị trấn đạt tiêu chuẩn phù hợp với trẻ em',
    '貧困率の変化',
    '\u001b[2J\u202e\u200b',
    '',
  ),
)

interface Given {
  readonly name: string
  readonly unit: string
  readonly target: bigint
  readonly actual: bigint
}

const given: fc.Arbitrary<Given> = fc.record({
  name: anyText,
  unit: anyText,
  target: fc.bigInt({ min: 1n, max: 10n ** 15n }),
  actual: fc.bigInt({ min: 0n, max: 10n ** 15n }),
})

function reportOf(title: string, rows: readonly Given[]): PlanReport {
  const lines = rows.map(({ name: called, unit, target, actual }, index) =>
    line(
      indicator(`i${index}`, { name: name(called), unit: name(unit), target: threshold('at_least', String(target)) }),
      {
        actual: Exact.of(actual),
        variance: Exact.of(actual - target),
        formula: 'attainment',
        achievement: Exact.of(actual, target),
        verdict: actual < target ? 'missed' : actual === target ? 'met' : 'exceeded',
      },
    ),
  )
  return planReport(plan('p', { title: name(title) }), lines)
}

/** The same in the middle of its year, with figures of other times, and by area where there are several. */
function runningReportOf(title: string, rows: readonly Given[]): PlanReport {
  const half = Exact.of(1n, 2n)
  const report = reportOf(title, rows)
  const lines = report.lines.map((each, index) => {
    const { actual, target } = {
      actual: Exact.of(rows[index]?.actual ?? 0n),
      target: Exact.of(rows[index]?.target ?? 1n),
    }
    const expected = target.times(half)
    const then = comparison('2017-06', '0', { value: expected, absolute: actual.minus(expected), relative: half })
    return {
      ...lineWith(each, {}),
      indicator: { ...each.indicator, responsible: name(title), note: name(title) },
      expected,
      pace: actual.dividedBy(expected),
      forecast: actual.plus(actual),
      required: { value: target, per: 'months', left: 6 } as const,
      inPeriod: {
        period: period('2018-06'),
        value: actual,
        status: 'final',
        partial: null,
        lastYear: then,
        previous: then,
      } as const,
      lastYear: then,
      increments: rows.map((row) => ({ period: period('2018-06'), value: Exact.of(row.actual) })),
      area: index === 0 ? null : area(`a${index}`, { name: name(title) }),
      rank: index === 0 ? null : { place: index, of: rows.length },
      shortfallShare: index === 0 ? null : half,
      published: { figure: figure('44'), agrees: false },
    }
  })
  return { ...report, lines, asOf: day('2018-06-30') }
}

const anyReport = fc.oneof(
  fc.constantFrom(haNam2017(), haNam2018(), everyCase(), halfYear()),
  fc
    .tuple(anyText, fc.array(given, { minLength: 1, maxLength: 5 }))
    .map(([title, rows]) => runningReportOf(title, rows)),
  fc.tuple(anyText, fc.array(given, { minLength: 1, maxLength: 5 })).map(([title, rows]) => reportOf(title, rows)),
)

describe('every table', () => {
  it('keeps to its width, ends no line in a blank and ends in one line break', () => {
    fc.assert(
      fc.property(anyReport, options, (report, how) => {
        const text = renderTable({ plans: [report] }, how)
        expect(text).toMatch(/[^\n]\n$/)
        for (const each of text.slice(0, -1).split('\n')) {
          expect(displayWidth(each)).toBeLessThanOrEqual(how.width)
          expect(each).not.toMatch(/\s$/)
        }
      }),
    )
  })

  it('lets no control, bidi, zero-width or separator character through, whatever the names', () => {
    fc.assert(
      fc.property(anyReport, options, (report, how) => {
        expect(renderTable({ plans: [report] }, how).replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b-\u200f\u2060-\u206f\ufeff]/u,
        )
      }),
    )
  })

  it('loses no digit of any figure at any width', () => {
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 4 }), options, (rows, how) => {
        const group = how.lang === 'vi' ? '.' : ','
        for (const report of [reportOf('p', rows), runningReportOf('p', rows)]) {
          const words = new Set(renderTable({ plans: [report] }, { ...how, byArea: true }).split(/[\s()]+/))
          for (const { target, actual } of rows) {
            for (const digits of [target, actual]) {
              expect(words).toContain(String(digits).replace(/\B(?=(\d{3})+$)/g, group))
            }
          }
        }
      }),
    )
  })

  it('takes time in proportion to its lines', () => {
    const rows = (count: number) =>
      planReport(
        plan('p'),
        Array.from({ length: count }, (_, index) =>
          line(indicator(`i${index}`, { name: name(`Chỉ tiêu ${index}`), target: threshold('at_least', '16000') }), {
            actual: Exact.of(BigInt(index)),
            achievement: percent('118.26875'),
            formula: 'attainment',
            verdict: 'exceeded',
          }),
        ),
      )
    const how = { lang: 'vi', width: 80, color: false, unicode: true, decimals: null, quiet: false } as const
    const seconds = (count: number) => {
      const report = { plans: [rows(count)] }
      const start = performance.now()
      renderTable(report, { ...how, sections: ['completion', 'poverty'], byArea: false })
      return (performance.now() - start) / 1000
    }
    seconds(500)
    // Eight times the lines: about eight times the time, and sixty-four times were it quadratic.
    expect(seconds(8000)).toBeLessThan(24 * Math.max(seconds(1000), 0.01))
  })
})
