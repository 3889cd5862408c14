import { Exact } from '../../model/exact.ts'
import { isChangeTarget, type Target } from '../../model/indicator.ts'
import type { CompletionLine } from '../../model/report.ts'
import type { Tone } from '../completion-rows.ts'
import type { Notation } from '../number.ts'
import { axisOver } from './axis.ts'
import { html, type Markup } from './markup.ts'

/** What a bullet chart shows, all of one unit. */
export interface Bullet {
  readonly actual: Exact
  /** One mark; of a range both ends. */
  readonly target: readonly [Exact] | readonly [Exact, Exact]
  readonly expected: Exact | null
}

/** The figures of a line that can be drawn against each other; null where one is missing. For planned changes, the changes. */
export function bulletOf(line: CompletionLine): Bullet | null {
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

const WIDTH = 220
const TRACK = { top: 4, height: 14 }
const HEIGHT = 36

/** The actual as a bar from zero, the target as a mark across it, what is expected to date as a shorter, dashed one. */
export function bulletChart({ actual, target, expected }: Bullet, tone: Tone, { notation, label }: BulletText): Markup {
  const farthest = target.at(-1) ?? target[0]
  // A target above zero stands at three quarters, so that the marks of many rows are in line while no actual goes beyond.
  const room = farthest.sign > 0 ? farthest.times(Exact.of(4n, 3n)) : Exact.ZERO
  const axis = axisOver(
    [Exact.ZERO, room, actual, ...target, ...(expected ? [expected] : [])],
    [8, WIDTH - 8],
    4,
    notation,
  )
  const zero = axis.at(Exact.ZERO)
  const end = axis.at(actual)
  const [low, high] = [axis.at(target[0]), axis.at(farthest)]
  return html`<svg class="chart bullet ${tone}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}"><rect class="track" x="8" y="${TRACK.top}" width="${WIDTH - 16}" height="${TRACK.height}"/>${
    target.length === 2 &&
    html`<rect class="band" x="${low}" y="${TRACK.top}" width="${tenth(high - low)}" height="${TRACK.height}"/>`
  }<rect class="actual" x="${Math.min(zero, end)}" y="${TRACK.top + 3}" width="${tenth(Math.max(Math.abs(end - zero), 1))}" height="${TRACK.height - 6}"/>${target.map(
    (mark) => vertical('target', axis.at(mark), TRACK.top - 3, TRACK.top + TRACK.height + 3),
  )}${expected && vertical('expected', axis.at(expected), TRACK.top, TRACK.top + TRACK.height)}${ticksBelow(axis.ticks, TRACK.top + TRACK.height)}</svg>`
}

function vertical(kind: string, at: number, from: number, to: number): Markup {
  return html`<line class="${kind}" x1="${at}" x2="${at}" y1="${from}" y2="${to}"/>`
}

/** Round numbers below a chart that is `WIDTH` wide; those at its ends keep inside it. */
export function ticksBelow(
  ticks: readonly { readonly at: number; readonly label: string }[],
  top: number,
): readonly Markup[] {
  return ticks.map(({ at, label }) => {
    const anchor = at < 20 ? 'start' : at > WIDTH - 20 ? 'end' : 'middle'
    const x = anchor === 'start' ? Math.max(at - 4, 0) : anchor === 'end' ? Math.min(at + 4, WIDTH) : at
    return html`<line class="tick" x1="${at}" x2="${at}" y1="${top}" y2="${top + 3}"/><text class="${anchor}" x="${x}" y="${top + 14}">${label}</text>`
  })
}

function tenth(length: number): number {
  return Math.round(length * 10) / 10
}
