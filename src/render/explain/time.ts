import { Exact } from '../../model/exact.ts'
import { isChangeTarget, unitOf } from '../../model/indicator.ts'
import { dayCount, wholeYears } from '../../model/period.ts'
import { type Comparison, type CompletionLine, lineWith } from '../../model/report.ts'
import { periodText } from '../figure/period-text.ts'
import { safeText } from '../figure/safe-text.ts'
import { endOfLine } from '../figure/target-end.ts'
import { verdictText } from '../figure/verdict-text.ts'
import { coverageText } from '../view/report/completion-notes.ts'
import { requiredText } from '../view/report/outlook-rows.ts'
import { basisOf } from '../view/report/time-cells.ts'
import { type TimeWords, timeWordsOf } from '../words/time-words.ts'
import {
  count,
  exactText,
  percentage,
  type Sheet,
  type Step,
  signedAmount,
  targetWords,
  term,
  value,
} from './explanation.ts'
import { derivationOf } from './formula.ts'

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
  const { expected, pace, actual } = line
  const end = endOfLine(line)
  if (!expected) return []
  const say = wordsOf(sheet)
  const start = line.indicator.type === 'count' ? Exact.ZERO : (line.change?.from.value ?? null)
  const share = end && start && !end.equals(start) ? expected.minus(start).dividedBy(end.minus(start)) : null
  const label = sheet.say.steps.expected
  if (!share || !end || !start) return [{ label, lines: [value(expected, sheet)] }]
  const factor = shareText(share, line, sheet)
  const product = start.isZero
    ? `${exactText(end, sheet)} × ${factor}`
    : `${exactText(start, sheet)} + (${exactText(end, sheet)} − ${exactText(start, sheet)}) × ${factor}`
  const steps = [
    {
      label,
      lines: [`${product} = ${value(expected, sheet)}`, ...daysLines(share, line, sheet), say.basis[basisOf(line)]],
    },
  ]
  return pace && actual ? [...steps, paceStep(line, actual, expected, pace, sheet)] : steps
}

function paceStep(line: CompletionLine, actual: Exact, expected: Exact, pace: Exact, sheet: Sheet): Step {
  const target = line.target?.target
  const from = line.change?.from.value
  const isOfChange = target && isChangeTarget(target) && line.indicator.type !== 'count' && from
  const text = (number: Exact) =>
    isOfChange ? `(${exactText(number, sheet)} − ${exactText(from, sheet)})` : term(number, sheet)
  return {
    label: wordsOf(sheet).steps.pace,
    lines: [`${text(actual)} ÷ ${text(expected)} = ${percentage(pace, sheet)}`],
  }
}

/** `(181 ÷ 365)` of evenly passing days, else a percentage. */
function shareText(share: Exact, line: CompletionLine, sheet: Sheet): string {
  const days = daysIn(share, line, sheet)
  if (days === null) return percentage(share, sheet)
  return `${count(days, sheet)} ÷ ${count(dayCount(sheet.plan.period), sheet)}`
}

function daysLines(share: Exact, line: CompletionLine, sheet: Sheet): string[] {
  const days = daysIn(share, line, sheet)
  if (days === null) return [wordsOf(sheet).stated(percentage(share, sheet))]
  return [wordsOf(sheet).daysPassed(count(days, sheet), count(dayCount(sheet.plan.period), sheet))]
}

/** How many days of the plan a share of it is, where it is spread evenly; null where it is not, or not over all of them. */
function daysIn(share: Exact, line: CompletionLine, { plan }: Sheet): number | null {
  const days = share.times(Exact.of(BigInt(dayCount(plan.period))))
  return basisOf(line) !== 'shares' && days.isInteger ? Number(days.numerator) : null
}

function forecastSteps(line: CompletionLine, sheet: Sheet): Step[] {
  const { forecast, actual } = line
  if (!forecast || !actual) return []
  const label = wordsOf(sheet).steps.forecast
  if (forecast.isZero) return [{ label, lines: [value(forecast, sheet)] }]
  const share = actual.dividedBy(forecast)
  const text = shareText(share, line, sheet)
  const divisor = text.includes('÷') ? `(${text})` : text
  return [{ label, lines: [`${term(actual, sheet)} ÷ ${divisor} = ${value(forecast, sheet)}`] }]
}

function requiredSteps(line: CompletionLine, sheet: Sheet): Step[] {
  const { required, actual } = line
  const end = endOfLine(line)
  if (!required || !actual || !end) return []
  const left = count(required.left, sheet)
  return [
    {
      label: wordsOf(sheet).steps.required,
      lines: [
        `(${exactText(end, sheet)} − ${term(actual, sheet)}) ÷ ${left} = ${value(required.value, sheet)}`,
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
    lines.push(`${term(absolute, sheet)} ÷ ${exactText(other.abs(), sheet)} = ${percentage(relative, sheet)}`)
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
  const { target, formula, achievement, undefinedReason, variance, verdict } = original
  const lines = [targetWords(target.target, sheet)]
  // The planned change behind the formulas of changes is that of the target in force.
  const derivation = isChangeTarget(target.target)
    ? null
    : derivationOf(lineWith(line, { target, formula, achievement }), sheet)
  const sum = derivation?.substitutions.at(-1)
  if (variance) lines.push(`${sheet.say.steps.variance} ${signedAmount(variance, sheet)}`)
  if (achievement) lines.push(`${sum === undefined ? '' : `${sum} = `}${percentage(achievement, sheet)}`)
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
