import { open, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { EngineFailure } from '../../engine/engine.ts'

/** A file of ours in the folder for temporary files. */
export interface TemporaryFile {
  /** Writes all of it, or fails as an engine does that finds no room. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

/** How much is written between two looks at what is left of the disk. */
const BETWEEN_LOOKS = 16 * 1024 * 1024

/** So much of the disk stays free for all others, at most. */
const MOST_RESERVED = 256 * 1024 * 1024

/** A fresh file that stops growing before the disk is full: what is unpacked may be a thousand times what it was. */
export async function temporaryFile(path: string, diskOf: DiskOf = diskAsTold): Promise<TemporaryFile> {
  const folder = dirname(path)
  const file = await open(path, 'wx').catch((error: unknown) => {
    throw temporaryFailure(error)
  })
  let sinceLook = BETWEEN_LOOKS
  return {
    write: async (bytes) => {
      sinceLook += bytes.length
      if (sinceLook >= BETWEEN_LOOKS) {
        sinceLook = 0
        if (isNearlyFull(await diskOf(folder))) throw new EngineFailure('disk')
      }
      for (let offset = 0; offset < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, offset).catch((error: unknown) => {
          throw temporaryFailure(error)
        })
        offset += bytesWritten
      }
    },
    close: () => file.close(),
  }
}

/** The bytes of the disk that a folder is on, and how many of them are free; null: nobody knows. */
type DiskOf = (folder: string) => Promise<{ readonly all: number; readonly free: number } | null>

async function diskAsTold(folder: string): ReturnType<DiskOf> {
  try {
    const { blocks, bavail, bsize } = await statfs(folder)
    return blocks > 0 ? { all: blocks * bsize, free: bavail * bsize } : null
  } catch {
    return null
  }
}

/** Where nobody knows, the write that finds no room tells. */
function isNearlyFull(disk: Awaited<ReturnType<DiskOf>>): boolean {
  return disk !== null && disk.free < Math.min(MOST_RESERVED, disk.all / 20)
}

/** Why nothing can be made in a folder for temporary files. */
export function temporaryFailure(error: unknown): EngineFailure {
  const { code = '' } = error as NodeJS.ErrnoException
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return new EngineFailure('disk')
  const isMissing = code === 'ENOENT' || code === 'ENOTDIR'
  return new EngineFailure(isMissing ? 'temporary-missing' : 'temporary-refused')
}
