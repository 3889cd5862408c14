import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { copyToFolder, inFreshFolder, ROOT, writeInFolder } from './support/folder.ts'

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

describe('the launcher', () => {
  const PROGRAM = `console.log(require('./part.cjs'), process.argv[2]); if (process.argv[2] === 'throw') throw new Error('thrown')\n`

  async function withInstallation(use: (folder: string, cache: string) => Promise<void>): Promise<void> {
    await inFreshFolder(async (folder) => {
      for (const file of ['bin/pva.js', 'bin/launch.js']) await copyToFolder(folder, file)
      await writeInFolder(folder, 'dist/pva.cjs', Buffer.from(PROGRAM))
      await writeInFolder(folder, 'bin/part.cjs', Buffer.from(`module.exports = 'wrong part'`))
      await writeInFolder(folder, 'dist/part.cjs', Buffer.from(`module.exports = 'part'`))
      const write = `require('./bin/launch.js').launchAndWriteCodeCache()`
      run(NODE, ['-e', write, '--', 'bin/pva.js', 'warm'], folder)
      const cache = (await readdir(join(folder, 'dist'))).find((name) => name.endsWith('.cache'))
      await use(folder, join(folder, 'dist', cache ?? 'no cache was written'))
    })
  }

  const fine = { stdout: 'part now\n', stderr: '', status: 0 }

  it('runs the bundle from its code cache as if it were required', async () => {
    await withInstallation(async (folder, cache) => {
      expect(existsSync(cache)).toBe(true)
      expect(run(NODE, ['bin/pva.js', 'now'], folder)).toEqual(fine)
    })
  })

  it.each([
    { damage: 'cut short', inflict: (cache: string) => truncate(cache, 100) },
    { damage: 'empty', inflict: (cache: string) => truncate(cache, 0) },
    { damage: 'changed in a byte', inflict: flipMiddleByte },
  ])('runs the bundle all the same when its code cache is $damage', async ({ inflict }) => {
    await withInstallation(async (folder, cache) => {
      await inflict(cache)
      expect(run(NODE, ['bin/pva.js', 'now'], folder)).toEqual(fine)
    })
  })

  it('does not run yesterday’s code when the bundle has changed and its length has not', async () => {
    await withInstallation(async (folder) => {
      await writeFile(join(folder, 'dist/pva.cjs'), PROGRAM.replace('argv[2])', 'argv[0])'))
      expect(run(NODE, ['bin/pva.js', 'now'], folder).stdout).not.toBe(fine.stdout)
    })
  })

  it('runs the bundle under flags that its code cache was not made for', async () => {
    await withInstallation(async (folder) => {
      expect(run(NODE, ['--no-opt', '--max-lazy', 'bin/pva.js', 'now'], folder)).toEqual(fine)
    })
  })

  it('leaves stack traces at the lines and columns of the bundle', async () => {
    await withInstallation(async (folder) => {
      const { stderr, status } = run(NODE, ['bin/pva.js', 'throw'], folder)
      expect(stderr).toContain(`${join(folder, 'dist/pva.cjs')}:1:${PROGRAM.indexOf('new Error') + 1}`)
      expect(status).toBe(1)
    })
  })
})

async function flipMiddleByte(file: string): Promise<void> {
  const content = await readFile(file)
  const middle = Math.floor(content.length / 2)
  content[middle] = (content[middle] ?? 0) ^ 0x55
  await writeFile(file, content)
}

function run(command: string, args: readonly string[], cwd: string) {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  return { stdout, stderr, status }
}
