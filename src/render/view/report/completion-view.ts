import { addsUpOverAreas } from '../../../model/indicator.ts'
import { civilDate, commonGrain, wholeYears } from '../../../model/period.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { safeText } from '../../figure/safe-text.ts'
import { type Line, rowsIn } from '../document.ts'
import { type CompletionRow, completionLines, type RowOptions } from './completion-rows.ts'
import { areaSummaryText, summaryText } from './report-head.ts'
import { type CommonTime, commonTime, lastYearHead, onLastYearNote } from './time-cells.ts'

/** A completion table in words, before any layout: its rows, the heads of its columns, and what is said of all rows. */
export interface CompletionView {
  readonly lines: readonly Line<CompletionRow>[]
  readonly heads: Readonly<Record<ViewColumn, string>>
  /** Columns that hold something. */
  readonly has: (column: string) => boolean
  /** Sentences about whole columns. */
  readonly remarks: readonly string[]
  /** How many have each verdict. */
  readonly summary: string
}

export type ViewColumn =
  | 'no'
  | 'name'
  | 'unit'
  | 'responsible'
  | 'target'
  | 'originalTarget'
  | 'inPeriod'
  | 'actual'
  | 'lastYear'
  | 'variance'
  | 'expected'
  | 'pace'
  | 'completion'
  | 'originalCompletion'
  | 'published'
  | 'rank'
  | 'shortfallShare'
  | 'bar'
  | 'steps'
  | 'verdict'

/** The rows of a plan; where only one indicator is asked for area by area, its areas by rank. */
export function completionView(report: PlanReport, options: RowOptions): CompletionView {
  const isOfAreas = options.byArea && showsAreasOfOne(report)
  const shown = report.lines.filter(({ area }) => options.byArea || area === null)
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

function filledColumns(rows: readonly CompletionRow[]): ReadonlySet<string> {
  const filled = new Set<string>(['name', 'target', 'actual', 'completion', 'verdict'])
  const note = (column: ViewColumn, isFilled: (row: CompletionRow) => boolean) => {
    if (rows.some(isFilled)) filled.add(column)
  }
  note('no', ({ no }) => no !== '')
  note('unit', ({ unit }) => unit !== '')
  note('responsible', ({ responsible }) => responsible !== '')
  note('originalTarget', ({ originalTarget }) => originalTarget !== '')
  note('inPeriod', ({ inPeriod }) => isKnown(inPeriod.text))
  note('lastYear', ({ lastYear }) => isKnown(lastYear.text))
  note('variance', ({ variance }) => isKnown(variance))
  note('expected', ({ expected }) => isKnown(expected.text))
  note('pace', ({ pace }) => isKnown(pace))
  note('originalCompletion', ({ originalCompletion }) => isKnown(originalCompletion))
  note('published', ({ published }) => published !== '')
  note('rank', ({ rank }) => rank !== '')
  note('shortfallShare', ({ shortfallShare }) => shortfallShare !== '')
  note('bar', ({ achievement }) => achievement !== null)
  note('steps', ({ steps }) => steps.filter((step) => step !== null).length > 1)
  return filled
}

/** Neither empty nor a dash. */
const isKnown = (text: string) => text !== '' && text !== '–'

function headsOf(
  { plan }: PlanReport,
  lines: readonly CompletionLine[],
  isOfAreas: boolean,
  time: CommonTime,
  { format }: RowOptions,
): Record<ViewColumn, string> {
  const { columns } = format.words
  const { say } = time
  const first = civilDate(plan.period.start)
  const inYear = wholeYears(plan.period) === 1 && first.month === 1
  const steps = lines.flatMap(({ increments }) => increments.map(({ period }) => period))
  return {
    no: columns.no,
    name: isOfAreas ? say.columns.area : columns.indicator,
    unit: columns.unit,
    responsible: say.columns.responsible,
    target: columns.target,
    originalTarget: say.columns.originalTarget,
    inPeriod: say.inPeriod(time.grain),
    actual: time.inPeriod ? say.toDate(inYear) : columns.actual,
    lastYear: lastYearHead(time),
    variance: columns.variance,
    expected: say.columns.expected,
    pace: say.columns.pace,
    completion: columns.completion,
    originalCompletion: say.columns.originalCompletion,
    published: say.columns.published,
    rank: say.columns.rank,
    shortfallShare: say.columns.shortfallShare,
    bar: '',
    steps: say.steps[commonGrain(steps)],
    verdict: columns.verdict,
  }
}

function remarksOf(
  rows: readonly CompletionRow[],
  filled: ReadonlySet<string>,
  { say, basis, lastYear }: CommonTime,
  { format }: RowOptions,
): string[] {
  const hasCeiling = rows.some(({ expected }) => expected.text.startsWith('≤'))
  return [
    ...(filled.has('expected') && basis ? [say.notes.expectation[basis]] : []),
    ...(filled.has('pace') && hasCeiling ? [say.notes.ceilingPace] : []),
    ...(filled.has('lastYear') && lastYear ? [onLastYearNote(lastYear, { say, lastYear }, format)] : []),
    ...(filled.has('rank') ? [say.notes.rank] : []),
    ...(filled.has('shortfallShare') ? [say.notes.shortfallShare] : []),
  ]
}

function showsAreasOfOne({ lines }: PlanReport): boolean {
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
    const beside = below.get(parent)
    if (beside) beside.push(line)
    else below.set(parent, [line])
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
    if (area) return [{ kind: 'row', row: { ...row, unit: '', depth: depth(area.id), isArea: depth(area.id) > 0 } }]
    const unit = row.unit === '' ? '' : ` (${row.unit})`
    const total = addsUpOverAreas(indicator.type) ? say.total : say.overall
    const heading = `${numberText(row)}${row.name.text}${unit}${row.responsible && ` – ${row.responsible}`}`
    const ofTotal = { ...row, no: '', unit: '', responsible: '', name: { text: total, marks: row.name.marks } }
    return [
      ...(index > 0 ? [{ kind: 'blank' } as const] : []),
      { kind: 'text', role: 'heading', text: heading, depth: 0 },
      { kind: 'row', row: ofTotal },
    ]
  })
}

const numberText = ({ line }: CompletionRow) => (line.indicator.no === null ? '' : `${safeText(line.indicator.no)} `)
