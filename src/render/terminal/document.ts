import { GLUE, inSigns } from '../figure/format.ts'
import { displayWidth, wrappedText } from '../figure/safe-text.ts'
import {
  type Block,
  bracketed,
  type Document,
  type Head,
  type Line,
  type Passage,
  type Sheet,
  type SheetEntry,
  superscript,
  type Table,
} from '../view/document.ts'
import type { DocumentFormat } from '../view/format.ts'
import { cardLines } from './cards.ts'
import { fittingLayout, gridLines } from './grid.ts'
import { paragraph, type Style, type StyleOptions, styleOf, WIDEST_PARAGRAPH } from './style.ts'

/** Text of so many columns, with colour where that is wanted. */
export const terminal: DocumentFormat = {
  look: ({ unicode }) => ({ unicode, marks: { sign: unicode ? superscript : bracketed }, yearsPerTable: null }),
  write: (documentIn, { lang, ...options }) => renderDocument(documentIn(lang), options),
}

export interface TerminalOptions extends StyleOptions {
  /** Titles, tables, their footnotes and what the result lacks only. */
  readonly quiet: boolean
}

/** A document for a terminal or a text file; ends with one line break unless it is empty. */
export function renderDocument({ parts }: Document, options: TerminalOptions): string {
  const style = { ...styleOf(options), quiet: options.quiet, tags: new Set<string>() }
  const texts = parts.map((blocks) => linesOf(blocks, style).join('\n')).filter((text) => text !== '')
  return texts.length === 0 ? '' : `${texts.join('\n\n\n')}\n`
}

/** How it looks, and what is known of the tables before. */
interface Page extends Style {
  readonly quiet: boolean
  /** Tags of the layouts that were used. */
  readonly tags: Set<string>
}

/** Blocks with a blank line between. */
function linesOf(blocks: readonly Block[], page: Page): string[] {
  const out: string[] = []
  for (const block of blocks) {
    const lines = blockLines(block, page)
    if (lines.length === 0) continue
    if (out.length > 0 && !(block.kind === 'passage' && block.isAttached)) out.push('')
    for (const line of lines) out.push(line)
  }
  return out
}

function blockLines(block: Block, page: Page): string[] {
  switch (block.kind) {
    case 'head':
      return headLines(block, page)
    case 'table':
      return block.with((table) => (table.isOfPage ? [] : tableLines(table, page)))
    case 'passage':
      return passageLines(block, page)
    case 'tally':
      return page.quiet ? [] : paragraph(block.sentence, page, 0).map(page.bold)
    case 'sheet':
      return sheetLines(block, page)
    case 'figure':
      return []
    case 'either':
      return linesOf(firstFitting(block.ways, page), page)
  }
}

function headLines({ title, facts, lines, plainLines }: Head, page: Page): string[] {
  const heading = paragraph(title, page, 0).map(page.bold)
  if (page.quiet) return heading
  return [
    ...heading,
    ...(facts.length === 0 ? [] : paragraph(facts.map((fact) => fact.replaceAll(' ', GLUE)).join(' · '), page, 0)),
    ...lines.flatMap((line) => paragraph(line, page, 2)).map((line) => (plainLines ? line : page.dim(line))),
  ]
}

function tableLines<Row>(table: Table<Row>, page: Page): string[] {
  const { title, layouts = [], remarks = [], notes, without } = table
  const lines = laidOut(table)
  const isWhole = (found: ReturnType<typeof fittingLayout<Row>>) =>
    found && (!without || found.layout.columns.some(({ key }) => key === without.column))
  const whole = fittingLayout(layouts, lines, page)
  // Sooner a unit below its number than a column less, or no table at all.
  const fitting = isWhole(whole) ? whole : fittingLayout(layouts, lines, { ...page, partsUnits: true })
  if (without && !isWhole(fitting)) return tableLines(without.table(), page)
  const tag = (fitting?.layout ?? layouts.at(-1))?.tag
  if (tag !== undefined) page.tags.add(tag)
  return [
    ...(title === undefined ? [] : paragraph(title, page, 0).map(page.bold)),
    ...(fitting ? gridLines(fitting, lines) : cardLines(layouts.at(-1)?.columns ?? [], lines, page)),
    ...remarks.flatMap((remark) => paragraph(remark, page, 2)).map(page.dim),
    ...(notes?.list() ?? [])
      .flatMap(({ mark, text }) => paragraph(`${mark} ${text}`, page, displayWidth(mark) + 1))
      .map(page.dim),
  ]
}

