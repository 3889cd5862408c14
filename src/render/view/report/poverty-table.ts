import { Exact } from '../../../model/exact.ts'
import { type Baseline, isPovertyRate } from '../../../model/indicator.ts'
import { type Period, sameSpan } from '../../../model/period.ts'
import type { Change, ChangeEnd } from '../../../model/poverty-rate.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import {
  DECIMALS_OF_COUNTED_RATES,
  differenceText,
  type Format,
  relativeText,
  targetText,
  valueText,
} from '../../figure/format.ts'
import { formatNumber, formatSigned, plainNumber, roundedApart } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { type Tone, toneOf, verdictText } from '../../figure/verdict-text.ts'
import { htmlWordsOf, xlsxWordsOf } from '../../words/words.ts'
import { type Column, type Figure, type Layout, stacked, type Table } from '../document.ts'
import { difference } from './completion-columns.ts'
import { completionNotes } from './completion-notes.ts'
import { completionText, type Noted, type RowOptions } from './completion-rows.ts'

/** The changes of poverty rates, with the counts behind them. */
export function povertyTable(
  lines: readonly CompletionLine[],
  report: PlanReport,
  options: RowOptions,
): Table<PovertyRow> {
  const { format, notes } = options
  const { words, notation, mode } = format
  const { poverty } = words
  const { rows, from: headFrom, to: headTo } = povertyRows(lines, report, options)
  const say = htmlWordsOf(words.lang)
  const right = (
    key: string,
    head: string,
    comfortable: number,
    of: (row: PovertyRow) => Noted,
    figure: (row: PovertyRow) => Figure | null,
  ): Column<PovertyRow> => ({
    key,
    head,
    align: 'right',
    comfortable,
    cell: (row) => ({ ...of(row), tone: row.isCount ? 'quiet' : undefined }),
    figure,
  })
  const plain = (text: string) => ({ text, marks: '' })
  const counted = (value: Exact | null): Figure => ({ value, printed: (each) => plainNumber(each) })
  const rate = (end: RateEnd | null): Figure => ({
    value: end?.value,
    printed: (each) => plainNumber(each, mode, [], end?.decimals ?? 0),
    mark: '%',
  })
  const share = (ratio: Exact | null | undefined, decimals: number, apartFrom: readonly Exact[]): Figure => ({
    value: ratio?.times(Exact.HUNDRED),
    printed: (each) => roundedApart(each, { decimals, mode }, apartFrom),
    mark: '%',
  })
  const name: Column<PovertyRow> = {
    key: 'name',
    head: poverty.indicator,
    align: 'left',
    comfortable: 64,
    cell: (row) => ({ text: row.name, depth: row.depth, tone: row.isCount ? 'quiet' : undefined }),
  }
  const from = {
    ...right(
      'from',
      headFrom,
      14,
      (row) => row.from,
      ({ counts, line }) => (counts ? counted(counts.from) : rate(rateFrom(line))),
    ),
    narrowest: narrowestUnder(headFrom),
  }
  const to = {
    ...right(
      'to',
      headTo,
      14,
      (row) => row.to,
      ({ counts, line }) => (counts ? counted(counts.to) : rate(rateTo(line))),
    ),
    narrowest: narrowestUnder(headTo),
  }
  const change = right(
    'change',
    poverty.change,
    14,
    (row) => row.change,
    ({ counts, line }) =>
      counts
        ? counted(counts.change)
        : difference(line, line.change?.absolute, format, line.change ? decimalsOfChange(line.change) : 0),
  )
  const relative = right(
    'relative',
    poverty.relativeChange,
    12,
    (row) => plain(row.relative),
    ({ counts, line }) =>
      share(counts ? relativeOf(counts.change, counts.from) : line.change?.relative?.dividedBy(Exact.HUNDRED), 2, [
        Exact.ZERO,
      ]),
  )
  const planned = right(
    'planned',
    poverty.planned,
    14,
    (row) => plain(row.planned),
    ({ line, counts }) => {
      const by = counts ? null : line.change?.planned
      return by?.length === 1 ? difference(line, by[0], format) : null
    },
  )
  const completion = {
    ...right(
      'completion',
      poverty.completion,
      12,
      (row) => row.completion,
      ({ line, counts, decimals }) => share(counts ? null : line.achievement, decimals, [Exact.ZERO, Exact.HUNDRED]),
    ),
    isProminent: true,
  }
  const verdict: Column<PovertyRow> = {
    key: 'verdict',
    head: poverty.verdict,
    align: 'left',
    comfortable: 18,
    narrowest: 8,
    cell: (row) => ({ text: row.verdict, tone: row.tone }),
  }
  const all = [name, from, to, change, relative, planned, completion, verdict]
  const changeWithRelative = stacked(change, relative)
  const axis = lines.flatMap((line) => (line.change && !line.change.differsIn ? valuesOf(line.change) : []))
  const chart: Column<PovertyRow> = {
    key: 'chart',
    head: say.chart,
    align: 'left',
    comfortable: 0,
    cell: () => ({ text: '' }),
    drawing: (row) => {
      const { change: drawn } = row.line
      if (row.counts || !drawn || drawn.differsIn) return null
      return {
        kind: 'move',
        from: drawn.from.value,
        to: drawn.to.value,
        planned: endsAimedAt(drawn),
        axis,
        tone: row.tone,
        notation,
        label: say.dumbbell(row.from.text, row.to.text, row.change.text, row.planned),
      }
    },
  }
  const layout = (columns: readonly Column<PovertyRow>[], least: number, squeezed: boolean): Layout<PovertyRow> => ({
    columns,
    growing: name,
    least,
    squeezed,
  })
  return {
    key: 'poverty',
    title: poverty.title,
    name: poverty.title,
    sheetName: xlsxWordsOf(words.lang).sheets.poverty,
    lines: rows.map((row) => ({ kind: 'row', row })),
    columns: all,
    // At ease; narrow; the relative change below the change in points; the verdict below the percentage.
    layouts: [
      layout(all, 26, false),
      layout(all, 17, true),
      layout([name, from, to, changeWithRelative, planned, completion, verdict], 12, true),
      layout(
        [name, from, to, changeWithRelative, planned, stacked(completion, verdict, { how: 'plain', comfortable: 14 })],
        12,
        true,
      ),
    ],
    page: [...all.slice(0, -1), ...(axis.length > 0 ? [chart] : []), verdict],
    sheet: [...all, ...inSheet(options)],
    lead: name,
    remarks: [],
    notes,
    ...(axis.length > 0 && { chartKey: ['from', 'to', 'planned'] }),
    isLesser: ({ isCount }) => isCount,
  }
}

