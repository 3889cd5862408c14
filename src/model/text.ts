/** `text` without the `sign`s at its end. A regular expression would begin anew at each sign of a long row of them. */
export function withoutTrailing(text: string, sign: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === sign) end--
  return text.slice(0, end)
}

/**
 * The most characters of one text: about two pages. Longer texts are refused where they are used, so that a name that
 * every line of a report repeats, or a text that many aliases share, cannot make a page of gigabytes.
 */
export const LONGEST_TEXT = 5000

/**
 * In Unicode's composed form (NFC). Thousands of marks on one letter are put in order in time with the square of their
 * number: what is longer than a text may be is left as it is.
 */
export const composed = (text: string): string => (text.length > LONGEST_TEXT ? text : text.normalize('NFC'))

/** In its decomposed form (NFD), so that letters stand apart from their marks; too long a text as it is. */
export const decomposed = (text: string): string => (text.length > LONGEST_TEXT ? text : text.normalize('NFD'))

const LONGEST_ID = 48

/** An id from a name: `Tỷ lệ hộ nghèo` is `ty-le-ho-ngheo`; nothing where it has no letter or digit. */
export function idFromName(name: string, longest = LONGEST_ID): string {
  const letters = decomposed(name.slice(0, 200)).replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
  const words = letters.match(/[a-z0-9]+/g) ?? []
  let id = ''
  for (const word of words) if (id.length + word.length < longest) id += id === '' ? word : `-${word}`
  return id
}

/** Ids of the rows of a table, of whose names some may be alike: these have the id of their whole or section in front. */
export function idsOfRows(names: readonly string[]): (name: string, around: string) => string {
  const [seen, shared] = [new Set<string>(), new Set<string>()]
  for (const id of names.map((name) => idFromName(name))) (seen.has(id) ? shared : seen).add(id)
  return (name, around) => {
    const short = idFromName(name)
    const front = shared.has(short) ? idFromName(around, LONGEST_OF_TWO - short.length) : ''
    return front === '' ? short : `${front}-${short}`
  }
}

const LONGEST_OF_TWO = 62
