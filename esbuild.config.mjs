import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const { build, transform } = await import('esbuild').catch(sayWhatIsMissing)

const root = dirname(fileURLToPath(import.meta.url))
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const dist = join(root, 'dist')
// Names are kept, so that the stack trace of a fault can be read.
const compact = { platform: 'node', target: 'node20.19', minifyWhitespace: true, minifySyntax: true }

/** What every build of the program is made with. */
const ofProgram = {
  ...compact,
  absWorkingDir: root,
  write: false,
  bundle: true,
  // The same bytes wherever node_modules lies.
  preserveSymlinks: true,
  // ES modules where a package has them: what is not used is left out.
  mainFields: ['module', 'main'],
  plugins: [lateChildProcess(), ownWidth()],
  // `createRequire`, which a bundled ES module calls with it, takes a path as well.
  define: { PVA_VERSION: JSON.stringify(version), 'import.meta.url': '__filename' },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
}

if (process.argv.includes('--page')) {
  await buildPage(join(root, 'page'))
  process.exit()
}
if (process.argv.includes('--binary')) {
  await buildBinary(join(root, 'binary'))
  process.exit()
}

const { metafile, outputFiles } = await build({
  ...ofProgram,
  entryPoints: { pva: 'src/cli/run.ts', library: 'src/cli/library/library.ts' },
  outdir: dist,
  // What is imported late stands in files of its own, which only those runs load that need them.
  format: 'esm',
  splitting: true,
  chunkNames: 'part-[hash]',
})

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
for (const { path, text } of outputFiles) {
  // Node loads CommonJS sooner than modules. esbuild splits modules only, so that each part is turned afterwards.
  const { code } = await transform(text, { ...compact, format: 'cjs', supported: { 'dynamic-import': false } })
  const required = code.replaceAll(/require\("(\.\/[\w-]+)\.js"\)/g, 'require("$1.cjs")')
  writeFileSync(path.replace(/\.js$/, '.cjs'), required)
}
const packages = bundledPackages(metafile)
writeFileSync(join(dist, 'THIRD-PARTY.txt'), licencesOf(packages))
writeFileSync(join(dist, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(packages), null, 2)}\n`)
mkdirSync(join(dist, 'bundled'))
writeFileSync(join(dist, 'bundled/package-lock.json'), `${JSON.stringify(lockOf(packages), null, 2)}\n`)
await writeManual()
const types = readFileSync(join(root, 'src/cli/library/published.ts'), 'utf8')
writeFileSync(join(dist, 'library.d.ts'), types.replace('../../../schemas/', '../schemas/'))

/** The manual page and the scripts of completion come from the program's own words. */
async function writeManual() {
  const outfile = join(dist, 'manual.cjs')
  const define = { PVA_VERSION: JSON.stringify(version) }
  const entryPoints = [join(root, 'src/cli/help/manual.ts')]
  await build({ platform: 'node', format: 'cjs', bundle: true, entryPoints, outfile, define, plugins: [ownWidth()] })
  await createRequire(import.meta.url)(outfile).writeManual(dist)
  rmSync(outfile)
}

/**
 * One executable for the platform that it is built on: this Node with the program, the docs and the schemas inside, as
 * Node's single executable applications are made. The engine of large tables is a native package, which none holds.
 */
async function buildBinary(folder) {
  const { inject } = (await import('postject')).default
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const path = (name) => join(folder, name)
  const { metafile, outputFiles } = await build({
    ...ofProgram,
    ...{ entryPoints: ['src/cli/run.ts'], outfile: path('pva.cjs'), format: 'cjs', external: ['@duckdb/node-api'] },
  })
  writeFileSync(path('pva.cjs'), outputFiles[0].text)
  writeFileSync(path('THIRD-PARTY.txt'), licencesOf(bundledPackages(metafile)))
  const shipped = ['docs', 'schemas'].flatMap((name) =>
    readdirSync(join(root, name), { recursive: true })
      .filter((file) => /\.(?:md|json)$/.test(file))
      .map((file) => `${name}/${file.replaceAll('\\', '/')}`),
  )
  const assets = Object.fromEntries(shipped.map((file) => [file, join(root, file)]))
  const config = {
    main: path('pva.cjs'),
    output: path('pva.blob'),
    disableExperimentalSEAWarning: true,
    useCodeCache: true,
  }
  writeFileSync(path('sea.json'), JSON.stringify({ ...config, assets }))
  execFileSync(process.execPath, ['--experimental-sea-config', path('sea.json')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const binary = path(process.platform === 'win32' ? 'pva.exe' : 'pva')
  copyFileSync(process.execPath, binary)
  chmodSync(binary, 0o755)
  const isMac = process.platform === 'darwin'
  if (isMac) execFileSync('codesign', ['--remove-signature', binary])
  const fuse = { sentinelFuse: 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2' }
  await inject(
    binary,
    'NODE_SEA_BLOB',
    readFileSync(path('pva.blob')),
    isMac ? { ...fuse, machoSegmentName: 'NODE_SEA' } : fuse,
  )
  if (isMac) execFileSync('codesign', ['--sign', '-', binary])
  for (const name of ['pva.cjs', 'pva.blob', 'sea.json']) rmSync(path(name))
}

/** One page that is the program: opened from a disk, with all that it needs inside and a policy that forbids every connection. */
async function buildPage(folder) {
  const { metafile, outputFiles } = await build({
    ...ofProgram,
    ...{ platform: 'browser', target: 'es2023', format: 'iife', minify: true },
    ...{
      entryPoints: ['src/cli/page/page.ts'],
      outfile: join(folder, 'page.js'),
      external: ['@duckdb/node-api', 'pg'],
    },
    define: { ...ofProgram.define, 'import.meta.url': '"file:///page"' },
    inject: [join(root, 'src/cli/page/globals.ts')],
    plugins: [ownWidth(), withoutNode()],
  })
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script')
  const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`
  const page = readFileSync(join(root, 'src/cli/page/page.html'), 'utf8')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const filled = page.replace('SCRIPT-HASH', hash).replace('<script>SCRIPT', () => `<script>${script}`)
  writeFileSync(join(folder, 'pva.html'), filled)
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), licencesOf(bundledPackages(metafile)))
}

