import { GLUE } from '../figure/format.ts'
import { displayWidth, wrappedText } from '../figure/safe-text.ts'

export type Paint = (text: string) => string

/** What stands in one place of a table. */
export interface Cell {
  readonly text: string
  /** Marks of footnotes, kept in a gutter of their own so that digits stay below digits. */
  readonly mark?: string
  readonly indent?: number
  readonly paint?: Paint | undefined
}

/** A column of rows of type `Row`. */
export interface Column<Row> {
  readonly head: string
  readonly align: 'left' | 'right'
  /** The width up to which its texts are better left unbroken. */
  readonly comfortable: number
  /** The width below which it is not squeezed, longest word or not. */
  readonly narrowest?: number
  readonly cell: (row: Row) => Cell
}

/** One way to lay the columns out. */
export interface Layout<Row> {
  readonly columns: readonly Column<Row>[]
  /** Takes the room that the others leave. */
  readonly growing: Column<Row>
  /** The least that the growing column needs, unless its texts are shorter. */
  readonly least: number
  /** Whether the other columns may be as narrow as their longest word. */
  readonly squeezed: boolean
  /** What signs in its columns mean, told below the table. */
  readonly legend?: string
}

/** What a row is made of: cells, or one text over all columns. */
export type Line<Row> =
  | { readonly kind: 'cells'; readonly row: Row }
  | {
      readonly kind: 'text'
      readonly text: string
      readonly indent: number
      /** Where it begins: at the edge of the table, or with the growing column. */
      readonly under: 'edge' | 'growing'
      /** Never broken, however long: a place in a file, which is copied or clicked on. */
      readonly whole?: boolean
      readonly paint?: Paint | undefined
    }
  | { readonly kind: 'blank' }

export interface GridStyle {
  readonly width: number
  readonly unicode: boolean
  readonly paintHead: Paint
  readonly paintRule: Paint
}

const GAP = '  '
/** Beyond this the eye loses the line: a wide terminal does not pull a table apart. */
const WIDEST_TEXT = 64

/**
 * The lines of a table in the first layout that fits the width, `undefined` when none does.
 *
 * Widths are measured once for each column and every row is then written for itself, so that a table takes
 * time in proportion to its rows. Texts break between words; figures are single words and never break.
 */
export function gridLines<Row>(
  layouts: readonly Layout<Row>[],
  lines: readonly Line<Row>[],
  style: GridStyle,
): string[] | undefined {
  const fitting = fittingLayout(layouts, lines, style.width)
  return fitting && written(fitting.layout, fitting.widths, lines, style)
}

/** The first layout that fits a width, with the widths of its columns. */
export function fittingLayout<Row, Its extends Layout<Row>>(
  layouts: readonly Its[],
  lines: readonly Line<Row>[],
  width: number,
): { readonly layout: Its; readonly widths: readonly Width[] } | undefined {
  const rows = lines.flatMap((line) => (line.kind === 'cells' ? [line.row] : []))
  const measured = new Map<Column<Row>, Measure>()
  const measure = (column: Column<Row>) => {
    const known = measured.get(column) ?? measureOf(column, rows)
    measured.set(column, known)
    return known
  }
  for (const layout of layouts) {
    const widths = widthsOf(layout, layout.columns.map(measure), width)
    if (widths) return { layout, widths }
  }
  return undefined
}

interface Measure {
  /** The widest text, unbroken. */
  readonly natural: number
  /** The widest word: nothing narrower holds the column without breaking a figure. */
  readonly word: number
  /** Columns that the marks of footnotes take, with the blank before them. */
  readonly gutter: number
}

interface Width {
  readonly text: number
  readonly gutter: number
}

function measureOf<Row>(column: Column<Row>, rows: readonly Row[]): Measure {
  let natural = displayWidth(column.head)
  let word = longestWord(column.head)
  let gutter = 0
  for (const row of rows) {
    const { text, mark = '', indent = 0 } = column.cell(row)
    const full = column.align === 'left' ? textWithMark(text, mark) : text
    if (!full.includes(' ') && !full.includes('\n')) {
      const width = indent + displayWidth(full)
      natural = Math.max(natural, width)
      word = Math.max(word, width)
    } else {
      for (const part of full.split('\n')) natural = Math.max(natural, indent + displayWidth(part))
      word = Math.max(word, indent + longestWord(full))
    }
    if (column.align === 'right' && mark !== '') gutter = Math.max(gutter, 1 + displayWidth(mark))
  }
  return { natural, word, gutter }
}

function longestWord(text: string): number {
  let longest = 0
  for (const word of text.replaceAll('\n', ' ').split(' ')) longest = Math.max(longest, displayWidth(word))
  return longest
}

const textWithMark = (text: string, mark: string) => (mark === '' ? text : `${text}${GLUE}${mark}`)

