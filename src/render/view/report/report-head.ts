import type { Language, Source } from '../../../model/figure.ts'
import type { ObservationStatus } from '../../../model/observation.ts'
import { observationStatuses } from '../../../model/observation.ts'
import { sameSpan } from '../../../model/period.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { type Format, GLUE } from '../../figure/format.ts'
import { inNotation } from '../../figure/number.ts'
import { dateText, periodText } from '../../figure/period-text.ts'
import { placeText } from '../../figure/place-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { sourceText } from '../../figure/source-text.ts'
import { countedVerdicts } from '../../figure/verdict-text.ts'
import type { Words } from '../../words/en.ts'
import { timeWordsOf } from '../../words/words.ts'

/** What stands above the tables of a plan. */
export interface ReportHead {
  readonly title: string
  /** `Period: 2018`, `as of 31 December 2018`, `final figures`. */
  readonly facts: readonly string[]
  /** Label and text of each: sources, note. */
  readonly lines: readonly { readonly label: string; readonly text: string }[]
}

export function reportHead(report: PlanReport, { words }: Format): ReportHead {
  const { plan, asOf, lines, leftOut, targets, hasSources } = report
  const statuses = statusesOf(lines)
  const figures =
    statuses.length === 0 ? words.head.noFigures : statuses.map((status) => words.figuresOf[status]).join(', ')
  return {
    title: safeText(plan.title[words.lang]).trim() || safeText(plan.id),
    facts: [
      ...periodFacts(report, words),
      ...(asOf === null ? [] : [words.head.asOf(dateText(asOf, words)), ...newestFigure(report, words)]),
      // Of what a problem keeps out it is not known whether it has figures.
      ...(lines.length === 0 && leftOut.length > 0 ? [] : [figures]),
      ...(targets === 'original' ? [timeWordsOf(words.lang).head.originalTargets] : []),
    ],
    lines: [
      ...sourceLines(
        plan.source && safeText(sourceText(plan.source, words.lang)),
        hasSources ? resultSources(lines, words.lang) : [],
        words,
      ),
      ...(plan.note ? [{ label: words.head.note, text: safeText(plan.note[words.lang]) }] : []),
    ],
  }
}

/** Whose figure set the day of the report, where another one is older: a line may be "not reported" for nothing else. */
function newestFigure({ asOf, asOfFrom, plan, lines }: PlanReport, words: Words): string[] {
  const newest = plan.indicators.find(({ id }) => id === asOfFrom)
  if (!newest || asOf === null) return []
  const isOlder = ({ area, actualPeriod, verdict }: CompletionLine) =>
    area === null && verdict === 'not-reported' && actualPeriod !== null && actualPeriod.end < asOf
  if (!lines.some(isOlder)) return []
  return [words.head.newestFigure(safeText(newest.name[words.lang]))]
}

/** A period that was asked for stands beside that of the plan, where it is another. */
function periodFacts({ plan, period }: PlanReport, words: Words): string[] {
  const { head } = timeWordsOf(words.lang)
  const ofPlan = periodText(plan.period, words)
  if (!period || sameSpan(period, plan.period)) return [`${words.head.period}: ${ofPlan}`]
  return [head.planPeriod(ofPlan), head.reportingPeriod(periodText(period, words))]
}

function statusesOf(lines: readonly CompletionLine[]): ObservationStatus[] {
  const found = new Set(lines.map(({ status }) => status))
  return observationStatuses.filter((status) => found.has(status))
}

/** Sources of the results, in the order of the lines, none twice. */
function resultSources(lines: readonly CompletionLine[], lang: Language): string[] {
  const sources = new Set<string>()
  let last: Source | null = null
  for (const { inputs } of lines) {
    for (const { source, status } of inputs) {
      // Only what was observed has a status: targets and baselines have none.
      if (!source || status === null || source === last) continue
      last = source
      sources.add(sourceText(source, lang))
    }
  }
  return [...new Set([...sources].map(safeText))]
}

