// Processor time and peak memory of `pva` on plans of 100 to 50,000 indicators, with parts, areas, results and poverty rates.
// Growth is linear where the cost of an indicator stays what it was: the columns "an indicator" then stay near 1 or
// fall, as start-up weighs less. Nothing is asserted; machines differ.
//   npm run bench:scale
//   npm run bench:scale -- --sizes 100,1000 --commands report,check
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000,50000' },
    commands: { type: 'string', default: 'report,json,csv,markdown,check,validate,problems' },
  },
})

const COMMANDS = {
  report: ['report', 'plan'],
  json: ['report', 'plan', '--format', 'json'],
  csv: ['report', 'plan', '--format', 'csv'],
  markdown: ['report', 'plan', '--format', 'markdown'],
  check: ['check', 'plan'],
  validate: ['validate', 'plan'],
  // As many problems as indicators: every result is of an unknown one.
  problems: ['validate', 'plan/plan.yaml', 'unknown.yaml'],
}

const folder = mkdtempSync(join(tmpdir(), 'pva-scale-'))
const usedFile = join(folder, 'used.json')
const hook = join(folder, 'hook.cjs')
writeFileSync(
  hook,
  `process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    const used = { time: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS }
    require('node:fs').writeFileSync(${JSON.stringify(usedFile)}, JSON.stringify(used))
  })`,
)
try {
  printAll(values.sizes.split(',').map(Number), values.commands.split(','))
} finally {
  rmSync(folder, { recursive: true })
}

function printAll(sizes, names) {
  const base = bestOf(3, () => measured(['-e', '0']))
  console.log(
    `Node ${process.version}; × node: how many times \`node -e 0\`; an indicator: its cost beyond \`node -e 0\`,`,
  )
  console.log(`as a ratio to that in the smallest plan\n`)
  const folders = new Map(sizes.map((size) => [size, folderOf(size)]))
  console.log('command     indicators   × node: time  memory    an indicator: time  memory')
  for (const name of names) {
    let first
    for (const size of sizes) {
      const command = [join(root, 'bin/pva.js'), ...COMMANDS[name]]
      const { time, memory } = bestOf(size <= 1000 ? 3 : 1, () => measured(command, folders.get(size)))
      const each = { time: (time - base.time) / size, memory: (memory - base.memory) / size }
      first ??= each
      const cells = [
        name.padEnd(10),
        size.toLocaleString('en').padStart(12),
        (time / base.time).toFixed(1).padStart(15),
        (memory / base.memory).toFixed(1).padStart(8),
        (each.time / first.time).toFixed(3).padStart(22),
        (each.memory / first.memory).toFixed(3).padStart(8),
      ]
      console.log(cells.join(''))
    }
  }
}

/** The least of several runs: what comes on top is the machine's own business. */
function bestOf(runs, run) {
  const all = Array.from({ length: runs }, run)
  return { time: Math.min(...all.map(({ time }) => time)), memory: Math.min(...all.map(({ memory }) => memory)) }
}

/** Milliseconds of the processor, which other programs do not change, and KiB at the peak. */
function measured(args, cwd = folder) {
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, ...args], {
    cwd,
    env: { ...process.env, LANG: 'en_US.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 30,
  })
  // 1: the check found what it should; 2: there are the problems that there should be.
  if (status === null || status > 2) throw new Error(`${args.join(' ')} ended with ${status}\n${stderr}`)
  return JSON.parse(readFileSync(usedFile, 'utf8'))
}

/** A plan of so many indicators, parts among them, and its results. Invented throughout. */
function folderOf(size) {
  const at = join(folder, String(size))
  mkdirSync(join(at, 'plan'), { recursive: true })
  const areas = Array.from({ length: 10 }, (_, index) => `area-${index}`)
  const plan = [
    'kind: plan',
    'id: scale',
    'title: { vi: Kế hoạch lớn, en: A large plan }',
    'period: 2018',
    'numbers: plain',
    'areas:',
    ...areas.map((id) => `  - { id: ${id}, name: Area ${id} }`),
    'sections:',
    ...Array.from({ length: 20 }, (_, index) => `  - { id: section-${index}, name: Section ${index} }`),
    'indicators:',
  ]
  const results = ['kind: actuals', 'plan: scale', 'period: 2018', 'numbers: plain', 'results:']
  const rows = ['observations:']
  const unknown = ['kind: actuals', 'plan: scale', 'period: 2018', 'results:']
  for (let index = 0; index < size; index++) {
    const id = `indicator-${index}`
    // One in ten is a poverty rate, one a stock over areas, one by quarters; two in ten are parts.
    const kind = ['whole', 'part', 'part', 'poverty', 'areas', 'quarters', 'count', 'rate', 'task', 'count'][index % 10]
    const indent = kind === 'part' ? '      ' : '  '
    const section = kind === 'part' ? '' : ` section: section-${Math.floor((index * 20) / size)},`
    const name = `name: { vi: Chỉ tiêu số ${index}, en: Indicator number ${index} }`
    if (kind === 'whole') {
      plan.push(`  - id: ${id}`, `    ${name}`, `    section: section-${Math.floor((index * 20) / size)}`)
      plan.push('    target: 1000', ...(index + 1 < size ? ['    of_which:'] : []))
    } else {
      const rest = {
        part: 'target: 300',
        poverty:
          'type: poverty-rate, standard: 2016-2020, baseline: { period: 2017, rate: 4.24 }, target: { reduce_by: 0.8 }',
        areas: `type: stock, target: { at_most: 2000 }, targets_by_area: { ${areas.map((area) => `${area}: 200`).join(', ')} }`,
        quarters: 'target: 400, phasing: { 2018-Q1: 20%, 2018-Q2: 45%, 2018-Q3: 75%, 2018-Q4: 100% }',
        count: 'target: 700',
        rate: 'type: rate, target: { at_least: 51 }',
        task: 'type: task, target: done',
      }[kind]
      plan.push(`${indent}- { id: ${id},${section} ${name}, ${rest} }`)
    }
    if (kind === 'areas')
      for (const area of areas) rows.push(`  - { indicator: ${id}, area: ${area}, value: ${index % 300} }`)
    else if (kind === 'quarters') {
      for (const quarter of [1, 2, 3, 4]) {
        rows.push(`  - { indicator: ${id}, period: 2018-Q${quarter}, value: ${index % 150}, basis: increment }`)
      }
    } else {
      const value =
        { poverty: '3.28', rate: '50.5', task: 'done', part: String(index % 400) }[kind] ?? String(index % 1500)
      results.push(`  ${id}: ${value}`)
    }
    unknown.push(`  missing-${index}: 1`)
  }
  writeFileSync(join(at, 'plan/plan.yaml'), `${plan.join('\n')}\n`)
  writeFileSync(join(at, 'plan/results.yaml'), `${[...results, ...(rows.length > 1 ? rows : [])].join('\n')}\n`)
  writeFileSync(join(at, 'unknown.yaml'), `${unknown.join('\n')}\n`)
  return at
}
