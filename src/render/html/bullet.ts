import { Exact } from '../../model/exact.ts'
import { isChangeTarget, type Target } from '../../model/indicator.ts'
import type { CompletionLine } from '../../model/report.ts'
import type { Notation } from '../figure/number.ts'
import type { Tone } from '../figure/verdict-text.ts'
import { axisAcross, ticksBelow } from './axis.ts'
import { html, type Markup } from './markup.ts'

/** What a bullet chart shows, all of one unit. */
export interface Bullet {
  readonly actual: Exact
  /** One mark; of a range both ends. */
  readonly target: readonly [Exact] | readonly [Exact, Exact]
  readonly expected: Exact | null
}

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

export interface BulletText {
  readonly notation: Notation
  /** All that the chart shows, in words. */
  readonly label: string
}

const BREADTH = { width: 180, inset: 6 }
const TRACK = { top: 4, height: 14, left: BREADTH.inset, right: BREADTH.width - BREADTH.inset }
const HEIGHT = 36

/** The actual as a bar from zero, the target as a mark across it, what is expected to date as a shorter, dashed one. */
export function bulletChart({ actual, target, expected }: Bullet, tone: Tone, { notation, label }: BulletText): Markup {
  const axis = axisAcross([Exact.ZERO, ...roomFor(actual, target), ...(expected ? [expected] : [])], BREADTH, notation)
  const zero = axis.at(Exact.ZERO)
  const end = axis.at(actual)
  const [low, high] = [axis.at(target[0]), axis.at(target.at(-1) ?? target[0])]
  const bottom = TRACK.top + TRACK.height
  // The smallest actual that is not zero can still be seen.
  const length = actual.isZero ? 0 : Math.max(Math.abs(end - zero), 1)
  return html`<svg class="chart bullet ${tone}" viewBox="0 0 ${BREADTH.width} ${HEIGHT}" role="img" aria-label="${label}"><rect class="track" x="${TRACK.left}" y="${TRACK.top}" width="${TRACK.right - TRACK.left}" height="${TRACK.height}"/>${
    target.length === 2 &&
    html`<rect class="band" x="${low}" y="${TRACK.top}" width="${tenth(high - low)}" height="${TRACK.height}"/>`
  }<rect class="actual" x="${Math.min(zero, end)}" y="${TRACK.top + 3}" width="${tenth(length)}" height="${TRACK.height - 6}"/>${
    zero > TRACK.left && zero < TRACK.right && vertical('zero', zero, TRACK.top, bottom + 3)
  }${target.map((mark) =>
    vertical('target', axis.at(mark), TRACK.top - 3, bottom + 3),
  )}${expected && vertical('expected', axis.at(expected), TRACK.top, bottom)}${ticksBelow(axis.ticks, bottom, BREADTH)}</svg>`
}

/**
 * A target stands at three quarters of its side of zero, so that the marks of many rows are in line while no actual goes
 * beyond; and no bar touches the end, where it would look cut off.
 */
function roomFor(actual: Exact, target: Bullet['target']): readonly Exact[] {
  return [...target.map((mark) => mark.times(Exact.of(4n, 3n))), actual.times(Exact.of(21n, 20n))]
}

function vertical(kind: string, at: number, from: number, to: number): Markup {
  return html`<line class="${kind}" x1="${at}" x2="${at}" y1="${from}" y2="${to}"/>`
}

function tenth(length: number): number {
  return Math.round(length * 10) / 10
}
