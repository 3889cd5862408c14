import { describe, expect, it } from 'vitest'
import { Exact } from '../../../src/model/exact.ts'
import type { Figure } from '../../../src/model/figure.ts'
import type { StatedTarget } from '../../../src/model/indicator.ts'
import type { Input, InputField, WholeLine } from '../../../src/model/report.ts'
import { displayWidth } from '../../../src/render/figure/safe-text.ts'
import { type ExplainStyle, renderExplanation, renderExplanationMarkdown } from '../../support/rendered.ts'
import {
  area,
  between,
  change,
  changeBy,
  changeEnd,
  derivationOf,
  done,
  figure,
  indicator,
  line,
  name,
  number,
  percent,
  period,
  plan,
  planReport,
  source,
  stated,
  threshold,
} from '../../support/report.ts'

const style: ExplainStyle = { lang: 'en', color: false, unicode: true, width: 80, decimals: null }

const haNam2017 = plan('ha-nam-2017', {
  title: name('Chỉ tiêu Hà Nam 2017', 'Hà Nam targets, 2017'),
  period: period('2017'),
})

const explained = (of: WholeLine, given: Partial<ExplainStyle> = {}, in_ = haNam2017) =>
  renderExplanation([planReport(in_, [{ ...of, derivation: derivationOf(of, in_) }])], { ...style, ...given })

/** The lines of one step, its label taken off. */
function step(text: string, label: string): string[] {
  const lines = text.slice(text.indexOf('\nCalculation\n')).split('\n')
  const first = lines.findIndex((each) => each.startsWith(`  ${label}  `) || each.startsWith(`  ${label} `))
  const after = lines.slice(first + 1).findIndex((each) => !each.startsWith('    '))
  return lines.slice(first, first + 1 + after).map((each) => each.replace(`  ${label}`, '').trim())
}

function input(field: InputField, text: string, value: Figure | null, at: [string, number, number]): Input {
  const [file, row, column] = at
  return {
    field,
    text,
    at: { file, line: row, column, length: text.length },
    source: source(name('Báo Dân sinh')),
    period: value ? period('2017') : null,
    area: null,
    status: field === 'actual' ? 'final' : null,
    figure: value,
    note: null,
  }
}

const worded = (target: StatedTarget, text: string): StatedTarget => ({ ...target, text })

const jobsTarget = worded(threshold('at_least', '16000'), '16.000')

const jobs = line(
  indicator('jobs', {
    name: name('Giải quyết việc làm mới', 'New jobs'),
    unit: name('lao động', 'workers'),
    target: jobsTarget,
  }),
  {
    actual: number('18923'),
    origin: 'reported',
    actualPeriod: period('2017'),
    status: 'final',
    variance: number('2923'),
    favourable: true,
    formula: 'attainment',
    achievement: percent('118.26875'),
    verdict: 'exceeded',
    inputs: [
      input('target', '16.000', null, ['plan.yaml', 35, 13]),
      input('actual', '18.923', figure('18923'), ['results.yaml', 16, 12]),
    ],
  },
)

/** 4.24 to 3.28 of 0.8 points planned, and 2,527 households fewer (CALCULATION §3 and §6). */
const poverty = line(
  indicator('poverty-rate', {
    type: 'poverty-rate',
    name: name('Tỷ lệ hộ nghèo', 'Poverty rate'),
    target: changeBy('reduce_by', '0.8'),
  }),
  {
    actual: number('3.28'),
    origin: 'reported',
    actualPeriod: period('2017'),
    status: 'final',
    variance: number('-0.16'),
    favourable: true,
    formula: 'change',
    achievement: percent('120'),
    achievementInterval: { low: percent('118.75'), lowOpen: true, high: percent('121.25'), highOpen: true },
    verdict: 'exceeded',
    change: change(changeEnd('4.24', { period: period('2016') }), changeEnd('3.28', { period: period('2017') }), {
      absolute: number('-0.96'),
      relative: number('-96').dividedBy(number('4.24')),
      planned: [number('-0.8')],
      poor: number('-2527'),
      reportedPoorChange: figure('-2527'),
      impliedBase: {
        value: number('252700').dividedBy(number('0.96')),
        interval: {
          low: number('252700').dividedBy(number('0.97')),
          lowOpen: true,
          high: number('252700').dividedBy(number('0.95')),
          highOpen: true,
        },
      },
    }),
    inputs: [
      input('target', '0,8', null, ['plan.yaml', 68, 18]),
      input('baseline', '4,24', figure('4.24'), ['plan.yaml', 66, 13]),
      input('actual', '3,28', figure('3.28'), ['results.yaml', 22, 11]),
      input('poor-change', '-2.527', figure('-2527'), ['results.yaml', 23, 18]),
    ],
  },
)

