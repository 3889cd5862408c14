import { Exact } from '../../../model/exact.ts'
import { type IndicatorType, type Target, unitOf } from '../../../model/indicator.ts'
import { wholeYears } from '../../../model/period.ts'
import { headingsBetween, type Section } from '../../../model/plan.ts'
import type { Comparison, CompletionLine, PlanReport, Report } from '../../../model/report.ts'
import { higherIsBetter } from '../../../model/target.ts'
import {
  amountText,
  differenceText,
  type Format,
  formatOf,
  percentText,
  targetText,
  valueText,
} from '../../figure/format.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { shownVerdict } from '../../figure/verdict-text.ts'
import type { SentenceWords } from '../../words/sentence-en.ts'
import { sentenceWordsOf } from '../../words/words.ts'
import { actualText, providerNotes } from './actual.ts'
import { coverageText } from './completion-notes.ts'
import type { ReportChoice } from './report.ts'
import { leftOutText, reportHead, summaryText } from './report-head.ts'
import { likeActual } from './time-cells.ts'

/** A report in sentences, as they stand in texts that are forwarded: one an indicator, under its section. */
export function reportSentences({ plans }: Report, choice: Pick<ReportChoice, 'lang' | 'decimals' | 'byArea'>): string {
  const texts = plans.map((report) => planSentences(report, choice))
  return texts
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
    .replaceAll('\u00a0', ' ')
}

function planSentences(report: PlanReport, choice: Parameters<typeof reportSentences>[1]): string[] {
  const format = formatOf(choice.lang, true, report.plan.rounding)
  const { title, facts } = reportHead(report, format)
  const sections = new Map(report.plan.sections.map((section) => [section.id, section]))
  const lines: string[] = []
  let section: Section | null = null
  for (const line of report.lines.filter(({ area }) => choice.byArea || area === null)) {
    const next = (line.indicator.section !== null && sections.get(line.indicator.section)) || null
    if (next !== section) {
      lines.push('', ...headingsBetween(section, next).map(({ name }) => safeText(name[choice.lang])))
      section = next
    }
    const decimals = choice.decimals ?? line.indicator.decimals ?? report.plan.decimals
    lines.push(`- ${sentenceOf(line, decimals, wholeYears(report.plan.period), format)}`)
  }
  const leftOut = leftOutText(report, format)
  const start = report.lines[0]?.indicator.section === null ? [''] : []
  return [title, facts.join(' · '), ...start, ...lines, '', summaryText(report, format), ...(leftOut ? [leftOut] : [])]
}

/** `New jobs: 18,923 workers, 118.3% of the target of 16,000 (exceeded), up 6.6% on 2017.` */
function sentenceOf(line: CompletionLine, decimals: number, years: number | undefined, format: Format): string {
  const { indicator, area } = line
  const say = sentenceWordsOf(format.words.lang)
  const { lang } = format.words
  const name = [indicator.name, ...(area ? [area.name] : [])].map((each) => safeText(each[lang])).join(' – ')
  const isNumber = line.actual !== null && indicator.type !== 'date'
  const unit =
    indicator.unit && isNumber && unitOf(indicator.type) === 'number' ? ` ${safeText(indicator.unit[lang])}` : ''
  const text = actualText(line, format)
  const reached = line.state ? text.charAt(0).toLowerCase() + text.slice(1) : `${text}${unit}`
  const figure = line.actual || line.state ? reached : format.words.notReported
  const asides = [
    line.status && line.status !== 'final' ? format.words.statuses[line.status] : null,
    line.partial && coverageText(line.partial, format),
  ].filter((aside) => aside !== null)
  const told = [
    figure + (asides.length > 0 ? ` (${asides.join(', ')})` : ''),
    targetPart(line, decimals, years, format, say),
    changePart(line, decimals, format, say),
  ]
  return [
    `${name}: ${told.filter((part) => part !== null).join(', ')}.`,
    ...providerNotes(line, decimals, format),
  ].join(' ')
}

function targetPart(
  line: CompletionLine,
  decimals: number,
  years: number | undefined,
  format: Format,
  say: SentenceWords,
): string | null {
  const { target: stated, indicator, achievement, expected, variance } = line
  const shown = shownVerdict(line)
  if (!stated) return null
  const { target } = stated
  const phrase = phraseOf(target, indicator.type, years, format)
  const asked = stated.period ? say.of(phrase, periodText(stated.period, format.words)) : phrase
  if (shown === null || (shown === 'not-reported' && line.actual === null && line.state === null))
    return say.target(asked)
  const isRunning = line.verdict === 'on-track' || line.verdict === 'behind'
  const toDate = isRunning && expected && likeActual(expected, line, format, line.actual ? [line.actual] : [])
  const due = toDate ? [higherIsBetter(target) ? say.due(toDate) : say.ceilingDue(toDate)] : []
  const verdict = [format.words.verdictCounts[shown], ...due].join(', ')
  const percent = achievement && percentText(achievement, decimals, format)
  if (percent && target.kind === 'at_least' && line.formula === 'attainment')
    return say.reached(percent, asked, verdict)
  const beside = target.kind === 'by' && variance ? differenceText(variance, indicator.type, format) : percent
  return say.heldAgainst(asked, beside ? `${beside}, ${verdict}` : verdict)
}

/** A target as it is said, without signs. */
function phraseOf(target: Target, type: IndicatorType, years: number | undefined, format: Format): string {
  const { words } = format
  switch (target.kind) {
    case 'at_least':
      return valueText(target.value, type, format)
    case 'at_most':
      return words.target.atMost(valueText(target.value, type, format))
    case 'above':
      return words.target.above(valueText(target.value, type, format))
    case 'below':
      return words.target.below(valueText(target.value, type, format))
    default:
      return targetText(target, type, format, years)
  }
}

/** Beside last year, else since the baseline; in per cent, unless of a figure that is too small for it. */
function changePart(line: CompletionLine, decimals: number, format: Format, say: SentenceWords): string | null {
  const { lastYear, change, indicator } = line
  const { type } = indicator
  if (lastYear?.absolute)
    return said(lastYear, lastYear.tinyBase ? null : lastYear.relative, periodText(lastYear.period, format.words))
  if (!change?.absolute) return null
  const at = change.from.period ? periodText(change.from.period, format.words) : format.words.notes.baselinePeriod
  return said(
    { absolute: change.absolute },
    change.tinyBase ? null : (change.relative?.dividedBy(Exact.HUNDRED) ?? null),
    at,
  )

  function said({ absolute }: Pick<Comparison, 'absolute'>, relative: Comparison['relative'], on: string) {
    if (!absolute) return null
    if (absolute.isZero) return say.unchanged(on)
    const isPercent = unitOf(type) === 'percent'
    const size =
      !isPercent && relative ? percentText(relative.abs(), decimals, format) : amountText(absolute.abs(), type, format)
    return absolute.sign > 0 ? say.up(size, on) : say.down(size, on)
  }
}
