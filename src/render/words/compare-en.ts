import type { PreviousOrigin, RatioGap, ReasonToStandAlone, RelationObstacle } from '../../model/compare.ts'

/** The words of `compare` in one language. Times come in as a column's head names them: `2018`. */
export const compareEn = {
  /** `plan`: the title of the newest one. */
  title: (plan: string, first: string, last: string) => `${plan}: plans and results from ${first} to ${last}`,
  indicator: 'Indicator',
  target: (time: string) => `Target ${time}`,
  actual: (time: string) => `Actual ${time}`,
  targetOnPrevious: (time: string, previous: string) => `Target ${time} vs actual ${previous}`,
  actualOnTarget: (time: string) => `Actual vs target ${time}`,
  completion: (time: string) => `Completion ${time}`,
  actualOnPrevious: (time: string, previous: string) => `Actual ${time} vs ${previous}`,
  /** Stands for the time before the first plan. */
  before: 'before',
  /** What the heads shorten; null: nothing. */
  abbreviations: null as string | null,
  /** How the columns hang together; below the tables. */
  product: 'Percentages divide: actual vs year before = (target vs year before) × (actual vs target), before rounding.',
  sum: 'Points and other differences subtract: actual vs year before = (target vs year before) + (actual vs target).',
  /** Where the completion stands below what the actual is to the target. */
  brackets: 'In brackets: the completion, where it is not the percentage itself.',
  blank: 'Blank: that plan has no such indicator or area.',
  notes: {
    /** Where the figure of the year before comes from, if it is not the result of the plan that is followed. */
    previous: {
      baseline: (figure) => `${figure} is the baseline of the plan; no result of that time is here.`,
      restated: (figure) => `${figure} is the baseline of the plan; the result of that time was measured otherwise.`,
      'merged-areas': (figure) => `${figure} is the sum of the areas that became this one.`,
    } satisfies Record<Exclude<PreviousOrigin, 'result'>, (figure: string) => string>,
    otherBaseline: (baseline: string, result: string) =>
      `The plan counts from ${baseline}; the result of that time is ${result}.`,
    range: 'A range is no single figure: it is not set against another year.',
    /** Of a figure that has not the unit of its row. */
    unit: (unit: string) => `Unit of that year: ${unit}.`,
    obstacles: {
      standard: 'Not compared: another standard.',
      measured: 'Not compared: households in one, persons in the other.',
      method: 'Not compared: another method.',
      type: 'Not compared: another type of indicator.',
      unit: 'Not compared: another unit.',
      length: 'Not compared: the figures cover times of different length.',
    } satisfies Record<RelationObstacle, string>,
    /** Why a difference stands where others have a percentage. */
    ratioGaps: {
      zero: 'Difference in the unit: there is no percentage of 0.',
      negative: 'Difference in the unit: a percentage of a figure below zero would read the wrong way round.',
    } satisfies Record<RatioGap, string>,
  },
  alone: {
    'follows-none': (plan) => `${plan} stands alone: it follows no plan, and none follows it.`,
    'not-given': (plan, follows) => `${plan} is not compared with ${follows}, which it follows: that plan is not here.`,
    'not-before': (plan, follows) =>
      `${plan} is not compared with ${follows}, which it follows: that plan does not end before this one begins.`,
  } satisfies Record<ReasonToStandAlone, (plan: string, follows: string) => string>,
}

export type CompareWords = typeof compareEn
