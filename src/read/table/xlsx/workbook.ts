import {
  type CellContext,
  cellFrom,
  isTrue,
  type NumberFormat,
  numberFormatOf,
  type SheetCell,
  textCell,
  wholeNumber,
} from './cell.ts'
import { goneThrough } from './xml.ts'
import { type Archive, archiveIn, type Inflate, type ZipFault } from './zip.ts'

export interface SheetRow {
  /** Counted from 1. */
  readonly number: number
  readonly cells: readonly SheetCell[]
  /** Nobody who opens the sheet sees it: hidden by hand, by a filter or in a closed group, or of no height. */
  readonly isHidden: boolean
}

export interface Sheet {
  readonly name: string
  /** Rows in which something stands. */
  readonly rows: readonly SheetRow[]
  readonly merged: readonly MergedCells[]
  readonly isHidden: boolean
  readonly hiddenColumns: ReadonlySet<number>
}

/** Cells that are shown as one. Rows count from 1, columns from 0. */
export interface MergedCells {
  /** What stands in the first of them, also where that is hidden. */
  readonly text: string
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export type WorkbookFault = ZipFault | 'old-format' | 'no-sheet' | 'too-far' | 'too-many-cells'

/** What spreadsheets allow. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** More belong in a table of text or in Parquet: these take about two seconds. */
export const MOST_CELLS = 200_000

/**
 * The sheet of that name, or the first one, of a workbook (ECMA-376, SpreadsheetML). `skipsHidden`: without what a
 * spreadsheet hides, so that the first sheet is the first that is seen.
 */
export function sheetIn(
  bytes: Uint8Array,
  wanted: string | null,
  inflate: Inflate,
  skipsHidden = false,
): Sheet | WorkbookFault {
  const archive = archiveIn(bytes, inflate)
  if (typeof archive === 'string') return compoundFault(bytes) ?? archive
  const book = bookIn(archive)
  if (typeof book === 'string') return book
  const named = book.sheets.find(({ name, isHidden }) =>
    wanted === null ? !(skipsHidden && isHidden) : name === wanted,
  )
  if (!named) return 'no-sheet'
  const strings = sharedStrings(archive)
  if (typeof strings === 'string') return strings
  const formats = numberFormats(archive)
  if (typeof formats === 'string') return formats
  const content = archive.entry(named.path)
  if (content === undefined) return 'broken'
  if (typeof content === 'string') return content
  const cells = cellsIn(content, { strings, formats, startsIn1904: book.startsIn1904 })
  if (typeof cells === 'string') return cells
  const sheet = { name: named.name, isHidden: named.isHidden && wanted === null, ...cells }
  if (!skipsHidden) return sheet
  const isSeen = ({ column }: SheetCell) => !cells.hiddenColumns.has(column)
  const rows = cells.rows
    .filter(({ isHidden }) => !isHidden)
    .map((row) => ({ ...row, cells: row.cells.filter(isSeen) }))
  return { ...sheet, rows: rows.filter((row) => row.cells.length > 0) }
}

/**
 * What a compound file ([MS-CFB]) holds: a workbook with a password ([MS-OFFCRYPTO] 2.3.4.4), or one as it was written
 * before 2007. null: it is none.
 */
function compoundFault(bytes: Uint8Array): 'encrypted' | 'old-format' | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.subarray(0, 8).equals(COMPOUND_FILE)) return null
  return file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-format'
}

const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** The names of all sheets, for a message that lists them; empty where the workbook cannot be read. */
export function sheetNames(bytes: Uint8Array, inflate: Inflate): readonly string[] {
  const archive = archiveIn(bytes, inflate)
  const book = typeof archive === 'string' ? archive : bookIn(archive)
  return typeof book === 'string' ? [] : book.sheets.map(({ name }) => name)
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly isHidden: boolean }[]
  readonly startsIn1904: boolean
}

function bookIn(archive: Archive): Book | ZipFault {
  const content = archive.entry('xl/workbook.xml')
  if (content === undefined) return 'not-a-zip'
  if (typeof content === 'string') return content
  const relations = relationsIn(archive)
  if (typeof relations === 'string') return relations
  const sheets: { name: string; path: string; isHidden: boolean }[] = []
  let startsIn1904 = false
  const isXml = goneThrough(content, {
    open: (name, attribute) => {
      if (name === 'workbookPr') startsIn1904 = isTrue(attribute('date1904'))
      if (name !== 'sheet') return
      const path = relations.get(attribute('id') ?? '')
      const isHidden = (attribute('state') ?? 'visible') !== 'visible'
      if (path !== undefined) sheets.push({ name: attribute('name') ?? '', path, isHidden })
    },
  })
  return isXml ? { sheets, startsIn1904 } : 'broken'
}

/** Paths of worksheets by the ids that the workbook calls them by. */
function relationsIn(archive: Archive): ReadonlyMap<string, string> | ZipFault {
  const content = archive.entry('xl/_rels/workbook.xml.rels')
  if (content === undefined) return 'broken'
  if (typeof content === 'string') return content
  const paths = new Map<string, string>()
  const isXml = goneThrough(content, {
    open: (name, attribute) => {
      if (name !== 'Relationship' || !attribute('Type')?.endsWith('/worksheet')) return
      const target = attribute('Target') ?? ''
      paths.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
    },
  })
  return isXml ? paths : 'broken'
}

