import type { Place } from '../model/figure.ts'
import { type Problem, problem } from '../model/problem.ts'

/** As many as refused rows: more than these nobody puts right one by one. */
const MOST_OF_A_KIND = 20

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
 * What is wrong with many rows of a table has often one cause. What would be told of several in the same words is told of
 * the first; and of one kind only the first ones are told, with where the next one is. Doubts are about single figures:
 * all of them are told.
 */
export function toldOnce(problems: readonly Problem[], isTable: (file: string) => boolean): readonly Problem[] {
  const others: Problem[] = []
  const byKind = new Map<string, Map<string, Problem>>()
  for (const found of problems) {
    if (!found.at || found.severity !== 'error' || !isTable(found.at.file)) {
      others.push(found)
      continue
    }
    const kind = `${found.code}\n${found.at.file}`
    const told = byKind.get(kind) ?? new Map<string, Problem>()
    byKind.set(kind, told)
    const words = JSON.stringify(found.args)
    const before = told.get(words)
    if (!before || isBefore(found.at, before.at)) told.set(words, found)
  }
  const first = [...byKind.values()].flatMap((told) => {
    const inOrder = [...told.values()].sort((a, b) => (isBefore(a.at, b.at) ? -1 : 1))
    const next = inOrder[MOST_OF_A_KIND]
    const more = next ? [problem('more-of-a-kind', next.at, { kind: next.code, shown: MOST_OF_A_KIND })] : []
    return [...inOrder.slice(0, MOST_OF_A_KIND), ...more]
  })
  return [...others, ...first]
}

function isBefore(one: Place | null, other: Place | null): boolean {
  if (!one || !other) return false
  return one.line < other.line || (one.line === other.line && one.column < other.column)
}
