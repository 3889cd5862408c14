import type { Place } from '../../model/figure.ts'

/** Tells the place of a stretch of text from its offsets. */
export type PlaceOf = (start: number, end: number) => Place

/** `text` has only line feeds for line ends, or carriage returns before them. */
export function placesIn(file: string, text: string): PlaceOf {
  const lineStarts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lineStarts.push(end + 1)

  return (start, end) => {
    const index = lastAtOrBefore(lineStarts, start)
    const lineStart = lineStarts[index] ?? 0
    const lineEnd = lineStarts[index + 1] ?? text.length + 1
    // What runs over several lines is shown by its first one.
    const until = Math.min(end, lineEnd - 1)
    const length = text.slice(start, until).trimEnd().length
    return { file, line: index + 1, column: start - lineStart + 1, length: Math.max(1, length) }
  }
}

function lastAtOrBefore(ascending: readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) <= limit) low = middle
    else high = middle
  }
  return low
}

/** Where a byte stands before which all is UTF-8 text. */
export function placeOfByte(file: string, bytes: Uint8Array, byte: number): Place {
  const lines = new TextDecoder().decode(bytes.subarray(0, byte)).split(/\r\n|[\n\r]/)
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1, length: 1 }
}
