import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { Exact } from '../../model/exact.ts'
import { inNotation, type Notation } from '../figure/number.ts'
import { html, type Markup } from './markup.ts'

/** From numbers of one unit to places along a chart. Places are for the eye: the figures themselves stand beside it. */
export interface Axis {
  readonly at: (value: Exact) => number
  readonly ticks: readonly Tick[]
}

interface Tick {
  readonly at: number
  readonly label: string
}

/** An axis over `values` from `start` to `end` in the chart's units, with about `count` round numbers on it. */
export function axisOver(
  values: readonly Exact[],
  [start, end]: readonly [number, number],
  count: number,
  notation: Notation,
): Axis {
  const numbers = values.map(asNumber)
  const [least, most] = numbers.reduce(
    ([low, high], each) => [Math.min(low, each), Math.max(high, each)],
    [Infinity, -Infinity],
  )
  const scale = scaleLinear([least, most], [start, end])
  if (scale.domain()[0] === scale.domain()[1]) scale.domain(aroundOne(scale.domain()[0] ?? 0))
  return {
    at: (value) => rounded(scale(asNumber(value))),
    ticks: scale
      .ticks(count)
      .map((tick) => ({ at: rounded(scale(tick)), label: tickLabel(tick, scale, count, notation) })),
  }
}

/** How far a chart and its axis reach from left to right. */
export interface Breadth {
  readonly width: number
  readonly inset: number
}

/** An axis from left to right with four numbers below it at most, and no more than stand apart from each other. */
export function axisAcross(values: readonly Exact[], { width, inset }: Breadth, notation: Notation): Axis {
  const axes = [4, 3, 2, 1].map((count) => axisOver(values, [inset, width - inset], count, notation))
  const [first] = axes
  if (!first) throw new RangeError('no axis')
  const roomy = axes.find(({ ticks }) => standApart(ticks, width))
  return roomy ?? { at: first.at, ticks: first.ticks.filter(({ label }) => label === '0') }
}

/** The numbers of an axis below a chart; those at its ends keep inside it. */
export function ticksBelow(ticks: readonly Tick[], top: number, { width }: Breadth): readonly Markup[] {
  return ticks.map((tick) => {
    const { anchor, x } = placeOf(tick, width)
    return html`<line class="tick" x1="${tick.at}" x2="${tick.at}" y1="${top}" y2="${top + 3}"/><text class="${anchor}" x="${x}" y="${top + 14}">${tick.label}</text>`
  })
}

function standApart(ticks: readonly Tick[], width: number): boolean {
  const places = ticks.map((tick) => placeOf(tick, width))
  return places.every(
    ({ left, right }, index) => right - left <= width && left >= (places[index - 1]?.right ?? -GAP) + GAP,
  )
}

const GAP = 6

function placeOf({ at, label }: Tick, width: number) {
  const length = lengthOf(label)
  if (at - length / 2 < 0) return { anchor: 'start', x: 0, left: 0, right: length }
  if (at + length / 2 > width) return { anchor: 'end', x: width, left: width - length, right: width }
  return { anchor: 'middle', x: at, left: at - length / 2, right: at + length / 2 }
}

/** A minus is as wide as a letter M. */
const WIDTHS: ReadonlyMap<string, number> = new Map([
  ['.', 3.5],
  [',', 3.5],
  ['−', 9.3],
])

/** About as long as wide fonts make it in the size that charts have. */
const lengthOf = (label: string): number => [...label].reduce((length, sign) => length + (WIDTHS.get(sign) ?? 7), 0)

const aroundOne = (value: number): [number, number] => (value === 0 ? [0, 1] : value > 0 ? [0, value] : [value, 0])

function tickLabel(tick: number, scale: ScaleLinear<number, number>, count: number, notation: Notation): string {
  const [first = 0, second = first] = scale.ticks(count)
  const step = Math.abs(second - first)
  const decimals = step > 0 && step < 1 ? Math.min(Math.ceil(-Math.log10(step)), 20) : 0
  return inNotation(Exact.parse(decimalText(tick, decimals)).toDecimal(), notation)
}

/** From 10^21 on, `toFixed` would write an exponent. */
function decimalText(value: number, decimals: number): string {
  return Math.abs(value) < 1e21 ? value.toFixed(decimals) : String(BigInt(Math.round(value)))
}

/** Tenths of a unit of the chart are finer than any screen. */
const rounded = (place: number): number => Math.round(place * 10) / 10

const asNumber = (value: Exact): number => Number(value.toFixed(30))
