import type { Section } from '../../model/plan.ts'
import type { PlanReport } from '../../model/report.ts'

/** Where an indicator stands among those of all plans. */
export interface Position {
  readonly id: string
  /** How many wholes it is a part of. */
  readonly depth: number
  readonly section: Section | null
}

/**
 * The indicators of several plans in one order: that of the newest plan. What only an older one has stands behind what
 * it stood behind there; indicators of one section stand together, parts behind their whole.
 */
export function mergedOrder(plans: readonly PlanReport[]): readonly Position[] {
  const order: Order = { below: new Map(), sections: new Map() }
  for (const report of plans.toReversed()) takeInto(order, report)
  const bySection = new Map<string | null, string[]>()
  for (const id of order.below.get(null) ?? []) listed(bySection, order.sections.get(id)?.id ?? null).push(id)
  return [...bySection.values()].flat().flatMap((id) => subtree(order, id, 0))
}

interface Order {
  /** Ids of parts by that of their whole, in order; those of wholes under null. */
  readonly below: Map<string | null, string[]>
  /** Of every indicator that has its place. */
  readonly sections: Map<string, Section | null>
}

function takeInto({ below, sections }: Order, { plan }: PlanReport): void {
  const named = new Map(plan.sections.map((section) => [section.id, section]))
  const last = new Map<string | null, string>()
  for (const { id, parent, section } of plan.indicators) {
    if (!sections.has(id)) {
      sections.set(
        id,
        section === null ? null : (named.get(section) ?? { id: section, name: { vi: section, en: section } }),
      )
      insertBehind(listed(below, parent), last.get(parent), id)
    }
    last.set(parent, id)
  }
}

/** At the start where it stands behind none; at the end where that has another place by now. */
function insertBehind(ids: string[], behind: string | undefined, id: string): void {
  ids.splice(behind === undefined ? 0 : ids.indexOf(behind) + 1 || ids.length, 0, id)
}

function listed(lists: Map<string | null, string[]>, key: string | null): string[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

function subtree(order: Order, id: string, depth: number): readonly Position[] {
  const position = { id, depth, section: order.sections.get(id) ?? null }
  return [position, ...(order.below.get(id) ?? []).flatMap((part) => subtree(order, part, depth + 1))]
}
