import { describe, expect, it } from 'vitest'
import { Exact } from '../../../src/model/exact.ts'
import { problem } from '../../../src/model/problem.ts'
import type { Input } from '../../../src/model/report.ts'
import type { JsonContext } from '../../../src/render/data/common.ts'
import { renderProblemsJson, renderReportJson } from '../../../src/render/data/report.ts'
import { Pieces } from '../../../src/render/figure/pieces.ts'
import {
  area,
  between,
  change,
  changeBy,
  changeEnd,
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

const context: JsonContext = { problems: [], complete: true, inputs: [], lang: 'en' }

const actualInput: Input = {
  field: 'actual',
  text: '18.923',
  at: { file: 'results.yaml', line: 9, column: 9, length: 6 },
  source: source(name('Niên giám thống kê', 'Yearbook'), '21'),
  period: period('2017'),
  area: null,
  status: 'final',
  figure: figure('18923'),
  note: null,
}

const jobs = line(indicator('jobs', { target: threshold('at_least', '16000') }), {
  actual: number('18923'),
  actualPeriod: period('2017'),
  status: 'final',
  variance: number('2923'),
  favourable: true,
  formula: 'attainment',
  achievement: percent('118.26875'),
  verdict: 'exceeded',
  inputs: [actualInput],
})

/** Hà Nam 2016 to 2017: 4.24 to 3.28, 2,527 households fewer, a cut of 0.8 points planned. */
const poverty = line(
  indicator('poverty-rate', { type: 'poverty-rate', standard: '2016-2020', target: changeBy('reduce_by', '0.8') }),
  {
    actual: number('3.28'),
    actualPeriod: period('2017'),
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
    }),
  },
)

function parsed(lines: Parameters<typeof planReport>[1], given: Partial<JsonContext> = {}) {
  const report = { plans: [planReport(plan('ha-nam-2017', { period: period('2017') }), lines)] }
  return JSON.parse(String(renderReportJson(report, { ...context, ...given })))
}

function rowOf(given: Parameters<typeof planReport>[1][number]) {
  return parsed([given]).plans[0].indicators[0]
}

const ROW_KEYS = [
  ...['id', 'no', 'section', 'parent', 'type', 'name', 'unit', 'area', 'standard', 'measured', 'method'],
  ...['target', 'originalTarget', 'baseline', 'actual', 'actualPeriod', 'status', 'partial', 'variance', 'favourable'],
  ...['formula', 'achievement', 'interval', 'undefined', 'used', 'progress', 'verdict', 'standing'],
  ...['expected', 'pace', 'forecast', 'change', 'inputs'],
  ...['required', 'revision', 'original', 'inPeriod', 'lastYear', 'previous', 'increments', 'rank', 'shortfallShare'],
  ...[
    'published',
    'responsible',
    'note',
    'targetPeriod',
    'targetsByPeriod',
    'partialTarget',
    'hidden',
    'expectedBy',
    'standardError',
    'states',
    'movements',
    'provider',
    'otherProviders',
    'variation',
  ],
]

