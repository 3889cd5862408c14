import type { Exact } from '../../../model/exact.ts'
import type { Change, ChangeEnd } from '../../../model/poverty-rate.ts'
import type { PlanReport, Report } from '../../../model/report.ts'
import type { PovertySeries, SeriesChange, SeriesPoint } from '../../../model/series.ts'
import {
  DECIMALS_OF_COUNTED_RATES,
  differenceText,
  type Format,
  GLUE,
  relativeText,
  valueText,
} from '../../figure/format.ts'
import { formatNumber, formatPercentage, formatSigned } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { seriesWordsOf } from '../../words/words.ts'
import type { Noted, RowOptions } from './completion-rows.ts'

/** One point of a series in words. */
export interface SeriesRow {
  readonly kind: 'point'
  readonly time: Noted
  readonly rate: string
  readonly change: string
  readonly sinceFirst: string
  readonly planned: string
  readonly completion: string
  /** With its change on a line of its own. */
  readonly poor: string
}

export type SeriesEntry =
  | SeriesRow
  /** The indicator or area that the points below it are of. */
  | { readonly kind: 'name'; readonly text: string }
  /** What the points below it are measured under. */
  | { readonly kind: 'stretch'; readonly text: string }

export interface SeriesTable {
  readonly entries: readonly SeriesEntry[]
  /** Each stretch of more than two points in a sentence. */
  readonly remarks: readonly string[]
  readonly countsPersons: boolean
  readonly hasPoor: boolean
  readonly hasPlanned: boolean
}

/**
 * The series of a plan to show. Beside a poverty table, only those that tell more than it does: of three points or
 * across a break. A plan that another one of the report follows is told of there.
 */
export function seriesToShow(
  { plan, series }: PlanReport,
  { plans }: Report,
  { byArea, alone }: { byArea: boolean; alone: boolean },
): PovertySeries[] {
  const goesOn = plans.some(({ plan: other }) => other.follows === plan.id && other.id !== plan.id)
  if (goesOn && !alone) return []
  return series.filter(({ area, points }) => {
    const tellsMore = points.length > 2 || points.some(({ differsIn }) => differsIn !== null)
    return (byArea || area === null) && (alone || tellsMore)
  })
}

export function seriesTable(series: readonly PovertySeries[], report: PlanReport, options: RowOptions): SeriesTable {
  const { words } = options.format
  const entries: SeriesEntry[] = []
  const remarks: string[] = []
  for (const each of series) {
    const name = safeText((each.area ?? each.indicator).name[words.lang])
    if (series.length > 1) entries.push({ kind: 'name', text: name })
    let first: SeriesPoint | undefined
    each.points.forEach((point, index) => {
      const before = each.points[index - 1]
      if (!first || point.differsIn) {
        if (first) remarks.push(...remarkOf(first, before, each, report, options, series.length > 1 ? name : null))
        first = point
        const heading = headingOf(point, options.format)
        if (heading !== null) entries.push({ kind: 'stretch', text: heading })
      }
      entries.push(rowOf(point, before, first, each, report, options))
    })
    if (first)
      remarks.push(...remarkOf(first, each.points.at(-1), each, report, options, series.length > 1 ? name : null))
  }
  const points = series.flatMap((each) => each.points)
  return {
    entries,
    remarks,
    countsPersons: points.every(({ end }) => end.measured === 'persons'),
    hasPoor: points.some(({ end }) => end.poor !== null),
    hasPlanned: points.some(({ sinceFirst }) => sinceFirst?.planned),
  }
}

function headingOf({ end, differsIn }: SeriesPoint, { words }: Format): string | null {
  const series = seriesWordsOf(words.lang)
  const key = differsIn ?? 'standard'
  const what = end[key]
  const named =
    what === null ? null : key === 'measured' ? words.measured[end.measured ?? 'households'] : safeText(what)
  const heading = named === null ? words.notes.notStated : series.under[key](named)
  if (differsIn) return series.notComparable(heading)
  return named === null ? null : heading
}

