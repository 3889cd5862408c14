import { figureColumns, type GroupTexts, keyColumns, type SummedCells, type SummedGroups } from '../model/table.ts'
import type { EngineQuery } from './engine.ts'
import { type NumberColumn, type Piece, type SumColumn, type TextColumn, textIn } from './piece.ts'
import { mayLeaveRows } from './sql.ts'
import { textIds } from './text-ids.ts'

/** Puts groups together from the pieces in which an engine hands out what `sumsStatement` gives. */
export function summedGroups(query: EngineQuery) {
  const { mapping, asks } = query
  const isNumbered = asks !== 'sums'
  const keys = keyColumns(mapping).map(growingTexts)
  const sources = mapping.columns.has('source') ? growingTexts() : null
  const cells = figureColumns(mapping).map(() => growingCells(isNumbered))
  const rows = growingNumbers()
  const filled = cells.length > 1 ? growingNumbers() : null
  const firsts = isNumbered ? growingNumbers() : null
  const odd = new Map<number, string[]>()
  const notes = new Map<number, string>()
  const left = { where: 0, blank: 0 }
  let [length, allRows] = [0, 0]

  const add = (piece: Piece) => {
    let column = 0
    const passed = mayLeaveRows(query) ? piece.numbers(column++).values : null
    const taken: Taken = { rows: rowsTaken(piece.rows, passed), from: length }
    for (const key of keys) key.take(piece.texts(column++), taken)
    const counts = piece.numbers(column++)
    for (const [row, count] of counts.values.entries()) {
      allRows += count
      if (passed && passed[row] !== 0) left[passed[row] === 1 ? 'where' : 'blank'] += count
    }
    rows.take(counts, taken)
    filled?.take(piece.numbers(column++), taken)
    sources?.take(piece.texts(column++), taken)
    if (mapping.columns.has('note')) takeTexts(notes, piece.texts(column++), taken)
    for (const [index, cell] of cells.entries()) {
      takeOdd(odd, piece.texts(column++), { index, of: cells.length }, taken)
      cell.takeSums(piece.sums(column++), taken)
      cell.counts.take(piece.numbers(column++), taken)
      takeTexts(cell.texts, piece.texts(column++), taken)
      cell.firsts?.take(piece.numbers(column++), taken)
    }
    firsts?.take(piece.numbers(column++), taken)
    length += taken.rows.length
  }

  return {
    add,
    length: () => length,
    rows: () => allRows,
    groups: (): SummedGroups => ({
      length,
      keys: keys.map((key) => key.all(length)),
      rows: rows.all(length),
      filled: (filled ?? cells[0]?.counts ?? rows).all(length),
      cells: cells.map((cell) => cell.all(length)),
      odd,
      sources: sources?.all(length) ?? null,
      notes,
      firsts: firsts?.all(length) ?? null,
      left,
    }),
  }
}

/** Rows of a piece that are groups, and the number of the first of these groups. */
interface Taken {
  readonly rows: Int32Array
  readonly from: number
}

/** All but that of what is passed over. */
function rowsTaken(count: number, passed: Float64Array | null): Int32Array {
  const all = Int32Array.from({ length: count }, (_, row) => row)
  return passed ? all.filter((row) => passed[row] === 0) : all
}

/** NULL is NaN. */
function growingNumbers() {
  let values = new Float64Array(LEAST)
  return {
    take: (column: NumberColumn, { rows, from }: Taken) => {
      if (from + rows.length > values.length) values = grown(values, new Float64Array(values.length * 2))
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index] as number
        values[from + index] = column.isNull(row) ? Number.NaN : (column.values[row] as number)
      }
    },
    all: (length: number) => values.subarray(0, length),
  }
}

function growingTexts() {
  const { texts, idOf } = textIds()
  let ids = new Uint32Array(LEAST)
  return {
    take: (column: TextColumn, { rows, from }: Taken) => {
      if (from + rows.length > ids.length) ids = grown(ids, new Uint32Array(ids.length * 2))
      for (let index = 0; index < rows.length; index++) ids[from + index] = idOf(column, rows[index] as number)
    },
    all: (length: number): GroupTexts => ({ texts, ids: ids.subarray(0, length) }),
  }
}

function growingCells(isNumbered: boolean) {
  let millionths = new Float64Array(LEAST)
  const large = new Map<number, bigint>()
  const texts = new Map<number, string>()
  const counts = growingNumbers()
  const firsts = isNumbered ? growingNumbers() : null
  return {
    texts,
    counts,
    firsts,
    takeSums: (column: SumColumn, { rows, from }: Taken) => {
      if (from + rows.length > millionths.length)
        millionths = grown(millionths, new Float64Array(millionths.length * 2))
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index] as number
        const small = column.isNull(row) ? 0 : column.safe(row)
        millionths[from + index] = small
        if (Number.isNaN(small)) large.set(from + index, column.whole(row))
      }
    },
    all: (length: number): SummedCells => ({
      millionths: millionths.subarray(0, length),
      large,
      counts: counts.all(length),
      texts,
      firsts: firsts?.all(length) ?? null,
    }),
  }
}

/** More than a piece has. */
const LEAST = 4096

function grown<Values extends Float64Array | Uint32Array>(values: Values, larger: Values): Values {
  larger.set(values)
  return larger
}

function takeTexts(texts: Map<number, string>, column: TextColumn, { rows, from }: Taken): void {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number
    if (!column.isNull(row)) texts.set(from + index, textIn(column, row))
  }
}

function takeOdd(
  odd: Map<number, string[]>,
  column: TextColumn,
  cell: { readonly index: number; readonly of: number },
  { rows, from }: Taken,
): void {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number
    if (column.isNull(row)) continue
    const texts = odd.get(from + index) ?? Array<string>(cell.of).fill('')
    texts[cell.index] = textIn(column, row)
    odd.set(from + index, texts)
  }
}