describe('the report as JSON', () => {
  it('has the same keys in the same order on every row, whatever is known of it', () => {
    const rows = parsed([
      jobs,
      poverty,
      line(indicator('empty')),
      line(indicator('task', { type: 'task', target: done }), { state: 'done', verdict: 'met' }),
      line(indicator('jobs'), { area: area('phu-ly') }),
    ]).plans[0].indicators
    expect(rows).toHaveLength(5)
    for (const row of rows) expect(Object.keys(row)).toEqual(ROW_KEYS)
  })

  it('is an object of a stated format, that says whether it is complete and what was read', () => {
    const inputs = [{ file: 'plan.yaml', sha256: 'ab12', bytes: 512 }]
    const problems = [problem('empty-file', { file: 'a.yaml', line: 1, column: 1, length: 0 }, {})]
    const report = parsed([jobs], { complete: false, inputs, problems, lang: 'vi' })
    expect(Object.keys(report)).toEqual(['format', 'complete', 'plans', 'problems', 'inputs'])
    expect(report).toMatchObject({ format: 'pva.report/1', complete: false, inputs })
    expect(report.problems).toEqual([
      {
        code: 'empty-file',
        severity: 'error',
        file: 'a.yaml',
        line: 1,
        column: 1,
        sheet: null,
        cell: null,
        message: 'tệp này trống',
        remedy: 'Mở đầu tệp bằng `kind: plan` hoặc `kind: actuals`, hoặc xoá tệp.',
      },
    ])
  })

  it('gives a plan with its period, its date and a summary of all eight verdicts', () => {
    const [only] = parsed([jobs, poverty]).plans
    expect(Object.keys(only)).toEqual([
      ...['id', 'title', 'period', 'asOf', 'asOfFrom', 'indicators', 'summary', 'leftOut', 'leftOutBecause'],
      ...['targets', 'reportingPeriod', 'note', 'sections', 'areas', 'series', 'breakdowns'],
    ])
    expect(only).toMatchObject({ id: 'ha-nam-2017', period: '2017', asOf: '2017-12-31', leftOut: [] })
    expect(only.summary).toEqual({
      exceeded: 2,
      met: 0,
      missed: 0,
      'on-track': 0,
      behind: 0,
      open: 0,
      'not-reported': 0,
      'not-comparable': 0,
    })
  })

  it('gives the achievement as a percentage, and where each value was written', () => {
    expect(rowOf(jobs)).toMatchObject({
      target: { kind: 'at_least', value: 16000 },
      actual: 18923,
      variance: 2923,
      favourable: true,
      achievement: 118.26875,
      undefined: null,
      verdict: 'exceeded',
      inputs: [
        {
          field: 'actual',
          file: 'results.yaml',
          line: 9,
          column: 9,
          written: '18.923',
          source: 'Yearbook, p. 21',
        },
      ],
    })
  })

  it('gives the poverty-rate change in points, relative and in households', () => {
    expect(rowOf(poverty)).toMatchObject({
      target: { kind: 'reduce_by', value: 0.8 },
      achievement: 120,
      interval: { low: 118.75, lowOpen: true, high: 121.25, highOpen: true },
      change: {
        from: { period: '2016', value: 4.24, poor: null, households: null },
        to: { period: '2017', value: 3.28, poor: null, households: null },
        absolute: -0.96,
        relative: -22.641509433962,
        planned: -0.8,
        poor: -2527,
        split: null,
        movements: null,
      },
    })
  })

  it('says that nothing was reported by null, never by zero', () => {
    const row = rowOf(line(indicator('empty', { target: threshold('at_least', '16250') })))
    expect(row).toMatchObject({ actual: null, variance: null, achievement: null, verdict: 'not-reported' })
    const zero = rowOf(line(indicator('none', { target: threshold('at_most', '0') }), { actual: Exact.ZERO }))
    expect(zero.actual).toBe(0)
  })

  it('writes each kind of target', () => {
    const targetOf = (target: ReturnType<typeof stated>) => rowOf(line(indicator('x', { target }))).target
    expect(targetOf(between('6.6', '6.8', 'up'))).toEqual({ kind: 'between', value: [6.6, 6.8], direction: 'up' })
    expect(targetOf(changeBy('reduce_by', '1', '1.5'))).toEqual({ kind: 'reduce_by', value: [1, 1.5] })
    expect(targetOf(done)).toEqual({ kind: 'done' })
    const yearly = stated({ kind: 'reduce_by', by: number('5'), ofBaseline: true, perYear: true })
    expect(targetOf(yearly)).toEqual({ kind: 'reduce_by', value: 5, per: 'year', of: 'baseline' })
  })

  it('gives a task its state as the actual', () => {
    const task = indicator('task', { type: 'task', target: done })
    expect(rowOf(line(task, { state: 'in-progress', verdict: 'open' })).actual).toBe('in-progress')
    expect(rowOf(line(task)).actual).toBeNull()
  })

  it('gives an area by its id', () => {
    expect(rowOf(line(indicator('jobs'), { area: area('phu-ly') })).area).toBe('phu-ly')
  })
})

