import type { Exact } from '../../../model/exact.ts'
import { addsUpOverAreas, isNumeric } from '../../../model/indicator.ts'
import { pushTo } from '../../../model/lists.ts'
import { civilDate, commonGrain, wholeYears } from '../../../model/period.ts'
import { headingsBetween, type Section } from '../../../model/plan.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { differenceText, type Format, percentText, targetText } from '../../figure/format.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { toneOf, verdictText } from '../../figure/verdict-text.ts'
import { type Cell, type Footnotes, type Line, rowsIn } from '../document.ts'
import { actualText, providerNotes } from './actual.ts'
import { completionNotes } from './completion-notes.ts'
import { areaSummaryText, summaryText } from './report-head.ts'
import {
  baselineCell,
  type CommonTime,
  commonTime,
  expectedCell,
  hasSteps,
  inPeriodCell,
  lastYearCell,
  lastYearHead,
  onLastYearNote,
  publishedText,
  rankText,
  type Told,
} from './time-cells.ts'

/** A completion table in words, before any layout: its rows, the heads of its columns, and what is said of all rows. */
export interface CompletionView {
  readonly lines: readonly Line<CompletionRow>[]
  readonly heads: Readonly<Record<CompletionColumn | 'steps', string>>
  /** Columns that hold something. */
  readonly has: (column: string) => boolean
  /** Sentences about whole columns. */
  readonly remarks: readonly string[]
  /** How many have each verdict. */
  readonly summary: string
}

/** What stands in each column of one line, with the marks of its footnotes, before any layout. */
export interface CompletionRow {
  readonly cells: Cells
  /** Of an area below what it is part of. */
  readonly isArea: boolean
  /** What the achievement would be, were the actual what is expected to date; null: no mark in the bar. */
  readonly expectedAchievement: Exact | null
  /** Of percentages. */
  readonly decimals: number
  readonly line: CompletionLine
}

export type CompletionColumn =
  | 'no'
  | 'unit'
  | 'responsible'
  | (typeof filledWhereKnown)[number]
  | (typeof always)[number]

type Cells = Readonly<Record<CompletionColumn, Cell & { readonly marks: string }>>

/** Columns that every table has. */
const always = ['name', 'target', 'actual', 'completion', 'verdict'] as const

/** Columns that a table has where a row has something there other than a dash. */
const filledWhereKnown = [
  'baseline',
  'progress',
  'originalTarget',
  'inPeriod',
  'lastYear',
  'variance',
  'expected',
  'pace',
  'originalCompletion',
  'published',
  'rank',
  'shortfallShare',
] as const

export interface RowOptions {
  readonly format: Format
  /** Wins over the indicator's decimals, which win over the plan's. */
  readonly decimals: number | null
  readonly byArea: boolean
  readonly notes: Footnotes
  /** Which lines it has; absent: all. */
  readonly shows?: (line: CompletionLine) => boolean
  /** Where the comparison with last year is not shown, neither are its footnotes. */
  readonly omitsLastYear?: boolean
  /** The share of the way from the baseline, beside the completion. */
  readonly showsProgress?: boolean | undefined
  /** The table of poverty rates stands below: what it says need not be said before. */
  readonly withPoverty?: boolean
}

/** The rows of a plan; where only one indicator is asked for area by area, its areas by rank. */
export function completionView(report: PlanReport, options: RowOptions): CompletionView {
  const isOfAreas = options.byArea && showsAreasOfOne(report)
  const shown = shownLines(report, options)
  const time = commonTime(report, shown, options.format)
  const lines = isOfAreas
    ? areaLines(rowsIn(completionLines(byRank(report), options)), report, time)
    : completionLines(report, options)
  const rows = rowsIn(lines)
  const filled = filledColumns(rows)
  return {
    lines,
    heads: headsOf(report, shown, isOfAreas, time, options),
    has: (column) => filled.has(column),
    remarks: remarksOf(rows, filled, time, options),
    summary: isOfAreas ? areaSummaryText(report, options.format) : summaryText(report, options.format),
  }
}

const shownLines = ({ lines }: PlanReport, { byArea, shows = () => true }: RowOptions) =>
  lines.filter((line) => (byArea || line.area === null) && shows(line))

