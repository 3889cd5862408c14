import { describe, expect, it } from 'vitest'
import type { CompletionLine, WholeLine } from '../../../src/model/report.ts'
import { firesLine, halfYear, insuredLine, jobsLine } from '../../support/half-year.ts'
import { type ExplainStyle, renderExplanation } from '../../support/rendered.ts'
import {
  change,
  changeBy,
  changeEnd,
  indicator,
  line,
  number,
  percent,
  period,
  planReport,
  threshold,
} from '../../support/report.ts'

/* How figures of time come about, step by step. The figures are those of test/support/half-year.ts. */

const style: ExplainStyle = { lang: 'en', color: false, unicode: true, width: 100, decimals: null }
const { plan } = halfYear()

const explained = (of: CompletionLine, given: Partial<ExplainStyle> = {}) =>
  renderExplanation([planReport(plan, [of])], { ...style, ...given })

/** The lines of each step of that name, its label taken off. */
function steps(text: string, label: string): string[] {
  const found: string[] = []
  let isInside = false
  for (const each of text.split('\n')) {
    const begins = /^ {2}\S/.test(each)
    if (begins) isInside = each.startsWith(`  ${label}  `)
    if (isInside && each.trim() !== '') found.push(each.replace(`  ${label}  `, '').trim())
  }
  return found
}

describe('an explanation', () => {
  it('spreads the target over the days that have passed, where the plan says nothing else', () => {
    expect(steps(explained(jobsLine), 'expected to date')).toEqual([
      '17,000 × (181 ÷ 365) = 8,430.136986…',
      '181 of 365 days',
      'evenly by days; the plan states no phasing',
    ])
    expect(steps(explained(jobsLine), 'pace')).toEqual(['7,350 ÷ 8,430.136986… = 87.187195320116…%'])
    expect(steps(explained(firesLine), 'expected to date')[2]).toBe('evenly by days, as stated in the plan')
  })

  it('takes the share that the plan states, and of a rate from its baseline', () => {
    const rate = indicator('rate', {
      type: 'rate',
      target: changeBy('reduce_by', '0.3'),
      phasing: [{ period: period('2018-Q2'), share: percent('50') }],
    })
    const text = explained(
      line(rate, {
        actual: number('3.14'),
        formula: 'change',
        achievement: number('0.14').dividedBy(number('0.3')),
        verdict: 'behind',
        expected: number('3.13'),
        pace: number('0.14').dividedBy(number('0.15')),
        change: change(changeEnd('3.28'), changeEnd('3.14'), { planned: [number('-0.3')], absolute: number('-0.14') }),
      }),
    )
    expect(steps(text, 'expected to date')).toEqual([
      '3.28 + (2.98 − 3.28) × 50% = 3.13%',
      '50% of the target is expected by then',
      'by the shares stated in the plan',
    ])
    expect(steps(text, 'pace')).toEqual(['(3.14 − 3.28) ÷ (3.13 − 3.28) = 93.333333333333…%'])
  })

  it('carries the actual on to the end of the plan, and spreads what is left over the time left', () => {
    expect(steps(explained(jobsLine), 'forecast')).toEqual(['7,350 ÷ (181 ÷ 365) = 14,821.823204…'])
    expect(steps(explained(jobsLine), 'still required')).toEqual([
      '(17,000 − 7,350) ÷ 6 = 1,608.333333…',
      'needs 1,609 a month for the 6 months left',
    ])
    expect(steps(explained(jobsLine, { lang: 'vi' }), 'còn phải thực hiện')).toEqual([
      '(17.000 − 7.350) ÷ 6 = 1.608,333333…',
      'cần 1.609 mỗi tháng trong 6 tháng còn lại',
    ])
  })

  it('never rounds what is needed to too little, nor what a ceiling leaves to too much', () => {
    const needs = (value: string, given: WholeLine = jobsLine) =>
      steps(explained({ ...given, required: { value: number(value), per: 'months', left: 6 } }), 'still required')[1]
    expect(needs('1608.01')).toContain('needs 1,609 ')
    expect(needs('1608')).toContain('needs 1,608 ')
    expect(needs('0.01')).toContain('needs 0.1 ')
    expect(needs('4.19', firesLine)).toContain('at most 4.1 ')
  })

  it('subtracts the figures of earlier periods, and names the plan that they were reported for', () => {
    expect(steps(explained(jobsLine), 'in the period')).toEqual(['1,250, in June 2018 alone'])
    expect(steps(explained(jobsLine), 'vs previous')).toEqual([
      '1,250 − 1,450 = −200',
      '(−200) ÷ 1,450 = −13.793103448275…%',
      'May 2018, plan p',
    ])
    expect(steps(explained(jobsLine), 'vs same period last year')).toEqual([
      '1,250 − 1,000 = +250',
      '250 ÷ 1,000 = 25%',
      'June 2017, plan p-2017',
      '7,350 − 7,000 = +350',
      '350 ÷ 7,000 = 5%',
      'first half of 2017, plan p-2017',
      'The earlier figure is partial: 5 of 6 months.',
    ])
    expect(steps(explained(insuredLine), 'vs same period last year')[0]).toBe('88.5 − 86.2 = +2.3 pp')
    expect(steps(explained(firesLine), 'vs same period last year')[1]).toBe(
      'No percentage: the earlier figure is 0 or below.',
    )
  })

  it('says why figures of two standards are not subtracted', () => {
    const lastYear = jobsLine.lastYear && {
      ...jobsLine.lastYear,
      absolute: null,
      relative: null,
      differsIn: 'standard',
    }
    const text = explained({ ...jobsLine, inPeriod: null, lastYear } as CompletionLine)
    expect(steps(text, 'vs same period last year')).toContain('Not comparable: the two figures differ in standard.')
  })

  it('holds the line against the first target as well', () => {
    expect(steps(explained(jobsLine), 'original target')).toEqual([
      'at least 16,250',
      'variance −8,900',
      '7,350 ÷ 16,250 = 45.230769230769…%',
      'Behind',
    ])
    expect(steps(explained(insuredLine), 'original target')).toEqual([])
  })

  it('says what was printed about the figure, and whether it is the calculated one', () => {
    expect(steps(explained(jobsLine), 'published')).toEqual(['44%', 'differs from the calculation'])
    expect(steps(explained(insuredLine), 'published')).toEqual(['98%', 'as calculated'])
    const unclear = { ...insuredLine, published: insuredLine.published && { ...insuredLine.published, agrees: null } }
    expect(steps(explained(unclear), 'published')[1]).toBe('cannot be compared with the calculation')
  })

  it('has what was said of a result beside it', () => {
    expect(explained(jobsLine)).toContain('note: Without workers sent abroad')
  })

  it('says nothing of time where nothing is known of it', () => {
    const text = explained(line(indicator('x', { target: threshold('at_least', '5') })))
    expect(text).not.toMatch(/expected|pace|forecast|still|previous|last year|published/)
  })
})
