// Tests that are programs of their own: TypeScript with all that it imports in one file, at a place that Node can run.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Builds `entry`, a path in this repository, to `outfile`; modules still think that they are where their source is. `fault`
 * is built in: in its `file`, `to` in place of `from`.
 */
export async function bundled(entry, outfile, fault) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    external: ['@duckdb/node-api', 'commonmark-spec', 'csv-spectrum'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url)",
    },
    platform: 'node',
    format: 'esm',
    define: {
      PVA_VERSION: JSON.stringify(version),
      'import.meta.url': JSON.stringify(pathToFileURL(join(root, entry)).href),
    },
    plugins: fault ? [planting(fault)] : [],
    logLevel: 'warning',
  })
}

function planting({ file, from, to }) {
  const [before, after, ...more] = readFileSync(join(root, file), 'utf8').split(from)
  if (after === undefined || more.length > 0) throw new Error(`${file}: not once: ${from}`)
  return {
    name: 'planted fault',
    setup({ onLoad }) {
      onLoad({ filter: new RegExp(`${file}$`) }, () => ({ contents: before + to + after, loader: 'ts' }))
    },
  }
}
