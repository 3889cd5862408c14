import type { Exact } from '../../model/exact.ts'
import type { Notation } from '../figure/number.ts'
import type { Tone } from '../figure/verdict-text.ts'

/**
 * What people read, before any format: a list of blocks. Terminal, Markdown, page and workbook are writers of it; none
 * of them knows what an indicator is.
 */
export interface Document {
  /** What the whole is called: the title of a page. */
  readonly title: string
  /** What kind of document it is, where its title does not say so. */
  readonly heading?: string
  /** Each of one subject, a plan or a chain of plans. */
  readonly parts: readonly (readonly Block[])[]
  /** The result stands last, where the eye is when a terminal stops; what is read from the top begins with it. */
  readonly endsWithResult?: boolean
}

export type Block =
  | Head
  | TableBlock
  | Passage
  /** How many there are of each kind, and the same as a sentence. */
  | { readonly kind: 'tally'; readonly label: string; readonly sentence: string; readonly counts: readonly Tally[] }
  | { readonly kind: 'figure'; readonly caption: string; readonly drawing: Drawing }
  | Sheet
  /** The first whose tables fit the width; where nothing limits the width, the first. */
  | { readonly kind: 'either'; readonly ways: readonly (() => readonly Block[])[] }

/** What stands above the tables of a subject. */
export interface Head {
  readonly kind: 'head'
  readonly title: string
  /** Short, side by side: `Period: 2018`, `as of 31 December 2018`. */
  readonly facts: readonly string[]
  /** Each on a line of its own. */
  readonly lines: readonly string[]
  /** Whether the lines are the matter itself, and not said in passing. */
  readonly plainLines?: boolean
}

/** Sentences. */
export interface Passage {
  readonly kind: 'passage'
  /**
   * `summary`: what the tables come to. `warning`: what the result lacks. `empty`: why there is no table, also where only
   * tables are asked for. `notes`, `items`: sentences about what stands above, `items` each for itself. `aside`: said in passing.
   */
  readonly role: 'summary' | 'warning' | 'empty' | 'plain' | 'notes' | 'items' | 'aside'
  readonly sentences: readonly Sentence[]
  /** Belongs to the table above it, without a blank line. */
  readonly isAttached?: boolean
}

export interface Sentence {
  readonly text: string
  /** What it is about, where several things have sentences. */
  readonly of?: string
  /** How deep it lies under the one before. */
  readonly depth?: number
  /** Only where the layout of a table that is shown has this tag. */
  readonly onlyIf?: string
}

export interface Tally {
  readonly count: string
  readonly word: string
  readonly tone: Tone
}

/** How a figure came about: labels and what stands behind each, in sections. */
export interface Sheet {
  readonly kind: 'sheet'
  readonly title: string
  readonly subtitles: readonly string[]
  readonly sections: readonly SheetSection[]
}

export interface SheetSection {
  readonly title: string
  readonly entries: readonly SheetEntry[]
  /** What stands there without entries. */
  readonly none?: string
  /** The same in columns, where there is room. */
  readonly table?: TableBlock
}

export interface SheetEntry {
  readonly label: string
  readonly lines: readonly { readonly text: string; readonly quiet: boolean }[]
  /** Of the first line. */
  readonly tone?: Tone | undefined
}

/** What stands in one place of a table. */
export interface Cell {
  /** As printed; a line break puts what follows in small below. */
  readonly text: string
  /** Marks of footnotes. */
  readonly marks?: string
  /** How deep what it names lies under what stands above. */
  readonly depth?: number
  readonly tone?: Tone | undefined
  /** Its first line stands out where nothing around it does. */
  readonly isStrong?: boolean
}

/** A number as spreadsheets hold it: what is printed of it, in plain notation, and the sign behind it. */
export interface Figure {
  readonly value: Exact | null | undefined
  readonly printed: (value: Exact) => string
  readonly mark?: '%' | `" ${string}"` | undefined
  /** Keys of the columns whose figures in this row it is the quotient of: a live formula. */
  readonly quotientOf?: readonly [string, string]
}

/** A column of rows of type `Row`, said once. */
export interface Column<Row> {
  readonly key: string
  readonly head: string
  readonly align: 'left' | 'right'
  readonly cell: (row: Row) => Cell
  /** The number behind the text, for a workbook; null: the text stands there too. */
  readonly figure?: (row: Row) => Figure | null
  /** What is drawn in place of the text. */
  readonly drawing?: (row: Row) => Drawing | null
  /** The width up to which its texts are better left unbroken, in characters. */
  readonly comfortable: number
  /** The width below which it is not squeezed, longest word or not. */
  readonly narrowest?: number
  /** Whether each of its texts takes two lines at most. */
  readonly inTwoLines?: boolean
  /** Whether it is what a reader looks for first. */
  readonly isProminent?: boolean
}

