import { describe, expect, it } from 'vitest'
import { largeFields, measured } from '../support/large-inputs.ts'
import { IS_LONG } from '../support/long.ts'

/** `PVA_LARGE_FIELDS=500 npx vitest run test/cli/large-fields.test.ts` draws so many; `PVA_SEED` draws others. */
const COUNT = Number(process.env['PVA_LARGE_FIELDS'] ?? (IS_LONG ? 100 : 4))
const SEED = Number(process.env['PVA_SEED'] ?? 20)

const MOST_SECONDS = 5
const MOST_MEGABYTES = 500
const ENDINGS = [0, 1, 2]

const MEGABYTE = 1_000_000

describe('a megabyte in one field of an input takes under 5 seconds and 500 MB, in any command and format', () => {
  it.each(largeFields(COUNT, MEGABYTE, SEED))('$file $place $text: $command', { timeout: 90_000 }, async (field) => {
    await expectBounded(field)
  })

  const actuals = 'kind: actuals\nplan: p\nperiod: 2018\nresults: { jobs: 5 }\n'
  const planOf = (rest: string) => `kind: plan\nid: p\ntitle: P\nperiod: 2018\n${rest}`
  const long = 'y'.repeat(MEGABYTE / 4)
  const names = Array.from({ length: 20_000 }, (_, index) => `  - { id: a${index}, name: *long }`).join('\n')
  const months = Array.from(
    { length: 7200 },
    (_, at) => `${2018 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
  const phasing = months.map((month, at) => `${month}: ${at + 1}`).join(', ')

  it.each([
    [
      'a target of digits, letters and a sign',
      planOf(`indicators: [{ id: jobs, name: J, target: 1${'a'.repeat(MEGABYTE)}! }]`),
    ],
    [
      'a tolerance of blanks',
      planOf(`tolerance: "9${' '.repeat(MEGABYTE)}5"\nindicators: [{ id: jobs, name: J, target: 5 }]`),
    ],
    [
      'a standard of blanks',
      planOf(`indicators: [{ id: jobs, name: J, target: 5, standard: "a${' '.repeat(MEGABYTE)}b" }]`),
    ],
    [
      'a name of mixed marks',
      planOf(`indicators: [{ id: jobs, name: "e${'\u0301\u0323'.repeat(MEGABYTE / 4)}", target: 5 }]`),
    ],
    ['a name of colons', planOf(`indicators: [{ id: jobs, name: "${':'.repeat(MEGABYTE)}", target: 5 }]`)],
    [
      'aliases of a long name',
      planOf(`note: &long ${long}\nareas:\n${names}\nindicators: [{ id: jobs, name: J, target: 5 }]`),
    ],
    [
      'a phasing of all months of six centuries',
      planOf(`indicators: [{ id: jobs, name: J, target: 7200, phasing: { ${phasing} } }]`).replace('2018', '2018/2617'),
    ],
    [
      'aliases of a name that is not too long',
      planOf(`note: &long ${'y'.repeat(4999)}\nareas:\n${names}\nindicators: [{ id: jobs, name: J, target: 5 }]`),
    ],
  ])('%s', { timeout: 90_000 }, async (_, plan) => {
    await expectBounded({
      command: 'report -f html --by area plan.yaml actuals.yaml',
      inputs: { 'plan.yaml': plan, 'actuals.yaml': actuals },
    })
  })

  it('an earlier report of escaped quotes', { timeout: 90_000 }, async () => {
    const inputs = {
      'plan.yaml': planOf('indicators: [{ id: jobs, name: J, target: 5 }]'),
      'actuals.yaml': actuals,
      'earlier.json': `{"format": "${'\\"'.repeat(MEGABYTE / 2)}`,
    }
    await expectBounded({ command: 'check --against earlier.json plan.yaml actuals.yaml', inputs })
  })
})

async function expectBounded(run: Parameters<typeof measured>[0]): Promise<void> {
  const { exit, seconds, megabytes } = await measured(run)
  expect(ENDINGS).toContain(exit)
  expect(seconds).toBeLessThan(MOST_SECONDS)
  expect(megabytes).toBeLessThan(MOST_MEGABYTES)
}
