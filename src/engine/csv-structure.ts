import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { wellFormedLength } from '../model/utf8.ts'
import { type CsvShape, type QuoteFault, recordScan } from './csv-scan.ts'
import { LONGEST_ROW } from './engine.ts'

/** How a table of text is made, as far as rows and cells go. */
export interface CsvStructure {
  /** Rows below the header, the ragged ones among them. Empty lines are none, but may be counted where rows are only counted. */
  readonly rows: number
  /** Rows that have too few or too many cells, counted from 1 below the header; empty where only rows are counted. */
  readonly ragged: readonly number[]
  /** Those of them that may say nothing. */
  readonly wordless: readonly number[]
  /** The line of the first row that is longer than rows may be; null where rows are only counted. */
  readonly longRow: number | null
  /** The first quote that leaves open where rows end; then nothing behind it is known. */
  readonly quoteFault: QuoteFault | null
  /** The first byte that belongs to no character of UTF-8. */
  readonly badByte: number | null
  /** All lines end in one way, and the header is the first of them: an engine reads the file as it stands. */
  readonly isRegular: boolean
}

/** One row as it stands in the file. */
export interface CsvRecord {
  /** Counted from 1 below the header. */
  readonly number: number
  /** Where it begins. */
  readonly line: number
  readonly text: string
}

const CHUNK = 1024 * 1024

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
  const wordless: number[] = []
  let longRow: number | null = null
  const scan = recordScan(
    shape,
    ({ number, isRagged, isWordless, line, start, end }) => {
      if (isRagged && isWordless) wordless.push(number)
      if (isRagged) ragged.push(number)
      else if (end - start >= LONGEST_ROW) longRow ??= line
    },
    asks === 'count' ? 'count' : 'all',
  )
  const encoding = utf8Scan()
  let done = 0
  await eachChunk(path, (chunk) => {
    encoding.feed(chunk)
    // Where rows end is no longer known; whether it is text at all still is.
    if (!scan.fault()) scan.feed(chunk)
    done += chunk.length
    onBytes(done)
    return encoding.badByte() === null && !isStopped()
  })
  encoding.end()
  scan.end()
  return {
    rows: Math.max(0, scan.records() - 1),
    ragged,
    wordless,
    longRow,
    quoteFault: scan.fault(),
    badByte: encoding.badByte(),
    isRegular: scan.isRegular(),
  }
}

/** Finds the first byte of a file that is not UTF-8, piece by piece. */
export function utf8Scan() {
  let badByte: number | null = null
  let rest: Uint8Array = new Uint8Array()
  let done = 0
  return {
    feed: (chunk: Uint8Array) => {
      if (badByte !== null) return
      const text = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      const end = endOfWholeCharacters(text)
      if (!isUtf8(text.subarray(0, end))) badByte = done - rest.length + wellFormedLength(text.subarray(0, end))
      // A copy: the piece itself is overwritten by the next one.
      rest = Uint8Array.from(text.subarray(end))
      done += chunk.length
    },
    /** The file may break off inside a character. */
    end: () => {
      if (badByte === null && rest.length > 0) badByte = done - rest.length
    },
    badByte: () => badByte,
  }
}

/** The rows of these numbers, in their order and piece by piece; `numbers` ascend. */
export async function* csvRecords(
  path: string,
  shape: CsvShape,
  numbers: readonly number[],
): AsyncGenerator<readonly CsvRecord[]> {
  let next = 0
  let ends: { number: number; line: number; start: number; end: number }[] = []
  const scan = recordScan(shape, ({ number, line, start, end }) => {
    if (number !== numbers[next]) return
    next++
    ends.push({ number, line, start, end })
  })
  // Bytes of a row that goes on in the piece behind it.
  let kept: Buffer = Buffer.alloc(0)
  let keptAt = 0
  const takenOut = (bytes: Buffer) => {
    const records = ends.map(({ number, line, start, end }) => {
      return { number, line, text: bytes.toString('utf8', start - keptAt, end - keptAt) }
    })
    ends = []
    const isBegun = scan.records() === numbers[next]
    const from = isBegun ? Math.max(0, scan.recordStart() - keptAt) : bytes.length
    kept = Buffer.from(bytes.subarray(from))
    keptAt += from
    return records
  }
  for await (const chunk of chunksOf(path)) {
    const bytes = kept.length > 0 ? Buffer.concat([kept, chunk]) : Buffer.from(chunk)
    scan.feed(chunk)
    yield takenOut(bytes)
    if (next === numbers.length) return
  }
  scan.end()
  yield takenOut(kept)
}

/** The same rows with one line end throughout, below a line that stands for the header: `write` takes it piece by piece. */
export async function regularCopy(
  path: string,
  shape: CsvShape,
  write: (bytes: Uint8Array) => Promise<unknown>,
): Promise<void> {
  const ends: { number: number; start: number; end: number }[] = []
  const scan = recordScan(shape, ({ number, start, end }) => ends.push({ number, start, end }))
  let pending: Buffer = Buffer.alloc(0)
  let pendingAt = 0
  if (shape.headLine === 0) await write(Buffer.concat([HEADER, LINE_FEED]))
  const flush = async () => {
    const pieces = ends.flatMap(({ number, start, end }) => {
      return [number === 0 ? HEADER : pending.subarray(start - pendingAt, end - pendingAt), LINE_FEED]
    })
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
/** Whatever it holds, its one line is passed over. */
const HEADER = Buffer.from('header')

/** Reads a file piece by piece, as long as `use` says so. A piece is overwritten by the next one. */
export async function eachChunk(path: string, use: (chunk: Uint8Array) => boolean | Promise<boolean>): Promise<void> {
  for await (const chunk of chunksOf(path)) if (!(await use(chunk))) return
}

/** A file piece by piece; each piece is overwritten by the next one. */
export async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(CHUNK)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK, null)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
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
