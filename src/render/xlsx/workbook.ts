import { writeXlsx } from 'hucre/xlsx'
import { Exact } from '../../model/exact.ts'
import type { Language, Name } from '../../model/figure.ts'
import { areaOfPlan } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import type { CompletionLine, Input, PlanReport, Report } from '../../model/report.ts'
import { type Format, formatOf } from '../figure/format.ts'
import { plainNumber } from '../figure/number.ts'
import { periodText } from '../figure/period-text.ts'
import { sourceText } from '../figure/source-text.ts'
import { verdictText } from '../figure/verdict-text.ts'
import { problemMessage, severityWord } from '../problem/problems.ts'
import { lineNumbers, standingsOf } from '../view/report/completion-rows.ts'
import {
  decimalsOfChange,
  plannedText,
  povertyLines,
  type RateEnd,
  rateFrom,
  rateTo,
} from '../view/report/poverty-rows.ts'
import type { Words } from '../words/en.ts'
import { explainWordsOf, wordsOf, xlsxWordsOf } from '../words/words.ts'
import type { XlsxWords } from '../words/xlsx-en.ts'
import { count, number, percentage, text } from './cells.ts'
import { completionCell, completionColumns, differenceCell, type LineRow, lastPrinted } from './completion.ts'
import { sheetOf, type XlsxColumn } from './sheet.ts'

export interface WorkbookOptions {
  readonly lang: Language
  /** Decimals of percentages; wins over the indicators', which win over the plan's. */
  readonly decimals: number | null
  readonly problems: readonly Problem[]
}

/**
 * The report as an Excel workbook: sheets of completion, poverty, areas, inputs and problems, each one table under its
 * head. Numbers are numbers and show what the table prints; verdicts are words; completion also stands as a live
 * formula where it is the actual divided by the target.
 */
export async function renderWorkbook(
  report: Report,
  { lang, decimals, problems }: WorkbookOptions,
): Promise<Uint8Array> {
  const words = wordsOf(lang)
  const say = xlsxWordsOf(lang)
  const rows = report.plans.flatMap((plan) => lineRows(plan, lang, decimals))
  const titles = report.plans.map(({ plan }) => plan.title[lang])
  const printed = (last: string | null) => ({ title: titles.join('; '), foot: say.page, last })
  const [all, toVerdict] = [printed(null), printed(lastPrinted(words))]
  const totals = rows.filter(({ line }) => !line.area)
  const areas = rows.filter(({ line }) => line.area)
  const sheets = [
    sheetOf(say.sheets.completion, completionColumns(words, say, false), totals, toVerdict),
    sheetOf(say.sheets.poverty, povertyColumns(words, say), povertyRows(rows), all),
    sheetOf(say.sheets.areas, completionColumns(words, say, true), areas, toVerdict),
    sheetOf(say.sheets.inputs, inputColumns(words, say), rows.flatMap(inputRows), all),
    sheetOf(say.sheets.problems, problemColumns(lang, say), problems, all),
  ]
  return writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.flatMap(({ names }) => names),
    properties: { modified: NO_CLOCK },
  })
}

/** The library would write the time of day into the file, and the same report would have other bytes each time. */
// biome-ignore lint/style/noRestrictedGlobals: a day, always the same, and no clock
const NO_CLOCK = new Date('1980-01-01T00:00:00Z')

function lineRows(report: PlanReport, lang: Language, decimals: number | null): readonly LineRow[] {
  const format = formatOf(lang, true, report.plan.rounding)
  const numbers = lineNumbers(report)
  const standings = standingsOf(report, new Set(report.lines.map(({ indicator }) => indicator.id)))
  return report.lines.map((line) => ({
    report,
    line,
    format,
    no: numbers.get(line.indicator.id) ?? '',
    depth: standings.get(line.indicator.id)?.depth ?? 0,
    decimals: decimals ?? line.indicator.decimals ?? report.plan.decimals,
  }))
}

function povertyRows(rows: readonly LineRow[]): readonly LineRow[] {
  const lines = new Set([...new Set(rows.map(({ report }) => report))].flatMap((report) => povertyLines(report, true)))
  return rows.filter(({ line }) => lines.has(line))
}

