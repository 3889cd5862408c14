import { writeXlsx } from 'hucre/xlsx'
import type { Language } from '../../model/figure.ts'
import type { Problem } from '../../model/problem.ts'
import { positionText } from '../figure/place-text.ts'
import { problemMessage, severityWord } from '../problem/problems.ts'
import {
  type Block,
  type Column,
  columnsOf,
  type Document,
  rowLines,
  type Sheet,
  type Table,
} from '../view/document.ts'
import type { DocumentFormat } from '../view/format.ts'
import { xlsxWordsOf } from '../words/words.ts'
import type { XlsxWords } from '../words/xlsx-en.ts'
import { figureCell, textCell } from './cells.ts'
import { formSheet } from './form.ts'
import { type CellPlace, type PrintedSheet, sheetOf, type XlsxColumn } from './sheet.ts'

export const workbook: DocumentFormat = {
  isBinary: true,
  look: () => ({
    unicode: true,
    marks: { sign: (_, text) => text, separator: '\n' },
    yearsPerTable: Number.POSITIVE_INFINITY,
    hasRoom: true,
    isWorkbook: true,
  }),
  write: (documentIn, { lang, problems }) => renderWorkbook(documentIn(lang), { lang, problems }),
}

export interface WorkbookOptions {
  readonly lang: Language
  readonly problems: readonly Problem[]
}

/**
 * A document as an Excel workbook: a sheet for each kind of table, with the rows of all its subjects under one head; then
 * what is said in sentences, and the problems. Numbers are numbers and show what the table prints; a quotient also stands
 * as a live formula.
 */
export async function renderWorkbook(document: Document, { lang, problems }: WorkbookOptions): Promise<Uint8Array> {
  const say = xlsxWordsOf(lang)
  const groups = new Map<string, SheetRows>()
  const told: Told[] = []
  const forms: NamedSheet[] = []
  for (const blocks of document.parts) {
    const subject = blocks.find((block) => block.kind === 'head')?.title ?? ''
    collect(blocks, { subject, groups, forms, told, say })
  }
  if (told.length > 0) addTable(toldTable(told, say), { subject: '', groups, forms, told, say })
  addTable(problemTable(problems, lang, say), { subject: '', groups, forms, told, say })
  const written = ({ name, columns, rows, lastPrinted }: SheetRows, isPrinted = true): NamedSheet => ({
    name,
    sheet: (unique) =>
      sheetOf(unique, columns, rows, { title: document.title, foot: say.page, last: lastPrinted, isPrinted }),
  })
  const inputs = groups.get('inputs')
  const others = [...groups.values()].filter((group) => group !== inputs)
  const all = [...forms, ...others.map((group) => written(group)), ...(inputs ? [written(inputs, false)] : [])]
  return workbookOf(all)
}

/** The same bytes for the same sheets. */
export function workbookOf(all: readonly NamedSheet[]): Promise<Uint8Array> {
  const sheets = sheetNames(all).map(([name, { sheet }]) => sheet(name))
  return writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.flatMap(({ names }) => names),
    properties: { modified: NO_CLOCK },
  })
}

/** The library would write the time of day into the file, and the same report would have other bytes each time. */
// biome-ignore lint/style/noRestrictedGlobals: a day, always the same, and no clock
const NO_CLOCK = new Date('1980-01-01T00:00:00Z')

/** A sheet under the name that it asks for, which another may have already. */
export interface NamedSheet {
  readonly name: string
  readonly sheet: (unique: string) => PrintedSheet
}

/** One sheet: rows of several tables of one kind, each written by the columns of its own table. */
interface SheetRows {
  readonly name: string
  readonly columns: XlsxColumn<SheetRow>[]
  readonly rows: SheetRow[]
  readonly lastPrinted: string | null
}

interface SheetRow {
  readonly subject: string
  readonly heading: string
  /** By the key of its column. */
  readonly cellIn: (key: string, place: CellPlace) => ReturnType<typeof textCell>
}

/** A sentence, and what it is said of. */
interface Told {
  readonly subject: string
  readonly of: string
  readonly text: string
}

interface Collecting {
  readonly subject: string
  readonly groups: Map<string, SheetRows>
  readonly forms: NamedSheet[]
  readonly told: Told[]
  readonly say: XlsxWords
}

function collect(blocks: readonly Block[], into: Collecting): void {
  const tell = (texts: readonly string[], of = '') => {
    for (const text of texts) into.told.push({ subject: into.subject, of, text })
  }
  for (const block of blocks) {
    switch (block.kind) {
      case 'head':
        tell([...block.facts, ...block.lines])
        break
      case 'table':
        block.with((table) => {
          if (table.isOfPage) return
          const { form } = table
          if (form) {
            const number = into.forms.length + 1
            into.forms.push({
              name: table.name,
              sheet: (unique) => formSheet(unique, table, form, number, into.say.page),
            })
            return
          }
          addTable(table, into)
          tell(table.remarks ?? [], table.name)
        })
        break
      case 'tally':
        tell([block.sentence])
        break
      case 'passage':
        for (const { text, of, onlyIf } of block.sentences) if (onlyIf === undefined) tell([text], of)
        break
      case 'sheet':
        addTable(sheetTable(block, into.say), into)
        break
      case 'either':
        collect(block.ways[0]?.() ?? [], into)
        break
      case 'figure':
        break
    }
  }
}