it('a long list is written piece by piece, as a short one is at once', () => {
  const inAreas = (count: number) => {
    const lines = Array.from({ length: count }, (_, at) => line(indicator('jobs'), { area: area(`a${at}`) }))
    return renderReportJson({ plans: [planReport(plan('p'), lines)] }, context)
  }
  const [short, long] = [inAreas(999), inAreas(1000)]
  const pieces = long instanceof Pieces ? [...long.pieces()] : []
  // No piece is more than a line and what leads to it.
  expect(pieces.length).toBeGreaterThan(1000)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(String(short).length / 200)
  const written = JSON.parse(String(long))
  expect(written.plans[0].indicators).toHaveLength(1000)
  expect(`${JSON.stringify(written, null, 2)}\n`).toBe(String(long))
  written.plans[0].indicators.pop()
  expect(`${JSON.stringify(written, null, 2)}\n`).toBe(short)
})

describe('numbers in JSON', () => {
  const written = (actual: Exact, target = threshold('at_least', '1')) =>
    /"actual": (\S+),/.exec(
      String(
        renderReportJson({ plans: [planReport(plan('p'), [line(indicator('x', { target }), { actual })])] }, context),
      ),
    )?.[1]
  const achievement = (ratio: Exact) =>
    /"achievement": (\S+),/.exec(
      String(
        renderReportJson({ plans: [planReport(plan('p'), [line(indicator('x'), { achievement: ratio })])] }, context),
      ),
    )?.[1]

  it('survive digit for digit where a binary float would change them', () => {
    expect(written(number('9007199254740993'))).toBe('9007199254740993')
    expect(written(number('0.1'))).toBe('0.1')
    expect(written(number('-0.96'))).toBe('-0.96')
  })

  it('have 12 decimals where they never end', () => {
    expect(achievement(Exact.of(1124n, 1050n))).toBe('107.047619047619')
    expect(achievement(Exact.of(20234n, 17000n))).toBe('119.023529411765')
  })

  it('never claim 100% or zero of a number that is neither', () => {
    const almost = Exact.ONE.minus(Exact.of(1n, 3n * 10n ** 16n))
    expect(achievement(almost)).toMatch(/^99\.9{12,}/)
    expect(Number.parseFloat(achievement(Exact.of(1n, 3n * 10n ** 20n)) ?? '')).toBeGreaterThan(0)
    expect(written(Exact.of(-1n, 3n * 10n ** 14n))).toMatch(/^-0\.0+3/)
  })

  it('never claim a target that was not reached', () => {
    const short = number('16000').minus(Exact.of(1n, 3n * 10n ** 14n))
    expect(written(short, threshold('at_least', '16000'))).toMatch(/^15999\.9{12,}/)
  })
})

describe('text in JSON', () => {
  it('keeps every character, and nothing in it acts on a terminal', () => {
    const hostile = 'a"\\\n\u001b[31m\u202e\u009b\u2028'
    const json = String(renderReportJson({ plans: [planReport(plan('p', { title: name(hostile) }), [])] }, context))
    expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028]/u)
    expect(JSON.parse(json).plans[0].title).toEqual({ vi: hostile, en: hostile })
  })
})

describe('problems alone as JSON', () => {
  it('are what they are in a report', () => {
    const found = [problem('nothing-to-do', null, { why: 'no-folder', where: 'plans' })]
    const alone = JSON.parse(String(renderProblemsJson(found, { inputs: [], lang: 'en' })))
    expect(alone).toEqual({ format: 'pva.problems/1', problems: parsed([], { problems: found }).problems, inputs: [] })
    expect(alone.problems[0]).toMatchObject({ code: 'nothing-to-do', file: null, line: null, column: null })
  })
})
