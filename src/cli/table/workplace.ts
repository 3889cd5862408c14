import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from '../world.ts'
import { temporaryFailure } from './temporary-file.ts'

/** A folder of our own for files that are needed while a command runs. */
export interface Workplace {
  readonly folder: string
  /** Removes it. */
  readonly leave: () => void
}

/** A fresh folder, which is gone with the process at the latest; fails as an engine does where there can be none. */
export async function workplace(world: World): Promise<Workplace> {
  // A name that nobody else has, so that it can be guarded before it is there: no moment is left to be interrupted in.
  const folder = join(tmpdir(), `pva-${randomBytes(12).toString('hex')}`)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  const forget = await world.guardedFolder(folder, remove)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    forget()
    throw temporaryFailure(error)
  }
  return {
    folder,
    // What cannot be removed now is left to whoever guards it: the result is there.
    leave: () => {
      try {
        remove()
        forget()
      } catch {}
    },
  }
}