/** Lines that have no column are said instead. */
function laidOut<Row>({ lines }: Table<Row>): readonly Line<Row>[] {
  return lines.filter((line) => line.kind !== 'row' || !line.isApart)
}

function firstFitting(ways: readonly (() => readonly Block[])[], page: Page): readonly Block[] {
  let blocks: readonly Block[] = []
  for (const way of ways) {
    blocks = way()
    if (blocks.every((block) => block.kind !== 'table' || block.with((table) => fits(table, page)))) return blocks
  }
  return blocks
}

function fits<Row>(table: Table<Row>, page: Page): boolean {
  return fittingLayout(table.layouts ?? [], laidOut(table), page) !== undefined
}

function passageLines({ role, sentences }: Passage, page: Page): string[] {
  const said = sentences.filter(({ onlyIf }) => onlyIf === undefined || page.tags.has(onlyIf))
  const all = (hanging: number) => said.flatMap(({ text }) => paragraph(text, page, hanging))
  if (role === 'empty') return all(0)
  if (role === 'warning') {
    return said
      .flatMap(({ text, of }) => (of === undefined ? paragraph(text, page, 0) : paragraph(`${of}: ${text}`, page, 2)))
      .map(page.warn)
  }
  if (page.quiet) return []
  switch (role) {
    case 'plain':
      return all(0)
    case 'summary':
      return all(0).map(page.bold)
    case 'notes':
      return all(2)
    case 'aside':
      return said.flatMap(({ text, depth = 0 }) => indented(text, page, depth)).map(page.dim)
    case 'items':
      return said.flatMap(({ text, of }, index) =>
        of === undefined
          ? paragraph(text, page, 2)
          : [
              ...(said[index - 1]?.of === of ? [] : paragraph(of, page, 0)),
              ...indented(text, { ...page, width: Math.min(page.width, WIDEST_PARAGRAPH) }, 1),
            ],
      )
  }
}

function indented(text: string, page: Page, depth: number): string[] {
  const margin = '  '.repeat(depth)
  return paragraph(text, { ...page, width: page.width - margin.length }, 2).map((line) => margin + line)
}

const MARGIN = '  '

/** All labels of a sheet are of one width. */
function sheetLines({ title, subtitles, sections }: Sheet, page: Page): string[] {
  const { bold, dim, width } = page
  const entries = sections.flatMap((section) => section.entries)
  const indent = entries.reduce((most, { label }) => Math.max(most, displayWidth(label)), 0) + 2 * MARGIN.length
  const lines = [
    ...wrappedText(title, width).map(bold),
    ...subtitles.flatMap((subtitle) => wrappedText(subtitle, width)).map(dim),
    ...sections.flatMap((section) => [
      '',
      bold(section.title),
      ...(section.entries.length === 0 && section.none ? [MARGIN + dim(section.none)] : []),
      ...section.entries.flatMap((entry) => entryLines(entry, indent, page)),
    ]),
  ]
  return lines.map((line) => inSigns(line, page.unicode).replaceAll(GLUE, ' '))
}

/** The label once, and its lines wrapped beside it. */
function entryLines({ label, lines, tone }: SheetEntry, indent: number, { width, dim, tones }: Page): string[] {
  const room = Math.max(width - indent, 20)
  const laid = lines.flatMap(({ text, quiet }, index) =>
    wrappedText(text, room).map((piece) => {
      if (quiet) return dim(piece)
      return tone && index === 0 ? tones[tone](piece) : piece
    }),
  )
  return laid.map((piece, index) => {
    const head = index === 0 ? MARGIN + label : ''
    return head + ' '.repeat(indent - displayWidth(head)) + piece
  })
}
