import type { Exact } from '../../../model/exact.ts'
import { isPovertyRate } from '../../../model/indicator.ts'
import { civilDate, type Period, sameSpan, wholeYears } from '../../../model/period.ts'
import type { Comparison, CompletionLine, PlanReport } from '../../../model/report.ts'
import { DECIMALS_OF_COUNTED_RATES, type Format, valueText } from '../../figure/format.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import type { TimeWords } from '../../words/time-en.ts'
import { timeWordsOf } from '../../words/words.ts'
import { type Column, type Layout, stacked, type Table } from '../document.ts'
import { coverageText } from './completion-notes.ts'
import { actualText, type Noted, type RowOptions } from './completion-rows.ts'
import { comparisonCell, mostCommon } from './time-cells.ts'

/** Figures beside those of earlier times; null where none are known. `steps`: the head of the small charts. */
export function earlierTable(report: PlanReport, steps: string, options: RowOptions): Table<EarlierRow> | null {
  const { rows, heads, has } = earlierRows(report, options)
  if (rows.length === 0) return null
  const { words } = options.format
  const { earlier: say } = timeWordsOf(words.lang)
  const name: Column<EarlierRow> = {
    key: 'name',
    head: words.columns.indicator,
    align: 'left',
    comfortable: 64,
    cell: (row) => ({ text: row.name, depth: row.depth, tone: row.isArea ? 'quiet' : undefined }),
  }
  const right = (key: string, head: string, cell: Column<EarlierRow>['cell']): Column<EarlierRow> => ({
    key,
    head,
    align: 'right',
    comfortable: 14,
    narrowest: 9,
    cell,
  })
  const inPeriod = right('inPeriod', heads.inPeriod, (row) => row.inPeriod)
  const actual = right('actual', heads.actual, (row) => ({ text: row.actual }))
  const pair = (key: 'previous' | 'lastYear' | 'toDateLastYear') => [
    right(key, heads[key], (row) => ({ text: row[key].value })),
    right(`${key}Change`, say.change, (row) => row[key].change),
  ]
  const columns = (earlier: (key: 'previous' | 'lastYear' | 'toDateLastYear') => readonly Column<EarlierRow>[]) => {
    const shown = (key: EarlierColumn, those: readonly Column<EarlierRow>[]) => (has(key) ? those : [])
    return [
      name,
      ...shown('inPeriod', [inPeriod]),
      ...shown('previous', earlier('previous')),
      ...shown('lastYear', earlier('lastYear')),
      ...shown('actual', [actual]),
      ...shown('toDateLastYear', earlier('toDateLastYear')),
    ]
  }
  const chart: Column<EarlierRow> = {
    key: 'steps',
    head: steps,
    align: 'left',
    comfortable: 12,
    cell: () => ({ text: '', tone: 'quiet' }),
    drawing: ({ line }) => ({ kind: 'steps', steps: line.increments.map(({ value }) => value) }),
  }
  const charts = rows.some(({ line }) => line.increments.length > 1) ? [chart] : []
  const wide = columns(pair)
  // The change below the figure that it is from.
  const narrow = columns((key) => {
    const [figure, change] = pair(key)
    return figure && change ? [stacked(figure, change, { how: 'plain' })] : []
  })
  const layout = (all: readonly Column<EarlierRow>[], least: number, squeezed: boolean): Layout<EarlierRow> => ({
    columns: all,
    growing: name,
    least,
    squeezed,
  })
  return {
    key: 'earlier',
    title: say.title,
    name: say.title,
    lines: rows.map((row) => ({ kind: 'row', row })),
    columns: [...wide, ...charts],
    layouts: [
      layout([...wide, ...charts], 30, false),
      layout([...wide, ...charts], 26, true),
      layout([...narrow, ...charts], 24, true),
      layout(narrow, 14, true),
    ],
    page: narrow,
    sheet: wide,
    lead: name,
    remarks: [],
    notes: options.notes,
    isLesser: ({ isArea }) => isArea,
  }
}

/** A figure of an earlier time, and how far from it the later one is. */
interface Earlier {
  readonly value: string
  readonly change: Noted
}

/** One line held against earlier periods, in words. */
interface EarlierRow {
  readonly depth: number
  readonly isArea: boolean
  /** With its unit. */
  readonly name: string
  /** In the reporting period alone, beside the period before and the same months last year. */
  readonly inPeriod: Noted
  readonly previous: Earlier
  readonly lastYear: Earlier
  /** The total to date, beside that of last year. */
  readonly actual: string
  readonly toDateLastYear: Earlier
  readonly line: CompletionLine
}

type EarlierColumn = 'inPeriod' | 'previous' | 'lastYear' | 'actual' | 'toDateLastYear'

