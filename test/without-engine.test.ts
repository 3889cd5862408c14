import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { BESIDE, COMMAND, installedIn } from './support/installed.ts'

const PLAN = `kind: plan
id: p
title: P
period: 2018
areas: [{ id: a, name: A }]
indicators:
  - { id: jobs, name: Jobs, target: 100 }
`
const HEADER = 'indicator,period,area,value\n'
const row = 'jobs,2018,a,0.01\n'
/** More rows than are read cell by cell where there is an engine. */
const MANY = 100_001
const INSTALL = `\`npm install @duckdb/node-api@${manifest.peerDependencies['@duckdb/node-api']}\``

describe('pva as it is installed, without the package that reads large tables', () => {
  let folder: string
  const engine = (part: string) => join(folder, BESIDE, '@duckdb', part)
  const pva = (command: string, lang = 'en') => {
    const { stdout, stderr, status } = spawnSync(join(folder, COMMAND), command.split(' '), {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        LC_ALL: lang === 'vi' ? 'vi_VN.UTF-8' : 'C.UTF-8',
        TMPDIR: join(folder, 'tmp'),
      },
    })
    return { stdout, stderr, status }
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pva-test-'))
    installedIn(folder)
    mkdirSync(join(folder, 'tmp'))
    writeFileSync(join(folder, 'plan.yaml'), PLAN)
    writeFileSync(join(folder, 'small.csv'), HEADER + row)
    writeFileSync(join(folder, 'many.csv.gz'), gzipSync(HEADER + row.repeat(MANY)))
    writeFileSync(join(folder, 'large.csv'), HEADER + row.repeat((33 * 2 ** 20) / row.length))
    writeFileSync(join(folder, 'large.csv.gz'), gzipSync(HEADER + row.repeat((33 * 2 ** 20) / row.length)))
    writeFileSync(join(folder, 't.parquet'), 'PAR1\0\0\0\0PAR1')
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['small.csv', '0.01'],
    ['many.csv.gz', '1000.01'],
  ])('%s is read all the same', (file, sum) => {
    const { stdout, stderr, status } = pva(`report plan.yaml ${file} --rows register --format csv`)
    // The rows are alike, which is warned of.
    expect({ stderr: stderr.includes('equal-rows') ? '' : stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(stdout).toMatch(new RegExp(`,jobs,.*,${sum.replace('.', '[.]')},2018,`))
  })

  it.each(['large.csv', 'large.csv.gz', 't.parquet'])('%s is not read, and the way to have it read is told', (file) => {
    const { stderr, status } = pva(`report plan.yaml small.csv ${file} --rows register`)
    expect(stderr).toContain(`${file}:1:1 error table-not-read: tables of more than 32 MiB, and Parquet, need DuckDB`)
    expect(stderr).toContain(
      `   Install it where pva is installed: ${INSTALL}; with \`-g\` if pva is installed for all projects.`,
    )
    expect([status, readdirSync(join(folder, 'tmp'))]).toEqual([2, []])
    expect(pva(`validate plan.yaml ${file} --rows register`, 'vi').stderr).toContain(
      `Cài vào nơi đã cài pva: ${INSTALL}`,
    )
  })

  it.each([
    [
      'of another version',
      `exports.library_version = () => 'v1.4.0'`,
      'version v1.4.0 of DuckDB',
      'DuckDB đã cài là phiên bản v1.4.0',
    ],
    ['of a version that has no version', '', 'version ? of DuckDB', 'phiên bản ?'],
    ['without its parts', null, `does not start: Cannot find module '@duckdb/node-bindings'`, 'không chạy được'],
    [
      'for another system',
      `throw new Error('libc.so.6: version GLIBC_2.34 not found')`,
      'does not start: libc.so.6: version GLIBC_2.34 not found',
      null,
    ],
    ['that is no program', '}{', 'does not start: Unexpected token', null],
    ['that throws anything', 'throw null', 'does not start: null', 'không chạy được: null'],
  ])('an installation %s is told of, and not needed for the rest', (_, code, en, vi) => {
    const parts =
      code === null
        ? [['node-api', '']]
        : [
            ['node-api', ''],
            ['node-bindings', code],
          ]
    try {
      for (const [part = '', text = ''] of parts) {
        mkdirSync(engine(part), { recursive: true })
        writeFileSync(join(engine(part), 'package.json'), JSON.stringify({ name: `@duckdb/${part}`, main: 'index.js' }))
        writeFileSync(join(engine(part), 'index.js'), text)
      }
      const { stderr, status } = pva('validate plan.yaml large.csv --rows register')
      expect(stderr).toContain(`large.csv:1:1 error table-not-read: `)
      for (const part of [en, INSTALL]) expect(stderr).toContain(part)
      expect(status).toBe(2)
      // The reason stands in the same words of Vietnamese as above.
      if (vi === null) return
      expect(pva('validate plan.yaml large.csv --rows register', 'vi').stderr).toContain(vi)
      expect(pva('validate plan.yaml small.csv').status).toBe(0)
    } finally {
      rmSync(join(folder, BESIDE, '@duckdb'), { recursive: true })
    }
  })
})
