/** What a page says beside its tables; numbers come in already written in the language's notation. */
export const htmlEn = {
  /** Of a report on several plans, and small above the title of one. */
  report: 'Plan against actual',
  contents: 'Plans in this report',
  summary: 'Summary',
  completion: 'Completion of targets',
  /** The column of the charts. */
  chart: 'Actual against target',
  /** Opens to how a figure came about. */
  derivation: 'How this came about',
  key: {
    title: 'How to read the charts',
    actual: 'actual',
    target: 'target',
    expected: 'expected to date',
    from: 'baseline',
    to: 'actual',
    planned: 'planned end',
  },
  /** What a chart shows, for who cannot see it. */
  bullet: (actual: string, target: string, expected: string | null, completion: string) =>
    `Actual ${actual}, target ${target}${expected === null ? '' : `, expected to date ${expected}`}${completion === '' ? '' : `: completion ${completion}`}`,
  dumbbell: (from: string, to: string, change: string, planned: string) =>
    `From ${from} to ${to}: ${change}, planned ${planned}`,
  /** A running total, step by step. */
  course: {
    title: 'Course of the year',
    period: 'Period',
    step: 'In the period',
    total: 'Total to date',
    label: (points: string) => `Total to date. ${points}`,
  },
  /** A rate over the years. */
  line: (name: string, points: string) => `${name}. ${points}`,
  areas: (plan: string) => `Completion by area: ${plan}`,
  areasHint: 'Each cell gives the completion and the verdict; colour repeats the verdict.',
  area: 'Area',
  total: 'Whole',
  problems: 'What is doubtful or could not be read',
  severities: { error: 'Error', warning: 'Warning' },
  files: 'Files this report was made from',
  madeBy: (version: string) => `Calculated with pva ${version}, exactly; rounded only where printed.`,
}

export type HtmlWords = typeof htmlEn
