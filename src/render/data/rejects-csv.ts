import { cellOf, type Language } from '../../model/figure.ts'
import type { Problem } from '../../model/problem.ts'
import type { ProblemWords } from '../problem/problem-words.ts'
import { problemMessage } from '../problem/problems.ts'
import { type CsvColumn, csvText, text, word } from './csv-cells.ts'

/** A row of a table that cannot be read: as it stands in the file, and why. */
interface Refused {
  readonly problems: readonly Problem[]
  readonly text: string
}

/** More than this no cell of a spreadsheet holds. */
const MOST_OF_CELL = 32_000

/** `shown` makes texts harmless: most rows are refused for what others are. */
function columnsWith(shown: (text: string) => string): readonly CsvColumn<readonly [Problem, ProblemWords, string]>[] {
  return [
    ['file', ({ at }) => shown(at?.file ?? '')],
    ['line', ({ at }) => word(at?.line)],
    ['column', ({ at }) => word(at?.column)],
    ['problem', ({ code }) => word(code)],
    ['message', (_, { message }) => shown(message)],
    ['remedy', (_, { remedy }) => shown(remedy)],
    ['row', (_found, _words, row) => text(row.slice(0, MOST_OF_CELL))],
    ['sheet', ({ at }) => shown(at?.sheet ?? '')],
    ['cell', ({ at }) => word(at && cellOf(at))],
  ]
}

export const rejectsCsvHeader = csvText(columnsWith(text), [])

/** One line for each thing that is wrong with a row, without the header. */
export function rejectsCsvLines(rows: readonly Refused[], lang: Language): string {
  const lines = rows.flatMap((row) =>
    row.problems.map((found) => [found, problemMessage(found, lang), row.text] as const),
  )
  return csvText(columnsWith(remembered(text)), lines).slice(rejectsCsvHeader.length)
}

function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (each) => {
    const before = known.get(each)
    if (before !== undefined) return before
    const made = make(each)
    if (known.size < 1000) known.set(each, made)
    return made
  }
}
