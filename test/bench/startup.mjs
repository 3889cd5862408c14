// Start-up of `pva report plans/ha-nam` as a ratio to `node -e 0`: one interleaved run, the median of each.
//   npm run bench:startup
//   npm run bench:startup -- --node /path/to/node [--node …] [--runs 21]
// From Node 22.1 on the launcher has Node keep what it compiled, so that there the first run is slower and is not counted.
import { execFileSync, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const { values } = parseArgs({
  options: { node: { type: 'string', multiple: true }, runs: { type: 'string', default: '21' } },
})
const runs = Number(values.runs)

for (const node of [process.execPath, ...(values.node ?? [])]) printRatios(node)

function printRatios(node) {
  const medians = interleavedMedians(node, {
    'node -e 0': ['-e', '0'],
    'pva --version': [join(root, 'bin/pva.js'), '--version'],
    'pva report plans/ha-nam': [join(root, 'bin/pva.js'), 'report', 'plans/ha-nam'],
  })
  const base = medians['node -e 0']
  console.log(`Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}, median of ${runs}`)
  for (const [name, milliseconds] of Object.entries(medians)) {
    console.log(`  ${name.padEnd(24)} ${milliseconds.toFixed(1).padStart(7)} ms  ${(milliseconds / base).toFixed(2)}`)
  }
}

function interleavedMedians(node, commands) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  // The first round warms the disk and fills compile caches; it is not counted.
  for (let round = 0; round <= runs; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const milliseconds = timeOf(node, args)
      if (round > 0) times[name].push(milliseconds)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}

function timeOf(node, args) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(node, args, { cwd: root, encoding: 'utf8' })
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  if (status !== 0) throw new Error(`${node} ${args.join(' ')} ended with ${status}\n${stderr}`)
  return milliseconds
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