interface EarlierRows {
  readonly rows: readonly EarlierRow[]
  readonly heads: Readonly<Record<EarlierColumn, string>>
  readonly has: (column: EarlierColumn) => boolean
}

/** Every line that is known of an earlier time, with the figures of then. */
function earlierRows(report: PlanReport, options: RowOptions): EarlierRows {
  const { words } = options.format
  const say = timeWordsOf(words.lang)
  const lines = report.lines.filter((line) => isCompared(line, options))
  const common = commonPeriods(lines)
  const context: Context = { options, report, say, common }
  const rows = lines.map((line) => earlierRow(line, context))
  const headed = (column: EarlierColumn, fallback: string) => {
    const period = common[column]
    return period ? capitalised(periodText(period, words)) : fallback
  }
  return {
    rows,
    heads: {
      inPeriod: headed('inPeriod', ''),
      previous: headed('previous', say.earlier.previous),
      lastYear: headed('lastYear', say.earlier.lastYear),
      actual: headed('actual', say.earlier.toDate),
      toDateLastYear: headed('toDateLastYear', say.earlier.toDateLastYear),
    },
    has: (column) =>
      rows.some((row) => {
        const cell = row[column]
        return (typeof cell === 'string' ? cell : 'value' in cell ? cell.value : cell.text) !== ''
      }),
  }
}

/** Whether anything is known of earlier times. */
export function hasEarlier({ lines }: PlanReport, options: Pick<RowOptions, 'byArea' | 'withPoverty'>): boolean {
  return lines.some((line) => isCompared(line, options))
}

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

interface Context {
  readonly options: RowOptions
  readonly report: PlanReport
  readonly say: TimeWords
  readonly common: Readonly<Record<EarlierColumn, Period | null>>
}

/** Of each column the period that most of its figures are of. */
function commonPeriods(lines: readonly CompletionLine[]): Record<EarlierColumn, Period | null> {
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
function previousOf({ inPeriod, previous }: CompletionLine): Comparison | null {
  return inPeriod?.previous ?? previous
}

function earlierRow(line: CompletionLine, context: Context): EarlierRow {
  const { indicator, area, inPeriod } = line
  const { options, common } = context
  const { format } = options
  const { lang } = format.words
  const dated = (text: string, period: Period | null | undefined, column: EarlierColumn) => {
    const shared = common[column]
    return period && !(shared && sameSpan(period, shared)) ? `${text}\n(${shortPeriod(period, format)})` : text
  }
  // Beside a rate that counts give, one of 0 or of 9.5 is printed like all others.
  const decimals = indicator.type === 'poverty-rate' && line.origin !== 'reported' ? DECIMALS_OF_COUNTED_RATES : 0
  const otherText = (value: Exact) => valueText(value, indicator.type, format, [], decimals)
  const earlier = (comparison: Comparison | null | undefined, column: EarlierColumn): Earlier =>
    comparison
      ? {
          value: dated(otherText(comparison.value), comparison.period, column),
          change: changeOf(comparison, line, context),
        }
      : { value: '', change: { text: '', marks: '' } }
  const unit = indicator.unit && !area ? ` (${safeText(indicator.unit[lang])})` : ''
  return {
    depth: area ? 1 : 0,
    isArea: area !== null,
    name: safeText((area ?? indicator).name[lang]) + unit,
    inPeriod: {
      text: inPeriod ? dated(valueText(inPeriod.value, indicator.type, format), inPeriod.period, 'inPeriod') : '',
      marks: options.notes.mark(
        inPeriod?.partial ? [format.words.notes.partial(coverageText(inPeriod.partial, format))] : [],
      ),
    },
    previous: earlier(previousOf(line), 'previous'),
    lastYear: earlier(inPeriod?.lastYear, 'lastYear'),
    actual: dated(actualText(line, format), line.actualPeriod, 'actual'),
    toDateLastYear: earlier(line.lastYear, 'toDateLastYear'),
    line,
  }
}

function changeOf(comparison: Comparison, line: CompletionLine, { options, report, say }: Context): Noted {
  const { indicator } = line
  const decimals = options.decimals ?? indicator.decimals ?? report.plan.decimals
  const { text, notes } = comparisonCell(comparison, line, say, decimals, options.format)
  return { text, marks: options.notes.mark(notes) }
}

/** In a cell there is no room for words such as "the first half of". */
function shortPeriod(period: Period, { words }: Format): string {
  const { year } = civilDate(period.start)
  return wholeYears(period) === 1 ? String(year) : periodText(period, words)
}

/** A head begins with a capital: `Tháng 6/2018`. */
function capitalised(head: string): string {
  return head.charAt(0).toUpperCase() + head.slice(1)
}
