import { describe, expect, it } from 'vitest'
import type { PlanReport } from '../../../../src/model/report.ts'
import { formatOf } from '../../../../src/render/figure/format.ts'
import { reportHead } from '../../../../src/render/view/report/report-head.ts'
import { day, period, plan, planReport } from '../../../support/report.ts'

const factsOf = (given: Partial<PlanReport>, lang: 'en' | 'vi' = 'en') =>
  reportHead({ ...planReport(plan('p'), []), asOf: day('2018-06-30'), ...given }, formatOf(lang, true, 'half-up')).facts

describe('the head of a report', () => {
  it('has the period of the plan', () => {
    expect(factsOf({}).slice(0, 2)).toEqual(['Period: 2018', 'as of 30 June 2018'])
    expect(factsOf({}, 'vi')[0]).toBe('Kỳ báo cáo: năm 2018')
  })

  it('has the reporting period beside it, where that is another', () => {
    const half = { period: period('2018-01/2018-06') }
    expect(factsOf(half).slice(0, 2)).toEqual(['Plan: 2018', 'reporting period: first half of 2018'])
    expect(factsOf(half, 'vi').slice(0, 2)).toEqual(['Kỳ kế hoạch: năm 2018', 'kỳ báo cáo: 6 tháng đầu năm 2018'])
    expect(factsOf({ period: period('2018-01/2018-12') })[0]).toBe('Period: 2018')
  })

  it('says which targets the results are held against, where these are not the ones in force', () => {
    expect(factsOf({ targets: 'original' })).toContain('compared with the original targets, before revisions')
    expect(factsOf({ targets: 'original' }, 'vi')).toContain('so với kế hoạch ban đầu, chưa điều chỉnh')
    expect(factsOf({}).join()).not.toContain('original')
  })
})
