import CliTable from 'cli-table3'
import { GLUE, inSigns } from '../figure/format.ts'
import { displayWidth, wrappedText } from '../figure/safe-text.ts'
import { type Column, type Layout, type Line, rowsIn } from '../view/document.ts'
import { lookOf, type Shown, shownCell } from './cell.ts'
import type { Paint, Style } from './style.ts'

const GAP = 2
/** Beyond this the eye loses the line: a wide terminal does not pull a table apart. */
const WIDEST_TEXT = 64

/** A layout that fits a width, with the widths of its columns. */
export interface Fitting<Row> {
  readonly layout: Layout<Row>
  readonly widths: readonly Width[]
  readonly style: Style
}

/** The first layout that fits the width. Widths are measured once for each column, however many layouts have it. */
export function fittingLayout<Row>(
  layouts: readonly Layout<Row>[],
  lines: readonly Line<Row>[],
  style: Style,
): Fitting<Row> | undefined {
  const rows = rowsIn(lines)
  const measured = new Map<Column<Row>, Measure>()
  const measure = (column: Column<Row>) => {
    const known = measured.get(column) ?? measureOf(column, rows, style)
    measured.set(column, known)
    return known
  }
  for (const layout of layouts) {
    if (style.width < (layout.from ?? 0)) continue
    const widths = widthsOf(layout, layout.columns.map(measure), style.width)
    if (widths) return { layout, widths, style }
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

function measureOf<Row>(column: Column<Row>, rows: readonly Row[], style: Style): Measure {
  const head = headText(column)
  let natural = displayWidth(head)
  let word = longestWord(head)
  let gutter = 0
  for (const row of rows) {
    const { text, mark, indent } = shownCell(column, row, style)
    if (!text.includes(' ') && !text.includes('\n')) {
      const width = indent + displayWidth(text)
      natural = Math.max(natural, width)
      word = Math.max(word, width)
    } else {
      for (const part of text.split('\n')) {
        natural = Math.max(natural, indent + displayWidth(part))
        word = Math.max(word, indent + (column.inTwoLines ? widthInTwoLines(part) : longestWord(part)))
      }
    }
    if (mark !== '') gutter = Math.max(gutter, 1 + displayWidth(mark))
  }
  return { natural, word, gutter }
}

/** A sign of per cent is not parted from what it is of. */
const headText = <Row>({ head }: Column<Row>) => head.replace('% ', `%${GLUE}`)

function longestWord(text: string): number {
  let longest = 0
  for (const word of text.replaceAll('\n', ' ').split(' ')) longest = Math.max(longest, displayWidth(word))
  return longest
}

/** The least width at which a text takes two lines. */
function widthInTwoLines(text: string): number {
  let [first, second] = [-1, displayWidth(text)]
  let least = second
  for (const word of text.split(' ')) {
    first += displayWidth(word) + 1
    second -= displayWidth(word) + 1
    least = Math.min(least, Math.max(first, second))
  }
  return least
}

function widthsOf<Row>(layout: Layout<Row>, measures: readonly Measure[], width: number): Width[] | undefined {
  const growing = layout.columns.indexOf(layout.growing)
  const wanted = measures.map(({ natural, word }, index) =>
    index === growing
      ? Math.min(natural, layout.least)
      : layout.squeezed
        ? squeezed(layout.columns[index], { natural, word })
        : comfortable(layout.columns[index], { natural, word }),
  )
  const fixed = measures.reduce((sum, { gutter }) => sum + gutter, GAP * (measures.length - 1))
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

/** The lines of a table. Texts are broken into lines here; rules, alignment and spans are the library's. */
export function gridLines<Row>(
  { layout: { columns, growing, legend }, widths, style }: Fitting<Row>,
  lines: readonly Line<Row>[],
): string[] {
  const total = widths.reduce((sum, { text, gutter }) => sum + text + gutter, GAP * (widths.length - 1))
  const drawn = drawnColumns(columns, widths)
  const { head, foot } = frameOf(columns, widths, drawn, style)
  const out = [...head]
  const block: DrawnRow[] = []
  const draw = () => {
    if (block.length > 0) for (const added of drawnLines(block, drawn)) out.push(added)
    block.length = 0
  }
  const whole = (text: string) => {
    draw()
    out.push(text)
  }
  for (const line of lines) {
    if (block.length >= LINES_OF_BLOCK) draw()
    if (line.kind === 'blank') whole('')
    else if (line.kind === 'row') {
      const cells = columns.map((column, index) => wrappedCell(shownCell(column, line.row, style), widths[index]))
      for (const added of drawnRows(cells, drawn)) block.push(added)
    } else {
      const before = line.role === 'of-which' ? widths.slice(0, columns.indexOf(growing)) : []
      for (const text of spanLines(line, before, total, style)) {
        // What is never broken may be wider than the table: there the library would cut it.
        if (line.role === 'place') whole(text)
        else block.push([{ content: text, colSpan: drawn.length }])
      }
    }
  }
  draw()
  const said = legend === undefined ? [] : wrappedText(legend, style.width).map(style.dim)
  return [...out, ...foot, ...said]
}

type DrawnRow = (string | { readonly content: string; readonly colSpan: number })[]

/** The library's time grows with the square of the rows of one table, and each line is a row: it would measure a text of several for each. */
const LINES_OF_BLOCK = 10

/** A column of the library: of a figure, or of the marks beside it, so that digits stay below digits. */
interface Drawn {
  readonly of: number
  readonly holds: 'text' | 'mark'
  /** Blanks before it, which are part of its width. */
  readonly gap: number
  readonly width: number
  readonly align: 'left' | 'right'
}

function drawnColumns<Row>(columns: readonly Column<Row>[], widths: readonly Width[]): readonly Drawn[] {
  return columns.flatMap(({ align }, of): Drawn[] => {
    const { text = 0, gutter = 0 } = widths[of] ?? {}
    const gap = of === 0 ? 0 : GAP
    const drawn: Drawn = { of, holds: 'text', gap, width: gap + text + (align === 'left' ? gutter : 0), align }
    return align === 'left' || gutter === 0
      ? [drawn]
      : [drawn, { of, holds: 'mark', gap: 0, width: gutter, align: 'left' }]
  })
}

/** What stands above the rows and below them: the heads between two rules, and a rule. */
function frameOf<Row>(
  columns: readonly Column<Row>[],
  widths: readonly Width[],
  drawn: readonly Drawn[],
  { unicode, bold, dim }: Style,
): { readonly head: readonly string[]; readonly foot: readonly string[] } {
  const heads = columns.map((column, index) => wrappedText(headText(column), widths[index]?.text ?? 0).join('\n'))
  const head = drawn.map((column) =>
    column.holds === 'text' ? inColumn((heads[column.of] ?? '').replaceAll(GLUE, ' '), column) : '',
  )
  const rules = unicode ? { top: '━', mid: '─', bottom: '━' } : { top: '=', mid: '-', bottom: '=' }
  // Without a row the library leaves the rule below the head out.
  const lines = drawnLines([drawn.map(() => '')], drawn, { head, chars: { ...NO_BORDERS, ...rules } })
  const isRule = (index: number) => index === 0 || index === lines.length - 3
  return {
    head: lines.slice(0, -2).map((line, index) => (isRule(index) ? dim(line) : bold(line))),
    foot: lines.slice(-1).map(dim),
  }
}

function drawnRows(cells: readonly Wrapped[], drawn: readonly Drawn[]): DrawnRow[] {
  const height = cells.reduce((most, { parts }) => Math.max(most, parts.length), 1)
  return Array.from({ length: height }, (_, y) =>
    drawn.map((column) => {
      const { parts = [], mark = '', indent = 0, paint } = cells[column.of] ?? {}
      if (column.holds === 'mark') return y === 0 && mark !== '' ? ` ${mark}` : ''
      const part = (parts[y] ?? '').replaceAll(GLUE, ' ')
      return part === '' ? '' : inColumn(' '.repeat(indent) + (paint?.(part) ?? part), column)
    }),
  )
}

/** The library keeps what stands at the right where it belongs; at the left the gap is written. */
const inColumn = (text: string, { align, gap }: Drawn) =>
  align === 'left' ? text.replace(/^/gm, ' '.repeat(gap)) : text

function drawnLines(rows: DrawnRow[], drawn: readonly Drawn[], look: CliTable.TableConstructorOptions = {}): string[] {
  const table = new CliTable({
    chars: NO_BORDERS,
    // No colour of its own: the library would paint into pipes too.
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: drawn.map(({ width }) => width),
    colAligns: drawn.map(({ align }) => align),
    rowAligns: ['bottom'],
    ...look,
  })
  for (const added of rows) table.push(added)
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
}

const NO_BORDERS = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '' },
  ...{ 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' },
}

function spanLines<Row>(
  line: Extract<Line<Row>, { kind: 'text' }>,
  before: readonly Width[],
  total: number,
  style: Style,
): string[] {
  const start = before.reduce((sum, { text, gutter }) => sum + text + gutter + GAP, line.depth * 2)
  const indent = Math.min(start, total - 1)
  const text = inSigns(line.text, style.unicode)
  const parts = line.role === 'place' ? [text] : wrappedText(text, total - indent)
  return parts.map((part) => ' '.repeat(indent) + lookOf(line, style)(part))
}

interface Wrapped {
  readonly parts: readonly string[]
  readonly mark?: string
  readonly indent?: number
  readonly paint?: Paint | undefined
}

function wrappedCell({ text, mark, indent, paint }: Shown, width: Width | undefined): Wrapped {
  const room = Math.max(1, (width?.text ?? 0) - indent)
  return { parts: text.split('\n').flatMap((part) => wrappedText(part, room)), mark, indent, paint }
}
