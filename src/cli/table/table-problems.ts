import type { Place } from '../../model/figure.ts'
import { type ColumnApart, type Problem, problem } from '../../model/problem.ts'

/** As many as refused rows: a register that is taken for results gives nearly all of them again. */
const MOST_DUPLICATES = 20

/** Those of the files in which one of the problems stands, or what it speaks of. */
export function filesIn(problems: readonly Problem[], files: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>()
  if (files.size === 0) return found
  for (const { at, args } of problems) {
    const first = 'first' in args ? (args.first as Place) : null
    for (const place of [at, first]) if (place && files.has(place.file)) found.add(place.file)
  }
  return found
}

/**
 * The problems of all tables. What several of them lack, and one document asks for in one place, is one problem that names
 * them: a pattern may stand for a table a month.
 */
export function problemsOfTables(
  tables: readonly { readonly path: string; readonly problems: readonly Problem[] }[],
): readonly Problem[] {
  const others: Problem[] = []
  const lacking = new Map<string, { readonly first: Problem; readonly tables: Set<string> }>()
  for (const { path, problems } of tables) {
    for (const found of problems) {
      if (!('tables' in found.args) || !found.at || found.at.file === path) {
        others.push(found)
        continue
      }
      const asked = JSON.stringify([found.code, found.at])
      const before = lacking.get(asked) ?? { first: found, tables: new Set() }
      lacking.set(asked, before)
      before.tables.add(path)
    }
  }
  const told = [...lacking.values()].map(({ first, tables }) => {
    // One of a union over its own codes: the compiler cannot see that the arguments stay those of the code.
    return { ...first, args: { ...first.args, tables: [...tables] } } as Problem
  })
  return [...others, ...told]
}

/**
 * What is wrong with many rows of a table has often one cause: what would be told of several in the same words is told of
 * the first. Results that are given again are told of as far as anybody puts them right one by one, with where the next
 * one is. Doubts are about single figures: all of them are told.
 */
export function toldOnce(problems: readonly Problem[], isTable: (file: string) => boolean): readonly Problem[] {
  const others: Problem[] = []
  const first = new Map<string, Problem>()
  for (const found of problems) {
    if (!found.at || found.severity !== 'error' || !isTable(found.at.file)) {
      others.push(found)
      continue
    }
    const words = JSON.stringify([found.code, found.at.file, found.args])
    const before = first.get(words)
    if (!before || isBefore(found.at, before.at)) first.set(words, found)
  }
  const duplicates = new Map<string, Problem[]>()
  for (const found of first.values()) {
    const file = found.code === 'duplicate-observation' ? found.at?.file : undefined
    if (file === undefined) others.push(found)
    else {
      const ofFile = duplicates.get(file) ?? []
      duplicates.set(file, ofFile)
      ofFile.push(found)
    }
  }
  return [...others, ...[...duplicates.values()].flatMap(firstDuplicates)]
}

/** Two figures for one thing, with the columns in which their rows differ where they stand in one table. */
export function withColumnsApart(found: Problem, apart: ApartIn): Problem {
  if ((found.code !== 'duplicate-observation' && found.code !== 'overlapping-periods') || !found.at) return found
  const columns = apart(found.at, found.args.first)
  return columns.length === 0 ? found : ({ ...found, args: { ...found.args, apart: columns } } as Problem)
}

export type ApartIn = (one: Place, other: Place) => readonly ColumnApart[]

function firstDuplicates(found: readonly Problem[]): readonly Problem[] {
  const inOrder = [...found].sort((a, b) => (isBefore(a.at, b.at) ? -1 : 1))
  const next = inOrder[MOST_DUPLICATES]
  const more = next ? [problem('more-duplicates', next.at, { shown: MOST_DUPLICATES })] : []
  return [...inOrder.slice(0, MOST_DUPLICATES), ...more]
}

function isBefore(one: Place | null, other: Place | null): boolean {
  if (!one || !other) return false
  return one.line < other.line || (one.line === other.line && one.column < other.column)
}
