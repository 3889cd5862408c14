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
import { exactText, percentage, type Sheet, type Step, signedAmount, targetWords, term, value } from './written.ts'

/** What is expected to date, the pace towards it, and what that means for the rest of the plan (CALCULATION §5). */
export function timeSteps(line: CompletionLine, sheet: Sheet): Step[] {
  return [...expectedSteps(line, sheet), ...forecastSteps(line, sheet), ...requiredSteps(line, sheet)]
}

/** The figures of other times, the first target, and what was printed. */
export function besideSteps(line: CompletionLine, sheet: Sheet): Step[] {
  const { steps } = wordsOf(sheet)
  const { inPeriod, lastYear, previous } = line
  return [
    ...inPeriodSteps(line, sheet),
    ...(inPeriod?.previous ? [comparisonStep(steps.previous, inPeriod.value, inPeriod.previous, sheet)] : []),
    ...(inPeriod?.lastYear
      ? [comparisonStep(lastYearLabel(inPeriod.lastYear, sheet), inPeriod.value, inPeriod.lastYear, sheet)]
      : []),
    ...(previous && line.actual ? [comparisonStep(steps.previous, line.actual, previous, sheet)] : []),
    ...(lastYear && line.actual ? [comparisonStep(lastYearLabel(lastYear, sheet), line.actual, lastYear, sheet)] : []),
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

function expectedSteps(line: CompletionLine, sheet: Sheet): Step[] {
  const { expected, pace } = line.derivation
  if (!expected) return []
  const say = wordsOf(sheet)
  return [
    {
      label: sheet.say.steps.expected,
      lines: [
        `${calculationText(expected, sheet)} = ${value(expected.value, sheet)}`,
        shareText(expected, sheet),
        say.basis[basisOf(line)],
      ],
    },
    ...(pace
      ? [{ label: say.steps.pace, lines: [`${calculationText(pace, sheet)} = ${percentage(pace.value, sheet)}`] }]
      : []),
  ]
}

/** What share of the target is expected: so many days of all of them, or as it is stated. */
function shareText(expected: Expression<LineRole>, sheet: Sheet): string {
  const [passed, all] = (['daysPassed', 'days'] as const).map((role) => operandIn(expected, role))
  if (passed && all) return wordsOf(sheet).daysPassed(exactText(passed, sheet), exactText(all, sheet))
  return wordsOf(sheet).stated(percentage(operandIn(expected, 'share') ?? Exact.ZERO, sheet))
}

function forecastSteps({ derivation: { forecast } }: CompletionLine, sheet: Sheet): Step[] {
  if (!forecast) return []
  const lines = [`${calculationText(forecast, sheet)} = ${value(forecast.value, sheet)}`]
  return [{ label: wordsOf(sheet).steps.forecast, lines }]
}

function requiredSteps(line: CompletionLine, sheet: Sheet): Step[] {
  const { required } = line.derivation
  if (!required) return []
  return [
    {
      label: wordsOf(sheet).steps.required,
      lines: [
        `${calculationText(required, sheet)} = ${value(required.value, sheet)}`,
        requiredText(line, timeWordsOf(sheet.words.lang).outlook, sheet),
      ],
    },
  ]
}

function inPeriodSteps({ inPeriod }: CompletionLine, sheet: Sheet): Step[] {
  if (!inPeriod) return []
  const say = wordsOf(sheet)
  const { period, status, partial } = inPeriod
  const lines = [`${value(inPeriod.value, sheet)}, ${say.inOf(periodText(period, sheet.words))}`]
  if (partial) lines.push(sheet.say.partial(coverageText(partial, sheet)))
  if (status !== 'final') lines.push(sheet.words.statuses[status])
  return [{ label: say.steps.inPeriod, lines }]
}

/** `7,350 − 7,000 = +350; (+350) ÷ 7,000 = 5%`, and what the other figure is. */
function comparisonStep(label: string, figure: Exact, comparison: Comparison, sheet: Sheet): Step {
  const { value: other, absolute, relative, differsIn, partial, period, plan } = comparison
  const { words } = sheet
  const what = wordsOf(sheet).ofPlan(periodText(period, words), safeText(plan))
  const notes = timeWordsOf(words.lang).notes
  const lines = absolute
    ? [`${term(figure, sheet)} − ${term(other, sheet)} = ${signedAmount(absolute, sheet)}`]
    : [`${value(figure, sheet)}; ${value(other, sheet)}`]
  if (absolute && relative) {
    lines.push(`${term(absolute, sheet)} ÷ ${exactText(other, sheet)} = ${percentage(relative, sheet)}`)
  } else if (absolute && unitOf(sheet.type) === 'number') lines.push(notes.otherIsZero)
  lines.push(what)
  if (differsIn) lines.push(notes.othersDiffer(words.notes.notComparableWhat[differsIn]))
  if (partial) lines.push(notes.partialOther(coverageText(partial, sheet)))
  return { label, lines }
}

/** The line held against the target that a revision replaced. */
function originalSteps(line: CompletionLine, sheet: Sheet): Step[] {
  const { original } = line
  if (!original) return []
  const { target, achievement, undefinedReason, variance, verdict, derivation } = original
  const lines = [targetWords(target.target, sheet)]
  if (variance) lines.push(`${sheet.say.steps.variance} ${signedAmount(variance, sheet)}`)
  const sum = derivation.achievement && formulaText(derivation.achievement, sheet).substitutions.at(-1)
  if (achievement) lines.push(`${sum ? `${sum} = ` : ''}${percentage(achievement, sheet)}`)
  else if (undefinedReason) lines.push(sheet.say.undefined(sheet.words.undefinedReasons[undefinedReason]))
  lines.push(verdictText({ verdict, target }, sheet))
  return [{ label: wordsOf(sheet).steps.original, lines }]
}

function publishedSteps({ published }: CompletionLine, sheet: Sheet): Step[] {
  if (!published) return []
  const say = wordsOf(sheet)
  const { figure, agrees } = published
  const judged = agrees === null ? say.cannotTell : agrees ? say.agrees : say.disagrees
  const printed = `${exactText(figure.value, sheet, figure.decimals)}%`
  return [{ label: say.steps.published, lines: [say.published(printed), judged] }]
}
