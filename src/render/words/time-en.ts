import type { Grain } from '../../model/period.ts'
import type { TimeWords } from './time-words.ts'

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

export const timeEn: TimeWords = {
  columns: {
    responsible: 'Responsible',
    originalTarget: 'Original target',
    originalCompletion: 'Completion of original',
    expected: 'Expected to date',
    pace: 'Pace',
    published: 'Published',
    rank: 'Rank',
    shortfallShare: 'Share of shortfall',
    area: 'Area',
  },
  head: {
    planPeriod: (period) => `Plan: ${period}`,
    reportingPeriod: (period) => `reporting period: ${period}`,
    originalTargets: 'held against the original targets, without revisions',
  },
  folded: {
    target: 'Target (original)',
    completion: 'Completion (of original)',
    expected: 'Expected (pace)',
    rank: 'Rank (share of shortfall)',
  },
  completionAndPublished: 'Completion (published)',
  inPeriod: (grain) => `In the ${grain === null ? 'period' : ONE[grain]}`,
  toDate: (inYear) => (inYear ? 'Year to date' : 'Total to date'),
  onLastYear: (wholeYear) => (wholeYear ? 'On last year' : 'On same period last year'),
  steps: { years: 'By year', halves: 'By half-year', quarters: 'By quarter', months: 'By month', days: 'By day' },
  differs: 'differs',
  areas: ({ count, text }) => `${text} ${count === 1 ? 'area' : 'areas'}`,
  total: 'Total',
  overall: 'Overall',
  notes: {
    expectation: {
      unstated: 'Expected to date: the target spread evenly over the days of the plan, which states no phasing.',
      linear: 'Expected to date: the target spread evenly over the days of the plan.',
      shares: 'Expected to date: by the shares that the plan states for parts of its period.',
    },
    ceilingPace: 'Of a ceiling (≤), pace is how much of what is expected to date is used up: below 100% is good.',
    onLastYear: (head, period) => `${head}: compared with ${period}.`,
    partialOther: (coverage) => `What it is compared with is partial: ${coverage}.`,
    otherIsZero: 'No percentage: it was 0 then.',
    othersDiffer: (what) => `Not comparable: the two figures differ in ${what}.`,
    rank: 'Rank: by completion, 1 the highest.',
    shortfallShare: 'Share of shortfall: of what is missing in all areas below their target.',
  },
  barLegend: (expected, target) => `In the bars: ${expected} expected to date, ${target} target.`,
  earlier: {
    title: 'Compared with earlier periods',
    change: 'Change',
    previous: 'Period before',
    lastYear: 'A year before',
    toDate: 'To date',
    toDateLastYear: 'Same period last year',
  },
  outlook: {
    title: (end) => `Outlook to ${end}`,
    forecast: 'Forecast',
    required: 'Still to come',
    reached: 'target reached',
    needs: (amount, per, count, text) => `needs ${amount} ${each(per)} for ${left(per, count, text)}`,
    leaves: (amount, per, count, text) => `at most ${amount} ${each(per)} for ${left(per, count, text)}`,
    note: 'Forecast: the actual carried on at the pace so far. What is needed is rounded up, what a ceiling leaves is rounded down.',
    over: 'The period of this plan is over: there is nothing to forecast.',
    none: 'Nothing in this plan can be forecast.',
  },
  explain: {
    steps: {
      pace: 'pace',
      forecast: 'forecast',
      required: 'still to come',
      inPeriod: 'in the period',
      previous: 'on previous',
      original: 'original target',
      published: 'published',
    },
    daysPassed: (passed, all) => `${passed} of ${all} days have passed`,
    stated: (share) => `${share} of the target is expected by then`,
    basis: {
      unstated: 'the plan states no phasing: evenly by days',
      linear: 'evenly by days, as the plan states',
      shares: 'by the shares that the plan states',
    },
    inOf: (period) => `in ${period} alone`,
    ofPlan: (period, plan) => `${period}, plan ${plan}`,
    published: (printed) => `${printed} was printed`,
    agrees: 'as calculated',
    disagrees: 'not what is calculated',
    cannotTell: 'cannot be held against the calculation',
  },
}
