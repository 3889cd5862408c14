import type { Place, Source } from './figure.ts'
import type { Notation } from './notation.ts'
import type { Basis, ConfidenceLevel, ObservationStatus, StatedProvider } from './observation.ts'
import type { Period } from './period.ts'

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
  'standard_error',
  'margin_of_error',
  'mpi_headcount',
  'mpi_intensity',
] as const
export type TableFigure = (typeof tableFigures)[number]

/** Those that may be below zero. */
export const signedFigures: ReadonlySet<TableFigure> = new Set([
  'value',
  'cumulative',
  'published',
  'poor_change',
  'other',
])

/** Columns that say what a row is about: rows of a register that agree in all of these are added up. */
export const tableKeys = [
  'indicator',
  'area',
  'period',
  'provider',
  'basis',
  'status',
  'standard',
  'measured',
  'method',
] as const
export type TableKeyField = (typeof tableKeys)[number]

/** All that a column may hold; `rate` is another name of `value`, and `last_year` holds values of the year before. */
export const tableFields = [...tableKeys, ...tableFigures, 'rate', 'last_year', 'source', 'note'] as const
export type TableField = (typeof tableFields)[number]

/** What a column of a table may hold whose rows are indicators of a plan. */
export const planColumns = [
  'id',
  'no',
  'name',
  'unit',
  'type',
  'section',
  'parent',
  'target',
  'direction',
  'baseline',
  'note',
] as const
export type PlanColumn = (typeof planColumns)[number]

/** Forms whose columns are known. */
export const planForms = ['poverty-review'] as const

/** What stands for the whole where an id of an area may stand: no area has this id. */
export const WHOLE = 'whole'

/** What stands for rows that are passed over where an id may stand among codes. */
export const SKIP = 'skip'

/** Encodings of text from before Unicode, as programs call them. */
export const encodings = [
  'windows-1258',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'shift_jis',
  'gb18030',
] as const
export type Encoding = (typeof encodings)[number]

/** Texts that say in most tables that nothing was reported; `NaN` is what programs write. */
export const missingMarks = ['-', '–', '—', '…', '...', '..', 'N/A', 'n/a', 'NA', 'NaN', 'nan'] as const

/** Texts that say so in every table. */
export const nothingReported: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL'])

/** What a day is taken for. */
export const tablePeriods = ['day', 'month', 'quarter', 'half', 'year'] as const
export type TablePeriod = (typeof tablePeriods)[number]

/** How days are written besides `2018-07-01`. */
export const dateOrders = ['y-m-d', 'd/m/y', 'm/d/y'] as const
export type DateOrder = (typeof dateOrders)[number]

/** Who writes numbers in ways of their own. */
export const writers = ['program', 'accounts'] as const
export type Writer = (typeof writers)[number]

/** What becomes of rows, columns and sheets that a spreadsheet hides. */
export const hiddenCells = ['read', 'skip'] as const
export type HiddenCells = (typeof hiddenCells)[number]

/** The name of a column, and where it was said; null: it is called as our own keys are. */
export interface NamedColumn {
  readonly name: string
  readonly at: Place | null
}

/** A column of values: of all that its rows say, or of one indicator, area, period or group, or the year before. */
export interface ValueColumn {
  readonly column: NamedColumn
  readonly indicator?: string
  /** null: all areas together; undefined: its rows say it. */
  readonly area?: string | null
  readonly period?: Period
  /** `sex=f`; null: of all groups together. */
  readonly group?: string | null
  readonly isYearBefore?: true
}

/** A column of groups; codes: ids of groups, `WHOLE` or `SKIP`. */
export interface BreakdownColumn {
  readonly column: NamedColumn
  readonly codes: ReadonlyMap<string, string> | null
}

/** Rows are read whose cell holds one of these texts, or with `isNot` none of them. */
export interface Condition {
  readonly column: NamedColumn
  readonly texts: readonly string[]
  readonly isNot: boolean
}

/** An indicator of whose name there are others. */
export interface SharedName {
  readonly id: string
  readonly whole: string | null
  readonly sections: readonly string[]
}

/** What the plans say that a table reports on, for what its cells call by name. */
export interface KnownNames {
  /** Ids by what is left of ids and names without case, blanks and the place of tone marks; null: of several. */
  readonly indicators: ReadonlyMap<string, string | null>
  /** Those of several, by their name: the whole of each, and the names of its section. */
  readonly shared: ReadonlyMap<string, readonly SharedName[]>
  /** The whole of each indicator; null: it is no part. */
  readonly wholes: ReadonlyMap<string, string | null>
  readonly areas: ReadonlyMap<string, string | null>
  /** By the breakdown. */
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, string | null>>
  /** Units of each indicator, in all languages, written as such names. */
  readonly units: ReadonlyMap<string, readonly string[]>
  /** Indicators whose running total is what stands on the last day: stocks, rates and levels. */
  readonly latest: ReadonlySet<string>
  /** Indicators whose values are words of the plan's own. */
  readonly worded: ReadonlySet<string>
  readonly periods: readonly Period[]
}

