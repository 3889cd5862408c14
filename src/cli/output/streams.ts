import { fstatSync, writeSync } from 'node:fs'
import type { Output } from '../world.ts'

/** What a stream of this process did not take, for a reason other than that nobody reads any more. */
export class CannotWrite extends Error {
  readonly code: string | undefined

  constructor(cause: NodeJS.ErrnoException) {
    super(cause.message, { cause })
    this.code = cause.code
  }
}

/** Standard output or standard error of this process, as `descriptor`. */
export function outputTo(stream: NodeJS.WriteStream, descriptor: number): Output {
  let isClosed = false
  // Without a listener Node would end the process; what went wrong is told to whoever wrote.
  stream.on('error', () => {
    isClosed = true
  })
  const throughStream = (content: string | Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      if (isClosed) resolve()
      else stream.write(content, (error) => (isRealFailure(error) ? reject(error) : resolve()))
    })
  const toFile = async (content: string | Uint8Array) => writeAll(descriptor, content)
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      // 0 where a terminal does not know its width.
      return stream.columns || undefined
    },
    write: async (content) => {
      if (content.length === 0) return
      try {
        await (isFile(stream, descriptor) ? toFile(content) : throughStream(content))
      } catch (error) {
        throw new CannotWrite(error as NodeJS.ErrnoException)
      }
    },
  }
}

/** What is written at once, or piece by piece. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>

export async function* piecesOf(content: Content): AsyncGenerator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) yield content
  else yield* content
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

/** Nobody reads any more: that is no failure. */
function isRealFailure(error: Error | null | undefined): error is Error {
  return Boolean(error) && (error as NodeJS.ErrnoException).code !== 'EPIPE'
}

/** Node's own streams for files pass over what a full disk did not take. */
function isFile(stream: NodeJS.WriteStream, descriptor: number): boolean {
  if (stream.isTTY) return false
  const stats = fstatSync(descriptor)
  return !stats.isFIFO() && !stats.isSocket()
}
