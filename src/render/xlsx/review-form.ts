import type { Cell, WriteSheet } from 'hucre'
import type { CellName, ReviewForm } from '../view/review-form.ts'
import { figureCell, textCell, type XlsxCell } from './cells.ts'
import { workbookOf } from './document.ts'
import { CENTERED, GRID } from './form.ts'
import { HEAD_STYLE, heightOf, letterOf, pageOf, printNames } from './sheet.ts'

/** A title, a line below it and an empty one stand above the heads, which take two rows, and a row of numbers of columns. */
const HEAD_ROW = 3
const FIRST_ROW = HEAD_ROW + 3

/** Where the cells of a form stand. */
export const cellOfForm: CellName = (row, column) => `${letterOf(column + 2)}${FIRST_ROW + row + 1}`

/** Forms, a sheet each; no bytes where there is none. */
export async function renderReviewForms(forms: readonly ReviewForm[]): Promise<Uint8Array> {
  if (forms.length === 0) return new Uint8Array()
  return workbookOf(forms.map((form) => ({ name: form.name, sheet: (unique) => sheetOf(unique, form) })))
}

function sheetOf(name: string, { title, subtitle, heads, rows }: ReviewForm) {
  const width = heads.length + 2
  const cells = new Map<string, Partial<Cell>>()
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = []
  const put = (row: number, column: number, { value, format, formula }: XlsxCell, style: Cell['style']) =>
    cells.set(`${row},${column}`, {
      value,
      style: { ...style, ...(format && { numFmt: format }) },
      ...(formula && { formula, formulaResult: value }),
    })
  put(0, 0, textCell(title), { font: { bold: true, size: 14 }, alignment: CENTERED })
  put(1, 0, textCell(subtitle), { font: { italic: true }, alignment: CENTERED })
  for (const row of [0, 1]) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 })
  const head = { ...HEAD_STYLE, border: GRID, alignment: CENTERED }
  const allHeads = [['TT', ''], ['Đơn vị', ''], ...heads]
  for (const [column, [outer = '', inner = '']] of allHeads.entries()) {
    const isFirst = allHeads[column - 1]?.[0] !== outer
    put(HEAD_ROW, column, textCell(isFirst ? outer : ''), head)
    put(HEAD_ROW + 1, column, textCell(inner), head)
    if (inner === '') merges.push({ startRow: HEAD_ROW, startCol: column, endRow: HEAD_ROW + 1, endCol: column })
    const last = allHeads.findLastIndex(([other]) => other === outer)
    if (isFirst && last > column) merges.push({ startRow: HEAD_ROW, startCol: column, endRow: HEAD_ROW, endCol: last })
    put(HEAD_ROW + 2, column, textCell(column < 2 ? (['A', 'B'][column] ?? '') : String(column - 1)), head)
  }
  for (const [index, { no, name: area, depth, cells: inRow }] of rows.entries()) {
    const style = { border: GRID, ...(depth === 0 && { font: { bold: true } }) }
    const at = FIRST_ROW + index
    put(at, 0, textCell(no), { ...style, alignment: { horizontal: 'center' } })
    put(at, 1, textCell(area), { ...style, alignment: { wrapText: true } })
    for (const [column, { figure, formula }] of inRow.entries()) {
      put(at, column + 2, { ...figureCell(figure), ...(formula && { formula }) }, style)
    }
  }
  const sheet: WriteSheet = {
    name,
    columns: [{ width: 6 }, { width: 28 }, ...heads.map(() => ({ width: 11 }))],
    cells,
    merges,
    freezePane: { rows: FIRST_ROW },
    rowDefs: new Map([HEAD_ROW, HEAD_ROW + 1].map((row) => [row, { height: heightOf([2]) }])),
    pageSetup: pageOf(),
  }
  const area = `$A$1:$${letterOf(width - 1)}$${FIRST_ROW + rows.length}`
  return { sheet, names: printNames(name, area, `$${HEAD_ROW + 1}:$${HEAD_ROW + 2}`) }
}
