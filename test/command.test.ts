import { spawnSync } from 'node:child_process'
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { inFreshFolder, ROOT } from './support/folder.ts'

const NODE = process.env['PVA_NODE'] ?? process.execPath
const BIN = join(ROOT, 'bin/pva.js')

describe('the built command', () => {
  it('knows the version of its package', () => {
    expect(run(NODE, [BIN, '--version'], ROOT)).toEqual({ stdout: `${manifest.version}\n`, stderr: '', status: 0 })
  })

  it('works through a symbolic link, as npm installs it, and from any folder', async () => {
    await inFreshFolder(async (folder) => {
      await symlink(BIN, join(folder, 'pva'))
      expect(run(NODE, ['pva', '--version'], folder).stdout).toBe(`${manifest.version}\n`)
    })
  })

  it('ends quietly when whoever reads it has seen enough', () => {
    const script = `'${NODE}' '${BIN}' report plans --format json | head -c 1`
    const { stdout, stderr, status } = run('bash', ['-c', `set -o pipefail; ${script}`], ROOT)
    expect({ stdout, stderr, status }).toEqual({ stdout: '{', stderr: '', status: 0 })
  })

  it('expands patterns itself, where no shell did', () => {
    const { stdout, status } = run(NODE, [BIN, 'validate', 'plans/*/2017-*.yaml'], ROOT)
    expect({ stdout, status }).toEqual({ stdout: '1 plan in 2 files: no problems.\n', status: 0 })
  })

  it('passes on the licences of all that it contains', async () => {
    const notices = await readFile(join(ROOT, 'dist/THIRD-PARTY.txt'), 'utf8')
    for (const name of ['commander', 'valibot', 'yaml']) {
      expect(notices).toContain(`${name} ${manifest.devDependencies[name as 'yaml']} (`)
    }
  })
})

describe('what the build leaves', () => {
  it('is loaded only where it is needed: no run that prints a version or a table reads what others do', async () => {
    await inFreshFolder(async (folder) => {
      const trace = join(folder, 'trace.cjs')
      await writeFile(
        trace,
        `const { Module } = require('node:module'); const { _load } = Module; const seen = []
Module._load = function (name, ...rest) { seen.push(name); return _load.call(this, name, ...rest) }
process.on('exit', () => console.error(seen.filter((name) => name.startsWith('./part-')).length))\n`,
      )
      const parts = (args: readonly string[]) => Number(run(NODE, ['-r', trace, BIN, ...args], ROOT).stderr)
      const all = (await readdir(join(ROOT, 'dist'))).filter((name) => name.startsWith('part-')).length
      expect(parts(['--version'])).toBeLessThan(all / 2)
    })
  })
})

function run(command: string, args: readonly string[], cwd: string) {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  return { stdout, stderr, status }
}
