import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { Exact } from '../../model/exact.ts'
import { formatNumber, type Notation } from '../number.ts'

/** From numbers of one unit to places along a chart. Places are for the eye: the figures themselves stand beside it. */
export interface Axis {
  readonly at: (value: Exact) => number
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
}

/** An axis over `values` from `start` to `end` in the chart's units, with about `count` round numbers on it. */
export function axisOver(
  values: readonly Exact[],
  [start, end]: readonly [number, number],
  count: number,
  notation: Notation,
): Axis {
  const numbers = values.map(asNumber)
  const scale = scaleLinear([Math.min(...numbers), Math.max(...numbers)], [start, end])
  if (scale.domain()[0] === scale.domain()[1]) scale.domain(aroundOne(scale.domain()[0] ?? 0))
  return {
    at: (value) => rounded(scale(asNumber(value))),
    ticks: scale
      .ticks(count)
      .map((tick) => ({ at: rounded(scale(tick)), label: tickLabel(tick, scale, count, notation) })),
  }
}

function aroundOne(value: number): [number, number] {
  return value === 0 ? [0, 1] : value > 0 ? [0, value] : [value, 0]
}

function tickLabel(tick: number, scale: ScaleLinear<number, number>, count: number, notation: Notation): string {
  const [first = 0, second = first] = scale.ticks(count)
  const step = Math.abs(second - first)
  const decimals = step > 0 && step < 1 ? Math.ceil(-Math.log10(step)) : 0
  return formatNumber(Exact.parse(tick.toFixed(Math.min(decimals, 12))), notation)
}

/** Tenths of a unit of the chart are finer than any screen. */
function rounded(place: number): number {
  return Math.round(place * 10) / 10
}

function asNumber(value: Exact): number {
  return Number(value.toFixed(15))
}