function addTable<Row>({ key, name, sheetName, lines, columns, sheet, lead }: Table<Row>, into: Collecting): void {
  const { groups, subject, say } = into
  const all = sheet ?? columns
  const known = groups.get(key)
  const group: SheetRows = known ?? {
    name: sheetName ?? name,
    columns: namingColumns(say),
    rows: [],
    lastPrinted: columns.at(-1)?.head ?? null,
  }
  groups.set(key, group)
  const shown = all.filter(({ drawing }) => drawing === undefined)
  for (const column of shown) {
    if (!group.columns.some((other) => other.key === column.key)) group.columns.push(xlsxColumn(column))
  }
  if (!group.columns.some((other) => other.key === NOTES))
    group.columns.push({ ...ofKey(NOTES, say.note, 40), isOptional: true })
  const byKey = new Map(shown.map((column) => [column.key, column]))
  let heading = ''
  for (const line of lines) {
    if (line.kind === 'text' && line.role === 'heading' && !line.hasColumn) heading = line.text
    if (line.kind !== 'row') continue
    const { row } = line
    group.rows.push({
      subject,
      heading,
      cellIn: (asked, place) => {
        if (asked === NOTES) return textCell(notesOf(shown, row))
        const column = byKey.get(asked)
        if (!column) return { value: null }
        const figure = column.figure?.(row)
        const quotient = figure?.quotientOf?.map((of) => place.letterOf(of) + String(place.row)).join('/')
        if (figure) return figureCell(figure, quotient)
        const { text, depth = 0 } = column.cell(row)
        // Spreadsheets keep blanks at the start of a text: they show what is part of what.
        return textCell(column.key === lead.key ? '    '.repeat(depth) + text : text)
      },
    })
  }
}

/** Beside a workbook's numbers there is no room for marks: what they mean stands in a column of its own. */
const NOTES = 'notes'

function notesOf<Row>(columns: readonly Column<Row>[], row: Row): string {
  const texts = columns.flatMap(({ cell }) => cell(row).marks?.split('\n') ?? [])
  return [...new Set(texts)].filter((text) => text !== '').join('\n')
}

function namingColumns(say: XlsxWords): XlsxColumn<SheetRow>[] {
  const named = (key: 'subject' | 'heading', head: string, width: number): XlsxColumn<SheetRow> => ({
    key,
    head,
    width,
    cell: (row) => textCell(row[key]),
    isOptional: true,
  })
  return [named('subject', say.plan, 28), named('heading', say.section, 18)]
}

function xlsxColumn<Row>({ key, head, comfortable, align }: Column<Row>): XlsxColumn<SheetRow> {
  return ofKey(key, head, Math.max(align === 'right' ? 12 : 8, Math.min(comfortable, 60)))
}

function ofKey(key: string, head: string, width: number): XlsxColumn<SheetRow> {
  return { key, head, width, cell: ({ cellIn }, place) => cellIn(key, place) }
}

/** Excel takes 31 signs, and some not at all. */
function sheetNames(groups: readonly NamedSheet[]): readonly (readonly [string, NamedSheet])[] {
  const used = new Set<string>()
  return groups.map((group) => {
    const name =
      group.name
        .replace(/[[\]:*?/\\']/g, ' ')
        .slice(0, 31)
        .trim() || 'Sheet'
    let unused = name
    for (let count = 2; used.has(unused.toLowerCase()); count++) unused = `${name.slice(0, 27)} ${count}`
    used.add(unused.toLowerCase())
    return [unused, group]
  })
}

function textTable<Row>(
  key: string,
  name: string,
  rows: readonly Row[],
  columns: readonly (readonly [
    key: string,
    head: string,
    width: number,
    of: (row: Row) => string | number | null | undefined,
  ])[],
): Table<Row> {
  const { left } = columnsOf<Row>()
  const shown = columns.map(([column, head, width, of]) => left(column, head, width, (row) => String(of(row) ?? '')))
  const [lead] = shown
  if (!lead) throw new RangeError('a table without columns')
  return { key, name, lines: rowLines(rows), columns: shown, lead }
}

function toldTable(told: readonly Told[], say: XlsxWords): Table<Told> {
  return textTable('told', say.sheets.told, told, [
    ['of-plan', say.plan, 28, ({ subject }) => subject],
    ['of', say.about, 30, ({ of }) => of],
    ['text', say.told, 100, ({ text }) => text],
  ])
}

function sheetTable({ title, subtitles, sections }: Sheet, say: XlsxWords) {
  const rows = sections.flatMap(({ title: section, entries, none }) =>
    entries.length === 0
      ? [{ section, label: '', text: none ?? '' }]
      : entries.map(({ label, lines }) => ({ section, label, text: lines.map(({ text }) => text).join('\n') })),
  )
  const of = [title, ...subtitles].join('\n')
  return textTable('sheets', say.sheets.explanation, rows, [
    ['of', say.about, 30, () => of],
    ['section', say.section, 20, ({ section }) => section],
    ['label', say.step, 24, ({ label }) => label],
    ['text', say.told, 80, ({ text }) => text],
  ])
}

function problemTable(problems: readonly Problem[], lang: Language, say: XlsxWords): Table<Problem> {
  const { problem: heads } = say
  return textTable('problems', say.sheets.problems, problems, [
    ['severity', heads.severity, 12, ({ severity }) => severityWord(severity, lang)],
    ['code', heads.code, 26, ({ code }) => code],
    ['message', heads.message, 60, (problem) => problemMessage(problem, lang).message],
    ['remedy', heads.remedy, 60, (problem) => problemMessage(problem, lang).remedy],
    ['file', heads.file, 40, ({ at }) => at?.file],
    ['line', heads.line, 8, ({ at }) => at?.line],
    ['column', heads.column, 8, ({ at }) => at?.column],
    ['cell', heads.cell, 12, ({ at }) => (at?.sheet === undefined ? null : positionText(at))],
  ])
}
