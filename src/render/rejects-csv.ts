import type { Language } from '../model/figure.ts'
import type { Problem } from '../model/problem.ts'
import { type CsvColumn, csvText, text, word } from './csv-cells.ts'
import { problemMessage } from './problems.ts'

/** The rows of tables that could not be read, one line for each thing that is wrong with one. */
export function renderRejectsCsv(refusals: readonly Problem[], lang: Language): string {
  const columns: readonly CsvColumn<readonly [Problem]>[] = [
    ['file', ({ at }) => text(at?.file)],
    ['line', ({ at }) => word(at?.line)],
    ['column', ({ at }) => word(at?.column)],
    ['problem', ({ code }) => word(code)],
    ['message', (found) => text(problemMessage(found, lang).message)],
    ['remedy', (found) => text(problemMessage(found, lang).remedy)],
  ]
  return csvText(
    columns,
    refusals.map((found) => [found] as const),
  )
}
