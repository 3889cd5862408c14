import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of an archive; `claims` is the size that the directory says it has. */
export interface ZipEntry {
  readonly name: string
  readonly content: Buffer
  /** Already packed: what `content` would be is of no matter. */
  readonly packed?: Buffer
  readonly claims?: number
  readonly flags?: number
}

/** A ZIP archive, written out by hand so that it can also lie. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, packed = deflateRawSync(content), claims = content.length, flags = 0 } of entries) {
    const bytes = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims, 18)
    fields.writeUInt16LE(bytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, bytes, packed])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, entry, bytes]))
    locals.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, listed, end])
}

export interface WorkbookParts {
  /** What stands in `<sheetData>`. */
  readonly rows: string
  readonly sheet?: string
  /** Before the root of the sheet. */
  readonly doctype?: string
  readonly strings?: readonly string[]
  /** Format codes of the styles 1, 2, …; style 0 has none. */
  readonly formats?: readonly string[]
  readonly startsIn1904?: boolean
  /** Ranges of the first sheet, `B2:B4`. */
  readonly merged?: readonly string[]
  /** Of the first sheet, in front of its rows: `<col …/>`. */
  readonly columns?: string
  /** Of the first sheet: `hidden`, `veryHidden`. */
  readonly state?: string
  /** Sheets behind the first. */
  readonly others?: readonly {
    readonly name: string
    readonly rows: string
    readonly merged?: readonly string[]
  }[]
  /** Instead of a sheet made of `rows`. */
  readonly sheetEntry?: Partial<ZipEntry>
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** The least that makes a workbook. */
export function workbook(parts: WorkbookParts): Buffer {
  const {
    rows,
    sheet = 'Sheet1',
    doctype = '',
    strings,
    formats = [],
    startsIn1904,
    merged = [],
    columns = '',
    state,
    others = [],
    sheetEntry,
  } = parts
  const sheets = [{ name: sheet, rows, merged }, ...others]
  const file = (name: string, content: string): ZipEntry => ({ name, content: Buffer.from(HEAD + content) })
  const mergedIn = (ranges: readonly string[]) =>
    ranges.length > 0 ? `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>` : ''
  const sheetFile = (content: string, before = '', behind = '') =>
    `${doctype}<worksheet xmlns="${MAIN}">${before}<sheetData>${content}</sheetData>${behind}</worksheet>`
  return zip([
    file(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${startsIn1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets
        .map(
          ({ name }, index) =>
            `<sheet name="${name}"${index === 0 && state ? ` state="${state}"` : ''} sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    file(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ),
    ...(strings
      ? [
          file(
            'xl/sharedStrings.xml',
            `<sst xmlns="${MAIN}">${strings.map((each) => `<si>${each}</si>`).join('')}</sst>`,
          ),
        ]
      : []),
    ...(formats.length > 0
      ? [
          file(
            'xl/styles.xml',
            `<styleSheet xmlns="${MAIN}"><numFmts>${formats
              .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)
              .join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
              .map((_, index) => `<xf numFmtId="${164 + index}"/>`)
              .join('')}</cellXfs></styleSheet>`,
          ),
        ]
      : []),
    ...sheets.map(({ rows: content, merged: ranges = [] }, index) => ({
      ...file(
        `xl/worksheets/sheet${index + 1}.xml`,
        sheetFile(content, index === 0 && columns ? `<cols>${columns}</cols>` : '', mergedIn(ranges)),
      ),
      ...(index === 0 && sheetEntry),
    })),
  ])
}

/** A sheet that swells to about `megabytes` although it takes a thousandth of that. */
export function swellingSheet(megabytes: number): Buffer {
  const start = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`
  // A block that ends on a border of bytes can be put behind itself.
  const block = deflateFlushed(Buffer.alloc(1024 * 1024, ' '))
  const blocks = Array.from({ length: megabytes }, () => block)
  return Buffer.concat([
    deflateFlushed(Buffer.from(start)),
    ...blocks,
    deflateRawSync(Buffer.from('</sheetData></worksheet>')),
  ])
}

function deflateFlushed(content: Buffer): Buffer {
  const Z_FULL_FLUSH = 3
  return deflateRawSync(content, { finishFlush: Z_FULL_FLUSH })
}
