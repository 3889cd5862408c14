import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { problem } from '../../../src/model/problem.ts'
import { rejectsCsvHeader, rejectsCsvLines } from '../../../src/render/data/rejects.ts'

const at = { file: 'r.csv', line: 3, column: 5, length: 1 }
const noNumber = (written: string) => problem('not-a-number', at, { written, notation: null, why: 'other' })

describe('the file of refused rows', () => {
  it('says of each thing that is wrong where it stands, what it is called, what to do, and what the row is', () => {
    const rows = [{ problems: [noNumber('x'), problem('bad-period', at, { written: '20l8' })], text: 'a;20l8;"x\n"' }]
    const written = parse(rejectsCsvHeader + rejectsCsvLines(rows, 'vi')) as string[][]
    expect(written.map((cells) => cells.length)).toEqual([9, 9, 9])
    expect(written[0]).toEqual(['file', 'line', 'column', 'problem', 'message', 'remedy', 'row', 'sheet', 'cell'])
    expect(written[1]?.slice(0, 4)).toEqual(['r.csv', '3', '5', 'not-a-number'])
    expect(written.map((cells) => cells[6])).toEqual(['row', 'a;20l8;"x "', 'a;20l8;"x "'])
  })

  it.each(['=HYPERLINK("x")', '+1', '-1+1', '@SUM(A1)', '\t=1', 'a;=1', '＝1'])(
    'holds nothing that a spreadsheet runs: %j',
    (text) => {
      const lines = rejectsCsvLines([{ problems: [noNumber(text)], text }], 'en')
      const [cells = []] = parse(lines) as string[][]
      expect(cells.filter((cell) => /(^|;)\s*[=+\-@＝]/.test(cell))).toEqual([])
    },
  )

  it('has no cell that is longer than a spreadsheet can hold', () => {
    const [cells = []] = parse(
      rejectsCsvLines([{ problems: [noNumber('x')], text: 'x'.repeat(1e6) }], 'en'),
    ) as string[][]
    expect(cells[6]?.length).toBeLessThan(32_767)
  })
})
