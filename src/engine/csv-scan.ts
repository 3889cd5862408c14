import { lineFeedsIn } from './line-feeds.ts'

export interface QuoteFault {
  readonly why: 'open-quote' | 'after-quote' | 'stray-quote'
  readonly byte: number
  readonly line: number
}

export interface CsvShape {
  readonly delimiter: string
  /** How many the header has. */
  readonly columns: number
  /** The line in which the header begins that counts as the first record; nothing above it is looked at. 0: there is none. */
  readonly headLine: number
}

interface ScannedRecord {
  /** 0 is the header. */
  readonly number: number
  readonly line: number
  /** Offsets of its bytes in the file. */
  readonly start: number
  readonly end: number
  readonly isRagged: boolean
  /** Nothing stands in it but separators, quotes and the signs of lines that are drawn: it may say nothing. */
  readonly isWordless: boolean
}

/** Finds where rows begin and end; `onRecord` is told of each, of the ragged ones, or of none where they are counted. */
export function recordScan(
  { delimiter, columns, headLine }: CsvShape,
  onRecord: (record: ScannedRecord) => void,
  told: 'all' | 'ragged' | 'count' = 'all',
) {
  const kinds = new Uint8Array(256)
  kinds[delimiter.charCodeAt(0)] = SEPARATOR
  kinds[LINE_FEED] = FEED
  kinds[RETURN_BYTE] = RETURN
  kinds[QUOTE_BYTE] = QUOTE
  const now: ScanState = {
    state: headLine > 1 ? ABOVE : ROW_START,
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
    isWorded: false,
    fault: null,
  }
  const lineEnds = { feed: false, return: false, both: false }
  let startsLate = false
  const above = headLine === 0 ? 1 : 0

  const record = (
    { number, cells, atEnd, isWorded }: { number: number; cells: number; atEnd: number; isWorded: boolean },
    line: number,
    start: number,
    end: number,
  ) => {
    if (number === 0 && line > 1) startsLate = true
    const isRagged = number > 0 && (cells < columns || cells - columns > atEnd)
    if (told === 'all' || (isRagged && told === 'ragged'))
      onRecord({ number, line, start, end, isRagged, isWordless: !isWorded })
  }

  const feed = (chunk: Uint8Array) => {
    if (told !== 'count') {
      feedEachByte(chunk)
      return
    }
    // Whole lines, but for the one that began before and the one that goes on behind.
    const first = chunk.indexOf(LINE_FEED) + 1
    const last = chunk.lastIndexOf(LINE_FEED) + 1
    feedEachByte(chunk.subarray(0, first))
    if (now.fault) return
    const lines = chunk.subarray(first, last)
    if (now.state === ROW_START && now.records > 0 && lines.length > 0 && isPlain(lines)) {
      const count = lineFeedsIn(lines)
      now.records += count
      now.line += count
      now.at += lines.length
      lineEnds[lines.includes(RETURN_BYTE) ? 'both' : 'feed'] = true
      feedEachByte(chunk.subarray(last))
    } else feedEachByte(chunk.subarray(first))
  }

  const feedEachByte = (chunk: Uint8Array) => {
    // Of the function's own: what it shares with others is slow to read for each byte.
    let { state, records, cells, atEnd, line, recordLine, recordStart, quoteAt, quoteLine, afterReturn, isWorded } = now
    const base = now.at
    const { length } = chunk
    let index = 0
    for (; index < length; index++) {
      let kind = kinds[chunk[index] as number] as number
      if (state === ABOVE) {
        if (kind === RETURN || (kind === FEED && !afterReturn)) line++
        afterReturn = kind === RETURN
        // A line feed that still belongs to the end of that line is passed over as any other.
        if (line >= headLine) state = ROW_START
        continue
      }
      if (state === QUOTED) {
        while (kind < FEED) {
          isWorded ||= DRAWN[chunk[index] as number] === 0
          afterReturn = false
          if (++index === length) break
          kind = kinds[chunk[index] as number] as number
        }
        if (index === length) break
        isWorded ||= kind !== QUOTE
        if (kind === QUOTE) state = QUOTE_IN_QUOTED
        else if (kind === RETURN || !afterReturn) line++
        afterReturn = kind === RETURN
        continue
      }
      if (kind === FEED) {
        if (afterReturn) {
          afterReturn = false
          lineEnds.both = true
          continue
        }
        lineEnds.feed = true
        if (state !== ROW_START) {
          record({ number: above + records++, cells, atEnd, isWorded }, recordLine, recordStart, base + index)
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
          record({ number: above + records++, cells, atEnd, isWorded }, recordLine, recordStart, base + index)
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
        isWorded = false
        state = CELL_START
      }
      if (kind === TEXT) {
        if (state === QUOTE_IN_QUOTED) {
          now.fault = { why: 'after-quote', byte: base + index, line }
          break
        }
        state = PLAIN
        atEnd = 0
        isWorded ||= DRAWN[chunk[index] as number] === 0
        while (!isWorded && index + 1 < length && kinds[chunk[index + 1] as number] === TEXT) {
          index++
          isWorded = DRAWN[chunk[index] as number] === 0
        }
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
        // The second of two quotes stands for one.
        if (state === QUOTE_IN_QUOTED) isWorded = true
        if (state === CELL_START) {
          quoteAt = base + index
          quoteLine = line
        }
        state = QUOTED
      }
    }
    Object.assign(now, {
      state,
      records,
      cells,
      atEnd,
      line,
      recordLine,
      recordStart,
      quoteAt,
      quoteLine,
      afterReturn,
      isWorded,
    })
    now.at = base + length
  }

  const end = () => {
    const { state, records, cells, atEnd, recordLine, recordStart, quoteAt, quoteLine, isWorded } = now
    if (now.fault) return
    if (state === QUOTED) now.fault = { why: 'open-quote', byte: quoteAt, line: quoteLine }
    else if (state !== ROW_START && state !== ABOVE) {
      record({ number: above + records, cells, atEnd, isWorded }, recordLine, recordStart, now.at)
      now.records++
    }
    if (now.afterReturn) lineEnds.return = true
  }

  return {
    feed,
    end,
    records: () => above + now.records,
    /** Where the row begins that was begun last. */
    recordStart: () => now.recordStart,
    fault: () => now.fault,
    isRegular: () => above === 0 && !startsLate && Object.values(lineEnds).filter(Boolean).length <= 1,
  }
}

/** Where in a row the scan stands. */
const ROW_START = 0
const CELL_START = 1
const PLAIN = 2
const QUOTED = 3
/** A quote in a quoted cell: its end, or the first of two. */
const QUOTE_IN_QUOTED = 4
/** Above the header. */
const ABOVE = 5

/** What a byte is to the scan; all others are text. */
const TEXT = 0
const SEPARATOR = 1
const FEED = 2
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
  isWorded: boolean
  fault: QuoteFault | null
}

/**
 * Whether lines have no quotes and one kind of line end. Nearly all of a large table is made so, and need not be gone
 * through byte by byte: its rows are its lines. Empty lines among them are counted as well.
 */
function isPlain(lines: Uint8Array): boolean {
  const buffer = Buffer.from(lines.buffer, lines.byteOffset, lines.length)
  if (buffer.includes(QUOTE_BYTE)) return false
  return !buffer.includes(RETURN_BYTE) || !/\r(?!\n)|(?<!\r)\n|\n\r/.test(buffer.toString('latin1'))
}

const LINE_FEED = 0x0a
const RETURN_BYTE = 0x0d
const QUOTE_BYTE = 0x22
/** Blanks, and the bytes of `-–—=_*`. */
const DRAWN = new Uint8Array(256)
for (const byte of Buffer.from(' -–—=_*')) DRAWN[byte] = 1
const BOM = [0xef, 0xbb, 0xbf]
