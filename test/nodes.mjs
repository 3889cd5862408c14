// `npm run test:nodes`: the scenario and problem tests against the built command on every Node that `engines` promises.
// The binaries come from the npm package `node` and stay in node_modules/.cache/nodes.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const VERSIONS = ['20.19.0', '22', '24', '26']

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const shell = process.platform === 'win32'

execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit', shell })

const results = VERSIONS.map(resultOn)
console.log(`\n${'Node'.padEnd(12)}${'passed'.padStart(8)}${'failed'.padStart(8)}`)
for (const { version, passed, failed } of results) {
  console.log(`${version.padEnd(12)}${String(passed).padStart(8)}${String(failed).padStart(8)}`)
}
process.exitCode = results.some(({ isFine }) => !isFine) ? 1 : 0

function resultOn(wanted) {
  const node = nodeBinary(wanted)
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  console.log(`\n> scenarios and problems on Node ${version}`)
  const report = join(root, 'reports', `tests-${version}.json`)
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', 'test/scenarios.test.ts', 'test/problems.test.ts', 'test/command.test.ts'],
      ...['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, PVA_NODE: node } },
  )
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  return { version, passed: numPassedTests, failed: numFailedTests, isFine: status === 0 && numPassedTests > 0 }
}

/**
 * Straight from the package of the platform: `node` itself copies it into place by an install script, which npm may
 * refuse to run.
 */
function nodeBinary(version) {
  const folder = join(root, 'node_modules/.cache/nodes', version)
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true })
    // A package of its own, so that npm does not go up to this one.
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const options = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--silent']
    execFileSync('npm', ['install', ...options, `${name}@${version}`], { cwd: folder, stdio: 'inherit', shell })
  }
  return binary
}
