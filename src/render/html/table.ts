import type { Noted } from '../view/report/completion-rows.ts'
import type { Footnotes } from '../view/report/footnotes.ts'
import { type Content, html, type Markup } from './markup.ts'

/** A column of a table that becomes a list of cards where the page is narrow, each figure behind its label. */
export interface PageColumn<Row> {
  readonly head: string
  readonly kind: 'text' | 'number' | 'drawing'
  /** null: nothing stands there. */
  readonly cell: (row: Row) => Content
}

/** A table of more columns is laid out as cards sooner, and printed across. */
const MOST_NARROW = 9

export function stackedTable(caption: string, heads: readonly PageColumn<never>[], bodies: readonly Markup[]): Markup {
  return html`<table class="stacked${heads.length > MOST_NARROW && ' wide'}"><caption>${caption}</caption><thead><tr>${heads.map(
    ({ head, kind }) => html`<th scope="col" class="${kind}">${head}</th>`,
  )}</tr></thead>${bodies}</table>`
}

/** The cells of a row behind the one that names it. */
export function cellsOf<Row>(columns: readonly PageColumn<Row>[], row: Row): readonly Markup[] {
  return columns.map(({ head, kind, cell }) => {
    const content = cell(row)
    if (content === null || content === '') return html`<td></td>`
    return html`<td class="${kind}" data-label="${head}"><div>${content}</div></td>`
  })
}

/** The cell that names a row, indented by how deep it lies. */
export function rowHead(depth: number, content: Content): Markup {
  return html`<th scope="row" class="depth-${Math.min(depth, 3)}">${content}</th>`
}

export function noted({ text, marks }: Noted): Markup {
  return marks === '' ? html`${lines(text)}` : html`${lines(text)}<sup>${marks}</sup>`
}

/** A figure that stands out, unless there is none. */
export function prominent(figure: Noted): Markup {
  return figure.text === '–' ? noted(figure) : html`<strong>${noted(figure)}</strong>`
}

/** A text with its line breaks. */
export function lines(text: string): readonly Content[] {
  return text.split('\n').map((line, index) => (index === 0 ? line : html`<br><span class="small">${line}</span>`))
}

export function noteList(notes: Footnotes): Markup {
  const list = notes.list()
  return list.length === 0
    ? html``
    : html`<ul class="notes">${list.map(({ mark, text }) => html`<li><sup>${mark}</sup> ${text}</li>`)}</ul>`
}

/** Where there is something, in small below what stands before it. */
export function below(label: string, text: string): Content {
  return text === '' || text === '–'
    ? null
    : html`<br><span class="small">${label === '' ? '' : `${label} `}${lines(text)}</span>`
}
