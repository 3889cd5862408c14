import { mkdirSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { join } from 'node:path'
import { type FuzzCase, seedCases } from './cases.ts'
import { faultOf } from './judge.ts'
import { mutated, randomFrom } from './mutate.ts'

/*
 * Runs cases in this process until it is ended. What reaches code that none before has reached is kept and mutated
 * further; V8 itself counts, so that nothing has to be built in.
 */
// With whoever watches it.
process.on('disconnect', () => process.exit())
const [folder = '', seed = '1', word = ''] = process.argv.slice(2)
const random = randomFrom(Number(seed))
const reached = coverage()
const kept: FuzzCase[] = []
const seeds = (await seedCases()).filter(({ command }) => command.includes(word))
let runs = 0
let faults = 0

for (const each of seeds) await tried(each)
for (;;) {
  // The newest lead on.
  const from = random() < 0.5 ? kept[Math.floor(kept.length * (1 - random() ** 2))] : undefined
  const start = from ?? (seeds[Math.floor(seeds.length * random())] as FuzzCase)
  await tried(mutated(start, seeds, random))
}

async function tried(given: FuzzCase): Promise<void> {
  // Where the process does not come back from it, this is what it was at.
  writeFileSync(join(folder, 'current.json'), asText(given))
  const fault = await faultOf(given)
  runs++
  if (fault) {
    faults++
    keepFault(given, fault)
  }
  if (reached()) kept.push(given)
  if (runs % 10 === 0 || fault)
    writeFileSync(join(folder, 'count.json'), JSON.stringify({ runs, kept: kept.length, faults }))
}

/** One folder for each place that faults come from. */
function keepFault(given: FuzzCase, fault: string): void {
  const lines = fault.split('\n')
  const at = lines.filter((line) => line.includes('    at ')).slice(0, 2)
  const name = [lines[0]?.slice(0, 60), ...at.map((line) => /at (\S+)/.exec(line)?.[1])]
    .join(' ')
    .replaceAll(/[^\w.-]+/g, '-')
  const place = join(folder, 'faults', name.slice(0, 120))
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'case.json'), asText(given))
  writeFileSync(join(place, 'fault.txt'), `${given.command}\n\n${fault}\n`)
}

function asText({ command, files }: FuzzCase): string {
  return JSON.stringify({ command, files: [...files].map(([path, bytes]) => [path, bytes.toString('latin1')]) })
}

/** Whether anything was reached since it was last asked that never was before. */
function coverage(): () => boolean {
  const session = new Session()
  session.connect()
  const seen = new Set<string>()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true })
  return () => {
    const before = seen.size
    session.post('Profiler.takePreciseCoverage', (_, { result }) => {
      for (const { scriptId, url, functions } of result) {
        if (url.startsWith('node:') || url === '') continue
        for (const { ranges } of functions) {
          for (const { startOffset, endOffset, count } of ranges) {
            if (count > 0) seen.add(`${scriptId}:${startOffset}:${endOffset}`)
          }
        }
      }
    })
    return seen.size > before
  }
}
