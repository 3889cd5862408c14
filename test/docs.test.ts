import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../src/model/problem.ts'
import { withTrueOutput } from './support/console-blocks.ts'
import { copyToFolder, inFreshFolder, ROOT } from './support/folder.ts'
import { writeOfficeYear } from './support/office-year.ts'
import { readerOf } from './support/structure.ts'

const docs = [
  ...['README.md', 'CONTRIBUTING.md'].filter((name) => existsSync(join(ROOT, name))),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true }).map((name) => `docs/${name}`),
].filter((path) => path.endsWith('.md'))

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

describe.each(docs)('%s', (path) => {
  const file = join(ROOT, path)
  const text = readFileSync(file, 'utf8')

  it('shows what its commands print', async () => {
    const real = await inFreshFolder(async (folder) => {
      // The first hour begins in an empty folder.
      if (path !== 'docs/tutorial.md') await copyToFolder(folder, 'plans')
      if (text.includes('bieu/huyen')) await writeOfficeYear(folder)
      return withTrueOutput(text, folder)
    })
    await expect(real).toMatchFileSnapshot(file)
  })

  it('names scripts, files and sections that exist', () => {
    const named = [...text.matchAll(/\bnpm (?:run (?:--silent |-s )?)?([a-z][\w:]*)/g)].map(([, name = '']) => name)
    const files = [...text.matchAll(/\bnode ([\w/]+\.mjs)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts) && !NPM_COMMANDS.has(name))).toEqual([])
    expect(files.filter((name) => !existsSync(join(ROOT, name)))).toEqual([])
    expect(linksIn(text).filter((link) => !leadsSomewhere(link, file))).toEqual([])
  })

  it('shows plans, results, claims and policies that can be read', () => {
    const found = inputsIn(text).flatMap(({ name, body }) =>
      problemsOf(name, body).map(({ code, at }) => `${name}:${at?.line}:${at?.column} ${code}`),
    )
    // A problem that is shown below its file is there to be shown.
    expect(found.filter((problem) => !isShown(problem, text))).toEqual([])
  })
})

interface ShownInput {
  readonly name: string
  readonly body: string
}

/** The YAML blocks that are documents of ours. */
function inputsIn(markdown: string): readonly ShownInput[] {
  const blocks = [...markdown.matchAll(/^```yaml(?: (\S+))?\n(.*?)^```$/gms)]
  const inputs = blocks.map(([, name = 'without a name', body = '']) => ({ name, body }))
  return inputs.filter(({ name, body }) => /^kind:/m.test(body) && !existsSync(join(ROOT, name)))
}

function problemsOf(name: string, body: string): readonly Problem[] {
  const file = { path: name, bytes: new TextEncoder().encode(body), named: true }
  return readerOf(body)(file).problems
}

/** `plan.yaml:8:13 ambiguous-number` is shown as `plan.yaml:8:13 error ambiguous-number: …`. */
function isShown(problem: string, text: string): boolean {
  const [place, code] = problem.split(' ')
  return ['error', 'warning'].some((severity) => text.includes(`\n${place} ${severity} ${code}:`))
}

const NPM_COMMANDS: ReadonlySet<string> = new Set([
  'root',
  'audit',
  'ci',
  'install',
  'i',
  'pack',
  'publish',
  'sbom',
  'version',
  'run',
])

/** Within the repository. */
function linksIn(text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => !/^[a-z]+:/.test(link))
}

function leadsSomewhere(link: string, from: string): boolean {
  const [path = '', anchor] = link.split('#')
  const file = path ? resolve(dirname(from), path) : from
  if (!existsSync(file)) return false
  return anchor === undefined || anchorsIn(readFileSync(file, 'utf8')).includes(anchor)
}

/** As GitHub makes them of headings. */
function anchorsIn(markdown: string): readonly string[] {
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase())
  return headings.map((heading) => heading.replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-'))
}
