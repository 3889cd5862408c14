import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './folder.ts'

/** The package as whoever publishes it packs it. */
export interface Packed {
  readonly file: string
  /** What is in it. */
  readonly paths: readonly string[]
}

/** Packs this package into a folder, and installs it there without a network, and without what it only asks for if present. */
export function installedIn(folder: string): Packed {
  const packed = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT)
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }]
  const file = join(folder, filename)
  npm(['install', '--global', '--prefix', folder, '--offline', '--ignore-scripts', file], folder)
  return { file, paths: files.map(({ path }) => path) }
}

/** Where the command is that was installed. */
export const COMMAND = 'bin/pva'

/** Where packages are that were installed beside it. */
export const BESIDE = 'lib/node_modules'

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
