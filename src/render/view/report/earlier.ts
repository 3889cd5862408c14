import { isPovertyRate } from '../../../model/indicator.ts'
import { civilDate, type Period, sameSpan, wholeYears } from '../../../model/period.ts'
import type { Comparison, CompletionLine, PlanReport } from '../../../model/report.ts'
import { capitalised, DECIMALS_OF_COUNTED_RATES, type Format, namedWithUnit, valueText } from '../../figure/format.ts'
import { periodText } from '../../figure/period-text.ts'
import { timeWordsOf } from '../../words/words.ts'
import { type Cell, type Column, columnsOf, layout, rowLines, stacked, type Table } from '../document.ts'
import { actualText } from './actual.ts'
import { coverageText } from './completion-notes.ts'
import type { RowOptions } from './completion-rows.ts'
import { comparisonCell, mostCommon } from './time-cells.ts'

/** One line held against earlier periods: the figure in each column, and how far the later one is from it. */
interface EarlierRow {
  readonly line: CompletionLine
  readonly figures: Readonly<Record<Figure, Cell>>
  readonly changes: Readonly<Record<Earlier, Cell>>
}

/**
 * In the reporting period alone, beside the period before and the same months last year; then the total to date, beside
 * that of last year.
 */
const figures = ['inPeriod', 'previous', 'lastYear', 'actual', 'toDateLastYear'] as const
type Figure = (typeof figures)[number]
type Earlier = Exclude<Figure, 'inPeriod' | 'actual'>

const { left, right } = columnsOf<EarlierRow>()

/** Figures beside those of earlier times; null where none are known. `steps`: the head of the small charts. */
export function earlierTable(report: PlanReport, steps: string, options: RowOptions): Table<EarlierRow> | null {
  const { format, notes } = options
  const { words } = format
  const { earlier: say } = timeWordsOf(words.lang)
  const lines = report.lines.filter((line) => isCompared(line, options))
  if (lines.length === 0) return null
  const common = commonPeriods(lines)
  const rows = lines.map((line) => earlierRow(line, common, report, options))
  const name = left('name', words.columns.indicator, 64, ({ line }) => ({
    text: namedWithUnit(line, format),
    depth: line.area ? 1 : 0,
    tone: line.area ? 'quiet' : undefined,
  }))
  const unlessCommon = { ...say, inPeriod: '', actual: say.toDate }
  const columnOf = (key: Figure) => {
    const period = common[key]
    const head = period ? capitalised(periodText(period, words)) : unlessCommon[key]
    return right(key, head, 14, (row) => row.figures[key], { narrowest: 9 })
  }
  const changeOf = (key: Earlier) => right(`${key}Change`, say.change, 14, (row) => row.changes[key], { narrowest: 9 })
  const shown = figures.filter((key) => rows.some((row) => row.figures[key].text !== ''))
  const columns = (withChange: (key: Earlier) => readonly Column<EarlierRow>[]) => [
    name,
    ...shown.flatMap((key) => (key === 'inPeriod' || key === 'actual' ? [columnOf(key)] : withChange(key))),
  ]
  const chart = left('steps', steps, 12, () => ({ text: '', tone: 'quiet' }), {
    drawing: ({ line }) => ({ kind: 'steps', steps: line.increments.map(({ value }) => value) }),
  })
  const charts = lines.some(({ increments }) => increments.length > 1) ? [chart] : []
  const wide = columns((key) => [columnOf(key), changeOf(key)])
  // The change below the figure that it is from.
  const narrow = columns((key) => [stacked(columnOf(key), changeOf(key), { how: 'plain' })])
  const withCharts = [...wide, ...charts]
  return {
    key: 'earlier',
    title: say.title,
    name: say.title,
    lines: rowLines(rows),
    columns: withCharts,
    layouts: [
      layout(withCharts, 30, false),
      layout(withCharts, 26),
      layout([...narrow, ...charts], 24),
      layout(narrow, 14),
    ],
    page: narrow,
    sheet: wide,
    lead: name,
    notes,
    isLesser: ({ line }) => line.area !== null,
  }
}

/** Whether anything is known of earlier times. */
export function hasEarlier({ lines }: PlanReport, options: Pick<RowOptions, 'byArea' | 'withPoverty'>): boolean {
  return lines.some((line) => isCompared(line, options))
}

