import type { Finding, FindingRule } from '../../../model/check.ts'
import { Exact } from '../../../model/exact.ts'
import { machineNumber } from '../../figure/machine-number.ts'

/** Whether a rule is about achievements, not about figures in the indicator's unit. */
export function isAboutAchievement(rule: FindingRule): boolean {
  return rule === 'below-min' || rule === 'achievement-fell'
}

/** What was asked for and what was found, for programs: percentages, numbers or verdicts; empty where there is none. */
export function comparedText({ rule, expected, found }: Finding): {
  readonly expected: string
  readonly found: string
} {
  const scaled = (value: Exact) => (isAboutAchievement(rule) ? value.times(Exact.HUNDRED) : value)
  const text = (value: Finding['found'], other: Finding['found']) => {
    if (value === null || typeof value === 'string') return value ?? ''
    const apartFrom = other instanceof Exact ? [scaled(other)] : []
    return machineNumber(scaled(value), isAboutAchievement(rule) ? [Exact.HUNDRED, ...apartFrom] : apartFrom)
  }
  return { expected: text(expected, found), found: text(found, expected) }
}
