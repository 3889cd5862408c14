import type { Exact } from '../../model/exact.ts'
import { type DoneTarget, isChangeTarget, placeOfState } from '../../model/indicator.ts'
import type { CompletionLine } from '../../model/report.ts'
import { changeTowards } from '../../model/target.ts'
import { stateText } from '../figure/format.ts'
import { dateText } from '../figure/period-text.ts'
import { toneOf, verdictText } from '../figure/verdict-text.ts'
import { coverageText, notComparableText, reachText } from '../view/report/completion-notes.ts'
import { amount, percentage, type Sheet, type Step, value } from './written.ts'

/** The verdict and why it is that one: the exact comparison, or what stands in its way. */
export function verdictStep(line: CompletionLine, sheet: Sheet): Step {
  const comparison = comparisonOf(line, sheet)
  const verdict = verdictText(line, sheet)
  return {
    label: sheet.say.steps.verdict,
    lines: [comparison === null ? verdict : `${verdict}: ${comparison}`, ...reasonsOf(line, sheet)],
    tone: toneOf(line.verdict),
  }
}

/** `18,923 > 16,000`; null where nothing is compared. */
function comparisonOf(line: CompletionLine, sheet: Sheet): string | null {
  const target = line.target?.target
  if (!target || line.verdict === null || line.verdict === 'not-comparable' || line.verdict === 'not-reported') {
    return null
  }
  if (target.kind === 'done') return stateCompared(line, target, sheet)
  if (!line.actual) return null
  if (line.verdict === 'on-track' || line.verdict === 'behind') {
    return line.expected && compared(line.actual, line.expected, (number) => value(number, sheet))
  }
  if (target.kind === 'between') {
    return placed(line.actual, target.range.low, target.range.high, (number) => value(number, sheet))
  }
  if (!isChangeTarget(target)) return compared(line.actual, target.value, (number) => value(number, sheet))
  const [low, high] = (line.change?.planned ?? []).map((planned) => planned.abs())
  if (!line.change || !low) return null
  const change = changeTowards(target, line.change.from.value, line.actual)
  const text = (number: Exact) => amount(number, sheet)
  return high ? placed(change, low, high, text) : compared(change, low, text)
}

function reasonsOf(line: CompletionLine, sheet: Sheet): string[] {
  const { words, say } = sheet
  const end = dateText(line.span.end, words)
  switch (line.verdict) {
    case null:
      return []
    case 'not-comparable':
      return [notComparableReason(line, sheet)]
    case 'not-reported':
      return [notReportedReason(line, sheet, end)]
    case 'on-track':
    case 'behind':
      return [...toleranceOf(line, sheet), say.stillRunning(end)]
    case 'open':
      return [...stateOf(line, sheet), say.stillRunning(end)]
    default:
      return [...stateOf(line, sheet), ...strictness(line, sheet), ...earliness(line, sheet, end)]
  }
}

function toleranceOf({ indicator }: CompletionLine, sheet: Sheet): string[] {
  const tolerance = indicator.tolerance ?? sheet.plan.tolerance
  return tolerance ? [sheet.say.tolerance(percentage(tolerance, sheet))] : []
}

function notComparableReason(line: CompletionLine, sheet: Sheet): string {
  const { change, undefinedReason } = line
  if (change?.differsIn) return notComparableText(change.differsIn, change.from, change.to, sheet)
  return sheet.words.undefinedReasons[undefinedReason ?? 'not-comparable']
}

function notReportedReason(line: CompletionLine, sheet: Sheet, end: string): string {
  const { say } = sheet
  const { actualPeriod, partial, span } = line
  if (!actualPeriod || (line.actual === null && line.state === null)) return say.nothingReported
  if (partial && actualPeriod.end === span.end) return say.partialAtEnd(coverageText(partial, sheet))
  return say.endNotReported(reachText(line, actualPeriod, sheet), end)
}

function stateOf({ state, indicator }: CompletionLine, sheet: Sheet): string[] {
  return state && !indicator.states ? [sheet.say.state(stateText(state, sheet))] : []
}

/** The places of two states among those of the plan's own: `2 drafted < 3 passed`. */
function stateCompared({ state, indicator }: CompletionLine, target: DoneTarget, sheet: Sheet): string | null {
  if (!state || !target.state) return null
  const [is, asked] = [state, target.state].map((each) => placeOfState(indicator, each)) as [number, number]
  const sign = is < asked ? '<' : is > asked ? '>' : '='
  return `${is} ${stateText(state, sheet)} ${sign} ${asked} ${stateText(target.state, sheet)}`
}

/** "Above" and "below" are missed by the very value they name. */
function strictness({ target, actual, verdict }: CompletionLine, { say }: Sheet): string[] {
  const stated = target?.target
  const isStrict = stated?.kind === 'above' || stated?.kind === 'below'
  return isStrict && verdict === 'missed' && actual?.equals(stated.value) ? [say.onlyBeyond] : []
}

/** A running count can be final before the period ends. */
function earliness({ actualPeriod, span, state, indicator }: CompletionLine, sheet: Sheet, end: string): string[] {
  const isEarly = actualPeriod !== null && actualPeriod.end < span.end
  return isEarly && state === null && indicator.type === 'count' ? [sheet.say.settledEarly(end)] : []
}

function compared(actual: Exact, other: Exact, text: (number: Exact) => string): string {
  return `${text(actual)} ${signBetween(actual, other)} ${text(other)}`
}

function placed(actual: Exact, low: Exact, high: Exact, text: (number: Exact) => string): string {
  if (actual.isBelow(low)) return compared(actual, low, text)
  if (actual.isAbove(high)) return compared(actual, high, text)
  return `${text(low)} ≤ ${text(actual)} ≤ ${text(high)}`
}

const signBetween = (a: Exact, b: Exact): '<' | '=' | '>' => (a.isBelow(b) ? '<' : a.isAbove(b) ? '>' : '=')
