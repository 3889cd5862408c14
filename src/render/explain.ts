import { createColors } from 'picocolors'
import type { Language } from '../model/figure.ts'
import type { Tone } from './completion-rows.ts'
import { type Explained, type ExplainedInput, type Explanation, explanationOf, type Step } from './explanation.ts'
import { GLUE, inSigns } from './format.ts'
import { inMarkdown } from './markdown.ts'
import { displayWidth, wrappedText } from './safe-text.ts'
import { type ExplainWords, explainWordsOf } from './words/explain-words.ts'

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
  const sheets = explained.map((one) => sheetText(explanationOf(one, style), style))
  return inSigns(sheets.join('\n'), style.unicode).replaceAll(GLUE, ' ')
}

function sheetText({ title, subtitle, inputs, steps }: Explanation, style: ExplainStyle): string {
  const colors = createColors(style.color)
  const say = explainWordsOf(style.lang)
  const entries: readonly Entry[] = [...inputs.map((input) => inputEntry(input, say)), ...steps.map(stepEntry)]
  const indent = Math.max(...entries.map(({ label }) => displayWidth(label))) + MARGIN.length + GAP.length
  const lay = (entry: Entry) => entryLines(entry, indent, style)
  const inputLines =
    inputs.length === 0 ? [MARGIN + colors.dim(say.noInputs)] : entries.slice(0, inputs.length).flatMap(lay)
  return [
    ...wrappedText(title, style.width).map(colors.bold),
    ...wrappedText(subtitle, style.width).map(colors.dim),
    '',
    colors.bold(say.inputs),
    ...inputLines,
    '',
    colors.bold(say.calculation),
    ...entries.slice(inputs.length).flatMap(lay),
    '',
  ].join('\n')
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

const MARGIN = '  '
const GAP = '  '

interface Entry {
  readonly label: string
  readonly lines: readonly { readonly text: string; readonly quiet: boolean }[]
  readonly tone?: Tone | undefined
}

function inputEntry({ label, written, read, of, place, source, note }: ExplainedInput, say: ExplainWords): Entry {
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

function stepEntry({ label, lines, tone }: Step): Entry {
  return { label, lines: lines.map((text) => ({ text, quiet: false })), tone }
}

/** The label once, and its lines wrapped beside it. */
function entryLines({ label, lines, tone }: Entry, indent: number, style: ExplainStyle): string[] {
  const colors = createColors(style.color)
  const tones = { good: colors.green, bad: colors.red, warning: colors.yellow, quiet: colors.dim }
  const room = Math.max(style.width - indent, 20)
  const laid = lines.flatMap(({ text, quiet }, index) =>
    wrappedText(text, room).map((piece) => {
      if (quiet) return colors.dim(piece)
      return tone && index === 0 ? tones[tone](piece) : piece
    }),
  )
  return laid.map((piece, index) => {
    const head = index === 0 ? MARGIN + label : ''
    return head + ' '.repeat(indent - displayWidth(head)) + piece
  })
}
