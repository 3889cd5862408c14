import type { Block, Cell, Column, Drawing, Line, Table } from '../view/document.ts'
import type { HtmlWords } from '../words/html-en.ts'
import { bulletChart } from './bullet.ts'
import { dumbbellChart } from './dumbbell.ts'
import { chartKey, type KeySign } from './key.ts'
import { lineChart } from './line-chart.ts'
import { type Content, html, type Markup } from './markup.ts'

/** A table of more columns is laid out as cards sooner, and printed across. */
const MOST_NARROW = 9

export interface TableContext {
  readonly say: HtmlWords
  /** What a row opens to. */
  readonly details: (blocks: readonly Block[]) => readonly Markup[]
}

/** A table that becomes a list of cards where the page is narrow, each figure behind its label. */
export function tableMarkup<Row>(table: Table<Row>, context: TableContext): Markup {
  const { title, name, hint, remarks = [], notes, chartKey: signs, isOfPage } = table
  const columns = table.page ?? table.columns
  const caption = title ?? name
  const heads = columns.map((column) => html`<th scope="col" class="${kindOf(column)}">${column.head}</th>`)
  const bodies = table.lines.map((line) => lineMarkup(line, table, columns, context))
  const list = notes?.list() ?? []
  // What compares many things side by side is scrolled sideways, not taken apart.
  const shape = isOfPage
    ? html`heat${columns.length > MOST_NARROW - 2 && ' wide'}`
    : html`stacked${columns.length > MOST_NARROW && ' wide'}`
  const drawn = html`<table class="${shape}"><caption>${caption}</caption><thead><tr>${heads}</tr></thead>${bodies}</table>`
  return html`${hint !== undefined && html`<p class="small">${hint}</p>`}${
    isOfPage ? html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">${drawn}</div>` : drawn
  }${signs !== undefined && chartKey(signs as readonly KeySign[], context.say)}${remarks.map((remark) => html`<p class="remark">${remark}</p>`)}${
    list.length > 0 &&
    html`<ul class="notes">${list.map(({ mark, text }) => html`<li><sup>${mark}</sup> ${text}</li>`)}</ul>`
  }`
}

const kindOf = <Row>({ drawing, align }: Column<Row>) => (drawing ? 'drawing' : align === 'right' ? 'number' : 'text')

function lineMarkup<Row>(
  line: Line<Row>,
  { lead, isLesser, details }: Table<Row>,
  columns: readonly Column<Row>[],
  context: TableContext,
): Markup {
  if (line.kind === 'blank' || (line.kind === 'text' && line.hasColumn)) return html``
  if (line.kind === 'text') {
    const kind = line.role === 'heading' ? 'section' : 'of-which'
    return html`<tbody class="${kind}"><tr><th scope="rowgroup" colspan="${columns.length}" class="${depthOf(line)}">${line.text}</th></tr></tbody>`
  }
  const { row } = line
  const cells = columns.map((column) =>
    column.key === lead.key ? headCell(column.cell(row)) : cellMarkup(column, row),
  )
  const opened = details?.(row) ?? []
  const before = columns.findIndex(({ key }) => key === lead.key)
  const more =
    opened.length > 0 &&
    html`<tr class="how">${before > 0 && html`<td colspan="${before}"></td>`}<td colspan="${columns.length - before}"><div class="openings">${opened.map(
      ({ title, blocks }) =>
        html`<details><summary>${title}</summary><div class="sheet">${context.details(blocks)}</div></details>`,
    )}</div></td></tr>`
  return html`<tbody class="line${isLesser?.(row) === true && ' area'}"><tr>${cells}</tr>${more}</tbody>`
}

const depthOf = ({ depth = 0 }: { readonly depth?: number }) => `depth-${Math.min(depth, 3)}`
const headCell = (cell: Cell): Markup => html`<th scope="row" class="${depthOf(cell)}">${textOf(cell)}</th>`

function cellMarkup<Row>(column: Column<Row>, row: Row): Markup {
  const drawing = column.drawing?.(row)
  const content = drawing ? drawingMarkup(drawing) : figureMarkup(column, row)
  if (content === null) return html`<td></td>`
  return html`<td class="${kindOf(column)}" data-label="${column.head}"><div>${content}</div></td>`
}

function figureMarkup<Row>({ cell, isProminent }: Column<Row>, row: Row): Markup | null {
  const shown = cell(row)
  if (shown.text === '') return null
  const text = textOf(shown)
  if (shown.tone && !isProminent) return html`<span class="verdict ${shown.tone}">${text}</span>`
  return isProminent && shown.text !== '–' ? html`<strong>${text}</strong>` : text
}

/** A text with its line breaks, what stands below in small. */
function textOf({ text, marks = '', isStrong }: Cell): Markup {
  const [first = '', ...rest] = text.split('\n')
  const written = isStrong ? html`<strong>${first}</strong>` : first
  return html`${written}${marks !== '' && html`<sup>${marks}</sup>`}${rest.map((line) => html`<br><span class="small">${line}</span>`)}`
}

export function drawingMarkup(drawing: Drawing): Markup | null {
  switch (drawing.kind) {
    case 'progress':
      return drawing.bullet && bulletChart(drawing.bullet, drawing)
    case 'move':
      return dumbbellChart(drawing)
    case 'course':
      return lineChart(drawing)
    case 'steps':
      return null
  }
}

/** What stands between backticks is to be typed as it is. */
export function withCode(text: string): readonly Content[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))
}
