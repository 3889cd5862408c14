import type { Grain } from '../../model/period.ts'
import type { Counted } from './en.ts'

const ONE: Readonly<Record<Grain, string>> = {
  years: 'year',
  halves: 'half-year',
  quarters: 'quarter',
  months: 'month',
  days: 'day',
}

const each = (per: Grain) => `${per === 'halves' ? 'per' : 'a'} ${ONE[per]}`

const left = (per: Grain, count: number, text: string) =>
  count === 1 ? `the ${ONE[per]} left` : `the ${text} ${per === 'halves' ? 'half-years' : per} left`

/** Words of what time and place add to a report. Numbers, dates and periods come in already written. */
export const timeEn = {
  columns: {
    responsible: 'Responsible',
    baseline: 'Baseline',
    progress: 'Progress',
    originalTarget: 'Original target',
    originalCompletion: 'Completion of original',
    expected: 'Expected to date',
    pace: 'Pace',
    published: 'Published',
    rank: 'Rank',
    shortfallShare: 'Share of shortfall',
    area: 'Area',
  },
  /** What is compared with what, above the tables. */
  head: {
    planPeriod: (period: string) => `Plan: ${period}`,
    reportingPeriod: (period: string) => `reporting period: ${period}`,
    originalTargets: 'compared with the original targets, before revisions',
  },
  /** Heads of two figures below each other, the second in parentheses. */
  folded: {
    target: 'Target (original)',
    baseline: 'Target (baseline)',
    completion: 'Completion (of original)',
    expected: 'Expected (pace)',
    rank: 'Rank (share of shortfall)',
  },
  completionAndPublished: 'Completion (published)',
  /** What was reached in one such period alone; `null` where they differ. */
  inPeriod: (grain: Grain | null) => `In the ${grain === null ? 'period' : ONE[grain]}`,
  /** The total, beside what was reached in the period; whether it began with a calendar year. */
  toDate: (inYear: boolean): string => (inYear ? 'Year to date' : 'Total to date'),
  onLastYear: (wholeYear: boolean): string => (wholeYear ? 'Vs last year' : 'Vs same period last year'),
  steps: {
    years: 'By year',
    halves: 'By half-year',
    quarters: 'By quarter',
    months: 'By month',
    days: 'By day',
  } satisfies Record<Grain, string>,
  differs: 'differs',
  /** The whole that areas are of: of numbers that add up, and of rates. */
  areas: ({ count, text }: Counted) => `${text} ${count === 1 ? 'area' : 'areas'}`,
  total: 'Total',
  overall: 'Overall',
  notes: {
    expectation: {
      unstated: 'Expected to date: the target spread evenly over the days of the plan, because it states no phasing.',
      linear: 'Expected to date: the target spread evenly over the days of the plan.',
      shares: 'Expected to date: by the shares stated in the plan.',
      'last-year': "Expected to date: the target spread as last year's results were.",
      targets: 'Expected to date: from the target of the period before to that of this one, evenly by days.',
    } satisfies Record<ExpectationBasis, string>,
    ceilingPace: 'For ceilings (≤), pace is the share of the allowance to date already used; below 100% is good.',
    /** `head`: that of the column. */
    onLastYear: (head: string, period: string) => `${head}: compared with ${period}.`,
    partialOther: (coverage: string) => `The earlier figure is partial: ${coverage}.`,
    otherIsZero: 'No percentage: the earlier figure is 0 or below.',
    othersDiffer: (what: string) => `Not comparable: the two figures differ in ${what}.`,
    progress: 'Progress: the share of the way from the baseline to the target.',
    rank: 'Rank: by completion, 1 the highest.',
    shortfallShare: "Share of shortfall: the area's part of the total shortfall of areas below target.",
  },
  /** What the signs in the bars mean. */
  barLegend: (expected: string, target: string) => `In the bars: ${expected} expected to date, ${target} target.`,
  earlier: {
    title: 'Compared with earlier periods',
    change: 'Change',
    previous: 'Previous period',
    lastYear: 'A year earlier',
    toDate: 'To date',
    toDateLastYear: 'Same period last year',
  },
  outlook: {
    title: (end: string) => `Outlook to ${end}`,
    forecast: 'Forecast',
    required: 'Still required',
    reached: 'target reached',
    needs: (amount: string, per: Grain, count: number, text: string) =>
      `needs ${amount} ${each(per)} for ${left(per, count, text)}`,
    leaves: (amount: string, per: Grain, count: number, text: string) =>
      `at most ${amount} ${each(per)} for ${left(per, count, text)}`,
    note: 'Forecast: the actual continued at the pace so far. Required amounts are rounded up, amounts left under a ceiling down.',
    over: 'The period of this plan is over; there is nothing to forecast.',
    none: 'No indicator of this plan can be forecast.',
  },
  explain: {
    steps: {
      pace: 'pace',
      forecast: 'forecast',
      required: 'still required',
      inPeriod: 'in the period',
      previous: 'vs previous',
      original: 'original target',
      published: 'published',
    },
    daysPassed: (passed: string, all: string) => `${passed} of ${all} days`,
    stated: (share: string) => `${share} of the target is expected by then`,
    asIn: (period: string, reached: string, total: string) => `${period}: ${reached} of ${total} by the same day`,
    basis: {
      unstated: 'evenly by days; the plan states no phasing',
      linear: 'evenly by days, as stated in the plan',
      shares: 'by the shares stated in the plan',
      'last-year': "as last year's results were spread",
      targets: 'from the target of the period before to that of this one, evenly by days',
    } satisfies Record<ExpectationBasis, string>,
    inOf: (period: string) => `in ${period} alone`,
    ofPlan: (period: string, plan: string) => `${period}, plan ${plan}`,
    published: (printed: string) => printed,
    agrees: 'as calculated',
    disagrees: 'differs from the calculation',
    cannotTell: 'cannot be compared with the calculation',
  },
}

export type TimeWords = typeof timeEn

/** How the figure expected to date was calculated. */
export const expectationBases = ['unstated', 'linear', 'shares', 'last-year', 'targets'] as const
export type ExpectationBasis = (typeof expectationBases)[number]
