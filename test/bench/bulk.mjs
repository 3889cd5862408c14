// Time and peak memory of `pva report` on registers of 100 thousand to 100 million rows, as a ratio to a bare DuckDB script
// that only scans, groups and sums the same file, and beside other programs that do. One interleaved run; the least of each.
//   npm run bench:bulk
//   npm run bench:bulk -- --rows 100000,1000000 --runs 3 --without mlr,hledger
// The register is made up by a generator with a seed: 20 indicators × 3,000 areas × 12 months, two decimals in a fifth of
// the rows. Files are written to the temporary folder (29 MB a million rows). Programs that are not installed are left out,
// hledger and Miller also where they would take minutes.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000,1000000' },
    runs: { type: 'string', default: '3' },
    without: { type: 'string', default: '' },
  },
})
const INDICATORS = 20
const AREAS = 3000
const left = new Set(values.without.split(','))
if (!existsSync('/usr/bin/time')) throw new Error('GNU time is needed to measure memory: apt-get install time')

const folder = mkdtempSync(join(tmpdir(), 'pva-bulk-'))
try {
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB\n`,
  )
  writePlans()
  for (const rows of values.rows.split(',').map(Number)) printFor(rows)
} finally {
  rmSync(folder, { recursive: true })
}

function printFor(rows) {
  const file = register(rows)
  const programs = programsFor(file, rows).filter(({ name }) => !left.has(name))
  const best = new Map(programs.map(({ name }) => [name, { seconds: Infinity, memory: Infinity }]))
  for (let run = 0; run < Number(values.runs); run++) {
    for (const { name, command } of programs) {
      const used = measured(command)
      const before = best.get(name)
      best.set(name, {
        seconds: Math.min(before.seconds, used.seconds),
        memory: Math.min(before.memory, used.memory),
      })
    }
  }
  console.log(`${rows.toLocaleString('en')} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB`)
  for (const { name, what, bare = name === 'duckdb-area' ? name : 'duckdb' } of programs) {
    const { seconds, memory } = best.get(name)
    const cells = [
      seconds.toFixed(2).padStart(9),
      (seconds / best.get(bare).seconds).toFixed(2).padStart(8),
      memory.toFixed(0).padStart(8),
    ]
    console.log(`  ${what.padEnd(44)}${cells[0]} s${cells[1]} ×${cells[2]} MB`)
  }
  console.log('')
  rmSync(file)
}

/** What is compared, and with which bare script; `most`: rows beyond which it would take minutes, or all memory. */
function programsFor(file, rows) {
  writeFileSync(join(folder, 'whole-results.yaml'), wholeResults(file))
  writeFileSync(
    join(folder, 'sum.sql'),
    `.import --csv ${file} r\nSELECT indicator, period, sum(value), count(*) FROM r GROUP BY indicator, period;\n`,
  )
  writeFileSync(
    join(folder, 'register.rules'),
    'skip 1\nfields indicator, area, month, amount\ndate %month\ndate-format %Y-%m\naccount1 %indicator\ncurrency u\n',
  )
  const pva = [process.execPath, join(root, 'bin/pva.js'), 'report']
  const awk = ['NR > 1 { s[$1 FS $3] += $4; n[$1 FS $3]++ } END { for (k in s) print k, s[k], n[k] }']
  const miller = ['--icsv', '--ocsv', 'stats1', '-a', 'sum,count', '-f', 'value', '-g', 'indicator,period']
  const ledger = ['--rules-file', 'register.rules', 'balance', '--monthly', '-O', 'csv']
  return [
    { name: 'duckdb', what: 'DuckDB, bare: 240 exact sums', command: bareScript(file, 'indicator, period') },
    { name: 'pva', what: 'pva report: 240 exact sums', command: [...pva, 'whole.yaml', 'whole-results.yaml'] },
    { name: 'mawk', what: 'mawk: binary floats', command: ['mawk', '-F,', ...awk, file] },
    { name: 'sqlite3', what: 'sqlite3: binary floats', most: 1e7, command: ['sqlite3', ':memory:', '.read sum.sql'] },
    { name: 'mlr', what: 'Miller: binary floats', most: 1e7, command: ['mlr', ...miller, file] },
    { name: 'hledger', what: 'hledger: exact sums', most: 1e5, command: ['hledger', '-f', file, ...ledger] },
    {
      name: 'duckdb-area',
      what: 'DuckDB, bare: by area as well, 720,000 sums',
      command: bareScript(file, 'indicator, area, period'),
    },
    {
      name: 'pva-area',
      what: 'pva report: 3,000 areas of each indicator',
      most: 1e7,
      bare: 'duckdb-area',
      command: [...pva, 'areas.yaml', file, '--rows', 'register', '--basis', 'increment'],
    },
  ].filter(({ command, most = Infinity }) => rows <= most && isInstalled(command[0]))
}

/** Exact sums and how many rows they are made of, all groups fetched. */
function bareScript(file, keys) {
  const script = join(folder, `bare-${keys.replaceAll(/\W+/g, '-')}.cjs`)
  const columns = `{'indicator': 'VARCHAR', 'area': 'VARCHAR', 'period': 'VARCHAR', 'value': 'VARCHAR'}`
  const sql = `SELECT ${keys}, sum(CAST(value AS DECIMAL(18, 6))), count(*)
    FROM read_csv('${file}', auto_detect = false, header = true, columns = ${columns}) GROUP BY ${keys}`
  writeFileSync(
    script,
    `const { DuckDBInstance } = require(${JSON.stringify(join(root, 'node_modules/@duckdb/node-api'))})
    DuckDBInstance.create(':memory:').then(async (instance) => {
      const connection = await instance.connect()
      const result = await connection.stream(${JSON.stringify(sql)})
      let groups = 0
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        groups += chunk.getRows().length
      }
      console.log(groups)
    })`,
  )
  return [process.execPath, script]
}

function isInstalled(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}

function measured(command) {
  const used = join(folder, 'used')
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%e %M', '-o', used, ...command], {
    cwd: folder,
    env: { ...process.env, LANG: 'C.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 30,
  })
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}\n${stderr}`)
  const [seconds, kilobytes] = readFileSync(used, 'utf8').trim().split('\n').at(-1).split(' ').map(Number)
  return { seconds, memory: kilobytes / 1024 }
}