/** What a table is made of from top to bottom: rows, and texts over all columns. */
export type Line<Row> =
  /** `isApart`: only where every column stands by itself; elsewhere a text says it. */
  | { readonly kind: 'row'; readonly row: Row; readonly isApart?: boolean }
  | {
      readonly kind: 'text'
      readonly text: string
      readonly depth: number
      /** `heading` of what follows; `of-which` before parts of a whole; `plain`; a `place` in a file, never broken. */
      readonly role: 'heading' | 'of-which' | 'plain' | 'place' | 'aside'
      /** Only where a table is laid out for a width: elsewhere it has a column. */
      readonly hasColumn?: boolean
      /** How many of its first signs stand out. */
      readonly prominent?: number
    }
  | { readonly kind: 'blank' }

/** One way to lay columns out in a limited width. */
export interface Layout<Row> {
  readonly columns: readonly Column<Row>[]
  /** Takes the room that the others leave. */
  readonly growing: Column<Row>
  /** The least that the growing column needs, unless its texts are shorter. */
  readonly least: number
  /** Whether the other columns may be as narrow as their longest word. */
  readonly squeezed: boolean
  /** Only from this width on; absent: whatever the width. */
  readonly from?: number
  /** What signs in its columns mean, told below the table. */
  readonly legend?: string
  readonly tag?: string
}

export interface Table<Row> {
  /** Of its kind among all tables: those of several plans are one sheet of a workbook. */
  readonly key: string
  /** Above it; absent: it needs none where its plan stands above it. */
  readonly title?: string
  /** Where a title is always needed: a caption, the name of a sheet; `sheetName` where that is too long for one. */
  readonly name: string
  readonly sheetName?: string
  readonly lines: readonly Line<Row>[]
  /** Each figure by itself, in order; those that hold nothing are left out. */
  readonly columns: readonly Column<Row>[]
  /** For a limited width, best first; absent: no terminal shows it. */
  readonly layouts?: readonly Layout<Row>[]
  /** For a page: figures that belong to one another share a column; absent: all columns. */
  readonly page?: readonly Column<Row>[]
  /** For a workbook, which has room for more; absent: all columns. */
  readonly sheet?: readonly Column<Row>[]
  /** The column that names a row. */
  readonly lead: Column<Row>
  /** Sentences about whole columns. */
  readonly remarks?: readonly string[]
  /** Footnotes of its cells. */
  readonly notes?: Footnotes
  /** Only a page has it, which has room for it. */
  readonly isOfPage?: boolean
  /** A workbook has it as a sheet of its own, laid out as a form that is printed. */
  readonly form?: Form
  /** Sentences about the table as a whole, below its title. */
  readonly hint?: string
  /** What the signs of its drawings mean on a page. */
  readonly chartKey?: readonly string[]
  /** Rows that belong to the one above them. */
  readonly isLesser?: (row: Row) => boolean
  /** What a page shows below a row when asked. */
  readonly details?: (row: Row) => readonly { readonly title: string; readonly blocks: readonly Block[] }[]
  /** The same without what is said of a column, for layouts that have no room for it. */
  readonly without?: { readonly column: string; readonly table: () => Table<Row> }
}

/** What stands above the table of a form: its number goes behind `number`. */
export interface Form {
  readonly title: string
  readonly number: string
  readonly lines: readonly string[]
}

/** A table whose writers need not know what its rows are. */
export interface TableBlock {
  readonly kind: 'table'
  readonly with: <Result>(use: <Row>(table: Table<Row>) => Result) => Result
}

export const tableBlock = <Row>(table: Table<Row>): TableBlock => ({ kind: 'table', with: (use) => use(table) })

type More<Row> = Partial<Column<Row>>

/** Makers of columns: of words, which stand left, and of figures, which stand right. `more`: what else is said of it. */
export function columnsOf<Row>() {
  const aligned =
    (align: Column<Row>['align']) =>
    (key: string, head: string, comfortable: number, of: (row: Row) => string | Cell, more: More<Row> = {}) => {
      const cell = (row: Row) => {
        const shown = of(row)
        return typeof shown === 'string' ? { text: shown } : shown
      }
      return { key, head, align, comfortable, cell, ...more } satisfies Column<Row>
    }
  return { left: aligned('left'), right: aligned('right') }
}

