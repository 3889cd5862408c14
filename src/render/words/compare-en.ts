import type { CompareWords } from './compare-words.ts'

export const compareEn: CompareWords = {
  title: (first, last) => `Plans and results, ${first} to ${last}`,
  indicator: 'Indicator',
  target: (time) => `Target ${time}`,
  actual: (time) => `Actual ${time}`,
  targetOnPrevious: (time, previous) => `Target ${time} vs actual ${previous}`,
  actualOnTarget: (time) => `Actual vs target ${time}`,
  actualOnTargetWithCompletion: (time) => `Actual vs target ${time} (completion)`,
  completion: (time) => `Completion ${time}`,
  actualOnPrevious: (time, previous) => `Actual ${time} vs actual ${previous}`,
  before: 'before',
  product:
    'In per cent, the first divided by the second. Before rounding: actual vs actual of the year before = (target vs actual of the year before) × (actual vs target).',
  sum: 'Rates in percentage points, the second taken from the first: actual vs actual of the year before = (target vs actual of the year before) + (actual vs target).',
  blank: 'Blank: not an indicator of that plan.',
  notes: {
    previous: {
      baseline: 'Baseline of the later plan: the plan of that time is not here, or has no result.',
      'merged-areas': 'Sum of the areas that became this one.',
    },
    otherBaseline: (baseline, result) => `The later plan counts from ${baseline}, while the result is ${result}.`,
    range: 'A range is no single figure: it is not set against another year.',
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
    completion: (percentage) => `Completion ${percentage}.`,
  },
  alone: {
    'follows-none': (plan) => `${plan} stands alone: it follows no plan, and none follows it.`,
    'not-given': (plan, follows) => `${plan} is not compared with ${follows}, which it follows: that plan is not here.`,
    'not-before': (plan, follows) =>
      `${plan} is not compared with ${follows}, which it follows: that plan does not end before this one begins.`,
  },
}