/** How the rows of a table become results. */
export interface TableMapping {
  /** The plans that they answer. */
  readonly plans: readonly string[]
  /** null: not stated. */
  readonly notation: Notation | null
  /** Whether a document says so, with keys, or the command line, with options. */
  readonly said: 'keys' | 'options'
  /** Without those of values. */
  readonly columns: ReadonlyMap<TableField, NamedColumn>
  readonly values: readonly ValueColumn[]
  /** Rows of one key are added up. Otherwise each row is a result of its own. */
  readonly isRegister: boolean
  /** Rows are counted: each is 1. */
  readonly isCounted: boolean
  /** Values of rates are fractions of 1 (true), per cent (false), or nobody says (null). */
  readonly fractions: boolean | null
  /** Who wrote the text of numbers: a program, with exponents and more digits than its floats have; accounts, `(12)` for -12. */
  readonly writtenBy: Writer | null
  /** Whether what a spreadsheet hides counts like all else, or is passed over; null: it counts, and is warned of. */
  readonly hidden: HiddenCells | null
  /** Texts of cells that say that nothing was reported; null: those of most tables, which is told. */
  readonly missing: readonly string[] | null
  /** Of `margin_of_error`: how sure it is that the rate lies within it; null: there is no such column. */
  readonly confidence: ConfidenceLevel | null
  /** How days are written that are values; null: as 2018-07-01. */
  readonly dates: DateOrder | null
  /** Statuses by the marks that stand behind figures: `12 e`. */
  readonly flags: ReadonlyMap<string, ObservationStatus>
  /** Rows that do not fulfil all of these are passed over. */
  readonly where: readonly Condition[]
  /** Rows of other times than these are passed over; `plan`: than those of its plans; null: none is. */
  readonly within: Period | 'plan' | null
  /** What the column `period` holds: days that are taken for a period, or periods of which some may leave out the year. */
  readonly periodBy: {
    readonly period: TablePeriod | null
    readonly dates: DateOrder | null
    readonly year: number | null
  } | null
  /** Ids by the codes that stand in the column, `WHOLE` among those of areas, and `SKIP`; null: ids stand there, or `WHOLE`. */
  readonly codes: {
    readonly indicator: ReadonlyMap<string, string> | null
    readonly area: ReadonlyMap<string, string> | null
  }
  /** null: the plans could not be read. */
  readonly known: KnownNames | null
  /** Columns that say which group of a breakdown a row is of, by the breakdown, in order of ids; and what codes in them stand for. */
  readonly breakdowns: ReadonlyMap<string, BreakdownColumn>
  /** Fields and breakdowns that stand in one column in turn, the outermost first; empty: each row says all of them. */
  readonly levels: readonly string[]
  /** What holds for rows that do not say it. */
  readonly stated: {
    readonly indicator: string | null
    readonly area: string | null
    readonly period: Period | null
    readonly basis: Basis | null
    readonly status: ObservationStatus
    /** They are results of the year before the plan. */
    readonly isYearBefore?: boolean
    readonly source: Source | null
    readonly provider?: StatedProvider | null
  }
}

/** A column that says what rows are about: a field of a row, or a breakdown. */
export type KeyColumn = { readonly column: NamedColumn } & (
  | { readonly field: TableKeyField }
  | { readonly breakdown: string }
)

/** All that a mapping asks for, in one order. */
export function keyColumns({
  columns,
  breakdowns,
}: Pick<TableMapping, 'columns' | 'breakdowns'>): readonly KeyColumn[] {
  const fields = tableKeys.flatMap((field): KeyColumn[] => {
    const column = columns.get(field)
    return column ? [{ field, column }] : []
  })
  return [...fields, ...[...breakdowns].map(([breakdown, { column }]) => ({ breakdown, column }))]
}

/** Every column of figures that a mapping asks for, those of values first. */
export function figureColumns({ columns, values }: Pick<TableMapping, 'columns' | 'values'>) {
  const others = tableFigures.flatMap((field) => {
    const column = columns.get(field)
    return column ? [{ field, column, value: null }] : []
  })
  return [...values.map((value) => ({ field: 'value' as const, column: value.column, value })), ...others]
}

/** Rows that are passed over, and why. */
export const passedReasons = ['blank', 'where', 'code', 'outside'] as const
export type PassedReason = (typeof passedReasons)[number]

/** How many rows were passed over, and how often each text stood for "nothing reported" that nobody had said. */
export interface PassedOver {
  readonly rows: Readonly<Record<PassedReason, number>>
  readonly marks: ReadonlyMap<string, number>
}

/** What a sum of rows is made of. */
export interface SummedRows {
  /** Rows that are in it. */
  readonly reported: number
  /** These and all that belong to it, or may, and hold no number or could not be read. */
  readonly expected: number
}

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
  /** How many of them hold a number, unless they are odd. */
  readonly filled: Float64Array
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
  /** Rows that are in no group. */
  readonly left: { readonly where: number; readonly blank: number }
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

/** Rows that are looked for: those that hold one of these texts in that column. */
export interface RowSearch {
  /** By the places of keys and of figures in groups. */
  readonly keys: ReadonlyMap<number, readonly string[]>
  readonly cells: ReadonlyMap<number, readonly string[]>
  /** All texts of figures of a row. */
  readonly rows: readonly (readonly string[])[]
  /** Rows with one of these keys are passed over. */
  readonly passed: ReadonlyMap<number, readonly string[]>
  /** null: all of them. */
  readonly most: number | null
}

/** What a cell of a table begins with that was JSON: whether it was a number there. An empty cell has neither. */
export const JSON_NUMBER = '#'
export const JSON_OTHER = '='

/** What the last column of such a table holds where nothing stands in the row. */
export const BLANK_ROW = '-'

/** What an engine makes of a table. */
export interface TableSums {
  /** All rows that it read, also those that were passed over. */
  readonly rows: number
  readonly groups: SummedGroups
}
