import { describe, expect, it } from 'vitest'
import { Exact } from '../../../src/model/exact.ts'
import { everyCase } from '../../support/every-case.ts'
import { haNam2017, haNam2018 } from '../../support/ha-nam.ts'
import { halfYear } from '../../support/half-year.ts'
import { renderTable, type TableOptions } from '../../support/rendered.ts'
import { indicator, line, name, number, percent, plan, planReport, threshold } from '../../support/report.ts'

const plain: TableOptions = {
  lang: 'en',
  width: 80,
  color: false,
  unicode: true,
  decimals: null,
  quiet: false,
  sections: ['completion', 'poverty'],
  byArea: false,
}

/** Below its first line break, so that a table stands in the test as on a screen. */
const shown = (text: string) => `\n${text}`

describe('renderTable', () => {
  it('shows Hà Nam 2017 at 80 columns', () => {
    expect(shown(renderTable({ plans: [haNam2017()] }, plain))).toBe(`
Hà Nam labour and social targets, 2017
Period: 2017 · as of 31 December 2017 · final figures
Source: Báo Dân sinh, interview with the director of Hà Nam’s labour
  department

━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
No.  Indicator                  Target  Actual  Variance  Completion    Verdict
────────────────────────────────────────────────────────────────────────────────
Employment
1    New jobs (workers)       ≥ 16,000  18,923    +2,923      118.3%    Exceeded
       of which:
       Labour export           ≥ 1,050   1,124       +74      107.0%    Exceeded
       (people)

Poverty reduction
2    Poverty rate            reduce by   3.28%  −0.16 pp      120.0% ¹  Exceeded
                                0.8 pp

Vocational education
3    Vocational enrolment     ≥ 17,000  20,234    +3,234      119.0%    Exceeded
     and training (people)
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
¹ Completion = actual reduction ÷ planned reduction: 4.24% → 3.28% is 0.96 pp
  of 0.8 pp.

4 indicators: 4 exceeded

Poverty-rate changes
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Indicator           2016   2017     Change  Planned  Completion  Verdict
─────────────────────────────────────────────────────────────────────────
Poverty rate       4.24%  3.28%   −0.96 pp  −0.8 pp      120.0%  Exceeded
                                 (−22.64%)
  Poor households      –      –     −2,527
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

If the number of households did not change: 2,527 ÷ 0.96% ≈ 263,229 (260,515
  to 266,000, given the rounding of the rates).
`)
  })

  it('shows Hà Nam 2017 in Vietnamese, with units and bars at 120 columns', () => {
    expect(shown(renderTable({ plans: [haNam2017()] }, { ...plain, lang: 'vi', width: 120 }))).toBe(`
Chỉ tiêu lao động, xã hội tỉnh Hà Nam năm 2017
Kỳ báo cáo: năm 2017 · tính đến 31/12/2017 · số liệu chính thức
Nguồn: Báo Dân sinh, phỏng vấn giám đốc Sở LĐ-TB&XH Hà Nam

━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                                                                                         % hoàn
TT  Chỉ tiêu                         ĐVT            Kế hoạch  Thực hiện    Chênh lệch     thành                 Đánh giá
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Việc làm
1   Giải quyết việc làm mới          lao động       ≥ 16.000     18.923        +2.923    118,3%    ████████│█▍  Vượt
      Trong đó:
      Xuất khẩu lao động             người           ≥ 1.050      1.124           +74    107,0%    ████████│▌   Vượt

Giảm nghèo
2   Tỷ lệ hộ nghèo                   %                  giảm      3,28%  −0,16 điểm %    120,0% ¹  ████████│█▌  Vượt
                                                  0,8 điểm %

Giáo dục nghề nghiệp
3   Tuyển sinh, đào tạo nghề nghiệp  người          ≥ 17.000     20.234        +3.234    119,0%    ████████│█▌  Vượt
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
¹ % hoàn thành = mức giảm thực hiện ÷ mức giảm kế hoạch: 4,24% → 3,28% là 0,96 điểm % trên 0,8 điểm %.

4 chỉ tiêu: 4 vượt

Biến động tỷ lệ hộ nghèo
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                                                     Tăng/giảm
Chỉ tiêu        Năm 2016  Năm 2017     Tăng/giảm     tương đối     Kế hoạch  % hoàn thành  Đánh giá
───────────────────────────────────────────────────────────────────────────────────────────────────
Tỷ lệ hộ nghèo     4,24%     3,28%  −0,96 điểm %       −22,64%  −0,8 điểm %        120,0%  Vượt
  Số hộ nghèo          –         –        −2.527
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

Nếu tổng số hộ không đổi: 2.527 ÷ 0,96% ≈ 263.229 hộ (từ 260.515 đến 266.000, do các tỷ lệ đã làm tròn).
`)
  })

  it.each([
    ['a plan with published figures', haNam2017],
    ['one with every kind of target, two of a line', everyCase],
    ['one that runs, with last year and the pace', halfYear],
  ])('has bars where there is room: %s', (_, report) => {
    for (const width of [105, 120, 160])
      expect(renderTable({ plans: [report()] }, { ...plain, width })).toMatch(/█[█-▏│]/)
  })

  it('lists what was not reported once where that is more than half of a plan, and keeps what has parts with figures', () => {
    const lines = ['a', 'b', 'c', 'd', 'part'].map((id) =>
      line(indicator(id, { parent: id === 'part' ? 'd' : null, target: threshold('at_least', '10') }), {
        actual: id === 'part' ? Exact.of(9n) : null,
        verdict: id === 'part' ? 'missed' : 'not-reported',
      }),
    )
    const [table, apart] = renderTable(
      { plans: [planReport(plan('p'), [...lines, line(indicator('e'), { verdict: 'not-reported' })])] },
      plain,
    ).split('Not reported\n━')
    expect(
      [table, apart].map((text) => [...(text ?? '').matchAll(/^ *\d* +(\w+) .*10/gm)].map(([, id]) => id)),
    ).toEqual([
      ['d', 'part'],
      ['a', 'b', 'c'],
    ])
  })

  it('shows what was not reported as missing, never as 0', () => {
    expect(shown(renderTable({ plans: [haNam2018()] }, { ...plain, lang: 'vi', all: true }))).toBe(`
Chỉ tiêu lao động, xã hội tỉnh Hà Nam năm 2018
Kỳ báo cáo: năm 2018 · tính đến 31/12/2018 · số liệu chính thức
Nguồn kế hoạch: Báo Dân sinh, phỏng vấn giám đốc Sở LĐ-TB&XH Hà Nam
Nguồn số liệu: Niên giám thống kê tỉnh Hà Nam 2018, tr. 21

━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                                          Thực                % hoàn
TT  Chỉ tiêu                   Kế hoạch   hiện    Chênh lệch   thành    Đánh giá
────────────────────────────────────────────────────────────────────────────────
Việc làm
1   Giải quyết việc làm        ≥ 16.250      –             –       –    Chưa có
    mới (lao động)                                                      số liệu
      Trong đó:
      Xuất khẩu lao động        ≥ 1.000      –             –       –    Chưa có
      (người)                                                           số liệu

Giảm nghèo
2   Tỷ lệ hộ nghèo                 giảm  2,73%  −0,25 điểm %  183,3% ¹  Vượt
                             0,3 điểm %

Trẻ em
3   Tỷ lệ trẻ em có hoàn        ≤ 3,81%      –             –       –    Chưa có
    cảnh đặc biệt (% tổng                                               số liệu
    số trẻ em)
4   Tỷ lệ xã, phường, thị        ≥ 100%      –             –       –    Chưa có
    trấn đạt tiêu chuẩn                                                 số liệu
    phù hợp với trẻ em

Nhiệm vụ
5   Luật Bình đẳng giới và   hoàn thành      –                          Chưa có
    kế hoạch hành động                                                  số liệu
    bình đẳng giới giai
    đoạn 2016–2020
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
¹ % hoàn thành = mức giảm thực hiện ÷ mức giảm kế hoạch: 3,28% → 2,73% là
  0,55 điểm % trên 0,3 điểm %.

5 chỉ tiêu và 1 nhiệm vụ: 1 vượt · 5 chưa có số liệu

Biến động tỷ lệ hộ nghèo
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                              Năm                               % hoàn
Chỉ tiêu        Năm 2017     2018     Tăng/giảm     Kế hoạch     thành  Đánh giá
────────────────────────────────────────────────────────────────────────────────
Tỷ lệ hộ nghèo     3,28%    2,73%  −0,55 điểm %  −0,3 điểm %    183,3%  Vượt
                                      (−16,77%)
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
`)
  })

  it('folds the variance and the verdict at 60 columns, in ASCII signs where asked', () => {
    expect(shown(renderTable({ plans: [haNam2018()] }, { ...plain, width: 60, unicode: false, all: true }))).toBe(`
Hà Nam labour and social targets, 2018
Period: 2018 | as of 31 December 2018 | final figures
Targets: Báo Dân sinh, interview with the director of Hà
  Nam’s labour department
Results: Hà Nam Statistical Yearbook 2018, p. 21

============================================================
Indicator                Target      Actual   Completion
------------------------------------------------------------
Employment
1. New jobs           >= 16,250           -            -
(workers)                                            Not
                                                reported
  of which:
  Labour export        >= 1,000           -            -
  (people)                                           Not
                                                reported

Poverty reduction
2. Poverty rate       reduce by       2.73%       183.3% [1]
                         0.3 pp  (-0.25 pp)     Exceeded

Children
3. Children in         <= 3.81%           -            -
special                                              Not
circumstances (%                                reported
of all children)
4. Communes, wards      >= 100%           -            -
and townships                                        Not
recognised as                                   reported
child-friendly

Tasks
5. Gender Equality         done           -          Not
Law and the                                     reported
gender-equality
action plan
2016-2020
============================================================
[1] Completion = actual reduction / planned reduction:
    3.28% -> 2.73% is 0.55 pp of 0.3 pp.

5 indicators and 1 task: 1 exceeded | 5 not reported

Poverty-rate changes
==========================================================
Indicator      2017   2018     Change  Planned  Completion
----------------------------------------------------------
Poverty rate  3.28%  2.73%   -0.55 pp  -0.3 pp      183.3%
                            (-16.77%)             Exceeded
==========================================================
`)
  })

  it('says below the table what has to be known of a figure', () => {
    const options = { ...plain, width: 100, byArea: true, detail: true }
    expect(shown(renderTable({ plans: [everyCase()] }, options))).toBe(`
Every case
Period: 2018 · as of 31 December 2018 · final figures, provisional figures, estimates

━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
No.   Indicator                  Target         Actual        Variance  Completion        Verdict
────────────────────────────────────────────────────────────────────────────────────────────────────
I.1   Nearly there             ≥ 16,000         15,995              −5      99.97% ¹      Missed
I.2   Deaths                        ≤ 0              0 ²             0           – ³      Met
I.3   Unemployment                 ≤ 3%             2%           −1 pp      133.3% ⁴      Below the
                                                                                          ceiling
I.4   Beds                      ≥ 2,000          2,000 ⁵             0      100.0%        Met
I.5   Visits                ≥ 1,200,000    1,000,000.5 ⁶ ⁷  −199,999.5       83.3%        Open
I.6   Trees planted (ha)          ≥ 500            120 ⁸             –           –        Not
                                                                                          reported
II.1  Social housing           ≥ 17,000 ⁹       17,001              +1     100.01% ¹      Exceeded
II.2  GRDP growth              6.6–6.8%          7.02%        +0.22 pp      103.2% ¹⁰     Exceeded
II.3  Visitors                        –         12,345                                    No target
II.4  Scheme                       done    In progress                                    Open
III   Poverty rate            reduce by          5.83%         −1.5 pp      100.0% ¹¹ ¹²  Met
                               1–1.5 pp
        Uplands                       –         12.50%                                    No target
IV    Poverty rate of the     reduce by           9.1%               –           – ¹³     Not
      highlands                    2 pp                                                   comparable
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
¹ Shown with more decimals, because rounding would make it exactly 100% or 0%.
² Provisional figure.
³ No completion percentage: the target is 0.
⁴ Lower is better: completion = 1 + (target − actual) ÷ target; at the ceiling it is 100%.
⁵ Replaces the estimate 1,990.
⁶ Partial total: 9 of 11 areas.
⁷ Estimate.
⁸ Last figure: 3 of 12 months, 31 March 2018; none is reported for the end of the period.
⁹ Target revised on 1 July 2018 (12/NQ-HĐND); it was ≥ 16,250.
¹⁰ Inside the range completion is 100%; outside, it is measured against the nearer end.
¹¹ Inside the planned range completion is 100%; outside, it is the actual change ÷ the nearer end
   of the range.
¹² The rate for 2017 is as printed; the other is calculated from counts.
¹³ Not comparable: standard 2011-2015 in the baseline, 2016-2020 in the result.

11 indicators and 1 task: 3 exceeded · 3 met · 1 missed · 2 open · 1 not reported · 1 not comparable
· 1 without a target

Poverty-rate changes
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                                                   Relative
Indicator                From    2018    Change      change     Planned  Completion      Verdict
────────────────────────────────────────────────────────────────────────────────────────────────────
Poverty rate            7.10%   5.83%  −1.27 pp     −17.84%   reduce by      100.0% ¹ ²  Met
                       (2017)                                  1–1.5 pp
  Poor households           –     700      −120
  Households                –  12,000         –
  Uplands              14.00%  12.50%  −1.50 pp     −10.71%           –                  No target
                       (2017)
Poverty rate of the     12.1%    9.1%         –           –       −2 pp           – ³    Not
highlands              (2015)                                                            comparable
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
¹ Inside the planned range completion is 100%; outside, it is the actual change ÷ the nearer end
  of the range.
² The rate for 2017 is as printed; the other is calculated from counts.
³ Not comparable: standard 2011-2015 in the baseline, 2016-2020 in the result.

Poverty rate
  Of −1.267 pp: −1.300 pp from the number of poor, +0.033 pp from the number of all households or
    persons.
  Of −1.267 pp: −1.200 pp within areas, −0.067 pp from the shift of population between areas.
  Movements: 820 at the start − 200 escaped + 30 relapsed + 55 new − 5 other = 700 at the end.
Poverty rate of the highlands
  Break in the series between 2015 and 2018.

2 indicators left out: labour-export; enrolment
`)
  })

  it('colours verdicts only when asked, and says them in words all the same', () => {
    const coloured = renderTable({ plans: [haNam2017()] }, { ...plain, color: true })
    expect(coloured).toContain('\u001b[32mExceeded\u001b[39m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape codes are what is taken out
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderTable({ plans: [haNam2017()] }, plain))
    expect(renderTable({ plans: [haNam2017()] }, plain)).not.toContain('\u001b')
  })

  it('takes the decimals asked for before those of the indicator, and those before the plan’s', () => {
    const of = (decimals: number | null) => indicator('jobs', { decimals, target: threshold('at_least', '16000') })
    const report = (decimals: number | null) => {
      const given = {
        actual: number('18923'),
        achievement: percent('118.26875'),
        formula: 'attainment',
        verdict: 'exceeded',
      } as const
      return { plans: [planReport(plan('p', { decimals: 0 }), [line(of(decimals), given)])] }
    }
    expect(renderTable(report(null), plain)).toContain(' 118% ')
    expect(renderTable(report(3), plain)).toContain(' 118.269% ')
    expect(renderTable(report(3), { ...plain, decimals: 2 })).toContain(' 118.27% ')
  })

  it('prints 15,995 of 16,000 as 99.97% at 0 and at 1 decimals, and says why', () => {
    for (const decimals of [0, 1]) {
      const text = renderTable({ plans: [everyCase()] }, { ...plain, decimals })
      expect(text).toContain('99.97% ¹')
      expect(text).toContain('¹ Shown with more decimals')
    }
  })

  it('prints titles, tables, footnotes and what was left out only when quiet', () => {
    const text = renderTable({ plans: [everyCase()] }, { ...plain, quiet: true })
    expect(text).toMatch(/^Every case\n\n━/)
    expect(text).not.toContain('Movements')
    expect(text).toContain('² Provisional figure.')
    expect(text).toContain('2 indicators left out: labour-export; enrolment\n')
  })

  it('says so when there is nothing to show', () => {
    expect(renderTable({ plans: [] }, plain)).toBe('No plans.\n')
    expect(renderTable({ plans: [planReport(plan('empty'), [], { asOf: null })] }, plain)).toBe(
      'empty\nPeriod: 2018 · nothing reported yet\n\nNo indicators.\n',
    )
    const withoutRates = planReport(plan('p'), [line(indicator('jobs'))])
    expect(renderTable({ plans: [withoutRates] }, { ...plain, sections: ['poverty'] })).toContain(
      'No poverty rates in this plan.',
    )
  })

  it('gives every figure a line of its own where no table can hold it whole', () => {
    const huge = '1234567890123456789012345678901234567890'
    const grouped = '1,234,567,890,123,456,789,012,345,678,901,234,567,890'
    const of = indicator('huge', { name: name('Huge'), target: threshold('at_least', huge) })
    const text = renderTable(
      { plans: [planReport(plan('p'), [line(of, { actual: number(huge), verdict: 'met' })])] },
      plain,
    )
    expect(text).toContain(`  Target: ≥ ${grouped}\n  Actual: ${grouped}\n`)
  })
})
