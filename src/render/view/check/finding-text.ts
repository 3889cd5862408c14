import type { Finding, FindingRule } from '../../../model/check.ts'
import { Exact } from '../../../model/exact.ts'
import { isChangeTarget } from '../../../model/indicator.ts'
import { formatDay } from '../../../model/period.ts'
import type { CompletionLine, Verdict } from '../../../model/report.ts'
import { dayOf, differenceText, type Format, GLUE, targetText, valueText } from '../../figure/format.ts'
import { machineNumber } from '../../figure/machine-number.ts'
import { formatNumber, inNotation, roundedApart } from '../../figure/number.ts'
import { safeText } from '../../figure/safe-text.ts'
import { shownVerdict, verdictText } from '../../figure/verdict-text.ts'
import type { Compared } from '../../words/check-en.ts'
import { checkWordsOf } from '../../words/words.ts'
import { actualText } from '../report/actual.ts'
import { notComparableText } from '../report/completion-notes.ts'
import { varianceText } from '../report/completion-rows.ts'

/** What breaks the policy, in words; empty where there is nothing to say. */
export interface FindingText extends Compared {
  readonly name: string
  readonly rule: string
}

export function findingText(finding: Finding, format: Format): FindingText {
  const rule = ruleText(finding, format)
  const { asWarning } = checkWordsOf(format.words.lang)
  return {
    name: finding.line
      ? lineName(finding.line, format)
      : [finding.indicator, finding.area].filter((id) => id !== null).join('/'),
    rule: finding.severity === 'warn' ? asWarning(rule) : rule,
    ...findingCompared(finding, format),
  }
}

/** All of it as one line of plain text: `Missed: New jobs: expected ≥ 16,250, found 15,995 (−255)`. */
export function findingMessage(finding: Finding, format: Format): string {
  const words = checkWordsOf(format.words.lang)
  const { name, ...parts } = findingText(finding, format)
  const compared = isHeldAgainstEarlier(finding) ? words.before(parts) : words.compared(parts)
  return sentence(ruleText(finding, format), name, compared)
}

/** A figure that runs up to a ceiling too fast is not "behind". */
function ruleText({ rule, line }: Finding, format: Format): string {
  if (rule === 'behind' && line && shownVerdict(line) === 'above-ceiling') return verdictText(line, format)
  return checkWordsOf(format.words.lang).rules[rule]
}

/** What a verdict rests on, as one line of plain text. */
export function verdictMessage(line: CompletionLine, verdict: Verdict, format: Format): string {
  const name = lineName(line, format)
  const { differsIn, from, to } = line.change ?? {}
  if (differsIn && from && to) return sentence(name, notComparableText(differsIn, from, to, format).replace(/\.$/, ''))
  const compared = checkWordsOf(format.words.lang).compared(verdictCompared(line, verdict, format))
  const word = verdict === 'behind' ? verdictText(line, format) : format.words.verdicts[verdict]
  return sentence(word, name, verdict === 'not-comparable' ? '' : compared)
}

/** `New jobs`; of an area `New jobs, Phủ Lý`. */
export function lineName({ indicator, area }: CompletionLine, { words }: Format): string {
  const name = safeText(indicator.name[words.lang])
  return area ? `${name}, ${safeText(area.name[words.lang])}` : name
}

function sentence(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join(': ')
    .replaceAll(GLUE, ' ')
}

function isHeldAgainstEarlier({ rule }: Finding): boolean {
  return (
    rule === 'no-longer-met' ||
    rule === 'verdict-worse' ||
    rule === 'achievement-fell' ||
    rule === 'revised' ||
    rule === 'vanished'
  )
}

function findingCompared(finding: Finding, format: Format): Compared {
  const { rule, line, expected, found } = finding
  if (line && rule === 'off-target') return verdictCompared(line, 'missed', format)
  if (line && (rule === 'missed' || rule === 'behind' || rule === 'not-reported')) {
    return verdictCompared(line, rule, format)
  }
  const figures = isAboutAchievement(rule) ? percentages(finding, format) : values(finding, format)
  return {
    expected: typeof expected === 'string' ? format.words.verdicts[expected] : figures.expected,
    found: typeof found === 'string' ? verdictWithActual(found, line, format) : figures.found,
    difference: figures.difference,
  }
}

