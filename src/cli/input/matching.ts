import { type Dirent, readdir, statSync } from 'node:fs'
import { join } from 'node:path'
import { composed } from '../../model/text.ts'
import { onDisk } from './on-disk.ts'

/** What a pattern matches. */
export interface Matches {
  /** Files, and links to files, in order. */
  readonly paths: readonly string[]
  /** Folders that it would have to look into and may not, with the reason. */
  readonly closed: readonly { readonly path: string; readonly error: Error }[]
}

/**
 * The files that a pattern stands for, as a shell has them: links to files are among them, and links that lead nowhere,
 * so that what is missing is told of. Links to folders are not gone through, which could lead anywhere.
 */
export async function matchesOf(pattern: string, folder: string, ignore: readonly string[] = []): Promise<Matches> {
  const { glob } = await import('tinyglobby')
  const closed: { path: string; error: Error }[] = []
  type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void
  const listed = (path: string, _options: unknown, callback: Listed) => {
    const place = onDisk(path)
    readdir(place, { withFileTypes: true }, (error, entries = []) => {
      // In a folder that is not there nothing matches.
      if (error && error.code !== 'ENOENT' && error.code !== 'ENOTDIR') closed.push({ path, error })
      const names = composedNames(entries)
      const shown = entries.map((entry, index) =>
        asListed(entry, names[index] ?? entry.name, isLinkToFile(place, entry)),
      )
      callback(error, shown)
    })
  }
  const paths = await glob(pattern, {
    cwd: folder,
    followSymbolicLinks: false,
    absolute: false,
    ignore: [...ignore],
    // Of the forms that it may be called in, this is the one for entries with their kinds.
    fs: { readdir: listed as unknown as typeof readdir },
  })
  return { paths: paths.sort(), closed }
}

function isLinkToFile(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return false
  try {
    return !statSync(join(folder, entry.name)).isDirectory()
  } catch {
    return true
  }
}

/** Names in the form in which patterns are written, but where two files differ in nothing else. */
function composedNames(entries: readonly Dirent[]): readonly string[] {
  const names = entries.map(({ name }) => composed(name))
  const distinct = new Set(names)
  return distinct.size === names.length ? names : entries.map(({ name }) => name)
}

function asListed(entry: Dirent, name: string, isFile: boolean): Dirent {
  if (name === entry.name && !isFile) return entry
  const listed = Object.assign(Object.create(entry) as Dirent, { name })
  return isFile ? Object.assign(listed, { isFile: () => true, isSymbolicLink: () => false }) : listed
}
