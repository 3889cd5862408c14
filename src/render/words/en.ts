import type { Language } from '../../model/figure.ts'
import type { FormulaName, Measurement } from '../../model/indicator.ts'
import type { ObservationStatus, TaskState } from '../../model/observation.ts'
import type { CivilDate } from '../../model/period.ts'
import type { Partial, UndefinedReason } from '../../model/report.ts'
import type { ShownVerdict } from '../figure/verdict-text.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const month = (number: number) => MONTHS[number - 1] ?? String(number)

/** The words of one language. Numbers and dates come in already written in that language's notation. */
export const en = {
  lang: 'en' as Language,
  columns: {
    no: 'No.',
    indicator: 'Indicator',
    unit: 'Unit',
    target: 'Target',
    actual: 'Actual',
    variance: 'Variance',
    completion: 'Completion',
    verdict: 'Verdict',
  },
  /** Columns of the poverty table. */
  poverty: {
    title: 'Poverty-rate changes',
    from: 'From',
    to: 'To',
    change: 'Change',
    relativeChange: 'Relative change',
    planned: 'Planned',
    completion: 'Completion',
    verdict: 'Verdict',
    indicator: 'Indicator',
    poorHouseholds: 'Poor households',
    poorPersons: 'Poor persons',
    households: 'Households',
    persons: 'Persons',
  },
  verdicts: {
    exceeded: 'Exceeded',
    met: 'Met',
    missed: 'Missed',
    'on-track': 'On track',
    'within-ceiling': 'Within the ceiling',
    behind: 'Behind',
    'above-ceiling': 'Above the ceiling to date',
    open: 'Open',
    'open-off-target': 'Open, off target',
    'not-reported': 'Not reported',
    'not-comparable': 'Not comparable',
  } satisfies Record<ShownVerdict, string>,
  /** A verdict in the middle of a sentence: `4 exceeded`. */
  verdictCounts: {
    exceeded: 'exceeded',
    met: 'met',
    missed: 'missed',
    'on-track': 'on track',
    'within-ceiling': 'within the ceiling',
    behind: 'behind',
    'above-ceiling': 'above the ceiling to date',
    open: 'open',
    'open-off-target': 'open, off target',
    'not-reported': 'not reported',
    'not-comparable': 'not comparable',
  } satisfies Record<ShownVerdict, string>,
  /** `exceeded` against an at-most or below target, where "exceeded" alone reads as a breach. */
  exceededCeiling: 'Below the ceiling',
  /** In place of a completion: how much of a ceiling is used up. */
  usedOfCeiling: (percent: string) => `${percent}\u00a0used`,
  /** Followed without a target. */
  noTarget: 'No target',
  /** Followed in words. */
  notJudged: 'Not judged',
  statuses: { final: 'final', provisional: 'provisional', estimate: 'estimate' } satisfies Record<
    ObservationStatus,
    string
  >,
  /** `final figures`, for the head of a report. */
  figuresOf: { final: 'final figures', provisional: 'provisional figures', estimate: 'estimates' } satisfies Record<
    ObservationStatus,
    string
  >,
  taskStates: { done: 'Done', 'in-progress': 'In progress', 'not-started': 'Not started' } satisfies Record<
    TaskState,
    string
  >,
  taskTarget: 'done',
  formulas: {
    attainment: 'attainment',
    change: 'change achieved',
    range: 'range',
    progress: 'progress from the baseline',
    level: 'growth compared as levels',
    ratio: 'ratio',
    inverse: 'inverse ratio',
  } satisfies Record<FormulaName, string>,
  undefinedReasons: {
    'zero-target': 'the target is 0',
    'zero-actual': 'the actual is 0',
    'target-equals-baseline': 'the target equals the baseline',
    'no-baseline': 'there is no baseline',
    'not-comparable': 'baseline and actual are not comparable',
    'no-number': 'it has no number',
    'running-ceiling': 'the ceiling may still be exceeded; only the share used so far is known',
  } satisfies Record<UndefinedReason, string>,
  measured: { households: 'households', persons: 'persons' } satisfies Record<
    NonNullable<Measurement['measured']>,
    string
  >,
  /** Behind a number of percentage points: `pp`. */
  points: 'pp',
  notReported: 'not reported',
  ofWhich: 'of which:',
  target: {
    atLeast: (number: string) => `at least ${number}`,
    atMost: (number: string) => `at most ${number}`,
    above: (number: string) => `above ${number}`,
    below: (number: string) => `below ${number}`,
    reduceBy: (number: string) => `reduce by ${number}`,
    increaseBy: (number: string) => `increase by ${number}`,
    ofBaseline: (number: string) => `${number} of baseline`,
    perYear: (phrase: string) => `${phrase} a year`,
    /** Of a date: the day by which it is to be done, and how far off it was. */
    by: (date: string) => `by ${date}`,
    late: ({ count, text }: Counted) => `${text} ${count === 1 ? 'day' : 'days'} late`,
    early: ({ count, text }: Counted) => (count === 0 ? 'on the day' : `${text} ${count === 1 ? 'day' : 'days'} early`),
  },
  date: ({ year, month: number, dayOfMonth }: CivilDate) => `${dayOfMonth} ${month(number)} ${year}`,
  period: {
    year: (year: number) => String(year),
    years: (first: number, last: number) => `${first}–${last}`,
    half: (half: 1 | 2, year: number) => `${half === 1 ? 'first' : 'second'} half of ${year}`,
    quarter: (quarter: 1 | 2 | 3 | 4, year: number) => `Q${quarter} ${year}`,
    month: (number: number, year: number) => `${month(number)} ${year}`,
    months: (first: number, last: number, year: number) => `${month(first)}–${month(last)} ${year}`,
    /** Anything else, between two written dates. */
    between: (first: string, last: string) => `${first} to ${last}`,
  },
  head: {
    period: 'Period',
    asOf: (date: string) => `as of ${date}`,
    /** Whose figure set that day, where others are older. */
    newestFigure: (name: string) => `newest figure: ${name}`,
    source: 'Source',
    /** Sources of targets and of results, where they differ. */
    targetSource: 'Targets',
    resultSource: 'Results',
    moreSources: (number: string) => `and ${number} more`,
    note: 'Note',
    page: (page: string) => `p. ${page}`,
    /** No figure has been reported yet. */
    noFigures: 'nothing reported yet',
    noIndicators: 'No indicators.',
    noPlans: 'No plans.',
  },
  /** Of a figure that several give. Names and figures come in already written. */
  providers: {
    judged: (name: string) => `Judged by: ${name}.`,
    /** The one that judges has no figure. */
    nothing: (name: string) => `No figure of the one that judges: ${name}.`,
    /** `difference`: to the figure that is judged; `verdict`: by this figure, where it is another one. */
    other: (name: string, figure: string, difference: string | null, verdict: string | null) =>
      `${name}: ${figure}${difference === null ? '' : `, ${difference}`}${verdict === null ? '' : `; by this figure ${verdict}`}.`,
    more: (amount: string) => `${amount} more`,
    less: (amount: string) => `${amount} less`,
    same: 'the same',
    /** They are not subtracted: `not comparable (measured by: persons, not households)`. */
    differs: (what: string, own: string, judged: string) => `not comparable (${what}: ${own}, not ${judged})`,
  },
  notes: {
    ceiling: 'Lower is better: completion = 1 + (target − actual) ÷ target; at the ceiling it is 100%.',
    negativeTarget: 'The target is below zero: completion = 1 + (actual − target) ÷ |target|; on target it is 100%.',
    negativeCeiling:
      'Lower is better, below zero: completion = 1 − (actual − target) ÷ |target|; on target it is 100%.',
    attainmentOfChange:
      'Completion = actual against the level that the planned change leads to; at that level it is 100%.',
    reduction: 'Completion = actual reduction ÷ planned reduction.',
    increase: 'Completion = actual increase ÷ planned increase.',
    range: 'Inside the range completion is 100%; outside, it is measured against the nearer end.',
    changeRange:
      'Inside the planned range completion is 100%; outside, it is the actual change ÷ the nearer end of the range.',
    progress: (baseline: string | null) =>
      `Completion = (actual − baseline) ÷ (target − baseline)${baseline === null ? '' : `; baseline ${baseline}`}.`,
    level: 'Growth compared as levels: completion = (100 + actual) ÷ (100 + target).',
    ratio: 'Completion = actual ÷ target, regardless of direction.',
    inverse: 'Completion = target ÷ actual.',
    undefined: (reason: string) => `No completion percentage: ${reason}.`,
    /** `target`: that of just the areas that reported, with what share of it was reached; null: not known. */
    partial: (coverage: string, target: string | null = null, share: string | null = null) =>
      `Partial total: ${coverage}${target === null ? '' : `; the areas in it were to reach ${target}${share === null ? '' : ` (${share})`}`}.`,
    estimate: 'Estimate.',
    provisional: 'Provisional figure.',
    superseded: (status: string, number: string) => `Replaces the ${status} ${number}.`,
    /** A target of a part of the plan: `Target for 2027.` */
    targetOf: (period: string) => `Target for ${period}.`,
    revised: (original: string, date: string | null, decision: string | null, done: string | null) =>
      `Target revised${date === null ? '' : ` on ${date}`}${decision === null ? '' : ` (${decision})`}; it was ${original}${done === null ? '' : ` (completion ${done})`}.`,
    baseline: (value: string, period: string | null) => `Baseline: ${value}${period === null ? '' : ` (${period})`}.`,
    moreDecimals: 'Shown with more decimals, because rounding would make it exactly 100% or 0%.',
    /** How much of the way from a baseline to a target on the other side of zero is done. */
    acrossZero: (percent: string) =>
      `Baseline and target are on opposite sides of zero; progress from baseline to target is ${percent}.`,
    lastFigure: (period: string) => `Last figure: ${period}; none is reported for the end of the period.`,
    /** A figure of another time than the report's. */
    figureOf: (period: string) => `Figure for ${period}.`,
    /** A formula with its figures behind it. */
    worked: (formula: string, from: string, to: string, change: string, planned: string) =>
      `${formula.replace(/\.$/, '')}: ${from} → ${to} is ${change} of ${planned}.`,
    /** Stands for a period that is not known. */
    baselinePeriod: 'the baseline',
    /** `z` with its sign; the standard errors of baseline and actual. */
    significance: (z: string, isSignificant: boolean, from: string, to: string) =>
      `The change is ${isSignificant ? '' : 'not '}significant at 95%: z = ${z}, standard errors ${from} and ${to}.`,
    /** Of a percentage of a small number. */
    tinyBase: (base: string) => `In per cent of a small figure (${base}): use with caution.`,
    variation: (percent: string) => `Coefficient of variation ${percent}, above 20%: use with caution.`,
    oneEndPrinted: (period: string) => `The rate for ${period} is as printed; the other is calculated from counts.`,
    notComparable: (what: string, from: string, to: string) =>
      `Not comparable: ${what} ${from} in the baseline, ${to} in the result.`,
    notComparableWhat: { standard: 'standard', measured: 'measured by', method: 'method' } satisfies Record<
      keyof Measurement,
      string
    >,
    notStated: 'not stated',
    coverage: {
      // None of them is whole, though parts of them have reported.
      areas: (reported, expected) => `${reported} of ${expected} areas${reported === '0' ? ' in full' : ''}`,
      groups: (reported, expected) => `${reported} of ${expected} groups${reported === '0' ? ' in full' : ''}`,
      years: (reported, expected) => `${reported} of ${expected} years`,
      halves: (reported, expected) => `${reported} of ${expected} half-years`,
      quarters: (reported, expected) => `${reported} of ${expected} quarters`,
      months: (reported, expected) => `${reported} of ${expected} months`,
      rows: (reported, expected) => `${reported} of ${expected} rows`,
      days: (reported, expected) => `${reported} of ${expected} days`,
    } satisfies Record<Partial['of'], (reported: string, expected: string) => string>,
  },
  /** Expected to date and the pace towards it. */
  expected: (expected: string, pace: string | null) =>
    `Expected to date: ${expected}${pace === null ? '' : `; pace ${pace}`}.`,
  /** Of a ceiling: what should not be passed yet, and how much of it is used. */
  ceilingToDate: (expected: string, used: string | null) =>
    `Expected to date: at most ${expected}${used === null ? '' : `; ${used} of it used`}.`,
  summary: {
    /** What was compared with its target: `13 indicators and 6 tasks`; a number is null where there are none. */
    counted: (indicators: Counted | null, tasks: Counted | null) =>
      [
        ...(indicators ? [`${indicators.text} ${indicators.count === 1 ? 'indicator' : 'indicators'}`] : []),
        ...(tasks ? [`${tasks.text} ${tasks.count === 1 ? 'task' : 'tasks'}`] : []),
      ].join(' and '),
    noTarget: (number: string) => `${number} without a target`,
    notJudged: (number: string) => `${number} not judged`,
    /** `items`: each with why, semicolons between. */
    leftOut: ({ count, text }: Counted, items: string) =>
      `${text} ${count === 1 ? 'indicator' : 'indicators'} left out: ${items}`,
    /** The code of a problem, and its place; empty where it has none. */
    because: (problem: string, place: string) => `because of ${problem}${place === '' ? '' : ` (${place})`}`,
  },
  change: {
    impliedBase: (poor: string, points: string, base: string, low: string, high: string) =>
      `If the number of households did not change: ${poor} ÷ ${points} ≈ ${base} (${low} to ${high}, given the rounding of the rates).`,
    /** A multidimensional index as headcount × intensity. */
    mpi: (headcount: string, intensity: string, index: string) =>
      `Headcount × intensity: ${headcount} × ${intensity} = ${index}.`,
    splitMpi: (total: string, headcount: string, intensity: string) =>
      `Of the change of ${total}: ${headcount} from the headcount, ${intensity} from the intensity.`,
    splitCounts: (total: string, count: string, base: string) =>
      `Of ${total}: ${count} from the number of poor, ${base} from the number of all households or persons.`,
    splitAreas: (total: string, within: string, shift: string) =>
      `Of ${total}: ${within} within areas, ${shift} from the shift of population between areas.`,
    /** The sum itself, `11,143 at the start − 3,000 escaped = …`, comes in as parts. */
    movements: (sum: string) => `Movements: ${sum}.`,
    start: (number: string) => `${number} at the start`,
    escaped: (number: string) => `${number} escaped`,
    relapsed: (number: string) => `${number} relapsed`,
    newlyPoor: (number: string) => `${number} new`,
    other: (number: string) => `${number} other`,
    end: (number: string) => `${number} at the end`,
    gap: (number: string) => `The movements do not balance: ${number} unexplained.`,
    brokenSeries: (from: string, to: string) => `Break in the series between ${from} and ${to}.`,
    standard: (standard: string) => `Standard: ${standard}.`,
    /** Bounds of the completion, because the rates are rounded. */
    interval: (low: string, high: string) => `Completion is between ${low} and ${high}, because the rates are rounded.`,
    none: 'No poverty rates in this plan.',
  },
}

export type Words = typeof en

/** A count and how it is written. */
export interface Counted {
  readonly count: number
  readonly text: string
}