function filledColumns(rows: readonly CompletionRow[]): ReadonlySet<string> {
  const holds = (column: CompletionColumn, ...nothing: readonly string[]) =>
    rows.some(({ cells }) => !['', ...nothing].includes(cells[column].text))
  return new Set<string>([
    ...always,
    // A dash is what the plan says there.
    ...(['no', 'unit', 'responsible'] as const).filter((column) => holds(column)),
    ...filledWhereKnown.filter((column) => holds(column, '–')),
    ...(rows.some(({ line }) => line.achievement !== null) ? ['bar'] : []),
    ...(rows.some(({ line }) => hasSteps(line)) ? ['steps'] : []),
  ])
}

function headsOf(
  { plan }: PlanReport,
  lines: readonly CompletionLine[],
  isOfAreas: boolean,
  time: CommonTime,
  { format }: RowOptions,
): CompletionView['heads'] {
  const { columns } = format.words
  const { say } = time
  const first = civilDate(plan.period.start)
  const inYear = wholeYears(plan.period) === 1 && first.month === 1
  const steps = lines.flatMap(({ increments }) => increments.map(({ period }) => period))
  return {
    ...columns,
    ...say.columns,
    name: isOfAreas ? say.columns[lines.some(({ area }) => area?.of) ? 'group' : 'area'] : columns.indicator,
    baseline: time.baseline
      ? `${say.columns.baseline} ${periodText(time.baseline, format.words)}`
      : say.columns.baseline,
    inPeriod: say.inPeriod(time.grain),
    actual: time.inPeriod ? say.toDate(inYear) : columns.actual,
    lastYear: lastYearHead(time),
    steps: say.steps[commonGrain(steps)],
  }
}

function remarksOf(
  rows: readonly CompletionRow[],
  filled: ReadonlySet<string>,
  { say, basis, lastYear }: CommonTime,
  { format }: RowOptions,
): string[] {
  const hasCeiling = rows.some(({ cells }) => cells.expected.text.startsWith('≤'))
  return [
    ...(filled.has('expected') && basis ? [say.notes.expectation[basis]] : []),
    ...(filled.has('pace') && hasCeiling ? [say.notes.ceilingPace] : []),
    ...(filled.has('lastYear') && lastYear ? [onLastYearNote(lastYear, { say, lastYear }, format)] : []),
    ...(filled.has('progress') ? [say.notes.progress] : []),
    ...(filled.has('rank') ? [say.notes.rank] : []),
    ...(filled.has('shortfallShare') ? [say.notes.shortfallShare] : []),
  ]
}

export function showsAreasOfOne({ lines }: PlanReport): boolean {
  const [first] = lines
  return lines.some(({ area }) => area !== null) && lines.every(({ indicator }) => indicator.id === first?.indicator.id)
}

/** Areas that lie in one area side by side, by their rank; those without one in the plan's order behind them. */
function byRank(report: PlanReport): PlanReport {
  const below = new Map<string | null, CompletionLine[]>()
  const totals = report.lines.filter(({ area }) => area === null)
  const ids = new Set(report.lines.flatMap(({ area }) => area?.id ?? []))
  for (const line of report.lines) {
    if (!line.area) continue
    const parent = line.area.parent !== null && ids.has(line.area.parent) ? line.area.parent : null
    pushTo(below, parent, line)
  }
  const place = ({ rank }: CompletionLine) => rank?.place ?? Infinity
  const ordered = (parent: string | null): CompletionLine[] =>
    (below.get(parent) ?? [])
      .sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
      .flatMap((line) => [line, ...ordered(line.area?.id ?? null)])
  return { ...report, lines: [...totals, ...ordered(null)] }
}

