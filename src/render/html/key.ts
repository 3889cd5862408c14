import type { HtmlWords } from '../words/html-en.ts'
import { html, type Markup } from './markup.ts'

export type KeySign = 'actual' | 'target' | 'expected' | 'from' | 'to' | 'planned'

/** What the signs of the charts above mean. */
export function chartKey(signs: readonly KeySign[], { key }: HtmlWords): Markup {
  return html`<p class="key"><span>${key.title}:</span>${signs.map(
    (sign) =>
      html`<span><svg class="chart" viewBox="0 0 26 14" aria-hidden="true">${drawn[sign]}</svg>${key[sign]}</span>`,
  )}</p>`
}

const mark = (kind: string) => html`<line class="${kind}" x1="13" x2="13" y1="1" y2="13"/>`

const drawn: Readonly<Record<KeySign, Markup>> = {
  actual: html`<rect class="actual" x="1" y="4" width="24" height="6"/>`,
  target: mark('target'),
  expected: mark('expected'),
  from: html`<circle class="from" cx="13" cy="7" r="4"/>`,
  to: html`<circle class="to" cx="13" cy="7" r="5"/>`,
  planned: mark('target'),
}
