import { describe, expect, it } from 'vitest'
import { everyCase } from '../../support/every-case.ts'
import { haNam2017 } from '../../support/ha-nam.ts'
import { type MarkdownOptions, renderMarkdown } from '../../support/rendered.ts'
import { indicator, line, name, plan, planReport } from '../../support/report.ts'

const plain: MarkdownOptions = { lang: 'vi', decimals: null, sections: ['completion', 'poverty'], byArea: false }

describe('renderMarkdown', () => {
  it('shows Hà Nam 2017 as tables of GitHub-flavoured Markdown', () => {
    expect(`\n${renderMarkdown({ plans: [haNam2017()] }, plain)}`).toBe(`
## Chỉ tiêu lao động, xã hội tỉnh Hà Nam năm 2017

Kỳ báo cáo: năm 2017 · tính đến 31/12/2017 · số liệu chính thức  
Nguồn: Báo Dân sinh, phỏng vấn giám đốc Sở LĐ-TB&amp;XH Hà Nam

| TT | Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện | Chênh lệch | % hoàn thành | Đánh giá |
| --- | --- | --- | ---: | ---: | ---: | ---: | --- |
|  | **Việc làm** |  |  |  |  |  |  |
| 1 | Giải quyết việc làm mới | lao động | ≥ 16.000 | 18.923 | +2.923 | 118,3% | Vượt |
|  | &emsp;*Trong đó:* |  |  |  |  |  |  |
|  | &emsp;Xuất khẩu lao động | người | ≥ 1.050 | 1.124 | +74 | 107,0% | Vượt |
|  | **Giảm nghèo** |  |  |  |  |  |  |
| 2 | Tỷ lệ hộ nghèo | % | giảm 0,8 điểm % | 3,28% | −0,16 điểm % | 120,0% <sup>1</sup> | Vượt |
|  | **Giáo dục nghề nghiệp** |  |  |  |  |  |  |
| 3 | Tuyển sinh, đào tạo nghề nghiệp | người | ≥ 17.000 | 20.234 | +3.234 | 119,0% | Vượt |

<sup>1</sup> % hoàn thành = mức giảm thực hiện ÷ mức giảm kế hoạch: 4,24% → 3,28% là 0,96 điểm % trên 0,8 điểm %.

**4 chỉ tiêu: 4 vượt**

### Biến động tỷ lệ hộ nghèo

| Chỉ tiêu | Năm 2016 | Năm 2017 | Tăng/giảm | Tăng/giảm tương đối | Kế hoạch | % hoàn thành | Đánh giá |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
| Tỷ lệ hộ nghèo | 4,24% | 3,28% | −0,96 điểm % | −22,64% | −0,8 điểm % | 120,0% | Vượt |
| &emsp;Số hộ nghèo | – | – | −2.527 |  |  |  |  |

- Nếu tổng số hộ không đổi: 2.527 ÷ 0,96% ≈ 263.229 hộ (từ 260.515 đến 266.000, do các tỷ lệ đã làm tròn).
`)
  })

  it('shows names as they are: no markup, no HTML, no mention', () => {
    const hostile = line(indicator('x', { name: name('a|b <img src=x> *c* `d` [e](f) @all #1 _g_ \u001b[0m') }))
    const text = renderMarkdown({ plans: [planReport(plan('p'), [hostile])] }, plain)
    expect(text).toContain(
      '| a\\|b &lt;img src=x&gt; \\*c\\* \\`d\\` \\[e\\](f) &#64;all &#35;1 \\_g\\_ \\\\u{1b}\\[0m |',
    )
  })

  it('gives every row of a table as many cells as its head', () => {
    const text = renderMarkdown({ plans: [everyCase()] }, { ...plain, byArea: true })
    for (const row of text.split('\n').filter((each) => each.startsWith('|'))) {
      expect(row.replaceAll('\\|', '').split('|')).toHaveLength(10)
    }
  })

  it('names what problems kept out', () => {
    expect(renderMarkdown({ plans: [everyCase()] }, { ...plain, lang: 'en' })).toContain(
      '> ⚠ 2 indicators left out: labour-export; enrolment\n',
    )
  })
})
