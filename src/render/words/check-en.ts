import type { FailingVerdict, FindingRule } from '../../model/check.ts'
import type { Counted } from './en.ts'

/** The words of `check` in one language. Figures, names and places come in already written. */
export const checkEn = {
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
    vanished: 'No longer listed',
  } satisfies Record<FindingRule, string>,
  /** A finding that is only a warning. */
  asWarning: (rule: string) => `${rule} (warning)`,
  /** What was asked for and what is there; a part without a text is left out. */
  compared: ({ expected, found, difference }: Compared) => inOneLine('expected', expected, 'found', found, difference),
  /** The same, where an earlier report is what it is held against. */
  before: ({ expected, found, difference }: Compared) => inOneLine('before', expected, 'now', found, difference),
  /** Behind the last figure of what is not reported to the end. */
  lastFigure: (number: string) => `last figure ${number}`,
  policy: {
    of: (plans: string) => `Policy of ${plans}`,
    failsOn: (verdicts: readonly FailingVerdict[]) =>
      verdicts.length === 0 ? 'no verdict fails' : `fails on ${verdicts.map((verdict) => FAILING[verdict]).join(', ')}`,
    min: (percentage: string) => `completion at least ${percentage}`,
    maxWarnings: ({ count, text }: Counted) => `at most ${text} ${count === 1 ? 'warning' : 'warnings'}`,
    /** What is asked of one indicator. */
    off: 'not checked',
    warn: 'only a warning',
    error: 'an error',
    noMin: 'no minimum',
    others: (number: string) => `and ${number} more`,
    /** What a plan asked for and the policy file did not let it. */
    refused: (asked: string) => `Ignored, because the policy file is stricter than the plan: ${asked}`,
  },
  summary: {
    /** `days`: as of which; empty where none is known. */
    checked: ({ count, text }: Counted, days: string) =>
      `${text} ${count === 1 ? 'target' : 'targets'} checked${days === '' ? '' : ` as of ${days}`}`,
    errors: ({ count, text }: Counted) => `${text} ${count === 1 ? 'error' : 'errors'}`,
    warnings: ({ count, text }: Counted) => `${text} ${count === 1 ? 'warning' : 'warnings'}`,
    /** How many warnings are allowed. */
    atMost: (number: string) => `at most ${number}`,
    clean: 'no findings',
    holds: 'Check passed.',
    broken: 'Check failed.',
  },
}

export type CheckWords = typeof checkEn

export interface Compared {
  readonly expected: string
  readonly found: string
  readonly difference: string
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
