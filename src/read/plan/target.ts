import { Exact } from '../../model/exact.ts'
import type { Figure, Place, Source } from '../../model/figure.ts'
import {
  addsUpOverAreas,
  boundIn,
  type boundsOf,
  type ChangeKind,
  changeKinds,
  type Indicator,
  type IndicatorType,
  type StatedTarget,
  stateOf,
  stateTexts,
  type Target,
  type ThresholdKind,
  thresholdKinds,
  unitOf,
} from '../../model/indicator.ts'
import { type Period, parseDay, wholeYears } from '../../model/period.ts'
import type { ProblemArguments } from '../../model/problem.ts'
import { suggestionFor } from '../../model/suggestion.ts'
import { wordAt } from '../document/fields.ts'
import { report, type Scope } from '../document/scope.ts'
import { ListNode, MapNode, type Node, Scalar, writtenOf } from '../document/tree.ts'
import { figureFrom, reportOutOf } from '../number/figures.ts'

export type Direction = 'up' | 'down'

/** What a target means depends on the indicator that it is of. */
export interface TargetContext {
  readonly type: IndicatorType
  /** Of a task: the plan's own. */
  readonly states?: Indicator['states']
  /** The range that its values cannot leave. */
  readonly bounds: ReturnType<typeof boundsOf>
  /** As the indicator states it. */
  readonly direction: Direction | null
  /** Where it does. */
  readonly directionAt: Place | null
  /** The plan's; null when it could not be read. */
  readonly period: Period | null
  readonly source: Source | null
  readonly scope: Scope
}

/** `none` is to have no target; undefined is a target that could not be read, which is reported. */
export function targetFrom(node: Node, context: TargetContext): StatedTarget | 'none' | undefined {
  if (node instanceof Scalar) return targetFromText(node, context)
  if (!(node instanceof MapNode)) return undefined
  if (context.type === 'task' || context.type === 'text') {
    report(context.scope, 'bad-target', node.at, { why: 'task-needs-done', written: writtenOf(node) })
    return undefined
  }
  return targetFromMap(node, context)
}

function targetFromText(node: Scalar, context: TargetContext): StatedTarget | 'none' | undefined {
  const { type, states, direction, source, scope } = context
  const { text, at } = node
  const stated = (target: Target): StatedTarget => ({ target, text, at, source })
  const bad = (why: TargetFault) => {
    report(scope, 'bad-target', at, { why, written: text })
    return undefined
  }

  if (text === 'none') return 'none'
  if (type === 'text') return stated({ kind: 'done', state: { vi: text, en: text } })
  if (states) {
    const state = stateOf({ type, states }, text)
    if (typeof state === 'object') return stated({ kind: 'done', state })
    const expected = stateTexts({ states })
    report(scope, 'bad-value', at, { written: text, expected, suggestion: suggestionFor(text, expected) })
    return undefined
  }
  if (type === 'task') return text === 'done' ? stated({ kind: 'done' }) : bad('task-needs-done')
  if (text === 'done') return bad('done-needs-task')
  if (type === 'date') return bad('date-needs-by')

  if (boundIn(text)) return bad('bound')
  const value = valueFrom(node, context)
  if (!value) return undefined
  const better = direction ?? (addsUpOverAreas(type) ? 'up' : null)
  if (better) return stated({ kind: better === 'up' ? 'at_least' : 'at_most', value: value.value })
  report(scope, 'direction-not-stated', at, { written: text, type })
  return undefined
}

/** A target of the kind of another one, where a number or range alone is written. */
export function targetLike(node: Node, like: Target, context: TargetContext): StatedTarget | undefined {
  if (node instanceof MapNode || like.kind === 'done') {
    const target = targetFrom(node, context)
    return target === 'none' ? undefined : target
  }
  const { scope, source } = context
  const isRange = node instanceof ListNode
  if (isRange ? !('range' in like || 'by' in like) : 'range' in like) {
    report(scope, 'bad-target', node.at, { why: isRange ? 'no-kind' : 'range-ends', written: textOf(node) })
    return undefined
  }
  const direction = like.kind === 'between' ? like.direction : null
  const target = targetOfKind(like.kind, node, { direction, perYear: false }, context)
  return target && { target, text: textOf(node), at: node.at, source }
}

type TargetFault = ProblemArguments['bad-target']['why']
type TargetKind = ThresholdKind | ChangeKind | 'between' | 'by'

const targetKinds: readonly TargetKind[] = [...thresholdKinds, ...changeKinds, 'between', 'by']

function targetFromMap(map: MapNode, context: TargetContext): StatedTarget | undefined {
  const { source, scope } = context
  const written = targetKinds.filter((kind) => map.entries.has(kind))
  const [kind, second] = written
  if (!kind || second) {
    const at = (second && map.entries.get(second)?.keyAt) ?? map.at
    report(scope, 'bad-target', at, { why: second ? 'two-kinds' : 'no-kind', written: written.join(', ') || '{…}' })
    return undefined
  }
  if ((kind === 'by') !== (context.type === 'date')) {
    const why = kind === 'by' ? 'by-needs-date' : 'date-needs-by'
    report(scope, 'bad-target', map.entries.get(kind)?.keyAt ?? map.at, { why, written: kind })
    return undefined
  }
  const node = map.get(kind) as Node
  const asides = asidesOf(map, kind, context)
  const target = asides && targetOfKind(kind, node, asides, context)
  return target && { target, text: textOf(node), at: node.at, source }
}

/** What stands beside the kind of target. */
interface Asides {
  readonly direction: Direction | null
  readonly perYear: boolean
}

