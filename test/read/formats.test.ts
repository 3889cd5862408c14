import { describe, expect, it } from 'vitest'
import { inShort, read } from './support.ts'

const plan = `kind: plan
id: ha-nam-2018
title:
  vi: Chỉ tiêu lao động, xã hội tỉnh Hà Nam năm 2018
  en: "Hà Nam labour and social targets, 2018"
period: 2018
numbers: vi
source: Báo Dân sinh        # or title, url (http, https), page, date
decimals: 0                 # of printed percentages; default 1
rounding: half-up           # half-even, truncate
tolerance: 95%
areas:
  - { id: phu-ly, name: Phủ Lý }          # also parent, from, until, was: [old ids]
  - { id: duy-tien, name: Duy Tiên }
sections:
  - { id: jobs, name: Việc làm }
indicators:
  - id: jobs
    no: I.1
    section: jobs
    name: { vi: Giải quyết việc làm mới, en: New jobs }
    unit: { vi: lao động, en: workers }
    responsible: Phòng Việc làm
    target: 16.250
    phasing:
      2018-Q1: 20%
      2018-Q2: 45%
      2018-Q3: 75%
      2018-Q4: 100%
    targets_by_area: { phu-ly: 3.500, duy-tien: 2.100 }
    severity: error         # off, warn, error: for \`pva check\`
    of_which:
      - id: labour-export
        name: Xuất khẩu lao động
        target: 1.000
    revisions:
      - { date: 2018-07-01, target: 17.000, decision: 12/NQ-HĐND }
  - id: poverty-rate
    type: poverty-rate
    standard: 2016-2020
    name: Tỷ lệ hộ nghèo
    baseline:
      period: 2017
      rate: 3,28            # and poor, households; standard where it differs. Other types: value
    target:
      reduce_by: 0,3
  - id: special-children
    type: rate
    name: Trẻ em có hoàn cảnh đặc biệt
    target:
      at_most: 3,81
  - id: gender-equality-plan
    type: task
    name: Kế hoạch hành động bình đẳng giới
    target: done
`

const actuals = `kind: actuals
plan: ha-nam-2018           # or a list: one result answered against several plans
period: 2018                # what these figures cover, unless a row says otherwise
area: phu-ly                # optional: applies to every result below
basis: cumulative           # or increment; needed only when the period starts after the plan's
status: final               # final, provisional (sơ bộ), estimate (ước)
source: "Niên giám thống kê Hà Nam 2018, p. 21"
numbers: vi
results:                    # short form
  jobs: 18.923
  trainees:
    value: 812
    cumulative: 1.530
    published: 118%         # what was printed about it; checked
  poverty-rate:
    rate: 2,73              # poor, households, poor_change, escaped, relapsed, new, other; standard
  gender-equality-plan: done          # done, in-progress, not-started
observations:               # long form: any period and area, one a row; same keys, and indicator
  - { indicator: jobs, period: 2018-Q1, area: phu-ly, value: 812, status: estimate }
`

describe('the documented plan', () => {
  const { plans, problems } = read(plan)
  const [ha] = plans

  it('is read without a problem', () => {
    expect(problems).toEqual([])
    expect(ha).toMatchObject({ id: 'ha-nam-2018', decimals: 0, rounding: 'half-up', unread: [] })
    expect(ha?.title.en).toBe('Hà Nam labour and social targets, 2018')
    expect(ha?.tolerance?.toString()).toBe('0.95')
  })

  it('keeps the parts of an indicator right behind it', () => {
    expect(ha?.indicators.map(({ id, parent }) => [id, parent])).toEqual([
      ['jobs', null],
      ['labour-export', 'jobs'],
      ['poverty-rate', null],
      ['special-children', null],
      ['gender-equality-plan', null],
    ])
    expect(ha?.indicators[1]).toMatchObject({ unit: { vi: 'lao động', en: 'workers' }, type: 'count', section: 'jobs' })
  })

  it('has its numbers in the notation it declares', () => {
    const [jobs, , poverty, children, task] = ha?.indicators ?? []
    const targets = [jobs?.target, jobs?.revisions[0], poverty?.target, children?.target]
    expect(targets.map((stated) => stated && inShort(stated.target))).toEqual([
      'at_least 16250',
      'at_least 17000',
      'reduce_by 0.3',
      'at_most 3.81',
    ])
    expect([...(jobs?.targetsByArea ?? [])].map(([area, { target }]) => [area, inShort(target)])).toEqual([
      ['phu-ly', 'at_least 3500'],
      ['duy-tien', 'at_least 2100'],
    ])
    expect(String(poverty?.baseline?.value?.value)).toBe('3.28')
    expect(poverty?.baseline).toMatchObject({ standard: '2016-2020', period: { text: '2017' } })
    expect(task?.target?.target).toEqual({ kind: 'done' })
  })
})

describe('the documented results', () => {
  const { observations, problems, references } = read(actuals)

  it('are read without a problem', () => {
    expect(problems).toEqual([])
    expect(references).toMatchObject([{ plan: 'ha-nam-2018', at: { line: 2, column: 7 } }])
    expect(
      observations.map(({ indicator, value, state, period }) => [
        indicator,
        value?.value.toString() ?? state?.text,
        period.text,
      ]),
    ).toEqual([
      ['jobs', '18923', '2018'],
      ['trainees', '812', '2018'],
      ['poverty-rate', '2.73', '2018'],
      ['gender-equality-plan', 'done', '2018'],
      ['jobs', '812', '2018-Q1'],
    ])
  })

  it('take from the document what a row does not say', () => {
    expect(observations[0]).toMatchObject({ area: 'phu-ly', basis: 'cumulative', status: 'final' })
    expect(observations[0]?.value?.source?.title.vi).toBe('Niên giám thống kê Hà Nam 2018, p. 21')
    expect(observations[1]).toMatchObject({
      cumulative: { text: '1.530', decimals: 0 },
      published: { mark: 'percent' },
    })
    expect(observations[4]).toMatchObject({ status: 'estimate', area: 'phu-ly' })
  })
})
