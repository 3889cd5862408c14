import { describe, expect, it } from 'vitest'
import type { CompletionLine } from '../../src/model/report.ts'
import { areaLines, firesLine, halfYear, insuredLine, jobsLine } from '../support/half-year.ts'
import { renderMarkdown, renderTable, type TableOptions } from '../support/rendered.ts'
import {
  area,
  change,
  changeBy,
  changeEnd,
  day,
  indicator,
  line,
  number,
  percent,
  period,
  plan,
  planReport,
  threshold,
} from '../support/report.ts'

/* What time and place add to the tables. The figures are those of test/support/half-year.ts. */

const plain: TableOptions = {
  lang: 'en',
  width: 200,
  color: false,
  unicode: true,
  decimals: null,
  quiet: false,
  sections: ['completion', 'poverty'],
  byArea: false,
}

const midYear = { asOf: day('2018-06-30') }
const reportOf = (lines: readonly CompletionLine[], given = midYear) => planReport(plan('p'), lines, given)
const table = (lines: readonly CompletionLine[], options: Partial<TableOptions> = {}, given = midYear) =>
  renderTable({ plans: [reportOf(lines, given)] }, { ...plain, ...options })

/** A line that is only expected something of. */
const expecting = (given: Partial<CompletionLine> = {}) =>
  line(indicator('trees', { target: threshold('at_least', '1000') }), {
    actual: number('450'),
    variance: number('-550'),
    formula: 'attainment',
    achievement: percent('45'),
    verdict: 'behind',
    expected: number('500'),
    pace: percent('90'),
    ...given,
  })

/** Lines of a table without blanks that only part columns. */
const squeezed = (text: string) => text.replace(/ {2,}/g, '  ').split('\n')

describe('what is expected to date', () => {
  it('has columns of its own and a mark in the bar, with a legend', () => {
    const text = table([expecting()], { width: 120 })
    expect(squeezed(text)).toContain('1  trees  ≥ 1,000  450  −550  500  90.0%  45.0%  ███▌┊  │  Behind')
    expect(text).toContain('In the bars: ┊ expected to date, │ target.')
    expect(text).toContain(
      'Expected to date: the target spread evenly over the days of the plan, because it states no phasing.',
    )
  })

  it('stands below its like in a narrow terminal, pace below expected and variance below actual', () => {
    const text = table([expecting()], { width: 80 })
    expect(squeezed(text)).toContain('1  trees  ≥ 1,000  450  500  45.0%  ███▌┊  │  Behind')
    expect(squeezed(text)).toContain('  (−550)  (90.0%)')
  })

  it('is gone once the plan is over, when the target itself is what counts', () => {
    expect(table([expecting()], {}, { asOf: day('2018-12-31') })).not.toMatch(/Expected|Pace|┊/)
  })

  it('is written like the figures beside it, and never as the actual unless it is', () => {
    expect(table([expecting({ expected: number('495.89') })])).toMatch(/ 496 /)
    expect(table([expecting({ actual: number('496'), expected: number('495.89') })])).toMatch(/ 495\.9 /)
  })

  it('says what most expectations come from once, and marks the others', () => {
    const shares = expecting({
      indicator: indicator('beds', {
        target: threshold('at_least', '1000'),
        phasing: [{ period: period('2018-Q2'), share: percent('50') }],
      }),
    })
    const text = table([expecting(), expecting(), shares], { width: 120 })
    expect(squeezed(text)).toContain('3  beds  ≥ 1,000  450  −550  500 ¹  90.0%  45.0%  ███▌┊  │  Behind')
    expect(text).toContain('¹ Expected to date: by the shares stated in the plan.')
  })

  it('says of a ceiling that pace is what is used of it', () => {
    const text = table([firesLine])
    expect(text).toMatch(/≤ 40 .* ≤ 20 +75\.6%/)
    expect(text).toContain('For ceilings (≤), pace is the share of the allowance to date already used')
  })

  it('changes nothing in a table of which nothing is expected', () => {
    const settled = expecting({ expected: null, pace: null })
    expect(table([settled], { width: 80 })).toBe(
      table([settled], { width: 80 }, { asOf: day('2018-12-31') }).replace(
        'as of 31 December 2018',
        'as of 30 June 2018',
      ),
    )
  })
})

