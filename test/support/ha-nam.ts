import type { PlanReport, WholeLine } from '../../src/model/report.ts'
import {
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
  place,
  plan,
  planReport,
  source,
  threshold,
} from './report.ts'

const interview = source(
  name(
    'Báo Dân sinh, phỏng vấn giám đốc Sở LĐ-TB&XH Hà Nam',
    'Báo Dân sinh, interview with the director of Hà Nam’s labour department',
  ),
)
const yearbook = source(name('Niên giám thống kê tỉnh Hà Nam 2018', 'Hà Nam Statistical Yearbook 2018'), '21')

const sections = [
  { id: 'jobs', name: name('Việc làm', 'Employment') },
  { id: 'poverty', name: name('Giảm nghèo', 'Poverty reduction') },
  { id: 'training', name: name('Giáo dục nghề nghiệp', 'Vocational education') },
  { id: 'children', name: name('Trẻ em', 'Children') },
  { id: 'tasks', name: name('Nhiệm vụ', 'Tasks') },
]

const reported = (actual: string, of: string, given: Partial<WholeLine>): Partial<WholeLine> => ({
  actual: number(actual),
  origin: 'reported',
  status: 'final',
  actualPeriod: period(of),
  inputs: [
    {
      field: 'actual',
      text: actual,
      at: place,
      source: of === '2017' ? interview : yearbook,
      period: period(of),
      area: null,
      status: 'final',
      figure: figure(actual),
      note: null,
    },
  ],
  ...given,
})

const names = {
  jobs: name('Giải quyết việc làm mới', 'New jobs'),
  export: name('Xuất khẩu lao động', 'Labour export'),
  poverty: name('Tỷ lệ hộ nghèo', 'Poverty rate'),
  enrolment: name('Tuyển sinh, đào tạo nghề nghiệp', 'Vocational enrolment and training'),
}
const workers = name('lao động', 'workers')
const people = name('người', 'people')

/** Hà Nam 2017 as published, targets implied by the printed percentages. */
export function haNam2017(): PlanReport {
  const jobs = indicator('jobs', {
    section: 'jobs',
    name: names.jobs,
    unit: workers,
    target: threshold('at_least', '16000'),
    parts: ['labour-export'],
  })
  const labourExport = indicator('labour-export', {
    section: 'jobs',
    parent: 'jobs',
    name: names.export,
    unit: people,
    target: threshold('at_least', '1050'),
  })
  const poverty = indicator('poverty-rate', {
    section: 'poverty',
    type: 'poverty-rate',
    standard: '2016-2020',
    measured: 'households',
    name: names.poverty,
    target: changeBy('reduce_by', '0.8'),
  })
  const enrolment = indicator('enrolment', {
    section: 'training',
    name: names.enrolment,
    unit: people,
    target: threshold('at_least', '17000'),
  })
  const of = plan('ha-nam-2017', {
    title: name('Chỉ tiêu lao động, xã hội tỉnh Hà Nam năm 2017', 'Hà Nam labour and social targets, 2017'),
    period: period('2017'),
    source: interview,
    sections,
  })
  return planReport(of, [
    line(
      jobs,
      reported('18923', '2017', {
        variance: number('2923'),
        favourable: true,
        formula: 'attainment',
        achievement: percent('118.26875'),
        verdict: 'exceeded',
      }),
    ),
    line(
      labourExport,
      reported('1124', '2017', {
        variance: number('74'),
        favourable: true,
        formula: 'attainment',
        achievement: number('1124').dividedBy(number('1050')),
        verdict: 'exceeded',
      }),
    ),
    line(
      poverty,
      reported('3.28', '2017', {
        variance: number('-0.16'),
        favourable: true,
        formula: 'change',
        achievement: percent('120'),
        achievementInterval: { low: percent('118.75'), lowOpen: true, high: percent('121.25'), highOpen: true },
        verdict: 'exceeded',
        change: change(
          changeEnd('4.24', { period: period('2016'), standard: '2016-2020', measured: 'households' }),
          changeEnd('3.28', { period: period('2017'), standard: '2016-2020', measured: 'households' }),
          {
            absolute: number('-0.96'),
            relative: number('-96').times(number('100')).dividedBy(number('424')),
            planned: [number('-0.8')],
            poor: number('-2527'),
            reportedPoorChange: figure('-2527'),
            impliedBase: {
              value: number('252700').dividedBy(number('0.96')),
              interval: {
                low: number('252700').dividedBy(number('0.97')),
                lowOpen: true,
                high: number('266000'),
                highOpen: true,
              },
            },
          },
        ),
      }),
    ),
    line(
      enrolment,
      reported('20234', '2017', {
        variance: number('3234'),
        favourable: true,
        formula: 'attainment',
        achievement: number('20234').dividedBy(number('17000')),
        verdict: 'exceeded',
      }),
    ),
  ])
}

/** Hà Nam 2018: of the indicators with a number, only the poverty rate was found to be reported. */
export function haNam2018(): PlanReport {
  const poverty = indicator('poverty-rate', {
    section: 'poverty',
    type: 'poverty-rate',
    standard: '2016-2020',
    measured: 'households',
    name: names.poverty,
    target: changeBy('reduce_by', '0.3'),
  })
  const of = plan('ha-nam-2018', {
    title: name('Chỉ tiêu lao động, xã hội tỉnh Hà Nam năm 2018', 'Hà Nam labour and social targets, 2018'),
    source: interview,
    sections,
  })
  return planReport(of, [
    line(
      indicator('jobs', { section: 'jobs', name: names.jobs, unit: workers, target: threshold('at_least', '16250') }),
    ),
    line(
      indicator('labour-export', {
        section: 'jobs',
        parent: 'jobs',
        name: names.export,
        unit: people,
        target: threshold('at_least', '1000'),
      }),
    ),
    line(
      poverty,
      reported('2.73', '2018', {
        variance: number('-0.25'),
        favourable: true,
        formula: 'change',
        achievement: number('0.55').dividedBy(number('0.3')),
        verdict: 'exceeded',
        change: change(
          changeEnd('3.28', { period: period('2017'), standard: '2016-2020', measured: 'households' }),
          changeEnd('2.73', { period: period('2018'), standard: '2016-2020', measured: 'households' }),
          {
            absolute: number('-0.55'),
            relative: number('-55').times(number('100')).dividedBy(number('328')),
            planned: [number('-0.3')],
          },
        ),
      }),
    ),
    line(
      indicator('special-children', {
        section: 'children',
        type: 'rate',
        name: name('Tỷ lệ trẻ em có hoàn cảnh đặc biệt', 'Children in special circumstances'),
        unit: name('% tổng số trẻ em', '% of all children'),
        target: threshold('at_most', '3.81'),
      }),
    ),
    line(
      indicator('child-friendly-communes', {
        section: 'children',
        type: 'rate',
        name: name(
          'Tỷ lệ xã, phường, thị trấn đạt tiêu chuẩn phù hợp với trẻ em',
          'Communes, wards and townships recognised as child-friendly',
        ),
        unit: name('%'),
        target: threshold('at_least', '100'),
      }),
    ),
    line(
      indicator('gender-equality-plan', {
        section: 'tasks',
        type: 'task',
        name: name(
          'Luật Bình đẳng giới và kế hoạch hành động bình đẳng giới giai đoạn 2016–2020',
          'Gender Equality Law and the gender-equality action plan 2016–2020',
        ),
        target: done,
      }),
    ),
  ])
}
