import { presentation } from './presentation.ts'
import type { TableFlags } from './table-options.ts'
import { cliWords } from './words.ts'
import type { World } from './world.ts'

/** How far the reading of large tables has come, for whoever waits at a terminal. */
export interface Progress {
  /** A table of so many bytes is begun; gives what ends the line. */
  readonly started: (name: string, bytes: number) => () => void
  /** From 0 to 1. */
  readonly reached: (share: number) => void
}

/** Work that is done sooner needs no line. */
const PATIENCE = 1000

/** A line on standard error that is written anew, from the second second on; nothing where that is no terminal. */
export function progressOn(world: World, flags: TableFlags): Progress {
  const { stderr } = world
  if (!stderr.isTTY || flags.quiet) return { started: () => () => {}, reached: () => {} }
  const words = cliWords(presentation({ ...(flags.lang && { lang: flags.lang }) }, world, stderr).lang)
  let current = { name: '', bytes: 0, since: 0, isShown: false }
  const write = (text: string) => {
    void stderr.write(text).catch(() => {})
  }
  return {
    started: (name, bytes) => {
      current = { name, bytes, since: performance.now(), isShown: false }
      return () => {
        if (current.isShown) write(ERASED)
        current.isShown = false
      }
    },
    reached: (share) => {
      const elapsed = performance.now() - current.since
      if (elapsed < PATIENCE) return
      current.isShown = true
      const rate = (current.bytes * share) / (elapsed / 1000)
      const left = share > 0 ? ((elapsed / 1000) * (1 - share)) / share : null
      const line = words.progress(
        current.name,
        Math.floor(share * 100),
        Math.round(rate / 1e6),
        left === null ? null : Math.ceil(left),
      )
      write(`${ERASED}${line.slice(0, (stderr.columns ?? 80) - 1)}`)
    },
  }
}

const ERASED = '\r\u001b[K'
