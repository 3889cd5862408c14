import type { RowSearch, TableMapping, TableSums } from '../model/table.ts'

/*
 * What is asked of whatever reads tables that are too large to be held in memory. An engine adds up and finds rows again;
 * what cells mean, and what is wrong with them, is said in one place for all tables.
 */

/** A table as an engine finds it. */
export interface EngineTable {
  /** Absolute. */
  readonly path: string
  readonly format: 'csv' | 'parquet'
  /** Of CSV. */
  readonly delimiter: string
  /** Names of the columns; of CSV as its header has them, by their place. */
  readonly columns: readonly string[]
  /** Columns whose cells are stored as numbers. */
  readonly numberColumns: ReadonlySet<number>
  /** Whether cells begin with a mark: it was JSON once. Then the last column tells whether rows are equal, or empty. */
  readonly isMarked: boolean
}

/** How the rows of a table are read, and which of its columns are asked for. */
export interface EngineQuery {
  readonly mapping: TableMapping
  /** In which column each name stands. */
  readonly indexes: ReadonlyMap<string, number>
  readonly asks: AskedOfSums
  /** Whether rows in which nothing stands have to be told from others with nothing in the columns that are asked for. */
  readonly asksBlank: boolean
}

/**
 * What is asked besides sums: nothing; their first rows, for which a file is gone through in one go instead of side by side;
 * or a sum for each row.
 */
export type AskedOfSums = 'sums' | 'first-rows' | 'each-row'

/** Rows are known by their number, counted from 1 among those that could be taken apart into cells. */
export interface Engine {
  sums(table: EngineTable, query: EngineQuery): Promise<TableSums>
  /** The numbers of the rows that are looked for, ascending. */
  rowNumbers(table: EngineTable, query: EngineQuery, search: RowSearch): Promise<readonly number[]>
  /**
   * The first two rows of each key that more than one row has, of `most` keys at most: those that come to a second row
   * first. Rows without a figure do not count, nor do those that `search` finds.
   */
  repeatedRows(table: EngineTable, query: EngineQuery, search: RowSearch, most: number): Promise<readonly number[]>
  /**
   * How many rows are equal in all columns to one before them, and the number of the first of these; null: none. Rows that are
   * passed over or without a figure do not count, nor do those that `search` finds.
   */
  equalRows(table: EngineTable, query: EngineQuery, search: RowSearch): Promise<EqualRowNumbers | null>
  /** The texts of rows, in the order of the columns. */
  rowTexts(table: EngineTable, numbers: readonly number[]): Promise<readonly (readonly string[])[]>
  /** Columns of a table that knows them itself, which of them are numbers, and how many rows it says that it has. */
  columns(path: string): Promise<Pick<EngineTable, 'columns' | 'numberColumns'> & { readonly rows: number }>
  /** From 0 to 1; null: not known. */
  progress(): number | null
  /** Lets what is being asked fail. */
  interrupt(): void
  close(): void
}

export interface EqualRowNumbers {
  readonly count: number
  readonly first: number
}

/** More rows than these are not held against each other: it would take several times as long as adding them up. */
export const MOST_COMPARED = 5_000_000

/**
 * In bytes; longer rows are not read. It is also the piece that each thread reads at once: by itself it would take eight
 * times as much, which little memory has no room for, and be no faster.
 */
export const LONGEST_ROW = 4 * 1024 * 1024

/** More sums than these are no longer sums of anything. */
export const MOST_GROUPS = 2_000_000

/** What stands above a row says what it is about: such a table is read row by row. */
export class OrderOfRows extends Error {}

/** Why a table gives no sums. */
export class EngineFailure extends Error {
  readonly why:
    | 'missing'
    /** It is there, and does not start: what it says is the detail. */
    | 'broken'
    /** It is there in another version, which is the detail. */
    | 'version'
    | 'memory'
    /** No room is left in the folder for temporary files. */
    | 'disk'
    /** That folder is not there. */
    | 'temporary-missing'
    /** Nothing may be written there. */
    | 'temporary-refused'
    | 'too-many-groups'
    | 'parquet-encrypted'
    | 'parquet-broken-off'
    | 'not-parquet'
    /** A table says in several places how many rows it has, and not the same. */
    | 'rows-disagree'
    /** It is not what it was when reading began. */
    | 'changed'
    | 'unreadable'

  constructor(why: EngineFailure['why'], detail = '') {
    super(detail)
    this.why = why
  }
}
