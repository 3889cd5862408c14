import { describe, expect, it } from 'vitest'
import { calculated } from '../../../src/calc/report/report.ts'
import { mappingByNames } from '../../../src/read/table/columns.ts'
import { csvTable } from '../../../src/read/table/csv.ts'
import { observationsFrom } from '../../../src/read/table/results.ts'
import { tableRead } from '../../../src/read/table/rows.ts'
import { read } from '../../read/support.ts'

const planWith = (target: string, more = '') => `kind: plan
id: p
title: P
period: 2018
indicators:
  - { id: pov, name: Pov, type: poverty-rate, ${target} }
  - { id: jobs, name: Jobs, target: 100 }
${more}`

/** The actual of the first indicator as a decimal, and the codes of all problems. */
function outcome(plan: string, rows: string, fractions: boolean | null) {
  const table = csvTable('t.csv', Buffer.from(`indicator,period,value\n${rows}`))
  const options = {
    plans: ['p'],
    notation: 'plain',
    isRegister: false,
    period: null,
    basis: null,
    known: null,
  } as const
  const { mapping } = mappingByNames(table, options)
  if (!mapping) throw new Error('there is no mapping')
  const observations = observationsFrom(tableRead(table, mapping), { ...mapping, fractions })
  const inputs = { plans: read(plan).plans, observations, references: [], unreadResults: [], unreadPlans: [] }
  const { report, problems } = calculated(inputs, { asOf: null, period: null, targets: 'revised' })
  const line = report.plans[0]?.lines.find(({ indicator }) => indicator.id === 'pov')
  return [line?.actual?.toDecimal(), ...problems.map(({ code }) => code)]
}

describe('a rate of a table that is between 0 and 1', () => {
  const plan = planWith('target: { at_most: 11 }, baseline: { period: 2017, rate: 13.5 }')

  it('is doubtful where a target or baseline is ten times above it', () => {
    expect(outcome(plan, 'pov,2018,0.12\n', null)).toEqual(['0.12', 'fraction-or-percent'])
    expect(outcome(planWith('target: { at_most: 1.2 }'), 'pov,2018,0.12\n', null)).toEqual([
      '0.12',
      'fraction-or-percent',
    ])
    expect(outcome(planWith('target: { at_most: 1.19 }'), 'pov,2018,0.12\n', null)).toEqual(['0.12'])
    expect(outcome(planWith('target: { reduce_by: 1 }, baseline: { rate: 13.5 }'), 'pov,2018,0.12\n', null)).toEqual([
      '0.12',
      'fraction-or-percent',
    ])
  })

  it('is none where it is marked, is 0, or another rate of the table is above 1', () => {
    expect(outcome(plan, 'pov,2018,0.12%\n', null)).toEqual(['0.12'])
    expect(outcome(plan, 'pov,2018,0\n', null)).toEqual(['0'])
    const other = '  - { id: other, name: O, type: rate, target: { at_least: 90 } }'
    const two = planWith('target: { at_most: 11 }', other)
    expect(outcome(two, 'pov,2018,0.12\nother,2018,1.5\n', null)).toEqual(['0.12'])
    expect(outcome(two, 'pov,2018,0.12\nother,2018,0.9\n', null)).toEqual(['0.12', 'fraction-or-percent'])
  })

  it('is as doubtful in a file of results, and a target beside results that are ten times above it', () => {
    const codes = (target: string, result: string) => {
      const { plans, observations } = read(`${planWith(`target: { at_least: ${target} }`)}---
kind: actuals
plan: p
period: 2018
results: { pov: ${result} }
`)
      const inputs = { plans, observations, references: [], unreadResults: [], unreadPlans: [] }
      const { problems } = calculated(inputs, { asOf: null, period: null, targets: 'revised' })
      return problems.map(({ args }) => 'of' in args && args.of)
    }
    expect(codes('90', '0.95')).toEqual(['results'])
    expect(codes('0.9', '95')).toEqual(['plan'])
    for (const [target, result] of [
      ['90', '0.95%'],
      ['0.9%', '95'],
      ['0.9', '8.9'],
      ['90', '1.01'],
    ] as const) {
      expect(codes(target, result)).toEqual([])
    }
  })

  it('is 100 times as much per cent where fractions are stated, and as it stands where they are not', () => {
    expect(outcome(plan, 'pov,2018,0.12\njobs,2018,0.5\n', true)).toEqual(['12'])
    expect(outcome(plan, 'pov,2018,0.12\n', false)).toEqual(['0.12'])
    expect(outcome(plan, 'pov,2018,12%\n', true)).toEqual(['12'])
    expect(outcome(plan, 'pov,2018,12\n', true)).toEqual([undefined, 'bad-value'])
  })
})