/** A row a commune, month and indicator; several of each once there are more than 720,000. */
function register(rows) {
  const file = join(folder, 'register.csv')
  const descriptor = openSync(file, 'w')
  const random = randomNumbers(20_181_231)
  const two = (number) => String(number).padStart(2, '0')
  let text = 'indicator,area,period,value\n'
  for (let row = 0; row < rows; row++) {
    const value = random(5000)
    const decimals = random(5) === 0 ? `.${two(random(100))}` : ''
    text += `ind-${two(1 + random(INDICATORS))},${areaId(random(AREAS))},2018-${two(1 + random(12))},${value}${decimals}\n`
    if (text.length > 1 << 20) {
      writeSync(descriptor, text)
      text = ''
    }
  }
  writeSync(descriptor, text)
  closeSync(descriptor)
  // Once, so that whoever comes first does not read it from the disk.
  execFileSync('wc', ['-l', file])
  return file
}

/** Whole numbers below a limit (Marsaglia, "Xorshift RNGs", 2003). */
function randomNumbers(seed) {
  let state = seed
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
}

function areaId(index) {
  return `xa-${String(index + 1).padStart(4, '0')}`
}

function writePlans() {
  const indicators = Array.from({ length: INDICATORS }, (_, index) => {
    return `  - { id: ind-${String(index + 1).padStart(2, '0')}, name: Indicator ${index + 1}, target: 1000000000 }`
  })
  const head = (id) => ['kind: plan', `id: ${id}`, 'title: A large register', 'period: 2018']
  const areas = Array.from({ length: AREAS }, (_, index) => `  - { id: ${areaId(index)}, name: Commune ${index + 1} }`)
  writeFileSync(
    join(folder, 'areas.yaml'),
    [...head('areas'), 'areas:', ...areas, 'indicators:', ...indicators, ''].join('\n'),
  )
  writeFileSync(join(folder, 'whole.yaml'), [...head('whole'), 'indicators:', ...indicators, ''].join('\n'))
}

function wholeResults(file) {
  const name = file.slice(folder.length + 1)
  return `kind: actuals\nplan: whole\nbasis: increment\ntable:\n  path: ${name}\n  columns: { indicator: indicator, period: period, value: value }\n  rows: register\n`
}