/** What a workbook has beside what is printed. */
function inSheet({ format }: RowOptions): readonly Column<PovertyRow>[] {
  const { words } = format
  const say = xlsxWordsOf(words.lang)
  const named = (key: string, head: string, of: (line: CompletionLine) => string | null | undefined) => ({
    key,
    head,
    align: 'left' as const,
    comfortable: 16,
    cell: ({ line, counts }: PovertyRow) => ({ text: (counts ? null : of(line)) ?? '' }),
  })
  const periodOf = (end: RateEnd | null) => end?.period && periodText(end.period, words)
  return [
    named('standard', say.standard, ({ change, indicator }) => change?.to.standard ?? indicator.standard),
    named('fromPeriod', `${words.poverty.from}: ${say.input.period}`, (line) => periodOf(rateFrom(line))),
    named('toPeriod', `${words.poverty.to}: ${say.input.period}`, (line) => periodOf(rateTo(line))),
  ]
}

/** As a share of what it started from. */
function relativeOf(change: Exact | null | undefined, from: Exact | null | undefined): Exact | null {
  return change && from && !from.isZero ? change.dividedBy(from) : null
}

/** Every rate that the charts of one table show: they share their axis, so that lengths can be compared. */
function valuesOf(change: Change): readonly Exact[] {
  return [change.from.value, change.to.value, ...endsAimedAt(change)]
}

