import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../src/model/report.ts'
import { formatOf } from '../../../src/render/figure/format.ts'
import { verdictText } from '../../../src/render/figure/verdict-text.ts'
import { findingMessage } from '../../../src/render/view/check/finding-text.ts'
import { summaryText } from '../../../src/render/view/report/report-head.ts'
import { renderTable } from '../../support/rendered.ts'
import {
  change,
  changeBy,
  changeEnd,
  comparison,
  day,
  indicator,
  line,
  number,
  period,
  place,
  plan,
  planReport,
  threshold,
} from '../../support/report.ts'

const en = formatOf('en', true, 'half-up')
const vi = formatOf('vi', true, 'half-up')
const figures = (actual: string, expected: string, verdict: Verdict) => ({
  actual: number(actual),
  expected: number(expected),
  verdict,
})
const accidents = indicator('accidents', { target: threshold('at_most', '40') })
const over = line(accidents, figures('22', '20', 'behind'))
const within = line(accidents, figures('9', '20', 'on-track'))

describe('the verdict of a ceiling while the plan runs', () => {
  it('does not read as if there were something to reach', () => {
    expect([over, within].map((each) => verdictText(each, en))).toEqual([
      'Above the ceiling to date',
      'Within the ceiling',
    ])
    expect([over, within].map((each) => verdictText(each, vi))).toEqual(['Vượt mức trần đến nay', 'Trong mức trần'])
  })

  it('is "on track" where a tolerance lets a figure above it pass, since it is not within it', () => {
    expect(verdictText(line(accidents, figures('21', '20', 'on-track')), en)).toBe('On track')
  })

  it('is that of all others for a floor and for a planned fall', () => {
    const floor = indicator('jobs', { target: threshold('at_least', '40') })
    const fall = indicator('rate', { type: 'rate', target: changeBy('reduce_by', '1') })
    for (const of of [floor, fall]) {
      expect(verdictText(line(of, figures('22', '20', 'behind')), en)).toBe('Behind')
      expect(verdictText(line(of, figures('22', '20', 'on-track')), en)).toBe('On track')
    }
  })

  it('is counted below the table in the words that stand in it', () => {
    const jobs = line(indicator('jobs', { target: threshold('at_least', '40') }), figures('5', '20', 'behind'))
    const text = summaryText(planReport(plan('p'), [jobs, over, within]), en)
    expect(text.replaceAll('\u00a0', ' ')).toBe(
      '3 indicators: 1 within the ceiling · 1 behind · 1 above the ceiling to date',
    )
  })

  it('is told by a check in the same words', () => {
    const base = { plan: 'p', indicator: 'accidents', area: null, severity: 'error', at: place } as const
    const finding = { ...base, rule: 'behind', line: over, expected: number('20'), found: number('22') } as const
    expect(findingMessage(finding, en)).toBe('Above the ceiling to date: accidents: expected 20, found 22 (+2)')
  })
})

describe('a yearly poverty rate beside its baseline', () => {
  const of2017 = period('2017')
  const rate = line(indicator('poverty', { type: 'poverty-rate', target: changeBy('reduce_by', '0.3') }), {
    actual: number('2.73'),
    actualPeriod: period('2018'),
    verdict: 'exceeded',
    change: change(changeEnd('3.28', { period: of2017 }), changeEnd('2.73', { period: period('2018') })),
    lastYear: comparison('2017', '3.28', { absolute: number('-0.55') }),
  })
  const earlierIn = (given: typeof rate, sections: readonly ('completion' | 'poverty')[]) =>
    renderTable(
      { plans: [planReport(plan('p'), [given], { asOf: day('2018-12-31') })] },
      { lang: 'en', color: false, unicode: true, width: 100, decimals: null, quiet: true, byArea: false, sections },
    ).includes('Compared with earlier periods')

  it('has no line among the earlier periods where the poverty table says the same below', () => {
    expect(earlierIn(rate, ['completion', 'poverty'])).toBe(false)
    expect(earlierIn(rate, ['completion'])).toBe(true)
  })

  it('has one where it says more: another figure of that year, another time, the period before', () => {
    const others = [
      { ...rate, lastYear: comparison('2017', '3.3', { absolute: number('-0.57') }) },
      { ...rate, lastYear: comparison('2017-06', '3.28', { absolute: number('-0.55') }) },
      { ...rate, previous: comparison('2018-06', '3', { absolute: number('-0.27') }) },
    ]
    for (const other of others) expect(earlierIn(other, ['completion', 'poverty'])).toBe(true)
  })
})
