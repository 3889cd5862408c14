import type { Area } from '../model/plan.ts'

/** By the id of an area: the ids that it had, or that its parts had, in the plan before; none where it cannot be told. */
export type EarlierAreas = ReadonlyMap<string, readonly string[]>

/**
 * What the areas of a plan were in the plan before it, by `id` and `was`. One whose id is still there is not taken for
 * what came after it; one that several name as theirs was split, and is none of them.
 */
export function areasBefore(now: readonly Area[], before: readonly Area[]): EarlierAreas {
  const there = new Set(before.map(({ id }) => id))
  const still = new Set(now.map(({ id }) => id))
  const named = now.map(({ id, was }) => {
    const gone = was.filter((former) => there.has(former) && !still.has(former))
    return { id, ids: [...new Set(there.has(id) ? [id, ...gone] : gone)] }
  })
  const timesNamed = new Map<string, number>()
  for (const { ids } of named) for (const id of ids) timesNamed.set(id, (timesNamed.get(id) ?? 0) + 1)
  const isSplit = (id: string) => (timesNamed.get(id) ?? 0) > 1
  return new Map(
    named.flatMap(({ id, ids }) => (ids.length === 0 ? [] : [[id, ids.some(isSplit) ? [] : ids] as const])),
  )
}
