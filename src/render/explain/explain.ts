import type { PlanReport } from '../../model/report.ts'
import { formatOf } from '../figure/format.ts'
import { safeText } from '../figure/safe-text.ts'
import {
  type Block,
  columnsOf,
  type Document,
  passage,
  rowLines,
  type Sheet,
  type SheetEntry,
  tableBlock,
} from '../view/document.ts'
import { leftOutText, reportHead } from '../view/report/report-head.ts'
import type { ExplainWords } from '../words/explain-en.ts'
import { explainWordsOf } from '../words/words.ts'
import { type Explained, type ExplanationChoice, explanationOf } from './explanation.ts'
import type { ExplainedInput, Step } from './written.ts'

/**
 * How each figure came about, as worked sheets: every input as written and as read with its place and source, then the
 * formula with its numbers, the exact result, the rounding, and the verdict with its reason.
 */
export function explainDocument(plans: readonly PlanReport[], choice: ExplanationChoice): Document {
  const sheets = plans.flatMap(({ plan, lines }) => lines.map((line) => explanationSheet({ plan, line }, choice)))
  const [first] = plans
  const title = sheets[0]?.title ?? (first ? safeText(first.plan.title[choice.lang]) : '')
  return { title, parts: [[...sheets, ...plans.flatMap((report) => leftOutBlocks(report, choice))]] }
}

/** The head of a plan in which a problem keeps out what is asked for, and the problem. */
function leftOutBlocks(report: PlanReport, { lang, unicode }: ExplanationChoice): readonly Block[] {
  const format = formatOf(lang, unicode, report.plan.rounding)
  const leftOut = leftOutText(report, format)
  if (leftOut === null) return []
  const { title, facts } = reportHead(report, format)
  return [{ kind: 'head', title, facts, lines: [] }, passage('warning', [leftOut])]
}

export function explanationSheet(explained: Explained, choice: ExplanationChoice): Sheet {
  const say = explainWordsOf(choice.lang)
  const { title, subtitle, inputs, steps } = explanationOf(explained, choice)
  return {
    kind: 'sheet',
    title,
    subtitles: [subtitle],
    sections: [
      {
        title: say.inputs,
        entries: inputs.map((input) => inputEntry(input, say)),
        none: say.noInputs,
        ...(inputs.length > 0 && { table: inputTable(inputs, say) }),
      },
      { title: say.calculation, entries: steps.map(stepEntry) },
    ],
  }
}

function inputTable(inputs: readonly ExplainedInput[], { columns: heads, inputs: title }: ExplainWords) {
  const { left } = columnsOf<ExplainedInput>()
  const lead = left('input', heads.input, 20, ({ label }) => label)
  return tableBlock({
    key: 'inputs',
    name: title,
    lines: rowLines(inputs),
    columns: [
      lead,
      left('written', heads.written, 20, ({ written }) => written),
      left('read', heads.readAs, 20, ({ written, read }) => read ?? written),
      left('of', heads.period, 20, ({ of }) => of),
      left('place', heads.place, 20, ({ place }) => place),
      left('source', heads.source, 20, ({ source, note }) => [source, note].filter((part) => part !== null).join('; ')),
    ],
    lead,
  })
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