function widthsOf<Row>(layout: Layout<Row>, measures: readonly Measure[], width: number): Width[] | undefined {
  const growing = layout.columns.indexOf(layout.growing)
  const wanted = measures.map(({ natural, word }, index) =>
    index === growing
      ? Math.min(natural, layout.least)
      : layout.squeezed
        ? squeezed(layout.columns[index], { natural, word })
        : comfortable(layout.columns[index], { natural, word }),
  )
  const fixed = measures.reduce((sum, { gutter }) => sum + gutter, GAP.length * (measures.length - 1))
  let left = width - fixed - wanted.reduce((sum, each) => sum + each, 0)
  if (left < 0) return undefined
  const most = measures.map((measure, index) =>
    index === growing ? Math.min(measure.natural, WIDEST_TEXT) : comfortable(layout.columns[index], measure),
  )
  // What is left goes to the texts first, then one column each in turn, until nothing wants to be wider.
  while (left > 0 && wanted.some((each, index) => each < (most[index] ?? 0))) {
    for (const index of [growing, ...wanted.keys()]) {
      if (left > 0 && (wanted[index] ?? 0) < (most[index] ?? 0)) {
        wanted[index] = (wanted[index] ?? 0) + 1
        left--
      }
    }
  }
  return measures.map(({ gutter }, index) => ({ text: wanted[index] ?? 0, gutter }))
}

function squeezed<Row>(column: Column<Row> | undefined, { natural, word }: Pick<Measure, 'natural' | 'word'>): number {
  return Math.max(word, Math.min(natural, column?.narrowest ?? 0))
}

function comfortable<Row>(
  column: Column<Row> | undefined,
  { natural, word }: Pick<Measure, 'natural' | 'word'>,
): number {
  return Math.max(word, Math.min(natural, column?.comfortable ?? natural))
}

function written<Row>(
  { columns, growing, legend }: Layout<Row>,
  widths: readonly Width[],
  lines: readonly Line<Row>[],
  style: GridStyle,
): string[] {
  const total = widths.reduce((sum, { text, gutter }) => sum + text + gutter, GAP.length * (widths.length - 1))
  const rule = (sign: string) => style.paintRule(sign.repeat(total))
  const heads = columns.map(({ head }, index) => wrappedText(head, widths[index]?.text ?? 0))
  const height = Math.max(...heads.map(({ length }) => length))
  // Heads stand on the rule below them, whatever their height.
  const head = heads.map((parts) => ({ parts: [...Array<string>(height - parts.length).fill(''), ...parts] }))
  const out = [rule(style.unicode ? '━' : '=')]
  out.push(...rowLines(head, columns, widths).map(style.paintHead), rule(style.unicode ? '─' : '-'))
  for (const line of lines) {
    if (line.kind === 'blank') out.push('')
    else if (line.kind === 'text')
      out.push(...spanLines(line, line.under === 'edge' ? [] : widths.slice(0, columns.indexOf(growing)), total))
    else
      out.push(
        ...rowLines(
          columns.map((column, index) => wrappedCell(column, line.row, widths[index])),
          columns,
          widths,
        ),
      )
  }
  out.push(rule(style.unicode ? '━' : '='))
  if (legend !== undefined) out.push(...wrappedText(legend, style.width).map(style.paintRule))
  return out
}

function spanLines<Row>(line: Extract<Line<Row>, { kind: 'text' }>, before: readonly Width[], total: number): string[] {
  const start = before.reduce((sum, { text, gutter }) => sum + text + gutter + GAP.length, line.indent)
  const indent = Math.min(start, total - 1)
  const parts = line.whole ? [line.text] : wrappedText(line.text, total - indent)
  return parts.map((part) => ' '.repeat(indent) + (line.paint?.(part) ?? part))
}

interface Wrapped {
  readonly parts: readonly string[]
  readonly mark?: string
  readonly indent?: number
  readonly paint?: Paint | undefined
}

function wrappedCell<Row>(column: Column<Row>, row: Row, width: Width | undefined): Wrapped {
  const { text, mark = '', indent = 0, paint } = column.cell(row)
  const room = Math.max(1, (width?.text ?? 0) - indent)
  const full = column.align === 'left' ? textWithMark(text, mark) : text
  const parts = full.includes('\n')
    ? full.split('\n').flatMap((part) => wrappedText(part, room))
    : wrappedText(full, room)
  return { parts, mark: column.align === 'left' ? '' : mark, indent, paint }
}

function rowLines<Row>(cells: readonly Wrapped[], columns: readonly Column<Row>[], widths: readonly Width[]): string[] {
  const height = cells.reduce((most, { parts }) => Math.max(most, parts.length), 1)
  const out: string[] = []
  for (let y = 0; y < height; y++) {
    let line = ''
    // Blanks are written only before the next text, so that no line ends in one.
    let blanks = 0
    for (const [index, { parts, mark = '', indent = 0, paint }] of cells.entries()) {
      const { text: width = 0, gutter = 0 } = widths[index] ?? {}
      const part = parts[y] ?? ''
      const room = width - indent - displayWidth(part)
      if (columns[index]?.align === 'right') blanks += Math.max(0, room)
      if (part !== '') {
        line += ' '.repeat(blanks + indent) + (paint?.(part) ?? part)
        blanks = 0
      } else blanks += indent
      if (columns[index]?.align !== 'right') blanks += Math.max(0, room)
      const marked = y === 0 ? mark : ''
      if (marked !== '') {
        line += `${' '.repeat(blanks)} ${marked}`
        blanks = gutter - 1 - displayWidth(marked)
      } else blanks += gutter
      blanks += GAP.length
    }
    out.push(line.replaceAll(GLUE, ' ').trimEnd())
  }
  return out
}