const MOST_SOURCES = 3

function sourceLines(ofTargets: string | null, ofResults: readonly string[], { head, lang }: Words) {
  if (ofResults.length === 0) return ofTargets === null ? [] : [{ label: head.targetSource, text: ofTargets }]
  const more = ofResults.length - MOST_SOURCES
  const shown = ofResults.slice(0, MOST_SOURCES).join('; ')
  const number = inNotation(String(more), { lang, unicode: true })
  const results = more > 0 ? `${shown}; ${head.moreSources(number)}` : shown
  if (ofTargets === results) return [{ label: head.source, text: results }]
  const target = ofTargets === null ? [] : [{ label: head.targetSource, text: ofTargets }]
  return [...target, { label: head.resultSource, text: results }]
}

/** `13 indicators and 6 tasks: 1 exceeded · 18 not reported` */
export function summaryText({ lines }: PlanReport, { words, notation }: Format): string {
  const totals = lines.filter(({ area }) => area === null)
  const counted = (count: number) => (count === 0 ? null : { count, text: inNotation(String(count), notation) })
  const tasks = totals.filter(({ indicator }) => indicator.type === 'task').length
  const noTarget = totals.filter(({ verdict }) => verdict === null).length
  const buckets = [
    ...countedVerdicts(totals).map(
      ({ shown, count }) => `${inNotation(String(count), notation)} ${words.verdictCounts[shown]}`,
    ),
    ...(noTarget > 0 ? [words.summary.noTarget(inNotation(String(noTarget), notation))] : []),
  ]
  if (totals.length === 0) return words.head.noIndicators
  return `${words.summary.counted(counted(totals.length - tasks), counted(tasks))}: ${buckets.map((bucket) => bucket.replaceAll(' ', GLUE)).join(' · ')}`
}

/** `11 areas: 7 on track · 4 behind`; areas that hold others are not counted beside them. */
export function areaSummaryText({ plan, lines }: PlanReport, { words, notation }: Format): string {
  const areas = lines.flatMap((line) => (line.area ? [{ area: line.area, line }] : []))
  const shown = new Set(areas.map(({ area }) => area.id))
  const holding = new Set(plan.areas.flatMap(({ id, parent }) => (parent !== null && shown.has(id) ? [parent] : [])))
  const leaves = areas.filter(({ area }) => !holding.has(area.id))
  const number = (count: number) => inNotation(String(count), notation)
  const counts = countedVerdicts(leaves.map(({ line }) => line))
  const buckets = counts.map(({ shown, count }) => `${number(count)} ${words.verdictCounts[shown]}`)
  const noTarget = leaves.filter(({ line }) => line.verdict === null).length
  if (noTarget > 0) buckets.push(words.summary.noTarget(number(noTarget)))
  const counted = timeWordsOf(words.lang).areas({ count: leaves.length, text: number(leaves.length) })
  return `${counted}: ${buckets.map((bucket) => bucket.replaceAll(' ', GLUE)).join(' · ')}`
}

const MOST_LEFT_OUT = 20

/** Names the indicators that a problem kept out, and the problem; null when none was. */
export function leftOutText({ leftOut, leftOutBecause }: LeftOut, { words, notation }: Format): string | null {
  if (leftOut.length === 0) return null
  const more = leftOut.length - MOST_LEFT_OUT
  const items = leftOut.slice(0, MOST_LEFT_OUT).map((id) => {
    const because = leftOutBecause.get(id)
    const why = because && words.summary.because(because.code, because.at ? placeText(because.at) : '')
    return why ? `${safeText(id)}, ${why}` : safeText(id)
  })
  const text = inNotation(String(leftOut.length), notation)
  return words.summary.leftOut({ count: leftOut.length, text }, items.join('; ') + (more > 0 ? '; …' : ''))
}

type LeftOut = Pick<PlanReport, 'leftOut' | 'leftOutBecause'>
