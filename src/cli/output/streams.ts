import { fstatSync, writeSync } from 'node:fs'
import { type Long, Pieces } from '../../render/figure/pieces.ts'
import type { Output } from '../world.ts'

/** What a stream of this process did not take, for a reason other than that nobody reads any more. */
export class CannotWrite extends Error {
  readonly code: string | undefined

  constructor(cause: NodeJS.ErrnoException) {
    super(cause.message, { cause })
    this.code = cause.code
  }
}

/**
 * Standard output or standard error of this process, as `descriptor`. Files and pipes are written to directly: Node's
 * stream for a file passes over what a full disk did not take, and to load any stream is a tenth of a short run.
 */
export function outputTo(stream: () => NodeJS.WriteStream, descriptor: number): Output {
  let isDirect = isFileOrPipe(descriptor)
  let isClosed = false
  let opened: NodeJS.WriteStream | undefined
  const asStream = () => {
    // Without a listener Node would end the process; what went wrong is told to whoever wrote.
    opened ??= stream().on('error', () => {
      isClosed = true
    })
    return opened
  }
  const throughStream = (content: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      asStream().write(content, (error) => (error ? reject(error) : resolve()))
    })
  return {
    get isTTY() {
      return !isDirect && asStream().isTTY === true
    },
    get columns() {
      // 0 where a terminal does not know its width.
      return isDirect ? undefined : asStream().columns || undefined
    },
    write: async (content) => {
      let rest = typeof content === 'string' ? Buffer.from(content) : content
      try {
        while (isDirect && !isClosed && rest.length > 0) {
          try {
            rest = rest.subarray(writeSync(descriptor, rest))
          } catch (error) {
            // A pipe that another process set not to wait: a stream waits for its reader.
            if (codeOf(error) !== 'EAGAIN') throw error
            isDirect = false
          }
        }
        if (!isClosed && rest.length > 0) await throughStream(rest)
      } catch (error) {
        // Nobody reads any more: that is no failure.
        if (codeOf(error) !== 'EPIPE') throw new CannotWrite(error as NodeJS.ErrnoException)
        isClosed = true
      }
    },
  }
}

/** Not every system says what a terminal is: what cannot be asked is left to Node's stream. */
function isFileOrPipe(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor)
    return stats.isFile() || stats.isFIFO()
  } catch {
    return false
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** What is written at once, or piece by piece. */
export type Content = Long | Uint8Array | AsyncIterable<Uint8Array>

/** So much text is written at once. */
const PIECE = 1 << 16

export async function* piecesOf(content: Content): AsyncGenerator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) yield content
  else if (content instanceof Pieces) yield* ofSize(content.pieces())
  else yield* content
}

function* ofSize(pieces: Iterable<string>) {
  let collected = ''
  for (const piece of pieces) {
    collected += piece
    if (collected.length < PIECE) continue
    yield collected
    collected = ''
  }
  yield collected
}

/** All of the content or an error: a disk that fills up takes a part of it first. */
export function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(descriptor, bytes, offset)
}

/** Everything that comes in, or its first `most` bytes and the chunk in which they end. */
export async function bytesFrom(stream: AsyncIterable<unknown>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk as Uint8Array)
    length += (chunk as Uint8Array).length
    if (length > most) break
  }
  return Buffer.concat(chunks)
}
