import type { Area } from '../../model/plan.ts'

/** By the id of an area: the ids that it, or what it was made of, had in the plan before. */
export type EarlierAreas = ReadonlyMap<string, readonly string[]>

/**
 * What the areas of a plan were in the plan before it, by `id` and `was`. One whose id is still there is not taken for
 * what came after it.
 */
export function areasBefore(now: readonly Area[], before: readonly Area[]): EarlierAreas {
  const there = new Set(before.map(({ id }) => id))
  const still = new Set(now.map(({ id }) => id))
  const earlier = new Map<string, readonly string[]>()
  for (const { id, was } of now) {
    const gone = was.filter((former) => there.has(former) && !still.has(former))
    const ids = there.has(id) ? [id, ...gone] : gone
    if (ids.length > 0) earlier.set(id, ids)
  }
  return earlier
}
