import type { Place } from '../../model/figure.ts'
import type { Problem } from '../../model/problem.ts'

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

/** What a message quotes of a node. */
export function writtenOf(node: Node): string {
  if (node instanceof Scalar) return node.text
  return node instanceof ListNode ? '[…]' : '{…}'
}
