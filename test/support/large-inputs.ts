import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inFreshFolder, ROOT } from './folder.ts'
import { BIN, NODE } from './run.ts'

/** A tree of text, as the documents hold it. */
type Tree = string | readonly Tree[] | { readonly [key: string]: Tree }

const areas = [
  { id: 'coast', name: { vi: 'Ven biển', en: 'Coast' }, from: '2018-01-01', until: '2019-12-31', was: ['shore'] },
  { id: 'hills', name: 'Hills', parent: 'coast' },
]

const plan = {
  kind: 'plan',
  id: 'p',
  title: { vi: 'Kế hoạch', en: 'Plan' },
  period: '2018',
  numbers: 'plain',
  source: { title: 'Decision', url: 'https://example.org/a', page: '21', date: '2018-01-01' },
  note: 'Note',
  decimals: '1',
  rounding: 'half-up',
  tolerance: '5%',
  policy: { min: '95%' },
  areas,
  sections: [{ id: 's', name: 'Section' }],
  indicators: [
    {
      id: 'jobs',
      no: 'I.1',
      section: 's',
      name: { vi: 'Việc làm', en: 'Jobs' },
      unit: 'people',
      target: '16000',
      revisions: [{ date: '2018-07-01', decision: 'No. 5', target: '17000', source: 'Decree' }],
      responsible: 'Labour',
      note: 'Note',
      baseline: { period: '2017', value: '15000', source: 'Yearbook' },
      targets_by_area: { coast: '9000', hills: '7000' },
      phasing: { '2018-Q1': '25%', '2018-Q4': '100%' },
      tolerance: '5%',
      source: 'Source',
      of_which: [{ id: 'abroad', name: 'Abroad', target: '100' }],
    },
    {
      id: 'poverty',
      type: 'poverty-rate',
      standard: '2016-2020',
      measured: 'households',
      method: 'census',
      name: 'Poverty',
      baseline: {
        period: '2017',
        poor: '4000',
        households: '60000',
        areas: { coast: { poor: '1000', households: '20000' } },
      },
      target: { reduce_by: ['0.3', '0.5'] },
    },
    {
      id: 'near',
      type: 'rate',
      rate_of: { numerator: 'jobs' },
      same_base_as: 'poverty',
      name: 'Near',
      target: { between: ['1', '2'] },
    },
    { id: 'law', type: 'task', name: 'Law', target: 'done' },
  ],
}

const actuals = {
  kind: 'actuals',
  plan: 'p',
  period: '2018',
  basis: 'cumulative',
  status: 'final',
  numbers: 'plain',
  source: 'Report',
  note: 'Note',
  results: { jobs: '16000', law: 'done', near: { value: '1.5', published: '118%', source: 'Press', note: 'Note' } },
  observations: [
    {
      indicator: 'poverty',
      standard: '2016-2020',
      method: 'census',
      poor: '3000',
      households: '61000',
      escaped: '1200',
      relapsed: '10',
      new: '190',
      other: '0',
      poor_change: '-1000',
    },
    { indicator: 'jobs', area: 'coast', period: '2018', value: '9000' },
    { indicator: 'abroad', value: '90' },
  ],
}

const claims = {
  kind: 'claims',
  numbers: 'plain',
  source: { title: 'Article', url: 'https://example.org/b' },
  claims: [
    {
      id: 'a',
      text: 'Jobs reached 118% of the plan',
      target: '16000',
      actual: '18923',
      completion: '118%',
      exceeds_by: '18%',
      unit: 'people',
      verdict: 'exceeded',
    },
    { from: '4.24%', to: '3.28%', change: '-0.96', relative_change: '-22.6%', text: 'from 4.24% to 3.28%' },
    { numerator: '15', denominator: '500', rate: '3%', parts: ['1', '2'], total: '3' },
    { previous: '100', actual: '105', growth: '5%', baseline: '90', target: '80-90', rounded: 'growth' },
  ],
}

const policy = {
  kind: 'policy',
  min: '95%',
  'fail-on': ['missed', 'behind'],
  'max-warnings': '3',
  indicators: { jobs: { min: '90%' } },
}

const table = [
  ['indicator', 'area', 'period', 'value', 'published', 'standard', 'note', 'source'],
  ['jobs', 'coast', '2018', '9000', '118%', '2016-2020', 'Note', 'Report'],
  ['jobs', '', '2018', '16000', '', '', '', ''],
]

const claimsTable = [
  ['id', 'text', 'target', 'actual', 'completion'],
  ['a', 'Jobs', '16000', '18923', '118%'],
]

const FILES: Readonly<Record<string, Tree>> = {
  'plan.yaml': plan,
  'actuals.yaml': actuals,
  'claims.yaml': claims,
  'policy.yaml': policy,
  'results.csv': table,
  'results.jsonl': table,
  'claims.csv': claimsTable,
}

/** What has been hard on somebody: for patterns, for Unicode, for a terminal, a page or a spreadsheet. */
const UNITS = [
  ...['a', 'a ', '1a', 'a-b', 'x,', 'đ ', '9', '0', '9 ', '9.', '9,', '9%', '1234567890', '2018-01/', '٣'],
  ...[' ', '\t', '\n', '\u00a0', '\u3000', '\u0301\u0323', 'e\u0323\u0302', '\u202e', '\uffff', '\ud800', '😀'],
  ...[
    ':',
    '#',
    '#{',
    '"',
    '\\',
    '\\"',
    "'",
    '`',
    '*',
    '|',
    '<',
    '&',
    '=',
    '-',
    '- ',
    '– ',
    '/',
    '..',
    '[',
    '{',
    '(',
    '%',
    '~',
    '$',
  ],
]
const BEFORE = ['', '1', '0.', '-', '=', '"', '%', 'a ']
const BEHIND = ['', '!', '%', '1', '"', ' người', 'a']

