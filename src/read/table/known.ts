import type { Name } from '../../model/figure.ts'
import { isNumeric } from '../../model/indicator.ts'
import type { Plan } from '../../model/plan.ts'
import type { KnownNames, SharedName } from '../../model/table.ts'
import { decomposed } from '../../model/text.ts'

/** What plans call their indicators and areas, for tables that report on them. */
export function knownNames(plans: readonly Plan[]): KnownNames {
  const indicators = new Map<string, string | null>()
  const areas = new Map<string, string | null>()
  const groups = new Map<string, Map<string, string | null>>()
  const byName = new Map<string, Map<string, SharedName>>()
  const wholes = new Map<string, string | null>()
  const units = new Map<string, string[]>()
  const latest = new Set<string>()
  const worded = new Set<string>()
  for (const plan of plans) {
    const sections = new Map(plan.sections.map((each) => [each.id, textsOf(each.name).map(likeness)]))
    for (const { id, name, unit, type, states, parent, section } of plan.indicators) {
      wholes.set(id, parent)
      for (const text of [id, ...textsOf(name)]) {
        add(indicators, text, id)
        const like = likeness(text)
        const named = byName.get(like) ?? new Map<string, SharedName>()
        byName.set(like, named.set(id, { id, whole: parent, sections: sections.get(section ?? '') ?? [] }))
      }
      if (unit) units.set(id, [...(units.get(id) ?? []), ...textsOf(unit).map(likeness)])
      if (type !== 'count' && type !== 'growth' && isNumeric(type)) latest.add(id)
      if (states || type === 'text') worded.add(id)
    }
    for (const { id, name, was } of plan.areas) {
      for (const text of [id, ...textsOf(name)]) add(areas, text, id)
      // An area that took the name of another one is told apart by the calculation.
      for (const former of was) add(areas, former, former)
    }
    for (const breakdown of plan.breakdowns) {
      const known = groups.get(breakdown.id) ?? new Map<string, string | null>()
      groups.set(breakdown.id, known)
      for (const { id, name } of breakdown.groups) {
        const own = id.slice(breakdown.id.length + 1)
        for (const text of [own, ...textsOf(name)]) add(known, text, own)
      }
    }
  }
  const shared = new Map([...byName].flatMap(([like, named]) => (named.size > 1 ? [[like, [...named.values()]]] : [])))
  const periods = plans.map(({ period }) => period)
  return { indicators, shared, wholes, areas, groups, units, latest, worded, periods }
}

/**
 * What a name means that several indicators have, "of which: women" and the like, in a table whose rows stand in the order
 * of the plan: the part of the indicator above, or of a whole of it; else the one of the section that the last heading names.
 */
export function indicatorsAbove({ shared, wholes }: KnownNames) {
  let above: string | null = null
  let heading = ''
  const onlyOf = (found: readonly SharedName[]) => (found.length === 1 ? (found[0]?.id ?? null) : null)
  return {
    idOf: (like: string): string | null => {
      const named = shared.get(like) ?? []
      for (let whole = above; whole !== null; whole = wholes.get(whole) ?? null) {
        const parts = named.filter((each) => each.whole === whole)
        if (parts.length > 0) return onlyOf(parts)
      }
      return onlyOf(named.filter(({ sections }) => sections.includes(heading)))
    },
    /** Goes on below a row; one that names no indicator is a heading, and nothing is known of what follows but that. */
    pass: (label: string, id: string | null) => {
      if (label === '') return
      above = id !== null && wholes.has(id) ? id : null
      if (above === null) heading = likeness(label)
    },
  }
}

function textsOf({ vi, en }: Name): readonly string[] {
  return [vi, en]
}

function add(ids: Map<string, string | null>, text: string, id: string): void {
  const like = likeness(text)
  const before = ids.get(like)
  ids.set(like, before === undefined || before === id ? id : null)
}

/**
 * What is left of a name where case, blanks around, the form of Unicode, and the place of the tone mark in a syllable make
 * no difference: `Hoà Bình` is `Hòa Bình`.
 */
export function likeness(text: string): string {
  const parts = decomposed(text).toLowerCase().trim().split(/\s+/)
  return parts.map((word) => word.replace(TONES, '') + (word.match(TONES)?.join('') ?? '')).join(' ')
}

/** Grave, acute, tilde, hook above and dot below: the tones of Vietnamese. Marks of vowels stay where they are. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
