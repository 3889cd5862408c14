import type { PlanReport, WholeLine } from '../../src/model/report.ts'
import {
  area,
  between,
  comparison,
  day,
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
  threshold,
} from './report.ts'

/*
 * A made-up province in the middle of 2018, by month and by area: a line for each thing that time and place add to a
 * report. Every figure is stated here, and worked out by hand: 181 of 365 days have passed by the end of June.
 */

/** 7,350 jobs by June, of 16,250 first and 17,000 now: 43.2…% and 45.2…%; 17,000 × 181/365 = 8,430.13…. */
const jobs = indicator('jobs', {
  section: 'labour',
  name: name('Giải quyết việc làm mới', 'New jobs'),
  unit: name('lao động', 'workers'),
  responsible: name('Phòng Việc làm', 'Employment division'),
  target: threshold('at_least', '16250'),
  revisions: [{ ...threshold('at_least', '17000'), date: day('2018-04-01'), decision: '12/NQ-HĐND' }],
})

const expectedJobs = number('17000').times(number('181')).dividedBy(number('365'))
const jobsInMonths = ['1050', '900', null, '1300', '1450', '1250']

/** Under the first target. */
const firstJobs = line(jobs, {
  actual: number('7350'),
  actualPeriod: period('2018-01/2018-06'),
  achievement: number('7350').dividedBy(number('16250')),
})

export const jobsLine: WholeLine = line(jobs, {
  target: threshold('at_least', '17000'),
  originalTarget: threshold('at_least', '16250'),
  actual: number('7350'),
  origin: 'accumulated',
  actualPeriod: period('2018-01/2018-06'),
  status: 'final',
  variance: number('-9650'),
  favourable: false,
  formula: 'attainment',
  achievement: number('7350').dividedBy(number('17000')),
  verdict: 'behind',
  expected: expectedJobs,
  pace: number('7350').dividedBy(expectedJobs),
  forecast: number('7350').times(number('365')).dividedBy(number('181')),
  required: { value: number('9650').dividedBy(number('6')), per: 'months', left: 6 },
  original: {
    target: threshold('at_least', '16250'),
    variance: number('-8900'),
    favourable: false,
    formula: 'attainment',
    achievement: number('7350').dividedBy(number('16250')),
    undefinedReason: null,
    verdict: 'behind',
    derivation: firstJobs.derivation,
  },
  inPeriod: {
    period: period('2018-06'),
    value: number('1250'),
    status: 'final',
    partial: null,
    lastYear: comparison('2017-06', '1000', {
      plan: 'p-2017',
      absolute: number('250'),
      relative: percent('25'),
    }),
    previous: comparison('2018-05', '1450', {
      absolute: number('-200'),
      relative: number('-200').dividedBy(number('1450')),
    }),
  },
  lastYear: comparison('2017-01/2017-06', '7000', {
    plan: 'p-2017',
    partial: { of: 'months', reported: 5, expected: 6 },
    absolute: number('350'),
    relative: percent('5'),
  }),
  increments: jobsInMonths.map((value, index) => ({
    period: period(`2018-0${index + 1}`),
    value: value === null ? null : number(value),
  })),
  published: { figure: figure('44'), agrees: false },
  inputs: [
    {
      field: 'cumulative',
      text: '7.350',
      at: { file: 'results.yaml', line: 9, column: 9, length: 5 },
      source: null,
      period: period('2018-06'),
      area: null,
      status: 'final',
      figure: figure('7350'),
      note: name('Chưa gồm xuất khẩu lao động', 'Without workers sent abroad'),
    },
  ],
})

const insured = indicator('insured', {
  section: 'labour',
  name: name('Tỷ lệ dân số tham gia bảo hiểm y tế', 'Population with health insurance'),
  type: 'rate',
  responsible: name('Bảo hiểm xã hội tỉnh', 'Provincial social insurance'),
  target: threshold('at_least', '90'),
})

