import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml'
import type { Place } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { PlaceOf } from './position.ts'
import { type Entry, ListNode, MapNode, type Node, Scalar, scalarFrom, Unreadable } from './tree.ts'

/** How many values aliases may add to what a document holds. */
const MOST_BY_ALIASES = 100_000

export interface TreeOptions {
  readonly placeOf: PlaceOf
  readonly source: string
  readonly json: boolean
}

export interface Tree {
  /** null: the document is empty. */
  readonly root: Node | null
  readonly problems: readonly Problem[]
}

interface Building extends TreeOptions {
  readonly problems: Problem[]
  readonly anchors: Map<string, Node>
  /** Anchors whose own value is being built: an alias to one of them never ends. */
  readonly open: Set<string>
  /** How many values each node stands for, aliases followed. */
  readonly sizes: Map<Node, number>
  byAliases: number
}

/** Turns the parser's nodes into ours. Aliases share the node they stand for, which never multiplies work here. */
export function treeOf({ contents }: Document.Parsed, options: TreeOptions): Tree {
  if (!contents || isEmpty(contents)) return { root: null, problems: [] }
  const building: Building = {
    ...options,
    problems: [],
    anchors: new Map(),
    open: new Set(),
    sizes: new Map(),
    byAliases: 0,
  }
  return { root: nodeOf(contents, building), problems: building.problems }
}

function isEmpty(contents: ParsedNode): boolean {
  return isScalar(contents) && !contents.source && contents.range[0] === contents.range[1]
}

function nodeOf(parsed: ParsedNode, building: Building): Node {
  const at = building.placeOf(parsed.range[0], parsed.range[1])
  if (isAlias(parsed)) return sharedNode(parsed.source, at, building)

  const { anchor } = parsed
  if (anchor) building.open.add(anchor)
  const node = isMap(parsed)
    ? mapOf(parsed as YAMLMap.Parsed, at, building)
    : isSeq(parsed)
      ? listOf(parsed.items as readonly ParsedNode[], at, building)
      : scalarOf(parsed, at, building)
  if (anchor) {
    building.open.delete(anchor)
    building.anchors.set(anchor, node)
  }
  return node
}

function scalarOf(parsed: ParsedNode, at: Place, building: Building): Scalar | Unreadable {
  const text = isScalar(parsed) ? String(parsed.source ?? '') : ''
  const isToken = building.json && isScalar(parsed) && parsed.type === 'PLAIN'
  const scalar = scalarFrom(text, at, isToken && /^-?\d/.test(text))
  if (text.length > CHARACTERS_OF_VALUE) building.sizes.set(scalar, Math.ceil(text.length / CHARACTERS_OF_VALUE))
  return scalar
}

/** What aliases repeat is counted in values, and a long text as several. */
const CHARACTERS_OF_VALUE = 100

function listOf(items: readonly ParsedNode[], at: Place, building: Building): ListNode {
  const list = new ListNode(
    at,
    items.map((item) => nodeOf(item, building)),
  )
  building.sizes.set(list, sumOfSizes(list.items, building))
  return list
}

function mapOf(parsed: YAMLMap.Parsed, at: Place, building: Building): MapNode {
  const entries = new Map<string, Entry>()
  const problems: Problem[] = []
  let comma: Problem | null = null
  for (const [index, pair] of parsed.items.entries()) {
    // All of a row of keys without values have the same.
    if (pair.value) comma = null
    else if (parsed.items[index - 1]?.value) comma = commaInText(parsed, index, building)
    if (isDecimalPart(parsed, index, building)) continue
    const keyAt = building.placeOf(pair.key.range[0], pair.key.range[1])
    const key = nodeOf(pair.key, building)
    if (key instanceof Unreadable) {
      problems.push(key.problem)
      continue
    }
    if (!(key instanceof Scalar)) {
      problems.push(problem('bad-value', keyAt, { written: '{…}', expected: 'text', suggestion: null }))
      continue
    }
    const first = entries.get(key.text)
    if (key.text === '<<') {
      problems.push(problem('yaml-refused', keyAt, { why: 'merge-key', written: key.text }))
    } else if (first) {
      problems.push(problem('duplicate-key', keyAt, { key: key.text, first: first.keyAt }))
    } else {
      entries.set(key.text, { keyAt, value: valueNode(parsed, index, building), ...(comma && { comma }) })
    }
  }
  const map = new MapNode(at, entries, problems)
  const values = [...entries.values()].map(({ value }) => value)
  building.sizes.set(map, sumOfSizes(values, building))
  return map
}

function valueNode(parsed: YAMLMap.Parsed, index: number, building: Building): Node {
  const pair = parsed.items[index] as Pair<ParsedNode, ParsedNode | null>
  if (!pair.value) {
    const end = pair.key.range[1]
    return new Scalar('', building.placeOf(end, end))
  }
  const value = nodeOf(pair.value, building)
  let last = index
  while (isDecimalPart(parsed, last + 1, building)) last++
  if (last === index) return value

  const lastKey = parsed.items[last]?.key ?? pair.value
  const [start, end] = [pair.value.range[0], lastKey.range[1]]
  const at = building.placeOf(start, end)
  const written = building.source.slice(start, end)
  return new Unreadable(at, problem('comma-in-braces', at, { written, why: 'number' }))
}

/** Of the first key without a value in `{ name: Jobs, wages, prices }`: one text may be meant by all of them. */
function commaInText(parsed: YAMLMap.Parsed, index: number, { placeOf, source }: Building): Problem | null {
  const valueAt = (at: number) => (parsed.items[at] as Pair<ParsedNode, ParsedNode | null> | undefined)?.value
  let last = index
  while (valueAt(last + 1) === null) last++
  const [text, key] = [valueAt(index - 1), parsed.items[last]?.key]
  if (!parsed.flow || !text || !key || !isScalar(text) || text.type !== 'PLAIN') return null
  const [start, end] = [text.range[0], key.range[1]]
  const written = source.slice(start, end)
  return problem('comma-in-braces', placeOf(start, end), { written, why: 'text' })
}

/** Whether a key is what follows a decimal comma: `{ reduce_by: 0,3 }` is YAML for `reduce_by: 0` and a key `3`. */
function isDecimalPart(map: YAMLMap.Parsed, index: number, { source }: Building): boolean {
  const pair = map.items[index] as Pair<ParsedNode, ParsedNode | null> | undefined
  if (!map.flow || index === 0 || !pair || pair.value || !isScalar(pair.key)) return false
  const [start] = pair.key.range
  return /^\d/.test(String(pair.key.source)) && /\d,$/.test(source.slice(Math.max(0, start - 2), start))
}

function sharedNode(anchor: string, at: Place, building: Building): Node {
  const node = building.anchors.get(anchor)
  if (node) {
    building.byAliases += sizeOf(node, building)
    if (building.byAliases <= MOST_BY_ALIASES) return node
  }
  const why =
    node || building.open.has(anchor)
      ? problem('alias-bomb', at, { limit: MOST_BY_ALIASES })
      : problem('yaml-syntax', at, { why: 'unknown-alias', detail: `*${anchor}` })
  // One is enough: a bomb has thousands.
  if (!building.problems.some(({ code }) => code === why.code)) building.problems.push(why)
  return new Unreadable(at, why)
}

function sumOfSizes(nodes: readonly Node[], building: Building): number {
  return nodes.reduce((sum, node) => sum + sizeOf(node, building), 1)
}

const sizeOf = (node: Node, { sizes }: Building): number => sizes.get(node) ?? 1
