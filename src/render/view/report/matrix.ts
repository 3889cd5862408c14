import type { Area } from '../../../model/plan.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { lineKey } from '../../../model/report.ts'
import { safeText } from '../../figure/safe-text.ts'
import { toneOf } from '../../figure/verdict-text.ts'
import { htmlWordsOf, timeWordsOf } from '../../words/words.ts'
import { type Block, type Column, columnsOf, layout, type Table, tableBlock } from '../document.ts'
import { actualText } from './actual.ts'
import { completionColumns } from './completion-columns.ts'
import { type CompletionRow, completionText, completionView, type RowOptions } from './completion-rows.ts'

/**
 * Indicators down, areas across: the completion of each, or where it has no target what was reached. So many areas a table as
 * the width takes; null: no area has a line.
 */
export function matrixBlock(report: PlanReport, options: RowOptions): Block | null {
  const lines = new Map(report.lines.map((line) => [lineKey(line.indicator.id, line.area?.id ?? null), line]))
  const areas = report.plan.areas.filter(({ id }) => report.lines.some(({ area }) => area?.id === id))
  if (areas.length === 0) return null
  const sizes = [...new Set(areas.map((_, tables) => Math.ceil(areas.length / (tables + 1))))]
  return {
    kind: 'either',
    ways: sizes.map((size) => () => {
      const parts = Array.from({ length: Math.ceil(areas.length / size) }, (_, part) =>
        areas.slice(part * size, (part + 1) * size),
      )
      return parts.map((part) =>
        tableBlock(matrixTable(report, part, lines, { ...options, notes: options.notes.anew() })),
      )
    }),
  }
}

function matrixTable(
  report: PlanReport,
  areas: readonly Area[],
  lines: ReadonlyMap<string, CompletionLine>,
  options: RowOptions,
): Table<CompletionRow> {
  const { format } = options
  const { lang } = format.words
  const say = htmlWordsOf(lang)
  const view = completionView(report, { ...options, byArea: false })
  const { nameInSheet, nameWithUnit, actual, completion } = completionColumns(view, format)
  const { right } = columnsOf<CompletionRow>()
  const of = (area: Area | null, head: string): Column<CompletionRow> => {
    const inArea = (row: CompletionRow): CompletionRow | null => {
      const line = lines.get(lineKey(row.line.indicator.id, area?.id ?? null))
      return line ? { ...row, line } : null
    }
    // Where there is no target, or no completion, what was reached.
    const doneIn = ({ line, decimals }: CompletionRow) => {
      const done = line.target ? completionText(line, decimals, format) : ''
      return done === '' || done === '–' ? null : done
    }
    const cell = (row: CompletionRow) => {
      const there = inArea(row)
      return there ? { text: doneIn(there) ?? actualText(there.line, format), tone: toneOf(there.line.verdict) } : ''
    }
    const figure = (row: CompletionRow) => {
      const there = inArea(row)
      return there && ((doneIn(there) === null ? actual : completion).figure?.(there) ?? null)
    }
    return right(area?.id ?? 'whole', head, 12, cell, { figure })
  }
  const columns = [of(null, timeWordsOf(lang).total), ...areas.map((area) => of(area, safeText(area.name[lang])))]
  const title = say.areas(safeText(report.plan.title[lang]))
  const unmarked = (name: Column<CompletionRow>) => ({
    ...name,
    cell: (row: CompletionRow) => ({ ...name.cell(row), marks: '' }),
  })
  const lead = unmarked(nameInSheet)
  return {
    key: 'matrix',
    title,
    name: title,
    sheetName: say.matrix,
    remarks: [say.matrixHint],
    lines: view.lines,
    columns: [lead, ...columns],
    layouts: [layout([unmarked(nameWithUnit), ...columns], 24)],
    lead,
  }
}