/** Texts that cells share, without the readings of Asian scripts that may stand beside them. */
function sharedStrings(archive: Archive): readonly string[] | ZipFault {
  const content = archive.entry('xl/sharedStrings.xml')
  if (content === undefined) return []
  if (typeof content === 'string') return content
  const strings: string[] = []
  const reader = textReader()
  const isXml = goneThrough(content, {
    open: reader.open,
    text: reader.text,
    close: (name) => {
      reader.close(name)
      if (name === 'si') strings.push(reader.taken())
    },
  })
  return isXml ? strings : 'broken'
}

/** Collects what stands in `<t>`, of rich text all runs. */
function textReader() {
  let text = ''
  let isText = false
  let isReading = false
  return {
    open: (name: string) => {
      if (name === 'rPh') isReading = true
      isText = name === 't' && !isReading
    },
    text: (piece: string) => {
      if (isText) text += piece
    },
    close: (name: string) => {
      if (name === 'rPh') isReading = false
      if (name === 't') isText = false
    },
    taken: () => {
      const taken = text
      text = ''
      return taken
    },
  }
}

function numberFormats(archive: Archive): readonly NumberFormat[] | ZipFault {
  const content = archive.entry('xl/styles.xml')
  if (content === undefined) return []
  if (typeof content === 'string') return content
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let isInCells = false
  const isXml = goneThrough(content, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name === 'xf' && isInCells) formats.push(numberFormatOf(Number(attribute('numFmtId')), codes))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return isXml ? formats : 'broken'
}

function cellsIn(content: Uint8Array, context: CellContext): Omit<Sheet, 'name' | 'isHidden'> | WorkbookFault {
  const rows: SheetRow[] = []
  const ranges: Omit<MergedCells, 'text'>[] = []
  const hiddenColumns = new Set<number>()
  let columnsTo = 0
  let fault: WorkbookFault | null = null
  let count = 0
  let row = { number: 0, cells: [] as SheetCell[], isHidden: false }
  let cell = { column: -1, type: 'n', style: 0 }
  let stored = ''
  let formula: string | null = null
  let reads: 'value' | 'formula' | null = null
  const inline = textReader()
  const isXml = goneThrough(content, {
    open: (name, attribute) => {
      if (name === 'row') {
        const number = wholeNumber(attribute('r')) ?? row.number + 1
        row = { number, cells: [], isHidden: isTrue(attribute('hidden')) || Number(attribute('ht') ?? 1) === 0 }
        cell = { column: -1, type: 'n', style: 0 }
        if (row.number > MOST_ROWS) fault ??= 'too-far'
      } else if (name === 'c') {
        const column = columnOf(attribute('r')) ?? cell.column + 1
        if (column >= MOST_COLUMNS) fault ??= 'too-far'
        if (++count > MOST_CELLS) fault ??= 'too-many-cells'
        cell = { column, type: attribute('t') ?? 'n', style: wholeNumber(attribute('s')) ?? 0 }
        stored = ''
        formula = null
        inline.taken()
      } else if (name === 'col') {
        // They stand in order and none twice; what does not is no column of any spreadsheet.
        const [first, last] = [wholeNumber(attribute('min')) ?? 0, wholeNumber(attribute('max')) ?? 0]
        const isHidden = isTrue(attribute('hidden')) || Number(attribute('width') ?? 1) === 0
        if (first <= columnsTo) return
        columnsTo = Math.min(last, MOST_COLUMNS)
        for (let column = first; isHidden && column <= columnsTo; column++) hiddenColumns.add(column - 1)
      } else if (name === 'mergeCell') {
        const range = rangeFrom(attribute('ref'))
        if (range) ranges.push(range)
      }
      reads = name === 'v' ? 'value' : name === 'f' ? 'formula' : null
      if (reads === 'formula') formula = '='
      inline.open(name)
    },
    text: (piece) => {
      if (reads === 'value') stored += piece
      if (reads === 'formula') formula += piece
      inline.text(piece)
    },
    isDone: () => fault !== null,
    close: (name) => {
      reads = null
      inline.close(name)
      if (name === 'c' && !fault) {
        // A formula that was never calculated is not empty: whoever reads the cell shall say what is wrong with it.
        const isUncalculated = formula !== null && stored === '' && cell.type === 'n'
        const content = cell.type === 'inlineStr' ? inline.taken() : stored
        const read = isUncalculated ? textCell(cell.column, formula ?? '') : cellFrom(cell, content, context)
        if (read.text !== '') row.cells.push(read)
      }
      if (name === 'row' && row.cells.length > 0 && !fault) rows.push(row)
    },
  })
  const tops = new Set(ranges.map(({ top }) => top))
  const firstRows = rows.filter(({ number }) => tops.has(number))
  const texts = new Map(firstRows.map((each) => [each.number, new Map(each.cells.map((at) => [at.column, at.text]))]))
  const merged = ranges.flatMap((range) => {
    const text = texts.get(range.top)?.get(range.left)
    return text === undefined ? [] : [{ ...range, text }]
  })
  return fault ?? (isXml ? { rows, merged, hiddenColumns } : 'broken')
}

/** `B2:B4`; null: it is no such range. */
function rangeFrom(reference: string | undefined): Omit<MergedCells, 'text'> | null {
  const [, first, top, last, bottom] = /^([A-Z]{1,4})(\d{1,7}):([A-Z]{1,4})(\d{1,7})$/.exec(reference ?? '') ?? []
  const [left, right] = [columnOf(first), columnOf(last)]
  return left === null || right === null ? null : { top: Number(top), left, bottom: Number(bottom), right }
}

/** `B12` is column 1. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,4})\d*$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
