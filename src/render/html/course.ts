import { Exact } from '../../model/exact.ts'
import { isChangeTarget } from '../../model/indicator.ts'
import type { CompletionLine } from '../../model/report.ts'
import { valueText } from '../figure/format.ts'
import { periodText } from '../figure/period-text.ts'
import type { RowOptions } from '../view/report/completion-rows.ts'
import { htmlWordsOf } from '../words/words.ts'
import { lineChart } from './line-chart.ts'
import { html, type Markup } from './markup.ts'

/** How a running total came to be, step by step: as a line, and as numbers beside it. Nothing where fewer than two steps are known. */
export function course({ indicator, increments, target }: CompletionLine, { format }: RowOptions): Markup {
  if (increments.filter(({ value }) => value !== null).length < 2) return html``
  const { words, notation } = format
  const say = htmlWordsOf(words.lang).course
  const steps = runningTotals(increments.map(({ value }) => value))
  const rows = increments.map(({ period, value }, index) => {
    const text = (figure: Exact | null | undefined) => (figure ? valueText(figure, indicator.type, format) : '–')
    return {
      name: periodText(period, words),
      step: text(value),
      total: text(steps[index]),
      value: steps[index] ?? null,
    }
  })
  const aim = target?.target
  const level = aim && 'value' in aim && !isChangeTarget(aim) ? aim.value : null
  const label = say.label(rows.map(({ name, total }) => `${name}: ${total}`).join('; '))
  const points = rows.map(({ value }, index) => ({ label: String(index + 1), value }))
  return html`<details><summary>${say.title}</summary><div class="sheet course"><figure>${lineChart(
    { points, target: level, fromZero: true },
    { notation, label },
  )}</figure><table><thead><tr><th scope="col">${say.period}</th><th scope="col" class="number">${say.step}</th><th scope="col" class="number">${say.total}</th></tr></thead><tbody>${rows.map(
    ({ name, step, total }) =>
      html`<tr><th scope="row">${name}</th><td class="number">${step}</td><td class="number">${total}</td></tr>`,
  )}</tbody></table></div></details>`
}

/** Up to each step; behind a step that was not reported nothing is known. */
function runningTotals(steps: readonly (Exact | null)[]): readonly (Exact | null)[] {
  let total: Exact | null = Exact.ZERO
  return steps.map((step) => {
    total = total && step && total.plus(step)
    return total
  })
}
