import { SHORT, type TextColumn, textIn } from './piece.ts'

/** Numbers texts in the order in which they are first seen; only then is a text made a string. */
export interface TextIds {
  /** NULL is the empty text. */
  readonly idOf: (column: TextColumn, row: number) => number
  readonly texts: readonly string[]
}

export function textIds(): TextIds {
  const texts: string[] = []
  const byText = new Map<string, number>()
  // Short texts are found by the four words that they are in a column; 0 is the slot of none, else it is the number + 1.
  let slots = new Int32Array(256)
  let words = new Int32Array(256 * 4)
  let used = 0

  const slotOf = (a: number, b: number, c: number, d: number): number => {
    const mask = slots.length - 1
    let slot = mixed(a, b, c, d) & mask
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = slot * 4
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) break
    }
    return slot
  }

  const remember = (a: number, b: number, c: number, d: number, value: number) => {
    const slot = slotOf(a, b, c, d)
    slots[slot] = value
    words.set([a, b, c, d], slot * 4)
  }

  const grow = () => {
    const [values, all] = [slots, words]
    slots = new Int32Array(values.length * 2)
    words = new Int32Array(all.length * 2)
    for (const [slot, value] of values.entries()) {
      const [a = 0, b = 0, c = 0, d = 0] = all.subarray(slot * 4, slot * 4 + 4)
      if (value !== 0) remember(a, b, c, d, value)
    }
  }

  const numberOf = (text: string): number => {
    const known = byText.get(text)
    if (known !== undefined) return known
    byText.set(text, texts.length)
    return texts.push(text) - 1
  }

  return {
    texts,
    idOf: (column, row) => {
      const at = row * 4
      const { words: own } = column
      const a = own?.[at] as number
      if (!own || a > SHORT || column.isNull(row)) return numberOf(textIn(column, row))
      const [b, c, d] = [own[at + 1] as number, own[at + 2] as number, own[at + 3] as number]
      const value = slots[slotOf(a, b, c, d)] as number
      if (value !== 0) return value - 1
      const id = numberOf(textIn(column, row))
      if (++used * 2 > slots.length) grow()
      remember(a, b, c, d, id + 1)
      return id
    },
  }
}

/** Four words as one in which each of their bits has a part (the constants are those of MurmurHash3 and xxHash). */
function mixed(a: number, b: number, c: number, d: number): number {
  const low = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b)
  const high = Math.imul(c ^ Math.imul(d, 0xc2b2ae35), 0x27d4eb2f)
  const all = Math.imul(low ^ (low >>> 15) ^ high ^ (high >>> 13), 0x2c1b3c6d)
  return all ^ (all >>> 16)
}
