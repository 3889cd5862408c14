import type { Exact } from '../../model/exact.ts'
import { type IndicatorType, isChangeTarget, type Target } from '../../model/indicator.ts'
import type { TaskState } from '../../model/observation.ts'
import { finalVerdicts, type TargetSide, type Verdict } from '../../model/report.ts'
import { changeTowards, higherIsBetter, type PlannedChange } from '../../model/target.ts'

/** What a verdict is given on. */
export interface Standing {
  readonly type: IndicatorType
  /** Whether a count may fall: no outcome of it stands before the end. */
  readonly canFall: boolean
  readonly target: Exclude<Target, { kind: 'done' }>
  readonly actual: Exact
  readonly baseline: Exact | null
  readonly planned: PlannedChange | null
  /** The figure covers the plan's whole period, in all its areas and parts of the period. */
  readonly complete: boolean
  /** The plan's period is over as of the report. */
  readonly over: boolean
  /** Whether the expectation to date is kept; null: nothing is expected. */
  readonly onTrack: boolean | null
}

type Outcome = 'exceeded' | 'met' | 'missed'

/** The verdict by exact comparison (CALCULATION §2); it does not depend on the achievement. */
export function verdictOf(standing: Standing): Verdict {
  const outcome = outcomeOf(standing)
  if (standing.complete || isSettledEarly(standing, outcome)) return outcome
  if (standing.over) return 'not-reported'
  if (standing.onTrack === null) return 'open'
  return standing.onTrack ? 'on-track' : 'behind'
}

/** Whether the newest figure is on the right side of the target; null for a total that has still to get there. */
export function sideOf(standing: Standing, verdict: Verdict): TargetSide | null {
  if (standing.type === 'count' && !finalVerdicts.has(verdict)) return null
  return outcomeOf(standing) === 'missed' ? 'off-target' : 'on-target'
}

/** `done` is met; anything else is missed once the state is that of the plan's end. */
export function taskVerdict(state: TaskState, complete: boolean, over: boolean): Verdict {
  if (state === 'done') return 'met'
  if (complete) return 'missed'
  return over ? 'not-reported' : 'open'
}

function outcomeOf({ target, actual, baseline, planned }: Standing): Outcome {
  if (isChangeTarget(target)) {
    if (!baseline || !planned) throw new Error('a change target is compared only where its baseline is known')
    const change = changeTowards(target, baseline, actual)
    return beyondRange(change, planned[0], planned.at(-1) ?? planned[0])
  }
  switch (target.kind) {
    case 'at_least':
      return beyondRange(actual, target.value, target.value)
    case 'at_most':
      return beyondRange(target.value, actual, actual)
    case 'above':
      return actual.isAbove(target.value) ? 'exceeded' : 'missed'
    case 'below':
      return actual.isBelow(target.value) ? 'exceeded' : 'missed'
    case 'between':
      return betweenOutcome(actual, target)
  }
}

/** Short of `low` is missed, above `high` exceeded, from one to the other met. */
function beyondRange(reached: Exact, low: Exact, high: Exact): Outcome {
  if (reached.isBelow(low)) return 'missed'
  return reached.isAbove(high) ? 'exceeded' : 'met'
}

function betweenOutcome(actual: Exact, { range, direction }: Extract<Target, { kind: 'between' }>): Outcome {
  if (actual.isBelow(range.low)) return direction === 'down' ? 'exceeded' : 'missed'
  if (actual.isAbove(range.high)) return direction === 'up' ? 'exceeded' : 'missed'
  return 'met'
}

/**
 * Most flows only grow, so that some outcomes stand before the period ends: a floor that is reached stays
 * reached, a ceiling that is broken stays broken.
 */
function isSettledEarly({ type, canFall, target, actual }: Standing, outcome: Outcome): boolean {
  if (type !== 'count' || canFall) return false
  if (target.kind === 'between' && target.direction !== 'up') return actual.isAbove(target.range.high)
  return higherIsBetter(target) ? outcome !== 'missed' : outcome === 'missed'
}
