/** What a page says beside its tables; numbers come in already written in the language's notation. */
export const htmlEn = {
  /** Of a report on several plans, and small above the title of one. */
  report: 'Plans and results',
  contents: 'Plans in this report',
  summary: 'Summary',
  completion: 'Completion of targets',
  /** The column of the charts. */
  chart: 'Actual vs target',
  /** Opens the calculation of a figure. */
  derivation: 'Calculation',
  key: {
    title: 'How to read the charts',
    actual: 'actual',
    target: 'target',
    expected: 'expected to date',
    from: 'baseline',
    to: 'actual',
    planned: 'planned end',
  },
  /** What a chart shows, for screen readers. */
  bullet: (actual: string, target: string, expected: string | null, completion: string) =>
    `Actual ${actual}, target ${target}${expected === null ? '' : `, expected to date ${expected}`}${completion === '' ? '' : `: completion ${completion}`}`,
  dumbbell: (from: string, to: string, change: string, planned: string) =>
    `From ${from} to ${to}: ${change}, planned ${planned}`,
  /** A running total, step by step. */
  course: {
    title: 'Progress over the year',
    period: 'Period',
    step: 'In the period',
    total: 'Total to date',
    label: (points: string) => `Total to date. ${points}`,
  },
  /** A rate over the years. */
  line: (name: string, points: string) => `${name}. ${points}`,
  areas: (plan: string) => `Completion by area: ${plan}`,
  areasHint: 'Each cell gives the completion and the verdict; colour repeats the verdict.',
  matrix: 'Areas across',
  matrixHint: 'Each cell gives the completion; without a target, what was reached.',
  area: 'Area',
  total: 'Total',
  problems: 'Data problems',
  severities: { error: 'Error', warning: 'Warning' },
  files: 'Source files',
  madeBy: (version: string) => `Calculated with pva ${version} from exact numbers; rounded only for display.`,
}

export type HtmlWords = typeof htmlEn
