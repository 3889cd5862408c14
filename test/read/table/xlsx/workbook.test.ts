import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sheetIn, sheetNames } from '../../../../src/read/table/xlsx/workbook.ts'
import { swellingSheet, type WorkbookParts, workbook, zip } from '../../../support/workbooks.ts'

/** As the program does it. */
function inflate(compressed: Uint8Array, most: number): Uint8Array | null {
  try {
    return inflateRawSync(compressed, { maxOutputLength: Math.max(most, 1) })
  } catch {
    return null
  }
}

const read = (parts: WorkbookParts, sheet: string | null = null) => sheetIn(workbook(parts), sheet, inflate)

/** The one cell of a sheet. */
function cell(markup: string, parts: Partial<WorkbookParts> = {}) {
  const sheet = read({ rows: `<row r="1">${markup}</row>`, ...parts })
  if (typeof sheet === 'string') return sheet
  const found = sheet.rows[0]?.cells[0]
  return found && { text: found.text, isNumber: found.isNumber }
}

describe('a cell of a workbook', () => {
  it.each([
    ['a whole number', '<v>18923</v>', '18923'],
    ['what was typed as 2.73, stored with 17 digits', '<v>2.7299999999999995</v>', '2.7299999999999995'],
    ['what was typed as 1.1, as spreadsheets write that float', '<v>1.1000000000000001</v>', '1.1'],
    ['what was typed as 4.05, as spreadsheets write that float', '<v>4.0499999999999998</v>', '4.05'],
    ['a large number', '<v>1.2345E+20</v>', '123450000000000000000'],
    ['a small number', '<v>-2.5E-7</v>', '-0.00000025'],
    ['zero', '<v>-0</v>', '0'],
  ])('holds %s as the decimals that were typed', (_, markup, text) => {
    expect(cell(`<c r="A1">${markup}</c>`)).toEqual({ text, isNumber: true })
  })

  it.each([
    ['per cent', '0.0%', '<v>2.7300000000000001E-2</v>', '2.73%'],
    ['per cent with the zeros that it shows', '0.00%', '<v>0.027</v>', '2.70%'],
    ['a number with the zeros that it shows', '#,##0.00', '<v>2.7</v>', '2.70'],
    ['a number with all of its digits, though the sheet shows fewer', '0.0', '<v>2.7345</v>', '2.7345'],
    ['a number with a % of text behind it', '0.0&quot;%&quot;', '<v>2.7</v>', '2.7'],
    ['a number in a colour', '[Red]0', '<v>5</v>', '5'],
  ])('says %s as its format means it', (_, format, markup, text) => {
    expect(cell(`<c r="A1" s="1">${markup}</c>`, { formats: [format] })).toEqual({ text, isNumber: true })
  })

  it.each([
    ['d/m/yyyy', '43101', false, '2018-01-01'],
    ['yyyy-mm-dd hh:mm', '43101.75', false, '2018-01-01'],
    ['yyyy\\-mm\\-dd', '61', false, '1900-03-01'],
    ['dd mmmm', '1', false, '1900-01-01'],
    ['mm/yyyy', '43435', false, '2018-12'],
    ['yyyy', '43435', false, '2018'],
    ['d/m/yy', '41639', true, '2018-01-01'],
  ])('is the day, month or year that its format shows: %s', (format, stored, startsIn1904, text) => {
    expect(cell(`<c r="A1" s="1"><v>${stored}</v></c>`, { formats: [format], startsIn1904 })).toEqual({
      text,
      isNumber: false,
    })
  })

  it.each([
    ['shared', '<c r="A1" t="s"><v>0</v></c>', 'Việc làm'],
    ['in runs, without the readings beside it', '<c r="A1" t="s"><v>1</v></c>', 'Tỷ lệ hộ nghèo'],
    ['inline', '<c r="A1" t="inlineStr"><is><t>16.250</t></is></c>', '16.250'],
    ['of a formula', '<c r="A1" t="str"><f>B1</f><v>16.250</v></c>', '16.250'],
    ['of an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['of a yes, which is no 1', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['decomposed', '<c r="A1" t="inlineStr"><is><t>Vie\u0323\u0302c</t></is></c>', 'Việc'],
    ['with markup in it', '<c r="A1" t="inlineStr"><is><t>a &lt;b&gt; &amp;</t></is></c>', 'a <b> &'],
    ['of names that objects have', '<c r="A1" t="inlineStr"><is><t>__proto__</t></is></c>', '__proto__'],
  ])('holds text %s', (_, markup, text) => {
    const strings = [
      '<t>Việc làm</t>',
      '<r><t>Tỷ lệ </t></r><r><rPr><b/></rPr><t>hộ nghèo</t></r><rPh sb="0" eb="1"><t>reading</t></rPh>',
    ]
    expect(cell(markup, { strings })).toEqual({ text, isNumber: false })
  })

  it('is the value that a formula came to when the file was saved', () => {
    expect(cell('<c r="A1"><f>SUM(B1:B9)</f><v>42</v></c>')).toEqual({ text: '42', isNumber: true })
  })
})

describe('a sheet', () => {
  it('keeps the places of its rows and columns, and passes over what is empty', () => {
    const rows =
      '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c><c r="E2" s="1"/></row><row r="3"/><row r="7"><c><v>3</v></c><c><v>4</v></c></row>'
    expect(read({ rows })).toEqual({
      name: 'Sheet1',
      isHidden: false,
      hiddenColumns: new Set(),
      merged: [],
      rows: [
        {
          number: 2,
          isHidden: false,
          cells: [
            { column: 1, text: '1', isNumber: true },
            { column: 3, text: '2', isNumber: true },
          ],
        },
        {
          number: 7,
          isHidden: false,
          cells: [
            { column: 0, text: '3', isNumber: true },
            { column: 1, text: '4', isNumber: true },
          ],
        },
      ],
    })
  })

  it('is the first one, or the one of that name', () => {
    const parts = {
      rows: '<row><c><v>1</v></c></row>',
      sheet: 'Năm 2017',
      others: [{ name: 'Năm 2018', rows: '<row><c><v>2</v></c></row>' }],
    }
    expect(read(parts)).toMatchObject({ name: 'Năm 2017' })
    expect(read(parts, 'Năm 2018')).toMatchObject({ name: 'Năm 2018', rows: [{ cells: [{ text: '2' }] }] })
    expect(read(parts, 'Năm 2019')).toBe('no-sheet')
    expect(sheetNames(workbook(parts), inflate)).toEqual(['Năm 2017', 'Năm 2018'])
  })
})

describe('a workbook that nobody made with a spreadsheet', () => {
  it('is not gone through when it says a cell stands where none can be', () => {
    expect(read({ rows: '<row r="99999999"><c r="A99999999"><v>1</v></c></row>' })).toBe('too-far')
    expect(read({ rows: '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>' })).toBe('too-far')
  })

  it('is not taken apart when it says that it is larger than anyone can hold', () => {
    const content = Buffer.from('x')
    expect(read({ rows: '', sheetEntry: { content, claims: 1_500_000_000 } })).toBe('too-large')
  })

  it('is not held when it is larger than it says', () => {
    expect(read({ rows: '', sheetEntry: { packed: swellingSheet(1500), claims: 1000 } })).toBe('broken')
  })

  it.each([
    ['an entity of another file', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['entities that multiply', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'],
  ])('is refused with %s', (_, doctype) => {
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>'
    expect(read({ rows, doctype })).toBe('broken')
  })

  it.each([
    ['an entity that nobody declared', '<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>'],
    ['a tag that is not closed', '<row r="1"><c r="A1">'],
  ])('is refused with %s', (_, rows) => {
    expect(read({ rows })).toBe('broken')
  })

  it('is refused where it nests or carries more than any workbook does', () => {
    const sheet = (content: string) => read({ rows: '', sheetEntry: { content: Buffer.from(content) } })
    expect(sheet('<a>'.repeat(3_000_000))).toBe('broken')
    const attributes = Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(' ')
    expect(sheet(`<worksheet ${attributes}></worksheet>`)).toBe('broken')
    expect(sheet(`<worksheet>${'<b/>'.repeat(1_100_000)}</worksheet>`)).toBe('broken')
    expect(read({ rows: `<row r="1">${'<c><v>1</v></c>'.repeat(200_001)}</row>` })).toBe('too-far')
    expect(read({ rows: '<row><c><v>1</v></c></row>'.repeat(200_001) })).toBe('too-many-cells')
  })

  it('is refused with bytes that are no UTF-8', () => {
    expect(read({ rows: '', sheetEntry: { content: Buffer.from('<worksheet>\xff</worksheet>', 'latin1') } })).toBe(
      'broken',
    )
  })

  it('is told to be older, or to have a password, by what a compound file holds', () => {
    const compound = (entry: string) =>
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(entry, 'utf16le')])
    expect(sheetIn(compound('Workbook'), null, inflate)).toBe('old-format')
    expect(sheetIn(compound('EncryptedPackage'), null, inflate)).toBe('encrypted')
  })

  it('is told by what it is', () => {
    expect(sheetIn(Buffer.from('indicator,value\njobs,1\n'), null, inflate)).toBe('not-a-zip')
    expect(sheetIn(Buffer.alloc(0), null, inflate)).toBe('not-a-zip')
    expect(sheetIn(zip([{ name: 'word/document.xml', content: Buffer.from('<a/>') }]), null, inflate)).toBe('not-a-zip')
    expect(sheetIn(workbook({ rows: '' }).subarray(0, 700), null, inflate)).toBe('not-a-zip')
    expect(read({ rows: '', sheetEntry: { flags: 1 } })).toBe('encrypted')
  })

  it('never crashes, whichever byte of it is another', () => {
    const whole = workbook({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>', strings: ['<t>x</t>'], formats: ['0.0'] })
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0xff
      expect(() => sheetIn(bytes, null, inflate)).not.toThrow()
    }
  })
})
