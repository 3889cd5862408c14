// `npm test`: builds, then runs every check and every test, also when one has failed. The last line counts the tests;
// a check that fails counts as one failed test.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = join(root, 'reports')
const testReport = join(reports, 'tests.json')
/** The inner loop: no coverage, and nothing that needs a browser, an office, another installation, a large table or many processes. */
const isFast = process.argv.includes('--fast')
/** What is drawn by a seed is drawn more often, and more kinds of it are tried. */
const isLong = process.argv.includes('--long')
const SLOW = [
  ...[
    'browser/**',
    'fuzz/**',
    'suites/**',
    'torture/**',
    'engine/**',
    'docs.test.ts',
    'ci-docs.test.ts',
    'ci-files.test.ts',
    'binary.test.ts',
    'library.test.ts',
    'without-engine.test.ts',
    'package.test.ts',
  ],
  ...['command.test.ts', 'editor.test.ts', 'regular-expressions.test.ts', 'render/html/validator.test.ts'],
  ...[
    'render/harmless.test.ts',
    'calc/province.test.ts',
    'audit-anything.test.ts',
    'cli/output/progress.test.ts',
    'cli/table/temporary-file.test.ts',
    'cli/pipeline.test.ts',
    'cli/interrupt.test.ts',
    'cli/hostile-names.test.ts',
    'cli/large-fields.test.ts',
  ],
  ...['cli/packed.test.ts', 'cli/init.test.ts', 'cli/completion.test.ts', 'read/input.test.ts', 'json-outputs.test.ts'],
  'read/prose/texts.test.ts',
  ...['schemas-and-reader.test.ts', 'render/table-properties.test.ts', 'read/document/yaml-source.test.ts'],
]

const BUILD = { build: ['npm', 'run', '--silent', 'build'] }
const CHECKS = {
  'format, lint and layers': [
    'biome',
    'ci',
    '--error-on-warnings',
    `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
  ],
  types: ['tsc'],
  'unused code': ['knip'],
  ...(isFast
    ? {}
    : { oracle: ['node', 'test/oracle/run.mjs', '--if-python', '--cases', isLong ? '10000' : '1000', '--seed', '1'] }),
}
const TESTS = [
  'vitest',
  'run',
  ...(isFast
    ? ['--testNamePattern', '^(?!.*LibreOffice)', ...SLOW.flatMap((path) => ['--exclude', `test/${path}`])]
    : ['--coverage']),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${testReport}`,
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports)

const failedChecks = [...(await failedOf(BUILD)), ...(await failedOf(CHECKS))]
const testsSucceed = (await failedOf({ tests: TESTS })).length === 0
const { passed, failed } = testCounts()
// Tests can fail as a whole, with every single one passing: too little is covered, or a file of tests cannot be read.
const failedAll = failedChecks.length + (testsSucceed ? failed : Math.max(failed, 1))

for (const name of failedChecks) console.log(`failed: ${name}`)
const tally = `${passed} passed, ${failedAll} failed`
writeFileSync(join(reports, 'tally.txt'), `${tally}\n`)
console.log(tally)
process.exitCode = failedAll > 0 ? 1 : 0

/** Runs commands side by side, of several each with its output behind the others'; the names of those that fail. */
async function failedOf(commands) {
  const isAlone = Object.keys(commands).length === 1
  const ended = Object.entries(commands).map(async ([name, [command, ...args]]) => {
    const start = performance.now()
    const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`
    const env = { ...process.env, PATH: path, ...(isLong && { PVA_LONG: '1' }) }
    const title = `\n> ${name}: ${[command, ...args].join(' ').replaceAll(`${root}/`, '')}`
    if (isAlone) console.log(title)
    const child = spawn(command, args, { cwd: root, stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'], env })
    let output = isAlone ? '' : `${title}\n`
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece) => {
        output += piece
      })
    const status = await new Promise((done) => child.on('close', done).on('error', () => done(null)))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${output}  ${status === 0 ? 'ok' : 'FAILED'}, ${seconds} s`)
    return status === 0 ? [] : [name]
  })
  return (await Promise.all(ended)).flat()
}

function testCounts() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(testReport, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
