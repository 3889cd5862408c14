import { inSigns } from '../figure/format.ts'
import type { Outlook, OutlookRow } from '../view/report/outlook-rows.ts'
import { timeWordsOf } from '../words/words.ts'
import type { TableStyle } from './completion-table.ts'
import type { Column, Layout, Line } from './grid.ts'

/** The ways to lay the outlook out: at ease; narrow. */
export function outlookLayouts(style: TableStyle): Layout<OutlookRow>[] {
  const { name, target, actual, forecast, required } = outlookColumns(style)
  const columns = [name, target, actual, forecast, required]
  return [
    { columns, growing: name, least: 30, squeezed: false },
    { columns, growing: name, least: 20, squeezed: true },
    { columns, growing: name, least: 14, squeezed: true },
  ]
}

export function outlookLines(rows: Outlook['rows']): Line<OutlookRow>[] {
  return rows.map((row) => ({ kind: 'cells', row }))
}

function outlookColumns({ words, unicode, dim }: TableStyle) {
  const { outlook: say } = timeWordsOf(words.lang)
  const signs = (text: string) => inSigns(text, unicode)
  const right = (head: string, of: (row: OutlookRow) => string): Column<OutlookRow> => ({
    head,
    align: 'right',
    comfortable: 14,
    cell: (row) => ({ text: signs(of(row)) }),
  })
  return {
    name: {
      head: words.columns.indicator,
      align: 'left' as const,
      comfortable: 64,
      cell: ({ name, depth, isArea }: OutlookRow) => ({
        text: signs(name),
        indent: depth * 2,
        paint: isArea ? dim : undefined,
      }),
    },
    target: right(words.columns.target, ({ target }) => target),
    actual: right(words.columns.actual, ({ actual }) => actual),
    forecast: right(say.forecast, ({ forecast }) => forecast),
    required: {
      head: say.required,
      align: 'left' as const,
      comfortable: 56,
      narrowest: 18,
      cell: ({ required }: OutlookRow) => ({ text: signs(required) }),
    },
  }
}