export const insuredLine: WholeLine = line(insured, {
  actual: number('88.5'),
  origin: 'reported',
  actualPeriod: period('2018-Q2'),
  status: 'estimate',
  variance: number('-1.5'),
  favourable: false,
  formula: 'attainment',
  achievement: number('88.5').dividedBy(number('90')),
  verdict: 'open',
  lastYear: comparison('2017-Q2', '86.2', {
    plan: 'p-2017',
    absolute: number('2.3'),
    relative: number('2.3').dividedBy(number('86.2')),
  }),
  previous: comparison('2018-Q1', '88.6', {
    absolute: number('-0.1'),
    relative: number('-0.1').dividedBy(number('88.6')),
  }),
  published: { figure: figure('98'), agrees: true },
})

const areas = [
  area('phu-ly', { name: name('Phủ Lý') }),
  area('duy-tien', { name: name('Duy Tiên') }),
  area('kim-bang', { name: name('Kim Bảng') }),
]

function jobsIn(index: number, target: string, actual: string, rank: number, share: string | null): WholeLine {
  const due = number(target).times(number('181')).dividedBy(number('365'))
  const made = number(actual)
  return line(jobs, {
    area: areas[index] ?? null,
    target: threshold('at_least', target),
    actual: made,
    origin: 'accumulated',
    actualPeriod: period('2018-01/2018-06'),
    status: 'final',
    variance: made.minus(number(target)),
    favourable: false,
    formula: 'attainment',
    achievement: made.dividedBy(number(target)),
    verdict: made.isBelow(due) ? 'behind' : 'on-track',
    expected: due,
    pace: made.dividedBy(due),
    rank: { place: rank, of: 3 },
    shortfallShare: share === null ? null : percent(share),
  })
}

/** 3,600 of 7,000 is ahead of 3,471.2; 2,000 and 1,750 of 5,000 fall short of 2,479.4. */
export const areaLines: readonly WholeLine[] = [
  jobsIn(0, '7000', '3600', 1, null),
  jobsIn(1, '5000', '2000', 2, '39.67'),
  jobsIn(2, '5000', '1750', 3, '60.33'),
]

const fires = indicator('fires', {
  section: 'order',
  name: name('Số vụ cháy', 'Fires'),
  unit: name('vụ', 'fires'),
  target: { ...threshold('at_most', '40'), at: place },
  phasing: 'linear',
  note: name('Không kể cháy rừng', 'Forest fires not counted'),
})

export const firesLine: WholeLine = line(fires, {
  actual: number('15'),
  origin: 'accumulated',
  actualPeriod: period('2018-01/2018-06'),
  status: 'final',
  variance: number('-25'),
  favourable: true,
  formula: 'attainment',
  undefinedReason: 'running-ceiling',
  used: percent('37.5'),
  verdict: 'on-track',
  expected: number('40').times(number('181')).dividedBy(number('365')),
  pace: number('15')
    .times(number('365'))
    .dividedBy(number('40').times(number('181'))),
  forecast: number('15').times(number('365')).dividedBy(number('181')),
  required: { value: number('25').dividedBy(number('6')), per: 'months', left: 6 },
  inPeriod: {
    period: period('2018-06'),
    value: number('3'),
    status: 'final',
    partial: null,
    lastYear: comparison('2017-06', '0', { plan: 'p-2017', absolute: number('3') }),
    previous: null,
  },
})

const growth = line(
  indicator('growth', {
    section: 'order',
    name: name('Tăng trưởng GRDP', 'GRDP growth'),
    type: 'growth',
    target: between('6.6', '6.8', 'up'),
  }),
  { verdict: 'not-reported' },
)

const scheme = line(
  indicator('scheme', { section: 'order', name: name('Đề án việc làm', 'Jobs scheme'), type: 'task', target: done }),
  { state: 'in-progress', verdict: 'open' },
)

/** Everything that time and place add, in one report. */
export function halfYear(): PlanReport {
  const sections = [
    { id: 'labour', name: name('Lao động', 'Labour') },
    { id: 'order', name: name('Trật tự', 'Order') },
  ]
  return planReport(
    plan('p', {
      title: name('Tỉnh mẫu 2018', 'A province, 2018'),
      note: name('Số giả định', 'Made up'),
      areas,
      sections,
    }),
    [jobsLine, ...areaLines, insuredLine, firesLine, growth, scheme],
    { asOf: day('2018-06-30'), period: period('2018-06') },
  )
}
