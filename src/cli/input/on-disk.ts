import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { composed } from '../../model/text.ts'

/**
 * A path as it lies on the disk. Documents are read in Unicode's composed form (NFC), while some systems write names
 * decomposed (NFD), where `ủ` is three characters; both look the same. As it stands where there is nothing of such a name.
 */
export function onDisk(path: string): string {
  if (path.includes('\0') || existsSync(path)) return path
  const parent = dirname(path)
  if (parent === path) return path
  const folder = onDisk(parent)
  return join(folder, nameIn(folder, basename(path)))
}

function nameIn(folder: string, name: string): string {
  const wanted = composed(name)
  // Names of plain letters have one form only.
  if (/^[\p{ASCII}]*$/u.test(wanted)) return name
  try {
    return readdirSync(folder).find((entry) => composed(entry) === wanted) ?? name
  } catch {
    return name
  }
}
