import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { engineProblem } from '../../../src/cli/table/engine-problem.ts'
import { EngineFailure } from '../../../src/engine/engine.ts'
import { problemMessage } from '../../../src/render/problem/problems.ts'

const INSTALL = '`npm install @duckdb/node-api@1.5.6-r.1`'
const TEMPORARY = `\`${tmpdir()}\``

/** What cannot be staged in a folder of files: the machine fails, or the engine. */
describe('a table that cannot be read because of', () => {
  it.each([
    ['missing', '', ['not installed', INSTALL], ['chưa được cài', INSTALL]],
    ['broken', 'no glibc', ['does not start: no glibc', INSTALL], ['không chạy được: no glibc', INSTALL]],
    ['version', 'v1.4.2', ['version v1.4.2 of DuckDB', INSTALL], ['phiên bản v1.4.2', INSTALL]],
    ['memory', 'x', ['more memory', '`--memory 4GB`'], ['nhiều bộ nhớ hơn', '`--memory 4GB`']],
    ['disk', 'x', ['not enough disk space', TEMPORARY, '`TMPDIR`'], ['không đủ chỗ', TEMPORARY, '`TMPDIR`']],
    ['temporary-missing', 'x', ['does not exist', TEMPORARY, '`TMPDIR`'], ['không có thư mục', TEMPORARY, '`TMPDIR`']],
    ['temporary-refused', 'x', ['cannot write', TEMPORARY, '`TMPDIR`'], ['không ghi được', TEMPORARY, '`TMPDIR`']],
    [
      'too-many-groups',
      '',
      ['2,000,000 combinations', 'differs in every row'],
      ['2.000.000 tổ hợp', 'khác nhau ở mọi dòng'],
    ],
    ['changed', '', ['changed while it was read', 'again'], ['bị thay đổi trong khi đang đọc', 'Chạy lại']],
    ['rows-disagree', '', ['number of rows', 'again'], ['số dòng', 'Xuất lại']],
    [
      'unreadable',
      'Invalid Input Error: Failed to read file "/secret/place/p": bad\nLINE 1',
      ['cannot be read: Failed to read file "r.parquet": bad'],
      ['không đọc được tệp Parquet này: Failed to read file "r.parquet": bad'],
    ],
  ] as const)('%s says so, and what to do', (why, detail, en, vi) => {
    const found = engineProblem(new EngineFailure(why, detail), { path: 'r.parquet', format: 'parquet' })
    for (const [lang, parts] of [['en', en] as const, ['vi', vi] as const]) {
      const { message, remedy } = problemMessage(found, lang)
      expect(remedy).not.toBe('')
      expect(`${message} ${remedy}`).not.toContain('secret')
      for (const part of parts) expect(`${message}. ${remedy}`).toContain(part)
    }
  })
})
