import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyToFolder, inFreshFolder, ROOT } from './support/folder.ts'
import { pva } from './support/run.ts'

// Where the executables of the platform are ones that Node can be put into.
const isPossible =
  ['linux', 'darwin'].includes(process.platform) && existsSync(join(ROOT, 'node_modules/postject/package.json'))

describe.skipIf(!isPossible)('the single executable', () => {
  const binary = join(ROOT, 'binary/pva')
  const run = (folder: string, ...args: string[]) =>
    spawnSync(binary, args, { cwd: folder, encoding: 'utf8', env: { PATH: '/nowhere', LC_ALL: 'C.UTF-8' } })

  beforeAll(() => {
    execFileSync(process.execPath, ['esbuild.config.mjs', '--binary'], { cwd: ROOT, stdio: 'pipe' })
  }, 300_000)

  it('prints what the command prints, without Node and without a file beside it', async () => {
    await inFreshFolder(async (folder) => {
      await copyToFolder(folder, 'plans')
      const { stdout } = await pva(folder, 'report plans/ha-nam')
      expect(run(folder, 'report', 'plans/ha-nam')).toMatchObject({ stdout, stderr: '', status: 0 })
      expect(run(folder, 'check', 'plans/ha-nam', '--as-of', '2017-12-31').status).toBe(1)
      expect(run(folder, 'report', 'plans/ha-nam', '-o', 'report.xlsx').status).toBe(0)
    })
  })

  it('has the docs and the schemas inside', async () => {
    await inFreshFolder(async (folder) => {
      expect(run(folder, 'help', 'files').stdout).toBe((await pva(folder, 'help files')).stdout)
      expect(run(folder, 'schema', 'plan').stdout).toBe((await pva(folder, 'schema plan')).stdout)
    })
  })
})
