import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fieldsOf, readProse } from '../../support/prose-truth.ts'

const SAID = 'Thu 18.923 tỷ đồng, đạt 99,5% kế hoạch.'
const READ = ['actual 18.923', 'completion 99,5%']

describe('a plain text', () => {
  it('tells where a figure stands, in the first line of a file as in the last', () => {
    const { claims } = readProse(`Báo cáo\n\n  ${SAID}\r\n\r\nGhi chú: ${SAID}\n`)
    expect(claims.map(({ at }) => [at.line, at.column])).toEqual([
      [3, 7],
      [5, 14],
    ])
    expect(claims[1]?.figures.completion?.at.column).toBe(34)
  })

  it('goes on over lines that are broken for their length, and ends at blank lines and list items', () => {
    const broken = 'Trong năm 2018, các đơn vị của toàn ngành đã thu được\n18.923 tỷ đồng,\nđạt 99,5% kế hoạch.'
    expect(readProse(broken).claims.map(fieldsOf)).toEqual([[...READ, 'period 2018']])
    expect(readProse('- Thu 18.923 tỷ đồng\n- Chi đạt 99,5% kế hoạch').claims.map(fieldsOf)).toEqual([
      ['completion 99,5%'],
    ])
  })

  it.each([
    ['18 923', 'actual 18923'],
    ["18'923", 'actual 18923'],
    ['18\u202f923', 'actual 18923'],
    ['1 018 923', 'actual 1018923'],
  ])('reads groups of digits however they are set apart: %s', (number, actual) => {
    expect(readProse(`Thu ${number} tỷ đồng, đạt 99,5% kế hoạch.`).claims.map(fieldsOf)).toEqual([
      [actual, 'completion 99,5%'],
    ])
  })

  it('takes the number of a month for none of the number behind it', () => {
    expect(readProse('Tháng 12 300 người đi, đạt 99,5% kế hoạch.').claims.map(fieldsOf)).toEqual([
      ['actual 300', 'completion 99,5%'],
    ])
  })

  it('leaves open what "tương đương" says of an excess: how much it is, or how far the plan was reached', () => {
    const text = 'Thu 18.827 tỷ đồng, vượt 2.827 tỷ đồng, tương đương 17,67% so với kế hoạch 16.000 tỷ đồng.'
    expect(readProse(text).claims.map(fieldsOf)).toEqual([['actual 18.827', 'target 16.000']])
  })

  it('reads decomposed letters as composed ones', () => {
    expect(readProse(SAID.normalize('NFD')).claims.map(fieldsOf)).toEqual([READ])
  })

  it('leaves tables and code of Markdown out, and what makes letters bold', () => {
    const text = `# Báo cáo\n\nThu **18.923 tỷ đồng**, đạt *99,5%* kế hoạch.\n\n| Chi | đạt 98,5% kế hoạch |\n\n\`\`\`\nđạt 97,5% kế hoạch\n\`\`\`\n`
    expect(readProse(text, { kind: 'md' }).claims.map(fieldsOf)).toEqual([READ])
  })
})

describe('a page', () => {
  const page = (body: string) =>
    readProse(`<!DOCTYPE html><html><head><title>đạt 1,5%</title></head><body>${body}</body></html>`, { kind: 'html' })

  it('is its text, with references as letters and figures where they stand', () => {
    const { claims } = page(
      '<p class="a > b">Thu <b>18.923</b>&nbsp;t&#7927; &#273;&#x1ed3;ng,\n&#273;ạt 99,5% k&ecirc;́ hoạch.</p>'.replace(
        'k&ecirc;́',
        'kế',
      ),
    )
    expect(claims.map(fieldsOf)).toEqual([READ])
    expect(claims[0]?.figures.completion?.at).toMatchObject({ line: 2, column: 10 })
  })

  it.each(['script', 'style', 'table', 'noscript'])('leaves out what is in %s, also one within another', (name) => {
    const inner = `<${name}>${SAID}<${name}>${SAID}</${name}>${SAID}</${name}>`
    expect(page(`<div>${inner}</div><div>${SAID}</div>`).claims.length).toBeLessThanOrEqual(name === 'script' ? 3 : 1)
    expect(page(`<div>${SAID}</div><table><tr><td>${SAID}</td></tr></table>`).claims.length).toBe(1)
  })

  it('is read to its end, whatever is left open', () => {
    expect(page(`<p>${SAID}<div><span title="`).claims.map(fieldsOf)).toEqual([READ])
    expect(page(`<!-- ${SAID}`).claims).toEqual([])
    expect(page(`1 < 2 & 3 <p>${SAID}`).claims.map(fieldsOf)).toEqual([READ])
  })
})

