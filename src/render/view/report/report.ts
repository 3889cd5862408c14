import type { CompletionLine, PlanReport, Report } from '../../../model/report.ts'
import { countText, type Format, formatOf } from '../../figure/format.ts'
import { safeText } from '../../figure/safe-text.ts'
import { countedVerdicts, toneOf } from '../../figure/verdict-text.ts'
import { htmlWordsOf, seriesWordsOf, wordsOf } from '../../words/words.ts'
import {
  type Block,
  type Document,
  type Footnotes,
  footnotesIn,
  type Passage,
  passage,
  tableBlock,
} from '../document.ts'
import type { DocumentLook } from '../format.ts'
import { completionView, type RowOptions } from './completion-rows.ts'
import { completionTable } from './completion-table.ts'
import { earlierTable } from './earlier.ts'
import { formTable } from './form.ts'
import { matrixBlock } from './matrix.ts'
import { listedApart, notReportedTable } from './not-reported.ts'
import { outlookBlock } from './outlook.ts'
import { type AreaSplitName, changeRemarks, movementTable } from './poverty-remarks.ts'
import { linesWithRates, povertyLines, povertyTable } from './poverty-table.ts'
import { leftOutText, reportHead } from './report-head.ts'
import { seriesBlocks, seriesToShow } from './series.ts'
import { areaLinesTable, areaTable, inputTable } from './wide-tables.ts'

export const reportSections = ['completion', 'poverty', 'series'] as const
export type ReportSection = (typeof reportSections)[number]

export interface ReportChoice extends Pick<DocumentLook, 'lang' | 'unicode' | 'marks' | 'isWorkbook'> {
  /** Decimals of percentages; wins over the indicators', which win over the plan's. */
  readonly decimals: number | null
  readonly sections: readonly ReportSection[]
  readonly byArea: boolean
  /** What the end of each plan comes to at the pace so far, and what is still required. */
  readonly forecast?: boolean
  readonly showsProgress?: boolean | undefined
  /** Areas stand across, in a table of their own. */
  readonly hasMatrix?: boolean | undefined
  /** What was not reported stands in the completion table, however much that is. */
  readonly all?: boolean
  /** Standards, the interval of each completion and a table of movements below the poverty table. */
  readonly detail?: boolean
  /** How a change is split by area; without it by Shapley. */
  readonly split?: AreaSplitName | undefined
}

/** The report of each plan. */
export function reportDocument(report: Report, choice: ReportChoice): Document {
  const { lang } = choice
  const [only, ...others] = report.plans
  const title = only && safeText(only.plan.title[lang])
  return {
    title: title && others.length === 0 ? title : htmlWordsOf(lang).report,
    heading: htmlWordsOf(lang).report,
    parts:
      report.plans.length === 0
        ? [[empty(wordsOf(lang).head.noPlans)]]
        : report.plans.map((plan) => planBlocks(plan, report, choice)),
  }
}

function planBlocks(report: PlanReport, all: Report, choice: ReportChoice): readonly Block[] {
  const format = formatOf(choice.lang, choice.unicode, report.plan.rounding)
  const shows = (section: ReportSection) => choice.sections.includes(section)
  const { title, facts, lines } = reportHead(report, format)
  const leftOut = leftOutText(report, format)
  return [
    { kind: 'head', title, facts, lines: lines.map(({ label, text }) => `${label}: ${text}`) },
    ...(choice.isWorkbook && shows('completion') ? [tableBlock(formTable(report, rowOptions(format, choice)))] : []),
    ...(shows('completion') ? completionBlocks(report, format, choice) : []),
    ...(shows('poverty') ? povertyBlocks(report, format, choice) : []),
    ...(shows('series') ? seriesSection(report, all, format, choice) : []),
    ...(leftOut === null ? [] : [passage('warning', [leftOut])]),
    ...(choice.isWorkbook ? sheetsOf(report, format, choice) : []),
  ]
}

