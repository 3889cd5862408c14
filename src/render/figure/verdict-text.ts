import type { Target } from '../../model/indicator.ts'
import type { CompletionLine, Verdict } from '../../model/report.ts'
import { type Format, GLUE } from './format.ts'

/**
 * Verdicts as they are told. Of a ceiling that a figure runs up to while the plan runs, "on track" and "behind" would read
 * as if there were something to reach. What is open says so where its newest figure is on the wrong side of the target.
 */
export const shownVerdicts = [
  'exceeded',
  'met',
  'missed',
  'on-track',
  'within-ceiling',
  'behind',
  'above-ceiling',
  'open',
  'open-off-target',
  'not-reported',
  'not-comparable',
] as const
export type ShownVerdict = (typeof shownVerdicts)[number]

/** What a verdict feels like: the colour it gets where there is colour. */
export type Tone = 'good' | 'bad' | 'warning' | 'quiet'

type Judged = Pick<CompletionLine, 'verdict' | 'target'> &
  Partial<Pick<CompletionLine, 'actual' | 'expected' | 'standing'>>

/** null: followed without a target, or in words. */
export function shownVerdict({ verdict, target, actual, expected, standing }: Judged): ShownVerdict | null {
  if (verdict === 'open' && standing === 'off-target') return 'open-off-target'
  if (!target || !isCeiling(target.target)) return verdict
  if (verdict === 'behind') return 'above-ceiling'
  // A tolerance lets a figure that is above it stay on track.
  return verdict === 'on-track' && actual && expected && !actual.isAbove(expected) ? 'within-ceiling' : verdict
}

/** The verdict in words; "exceeded" under a ceiling says which way, since the word alone reads as a breach. */
export function verdictText(judged: Judged, { words }: Format): string {
  const { verdict, target } = judged
  const shown = shownVerdict(judged)
  // Read most often in a column of its like: two words are not worth two lines.
  if (shown === null) return (target ? words.notJudged : words.noTarget).replace(' ', GLUE)
  if (verdict === 'exceeded' && target && isCeiling(target.target)) return words.exceededCeiling
  return words.verdicts[shown]
}

/** How many of some lines are told with each verdict, in one order; verdicts that none has are left out. */
export function countedVerdicts(lines: readonly Judged[]): readonly { shown: ShownVerdict; count: number }[] {
  const counts = new Map<ShownVerdict | null, number>()
  for (const line of lines) {
    const shown = shownVerdict(line)
    counts.set(shown, (counts.get(shown) ?? 0) + 1)
  }
  return shownVerdicts.flatMap((shown) => {
    const count = counts.get(shown)
    return count === undefined ? [] : [{ shown, count }]
  })
}

function isCeiling(target: Target): boolean {
  return (
    target.kind === 'at_most' || target.kind === 'below' || (target.kind === 'between' && target.direction === 'down')
  )
}

export function toneOf(verdict: Verdict | ShownVerdict | null): Tone {
  if (verdict === 'exceeded' || verdict === 'met' || verdict === 'on-track' || verdict === 'within-ceiling')
    return 'good'
  if (verdict === 'missed') return 'bad'
  return verdict === 'behind' ||
    verdict === 'above-ceiling' ||
    verdict === 'not-comparable' ||
    verdict === 'not-reported'
    ? 'warning'
    : 'quiet'
}
