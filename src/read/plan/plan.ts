import type { RoundingMode } from '../../model/exact.ts'
import type { Place } from '../../model/figure.ts'
import { formulaNames, type Indicator, type IndicatorType } from '../../model/indicator.ts'
import type { Area, Breakdown, Plan, Policy, Section } from '../../model/plan.ts'
import { firstError, type Problem } from '../../model/problem.ts'
import { boundedSuggestions, type Suggest } from '../../model/suggestion.ts'
import { SKIP, tableKeys, WHOLE } from '../../model/table.ts'
import {
  dayAt,
  nameAt,
  notationAt,
  periodAt,
  scalarAt,
  sourceAt,
  textAt,
  wholeNumberAt,
  wordAt,
} from '../document/fields.ts'
import { hasErrors, innerScope, listedOr, MOST_LISTED, report, type Scope, scopeOf } from '../document/scope.ts'
import { reportShape } from '../document/shape.ts'
import { ListNode, MapNode, type Node, Scalar, writtenOf } from '../document/tree.ts'
import { DEEPEST } from '../document/yaml-source.ts'
import { toleranceFrom } from '../number/figures.ts'
import { indicatorSchema } from '../schema/indicator.ts'
import { idPattern } from '../schema/leaf.ts'
import { planSchema } from '../schema/plan.ts'
import { indicatorFrom, type PlanFacts } from './indicator.ts'
import { type Outline, outlinesOf } from './outline.ts'
import { policyAt } from './policy.ts'
import { reportPartsAboveTheirWhole, reportPartsThatDoNotSum } from './target-checks.ts'

export interface ReadPlan {
  /** null: something about it as a whole could not be read. */
  readonly plan: Plan | null
  /** As written; null: it has none. */
  readonly id: string | null
  readonly problems: readonly Problem[]
}

const DECIMALS = 1

/** Reads one document of `kind: plan`. */
export function planFrom(root: MapNode, file: string): ReadPlan {
  const notation = notationAt(root)
  const scope = scopeOf(file, notation)
  reportShape(root, planSchema, scope, new Set(['indicators']))

  const id = textAt(root, 'id')
  const period = periodAt(root, 'period')
  const follows = scalarAt(root, 'follows')
  const source = sourceAt(root, 'source')
  const areas = areasFrom(root, scope)
  const breakdowns = breakdownsFrom(root, scope)
  const sections = sectionsFrom(root, scope)
  const stated = root.get('tolerance')
  const facts = {
    tolerance: stated ? toleranceFrom(stated, scope) : null,
    policy: policyFrom(root, scope),
  }
  const outlines = outlinesIn(root, scope)
  const twice = reportDuplicates(outlines, 'indicator', scope)
  const known: PlanFacts = {
    id: id ?? '',
    period,
    source,
    formula: wordAt(root, 'formula', formulaNames),
    areas: new Set(areas.map((area) => area.id)),
    sections: new Set(sections.map((section) => section.id)),
    countable: new Set(outlines.flatMap(({ id: each, type }) => (isCountable(type) && each !== null ? [each] : []))),
    povertyRates: new Set(
      outlines.flatMap(({ id: each, type }) => (type === 'poverty-rate' && each !== null ? [each] : [])),
    ),
    suggest: boundedSuggestions(),
  }
  const notationIsClear = notation !== null || !root.entries.has('numbers')
  const read = outlines.map((outline) => readIndicator(outline, known, twice, notationIsClear, scope))
  const indicators = read.flatMap(({ indicator }) => indicator ?? [])
  const sums = innerScope(scope)
  reportPartsThatDoNotSum(indicators, sums)
  if (period) reportPartsAboveTheirWhole(indicators, period, sums)
  const problems = [...scope.problems, ...twice.problems, ...read.flatMap((each) => each.problems), ...sums.problems]

  const title = nameAt(root, 'title')
  if (hasErrors(scope) || id === null || !period || !title) return { plan: null, id, problems }
  const unread = read.flatMap(({ outline, indicator }) => (indicator || outline.id === null ? [] : [outline.id]))
  const plan: Plan = {
    id,
    title,
    period,
    follows: follows?.text ?? null,
    ...(follows && { followsAt: follows.at }),
    source,
    note: nameAt(root, 'note'),
    decimals: wholeNumberAt(root, 'decimals') ?? DECIMALS,
    rounding: wordAt<RoundingMode>(root, 'rounding', ['half-up', 'half-even', 'truncate']) ?? 'half-up',
    ...facts,
    areas,
    breakdowns,
    sections,
    indicators,
    unread: [...new Set(unread)],
    unreadBecause: becauseOf(read, twice),
    file,
    at: scalarAt(root, 'id')?.at ?? root.at,
  }
  return { plan, id, problems }
}

const isCountable = (type: IndicatorType | null): boolean => type === 'count' || type === 'stock'