describe('the mark of what is expected', () => {
  const marked = ({ derivation }: CompletionLine) => derivation.atExpected?.times(number('100')).toDecimal()

  it('stands where the completion would be, by the formula of the line', () => {
    expect(marked(expecting())).toBe('50')
    const ceiling = expecting({ target: threshold('at_most', '40'), expected: number('30') })
    // 1 + (40 − 30) ÷ 40
    expect(marked(ceiling)).toBe('125')
    const reduced = line(indicator('rate', { type: 'rate', target: changeBy('reduce_by', '0.3') }), {
      formula: 'change',
      actual: number('3.14'),
      achievement: percent('46.7'),
      expected: number('3.13'),
      change: change(changeEnd('3.28'), changeEnd('3.14'), { planned: [number('-0.3')] }),
    })
    // (3.28 − 3.13) ÷ 0.3
    expect(marked(reduced)).toBe('50')
    const progress = expecting({
      formula: 'progress',
      expected: number('700'),
      change: change(changeEnd('400'), changeEnd('450')),
    })
    // (700 − 400) ÷ (1000 − 400)
    expect(marked(progress)).toBe('50')
  })

  it('is none of a formula whose scale is not even', () => {
    expect(marked(expecting({ formula: 'inverse' }))).toBeUndefined()
    expect(marked(expecting({ target: threshold('at_least', '0') }))).toBeUndefined()
  })
})

describe('the period alone', () => {
  it('stands before the total, both named', () => {
    const text = table([jobsLine], { width: 160 })
    expect(text).toMatch(/In the +Year to/)
    expect(text).toMatch(/ 1,250 +7,350 /)
    const vi = table([jobsLine], { width: 200, lang: 'vi' })
    expect(vi).toMatch(/(Thực hiện trong|trong tháng|tháng) +(Luỹ kế từ|từ đầu năm|đầu năm|năm)/)
  })

  it('is a dash where it is not known of what adds up, and nothing of a rate', () => {
    const rows = squeezed(table([jobsLine, expecting(), insuredLine], { width: 200 }))
    expect(rows.find((row) => row.includes('trees'))).toContain('≥ 1,000  –  450')
    expect(rows.find((row) => row.startsWith('3'))).toContain('≥ 90%  88.5%')
  })

  it('is marked where it is another period than that of most', () => {
    const [june, may] = [
      jobsLine,
      { ...firesLine, inPeriod: firesLine.inPeriod && { ...firesLine.inPeriod, period: period('2018-05') } },
    ]
    expect(table([june, may])).toContain('Figure for May 2018.')
  })
})

describe('earlier periods', () => {
  const earlier = (options: Partial<TableOptions> = {}) => {
    const text = renderTable({ plans: [halfYear()] }, { ...plain, ...options })
    return text.slice(text.search(/Compared with earlier|So sánh với các kỳ/))
  }

  it('have a table with the figures of then, changes relative for numbers and in points for rates', () => {
    expect(`\n${earlier({ width: 100 })}`).toBe(`
Compared with earlier periods
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                                                                  First half   First half    By
Indicator                     June 2018   May 2018  June 2017        of 2018      of 2017    month
────────────────────────────────────────────────────────────────────────────────────────────────────
New jobs (workers)                1,250      1,450      1,000          7,350        7,000 ¹  ▅▅ ▆▇▆
                                            −13.8%     +25.0%                       +5.0%
Population with health                       88.6%                     88.5%        86.2%
insurance                                (Q1 2018)                 (Q2 2018)    (Q2 2017)
                                           −0.1 pp                                +2.3 pp
Fires (fires)                         3                     0 ²           15
                                                           +3
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
¹ The earlier figure is partial: 5 of 6 months.
² No percentage: the earlier figure is 0 or below.
`)
  })

  it('are told in the main table too where there is room, and only there their remark', () => {
    expect(renderTable({ plans: [halfYear()] }, plain)).toContain(
      'Vs same period last year: compared with first half of 2017.',
    )
    expect(renderTable({ plans: [halfYear()] }, { ...plain, width: 80 })).not.toContain('Vs same period last year:')
  })
})

