import type { Exact } from '../../model/exact.ts'
import type { Change } from '../../model/poverty-rate.ts'
import type { Notation } from '../figure/number.ts'
import type { Tone } from '../figure/verdict-text.ts'
import { axisAcross, ticksBelow } from './axis.ts'
import { html, type Markup } from './markup.ts'

export interface DumbbellText {
  readonly notation: Notation
  /** All that the chart shows, in words. */
  readonly label: string
}

const BREADTH = { width: 180, inset: 8 }
const MIDDLE = 10
const HEIGHT = 36

/** Every rate that the dumbbells of one table show: they share their axis, so that lengths can be compared. */
export function dumbbellValues(change: Change): readonly Exact[] {
  return [change.from.value, change.to.value, ...endsAimedAt(change)]
}

/** From where to where a rate went, a hollow and a full dot, with a mark at the end that was planned. */
export function dumbbellChart(
  change: Change,
  all: readonly Exact[],
  tone: Tone,
  { notation, label }: DumbbellText,
): Markup {
  const axis = axisAcross(all, BREADTH, notation)
  const [from, to] = [axis.at(change.from.value), axis.at(change.to.value)]
  return html`<svg class="chart dumbbell ${tone}" viewBox="0 0 ${BREADTH.width} ${HEIGHT}" role="img" aria-label="${label}"><line class="track" x1="3" x2="${BREADTH.width - 3}" y1="${MIDDLE + 8}" y2="${MIDDLE + 8}"/><line class="way" x1="${from}" x2="${to}" y1="${MIDDLE}" y2="${MIDDLE}"/>${endsAimedAt(
    change,
  ).map(
    (end) =>
      html`<line class="target" x1="${axis.at(end)}" x2="${axis.at(end)}" y1="${MIDDLE - 8}" y2="${MIDDLE + 8}"/>`,
  )}<circle class="from" cx="${from}" cy="${MIDDLE}" r="4"/><circle class="to" cx="${to}" cy="${MIDDLE}" r="5"/>${ticksBelow(axis.ticks, MIDDLE + 8, BREADTH)}</svg>`
}

function endsAimedAt({ from, planned }: Change): readonly Exact[] {
  return planned ? planned.map((by: Exact) => from.value.plus(by)) : []
}
