import type { ComparedYear, PreviousFigure, Relation } from '../../../model/compare.ts'
import type { Language, Name } from '../../../model/figure.ts'
import { isChangeTarget, isRange, type Target } from '../../../model/indicator.ts'
import { type Period, wholeYears } from '../../../model/period.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { differenceText, type Format, formatOf, targetText, valueText } from '../../figure/format.ts'
import { formatPercentage } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { type Tone, toneOf } from '../../figure/verdict-text.ts'
import type { CompareWords } from '../../words/compare-en.ts'
import type { Footnotes } from '../footnotes.ts'
import { completionNotes, coverageText, isPrintedLonger } from '../report/completion-notes.ts'
import { actualText, completionText, type Noted } from '../report/completion-rows.ts'

/** The figures of one year of a row. */
export interface YearCells {
  readonly previous: Noted
  readonly target: Noted
  readonly actual: Noted
  readonly targetOnPrevious: Noted
  readonly actualOnTarget: Noted
  readonly completion: Noted
  readonly actualOnPrevious: Noted
  readonly previousPeriod: Period | null
  readonly tone: Tone
}

export interface YearContext {
  readonly lang: Language
  readonly unicode: boolean
  /** Wins over the indicator's, which wins over the plan's. */
  readonly decimals: number | null
  readonly notes: Footnotes
  readonly words: CompareWords
  /** Of the row; null: not stated. */
  readonly unit: Name | null
  /** Of the plan of this year. */
  readonly format: Format
  readonly report: PlanReport
  /** The plan before; null: this is the first. */
  readonly before: PlanReport | null
  /** Of its block: only there stands the result of the year before in a column of its own. */
  readonly isFirst: boolean
}

const blank: Noted = { text: '', marks: '' }

/** What a row has in one year, in words. */
export function yearCells(year: ComparedYear | undefined, context: YearContext): YearCells {
  const previous = year && context.isFirst ? previousCell(year, context) : blank
  const previousPeriod = year?.previous?.period ?? null
  if (!year?.line) {
    const unknown = { text: year?.absent === 'left-out' ? '–' : '', marks: '' }
    const relations = { targetOnPrevious: blank, actualOnTarget: blank, completion: blank, actualOnPrevious: blank }
    return { previous, previousPeriod, target: unknown, actual: unknown, ...relations, tone: 'quiet' }
  }
  const { line } = year
  const { report, format, notes } = context
  const decimals = context.decimals ?? line.indicator.decimals ?? report.plan.decimals
  const told = completionNotes(line, { format, decimals, plan: report.plan, asOf: report.asOf })
  const noted = (text: string, texts: readonly string[]): Noted => ({ text, marks: notes.mark(texts) })
  const related = (relation: Relation | null, texts: readonly string[]): Noted => {
    const { text, texts: own } = relationText(relation, line, decimals, context)
    return noted(text, [...own, ...texts])
  }
  // Where no column of its own holds the figure of the year before, what it is stands with the first use of it.
  const ofPrevious = context.isFirst ? [] : originNotes(year, context)
  const ofUnit = unitNotes(line, context)
  const target = line.target?.target
  const aRange = target && isOfRange(target) && year.previous ? [context.words.notes.range] : []
  return {
    previous,
    previousPeriod,
    target: noted(target ? targetText(target, line.indicator.type, format, wholeYears(report.plan.period)) : '–', [
      ...told.name,
      ...(target ? ofUnit : []),
      ...told.target,
    ]),
    actual: noted(actualText(line, format), [
      ...(target ? [] : ofUnit),
      ...resultNotes(told.actual, line, report, format),
    ]),
    targetOnPrevious: related(year.plannedOnPrevious, [...aRange, ...(year.plannedOnPrevious ? ofPrevious : [])]),
    actualOnTarget: related(year.actualOnPlanned, []),
    completion: hasOwnCompletion(year) ? noted(completionText(line, decimals, format), told.completion) : blank,
    actualOnPrevious: related(year.actualOnPrevious, year.plannedOnPrevious ? [] : ofPrevious),
    tone: toneOf(line.verdict),
  }
}

