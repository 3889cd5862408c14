import { closeSync, openSync, readSync, symlinkSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { EngineFailure } from '../../engine/engine.ts'

export async function bytesOf(path: string): Promise<number> {
  const file = await open(path)
  try {
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}

/** What work on a file comes to; a failure of its own where the file was changed meanwhile, whatever came of it. */
export async function whileUnchanged<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const before = await stateOf(path)
  const [done] = await Promise.allSettled([work()])
  if ((await stateOf(path)) !== before) throw new EngineFailure('changed')
  if (done.status === 'rejected') throw done.reason
  return done.value
}

/** What changes when a file is written to, or another takes its place. */
async function stateOf(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true })
    return [dev, ino, size, mtimeNs].join(' ')
  } catch {
    return 'gone'
  }
}

/** In a name that an engine could take for a pattern, the file is known to it by a link of ours. */
export function safePath(absolute: string, folder: string): string {
  if (/^[\w/.:\\ -]+$/.test(absolute)) return absolute
  const link = join(folder, `table-${linkNumber++}`)
  symlinkSync(absolute, link)
  return link
}

let linkNumber = 0

export function beginningOf(path: string, most: number): Uint8Array {
  const descriptor = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(most)
    return bytes.subarray(0, readSync(descriptor, bytes, 0, most, 0))
  } finally {
    closeSync(descriptor)
  }
}

/** The line in which a byte stands, and how many characters stand before it there. */
export async function lineAtByte(
  path: string,
  byte: number,
): Promise<{ readonly line: number; readonly column: number; readonly text: string }> {
  const file = await open(path)
  try {
    let line = 1
    let before = ''
    const decoder = new TextDecoder()
    const chunk = Buffer.alloc(1024 * 1024)
    for (let at = 0; at < byte; ) {
      const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, byte - at), at)
      if (bytesRead === 0) break
      at += bytesRead
      const lines = (before + decoder.decode(chunk.subarray(0, bytesRead), { stream: true })).split(
        /\r\n|\n|\r(?!\n|$)/,
      )
      line += lines.length - 1
      before = lines.at(-1) ?? ''
    }
    if (before.endsWith('\r')) {
      line++
      before = ''
    }
    // Bytes that begin a character and do not end it are shown as one.
    const column = (before + decoder.decode()).length + 1
    const { bytesRead } = await file.read(chunk, 0, MOST_OF_LINE, byte)
    const behind = new TextDecoder().decode(chunk.subarray(0, bytesRead))
    return { line, column, text: before + (behind.split(/[\n\r]/, 1)[0] ?? '') }
  } finally {
    await file.close()
  }
}

/** More of a line is not shown. */
const MOST_OF_LINE = 4096
