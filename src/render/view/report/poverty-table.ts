import { Exact } from '../../../model/exact.ts'
import { isPovertyRate } from '../../../model/indicator.ts'
import { type Period, sameSpan } from '../../../model/period.ts'
import type { Area, Plan } from '../../../model/plan.ts'
import type { Change, ChangeEnd } from '../../../model/poverty-rate.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { baselineOf } from '../../../model/target.ts'
import {
  capitalised,
  DECIMALS_OF_COUNTED_RATES,
  differenceText,
  type Format,
  relativeText,
  targetText,
  valueText,
  variationNotes,
} from '../../figure/format.ts'
import { formatNumber, formatSigned, plainNumber, roundedApart } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { toneOf, verdictText } from '../../figure/verdict-text.ts'
import { htmlWordsOf, xlsxWordsOf } from '../../words/words.ts'
import { type Cell, type Column, columnsOf, type Figure, layout, rowLines, stacked, type Table } from '../document.ts'
import { providerNotes } from './actual.ts'
import { difference } from './completion-columns.ts'
import { completionNotes } from './completion-notes.ts'
import { completionText, type RowOptions } from './completion-rows.ts'
import { isOfPersons, poorName } from './poverty-remarks.ts'

/** One line of the poverty table: a rate, or the counts behind it. */
interface PovertyRow {
  /** Of a row of counts, too: where it belongs. */
  readonly line: CompletionLine
  /** The numbers of a row of counts; null: the row is of a rate. */
  readonly counts: { readonly from: Exact | null; readonly to: Exact | null; readonly change: Exact | null } | null
  readonly cells: Readonly<Record<PovertyColumn, Cell>>
  /** Of percentages. */
  readonly decimals: number
}

type PovertyColumn = 'name' | 'from' | 'to' | 'change' | 'relative' | 'planned' | 'completion' | 'verdict'

const { left, right } = columnsOf<PovertyRow>()