describe('the outlook', () => {
  const outlook = (lines: readonly CompletionLine[], options: Partial<TableOptions> = {}, given = midYear) => {
    const text = table(lines, { forecast: true, width: 100, ...options }, given)
    return text.slice(text.search(/Outlook|Dự báo đến|The period of this plan|No indicator of this plan/))
  }

  it('is given on request, with what each month left has to bring', () => {
    expect(`\n${outlook([jobsLine, firesLine, insuredLine])}`).toBe(`
Outlook to 31 December 2018
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Indicator             Target  Actual  Forecast  Still required
─────────────────────────────────────────────────────────────────────────────────────────
New jobs (workers)  ≥ 17,000   7,350    14,822  needs 1,609 a month for the 6 months left
Fires (fires)           ≤ 40      15        30  at most 4.1 a month for the 6 months left
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Forecast: the actual continued at the pace so far. Required amounts are rounded up, amounts left
  under a ceiling down.
`)
    expect(table([jobsLine])).not.toContain('Outlook')
  })

  it('says in Vietnamese what is needed as reports do', () => {
    const exact = { ...jobsLine, required: { value: number('1250'), per: 'months' as const, left: 6 } }
    expect(outlook([exact], { lang: 'vi', width: 120 })).toContain('cần 1.250 mỗi tháng trong 6 tháng còn lại')
    expect(outlook([firesLine], { lang: 'vi', width: 120 })).toContain('không quá 4,1 mỗi tháng trong 6 tháng còn lại')
  })

  it('speaks of the last month, and of days where no whole months are left', () => {
    const left = (per: 'months' | 'days', count: number) =>
      outlook([{ ...jobsLine, required: { value: number('50'), per, left: count } }])
    expect(left('months', 1)).toContain('needs 50 a month for the month left')
    expect(left('days', 12)).toContain('needs 50 a day for the 12 days left')
  })

  it('says so where the period is over, and where nothing can be forecast', () => {
    expect(outlook([jobsLine], {}, { asOf: day('2018-12-31') })).toContain('there is nothing to forecast')
    expect(outlook([insuredLine])).toContain('No indicator of this plan can be forecast.')
  })
})

describe('areas', () => {
  const ofAreas = (options: Partial<TableOptions> = {}) => {
    const shuffled = [...areaLines].reverse()
    const { plan: of } = halfYear()
    return renderTable(
      { plans: [planReport(of, [jobsLine, ...shuffled], midYear)] },
      { ...plain, byArea: true, ...options },
    )
  }

  it('of one indicator are a table of their own, by rank, below the total', () => {
    const rows = squeezed(ofAreas())
    const first = rows.findIndex((row) => row.startsWith('New jobs (workers) – Employment division'))
    expect(rows.slice(first + 1, first + 6).map((row) => row.split('  ')[0])).toEqual([
      'Total',
      '',
      'Phủ Lý',
      'Duy Tiên',
      'Kim Bảng',
    ])
    expect(rows.find((row) => row.startsWith('Kim Bảng'))).toMatch(/35\.0% {2}3\/3 {2}60\.3% .*Behind$/)
    expect(rows.at(-2)).not.toContain('indicator')
    expect(ofAreas()).toContain('3 areas: 1 on track · 2 behind')
  })

  it('of several indicators stand below each of them, in the order of the plan', () => {
    const rows = squeezed(renderTable({ plans: [halfYear()] }, { ...plain, byArea: true }))
    expect(rows.filter((row) => /^ {2}(Phủ Lý|Duy Tiên|Kim Bảng)/.test(row))).toHaveLength(3)
    expect(rows.find((row) => row.includes('Kim Bảng'))).toContain('35.0%  3/3')
    expect(rows.some((row) => row.includes('Rank: by completion, 1 the highest.'))).toBe(true)
  })

  it('stand below the areas that they lie in', () => {
    const trees = indicator('trees', { target: threshold('at_least', '10') })
    const lowland = area('lowland')
    const areas = [lowland, area('a', { parent: 'lowland' }), area('b', { parent: 'lowland' }), area('upland')]
    const rank = (place: number, of: number) => ({ place, of })
    const lines = [
      line(trees),
      line(trees, { area: areas[3] ?? null, rank: rank(2, 2) }),
      line(trees, { area: areas[1] ?? null, rank: rank(2, 2) }),
      line(trees, { area: areas[2] ?? null, rank: rank(1, 2) }),
      line(trees, { area: lowland, rank: rank(1, 2) }),
    ]
    const report = planReport(plan('p', { areas }), lines, midYear)
    const rows = renderTable({ plans: [report] }, { ...plain, byArea: true }).split('\n')
    expect(rows.flatMap((row) => /^ *(Total|lowland|upland|a|b)(?= )/.exec(row)?.[0] ?? [])).toEqual([
      'Total',
      'lowland',
      '  b',
      '  a',
      'upland',
    ])
  })

  it('of a rate have no total but an overall', () => {
    const lines = [insuredLine, { ...insuredLine, area: area('phu-ly') }]
    expect(squeezed(table(lines, { byArea: true })).some((row) => row.startsWith('Overall  '))).toBe(true)
    expect(squeezed(table(lines, { byArea: true, lang: 'vi' })).some((row) => row.startsWith('Chung  '))).toBe(true)
  })
})

