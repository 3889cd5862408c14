import type { CheckWords } from './check-words.ts'

export const checkEn: CheckWords = {
  columns: {
    plan: 'Plan',
    indicator: 'Indicator',
    finding: 'Finding',
    expected: 'Expected',
    found: 'Found',
    difference: 'Difference',
    place: 'Place',
  },
  rules: {
    missed: 'Missed',
    behind: 'Behind',
    'not-reported': 'Not reported',
    'off-target': 'Off target',
    'below-min': 'Below the minimum',
    'no-longer-met': 'No longer met',
    'verdict-worse': 'Verdict got worse',
    'achievement-fell': 'Completion fell',
    revised: 'Revised for the worse',
    vanished: 'No longer reported on',
  },
  asWarning: (rule) => `${rule} (warning)`,
  compared: ({ expected, found, difference }) => inOneLine('expected', expected, 'found', found, difference),
  before: ({ expected, found, difference }) => inOneLine('before', expected, 'now', found, difference),
  lastFigure: (number) => `last figure ${number}`,
  policy: {
    of: (plans) => `Policy of ${plans}`,
    failsOn: (verdicts) =>
      verdicts.length === 0 ? 'no verdict fails' : `fails on ${verdicts.map((verdict) => FAILING[verdict]).join(', ')}`,
    min: (percentage) => `completion at least ${percentage}`,
    maxWarnings: ({ count, text }) => `at most ${text} ${count === 1 ? 'warning' : 'warnings'}`,
    off: 'not checked',
    warn: 'only a warning',
    error: 'an error',
    noMin: 'no minimum',
    others: (number) => `and ${number} more`,
    refused: (asked) => `Asked for by the plan, but the policy file is stricter: ${asked}`,
  },
  summary: {
    checked: ({ count, text }, days) =>
      `${text} ${count === 1 ? 'target' : 'targets'} checked${days === '' ? '' : ` as of ${days}`}`,
    errors: ({ count, text }) => `${text} ${count === 1 ? 'error' : 'errors'}`,
    warnings: ({ count, text }) => `${text} ${count === 1 ? 'warning' : 'warnings'}`,
    atMost: (number) => `at most ${number}`,
    clean: 'nothing breaks the policy',
    holds: 'The policy holds.',
    broken: 'The policy is broken.',
  },
}

const FAILING = {
  missed: 'missed',
  behind: 'behind',
  'not-reported': 'not reported',
  'off-target': 'off target',
} as const

function inOneLine(asked: string, expected: string, there: string, found: string, difference: string): string {
  const parts = [expected === '' ? '' : `${asked} ${expected}`, found === '' ? '' : `${there} ${found}`]
  return parts.filter((part) => part !== '').join(', ') + (difference === '' ? '' : ` (${difference})`)
}