/** Columns of which the first grows. */
export function layout<Row>(columns: readonly Column<Row>[], least: number, squeezed = true): Layout<Row> {
  const [growing] = columns
  if (!growing) throw new RangeError('a table without columns')
  return { columns, growing, least, squeezed }
}

export const rowLines = <Row>(rows: readonly Row[]): readonly Line<Row>[] => rows.map((row) => ({ kind: 'row', row }))

export const passage = (role: Passage['role'], texts: readonly string[]): Passage => ({
  kind: 'passage',
  role,
  sentences: texts.map((text) => ({ text })),
})

/** Two columns as one: the second figure in brackets, or behind its name, below the first. */
export function stacked<Row>(
  upper: Column<Row>,
  lower: Column<Row> | null | false,
  { how = 'brackets', ...look }: More<Row> & { readonly how?: 'brackets' | 'named' | 'plain' } = {},
): Column<Row> {
  if (!lower) return { ...upper, ...look }
  const below = (text: string) => (how === 'brackets' ? `(${text})` : how === 'named' ? `${lower.head}: ${text}` : text)
  return {
    ...upper,
    ...look,
    cell: (row) => {
      const [first, { text, marks = '' }] = [upper.cell(row), lower.cell(row)]
      // A dash may have its reason in a footnote.
      if (text === '' || (text === '–' && marks === '')) return first
      const both = [first.marks ?? '', marks].filter((mark) => mark !== '').join(' ')
      return { ...first, text: first.text === '' ? text : `${first.text}\n${below(text)}`, marks: both }
    },
  }
}

export const rowsIn = <Row>(lines: readonly Line<Row>[]): readonly Row[] =>
  lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []))

/** Numbers drawn beside the figures that say the same. `label`: all that it shows, in words. */
export type Drawing = Progress | Steps | Move | Course

/** How far something has come towards a target. */
export interface Progress {
  readonly kind: 'progress'
  /** 1 is 100%; null: no bar. */
  readonly achievement: Exact | null
  /** What the achievement would be, were the actual what is expected to date; null: no mark. */
  readonly expected: Exact | null
  /** The figures themselves; null: they cannot be drawn against each other. */
  readonly bullet: Bullet | null
  readonly tone: Tone
  readonly notation: Notation
  readonly label: string
}

/** What a bullet chart shows, all of one unit. */
export interface Bullet {
  readonly actual: Exact
  /** One mark; of a range both ends. */
  readonly target: readonly [Exact] | readonly [Exact, Exact]
  readonly expected: Exact | null
}

/** A sign for each figure; null: not known. */
export interface Steps {
  readonly kind: 'steps'
  readonly steps: readonly (Exact | null)[]
}

/** From where to where a rate went, with the ends that were planned, on an axis that all of one table share. */
export interface Move {
  readonly kind: 'move'
  readonly from: Exact
  readonly to: Exact
  readonly planned: readonly Exact[]
  readonly axis: readonly Exact[]
  readonly tone: Tone
  readonly notation: Notation
  readonly label: string
}

/** Figures over time. */
export interface Course {
  readonly kind: 'course'
  readonly points: readonly { readonly label: string; readonly value: Exact | null; readonly startsAnew?: boolean }[]
  readonly target: Exact | null
  readonly notation: Notation
  readonly label: string
}

/** Notes below a table, numbered in the order they are first needed; one text has one number. */
export interface Footnotes {
  /** The marks of these notes, `¹ ²`; empty for none. */
  readonly mark: (texts: readonly string[]) => string
  /** Each note behind its mark. */
  readonly list: () => readonly { readonly mark: string; readonly text: string }[]
  /** As marked, with no note yet. */
  readonly anew: () => Footnotes
}

/** `sign` writes a number as a mark: `superscript`, `bracketed`, or what a format needs. */
export function footnotesIn(sign: (number: number, text: string) => string, separator = ' '): Footnotes {
  const numbers = new Map<string, number>()
  const numberOf = (text: string) => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, numbers.size + 1)
    return numbers.size
  }
  return {
    mark: (texts) => texts.map((text) => sign(numberOf(text), text)).join(separator),
    anew: () => footnotesIn(sign, separator),
    list: () => [...numbers].map(([text, number]) => ({ mark: sign(number, text), text })),
  }
}

export function superscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit)
}

export const bracketed = (number: number): string => `[${number}]`