function endsAimedAt({ from, planned }: Change): readonly Exact[] {
  return planned ? planned.map((by) => from.value.plus(by)) : []
}

/** Two lines for a long head, `First half of 2018`, where one word a line would take four. */
function narrowestUnder(head: string): number {
  return head.length > 12 ? 10 : 0
}

/** One line of the poverty table in words: a rate, or the counts behind it. */
interface PovertyRow {
  readonly depth: number
  readonly isCount: boolean
  readonly name: string
  readonly from: Noted
  readonly to: Noted
  readonly change: Noted
  readonly relative: string
  readonly planned: string
  readonly completion: Noted
  readonly verdict: string
  readonly tone: Tone
  /** Of a row of counts, too: where it belongs. */
  readonly line: CompletionLine
  /** The numbers of a row of counts; null: the row is of a rate. */
  readonly counts: { readonly from: Exact | null; readonly to: Exact | null; readonly change: Exact | null } | null
  /** Of percentages. */
  readonly decimals: number
}

interface PovertyRows {
  readonly rows: readonly PovertyRow[]
  /** Heads of the two columns: their periods where all rows share them. */
  readonly from: string
  readonly to: string
}

/**
 * Lines of poverty rates with a baseline: what the poverty table is made of. A rate of the same households stands below
 * the one that it shares them with: near-poor below poor.
 */
