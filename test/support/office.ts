import { workbook } from './workbooks.ts'

/** A cell of a made-up sheet: text, a number, or nothing. */
export type OfficeCell = string | number | null

export interface OfficeSheet {
  readonly name: string
  readonly cells: readonly (readonly OfficeCell[])[]
  /** Ranges, `E4:F4`. */
  readonly merged?: readonly string[]
}

/** A workbook as an office keeps it, of made-up sheets. */
export function officeWorkbook([first, ...others]: readonly [OfficeSheet, ...OfficeSheet[]]): Buffer {
  const sheetOf = ({ name, cells, merged = [] }: OfficeSheet) => ({ name, rows: rowsOf(cells), merged })
  const { name, rows, merged } = sheetOf(first)
  return workbook({ sheet: name, rows, merged, others: others.map(sheetOf) })
}

function rowsOf(cells: OfficeSheet['cells']): string {
  return cells
    .map((row, index) => {
      const texts = row.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${index + 1}`)).join('')
      return texts === '' ? '' : `<row r="${index + 1}">${texts}</row>`
    })
    .join('')
}

function cellOf(cell: OfficeCell, reference: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
}