function verdictCompared(line: CompletionLine, verdict: Verdict, format: Format): Compared {
  const { indicator, target, actual, expected } = line
  // The length of the plan is not known here; a planned change for each year says so in plans of one year as well.
  const asked = target ? targetText(target.target, indicator.type, format, 2) : ''
  if (verdict === 'not-reported') {
    const last = actual === null ? '' : checkWordsOf(format.words.lang).lastFigure(actualText(line, format))
    return { expected: asked, found: last, difference: '' }
  }
  if (verdict === 'behind' && expected && actual) {
    return {
      expected: valueText(expected, indicator.type, format, [actual]),
      found: valueText(actual, indicator.type, format, [expected]),
      difference: differenceText(actual.minus(expected), indicator.type, format),
    }
  }
  return { expected: asked, found: reached(line, format), difference: varianceText(line, format) }
}

/** The actual, or of a planned change the change. */
function reached(line: CompletionLine, format: Format): string {
  const { target, change, indicator } = line
  if (target && isChangeTarget(target.target) && change?.absolute) {
    return differenceText(change.absolute, indicator.type, format)
  }
  return actualText(line, format)
}

function verdictWithActual(verdict: Verdict, line: CompletionLine | null, format: Format): string {
  const word = format.words.verdicts[verdict]
  return line?.actual ? `${word} (${actualText(line, format)})` : word
}

/** Achievements; what is asked for is written in full, and what differs never looks the same. */
function percentages({ expected, found, line, rule }: Finding, format: Format): Compared {
  const asked = expected instanceof Exact ? expected.times(Exact.HUNDRED) : null
  const reached = found instanceof Exact ? found.times(Exact.HUNDRED) : null
  const written = rule === 'below-min' ? Math.min(asked?.decimals ?? 0, 6) : 0
  const decimals = apartDecimals(asked, reached, Math.max(line?.indicator.decimals ?? 1, written), format)
  const rounded = (percent: Exact) => {
    const text = roundedApart(percent, { decimals, mode: format.mode }, [Exact.ZERO, Exact.HUNDRED])
    return `${inNotation(text, format.notation)}%`
  }
  const full = (percent: Exact) => `${formatNumber(percent, format.notation)}%`
  return {
    expected: asked ? (rule === 'below-min' ? full(asked) : rounded(asked)) : '',
    found: reached ? rounded(reached) : '',
    difference: asked && reached ? points(reached.minus(asked), decimals, format) : '',
  }
}

/** The fewest decimals, `least` or more, that show two different numbers as two: 98.43 and 98.42 need two. */
function apartDecimals(a: Exact | null, b: Exact | null, least: number, { mode }: Format): number {
  if (!a || !b || a.equals(b)) return least
  let decimals = least
  while (a.toFixed(decimals, mode) === b.toFixed(decimals, mode)) decimals++
  return decimals
}

function values({ expected, found, line }: Finding, format: Format): Compared {
  const type = line?.indicator.type ?? 'count'
  const asked = expected instanceof Exact ? expected : null
  const reached = found instanceof Exact ? found : null
  return {
    expected: asked ? valueText(asked, type, format, reached ? [reached] : []) : '',
    found: reached ? valueText(reached, type, format, asked ? [asked] : []) : '',
    difference: asked && reached ? differenceText(reached.minus(asked), type, format) : '',
  }
}

/** How far two percentages are apart, with as many decimals as they have; never 0. */
function points(difference: Exact, decimals: number, format: Format): string {
  const rounded = roundedApart(difference, { decimals, mode: format.mode }, [Exact.ZERO])
  return differenceText(Exact.parse(rounded), 'rate', format, decimals)
}

/** Whether a rule is about achievements, not about figures in the indicator's unit. */
const isAboutAchievement = (rule: FindingRule): boolean => rule === 'below-min' || rule === 'achievement-fell'

/** What was asked for and what was found, for programs: percentages, numbers or verdicts; empty where there is none. */
export function comparedText({ rule, line, expected, found }: Finding): {
  readonly expected: string
  readonly found: string
} {
  const scaled = (value: Exact) => (isAboutAchievement(rule) ? value.times(Exact.HUNDRED) : value)
  const text = (value: Finding['found'], other: Finding['found']) => {
    if (value === null || typeof value === 'string') return value ?? ''
    if (line?.indicator.type === 'date') return formatDay(dayOf(value))
    const apartFrom = other instanceof Exact ? [scaled(other)] : []
    return machineNumber(scaled(value), isAboutAchievement(rule) ? [Exact.HUNDRED, ...apartFrom] : apartFrom)
  }
  return { expected: text(expected, found), found: text(found, expected) }
}
