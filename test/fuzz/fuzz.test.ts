import { expect, it } from 'vitest'
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
