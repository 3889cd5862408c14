import { Exact } from '../../../model/exact.ts'
import type { Figure } from '../../../model/figure.ts'
import { isChangeTarget, isNumeric, type Measurement, type Target } from '../../../model/indicator.ts'
import { commonGrain, grainCount, type Period, sameSpan, wholeYears } from '../../../model/period.ts'
import type { Plan } from '../../../model/plan.ts'
import type { ChangeEnd } from '../../../model/poverty-rate.ts'
import type { CompletionLine, Partial } from '../../../model/report.ts'
import { baselineOf, isAcrossZero } from '../../../model/target.ts'
import {
  amountText,
  countText,
  type Format,
  percentText,
  targetText,
  valueText,
  variationNotes,
} from '../../figure/format.ts'
import { inNotation } from '../../figure/number.ts'
import { dateText, periodText } from '../../figure/period-text.ts'
import { revisionInForce } from '../../figure/revision.ts'
import { safeText } from '../../figure/safe-text.ts'

/** Footnotes of one line, by the cell that their marks stand in. */
export interface LineNotes {
  readonly name: readonly string[]
  readonly target: readonly string[]
  readonly actual: readonly string[]
  readonly completion: readonly string[]
}

export interface NoteContext {
  readonly format: Format
  /** Decimals asked of the percentage. */
  readonly decimals: number
  readonly plan: Plan
  readonly asOf: number | null
  /** A column says where the lines started from. */
  readonly hasBaselines?: boolean
  /** There the change and what was planned stand in columns of their own. */
  readonly inPovertyTable?: boolean
}

/** Everything that a reader has to know before quoting a figure of this line. */
export function completionNotes(line: CompletionLine, context: NoteContext): LineNotes {
  const { words } = context.format
  const { note } = line.indicator
  return {
    name: note && !line.area ? [safeText(note[words.lang])] : [],
    target: [...periodNotes(line, context), ...revisionNotes(line, context), ...baselineNotes(line, context)],
    actual: actualNotes(line, context),
    completion: [...completionCellNotes(line, context), ...significanceNotes(line, context)],
  }
}

/** Of which part of the plan a target is; beside one of a part also that it is of the whole. */
function periodNotes({ indicator, area, target, span }: CompletionLine, { format, plan }: NoteContext): string[] {
  const isBesidePart = area !== null && indicator.accumulates && indicator.targetsByPeriod.length > 0
  const period = isBesidePart ? plan.period : sameSpan(span, plan.period) ? null : (target?.period ?? null)
  return target && period ? [format.words.notes.targetOf(periodText(period, format.words))] : []
}

/** Where it started from, unless a column or the note of its formula says so. */
function baselineNotes(line: CompletionLine, { format, hasBaselines, inPovertyTable }: NoteContext): string[] {
  const target = line.target?.target
  const isSaid = hasBaselines || inPovertyTable || line.formula === 'progress' || line.indicator.type === 'poverty-rate'
  if (isSaid || !target || isChangeTarget(target)) return []
  const text = baselineText(line, format)
  const period = baselineOf(line)?.period
  return text === '' ? [] : [format.words.notes.baseline(text, period ? periodText(period, format.words) : null)]
}

/** `58%`; nothing without a baseline. */
export function baselineText({ change, indicator, area }: CompletionLine, format: Format): string {
  const stated = baselineOf({ indicator, area })?.value
  const value = change?.from.value ?? stated?.value
  return value
    ? valueText(value, indicator.type, format, [], change?.from.printedDecimals ?? stated?.decimals ?? 0)
    : ''
}

function revisionNotes(line: CompletionLine, { format, plan, asOf, decimals }: NoteContext): string[] {
  const { originalTarget, indicator } = line
  if (!originalTarget) return []
  const last = revisionInForce(line, asOf)
  const original = targetText(originalTarget.target, indicator.type, format, wholeYears(plan.period))
  const date = last ? dateText(last.date, format.words) : null
  const share = line.original?.achievement
  const done = share ? percentText(share, decimals, format) : null
  return [format.words.notes.revised(original, date, last?.decision ? safeText(last.decision) : null, done)]
}

