import { Exact } from '../../model/exact.ts'
import type { Change, ChangeEnd, Movements, Split } from '../../model/poverty-rate.ts'
import type { CompletionLine } from '../../model/report.ts'
import { countText, variationNotes } from '../figure/format.ts'
import { inNotation } from '../figure/number.ts'
import { exactText, type Sheet, type Step, signedAmount, step, term, value } from './written.ts'

/** The change from the baseline, and what is known of the poor behind it (CALCULATION §6). */
export function changeSteps({ change }: CompletionLine, sheet: Sheet): readonly Step[] {
  if (!change) return []
  const { say } = sheet
  const { absolute, splits } = change
  return [
    ...absoluteSteps(change, sheet),
    ...poorSteps(change, sheet),
    ...baseSteps(change, sheet),
    ...(absolute ? step(say.steps.split, [...splits.map((split) => splitText(split, absolute, sheet))]) : []),
    ...movementSteps(change.movements, sheet),
  ]
}

function absoluteSteps(
  { from, to, absolute, relative, tinyBase, significance }: Change,
  sheet: Sheet,
): readonly Step[] {
  if (!absolute) return []
  const { say } = sheet
  // A rate that was printed as 3.30 keeps its last zero.
  const ends = [to, from].map(({ value, printedDecimals }) => term(value, sheet, printedDecimals ?? 0))
  const squares = ({ standardError }: ChangeEnd) => `${exactText(standardError ?? Exact.ZERO, sheet)}²`
  const share =
    relative && `${term(absolute, sheet)} ÷ ${exactText(from.value, sheet)} = ${exactText(relative, sheet)}%`
  return step(say.steps.change, [
    `${ends.join(' − ')} = ${signedAmount(absolute, sheet)}`,
    share ? say.relative(share) : from.value.sign <= 0 && say.relativeOfZero,
    tinyBase && sheet.words.notes.tinyBase(value(from.value, sheet)),
    ...variationNotes(from.value, from.standardError, sheet).map((text) => `${value(from.value, sheet)}: ${text}`),
    significance &&
      `z = ${term(absolute, sheet)} ÷ √(${squares(from)} + ${squares(to)}) = ${zText(significance.z, sheet)}`,
    significance && say.significant(significance.isSignificant),
  ])
}

/** A root mostly never ends. */
function zText(z: Exact, sheet: Sheet): string {
  return (z.decimals ?? 0) <= 6 ? exactText(z, sheet) : `${inNotation(z.toFixed(6, 'truncate'), sheet.notation)}…`
}

function poorSteps({ poor, from, to }: Change, sheet: Sheet): readonly Step[] {
  if (!poor) return []
  const { say } = sheet
  const signed = `${poor.sign > 0 ? '+' : ''}${exactText(poor, sheet)}`
  const isCounted = from.poor && to.poor
  return step(say.steps.poor, [
    isCounted
      ? `${exactText(to.poor, sheet)} − ${exactText(from.poor, sheet)} = ${signed}`
      : say.reportedChange(signed),
  ])
}

/** With an unchanged number of households, so many fewer poor and so many points fewer can only be so many households. */
function baseSteps({ impliedBase, absolute, poor }: Change, sheet: Sheet): readonly Step[] {
  if (!impliedBase || !absolute || !poor) return []
  const { say, notation } = sheet
  const { low, lowOpen, high, highOpen } = impliedBase.interval
  const households = inNotation(impliedBase.value.toFixed(0), notation)
  return step(say.steps.base, [
    `${exactText(poor.abs(), sheet)} ÷ ${exactText(absolute.abs(), sheet)}% = ${households}`,
    // Bounds are widened to whole households, so that they stay bounds.
    say.baseBounds(countText(low.floor, sheet), lowOpen, countText(high.ceiling, sheet), highOpen),
    say.unchangedBase,
  ])
}

function splitText(split: Split, absolute: Exact, sheet: Sheet): string | null {
  const { say } = sheet
  const part = (points: Exact) => signedAmount(points, sheet)
  if (split.kind === 'counts') return say.countSplit(part(split.countEffect), part(split.baseEffect), part(absolute))
  if (split.kind === 'mpi')
    return say.mpiSplit(part(split.headcountEffect), part(split.intensityEffect), part(absolute))
  // The other way to split by area is shown by `poverty --split`, and a change is explained once.
  return split.kind === 'areas' ? say.areaSplit(part(split.within), part(split.shift), part(absolute)) : null
}

/** Poor at the end = poor at the start − escaped + relapsed + newly poor + other. */
function movementSteps(movements: Movements | null, sheet: Sheet): readonly Step[] {
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
  const joined = Exact.sum([start, ...added.flatMap(([, number]) => number ?? [])])
  const result = joined.minus(escaped ?? Exact.ZERO)
  const balance =
    gap && end && (gap.isZero ? say.movementBalance : say.movementGap(exactText(end, sheet), exactText(gap, sheet)))
  return step(say.steps.movements, [`${terms.join(' ')} = ${exactText(result, sheet)}`, balance])
}
