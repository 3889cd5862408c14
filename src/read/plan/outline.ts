import type { Name, Place } from '../../model/figure.ts'
import { type IndicatorType, indicatorTypes, isNumeric } from '../../model/indicator.ts'
import { nameAt, textAt } from '../document/fields.ts'
import { ListNode, MapNode, type Node, Scalar } from '../document/tree.ts'
import { figuresByPeriod } from './period-targets.ts'
import type { WrittenPhasing } from './phasing.ts'

/** An indicator as it stands among the others, with what a part takes over from its whole. */
export interface Outline {
  readonly node: Node
  /** null: it is no map. */
  readonly map: MapNode | null
  /** As written, which may be no id; null: none. */
  readonly id: string | null
  /** Where its id stands, else where it begins. */
  readonly at: Place
  /** null: what is written is no type. */
  readonly type: IndicatorType | null
  readonly unit: Name | null
  readonly section: string | null
  /** As it is written; a part has that of its whole where both are of one type. */
  readonly phasing: WrittenPhasing | null
  readonly tolerance: Node | null
  readonly canFall: boolean
  readonly accumulates: boolean
  readonly parent: string | null
  readonly parts: readonly Outline[]
}

/** Every indicator of a list, the parts of each right behind it. */
export function outlinesOf(list: ListNode): readonly Outline[] {
  return list.items.flatMap((node) => withParts(outlineOf(node, null)))
}

const withParts = (outline: Outline): readonly Outline[] => [outline, ...outline.parts.flatMap(withParts)]

type Inherited = Pick<Outline, 'id' | 'type' | 'unit' | 'section' | 'phasing' | 'tolerance' | 'canFall' | 'accumulates'>

function outlineOf(node: Node, whole: Inherited | null): Outline {
  const map = node instanceof MapNode ? node : null
  const id = map?.get('id')
  const type = map?.entries.has('type') ? typeOf(map) : whole ? whole.type : 'count'
  const like = type === whole?.type ? whole : null
  const accumulates = map?.entries.has('accumulate') ? textAt(map, 'accumulate') !== 'no' : (like?.accumulates ?? true)
  const phasing = map?.get('phasing') ?? (map && accumulates && type === 'count' ? figuresByPeriod(map) : null)
  const own: Inherited = {
    id: id instanceof Scalar && !id.isNull ? id.text : null,
    type,
    unit: (map && nameAt(map, 'unit')) ?? whole?.unit ?? null,
    section: (map && textAt(map, 'section')) ?? whole?.section ?? null,
    phasing: phasing && map ? { node: phasing, map } : (like?.phasing ?? null),
    tolerance: type && !isNumeric(type) ? null : (map?.get('tolerance') ?? whole?.tolerance ?? null),
    accumulates,
    canFall: map?.entries.has('can_fall') ? textAt(map, 'can_fall') === 'true' : (like?.canFall ?? false),
  }
  const parts = map?.get('of_which')
  return {
    ...own,
    node,
    map,
    at: id?.at ?? node.at,
    parent: whole?.id ?? null,
    parts: parts instanceof ListNode ? parts.items.map((part) => outlineOf(part, own)) : [],
  }
}

function typeOf(map: MapNode): IndicatorType | null {
  const text = textAt(map, 'type')
  return indicatorTypes.find((type) => type === text) ?? null
}
