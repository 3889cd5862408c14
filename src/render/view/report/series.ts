import type { Exact } from '../../../model/exact.ts'
import type { Change, ChangeEnd } from '../../../model/poverty-rate.ts'
import type { PlanReport, Report } from '../../../model/report.ts'
import type { PovertySeries, SeriesChange, SeriesPoint } from '../../../model/series.ts'
import {
  capitalised,
  DECIMALS_OF_COUNTED_RATES,
  differenceText,
  type Format,
  GLUE,
  percentText,
  relativeText,
  valueText,
} from '../../figure/format.ts'
import { formatNumber, formatSigned } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { htmlWordsOf, seriesWordsOf } from '../../words/words.ts'
import { type Block, type Cell, columnsOf, type Line, layout, passage, type Table, tableBlock } from '../document.ts'
import type { RowOptions } from './completion-rows.ts'

/** One point of a series in words; `poor`: with its change on a line of its own. */
type SeriesRow = Readonly<Record<Exclude<SeriesColumn, 'time'>, string>> & { readonly time: Cell }
type SeriesColumn = 'time' | 'rate' | 'change' | 'sinceFirst' | 'planned' | 'completion' | 'poor'

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

/** Poverty rates over the years with their breaks; below them each stretch of more than two points in a sentence. */
export function seriesBlocks(
  series: readonly PovertySeries[],
  report: PlanReport,
  options: RowOptions,
): readonly Block[] {
  const { words } = options.format
  const lines: Line<SeriesRow>[] = []
  const sentences: string[] = []
  for (const each of series) {
    const name = safeText((each.area ?? each.indicator).name[words.lang])
    const told = series.length > 1 ? name : null
    if (told !== null) lines.push({ kind: 'text', role: 'heading', text: name, depth: 0 })
    let first: SeriesPoint | undefined
    each.points.forEach((point, index) => {
      const before = each.points[index - 1]
      if (!first || point.differsIn) {
        if (first) for (const added of remarkOf(first, before, each, report, options, told)) sentences.push(added)
        first = point
        const heading = headingOf(point, options.format)
        if (heading !== null) lines.push({ kind: 'text', role: 'aside', text: heading, depth: 0 })
      }
      lines.push({ kind: 'row', row: rowOf(point, before, first, each, report, options) })
    })
    if (first)
      for (const added of remarkOf(first, each.points.at(-1), each, report, options, told)) sentences.push(added)
  }
  return [
    tableBlock(tableOf(lines, series, options)),
    ...series.map((each) => chartOf(each, options.format)),
    { ...passage('items', sentences), isAttached: true },
  ]
}

function tableOf(
  lines: readonly Line<SeriesRow>[],
  series: readonly PovertySeries[],
  { format, notes }: RowOptions,
): Table<SeriesRow> {
  const { title, columns: heads } = seriesWordsOf(format.words.lang)
  const { left, right } = columnsOf<SeriesRow>()
  const figures = (key: SeriesColumn, comfortable: number, head = heads[key]) =>
    right(key, head, comfortable, (row) => row[key])
  const points = series.flatMap((each) => each.points)
  const isOfPersons = points.every(({ end }) => end.measured === 'persons')
  const time = left('time', heads.time, 32, (row) => row.time)
  const always = [time, figures('rate', 10), figures('change', 20), figures('sinceFirst', 14)]
  const hasPlan = points.some(({ sinceFirst }) => sinceFirst?.planned)
  const withPlan = [...always, ...(hasPlan ? [figures('planned', 16), figures('completion', 12)] : [])]
  const poor = figures('poor', 14, isOfPersons ? heads.poorPersons : heads.poor)
  const all = [...withPlan, ...(points.some(({ end }) => end.poor !== null) ? [poor] : [])]
  return {
    key: 'series',
    title,
    name: title,
    lines,
    columns: all,
    layouts: [layout(all, 16, false), layout(all, 6), layout(withPlan, 6), layout(always, 6)],
    lead: time,
    notes,
  }
}

/** A line through the rates, broken where what is measured changes. */
function chartOf({ indicator, area, points }: PovertySeries, format: Format): Block {
  const { words, notation } = format
  const caption = safeText((area ?? indicator).name[words.lang])
  const shown = points.map(({ end, differsIn }) => ({
    label: end.period ? periodText(end.period, words) : '',
    value: end.value,
    startsAnew: differsIn !== null,
    text: valueText(end.value, indicator.type, format, [], decimalsOf(end)),
  }))
  const label = htmlWordsOf(words.lang).line(caption, shown.map((point) => `${point.label}: ${point.text}`).join('; '))
  return { kind: 'figure', caption, drawing: { kind: 'course', points: shown, target: null, notation, label } }
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

const decimalsOf = ({ printedDecimals }: ChangeEnd): number => printedDecimals ?? DECIMALS_OF_COUNTED_RATES

function timeOf({ period }: ChangeEnd, { words }: Format): string {
  return period ? periodText(period, words) : words.notes.baselinePeriod
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
