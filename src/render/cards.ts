import { GLUE } from './format.ts'
import type { Column, Line } from './grid.ts'
import { wrappedText } from './safe-text.ts'

/**
 * Rows as blocks of `head: value` lines, for a terminal too narrow for any table: figures of many digits stay
 * whole, each on a line of its own where it has to be.
 */
export function cardLines<Row>(columns: readonly Column<Row>[], lines: readonly Line<Row>[], width: number): string[] {
  return lines.flatMap((line) => {
    if (line.kind === 'blank') return ['']
    if (line.kind === 'text') return wrappedText(line.text, width).map((part) => line.paint?.(part) ?? part)
    return columns.flatMap((column, index) => cardCell(column, line.row, index === 0, width))
  })
}

function cardCell<Row>(column: Column<Row>, row: Row, isFirst: boolean, width: number): string[] {
  const { text, mark = '', paint = (part: string) => part } = column.cell(row)
  if (text.trim() === '') return []
  const marked = text.replace('\n', ' ') + (mark === '' ? '' : `${GLUE}${mark}`)
  const labelled = isFirst || column.head === '' ? marked : `${column.head}: ${marked}`
  const indent = isFirst ? 0 : 2
  return wrappedText(labelled, width - indent).map((part) => ' '.repeat(indent) + paint(part.replaceAll(GLUE, ' ')))
}
