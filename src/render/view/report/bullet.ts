import { Exact } from '../../../model/exact.ts'
import { isChangeTarget, type Target } from '../../../model/indicator.ts'
import type { CompletionLine } from '../../../model/report.ts'
import type { Bullet } from '../drawing.ts'

/**
 * The figures of a line that can be drawn against each other; null where one is missing, or where all are zero. For
 * planned changes, the changes.
 */
export function bulletOf(line: CompletionLine): Bullet | null {
  const bullet = figuresOf(line)
  return bullet && [bullet.actual, ...bullet.target].some(({ isZero }) => !isZero) ? bullet : null
}

function figuresOf(line: CompletionLine): Bullet | null {
  const target = line.target?.target
  if (!target || target.kind === 'done' || !line.actual) return null
  if (isChangeTarget(target)) return changeBullet(line, target)
  const marks = target.kind === 'between' ? ([target.range.low, target.range.high] as const) : ([target.value] as const)
  return { actual: line.actual, target: marks, expected: line.expected }
}

/** A planned change points to the right, whichever way it goes. */
function changeBullet({ change, expected }: CompletionLine, { kind }: Target): Bullet | null {
  if (!change?.absolute || !change.planned) return null
  const towards = (value: Exact) => (kind === 'reduce_by' ? value.negated() : value)
  const [first, second] = change.planned
  const ends = [first, ...(second ? [second] : [])].map(towards).sort((a, b) => a.compare(b))
  const [low = Exact.ZERO, high] = ends
  return {
    actual: towards(change.absolute),
    target: high ? [low, high] : [low],
    expected: expected && towards(expected.minus(change.from.value)),
  }
}
