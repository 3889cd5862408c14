import { describe, expect, it } from 'vitest'
import { renderReportCsv } from '../../../src/render/data/report.ts'
import {
  area,
  between,
  change,
  changeBy,
  changeEnd,
  done,
  indicator,
  line,
  name,
  number,
  percent,
  period,
  plan,
  planReport,
  threshold,
} from '../../support/report.ts'

/** Cells by the name of their column; the tests below have no quoted cell but where they look at the text itself. */
function rowsOf(csv: string): Record<string, string>[] {
  const [head = '', ...rows] = csv.trimEnd().split('\n')
  const names = head.split(',')
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, index) => [names[index] ?? '', cell])))
}

function csvOf(...lines: Parameters<typeof planReport>[1]) {
  return renderReportCsv({ plans: [planReport(plan('ha-nam-2017', { period: period('2017') }), lines)] }).toString()
}

const comparisonColumns = (name: string) =>
  [
    'plan',
    'period',
    'value',
    'partial_of',
    'partial_reported',
    'partial_expected',
    'differs_in',
    'absolute',
    'relative',
  ]
    .map((key) => `${name}_${key}`)
    .join(',')

const jobs = line(indicator('jobs', { no: 'I.1', target: threshold('at_least', '16000') }), {
  actual: number('18923'),
  actualPeriod: period('2017'),
  status: 'final',
  variance: number('2923'),
  favourable: true,
  formula: 'attainment',
  achievement: percent('118.26875'),
  verdict: 'exceeded',
})

describe('the report as CSV', () => {
  it('has a header and one row an indicator, with plain numbers', () => {
    const [row] = rowsOf(csvOf(jobs))
    expect(row).toMatchObject({
      plan: 'ha-nam-2017',
      period: '2017',
      as_of: '2017-12-31',
      id: 'jobs',
      no: 'I.1',
      target_kind: 'at_least',
      target_value: '16000',
      actual: '18923',
      variance: '2923',
      favourable: 'true',
      formula: 'attainment',
      achievement: '118.26875',
      verdict: 'exceeded',
    })
  })

  it('keeps its columns where scripts expect them', () => {
    expect(csvOf().split('\n')[0]).toBe(
      'plan,period,as_of,id,no,section,parent,area,type,name_vi,name_en,unit_vi,unit_en,standard,measured,method,' +
        'target_kind,target_value,target_low,target_high,target_direction,target_per,target_of,original_target,' +
        'actual,actual_period,status,partial_of,partial_reported,partial_expected,variance,favourable,formula,' +
        'achievement,achievement_low,achievement_high,undefined,verdict,expected,pace,forecast,' +
        'change_from_period,change_from,change_to_period,change_to,change_absolute,change_relative,' +
        'change_planned,change_planned_to,change_differs_in,poor_from,poor_to,poor_change,' +
        'households_from,households_to,plan_file,plan_line,file,line,source_vi,source_en,' +
        'reporting_period,targets,required,required_per,required_left,revision_date,revision_decision,' +
        'original_target_kind,original_target_value,original_target_low,original_target_high,original_variance,' +
        'original_favourable,original_formula,original_achievement,original_undefined,original_verdict,' +
        'in_period,in_period_value,in_period_status,' +
        'in_period_partial_of,in_period_partial_reported,in_period_partial_expected,' +
        ['in_period_last_year', 'in_period_previous', 'last_year', 'previous'].map(comparisonColumns).join(',') +
        ',increments,rank,rank_of,shortfall_share,published,published_agrees,section_vi,section_en,area_vi,area_en,' +
        'responsible_vi,responsible_en,note_vi,note_en,result_note_vi,result_note_en,used,progress,standing,left_out,' +
        'sheet,cell,target_period,change_z,change_significant,partial_target,hidden,expected_by,standard_error,' +
        'movements_start,movements_escaped,movements_relapsed,movements_new,movements_other,movements_end,movements_gap,' +
        'provider,other_providers,other_providers_difference,other_providers_verdict,variation',
    )
  })

  it('leaves empty what is not known, and writes a reported zero', () => {
    const [empty, zero] = rowsOf(csvOf(line(indicator('empty')), line(indicator('zero'), { actual: number('0') })))
    expect(empty).toMatchObject({ actual: '', achievement: '', verdict: 'not-reported' })
    expect(zero?.['actual']).toBe('0')
  })

  it('writes negative numbers as numbers that a spreadsheet can add', () => {
    const fall = change(changeEnd('4.24'), changeEnd('3.28'), {
      absolute: number('-0.96'),
      planned: [number('-0.8')],
      poor: number('-2527'),
    })
    const [row] = rowsOf(csvOf(line(indicator('poverty', { target: changeBy('reduce_by', '0.8') }), { change: fall })))
    expect(row).toMatchObject({
      target_kind: 'reduce_by',
      target_value: '0.8',
      change_from: '4.24',
      change_to: '3.28',
      change_absolute: '-0.96',
      change_planned: '-0.8',
      poor_change: '-2527',
    })
  })

  it('gives both ends of a range, a task its state and an area its id', () => {
    const [range, task, part] = rowsOf(
      csvOf(
        line(indicator('range', { target: between('6.6', '6.8', 'up') })),
        line(indicator('task', { type: 'task', target: done }), { state: 'in-progress' }),
        line(indicator('jobs'), { area: area('phu-ly') }),
      ),
    )
    expect(range).toMatchObject({ target_value: '', target_low: '6.6', target_high: '6.8', target_direction: 'up' })
    expect(task?.['actual']).toBe('in-progress')
    expect(part?.['area']).toBe('phu-ly')
  })

  it.each([
    ['=cmd()', "'=cmd()"],
    ['+1', "'+1"],
    ['-1 (a)', "'-1 (a)"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "' =1"],
    ['\r=1', "' =1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
  ])('keeps a spreadsheet from running the text %j', (written, cell) => {
    expect(csvOf(line(indicator('x', { name: name(written) })))).toContain(`,${cell},${cell},`)
  })

  it('quotes commas, quotes and line breaks, so that every row stays one line', () => {
    const csv = csvOf(line(indicator('x', { name: name('Việc làm, "mới"\nnăm') })))
    expect(csv).toContain(',"Việc làm, ""mới"" năm",')
    expect(csv.trimEnd().split('\n')).toHaveLength(2)
  })

  it('lets nothing of the input act on a terminal', () => {
    expect(csvOf(line(indicator('x', { name: name('a\u001b[31m\u202eb') })))).toContain(',a\\u{1b}[31m\\u{202e}b,')
  })
})
