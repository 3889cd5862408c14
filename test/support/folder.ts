import { cp, mkdir, mkdtemp, open, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What `use` makes of a fresh folder, which is gone afterwards. */
export async function inFreshFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pva-test-')))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** `content`: bytes, or how many zeros (a sparse file). */
export async function writeInFolder(folder: string, path: string, content: Buffer | number): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  if (typeof content !== 'number') return writeFile(file, content)
  const handle = await open(file, 'w')
  await handle.truncate(content)
  await handle.close()
}

/** A file or folder of this repository, at the same path. */
export async function copyToFolder(folder: string, path: string): Promise<void> {
  await cp(join(ROOT, path), join(folder, path), { recursive: true })
}

/** Every file below `folder`, by its path, sorted. */
export async function contentsOfFolder(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path))] as const)))
}
