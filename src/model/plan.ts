import type { FailingVerdict } from './check.ts'
import type { Exact, RoundingMode } from './exact.ts'
import type { Name, Place, Source } from './figure.ts'
import type { Indicator } from './indicator.ts'
import type { Period } from './period.ts'
import type { Problem } from './problem.ts'

export interface Area {
  readonly id: string
  readonly name: Name
  readonly parent: string | null
  /** Day numbers between which the area exists; null: not bounded. */
  readonly from: number | null
  readonly until: number | null
  /** Ids it had before. */
  readonly was: readonly string[]
}

export interface Section {
  readonly id: string
  readonly name: Name
  /** The sections that it lies in, the outermost first; absent: none. */
  readonly above?: readonly Section[]
}

/** The headings that stand before a line of a section where the line before it is of another one, the outermost first. */
export function headingsBetween(before: Section | null, next: Section | null): readonly Section[] {
  const [from, to] = [before, next].map((section) => (section ? [...(section.above ?? []), section] : []))
  const common = (to ?? []).findIndex(({ id }, index) => id !== from?.[index]?.id)
  return (to ?? []).slice(common === -1 ? -1 : common)
}

export interface Plan {
  readonly id: string
  readonly title: Name
  readonly period: Period
  /** The id of the plan of the time before, with whose results this one's are compared; null: not stated. */
  readonly follows: string | null
  /** Where that id stands. */
  readonly followsAt?: Place
  readonly source: Source | null
  readonly note: Name | null
  /** Decimals of printed percentages. */
  readonly decimals: number
  readonly rounding: RoundingMode
  readonly tolerance: Exact | null
  readonly policy: Policy
  readonly areas: readonly Area[]
  readonly sections: readonly Section[]
  /** In written order, the parts of an indicator right behind it. */
  readonly indicators: readonly Indicator[]
  /** Ids of indicators that were written but could not be read: every one has a problem. */
  readonly unread: readonly string[]
  /** What is wrong with each of them; one that is not there has no problem of its own. */
  readonly unreadBecause?: ReadonlyMap<string, Problem>
  readonly file: string
  readonly at: Place
}

/** What `check` is asked to fail on; a key that is absent was not stated. */
export interface Policy {
  /** Achievement asked of every indicator, 1 is 100%. */
  readonly min?: Exact
  readonly failOn?: readonly FailingVerdict[]
  readonly maxWarnings?: number
}

/** The area of a plan with an id. Reports ask for the one of each of ten thousand figures. */
export function areaOfPlan({ areas }: Plan, id: string | null): Area | undefined {
  if (id === null) return undefined
  const known = areasById.get(areas) ?? new Map(areas.map((area) => [area.id, area]))
  areasById.set(areas, known)
  return known.get(id)
}

const areasById = new WeakMap<readonly Area[], ReadonlyMap<string, Area>>()
