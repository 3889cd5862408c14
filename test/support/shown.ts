import { inflateRawSync } from 'node:zlib'
import type { Language } from '../../src/model/figure.ts'

/*
 * What a reader sees of a report, taken from what was written and from nothing that wrote it: the cells of a table in a
 * terminal by the blank strips between them, those of a page by its markup, those of a workbook by the number and the
 * format that stand in its XML.
 */

/** The cells of a row by the heads of their columns, in their order, as they are read: without marks of footnotes, `–` as nothing. */
export type ShownRow = ReadonlyMap<string, string>

const SUPERSCRIPTS = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g

function plain(text: string): string {
  const shown = text.replace(SUPERSCRIPTS, '').replace(/\s+/g, ' ').trim()
  return shown === '–' ? '' : shown
}

/**
 * The tables of a report that is so wide that no figure folds, each between two heavy rules. `texts` are the heads of columns
 * whose words go on in the line below, `headings` what runs across the columns.
 */
export function shownTables(
  text: string,
  texts: ReadonlySet<string>,
  headings: ReadonlySet<string>,
): readonly (readonly ShownRow[])[] {
  const tables: string[][] = []
  let current: string[] | null = null
  for (const line of text.split('\n')) {
    if (!line.startsWith('━')) current?.push(line)
    else if (current) {
      tables.push(current)
      current = null
    } else current = []
  }
  return tables.map((lines) => rowsOfTable(lines, texts, headings))
}

function rowsOfTable(
  lines: readonly string[],
  texts: ReadonlySet<string>,
  headings: ReadonlySet<string>,
): readonly ShownRow[] {
  const rule = lines.findIndex((line) => line.startsWith('─'))
  const heads = lines.slice(0, rule)
  const body = lines.slice(rule + 1).filter((line) => line.trim() !== '' && !headings.has(line.trim()))
  const columns = columnsOf([...heads, ...body])
  const cut = (line: string) => columns.map(([from, to]) => line.slice(from, to))
  const names = columns.map((_, index) => plain(heads.map((line) => cut(line)[index] ?? '').join(' ')))
  const rows: string[][] = []
  for (const line of body) {
    const cells = cut(line)
    // What stands in brackets below a figure says when it was.
    const begins = cells.some((cell, index) => !texts.has(names[index] ?? '') && /^[^()]*[^()\s][^()]*$/.test(cell))
    if (begins) rows.push(cells)
    else for (const [index, cell] of cells.entries()) rows.at(-1)?.splice(index, 1, `${rows.at(-1)?.[index]} ${cell}`)
  }
  return rows.map((cells) => new Map(cells.map((cell, index) => [names[index] ?? '', plain(cell)])))
}

/** Where there is no line with anything for two signs or more, one column ends and the next begins. */
function columnsOf(lines: readonly string[]): readonly (readonly [number, number])[] {
  const width = Math.max(...lines.map(({ length }) => length))
  const isBlank = (at: number) => lines.every((line) => (line[at] ?? ' ') === ' ')
  const columns: [number, number][] = []
  for (let at = 0; at < width; at++) {
    if (isBlank(at)) continue
    const last = columns.at(-1)
    if (last && at - last[1] < 2) last[1] = at + 1
    else columns.push([at, at + 1])
  }
  return columns
}