function actualNotes(line: CompletionLine, { format, decimals, plan, asOf, inPovertyTable }: NoteContext): string[] {
  const { words } = format
  const notes: string[] = []
  if (line.partial) {
    const { partialTarget: target, actual } = line
    const share = target && actual && percentText(actual.dividedBy(target), decimals, format)
    const stated = line.target?.target
    const together = target && stated && 'value' in stated ? { ...stated, value: target } : null
    const amount = together && targetText(together, line.indicator.type, format)
    notes.push(words.notes.partial(coverageText(line.partial, format), amount, share))
  }
  if (line.status === 'estimate') notes.push(words.notes.estimate)
  if (line.status === 'provisional') notes.push(words.notes.provisional)
  const endsEarly = line.actualPeriod !== null && line.actualPeriod.end < line.span.end
  if (line.actualPeriod && line.actual !== null && line.verdict === 'not-reported' && endsEarly) {
    notes.push(words.notes.lastFigure(reachText(line, line.actualPeriod, format)))
  } else if (line.actualPeriod && !sameSpan(line.actualPeriod, plan.period) && line.actualPeriod.end !== asOf) {
    notes.push(words.notes.figureOf(periodText(line.actualPeriod, words)))
  }
  // Elsewhere these have columns of their own.
  if (inPovertyTable && line.expected && asOf !== null && asOf < plan.period.end) {
    const pace = line.pace && percentText(line.pace, 1, format)
    const kind = line.target?.target.kind
    const toDate = kind === 'at_most' || kind === 'below' ? words.ceilingToDate : words.expected
    notes.push(toDate(valueText(line.expected, line.indicator.type, format), pace))
  }
  for (const { value, status } of line.superseded) {
    if (!value) continue
    notes.push(words.notes.superseded(words.statuses[status], valueText(value.value, line.indicator.type, format)))
  }
  const uncertain = variationNotes(line.actual, line.standardError, format)
  for (const added of [...uncertain, ...mpiNotes(line, format), ...resultNotes(line, format)]) notes.push(added)
  return notes
}

/** What a multidimensional index is the product of, and how its change splits. */
function mpiNotes(line: CompletionLine, format: Format): string[] {
  const { actual, change, indicator } = line
  // The inputs of a sum over thousands of areas are put together only for whoever reads them.
  const [headcount, intensity] =
    indicator.type === 'index'
      ? ['headcount', 'intensity'].map((key) => line.inputs.find(({ field }) => field === key)?.figure)
      : []
  if (!headcount || !intensity || !actual) return []
  const { mpi, splitMpi } = format.words.change
  const rate = ({ value, decimals }: Figure) => valueText(value, 'rate', format, [], decimals)
  const split = change?.splits.find(({ kind }) => kind === 'mpi')
  // In full, so that the parts sum as printed.
  const difference = (value: Exact) =>
    `${value.sign > 0 ? '+' : ''}${inNotation(value.toFixed(value.decimals ?? 6), format.notation)}`
  return [
    mpi(rate(headcount), rate(intensity), valueText(actual, indicator.type, format)),
    ...(split?.kind === 'mpi' && change?.absolute
      ? [splitMpi(difference(change.absolute), difference(split.headcountEffect), difference(split.intensityEffect))]
      : []),
  ]
}

/** How far a figure reaches: of a running total `6 of 12 months, 30 June 2018`, else its period. */
export function reachText({ indicator, span }: CompletionLine, period: Period, format: Format): string {
  const isWhole = commonGrain([period, span]) !== 'days'
  if (indicator.type !== 'count' || !isWhole) return periodText(period, format.words)
  const [reported, expected] = [period, span].map((each) => grainCount(each, 'months'))
  const coverage = coverageText({ of: 'months', reported: reported ?? 0, expected: expected ?? 0 }, format)
  return `${coverage}, ${dateText(period.end, format.words)}`
}

/** What was said of the results that count; of a sum over areas, in the areas' own lines. */
function resultNotes(line: CompletionLine, { words }: Format): string[] {
  if (line.origin === 'areas') return []
  const notes = line.inputs.flatMap(({ note, field }) =>
    note && field !== 'superseded' ? [safeText(note[words.lang])] : [],
  )
  return [...new Set(notes)]
}

/** `9 of 11 areas` */
export function coverageText({ of, reported, expected }: Partial, format: Format): string {
  return format.words.notes.coverage[of](countText(reported, format), countText(expected, format))
}

function completionCellNotes(line: CompletionLine, context: NoteContext): string[] {
  const { format, decimals } = context
  const { words } = format
  const notes: string[] = []
  if (line.change?.differsIn) {
    return [notComparableText(line.change.differsIn, line.change.from, line.change.to, format)]
  }
  if (line.undefinedReason && isNumeric(line.indicator.type)) {
    notes.push(words.notes.undefined(words.undefinedReasons[line.undefinedReason]))
  }
  if (line.achievement === null) return notes
  const formula = formulaNote(line, context)
  if (formula !== null) notes.push(formula)
  if (line.progress && isAcrossZero(line))
    notes.push(words.notes.acrossZero(percentText(line.progress, decimals, format)))
  if (isPrintedLonger(line.achievement, decimals, format)) notes.push(words.notes.moreDecimals)
  const { low, high } = line.achievementInterval ?? {}
  // The poverty table has its own sentence, with two decimals.
  if (!context.inPovertyTable && low?.isBelow(Exact.ONE) && high?.isAbove(Exact.ONE)) {
    notes.push(words.change.interval(percentText(low, decimals, format), percentText(high, decimals, format)))
  }
  const printedEnd = onlyPrintedEnd(line, format)
  if (printedEnd !== null) notes.push(printedEnd)
  return notes
}

