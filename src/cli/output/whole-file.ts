import { closeSync, fsyncSync, openSync, readdirSync, renameSync, statSync, unlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { World } from '../world.ts'
import { type Content, piecesOf, writeAll } from './streams.ts'

/**
 * Writes a file beside its target and renames it over, so that whoever interrupts finds the old or the new one whole,
 * and nothing beside it.
 */
export async function writeBeside(
  target: string,
  content: Content,
  mode: number,
  world: Pick<World, 'onInterrupt'>,
): Promise<void> {
  removeStale(target)
  const { before, after } = namesBeside(target)
  const beside = `${before}${process.pid}.${randomWord()}${after}`
  await orUndone(
    world,
    () => removed(beside),
    async () => {
      const descriptor = openSync(beside, 'wx', mode)
      try {
        for await (const piece of piecesOf(content)) writeAll(descriptor, piece)
        fsyncSync(descriptor)
      } finally {
        closeSync(descriptor)
      }
      renameSync(beside, target)
    },
  )
}

/** Does it whole: where it fails or is interrupted, `undo` takes back what was begun. */
export async function orUndone(
  { onInterrupt }: Pick<World, 'onInterrupt'>,
  undo: () => void,
  act: () => Promise<void>,
): Promise<void> {
  const forget = onInterrupt(undo)
  try {
    await act()
  } catch (error) {
    undo()
    throw error
  } finally {
    // A signal that came while all this was written is dealt with in the next turn but one.
    await setImmediate()
    await setImmediate()
    forget()
  }
}

/** `.report.html.4711.k3x9ab.tmp`: of a very long name only the beginning, so that the whole is not too long. */
function namesBeside(target: string): { readonly before: string; readonly after: string } {
  return { before: join(dirname(target), `.${basename(target).slice(0, 60)}.`), after: '.tmp' }
}

/** In a container every run may have one and the same process id. */
function randomWord(): string {
  return Math.random().toString(36).slice(2, 8)
}

/** No write takes that long, on whatever machine. */
const HOUR = 60 * 60 * 1000

/** What a run left behind that was killed, or whose machine went down: its process is gone, and it is old. */
function removeStale(target: string): void {
  const { before, after } = namesBeside(target)
  const folder = dirname(before)
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (!path.startsWith(before) || !path.endsWith(after)) continue
      const [, id] = /^(\d+)\.[a-z0-9]+$/.exec(path.slice(before.length, -after.length)) ?? []
      if (id && !isRunning(Number(id)) && Date.now() - statSync(path).mtimeMs > HOUR) unlinkSync(path)
    }
  } catch {
    // Whoever may not look or clean up here is told when the result cannot be written.
  }
}

function isRunning(id: number): boolean {
  if (id === process.pid) return false
  try {
    return process.kill(id, 0)
  } catch (error) {
    // One that belongs to somebody else may not be asked, and is there.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

export function removed(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was never made, or has been renamed.
  }
}
