import type { Cell } from 'hucre'
import type { Form, Table } from '../view/document.ts'
import { figureCell, textCell, type XlsxCell } from './cells.ts'
import { HEAD_STYLE, heightOf, letterOf, linesOf, type PrintedSheet, pageOf, printNames } from './sheet.ts'

/** A table as an official form: its number in the corner, the title over all columns, a grid, headings across, heads on each page. */
export function formSheet<Row>(
  name: string,
  { lines, columns, lead }: Table<Row>,
  form: Form,
  number: number,
  foot: string,
): PrintedSheet {
  const width = columns.length
  const cells = new Map<string, Partial<Cell>>()
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = []
  const heights = new Map<number, { height: number }>()
  let at = 0
  const across = (text: string, style: Cell['style'], from = 0) => {
    cells.set(`${at},${from}`, {
      ...textCell(text),
      style: { alignment: { vertical: 'center', wrapText: true }, ...style },
    })
    merges.push({ startRow: at, startCol: from, endRow: at, endCol: width - 1 })
  }
  const lineOf = (inRow: readonly XlsxCell[], style: (column: number) => Cell['style']) => {
    inRow.forEach(({ value, format, formula: _, ...rest }, column) => {
      cells.set(`${at},${column}`, { value, ...rest, style: { ...style(column), ...(format && { numFmt: format }) } })
    })
    const texts = inRow.map(({ value }, column) =>
      typeof value === 'string' ? linesOf(value, columns[column]?.comfortable ?? 1) : 1,
    )
    heights.set(at++, { height: heightOf(texts) })
  }
  across(`${form.number} ${String(number).padStart(2, '0')}`, { alignment: { horizontal: 'right' } }, width - 2)
  at++
  across(form.title, {
    font: { bold: true, size: 14 },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  })
  heights.set(at++, {
    height:
      15 +
      heightOf([
        linesOf(
          form.title,
          columns.reduce((all, each) => all + each.comfortable, 0),
        ),
      ]),
  })
  for (const text of form.lines) {
    across(text, { font: { italic: true }, alignment: { horizontal: 'center' } })
    at++
  }
  const headRow = at + 1
  lineOf(
    columns.map(({ head }) => textCell(head)),
    () => ({ ...HEAD_STYLE, border: GRID, alignment: CENTERED }),
  )
  for (const line of lines) {
    if (line.kind === 'text' && !line.hasColumn) {
      const text = '    '.repeat(line.depth) + line.text
      cells.set(`${at},1`, {
        ...textCell(text),
        style: { font: { bold: line.role === 'heading', italic: line.role !== 'heading' } },
      })
      for (let column = 0; column < width; column++) {
        const cell = cells.get(`${at},${column}`) ?? { value: null }
        cells.set(`${at},${column}`, { ...cell, style: { ...cell.style, border: GRID } })
      }
      at++
    }
    if (line.kind !== 'row') continue
    const inRow = columns.map((column) => {
      const figure = column.figure?.(line.row)
      const { text, depth = 0 } = column.cell(line.row)
      const shown = figure ? figureCell(figure) : textCell(column.key === lead.key ? '    '.repeat(depth) + text : text)
      return shown.value === null && !figure ? textCell(text === '–' ? '' : text) : shown
    })
    lineOf(inRow, (column) => ({
      border: GRID,
      alignment: {
        vertical: 'top',
        wrapText: true,
        ...(columns[column]?.align === 'right' && { horizontal: 'right' }),
      },
    }))
  }
  return {
    sheet: {
      name,
      columns: columns.map(({ comfortable }) => ({ width: comfortable })),
      cells,
      merges,
      freezePane: { rows: headRow },
      rowDefs: heights,
      pageSetup: pageOf(),
      headerFooter: { oddFooter: `&R${foot}` },
    },
    names: printNames(name, `$A$1:$${letterOf(width - 1)}$${at}`, `$${headRow}:$${headRow}`),
  }
}

const THIN = { style: 'thin' } as const
export const GRID = { top: THIN, right: THIN, bottom: THIN, left: THIN }
export const CENTERED = { horizontal: 'center', vertical: 'center', wrapText: true } as const
