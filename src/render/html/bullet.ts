import { Exact } from '../../model/exact.ts'
import type { Bullet, Progress } from '../view/document.ts'
import { axisAcross, ticksBelow } from './axis.ts'
import { html, type Markup } from './markup.ts'

const BREADTH = { width: 180, inset: 6 }
const TRACK = { top: 4, height: 14, left: BREADTH.inset, right: BREADTH.width - BREADTH.inset }
const HEIGHT = 36

/** The actual as a bar from zero, the target as a mark across it, what is expected to date as a shorter, dashed one. */
export function bulletChart(
  { actual, target, expected }: Bullet,
  { tone, notation, label }: Pick<Progress, 'tone' | 'notation' | 'label'>,
): Markup {
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

const tenth = (length: number): number => Math.round(length * 10) / 10
