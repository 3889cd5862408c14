/** Some rows of an answer, by column; what it lends is valid until the next piece. */
export interface Piece {
  readonly rows: number
  readonly columns: number
  numbers(column: number): NumberColumn
  sums(column: number): SumColumn
  texts(column: number): TextColumn
}

interface Column {
  isNull(row: number): boolean
}

export interface NumberColumn extends Column {
  readonly values: Float64Array
}

/** Numbers in millionths. */
export interface SumColumn extends Column {
  /** NaN: larger than a safe integer. */
  safe(row: number): number
  whole(row: number): bigint
}

export interface TextColumn extends Column {
  /** Four each: the length in bytes, then the text, where it is short, and zeros; null: texts are strings anyhow. */
  readonly words: Int32Array | null
  text(row: number): string
}

/** Texts of so many bytes stand in the words of their column. */
export const SHORT = 12

/** NULL is empty. */
export function textIn(column: TextColumn, row: number): string {
  return column.isNull(row) ? '' : column.text(row)
}

/** Rows of texts, of which those that are NULL are null. */
export function textPiece(rows: readonly (readonly (string | null)[])[]): Piece {
  const isNull = (column: number) => (row: number) => (rows[row]?.[column] ?? null) === null
  const text = (column: number) => (row: number) => rows[row]?.[column] ?? ''
  return {
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    numbers: (column) => ({ isNull: isNull(column), values: Float64Array.from(rows, (row) => Number(row[column])) }),
    sums: (column) => {
      const all = rows.map((row) => millionths(row[column] ?? '0'))
      return {
        isNull: isNull(column),
        safe: (row) => (Number.isSafeInteger(Number(all[row])) ? Number(all[row]) : Number.NaN),
        whole: (row) => all[row] as bigint,
      }
    },
    texts: (column) => ({ isNull: isNull(column), words: null, text: text(column) }),
  }
}

/** A sum that is no number, or has more decimals than six. */
export class InexactSum extends Error {}

function millionths(text: string): bigint {
  const [, sign, whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d{0,6})0*)?$/.exec(text) ?? []
  if (sign === undefined) throw new InexactSum(text)
  const all = BigInt(whole + decimals.padEnd(6, '0'))
  return sign === '-' ? -all : all
}