interface ReadIndicator {
  readonly outline: Outline
  readonly indicator: Indicator | null
  readonly problems: readonly Problem[]
}

function readIndicator(
  outline: Outline,
  plan: PlanFacts,
  twice: Duplicates,
  notationIsClear: boolean,
  around: Scope,
): ReadIndicator {
  const scope = innerScope(around)
  reportShape(outline.node, indicatorSchema, scope, new Set(['of_which']))
  const parts = outline.map?.get('of_which')
  if (parts) reportNoList(parts, scope)
  // In an unknown notation every number would be one more problem.
  const indicator = notationIsClear ? indicatorFrom(outline, plan, scope) : null
  const stands = !hasErrors(scope) && !(outline.id !== null && twice.ids.has(outline.id))
  return { outline, indicator: stands ? indicator : null, problems: scope.problems }
}

/** What is wrong with each indicator that could not be read. */
function becauseOf(read: readonly ReadIndicator[], twice: Duplicates): ReadonlyMap<string, Problem> {
  const because = new Map<string, Problem>()
  for (const { outline, indicator, problems } of read) {
    if (indicator || outline.id === null || because.has(outline.id)) continue
    const { id } = outline
    const found = firstError(problems) ?? twice.problems.find(({ args }) => 'id' in args && args.id === id)
    if (found) because.set(id, found)
  }
  return because
}

function outlinesIn(root: MapNode, scope: Scope): readonly Outline[] {
  const node = root.get('indicators')
  if (!node) {
    report(scope, 'missing-key', { ...root.at, length: 1 }, { key: 'indicators', of: 'plan' })
    return []
  }
  reportNoList(node, scope)
  return node instanceof ListNode ? outlinesOf(node) : []
}

function reportNoList(node: Node, scope: Scope): void {
  if (node instanceof ListNode) return
  report(scope, 'bad-value', node.at, { written: writtenOf(node), expected: 'list', suggestion: null })
}

function areasFrom(root: MapNode, scope: Scope): readonly Area[] {
  const maps = mapsAt(root, 'areas')
  reportTwice(maps, 'area', scope)
  const areas = maps.flatMap((map) => areaFrom(map) ?? [])
  const parents = new Map(areas.map(({ id, parent }) => [id, parent]))
  const suggest = boundedSuggestions()
  for (const map of maps) reportBadParent(map, parents, suggest, scope)
  reportFormerIds(maps, new Set(parents.keys()), scope)
  reportWhole(maps, scope)
  return areas
}

/** Words that mean something else where a breakdown or a group may be named. */
const RESERVED: ReadonlySet<string> = new Set([...tableKeys, WHOLE, SKIP])

const MOST_BREAKDOWNS = 8

function breakdownsFrom(root: MapNode, scope: Scope): readonly Breakdown[] {
  const map = root.get('breakdowns')
  if (!(map instanceof MapNode)) return []
  const refuse = (at: Place, written: string) =>
    report(scope, 'bad-value', at, {
      written,
      expected: RESERVED.has(written) ? 'id-but-ours' : 'id',
      suggestion: null,
    })
  if (map.entries.size > MOST_BREAKDOWNS) {
    report(scope, 'too-many', map.at, { why: 'breakdowns', limit: MOST_BREAKDOWNS })
    return []
  }
  return [...map.entries].flatMap(([id, { keyAt, value }]) => {
    if (RESERVED.has(id) || !idPattern.test(id)) refuse(keyAt, id)
    const first = new Map<string, Place>()
    const groups = (value instanceof ListNode ? value.items : []).flatMap((item): readonly Area[] => {
      const own = item instanceof MapNode ? scalarAt(item, 'id') : item instanceof Scalar ? item : null
      if (!own || own.isNull) return []
      if (RESERVED.has(own.text)) refuse(own.at, own.text)
      const before = first.get(own.text)
      if (before) report(scope, 'duplicate-id', own.at, { id: own.text, what: 'group', first: before })
      first.set(own.text, own.at)
      const name = (item instanceof MapNode && nameAt(item, 'name')) || { vi: own.text, en: own.text }
      return [{ id: `${id}=${own.text}`, name, parent: null, from: null, until: null, was: [], of: id }]
    })
    return [{ id, groups }]
  })
}

function areaFrom(map: MapNode): Area | null {
  const [id, name] = [textAt(map, 'id'), nameAt(map, 'name')]
  if (id === null || !name) return null
  const was = map.get('was')
  return {
    id,
    name,
    parent: textAt(map, 'parent'),
    from: dayAt(map, 'from'),
    until: dayAt(map, 'until'),
    was: was instanceof ListNode ? was.items.flatMap((item) => (item instanceof Scalar ? [item.text] : [])) : [],
  }
}

