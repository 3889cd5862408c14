import { GLUE, inSigns } from '../figure/format.ts'
import type { Earlier, EarlierColumn, EarlierRow, EarlierTable } from '../view/report/earlier-rows.ts'
import { timeWordsOf } from '../words/words.ts'
import type { TableStyle } from './completion-table.ts'
import type { Cell, Column, Layout, Line } from './grid.ts'
import { sparkline } from './sparkline.ts'

/** The ways to lay earlier periods out: changes in columns of their own; below the figure they are from; without the small chart. */
export function earlierLayouts(table: EarlierTable, steps: string, style: TableStyle): Layout<EarlierRow>[] {
  const { name, sparks, figure, apart, stacked } = earlierColumns(table, steps, style)
  const chart = table.rows.some(({ line }) => line.increments.length > 1) ? [sparks] : []
  const columns = (earlier: (column: EarlierColumn & keyof typeof apart) => Column<EarlierRow>[]) => [
    name,
    ...(table.has('inPeriod') ? [figure.inPeriod] : []),
    ...(table.has('previous') ? earlier('previous') : []),
    ...(table.has('lastYear') ? earlier('lastYear') : []),
    ...(table.has('actual') ? [figure.actual] : []),
    ...(table.has('toDateLastYear') ? earlier('toDateLastYear') : []),
  ]
  const wide = columns((column) => apart[column])
  const narrow = columns((column) => [stacked[column]])
  const layout = (all: Column<EarlierRow>[], least: number, squeezed: boolean) => ({
    columns: all,
    growing: name,
    least,
    squeezed,
  })
  return [
    layout([...wide, ...chart], 30, false),
    layout([...wide, ...chart], 26, true),
    layout([...narrow, ...chart], 24, true),
    layout(narrow, 14, true),
  ]
}

export function earlierLines({ rows }: EarlierTable): Line<EarlierRow>[] {
  return rows.map((row) => ({ kind: 'cells', row }))
}

function earlierColumns({ heads }: EarlierTable, steps: string, { words, unicode, dim }: TableStyle) {
  const { earlier: say } = timeWordsOf(words.lang)
  const signs = (text: string) => inSigns(text, unicode)
  const right = (head: string, cell: (row: EarlierRow) => Cell): Column<EarlierRow> => ({
    head,
    align: 'right',
    comfortable: 14,
    narrowest: 9,
    cell: (row) => {
      const { text, ...rest } = cell(row)
      return { text: signs(text), ...rest }
    },
  })
  const own = (column: 'previous' | 'lastYear' | 'toDateLastYear') => [
    right(heads[column], (row) => ({ text: row[column].value })),
    right(say.change, (row) => ({ text: row[column].change.text, mark: row[column].change.marks })),
  ]
  const below = (column: 'previous' | 'lastYear' | 'toDateLastYear') =>
    right(heads[column], (row) => ({ text: stackedText(row[column]), mark: row[column].change.marks }))
  return {
    name: {
      head: words.columns.indicator,
      align: 'left' as const,
      comfortable: 64,
      cell: ({ name, depth, isArea }: EarlierRow) => ({
        text: signs(name),
        indent: depth * 2,
        paint: isArea ? dim : undefined,
      }),
    },
    figure: {
      inPeriod: right(heads.inPeriod, ({ inPeriod }) => ({ text: inPeriod.text, mark: inPeriod.marks })),
      actual: right(heads.actual, ({ actual }) => ({ text: actual })),
    },
    apart: { previous: own('previous'), lastYear: own('lastYear'), toDateLastYear: own('toDateLastYear') },
    stacked: { previous: below('previous'), lastYear: below('lastYear'), toDateLastYear: below('toDateLastYear') },
    sparks: {
      head: steps,
      align: 'left' as const,
      comfortable: 12,
      cell: ({ line }: EarlierRow) => ({
        text: sparkline(
          line.increments.map(({ value }) => value),
          unicode,
        ).replaceAll(' ', GLUE),
        paint: dim,
      }),
    },
  }
}

/** The change below the figure that it is from. */
function stackedText({ value, change }: Earlier): string {
  return change.text === '' ? value : `${value}\n${change.text}`
}
