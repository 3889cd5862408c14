import type { Language } from '../../model/figure.ts'
import type { PlanReport } from '../../model/report.ts'
import { formatOf } from '../figure/format.ts'
import { inMarkdown } from '../markdown/markdown.ts'
import { leftOutText, reportHead } from '../view/report/report-head.ts'
import { type ExplainWords, explainWordsOf } from '../words/explain-words.ts'
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
export function renderExplanation(plans: readonly PlanReport[], style: ExplainStyle): string {
  const sheets = [
    ...linesOf(plans).map((one) => sheetOf(explanationOf(one, style), style)),
    ...leftOutIn(plans, style).map(({ title, lines }): Sheet => ({ title, subtitles: lines, sections: [] })),
  ]
  return sheets.map((sheet) => renderSheet(sheet, style)).join('\n')
}

function linesOf(plans: readonly PlanReport[]): readonly Explained[] {
  return plans.flatMap(({ plan, lines }) => lines.map((line) => ({ plan, line })))
}

/** The heads of plans in which a problem keeps out what is asked for, and the problem. */
function leftOutIn(plans: readonly PlanReport[], { lang, unicode }: ExplainStyle) {
  return plans.flatMap((report) => {
    const format = formatOf(lang, unicode, report.plan.rounding)
    const leftOut = leftOutText(report, format)
    const { title, facts } = reportHead(report, format)
    return leftOut === null ? [] : [{ title, lines: [facts.join(' · '), leftOut] }]
  })
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
export function renderExplanationMarkdown(plans: readonly PlanReport[], style: ExplainStyle): string {
  const inUnicode = { ...style, unicode: true }
  const sheets = [
    ...linesOf(plans).map((one) => sheetMarkdown(explanationOf(one, inUnicode), style)),
    ...leftOutIn(plans, inUnicode).map(({ title, lines: [facts = '', leftOut = ''] }) =>
      [`## ${inMarkdown(title)}`, inMarkdown(facts), `> ⚠ ${inMarkdown(leftOut)}`].join('\n\n'),
    ),
  ]
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
