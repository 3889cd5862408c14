import type { RoundingMode } from '../../model/exact.ts'
import type { InputField, LineRole } from '../../model/report.ts'

/** The words of a derivation. Numbers, dates and periods come in already written in the language's notation. */
export const explainEn = {
  inputs: 'Inputs',
  calculation: 'Calculation',
  inputNames: {
    target: 'target',
    'original-target': 'first target',
    baseline: 'baseline',
    'baseline-poor': 'baseline poor',
    'baseline-households': 'baseline households',
    actual: 'actual',
    cumulative: 'cumulative',
    poor: 'poor',
    households: 'households',
    'poor-change': 'change in poor',
    escaped: 'escaped',
    relapsed: 'relapsed',
    new: 'newly poor',
    other: 'other',
    numerator: 'numerator',
    denominator: 'denominator',
    superseded: 'superseded',
  } satisfies Record<InputField, string>,
  columns: {
    input: 'Input',
    written: 'As written',
    readAs: 'Read as',
    period: 'Period, status',
    place: 'Place',
    source: 'Source',
  },
  readAs: (number: string) => `read as ${number}`,
  noInputs: 'none',
  /** Labels of the steps. */
  steps: {
    target: 'target',
    planned: 'end aimed at',
    actual: 'actual',
    change: 'change',
    poor: 'number of poor',
    base: 'implied base',
    split: 'split',
    movements: 'movements',
    variance: 'variance',
    completion: 'completion',
    rounding: 'rounded inputs',
    printed: 'printed',
    expected: 'expected to date',
    verdict: 'verdict',
    note: 'note',
  },
  /** What stands in a formula for a number. */
  symbols: {
    actual: 'actual',
    target: 'target',
    baseline: 'baseline',
    plannedReduction: 'planned reduction',
    plannedIncrease: 'planned increase',
    change: 'change',
    lowEnd: 'lower end',
    highEnd: 'upper end',
    expected: 'expected',
    share: 'share',
    daysPassed: 'days passed',
    days: 'days',
    timeLeft: 'time left',
  } satisfies Record<LineRole, string>,
  range: (low: string, high: string) => `${low} to ${high}`,
  noTarget: 'none: the indicator is followed without a target',
  /** An area may lack what the whole has. */
  noTargetHere: 'none for this area',
  /** Each planned change of a year, times their number. */
  years: (count: string) => `${count} years`,
  ofBaseline: (percent: string, baseline: string) => `${percent} of ${baseline}`,
  sumOf: (count: string) => `sum of ${count} figures`,
  sinceStart: (period: string) => `since the plan's start, ${period}`,
  partial: (coverage: string) => `a partial total: ${coverage}`,
  /** The period is over and some of it is missing. */
  partialAtEnd: (coverage: string) => `only ${coverage} reported, so that the total is not known`,
  replaced: (status: string, number: string) => `in place of the ${status} ${number}`,
  relative: (percent: string) => `${percent} relative to the baseline`,
  relativeOfZero: 'no relative change: the baseline is 0 or below',
  reportedChange: (number: string) => `${number}, as reported`,
  baseBounds: (low: string, lowOpen: boolean, high: string, highOpen: boolean) =>
    `${lowOpen ? 'above' : 'from'} ${low} ${highOpen ? 'and below' : lowOpen ? 'and at most' : 'to'} ${high}, since the rates are rounded`,
  unchangedBase: 'the number of households, were it the same at both ends',
  countSplit: (poor: string, households: string, total: string) =>
    `${poor} by the number of poor, ${households} by the number of households: ${total}`,
  areaSplit: (within: string, shift: string, total: string) =>
    `${within} inside the areas, ${shift} by households moving between areas: ${total}`,
  movementGap: (reported: string, gap: string) => `${reported} is reported: ${gap} unexplained`,
  movementBalance: 'as reported at the end',
  favourable: 'favourable',
  unfavourable: 'unfavourable',
  insideRange: 'inside the range is 100%',
  undefined: (reason: string) => `none: ${reason}; the verdict compares the values themselves`,
  /** Of a ceiling that may still be passed: `200 ÷ 300 = 66.6…%`. */
  usedUp: (calculation: string) => `used up: ${calculation}`,
  acrossZero: (calculation: string) => `baseline and target lie on different sides of zero; progress: ${calculation}`,
  /** `4.24% is known as 4.24 ± 0.005` */
  standsFor: (printed: string, value: string, half: string) => `${printed} stands for ${value} ± ${half}`,
  bounds: (low: string, lowOpen: boolean, high: string, highOpen: boolean) =>
    `so completion is ${lowOpen ? 'above' : 'from'} ${low} ${highOpen ? 'and below' : lowOpen ? 'and at most' : 'to'} ${high}`,
  undecidedByRounding: '100% lies between: the verdict holds for the figures as printed',
  roundedTo: (mode: RoundingMode, decimals: number) =>
    `${MODES[mode]} to ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`,
  keptApart: (asked: string, exact: string) => `with more decimals, since ${asked} would claim ${exact}`,
  tolerance: (share: string) => `a tolerance of ${share} is allowed`,
  /** Of the target that a revision set; either part may be unknown. */
  summedRows: (count: string) => `sum of ${count} rows`,
  revised: (date: string, decision: string | null) => `revised on ${date}${decision === null ? '' : ` (${decision})`}`,
  onlyBeyond: 'only what is beyond it counts',
  settledEarly: (end: string) => `it stays so, although the period runs until ${end}`,
  stillRunning: (end: string) => `the period runs until ${end}`,
  endNotReported: (period: string, end: string) =>
    `the newest figure is of ${period}; nothing says how it was on ${end}`,
  nothingReported: 'no figure was reported; this does not count as zero',
  state: (state: string) => `reported as: ${state}`,
}

export type ExplainWords = typeof explainEn

const MODES = { 'half-up': 'rounded half-up', 'half-even': 'rounded half-even', truncate: 'cut off' } as const
