import { cellOf, type Language } from '../../model/figure.ts'
import type { Problem } from '../../model/problem.ts'
import { problemMessage } from '../problem/problems.ts'
import { csvCell } from './escaped.ts'
import { type Kind, position, text } from './kinds.ts'
import { column, csvText, inside, record } from './record.ts'

/** A row of a table that cannot be read: as it stands in the file, and why. */
interface Refused {
  readonly problems: readonly Problem[]
  readonly text: string
}

/** More than this no cell of a spreadsheet holds. */
const MOST_OF_CELL = 32_000

/** Most rows are refused for what others are. */
const often: Kind<string> = { ...text, cells: remembered }
const known = new Map<string, string>()

function remembered(value: string): string {
  const before = known.get(value)
  if (before !== undefined) return before
  if (known.size >= 1000) known.clear()
  const cell = csvCell(value)
  known.set(value, cell)
  return cell
}

const rejected = record<Problem & ReturnType<typeof problemMessage> & { readonly row: string }>('', [
  inside(
    ({ at }: Problem) => at,
    [
      column('file', often, ({ file }) => file),
      column('line', position, ({ line }) => line),
      column('column', position, (at) => at.column),
    ],
  ),
  column('problem', text, ({ code }) => code),
  column('message', often, ({ message }) => message),
  column('remedy', often, ({ remedy }) => remedy),
  column('row', text, ({ row }) => row.slice(0, MOST_OF_CELL)),
  inside(({ at }: Problem) => at, [column('sheet', often, ({ sheet }) => sheet), column('cell', text, cellOf)]),
])

export const rejectsCsvHeader = csvText(rejected, [])

/** One line for each thing that is wrong with a row, without the header. */
export function rejectsCsvLines(rows: readonly Refused[], lang: Language): string {
  const lines = rows.flatMap(({ problems, text: row }) =>
    problems.map((each) => ({ ...each, ...problemMessage(each, lang), row })),
  )
  return csvText(rejected, lines).slice(rejectsCsvHeader.length)
}
