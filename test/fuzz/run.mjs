// `npm run fuzz -- --minutes N [--seed S] [--of WORD]`: the inputs of all scenarios and problems (of the commands that hold a
// word), changed bit by bit and led by what code they reach, through every command and format. A fault is a crash, an exit
// code other than 0, 1 and 2, five seconds of processor time, or an answer that is neither problems nor figures. Faults are
// kept in node_modules/.cache/fuzz/faults. `--planted [NAME]` looks for faults that were put into a build, until each is found.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundled, root } from '../support/bundled.mjs'

const NUMBERS = 'src/read/number/number-text.ts'
/** Each ends in another way, and no input that others start from reaches it. */
const PLANTED = {
  crash: {
    file: NUMBERS,
    from: "return 'exponent'",
    to: "{ if (body.endsWith('400')) throw new Error('planted'); return 'exponent' }",
  },
  word: {
    file: 'src/render/figure/number.ts',
    from: 'return sign + grouped',
    to: "return whole.length > 12 ? 'NaN' : sign + grouped",
  },
  slow: {
    file: NUMBERS,
    from: "return 'leading-zero'",
    to: "for (const { user } = process.cpuUsage(); body === '007' && process.cpuUsage().user - user < 6e6; ); return 'groups'",
  },
  hang: { file: NUMBERS, from: "return 'too-long'", to: "{ while (body.startsWith('1234567')); return 'too-long' }" },
}
/** A run that takes longer does not come back. */
const HANGS = 60_000

const text = (usual) => ({ type: 'string', default: usual })
const { values, positionals } = parseArgs({
  options: { minutes: text('5'), seed: text(String(Date.now() % 1e6)), of: text(''), planted: { type: 'boolean' } },
  allowPositionals: true,
})
const names = positionals.length > 0 ? positionals : Object.keys(PLANTED)
const missed = []
for (const name of values.planted ? names : [null]) {
  const found = await fuzzed(name)
  if (found !== (name !== null)) missed.push(name)
}
process.exitCode = missed.length > 0 ? 1 : 0

/** Whether there was a fault. */
async function fuzzed(planted) {
  const folder = join(root, 'node_modules/.cache', planted ? 'fuzz-planted' : 'fuzz')
  const faults = join(folder, 'faults')
  rmSync(faults, { recursive: true, force: true })
  mkdirSync(faults, { recursive: true })
  await bundled('test/fuzz/worker.ts', join(folder, 'worker.mjs'), PLANTED[planted])
  const started = Date.now()
  const end = started + Number(values.minutes) * 60_000
  const total = { runs: 0, kept: 0 }
  for (let seed = Number(values.seed); Date.now() < end; seed++) {
    rmSync(join(folder, 'count.json'), { force: true })
    const isOver = () => Date.now() > end || (planted && readdirSync(faults).length > 0)
    const why = await oneWorker(folder, seed, isOver)
    const { runs = 0, kept = 0 } = counted(folder)
    total.runs += runs
    total.kept = Math.max(total.kept, kept)
    if (why === 'time') break
    if (runs === 0) throw new Error('the worker does not run')
    const place = join(faults, `stopped-${why}-${seed}`)
    mkdirSync(place, { recursive: true })
    cpSync(join(folder, 'current.json'), join(place, 'case.json'))
    if (planted) break
  }
  const found = readdirSync(faults)
  const { runs, kept } = total
  const minutes = ((Date.now() - started) / 60_000).toFixed(1)
  console.log(
    `${planted ? `${planted}: ` : ''}${minutes} min from seed ${values.seed}: ${runs} runs, ${kept} inputs that reached new code`,
  )
  console.log(`${found.length} faults${found.map((name) => `\n  ${join(faults, name)}`).join('')}`)
  return found.length > 0
}

/** Until the time is over, it hangs, or it ends by itself. */
function oneWorker(folder, seed, isOver) {
  const started = Date.now()
  const args = ['--max-old-space-size=1500', join(folder, 'worker.mjs'), folder, String(seed), values.of]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const current = join(folder, 'current.json')
  const lastBegun = () => Math.max(statSync(current, { throwIfNoEntry: false })?.mtimeMs ?? 0, started)
  return new Promise((resolve) => {
    const ended = (why) => {
      clearInterval(watch)
      child.kill('SIGKILL')
      resolve(why)
    }
    const watch = setInterval(() => {
      if (isOver()) ended('time')
      else if (Date.now() - lastBegun() > HANGS) ended('hang')
    }, 1000)
    child.on('exit', (code, signal) => ended(signal ?? `exit-${code}`))
  })
}

function counted(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'count.json'), 'utf8'))
  } catch {
    return {}
  }
}
