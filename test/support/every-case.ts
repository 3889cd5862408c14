import type { Observation } from '../../src/model/observation.ts'
import type { PlanReport } from '../../src/model/report.ts'
import {
  area,
  between,
  change,
  changeBy,
  changeEnd,
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

/** A made-up plan whose lines each need something said about them. */
export function everyCase(): PlanReport {
  const superseded: Observation = {
    plans: ['every-case'],
    indicator: 'beds',
    area: null,
    period: period('2018'),
    basis: null,
    status: 'estimate',
    value: figure('1990'),
    cumulative: null,
    counts: {},
    state: null,
    published: null,
    note: null,
    source: null,
    at: place,
    standard: null,
    measured: null,
    method: null,
  }
  const households = indicator('poor-rate', {
    no: 'III',
    type: 'poverty-rate',
    name: name('Tỷ lệ hộ nghèo', 'Poverty rate'),
    target: changeBy('reduce_by', '1', '1.5'),
  })
  const upland = area('upland', { name: name('Miền núi', 'Uplands') })
  const oldStandard = indicator('old-rate', {
    no: 'IV',
    type: 'poverty-rate',
    name: name('Tỷ lệ hộ nghèo vùng cao', 'Poverty rate of the highlands'),
    target: changeBy('reduce_by', '2'),
  })
  const lines = [
    line(
      indicator('near', { no: 'I.1', name: name('Suýt đạt', 'Nearly there'), target: threshold('at_least', '16000') }),
      {
        actual: number('15995'),
        variance: number('-5'),
        favourable: false,
        formula: 'attainment',
        achievement: percent('99.96875'),
        verdict: 'missed',
        status: 'final',
      },
    ),
    line(
      indicator('zero', { no: 'I.2', name: name('Tai nạn chết người', 'Deaths'), target: threshold('at_most', '0') }),
      {
        actual: number('0'),
        variance: number('0'),
        undefinedReason: 'zero-target',
        verdict: 'met',
        status: 'provisional',
      },
    ),
    line(
      indicator('ceiling', {
        no: 'I.3',
        type: 'rate',
        name: name('Thất nghiệp', 'Unemployment'),
        target: threshold('at_most', '3'),
      }),
      {
        actual: number('2'),
        variance: number('-1'),
        favourable: true,
        formula: 'attainment',
        achievement: number('4').dividedBy(number('3')),
        verdict: 'exceeded',
        status: 'final',
      },
    ),
    line(
      indicator('beds', {
        no: 'I.4',
        name: name('Giường bệnh', 'Beds'),
        type: 'stock',
        target: threshold('at_least', '2000'),
      }),
      {
        actual: number('2000'),
        variance: number('0'),
        formula: 'attainment',
        achievement: number('1'),
        verdict: 'met',
        status: 'final',
        superseded: [superseded],
      },
    ),
    line(
      indicator('partial', { no: 'I.5', name: name('Khám bệnh', 'Visits'), target: threshold('at_least', '1200000') }),
      {
        actual: number('1000000.5'),
        variance: number('-199999.5'),
        favourable: false,
        partial: { of: 'areas', reported: 9, expected: 11 },
        formula: 'attainment',
        achievement: number('1000000.5').dividedBy(number('1200000')),
        verdict: 'open',
        status: 'estimate',
      },
    ),
    line(
      indicator('late', {
        no: 'I.6',
        name: name('Trồng rừng', 'Trees planted'),
        unit: name('ha'),
        target: threshold('at_least', '500'),
      }),
      {
        actual: number('120'),
        actualPeriod: period('2018-Q1'),
        verdict: 'not-reported',
        status: 'final',
      },
    ),
    line(
      indicator('revised', {
        no: 'II.1',
        name: name('Nhà ở xã hội', 'Social housing'),
        target: threshold('at_least', '17000'),
        revisions: [{ ...threshold('at_least', '17000'), date: day('2018-07-01'), decision: '12/NQ-HĐND' }],
      }),
      {
        originalTarget: threshold('at_least', '16250'),
        actual: number('17001'),
        variance: number('1'),
        favourable: true,
        formula: 'attainment',
        achievement: number('17001').dividedBy(number('17000')),
        verdict: 'exceeded',
        status: 'final',
      },
    ),
    line(
      indicator('growth', {
        no: 'II.2',
        type: 'growth',
        name: name('Tăng trưởng GRDP', 'GRDP growth'),
        target: between('6.6', '6.8', 'up'),
      }),
      {
        actual: number('7.02'),
        variance: number('0.22'),
        favourable: true,
        formula: 'range',
        achievement: number('7.02').dividedBy(number('6.8')),
        verdict: 'exceeded',
        status: 'final',
      },
    ),
    line(indicator('followed', { no: 'II.3', name: name('Số lượt khách', 'Visitors') }), {
      actual: number('12345'),
      verdict: null,
      status: 'final',
    }),
    line(indicator('task', { no: 'II.4', type: 'task', name: name('Đề án', 'Scheme'), target: done }), {
      state: 'in-progress',
      verdict: 'open',
    }),
    line(households, {
      actual: number('7').dividedBy(number('1.2')),
      variance: number('-1.5'),
      favourable: true,
      formula: 'range',
      achievement: number('1'),
      verdict: 'met',
      status: 'final',
      change: change(
        changeEnd('7.10', { period: period('2017') }),
        changeEnd('5.83', {
          period: period('2018'),
          value: number('7').dividedBy(number('1.2')),
          printedDecimals: null,
          poor: number('700'),
          households: number('12000'),
        }),
        {
          absolute: number('7').dividedBy(number('1.2')).minus(number('7.1')),
          relative: number('-17.84'),
          planned: [number('-1'), number('-1.5')],
          poor: number('-120'),
          splits: [
            { kind: 'counts', countEffect: number('-1.3'), baseEffect: number('0.0333') },
            { kind: 'areas', within: number('-1.2'), shift: number('-0.0667') },
          ],
          movements: {
            start: number('820'),
            escaped: number('200'),
            relapsed: number('30'),
            newlyPoor: number('55'),
            other: number('-5'),
            end: number('700'),
            gap: number('0'),
          },
        },
      ),
    }),
    line(households, {
      area: upland,
      target: null,
      actual: number('12.5'),
      verdict: null,
      status: 'final',
      change: change(changeEnd('14.00', { period: period('2017') }), changeEnd('12.50', { period: period('2018') }), {
        absolute: number('-1.5'),
        relative: number('-150').dividedBy(number('14')),
      }),
    }),
    line(oldStandard, {
      actual: number('9.1'),
      undefinedReason: 'not-comparable',
      verdict: 'not-comparable',
      status: 'final',
      change: change(
        changeEnd('12.1', { period: period('2015'), standard: '2011-2015' }),
        changeEnd('9.1', { period: period('2018'), standard: '2016-2020' }),
        { differsIn: 'standard', planned: [number('-2')] },
      ),
    }),
  ]
  return planReport(plan('every-case', { title: name('Mọi trường hợp', 'Every case'), areas: [upland] }), lines, {
    leftOut: ['labour-export', 'enrolment'],
  })
}
