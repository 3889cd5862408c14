import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { EngineFailure } from '../../engine/engine.ts'
import { temporaryFile } from './temporary-file.ts'

/** Why a packed file cannot be unpacked. */
interface UnpackFailure {
  readonly why: 'not-packed' | 'broken-off' | 'damaged' | 'no-permission' | 'missing' | 'other'
  readonly detail: string
}

const CHUNK = 1024 * 1024

/**
 * The path of what a `.gz` holds, unpacked into a folder of ours and checked to its end; or why not. `onBytes` is told how
 * much of the packed file has been read.
 */
export async function unpackedFile(
  path: string,
  folder: string,
  onBytes: (bytes: number) => void = () => {},
): Promise<string | UnpackFailure> {
  const target = join(folder, `unpacked-${unpacked++}`)
  const gunzip = createGunzip({ chunkSize: CHUNK })
  try {
    if (!(await isGzip(path))) return { why: 'not-packed', detail: '' }
    const file = await temporaryFile(target)
    const source = createReadStream(path, { highWaterMark: CHUNK })
    // Not as a pipeline, which takes for a fault that it ends before the file does.
    source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip)
    try {
      for await (const piece of gunzip) {
        await file.write(piece as Uint8Array)
        onBytes(gunzip.bytesWritten)
      }
    } finally {
      source.destroy()
      await file.close()
    }
    return (await isEmptyFrom(path, gunzip.bytesWritten)) ? target : { why: 'damaged', detail: '' }
  } catch (error) {
    if (error instanceof EngineFailure) throw error
    const { code = '', message } = error as NodeJS.ErrnoException
    if (code.startsWith('Z_')) return { why: code === 'Z_BUF_ERROR' ? 'broken-off' : 'damaged', detail: '' }
    if (code === 'ENOENT') return { why: 'missing', detail: code }
    return { why: code === 'EACCES' ? 'no-permission' : 'other', detail: code || message }
  }
}

let unpacked = 0

/** Its first two bytes say so; a file that breaks off before them may have been one. */
async function isGzip(path: string): Promise<boolean> {
  const start = await bytesFrom(path, 0, 2)
  return start.every((byte, index) => byte === MAGIC[index])
}

const MAGIC = [0x1f, 0x8b]

/** Zeros fill up what a tape or a block device holds. Whatever else stands behind the end could be more rows. */
async function isEmptyFrom(path: string, start: number): Promise<boolean> {
  for (let at = start; ; ) {
    const bytes = await bytesFrom(path, at, CHUNK)
    if (bytes.length === 0) return true
    if (bytes.some((byte) => byte !== 0)) return false
    at += bytes.length
  }
}

async function bytesFrom(path: string, start: number, most: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(most), 0, most, start)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
