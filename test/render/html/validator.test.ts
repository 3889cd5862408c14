import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problem } from '../../../src/model/problem.ts'
import type { PlanReport } from '../../../src/model/report.ts'
import { everyCase } from '../../support/every-case.ts'
import { inFreshFolder, ROOT } from '../../support/folder.ts'
import { haNam2017, haNam2018 } from '../../support/ha-nam.ts'
import { type PageOptions, renderPage } from '../../support/rendered.ts'
import { isInstalled } from '../../support/run.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

const OPTIONS: PageOptions = {
  languages: ['en', 'vi'],
  decimals: null,
  sections: ['completion', 'poverty'],
  byArea: true,
  problems: [problem('empty-file', { file: 'plans/plan.yaml', line: 1, column: 1, length: 1 }, {})],
  inputs: [{ file: 'plans/plan.yaml', sha256: 'ab', bytes: 1 }],
  version: '1.2.3',
  sha256,
}

const JAR = join(ROOT, 'node_modules/vnu-jar/build/dist/vnu.jar')

const PAGES: Readonly<Record<string, readonly PlanReport[]>> = {
  'ha-nam': [haNam2017(), haNam2018()],
  'every-case': [everyCase()],
  nothing: [],
}

describe.skipIf(!isInstalled('java'))('the W3C’s validator (needs java)', () => {
  it('has nothing to say about any page', { timeout: 120_000 }, async () => {
    await inFreshFolder(async (folder) => {
      const paths = Object.entries(PAGES).map(([name, plans]) => {
        const path = join(folder, `${name}.html`)
        writeFileSync(path, renderPage({ plans: [...plans] }, OPTIONS))
        return path
      })
      const { stdout } = spawnSync('java', ['-jar', JAR, '--stdout', ...paths], { encoding: 'utf8' })
      expect(stdout).toBe('')
    })
  })
})