function povertyColumns(words: Words, say: XlsxWords): readonly XlsxColumn<LineRow>[] {
  const { poverty, lang } = words
  const rate = (head: string, end: (line: CompletionLine) => RateEnd | null): XlsxColumn<LineRow> => ({
    head,
    width: 12,
    cell: ({ line, format }) => {
      const side = end(line)
      return number(side?.value, (value) => plainNumber(value, format.mode, [], side?.decimals ?? 0), '%')
    },
  })
  const counted = (head: string, of: (row: LineRow) => Parameters<typeof number>[0]): XlsxColumn<LineRow> => ({
    head,
    width: 14,
    cell: (row) => number(of(row), (value) => plainNumber(value)),
  })
  const named = (
    head: string,
    width: number,
    of: (row: LineRow) => string | null | undefined,
  ): XlsxColumn<LineRow> => ({
    head,
    width,
    cell: (row) => text(of(row)),
  })
  const periodOf =
    (end: (line: CompletionLine) => RateEnd | null) =>
    ({ line }: LineRow) => {
      const period = end(line)?.period
      return period && periodText(period, words)
    }
  return [
    named(say.plan, 28, ({ report }) => report.plan.title[lang]),
    named(poverty.indicator, 36, ({ line }) => line.indicator.name[lang]),
    named(say.area, 22, ({ line }) => line.area?.name[lang]),
    named(say.standard, 16, ({ line }) => line.change?.to.standard ?? line.indicator.standard),
    named(`${poverty.from}: ${say.input.period}`, 14, periodOf(rateFrom)),
    rate(poverty.from, rateFrom),
    named(`${poverty.to}: ${say.input.period}`, 14, periodOf(rateTo)),
    rate(poverty.to, rateTo),
    { head: poverty.change, width: 14, cell: ({ line, format }) => changeCell(line, format) },
    {
      head: poverty.relativeChange,
      width: 14,
      cell: ({ line, format }) => percentage(relativeOf(line), { decimals: 2, mode: format.mode }, [Exact.ZERO]),
    },
    {
      head: poverty.planned,
      width: 14,
      cell: ({ line, format }) => plannedCell(line, format),
    },
    { head: poverty.completion, width: 13, cell: completionCell },
    named(poverty.verdict, 20, ({ line, format }) => verdictText(line, format)),
    counted(say.poorFrom, ({ line }) => line.change?.from.poor),
    counted(say.poorTo, ({ line }) => line.change?.to.poor),
    counted(say.poorChange, ({ line }) => line.change?.poor ?? line.change?.reportedPoorChange?.value),
    counted(say.households(poverty.from), ({ line }) => line.change?.from.households),
    counted(say.households(poverty.to), ({ line }) => line.change?.to.households),
  ]
}

function changeCell(line: CompletionLine, format: Format) {
  const { change } = line
  return differenceCell(change?.absolute, line, format, change ? decimalsOfChange(change) : 0)
}

/** A number where one change is planned; else the target in words. */
function plannedCell(line: CompletionLine, format: Format) {
  const planned = line.change?.planned
  if (planned?.length === 1) return differenceCell(planned[0], line, format)
  return text(line.target && plannedText(line, format))
}

function relativeOf({ change }: LineRow['line']) {
  return change?.absolute && !change.from.value.isZero ? change.absolute.dividedBy(change.from.value) : null
}

interface InputRow {
  readonly row: LineRow
  readonly input: Input
}

function inputRows(row: LineRow): readonly InputRow[] {
  return row.line.inputs.map((input) => ({ row, input }))
}

/** Of the figure, which may be a part of a sum over areas. */
function areaName({ report, line }: LineRow, { area }: Input): Name | undefined {
  return area === line.area?.id ? line.area?.name : areaOfPlan(report.plan, area)?.name
}

function inputColumns(words: Words, say: XlsxWords): readonly XlsxColumn<InputRow>[] {
  const { lang } = words
  const { input: heads } = say
  const { inputNames } = explainWordsOf(lang)
  const named = (
    head: string,
    width: number,
    of: (row: InputRow) => string | null | undefined,
  ): XlsxColumn<InputRow> => ({
    head,
    width,
    cell: (row) => text(of(row)),
  })
  return [
    named(say.plan, 28, ({ row }) => row.report.plan.title[lang]),
    named(words.columns.indicator, 36, ({ row }) => row.line.indicator.name[lang]),
    named(say.area, 20, ({ row, input }) => areaName(row, input)?.[lang]),
    named(heads.field, 18, ({ input }) => inputNames[input.field]),
    named(heads.written, 18, ({ input }) => input.text),
    {
      head: heads.value,
      width: 14,
      cell: ({ input }) =>
        number(input.figure?.value, (value) => plainNumber(value, 'half-up', [], input.figure?.decimals ?? 0)),
    },
    named(heads.period, 16, ({ input }) => input.period && periodText(input.period, words)),
    named(heads.status, 14, ({ input }) => input.status && words.statuses[input.status]),
    named(heads.file, 36, ({ input }) => input.at.file),
    { head: heads.line, width: 8, cell: ({ input }) => count(input.at.line) },
    { head: heads.column, width: 8, cell: ({ input }) => count(input.at.column) },
    named(heads.source, 60, ({ input }) => input.source && sourceText(input.source, lang)),
  ]
}

function problemColumns(lang: Language, say: XlsxWords): readonly XlsxColumn<Problem>[] {
  const { problem: heads } = say
  const named = (
    head: string,
    width: number,
    of: (problem: Problem) => string | null | undefined,
  ): XlsxColumn<Problem> => ({
    head,
    width,
    cell: (problem) => text(of(problem)),
  })
  const placed = (head: string, key: 'line' | 'column'): XlsxColumn<Problem> => ({
    head,
    width: 8,
    cell: ({ at }) => (at ? count(at[key]) : { value: null }),
  })
  return [
    named(heads.severity, 12, ({ severity }) => severityWord(severity, lang)),
    named(heads.code, 26, ({ code }) => code),
    named(heads.message, 70, (problem) => problemMessage(problem, lang).message),
    named(heads.remedy, 60, (problem) => problemMessage(problem, lang).remedy),
    named(heads.file, 40, ({ at }) => at?.file),
    placed(heads.line, 'line'),
    placed(heads.column, 'column'),
  ]
}
