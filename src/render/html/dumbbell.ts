import type { Move } from '../view/document.ts'
import { axisAcross, ticksBelow } from './axis.ts'
import { html, type Markup } from './markup.ts'

const BREADTH = { width: 180, inset: 8 }
const MIDDLE = 10
const HEIGHT = 36

/** From where to where a rate went, a hollow and a full dot, with a mark at the end that was planned. */
export function dumbbellChart({ from, to, planned, axis: all, tone, notation, label }: Move): Markup {
  const axis = axisAcross(all, BREADTH, notation)
  const [left, right] = [axis.at(from), axis.at(to)]
  return html`<svg class="chart dumbbell ${tone}" viewBox="0 0 ${BREADTH.width} ${HEIGHT}" role="img" aria-label="${label}"><line class="track" x1="3" x2="${BREADTH.width - 3}" y1="${MIDDLE + 8}" y2="${MIDDLE + 8}"/><line class="way" x1="${left}" x2="${right}" y1="${MIDDLE}" y2="${MIDDLE}"/>${planned.map(
    (end) =>
      html`<line class="target" x1="${axis.at(end)}" x2="${axis.at(end)}" y1="${MIDDLE - 8}" y2="${MIDDLE + 8}"/>`,
  )}<circle class="from" cx="${left}" cy="${MIDDLE}" r="4"/><circle class="to" cx="${right}" cy="${MIDDLE}" r="5"/>${ticksBelow(axis.ticks, MIDDLE + 8, BREADTH)}</svg>`
}
