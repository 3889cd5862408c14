import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvHeader, csvTable, type Delimiter, delimiters } from '../../../src/read/table/csv.ts'
import { columnsNamed } from '../../../src/read/table/grid.ts'
import { placed } from '../support.ts'

describe('a table of text', () => {
  it('has the names of its columns in the first row, and as many cells in each row', () => {
    expect(textsOf('indicator,value\njobs,18923\ntrainees,812\n')).toEqual([
      ['indicator', 'value'],
      ['jobs', '18923'],
      ['trainees', '812'],
    ])
  })

  it.each([
    ['a comma', 'a,b\n1,2\n'],
    ['a semicolon', 'a;b\n1;2\n'],
    ['a tab', 'a\tb\n1\t2\n'],
    ['a bar', 'a|b\n1|2\n'],
    ['a semicolon, with decimal commas', 'a;b\n1;2\n'],
    ['a byte-order mark and Windows line ends', '\ufeffa,b\r\n1,2\r\n'],
    ['line ends of old Macintoshes', 'a,b\r1,2\r'],
    ['empty lines before, between and after', '\n\na,b\n\r\n1,2\n\n'],
    ['no line end after the last row', 'a,b\n1,2'],
    ['quotes around everything', '"a","b"\n"1","2"\n'],
  ])('is read with %s', (_, text) => {
    expect(textsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('takes for the separator what stands equally often in each row, not what is most frequent in the header', () => {
    const text = 'tên (xã, phường, thị trấn);số hộ\nPhủ Lý;12\nDuy Tiên;7\n'
    expect(csvHeader('t.csv', bytesOf(text)).shape.delimiter).toBe(';')
  })

  it('does not take decimal commas for separators', () => {
    expect(textsOf('a;b\n3,28;0,96\n2,73;0,55\n')[1]).toEqual(['3,28', '0,96'])
  })

  it.each(['utf-16le', 'utf-16be'] as const)('is read in %s, as spreadsheets write "Unicode text"', (encoding) => {
    const bytes = Buffer.from('\ufeffchỉ tiêu\tsố lượng\r\nviệc làm\t18.923\r\n', 'utf16le')
    const { rows } = csvTable('t.txt', encoding === 'utf-16be' ? bytes.swap16() : bytes)
    expect(rows.map(({ texts }) => texts)).toEqual([['việc làm', '18.923']])
    expect(rows[0]?.cell(1).at).toEqual({ file: 't.txt', line: 2, column: 10, length: 6 })
  })

  it('composes letters that are made of parts, whose places stay as they stand', () => {
    const { rows } = csvTable('t.csv', bytesOf('a,b\nHa\u0300 Nam,1\n'))
    expect(rows[0]?.cell(0).text).toBe('Hà Nam')
    expect(rows[0]?.cell(1).at).toMatchObject({ line: 2, column: 9 })
  })
})

describe('the place of a cell', () => {
  it('counts quotes, and the lines inside cells', () => {
    const { header, rows } = csvTable('t.csv', bytesOf('a,"b ""c""",d\n"x\r\ny",,"z"\n\n1,2,3\n'))
    const places = [header, ...rows.map(({ cell }) => [0, 1, 2].map(cell))].map((cells) =>
      cells.map(({ text, at }) => `${text} ${at.line}:${at.column}+${at.length}`),
    )
    expect(places).toEqual([
      ['a 1:1+1', 'b "c" 1:3+9', 'd 1:13+1'],
      ['x\r\ny 2:1+2', ' 3:4+1', 'z 3:5+3'],
      ['1 5:1+1', '2 5:3+1', '3 5:5+1'],
    ])
  })

  it('is where a text editor finds it, whatever the cells hold', () => {
    fc.assert(
      fc.property(tables, ({ cells, text, delimiter }) => {
        const { rows } = csvTable('t.csv', bytesOf(text))
        const lines = text.split(/\r\n|[\n\r]/)
        expect(rows.map(({ texts }) => texts)).toEqual(cells.slice(1).map((row) => row.map((c) => c.normalize('NFC'))))
        for (const [index, row] of rows.entries()) {
          for (const [column, raw] of (cells[index + 1] ?? []).entries()) {
            const { at } = row.cell(column)
            const found = lines[at.line - 1]?.slice(at.column - 1)
            const firstLine = quoted(raw, delimiter).split(/\r\n|[\n\r]/)[0] ?? ''
            expect(found?.startsWith(firstLine)).toBe(true)
          }
        }
      }),
    )
  })
})

describe('what is wrong with a table', () => {
  it.each([
    ['an empty file', '', '1:1 table-syntax'],
    ['nothing but line ends', '\n\r\n', '1:1 table-syntax'],
    ['a quote that is never closed', 'a,b\n1,"2\n3,4\n', '2:3 table-syntax'],
    ['text behind the closing quote', 'a,b\n1,2\n"1"x,2\n', '3:4 table-syntax'],
    ['a quote inside a cell', 'a,b\n1,2\nThôn "Tân Lập",2\n', '3:6 table-syntax'],
    ['a blank before the opening quote', 'a,b\n1, "2"\n', '2:4 table-syntax'],
  ])('is told at its place: %s', (_, text, expected) => {
    const { problems, rows } = csvTable('t.csv', bytesOf(text))
    expect([placed(problems), rows]).toEqual([[expected], []])
  })

  it('is told where the first byte stands that is no UTF-8', () => {
    const { problems } = csvTable('t.csv', Buffer.from('a,b\nx,Ph\xfc\n', 'latin1'))
    expect(placed(problems)).toEqual(['2:5 not-utf8'])
  })

  it('is told of each row with too few or too many cells, and the others are read', () => {
    const { rows, raggedRows } = csvTable('t.csv', bytesOf('a,b\n1\n1,2\n"1\n",2,3\n5,6\n'))
    expect(placed(raggedRows.flatMap(({ problems }) => problems))).toEqual(['2:1 ragged-row', '4:1 ragged-row'])
    expect(rows.map(({ texts }) => texts)).toEqual([
      ['1', '2'],
      ['5', '6'],
    ])
  })

  it('is told of columns of one name where that name is used', () => {
    const { header } = csvTable('t.csv', bytesOf('stt,value,stt,value\n'))
    expect(placed(columnsNamed(header, ['value', 'area']).problems)).toEqual(['1:15 duplicate-column'])
    expect([...columnsNamed(header, ['value', 'area']).columns]).toEqual([['value', 1]])
  })
})

function textsOf(text: string): readonly (readonly string[])[] {
  const { header, rows, problems } = csvTable('t.csv', bytesOf(text))
  expect(problems).toEqual([])
  return [header.map((cell) => cell.text), ...rows.map(({ texts }) => texts)]
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Tables of two to four columns, written as RFC 4180 has it, with each separator and each line end. */
const tables = fc
  .record({
    columns: fc.integer({ min: 2, max: 4 }),
    delimiter: fc.constantFrom<Delimiter>(...delimiters),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    rowCount: fc.integer({ min: 0, max: 6 }),
  })
  .chain(({ columns, delimiter, lineEnd, rowCount }) => {
    const cell = fc.stringMatching(/^(?:[a-z0-9 ,;|."\t\nàêộ]|\u0301){0,8}$/)
    const row = fc.array(cell, { minLength: columns, maxLength: columns })
    return fc.array(row, { minLength: rowCount, maxLength: rowCount }).map((rows) => {
      const header = Array.from({ length: columns }, (_, column) => `c${column}`)
      const cells = [header, ...rows]
      const text = cells.map((each) => each.map((c) => quoted(c, delimiter)).join(delimiter)).join(lineEnd) + lineEnd
      return { cells, text, delimiter }
    })
  })
