// `npm run torture [-- WORD …]`, of the command lines that hold a word: every call of a run that the system may refuse is refused once, for every command and
// format; and at every one of them the run is interrupted. However it goes, it ends in 0, 1 or 2, or by the signal (130 in a
// shell); what it says it has done is done whole, a file that it was to write over is the old one or the new one, and
// nothing is left behind.
import { fork, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const bin = join(root, 'bin/pva.js')
const fail = join(root, 'test/torture/fail.cjs')
const [isQuick, words] = [process.argv.includes('--quick'), process.argv.slice(2).filter((word) => word !== '--quick')]
const OLD = 'the old one\n'
const REGISTER = `indicator,period,value\n${'jobs,2018-03,1\n'.repeat(9 * 2 ** 16)}`
const ARTICLE =
  'The province created 18,923 jobs in 2018, 118% of the target of 16,000. Poverty fell from 4.24% to 3.28%.'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pva-torture-')))
const temporary = join(folder, 'tmp')
const work = join(folder, 'work')
mkdirSync(temporary)
await writeInputs()

const outputs = { stdout: [], file: ['-o', 'out'] }
const cases = (isQuick ? quickCases() : allCases()).filter(
  (args) => words.length === 0 || words.some((word) => args.join(' ').includes(word)),
)
const counts = { runs: 0, calls: 0, refused: 0, interrupted: 0, closed: 0 }
const wrong = []
let server = null
for (const args of cases) {
  const before = wrong.length
  await tortured(args)
  console.log([`pva ${args.join(' ')}: ${counts.runs} runs`, ...wrong.slice(before)].join('\n  '))
}
stopServer()
rmSync(folder, { recursive: true, force: true })

const { runs, calls, refused, interrupted, closed } = counts
console.log(
  `${cases.length} command lines with ${calls} calls; ${runs} runs: ${refused} with a call refused, ${interrupted} interrupted at one, ${closed} with an output closed`,
)
console.log(`${wrong.length} wrong`)
process.exitCode = wrong.length > 0 ? 1 : 0

function quickCases() {
  return [
    ['report', 'plan.yaml', 'actuals.yaml', '-f', 'json', '-o', 'out'],
    ['audit', 'article.txt'],
    ['init', 'new'],
  ]
}

function allCases() {
  const formatsOf = (command) => {
    const { stdout } = spawnSync(process.execPath, [bin, command, '--help'], { encoding: 'utf8' })
    return (/output format: ([\s\S]*?)\n\s+-/.exec(stdout)?.[1] ?? '').split(/,\s*/).map((name) => name.trim())
  }
  const plans = ['plan.yaml', 'actuals.yaml']
  const inEveryFormat = [
    ['report', ...plans],
    ['poverty', ...plans],
    ['check', ...plans, '--policy', 'policy.yaml', '--against', 'earlier.json'],
    ['validate', ...plans],
    ['explain', 'jobs', ...plans],
    ['compare', 'earlier.yaml', ...plans],
    ['audit', 'article.txt'],
  ].flatMap(([command, ...args]) =>
    formatsOf(command).flatMap((format) =>
      Object.values(outputs)
        .map((output) => [command, ...args, '-f', format, ...output])
        .filter((line) => format !== 'xlsx' || line.includes('-o')),
    ),
  )
  return [
    ...inEveryFormat,
    ...['results.csv', 'results.xlsx', 'results.jsonl', 'large.yaml', 'packed.yaml', 'parquet.yaml'].flatMap(
      (table) => [
        ['report', 'plan.yaml', table, '-f', 'json'],
        ['validate', 'plan.yaml', table, '--rejects', 'out', '--verbose'],
      ],
    ),
    // What the engine does where memory is short, and where rows are left out.
    ['report', 'plan.yaml', 'large.yaml', '--memory', '128MB', '-f', 'csv'],
    ['report', 'plan.yaml', 'odd.yaml', '--allow-rejects', '1', '--rejects', 'out', '-f', 'json'],
    ['validate', 'in-table.yaml'],
    ['report', 'in-table.yaml', '-f', 'csv'],
    ['report', 'few'],
    ['report', 'few/*.yaml'],
    ['audit', 'claims.yaml', 'article.txt', 'article.md', 'plan.yaml', '--numbers', 'en', '-f', 'json'],
    ...['claims.csv', 'article.docx', 'article.html'].flatMap((text) => [
      ['audit', text, '-f', 'json'],
      ['audit', text, '--explain', '--unread', '-o', 'out'],
    ]),
    ['audit', '.', '--numbers', 'en', '-f', 'csv'],
    ...['article.txt', 'article.docx', 'article.html', 'plan.csv', 'plan.xlsx', 'report.xml'].flatMap((source) =>
      Object.values(outputs).map((output) => ['draft', source, ...output]),
    ),
    ...['plan', 'results'].map((kind) => ['draft', 'article.txt', '--as', kind]),
    ['init', 'new'],
    ['init', 'new/deep/er'],
    ['schema', 'plan'],
    ['schema', 'report', '-o', 'out'],
    ...['bash', 'zsh', 'fish', 'powershell'].map((shell) => ['completion', shell]),
    ['help'],
    ['help', 'files'],
    ['help', 'plan'],
    ['--help'],
    ['--version'],
  ]
}

async function tortured(args) {
  const whole = await run(args, '0')
  if (![0, 1].includes(whole.exit)) return wrong.push(`pva ${args.join(' ')}: ${whole.exit} ${whole.stderr}`)
  counts.calls += whole.calls
  for (let call = 1; call <= whole.calls; call++) {
    const refusedRun = await run(args, String(call))
    counts.refused++
    judge(args, whole, refusedRun, call)
    if (/^write/.test(refusedRun.refused)) {
      counts.closed++
      judge(args, whole, await run(args, `${call}:closed`), call, 'closed')
    }
    // What is only printed leaves nothing behind, and what is written is written in the same way in every format.
    if (args[0] === 'init' || (args.includes('out') && !args.includes('-f')) || args.includes('xlsx')) {
      counts.interrupted++
      judge(args, whole, await run(args, `${call}:signal`), call, 'interrupted')
    }
  }
}

function judge(args, whole, { exit, signal, stdout, stderr, out, left, refused }, call, how = 'refused') {
  const tell = (what) => wrong.push(`pva ${args.join(' ')}: call ${call} (${refused.trim()}) ${how}: ${what}`)
  if (signal && !(how === 'interrupted' && signal === 'SIGINT')) tell(`ends by ${signal}`)
  if (!signal && ![0, 1, 2].includes(exit)) tell(`exit ${exit}: ${stderr.trim().split('\n').slice(0, 4).join(' | ')}`)
  if (!signal && exit === 2 && stderr === '' && !/^write\w* [12]$/.test(refused)) tell('exit 2 and nothing said')
  if (!signal && exit < 2 && how !== 'closed') {
    if (exit !== whole.exit) tell(`exit ${exit}, not ${whole.exit}`)
    if (stdout !== whole.stdout) tell('another output, and nothing said')
    if (out !== whole.out) tell('another file, and nothing said')
  }
  const isOldOrNew = out === whole.out || out === (args.includes('out') ? OLD : undefined)
  if (!isOldOrNew && !(exit === 2 && stderr !== '' && isWhole(out)))
    tell(`half a file: ${JSON.stringify(out?.slice(0, 80))}`)
  if (left.length > 0 && !/^(?:rm|unlink|rmdir|spawn|close)/.test(refused)) tell(`left behind: ${left.join(' ')}`)
}

/** What could be told of the inputs that could be read, to its end. */
function isWhole(text) {
  if (text === undefined) return false
  if (/^[{[]/.test(text)) return JSON.parse(text) !== null
  return text.startsWith('<')
    ? />\s*$/.test(text)
    : text.startsWith('PK')
      ? text.includes('PK\x05\x06')
      : /\n$/.test(text)
}

async function run(args, fault) {
  counts.runs++
  const before = ['out', 'new']
  for (const name of before) rmSync(join(work, name), { recursive: true, force: true })
  if (args.includes('out')) writeFileSync(join(work, 'out'), OLD)
  const known = new Set([...readdirSync(work), ...before])
  const ended = fault.endsWith('signal') ? inItsOwnProcess(args, fault) : await inServer(args, fault)
  const out = existsSync(join(work, 'out')) ? readFileSync(join(work, 'out'), 'latin1') : undefined
  // What a shell removes that waits for the end of the process: of the one that goes on to serve, once it has ended.
  if (!isEmptied()) {
    stopServer()
    isEmptied()
  }
  const left = [...readdirSync(work).filter((name) => !known.has(name)), ...readdirSync(temporary)]
  // All that a command makes, or nothing; but what cannot be told of is made.
  if (ended.exit !== 0 && ended.refused !== 'writeSync 1' && existsSync(join(work, 'new'))) left.push('new')
  for (const name of left)
    for (const place of [work, temporary]) rmSync(join(place, name), { recursive: true, force: true })
  return { ...ended, out, left }
}

function isEmptied() {
  for (let tries = 0; tries < 40 && readdirSync(temporary).length > 0; tries++) spawnSync('sleep', ['0.05'])
  return readdirSync(temporary).length === 0
}

function stopServer() {
  server?.removeAllListeners().kill()
  server = null
}

function environment(fault) {
  return { PATH: process.env.PATH, HOME: work, LANG: 'en_US.UTF-8', TMPDIR: temporary, PVA_TORTURE: fault }
}

/** Nobody is told of its calls whom a signal ends. */
function inItsOwnProcess(args, fault) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ['--require', fail, bin, ...args], {
    ...{ cwd: work, encoding: 'utf8', env: environment(fault), maxBuffer: 1 << 28, timeout: 60_000 },
    stdio: ['ignore', 'pipe', 'pipe', 'ignore'],
  })
  return { exit: status, signal, stdout, stderr, refused: '', calls: 0 }
}

function inServer(args, fault) {
  // What has run is kept by what it left listening: a new one now and then.
  if (counts.runs % 100 === 0) stopServer()
  server ??= fork(fail, { cwd: work, env: environment(''), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  return new Promise((resolve) => {
    let stderr = ''
    const read = (text) => {
      stderr += text
    }
    const died = (exit, signal) => {
      server = null
      resolve({ exit: exit ?? 70, signal, stdout: '', stderr, refused: '', calls: 0 })
    }
    server.stderr.on('data', read)
    server.once('exit', died)
    server.once('message', (ended) => {
      server.off('exit', died)
      server.stderr.off('data', read)
      resolve(ended)
    })
    server.send({ args, fault })
  })
}

async function writeInputs() {
  mkdirSync(work)
  const files = {
    'plan.yaml': `kind: plan
id: p
title: P
period: 2018
follows: earlier
indicators:
  - { id: jobs, name: Jobs, target: 16000 }
  - { id: poverty, type: poverty-rate, name: Poverty, baseline: { period: 2017, value: 4.24 }, target: { reduce_by: 0.3 } }
`,
    'earlier.yaml':
      'kind: plan\nid: earlier\ntitle: E\nperiod: 2017\nindicators:\n  - { id: jobs, name: Jobs, target: 15000 }\n',
    'plan.csv': 'Indicator,Unit,Target,Actual\nJobs,people,16000,18923\n',
    'large.yaml': ofRegister('large.csv'),
    'packed.yaml': ofRegister('large.csv.gz'),
    'parquet.yaml': ofRegister('large.parquet'),
    'in-table.yaml': `kind: plan\nid: t\ntitle: T\nperiod: 2018\nnumbers: plain\ntable: { path: plan.csv, columns: { name: Indicator, unit: Unit, target: Target } }\n`,
    'odd.yaml': ofRegister('odd.csv'),
    'odd.csv': `${REGISTER}jobs,2018-05,seven\n`,
    'claims.csv': 'id,target,actual,completion\na,16000,18923,118%\n',
    'article.html': `<p>${ARTICLE}</p>\n`,
    'actuals.yaml': 'kind: actuals\nplan: p\nperiod: 2018\nresults: { jobs: 18923, poverty: 3.28 }\n',
    'policy.yaml': 'kind: policy\nmin: 95%\n',
    'claims.yaml': 'kind: claims\nclaims:\n  - { id: a, target: 16000, actual: 18923, completion: 118% }\n',
    'article.txt': `${ARTICLE}\n`,
    'article.md': '# 2018\n\nThe province created 18,923 jobs, 118% of the target of 16,000.\n',
    'results.csv': 'indicator,period,value\njobs,2018,18923\n',
    'results.jsonl': '{"indicator":"jobs","period":"2018","value":"18923"}\n',
    'large.csv': REGISTER,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text)
  mkdirSync(join(work, 'few'))
  for (const name of ['plan.yaml', 'actuals.yaml']) writeFileSync(join(work, 'few', name), files[name])
  writeFileSync(join(work, 'large.csv.gz'), gzipSync(files['large.csv']))
  const made = (...args) => {
    const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: work, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  writeFileSync(
    join(work, 'results.xlsx'),
    await workbookOf([
      ['indicator', 'period', 'value'],
      ['jobs', '2018', 18923],
    ]),
  )
  writeFileSync(
    join(work, 'plan.xlsx'),
    await workbookOf([
      ['Indicator', 'Unit', 'Target', 'Actual'],
      ['Jobs', 'people', 16000, 18923],
    ]),
  )
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const xml = `<w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>${ARTICLE}</w:t></w:r></w:p></w:body></w:document>`
  writeFileSync(join(work, 'article.docx'), zipSync({ 'word/document.xml': strToU8(xml) }))
  const engine = await (await DuckDBInstance.create()).connect()
  await engine.run(`COPY (FROM '${join(work, 'large.csv')}') TO '${join(work, 'large.parquet')}'`)
  engine.closeSync()
  made('report', 'plan.yaml', 'actuals.yaml', '-f', 'json', '-o', 'earlier.json')
  made('report', 'plan.yaml', 'actuals.yaml', '-f', 'iati-xml', '-o', 'report.xml')
}

function workbookOf(rows) {
  return writeXlsx({ sheets: [{ name: 'T1', rows }] })
}

function ofRegister(path) {
  return `kind: actuals
plan: p
period: 2018
numbers: plain
basis: increment
table: { path: ${path}, columns: { indicator: indicator, value: value }, rows: register }
`
}
