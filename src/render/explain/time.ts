import { type Expression, operandIn } from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import { unitOf } from '../../model/indicator.ts'
import { wholeYears } from '../../model/period.ts'
import type { Comparison, CompletionLine, LineRole } from '../../model/report.ts'
import { periodText } from '../figure/period-text.ts'
import { safeText } from '../figure/safe-text.ts'
import { verdictText } from '../figure/verdict-text.ts'
import { coverageText } from '../view/report/completion-notes.ts'
import { requiredText } from '../view/report/outlook.ts'
import { basisOf } from '../view/report/time-cells.ts'
import type { TimeWords } from '../words/time-en.ts'
import { timeWordsOf } from '../words/words.ts'
import { calculationText, formulaText } from './formula.ts'
import {
  exactText,
  percentage,
  type Sheet,
  type Step,
  signedAmount,
  step,
  targetWords,
  term,
  value,
} from './written.ts'

/** What is expected to date, the pace towards it, and what that means for the rest of the plan (CALCULATION §5). */
export function timeSteps(line: CompletionLine, sheet: Sheet): readonly Step[] {
  const { expected, pace, forecast, required } = line.derivation
  const say = wordsOf(sheet)
  const worked = (calculated: Expression<LineRole>, text = value) =>
    `${calculationText(calculated, sheet)} = ${text(calculated.value, sheet)}`
  const outlook = timeWordsOf(sheet.words.lang).outlook
  return [
    ...(expected
      ? step(sheet.say.steps.expected, [
          worked(expected),
          shareText(expected, sheet),
          say.basis[basisOf(line)],
          lastYearText(line, sheet),
        ])
      : []),
    ...step(say.steps.pace, [expected && pace && worked(pace, percentage)]),
    ...step(say.steps.forecast, [forecast && worked(forecast)]),
    ...(required ? step(say.steps.required, [worked(required), requiredText(line, outlook, sheet)]) : []),
  ]
}

/** The figures of other times, the first target, and what was printed. */
export function besideSteps(line: CompletionLine, sheet: Sheet): readonly Step[] {
  const { steps } = wordsOf(sheet)
  const { inPeriod, lastYear, previous, actual } = line
  const compared = (label: string, figure: Exact | null | undefined, other: Comparison | null | undefined) =>
    figure && other ? comparisonSteps(label, figure, other, sheet) : []
  const ofLastYear = (figure: Exact | null | undefined, other: Comparison | null | undefined) =>
    compared(other ? lastYearLabel(other, sheet) : '', figure, other)
  return [
    ...inPeriodSteps(line, sheet),
    ...compared(steps.previous, inPeriod?.value, inPeriod?.previous),
    ...ofLastYear(inPeriod?.value, inPeriod?.lastYear),
    ...compared(steps.previous, actual, previous),
    ...ofLastYear(actual, lastYear),
    ...originalSteps(line, sheet),
    ...publishedSteps(line, sheet),
  ]
}

/** As the column of tables is called. */
function lastYearLabel({ period }: Comparison, { words }: Sheet): string {
  return timeWordsOf(words.lang)
    .onLastYear(wholeYears(period) === 1)
    .toLowerCase()
}

const wordsOf = ({ words }: Sheet): TimeWords['explain'] => timeWordsOf(words.lang).explain

/** What share of the target is expected: so many days of all of them, or as it is stated. */
function shareText(expected: Expression<LineRole>, sheet: Sheet): string {
  const [passed, all] = (['daysPassed', 'days'] as const).map((role) => operandIn(expected, role))
  if (passed && all) return wordsOf(sheet).daysPassed(exactText(passed, sheet), exactText(all, sheet))
  return wordsOf(sheet).stated(percentage(operandIn(expected, 'share') ?? Exact.ZERO, sheet))
}

/** What the profile of last year comes to on the same day. */
function lastYearText(
  { indicator: { profile }, derivation: { expected } }: CompletionLine,
  sheet: Sheet,
): string | null {
  const share = profile && expected && operandIn(expected, 'share')
  if (!share) return null
  const [reached, total] = [value(profile.total.times(share), sheet), value(profile.total, sheet)]
  return wordsOf(sheet).asIn(periodText(profile.period, sheet.words), reached, total)
}

function inPeriodSteps({ inPeriod }: CompletionLine, sheet: Sheet): readonly Step[] {
  if (!inPeriod) return []
  const say = wordsOf(sheet)
  const { period, status, partial } = inPeriod
  return step(say.steps.inPeriod, [
    `${value(inPeriod.value, sheet)}, ${say.inOf(periodText(period, sheet.words))}`,
    partial && sheet.say.partial(coverageText(partial, sheet)),
    status !== 'final' && sheet.words.statuses[status],
  ])
}

/** `7,350 − 7,000 = +350; (+350) ÷ 7,000 = 5%`, and what the other figure is. */
function comparisonSteps(label: string, figure: Exact, comparison: Comparison, sheet: Sheet): readonly Step[] {
  const { value: other, absolute, relative, tinyBase, differsIn, partial, period, plan } = comparison
  const { words } = sheet
  const notes = timeWordsOf(words.lang).notes
  const share =
    absolute && relative
      ? `${term(absolute, sheet)} ÷ ${exactText(other, sheet)} = ${percentage(relative, sheet)}`
      : absolute && unitOf(sheet.type) === 'number' && notes.otherIsZero
  return step(label, [
    absolute
      ? `${term(figure, sheet)} − ${term(other, sheet)} = ${signedAmount(absolute, sheet)}`
      : `${value(figure, sheet)}; ${value(other, sheet)}`,
    share,
    tinyBase && words.notes.tinyBase(value(other, sheet)),
    wordsOf(sheet).ofPlan(periodText(period, words), safeText(plan)),
    differsIn && notes.othersDiffer(words.notes.notComparableWhat[differsIn]),
    partial && notes.partialOther(coverageText(partial, sheet)),
  ])
}

/** The line held against the target that a revision replaced. */
function originalSteps({ original }: CompletionLine, sheet: Sheet): readonly Step[] {
  if (!original) return []
  const { target, achievement, undefinedReason, variance, verdict, derivation } = original
  const sum = derivation.achievement && formulaText(derivation.achievement, sheet).substitutions.at(-1)
  return step(wordsOf(sheet).steps.original, [
    targetWords(target.target, sheet),
    variance && `${sheet.say.steps.variance} ${signedAmount(variance, sheet)}`,
    achievement
      ? `${sum ? `${sum} = ` : ''}${percentage(achievement, sheet)}`
      : undefinedReason && sheet.say.undefined(sheet.words.undefinedReasons[undefinedReason]),
    verdictText({ verdict, target }, sheet),
  ])
}

function publishedSteps({ published }: CompletionLine, sheet: Sheet): readonly Step[] {
  if (!published) return []
  const say = wordsOf(sheet)
  const { figure, agrees } = published
  const judged = agrees === null ? say.cannotTell : agrees ? say.agrees : say.disagrees
  return step(say.steps.published, [say.published(`${exactText(figure.value, sheet, figure.decimals)}%`), judged])
}
