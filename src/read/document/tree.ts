import type { Place } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { composed, LONGEST_TEXT } from '../../model/text.ts'

/** What a document holds: text, maps and lists that know where they stand. An alias shares the node it stands for. */
export type Node = Scalar | MapNode | ListNode | Unreadable

/** Anything that is one piece of text: numbers, dates and `no` too. */
export class Scalar {
  constructor(
    /** Without quotes, in Unicode's composed form (NFC). */
    readonly text: string,
    readonly at: Place,
    /** A number token of a JSON file, which follows JSON's notation whatever the file declares. */
    readonly jsonNumber = false,
  ) {}

  /** Left empty, `~` or `null`. */
  get isNull(): boolean {
    return /^(?:|~|null|Null|NULL)$/.test(this.text)
  }
}

export interface Entry {
  readonly keyAt: Place
  readonly value: Node
  /** Of a key without a colon behind a text, `{ name: Jobs, wages }`: what to tell where no such key belongs. */
  readonly comma?: Problem
}

export class MapNode {
  constructor(
    readonly at: Place,
    /** In written order. A Map, since `__proto__` and `constructor` are keys like any other. */
    readonly entries: ReadonlyMap<string, Entry>,
    /** Found among its keys: written twice, no text, merge keys. */
    readonly problems: readonly Problem[] = [],
  ) {}

  get(key: string): Node | undefined {
    return this.entries.get(key)?.value
  }
}

export class ListNode {
  constructor(
    readonly at: Place,
    readonly items: readonly Node[],
  ) {}
}

/** Stands for a value that YAML reads as something else than was meant. */
export class Unreadable {
  constructor(
    readonly at: Place,
    readonly problem: Problem,
  ) {}
}

/** A map whose keys stand where their values do. */
export function mapWith(at: Place, entries: readonly (readonly [string, Node])[]): MapNode {
  return new MapNode(at, new Map(entries.map(([key, value]) => [key, { keyAt: value.at, value }])))
}

/** A piece of text, which may be too long to be one. */
export function scalarFrom(text: string, at: Place, jsonNumber = false): Scalar | Unreadable {
  if (text.length <= LONGEST_TEXT) return new Scalar(composed(text), at, jsonNumber)
  return new Unreadable(at, problem('text-too-long', at, { length: text.length, limit: LONGEST_TEXT }))
}

/** What a message quotes of a node. */
export function writtenOf(node: Node): string {
  if (node instanceof Scalar) return node.text
  return node instanceof ListNode ? '[…]' : '{…}'
}
