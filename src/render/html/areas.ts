import type { CompletionLine, PlanReport } from '../../model/report.ts'
import { safeText } from '../figure/safe-text.ts'
import { toneOf, verdictText } from '../figure/verdict-text.ts'
import { completionText, type RowOptions } from '../view/report/completion-rows.ts'
import { htmlWordsOf } from '../words/words.ts'
import { html, type Markup } from './markup.ts'

/** Completion of every indicator in every area, where several of both have a target of their own; else nothing. */
export function areaSection(report: PlanReport, options: RowOptions): Markup {
  const { plan, lines } = report
  const { lang } = options.format.words
  const say = htmlWordsOf(lang)
  const judged = lines.filter(({ area, target }) => area !== null && target !== null)
  const judgedAreas = new Set(judged.map(({ area }) => area?.id))
  const judgedIndicators = new Set(judged.map(({ indicator }) => indicator.id))
  const areas = plan.areas.filter(({ id }) => judgedAreas.has(id))
  const indicators = plan.indicators.filter(({ id }) => judgedIndicators.has(id))
  if (areas.length < 2 || indicators.length < 2) return html``
  const byCell = new Map(lines.map((line) => [`${line.indicator.id} ${line.area?.id ?? ''}`, line]))
  const row = (id: string, name: string) =>
    html`<tr><th scope="row">${name}</th>${indicators.map((indicator) => heatCell(byCell.get(`${indicator.id} ${id}`), report, options))}</tr>`
  return html`<h3>${say.areas(safeText(plan.title[lang]))}</h3><p class="small">${say.areasHint}</p><div class="scroll" role="region" tabindex="0" aria-label="${say.areas(safeText(plan.title[lang]))}"><table class="heat${indicators.length > MOST_NARROW && ' wide'}"><thead><tr><th scope="col">${say.area}</th>${indicators.map(
    ({ name }) => html`<th scope="col">${safeText(name[lang])}</th>`,
  )}</tr></thead><tbody>${row('', say.total)}${areas.map(({ id, name }) => row(id, safeText(name[lang])))}</tbody></table></div>`
}

/** With more indicators the table is printed across. */
const MOST_NARROW = 6

function heatCell(line: CompletionLine | undefined, { plan }: PlanReport, { format, decimals }: RowOptions): Markup {
  if (!line?.target) return html`<td>–</td>`
  const completion = completionText(line, decimals ?? line.indicator.decimals ?? plan.decimals, format)
  return html`<td class="${toneOf(line.verdict)}">${completion !== '' && completion !== '–' && html`<strong>${completion}</strong><br>`}<span class="verdict-word">${verdictText(line, format)}</span></td>`
}
