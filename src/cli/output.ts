import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { World } from './world.ts'

/** Why a result could not be written; the old file is as it was. */
export interface WriteFailure {
  readonly why: 'is-input' | 'is-folder' | 'no-folder' | 'no-permission' | 'disk-full' | 'other'
  readonly detail: string
}

/** Writes the result to standard output or, with `-o`, to a file; null when that went well. */
export async function written(
  text: string,
  file: string | undefined,
  inputs: readonly string[],
  world: World,
): Promise<WriteFailure | null> {
  if (file === undefined || file === '-') {
    await world.stdout.write(text)
    return null
  }
  const path = resolve(world.cwd, file)
  if (inputs.some((input) => isSameFile(input, path))) return { why: 'is-input', detail: file }
  try {
    writeWhole(path, text)
    return null
  } catch (error) {
    return failureOf(error as NodeJS.ErrnoException)
  }
}

/**
 * A regular or absent file is written beside and renamed over, so that whoever interrupts finds the old or the new
 * one whole. Anything else (a device, a pipe) is written through to.
 */
function writeWhole(path: string, text: string): void {
  const target = targetOf(path)
  const stats = statSync(target, { throwIfNoEntry: false })
  if (stats && !stats.isFile()) {
    writeThrough(target, text)
    return
  }
  // Renaming would pass over a file that its owner has made read-only.
  if (stats) accessSync(target, constants.W_OK)
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  try {
    const descriptor = openSync(beside, 'wx', stats ? stats.mode & 0o777 : 0o666)
    try {
      writeAll(descriptor, text)
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

function writeThrough(path: string, text: string): void {
  const descriptor = openSync(path, 'w')
  try {
    writeAll(descriptor, text)
  } finally {
    closeSync(descriptor)
  }
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(descriptor, bytes, offset)
}

/** A link keeps pointing where it does: the file behind it is replaced. */
function targetOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function isSameFile(a: string, b: string): boolean {
  const first = statSync(a, { throwIfNoEntry: false })
  const second = statSync(b, { throwIfNoEntry: false })
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino
}

function removed(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was never made, or has been renamed.
  }
}

/** Why the system refused to write. */
export function failureOf({ code, message }: NodeJS.ErrnoException): WriteFailure {
  const detail = code ?? message
  if (code === 'EISDIR') return { why: 'is-folder', detail }
  if (code === 'ENOENT' || code === 'ENOTDIR') return { why: 'no-folder', detail }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { why: 'no-permission', detail }
  return { why: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'other', detail }
}
