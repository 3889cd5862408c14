import { GLUE } from '../figure/format.ts'
import { wrappedText } from '../figure/safe-text.ts'
import type { Column, Line, Paint } from './grid.ts'

/**
 * Rows as blocks of `head: value` lines, for a terminal too narrow for any table: figures of many digits stay
 * whole, each on a line of its own where it has to be.
 */
export function cardLines<Row>(columns: readonly Column<Row>[], lines: readonly Line<Row>[], width: number): string[] {
  return lines.flatMap((line) => {
    if (line.kind === 'blank') return ['']
    if (line.kind === 'text') return indented(line.text, line.indent, line.whole ? Infinity : width, line.paint)
    const indent = columns[0]?.cell(line.row).indent ?? 0
    return columns.flatMap((column, index) =>
      cardCell(column, line.row, index === 0, index === 0 ? indent : indent + 2, width),
    )
  })
}

function cardCell<Row>(column: Column<Row>, row: Row, isFirst: boolean, indent: number, width: number): string[] {
  const { text, mark = '', paint } = column.cell(row)
  if (text.trim() === '') return []
  const marked = text.replaceAll('\n', ' ') + (mark === '' ? '' : `${GLUE}${mark}`)
  return indented(isFirst || column.head === '' ? marked : `${column.head}: ${marked}`, indent, width, paint)
}

function indented(text: string, indent: number, width: number, paint: Paint = (part) => part): string[] {
  const parts = wrappedText(text, Math.max(1, width - indent))
  return parts.map((part) => ' '.repeat(indent) + paint(part.replaceAll(GLUE, ' ').trimEnd()))
}
