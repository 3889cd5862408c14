import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { inFreshFolder } from '../support/folder.ts'
import { pva } from '../support/run.ts'

const PLAN = `kind: plan
id: p
title: P
period: 2018
areas: [{ id: a, name: A }, { id: b, name: B }]
indicators:
  - { id: jobs, name: Jobs, target: 100 }
`
const HEADER = 'indicator,period,area,value\n'
const TABLE = `${HEADER}jobs,2018,a,5\n`
const packed = gzipSync(TABLE)
/** A file of gzip ends with the check sum and the length of what was packed, four bytes each. */
const changed = (fromEnd: number) => {
  const bytes = Buffer.from(packed)
  bytes[bytes.length - fromEnd] = (bytes.at(-fromEnd) as number) ^ 1
  return bytes
}

const NOT_PACKED = 'this is not a gzip file, despite its name'
const BROKEN_OFF = 'this gzip file is incomplete'
const DAMAGED = 'this gzip file is damaged: its checksum does not match'

describe('a packed table', () => {
  it('that breaks off is refused, wherever that is', () =>
    inFolder(async (told) => {
      for (let length = 0; length < packed.length; length++) {
        expect(await told(packed.subarray(0, length)), String(length)).toBe(BROKEN_OFF)
      }
    }))

  it.each([
    ['a wrong check sum', changed(8), DAMAGED],
    ['a wrong length', changed(1), DAMAGED],
    ['a wrong byte inside', changed(20), DAMAGED],
    ['something else behind its end', Buffer.concat([packed, Buffer.from('more rows')]), DAMAGED],
    ['rows behind zeros', Buffer.concat([packed, Buffer.alloc(70_000), gzipSync('jobs,2018,b,2\n')]), DAMAGED],
    ['a second part that breaks off', Buffer.concat([packed, packed.subarray(0, 20)]), BROKEN_OFF],
    ['text', Buffer.from(TABLE), NOT_PACKED],
    ['the magic of zip', Buffer.from('PK\u0003\u0004'), NOT_PACKED],
  ])('with %s is refused', (_, bytes, said) => inFolder(async (told) => expect(await told(bytes)).toBe(said)))

  it.each([
    ['in two parts', Buffer.concat([packed, gzipSync('jobs,2018,b,2\n')]), 7],
    ['filled up with zeros', Buffer.concat([packed, Buffer.alloc(5_000_000)]), 5],
    ['in UTF-16', gzipSync(Buffer.from(`\ufeff${TABLE.replaceAll(',', '\t')}`, 'utf16le')), 5],
    ['with rows for an engine', gzipSync(HEADER + 'jobs,2018,a,0.01\n'.repeat(100_001)), 1000.01],
  ])('%s is read', (_, bytes, sum) =>
    inFolder(async (_told, report, folder) => {
      const csv = await report(bytes)
      expect(csv).toMatch(new RegExp(`^p,.*,jobs,.*,${String(sum).replace('.', '[.]')},`, 'm'))
      expect(readdirSync(join(folder, 'tmp'))).toEqual([])
    }),
  )

  it('is told of in Vietnamese', () =>
    inFolder(async (told) => {
      const said = async (bytes: Buffer) => told(bytes, 'vi')
      expect(await said(Buffer.from(TABLE))).toBe('tệp này không được nén bằng gzip, dù tên có đuôi `.gz`')
      expect(await said(packed.subarray(0, 30))).toBe('tệp nén này bị cắt cụt')
      expect(await said(changed(8))).toBe('tệp nén này bị hỏng: mã kiểm tra không khớp')
    }))
})

type Told = (bytes: Buffer, lang?: 'en' | 'vi') => Promise<string | undefined>

async function inFolder(
  use: (told: Told, report: (bytes: Buffer) => Promise<string>, folder: string) => Promise<unknown>,
) {
  await inFreshFolder(async (folder) => {
    writeFileSync(join(folder, 'plan.yaml'), PLAN)
    mkdirSync(join(folder, 'tmp'))
    vi.stubEnv('TMPDIR', join(folder, 'tmp'))
    try {
      const run = (bytes: Buffer, command: string) => {
        writeFileSync(join(folder, 'r.csv.gz'), bytes)
        return pva(folder, command)
      }
      const told: Told = async (bytes, lang = 'en') => {
        const { stderr, exit } = await run(bytes, `validate plan.yaml r.csv.gz --rows register --lang ${lang}`)
        expect([exit, readdirSync(join(folder, 'tmp'))]).toEqual([2, []])
        return /r\.csv\.gz:1:1 \S+ unreadable: (.*)/.exec(stderr)?.[1]
      }
      const report = async (bytes: Buffer) => {
        const { stdout, stderr, exit } = await run(bytes, 'report plan.yaml r.csv.gz --rows register --format csv')
        // The rows are alike, which is warned of.
        const said = stderr.includes('warning equal-rows') ? '' : stderr
        expect({ said, exit }).toEqual({ said: '', exit: 0 })
        return stdout
      }
      await use(told, report, folder)
    } finally {
      vi.unstubAllEnvs()
    }
  })
}
