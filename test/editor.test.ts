import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type InputDocument, type InputKind, inputDocuments } from './support/documents.ts'
import { schemaFile } from './support/schemas.ts'
import { readerOn } from './support/structure.ts'
import {
  type Completion,
  type Cursor,
  startedYamlLanguageServer,
  type YamlLanguageServer,
} from './support/yaml-language-server.ts'

/* The shipped schemas in the language server that editors ask about YAML files. */

const documents = (await inputDocuments()).filter(({ name, text }) => isPlainYaml(name) && readerOn(text).isYaml)

/** JSON has no comments to name a schema in. */
function isPlainYaml(name: string): boolean {
  return !name.endsWith('.json')
}

let server: YamlLanguageServer

const underlined = new Map<InputDocument, readonly number[]>()

beforeAll(async () => {
  server = await startedYamlLanguageServer()
  // All at once: it waits a while before it looks at each.
  await Promise.all(documents.map(async (document) => underlined.set(document, await underlinedLines(document))))
}, 60_000)

afterAll(async () => {
  await server.stop()
})

/** The line that users write on top of a file. */
function underSchema(kind: InputKind, text: string): string {
  return `# yaml-language-server: $schema=${pathToFileURL(schemaFile(kind)).href}\n${text}`
}

describe.each(documents)('$name', (document) => {
  it('is underlined where its structure is wrong, and nowhere else', () => {
    expect(underlined.get(document)).toEqual(wrongLines(document))
  })
})

async function underlinedLines({ kind, text }: InputDocument): Promise<readonly number[]> {
  const diagnostics = await server.diagnosticsOf(underSchema(kind, text))
  return ascending(diagnostics.filter(({ fromSchema }) => fromSchema).map(({ line }) => line - 1))
}

function wrongLines({ text }: InputDocument): readonly number[] {
  return ascending(readerOn(text).structure.map(({ at }) => at?.line ?? 0))
}

function ascending(lines: readonly number[]): readonly number[] {
  return [...new Set(lines)].sort((a, b) => a - b)
}

const PLAN = `kind: plan
id: district-2018
title: District targets
period: 2018
indicators:
  - id: jobs
    name: New jobs
    phasing: linear
    target:
      at_least: 16250
    type: 
    
  - id: poverty-rate
    type: poverty-rate
    name: Poverty rate
    target:
      reduce_by: 0.3
    baseline:
      rate: 3.28
      
  - 
`

describe('in a plan, an editor', () => {
  it('offers the keys that an indicator may still have, each with what it means', async () => {
    const offered = await completionsBehind('plan', PLAN, 'type: \n    ')
    expect(labelsOf(offered)).toEqual(
      expect.arrayContaining(['no', 'section', 'unit', 'baseline', 'formula', 'tolerance', 'of_which', 'revisions']),
    )
    expect(labelsOf(offered).filter((label) => ['name', 'phasing', 'target', 'kind'].includes(label))).toEqual([])
    expect(offered.find(({ label }) => label === 'tolerance')).toEqual({
      label: 'tolerance',
      documentation:
        'How much of what is expected to date still counts as on track, for example `95%`. A part has that of its whole.',
      inserted: 'tolerance: ',
    })
    expect(offered.filter(({ documentation }) => documentation === '')).toEqual([])
  })

  it('offers the keys that a baseline may still have', async () => {
    const keys = [
      'areas',
      'ci',
      'households',
      'measured',
      'method',
      'mpi',
      'period',
      'poor',
      'se',
      'source',
      'standard',
      'value',
    ]
    expect(labelsOf(await completionsBehind('plan', PLAN, 'rate: 3.28\n      '))).toEqual(keys)
  })

  it('offers the types of indicators', async () => {
    const types = ['count', 'date', 'growth', 'index', 'level', 'poverty-rate', 'rate', 'stock', 'task', 'text']
    expect(labelsOf(await completionsBehind('plan', PLAN, 'type: '))).toEqual(types)
  })

  it('writes the keys that a new indicator must have', async () => {
    const offered = await completionsBehind('plan', PLAN, '      \n  - ')
    expect(offered.find(({ label }) => label === 'indicator')?.inserted).toBe('id: $1\n  name: $2\n  target: $3')
  })

  it.each([
    ['period', 'What the plan covers: `2018`, `2018-H1`'],
    ['indicators', 'What is to be reached, in the order of the report.'],
    ['name', 'The name of the indicator, as tables show it.'],
    ['phasing', 'How the target is spread over the plan: `linear` (evenly by days)'],
    ['target', 'What is to be reached. A number alone means at least so many'],
    ['at_least', 'Met by this number or more, in the unit of the indicator.'],
    ['reduce_by', 'By how much less than the baseline, above zero: percentage points for rates'],
    ['baseline', 'Where it started from: the figure that a change is counted from.'],
  ])('explains %s', async (key, explanation) => {
    expect(await explanationOf('plan', PLAN, key)).toContain(explanation)
  })
})

const ACTUALS = `kind: actuals
plan: district-2018
period: 2018
results:
  jobs: 18923
  poverty-rate:
    rate: 2.98
    
observations:
  - indicator: jobs
    status: 
`

describe('in results, an editor', () => {
  it('offers what may be reported about an indicator', async () => {
    expect(labelsOf(await completionsBehind('actuals', ACTUALS, 'rate: 2.98\n    '))).toEqual(
      expect.arrayContaining(['poor', 'households', 'escaped', 'status', 'published', 'note']),
    )
  })

  it('offers how settled a figure may be', async () => {
    expect(labelsOf(await completionsBehind('actuals', ACTUALS, 'status: '))).toEqual([
      'estimate',
      'final',
      'provisional',
    ])
  })

  it('explains a result', async () => {
    expect(await explanationOf('actuals', ACTUALS, 'poverty-rate')).toContain('What was reached: the figure itself, or')
  })
})

const CLAIMS = `kind: claims
claims:
  - id: jobs-2017
    completion: 118%
    
`

describe('in claims, an editor', () => {
  it('offers and explains what a sentence may say', async () => {
    const offered = labelsOf(await completionsBehind('claims', CLAIMS, '118%\n    '))
    expect(offered).toEqual(expect.arrayContaining(['actual', 'exceeds_by', 'verdict']))
    expect(await explanationOf('claims', CLAIMS, 'completion')).toContain('The printed percentage of the plan')
  })
})

function labelsOf(offered: readonly Completion[]): readonly string[] {
  return offered.map(({ label }) => label).sort()
}

function completionsBehind(kind: InputKind, text: string, typed: string) {
  return server.completionsAt(underSchema(kind, text), cursorAt(text, text.indexOf(typed) + typed.length))
}

/** What stands beside a key that the pointer rests on; Markdown escapes the code in some of it. */
async function explanationOf(kind: InputKind, text: string, key: string): Promise<string> {
  const shown = await server.hoverAt(underSchema(kind, text), cursorAt(text, text.search(new RegExp(`\\b${key}:`)) + 1))
  return shown.replaceAll(/\\([`_-])/g, '$1')
}

/** Below the line that names the schema. */
function cursorAt(text: string, offset: number): Cursor {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length + 1, column: (lines.at(-1)?.length ?? 0) + 1 }
}
