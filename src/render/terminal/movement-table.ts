import { inSigns } from '../figure/format.ts'
import { type MovementRow, shownMovements } from '../view/report/movement-rows.ts'
import { povertyWordsOf } from '../words/words.ts'
import type { TableStyle } from './completion-table.ts'
import type { Column, Layout, Line } from './grid.ts'

export function movementLayouts(rows: readonly MovementRow[], { words, unicode }: TableStyle): Layout<MovementRow>[] {
  const { columns } = povertyWordsOf(words.lang).movements
  const name: Column<MovementRow> = {
    head: columns.area,
    align: 'left',
    comfortable: 40,
    cell: (row) => ({ text: inSigns(row.name, unicode), indent: row.depth * 2 }),
  }
  const numbers = shownMovements(rows).map(
    (key): Column<MovementRow> => ({
      head: columns[key],
      align: 'right',
      comfortable: 16,
      cell: (row) => ({ text: inSigns(row[key], unicode) }),
    }),
  )
  return [
    { columns: [name, ...numbers], growing: name, least: 16, squeezed: false },
    { columns: [name, ...numbers], growing: name, least: 10, squeezed: true },
  ]
}

export function movementLines(rows: readonly MovementRow[]): Line<MovementRow>[] {
  return rows.map((row) => ({ kind: 'cells', row }))
}