function sheetsOf(report: PlanReport, format: Format, choice: ReportChoice): readonly Block[] {
  const areas = choice.sections.includes('completion') ? areaLinesTable(report, rowOptions(format, choice)) : null
  return [...(areas ? [tableBlock(areas)] : []), tableBlock(inputTable(report, format))]
}

function completionBlocks(report: PlanReport, format: Format, choice: ReportChoice): readonly Block[] {
  const apart = listedApart(report, choice)
  const shows = (line: CompletionLine) => !apart.has(line)
  const options = { ...rowOptions(format, choice), shows }
  const view = completionView(report, options)
  // Of what a problem keeps out it is said below.
  if (view.lines.length + apart.size === 0) {
    return report.leftOut.length > 0 ? [] : [passage('plain', [format.words.head.noIndicators])]
  }
  const matrix = choice.hasMatrix ? matrixBlock(report, rowOptions(format, choice)) : null
  const areas = matrix ? null : areaTable(report, rowOptions(format, choice))
  const earlier = earlierTable(report, view.heads.steps, rowOptions(format, choice))
  return [
    ...(view.lines.length > 0 ? [tableBlock(completionTable(report, options, view))] : []),
    ...(apart.size > 0 ? [tableBlock(notReportedTable(report, apart, rowOptions(format, choice)))] : []),
    tally(report, view.summary, format),
    ...(matrix ? [matrix] : []),
    ...(areas ? [tableBlock(areas)] : []),
    ...(earlier ? [tableBlock(earlier)] : []),
    ...(choice.forecast ? [outlookBlock(report, rowOptions(format, choice))] : []),
  ]
}

/** How many lines have each verdict. */
function tally({ lines }: PlanReport, sentence: string, format: Format): Block {
  const { words } = format
  const counts = countedVerdicts(lines.filter(({ area }) => area === null))
  return {
    kind: 'tally',
    label: htmlWordsOf(words.lang).summary,
    sentence,
    counts: counts.map(({ shown, count }) => ({
      count: countText(count, format),
      word: words.verdictCounts[shown],
      tone: toneOf(shown),
    })),
  }
}

function povertyBlocks(report: PlanReport, format: Format, choice: ReportChoice): readonly Block[] {
  const lines = povertyLines(report, choice.byArea)
  if (lines.length === 0) return choice.sections.includes('completion') ? [] : [empty(format.words.change.none)]
  const moved = choice.detail ? movementTable(lines, report.plan, format) : null
  const rates = linesWithRates(lines)
  return [
    ...(rates.length > 0 || !moved ? [tableBlock(povertyTable(rates, report, rowOptions(format, choice)))] : []),
    ...(moved ? [tableBlock(moved)] : []),
    remarksOf(lines, format, { ...choice, movementsApart: moved !== null }),
  ]
}

/** Sentences below the poverty table, each with what it is about where there are several lines. */
function remarksOf(
  lines: readonly CompletionLine[],
  format: Format,
  { detail = false, split, movementsApart }: ReportChoice & { readonly movementsApart: boolean },
): Passage {
  const sentences = lines.flatMap((line) => {
    const of = safeText((line.area ?? line.indicator).name[format.words.lang])
    const texts = changeRemarks(line, format, { detail, split, movementsApart })
    return texts.map((text) => (lines.length === 1 ? { text } : { text, of }))
  })
  return { kind: 'passage', role: 'items', sentences }
}

function seriesSection(report: PlanReport, all: Report, format: Format, choice: ReportChoice): readonly Block[] {
  const alone = choice.sections.length === 1
  const series = seriesToShow(report, all, { byArea: choice.byArea, alone })
  if (series.length === 0) return alone ? [empty(seriesWordsOf(choice.lang).none)] : []
  return seriesBlocks(series, report, rowOptions(format, choice))
}

/** Each table has notes of its own. */
function rowOptions(format: Format, { decimals, byArea, sections, marks, showsProgress }: ReportChoice): RowOptions {
  const notes: Footnotes = footnotesIn(marks.sign, marks.separator)
  return { format, decimals, byArea, withPoverty: sections.includes('poverty'), showsProgress, notes }
}

const empty = (text: string) => passage('empty', [text])
