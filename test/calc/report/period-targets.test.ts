import { describe, expect, it } from 'vitest'
import { calculated } from '../../../src/calc/report/report.ts'
import { parseDay } from '../../../src/model/period.ts'
import { read } from '../../read/support.ts'

/** One indicator of a plan of 2021 to 2025: target, verdict and what is expected, as of a day. */
function on(day: string, keys: string, rows: string) {
  const text = `kind: plan
id: p
title: P
period: 2021/2025
indicators:
  - id: i
    name: I
${keys.replace(/^/gm, '    ')}
---
kind: actuals
plan: p
observations:
${rows.replace(/^/gm, '  - ')}
`
  const { plans, observations, references, problems } = read(text)
  const inputs = { plans, observations, references, unreadResults: [], unreadPlans: [] }
  const asked = { asOf: parseDay(day) ?? null, period: null, targets: 'revised' } as const
  const { report, problems: found } = calculated(inputs, asked)
  const [line] = report.plans[0]?.lines ?? []
  const codes = [...problems, ...found].map(({ code }) => code)
  if (!line) return { codes }
  const target = line.target?.target
  return {
    target: target && 'value' in target ? target.value.toDecimal() : null,
    actual: line.actual?.toDecimal() ?? null,
    verdict: line.verdict,
    expected: line.expected?.toFixed(2) ?? null,
    codes,
  }
}

const COVERAGE = `type: rate
target: { at_least: 95 }
targets_by_period: { 2021: 90.5, 2022: 91 }`

describe('a target of a part of the plan', () => {
  it('is in force until the day on which the part ends', () => {
    const rows = '{ indicator: i, period: 2022, value: 91 }'
    expect(on('2022-12-31', COVERAGE, rows)).toMatchObject({ target: '91', verdict: 'met' })
    expect(on('2023-01-01', COVERAGE, rows)).toMatchObject({ target: '95', verdict: 'behind' })
  })

  it('is expected from the one before it, without a baseline not in the first part', () => {
    // 90.5 + (91 − 90.5) × 181 ÷ 365
    const half = on('2022-06-30', COVERAGE, '{ indicator: i, period: 2022-H1, value: 90.7 }')
    expect(half).toMatchObject({ expected: '90.75', verdict: 'behind' })
    const first = on('2021-06-30', COVERAGE, '{ indicator: i, period: 2021-H1, value: 90.2 }')
    expect(first).toMatchObject({ target: '90.5', expected: null, verdict: 'open' })
  })

  it('of a count is a running total, however it is written', () => {
    const rows = '{ indicator: i, period: 2021/2022, value: 95 }'
    const running = 'target: 300\ntargets_by_period: { 2021: 40, 2022: 100, 2025: 300 }'
    const each = 'target: 300\ntargets_by_period: { 2021: 40, 2022: 60, 2023: 80, 2024: 70, 2025: 50 }'
    for (const keys of [running, each]) {
      expect(on('2022-12-31', keys, rows)).toMatchObject({ target: '100', actual: '95', verdict: 'missed' })
    }
  })

  it('that comes to another target is a problem', () => {
    expect(on('2022-12-31', 'target: 300\ntargets_by_period: { 2021: 40, 2025: 290 }', '')).toMatchObject({
      codes: expect.arrayContaining(['bad-phasing']),
    })
  })
})

describe('a count that does not accumulate', () => {
  const keys = 'target: 1000\naccumulate: no\ntargets_by_period: { 2021: 800 }'

  it('begins again with each year, whose target is its own', () => {
    const rows = `{ indicator: i, period: 2021, value: 790 }
{ indicator: i, period: 2022-Q1, value: 260 }
{ indicator: i, period: 2022-Q2, value: 240, basis: increment }`
    expect(on('2021-12-31', keys, rows)).toMatchObject({ target: '800', actual: '790', verdict: 'missed' })
    // 1,000 × 181 ÷ 365
    const half = { target: '1000', actual: '500', expected: '495.89', verdict: 'on-track' }
    expect(on('2022-06-30', keys, rows)).toMatchObject(half)
    expect(on('2023-03-31', keys, rows)).toMatchObject({ actual: null, verdict: 'not-reported' })
  })

  it('takes no result of several years', () => {
    const rows = '{ indicator: i, period: 2021/2022, value: 1700 }'
    expect(on('2022-12-31', keys, rows)).toEqual({ codes: ['period-outside-plan'] })
  })
})
