import type { Indicator, Revision, StatedTarget } from '../../model/indicator.ts'
import { periodFrom } from '../../model/period.ts'
import type { Area, Plan } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import type { TargetChoice } from '../../model/report.ts'
import { baselineOf } from '../../model/target.ts'
import { changeOf, measurementOf, signedAs } from '../poverty/change.ts'
import type { AreaEnds } from '../poverty/splits.ts'
import { baselineValue } from '../results/counts.ts'
import { inputsOf } from '../results/inputs.ts'
import { type KnownTimes, otherTimes } from '../results/other-times.ts'
import { publishedOf } from '../results/published.ts'
import type { Reported } from '../results/reported.ts'
import { type Case, judgement, otherJudgement, plannedIn } from '../target/judgement.ts'
import { LateLine, type LateParts, type LineFacts } from './late-line.ts'
import { lineProblems } from './line-problems.ts'

/** What one line is made from. */
export interface LineParts {
  readonly plan: Plan
  readonly indicator: Indicator
  readonly area: Area | null
  readonly reported: Reported
  /** Day number; null when nothing was reported at all. */
  readonly asOf: number | null
  readonly targets: TargetChoice
  readonly times: KnownTimes
  readonly areaEnds: readonly AreaEnds[] | null
}

/** One indicator, in the whole or in one area, held against its target. */
export function completionLine(parts: LineParts, problems: Problem[]): LateLine {
  const { plan, indicator, area, reported, asOf } = parts
  const { target, original } = targetInForce(parts)
  const baseline = baselineOf({ indicator, area })
  const from = baselineValue(baseline)
  const planned = plannedIn({ plan, baseline: from }, target?.target ?? null)
  const change = baseline
    ? changeOf({ indicator, baseline, reported, planned: signedAs(target?.target, planned), areas: parts.areaEnds })
    : null
  const given: Case = { plan, indicator, span: spanOf(plan, area), reported, baseline: from, change, asOf }
  const judged = judgement(given, target?.target ?? null)
  const facts: LineFacts = {
    indicator,
    area,
    target,
    originalTarget: original,
    actual: reported.actual,
    origin: reported.origin,
    state: reported.state,
    actualPeriod: reported.period,
    status: reported.status,
    partial: reported.partial,
    measurement: measurementOf(reported.newest, indicator),
    original: original && otherJudgement(given, original),
    published: publishedOf(given, target?.target ?? null, judged),
    change,
    superseded: reported.superseded,
  }
  const line = new LateLine(facts, judged, lateParts(parts, facts, given))
  for (const found of lineProblems(line, reported)) problems.push(found)
  return line
}

/** A function by itself, so that a line keeps nothing but what it needs. */
function lateParts(
  { indicator, area, reported, times }: LineParts,
  { target, originalTarget }: LineFacts,
  given: Case,
): LateParts {
  const baseline = baselineOf({ indicator, area })
  return {
    inputs: () => inputsOf(target, originalTarget, baseline, reported, area),
    times: () => otherTimes({ indicator, area, reported }, times),
    derivation: () => judgement(given, target?.target ?? null).derivation,
  }
}

function targetInForce({ indicator, area, asOf, targets }: LineParts): {
  target: StatedTarget | null
  original: StatedTarget | null
} {
  if (area) return { target: indicator.targetsByArea.get(area.id) ?? null, original: null }
  if (targets === 'original') return { target: indicator.target, original: null }
  let newest: Revision | null = null
  for (const revision of indicator.revisions) {
    const decided = asOf !== null && revision.date <= asOf
    if (decided && (!newest || revision.date >= newest.date)) newest = revision
  }
  return newest ? { target: newest, original: indicator.target } : { target: indicator.target, original: null }
}

/** An area that comes or goes while the plan runs has its target for the days on which it is there. */
function spanOf({ period }: Plan, area: Area | null): Plan['period'] {
  const start = Math.max(period.start, area?.from ?? period.start)
  const end = Math.min(period.end, area?.until ?? period.end)
  return start === period.start && end === period.end ? period : periodFrom(start, end)
}
