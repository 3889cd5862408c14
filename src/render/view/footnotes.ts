/** Notes below a table, numbered in the order they are first needed; one text has one number. */
export interface Footnotes {
  /** The marks of these notes, `¹ ²`; empty for none. */
  readonly mark: (texts: readonly string[]) => string
  /** Each note behind its mark. */
  readonly list: () => readonly { readonly mark: string; readonly text: string }[]
  /** As marked, with no note yet. */
  readonly anew: () => Footnotes
}

/** `sign` writes a number as a mark: `superscript`, `bracketed`, or what a format needs. */
export function footnotesIn(sign: (number: number, text: string) => string, separator = ' '): Footnotes {
  const numbers = new Map<string, number>()
  const numberOf = (text: string) => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, numbers.size + 1)
    return numbers.size
  }
  return {
    mark: (texts) => texts.map((text) => sign(numberOf(text), text)).join(separator),
    anew: () => footnotesIn(sign, separator),
    list: () => [...numbers].map(([text, number]) => ({ mark: sign(number, text), text })),
  }
}

export function superscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit)
}

export function bracketed(number: number): string {
  return `[${number}]`
}
