import { describe, expect, it } from 'vitest'
import { renderReportCsv, renderReportJson } from '../../src/render/data/report.ts'
import { halfYear } from '../support/half-year.ts'

/* What time and place add to the formats for programs. The figures are those of test/support/half-year.ts. */

const report = { plans: [halfYear()] }
const [plan] = JSON.parse(
  String(renderReportJson(report, { problems: [], complete: true, inputs: [], lang: 'en' })),
).plans
const rowOf = (id: string, area: string | null = null) =>
  plan.indicators.find((row: { id: string; area: string | null }) => row.id === id && row.area === area)

describe('the report as JSON', () => {
  it('gives what was reached in the period alone beside the month before and the same month last year', () => {
    expect(rowOf('jobs').inPeriod).toEqual({
      period: '2018-06',
      value: 1250,
      status: 'final',
      partial: null,
      lastYear: {
        plan: 'p-2017',
        period: '2017-06',
        value: 1000,
        partial: null,
        differsIn: null,
        absolute: 250,
        relative: 25,
        tinyBase: false,
      },
      previous: {
        plan: 'p',
        period: '2018-05',
        value: 1450,
        partial: null,
        differsIn: null,
        absolute: -200,
        relative: -13.793103448276,
        tinyBase: false,
      },
    })
  })

  it('gives the total beside that of last year, with how much of that was reported', () => {
    expect(rowOf('jobs').lastYear).toMatchObject({
      period: '2017-01/2017-06',
      value: 7000,
      partial: { of: 'months', reported: 5, expected: 6 },
      absolute: 350,
      relative: 5,
    })
    expect(rowOf('insured').previous).toMatchObject({ period: '2018-Q1', value: 88.6, absolute: -0.1 })
  })

  it('gives pace, forecast and what each month left has to bring', () => {
    expect(rowOf('jobs')).toMatchObject({
      expected: 8430.13698630137,
      pace: 87.187195320117,
      forecast: 14821.82320441989,
      required: { value: 1608.333333333333, per: 'months', left: 6 },
    })
    expect(rowOf('growth')).toMatchObject({ expected: null, pace: null, forecast: null, required: null })
  })

  it('gives the first target with what the row would be under it, and the decision that replaced it', () => {
    expect(rowOf('jobs').original).toEqual({
      target: { kind: 'at_least', value: 16250 },
      variance: -8900,
      favourable: false,
      formula: 'attainment',
      achievement: 45.230769230769,
      undefined: null,
      verdict: 'behind',
    })
    expect(rowOf('jobs').revision).toEqual({ date: '2018-04-01', decision: '12/NQ-HĐND' })
    expect(rowOf('fires')).toMatchObject({ original: null, revision: null })
  })

  it('keeps a month without a figure in the series, as null and not as 0', () => {
    expect(rowOf('jobs').increments.map(({ value }: { value: number | null }) => value)).toEqual([
      1050,
      900,
      null,
      1300,
      1450,
      1250,
    ])
  })

  it('gives areas their place, and their share of the shortfall in per cent', () => {
    expect(rowOf('jobs', 'phu-ly')).toMatchObject({ rank: { place: 1, of: 3 }, shortfallShare: null })
    expect(rowOf('jobs', 'kim-bang')).toMatchObject({ rank: { place: 3, of: 3 }, shortfallShare: 60.33 })
    expect(plan.areas[0]).toEqual({ id: 'phu-ly', name: { vi: 'Phủ Lý', en: 'Phủ Lý' }, parent: null })
  })

  it('gives what was printed about a figure, who answers for it and what was said of it', () => {
    expect(rowOf('jobs')).toMatchObject({
      published: { value: 44, agrees: false },
      responsible: { vi: 'Phòng Việc làm', en: 'Employment division' },
    })
    expect(rowOf('jobs').inputs[0].note.en).toBe('Without workers sent abroad')
    expect(rowOf('fires').note.en).toBe('Forest fires not counted')
  })
})

describe('the report as CSV', () => {
  const [head = '', ...rows] = renderReportCsv(report).toString().trimEnd().split('\n')
  const columns = head.split(',')
  // No cell of these holds a comma.
  const cells = (row = '') => Object.fromEntries(row.split(',').map((cell, index) => [columns[index], cell]))

  it('has the same figures, one a column', () => {
    expect(cells(rows[0])).toMatchObject({
      id: 'jobs',
      reporting_period: '2018-06',
      required: '1608.333333333333',
      required_per: 'months',
      required_left: '6',
      revision_date: '2018-04-01',
      revision_decision: '12/NQ-HĐND',
      original_target_value: '16250',
      original_achievement: '45.230769230769',
      in_period_value: '1250',
      in_period_previous_absolute: '-200',
      in_period_last_year_relative: '25',
      last_year_value: '7000',
      last_year_partial_reported: '5',
      increments: '2018-01=1050 2018-02=900 2018-03= 2018-04=1300 2018-05=1450 2018-06=1250',
      published: '44',
      published_agrees: 'false',
      section_en: 'Labour',
      responsible_en: 'Employment division',
      result_note_en: 'Without workers sent abroad',
    })
    expect(cells(rows[3])).toMatchObject({ area: 'kim-bang', rank: '3', rank_of: '3', shortfall_share: '60.33' })
  })
})
