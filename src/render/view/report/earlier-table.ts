import type { PlanReport } from '../../../model/report.ts'
import { timeWordsOf } from '../../words/words.ts'
import { type Column, type Layout, stacked, type Table } from '../document.ts'
import type { RowOptions } from './completion-rows.ts'
import { type EarlierColumn, type EarlierRow, earlierRows } from './earlier-rows.ts'

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
