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
  /** How the columns relate; below the tables. */
  product: 'Percentages divide: actual vs year before = (target vs year before) × (actual vs target), before rounding.',
  sum: 'Points and other differences subtract: actual vs year before = (target vs year before) + (actual vs target).',
  /** Where the completion stands below what the actual is to the target. */
  brackets: 'In brackets: the completion, where it differs from the percentage.',
  blank: 'Blank: that plan has no such indicator or area.',
  notes: {
    /** Where the figure of the year before comes from, if it is not the result of the plan that is followed. */
    previous: {
      baseline: (figure) => `${figure} is the baseline of the plan; there is no result for that time.`,
      restated: (figure) => `${figure} is the baseline of the plan; the result for that time was measured differently.`,
      'merged-areas': (figure) => `${figure} is the sum of the areas merged into this one.`,
    } satisfies Record<Exclude<PreviousOrigin, 'result'>, (figure: string) => string>,
    otherBaseline: (baseline: string, result: string) =>
      `The baseline of the plan is ${baseline}; the result for that time is ${result}.`,
    range: 'A range is not compared with another year.',
    /** Of a figure that has not the unit of its row. */
    unit: (unit: string) => `Unit in that year: ${unit}.`,
    obstacles: {
      standard: 'Not compared: different standards.',
      measured: 'Not compared: one counts households, the other persons.',
      method: 'Not compared: different methods.',
      type: 'Not compared: different types of indicator.',
      unit: 'Not compared: different units.',
      length: 'Not compared: the figures cover periods of different length.',
    } satisfies Record<RelationObstacle, string>,
    /** Why a difference stands where others have a percentage. */
    ratioGaps: {
      zero: 'Difference in the unit, because there is no percentage of 0.',
      negative: 'Difference in the unit, because a percentage of a figure below zero would be misleading.',
    } satisfies Record<RatioGap, string>,
  },
  alone: {
    'follows-none': (plan) => `${plan} is not compared: it follows no plan, and none follows it.`,
    'not-given': (plan, follows) => `${plan} follows ${follows}, but that plan was not given.`,
    'not-before': (plan, follows) =>
      `${plan} follows ${follows}, but that plan does not end before it begins; they are not compared.`,
  } satisfies Record<ReasonToStandAlone, (plan: string, follows: string) => string>,
}

export type CompareWords = typeof compareEn