/** The changes of poverty rates, with the counts behind them. */
export function povertyTable(
  lines: readonly CompletionLine[],
  report: PlanReport,
  options: RowOptions,
): Table<PovertyRow> {
  const { format, notes } = options
  const { words, notation, mode } = format
  const { poverty } = words
  const { rows, ...heads } = povertyRows(lines, report, options)
  const say = htmlWordsOf(words.lang)
  const toned = (key: PovertyColumn) => (row: PovertyRow) =>
    ({ ...row.cells[key], ...(row.counts && { tone: 'quiet' }) }) satisfies Cell
  const figures = (
    key: Exclude<PovertyColumn, 'name' | 'verdict'>,
    head: string,
    comfortable: number,
    figure: (row: PovertyRow) => Figure | null,
    more: Partial<Column<PovertyRow>> = {},
  ) => right(key, head, comfortable, toned(key), { figure, ...more })
  const counted = (value: Exact | null): Figure => ({ value, printed: (each) => plainNumber(each) })
  const rate = (end: RateEnd | null): Figure => ({
    value: end?.value,
    printed: (each) => plainNumber(each, mode, [], end?.decimals ?? 0),
    mark: '%',
  })
  const percentage = (value: Exact | null | undefined, decimals: number, apartFrom: readonly Exact[]): Figure => ({
    value,
    printed: (each) => roundedApart(each, { decimals, mode }, apartFrom),
    mark: '%',
  })
  const end = (key: 'from' | 'to', of: (line: CompletionLine) => RateEnd | null) =>
    figures(key, heads[key], 14, ({ counts, line }) => (counts ? counted(counts[key]) : rate(of(line))), {
      narrowest: narrowestUnder(heads[key]),
    })
  const name = left('name', poverty.indicator, 64, toned('name'))
  const [from, to] = [end('from', rateFrom), end('to', rateTo)]
  const change = figures('change', poverty.change, 14, ({ counts, line }) =>
    counts
      ? counted(counts.change)
      : difference(line, line.change?.absolute, format, line.change ? decimalsOfChange(line.change) : 0),
  )
  const relative = figures('relative', poverty.relativeChange, 12, ({ counts, line }) =>
    percentage(counts ? relativeOf(counts.change, counts.from) : line.change?.relative, 2, [Exact.ZERO]),
  )
  const planned = figures('planned', poverty.planned, 14, ({ line, counts }) => {
    const by = counts ? null : line.change?.planned
    return by?.length === 1 ? difference(line, by[0], format) : null
  })
  const completion = figures(
    'completion',
    poverty.completion,
    12,
    ({ line, counts, decimals }) =>
      percentage(counts ? null : line.achievement?.times(Exact.HUNDRED), decimals, [Exact.ZERO, Exact.HUNDRED]),
    { isProminent: true },
  )
  const verdict = left('verdict', poverty.verdict, 18, ({ cells }) => cells.verdict, { narrowest: 8, inTwoLines: true })
  const all = [name, from, to, change, relative, planned, completion, verdict]
  const folded = [name, from, to, stacked(change, relative), planned]
  const axis = lines.flatMap((line) => (line.change && !line.change.differsIn ? valuesOf(line.change) : []))
  const chart = left('chart', say.chart, 0, () => '', {
    drawing: ({ line, counts, cells }) => {
      const { change: drawn } = line
      if (counts || !drawn || drawn.differsIn) return null
      return {
        kind: 'move',
        from: drawn.from.value,
        to: drawn.to.value,
        planned: endsAimedAt(drawn),
        axis,
        tone: toneOf(line.verdict),
        notation,
        label: say.dumbbell(cells.from.text, cells.to.text, cells.change.text, cells.planned.text),
      }
    },
  })
  return {
    key: 'poverty',
    title: poverty.title,
    name: poverty.title,
    sheetName: xlsxWordsOf(words.lang).sheets.poverty,
    lines: rowLines(rows),
    columns: all,
    // At ease; narrow; the relative change below the change in points; the verdict below the percentage.
    layouts: [
      layout(all, 26, false),
      layout(all, 17),
      layout([...folded, completion, verdict], 12),
      layout([...folded, stacked(completion, verdict, { how: 'plain', comfortable: 14, inTwoLines: true })], 12),
    ],
    page: [...all.slice(0, -1), ...(axis.length > 0 ? [chart] : []), verdict],
    sheet: [...all, ...inSheet(options)],
    lead: name,
    notes,
    ...(axis.length > 0 && { chartKey: ['from', 'to', 'planned'] }),
    isLesser: ({ counts }) => counts !== null,
  }
}

/** What a workbook has beside what is printed. */
function inSheet({ format: { words } }: RowOptions): readonly Column<PovertyRow>[] {
  const say = xlsxWordsOf(words.lang)
  const named = (key: string, head: string, of: (line: CompletionLine) => string | null | undefined) =>
    left(key, head, 16, ({ line, counts }) => (counts ? null : of(line)) ?? '')
  const periodOf = (end: RateEnd | null) => end?.period && periodText(end.period, words)
  return [
    named('standard', say.standard, ({ change, indicator }) => change?.to.standard ?? indicator.standard),
    named('fromPeriod', `${words.poverty.from}: ${say.input.period}`, (line) => periodOf(rateFrom(line))),
    named('toPeriod', `${words.poverty.to}: ${say.input.period}`, (line) => periodOf(rateTo(line))),
  ]
}

/** In per cent of what it started from. */
function relativeOf(change: Exact | null, from: Exact | null): Exact | null {
  return change && from && !from.isZero ? change.times(Exact.HUNDRED).dividedBy(from) : null
}

/** Every rate that the charts of one table show: they share their axis, so that lengths can be compared. */
const valuesOf = (change: Change): readonly Exact[] => [change.from.value, change.to.value, ...endsAimedAt(change)]

function endsAimedAt({ from, planned }: Change): readonly Exact[] {
  return planned ? planned.map((by) => from.value.plus(by)) : []
}

/** Two lines for a long head, `First half of 2018`, where one word a line would take four. */
const narrowestUnder = (head: string): number => (head.length > 12 ? 10 : 0)

/**
 * Lines of poverty rates with a baseline: what the poverty table is made of. A rate of the same households stands below
 * the one that it shares them with: near-poor below poor.
 */
