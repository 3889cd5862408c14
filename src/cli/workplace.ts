import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from './world.ts'

/** A folder of our own for files that are needed while a command runs. */
export interface Workplace {
  readonly folder: string
  /** Removes it. */
  readonly leave: () => void
}

/** A fresh folder, which is also removed when the command is interrupted. */
export function workplace(world: World): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'pva-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const forget = world.onInterrupt(remove)
  return {
    folder,
    leave: () => {
      forget()
      remove()
    },
  }
}
