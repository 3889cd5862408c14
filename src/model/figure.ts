import type { Exact } from './exact.ts'

/** Where something stands in an input file. Lines and columns count from 1; columns and lengths in UTF-16 units, as editors do. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
  /** The sheet of a workbook, in which lines are rows and columns are columns of cells. */
  readonly sheet?: string
}

/** What a spreadsheet calls the cell of a place in a workbook, `D3`, or several in a row, `D3:F3`; null: it is in a file of text. */
export function cellOf({ sheet, line, column, length }: Place): string | null {
  if (sheet === undefined) return null
  const cell = (at: number) => `${columnLetters(at)}${line}`
  return length > 1 ? `${cell(column)}:${cell(column + length - 1)}` : cell(column)
}

/** What a spreadsheet calls a column, counted from 1: `D`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** The mark written behind a number: `118%`, `0.3 pp`. */
export type Mark = 'none' | 'percent' | 'points'

/** A number as it stands in a file: what it is exactly, and what was written where. */
export interface Figure {
  readonly value: Exact
  readonly mark: Mark
  /** As written, in the file's own notation: `18.923`. */
  readonly text: string
  /** How many decimals were written: what its rounding can be told from. */
  readonly decimals: number
  /** There where a day is written; the value is its number. */
  readonly isDay?: true
  readonly at: Place
  readonly source: Source | null
}

export type Language = 'vi' | 'en'

/** A name, unit or title. Written as one string, it is the same in both languages. */
export type Name = Readonly<Record<Language, string>>

/** Where a figure was published. */
export interface Source {
  readonly title: Name
  readonly url: string | null
  readonly page: string | null
  readonly date: string | null
}
