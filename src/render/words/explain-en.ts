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
    'baseline-headcount': 'baseline headcount',
    'baseline-intensity': 'baseline intensity',
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
    headcount: 'headcount',
    intensity: 'intensity',
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
    planned: 'planned end',
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
    providers: 'providers',
    note: 'note',
  },
  /** The names of numbers in a formula. */
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
    before: 'target before',
    share: 'share',
    daysPassed: 'days passed',
    days: 'days',
    timeLeft: 'time left',
  } satisfies Record<LineRole, string>,
  /** Of a target of a part of the plan, beside that of the whole plan where there is one. */
  targetOf: (period: string, whole: string | null) =>
    `for ${period}${whole === null ? '' : `; for the whole plan ${whole}`}`,
  range: (low: string, high: string) => `${low} to ${high}`,
  noTarget: 'none: this indicator has no target',
  /** An area may lack what the whole has. */
  noTargetHere: 'none for this area',
  noTargetOfGroup: 'none for this group',
  /** Each planned change of a year, times their number. */
  years: (count: string) => `${count} years`,
  ofBaseline: (percent: string, baseline: string) => `${percent} of ${baseline}`,
  sumOf: (count: string) => `sum of ${count} figures`,
  sinceStart: (period: string) => `since the plan's start, ${period}`,
  partial: (coverage: string) => `partial total: ${coverage}`,
  /** Of the areas that reported alone. */
  partialTarget: (quotient: string, share: string) => `of what the areas in it were to reach: ${quotient} = ${share}`,
  /** The period is over and some of it is missing. */
  partialAtEnd: (coverage: string) => `only ${coverage} reported; the total is not known`,
  replaced: (status: string, number: string) => `in place of the ${status} ${number}`,
  relative: (percent: string) => `${percent} relative to the baseline`,
  significant: (is: boolean) =>
    `${is ? '' : 'not '}significant at 95%: │z│ is ${is ? 'at least' : 'below'} 1.959964; the verdict compares the figures themselves`,
  relativeOfZero: 'no relative change: the baseline is 0 or below',
  reportedChange: (number: string) => `${number}, as reported`,
  baseBounds: (low: string, lowOpen: boolean, high: string, highOpen: boolean) =>
    `${lowOpen ? 'above' : 'from'} ${low} ${highOpen ? 'and below' : lowOpen ? 'and at most' : 'to'} ${high}, because the rates are rounded`,
  unchangedBase: 'the number of households, if it did not change',
  mpiSplit: (headcount: string, intensity: string, total: string) =>
    `${headcount} from the headcount, ${intensity} from the intensity: ${total}`,
  countSplit: (poor: string, households: string, total: string) =>
    `${poor} from the number of poor, ${households} from the number of households: ${total}`,
  areaSplit: (within: string, shift: string, total: string) =>
    `${within} within areas, ${shift} from the shift of population between areas: ${total}`,
  movementGap: (reported: string, gap: string) => `reported: ${reported}; ${gap} unexplained`,
  movementBalance: 'as reported at the end',
  favourable: 'favourable',
  unfavourable: 'unfavourable',
  insideRange: 'inside the range, so 100%',
  undefined: (reason: string) => `none: ${reason}; the verdict compares the values themselves`,
  /** Of a ceiling that may still be passed: `200 ÷ 300 = 66.6…%`. */
  usedUp: (calculation: string) => `used up: ${calculation}`,
  progress: (calculation: string) => `progress from the baseline: ${calculation}`,
  acrossZero: (calculation: string) => `baseline and target are on opposite sides of zero; progress: ${calculation}`,
  /** `4.24% is known as 4.24 ± 0.005` */
  standsFor: (printed: string, value: string, half: string) => `${printed} means ${value} ± ${half}`,
  bounds: (low: string, lowOpen: boolean, high: string, highOpen: boolean) =>
    `so completion is ${lowOpen ? 'above' : 'from'} ${low} ${highOpen ? 'and below' : lowOpen ? 'and at most' : 'to'} ${high}`,
  undecidedByRounding: 'this includes 100%, so the verdict is for the figures as printed',
  roundedTo: (mode: RoundingMode, decimals: number) =>
    `${MODES[mode]} to ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`,
  keptApart: (asked: string, exact: string) => `shown with more decimals: with ${asked} it would read ${exact}`,
  tolerance: (share: string) => `tolerance ${share}`,
  summedRows: (count: string) => `sum of ${count} rows`,
  /** Of the target that a revision set; the decision may be unknown. */
  revised: (date: string, decision: string | null) => `revised on ${date}${decision === null ? '' : ` (${decision})`}`,
  onlyBeyond: 'must be passed, not just reached',
  settledEarly: (end: string) => `final, although the period runs until ${end}`,
  stillRunning: (end: string) => `the period runs until ${end}`,
  endNotReported: (period: string, end: string) => `the newest figure is for ${period}; none is reported for ${end}`,
  nothingReported: 'no figure reported; not counted as zero',
  state: (state: string) => `reported as: ${state}`,
}

export type ExplainWords = typeof explainEn

const MODES = { 'half-up': 'rounded half-up', 'half-even': 'rounded half-even', truncate: 'cut off' } as const