describe('a revised target', () => {
  it('stands beside the first, with the completion of each, and cites the decision', () => {
    const text = table([jobsLine])
    expect(text).toMatch(/≥ 16,250 {2}≥ 17,000 ¹/)
    expect(text).toMatch(/ 43\.2% +45\.2% /)
    expect(text).toContain('¹ Target revised on 1 April 2018 (12/NQ-HĐND); it was ≥ 16,250 (completion 45.2%).')
  })

  it('stands above the first where there is no room beside it', () => {
    const rows = squeezed(table([jobsLine], { width: 110 }))
    expect(rows.some((row) => row.includes('(≥ 16,250)'))).toBe(true)
    expect(rows.some((row) => row.includes('(45.2%)'))).toBe(true)
  })
})

describe('what was printed about a figure', () => {
  it('stands beside the calculated percentage, and a word says where they differ', () => {
    const rows = squeezed(table([jobsLine, insuredLine]))
    expect(rows.find((row) => row.startsWith('1'))).toContain('44%')
    expect(rows.some((row) => row.trim() === 'division  differs')).toBe(true)
    expect(rows.find((row) => row.startsWith('2'))).toContain('98.3%  98%')
    expect(table([insuredLine])).not.toContain('differs')
    expect(table([jobsLine], { width: 60 })).toMatch(/44% differs|44%\s+differs/)
  })
})

describe('who answers for it, and what was said of it', () => {
  it('is a column where there is room, else a line below the name', () => {
    expect(table([insuredLine])).toMatch(/Responsible/)
    expect(table([insuredLine], { width: 80 })).toMatch(/\n +– Provincial social\s+insurance/)
    expect(table([insuredLine], { width: 40 })).toMatch(/– *\nProvincial social insurance/)
  })

  it('is told of results and indicators in footnotes, of sums over areas in the areas', () => {
    expect(table([jobsLine])).toContain('¹ Without workers sent abroad'.replace('¹', '²'))
    expect(table([firesLine])).toContain('Forest fires not counted')
    expect(table([{ ...jobsLine, origin: 'areas' }])).not.toContain('Without workers sent abroad')
  })
})

describe('in a terminal that shows ASCII only', () => {
  it('all of it has signs that it can show', () => {
    const text = renderTable({ plans: [halfYear()] }, { ...plain, unicode: false, byArea: true, forecast: true })
    expect(text.replace(/[\p{L}\p{M}]/gu, '')).toMatch(/^[\x20-\x7e\n]*$/)
    expect(text).toContain('In the bars: : expected to date, | target.')
    expect(text).toContain('++ *#*') // 1050, 900, none, 1300, 1450, 1250
  })
})

describe('in Markdown', () => {
  const text = renderMarkdown(
    { plans: [halfYear()] },
    { lang: 'en', decimals: null, sections: ['completion'], byArea: false, forecast: true },
  )

  it('every column that holds something is there', () => {
    expect(text).toContain(
      '| No. | Indicator | Unit | Responsible | Original target | Target | In the month | Year to date | Vs same period last year | Variance | Expected to date | Pace | Completion | Completion of original | Published | Verdict |',
    )
    expect(text).toContain(
      '| 1 | New jobs | workers | Employment division | ≥ 16,250 | ≥ 17,000 <sup>1</sup> | 1,250 | 7,350 <sup>2</sup> | +5.0% <sup>3</sup> | −9,650 | 8,430 | 87.2% | 43.2% | 45.2% | 44%<br>differs | Behind |',
    )
  })

  it('earlier periods and the outlook have tables of their own', () => {
    expect(text).toContain(
      '| New jobs (workers) | 1,250 | 1,450 | −13.8% | 1,000 | +25.0% | 7,350 | 7,000 | +5.0% <sup>1</sup> | ▅▅&nbsp;▆▇▆ |',
    )
    expect(text).toContain('| Fires (fires) | ≤ 40 | 15 | 30 | at most 4.1 a month for the 6 months left |')
  })
})
