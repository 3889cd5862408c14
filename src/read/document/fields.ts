import type { Name, Source } from '../../model/figure.ts'
import { type Notation, notations, notationWith } from '../../model/notation.ts'
import { type Period, parseDay, parsePeriod } from '../../model/period.ts'
import { MapNode, type Node, Scalar } from './tree.ts'

/**
 * Reading of single keys. What has another shape than its schema says has been reported with the shape and counts
 * as absent here.
 */

export function scalarAt(map: MapNode, key: string): Scalar | null {
  const node = map.get(key)
  return node instanceof Scalar ? node : null
}

/** null when absent or left empty. */
export function textAt(map: MapNode, key: string): string | null {
  const scalar = scalarAt(map, key)
  return scalar && !scalar.isNull ? scalar.text : null
}

export function wordAt<Word extends string>(map: MapNode, key: string, words: readonly Word[]): Word | null {
  const text = textAt(map, key)
  return words.find((word) => word === text) ?? null
}

/** How a document says that its numbers are written; null: it does not say, or not so that it can be read. */
export function notationAt(root: MapNode): Notation | null {
  const pair = root.get('numbers')
  if (!(pair instanceof MapNode)) return wordAt(root, 'numbers', notations)
  // Nothing between groups is what a key that is left out or empty says.
  return notationWith(scalarAt(pair, 'group')?.text ?? '', textAt(pair, 'decimal') ?? '')
}

export function wholeNumberAt(map: MapNode, key: string): number | null {
  const text = textAt(map, key)
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}

export function periodAt(map: MapNode, key: string): Period | null {
  const text = textAt(map, key)
  return text === null ? null : (parsePeriod(text) ?? null)
}

/** A day number. */
export function dayAt(map: MapNode, key: string): number | null {
  const text = textAt(map, key)
  return text === null ? null : (parseDay(text) ?? null)
}

export const nameAt = (map: MapNode, key: string): Name | null => nameFrom(map.get(key))

export function sourceAt(map: MapNode, key: string): Source | null {
  const node = map.get(key)
  if (!(node instanceof MapNode)) {
    const title = nameFrom(node)
    return title && { title, url: null, page: null, date: null }
  }
  const title = nameAt(node, 'title')
  return title && { title, url: textAt(node, 'url'), page: textAt(node, 'page'), date: textAt(node, 'date') }
}

/** Either language alone stands for both. */
export function nameFrom(node: Node | undefined): Name | null {
  if (node instanceof Scalar) return node.isNull ? null : { vi: node.text, en: node.text }
  if (!(node instanceof MapNode)) return null
  const [vi, en] = [textAt(node, 'vi'), textAt(node, 'en')]
  const either = vi ?? en
  return either === null ? null : { vi: vi ?? either, en: en ?? either }
}
