import { formatDay } from '../../model/period.ts'
import { goneThrough } from './xml.ts'
import { type Archive, archiveIn, type Inflate, type ZipFault } from './zip.ts'

/** A cell as it is stored. */
export interface SheetCell {
  /** Counted from 0. */
  readonly column: number
  readonly text: string
  /** A number, in plain decimals; else text, a day or an error value. */
  readonly isNumber: boolean
}

export interface SheetRow {
  /** Counted from 1. */
  readonly number: number
  readonly cells: readonly SheetCell[]
}

export interface Sheet {
  readonly name: string
  /** Rows in which something stands. */
  readonly rows: readonly SheetRow[]
}

export type WorkbookFault = ZipFault | 'no-sheet' | 'too-far' | 'too-many-cells'

/** What spreadsheets allow. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** More belong in a table of text or in Parquet. */
const MOST_CELLS = 2_000_000

/** The sheet of that name, or the first one, of a workbook (ECMA-376, SpreadsheetML). */
export function sheetIn(bytes: Uint8Array, wanted: string | null, inflate: Inflate): Sheet | WorkbookFault {
  const archive = archiveIn(bytes, inflate)
  if (typeof archive === 'string') return archive
  const book = bookIn(archive)
  if (typeof book === 'string') return book
  const named = wanted === null ? book.sheets[0] : book.sheets.find(({ name }) => name === wanted)
  if (!named) return 'no-sheet'
  const strings = sharedStrings(archive)
  if (typeof strings === 'string') return strings
  const formats = numberFormats(archive)
  if (typeof formats === 'string') return formats
  const content = archive.entry(named.path)
  if (content === undefined) return 'broken'
  if (typeof content === 'string') return content
  const rows = rowsIn(content, { strings, formats, startsIn1904: book.startsIn1904 })
  return typeof rows === 'string' ? rows : { name: named.name, rows }
}

/** The names of all sheets, for a message that lists them; empty where the workbook cannot be read. */
export function sheetNames(bytes: Uint8Array, inflate: Inflate): readonly string[] {
  const archive = archiveIn(bytes, inflate)
  const book = typeof archive === 'string' ? archive : bookIn(archive)
  return typeof book === 'string' ? [] : book.sheets.map(({ name }) => name)
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  readonly startsIn1904: boolean
}