/** The rows of the tables of a page, each with what stands in small below a figure under the label of that. */
export function shownPageTables(page: string): readonly (readonly ShownRow[])[] {
  return page
    .split('<table class="stacked')
    .slice(1)
    .map((table) =>
      [...table.matchAll(/<tbody class="line[^"]*"[^>]*><tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => {
        const [, name = ''] = /<th scope="row"[^>]*>([\s\S]*?)<\/th>/.exec(row) ?? []
        const shown = new Map([['name', textOf(name.split('<')[0] ?? '')]])
        for (const [, label = '', content = ''] of row.matchAll(/data-label="([^"]*)"><div>([\s\S]*?)<\/div><\/td>/g)) {
          const [figure = '', ...below] = content.replace(/<sup>[\s\S]*?<\/sup>/g, '').split('<br>')
          shown.set(textOf(label), textOf(figure))
          for (const small of below) {
            const [, of = '', value = ''] = /^(.*?): (.*)$/.exec(textOf(small)) ?? []
            if (of !== '') shown.set(of, value)
          }
        }
        return shown
      }),
    )
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function textOf(markup: string): string {
  return plain(markup.replace(/<[^>]*>/g, '').replace(/&([a-z]+|#39);/g, (_, name: string) => ENTITIES[name] ?? '?'))
}

/** The rows of a sheet as a spreadsheet in that language shows them. */
export function shownSheet(workbook: Uint8Array, sheet: number, lang: Language): readonly ShownRow[] {
  const part = (name: string) => entryOf(Buffer.from(workbook), name)
  const styles = part('xl/styles.xml')
  const codes = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code = '']) => [
      id,
      unescaped(code),
    ]),
  )
  const [, formats = ''] = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles) ?? []
  const codeOf = [...formats.matchAll(/<xf [^>]*?numFmtId="(\d+)"/g)].map(([, id = '']) => codes.get(id) ?? id)
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item = '']) =>
    unescaped(item.replace(/<[^>]*>/g, '')),
  )
  const rows = [...part(`xl/worksheets/sheet${sheet}.xml`).matchAll(/<row [^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(
    ([, row = '']) =>
      new Map(
        [...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(
          ([, column = '', attributes = '', content = '']) => {
            const [, value = ''] = /<v>([\s\S]*?)<\/v>/.exec(content) ?? []
            const [, style = '0'] = /\bs="(\d+)"/.exec(attributes) ?? []
            if (value === '') return [column, '']
            if (attributes.includes('t="s"')) return [column, strings[Number(value)] ?? '?']
            if (attributes.includes('t="str"')) return [column, unescaped(value)]
            return [column, shownNumber(value, codeOf[Number(style)] ?? '0', lang)]
          },
        ),
      ),
  )
  const [heads = new Map<string, string>(), ...others] = rows
  return others.map((row) => new Map([...heads].map(([column, head]) => [plain(head), plain(row.get(column) ?? '')])))
}

/** An entry of an archive, found by the names that its directory lists. */
function entryOf(archive: Buffer, name: string): string {
  for (let at = archive.indexOf('PK\x01\x02'); at >= 0; at = archive.indexOf('PK\x01\x02', at + 4)) {
    const length = archive.readUInt16LE(at + 28)
    if (archive.toString('utf8', at + 46, at + 46 + length) !== name) continue
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20))
    return (archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
  }
  return ''
}

function unescaped(xml: string): string {
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => (name === 'apos' ? "'" : (ENTITIES[name] ?? '?')))
}

/** A number as its format code shows it, ties away from zero, in the notation of a language. */
function shownNumber(value: string, code: string, lang: Language): string {
  const [, digits = '', percent = '', , mark = ''] = /^#?,?#*0(?:\.(0+))?(%?)("([^"]*)")?$/.exec(code) ?? []
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(value) ?? []
  const places = digits.length
  // Shifted so that the places shown are whole, with one digit behind them that decides.
  const shift = Number(exponent) + (percent === '' ? 0 : 2) + places + 1 - fraction.length
  const scaled = BigInt(whole + fraction)
  const tenfold = shift >= 0 ? scaled * 10n ** BigInt(shift) : scaled / 10n ** BigInt(-shift)
  const rounded = ((tenfold + 5n) / 10n).toString().padStart(places + 1, '0')
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.']
  const before = rounded.slice(0, rounded.length - places)
  const grouped = code.startsWith('#,') ? before.replace(/\B(?=(\d{3})+$)/g, group) : before
  const after = places === 0 ? '' : point + rounded.slice(-places)
  return `${sign}${grouped}${after}${percent}${mark}`
}
