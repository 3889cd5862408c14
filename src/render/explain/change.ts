import { Exact } from '../../model/exact.ts'
import type { Change, Movements, Split } from '../../model/poverty-rate.ts'
import type { CompletionLine } from '../../model/report.ts'
import { inNotation } from '../figure/number.ts'
import { exactText, type Sheet, type Step, signedAmount, term } from './written.ts'

/** The change from the baseline, and what is known of the poor behind it (CALCULATION §6). */
export function changeSteps({ change }: CompletionLine, sheet: Sheet): Step[] {
  if (!change) return []
  return [
    ...absoluteSteps(change, sheet),
    ...poorSteps(change, sheet),
    ...baseSteps(change, sheet),
    ...splitSteps(change, sheet),
    ...movementSteps(change.movements, sheet),
  ]
}

function absoluteSteps({ from, to, absolute, relative }: Change, sheet: Sheet): Step[] {
  if (!absolute) return []
  const { say } = sheet
  // A rate that was printed as 3.30 keeps its last zero.
  const ends = [to, from].map(({ value, printedDecimals }) => term(value, sheet, printedDecimals ?? 0))
  const difference = `${ends.join(' − ')} = ${signedAmount(absolute, sheet)}`
  const lines = [difference]
  if (relative) {
    lines.push(
      say.relative(`${term(absolute, sheet)} ÷ ${exactText(from.value, sheet)} = ${exactText(relative, sheet)}%`),
    )
  } else if (from.value.sign <= 0) lines.push(say.relativeOfZero)
  return [{ label: say.steps.change, lines }]
}

function poorSteps({ poor, from, to }: Change, sheet: Sheet): Step[] {
  if (!poor) return []
  const { say } = sheet
  const signed = `${poor.sign > 0 ? '+' : ''}${exactText(poor, sheet)}`
  const line =
    from.poor && to.poor
      ? `${exactText(to.poor, sheet)} − ${exactText(from.poor, sheet)} = ${signed}`
      : say.reportedChange(signed)
  return [{ label: say.steps.poor, lines: [line] }]
}

/** With an unchanged number of households, so many fewer poor and so many points fewer can only be so many households. */
function baseSteps({ impliedBase, absolute, poor }: Change, sheet: Sheet): Step[] {
  if (!impliedBase || !absolute || !poor) return []
  const { say, notation } = sheet
  const { low, lowOpen, high, highOpen } = impliedBase.interval
  const whole = (households: Exact) => inNotation(households.toFixed(0), notation)
  return [
    {
      label: say.steps.base,
      lines: [
        `${exactText(poor.abs(), sheet)} ÷ ${exactText(absolute.abs(), sheet)}% = ${whole(impliedBase.value)}`,
        say.baseBounds(whole(roundedDown(low)), lowOpen, whole(roundedDown(high.negated()).negated()), highOpen),
        say.unchangedBase,
      ],
    },
  ]
}

/** Bounds are widened to whole households, so that they stay bounds. */
function roundedDown(value: Exact): Exact {
  const whole = Exact.parse(value.toFixed(0, 'truncate'))
  return whole.isAbove(value) ? whole.minus(Exact.ONE) : whole
}

function splitSteps({ splits, absolute }: Change, sheet: Sheet): Step[] {
  if (splits.length === 0 || !absolute) return []
  const { say } = sheet
  return [
    {
      label: say.steps.split,
      lines: splits.flatMap((split) => splitText(split, signedAmount(absolute, sheet), sheet)),
    },
  ]
}

function splitText(split: Split, total: string, sheet: Sheet): readonly string[] {
  const { say } = sheet
  const part = (points: Exact) => signedAmount(points, sheet)
  switch (split.kind) {
    case 'counts':
      return [say.countSplit(part(split.countEffect), part(split.baseEffect), total)]
    case 'areas':
      return [say.areaSplit(part(split.within), part(split.shift), total)]
    // The other way to split by area is shown by `poverty --split`, and a change is explained once.
    case 'ravallion-huppi':
      return []
  }
}

/** Poor at the end = poor at the start − escaped + relapsed + newly poor + other. */
function movementSteps(movements: Movements | null, sheet: Sheet): Step[] {
  if (!movements?.start) return []
  const { say } = sheet
  const { start, escaped, relapsed, newlyPoor, other, end, gap } = movements
  const names = say.inputNames
  const added = [
    [names.relapsed, relapsed],
    [names.new, newlyPoor],
    [names.other, other],
  ] as const
  const terms = [
    exactText(start, sheet),
    ...(escaped ? [`− ${term(escaped, sheet)} ${names.escaped}`] : []),
    ...added.flatMap(([name, number]) => (number ? [`+ ${term(number, sheet)} ${name}`] : [])),
  ]
  const result = Exact.sum([start, ...[relapsed, newlyPoor, other].filter((number) => number !== null)]).minus(
    escaped ?? Exact.ZERO,
  )
  const lines = [`${terms.join(' ')} = ${exactText(result, sheet)}`]
  if (gap && end) {
    lines.push(gap.isZero ? say.movementBalance : say.movementGap(exactText(end, sheet), exactText(gap, sheet)))
  }
  return [{ label: say.steps.movements, lines }]
}
