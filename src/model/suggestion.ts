/** Words longer than this are no slip of the keyboard; it also bounds the work. */
const LONGEST_WORD = 64

/**
 * The candidate nearest to a misspelt `word`, the first among equals; null when none is near enough to be
 * what was meant: one slip in short words, a third of the letters in longer ones. Case does not count.
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  const written = word.toLowerCase()
  if (written.length === 0 || written.length > LONGEST_WORD) return null
  let best: string | null = null
  let limit = Math.max(1, Math.floor(written.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = slips(written, candidate.toLowerCase(), limit)
    if (distance >= limit) continue
    best = candidate
    limit = distance
  }
  return best
}

/** The candidate that a word is a slip of, or else the nearest of those there are; null where there are none. */
export type Suggestion = string | readonly string[] | null

/** More than these nobody reads. */
const MOST_NEAREST = 8

export function suggestionFor(word: string, candidates: readonly string[]): Suggestion {
  if (candidates.length === 0) return null
  return closest(word, candidates) ?? nearest(word, candidates)
}

/** Those that hold the word come first, `ha-nam-2017` for `2017`; beyond half of its letters all are alike far. */
function nearest(word: string, candidates: readonly string[]): readonly string[] {
  const written = word.slice(0, LONGEST_WORD).toLowerCase()
  const limit = Math.ceil(written.length / 2) + 1
  const distances = candidates.map((text) => {
    const known = text.toLowerCase()
    return { text, distance: known.includes(written) ? 0 : slips(written, known, limit) }
  })
  return distances
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NEAREST)
    .map(({ text }) => text)
}

/** Beyond these it is no slip that makes words unknown, and each costs a look at all there are. */
const MOST_SUGGESTIONS = 50

/** As `suggestionFor`, for the first of many unknown words only; `candidates` are asked for when they are needed. */
export type Suggest = (word: string, candidates: () => Iterable<string>) => Suggestion

export function boundedSuggestions(): Suggest {
  let left = MOST_SUGGESTIONS
  return (word, candidates) => (left-- > 0 ? suggestionFor(word, [...candidates()]) : null)
}

/** As that, among the same candidates each time: a word that comes again is told the same again. */
export function suggestionsAmong(candidates: () => Iterable<string>): (word: string) => Suggestion {
  const suggest = boundedSuggestions()
  const known = new Map<string, Suggestion>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const found = suggest(word, candidates)
    known.set(word, found)
    return found
  }
}

/**
 * How many letters were added, dropped, changed or swapped with their neighbour (optimal string alignment);
 * `limit` where there are at least so many.
 */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(changed, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) least = Math.min(least, (beforePrevious[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (row.every((count) => count >= limit)) return limit
    beforePrevious = previous
    previous = row
  }
  return Math.min(previous[b.length] ?? limit, limit)
}
