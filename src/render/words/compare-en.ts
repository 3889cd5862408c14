import type { CompareWords } from './compare-words.ts'

export const compareEn: CompareWords = {
  title: (plan, first, last) => `${plan}: plans and results from ${first} to ${last}`,
  indicator: 'Indicator',
  target: (time) => `Target ${time}`,
  actual: (time) => `Actual ${time}`,
  targetOnPrevious: (time, previous) => `Target ${time} vs actual ${previous}`,
  actualOnTarget: (time) => `Actual vs target ${time}`,
  completion: (time) => `Completion ${time}`,
  actualOnPrevious: (time, previous) => `Actual ${time} vs ${previous}`,
  before: 'before',
  abbreviations: null,
  product: 'Percentages divide: actual vs year before = (target vs year before) × (actual vs target), before rounding.',
  sum: 'Points and other differences subtract: actual vs year before = (target vs year before) + (actual vs target).',
  brackets: 'In brackets: the completion, where it is not the percentage itself.',
  blank: 'Blank: that plan has no such indicator or area.',
  notes: {
    previous: {
      baseline: (figure) => `${figure} is the baseline of the plan; no result of that time is here.`,
      restated: (figure) => `${figure} is the baseline of the plan; the result of that time was measured otherwise.`,
      'merged-areas': (figure) => `${figure} is the sum of the areas that became this one.`,
    },
    otherBaseline: (baseline, result) => `The plan counts from ${baseline}; the result of that time is ${result}.`,
    range: 'A range is no single figure: it is not set against another year.',
    unit: (unit) => `Unit of that year: ${unit}.`,
    obstacles: {
      standard: 'Not compared: another standard.',
      measured: 'Not compared: households in one, persons in the other.',
      method: 'Not compared: another method.',
      type: 'Not compared: another type of indicator.',
      unit: 'Not compared: another unit.',
      length: 'Not compared: the figures cover times of different length.',
    },
    ratioGaps: {
      zero: 'Difference in the unit: there is no percentage of 0.',
      negative: 'Difference in the unit: a percentage of a figure below zero would read the wrong way round.',
    },
  },
  alone: {
    'follows-none': (plan) => `${plan} stands alone: it follows no plan, and none follows it.`,
    'not-given': (plan, follows) => `${plan} is not compared with ${follows}, which it follows: that plan is not here.`,
    'not-before': (plan, follows) =>
      `${plan} is not compared with ${follows}, which it follows: that plan does not end before this one begins.`,
  },
}