/** What the errors of two surveys leave of a change; beside the verdict, which compares the figures as they are. */
function significanceNotes({ change, indicator }: CompletionLine, { format }: NoteContext): string[] {
  const { significance, from, to } = change ?? {}
  if (!significance) return []
  const errors = [from?.standardError, to?.standardError].map((error) =>
    amountText(error ?? Exact.ZERO, indicator.type, format),
  )
  const z = inNotation(significance.z.toFixed(3), format.notation)
  return [format.words.notes.significance(z, significance.isSignificant, errors[0] ?? '', errors[1] ?? '')]
}

/** How the percentage came about, unless it is plainly actual ÷ target. */
function formulaNote(line: CompletionLine, { format, inPovertyTable }: NoteContext): string | null {
  const { notes } = format.words
  const target = line.target?.target
  if (!target || line.formula === null) return null
  switch (line.formula) {
    case 'attainment':
      return attainmentNote(target, format)
    case 'change':
      return inPovertyTable ? null : changeNote(line, target, format)
    case 'range':
      return isChangeTarget(target) ? notes.changeRange : notes.range
    case 'progress':
      return notes.progress(line.change ? valueText(line.change.from.value, line.indicator.type, format) : null)
    case 'level':
      return notes.level
    case 'ratio':
      return target.kind === 'at_least' || target.kind === 'above' ? null : notes.ratio
    case 'inverse':
      return notes.inverse
  }
}

function attainmentNote(target: Target, { words }: Format): string | null {
  if (target.kind === 'done' || target.kind === 'between') return null
  if (isChangeTarget(target)) return words.notes.attainmentOfChange
  const lowerIsBetter = target.kind === 'at_most' || target.kind === 'below'
  if (target.value.sign < 0) return lowerIsBetter ? words.notes.negativeCeiling : words.notes.negativeTarget
  return lowerIsBetter ? words.notes.ceiling : null
}

function changeNote({ change, indicator, area }: CompletionLine, target: Target, format: Format): string | null {
  if (!isChangeTarget(target)) return null
  const { notes } = format.words
  const general = target.kind === 'reduce_by' ? notes.reduction : notes.increase
  const planned = change?.planned?.[0]
  // One note for all areas: their figures stand in their own rows.
  if (!change?.absolute || !planned || area) return general
  const end = (value: ChangeEnd) => valueText(value.value, indicator.type, format, [], value.printedDecimals ?? 0)
  const towards = target.kind === 'reduce_by' ? change.absolute.negated() : change.absolute
  return notes.worked(
    general,
    end(change.from),
    end(change.to),
    amountText(towards, indicator.type, format),
    amountText(planned.abs(), indicator.type, format),
  )
}

/** Whether a percentage took more decimals than asked to stay apart from 100% or 0%. */
export function isPrintedLonger(achievement: Exact, decimals: number, format: Format): boolean {
  const asked = inNotation(achievement.times(Exact.HUNDRED).toFixed(decimals, format.mode), format.notation)
  return percentText(achievement, decimals, format) !== `${asked}%`
}

function onlyPrintedEnd({ change }: CompletionLine, { words }: Format): string | null {
  if (!change) return null
  const { from, to } = change
  if ((from.printedDecimals === null) === (to.printedDecimals === null)) return null
  // An end without decimals is exact because counts gave it; only then is there something to tell apart.
  if (!(from.poor && from.households) && !(to.poor && to.households)) return null
  const printed = from.printedDecimals === null ? to : from
  return words.notes.oneEndPrinted(printed.period ? periodText(printed.period, words) : words.notes.baselinePeriod)
}

/** Names what two rates differ in, and both sides of it. */
export function notComparableText(what: keyof Measurement, from: Measurement, to: Measurement, format: Format): string {
  const { notes } = format.words
  return notes.notComparable(
    notes.notComparableWhat[what],
    measuredText(what, from, format),
    measuredText(what, to, format),
  )
}

/** What a figure is measured under. */
export function measuredText(what: keyof Measurement, measurement: Measurement, { words }: Format): string {
  const stated = measurement[what]
  if (stated === null) return words.notes.notStated
  return what === 'measured' ? words.measured[stated as 'households' | 'persons'] : safeText(stated)
}