function bookIn(archive: Archive): Book | ZipFault {
  const content = archive.entry('xl/workbook.xml')
  if (content === undefined) return 'not-a-zip'
  if (typeof content === 'string') return content
  const relations = relationsIn(archive)
  if (typeof relations === 'string') return relations
  const sheets: { name: string; path: string }[] = []
  let startsIn1904 = false
  const isXml = goneThrough(content, {
    open: (name, attribute) => {
      if (name === 'workbookPr') startsIn1904 = isTrue(attribute('date1904'))
      if (name !== 'sheet') return
      const path = relations.get(attribute('id') ?? '')
      if (path !== undefined) sheets.push({ name: attribute('name') ?? '', path })
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

/** What the number of a cell is meant as, and how many decimals it is shown with. */
interface NumberFormat {
  readonly kind: 'number' | 'percent' | 'date'
  readonly decimals: number
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
      if (name === 'xf' && isInCells) formats.push(formatOf(Number(attribute('numFmtId')), codes))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return isXml ? formats : 'broken'
}

/** Built-in formats by their numbers (ECMA-376 Part 1, 18.8.30), others by their code. */
function formatOf(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  if ((id >= 14 && id <= 17) || id === 22) return { kind: 'date', decimals: 0 }
  const code = codes.get(id) ?? BUILT_IN_CODES[id] ?? ''
  // Text in quotes, behind a backslash and in brackets is no part of the pattern; negatives have one of their own.
  const [pattern = ''] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';')
  if (/[yd]/i.test(pattern)) return { kind: 'date', decimals: 0 }
  const decimals = /\.(0+)/.exec(pattern)?.[1]?.length ?? 0
  return { kind: pattern.includes('%') ? 'percent' : 'number', decimals }
}

const BUILT_IN_CODES: Readonly<Record<number, string>> = {
  2: '0.00',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  39: '#,##0.00',
  40: '#,##0.00',
}

interface CellContext {
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly startsIn1904: boolean
}

function rowsIn(content: Uint8Array, context: CellContext): readonly SheetRow[] | WorkbookFault {
  const rows: SheetRow[] = []
  let fault: WorkbookFault | null = null
  let count = 0
  let row = { number: 0, cells: [] as SheetCell[] }
  let cell = { column: -1, type: 'n', style: 0 }
  let stored = ''
  let isValue = false
  const inline = textReader()
  const isXml = goneThrough(content, {
    open: (name, attribute) => {
      if (name === 'row') {
        row = { number: wholeNumber(attribute('r')) ?? row.number + 1, cells: [] }
        cell = { column: -1, type: 'n', style: 0 }
        if (row.number > MOST_ROWS) fault ??= 'too-far'
      } else if (name === 'c') {
        const column = columnOf(attribute('r')) ?? cell.column + 1
        if (column >= MOST_COLUMNS) fault ??= 'too-far'
        if (++count > MOST_CELLS) fault ??= 'too-many-cells'
        cell = { column, type: attribute('t') ?? 'n', style: wholeNumber(attribute('s')) ?? 0 }
        stored = ''
        inline.taken()
      }
      isValue = name === 'v'
      inline.open(name)
    },
    text: (piece) => {
      if (isValue) stored += piece
      inline.text(piece)
    },
    close: (name) => {
      isValue = false
      inline.close(name)
      if (name === 'c' && !fault) {
        const read = cellFrom(cell, cell.type === 'inlineStr' ? inline.taken() : stored, context)
        if (read.text !== '') row.cells.push(read)
      }
      if (name === 'row' && row.cells.length > 0 && !fault) rows.push(row)
    },
  })
  return fault ?? (isXml ? rows : 'broken')
}

function cellFrom(
  { column, type, style }: { column: number; type: string; style: number },
  stored: string,
  { strings, formats, startsIn1904 }: CellContext,
): SheetCell {
  const text = (written: string): SheetCell => ({ column, text: written.normalize('NFC'), isNumber: false })
  if (type === 's') return text(strings[wholeNumber(stored) ?? -1] ?? '')
  // Yes and no are no numbers, though they are stored as 1 and 0.
  if (type === 'b') return text(isTrue(stored) ? 'TRUE' : 'FALSE')
  if (type !== 'n' || stored === '') return text(stored)
  const { kind, decimals } = formats[style] ?? { kind: 'number', decimals: 0 }
  const plain = plainNumber(stored)
  if (plain === null) return text(stored)
  if (kind === 'date') return text(dayText(stored, startsIn1904) ?? stored)
  const shown = kind === 'percent' ? `${withDecimals(timesHundred(plain), decimals)}%` : withDecimals(plain, decimals)
  return { column, text: shown, isNumber: true }
}

/**
 * The number that was typed: spreadsheets keep binary floats and write 2.73 as 2.7300000000000004 or the like, with 17
 * digits. The shortest decimal text of the same float has the 15 digits that were typed.
 */
function plainNumber(stored: string): string | null {
  if (!/^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(stored)) return null
  const shortest = String(Number(stored))
  const [, sign = '', whole = '', decimals = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(shortest) ?? []
  if (whole === '') return null
  return shifted(sign, whole, decimals, Number(exponent ?? 0))
}

/** With the zeros that the sheet shows: 2.70 was printed to two decimals. No digit is taken away. */
function withDecimals(plain: string, least: number): string {
  const [whole = '', decimals = ''] = plain.split('.')
  const padded = decimals.padEnd(Math.min(least, MOST_SHOWN_DECIMALS), '0')
  return padded === '' ? whole : `${whole}.${padded}`
}

const MOST_SHOWN_DECIMALS = 6

function timesHundred(plain: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  return shifted(sign, whole, decimals, 2)
}

/** Plain decimal text of `whole.decimals` × 10^`places`. */
function shifted(sign: string, whole: string, decimals: string, places: number): string {
  const digits = whole + decimals
  const point = whole.length + places
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const after = padded.slice(at).replace(/0+$/, '')
  const text = after === '' ? before : `${before}.${after}`
  return text === '0' ? text : sign + text
}

/** A day as spreadsheets count them, from the end of 1899 or from 1904 on; a time of day is passed over. */
function dayText(stored: string, startsIn1904: boolean): string | null {
  const serial = Math.floor(Number(stored))
  // The 29 February 1900 that spreadsheets count never was.
  const days = startsIn1904 ? serial + 1462 : serial < 61 ? serial + 1 : serial
  if (!(days > 0 && days < 2_958_466)) return null
  return formatDay(days - 25_569)
}

/** `B12` is column 1. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,4})\d*$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}
