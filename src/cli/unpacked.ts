import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

/** Why a packed file cannot be unpacked. */
interface UnpackFailure {
  readonly why: 'damaged' | 'no-permission' | 'missing' | 'other'
  readonly detail: string
}

/** The path of what a `.gz` holds, unpacked into a folder of ours and checked to its end; or why not. */
export async function unpackedFile(path: string, folder: string): Promise<string | UnpackFailure> {
  const target = join(folder, `unpacked-${unpacked++}`)
  try {
    await pipeline(createReadStream(path), createGunzip(), createWriteStream(target))
    return target
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (code.startsWith('Z_')) return { why: 'damaged', detail: message }
    if (code === 'ENOENT') return { why: 'missing', detail: code }
    return { why: code === 'EACCES' ? 'no-permission' : 'other', detail: code || message }
  }
}

let unpacked = 0