describe('a Word document', () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const paragraph = (...runs: readonly string[]) =>
    `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`
  const archive = (body: string, before = '') =>
    zip({ 'word/document.xml': `<?xml version="1.0"?>${before}<w:document ${W}><w:body>${body}</w:body></w:document>` })
  const document = (body: string, before = '') => readProse(archive(body, before), { kind: 'docx' })
  const whole = () => archive(paragraph(SAID))

  it('is its paragraphs, whose numbers are lines, without tables and deleted text', () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('Chi đạt 98,5% kế hoạch.')}</w:tc></w:tr></w:tbl>`
    const deleted = '<w:del><w:r><w:delText>Thu 1,5 tỷ</w:delText></w:r></w:del>'
    const { claims } = document(
      `${paragraph('Báo cáo')}${table}${paragraph('Thu 18.', '923 tỷ đồng, đạt', ' 99,5% kế hoạch.')}<w:p>${deleted}</w:p>`,
    )
    expect(claims.map(fieldsOf)).toEqual([READ])
    expect(claims[0]?.at).toMatchObject({ line: 3, column: 5 })
  })

  it.each([
    ['not-a-zip', () => readProse('no archive', { kind: 'docx' })],
    ['broken', () => readProse(zip({ 'other.xml': '' }), { kind: 'docx' })],
    ['broken', () => document(`<w:p>&e;</w:p>`, '<!DOCTYPE d [<!ENTITY e "e">]>')],
    ['too-large', () => readProse(zip({ 'word/document.xml': ' '.repeat(40 * 1024 * 1024) }), { kind: 'docx' })],
    ['too-large', () => document(paragraph('1'.repeat(10_000_000)))],
    ['too-large', () => document(paragraph(`${SAID} `.repeat(60_000)))],
    ['broken', () => document('<w:p/>'.repeat(1_100_000))],
    ['broken', () => document('<w:p>'.repeat(1_000_000))],
    ['broken', () => document(`<w:p ${Array.from({ length: 300 }, (_, at) => `a${at}="1"`).join(' ')}/>`)],
    ['not-a-zip', () => readProse(whole().subarray(0, whole().length / 2), { kind: 'docx' })],
    [
      'broken',
      () => readProse(sizedAs(zip({ 'word/document.xml': ' '.repeat(40 * 1024 * 1024) }), 100), { kind: 'docx' }),
    ],
    ['encrypted', () => readProse(withPassword('EncryptedPackage'), { kind: 'docx' })],
    ['not-a-zip', () => readProse(withPassword('WordDocument'), { kind: 'docx' })],
  ])('is refused: %s', (why, read) => {
    expect(read().problems).toMatchObject([{ code: 'bad-document', args: { why } }])
  })
})

describe('a hostile text', () => {
  it.each([
    ['digits', '1'.repeat(1_000_000)],
    ['numbers', '1,5 '.repeat(150_000)],
    ['marks', `${'1.'.repeat(250_000)}5%`],
    ['percentages without an end', 'tăng 1,5% '.repeat(50_000)],
    ['commas', 'đạt, '.repeat(150_000)],
    ['one word', 'đ'.repeat(1_000_000)],
    ['references', '&amp;'.repeat(150_000)],
    ['tags', '<p '.repeat(150_000)],
    ['open elements', '<table>'.repeat(50_000)],
    ['blank lines', '\n'.repeat(500_000)],
    ['plans', 'kế hoạch đạt vượt '.repeat(30_000)],
  ])('of %s takes a time that grows with its length', { timeout: 60_000 }, (_, text) => {
    for (const kind of ['txt', 'html'] as const) {
      const started = process.cpuUsage()
      readProse(text, { kind, notation: 'vi' })
      const { user, system } = process.cpuUsage(started)
      expect((user + system) / 1e6).toBeLessThan(5)
    }
  })

  it('of 1 MB of statements is read whole, in a time as bounded', { timeout: 60_000 }, () => {
    const text = `${SAID} Tỷ lệ hộ nghèo giảm từ 4,24% xuống còn 3,28%, tương đương 2.527 hộ.\n\n`
    const book = text.repeat(Math.ceil(1_000_000 / new TextEncoder().encode(text).length))
    const started = process.cpuUsage()
    const { claims } = readProse(book)
    const { user, system } = process.cpuUsage(started)
    expect(claims.length).toBeGreaterThan(10_000)
    expect((user + system) / 1e6).toBeLessThan(10)
  })
})

/** What the directory says of the size of its first file is a lie. */
function sizedAs(archive: Uint8Array, size: number): Uint8Array {
  const lying = Buffer.from(archive)
  lying.writeUInt32LE(size, lying.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24)
  return lying
}

/** A compound file with a stream of this name, as Office writes one. */
function withPassword(stream: string): Uint8Array {
  const begin = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return Buffer.concat([begin, Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(4096)])
}

/** An archive of these files, packed. */
function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(Buffer.byteLength(text), 8)
    const names = Buffer.from(name)
    const lengths = Buffer.from([names.length, 0, 0, 0])
    const versions = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0])
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), versions, sizes, lengths, names, packed])
    const at = Buffer.alloc(4)
    at.writeUInt32LE(offset)
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        Buffer.from([20, 0]),
        versions,
        sizes,
        lengths,
        Buffer.alloc(10),
        at,
        names,
      ]),
    )
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, central, end])
}