export function povertyLines(report: PlanReport, byArea: boolean): CompletionLine[] {
  const lines = report.lines.filter(
    ({ indicator, area, change, movements }) =>
      isPovertyRate(indicator) &&
      (change !== null || movements !== null || indicator.baseline !== null) &&
      (byArea || area === null),
  )
  const bases = new Set(
    lines.filter(({ indicator }) => indicator.sameBaseAs === null).map(({ indicator }) => indicator.id),
  )
  const isBeside = ({ indicator: { sameBaseAs } }: CompletionLine) => sameBaseAs !== null && bases.has(sameBaseAs)
  const beside = lines.filter(isBeside)
  const own = lines.filter((line) => !isBeside(line))
  return own.flatMap((line, index) => {
    const isLastOfIndicator = own[index + 1]?.indicator !== line.indicator
    if (!isLastOfIndicator) return [line]
    return [line, ...beside.filter(({ indicator }) => indicator.sameBaseAs === line.indicator.id)]
  })
}

/** Without indicators of which only the movements are known: forms may say nothing of all households. */
export function linesWithRates(lines: readonly CompletionLine[]): readonly CompletionLine[] {
  const moved = new Set(lines.flatMap(({ indicator, movements }) => (movements ? [indicator] : [])))
  const rated = new Set(lines.flatMap((line) => (line.change || rateFrom(line) ? [line.indicator] : [])))
  return lines.filter(({ indicator }) => rated.has(indicator) || !moved.has(indicator))
}

/** How far in a row stands: districts below the whole, communes below their district. */
export function depthsIn({ areas }: Plan): (area: Area | null) => number {
  const byId = new Map(areas.map((area) => [area.id, area]))
  const depthOf = (area: Area | null): number =>
    area === null ? 0 : 1 + depthOf(area.parent === null ? null : (byId.get(area.parent) ?? null))
  return depthOf
}

/** The rows, and the heads of their two ends: the periods, where all rows share them. */
function povertyRows(lines: readonly CompletionLine[], report: PlanReport, options: RowOptions) {
  const { words } = options.format
  const begun = lines.filter((line) => line.change !== null || baselineOf(line) !== null)
  const from = sharedPeriod(begun.map((line) => line.change?.from.period ?? baselineOf(line)?.period ?? null))
  const to = sharedPeriod(lines.map((line) => (line.change ? line.change.to.period : report.plan.period)))
  const depthOf = depthsIn(report.plan)
  const context: Context = { ...options, report, depthOf, showsFrom: from === null, showsTo: to === null }
  return {
    rows: lines.flatMap((line) => [rateRow(line, context), ...countRows(line, context)]),
    from: from ? capitalised(periodText(from, words)) : words.poverty.from,
    to: to ? capitalised(periodText(to, words)) : words.poverty.to,
  }
}

interface Context extends RowOptions {
  readonly report: PlanReport
  readonly depthOf: (area: Area | null) => number
  /** Whether the rows name their periods, since the heads cannot. */
  readonly showsFrom: boolean
  readonly showsTo: boolean
}

function sharedPeriod(periods: readonly (Period | null)[]): Period | null {
  const [first = null, ...others] = periods
  return first && others.every((other) => other && sameSpan(first, other)) ? first : null
}

function rateRow(line: CompletionLine, context: Context): PovertyRow {
  const { indicator, area, change } = line
  const { format, report } = context
  const { words } = format
  const decimals = context.decimals ?? indicator.decimals ?? report.plan.decimals
  const notes = completionNotes(line, { format, decimals, plan: report.plan, asOf: report.asOf, inPovertyTable: true })
  const dated = (end: RateEnd | null, shown: boolean) => {
    const text = end ? valueText(end.value, 'poverty-rate', format, [], end.decimals) : '–'
    return shown && end?.period ? `${text}\n(${periodText(end.period, words)})` : text
  }
  const absolute = change?.absolute
  const from = change?.from
  const changed = absolute && differenceText(absolute, 'poverty-rate', format, decimalsOfChange(change))
  return {
    line,
    counts: null,
    decimals,
    cells: {
      name: { text: safeText((area ?? indicator).name[words.lang]), depth: context.depthOf(area) },
      from: {
        text: dated(rateFrom(line), context.showsFrom),
        marks: context.notes.mark(variationNotes(from?.value ?? null, from?.standardError, format)),
      },
      to: {
        text: dated(rateTo(line), context.showsTo),
        marks: context.notes.mark([...notes.actual, ...providerNotes(line, decimals, format)]),
      },
      change: { text: changed ?? '–' },
      relative: {
        text: change?.relative ? relativeText(change.relative, format) : '–',
        marks: context.notes.mark(change?.tinyBase ? [words.notes.tinyBase(dated(rateFrom(line), false))] : []),
      },
      planned: { text: plannedText(line, format) },
      completion: { text: completionText(line, decimals, format), marks: context.notes.mark(notes.completion) },
      verdict: { text: verdictText(line, format), tone: toneOf(line.verdict) },
    },
  }
}

