import { inSigns } from '../figure/format.ts'
import type { SeriesRow, SeriesTable } from '../view/report/series-rows.ts'
import { seriesWordsOf } from '../words/words.ts'
import type { TableStyle } from './completion-table.ts'
import type { Column, Layout, Line } from './grid.ts'

/** The ways to lay a series out: at ease; narrow; without the poor households; without what was planned. */
export function seriesLayouts(table: SeriesTable, style: TableStyle): Layout<SeriesRow>[] {
  const { time, rate, change, sinceFirst, planned, completion, poor } = seriesColumns(table, style)
  const ofPlan = table.hasPlanned ? [planned, completion] : []
  const all = [time, rate, change, sinceFirst, ...ofPlan, ...(table.hasPoor ? [poor] : [])]
  const without = [time, rate, change, sinceFirst, ...ofPlan]
  return [
    { columns: all, growing: time, least: 16, squeezed: false },
    { columns: all, growing: time, least: 6, squeezed: true },
    { columns: without, growing: time, least: 6, squeezed: true },
    { columns: [time, rate, change, sinceFirst], growing: time, least: 6, squeezed: true },
  ]
}

export function seriesGridLines({ entries }: SeriesTable, { bold, dim, unicode }: TableStyle): Line<SeriesRow>[] {
  return entries.map((entry) =>
    entry.kind === 'point'
      ? { kind: 'cells', row: entry }
      : {
          kind: 'text',
          text: inSigns(entry.text, unicode),
          indent: 0,
          under: 'edge',
          paint: entry.kind === 'name' ? bold : dim,
        },
  )
}

function seriesColumns({ countsPersons }: SeriesTable, { words, unicode }: TableStyle) {
  const { columns } = seriesWordsOf(words.lang)
  const signs = (text: string) => inSigns(text, unicode)
  const right = (head: string, comfortable: number, cell: (row: SeriesRow) => string): Column<SeriesRow> => ({
    head,
    align: 'right',
    comfortable,
    cell: (row) => ({ text: signs(cell(row)) }),
  })
  const time: Column<SeriesRow> = {
    head: columns.time,
    align: 'left',
    comfortable: 32,
    cell: (row) => ({ text: signs(row.time.text), mark: row.time.marks }),
  }
  return {
    time,
    rate: right(columns.rate, 10, ({ rate }) => rate),
    change: right(columns.change, 20, ({ change }) => change),
    sinceFirst: right(columns.sinceFirst, 14, ({ sinceFirst }) => sinceFirst),
    planned: right(columns.planned, 16, ({ planned }) => planned),
    completion: right(columns.completion, 12, ({ completion }) => completion),
    poor: right(countsPersons ? columns.poorPersons : columns.poor, 14, ({ poor }) => poor),
  }
}
