import { accessSync, closeSync, constants, openSync, realpathSync, type Stats, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { STDIN } from '../input/files.ts'
import type { World } from '../world.ts'
import { type Content, piecesOf, writeAll } from './streams.ts'
import { writeBeside } from './whole-file.ts'

/** Why a result could not be written; the old file is as it was. */
export interface WriteFailure {
  readonly why: 'is-input' | 'is-folder' | 'no-folder' | 'no-permission' | 'disk-full' | 'size-limit' | 'other'
  readonly detail: string
}

/** Writes the result to standard output or, with `-o`, to a file; null when that went well. */
export async function written(
  content: Content,
  file: string | undefined,
  inputs: readonly string[],
  world: World,
): Promise<WriteFailure | null> {
  try {
    if (file === undefined || file === '-') for await (const piece of piecesOf(content)) await world.stdout.write(piece)
    else {
      const path = resolve(world.cwd, file)
      if (isOneOf(inputs, path)) return { why: 'is-input', detail: file }
      await writeToFile(path, content, world)
    }
    return null
  } catch (error) {
    return failureOf(error as NodeJS.ErrnoException)
  }
}

/** A regular or absent file is written whole or not at all; anything else (a device, a pipe) is written through to. */
async function writeToFile(path: string, content: Content, world: World): Promise<void> {
  const target = targetOf(path)
  const stats = statSync(target, { throwIfNoEntry: false })
  if (stats && !stats.isFile()) {
    await writeThrough(target, content)
    return
  }
  // Renaming would pass over a file that its owner has made read-only.
  if (stats) accessSync(target, constants.W_OK)
  await writeBeside(target, content, stats ? stats.mode & 0o777 : 0o666, world)
}

async function writeThrough(path: string, content: Content): Promise<void> {
  const descriptor = openSync(path, 'w')
  try {
    for await (const piece of piecesOf(content)) writeAll(descriptor, piece)
  } finally {
    closeSync(descriptor)
  }
}

/** A link keeps pointing where it does: the file behind it is replaced. */
function targetOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function isOneOf(inputs: readonly string[], path: string): boolean {
  const target = statSync(path, { throwIfNoEntry: false })
  return target !== undefined && inputs.some((input) => isSameFile(target, input === STDIN ? '/dev/stdin' : input))
}

function isSameFile({ dev, ino }: Stats, path: string): boolean {
  try {
    const other = statSync(path)
    return dev === other.dev && ino === other.ino
  } catch {
    // It could not be read either.
    return false
  }
}

/** Why the system refused to write. */
export function failureOf({ code, message }: Pick<NodeJS.ErrnoException, 'code' | 'message'>): WriteFailure {
  const detail = code ?? message
  if (code === 'EISDIR') return { why: 'is-folder', detail }
  if (code === 'ENOENT' || code === 'ENOTDIR') return { why: 'no-folder', detail }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { why: 'no-permission', detail }
  if (code === 'EFBIG') return { why: 'size-limit', detail }
  return { why: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'other', detail }
}
