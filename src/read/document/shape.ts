import type * as v from 'valibot'
import { closest, suggestionFor } from '../../model/suggestion.ts'
import { keysThatDiffer, type LeafRule, leafRule, mapName, neededKeys, wordsIn } from '../schema/leaf.ts'
import { report, type Scope } from './scope.ts'
import { ListNode, MapNode, type Node, Scalar, Unreadable, writtenOf } from './tree.ts'

/** The parts of valibot's schemas that documents are described with. */
type Schema = v.GenericSchema & {
  readonly type: string
  readonly entries?: Readonly<Record<string, Schema>>
  readonly wrapped?: Schema
  readonly item?: Schema
  readonly value?: Schema
  readonly options?: readonly Schema[]
  readonly getter?: (input: unknown) => Schema
}

/**
 * Reports where a document differs from its schema: keys that are unknown or missing, values of another kind.
 *
 * Walks the schema instead of running it, because the problems need places, suggestions and the one alternative
 * of a union that was meant, and because valibot's records pass over keys such as `constructor`.
 *
 * @param apart keys of this map whose values are read, and reported on, in scopes of their own
 */
export function reportShape(
  node: Node,
  schema: v.GenericSchema,
  scope: Scope,
  apart: ReadonlySet<string> = new Set(),
): void {
  check(node, schema as Schema, { ...inside(scope), apart })
}

interface Checking {
  readonly scope: Scope
  readonly apart: ReadonlySet<string>
  readonly optional: boolean
}

const inside = (scope: Scope): Checking => ({ scope, apart: nothingApart, optional: false })

const nothingApart: ReadonlySet<string> = new Set()

function check(node: Node, schema: Schema, checking: Checking): void {
  if (node instanceof Unreadable) checking.scope.problems.push(node.problem)
  else if (schema.type === 'optional') check(node, schema.wrapped as Schema, { ...checking, optional: true })
  else if (schema.type === 'lazy') check(node, (schema.getter as (input: unknown) => Schema)(node), checking)
  else if (schema.type === 'union') checkUnion(node, schema.options ?? [], checking)
  else if (!fitsKind(node, schema)) reportKind(node, [schema], checking.scope)
  else if (node instanceof Scalar) checkLeaf(node, schema, checking)
  else if (node instanceof ListNode) checkList(node, schema, checking)
  else if (schema.type === 'record') checkRecord(node, schema, checking)
  else checkMap(node, schema, checking)
}

function checkUnion(node: Node, options: readonly Schema[], checking: Checking): void {
  const meant = options.find((option) => fitsKind(node, option))
  if (meant) check(node, meant, checking)
  else reportKind(node, options, checking.scope)
}

function fitsKind(node: Node, { type }: Schema): boolean {
  if (type === 'strict_object' || type === 'record') return node instanceof MapNode
  if (type === 'array') return node instanceof ListNode
  return node instanceof Scalar
}

function checkList({ items }: ListNode, schema: Schema, { scope }: Checking): void {
  for (const item of items) check(item, schema.item as Schema, inside(scope))
}

function checkRecord({ entries, problems }: MapNode, schema: Schema, { scope }: Checking): void {
  for (const found of problems) scope.problems.push(found)
  for (const { value } of entries.values()) check(value, schema.value as Schema, inside(scope))
}

function checkMap(map: MapNode, schema: Schema, { scope, apart }: Checking): void {
  const known = schema.entries ?? {}
  const allowed = Object.keys(known)
  for (const found of map.problems) scope.problems.push(found)
  for (const [key, { keyAt, value, comma }] of map.entries) {
    const valueSchema = Object.hasOwn(known, key) ? known[key] : undefined
    if (!valueSchema && comma) {
      if (scope.problems.at(-1) !== comma) scope.problems.push(comma)
    } else if (!valueSchema && key.startsWith('x-')) {
      // What other programs keep here is not ours to read.
    } else if (!valueSchema) {
      const missing = allowed.filter((each) => !map.entries.has(each))
      report(scope, 'unknown-key', keyAt, { key, suggestion: suggestionFor(key, missing) })
    } else if (!apart.has(key)) {
      check(value, valueSchema, inside(scope))
    }
  }
  for (const key of allowed) {
    if (known[key]?.type === 'optional' || map.entries.has(key)) continue
    report(scope, 'missing-key', { ...map.at, length: 1 }, { key, of: mapName(schema) })
  }
  const [first, second] = keysThatDiffer(schema).map((key) => map.get(key))
  if (first instanceof Scalar && second instanceof Scalar && first.text === second.text) {
    report(scope, 'bad-value', first.at, { written: first.text, expected: 'group-sign', suggestion: null })
  }
  const needed = neededKeys(schema)
  if (needed[0] !== undefined && !needed.some((key) => isGiven(map.get(key)))) {
    report(scope, 'missing-key', { ...map.at, length: 1 }, { key: needed[0], of: mapName(schema) })
  }
}

const isGiven = (node: Node | undefined): boolean => node !== undefined && !(node instanceof Scalar && node.isNull)

function checkLeaf(node: Scalar, schema: Schema, { scope, optional }: Checking): void {
  const rule = leafRule(schema) as LeafRule
  const fits = node.isNull ? takesNothing(rule, optional) : rule.accepts(node.text)
  if (fits) return
  const written = rule.kind === 'word-list' ? firstOther(node.text, rule.words) : node.text
  if (rule.kind === 'period' || rule.kind === 'words-or-period') {
    report(scope, 'bad-period', node.at, { written })
  } else {
    const suggestion = rule.kind === 'sign' ? null : closest(written, rule.words)
    report(scope, 'bad-value', node.at, { written, expected: rule.expected, suggestion })
  }
}

/** The word of a list that is none of those it may hold. */
function firstOther(text: string, words: readonly string[]): string {
  return wordsIn(text).find((word) => !words.includes(word)) ?? text
}

/** Text that may be left out may also be left empty; an id may not, since what has none would be dropped unseen. */
function takesNothing({ kind, accepts }: LeafRule, optional: boolean): boolean {
  if (kind === 'text') return optional
  return kind !== 'id' && kind !== 'reference' && accepts('')
}

function reportKind(node: Node, options: readonly Schema[], scope: Scope): void {
  const expected = expectedKind(options)
  report(scope, 'bad-value', node.at, { written: writtenOf(node), expected, suggestion: null })
}

function expectedKind(options: readonly Schema[]) {
  const takesMap = options.some(({ type }) => type === 'strict_object' || type === 'record')
  const leafOption = options.find((option) => leafRule(option))
  const rule = leafOption && leafRule(leafOption)
  if (!rule) return takesMap ? 'map' : 'list'
  const isNumber = rule.kind === 'number' || rule.kind === 'words-or-number' || rule.kind === 'result'
  if (takesMap) return isNumber ? 'number-or-map' : 'text-or-map'
  return rule.expected
}
