import { GLUE, inSigns } from '../figure/format.ts'
import { wrappedText } from '../figure/safe-text.ts'
import type { Column, Line } from '../view/document.ts'
import { lookOf, shownCell } from './cell.ts'
import type { Paint, Style } from './style.ts'

/**
 * Rows as blocks of `head: value` lines, for a terminal too narrow for any table: figures of many digits stay
 * whole, each on a line of its own where it has to be.
 */
export function cardLines<Row>(columns: readonly Column<Row>[], lines: readonly Line<Row>[], style: Style): string[] {
  const { width, unicode } = style
  return lines.flatMap((line) => {
    if (line.kind === 'blank') return ['']
    if (line.kind === 'text') {
      const room = line.role === 'place' ? Infinity : width
      return indented(inSigns(line.text, unicode), line.depth * 2, room, lookOf(line, style))
    }
    const [first] = columns
    const indent = first ? shownCell(first, line.row, style).indent : 0
    return columns.flatMap((column, index) =>
      cardCell(column, line.row, index === 0, index === 0 ? indent : indent + 2, style),
    )
  })
}

function cardCell<Row>(column: Column<Row>, row: Row, isFirst: boolean, indent: number, style: Style): string[] {
  const { text, mark, paint } = shownCell(column, row, style)
  if (text.trim() === '') return []
  const marked = text.replaceAll('\n', ' ') + (mark === '' ? '' : `${GLUE}${mark}`)
  return indented(isFirst || column.head === '' ? marked : `${column.head}: ${marked}`, indent, style.width, paint)
}

function indented(text: string, indent: number, width: number, paint: Paint = (part) => part): string[] {
  const parts = wrappedText(text, Math.max(1, width - indent))
  return parts.map((part) => ' '.repeat(indent) + paint(part.replaceAll(GLUE, ' ').trimEnd()))
}
