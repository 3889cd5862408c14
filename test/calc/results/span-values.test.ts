import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestOfEachPeriod } from '../../../src/calc/results/accumulate.ts'
import { piecesOf, spanValues } from '../../../src/calc/results/running-total.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { partsOf } from '../../../src/model/period.ts'
import { observed, textOf } from '../../support/calc.ts'
import { figure, indicator, period, plan } from '../../support/report.ts'

const of2018 = plan('plan')

function valuesOf(rows: readonly Observation[]) {
  const { best } = bestOfEachPeriod(indicator('it'), rows, [])
  return spanValues(of2018.period.start, piecesOf(of2018, best, []))
}

const overOf = (rows: readonly Observation[], span: string) => textOf(valuesOf(rows)(period(span))?.value)

const since = (of: string, value: string, given: Partial<Observation> = {}) =>
  observed('it', of, value, { basis: 'cumulative', ...given })
const increment = (of: string, value: string, given: Partial<Observation> = {}) =>
  observed('it', of, value, { basis: 'increment', ...given })
const form = (of: string, value: string, cumulative: string) =>
  observed('it', of, value, { basis: 'increment', cumulative: figure(cumulative) })

describe('what a flow came to over a span', () => {
  it.each<[string, readonly Observation[], string, string | null]>([
    ['is the figure of that span', [increment('2018-Q2', '310')], '2018-Q2', '310'],
    ['is the figure of a span written otherwise', [increment('2018-Q2', '310')], '2018-04/2018-06', '310'],
    ['is the difference of running totals', [since('2018-Q1', '250'), since('2018-H1', '560')], '2018-Q2', '310'],
    [
      'is the sum of increments that tile it',
      [increment('2018-04', '90'), increment('2018-05', '100'), increment('2018-06', '120')],
      '2018-Q2',
      '310',
    ],
    [
      'is a running total less the increments before it',
      [increment('2018-01', '80'), increment('2018-02', '70'), since('2018-Q1', '250')],
      '2018-03',
      '100',
    ],
    [
      'is a total less what came after it',
      [since('2018-H1', '560'), increment('2018-05', '100'), increment('2018-06', '120')],
      '2018-01/2018-04',
      '340',
    ],
    ['is what a form says of the month', [form('2018-05', '100', '440')], '2018-05', '100'],
    ['and of the months before it', [form('2018-05', '100', '440')], '2018-01/2018-04', '340'],
    [
      'is of the most certain figures that give it',
      [
        since('2018-07', '1075', { status: 'provisional' }),
        increment('2018-08', '138'),
        increment('2018-09', '222'),
        since('2018-09', '1431'),
      ],
      '2018-08/2018-09',
      '360',
    ],
    [
      'is of final figures alone where they give it, whatever estimates around it say',
      [
        observed('it', '2018-Q1', null, { cumulative: figure('10'), status: 'estimate' }),
        observed('it', '2018-01/2018-09', null, { cumulative: figure('60'), status: 'estimate' }),
        increment('2018-Q2', '12'),
        increment('2018-Q3', '13'),
      ],
      '2018-04/2018-09',
      '25',
    ],
    ['may be that of the plan', [since('2018-Q1', '250')], '2018-Q1', '250'],
    ['may be below zero', [since('2018-Q1', '250'), since('2018-H1', '240')], '2018-Q2', '-10'],
    // Nobody knows June from the second quarter.
    ['is not known where no figure ends', [increment('2018-Q2', '310')], '2018-06', null],
    ['nor where none begins', [increment('2018-Q2', '310')], '2018-05/2018-06', null],
    ['nor over a gap', [increment('2018-Q1', '250'), increment('2018-Q3', '300')], '2018-01/2018-09', null],
    [
      'nor of overlapping spans',
      [increment('2018-02/2018-03', '1'), increment('2018-03/2018-04', '2')],
      '2018-03',
      null,
    ],
    ['nor where nothing is reported', [], '2018-Q1', null],
    [
      'behind a gap it is',
      [increment('2018-Q1', '250'), increment('2018-07', '90'), increment('2018-08', '60')],
      '2018-07/2018-08',
      '150',
    ],
  ])('%s', (_, rows, span, expected) => {
    expect(overOf(rows, span)).toBe(expected)
  })

  it('is the stated total of a form whose figures contradict each other', () => {
    expect(overOf([form('2018-01', '80', '82')], '2018-01')).toBe('82')
  })

  it('is by stated totals where increments contradict them', () => {
    const rows = [increment('2018-Q1', '250'), increment('2018-Q2', '300'), since('2018-01/2018-06', '560')]
    expect(overOf(rows, '2018-H1')).toBe('560')
    const thirds = [...rows, increment('2018-Q3', '100'), since('2018-01/2018-09', '700')]
    // 700 − 560, whatever else was said of the third quarter: the figure of the span itself.
    expect(overOf(thirds, '2018-Q3')).toBe('100')
    // 700 − 250, not 300 + 100.
    expect(overOf(thirds, '2018-04/2018-09')).toBe('450')
  })
})

