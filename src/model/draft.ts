import type { Place } from './figure.ts'
import type { Period } from './period.ts'
import type { Reading } from './problem.ts'

/** What a column of an office's table holds, as far as its name says. */
export const draftRoles = [
  'no',
  'id',
  'name',
  'unit',
  'target',
  'value',
  'cumulative',
  'published',
  'last_year',
  'baseline',
  'note',
] as const
export type DraftRole = (typeof draftRoles)[number]

export interface DraftColumn {
  readonly role: DraftRole
  readonly name: string
  /** The area whose figures stand there, as it is called; null: all areas together, or the rows say it. */
  readonly area: string | null
  /** The month or quarter whose figures stand there. */
  readonly period: Period | null
}

/** A figure of a target or baseline. */
export interface DraftFigure {
  readonly text: string
  /** In plain notation; null: how it is written does not say. */
  readonly plain: string | null
  /** The sign of a bound before it, as its key. */
  readonly bound: string | null
  readonly at: Place
}

export interface DraftLine {
  readonly no: string
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly section: string | null
  /** Which of the lines above it is a part of. */
  readonly whole: number | null
  readonly at: Place
  readonly target: DraftFigure | null
  readonly baseline: DraftFigure | null
  readonly byArea: readonly { readonly area: string; readonly figure: DraftFigure }[]
  /** Whether its year to date is more than its month, which shows that it adds up; null: nothing shows it. */
  readonly addsUp: boolean | null
}

/** One sheet of a workbook, or a table of text, with what its head and rows say. */
export interface SheetDraft {
  /** null: a table of text. */
  readonly sheet: string | null
  /** The rows that hold the names of the columns; null: the first. */
  readonly header: readonly number[] | null
  readonly columns: readonly DraftColumn[]
  /** Names of columns of which it is not clear what they hold, and rows that have other cells than there are columns. */
  readonly aside: readonly string[]
  /** Above the head, or the name of the file. */
  readonly title: string
  readonly year: number | null
  /** What its results cover, and whether the name of the sheet says so. */
  readonly period: Period | null
  readonly isNamedByPeriod: boolean
  readonly notation: Reading['notation'] | null
  readonly lines: readonly DraftLine[]
  /** Names of rows that are totals of others, and of the row of the numbers of the columns. */
  readonly totals: readonly string[]
  readonly numbering: string | null
}