/** In a page, what there is of Node is ours. */
function withoutNode() {
  const ours = join(root, 'src/cli/page/node.ts')
  return {
    name: 'without Node',
    setup({ onResolve, onLoad }) {
      const isOfNode = new RegExp(`^(?:node:.*|${builtinModules.join('|')})$`)
      onResolve({ filter: isOfNode }, ({ path }) => ({ path: path.replace('node:', ''), namespace: 'node' }))
      onLoad({ filter: /.*/, namespace: 'node' }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(ours)})${path === 'process' ? '.process' : ''}`,
        resolveDir: root,
      }))
    },
  }
}

/** commander loads child_process for subcommands that are programs of their own, which pva has not: 4 ms for nothing. */
function lateChildProcess() {
  return {
    name: 'late child_process',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        importer.includes('/commander/') ? { path: 'child_process', namespace: 'late' } : undefined,
      )
      onLoad({ filter: /.*/, namespace: 'late' }, () => ({
        contents: `exports.spawn = (...args) => require('node:child_process').spawn(...args)`,
      }))
    },
  }
}

/** The library of tables measures each text many times over; ours counts the same columns in a fraction of the time. */
function ownWidth() {
  const contents = `module.exports = require('./src/render/figure/safe-text.ts').displayWidth`
  return {
    name: 'own width',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^string-width$/ }, () => ({ path: 'string-width', namespace: 'own' }))
      onLoad({ filter: /.*/, namespace: 'own' }, () => ({ contents, resolveDir: root, loader: 'js' }))
    },
  }
}

/** Folders of the packages that have code in the bundle, by name. */
function bundledPackages({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs))
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
    .filter((folder) => folder !== undefined)
  return [...new Set(folders)].sort()
}

/**
 * What is in the bundle, in CycloneDX 1.6, with the digests of the lock file. Nothing of the day or of chance is in it, as
 * in that of `npm sbom`, so that two builds are the same.
 */
function billOfMaterials(folders) {
  const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const component = (type, { name, version, license, description }, rest = {}) => {
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
    const licenses = [{ license: { id: license } }]
    return { type, 'bom-ref': purl, name, version, description, purl, licenses, ...rest }
  }
  const manifestIn = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const own = component('application', manifestIn('.'))
  const components = folders.map((folder) => {
    const [, content] = /^sha512-(.*)$/.exec(locked[folder].integrity)
    const hashes = [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }]
    return component('library', manifestIn(folder), { hashes })
  })
  const dependencies = [{ ref: own['bom-ref'], dependsOn: components.map((each) => each['bom-ref']) }]
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: own },
    components,
    dependencies,
  }
}

/** For `npm audit`, which asks about what a lock file names: what is bundled as if it were installed. */
function lockOf(folders) {
  const { packages: locked, lockfileVersion } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const dependencies = Object.fromEntries(
    folders.map((folder) => [folder.replace(/^.*node_modules\//, ''), locked[folder].version]),
  )
  const entries = folders.map((folder) => [
    folder,
    { version: locked[folder].version, integrity: locked[folder].integrity },
  ])
  return { lockfileVersion, requires: true, packages: { '': { dependencies }, ...Object.fromEntries(entries) } }
}

function licencesOf(folders) {
  const notices = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
    if (!file) throw new Error(`${name} is bundled, but comes without a licence to pass on`)
    return `${name} ${version} (${license})\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`
  })
  return `pva contains these packages:\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`
}

/**
 * npm runs `postprepare` also where nothing is installed yet: when `npx pva` comes before `npm ci`. Failing there would
 * leave npx unable to run it ever after.
 */
function sayWhatIsMissing(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || process.env.npm_lifecycle_event !== 'postprepare') throw error
  console.error('Nothing is built: run `npm ci` first.')
  process.exit()
}