/** The indicator as a heading, its total named as one, its areas by how deep they lie. */
function areaLines(
  rows: readonly CompletionRow[],
  report: PlanReport,
  { say }: CommonTime,
): readonly Line<CompletionRow>[] {
  const parents = new Map(report.plan.areas.map(({ id, parent }) => [id, parent]))
  const shown = new Set(rows.flatMap(({ line }) => line.area?.id ?? []))
  const depth = (id: string | null): number => {
    const parent = id === null ? null : (parents.get(id) ?? null)
    return parent !== null && shown.has(parent) ? depth(parent) + 1 : 0
  }
  return rows.flatMap((row, index): Line<CompletionRow>[] => {
    const { indicator, area } = row.line
    const { cells } = row
    const nothing = { unit: none, responsible: none, no: none }
    if (area) {
      const isArea = depth(area.id) > 0
      const name = { ...cells.name, depth: depth(area.id), tone: isArea ? ('quiet' as const) : undefined }
      return [{ kind: 'row', row: { ...row, isArea, cells: { ...cells, ...nothing, name } } }]
    }
    const unit = cells.unit.text && ` (${cells.unit.text})`
    const responsible = cells.responsible.text && ` – ${cells.responsible.text}`
    const name = { ...cells.name, text: addsUpOverAreas(indicator.type) ? say.total : say.overall }
    return [
      ...(index > 0 ? [{ kind: 'blank' } as const] : []),
      { kind: 'text', role: 'heading', text: `${numberText(row)}${cells.name.text}${unit}${responsible}`, depth: 0 },
      { kind: 'row', row: { ...row, cells: { ...cells, ...nothing, name } } },
    ]
  })
}

const numberText = ({ line }: CompletionRow) => (line.indicator.no === null ? '' : `${safeText(line.indicator.no)} `)

/** Sections, "of which" lines and lines of a plan, in its order, with a blank line before each section but the first. */
function completionLines(report: PlanReport, options: RowOptions): Line<CompletionRow>[] {
  const { plan } = report
  const { words } = options.format
  const sections = new Map(plan.sections.map((section) => [section.id, section]))
  const shown = shownLines(report, options)
  const time = commonTime(report, shown, options.format)
  const standings = standingsOf(report, new Set(shown.map(({ indicator }) => indicator.id)))
  const context: Context = { ...options, report, time, standings, numbers: lineNumbers(report) }
  const lines: Line<CompletionRow>[] = []
  const wholesWithHeading = new Set<string>()
  let section: Section | null = null
  for (const line of shown) {
    const { whole, depth, section: ofLine } = standings.get(line.indicator.id) ?? NOWHERE
    const next = (ofLine !== null && sections.get(ofLine)) || null
    if (whole === null && next !== section) {
      if (lines.length > 0) lines.push({ kind: 'blank' })
      for (const { name, above = [] } of headingsBetween(section, next)) {
        lines.push({ kind: 'text', role: 'heading', text: safeText(name[words.lang]), depth: above.length })
      }
      section = next
    }
    if (whole !== null && !wholesWithHeading.has(whole)) {
      wholesWithHeading.add(whole)
      lines.push({ kind: 'text', role: 'of-which', text: words.ofWhich, depth })
    }
    lines.push({ kind: 'row', row: completionRow(line, context) })
  }
  return lines
}

interface Context extends RowOptions {
  readonly report: PlanReport
  readonly time: CommonTime
  readonly standings: ReadonlyMap<string, Standing>
  readonly numbers: ReadonlyMap<string, string>
}

const none = { text: '', marks: '' }

