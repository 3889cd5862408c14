export interface QuoteFault {
  readonly why: 'open-quote' | 'after-quote' | 'stray-quote'
  readonly byte: number
  readonly line: number
}

export interface CsvShape {
  readonly delimiter: string
  /** How many the header has. */
  readonly columns: number
}

interface ScannedRecord {
  /** 0 is the header. */
  readonly number: number
  readonly line: number
  /** Offsets of its bytes in the file. */
  readonly start: number
  readonly end: number
  readonly isRagged: boolean
}

/** Finds where rows begin and end; `onRecord` is told of each, of the ragged ones, or of none where they are counted. */
export function recordScan(
  { delimiter, columns }: CsvShape,
  onRecord: (record: ScannedRecord) => void,
  told: 'all' | 'ragged' | 'count' = 'all',
) {
  const kinds = new Uint8Array(256)
  kinds[delimiter.charCodeAt(0)] = SEPARATOR
  kinds[0x0a] = LINE_FEED_BYTE
  kinds[0x0d] = RETURN
  kinds[0x22] = QUOTE
  const now: ScanState = {
    state: ROW_START,
    records: 0,
    cells: 1,
    atEnd: 0,
    at: 0,
    line: 1,
    recordLine: 1,
    recordStart: 0,
    quoteAt: 0,
    quoteLine: 1,
    afterReturn: false,
    fault: null,
  }
  const lineEnds = { feed: false, return: false, both: false }
  let startsLate = false

  const record = (number: number, cells: number, atEnd: number, line: number, start: number, end: number) => {
    if (number === 0 && line > 1) startsLate = true
    const isRagged = number > 0 && (cells < columns || cells - columns > atEnd)
    if (told === 'all' || (isRagged && told === 'ragged')) onRecord({ number, line, start, end, isRagged })
  }

  const feed = (chunk: Uint8Array) => {
    const plainLines = told === 'count' ? plainLineCount(chunk, now) : null
    if (plainLines === null) {
      feedEachByte(chunk)
      return
    }
    now.records += plainLines
    now.line += plainLines
    now.at += chunk.length
    now.state = stateAfter(chunk)
    if (plainLines > 0) lineEnds[chunk.indexOf(0x0d) < 0 ? 'feed' : 'both'] = true
  }

  const stateAfter = (chunk: Uint8Array) => {
    const kind = kinds[chunk[chunk.length - 1] as number]
    return kind === LINE_FEED_BYTE ? ROW_START : kind === SEPARATOR ? CELL_START : PLAIN
  }

  const feedEachByte = (chunk: Uint8Array) => {
    // Of the function's own: what it shares with others is slow to read for each byte.
    let { state, records, cells, atEnd, line, recordLine, recordStart, quoteAt, quoteLine, afterReturn } = now
    const base = now.at
    const { length } = chunk
    let index = 0
    for (; index < length; index++) {
      let kind = kinds[chunk[index] as number] as number
      if (state === QUOTED) {
        while (kind < LINE_FEED_BYTE && ++index < length) {
          kind = kinds[chunk[index] as number] as number
          afterReturn = false
        }
        if (index === length) break
        if (kind === QUOTE) state = QUOTE_IN_QUOTED
        else if (kind === RETURN || !afterReturn) line++
        afterReturn = kind === RETURN
        continue
      }
      if (kind === LINE_FEED_BYTE) {
        if (afterReturn) {
          afterReturn = false
          lineEnds.both = true
          continue
        }
        lineEnds.feed = true
        if (state !== ROW_START) {
          record(records++, cells, atEnd, recordLine, recordStart, base + index)
          state = ROW_START
        }
        line++
        continue
      }
      if (afterReturn) {
        lineEnds.return = true
        afterReturn = false
      }
      if (kind === RETURN) {
        if (state !== ROW_START) {
          record(records++, cells, atEnd, recordLine, recordStart, base + index)
          state = ROW_START
        }
        line++
        afterReturn = true
        continue
      }
      if (state === ROW_START) {
        // A byte-order mark is no part of the first row.
        if (records === 0 && base + index < 3 && BOM[base + index] === chunk[index]) continue
        recordLine = line
        recordStart = base + index
        cells = 1
        atEnd = 0
        state = CELL_START
      }
      if (kind === TEXT) {
        if (state === QUOTE_IN_QUOTED) {
          now.fault = { why: 'after-quote', byte: base + index, line }
          break
        }
        state = PLAIN
        atEnd = 0
        while (index + 1 < length && kinds[chunk[index + 1] as number] === TEXT) index++
      } else if (kind === SEPARATOR) {
        cells++
        atEnd++
        state = CELL_START
      } else {
        atEnd = 0
        if (state === PLAIN) {
          now.fault = { why: 'stray-quote', byte: base + index, line }
          break
        }
        if (state === CELL_START) {
          quoteAt = base + index
          quoteLine = line
        }
        state = QUOTED
      }
    }
    Object.assign(now, { state, records, cells, atEnd, line, recordLine, recordStart, quoteAt, quoteLine, afterReturn })
    now.at = base + length
  }

  const end = () => {
    const { state, records, cells, atEnd, recordLine, recordStart, quoteAt, quoteLine } = now
    if (now.fault) return
    if (state === QUOTED) now.fault = { why: 'open-quote', byte: quoteAt, line: quoteLine }
    else if (state !== ROW_START) {
      record(records, cells, atEnd, recordLine, recordStart, now.at)
      now.records++
    }
    if (now.afterReturn) lineEnds.return = true
  }

  return {
    feed,
    end,
    records: () => now.records,
    /** Where the row begins that was begun last. */
    recordStart: () => now.recordStart,
    fault: () => now.fault,
    isRegular: () => !startsLate && Object.values(lineEnds).filter(Boolean).length <= 1,
  }
}

