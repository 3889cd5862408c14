import { Exact } from '../../../model/exact.ts'
import type { Change } from '../../../model/poverty-rate.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { plainNumber, roundedApart } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import { htmlWordsOf, xlsxWordsOf } from '../../words/words.ts'
import { type Column, type Figure, type Layout, stacked, type Table } from '../document.ts'
import { difference } from './completion-columns.ts'
import type { Noted, RowOptions } from './completion-rows.ts'
import { decimalsOfChange, type PovertyRow, povertyRows, type RateEnd, rateFrom, rateTo } from './poverty-rows.ts'

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
