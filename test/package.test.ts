import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publint } from 'publint'
import { beforeAll, describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { inFreshFolder, ROOT } from './support/folder.ts'
import { COMMAND, installedIn } from './support/installed.ts'

describe('the package', () => {
  let tarball: Buffer
  let paths: readonly string[]
  let reportOfInstalled: string

  beforeAll(async () => {
    await inFreshFolder(async (folder) => {
      const { file, paths: packed } = installedIn(folder)
      paths = packed
      tarball = await readFile(file)
      const options = { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] } } as const
      reportOfInstalled = execFileSync(join(folder, COMMAND), ['report', join(ROOT, 'plans/ha-nam')], options)
    })
  }, 60_000)

  it('installs elsewhere without a network, and reports there', () => {
    expect(reportOfInstalled).toContain('Hà Nam labour and social targets, 2017')
  })

  it('holds the command, the samples and the licences, and nothing of the workshop', () => {
    const needed = ['LICENSE', 'README.md', 'package.json', 'bin/pva.js', 'dist/pva.cjs', 'dist/THIRD-PARTY.txt']
    const rest = paths.filter(
      (path) => !needed.includes(path) && !/^(plans|schemas)\/|^dist\/part-\w+\.cjs$/.test(path),
    )
    expect(paths).toEqual(expect.arrayContaining([...needed, 'plans/ha-nam/2018-plan.yaml']))
    expect(rest).toEqual([])
  })

  it('is what package managers expect', async () => {
    const { messages } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, strict: true })
    expect(messages).toEqual([])
  })

  it('needs no other package at run time', () => {
    expect(Object.keys(manifest)).not.toContain('dependencies')
  })
})

it('the lock file knows the packages of every platform, or `npm ci` fails on some', async () => {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as Lock
  const packages = lock.packages
  const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
  const locked = Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, ''))
  expect(optional.filter((name) => !locked.includes(name))).toEqual([])
})

interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: object }>>
}
