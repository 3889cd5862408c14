import { GLUE, inSigns } from '../figure/format.ts'
import type { YearCells } from '../view/compare/compare-cells.ts'
import type { Block, ComparisonRow } from '../view/compare/compare-text.ts'
import type { Noted } from '../view/report/completion-rows.ts'
import { compareWordsOf } from '../words/words.ts'
import type { Cell, Column, Layout, Line } from './grid.ts'
import type { Style } from './style.ts'

/**
 * The ways to lay a block of years out, best first: with a column for the unit; the unit behind the name; columns as
 * narrow as their longest word.
 */
export function comparisonLayouts(block: Block, style: Style): Layout<ComparisonRow>[] {
  const { name, nameWithUnit, unit } = leadColumns(style)
  const hasUnits = block.entries.some((entry) => entry.kind === 'row' && entry.unit !== '')
  const figures = yearColumns(block, style, false)
  return [
    { columns: [name, ...(hasUnits ? [unit] : []), ...figures], growing: name, least: 28, squeezed: false },
    { columns: [nameWithUnit, ...figures], growing: nameWithUnit, least: 24, squeezed: false },
    { columns: [nameWithUnit, ...figures], growing: nameWithUnit, least: 22, squeezed: true },
  ]
}

/** The same with the completion in brackets below what the actual is to the target. */
export function foldedLayouts(block: Block, style: Style, least: number): Layout<ComparisonRow>[] {
  const { nameWithUnit } = leadColumns(style)
  const columns = [nameWithUnit, ...yearColumns(block, style, true)]
  return [{ columns, growing: nameWithUnit, least, squeezed: true }]
}

/** Section headings, "of which" lines and rows, with a blank line before each section but the first. */
export function comparisonLines({ entries }: Block, style: Style): Line<ComparisonRow>[] {
  const lines: Line<ComparisonRow>[] = []
  for (const entry of entries) {
    if (entry.kind === 'row') lines.push({ kind: 'cells', row: entry })
    else if (entry.kind === 'section') {
      if (lines.length > 0) lines.push({ kind: 'blank' })
      if (entry.text !== '') lines.push({ kind: 'text', text: entry.text, indent: 0, under: 'edge', paint: style.bold })
    } else {
      lines.push({ kind: 'text', text: entry.text, indent: entry.depth * 2, under: 'growing', paint: style.dim })
    }
  }
  return lines
}

function leadColumns({ words, unicode, dim }: Style) {
  const left = (head: string, comfortable: number, cell: (row: ComparisonRow) => Cell): Column<ComparisonRow> => ({
    head,
    align: 'left',
    comfortable,
    cell,
  })
  const named = (row: ComparisonRow, text: string): Cell => ({
    text: inSigns(text, unicode),
    indent: row.depth * 2,
    paint: row.isArea ? dim : undefined,
  })
  const { indicator } = compareWordsOf(words.lang)
  return {
    name: left(indicator, 64, (row) => named(row, row.name)),
    // The unit of a percentage stands behind the figures already.
    nameWithUnit: left(indicator, 64, (row) =>
      named(row, row.unit === '' || row.unit === '%' ? row.name : `${row.name} (${row.unit})`),
    ),
    unit: {
      ...left(words.columns.unit, 14, ({ unit }) => ({ text: inSigns(unit, unicode) })),
      narrowest: 10,
    },
  }
}

function yearColumns({ years }: Block, { unicode, tones }: Style, folded: boolean): Column<ComparisonRow>[] {
  const signs = (text: string) => inSigns(text, unicode)
  return years.flatMap((heads, index) => {
    const column = (
      head: string | null,
      cell: (cells: YearCells) => Noted,
      comfortable: number,
      isJudged = false,
    ): Column<ComparisonRow>[] => {
      if (head === null) return []
      const cellOf = (row: ComparisonRow): Cell => {
        const cells = row.years[index]
        if (!cells) return { text: '' }
        const { text, marks } = cell(cells)
        return { text: signs(text), mark: marks, paint: isJudged ? tones[cells.tone] : undefined }
      }
      return [{ head: head.replace('% ', `%${GLUE}`), align: 'right', comfortable, cell: cellOf }]
    }
    const { actualOnTarget, completion } = heads
    const judged = folded
      ? column(actualOnTarget ?? completion, withCompletion, 12, true)
      : [
          ...column(actualOnTarget, (cells) => cells.actualOnTarget, 12, true),
          ...column(completion, (cells) => cells.completion, 12, true),
        ]
    return [
      ...column(index === 0 ? heads.previous : null, ({ previous }) => previous, 12),
      ...column(heads.target, ({ target }) => target, 12),
      ...column(heads.actual, ({ actual }) => actual, 12),
      ...column(heads.targetOnPrevious, ({ targetOnPrevious }) => targetOnPrevious, 12),
      ...judged,
      ...column(heads.actualOnPrevious, ({ actualOnPrevious }) => actualOnPrevious, 12),
    ]
  })
}

/** The completion in brackets below what the actual is to the target. */
function withCompletion({ actualOnTarget, completion }: YearCells): Noted {
  if (completion.text === '') return actualOnTarget
  return {
    text: `${actualOnTarget.text}\n(${completion.text})`,
    marks: [actualOnTarget.marks, completion.marks].filter((mark) => mark !== '').join(' '),
  }
}
