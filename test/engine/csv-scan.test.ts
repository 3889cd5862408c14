import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordScan } from '../../src/engine/csv-scan.ts'
import { LINE_FEED_PROGRAM, lineFeedsIn } from '../../src/engine/line-feeds.ts'

const SHAPE = { delimiter: ',', columns: 2, headLine: 1 }

/** What a scan finds in a file that comes in pieces. */
function scanned(bytes: Buffer, cuts: readonly number[], told: 'all' | 'count', headLine = 1) {
  const scan = recordScan({ ...SHAPE, headLine }, () => {}, told)
  let from = 0
  for (const cut of [...cuts.map((each) => each % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    scan.feed(bytes.subarray(from, cut))
    from = cut
    if (scan.fault()) break
  }
  scan.end()
  return { records: scan.records(), fault: scan.fault(), isRegular: scan.isRegular() }
}

/** Rows that hold something, in lines of every sort. */
const rows = fc.constantFrom('a,b', 'x,y', 'ế,1', ',', 'a', '"x\ny",z', '"x\r\n""",', '""', 'a"b', '"a"b', '"open')
const texts = fc
  .record({
    hasMark: fc.boolean(),
    lines: fc.array(fc.tuple(rows, fc.constantFrom('\n', '\n', '\r\n', '\r')), { maxLength: 12 }),
    isEnded: fc.boolean(),
  })
  .map(({ hasMark, lines, isEnded }) => {
    const text = (hasMark ? '\ufeff' : '') + lines.flat().join('')
    return isEnded ? text : text.trimEnd()
  })

describe('rows are counted', () => {
  it('the same line by line as byte by byte, wherever pieces of the file end', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), { maxLength: 5 }), fc.nat(4), (text, cuts, above) => {
        const bytes = Buffer.from(text)
        expect(scanned(bytes, cuts, 'count', above + 1)).toEqual(scanned(bytes, [], 'all', above + 1))
      }),
      { numRuns: 1000 },
    )
  })

  it.each([0, 1, 15, 16, 17, 262_143, 262_144, 262_145, 600_000])('among %i bytes, however they lie', (length) => {
    const bytes = Uint8Array.from({ length: length + 3 }, (_, index) => (index * 7919) % 61)
    const wanted = bytes.subarray(3)
    expect(lineFeedsIn(wanted)).toBe(wanted.filter((byte) => byte === 0x0a).length)
  })

  it('sixteen bytes at a time: the program for it is one', () => {
    expect(
      (globalThis as unknown as { WebAssembly: { validate(bytes: Uint8Array): boolean } }).WebAssembly.validate(
        LINE_FEED_PROGRAM,
      ),
    ).toBe(true)
  })
})