describe('its status', () => {
  const rows = [
    increment('2018-01', '80', { status: 'provisional' }),
    increment('2018-02', '70'),
    increment('2018-03', '100', { status: 'estimate' }),
    increment('2018-04', '90'),
  ]
  const statusOf = (span: string) => valuesOf(rows)(period(span))?.status

  it.each([
    ['2018-02', 'final'],
    ['2018-01', 'provisional'],
    ['2018-01/2018-02', 'provisional'],
    ['2018-Q1', 'estimate'],
    ['2018-02/2018-03', 'estimate'],
  ])('over %s is the least certain of its own figures: %s', (span, expected) => {
    expect(statusOf(span)).toBe(expected)
  })

  it('counts what was taken off a total', () => {
    const total = since('2018-01/2018-09', '900')
    expect(valuesOf([...rows.slice(0, 2), total])(period('2018-03/2018-09'))).toMatchObject({
      status: 'provisional',
      newest: total,
    })
    expect(valuesOf([...rows.slice(1), since('2018-01', '80'), total])(period('2018-04/2018-09'))?.status).toBe(
      'estimate',
    )
  })

  it('is that of the better figure where one replaced another', () => {
    const twice = [increment('2018-02', '60', { status: 'estimate' }), ...rows]
    expect(valuesOf(twice)(period('2018-02'))).toMatchObject({ status: 'final' })
    expect(overOf(twice, '2018-02')).toBe('70')
  })
})

it('names the figure that ends with it', () => {
  const [january, february] = [increment('2018-01', '80'), increment('2018-02', '70')]
  const values = valuesOf([january, february])
  expect(values(period('2018-02'))).toMatchObject({ newest: february })
  expect(values(period('2018-01/2018-02'))).toMatchObject({ newest: february })
})

it('every span of a year by months is the sum of its months, whatever the form of the reports', () => {
  const months = partsOf(period('2018'), 'months')
  const form = fc.constantFrom('increment', 'cumulative', 'both')
  const year = fc.array(fc.tuple(fc.integer({ min: -50, max: 500 }), form), { minLength: 12, maxLength: 12 })
  const span = fc.tuple(fc.nat(11), fc.nat(11)).map((ends) => ends.toSorted((a, b) => a - b) as [number, number])
  fc.assert(
    fc.property(year, span, fc.boolean(), (reported, [from, to], isReversed) => {
      let total = 0
      const rows = reported.map(([value, how], index) => {
        total += value
        const text = months[index]?.text ?? ''
        if (how === 'cumulative') return since(text, String(total))
        return increment(text, String(value), how === 'both' ? { cumulative: figure(String(total)) } : {})
      })
      const sum = reported.slice(from, to + 1).reduce((all, [value]) => all + value, 0)
      const asked = { start: months[from]?.start ?? 0, end: months[to]?.end ?? 0 }
      expect(textOf(valuesOf(isReversed ? rows.toReversed() : rows)(asked)?.value)).toBe(String(sum))
    }),
  )
})
