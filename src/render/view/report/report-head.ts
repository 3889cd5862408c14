import type { Language, Source } from '../../../model/figure.ts'
import type { ObservationStatus } from '../../../model/observation.ts'
import { observationStatuses } from '../../../model/observation.ts'
import { sameSpan } from '../../../model/period.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { counted, countText, type Format, GLUE } from '../../figure/format.ts'
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
  const number = countText(more, { notation: { lang, unicode: true } })
  const results = more > 0 ? `${shown}; ${head.moreSources(number)}` : shown
  if (ofTargets === results) return [{ label: head.source, text: results }]
  const target = ofTargets === null ? [] : [{ label: head.targetSource, text: ofTargets }]
  return [...target, { label: head.resultSource, text: results }]
}

/** `13 indicators and 6 tasks: 1 exceeded · 18 not reported` */
export function summaryText({ lines }: PlanReport, format: Format): string {
  const { words } = format
  const totals = lines.filter(({ area }) => area === null)
  if (totals.length === 0) return words.head.noIndicators
  const tasks = totals.filter(({ indicator }) => indicator.type === 'task').length
  const some = (count: number) => (count === 0 ? null : counted(count, format))
  return `${words.summary.counted(some(totals.length - tasks), some(tasks))}: ${bucketsText(totals, format)}`
}

/** `11 areas: 7 on track · 4 behind`; areas that hold others are not counted beside them. */
export function areaSummaryText({ plan, lines }: PlanReport, format: Format): string {
  const shown = new Set(lines.flatMap(({ area }) => area?.id ?? []))
  const holding = new Set(plan.areas.flatMap(({ id, parent }) => (parent !== null && shown.has(id) ? [parent] : [])))
  const leaves = lines.filter(({ area }) => area && !holding.has(area.id))
  const say = timeWordsOf(format.words.lang)
  const many = leaves.some(({ area }) => area?.of) ? say.groups : say.areas
  return `${many(counted(leaves.length, format))}: ${bucketsText(leaves, format)}`
}

/** How many lines have each verdict, and how many have no target. */
function bucketsText(lines: readonly CompletionLine[], format: Format): string {
  const { words } = format
  const buckets = countedVerdicts(lines).map(
    ({ shown, count }) => `${countText(count, format)} ${words.verdictCounts[shown]}`,
  )
  const unjudged = lines.filter(({ verdict }) => verdict === null)
  const noTarget = unjudged.filter(({ target }) => target === null).length
  for (const [many, count] of [
    ['noTarget', noTarget],
    ['notJudged', unjudged.length - noTarget],
  ] as const)
    if (count > 0) buckets.push(words.summary[many](countText(count, format)))
  return buckets.map((bucket) => bucket.replaceAll(' ', GLUE)).join(' · ')
}

const MOST_LEFT_OUT = 20

/** Names the indicators that a problem kept out, and the problem; null when none was. */
export function leftOutText(
  { leftOut, leftOutBecause }: Pick<PlanReport, 'leftOut' | 'leftOutBecause'>,
  format: Format,
): string | null {
  const { summary } = format.words
  if (leftOut.length === 0) return null
  const more = leftOut.length - MOST_LEFT_OUT
  const items = leftOut.slice(0, MOST_LEFT_OUT).map((id) => {
    const because = leftOutBecause.get(id)
    const why = because && summary.because(because.code, because.at ? placeText(because.at) : '')
    return why ? `${safeText(id)}, ${why}` : safeText(id)
  })
  return summary.leftOut(counted(leftOut.length, format), items.join('; ') + (more > 0 ? '; …' : ''))
}
