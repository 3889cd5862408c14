import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../support/folder.ts'
import { type FuzzCase, seedCases } from './cases.ts'
import { faultOf } from './judge.ts'
import { mutated, randomFrom } from './mutate.ts'

/** Of `npm run fuzz` a small part, always the same one. */
const RUNS = 60

it('answers inputs that were changed bit by bit with problems or figures', async () => {
  const seeds = await seedCases()
  const random = randomFrom(1)
  for (let run = 0; run < RUNS; run++) {
    const given = mutated(seeds[Math.floor(seeds.length * random())] as FuzzCase, seeds, random)
    expect(await faultOf(given), `${given.command}\n${JSON.stringify([...given.files].map(String))}`).toBeNull()
  }
})

it('finds a fault that was put into a build', { timeout: 400_000 }, () => {
  const args = ['--planted', 'crash', '--of', 'poverty', '--seed', '1', '--minutes', '5']
  const { stdout, status } = spawnSync(process.execPath, [join(ROOT, 'test/fuzz/run.mjs'), ...args], {
    encoding: 'utf8',
  })
  expect(stdout).toMatch(/^crash: .*\n1 faults\n.*\/Error-planted-whyNoNumber/)
  expect(status).toBe(0)
})
