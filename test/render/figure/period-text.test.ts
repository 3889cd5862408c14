import { describe, expect, it } from 'vitest'
import { dateText, periodText } from '../../../src/render/figure/period-text.ts'
import { wordsOf } from '../../../src/render/words/words.ts'
import { day, period } from '../../support/report.ts'

describe('periodText', () => {
  const cases: [written: string, vi: string, en: string][] = [
    ['2018', 'năm 2018', '2018'],
    ['2016/2020', 'giai đoạn 2016–2020', '2016–2020'],
    ['2018-H1', '6 tháng đầu năm 2018', 'first half of 2018'],
    ['2018-H2', '6 tháng cuối năm 2018', 'second half of 2018'],
    ['2018-Q3', 'quý III/2018', 'Q3 2018'],
    ['2018-03', 'tháng 3/2018', 'March 2018'],
    ['2018-01/2018-09', '9 tháng đầu năm 2018', 'January–September 2018'],
    ['2018-04/2018-08', 'từ tháng 4 đến tháng 8/2018', 'April–August 2018'],
    ['2018-01-15/2018-03-31', 'từ 15/01/2018 đến 31/03/2018', '15 January 2018 to 31 March 2018'],
    ['2018-07-01', '01/07/2018', '1 July 2018'],
    ['2018-Q4/2019-Q1', 'từ 01/10/2018 đến 31/03/2019', '1 October 2018 to 31 March 2019'],
  ]
  it.each(cases)('calls %s as the reports of each language do', (written, vi, en) => {
    expect(periodText(period(written), wordsOf('vi'))).toBe(vi)
    expect(periodText(period(written), wordsOf('en'))).toBe(en)
  })

  it('calls a span by its days, not by how it was written', () => {
    expect(periodText(period('2018-01/2018-03'), wordsOf('en'))).toBe('Q1 2018')
  })
})

describe('dateText', () => {
  it('writes days in the order of each language', () => {
    expect(dateText(day('2018-07-01'), wordsOf('vi'))).toBe('01/07/2018')
    expect(dateText(day('2018-07-01'), wordsOf('en'))).toBe('1 July 2018')
  })
})
