import type { ColumnApart } from '../../model/problem.ts'
import { figureColumns, keyColumns, type TableMapping } from '../../model/table.ts'
import type { TableCell, TableRow } from './grid.ts'
import { likeness } from './known.ts'
import { periodNamed } from './periods.ts'

/** More columns than these nobody reads in one message. */
const MOST_TOLD = 3

/**
 * The columns that tell two rows apart which are about the same by all that is read of them, and what would take each. What
 * the plan knows goes before all else, and words before numbers, which may count the rows.
 */
export function columnsApart(
  header: readonly TableCell[],
  one: TableRow,
  other: TableRow,
  mapping: TableMapping,
): readonly ColumnApart[] {
  const read = new Set([...keyColumns(mapping), ...figureColumns(mapping)].map(({ column }) => column.name))
  const found = header.flatMap(({ text: column }, index) => {
    const [text, before] = [one, other].map(({ texts }) => (texts[index] ?? '').trim())
    if (column === '' || read.has(column) || !text || !before || text === before) return []
    return [{ column, text, takes: takenBy([text, before], mapping) }]
  })
  const known = found.filter(({ takes }) => takes !== 'where')
  const worded = found.filter(({ text }) => !/^[-+−]?[\d.,\s]+%?$/.test(text))
  const best = known.length > 0 ? known : worded.length > 0 ? worded : found
  return best.slice(0, MOST_TOLD)
}

function takenBy(
  texts: readonly string[],
  { known, columns, breakdowns, periodBy }: TableMapping,
): ColumnApart['takes'] {
  const areIn = (names: ReadonlyMap<string, unknown> | undefined) => texts.every((text) => names?.has(likeness(text)))
  const group = [...(known?.groups ?? [])].find(([id, names]) => !breakdowns.has(id) && areIn(names))
  if (group) return { breakdown: group[0] }
  if (!columns.has('area') && areIn(known?.areas)) return 'area'
  const isPeriod = (text: string) => typeof periodNamed(text, null) === 'object' && periodNamed(text, null) !== null
  return !columns.has('period') && !periodBy && texts.every(isPeriod) ? 'period' : 'where'
}