function rowOf(
  point: SeriesPoint,
  before: SeriesPoint | undefined,
  first: SeriesPoint,
  { indicator }: PovertySeries,
  { plan }: PlanReport,
  options: RowOptions,
): SeriesRow {
  const { format, notes } = options
  const { words } = format
  const { end, partial, restated, sinceLast, sinceFirst } = point
  const coverage = partial && words.notes.coverage[partial.of](String(partial.reported), String(partial.expected))
  const remarks = [
    ...(coverage === null ? [] : [words.notes.partial(coverage)]),
    ...(restated ? [seriesWordsOf(words.lang).restated(valueText(restated, 'poverty-rate', format))] : []),
  ]
  const decimals = options.decimals ?? indicator.decimals ?? plan.decimals
  return {
    kind: 'point',
    time: { text: capitalised(timeOf(end, format)), marks: notes.mark(remarks) },
    rate: valueText(end.value, 'poverty-rate', format, [], decimalsOf(end)),
    change: changeText(sinceLast, before?.end, end, format),
    sinceFirst: sinceFirst ? pointsText(sinceFirst.absolute, first.end, end, format) : '–',
    planned: plannedText(sinceFirst?.planned ?? null, format),
    completion: sinceFirst?.achievement ? percentText(sinceFirst.achievement, decimals, format) : '–',
    poor: poorText(end.poor, sinceLast?.poor ?? null, format),
  }
}

/** With the mean change a year below it, where more than one year has passed. */
function changeText(change: SeriesChange | null, from: ChangeEnd | undefined, to: ChangeEnd, format: Format): string {
  if (!change || !from) return '–'
  const points = pointsText(change.absolute, from, to, format)
  if (!change.perYear || change.years === 1) return points
  return `${points}\n(${perYearText(change.perYear, format)})`
}

/** A mean is rounded: nobody printed it, so that nothing says how many decimals it has. */
function perYearText(perYear: Exact, { words, notation, mode }: Format): string {
  const number = formatSigned(perYear, notation, { decimals: DECIMALS_OF_COUNTED_RATES, mode })
  return seriesWordsOf(words.lang).perYear(`${number} ${words.points}`).replaceAll(' ', GLUE)
}

function poorText(poor: Exact | null, change: Exact | null, { notation }: Format): string {
  if (!poor) return '–'
  return formatNumber(poor, notation) + (change ? `\n(${formatSigned(change, notation)})` : '')
}

function plannedText(planned: Change['planned'], format: Format): string {
  if (!planned) return '–'
  return planned.map((value) => differenceText(value, 'poverty-rate', format)).join(' – ')
}

function pointsText(value: Exact, from: ChangeEnd, to: ChangeEnd, format: Format): string {
  return differenceText(value, 'poverty-rate', format, Math.min(decimalsOf(from), decimalsOf(to)))
}

function percentText(ratio: Exact, decimals: number, { mode, notation }: Format): string {
  return `${formatPercentage(ratio, { decimals, mode }, notation)}%`
}

function decimalsOf({ printedDecimals }: ChangeEnd): number {
  return printedDecimals ?? DECIMALS_OF_COUNTED_RATES
}

function timeOf({ period }: ChangeEnd, { words }: Format): string {
  return period ? periodText(period, words) : words.notes.baselinePeriod
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What a stretch comes to; nothing of one that has only one change. */
function remarkOf(
  first: SeriesPoint,
  last: SeriesPoint | undefined,
  { indicator, points }: PovertySeries,
  { plan }: PlanReport,
  { format, decimals }: RowOptions,
  name: string | null,
): string[] {
  const change = last?.sinceFirst
  if (!last || !change || points.indexOf(last) - points.indexOf(first) < 2) return []
  const { inAll } = seriesWordsOf(format.words.lang)
  const text = inAll({
    name,
    from: timeOf(first.end, format),
    to: timeOf(last.end, format),
    absolute: pointsText(change.absolute, first.end, last.end, format),
    relative: change.relative && relativeText(change.relative, format),
    perYear: change.perYear && perYearText(change.perYear, format),
    planned: change.planned && plannedText(change.planned, format),
    completion:
      change.achievement && percentText(change.achievement, decimals ?? indicator.decimals ?? plan.decimals, format),
  })
  return [text]
}