/** Whether all that was reached in the period alone stands there too. */
export const saysInPeriod = ({ lines }: PlanReport, options: Pick<RowOptions, 'byArea' | 'withPoverty'>): boolean =>
  lines.every((line) => (line.area && !options.byArea) || !line.inPeriod || isCompared(line, options))

function isCompared(
  line: CompletionLine,
  { byArea, withPoverty }: Pick<RowOptions, 'byArea' | 'withPoverty'>,
): boolean {
  // What areas were in other times is not even calculated for a table without them.
  if (line.area && !byArea) return false
  const { inPeriod, lastYear, previous } = line
  if (withPoverty && !inPeriod && !previous && lastYear && isBaseline(lastYear, line)) return false
  return [inPeriod?.lastYear, inPeriod?.previous, lastYear, previous].some((comparison) => comparison != null)
}

/** Whether a poverty rate is held against just what it is held against in the table of poverty rates. */
function isBaseline({ period, value }: Comparison, { indicator, change }: CompletionLine): boolean {
  const from = isPovertyRate(indicator) ? change?.from : null
  return from?.period ? sameSpan(from.period, period) && from.value.equals(value) : false
}

type Common = Readonly<Record<Figure, Period | null>>

/** Of each column the period that most of its figures are of. */
function commonPeriods(lines: readonly CompletionLine[]): Common {
  const most = (of: (line: CompletionLine) => Period | null | undefined) =>
    mostCommon(
      lines.flatMap((line) => of(line) ?? []),
      ({ start, end }) => `${start} ${end}`,
    )
  return {
    inPeriod: most(({ inPeriod }) => inPeriod?.period),
    previous: most((line) => previousOf(line)?.period),
    lastYear: most(({ inPeriod }) => inPeriod?.lastYear?.period),
    actual: most(({ actualPeriod }) => actualPeriod),
    toDateLastYear: most(({ lastYear }) => lastYear?.period),
  }
}

/** Of what adds up the period alone is held against the one before, of all else the figure itself. */
const previousOf = ({ inPeriod, previous }: CompletionLine): Comparison | null => inPeriod?.previous ?? previous

function earlierRow(line: CompletionLine, common: Common, { plan }: PlanReport, options: RowOptions): EarlierRow {
  const { indicator, inPeriod } = line
  const { format, notes } = options
  const { words } = format
  const noted = (text: string, texts: readonly string[]) => ({ text, marks: notes.mark(texts) })
  const dated = (text: string, period: Period | null | undefined, column: Figure) => {
    const shared = common[column]
    return period && !(shared && sameSpan(period, shared)) ? `${text}\n(${shortPeriod(period, format)})` : text
  }
  // Beside a rate that counts give, one of 0 or of 9.5 is printed like all others.
  const decimals = indicator.type === 'poverty-rate' && line.origin !== 'reported' ? DECIMALS_OF_COUNTED_RATES : 0
  const ofPercentage = options.decimals ?? indicator.decimals ?? plan.decimals
  const others: Readonly<Record<Earlier, Comparison | null | undefined>> = {
    previous: previousOf(line),
    lastYear: inPeriod?.lastYear,
    toDateLastYear: line.lastYear,
  }
  const figure = (key: Earlier) => {
    const other = others[key]
    const text = other ? dated(valueText(other.value, indicator.type, format, [], decimals), other.period, key) : ''
    return { text }
  }
  const change = (key: Earlier) => {
    const other = others[key]
    if (!other) return { text: '' }
    const told = comparisonCell(other, line, timeWordsOf(words.lang), ofPercentage, format)
    return noted(told.text, told.notes)
  }
  return {
    line,
    figures: {
      inPeriod: noted(
        inPeriod ? dated(valueText(inPeriod.value, indicator.type, format), inPeriod.period, 'inPeriod') : '',
        inPeriod?.partial ? [words.notes.partial(coverageText(inPeriod.partial, format))] : [],
      ),
      previous: figure('previous'),
      lastYear: figure('lastYear'),
      actual: { text: dated(actualText(line, format), line.actualPeriod, 'actual') },
      toDateLastYear: figure('toDateLastYear'),
    },
    changes: {
      previous: change('previous'),
      lastYear: change('lastYear'),
      toDateLastYear: change('toDateLastYear'),
    },
  }
}

/** In a cell there is no room for words such as "the first half of". */
function shortPeriod(period: Period, { words }: Format): string {
  const { year } = civilDate(period.start)
  return wholeYears(period) === 1 ? String(year) : periodText(period, words)
}