describe('an explanation', () => {
  it('is the sheet that a reviewer would write by hand', () => {
    expect(explained(jobs)).toBe(`\
New jobs (workers)
jobs · Hà Nam targets, 2017 · 2017

Inputs
  target      16.000, read as at least 16,000
              plan.yaml:35:13
              Báo Dân sinh
  actual      18.923, read as 18,923 · 2017 · final
              results.yaml:16:12
              Báo Dân sinh

Calculation
  target      at least 16,000
  actual      18,923
  variance    18,923 − 16,000 = +2,923, favourable
  completion  attainment: actual ÷ target
              = 18,923 ÷ 16,000
              = 118.26875%
  printed     118.3%, rounded half-up to 1 decimal
  verdict     Exceeded: 18,923 > 16,000
`)
  })

  it('shows the change of a poverty rate, the households it implies and what its rounding leaves open', () => {
    expect(explained(poverty, { lang: 'vi' })).toBe(`\
Tỷ lệ hộ nghèo
poverty-rate · Chỉ tiêu Hà Nam 2017 · năm 2017

Số liệu đầu vào
  kế hoạch           0,8, đọc là giảm 0,8 điểm %
                     plan.yaml:68:18
                     Báo Dân sinh
  số gốc             4,24 · năm 2017
                     plan.yaml:66:13
                     Báo Dân sinh
  thực hiện          3,28 · năm 2017 · chính thức
                     results.yaml:22:11
                     Báo Dân sinh
  thay đổi hộ nghèo  -2.527 · năm 2017
                     results.yaml:23:18
                     Báo Dân sinh

Cách tính
  kế hoạch           giảm 0,8 điểm %
  mức kế hoạch       4,24 − 0,8 = 3,44%
  thực hiện          3,28%
  tăng, giảm         3,28 − 4,24 = −0,96 điểm %
                     (−0,96) ÷ 4,24 = −22,641509…% so với số gốc
  số hộ nghèo        −2.527, theo báo cáo
  số hộ suy ra       2.527 ÷ 0,96% = 263.229
                     lớn hơn 260.515 và nhỏ hơn 266.000, do các tỷ lệ đã làm
                     tròn
                     tổng số hộ, nếu không đổi giữa hai thời điểm
  chênh lệch         3,28 − 3,44 = −0,16 điểm %, theo hướng tốt
  % hoàn thành       mức tăng, giảm đạt được: (số gốc − thực hiện) ÷ mức giảm kế
                     hoạch
                     = (4,24 − 3,28) ÷ 0,8
                     = 0,96 ÷ 0,8
                     = 120%
  số đã làm tròn     4,24% có thể là 4,24 ± 0,005
                     3,28% có thể là 3,28 ± 0,005
                     nên % hoàn thành lớn hơn 118,75% và nhỏ hơn 121,25%
  số in ra           120,0%, làm tròn đến 1 chữ số thập phân (từ 5 làm tròn lên)
  đánh giá           Vượt: 0,96 điểm % > 0,8 điểm %
`)
  })

  it('says why a percentage is printed with more decimals than asked', () => {
    const close = { ...jobs, actual: number('15995'), achievement: percent('99.96875'), verdict: 'missed' } as const
    const text = explained({ ...close, variance: number('-5'), favourable: false })
    expect(step(text, 'printed')).toEqual([
      '99.97%, rounded half-up to 2 decimals',
      'shown with more decimals: with 100.0% it would read 100%',
    ])
    expect(step(text, 'verdict')).toEqual(['Missed: 15,995 < 16,000'])
  })

  it('gives a result that never ends as a fraction', () => {
    const export_ = line(indicator('labour-export', { target: threshold('at_least', '1050') }), {
      actual: number('1124'),
      formula: 'attainment',
      achievement: Exact.of(1124n, 1050n),
      verdict: 'exceeded',
    })
    expect(step(explained(export_), 'completion')).toContain('= 562/525 = 107.047619047619…%')
  })

  it('says why there is no percentage, and compares all the same', () => {
    const none = line(indicator('deaths', { target: threshold('at_most', '0') }), {
      actual: number('0'),
      undefinedReason: 'zero-target',
      verdict: 'met',
    })
    const text = explained(none)
    expect(step(text, 'completion')).toEqual(['none: the target is 0; the verdict compares the values themselves'])
    expect(step(text, 'verdict')).toEqual(['Met: 0 = 0'])
  })

  it('does not take a missing figure for zero', () => {
    const text = explained(line(indicator('jobs', { target: jobsTarget })))
    expect(step(text, 'actual')).toEqual(['not reported'])
    expect(step(text, 'verdict')).toEqual(['Not reported', 'no figure reported; not counted as zero'])
  })

  it('adds up what was reported bit by bit, and says what is missing', () => {
    const sum = {
      ...jobs,
      origin: 'accumulated',
      actual: number('13000'),
      actualPeriod: period('2017-01/2017-09'),
      partial: { of: 'quarters', reported: 2, expected: 3 },
      inputs: [
        input('cumulative', '8.000', figure('8000'), ['q1.yaml', 4, 9]),
        input('actual', '5.000', figure('5000'), ['q3.yaml', 4, 9]),
      ],
    } as const
    expect(step(explained(sum), 'actual')).toEqual([
      '8,000 + 5,000 = 13,000',
      'partial total: 2 of 3 quarters',
      "since the plan's start, January–September 2017",
    ])
  })

  it('calculates a rate from its counts', () => {
    const rate = line(indicator('rate', { type: 'poverty-rate', target: threshold('at_most', '3') }), {
      actual: number('2.5'),
      origin: 'counts',
      verdict: 'exceeded',
      inputs: [
        input('poor', '5', figure('5'), ['a.yaml', 1, 1]),
        input('poor', '5', figure('5'), ['b.yaml', 1, 1]),
        input('households', '400', figure('400'), ['a.yaml', 2, 1]),
      ],
    })
    expect(step(explained(rate), 'actual')).toEqual(['5 + 5 = 10', '10 ÷ 400 × 100', '= 2.5%'])
  })

  it('names the figures that a better one replaced', () => {
    const observation = { value: figure('17900'), status: 'provisional' } as WholeLine['superseded'][number]
    expect(step(explained({ ...jobs, superseded: [observation] }), 'actual')).toContain(
      'in place of the provisional 17,900',
    )
  })

  it('shows a planned change over the years and of the baseline', () => {
    const target = stated({ kind: 'reduce_by', by: number('5'), ofBaseline: true, perYear: true })
    const stock = line(indicator('poor', { type: 'stock', target }), {
      actual: number('800'),
      formula: 'change',
      achievement: Exact.of(4n, 3n),
      verdict: 'exceeded',
      change: change(changeEnd('1000'), changeEnd('800'), {
        absolute: number('-200'),
        relative: number('-20'),
        planned: [number('-150')],
      }),
    })
    const text = explained(stock, {}, plan('p', { period: period('2018/2020') }))
    expect(step(text, 'target')).toEqual(['reduce by 5% of baseline a year'])
    expect(step(text, 'planned end')).toEqual(['5% of 1,000 × 3 years = 150', '1,000 − 150 = 850'])
    expect(step(text, 'completion')).toEqual([
      'change achieved: (baseline − actual) ÷ planned reduction',
      '= (1,000 − 800) ÷ 150',
      '= 200 ÷ 150',
      '= 4/3 = 133.333333333333…%',
    ])
  })

  it.each([
    ['a ceiling', threshold('at_most', '3'), '2', Exact.of(4n, 3n), '1 + (3 − 2) ÷ 3'],
    ['a ceiling below zero', threshold('at_most', '-50'), '-100', percent('200'), '1 − ((−100) − (−50)) ÷ |−50|'],
    ['a floor below zero', threshold('at_least', '-500'), '-100', percent('180'), '1 + ((−100) − (−500)) ÷ |−500|'],
  ] as const)('substitutes into the formula of %s', (_, target, actual, ratio, substitution) => {
    const of = line(indicator('x', { type: 'level', target }), {
      actual: number(actual),
      formula: 'attainment',
      achievement: ratio,
      verdict: 'exceeded',
    })
    expect(step(explained(of), 'completion')).toContain(`= ${substitution}`)
  })

  it('compares a range with its nearer end', () => {
    const of = line(indicator('x', { type: 'rate', target: between('80', '90', 'up') }), {
      actual: number('92'),
      formula: 'range',
      achievement: Exact.of(92n, 90n),
      verdict: 'exceeded',
    })
    const text = explained(of)
    expect(step(text, 'target')).toEqual(['80 to 90%'])
    expect(step(text, 'completion')[0]).toBe('range: actual ÷ upper end')
    expect(step(text, 'verdict')).toEqual(['Exceeded: 92% > 90%'])
  })

  it('substitutes into the progress formula', () => {
    const of = line(indicator('x', { type: 'rate', target: threshold('at_most', '4.05') }), {
      actual: number('3.87'),
      formula: 'progress',
      achievement: Exact.of(133n, 115n),
      verdict: 'exceeded',
      change: change(changeEnd('5.20'), changeEnd('3.87'), { absolute: number('-1.33') }),
    })
    expect(step(explained(of), 'completion')).toEqual([
      'progress from the baseline: (actual − baseline) ÷ (target −',
      'baseline)',
      '= (3.87 − 5.2) ÷ (4.05 − 5.2)',
      '= (−1.33) ÷ (−1.15)',
      '= 133/115 = 115.652173913043…%',
    ])
  })

  it('says that a strict target is missed by the value it names', () => {
    const of = line(indicator('x', { type: 'rate', target: threshold('below', '7.6') }), {
      actual: number('7.6'),
      actualPeriod: period('2017'),
      verdict: 'missed',
    })
    expect(step(explained(of), 'verdict')).toEqual(['Missed: 7.6% = 7.6%', 'must be passed, not just reached'])
  })

  it('warns where the rounding of the inputs alone could turn the verdict', () => {
    const of = {
      ...poverty,
      achievementInterval: { low: percent('99'), lowOpen: true, high: percent('101'), highOpen: true },
    }
    expect(step(explained(of), 'rounded inputs').join(' ')).toContain('this includes 100%')
  })

  it('names in what two rates differ that are not compared', () => {
    const of = line(indicator('x', { type: 'poverty-rate', target: changeBy('reduce_by', '1') }), {
      actual: number('3'),
      undefinedReason: 'not-comparable',
      verdict: 'not-comparable',
      change: change(changeEnd('5', { standard: '2011-2015' }), changeEnd('3', { standard: '2016-2020' }), {
        differsIn: 'standard',
      }),
    })
    const verdict = step(explained(of), 'verdict').join(' ')
    expect(verdict).toContain('2011-2015')
    expect(verdict).toContain('2016-2020')
  })

  it('tells a count that is settled early from one that is still open', () => {
    const early = { ...jobs, actualPeriod: period('2017-01/2017-09') }
    expect(step(explained(early), 'verdict')[1]).toBe('final, although the period runs until 31 December 2017')
    const open = { ...early, actual: number('9000'), achievement: percent('56.25'), verdict: 'open' } as const
    expect(step(explained(open), 'verdict')[1]).toBe('the period runs until 31 December 2017')
  })

  it('explains a task by its state', () => {
    const of = line(indicator('t', { type: 'task', target: done }), { state: 'in-progress', verdict: 'missed' })
    expect(step(explained(of), 'verdict')).toEqual(['Missed', 'reported as: In progress'])
  })

  it('balances the movements of poor households', () => {
    const of = {
      ...poverty,
      change: change(changeEnd('4.24'), changeEnd('3.28'), {
        movements: {
          start: number('8631'),
          escaped: number('2600'),
          relapsed: number('20'),
          newlyPoor: number('50'),
          other: null,
          end: number('6104'),
          gap: number('3'),
        },
      }),
    }
    expect(step(explained(of), 'movements')).toEqual([
      '8,631 − 2,600 escaped + 20 relapsed + 50 newly poor = 6,101',
      'reported: 6,104; 3 unexplained',
    ])
  })

  it('names the area of each figure that a sum over areas is of, and not that of the line again', () => {
    const ofAreas = plan('p', { areas: [area('north', { name: name('Bắc', 'North') })] })
    const inputs = [
      { ...input('actual', '700', figure('700'), ['results.yaml', 3, 5]), area: 'north' },
      { ...input('actual', '300', figure('300'), ['results.yaml', 4, 5]), area: 'joined-to-it' },
    ]
    expect(explained({ ...jobs, inputs }, {}, ofAreas)).toContain('700 · North · 2017 · final')
    expect(explained({ ...jobs, inputs }, {}, ofAreas)).toContain('300 · joined-to-it · 2017 · final')
    const inNorth = { ...jobs, inputs, area: area('north', { name: name('Bắc', 'North') }) }
    expect(explained(inNorth, {}, ofAreas)).toContain('700 · 2017 · final')
  })

  it('names the area of a line', () => {
    expect(explained({ ...jobs, area: area('phu-ly', { name: name('Phủ Lý') }) })).toMatch(
      /^New jobs \(workers\) – Phủ Lý\njobs, phu-ly · /,
    )
  })
})

