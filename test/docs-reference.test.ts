import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { helpEn } from '../src/cli/help/en.ts'
import { program } from '../src/cli/program.ts'
import { isFault, numberFrom } from '../src/read/number/number-text.ts'
import { renderAuditCsv } from '../src/render/data/audit.ts'
import { renderCheckCsv } from '../src/render/data/check.ts'
import { renderCompareCsv } from '../src/render/data/compare.ts'
import { renderReportCsv } from '../src/render/data/report.ts'
import { ROOT } from './support/folder.ts'

/*
 * The reference in docs/files.md and docs/commands.md is whole: what may be written, asked for or comes out stands
 * in its tables, and nothing else does.
 */

const files = read('docs/files.md')
const commands = read('docs/commands.md')

describe('docs/files.md', () => {
  it.each(
    rowsOf(section(files, 'Numbers'))
      .filter(([, , , , en]) => en !== undefined)
      .slice(1),
  )('reads %s as the reader does', (written = '', ...cells) => {
    const [undeclared = '', plain = '', vi = '', en = ''] = cells
    const shown = new Map([
      [null, undeclared],
      ...([
        ['plain', plain],
        ['vi', vi],
        ['en', en],
      ] as const),
    ])
    for (const [notation, cell = ''] of shown) {
      const number = numberFrom(codes(written)[0] ?? '', notation)
      expect(isFault(number) ? number.code : number.value.toDecimal(), `${notation}`).toBe(codes(cell)[0] ?? cell)
    }
  })

  it.each([
    ['Plan', 'plan', []],
    ['Area', 'plan', ['areas']],
    ['Section', 'plan', ['sections']],
    ['Indicator', 'plan', ['indicators']],
    ['Target', 'plan', ['indicators', 'target']],
    ['Baseline', 'plan', ['indicators', 'baseline']],
    ['Rate of', 'plan', ['indicators', 'rate_of']],
    ['Revision', 'plan', ['indicators', 'revisions']],
    ['Policy of a plan', 'plan', ['policy']],
    ['A plan from a table', 'plan', ['table']],
    ['Columns of a plan', 'plan', ['table', 'columns']],
    ['Sources', 'plan', ['source']],
    ['Document of results', 'actuals', []],
    ['Result', 'actuals', ['observations']],
    ['Table', 'actuals', ['table']],
    ['Columns', 'actuals', ['table', 'columns']],
    ['Periods in tables', 'actuals', ['table', 'period']],
    ['Sheets and files', 'actuals', ['table', 'area']],
    ['Conditions', 'actuals', ['table', 'where']],
    ['Codes', 'actuals', ['table', 'codes']],
    ['Shared codes and areas', 'mapping', []],
    ['File of sources', 'sources', []],
    ['Source of tables', 'sources', ['sources']],
    ['Document of claims', 'claims', []],
    ['Claim', 'claims', ['claims']],
    ['Policy', 'policy', []],
    ['Rule', 'policy', ['indicators']],
  ] as const)('names every key under "%s", and no other', (heading, kind, path) => {
    const keys = keyTables(section(files, heading)).map(([key = '']) => codes(key)[0])
    expect(keys.toSorted()).toEqual(keysAt(schemaOf(kind), path).toSorted())
  })
})

describe('docs/commands.md', () => {
  it.each(['report', 'check', 'compare', 'audit', 'problems'])('names every key of the JSON of %s', (kind) => {
    const named = new Set(codes(commands).map((code) => code.replace('[]', '')))
    expect([...propertiesIn(schemaOf(kind))].filter((key) => !named.has(key) && key !== 'vi' && key !== 'en')).toEqual(
      [],
    )
  })

  it.each([
    ['CSV of a report', renderReportCsv({ plans: [] }).toString()],
    [
      'CSV of a check',
      renderCheckCsv({
        policies: [],
        findings: [],
        leftOut: [],
        otherVerdicts: [],
        checked: 0,
        warnings: 0,
        broken: false,
      }),
    ],
    ['CSV of a comparison', renderCompareCsv({ chains: [], alone: [] })],
    ['CSV of an audit', renderAuditCsv({ claims: [], unread: 0, failOn: [] })],
  ])('names the columns under "%s" in their order', (heading, header) => {
    const columns = rowsOf(section(commands, heading)).slice(1)
    expect(columns.flatMap(([cell = '']) => codes(cell))).toEqual(header.trim().split(','))
  })

  it('names every command and every option', async () => {
    const pva = await program(helpEn)
    const named = new Set(codes(commands).flatMap((code) => code.split(/[ ,|\\[]+/)))
    for (const command of pva.commands) {
      expect(named).toContain(command.name())
      const options = command.createHelp().visibleOptions(command)
      expect(options.map(({ long }) => long).filter((long) => !named.has(long ?? ''))).toEqual([])
    }
  })

  it('names the formats of each command', async () => {
    const rows = new Map(
      rowsOf(commands.split('\n## ', 1)[0] ?? '').map(([name = '', , formats = '']) => [
        codes(name)[0],
        codes(formats),
      ]),
    )
    for (const command of (await program(helpEn)).commands) {
      const format = command.options.find(({ long }) => long === '--format')
      expect(rows.get(command.name()), command.name()).toEqual(format?.argChoices ?? [])
    }
  })
})

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** What stands under a heading, without what stands under headings below it. */
function section(markdown: string, heading: string): string {
  const parts = markdown.split(/^#+ /m)
  const found = parts.find((part) => part.startsWith(`${heading}\n`))
  if (found === undefined) throw new Error(`no heading ${heading}`)
  return found
}

/** The rows of all tables, their heads among them, without the rules below these. */
function rowsOf(markdown: string): string[][] {
  const lines = markdown.match(/^\|.*\|$/gm) ?? []
  return lines
    .filter((line) => !/^[|-]+$/.test(line))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

/** The rows of the tables whose first column is called `key`. */
function keyTables(markdown: string): string[][] {
  const tables = markdown.match(/(?:^\|.*\|$\n?)+/gm) ?? []
  return tables.map(rowsOf).flatMap(([head, ...rows]) => (head?.[0] === 'key' ? rows : []))
}

function codes(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
}

function schemaOf(kind: string): JsonSchema {
  return JSON.parse(read(`schemas/${kind}.schema.json`))
}

/** The keys of the map that is reached by these keys, through lists, maps by id and alternatives. */
function keysAt(root: JsonSchema, path: readonly string[]): string[] {
  const at = (schema: JsonSchema, [key, ...rest]: readonly string[]): string[] =>
    mapsIn(schema, root).flatMap((map) => {
      const next = key === undefined ? undefined : map.properties?.[key]
      if (key === undefined) return Object.keys(map.properties ?? {})
      return next ? at(next, rest) : []
    })
  return [...new Set(at(root, path))]
}

function mapsIn(schema: JsonSchema, root: JsonSchema): readonly JsonSchema[] {
  const referred = schema.$ref && root.$defs?.[schema.$ref.replace('#/$defs/', '')]
  if (referred) return mapsIn(referred, root)
  const { additionalProperties: byId } = schema
  const inside = [
    ...(schema.anyOf ?? []),
    ...(schema.items ? [schema.items] : []),
    ...(typeof byId === 'object' ? [byId] : []),
  ]
  return [...(schema.properties ? [schema] : []), ...inside.flatMap((each) => mapsIn(each, root))]
}

function propertiesIn(schema: JsonSchema): ReadonlySet<string> {
  const found = new Set<string>()
  JSON.stringify(schema, (key, value) => {
    if (key === 'properties') for (const name of Object.keys(value)) found.add(name)
    return value
  })
  return found
}