function completionRow(line: CompletionLine, context: Context): CompletionRow {
  const { indicator, area, original } = line
  const { format, report, time } = context
  const { words } = format
  const decimals = context.decimals ?? indicator.decimals ?? report.plan.decimals
  const { hasBaselines } = time
  const notes = completionNotes(line, { format, decimals, plan: report.plan, asOf: report.asOf, hasBaselines })
  const noted = (text: string, texts: readonly string[] = []) => ({ text, marks: context.notes.mark(texts) })
  const told = ({ text, notes: texts }: Told) => noted(text, texts)
  const { responsible } = indicator
  const isTimed = time.isRunning && line.target !== null && isNumeric(indicator.type)
  const percentOr = (ratio: Exact | null | undefined, otherwise: string) =>
    noted(ratio ? percentText(ratio, decimals, format) : otherwise)
  const target = (stated: CompletionLine['target']) =>
    stated && targetText(stated.target, indicator.type, format, wholeYears(report.plan.period))
  return {
    // Footnotes are numbered in the order of their columns.
    cells: {
      name: {
        ...noted(safeText((area ?? indicator).name[words.lang]), notes.name),
        depth: (context.standings.get(indicator.id) ?? NOWHERE).depth + (area ? 1 : 0),
        tone: area ? 'quiet' : undefined,
      },
      baseline: noted(hasBaselines ? baselineCell(line, time, format) : ''),
      target: noted(target(line.target) ?? '–', notes.target),
      actual: noted(actualText(line, format), [...notes.actual, ...providerNotes(line, decimals, format)]),
      completion: noted(completionText(line, decimals, format), notes.completion),
      progress: percentOr(context.showsProgress ? line.progress : null, ''),
      inPeriod: told(inPeriodCell(line, time, format)),
      expected: told(expectedCell(line, time, format)),
      lastYear: context.omitsLastYear ? none : told(lastYearCell(line, time, decimals, format)),
      no: noted(area ? '' : (context.numbers.get(indicator.id) ?? '')),
      unit: noted(area ? '' : unitText(line, format)),
      variance: noted(varianceText(line, format)),
      verdict: { ...noted(verdictText(line, format)), tone: toneOf(line.verdict) },
      responsible: noted(responsible && !area ? safeText(responsible[words.lang]) : ''),
      originalTarget: noted((original && target(original.target)) ?? ''),
      originalCompletion: percentOr(original?.achievement, original ? '–' : ''),
      pace: percentOr(isTimed ? line.pace : null, isTimed ? '–' : ''),
      published: noted(publishedText(line, time, format)),
      rank: noted(rankText(line, format)),
      shortfallShare: percentOr(line.shortfallShare, ''),
    },
    isArea: area !== null,
    expectedAchievement: time.isRunning ? line.derivation.atExpected : null,
    decimals,
    line,
  }
}

function unitText({ indicator }: CompletionLine, { words }: Format): string {
  if (indicator.unit) return safeText(indicator.unit[words.lang])
  return indicator.type === 'rate' || indicator.type === 'poverty-rate' || indicator.type === 'growth' ? '%' : ''
}

export function varianceText({ variance, indicator, target }: CompletionLine, format: Format): string {
  if (variance !== null) return differenceText(variance, indicator.type, format)
  return (isNumeric(indicator.type) || indicator.type === 'date') && target ? '–' : ''
}

/** The achievement as printed, `118.3%`, or what is used of a ceiling; a dash where there is neither; nothing for tasks. */
export function completionText(line: CompletionLine, decimals: number, format: Format): string {
  if (line.achievement) return percentText(line.achievement, decimals, format)
  if (line.used) return format.words.usedOfCeiling(percentText(line.used, decimals, format))
  return isNumeric(line.indicator.type) && line.target ? '–' : ''
}

/** Where a line stands among the lines shown. */
interface Standing {
  /** The nearest whole that is shown; null: none is, and the part stands by itself. */
  readonly whole: string | null
  readonly depth: number
  /** That of the outermost whole, shown or not. */
  readonly section: string | null
}

const NOWHERE: Standing = { whole: null, depth: 0, section: null }

function standingsOf({ plan }: PlanReport, shown: ReadonlySet<string>): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>()
  // A part stands behind its whole, whose standing is therefore known.
  for (const { id, parent, section } of plan.indicators) {
    const above = parent === null ? undefined : standings.get(parent)
    const whole = parent !== null && shown.has(parent) ? parent : (above?.whole ?? null)
    const depth = whole === null ? 0 : (standings.get(whole) ?? NOWHERE).depth + 1
    standings.set(id, { whole, depth, section: above ? above.section : section })
  }
  return standings
}

/** The plan's own numbers; where it has none at all, its indicators are counted, parts left out. By id. */
function lineNumbers({ plan, lines }: PlanReport): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  const hasOwn = plan.indicators.some(({ no }) => no !== null)
  let count = 0
  for (const { indicator, area } of lines) {
    if (hasOwn) numbers.set(indicator.id, indicator.no === null ? '' : safeText(indicator.no))
    else if (!area && indicator.parent === null) numbers.set(indicator.id, String(++count))
  }
  return numbers
}
