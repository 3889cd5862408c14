import type { Place, Source } from './figure.ts'
import type { Basis, ObservationStatus } from './observation.ts'
import type { Period } from './period.ts'
import type { Reading } from './problem.ts'

/** Columns that hold numbers: the keys of a result that do. */
export const tableFigures = [
  'value',
  'cumulative',
  'published',
  'poor',
  'households',
  'poor_change',
  'escaped',
  'relapsed',
  'new',
  'other',
] as const
export type TableFigure = (typeof tableFigures)[number]

/** Columns that say what a row is about: rows of a register that agree in all of these are added up. */
export const tableKeys = ['indicator', 'area', 'period', 'basis', 'status', 'standard', 'measured', 'method'] as const
export type TableKeyField = (typeof tableKeys)[number]

/** All that a column may hold; `rate` is another name of `value`. */
export const tableFields = [...tableKeys, ...tableFigures, 'rate', 'source', 'note'] as const
export type TableField = (typeof tableFields)[number]

/** What stands for the whole where an id of an area may stand: no area has this id. */
export const WHOLE = 'whole'

/** What a day is taken for. */
export const tablePeriods = ['day', 'month', 'quarter', 'half', 'year'] as const
export type TablePeriod = (typeof tablePeriods)[number]

/** How days are written besides `2018-07-01`. */
export const dateOrders = ['y-m-d', 'd/m/y', 'm/d/y'] as const
export type DateOrder = (typeof dateOrders)[number]

/** What becomes of rows, columns and sheets that a spreadsheet hides. */
export const hiddenCells = ['read', 'skip'] as const
export type HiddenCells = (typeof hiddenCells)[number]

/** The name of a column, and where it was said; null: it is called as our own keys are. */
export interface NamedColumn {
  readonly name: string
  readonly at: Place | null
}

/** How the rows of a table become results. */
export interface TableMapping {
  /** The plans that they answer. */
  readonly plans: readonly string[]
  /** null: not stated. */
  readonly notation: Reading['notation'] | null
  /** Whether a document says so, with keys, or the command line, with options. */
  readonly said: 'keys' | 'options'
  readonly columns: ReadonlyMap<TableField, NamedColumn>
  /** Columns that hold the values of one area each, by the id of that area; empty: areas are no columns. */
  readonly areaColumns: ReadonlyMap<string, NamedColumn>
  /** Rows of one key are added up. Otherwise each row is a result of its own. */
  readonly isRegister: boolean
  /** Rows are counted: each is 1. */
  readonly isCounted: boolean
  /** Values of rates are fractions of 1 (true), per cent (false), or nobody says (null). */
  readonly fractions: boolean | null
  /** Whether what a spreadsheet hides counts like all else, or is passed over; null: it counts, and is warned of. */
  readonly hidden: HiddenCells | null
  /** Rows that differ in one of these are passed over. */
  readonly where: readonly { readonly column: NamedColumn; readonly equals: string }[]
  /** How a day in the column `period` becomes a period; null: periods are written there. */
  readonly periodBy: { readonly period: TablePeriod; readonly dates: DateOrder | null } | null
  /** Ids by the codes that stand in the column, `WHOLE` among those of areas; null: ids stand there, or `WHOLE`. */
  readonly codes: {
    readonly indicator: ReadonlyMap<string, string> | null
    readonly area: ReadonlyMap<string, string> | null
  }
  /** What holds for rows that do not say it. */
  readonly stated: {
    readonly indicator: string | null
    readonly area: string | null
    readonly period: Period | null
    readonly basis: Basis | null
    readonly status: ObservationStatus
    readonly source: Source | null
  }
}

/** What a sum of rows is made of. */
export interface SummedRows {
  /** Rows that are in it. */
  readonly reported: number
  /** These and all that belong to it, or may, and hold no number or could not be read. */
  readonly expected: number
}

/** More digits or decimals than these are refused, since no engine adds them up exactly and fast. */
export const MOST_TABLE_DIGITS = 18
export const MOST_TABLE_DECIMALS = 6

/**
 * Rows that an engine took together: they hold the same texts in all columns that say what they are about.
 *
 * Of cells whose numbers are written as most are, it gives the sum. A row with any other cell of figures is odd and stands
 * apart, with the texts of these cells: whoever reads single cells says what they mean, or what is wrong with them.
 *
 * There may be a million such groups, so that they are held by column: all of a group has its number in each.
 */
export interface SummedGroups {
  /** How many there are. */
  readonly length: number
  /** By column; of a column of days the first day of the period, or the text where that is no day. */
  readonly keys: readonly GroupTexts[]
  readonly rows: Float64Array
  /** By column of figures. */
  readonly cells: readonly SummedCells[]
  /** Of odd rows the texts of their cells of figures. */
  readonly odd: ReadonlyMap<number, readonly string[]>
  /** Empty: none, or not the same in all rows; null: nobody tells. */
  readonly sources: GroupTexts | null
  /** Of groups of one row. */
  readonly notes: ReadonlyMap<number, string>
  /** The number of the first row; null: not asked for. */
  readonly firsts: Float64Array | null
}

/** Each text once, and which of them each group has. */
export interface GroupTexts {
  readonly texts: readonly string[]
  readonly ids: Uint32Array
}

export interface SummedCells {
  /** The sum in millionths, exactly; NaN where that is larger than a safe integer. */
  readonly millionths: Float64Array
  /** The larger ones. */
  readonly large: ReadonlyMap<number, bigint>
  /** How many rows hold a number. */
  readonly counts: Float64Array
  /** Of a single number, as written. */
  readonly texts: ReadonlyMap<number, string>
  /** The number of the first row that holds one; NaN: none does; null: not asked for. */
  readonly firsts: Float64Array | null
}

/** What a cell of a table begins with that was JSON: whether it was a number there. An empty cell has neither. */
export const JSON_NUMBER = '#'
export const JSON_OTHER = '='

/** What an engine makes of a table. */
export interface TableSums {
  /** All rows that it read, also those that were passed over. */
  readonly rows: number
  readonly groups: SummedGroups
}
