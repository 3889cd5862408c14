import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyToFolder, inFreshFolder, ROOT, writeInFolder } from './support/folder.ts'

const LAYERS = ['model', 'read', 'engine', 'calc', 'render', 'cli'] as const
type Layer = (typeof LAYERS)[number]

describe('the linter holds every layer to what it may import', () => {
  const allowed: Readonly<Record<Layer, readonly Layer[]>> = {
    model: [],
    read: ['model'],
    engine: ['model'],
    calc: ['model'],
    render: ['model'],
    cli: ['model', 'read', 'engine', 'calc', 'render'],
  }

  it('refuses each import of a layer above or beside, and no other', async () => {
    const snippets = LAYERS.flatMap((layer) =>
      LAYERS.filter((other) => other !== layer).map((other) => ({
        path: `src/${layer}/uses-${other}.ts`,
        code: `import type { Thing } from '../${other}/thing.ts'\nexport type Used = Thing\n`,
        isAllowed: allowed[layer].includes(other),
      })),
    )
    const refused = await pathsRefusedByLinter(snippets)
    expect(refused).toEqual(snippets.filter(({ isAllowed }) => !isAllowed).map(({ path }) => path))
  })

  it('holds rooms to what they may import, above all writers to blocks and columns', async () => {
    const imports = [
      ['render/html', '../view/document.ts', true],
      ['render/html', '../view/report/report.ts', false],
      ['render/terminal', '../view/check/check.ts', false],
      ['render/xlsx', '../explain/explain.ts', false],
      ['render/view/report', '../../html/page.ts', false],
      ['render/view/report', '../../figure/format.ts', true],
      ['render/words', '../view/document.ts', false],
      ['calc/audit', '../report/report.ts', false],
      ['calc/audit', '../target/interval.ts', true],
      ['read/number', '../plan/plan.ts', false],
      ['read/prose', '../table/xlsx/zip.ts', true],
      ['read/prose', '../plan/plan.ts', false],
      ['read/plan', '../prose/claims.ts', false],
      ['render/draft', '../words/draft-en.ts', true],
      ['render/draft', '../view/document.ts', false],
    ] as const
    const snippets = imports.map(([room, from], index) => ({
      path: `src/${room}/uses-${index}.ts`,
      code: `import type { Thing } from '${from}'\nexport type Used = Thing\n`,
    }))
    const refused = await pathsRefusedByLinter(snippets)
    expect(refused).toEqual(snippets.filter((_, index) => !imports[index]?.[2]).map(({ path }) => path))
  })

  it('lets only cli reach the process, the console, the clock and the network', async () => {
    const reaches = {
      process: 'export const used = process.env\n',
      hidden: 'export const used = globalThis.process\n',
      console: 'export const used = console.log\n',
      clock: 'export const used = new Date()\n',
      network: 'export const used = fetch\n',
    }
    expect(await layersThatMay(reaches)).toEqual(['cli'])
  })

  it('lets only cli, and engines that read large tables themselves, reach files', async () => {
    const reaches = {
      files: `import { readFileSync } from 'node:fs'\nexport const used = readFileSync\n`,
      'files-late': `export const used = import('node:fs')\n`,
    }
    expect(await layersThatMay(reaches)).toEqual(['engine', 'cli'])
  })
})

describe('texts of inputs', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(ROOT, 'src', path), 'utf8')] as const)
  const pathsWith = (pattern: RegExp) => sources.filter(([, text]) => pattern.test(text)).map(([path]) => path)

  it('are looked up in maps: a plain object that any text may index has `constructor` and `__proto__` in it', () => {
    // The compiler lets no text index an object whose keys it knows; these are the ways around it.
    expect(pathsWith(/const \w+: (?:Readonly<)?(?:Record<string|\{ (?:readonly )?\[\w+: string\])/)).toEqual([])
    const cast = /\[\w+ as (?:keyof|string|never|any)\b/
    expect(
      sources.flatMap(([, text]) => text.split('\n').filter((line) => cast.test(line) && !line.includes('hasOwn'))),
    ).toEqual([])
  })

  it('are as many as they like: no list is spread into arguments, of which an engine takes some ten thousands', () => {
    expect(
      pathsWith(/\.(?:push|unshift|splice)\((?:[\w.]+, )*\.\.\.|Math\.(?:max|min)\([^()]*\.\.\.|\bapply\(/),
    ).toEqual([])
  })

  it('are composed at one place, which bounds them first', () => {
    expect(pathsWith(/\.normalize\(/)).toEqual(['model/text.ts'])
  })
})

describe('packages', () => {
  // Each does one thing for one layer, so that it can be replaced there.
  const allowed: Readonly<Record<Layer, readonly string[]>> = {
    model: [],
    read: ['csv-parse', 'sax', 'valibot', 'yaml'],
    engine: ['@duckdb/node-api', 'pg'],
    calc: [],
    render: ['cli-table3', 'd3-scale', 'hucre', 'picocolors', 'valibot'],
    cli: ['commander', 'fflate', 'picocolors', 'tinyglobby'],
  }

  it.each(LAYERS)('%s imports only those that serve it', (layer) => {
    const others = packagesImportedBy(layer).filter((name) => !allowed[layer].includes(name))
    expect(others).toEqual([])
  })
})

interface Snippet {
  readonly path: string
  readonly code: string
}

/** The layers where the linter lets some of the code pass. */
async function layersThatMay(reaches: Readonly<Record<string, string>>): Promise<readonly Layer[]> {
  const snippets = LAYERS.flatMap((layer) =>
    Object.entries(reaches).map(([name, code]) => ({ layer, path: `src/${layer}/${name}.ts`, code })),
  )
  const refused = await pathsRefusedByLinter(snippets)
  return LAYERS.filter((layer) =>
    snippets.some((snippet) => snippet.layer === layer && !refused.includes(snippet.path)),
  )
}

/** In the order of the snippets. */
async function pathsRefusedByLinter(snippets: readonly Snippet[]): Promise<readonly string[]> {
  return inFreshFolder(async (folder) => {
    for (const config of ['biome.json', '.gitignore']) await copyToFolder(folder, config)
    for (const { path, code } of snippets) await writeInFolder(folder, path, Buffer.from(code))
    const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')
    const { stdout } = spawnSync(
      process.execPath,
      [
        biome,
        'lint',
        '--reporter=github',
        '--max-diagnostics=none',
        '--only=style/noRestrictedImports',
        '--only=style/noRestrictedGlobals',
      ],
      { cwd: folder, encoding: 'utf8' },
    )
    return snippets.map(({ path }) => path).filter((path) => stdout.includes(`${path},`))
  })
}

function packagesImportedBy(layer: Layer): readonly string[] {
  const folder = join(ROOT, 'src', layer)
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const sources = files.filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(folder, file), 'utf8'))
  const imports = sources.flatMap((source) => [...source.matchAll(IMPORTED)])
  const names = imports.map(([, still, late]) => /^(?:@[^/]+\/)?[^/]+/.exec(still ?? late ?? '')?.[0] ?? '')
  return [...new Set(names)].filter((name) => !name.startsWith('.') && !name.startsWith('node:')).sort()
}

const IMPORTED = /^(?:import|export|\})(?:.*? from)? '([^']+)'|\bimport\('([^']+)'\)/gm
