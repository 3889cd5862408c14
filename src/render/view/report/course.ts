import { Exact } from '../../../model/exact.ts'
import { isChangeTarget } from '../../../model/indicator.ts'
import type { CompletionLine } from '../../../model/report.ts'
import { type Format, valueText } from '../../figure/format.ts'
import { periodText } from '../../figure/period-text.ts'
import { htmlWordsOf } from '../../words/words.ts'
import { type Block, type Column, noNotes, tableBlock } from '../document.ts'

interface CourseRow {
  readonly name: string
  readonly step: string
  readonly total: string
  readonly value: Exact | null
}

/** How a running total came to be, step by step: as a line, and as numbers beside it. Nothing where fewer than two steps are known. */
export function courseOf(
  { indicator, increments, target }: CompletionLine,
  format: Format,
): { readonly title: string; readonly blocks: readonly Block[] }[] {
  if (increments.filter(({ value }) => value !== null).length < 2) return []
  const { words, notation } = format
  const say = htmlWordsOf(words.lang).course
  const totals = runningTotals(increments.map(({ value }) => value))
  const text = (figure: Exact | null | undefined) => (figure ? valueText(figure, indicator.type, format) : '–')
  const rows = increments.map(
    ({ period, value }, index): CourseRow => ({
      name: periodText(period, words),
      step: text(value),
      total: text(totals[index]),
      value: totals[index] ?? null,
    }),
  )
  const column = (key: string, head: string, align: 'left' | 'right', of: (row: CourseRow) => string) =>
    ({ key, head, align, comfortable: 20, cell: (row) => ({ text: of(row) }) }) satisfies Column<CourseRow>
  const lead = column('period', say.period, 'left', ({ name }) => name)
  const columns = [
    lead,
    column('step', say.step, 'right', ({ step }) => step),
    column('total', say.total, 'right', ({ total }) => total),
  ]
  const aim = target?.target
  return [
    {
      title: say.title,
      blocks: [
        {
          kind: 'figure',
          caption: '',
          drawing: {
            kind: 'course',
            points: rows.map(({ value }, index) => ({ label: String(index + 1), value })),
            target: aim && 'value' in aim && !isChangeTarget(aim) ? aim.value : null,
            notation,
            label: say.label(rows.map(({ name, total }) => `${name}: ${total}`).join('; ')),
          },
        },
        tableBlock({
          key: 'course',
          title: null,
          name: say.title,
          lines: rows.map((row) => ({ kind: 'row', row })),
          columns,
          layouts: [],
          lead,
          remarks: [],
          notes: noNotes,
        }),
      ],
    },
  ]
}

/** Up to each step; behind a step that was not reported nothing is known. */
function runningTotals(steps: readonly (Exact | null)[]): readonly (Exact | null)[] {
  let total: Exact | null = Exact.ZERO
  return steps.map((step) => {
    total = total && step && total.plus(step)
    return total
  })
}
