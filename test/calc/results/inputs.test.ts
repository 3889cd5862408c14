import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Input } from '../../../src/model/report.ts'
import { baseline, counts, lineOf, observed, placeAt, reportOf, targetOf, taskState } from '../../support/calc.ts'
import { day, figure, indicator, name, plan, source } from '../../support/report.ts'

function inputsOf(rows: readonly Observation[], given: Partial<Indicator> = {}): readonly Input[] {
  return lineOf(reportOf(plan('plan', { indicators: [indicator('it', given)] }), rows).report, 'it').inputs
}

const named = (inputs: readonly Input[]) =>
  inputs.map(({ field, text, period, status }) => [field, text, period?.text ?? '', status ?? ''].join(' ').trim())

describe('every value that a line rests on', () => {
  it('is listed: targets, baseline, results, then what they replaced', () => {
    const revised = { ...targetOf('at_least 17000'), text: '17.000' }
    const inputs = inputsOf(
      [
        observed('it', '2018', '18923'),
        observed('it', '2018', '18900', { status: 'provisional' }),
        observed('it', '2018', null, { status: 'estimate', cumulative: figure('18000') }),
      ],
      {
        target: { ...targetOf('at_least 16000'), text: '16.000' },
        revisions: [{ ...revised, date: day('2018-07-01'), decision: null }],
        baseline: baseline('15000'),
      },
    )
    expect(named(inputs)).toEqual([
      'target 17.000',
      'original-target 16.000',
      'baseline 15000 2017',
      'actual 18923 2018 final',
      'superseded 18900 2018 provisional',
      'superseded 18000 2018 estimate',
    ])
  })

  it('of a poverty rate holds the counts at both ends, each once', () => {
    const inputs = inputsOf(
      [
        observed('it', '2018', '8.75', {
          counts: counts({
            poor: '1750',
            households: '20000',
            poor_change: '-150',
            escaped: '310',
            relapsed: '40',
            new: '125',
            other: '-5',
          }),
        }),
      ],
      { type: 'poverty-rate', baseline: baseline('9.5', { poor: figure('1900'), households: figure('20000') }) },
    )
    expect(inputs.map(({ field, text }) => `${field} ${text}`)).toEqual([
      'baseline 9.5',
      'baseline-poor 1900',
      'baseline-households 20000',
      'actual 8.75',
      'poor 1750',
      'households 20000',
      'poor-change -150',
      'escaped 310',
      'relapsed 40',
      'new 125',
      'other -5',
    ])
  })

  it('of a poverty rate without counts holds it and the movements that are known', () => {
    const row = observed('it', '2018', '8.75', { counts: counts({ escaped: '310', new: '125' }) })
    expect(inputsOf([row], { type: 'poverty-rate' }).map(({ field, text }) => `${field} ${text}`)).toEqual([
      'actual 8.75',
      'escaped 310',
      'new 125',
    ])
  })

  it('of a poverty rate holds the number of the poor also where that of households is not known', () => {
    const row = observed('it', '2018', '8.75', { counts: counts({ poor: '1750' }) })
    const inputs = inputsOf([row], { type: 'poverty-rate' })
    expect(inputs.map(({ field, text }) => `${field} ${text}`)).toEqual(['actual 8.75', 'poor 1750'])
  })

  it('of a task is its state', () => {
    const state = taskState('done', placeAt(8))
    const [input] = inputsOf([observed('it', '2018', null, { state })], { type: 'task' })
    expect(input).toMatchObject({ field: 'actual', text: 'done', at: placeAt(8), figure: null, status: 'final' })
  })

  it('leaves out what says nothing of the figure', () => {
    expect(inputsOf([])).toEqual([])
    const silent = observed('it', '2018', null, { status: 'estimate', state: null, published: figure('5') })
    expect(named(inputsOf([observed('it', '2018', '5'), silent]))).toEqual(['actual 5 2018 final'])
    expect(
      named(inputsOf([observed('it', '2018', null, { state: taskState('done') })], { type: 'task' })),
    ).toHaveLength(1)
  })
})

it('the source of a figure goes before that of its row', () => {
  const [own, ofRow] = [source(name('own')), source(name('row'))]
  const sourceOf = (row: Observation) => inputsOf([row])[0]?.source
  expect(sourceOf(observed('it', '2018', '5', { source: ofRow }))).toEqual(ofRow)
  expect(sourceOf(observed('it', '2018', null, { value: { ...figure('5'), source: own }, source: ofRow }))).toEqual(own)
})