const REPORTS = ['table', 'json', 'markdown', 'csv', 'html', 'junit'].map((format) => `report -f ${format} --by area`)
const OF_PLANS = [
  ...REPORTS,
  'report -f xlsx -o out.xlsx --by area',
  ...['table', 'json', 'markdown', 'csv', 'junit', 'github', 'sarif'].map((format) => `check -f ${format}`),
  ...['table', 'json', 'markdown', 'csv'].flatMap((format) => [
    `poverty -f ${format} --by area`,
    `compare -f ${format}`,
  ]),
  ...['table', 'json', 'markdown'].flatMap((format) => [`explain jobs -f ${format}`, `explain poverty -f ${format}`]),
  ...['table', 'json', 'github', 'sarif', 'junit'].map((format) => `validate -f ${format}`),
]
const OF_CLAIMS = [
  ...['table', 'json', 'markdown', 'csv', 'junit', 'github', 'sarif'].map((format) => `audit -f ${format}`),
  ...['table', 'markdown'].map((format) => `audit --explain -f ${format}`),
]

type Step = number | string | { readonly key: string }

/** Every text of a tree, keys among them. */
function placesIn(tree: Tree, path: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof tree === 'string') return [path]
  if (isList(tree)) return tree.flatMap((each, index) => placesIn(each, [...path, index]))
  return Object.entries(tree).flatMap(([key, each]) => [...placesIn(each, [...path, key]), [...path, { key }]])
}

function withText(tree: Tree, [step, ...rest]: readonly Step[], text: string): Tree {
  if (step === undefined || typeof tree === 'string') return text
  if (isList(tree)) return tree.map((each, index) => (index === step ? withText(each, rest, text) : each))
  const entries = Object.entries(tree).map(([key, each]): [string, Tree] => {
    if (typeof step === 'object') return [key === step.key ? text : key, each]
    return [key, key === step ? withText(each, rest, text) : each]
  })
  return Object.fromEntries(entries)
}

function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree)
}

function fileText(name: string, tree: Tree): string {
  if (name.endsWith('.yaml')) return JSON.stringify(tree)
  const [head = [], ...rows] = tree as readonly (readonly string[])[]
  if (name.endsWith('.jsonl')) {
    return rows.map((row) => JSON.stringify(Object.fromEntries(head.map((key, index) => [key, row[index]])))).join('\n')
  }
  return [head, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
}

/** One text of one input, and the command that reads it. */
export interface LargeField {
  readonly file: string
  readonly place: string
  readonly text: readonly [before: string, unit: string, behind: string]
  readonly command: string
  readonly inputs: Readonly<Record<string, string>>
}

/** Fields of so many bytes, drawn by a seed. */
export function largeFields(count: number, bytes: number, seed: number): readonly LargeField[] {
  let state = seed
  const drawn = <Item>(from: readonly Item[]): Item => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return from[Math.floor((state / 2 ** 32) * from.length)] as Item
  }
  return Array.from({ length: count }, () => {
    const [file, tree] = drawn(Object.entries(FILES))
    const place = drawn(placesIn(tree))
    const text = [drawn(BEFORE), drawn(UNITS), drawn(BEHIND)] as const
    const [before, unit, behind] = text
    const large = before + unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit))) + behind
    const inputs = Object.entries(FILES).map(([name, each]) => {
      return [name, fileText(name, name === file ? withText(each, place, large) : each)]
    })
    return {
      file,
      place: JSON.stringify(place),
      text,
      command: commandFor(file, drawn),
      inputs: Object.fromEntries(inputs),
    }
  })
}

function commandFor(file: string, drawn: <Item>(from: readonly Item[]) => Item): string {
  const lang = drawn(['', ' --lang vi'])
  if (file.startsWith('claims')) return `${drawn(OF_CLAIMS)} ${file}${lang}`
  const results = file.startsWith('results') ? file : 'actuals.yaml'
  const command =
    file === 'policy.yaml'
      ? `${drawn(OF_PLANS.filter((each) => each.startsWith('check')))} --policy policy.yaml`
      : drawn(OF_PLANS)
  return `${command} plan.yaml ${results}${lang}`
}

export interface Measured {
  readonly exit: number | null
  /** Seconds of processor time, which other work on the machine does not lengthen. */
  readonly seconds: number
  readonly megabytes: number
}

/** A run of the built command in a process of its own, with what it took. */
export function measured({ command, inputs }: Pick<LargeField, 'command' | 'inputs'>): Promise<Measured> {
  return inFreshFolder(async (folder) => {
    for (const [name, text] of Object.entries(inputs)) writeFileSync(join(folder, name), text)
    const child = spawn(NODE, ['-r', join(ROOT, 'test/support/measured.cjs'), BIN, ...command.split(' ')], {
      cwd: folder,
      env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      timeout: 60_000,
    })
    let told = ''
    child.stdio[3]?.on('data', (data) => {
      told += data
    })
    const exit = await new Promise<number | null>((done) => child.on('close', done))
    const [seconds = Number.NaN, megabytes = Number.NaN] = told.split(' ').map(Number)
    return { exit, seconds, megabytes }
  })
}
