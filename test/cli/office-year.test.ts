import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFreshFolder, ROOT, writeInFolder } from '../support/folder.ts'
import { districts, reported, sections, targetIn, writeOfficeYear } from '../support/office-year.ts'
import { pva } from '../support/run.ts'

/** The two files that the walk-through writes by hand. */
async function byHand(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(ROOT, 'docs/workbooks.md'), 'utf8')
  return new Map([...text.matchAll(/^```yaml (\S+)\n(.*?)^```$/gms)].map(([, name = '', body = '']) => [name, body]))
}

async function ofMonths(count: number): Promise<Record<string, Record<string, unknown>>> {
  return inFreshFolder(async (folder) => {
    await writeOfficeYear(folder)
    for (const [name, body] of await byHand()) await writeInFolder(folder, name, Buffer.from(body))
    const { stdout, stderr } = await pva(folder, `report . --period ${count}m --format json`)
    expect(stderr).toBe('')
    const lines: readonly (Record<string, unknown> & { readonly id: string; readonly area: unknown })[] =
      JSON.parse(stdout).plans[0].indicators
    const ofWhole = lines.filter(({ area }) => area === null)
    return Object.fromEntries(
      ofWhole.map((line) => [`${line['no'] ?? ''} ${(line['name'] as { vi: string }).vi}`, line]),
    )
  })
}

const all = districts.map((_, district) => district)
const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)

describe('a year of a province, from the workbooks of its districts', () => {
  it.each([6, 9])('adds up to what its cells hold, after %d months', async (count) => {
    const lines = await ofMonths(count)
    const flat = sections.flatMap(([, ...indicators]) => indicators)
    expect(Object.keys(lines)).toHaveLength(flat.length)
    for (const each of flat.filter(({ unit }) => unit !== '%')) {
      const months = Array.from({ length: count }, (_, at) => at + 1)
      const counted = each.isStock ? [count] : months
      const actual = sum(all.flatMap((district) => counted.map((month) => reported(each, district, month))))
      const target = each.target === null ? null : sum(all.map((district) => targetIn(each, district) ?? 0))
      const line = lines[`${each.no} ${each.name}`]
      expect([each.name, line?.['actual'], (line?.['target'] as { value: number } | null)?.value ?? null]).toEqual([
        each.name,
        actual,
        target,
      ])
    }
  })

  it('needs at most 25 lines written by hand', async () => {
    const lines = [...(await byHand()).values()].flatMap((body) => body.trimEnd().split('\n'))
    expect(lines.length).toBeLessThanOrEqual(25)
  })
})
