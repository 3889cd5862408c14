import type { Language } from '../../model/figure.ts'
import { inMarkdown } from '../markdown/markdown.ts'
import type { ExplainWords } from '../words/explain-en.ts'
import { explainWordsOf } from '../words/words.ts'
import { type Explained, type ExplainedInput, type Explanation, explanationOf, type Step } from './explanation.ts'
import { renderSheet, type Sheet, type SheetEntry } from './sheet.ts'

export interface ExplainStyle {
  readonly lang: Language
  readonly color: boolean
  /** false: ASCII signs. */
  readonly unicode: boolean
  /** Columns of the output. */
  readonly width: number
  /** Of printed percentages; null: the indicator's or the plan's own. */
  readonly decimals: number | null
}

/**
 * How each figure came about, as a worked sheet: every input as written and as read with its place and source,
 * then the formula with its numbers, the exact result, the rounding, and the verdict with its reason.
 */
export function renderExplanation(explained: readonly Explained[], style: ExplainStyle): string {
  return explained.map((one) => renderSheet(sheetOf(explanationOf(one, style), style), style)).join('\n')
}

function sheetOf({ title, subtitle, inputs, steps }: Explanation, { lang }: ExplainStyle): Sheet {
  const say = explainWordsOf(lang)
  return {
    title,
    subtitles: [subtitle],
    sections: [
      { title: say.inputs, entries: inputs.map((input) => inputEntry(input, say)), ifNone: say.noInputs },
      { title: say.calculation, entries: steps.map(stepEntry) },
    ],
  }
}

/** The same as Markdown: a table of inputs, and the steps as a list. */
export function renderExplanationMarkdown(explained: readonly Explained[], style: ExplainStyle): string {
  const sheets = explained.map((one) => sheetMarkdown(explanationOf(one, { ...style, unicode: true }), style))
  return `${sheets.join('\n\n')}\n`
}

function sheetMarkdown({ title, subtitle, inputs, steps }: Explanation, { lang }: ExplainStyle): string {
  const { columns, inputs: inputsTitle, calculation, noInputs } = explainWordsOf(lang)
  const heads = [columns.input, columns.written, columns.readAs, columns.period, columns.place, columns.source]
  const rows = inputs.map(({ label, written, read, of, place, source, note }) =>
    [label, written, read ?? written, of, place, [source, note].filter((part) => part !== null).join('; ')].map(
      inMarkdown,
    ),
  )
  const table = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  const list = steps.map(({ label, lines }) => `- **${inMarkdown(label)}** ${lines.map(inMarkdown).join('<br>')}`)
  return [
    `## ${inMarkdown(title)}`,
    inMarkdown(subtitle),
    `### ${inputsTitle}`,
    inputs.length === 0 ? noInputs : table,
    `### ${calculation}`,
    list.join('\n'),
  ].join('\n\n')
}

function inputEntry({ label, written, read, of, place, source, note }: ExplainedInput, say: ExplainWords): SheetEntry {
  const loud = (text: string) => ({ text, quiet: false })
  const quiet = (text: string) => ({ text, quiet: true })
  const figure = read === null ? written : `${written}, ${say.readAs(read)}`
  return {
    label,
    lines: [
      loud(of === '' ? figure : `${figure} · ${of}`),
      quiet(place),
      ...(source === null ? [] : [quiet(source)]),
      ...(note === null ? [] : [quiet(`${say.steps.note}: ${note}`)]),
    ],
  }
}

function stepEntry({ label, lines, tone }: Step): SheetEntry {
  return { label, lines: lines.map((text) => ({ text, quiet: false })), tone }
}
