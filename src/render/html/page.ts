import type { Language } from '../../model/figure.ts'
import type { Problem } from '../../model/problem.ts'
import type { InputFile, PlanReport, Report } from '../../model/report.ts'
import { formatOf } from '../figure/format.ts'
import { inNotation } from '../figure/number.ts'
import { safeText } from '../figure/safe-text.ts'
import { countedVerdicts, toneOf } from '../figure/verdict-text.ts'
import { problemMessage } from '../problem/problems.ts'
import type { TableSection } from '../terminal/table.ts'
import type { RowOptions } from '../view/report/completion-rows.ts'
import { footnotesIn } from '../view/report/footnotes.ts'
import { leftOutText, reportHead, summaryText } from '../view/report/report-head.ts'
import { htmlWordsOf, wordsOf } from '../words/words.ts'
import { areaSection } from './areas.ts'
import { completionSection } from './completion.ts'
import { type Content, html, type Markup } from './markup.ts'
import { earlierSection, outlookSection } from './outlook.ts'
import { povertySection } from './poverty.ts'
import { seriesSection } from './series.ts'
import { STYLE } from './style.ts'

export interface PageOptions {
  /** The languages of the page, the one it opens in first. With two it can be switched, without any script. */
  readonly languages: readonly [Language, ...Language[]]
  readonly decimals: number | null
  readonly sections: readonly TableSection[]
  readonly byArea: boolean
  /** What the end of each plan comes to at the pace so far, and what is still required. */
  readonly forecast?: boolean
  readonly problems: readonly Problem[]
  readonly inputs: readonly InputFile[]
  readonly version: string
  /** SHA-256 of a text in UTF-8, in Base64: what the page's policy knows its style by. */
  readonly sha256: (text: string) => string
}

/**
 * The report as one self-contained page: no script, nothing from a network, and a Content Security Policy that lets in
 * nothing but the page's own style. All text of input files is escaped.
 */
export function renderPage(report: Report, options: PageOptions): string {
  const [first, ...others] = options.languages
  const policy = `default-src 'none'; style-src 'sha256-${options.sha256(STYLE)}'; base-uri 'none'; form-action 'none'`
  const title = pageTitle(report, first)
  const editions = options.languages.map((lang) => edition(report, lang, options))
  // The policy comes before anything that it could not undo.
  const page = html`<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="pva ${options.version}">
<title>${title}</title>
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

function pageTitle({ plans }: Report, lang: Language): string {
  const [only, ...others] = plans
  const title = only && safeText(only.plan.title[lang])
  return title && others.length === 0 ? title : htmlWordsOf(lang).report
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

function edition(report: Report, lang: Language, options: PageOptions): Markup {
  const say = htmlWordsOf(lang)
  const { plans } = report
  const isFirst = lang === options.languages[0]
  return html`<div class="edition ${lang}${isFirst && ' first'}" lang="${lang}">
<h1>${say.report}</h1>
${plans.length === 0 && html`<p>${wordsOf(lang).head.noPlans}</p>`}${plans.length > 1 && contents(plans, lang)}
${plans.map((plan, index) => planSection(plan, index, report, lang, options))}
${problemSection(options.problems, lang)}
<footer><p>${say.madeBy(options.version)}</p>${fileList(options.inputs, lang)}</footer>
</div>`
}

function contents(plans: readonly PlanReport[], lang: Language): Markup {
  const say = htmlWordsOf(lang)
  return html`<nav class="contents" aria-label="${say.contents}"><ul>${plans.map(
    ({ plan }, index) =>
      html`<li><a href="#${lang}-${index + 1}">${safeText(plan.title[lang]) || safeText(plan.id)}</a></li>`,
  )}</ul></nav>`
}

function planSection(report: PlanReport, index: number, all: Report, lang: Language, options: PageOptions): Markup {
  const format = formatOf(lang, true, report.plan.rounding)
  const { title, facts, lines } = reportHead(report, format)
  const leftOut = leftOutText(report, format)
  const id = `${lang}-${index + 1}`
  // The notes of each table are its own.
  const rows = (): RowOptions => ({
    format,
    decimals: options.decimals,
    byArea: options.byArea,
    notes: footnotesIn(String, ', '),
    withPoverty: isShown('poverty'),
  })
  const isShown = (section: TableSection) => options.sections.includes(section)
  return html`<section class="plan" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<p class="facts">${facts.join(' · ')}</p>${lines.map(({ label, text }) => html`<p class="about">${label}: ${text}</p>`)}
${isShown('completion') && summary(report, lang)}${leftOut !== null && html`<p class="left-out">${leftOut}</p>`}
${isShown('completion') && [completionSection(report, rows()), areaSection(report, rows()), earlierSection(report, rows()), options.forecast === true && outlookSection(report, rows())]}
${isShown('poverty') && povertySection(report, rows())}
${isShown('poverty') && seriesSection(report, all, rows())}
</section>`
}

/** How many lines have each verdict, and the same as a sentence for who hears the page. */
function summary(report: PlanReport, lang: Language): Markup {
  const format = formatOf(lang, true, report.plan.rounding)
  const { words, notation } = format
  const found = countedVerdicts(report.lines.filter(({ area }) => area === null))
  if (found.length === 0) return html`<p class="facts">${summaryText(report, format)}</p>`
  return html`<ul class="summary" aria-label="${htmlWordsOf(lang).summary}">${found.map(
    ({ shown, count }) =>
      html`<li class="${toneOf(shown)}"><strong>${inNotation(String(count), notation)}</strong> ${words.verdictCounts[shown]}</li>`,
  )}</ul>`
}

function problemSection(problems: readonly Problem[], lang: Language): Markup {
  if (problems.length === 0) return html``
  const say = htmlWordsOf(lang)
  return html`<section aria-labelledby="${lang}-problems"><h2 id="${lang}-problems">${say.problems}</h2><ul class="problems">${problems.map(
    (problem) => {
      const { message, remedy } = problemMessage(problem, lang)
      return html`<li><strong class="${problem.severity === 'error' ? 'bad' : 'warning'}">${say.severities[problem.severity]}</strong> ${withCode(message)}${
        problem.at &&
        html` <code class="small">${safeText(problem.at.file)}:${problem.at.line}:${problem.at.column}</code>`
      }${remedy && html`<span class="small">${withCode(remedy)}</span>`}</li>`
    },
  )}</ul></section>`
}

/** What stands between backticks is to be typed as it is. */
function withCode(text: string): readonly Content[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))
}

function fileList(inputs: readonly InputFile[], lang: Language): Markup {
  if (inputs.length === 0) return html``
  return html`<details><summary>${htmlWordsOf(lang).files}</summary><ul>${inputs.map(
    ({ file, sha256, bytes }) =>
      html`<li><code>${safeText(file)}</code> · ${inNotation(String(bytes), { lang, unicode: true })} B · SHA-256 <code>${sha256}</code></li>`,
  )}</ul></details>`
}
