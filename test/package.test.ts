import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { publint } from 'publint'
import { beforeAll, describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { commandNames } from '../src/cli/program.ts'
import { copyToFolder, inFreshFolder, ROOT } from './support/folder.ts'
import { COMMAND, installedIn } from './support/installed.ts'
import { isInstalled } from './support/run.ts'

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
    const needed = [
      ...['LICENSE', 'README.md', 'package.json', 'bin/pva.js', 'dist/pva.cjs', 'dist/THIRD-PARTY.txt', 'dist/pva.1'],
      ...['dist/sbom.cdx.json', 'dist/completions/_pva', 'dist/completions/pva.bash', 'dist/completions/pva.fish'],
      ...[
        'dist/bundled/package-lock.json',
        'dist/completions/pva.ps1',
        'dist/library.cjs',
        'dist/library.d.ts',
        'docs/files.md',
      ],
    ]
    const rest = paths.filter(
      (path) => !needed.includes(path) && !/^(plans|schemas)\/|^docs\/[\w/]+\.md$|^dist\/part-\w+\.cjs$/.test(path),
    )
    expect(paths).toEqual(expect.arrayContaining([...needed, 'plans/ha-nam/2018-plan.yaml']))
    expect(rest).toEqual([])
  })

  it('has the same bytes when it is built and packed elsewhere', async () => {
    await inFreshFolder(async (folder) => {
      const parts = ['bin', 'docs', 'plans', 'schemas', 'src', 'LICENSE', 'README.md']
      const files = [...parts, '.npmrc', 'package.json', 'package-lock.json', 'esbuild.config.mjs', 'tsconfig.json']
      for (const path of files) await copyToFolder(folder, path)
      await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
      // Who packs it in a script, such as pre-commit, takes the name of the file from there.
      const printed = execFileSync('npm', ['pack'], { cwd: folder, stdio: 'pipe', encoding: 'utf8' })
      expect(printed).toBe(`${manifest.name}-${manifest.version}.tgz\n`)
      expect(digest(await readFile(join(folder, `${manifest.name}-${manifest.version}.tgz`)))).toBe(digest(tarball))
    })
  }, 240_000)

  it('has a bill of materials that names what the licences are of, with versions and digests', async () => {
    const notices = await readFile(join(ROOT, 'dist/THIRD-PARTY.txt'), 'utf8')
    const { bomFormat, components } = JSON.parse(await readFile(join(ROOT, 'dist/sbom.cdx.json'), 'utf8')) as Bill
    const licensed = [...notices.matchAll(/^(\S+ [\d.]+) \(\S+\)$/gm)].map(([, name]) => name)
    expect(bomFormat).toBe('CycloneDX')
    expect(components.map(({ name, version }) => `${name} ${version}`)).toEqual(licensed)
    expect(components.map(({ hashes }) => hashes[0]?.content.length)).toEqual(licensed.map(() => 128))
  })

  it('lets npm audit ask about what is bundled', async () => {
    const { components } = JSON.parse(await readFile(join(ROOT, 'dist/sbom.cdx.json'), 'utf8')) as Bill
    const asked: Buffer[] = []
    const registry = createServer((request, response) => {
      request.on('data', (piece) => asked.push(piece)).on('end', () => response.end('{}'))
    })
    await new Promise<void>((begin) => registry.listen(0, '127.0.0.1', begin))
    const { port } = registry.address() as AddressInfo
    const args = ['audit', '--prefix', join(ROOT, 'dist/bundled'), '--registry', `http://127.0.0.1:${port}`]
    const said = await promisify(execFile)('npm', args)
    registry.close()
    expect(said.stdout).toContain('found 0 vulnerabilities')
    const versions = components.map(({ name, version }) => [name, [version]])
    expect(JSON.parse(gunzipSync(Buffer.concat(asked)).toString())).toEqual(Object.fromEntries(versions))
  })

  it('has a manual page without a fault, of every command', async () => {
    const page = await readFile(join(ROOT, 'dist/pva.1'), 'utf8')
    expect([...page.matchAll(/^\.SS (\w+)$/gm)].map(([, name]) => name)).toEqual(commandNames)
    if (!isInstalled('groff')) return
    const { stdout, stderr } = spawnSync('groff', ['-man', '-ww', '-Tutf8', '-P-cbu'], {
      input: page,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(stdout).toContain('--max-warnings <count>')
  })

  it('is what package managers expect', async () => {
    const { messages } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, strict: true })
    expect(messages).toEqual([])
  })

  it('runs nothing when it is installed, so that no package manager warns of it', () => {
    const onInstall = ['preinstall', 'install', 'postinstall', 'prepare']
    expect(Object.keys(manifest.scripts).filter((name) => onInstall.includes(name))).toEqual([])
  })

  it('is published only with a public address, and a version that its changes name', async () => {
    await inFreshFolder(async (folder) => {
      const refused = (given: object) => {
        writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '1.2.3', ...given }))
        return spawnSync(process.execPath, [join(ROOT, 'test/publishable.mjs'), folder], { encoding: 'utf8' })
      }
      writeFileSync(join(folder, 'CHANGELOG.md'), '# Changes\n\n## 1.2.3\n')
      const address = { repository: 'r', homepage: 'h', bugs: 'b' }
      expect(refused(address)).toMatchObject({ status: 0, stderr: '' })
      expect(refused({ ...address, version: '1.2.4' })).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('## 1.2.4'),
      })
      expect(refused({ ...address, repository: undefined })).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('repository'),
      })
      expect(manifest.scripts.prepublishOnly).toBe('node test/publishable.mjs')
    })
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

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

interface Bill {
  readonly bomFormat: string
  readonly components: readonly {
    readonly name: string
    readonly version: string
    readonly hashes: readonly { readonly content: string }[]
  }[]
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: object }>>
}
