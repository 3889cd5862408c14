import type { Report, WholeLine } from '../../src/model/report.ts'
import { at } from './check.ts'
import {
  area,
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
} from './report.ts'

const input = { field: 'actual', text: '15.995', at: at('plans/2018-actuals.yaml', 14, 13), source: null } as const
const reported = { period: period('2018'), area: null, status: 'final', figure: null, note: null } as const

const jobsIndicator = indicator('jobs', {
  name: name('Giải quyết việc làm mới', 'New jobs'),
  target: threshold('at_least', '16250'),
})

export const jobs: WholeLine = line(jobsIndicator, {
  actual: number('15995'),
  variance: number('-255'),
  favourable: false,
  formula: 'attainment',
  achievement: percent('98.43'),
  status: 'final',
  verdict: 'missed',
  inputs: [{ ...input, ...reported }],
})

export const jobsInPhuLy: WholeLine = line(jobsIndicator, {
  area: area('phu-ly', { name: name('Phủ Lý') }),
  target: threshold('at_least', '3500'),
})

export const povertyRate: WholeLine = line(
  indicator('poverty-rate', {
    name: name('Tỷ lệ hộ nghèo', 'Poverty rate'),
    type: 'poverty-rate',
    target: changeBy('reduce_by', '0.3'),
  }),
  {
    actual: number('3.1'),
    variance: number('0.12'),
    favourable: false,
    achievement: percent('60'),
    verdict: 'missed',
    change: change(changeEnd('3.28'), changeEnd('3.10'), {
      absolute: number('-0.18'),
      planned: [number('-0.3')],
    }),
  },
)

export const trainees: WholeLine = line(
  indicator('trainees', { name: name('Đào tạo nghề', 'Vocational training'), target: threshold('at_least', '20500') }),
  { actual: number('4812.5'), expected: number('5125'), pace: percent('93.9'), verdict: 'behind' },
)

export const project: WholeLine = line(
  indicator('project', { name: name('Dự án bảo vệ trẻ em', 'Child-protection project'), type: 'task', target: done }),
  { state: 'in-progress', verdict: 'missed' },
)

export const met: WholeLine = line(indicator('care', { target: threshold('at_least', '30') }), {
  actual: number('30'),
  verdict: 'met',
})

const open: WholeLine = line(indicator('beds', { target: threshold('at_least', '30') }), {
  actual: number('12'),
  verdict: 'open',
})

const untargeted: WholeLine = line(indicator('households', { target: null }), {
  actual: number('263229'),
  verdict: null,
})

const incomparable: WholeLine = line(
  indicator('old-rate', {
    name: name('Tỷ lệ hộ nghèo vùng cao', 'Poverty rate of the highlands'),
    type: 'poverty-rate',
    target: changeBy('reduce_by', '2'),
  }),
  {
    actual: number('8'),
    verdict: 'not-comparable',
    change: change(changeEnd('10', { standard: '2011-2015' }), changeEnd('8', { standard: '2016-2020' }), {
      differsIn: 'standard',
    }),
  },
)

export const missedJobs: Report = {
  plans: [
    planReport(
      plan('ha-nam-2018', { title: name('Chỉ tiêu năm 2018', 'Targets of 2018') }),
      [jobs, jobsInPhuLy, povertyRate, trainees, project, met, open, untargeted, incomparable],
      { leftOut: ['unread'] },
    ),
  ],
}
