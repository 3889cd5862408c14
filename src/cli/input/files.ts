import { closeSync, openSync, readdirSync, readSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { type Problem, problem } from '../../model/problem.ts'
import { withoutTrailing } from '../../model/text.ts'
import { TABLE_NAME } from '../table/table-name.ts'
import type { World } from '../world.ts'
import { onDisk } from './on-disk.ts'

/** No plan is larger; a table of results belongs in another format. */
const LARGEST_FILE = 64 * 1024 * 1024

export const STDIN = '<stdin>'

/** A file to be read. */
export interface FoundFile {
  /** As shown to users. */
  readonly path: string
  readonly absolute: string
  /** Named on the command line, not found in a folder or by a pattern. */
  readonly named: boolean
}

export interface Found {
  readonly files: readonly FoundFile[]
  /** Tables that lie in folders, and are read only where someone names them. */
  readonly tables: readonly FoundFile[]
  readonly problems: readonly Problem[]
}

/**
 * The files that the arguments stand for: files, folders, patterns and `-`; each file once, however it is reached. In folders
 * those of other endings than ours are passed over, unless they are `also` asked for.
 */
export async function foundFiles(args: readonly string[], cwd: string, also: RegExp | null = null): Promise<Found> {
  const files = new Map<string, FoundFile>()
  const tables = new Map<string, FoundFile>()
  const problems: Problem[] = []
  const add = (file: FoundFile) => {
    const key = realPath(file.absolute)
    const known = files.get(key)
    if (!known || (file.named && !known.named)) files.set(key, file)
  }
  for (const arg of args) {
    if (arg === '-') add({ path: STDIN, absolute: STDIN, named: true })
    else {
      const found = await filesOf(arg, cwd, also)
      for (const each of found.problems) problems.push(each)
      for (const file of found.files) add(file)
      for (const table of found.tables) tables.set(realPath(table.absolute), table)
    }
  }
  for (const read of files.keys()) tables.delete(read)
  return { files: [...files.values()], tables: [...tables.values()], problems }
}

/** The bytes of a file, or the problem with it. */
export function contentOf(file: FoundFile): Uint8Array | Problem {
  try {
    return readLimited(file)
  } catch (error) {
    return unreadable(file.path, error)
  }
}

/** The bytes that come in by standard input, or the problem with it. */
export async function contentOfStdin(stdin: World['stdin']): Promise<Uint8Array | Problem> {
  try {
    const bytes = await stdin(LARGEST_FILE)
    return bytes.length > LARGEST_FILE ? tooLarge(STDIN, bytes.length) : bytes
  } catch (error) {
    return unreadable(STDIN, error)
  }
}

async function filesOf(arg: string, cwd: string, also: RegExp | null): Promise<Found> {
  const absolute = resolve(cwd, arg)
  const stats = statsOf(absolute)
  if (stats instanceof Error) {
    if (/[*?[{]/.test(arg)) return matching(arg, cwd)
    return { files: [], tables: [], problems: [unreadable(arg, stats)] }
  }
  const shown = arg.split(sep).join('/')
  if (!stats.isDirectory()) return { files: [{ path: shown, absolute, named: true }], tables: [], problems: [] }
  const folder = withoutTrailing(shown, '/') || '/'
  // Programs that write one table in many parts make folders of such names: to search it for plans would find nothing.
  if (TABLE_NAME.test(folder)) {
    return { files: [], tables: [], problems: [problem('unreadable', placeIn(arg), { why: 'is-folder', detail: arg })] }
  }
  return filesBelow(absolute, folder, also)
}

async function matching(pattern: string, cwd: string): Promise<Found> {
  const { matchesOf } = await import('./matching.ts')
  const { paths, closed } = await matchesOf(pattern, cwd, ['**/node_modules/**'])
  const files = paths.map((path) => ({ path, absolute: onDisk(resolve(cwd, path)), named: false }))
  const problems = closed.map(({ path, error }) => unreadable(relative(cwd, path) || '.', error))
  if (files.length > 0 || problems.length > 0) return { files, tables: [], problems }
  return {
    files,
    tables: [],
    problems: [problem('unreadable', placeIn(pattern), { why: 'no-match', detail: pattern })],
  }
}

/** Below a folder: `.yaml .yml .json` in order of their paths, without dot-folders, node_modules and links. */
function filesBelow(folder: string, shown: string, also: RegExp | null): Found {
  const found = { files: [], tables: [], problems: [] }
  addFilesBelow(folder, shown, also, found)
  return found
}

function addFilesBelow(
  folder: string,
  shown: string,
  also: RegExp | null,
  found: { files: FoundFile[]; tables: FoundFile[]; problems: Problem[] },
): void {
  let entries: readonly import('node:fs').Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    found.problems.push(unreadable(shown, error))
    return
  }
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of sorted) {
    const absolute = join(folder, entry.name)
    const path = shown === '.' ? entry.name : `${shown === '/' ? '' : shown}/${entry.name}`
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') {
      addFilesBelow(absolute, path, also, found)
    } else if (entry.isFile() && (/\.(ya?ml|json)$/i.test(entry.name) || also?.test(entry.name))) {
      found.files.push({ path, absolute, named: false })
    } else if (entry.isFile() && TABLE_NAME.test(entry.name)) {
      found.tables.push({ path, absolute, named: false })
    }
  }
}

/** Reads to the limit and no further, so that an endless device ends as well. */
function readLimited({ path, absolute }: FoundFile): Uint8Array | Problem {
  const stats = statSync(absolute)
  if (stats.isFile() && stats.size > LARGEST_FILE) return tooLarge(path, stats.size)
  const descriptor = openSync(absolute, 'r')
  try {
    const chunks: Uint8Array[] = []
    let total = 0
    for (;;) {
      const chunk = Buffer.allocUnsafe(Math.max(stats.isFile() ? stats.size - total + 1 : 65_536, 1024))
      const length = readSync(descriptor, chunk, 0, chunk.length, null)
      if (length === 0) return chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)
      total += length
      if (total > LARGEST_FILE) return tooLarge(path, total)
      chunks.push(chunk.subarray(0, length))
    }
  } finally {
    closeSync(descriptor)
  }
}

function tooLarge(path: string, bytes: number): Problem {
  return problem('too-large', placeIn(path), { bytes, limit: LARGEST_FILE })
}

/** A file that was read cannot be read again. */
export class CannotReadAgain extends Error {
  readonly problem: Problem

  constructor(path: string, cause: unknown) {
    super(path, { cause })
    this.problem = unreadable(path, cause)
  }
}

/** Why the system does not give a file. */
export function unreadable(path: string, error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException
  const why = code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : code === 'EACCES' ? 'no-permission' : 'other'
  return problem('unreadable', placeIn(path), { why, detail: code ?? message })
}

/** The file as a whole. */
function placeIn(file: string) {
  return { file, line: 1, column: 1, length: 0 }
}

function statsOf(path: string): Stats | Error {
  try {
    return statSync(path)
  } catch (error) {
    return error as Error
  }
}

/** Where a file lies, links followed: the same for all ways to it. */
export function realPath(path: string): string {
  try {
    return path === STDIN ? path : realpathSync(path)
  } catch {
    return path
  }
}
