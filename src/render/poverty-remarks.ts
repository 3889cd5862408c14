import { Exact } from '../model/exact.ts'
import type { Change, Movements, Split } from '../model/poverty-rate.ts'
import type { CompletionLine } from '../model/report.ts'
import type { Format } from './format.ts'
import { formatNumber, formatPercentage, formatSigned, inNotation, roundedApart } from './number.ts'
import { periodText } from './period-text.ts'
import { safeText } from './safe-text.ts'

/** Sentences about one change, below the poverty table: breaks, split, movements, what the figures imply. */
export function changeRemarks(line: CompletionLine, format: Format, detail: boolean): string[] {
  const { change, indicator } = line
  const { words } = format
  if (!change) return []
  const remarks: string[] = []
  const { from, to } = change
  if (change.differsIn && from.period && to.period) {
    remarks.push(words.change.brokenSeries(periodText(from.period, words), periodText(to.period, words)))
  } else if (detail && (to.standard ?? indicator.standard) !== null) {
    remarks.push(words.change.standard(safeText(to.standard ?? indicator.standard ?? '')))
  }
  for (const split of change.splits) remarks.push(splitText(split, change, format))
  if (change.movements) remarks.push(...movementTexts(change.movements, format))
  const implied = impliedBaseText(change, format)
  if (implied !== null) remarks.push(implied)
  if (detail && line.achievementInterval) {
    const { low, high } = line.achievementInterval
    const percent = (ratio: Exact) => `${formatPercentage(ratio, { decimals: 2, mode: format.mode }, format.notation)}%`
    remarks.push(words.change.interval(percent(low), percent(high)))
  }
  return remarks
}

function splitText(split: Split, change: Change, format: Format): string {
  const { words } = format
  const total = change.absolute ?? Exact.ZERO
  // One number of decimals for all three: they are read as a sum.
  const points = (value: Exact) => pointsText(value, format)
  return split.kind === 'counts'
    ? words.change.splitCounts(points(total), points(split.countEffect), points(split.baseEffect))
    : words.change.splitAreas(points(total), points(split.within), points(split.shift))
}

function pointsText(value: Exact, format: Format): string {
  const { words, notation, mode } = format
  return `${formatSigned(value, notation, { decimals: 3, mode })} ${words.points}`
}

function movementTexts(movements: Movements, format: Format): string[] {
  const { words, notation } = format
  const number = (value: Exact) => formatNumber(value, notation)
  const { start, escaped, relapsed, newlyPoor, other, end, gap } = movements
  const signed = (value: Exact) => `${value.sign < 0 ? '−' : '+'} ${number(value.abs())}`
  const steps = [
    ...(start ? [words.change.start(number(start))] : []),
    ...(escaped ? [words.change.escaped(`− ${number(escaped)}`)] : []),
    ...(relapsed ? [words.change.relapsed(`+ ${number(relapsed)}`)] : []),
    ...(newlyPoor ? [words.change.newlyPoor(`+ ${number(newlyPoor)}`)] : []),
    ...(other ? [words.change.other(signed(other))] : []),
  ].join(' ')
  // An equals sign is printed only where the two sides are equal.
  const link = gap?.isZero ? ' = ' : '; '
  const sum = end ? steps + (steps === '' ? '' : link) + words.change.end(number(end)) : steps
  const texts = sum === '' ? [] : [words.change.movements(sum)]
  if (gap && !gap.isZero) texts.push(words.change.gap(formatSigned(gap, notation)))
  return texts
}

/** `2,527 ÷ 0.96% ≈ 263,229`, with bounds rounded outwards so that what lies between them is never shut out. */
function impliedBaseText({ impliedBase, absolute, poor, reportedPoorChange }: Change, format: Format): string | null {
  const change = poor ?? reportedPoorChange?.value
  if (!impliedBase || !absolute || !change) return null
  const { value, interval } = impliedBase
  const { notation, words } = format
  const whole = (number: bigint) => inNotation(String(number), notation)
  return words.change.impliedBase(
    formatNumber(change.abs(), notation),
    `${formatNumber(absolute.abs(), notation)}%`,
    inNotation(roundedApart(value, { decimals: 0, mode: format.mode }, []), notation),
    whole(floorOf(interval.low) - (interval.low.isInteger && !interval.lowOpen ? 1n : 0n)),
    whole(-floorOf(interval.high.negated()) + (interval.high.isInteger && !interval.highOpen ? 1n : 0n)),
  )
}

function floorOf(value: Exact): bigint {
  const quotient = value.numerator / value.denominator
  return value.sign < 0 && !value.isInteger ? quotient - 1n : quotient
}
