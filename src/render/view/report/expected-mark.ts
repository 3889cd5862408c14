import { Exact } from '../../../model/exact.ts'
import type { CompletionLine } from '../../../model/report.ts'
import { endOfLine, isUpwards } from '../../figure/target-end.ts'

/**
 * What the achievement of a line would be, were the actual what is expected to date: where its mark stands on a scale
 * of achievements. null where nothing is expected, and for formulas whose scale is not even.
 */
export function expectedAchievement(line: CompletionLine): Exact | null {
  const { expected, achievement, target, change, formula } = line
  const end = endOfLine(line)
  if (!expected || !achievement || !target || !end) return null
  const baseline = change?.from.value ?? null
  const part = (of: Exact, whole: Exact) => (whole.isZero ? null : of.dividedBy(whole))
  switch (formula) {
    case 'attainment': {
      const beyond = isUpwards(target.target) ? expected.minus(end) : end.minus(expected)
      return part(end.abs().plus(beyond), end.abs())
    }
    case 'change':
    case 'progress':
      return baseline && part(expected.minus(baseline), end.minus(baseline))
    case 'ratio':
      return part(expected, end)
    case 'level':
      return part(Exact.HUNDRED.plus(expected), Exact.HUNDRED.plus(end))
    default:
      return null
  }
}
