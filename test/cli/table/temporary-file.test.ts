import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { temporaryFile } from '../../../src/cli/table/temporary-file.ts'
import { inFreshFolder } from '../../support/folder.ts'
import { inShell, pva } from '../../support/run.ts'

const PLAN = `kind: plan
id: p
title: P
period: 2018
areas: [{ id: a, name: A }]
indicators:
  - { id: jobs, name: Jobs, target: 100 }
`
/** Too many rows to be read one by one; lines that end in several ways have to be copied first. */
const register = (lineEnd = '\n') => {
  const rows = Array.from({ length: 100_001 }, (_, index) => `jobs,2018,a,0.1,${index}\n`)
  return `indicator,period,area,value,no${lineEnd}${rows.join('')}`
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the folder for temporary files', () => {
  const tables = { 'r.csv': register(), 'odd.csv': register('\r\n'), 'r.csv.gz': gzipSync(register()) }

  it.each([
    ['nowhere', 'the folder for temporary files,'],
    ['plan.yaml', 'the folder for temporary files,'],
    ['', ''],
  ])('that is %j is told of, for every table that needs it', (path, said) =>
    inFolder(tables, async (folder) => {
      const place = path === '' ? '' : join(folder, path)
      vi.stubEnv('TMPDIR', place)
      for (const name of Object.keys(tables)) {
        const { stderr, exit } = await pva(folder, `validate plan.yaml ${name} --rows register`)
        if (said === '') expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 })
        else {
          expect(stderr).toContain(`${name}:1:1 error table-not-read: ${said} \`$PWD/${path}\`, does not exist`)
          expect(stderr).toContain('Set `TMPDIR` to a folder that you may write in.')
          expect(exit).toBe(2)
        }
      }
    }),
  )

  it('is not needed for small tables', () =>
    inFolder({ 'r.csv': 'indicator,period,area,value\njobs,2018,a,1\n' }, async (folder) => {
      vi.stubEnv('TMPDIR', join(folder, 'nowhere'))
      expect(await pva(folder, 'validate plan.yaml r.csv')).toMatchObject({ stderr: '', exit: 0 })
    }))

  it.each(['r.csv.gz', 'odd.csv'])('that takes no more of %s is told of, and left empty', (name) =>
    inFolder(tables, (folder) => {
      // Files may not grow beyond 512 KiB: so the system refuses to write, as it does where the disk is full.
      const script = `mkdir tmp && ulimit -f 512 && TMPDIR=$PWD/tmp pva validate plan.yaml ${name} --rows register`
      const { stderr, status } = inShell('bash', script, folder)
      expect(stderr).toContain(
        'error table-not-read: not enough disk space for this table in the folder for temporary files, `',
      )
      expect([status, readdirSync(join(folder, 'tmp'))]).toEqual([2, []])
    }),
  )
})

describe('a file in it', () => {
  it('stops growing before the disk is full, as what a packed file unpacks to may', () =>
    inFreshFolder(async (folder) => {
      const [free, nearlyNone] = [
        { all: 4e9, free: 3e8 },
        { all: 4e9, free: 1e8 },
      ]
      const disks = [free, nearlyNone]
      const file = await temporaryFile(join(folder, 'f'), async () => disks.shift() ?? null)
      const megabytes = (count: number) => Buffer.alloc(count * 2 ** 20)
      await file.write(megabytes(15))
      await expect(file.write(megabytes(16))).rejects.toMatchObject({ why: 'disk' })
      await file.close()
      expect(readFileSync(join(folder, 'f'))).toHaveLength(15 * 2 ** 20)
    }))

  it('is written where the system does not tell what is left', () =>
    inFreshFolder(async (folder) => {
      const file = await temporaryFile(join(folder, 'f'), async () => null)
      await file.write(Buffer.from('x'))
      await file.close()
      expect(readFileSync(join(folder, 'f'), 'utf8')).toBe('x')
    }))

  it('never takes the place of another', () =>
    inFreshFolder(async (folder) => {
      writeFileSync(join(folder, 'f'), 'old')
      await expect(temporaryFile(join(folder, 'f'))).rejects.toMatchObject({ why: 'temporary-refused' })
      expect(readFileSync(join(folder, 'f'), 'utf8')).toBe('old')
    }))
})

function inFolder(files: Readonly<Record<string, string | Buffer>>, use: (folder: string) => Promise<void> | void) {
  return inFreshFolder(async (folder) => {
    for (const [name, content] of Object.entries({ 'plan.yaml': PLAN, ...files })) {
      writeFileSync(join(folder, name), content)
    }
    await use(folder)
  })
}
