/** A paragraph, heading or list item: text that no sentence goes beyond. */
export interface Passage {
  readonly text: string
  /** Where a character of it stands in the file. */
  readonly place: (index: number) => { readonly line: number; readonly column: number }
}

/**
 * The passages of a plain text, with blank lines, list items and short lines between them. Of Markdown, tables and code are
 * left out.
 */
export function textPassages(text: string, isMarkdown: boolean): readonly Passage[] {
  const passages: Passage[] = []
  let lines: Line[] = []
  let isCode = false
  const flush = () => {
    const [first, last] = [lines[0], lines.at(-1)]
    if (first && last) passages.push(passageOf(text, first.start, last.end, lines))
    lines = []
  }
  for (const line of linesOf(text)) {
    const start = firstOf(text, line)
    const begin = text.slice(start, Math.min(line.end, start + 4))
    const isFence = isMarkdown && begin.startsWith('```')
    if (isFence) isCode = !isCode
    if (start >= line.end || isFence || isCode || (isMarkdown && begin.startsWith('|'))) flush()
    else {
      const before = lines.at(-1)
      if (!before || !goesOn(text, before, start, begin)) flush()
      lines.push(line)
    }
  }
  flush()
  return passages
}

interface Line {
  readonly number: number
  readonly start: number
  readonly end: number
}

function* linesOf(text: string): Iterable<Line> {
  let start = 0
  for (let number = 1; start <= text.length; number++) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    yield { number, start, end: end > start && text[end - 1] === '\r' ? end - 1 : end }
    start = end + 1
  }
}

function firstOf(text: string, { start, end }: Line): number {
  let at = start
  while (at < end && (text[at] ?? '').trim() === '') at++
  return at
}

/** Whether a line that begins so is more of the sentence before: that line is long and does not end, or this one begins small. */
function goesOn(text: string, before: Line, start: number, begin: string): boolean {
  if (/^(?:[-*+•–#>]\s|\d{1,2}[.)]\s)/u.test(begin)) return false
  if (/^\p{Ll}/u.test(text.slice(start, start + 1))) return true
  const last = text.slice(before.start, before.end).trimEnd()
  return last.length >= SHORTEST_WRAPPED && !/[.!?:;…]["”’)]?$/u.test(last.slice(-2))
}

/** Shorter lines are headings and signatures. */
const SHORTEST_WRAPPED = 50

function passageOf(text: string, start: number, end: number, lines: readonly Line[]): Passage {
  return {
    text: text.slice(start, end),
    place: (index) => {
      const line = lastBefore(lines, start + index) ?? { number: 1, start }
      return { line: line.number, column: start + index - line.start + 1 }
    },
  }
}

/** The last of rising starts that is not behind `index`. */
export function lastBefore<T extends { readonly start: number }>(items: readonly T[], index: number): T | undefined {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.start ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return items[low - 1]
}
