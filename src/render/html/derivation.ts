import type { Plan } from '../../model/plan.ts'
import type { CompletionLine } from '../../model/report.ts'
import { type ExplainedInput, type ExplanationChoice, explanationOf, type Step } from '../explain/explanation.ts'
import type { ExplainWords } from '../words/explain-en.ts'
import { explainWordsOf, htmlWordsOf } from '../words/words.ts'
import { html, type Markup } from './markup.ts'

/** How the figures of a line came about, in the words of `explain`, folded away until it is asked for. */
export function derivation(plan: Plan, line: CompletionLine, choice: ExplanationChoice): Markup {
  const say = explainWordsOf(choice.lang)
  const { title, inputs, steps } = explanationOf({ plan, line }, choice)
  return html`<details><summary>${htmlWordsOf(choice.lang).derivation}</summary><div class="sheet"><p class="sheet-head">${title} – ${say.inputs}</p>${
    inputs.length === 0 ? html`<p>${say.noInputs}</p>` : html`<dl>${inputs.map((input) => inputEntry(input, say))}</dl>`
  }<p class="sheet-head">${say.calculation}</p><dl>${steps.map(stepEntry)}</dl></div></details>`
}

function inputEntry({ label, written, read, of, place, source, note }: ExplainedInput, say: ExplainWords): Markup {
  const figure = read === null ? written : `${written}, ${say.readAs(read)}`
  return html`<dt>${label}</dt><dd>${of === '' ? figure : `${figure} · ${of}`}<br><code class="small">${place}</code>${
    source !== null && html`<br><span class="small">${source}</span>`
  }${note !== null && html`<br><span class="small">${say.steps.note}: ${note}</span>`}</dd>`
}

function stepEntry({ label, lines, tone }: Step): Markup {
  const [first = '', ...others] = lines
  return html`<dt>${label}</dt><dd>${tone ? html`<span class="${tone}">${first}</span>` : first}${others.map((line) => html`<br>${line}`)}</dd>`
}
