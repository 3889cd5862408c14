import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../support/folder.ts'

it('ends whole or not at all, whichever call the system refuses', { timeout: 300_000 }, () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'test/torture/run.mjs'), '--quick'], {
    encoding: 'utf8',
  })
  expect(stdout).toMatch(/\n0 wrong\n$/)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