/** As many decimals as both rates were printed with: 4.20% to 3.20% is −1.00 pp. */
function decimalsOfChange({ from, to }: Change): number {
  return Math.min(from.printedDecimals ?? DECIMALS_OF_COUNTED_RATES, to.printedDecimals ?? DECIMALS_OF_COUNTED_RATES)
}

/** A rate, and with how many decimals it is printed at least. */
interface RateEnd {
  readonly value: Exact
  readonly decimals: number
  readonly period: Period | null
}

/** Where a rate came from: also where it is not known yet where it went. */
function rateFrom(line: CompletionLine): RateEnd | null {
  if (line.change) return endOf(line.change.from)
  const baseline = baselineOf(line)
  if (!baseline) return null
  const { poor, households, value: stated, period } = baseline
  if (poor && households && !households.value.isZero) {
    const value = poor.value.times(Exact.HUNDRED).dividedBy(households.value)
    return { value, decimals: DECIMALS_OF_COUNTED_RATES, period }
  }
  return stated && { value: stated.value, decimals: stated.decimals, period }
}

const rateTo = ({ change }: CompletionLine): RateEnd | null => change && endOf(change.to)

function endOf({ value, printedDecimals, period }: ChangeEnd): RateEnd {
  return { value, decimals: printedDecimals ?? DECIMALS_OF_COUNTED_RATES, period }
}

/** The planned change as a change, so that it stands below its like; a target of another kind as it is. */
function plannedText({ change, target, indicator }: CompletionLine, format: Format): string {
  const planned = change?.planned
  if (planned?.length === 1) return differenceText(planned[0], indicator.type, format)
  return target ? targetText(target.target, indicator.type, format) : '–'
}

/** Poor households or persons, and all of them, where anything is known of them. */
function countRows(line: CompletionLine, context: Context): PovertyRow[] {
  const { change } = line
  if (!change) return []
  const { poverty } = context.format.words
  const { from, to } = change
  const poor = poorName(line, context.report.plan, context.format)
  const poorChange = change.poor ?? change.reportedPoorChange?.value ?? null
  const all = from.households && to.households ? to.households.minus(from.households) : null
  return [
    ...countRow(poor, { from: from.poor, to: to.poor, change: poorChange }, line, context),
    ...countRow(
      isOfPersons(line) ? poverty.persons : poverty.households,
      { from: from.households, to: to.households, change: all },
      line,
      context,
    ),
  ]
}

function countRow(
  name: string,
  counts: NonNullable<PovertyRow['counts']>,
  line: CompletionLine,
  { format, depthOf }: Context,
): PovertyRow[] {
  const { from, to, change } = counts
  if (!from && !to && !change) return []
  const number = (value: Exact | null) => ({ text: value ? formatNumber(value, format.notation) : '–' })
  const relative = relativeOf(change, from)
  const nothing = { text: '' }
  return [
    {
      line,
      counts,
      decimals: 0,
      cells: {
        name: { text: name, depth: depthOf(line.area) + 1 },
        from: number(from),
        to: number(to),
        change: { text: change ? formatSigned(change, format.notation) : '–' },
        relative: { text: relative ? relativeText(relative, format) : '' },
        planned: nothing,
        completion: nothing,
        verdict: { ...nothing, tone: 'quiet' },
      },
    },
  ]
}
