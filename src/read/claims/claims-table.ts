import type { Notation } from '../../model/notation.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { closest } from '../../model/suggestion.ts'
import { scopeOf } from '../document/scope.ts'
import { type Entry, MapNode, scalarFrom } from '../document/tree.ts'
import { claimKeys } from '../schema/claims.ts'
import { csvTable } from '../table/csv.ts'
import { columnsNamed, type Table, type TableRow } from '../table/grid.ts'
import { claimsIn, type ReadClaims } from './claims.ts'

/**
 * Reads a table of claims, one a row, whose columns are named like the keys of a claim. A table cannot say how its
 * numbers are written, so that it is told; null: it was not.
 */
export function claimsFromTable(file: string, bytes: Uint8Array, notation: Notation | null): ReadClaims {
  const table = csvTable(file, bytes)
  const { columns, problems: repeated } = columnsNamed(table.header, claimKeys)
  const problems = [...table.problems, ...unknownColumns(table), ...repeated]
  const items = table.rows.map((row) => claimItem(row, columns)).filter(({ entries }) => entries.size > 0)
  const scope = { ...scopeOf(file, notation), problems }
  const read = claimsIn(items, null, scope)
  return {
    ...read,
    unreadClaims: read.unreadClaims + table.raggedRows.length,
    problems: [...table.raggedRows.flatMap(({ problems }) => problems), ...read.problems].map(asOfTable),
  }
}

/**
 * Whether a text is a table of claims, where nobody says so: half of its columns or more are called like keys of a claim,
 * and none `indicator`, which every table of results has.
 */
export function isClaimsTable(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, MOST_OF_HEADER)
  const { header, problems } = csvTable('', endedAtLine(head))
  if (problems.length > 0 || header.some(({ text }) => /^["'{\s]*kind\b/.test(text))) return false
  const known = header.filter(({ text }) => claimKeys.includes(text)).length
  return header.length > 1 && known * 2 >= header.length && !header.some(({ text }) => text === 'indicator')
}

const MOST_OF_HEADER = 65_536

/** The first line alone: what follows need not be read to know what its names are. */
function endedAtLine(bytes: Uint8Array): Uint8Array {
  const end = bytes.findIndex((byte, index) => byte === 0x0a && bytes[index + 1] !== 0)
  return end < 0 ? bytes : bytes.subarray(0, end)
}

/** Columns of other names are passed over; one that nearly has the name of a key was meant as that. */
function unknownColumns({ header }: Table): readonly Problem[] {
  const names = header.map(({ text }) => text)
  const missing = claimKeys.filter((key) => !names.includes(key))
  return header.flatMap(({ text: column, at }) => {
    if (claimKeys.includes(column)) return []
    const suggestion = closest(column, missing)
    return suggestion ? [problem('unknown-column', at, { column, suggestion })] : []
  })
}

/** The row as a map of a document would hold it; an empty cell is a key that was left out. */
function claimItem(row: TableRow, columns: ReadonlyMap<string, number>): MapNode {
  const entries = new Map<string, Entry>()
  for (const [key, column] of columns) {
    if ((row.texts[column] ?? '').trim() === '') continue
    const { text, at } = row.cell(column)
    entries.set(key, { keyAt: at, value: scalarFrom(text.trim(), at) })
  }
  return new MapNode(row.at(), entries)
}

/** What a document says at its top is said of a table on the command line. */
function asOfTable(found: Problem): Problem {
  if (found.code !== 'ambiguous-number') return found
  return problem('ambiguous-number', found.at, { ...found.args, table: true })
}
