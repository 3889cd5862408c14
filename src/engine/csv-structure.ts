import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'

/** How a table of text is made, as far as rows and cells go. */
export interface CsvStructure {
  /** Rows below the header, the ragged ones among them. Empty lines are none, but may be counted where rows are only counted. */
  readonly rows: number
  /** Rows that have too few or too many cells, counted from 1 below the header; empty where only rows are counted. */
  readonly ragged: readonly number[]
  /** The first quote that leaves open where rows end; then nothing behind it is known. */
  readonly quoteFault: QuoteFault | null
  /** The first byte that is not UTF-8. */
  readonly badByte: number | null
  /** All lines end in one way, and the header is the first of them: an engine reads the file as it stands. */
  readonly isRegular: boolean
}

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

/** One row as it stands in the file. */
export interface CsvRecord {
  /** Counted from 1 below the header. */
  readonly number: number
  /** Where it begins. */
  readonly line: number
  readonly bytes: Uint8Array
}

const CHUNK = 4 * 1024 * 1024

/**
 * Goes through a file of any size once and counts its rows. What an engine says that it read is held against this, since
 * engines have been known to lose and to repeat rows. `onBytes` is told how far it got; `stop` ends it early.
 */
export async function csvStructure(
  path: string,
  shape: CsvShape,
  asks: 'count' | 'ragged',
  onBytes: (bytes: number) => void = () => {},
  isStopped: () => boolean = () => false,
): Promise<CsvStructure> {
  const ragged: number[] = []
  const scan = recordScan(shape, ({ number }) => ragged.push(number), asks)
  let badByte: number | null = null
  let rest: Uint8Array = new Uint8Array()
  let done = 0
  await eachChunk(path, (chunk) => {
    if (badByte === null) {
      const text = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      const end = endOfWholeCharacters(text)
      if (!isUtf8(text.subarray(0, end))) badByte = done - rest.length + firstBadByte(text.subarray(0, end))
      rest = text.slice(end)
    }
    scan.feed(chunk)
    done += chunk.length
    onBytes(done)
    return !scan.fault() && !isStopped()
  })
  if (rest.length > 0 && badByte === null && !scan.fault()) badByte = done - rest.length
  scan.end()
  return {
    rows: Math.max(0, scan.records() - 1),
    ragged,
    quoteFault: scan.fault(),
    badByte,
    isRegular: scan.isRegular(),
  }
}

/** The rows of these numbers, in their order; `numbers` ascend. */
export async function csvRecords(path: string, shape: CsvShape, numbers: readonly number[]): Promise<CsvRecord[]> {
  const wanted = new Set(numbers)
  const last = numbers.at(-1) ?? 0
  const found: { number: number; line: number; start: number; end: number }[] = []
  const scan = recordScan(shape, ({ number, line, start, end }) => {
    if (wanted.has(number)) found.push({ number, line, start, end })
  })
  await eachChunk(path, (chunk) => {
    scan.feed(chunk)
    return scan.records() - 1 < last
  })
  scan.end()
  const file = await open(path)
  try {
    const records: CsvRecord[] = []
    for (const { number, line, start, end } of found) {
      const bytes = new Uint8Array(end - start)
      await file.read(bytes, 0, bytes.length, start)
      records.push({ number, line, bytes })
    }
    return records
  } finally {
    await file.close()
  }
}

/** The same rows with one line end throughout, and the header first: `write` takes it piece by piece. */
export async function regularCopy(
  path: string,
  shape: CsvShape,
  write: (bytes: Uint8Array) => Promise<unknown>,
): Promise<void> {
  const ends: { start: number; end: number }[] = []
  const scan = recordScan(shape, ({ start, end }) => ends.push({ start, end }))
  let pending: Buffer = Buffer.alloc(0)
  let pendingAt = 0
  const flush = async () => {
    const pieces = ends.flatMap(({ start, end }) => [pending.subarray(start - pendingAt, end - pendingAt), LINE_FEED])
    if (pieces.length > 0) await write(Buffer.concat(pieces))
    const kept = ends.at(-1)?.end ?? pendingAt
    pending = Buffer.from(pending.subarray(kept - pendingAt))
    pendingAt = kept
    ends.length = 0
  }
  await eachChunk(path, async (chunk) => {
    pending = Buffer.concat([pending, chunk])
    scan.feed(chunk)
    await flush()
    return true
  })
  scan.end()
  await flush()
}

const LINE_FEED = Buffer.from('\n')

interface ScannedRecord {
  /** 0 is the header. */
  readonly number: number
  readonly line: number
  /** Offsets of its bytes in the file. */
  readonly start: number
  readonly end: number
  readonly isRagged: boolean
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

/** Finds where rows begin and end; `onRecord` is told of each, of the ragged ones, or of none where they are counted. */
function recordScan(
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
    fault: () => now.fault,
    isRegular: () => !startsLate && Object.values(lineEnds).filter(Boolean).length <= 1,
  }
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

async function eachChunk(path: string, use: (chunk: Uint8Array) => boolean | Promise<boolean>): Promise<void> {
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(CHUNK)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK, null)
      if (bytesRead === 0 || !(await use(buffer.subarray(0, bytesRead)))) return
    }
  } finally {
    await file.close()
  }
}

/** Before a character whose last bytes are still to come. */
function endOfWholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** Halves the range in which the bytes stop being UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    const part = bytes.subarray(0, middle)
    if (isUtf8(part.subarray(0, endOfWholeCharacters(part)))) good = middle
    else bad = middle
  }
  return bad - 1
}
