// `npm test`: builds, then runs every check and every test, also when one has failed. The last line counts the tests;
// a check that fails counts as one failed test.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = join(root, 'reports')
const testReport = join(reports, 'tests.json')
/** The inner loop: no coverage, and nothing that needs a browser, another installation, a large table or many processes. */
const isFast = process.argv.includes('--fast')
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
  ...['cli/pipeline.test.ts', 'cli/interrupt.test.ts', 'cli/hostile-names.test.ts', 'cli/large-fields.test.ts'],
  ...['cli/packed.test.ts', 'cli/init.test.ts', 'read/input.test.ts', 'json-outputs.test.ts'],
  ...['schemas-and-reader.test.ts', 'render/table-properties.test.ts', 'read/document/yaml-source.test.ts'],
]

const CHECKS = {
  build: ['npm', 'run', '--silent', 'build'],
  'format, lint and layers': [
    'biome',
    'ci',
    '--error-on-warnings',
    `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
  ],
  types: ['tsc'],
  'unused code': ['knip'],
  ...(isFast ? {} : { oracle: ['node', 'test/oracle/run.mjs', '--if-python', '--cases', '1000', '--seed', '1'] }),
}
const TESTS = [
  'vitest',
  'run',
  ...(isFast ? SLOW.flatMap((path) => ['--exclude', `test/${path}`]) : ['--coverage']),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${testReport}`,
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports)

const failedChecks = Object.entries(CHECKS).filter(([name, command]) => !succeeds(name, command))
const testsSucceed = succeeds('tests', TESTS)
const { passed, failed } = testCounts()
// Tests can fail as a whole, with every single one passing: too little is covered, or a file of tests cannot be read.
const failedAll = failedChecks.length + (testsSucceed ? failed : Math.max(failed, 1))

for (const [name] of failedChecks) console.log(`failed: ${name}`)
const tally = `${passed} passed, ${failedAll} failed`
writeFileSync(join(reports, 'tally.txt'), `${tally}\n`)
console.log(tally)
process.exitCode = failedAll > 0 ? 1 : 0

function succeeds(name, [command, ...args]) {
  console.log(`\n> ${name}: ${[command, ...args].join(' ').replaceAll(`${root}/`, '')}`)
  const start = performance.now()
  const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } })
  console.log(`  ${status === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return status === 0
}

function testCounts() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(testReport, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