/** undefined where something beside the kind contradicts it. */
function asidesOf(map: MapNode, kind: TargetKind, context: TargetContext): Asides | undefined {
  const { scope, period } = context
  const inside = wordAt(map, 'direction', ['up', 'down'])
  const implied = impliedDirections[kind]
  const stated = [inside, context.direction].filter((direction) => direction !== null)
  const conflicting = stated.find((direction) => direction !== (implied ?? stated[0]))
  if (conflicting) {
    const at = map.get('direction')?.at ?? context.directionAt ?? map.at
    report(scope, 'bad-target', at, { why: 'direction-conflict', written: conflicting })
    return undefined
  }
  const per = wordAt(map, 'per', ['year'])
  const isChange = kind === 'reduce_by' || kind === 'increase_by'
  if (per && (!isChange || (period && wholeYears(period) === undefined))) {
    report(scope, 'bad-target', map.get('per')?.at ?? map.at, { why: 'per-year', written: per })
    return undefined
  }
  return { direction: stated[0] ?? null, perYear: per !== null }
}

const impliedDirections: Readonly<Record<TargetKind, Direction | null>> = {
  at_least: 'up',
  above: 'up',
  increase_by: 'up',
  at_most: 'down',
  below: 'down',
  reduce_by: 'down',
  by: 'down',
  between: null,
}

function targetOfKind(
  kind: TargetKind,
  node: Node,
  { direction, perYear }: Asides,
  context: TargetContext,
): Target | undefined {
  if (kind === 'between') {
    const ends = endsFrom(node, (end) => valueFrom(end, context), context.scope)
    return ends && { kind, range: { low: ends.low.value, high: ends.high.value }, direction }
  }
  if (kind === 'reduce_by' || kind === 'increase_by') return changeFrom(kind, node, perYear, context)
  if (!(node instanceof Scalar)) return undefined
  if (kind === 'by') {
    const day = parseDay(node.text)
    return day === undefined ? undefined : { kind, value: Exact.of(BigInt(day)) }
  }
  const value = valueFrom(node, context)
  return value ? { kind, value: value.value } : undefined
}

/** A value that the indicator itself may have. */
function valueFrom(node: Node, { type, bounds, source, scope }: TargetContext): Figure | null {
  const unit = unitOf(type)
  const expected = bounds === 'index-0-1' ? null : unit === 'points' ? 'percent' : unit
  const figure = figureFrom(node, expected, source, scope)
  reportOutOf(bounds, figure, scope)
  return figure
}

function changeFrom(kind: ChangeKind, node: Node, perYear: boolean, context: TargetContext): Target | undefined {
  const ends =
    node instanceof ListNode ? endsFrom(node, (end) => plannedChange(end, context), context.scope) : undefined
  if (ends) {
    const marked = [ends.low, ends.high].filter(({ mark }) => mark === 'percent')
    const [odd] = marked
    if (odd && marked.length === 1) {
      report(context.scope, 'unit-mismatch', odd.at, { written: odd.text, found: 'percent', expected: 'number' })
      return undefined
    }
    const by = { low: ends.low.value, high: ends.high.value }
    return { kind, by, ofBaseline: marked.length === 2, perYear }
  }
  const figure = node instanceof Scalar ? plannedChange(node, context) : null
  return figure ? { kind, by: figure.value, ofBaseline: figure.mark === 'percent', perYear } : undefined
}

/** Above zero: points for rates, else the unit or per cent of the baseline. */
function plannedChange(node: Node, { type, source, scope }: TargetContext): Figure | null {
  const isRate = unitOf(type) === 'percent'
  const figure = figureFrom(node, isRate ? 'points' : null, source, scope)
  if (!figure) return null
  if (!isRate && figure.mark === 'points') {
    report(scope, 'unit-mismatch', figure.at, { written: figure.text, found: 'points', expected: 'number' })
    return null
  }
  if (figure.value.sign > 0) return figure
  report(scope, 'bad-target', figure.at, { why: 'not-above-zero', written: figure.text })
  return null
}

interface Ends {
  readonly low: Figure
  readonly high: Figure
}

function endsFrom(node: Node, endFrom: (node: Node) => Figure | null, scope: Scope): Ends | undefined {
  if (!(node instanceof ListNode)) return undefined
  const [first, second, ...more] = node.items
  if (!first || !second || more.length > 0) {
    const broken = brokenNumber(node)
    if (broken) report(scope, 'comma-in-braces', broken.at, { written: broken.written, why: 'number' })
    else report(scope, 'bad-target', node.at, { why: 'range-ends', written: textOf(node) })
    return undefined
  }
  const [low, high] = [endFrom(first), endFrom(second)]
  if (!low || !high) return undefined
  if (!low.value.isAbove(high.value)) return { low, high }
  report(scope, 'bad-target', node.at, { why: 'range-order', written: textOf(node) })
  return undefined
}

/** `[6,6, 6,8]` is YAML for four numbers: two digits with nothing but a comma between them were one number. */
function brokenNumber({ items }: ListNode): { readonly at: Place; readonly written: string } | null {
  for (const [index, item] of items.entries()) {
    const next = items[index + 1]
    if (!(item instanceof Scalar) || !(next instanceof Scalar) || !isRightBehind(next.at, item.at)) continue
    if (!/\d$/.test(item.text) || !/^\d/.test(next.text)) continue
    const written = `${item.text},${next.text}`
    return { at: { ...item.at, length: written.length }, written }
  }
  return null
}

function isRightBehind(next: Place, former: Place): boolean {
  return next.line === former.line && next.column === former.column + former.length + 1
}

function textOf(node: Node): string {
  return node instanceof ListNode ? `[${node.items.map(writtenOf).join(', ')}]` : writtenOf(node)
}
