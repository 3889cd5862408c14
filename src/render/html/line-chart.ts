import { Exact } from '../../model/exact.ts'
import type { Course } from '../view/document.ts'
import { axisOver } from './axis.ts'
import { html, type Markup } from './markup.ts'

const SIZE = { width: 420, height: 150 }
/** Room for half a label on either side. */
const INSET = 30

const PLOT = { left: 64, right: 410, top: 10, bottom: 120 }

/** A line through the figures of several periods; a figure that is missing leaves a gap. At least one has to be known. */
export function lineChart({ points, target, notation, label }: Course): Markup {
  const known = points.flatMap(({ value }) => value ?? [])
  const axis = axisOver([Exact.ZERO, ...known, ...(target ? [target] : [])], [PLOT.bottom, PLOT.top], 4, notation)
  const step = points.length > 1 ? (PLOT.right - PLOT.left - 2 * INSET) / (points.length - 1) : 0
  const across = (index: number) => Math.round((PLOT.left + INSET + index * step) * 10) / 10
  const every = Math.ceil(points.length / 12)
  return html`<svg class="chart series" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${label}">${axis.ticks.map(
    (tick) =>
      html`<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${tick.at}" y2="${tick.at}"/><text class="end" x="${PLOT.left - 6}" y="${tick.at + 4}">${tick.label}</text>`,
  )}${
    target &&
    html`<line class="expected" x1="${PLOT.left}" x2="${PLOT.right}" y1="${axis.at(target)}" y2="${axis.at(target)}"/>`
  }<path class="way" d="${pathThrough(points, across, axis.at)}"/>${points.map(({ value, label: name }, index) => [
    value && html`<circle class="to" cx="${across(index)}" cy="${axis.at(value)}" r="3.5"/>`,
    index % every === 0 && html`<text class="middle" x="${across(index)}" y="${PLOT.bottom + 18}">${name}</text>`,
  ])}</svg>`
}

function pathThrough(
  points: Course['points'],
  across: (index: number) => number,
  at: (value: Exact) => number,
): string {
  let pen = 'M'
  const moves: string[] = []
  for (const [index, { value, startsAnew }] of points.entries()) {
    if (!value || startsAnew) pen = 'M'
    if (!value) continue
    moves.push(`${pen}${across(index)} ${at(value)}`)
    pen = 'L'
  }
  return moves.join('')
}
