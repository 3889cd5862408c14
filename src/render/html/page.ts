import type { Language } from '../../model/figure.ts'
import type { Problem } from '../../model/problem.ts'
import type { InputFile } from '../../model/report.ts'
import { inNotation } from '../figure/number.ts'
import { placeText } from '../figure/place-text.ts'
import { safeText } from '../figure/safe-text.ts'
import { problemMessage } from '../problem/problems.ts'
import type { Block, Document, Head, Passage, Sheet } from '../view/document.ts'
import type { Around, DocumentFormat } from '../view/format.ts'
import type { HtmlWords } from '../words/html-en.ts'
import { htmlWordsOf } from '../words/words.ts'
import { html, type Markup } from './markup.ts'
import { STYLE } from './style.ts'
import { drawingMarkup, tableMarkup, withCode } from './table.ts'

export const page: DocumentFormat = {
  look: () => ({
    unicode: true,
    marks: { sign: String, separator: ', ' },
    yearsPerTable: 2,
    hasRoom: true,
    showsNothing: true,
  }),
  write: async (documentIn, around) => renderPage(documentIn, { ...around, inputs: await around.inputs() }),
}

/** With two languages a page can be switched, without any script. `sha256`: what its policy knows its style by. */
export interface PageOptions extends Pick<Around, 'languages' | 'problems' | 'version' | 'sha256'> {
  readonly inputs: readonly InputFile[]
}

/**
 * A document as one self-contained page: no script, nothing from a network, and a Content Security Policy that lets in
 * nothing but the page's own style. All text of input files is escaped.
 */
export function renderPage(documentIn: (lang: Language) => Document, options: PageOptions): string {
  const [first, ...others] = options.languages
  const policy = `default-src 'none'; style-src 'sha256-${options.sha256(STYLE)}'; base-uri 'none'; form-action 'none'`
  const editions = options.languages.map((lang) => edition(documentIn(lang), lang, options))
  // The policy comes before anything that it could not undo.
  const page = html`<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="pva ${options.version}">
<title>${documentIn(first).title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<div class="page">
<main>
${others.length > 0 && languagePicker(options.languages)}
${editions}
</main>
</div>
</body>
</html>
`
  return page.markup
}

/** Each language by its own name, so that whoever cannot read the one finds the other. */
const languageNames: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' }

/** The choices stand beside the editions: so the style alone can show the chosen one, in old browsers too. */
function languagePicker(languages: readonly Language[]): Markup {
  return html`<span id="languages" class="pick">Ngôn ngữ · Language</span>${languages.map(
    (lang, index) =>
      html` <input type="radio" name="language" id="pick-${lang}" class="pick pick-${lang}" aria-describedby="languages"${index === 0 && html` checked`}><label class="pick" for="pick-${lang}" lang="${lang}">${languageNames[lang]}</label>`,
  )}`
}

function edition({ heading, title, parts }: Document, lang: Language, options: PageOptions): Markup {
  const say = htmlWordsOf(lang)
  const isFirst = lang === options.languages[0]
  return html`<div class="edition ${lang}${isFirst && ' first'}" lang="${lang}">
<h1>${heading ?? title}</h1>
${parts.length > 1 && contents(parts, lang)}
${parts.map((blocks, index) => section(untitled(blocks, heading ?? title), `${lang}-${index + 1}`, say))}
${problemSection(options.problems, lang)}
<footer><p>${say.madeBy(options.version)}</p>${fileList(options.inputs, lang)}</footer>
</div>`
}

/** What the head of the page says already is not said again. */
function untitled(blocks: readonly Block[], title: string): readonly Block[] {
  return blocks.filter((block) => block.kind !== 'passage' || block.sentences.some(({ text }) => text !== title))
}

const headOf = (blocks: readonly Block[]) => blocks.find((block) => block.kind === 'head')

function contents(parts: Document['parts'], lang: Language): Markup {
  return html`<nav class="contents" aria-label="${htmlWordsOf(lang).contents}"><ul>${parts.map(
    (blocks, index) => html`<li><a href="#${lang}-${index + 1}">${headOf(blocks)?.title ?? String(index + 1)}</a></li>`,
  )}</ul></nav>`
}

/** What sums up, and what is missing, stands before the tables. */
function section(blocks: readonly Block[], id: string, say: HtmlWords): Markup {
  const head = headOf(blocks)
  const isFirst = (block: Block) =>
    block.kind === 'tally' || (block.kind === 'passage' && (block.role === 'warning' || block.role === 'summary'))
  const others = blocks.filter((block) => block !== head)
  const ordered = [...others.filter(isFirst), ...others.filter((block) => !isFirst(block))]
  const content = html`${head !== undefined && headMarkup(head, id)}
${ordered.map((block) =>
  block.kind === 'sheet' ? html`<div class="sheet">${sheetMarkup(block)}</div>` : blockMarkup(block, say),
)}`
  // A section has a head of its own.
  return head
    ? html`<section class="plan" aria-labelledby="${id}">
${content}
</section>`
    : html`<div class="plan" id="${id}">
${content}
</div>`
}