function reportBadParent(
  map: MapNode,
  parents: ReadonlyMap<string, string | null>,
  suggest: Suggest,
  scope: Scope,
): void {
  const parent = scalarAt(map, 'parent')
  if (!parent) return
  const { text: written, at } = parent
  const id = textAt(map, 'id')
  if (!parents.has(written)) {
    const others = () => new Set([...parents.keys()].filter((each) => each !== id))
    const expected = parents.size > MOST_LISTED + 1 ? 'area-of-plan' : listedOr('area-of-plan', others())
    report(scope, 'bad-value', at, { written, expected, suggestion: suggest(written, others) })
    return
  }
  const around = areasAround(written, parents)
  if (around.has(id)) report(scope, 'bad-value', at, { written, expected: 'area-outside', suggestion: null })
  else if (around.size > DEEPEST) report(scope, 'too-deep', at, { limit: DEEPEST })
}

/** In tables this word means all of them together. */
function reportWhole(maps: readonly MapNode[], scope: Scope): void {
  for (const map of maps) {
    const was = map.get('was')
    for (const id of [map.get('id'), ...(was instanceof ListNode ? was.items : [])]) {
      if (!(id instanceof Scalar) || id.text !== WHOLE) continue
      report(scope, 'bad-value', id.at, { written: WHOLE, expected: 'id-but-whole', suggestion: null })
    }
  }
}

/** What stands under a former id has to belong to one area, at one time. */
function reportFormerIds(maps: readonly MapNode[], areas: ReadonlySet<string>, scope: Scope): void {
  const claimed = new Map<string, Scalar>()
  for (const map of maps) {
    const was = map.get('was')
    const id = textAt(map, 'id')
    for (const item of was instanceof ListNode ? was.items : []) {
      if (!(item instanceof Scalar) || id === null) continue
      const first = claimed.get(item.text)
      if (first) report(scope, 'duplicate-id', item.at, { id: item.text, what: 'area', first: first.at })
      else if (item.text === id || !areas.has(item.text)) claimed.set(item.text, item)
      // Of an area that took in another and kept its id, only the day tells which figures are of which.
      if (item.text === id && !map.entries.has('from')) {
        report(scope, 'missing-key', item.at, { key: 'from', of: 'area' })
      }
    }
  }
}

/** An area and those around it, from the inside, as far as anything is read. */
function areasAround(area: string, parents: ReadonlyMap<string, string | null>): ReadonlySet<string | null> {
  const around = new Set<string | null>()
  let at: string | null = area
  while (at !== null && !around.has(at) && around.size <= DEEPEST) {
    around.add(at)
    at = parents.get(at) ?? null
  }
  return around
}

function sectionsFrom(root: MapNode, scope: Scope): readonly Section[] {
  const maps = mapsAt(root, 'sections')
  reportTwice(maps, 'section', scope)
  const sections = new Map<string, Section>()
  for (const map of maps) {
    const [id, name, parent] = [textAt(map, 'id'), nameAt(map, 'name'), scalarAt(map, 'parent')]
    const around = parent && sections.get(parent.text)
    if (parent && !around) {
      report(scope, 'bad-value', parent.at, { written: parent.text, expected: 'section-before', suggestion: null })
    }
    if (around && (around.above?.length ?? 0) >= DEEPEST) report(scope, 'too-deep', parent.at, { limit: DEEPEST })
    if (id !== null && name && !sections.has(id)) {
      sections.set(id, { id, name, ...(around && { above: [...(around.above ?? []), around] }) })
    }
  }
  return [...sections.values()]
}

function policyFrom(root: MapNode, scope: Scope): Policy {
  const map = root.get('policy')
  return map instanceof MapNode ? policyAt(map, scope) : {}
}

function mapsAt(root: MapNode, key: string): readonly MapNode[] {
  const node = root.get(key)
  return node instanceof ListNode ? node.items.filter((item) => item instanceof MapNode) : []
}

function reportTwice(maps: readonly MapNode[], what: 'area' | 'section', scope: Scope): void {
  const ids = maps.map((map) => ({ id: textAt(map, 'id'), at: scalarAt(map, 'id')?.at ?? map.at }))
  for (const found of reportDuplicates(ids, what, scope).problems) scope.problems.push(found)
}

interface Duplicates {
  readonly ids: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

/** Both that share an id are doubtful: a result cannot say which one it answers. */
function reportDuplicates(
  things: readonly Pick<Outline, 'id' | 'at'>[],
  what: 'indicator' | 'area' | 'section',
  around: Scope,
): Duplicates {
  const scope = innerScope(around)
  const firsts = new Map<string, Outline['at']>()
  const ids = new Set<string>()
  for (const { id, at } of things) {
    if (id === null) continue
    const first = firsts.get(id)
    if (!first) firsts.set(id, at)
    else {
      ids.add(id)
      report(scope, 'duplicate-id', at, { id, what, first })
    }
  }
  return { ids, problems: scope.problems }
}
