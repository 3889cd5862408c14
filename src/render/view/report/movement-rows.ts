import type { Exact } from '../../../model/exact.ts'
import type { CompletionLine } from '../../../model/report.ts'
import type { Format } from '../../figure/format.ts'
import { formatNumber, formatSigned } from '../../figure/number.ts'
import { safeText } from '../../figure/safe-text.ts'
import { povertyWordsOf } from '../../words/words.ts'
import { type Column, noNotes, type Table } from '../document.ts'

const movementKeys = ['start', 'escaped', 'relapsed', 'newlyPoor', 'other', 'end', 'gap'] as const

/** The movements of one area, or of the whole, in words. */
interface MovementRow extends Readonly<Record<(typeof movementKeys)[number], string>> {
  readonly name: string
  readonly depth: number
  /** Nothing is left unexplained, or it is not known what. */
  readonly balances: boolean
}

/** Where several areas told how their poor moved, one table that says more than a sentence each; else null. */
export function movementTable(lines: readonly CompletionLine[], format: Format): Table<MovementRow> | null {
  const rows = movementRows(lines, format)
  if (rows.length === 0) return null
  const { title, columns: heads } = povertyWordsOf(format.words.lang).movements
  const name: Column<MovementRow> = {
    key: 'name',
    head: heads.area,
    align: 'left',
    comfortable: 40,
    cell: (row) => ({ text: row.name, depth: row.depth }),
  }
  const numbers = shownMovements(rows).map(
    (key): Column<MovementRow> => ({
      key,
      head: heads[key],
      align: 'right',
      comfortable: 16,
      cell: (row) => ({ text: row[key] }),
    }),
  )
  const columns = [name, ...numbers]
  return {
    key: 'movements',
    title,
    name: title,
    lines: rows.map((row) => ({ kind: 'row', row })),
    columns,
    layouts: [
      { columns, growing: name, least: 16, squeezed: false },
      { columns, growing: name, least: 10, squeezed: true },
    ],
    lead: name,
    remarks: [],
    notes: noNotes,
  }
}

function movementRows(lines: readonly CompletionLine[], { words, notation }: Format): readonly MovementRow[] {
  const telling = lines.filter(({ change }) => change?.movements)
  if (!telling.some(({ area }) => area !== null)) return []
  const number = (value: Exact | null) => (value ? formatNumber(value, notation) : '–')
  return telling.flatMap(({ change, indicator, area }) => {
    const movements = change?.movements
    if (!movements) return []
    const { start, escaped, relapsed, newlyPoor, other, end, gap } = movements
    return [
      {
        name: safeText((area ?? indicator).name[words.lang]),
        depth: area ? 1 : 0,
        start: number(start),
        escaped: escaped ? `−${number(escaped)}` : '–',
        relapsed: relapsed ? `+${number(relapsed)}` : '–',
        newlyPoor: newlyPoor ? `+${number(newlyPoor)}` : '–',
        other: other ? formatSigned(other, notation) : '–',
        end: number(end),
        gap: gap ? formatSigned(gap, notation) : '–',
        balances: gap?.isZero ?? true,
      },
    ]
  })
}

/** Columns that say something: nobody reported what stands in none, and a balance needs no column. */
function shownMovements(rows: readonly MovementRow[]): readonly (typeof movementKeys)[number][] {
  return movementKeys.filter((key) =>
    key === 'gap' ? rows.some(({ balances }) => !balances) : rows.some((row) => row[key] !== '–'),
  )
}
