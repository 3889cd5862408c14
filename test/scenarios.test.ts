import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { replayedScenario } from './support/scenario.ts'

const folder = new URL('./scenarios/', import.meta.url)

describe('scenarios', () => {
  for (const name of readdirSync(folder).sort()) {
    const file = new URL(name, folder)
    const text = readFileSync(file, 'utf8')
    it(`${titleOf(text)} (${name})`, async () => {
      await expect(await replayedScenario(text)).toMatchFileSnapshot(file.pathname)
    })
  }
})

function titleOf(text: string): string {
  return text.split('\n', 1)[0]?.replace('# ', '') ?? ''
}
