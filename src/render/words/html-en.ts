import type { HtmlWords } from './html-words.ts'

export const htmlEn: HtmlWords = {
  report: 'Plan against actual',
  contents: 'Plans in this report',
  summary: 'Summary',
  completion: 'Completion of targets',
  chart: 'Actual against target',
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
  bullet: (actual, target, expected, completion) =>
    `Actual ${actual}, target ${target}${expected === null ? '' : `, expected to date ${expected}`}${completion === '' ? '' : `: completion ${completion}`}`,
  dumbbell: (from, to, change, planned) => `From ${from} to ${to}: ${change}, planned ${planned}`,
  course: {
    title: 'Course of the year',
    period: 'Period',
    step: 'In the period',
    total: 'Total to date',
    label: (points) => `Total to date. ${points}`,
  },
  line: (name, points) => `${name}. ${points}`,
  areas: (plan) => `Completion by area: ${plan}`,
  areasHint: 'Each cell gives the completion and the verdict; colour repeats the verdict.',
  area: 'Area',
  total: 'Whole',
  problems: 'What is doubtful or could not be read',
  severities: { error: 'Error', warning: 'Warning' },
  files: 'Files this report was made from',
  madeBy: (version) => `Calculated with pva ${version}, exactly; rounded only where printed.`,
}
