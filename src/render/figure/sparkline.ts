import { Exact } from '../../model/exact.ts'

const STEPS = { unicode: '▁▂▃▄▅▆▇', ascii: '.:-=+*#' } as const

/**
 * A sign for each figure, the higher the more, from zero (or the lowest, below zero) to the highest of them; a blank
 * where nothing is known. What is above zero never looks like zero.
 */
export function sparkline(figures: readonly (Exact | null)[], unicode: boolean): string {
  const known = figures.filter((figure) => figure !== null)
  const low = known.reduce((least, each) => (each.isBelow(least) ? each : least), Exact.ZERO)
  const high = known.reduce((most, each) => (each.isAbove(most) ? each : most), Exact.ZERO)
  const range = high.minus(low)
  const signs = unicode ? STEPS.unicode : STEPS.ascii
  const top = signs.length - 1
  const sign = (figure: Exact) => {
    if (range.isZero || figure.equals(low)) return signs[0]
    const height = figure
      .minus(low)
      .times(Exact.of(BigInt(top)))
      .dividedBy(range)
    return signs[Math.max(1, Number(height.toFixed(0)))]
  }
  return figures
    .map((figure) => (figure === null ? ' ' : sign(figure)))
    .join('')
    .trimEnd()
}