export function povertyLines(report: PlanReport, byArea: boolean): CompletionLine[] {
  const lines = report.lines.filter(
    ({ indicator, area, change }) =>
      isPovertyRate(indicator) && (change !== null || indicator.baseline !== null) && (byArea || area === null),
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

function povertyRows(lines: readonly CompletionLine[], report: PlanReport, options: RowOptions): PovertyRows {
  const { words } = options.format
  const begun = lines.filter((line) => line.change !== null || baselineOf(line) !== null)
  const from = sharedPeriod(begun.map((line) => line.change?.from.period ?? baselineOf(line)?.period ?? null))
  const to = sharedPeriod(lines.map((line) => (line.change ? line.change.to.period : report.plan.period)))
  const context: Context = { ...options, report, showsFrom: from === null, showsTo: to === null }
  return {
    rows: lines.flatMap((line) => [rateRow(line, context), ...countRows(line, context)]),
    from: from ? capitalised(periodText(from, words)) : words.poverty.from,
    to: to ? capitalised(periodText(to, words)) : words.poverty.to,
  }
}

/** A period in a column's head begins with a capital, as heads do: `Năm 2017`. */
function capitalised(head: string): string {
  return head.charAt(0).toUpperCase() + head.slice(1)
}

interface Context extends RowOptions {
  readonly report: PlanReport
  /** Whether the rows name their periods, since the heads cannot. */
  readonly showsFrom: boolean
  readonly showsTo: boolean
}

function sharedPeriod(periods: readonly (Period | null)[]): Period | null {
  const [first = null, ...others] = periods
  return first && others.every((other) => other && sameSpan(first, other)) ? first : null
}

function baselineOf({ indicator, area }: CompletionLine): Baseline | null {
  return area ? (indicator.baselinesByArea.get(area.id) ?? null) : indicator.baseline
}

function rateRow(line: CompletionLine, context: Context): PovertyRow {
  const { indicator, area, change } = line
  const { format, report } = context
  const { words } = format
  const decimals = context.decimals ?? indicator.decimals ?? report.plan.decimals
  const notes = completionNotes(line, { format, decimals, plan: report.plan, asOf: report.asOf, inPovertyTable: true })
  const noted = (text: string, texts: readonly string[] = []): Noted => ({ text, marks: context.notes.mark(texts) })
  const dated = (text: string, period: Period | null | undefined, shown: boolean) =>
    shown && period ? `${text}\n(${periodText(period, words)})` : text
  const [from, to] = [rateFrom(line), rateTo(line)]
  return {
    depth: area ? 1 : 0,
    isCount: false,
    name: safeText((area ?? indicator).name[words.lang]),
    from: noted(dated(rateText(from, format), from?.period, context.showsFrom)),
    to: noted(dated(rateText(to, format), to?.period, context.showsTo), notes.actual),
    change: noted(
      change?.absolute ? differenceText(change.absolute, 'poverty-rate', format, decimalsOfChange(change)) : '–',
    ),
    relative: change?.relative ? relativeText(change.relative, format) : '–',
    planned: plannedText(line, format),
    completion: noted(completionText(line, decimals, format), notes.completion),
    verdict: verdictText(line, format),
    tone: toneOf(line.verdict),
    line,
    counts: null,
    decimals,
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

function rateTo({ change }: CompletionLine): RateEnd | null {
  return change && endOf(change.to)
}

function endOf({ value, printedDecimals, period }: ChangeEnd): RateEnd {
  return { value, decimals: printedDecimals ?? DECIMALS_OF_COUNTED_RATES, period }
}

function rateText(end: RateEnd | null, format: Format): string {
  return end ? valueText(end.value, 'poverty-rate', format, [], end.decimals) : '–'
}

/** The planned change as a change, so that it stands below its like; a target of another kind as it is. */
function plannedText({ change, target, indicator }: CompletionLine, format: Format): string {
  const planned = change?.planned
  if (planned?.length === 1) return differenceText(planned[0], indicator.type, format)
  return target ? targetText(target.target, indicator.type, format) : '–'
}

/** Poor households or persons, and all of them, where anything is known of them. */
function countRows(line: CompletionLine, context: Context): PovertyRow[] {
  const { change, indicator } = line
  if (!change) return []
  const { words } = context.format
  const { from, to } = change
  const persons = (to.measured ?? from.measured ?? indicator.measured) === 'persons'
  const poorChange = change.poor ?? change.reportedPoorChange?.value ?? null
  const all = from.households && to.households ? to.households.minus(from.households) : null
  return [
    ...countRow(
      numeratorName(line, context) ?? (persons ? words.poverty.poorPersons : words.poverty.poorHouseholds),
      from.poor,
      to.poor,
      poorChange,
      line,
      context,
    ),
    ...countRow(
      persons ? words.poverty.persons : words.poverty.households,
      from.households,
      to.households,
      all,
      line,
      context,
    ),
  ]
}

/** What a rate of two indicators counts has a name of its own: near-poor households. */
function numeratorName({ indicator }: CompletionLine, { report, format }: Context): string | null {
  const numerator = report.plan.indicators.find(({ id }) => id === indicator.rateOf?.numerator)
  return numerator ? safeText(numerator.name[format.words.lang]) : null
}

function countRow(
  name: string,
  from: Exact | null,
  to: Exact | null,
  change: Exact | null,
  line: CompletionLine,
  { format }: Context,
): PovertyRow[] {
  if (!from && !to && !change) return []
  const number = (value: Exact | null) => ({ text: value ? formatNumber(value, format.notation) : '–', marks: '' })
  const relative = change && from && !from.isZero ? change.times(Exact.HUNDRED).dividedBy(from) : null
  return [
    {
      depth: line.area ? 2 : 1,
      isCount: true,
      name,
      from: number(from),
      to: number(to),
      change: { text: change ? formatSigned(change, format.notation) : '–', marks: '' },
      relative: relative ? relativeText(relative, format) : '',
      planned: '',
      completion: { text: '', marks: '' },
      verdict: '',
      tone: 'quiet',
      line,
      counts: { from, to, change },
      decimals: 0,
    },
  ]
}
