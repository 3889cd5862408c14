// `npm run fuzz -- --minutes N [--seed S]`: the inputs of all scenarios and problems, changed bit by bit and led by what code
// they reach, through every command and format. A fault is a crash, an exit code other than 0, 1 and 2, five seconds of
// processor time, or an answer that is neither problems nor figures. Faults are kept in node_modules/.cache/fuzz/faults.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundled, root } from '../support/bundled.mjs'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: String(Date.now() % 1e6) } },
})
const folder = join(root, 'node_modules/.cache/fuzz')
const worker = join(folder, 'worker.mjs')
/** A run that takes longer does not come back. */
const HANGS = 60_000

rmSync(join(folder, 'faults'), { recursive: true, force: true })
mkdirSync(join(folder, 'faults'), { recursive: true })
await bundled('test/fuzz/worker.ts', worker)

const started = Date.now()
const end = Date.now() + Number(values.minutes) * 60_000
const total = { runs: 0, kept: 0, stopped: 0 }
for (let seed = Number(values.seed); Date.now() < end; seed++) {
  rmSync(join(folder, 'count.json'), { force: true })
  const why = await oneWorker(seed)
  const { runs = 0, kept = 0 } = counted()
  total.runs += runs
  total.kept = Math.max(total.kept, kept)
  if (why === 'time') break
  if (runs === 0) throw new Error('the worker does not run')
  total.stopped++
  const place = join(folder, 'faults', `stopped-${why}-${seed}`)
  mkdirSync(place, { recursive: true })
  cpSync(join(folder, 'current.json'), join(place, 'case.json'))
}
const faults = readdirSync(join(folder, 'faults'))
console.log(
  `${values.minutes} min from seed ${values.seed}: ${total.runs} runs, ${total.kept} inputs that reached new code`,
)
console.log(`${faults.length} faults${faults.map((name) => `\n  ${join(folder, 'faults', name)}`).join('')}`)
process.exitCode = faults.length > 0 ? 1 : 0

/** Until the time is over, it hangs, or it ends by itself. */
function oneWorker(seed) {
  const child = spawn(process.execPath, ['--max-old-space-size=1500', worker, folder, String(seed)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve) => {
    const ended = (why) => {
      clearInterval(watch)
      child.kill('SIGKILL')
      resolve(why)
    }
    const watch = setInterval(() => {
      if (Date.now() > end) ended('time')
      else if (Date.now() - lastBegun() > HANGS) ended('hang')
    }, 1000)
    child.on('exit', (code, signal) => ended(signal ?? `exit-${code}`))
  })
}

function lastBegun() {
  const began = statSync(join(folder, 'current.json'), { throwIfNoEntry: false })
  return Math.max(began?.mtimeMs ?? 0, started)
}

function counted() {
  try {
    return JSON.parse(readFileSync(join(folder, 'count.json'), 'utf8'))
  } catch {
    return {}
  }
}