/** A plan may have counted in another unit than the newest, whose unit stands beside the name. */
function unitNotes({ indicator }: CompletionLine, { unit, words, lang }: YearContext): readonly string[] {
  const own = indicator.unit?.[lang]
  return own === undefined || own === unit?.[lang] ? [] : [words.notes.unit(safeText(own))]
}

function isOfRange(target: Target): boolean {
  return target.kind === 'between' || (isChangeTarget(target) && isRange(target.by))
}

/** A completion that is plainly the ratio beside it needs no place of its own. */
function hasOwnCompletion({ line, actualOnPlanned }: ComparedYear): boolean {
  if (!line?.achievement) return false
  return !actualOnPlanned?.ratio?.equals(line.achievement)
}

function previousCell(year: ComparedYear, context: YearContext): Noted {
  const { previous, line } = year
  const { before, notes, lang, unicode } = context
  const type = (previous?.line ?? line)?.indicator.type
  if (!previous || !type) return { text: line && line.indicator.type !== 'task' ? '–' : '', marks: '' }
  const format = formatOf(lang, unicode, before?.plan.rounding ?? context.report.plan.rounding)
  const told = previous.line && before ? notesOfLine(previous.line, before, format) : statusNotes(previous, format)
  const text = previous.line
    ? actualText(previous.line, format)
    : valueText(previous.value, type, format, [], previous.decimals)
  return {
    text,
    marks: notes.mark([
      ...(previous.line ? unitNotes(previous.line, context) : []),
      ...told,
      ...originNotes(year, context),
    ]),
  }
}

function notesOfLine(line: CompletionLine, report: PlanReport, format: Format): readonly string[] {
  const { plan, asOf } = report
  const { actual } = completionNotes(line, { format, decimals: plan.decimals, plan, asOf })
  return resultNotes(actual, line, report, format)
}

/** The heads name whole years: a figure that does not reach the end of its own says so. */
function resultNotes(told: readonly string[], line: CompletionLine, { plan }: PlanReport, { words }: Format) {
  const { actual, actualPeriod } = line
  if (!actual || !actualPeriod || actualPeriod.end >= plan.period.end) return told
  const period = periodText(actualPeriod, words)
  const { figureOf, lastFigure } = words.notes
  return told.some((text) => text === figureOf(period) || text === lastFigure(period))
    ? told
    : [...told, figureOf(period)]
}

function statusNotes({ partial, status }: PreviousFigure, format: Format): readonly string[] {
  const { notes } = format.words
  return [
    ...(partial ? [notes.partial(coverageText(partial, format))] : []),
    ...(status === 'estimate' ? [notes.estimate] : []),
    ...(status === 'provisional' ? [notes.provisional] : []),
  ]
}

/** Where the figure of the year before comes from, and from what other one the plan counts. */
function originNotes({ previous, line }: ComparedYear, { words, format }: YearContext): readonly string[] {
  if (!previous || !line) return []
  const { origin, value, decimals, otherBaseline } = previous
  const { type } = line.indicator
  const written = valueText(value, type, format, otherBaseline ? [otherBaseline] : [], decimals)
  return [
    ...(origin === 'result' ? [] : [words.notes.previous[origin](written)]),
    ...(otherBaseline ? [words.notes.otherBaseline(valueText(otherBaseline, type, format, [value]), written)] : []),
  ]
}

/** A percentage, or the difference where none is taken. */
function relationText(
  relation: Relation | null,
  { indicator }: CompletionLine,
  decimals: number,
  { words, format }: YearContext,
): { readonly text: string; readonly texts: readonly string[] } {
  const { type } = indicator
  if (!relation) return { text: type === 'task' ? '' : '–', texts: [] }
  const { differsIn, difference, ratio, ratioGap } = relation
  if (differsIn) return { text: '–', texts: [words.notes.obstacles[differsIn]] }
  if (ratio) {
    const text = `${formatPercentage(ratio, { decimals, mode: format.mode }, format.notation)}%`
    return { text, texts: isPrintedLonger(ratio, decimals, format) ? [format.words.notes.moreDecimals] : [] }
  }
  const text = difference ? differenceText(difference, type, format) : '–'
  return { text, texts: ratioGap ? [words.notes.ratioGaps[ratioGap]] : [] }
}
