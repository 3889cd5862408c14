import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { temporaryFailure } from './temporary-file.ts'
import type { World } from './world.ts'

/** A folder of our own for files that are needed while a command runs. */
export interface Workplace {
  readonly folder: string
  /** Removes it. */
  readonly leave: () => void
}

/** A fresh folder, which is also removed when the command is interrupted; fails as an engine does where there can be none. */
export function workplace(world: World): Workplace {
  const parent = tmpdir()
  const folder = freshFolder(parent)
  const forget = world.onInterrupt(() => remove(folder))
  return {
    folder,
    leave: () => {
      forget()
      remove(folder)
    },
  }
}

function freshFolder(parent: string): string {
  try {
    return mkdtempSync(join(parent, 'pva-'))
  } catch (error) {
    throw temporaryFailure(error)
  }
}

function remove(folder: string): void {
  // Under another name first: an engine that is still at work makes no more files there while it is emptied.
  const gone = `${folder}.gone`
  try {
    renameSync(folder, gone)
  } catch {
    // Where files that are open hold it, it is emptied under its own name.
  }
  for (const path of [gone, folder]) rmSync(path, { recursive: true, force: true, maxRetries: 3 })
}
