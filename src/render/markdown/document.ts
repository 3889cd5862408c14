import { sparkline } from '../figure/sparkline.ts'
import type { Block, Cell, Column, Document, Head, Line, Passage, Sheet, Table } from '../view/document.ts'
import type { DocumentFormat } from '../view/format.ts'
import { inMarkdown } from './markup.ts'

/** Wider tables are scrolled sideways where Markdown and pages are read. */
export const markdown: DocumentFormat = {
  look: () => ({ unicode: true, marks: { sign: (number) => `<sup>${number}</sup>` }, yearsPerTable: 2 }),
  write: (documentIn, { lang }) => renderMarkdown(documentIn(lang)),
}

/** A document as GitHub-flavoured Markdown, fit for a job summary; ends with one line break unless it is empty. */
export function renderMarkdown({ parts, endsWithResult }: Document): string {
  const blocks = parts.flatMap((part) => blocksIn(endsWithResult ? part.toReversed() : part))
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

const blocksIn = (blocks: readonly Block[]): string[] => blocks.flatMap(blockTexts).filter((text) => text !== '')

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'head':
      return headTexts(block)
    case 'table':
      return block.with((table) => (table.isOfPage ? [] : tableTexts(table)))
    case 'passage':
      return passageTexts(block)
    case 'tally':
      return [`**${inMarkdown(block.sentence)}**`]
    case 'sheet':
      return sheetTexts(block)
    case 'figure':
      return []
    case 'either':
      return blocksIn(block.ways[0]?.() ?? [])
  }
}

function headTexts({ title, facts, lines, plainLines }: Head): readonly string[] {
  const heading = `## ${inMarkdown(title)}`
  if (plainLines) return [heading, lines.map((line) => `- ${inMarkdown(line)}`).join('\n')]
  return [heading, [facts.join(' · '), ...lines].map(inMarkdown).join('  \n')]
}

function passageTexts({ role, sentences }: Passage): readonly string[] {
  // Layouts that give something up are for terminals.
  const said = sentences.filter(({ onlyIf }) => onlyIf === undefined)
  const texts = said.map(({ text, of }) => inMarkdown(of === undefined ? text : `${of}: ${text}`))
  switch (role) {
    case 'summary':
      return [`**${texts[0] ?? ''}**`, ...texts.slice(1)]
    case 'warning':
      return texts.map((text) => `> ⚠ ${text}`)
    case 'items':
      return [texts.map((text) => `- ${text}`).join('\n')]
    case 'aside':
      return [said.map(({ depth = 0 }, index) => `${'  '.repeat(depth)}- ${texts[index]}`).join('\n')]
    case 'notes':
      return [texts.join('  \n')]
    default:
      return texts
  }
}

function tableTexts<Row>({ title, columns, lines, lead, remarks = [], notes }: Table<Row>): readonly string[] {
  const rows = lines.flatMap((line) => rowTexts(line, columns, lead))
  const rule = columns.map(({ align }) => (align === 'right' ? '---:' : '---'))
  const table = [columns.map(({ head }) => inMarkdown(head)), rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const noted = notes?.list().map(({ mark, text }) => `${mark} ${inMarkdown(text)}`) ?? []
  const told = [...remarks.map(inMarkdown), ...noted]
  return [...(title === undefined ? [] : [`### ${inMarkdown(title)}`]), table.join('\n'), told.join('  \n')]
}

function rowTexts<Row>(line: Line<Row>, columns: readonly Column<Row>[], lead: Column<Row>): string[][] {
  if (line.kind === 'row') return [columns.map((column) => cellText(column, line.row))]
  if (line.kind === 'blank' || line.hasColumn) return []
  const sign = line.role === 'heading' ? '**' : '*'
  const text = `${indent(line.depth)}${sign}${inMarkdown(line.text)}${sign}`
  return [columns.map(({ key }) => (key === lead.key ? text : ''))]
}

function cellText<Row>(column: Column<Row>, row: Row): string {
  const drawing = column.drawing?.(row)
  // Blanks are gaps, and several of them would become one.
  if (drawing)
    return drawing.kind === 'steps' ? inMarkdown(sparkline(drawing.steps, true)).replaceAll(' ', '&nbsp;') : ''
  return inCell(column.cell(row), column.align === 'left')
}

/** A bad verdict stands out, the figure that it is about does not. */
function inCell({ text, marks = '', depth = 0, tone, isStrong }: Cell, isWord: boolean): string {
  const [first = '', ...rest] = text.split('\n').map(inMarkdown)
  const shown = [first !== '' && ((tone === 'bad' && isWord) || isStrong) ? `**${first}**` : first, ...rest].join(
    '<br>',
  )
  return indent(depth) + (marks === '' ? shown : `${shown} ${marks}`)
}

/** Leading blanks are dropped in Markdown cells; an em space is not. */
const indent = (depth: number) => '&emsp;'.repeat(depth)

function sheetTexts({ title, subtitles, sections }: Sheet): readonly string[] {
  return [
    `## ${inMarkdown(title)}`,
    ...subtitles.map(inMarkdown),
    ...sections.flatMap(({ title: heading, entries, none, table }) => [
      `### ${inMarkdown(heading)}`,
      ...(table
        ? blocksIn([table])
        : entries.length === 0 && none
          ? [none]
          : [
              entries
                .map(
                  ({ label, lines }) =>
                    `- **${inMarkdown(label)}** ${lines.map(({ text }) => inMarkdown(text)).join('<br>')}`,
                )
                .join('\n'),
            ]),
    ]),
  ]
}