describe('the layout of an explanation', () => {
  it.each([60, 80, 120])('keeps to %i columns in both languages', (width) => {
    for (const lang of ['en', 'vi'] as const) {
      for (const row of explained(poverty, { lang, width }).split('\n')) {
        expect(displayWidth(row)).toBeLessThanOrEqual(width)
      }
    }
  })

  it('has escape codes only when asked for colour', () => {
    expect(explained(jobs)).not.toContain('\u001b')
    expect(explained(jobs, { color: true })).toContain('\u001b[32mExceeded: 18,923 > 16,000\u001b[39m')
  })

  it('has no sign beyond ASCII of its own where the output cannot hold them', () => {
    const plain = { ...poverty, indicator: indicator('x', { type: 'poverty-rate', target: poverty.target }) }
    const text = explained(plain, { unicode: false }, plan('p')).replaceAll('Báo Dân sinh', '')
    expect(text).toMatch(/^[\x20-\x7e\n]*$/)
    expect(text).toContain('3.28 - 4.24 = -0.96 pp')
  })

  it('lets nothing of the input act on a terminal', () => {
    const hostile = 'a\u001b[31m\u202eb\nc'
    const of = {
      ...jobs,
      indicator: { ...jobs.indicator, name: name(hostile), unit: name(hostile), note: name(hostile) },
      inputs: [input('actual', hostile, figure('1'), [hostile, 1, 1])],
    }
    expect(explained(of).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
  })
})

describe('an explanation in Markdown', () => {
  const markdown = (of: WholeLine) => renderExplanationMarkdown([planReport(haNam2017, [of])], style)

  it('has the inputs as a table and the steps as a list', () => {
    expect(markdown(jobs)).toBe(`\
## New jobs (workers)

jobs · Hà Nam targets, 2017 · 2017

### Inputs

| Input | As written | Read as | Period, status | Place | Source |
| --- | --- | --- | --- | --- | --- |
| target | 16.000 | at least 16,000 |  | plan.yaml:35:13 | Báo Dân sinh |
| actual | 18.923 | 18,923 | 2017 · final | results.yaml:16:12 | Báo Dân sinh |

### Calculation

- **target** at least 16,000
- **actual** 18,923
- **variance** 18,923 − 16,000 = +2,923, favourable
- **completion** attainment: actual ÷ target<br>= 18,923 ÷ 16,000<br>= 118.26875%
- **printed** 118.3%, rounded half-up to 1 decimal
- **verdict** Exceeded: 18,923 &gt; 16,000
`)
  })

  it('shows markup of the input as text', () => {
    const of = { ...jobs, indicator: { ...jobs.indicator, name: name('a|b <script> `x` @team') } }
    expect(markdown(of)).toContain('## a\\|b &lt;script&gt; \\`x\\` &#64;team')
  })
})
