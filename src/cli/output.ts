import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { STDIN } from './files.ts'
import { writeAll } from './streams.ts'
import type { World } from './world.ts'

/** Why a result could not be written; the old file is as it was. */
export interface WriteFailure {
  readonly why: 'is-input' | 'is-folder' | 'no-folder' | 'no-permission' | 'disk-full' | 'size-limit' | 'other'
  readonly detail: string
}

/** Writes the result to standard output or, with `-o`, to a file; null when that went well. */
export async function written(
  content: string | Uint8Array,
  file: string | undefined,
  inputs: readonly string[],
  world: World,
): Promise<WriteFailure | null> {
  try {
    if (file === undefined || file === '-') await world.stdout.write(content)
    else {
      const path = resolve(world.cwd, file)
      if (isOneOf(inputs, path)) return { why: 'is-input', detail: file }
      writeWhole(path, content)
    }
    return null
  } catch (error) {
    return failureOf(error as NodeJS.ErrnoException)
  }
}

/**
 * A regular or absent file is written beside and renamed over, so that whoever interrupts finds the old or the new
 * one whole. Anything else (a device, a pipe) is written through to.
 */
function writeWhole(path: string, content: string | Uint8Array): void {
  const target = targetOf(path)
  const stats = statSync(target, { throwIfNoEntry: false })
  if (stats && !stats.isFile()) {
    writeThrough(target, content)
    return
  }
  // Renaming would pass over a file that its owner has made read-only.
  if (stats) accessSync(target, constants.W_OK)
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  try {
    const descriptor = openSync(beside, 'wx', stats ? stats.mode & 0o777 : 0o666)
    try {
      writeAll(descriptor, content)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(beside, target)
  } catch (error) {
    removed(beside)
    throw error
  }
}

function writeThrough(path: string, content: string | Uint8Array): void {
  const descriptor = openSync(path, 'w')
  try {
    writeAll(descriptor, content)
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

function removed(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was never made, or has been renamed.
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