function headMarkup({ title, facts, lines, plainLines }: Head, id: string): Markup {
  return html`<h2 id="${id}">${title}</h2>
${facts.length > 0 && html`<p class="facts">${facts.join(' · ')}</p>`}${lines.map((line) => html`<p class="${plainLines ? 'facts' : 'about'}">${line}</p>`)}`
}

function blockMarkup(block: Block, say: HtmlWords): Markup {
  const inside = (blocks: readonly Block[]) => blocks.map((each) => blockMarkup(each, say))
  switch (block.kind) {
    case 'head':
      return html`<h2>${block.title}</h2>`
    case 'table':
      return block.with((table) => tableMarkup(table, { say, details: inside }))
    case 'passage':
      return passageMarkup(block)
    case 'tally':
      return tallyMarkup(block)
    case 'figure':
      return html`<figure>${block.caption !== '' && html`<figcaption>${block.caption}</figcaption>`}${drawingMarkup(block.drawing)}</figure>`
    case 'sheet':
      return sheetMarkup(block)
    case 'either':
      return html`${inside(block.ways[0]?.() ?? [])}`
  }
}

/** How many there are of each kind; as a sentence where there is nothing to count. */
function tallyMarkup({ label, sentence, counts }: Extract<Block, { kind: 'tally' }>): Markup {
  if (counts.length === 0) return html`<p class="facts">${sentence}</p>`
  return html`<ul class="summary" aria-label="${label}">${counts.map(
    ({ count, word, tone }) => html`<li class="${tone}"><strong>${count}</strong> ${word}</li>`,
  )}</ul>`
}

function passageMarkup({ role, sentences }: Passage): Markup {
  const said = sentences.filter(({ onlyIf }) => onlyIf === undefined)
  if (said.length === 0) return html``
  const texts = said.map(({ text, of }) => (of === undefined ? text : `${of}: ${text}`))
  if (role === 'items') return html`<ul class="remarks">${texts.map((text) => html`<li>${text}</li>`)}</ul>`
  const kind =
    role === 'warning'
      ? 'left-out'
      : role === 'summary'
        ? 'facts'
        : role === 'plain' || role === 'empty'
          ? null
          : 'remark'
  return html`${texts.map((text) => (kind === null ? html`<p>${text}</p>` : html`<p class="${kind}">${text}</p>`))}`
}

function sheetMarkup({ title, subtitles, sections }: Sheet): Markup {
  return html`<p class="sheet-head">${title}</p>${subtitles.map((line) => html`<p class="small">${line}</p>`)}${sections.map(
    (each) => html`<p class="sheet-head">${each.title}</p>${sheetSection(each)}`,
  )}`
}

function sheetSection({ entries, none }: Sheet['sections'][number]): Markup {
  if (entries.length === 0) return html`<p>${none ?? ''}</p>`
  return html`<dl>${entries.map(
    ({ label, lines, tone }) =>
      html`<dt>${label}</dt><dd>${lines.map(({ text, quiet }, index) => {
        const shown = quiet
          ? html`<span class="small">${text}</span>`
          : index === 0 && tone
            ? html`<span class="${tone}">${text}</span>`
            : text
        return html`${index > 0 && html`<br>`}${shown}`
      })}</dd>`,
  )}</dl>`
}

function problemSection(problems: readonly Problem[], lang: Language): Markup {
  if (problems.length === 0) return html``
  const say = htmlWordsOf(lang)
  return html`<section aria-labelledby="${lang}-problems"><h2 id="${lang}-problems">${say.problems}</h2><ul class="problems">${problems.map(
    (problem) => {
      const { message, remedy } = problemMessage(problem, lang)
      return html`<li><strong class="${problem.severity === 'error' ? 'bad' : 'warning'}">${say.severities[problem.severity]}</strong> ${withCode(message)}${
        problem.at && html` <code class="small">${placeText(problem.at)}</code>`
      }${remedy && html`<span class="small">${withCode(remedy)}</span>`}</li>`
    },
  )}</ul></section>`
}

function fileList(inputs: readonly InputFile[], lang: Language): Markup {
  if (inputs.length === 0) return html``
  return html`<details><summary>${htmlWordsOf(lang).files}</summary><ul>${inputs.map(
    ({ file, sha256, bytes, database }) =>
      database
        ? html`<li><code>${safeText(file)}</code> · ${safeText(`${database.host}:${database.port}/${database.database}`)} · ${database.at}</li>`
        : html`<li><code>${safeText(file)}</code> · ${inNotation(String(bytes), { lang, unicode: true })} B · SHA-256 <code>${sha256}</code></li>`,
  )}</ul></details>`
}