/** Where in a row the scan stands. */
const ROW_START = 0
const CELL_START = 1
const PLAIN = 2
const QUOTED = 3
/** A quote in a quoted cell: its end, or the first of two. */
const QUOTE_IN_QUOTED = 4

/** What a byte is to the scan; all others are text. */
const TEXT = 0
const SEPARATOR = 1
const LINE_FEED_BYTE = 2
const RETURN = 3
const QUOTE = 4

interface ScanState {
  state: number
  /** How many records have ended. */
  records: number
  cells: number
  /** Separators that nothing follows yet. */
  atEnd: number
  /** Offset of the next byte. */
  at: number
  line: number
  recordLine: number
  recordStart: number
  quoteAt: number
  quoteLine: number
  afterReturn: boolean
  fault: QuoteFault | null
}

/**
 * How many lines end in a piece of a file that has no quotes and one kind of line end; null where it has.
 * Nearly all of a large table is made so, and is gone through ten times as fast. Empty lines among them are counted as well.
 */
function plainLineCount(chunk: Uint8Array, { state, afterReturn, records }: ScanState): number | null {
  const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
  const [first, last] = [chunk[0], chunk[chunk.length - 1]]
  // What began before, or goes on behind it, is not seen here.
  if (state === QUOTED || state === QUOTE_IN_QUOTED || afterReturn || records === 0) return null
  if (first === 0x0a || first === 0x0d || last === 0x0d) return null
  if (buffer.includes(0x22)) return null
  if (buffer.includes(0x0d) && /\r(?!\n)|(?<!\r)\n|\n\r/.test(buffer.toString('latin1'))) return null
  return lineFeedsIn(chunk)
}

/** Four bytes at a time (Warren, "Hacker's Delight", 6-1: finding a zero byte). */
function lineFeedsIn(chunk: Uint8Array): number {
  let count = 0
  let index = 0
  const countTo = (end: number) => {
    for (; index < end; index++) if (chunk[index] === 0x0a) count++
  }
  countTo(Math.min(chunk.length, (4 - (chunk.byteOffset % 4)) % 4))
  const words = new Int32Array(chunk.buffer, chunk.byteOffset + index, (chunk.length - index) >> 2)
  for (let word = 0; word < words.length; word++) {
    const differing = (words[word] as number) ^ 0x0a0a0a0a
    const zeros = ~(((differing & 0x7f7f7f7f) + 0x7f7f7f7f) | differing | 0x7f7f7f7f)
    if (zeros !== 0) count += Math.imul(zeros >>> 7, 0x01010101) >>> 24
  }
  index += words.length * 4
  countTo(chunk.length)
  return count
}

const BOM = [0xef, 0xbb, 0xbf]
