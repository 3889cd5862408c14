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
  /** Of a group of a breakdown the id of that; an area has none. */
  readonly of?: string
}

/** Whether it stands beside the whole where this is asked for: `area`, or a breakdown. */
export const isShownBy = (area: Area | null, by: string | undefined): boolean =>
  area === null || (area.of ?? 'area') === by

/** Groups that are together the whole, and each area: sex, age. */
export interface Breakdown {
  readonly id: string
  /** Their ids are those of cells: `sex=f`. */
  readonly groups: readonly Area[]
}

/**
 * Where a figure stands: in an area and in groups of breakdowns, `phu-ly/age=15-24/sex=f`, the groups by their breakdown's id;
 * null: in the whole.
 */
export function cellId(area: string | null, groups: readonly string[]): string | null {
  return groups.length === 0 ? area : [...(area === null ? [] : [area]), ...groups.toSorted()].join('/')
}

/** Takes a cell apart. Neither an area nor a group has a `/` or `=` in its id. */
export function partsOfCell(cell: string | null): { readonly area: string | null; readonly groups: readonly string[] } {
  if (cell === null || !cell.includes('=')) return { area: cell, groups: [] }
  const parts = cell.split('/')
  return parts[0]?.includes('=') ? { area: null, groups: parts } : { area: parts[0] ?? null, groups: parts.slice(1) }
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
  readonly breakdowns: readonly Breakdown[]
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

/** What a cell of a plan is called: its area, and its groups. Reports ask for the one of each of ten thousand figures. */
export function nameOfCell({ areas, breakdowns }: Plan, cell: string | null): Name | undefined {
  if (cell === null) return undefined
  const known =
    namesById.get(areas) ??
    new Map([...areas, ...breakdowns.flatMap(({ groups }) => groups)].map(({ id, name }) => [id, name]))
  namesById.set(areas, known)
  const { area, groups } = partsOfCell(cell)
  const names = [...(area === null ? [] : [area]), ...groups].flatMap((id) => known.get(id) ?? [])
  const [first] = names
  if (names.length <= 1) return first
  return { vi: names.map(({ vi }) => vi).join(', '), en: names.map(({ en }) => en).join(', ') }
}

const namesById = new WeakMap<readonly Area[], ReadonlyMap<string, Name>>()
